"""Lines of cells that are times of their own."""

from __future__ import annotations

from functools import cache

from pipeline.language import patterns
from pipeline.language.cells import year
from pipeline.language.labels import duty_words
from pipeline.language.words import words

_LONGEST = 12
_LASTING = "(?:长期|持续|常态|常年|全年|立行立改|立即|即时|近期|适时|动态|按(?:[期年月周]|季度?)|每(?:[天日周月年]|学年|学期|季度?))"
_ENDS = "(?:[年月日底末前时]|季度)"
_ENDED = ("年", "月", "日", "底", "时", "季度")  # 2026年6 is half a time
# 12月底前, 2026年第三季度, 春节前; 长期坚持, 按期完成, 常态化: no more than one verb behind what lasts.
_TIME = patterns.compile(
    rf"(?P<begun>(?:19|20)\d\d[年./-].{{0,12}}|\d{{1,2}}月.{{0,6}})|.{{0,6}}{_ENDS}|[年月]?[底末初]前?|{_LASTING}化?(?:\p{{Han}}{{2}})?"
    rf"|(?P<within>[^、，。].*(?:[年月日底时]|季度)前?|{_LASTING}.{{0,6}})"
)


@cache
def is_time(text: str) -> bool:
    """What stands under 完成时限, wherever it stands.

    >>> is_time("12月底前"), is_time("第三季度"), is_time("长期坚持"), is_time("强化制度"), is_time("持续推进河道整治")
    (True, True, True, False, False)
    """
    match = _TIME.fullmatch(text)
    return bool(match and match["within"] is None)


def may_be_time(text: str) -> bool:
    """The same of what may stand under 完成时限, where more words belong to it.

    >>> may_be_time("6月底前完成主体，12月底前完工投用时"), may_be_time("长期抓好并落实"), may_be_time("县水务局")
    (True, True, False)
    """
    match = _TIME.fullmatch(text)
    return bool(match and (match["begun"] is None or text.removesuffix("前").endswith(_ENDED)))


@cache
def begins_time(text: str) -> bool:
    """A time that begins with its year, or says how often or how long: no such line of a cell is the rest of another.

    >>> begins_time("2026年12月底"), begins_time("每年8月底"), begins_time("长期"), begins_time("月底前")
    (True, True, True, False)
    """
    bare = "".join(text.split())
    if len(bare) > _LONGEST:
        return False
    dated = "年" in bare and year(bare.partition("年")[0] + "年") is not None
    return dated or bare.startswith((*words("each", "time"), *duty_words("lasting")))
