"""Amounts of money that are members of one list: 分别给予5万元、10万元, 论文3万元/项，调研报告3万元/项."""

from __future__ import annotations

from pipeline.extract.reading import Sense
from pipeline.language import patterns
from pipeline.language.quantities import Quantity
from pipeline.language.sentences import around

_LIST_GAP = patterns.compile(r"[、和及与或]|以及")
# 奖励200万元，省级的100万元; 论文3万元/项，调研报告3万元/项; 补贴标准为每人每次3元，其他的每人每次1.5元.
_NEXT_GAP = patterns.compile(
    r"(?P<slash>/\p{Han}{1,2})?[，、；](?!其中|或|且|并|同)(?P<grade>[^，。；、：\d]{2,24}?)(?P<each>每\p{Han}{1,2}每?\p{Han}{0,2})?"
)
# 按博士15万元、硕士10万元、本科5万元的标准: each amount with its grade.
_GRADED_GAP = patterns.compile(r"[、和及][^，。；、\d]{1,30}")
_PAID_IN = patterns.compile("缴费|缴纳|筹资|收费")


def _is_next(sense: Sense, members: list[Quantity], q: Quantity) -> bool:
    """Whether an amount goes on with a list by the same wording: the same /项 behind, 每人每次 before, or a grade."""
    text, last = sense.masked, members[-1]
    gap = _NEXT_GAP.fullmatch(text[last.end : q.start])
    if (
        not gap
        or last.unit != q.unit
        or around(sense.sentences, last.start) != around(sense.sentences, q.start)
    ):
        return False
    # 个人缴费每人每年380元，财政补助每人每年640元: one is paid, the other given.
    if bool(_PAID_IN.search(text, max(0, last.start - 14), last.start)) != bool(
        _PAID_IN.search(gap["grade"])
    ):
        return False
    if slash := gap["slash"]:
        return text.startswith(slash, q.end)
    if each := gap["each"]:
        return text.endswith(each, 0, last.start)
    return gap["grade"].endswith("的")


def amount_lists(sense: Sense) -> list[list[Quantity]]:
    """The amounts of a text, left to right, each list together; an amount that stands alone is a list of one."""
    money = [q for q in sense.quantities if q.dimension == "money"]
    lists: list[list[Quantity]] = []
    for q in money:
        gap = sense.masked[lists[-1][-1].end : q.start] if lists else ""
        graded = _GRADED_GAP.fullmatch(gap) and "标准" in sense.masked[q.end : around(sense.parts, q.end).end]
        if gap and (_LIST_GAP.fullmatch(gap) or graded or _is_next(sense, lists[-1], q)):
            lists[-1].append(q)
        else:
            lists.append([q])
    return lists


# 低保标准由每人每月500元提高到600元: what is paid from now on is granted, what was paid is not.
_RAISED = patterns.compile(r"(?:/\p{Han}{1,3})*(?:统一|相应)?(?:提[高升]|上调|调[整高]|增加|增)[到至为]")


def is_raised(text: str, q: Quantity, to: Quantity) -> bool:
    """Whether `q` is what an amount was before it became `to`: what is given then is given as `to`."""
    way = _RAISED.fullmatch(text, q.end, to.start)
    return (
        way is not None
        and patterns.search("[由从][^，。；由从]{0,16}$", text[max(0, q.start - 20) : q.start]) is not None
    )
