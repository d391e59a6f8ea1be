"""Quantities in running text: comparator, number, magnitude, unit of measure.

`quantities(text)` finds them from left to right. The magnitude stays in the unit as printed (`1.2` `万张`); an
amount in groups is one (`1亿3000万元` is 13000 `万元`), a range has `value` and `value_max`, and what is said once
for a list is given to each member of it. Whether a quantity is a target, a scope or a past figure is not decided here.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.comparing import compare, share
from pipeline.language.measured import NUMBER, quantity_at
from pipeline.language.numbers import ARABIC, MAGNITUDE, read_number
from pipeline.language.quantity import Quantity
from pipeline.language.units import unit_at

__all__ = ["Quantity", "quantities"]

# 5.20个社区… at the head of a paragraph is point 5: nobody counts in hundredths.
_POINT = patterns.compile(r"\s*[1-9]\d?[.．](?=[1-9])")
_SENTENCE = patterns.compile(r"\p{Han}{5}")
_BARE = patterns.compile(rf"(?<![\d.第A-Za-z]){ARABIC}{MAGNITUDE}?(?=[、和及]$)")
_APART = 30


def _bare_members(text: str, quantity: Quantity, floor: int) -> list[Quantity]:
    """The members before the last of 分别压缩至2.5、5个工作日以内, which have no unit of their own."""
    members: list[Quantity] = []
    start = quantity.number_start
    if text[start - 1 : start] not in ("、", "和", "及"):
        return []
    while match := _BARE.search(text, max(floor, start - 12), start):
        start, end = match.span()
        number = read_number(match.group())
        if number is None:
            return []
        unit = number.size + quantity.unit.lstrip("十百千万亿") if number.size else quantity.unit
        member = replace(quantity, value=number.value, value_max=None, unit=unit, start=start, end=end)
        members.append(replace(member, number_start=start, number_end=end))
    before = text[max(floor, start - _APART) : start]
    return members[::-1] if "分别" in patterns.split("[。；]", before)[-1] else []


def _list(text: str, quantity: Quantity, floor: int) -> list[Quantity]:
    """`quantity` with its comparators, after the members of its list that have neither unit nor comparator."""
    members = _bare_members(text, quantity, floor)
    if not members:
        return [compare(text, quantity, floor)]
    first = members[0].start
    whole = compare(text, replace(quantity, start=first, number_start=first), floor)
    members[0] = replace(members[0], start=whole.start)
    last = replace(quantity, end=whole.end)
    return [
        replace(one, comparator=whole.comparator, change=whole.change, scope=whole.scope)
        for one in (*members, last)
    ]


def _without_point(text: str) -> str:
    """`text` with the 5. of `5.20个社区完成改造` at its head blanked."""
    point = _POINT.match(text)
    number = NUMBER.search(text) if point else None
    if not point or not number or number.start() >= point.end():
        return text
    unit = unit_at(text, number.end())
    counts = unit and unit.dimension == "count" and text[number.end() - 1].isdecimal()
    if not counts or not _SENTENCE.match(text, unit.end if unit else 0):
        return text
    return " " * point.end() + text[point.end() :]


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, left to right. Offsets are of `text`."""
    found: list[Quantity] = []
    text = _without_point(text)
    for match in NUMBER.finditer(text):
        done = found[-1].end if found else 0
        if match.start() < done or (bare := quantity_at(text, match, done)) is None:
            continue
        found += _list(text, bare, done)
    return tuple(share(text, found))
