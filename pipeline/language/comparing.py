"""Quantities with their words of comparison, and lists in which a word is said once for all members.

Kept apart from finding them, because such words stand on either side of a number, at a distance, or once for a list.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.changes import change_before
from pipeline.language.comparators import compared_after, compared_before, recent_before
from pipeline.language.quantity import Quantity
from pipeline.language.units import unit_at
from pipeline.language.words import words

_FIGURES = "0123456789十百千万亿"


def behind_per(text: str, end: int) -> int:
    """Where what a unit is measured by ends: 3公里/平方公里|以上, 500吨/日|以上, 4.5份/千人|以上."""
    if text[end : end + 1] != "/":
        return end
    many = end + 1
    while text[many : many + 1] in _FIGURES and many < len(text):
        many += 1
    by = unit_at(text, many)
    return by.end if by else end + 1 + text.startswith("时", end + 1)


def compare(text: str, found: Quantity, floor: int) -> Quantity:
    """`found` with the words of comparison on either side of it, none of them before `floor`.

    Words hard by before the number outrank 以上 after it (至少15000张以上); 控制在, 平均 and words far off do not.
    """
    after = compared_after(text, behind_per(text, found.end))
    if after and text[after.start : after.end] == "内" and found.dimension not in ("time", "length"):
        after = None
    if after and recent_before(text, found):
        return replace(found, start=found.number_start - 1, end=after.end, scope=True)
    if after:
        found = replace(found, comparator=after.sign, end=after.end, scope=after.scope)
    before = compared_before(text, found.number_start, floor, found)
    if before and not (before.soft and found.value_max is not None):  # 控制在37%到48%之间 names both ends
        kept = before.soft and found.comparator
        found = replace(found, comparator=kept or before.sign, start=before.start)
    change = found.change or next(
        (sign for place in (found.number_start, found.start) if (sign := change_before(text, place, floor))),
        None,
    )
    return replace(found, change=change) if change else found


_GREAT = ("万", "亿")
_JOINT = patterns.compile(r"[、和及与或]|以及")
# A later member of a list has no verb and no comparison of its own: 1个老年协会、1名养老助理和1支…; 45人（小学）、50人（初中）
_MEMBER = patterns.compile(r"(?:（\p{Han}{1,8}）)?[^，。；：（）\d的]{0,20}?(?:[、和及与]|以及)")


def _share_backward(text: str, found: list[Quantity]) -> None:
    """分别控制在10%和4%以下: the word after the last member is said of every member; so is the unit of 15个、7个工作日
    and of 3万、5万元."""
    shared: set[int] = set()
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if not _JOINT.fullmatch(text, here.end, after.start):
            continue
        if here.unit == "个" and after.unit.startswith("个") and after.dimension != here.dimension:
            here = found[i] = replace(here, unit=after.unit, dimension=after.dimension)
        if here.unit in _GREAT and after.unit[:1] in _GREAT:
            here = found[i] = replace(here, unit=here.unit + after.unit[1:], dimension=after.dimension)
        own = here.comparator and not text[here.start : here.number_start].endswith(words("soft"))
        behind = after.end != after.number_end or i + 1 in shared
        if own or not after.comparator or not behind or after.unit != here.unit:
            continue
        first = text[max(0, here.start - 12) : here.number_start]
        if "分别" in first or (i and _JOINT.fullmatch(text, found[i - 1].end, here.start)):
            found[i] = replace(here, comparator=after.comparator)
            shared.add(i)


def _is_alike(one: Quantity, other: Quantity) -> bool:
    return (one.dimension == "time") == (other.dimension == "time")


def _share_forward(text: str, found: list[Quantity]) -> None:
    """至少有1个甲、1名乙和1支丙: the word before the first member is said of every member, but no bound of a number is one of a time
    (不少于6名队员、3分钟到场); so is 增长 of 增长5%、8%."""
    carried: str | None = None
    for i, here in enumerate(found):
        before = found[i - 1] if i else None
        level = text[here.start : here.number_start].endswith(words("soft"))  # 下降5%、控制在30万吨
        joined = before and not level and _JOINT.fullmatch(text, before.end, here.start)
        # 增长6%、突破700亿元: a sum is no growth
        if before and before.change and not here.change and joined and before.dimension == here.dimension:
            here = found[i] = replace(here, change=before.change)
        if here.comparator is not None:
            leads = here.start < here.number_start and here.end == here.number_end
            carried = here.comparator if leads else None
        elif (
            carried and before and _is_alike(before, here) and _MEMBER.fullmatch(text, before.end, here.start)
        ):
            found[i] = replace(here, comparator=carried)
        else:
            carried = None


def share(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give every member of a list the comparator, the unit and the change that are said once for the list."""
    members = list(found)
    _share_backward(text, members)
    _share_forward(text, members)
    return members
