"""Quantities in running text: comparator, number, magnitude, unit of measure.

`quantities(text)` finds them from left to right. The magnitude stays in the unit as printed
(`1.2` `万张`), a range has `value` and `value_max`, and what is said once for a list is given to each
member of it. Whether a quantity is a target, a scope or a past figure is not decided here.
Units are named in lexicons/measures.tsv.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

import regex

from pipeline.language.comparators import ABOUT, Quantity, compare, share
from pipeline.language.numbers import (
    ARABIC,
    CHINESE,
    MIXED,
    NUMERAL,
    SHARE,
    numeral_to_number,
    share_to_percent,
)

__all__ = ["Quantity", "quantities", "units"]

_MAGNITUDE = r"(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千)"
_DASH = r"(?:[-—~–－～]{1,2}|至|到)"
# After a Chinese numeral most units are idiom (三级, 一体, 两地, 一心); these are not.
_AFTER_WORDS = frozenset({"time", "share", "points", "money", "area", "ratio"})
_COUNTS_AFTER_WORDS = frozenset("个所家名位人次场期张支项件条处座套台辆户宗批种部间类") | {"人次", "场次"}


@cache
def _lexicon() -> tuple[tuple[str, str, str], ...]:
    """(unit, dimension, characters it does not stand before): 3项目 is no 3项, 三部门 no 三部."""
    lines = files("pipeline.lexicons").joinpath("measures.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line)
    return tuple((row[0], row[1], row[3]) for row in rows)


@cache
def units() -> dict[str, str]:
    """Unit of measure → dimension, from the lexicon."""
    return {unit: dimension for unit, dimension, _ in _lexicon()}


@cache
def _pattern() -> regex.Pattern[str]:
    longest_first = sorted(_lexicon(), key=lambda row: (-len(row[0]), row[0]))
    names = "|".join(
        regex.escape(name) + (f"(?![{barred}])" if barred else "") for name, _, barred in longest_first
    )
    # 千伏安 before 千 + 伏: a unit that begins like a magnitude is a unit.
    unit = rf"(?:(?:{names})|{_MAGNITUDE}[余多]?(?:{names}))"
    return regex.compile(
        rf"(?<![第〔\d.A-Za-z:：×/])(?:"
        rf"(?P<share>{SHARE})"
        rf"|(?P<low>{NUMERAL})(?P<low_unit>{unit})?{_DASH}(?P<high>{NUMERAL})(?P<unit>{unit})"
        rf"|(?P<low>{MIXED})(?P<unit>{names})"
        rf"|(?P<low>{ARABIC}|{CHINESE})(?P<more>[余多])?(?P<unit>{unit})"
        rf"|(?P<low>半)(?P<unit>年|个月|天|小时)"
        rf")"
    )


def _dimension(unit: str) -> str:
    named = units()
    return named.get(unit) or named[regex.sub(rf"^{_MAGNITUDE}", "", unit)]


def _match_to_quantity(match: regex.Match[str]) -> Quantity | None:
    start, end = match.span()
    if share_words := match["share"]:
        return Quantity(share_to_percent(share_words), "%", "share", start, end, start, end, words=True)
    unit = regex.sub("[余多]", "", match["unit"]).replace("％", "%")
    dimension = _dimension(unit)
    words = not regex.search(r"\d", match.group())
    if words and dimension not in _AFTER_WORDS and unit.lstrip("百千万亿") not in _COUNTS_AFTER_WORDS:
        return None
    if match["low"][0] in "百千":  # 百日攻坚, 千家万户: a number is written 一百, 一千
        return None
    low_unit = match["low_unit"]
    if low_unit and low_unit != unit and _dimension(low_unit) != dimension:
        return None
    value = numeral_to_number(match["low"])
    top = numeral_to_number(match["high"]) if match["high"] else None
    if top is not None and top <= value:
        return None
    rounded = ABOUT if match["more"] or "余" in match["unit"] else None
    return Quantity(value, unit, dimension, start, end, start, end, rounded, top, words)


_BARE = regex.compile(rf"(?<![\d.第A-Za-z]){ARABIC}(?=[、和及]$)")


def _bare_members(text: str, quantity: Quantity) -> list[Quantity]:
    """The members before the last of 分别压缩至2.5、5个工作日以内, which have no unit of their own."""
    members: list[Quantity] = []
    start = quantity.number_start
    while match := _BARE.search(text, max(0, start - 12), start):
        start, end = match.span()
        value = numeral_to_number(match.group())
        member = replace(quantity, value=value, value_max=None, start=start, end=end)
        members.append(replace(member, number_start=start, number_end=end))
    if "分别" not in text[max(0, start - 12) : start]:
        return []
    return members[::-1]


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, left to right. Offsets are of `text`."""
    found: list[Quantity] = []
    for match in _pattern().finditer(text):
        if (bare := _match_to_quantity(match)) is None:
            continue
        quantity = compare(text, bare, found[-1].end if found else 0)
        found += [*_bare_members(text, quantity), quantity]
    return tuple(share(text, found))
