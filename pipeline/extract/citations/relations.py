"""Why a document is named: what the words before and behind its title say is done with it."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.documents import TITLES
from pipeline.language.words import alternation

_ENDED = r"(?:废止|失效|停止(?:执行|施行|使用)|不再(?:执行|施行|适用|有效))"


def _compiled(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, patterns.Pattern], ...]:
    return tuple((name, patterns.compile(pattern)) for name, pattern in rows)


# How far such words reach: to the comma behind the first title they name (根据《甲法》要求，…《乙办法》).
_REACH = r"(?!，)(?:(?!《》[^，。；]*，(?!以?及|[和并]))[^。；]){0,40}"
# What is done with a document → the words that say so, and what may stand between them and its title.
_BEFORE = _compiled(
    (name, rf"^.*(?P<lead>{lead})(?:{between})$")
    for name, lead, between in (
        ("repeals", _ENDED, r"(?:了|的)?(?:[^。；，《》]{0,12}：?)?"),
        ("replaces", r"取代|代替|替代", r"了?[^。；，《》]{0,8}"),
        ("amends", r"修订|修改|修正|调整|完善", r"了?"),
        ("forwards", r"转发", r"(?:了|给)?[^。；《》]{0,10}"),
        ("based_on", alternation("source", "base"), _REACH),
        (
            "in_accordance",
            rf"{alternation('source', 'accord')}|按|参照|对照|符合|执行|适用|达到",
            _REACH,
        ),
        (
            "implements",
            rf"落实|贯彻|推进|推动|实施(?!之日|[前后]|{lexicons.alternation('document_types')})|结合",
            _REACH,
        ),
        # 根据《甲条例》，研究制定《乙办法》: what a clause of its own says is made goes by what stands before.
        ("mentions", r"，", rf"[^，。；《》]{{0,20}}(?:{alternation('make')})了?"),
    )
)
_SINCE = r"(?:自[^，。；《》]{2,24}起，?)?"
_SO = r"(?:同时|一并|相应|即行|均|全部|也|随之|现|正式)*(?:予以|宣布)?"
_AND_OTHERS = (
    r"(?:等)?(?:[\d一二三四五六七八九十两]+[个件部项份])?(?:[\p{Han}]{0,6}(?:文件|规定|办法|规章|法规|通知))?"
)
# What is said behind a row of titles is said of each: 《甲》（文号）、《乙》同时废止; 《甲》第五条修改为.
_AFTER = _compiled(
    (name, rf"^(?:（[^（）]*）)?[、，]?(?:[\p{{Han}}]{{0,16}}{TITLES})*{_AND_OTHERS}{pattern}")
    for name, pattern in (
        ("repeals", rf"，?{_SINCE}{_SO}{_ENDED}"),
        ("forwards", r"(?:，?(?:已|业|并?经)[^。；《》，]{0,60})*[，。]?现?批?转发给?(?=你|各|，|。)"),
        ("amends", rf"(?:的?第[^，。；]{{1,40}})?(?:中的[^，。；]{{1,30}})?{_SO}(?:作如下|作出如下|作出|进行)?(?:修改|修订|修正)(?!后|的)"),
    )
)  # fmt: skip
# 下列文件废止：, 对以下文件予以修改：, 1.2 编制依据 say it of every document of the list below.
_LEADS = _compiled(
    (
        ("repeals", rf"{_ENDED}[^。；《》]{{0,24}}[：:]$"),
        ("amends", r"(?:修改|修订|修正)[^。；《》]{0,24}[：:]$"),
        ("forwards", r"转发[^。；《》]{0,24}[：:]$"),
        ("based_on", r"^[^，。；《》]{0,12}(?:编制|制定|起草|政策|法律|法规|文件)依据(?:如下)?[：:]?$"),
    )
)


_TITLE = patterns.compile(r"《(?:[^《》]|《[^《》]*》)*》(?:（[^（）]*）)?")
_BETWEEN = "、，和及与或以"


def relation_of(before: str, after: str = "") -> str:
    """Why a document is named, by the words behind it, else by the nearest before it; mentions where they do not say.

    >>> relation_of("根据《甲条例》（国发〔2019〕5号）、"), relation_of("自施行之日起，", "、《乙办法》同时废止。")
    ('based_on', 'repeals')
    """
    for name, pattern in _AFTER:
        if pattern.match(after[:600]):
            return name
    near = _without_row(_TITLE.sub("《》", before[-600:]))[-60:]
    said = ((match.end("lead"), name) for name, pattern in _BEFORE if (match := pattern.search(near)))
    return max(said, key=lambda one: one[0], default=(0, "mentions"))[1]


def _without_row(before: str) -> str:
    """Without the titles, each as 《》, that stand in a row with the one asked about."""
    while (cut := before.rstrip(_BETWEEN)).endswith("《》"):
        before = cut.removesuffix("《》")
    return before


def lead_of(text: str) -> str | None:
    """repeals, amends or forwards, where a paragraph ends in a colon and says so of the list below it; based_on under the
    heading of what a plan goes by.

    >>> lead_of("经研究，决定废止下列文件："), lead_of("现将有关事项通知如下："), lead_of("1.2 编制依据")
    ('repeals', None, 'based_on')
    """
    return next((name for name, pattern in _LEADS if pattern.search(text)), None)


def relation_in(before: str, after: str) -> str:
    """What the words around a document say, else what its own sentence says before a colon: 下列文件废止：1.《甲》."""
    said = relation_of(before, after)
    sentence = before[before.rfind("。") + 1 :]
    colon = sentence.rfind("：")
    return (lead_of(sentence[: colon + 1]) or said) if said == "mentions" and colon >= 0 else said


def is_ended(after: str) -> bool:
    """Is the document in front of these words repealed by them (…同时废止)?"""
    return bool(_AFTER[0][1].match(after[:600]))
