"""Quantities in running text: comparator, number, magnitude, unit of measure.

`quantities(text)` finds them from left to right. The magnitude stays in the unit as printed
(`1.2` `万张`), a range has `value` and `value_max`, and what is said once for a list is given to each
member of it. Whether a quantity is a target, a scope or a past figure is not decided here.
Units are named in lexicons/measures.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pipeline.language import patterns
from pipeline.language.comparators import ABOUT, Quantity, compare, share
from pipeline.language.numbers import (
    ARABIC,
    NUMERAL,
    SHARE,
    numeral_to_number,
    share_to_percent,
)

__all__ = ["Quantity", "quantities", "units"]

_MAGNITUDE = patterns.compile("(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千)")
_NUMBER = patterns.compile(
    rf"(?<![第〔\d.A-Za-z×/])(?<!\d[:：])(?:(?P<share>{SHARE})|{NUMERAL}|半(?=年|个月|天|小时))"
)
_RANGE = patterns.compile(rf"(?:（不?含）)?(?:[-—~–－～]{{1,2}}|至|到)(?P<high>{NUMERAL})")
# 22万套（间）: a unit with its other name.
_OR_UNIT = patterns.compile(r"[（(](?P<name>\p{Han}{1,2})[）)]")
_RENMINBI = "人民币"
_ROUNDED = "余多"
# After a Chinese numeral most units are idiom (三级, 一体, 两地, 一心); these are not.
_AFTER_WORDS = frozenset({"time", "share", "points", "money", "area", "ratio"})
_COUNTS_AFTER_WORDS = frozenset("个所家名位人次场期张支项件条处座套台辆户宗批种部间类") | {"人次", "场次"}


@cache
def _lexicon() -> Mapping[str, tuple[str, str]]:
    """Unit → dimension and the characters it does not stand before: 3项目 is no 3项, 三部门 no 三部."""
    lines = files("pipeline.lexicons").joinpath("measures.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line)
    return {row[0]: (row[1], row[3]) for row in rows}


@cache
def units() -> Mapping[str, str]:
    """Unit of measure → dimension, from the lexicon."""
    return {unit: dimension for unit, (dimension, _) in _lexicon().items()}


@cache
def _longest() -> int:
    return max(map(len, _lexicon()))


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    dimension: str
    end: int
    rounded: bool = False


def _name_at(text: str, at: int) -> str | None:
    """The longest unit that begins at `at`. A dictionary: an alternation of 190 names takes 0.1 s to compile."""
    for end in range(min(len(text), at + _longest()), at, -1):
        entry = _lexicon().get(text[at:end])
        if entry and not (text[end : end + 1] and text[end] in entry[1]):
            return text[at:end]
    return None


def _unit_at(text: str, at: int) -> _Unit | None:
    """The unit with its magnitude at `at`: 万张, 余个, 千瓦."""
    start = at + 1 if text[at : at + 1] and text[at] in _ROUNDED else at
    name, size = _name_at(text, start), ""
    rounded = start > at
    if name is None and (match := _MAGNITUDE.match(text, start)):
        size, start = match.group(), match.end()
        if text[start : start + 1] and text[start] in _ROUNDED:
            start, rounded = start + 1, True
        name = _name_at(text, start)
    if name is None:
        return None
    end, dimension = start + len(name), units()[name]
    if (other := _OR_UNIT.match(text, end)) and units().get(other["name"]) == dimension:
        name, end = name + other.group(), other.end()
    if dimension == "money" and text.startswith(_RENMINBI, end):  # 1.5万元人民币以上
        end += len(_RENMINBI)
    return _Unit(size + name.replace("％", "%"), dimension, end, rounded)


def _quantity_at(text: str, match: patterns.Match) -> Quantity | None:
    """The quantity whose number is `match`, or None where it measures nothing."""
    start, end = match.span()
    if words := match["share"]:
        return Quantity(share_to_percent(words), "%", "share", start, end, start, end, words=True)
    unit = _unit_at(text, end)
    between = _RANGE.match(text, unit.end if unit else end)
    top: float | None = None
    second = _unit_at(text, between.end()) if between else None
    if between and second and (unit is None or unit.dimension == second.dimension):
        top, unit = numeral_to_number(between["high"]), second
    low = match.group()
    if unit is None or low[0] in "百千":  # 百日攻坚, 千家万户: a number is written 一百, 一千
        return None
    value = numeral_to_number(low)
    if top is not None and top <= value:
        return None
    in_words = not patterns.search(r"\d", low)
    if (
        in_words
        and unit.dimension not in _AFTER_WORDS
        and unit.name.lstrip("百千万亿") not in _COUNTS_AFTER_WORDS
    ):
        return None
    rounded = ABOUT if unit.rounded else None
    return Quantity(
        value, unit.name, unit.dimension, start, unit.end, start, unit.end, rounded, top, in_words
    )


_BARE = patterns.compile(rf"(?<![\d.第A-Za-z]){ARABIC}(?=[、和及]$)")


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
    for match in _NUMBER.finditer(text):
        done = found[-1].end if found else 0
        if match.start() < done or (bare := _quantity_at(text, match)) is None:
            continue
        quantity = compare(text, bare, done)
        found += [*_bare_members(text, quantity), quantity]
    return tuple(share(text, found))
