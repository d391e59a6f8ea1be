"""Units of measure (lexicons/measures.tsv): which one stands at a place, and what it is in the base unit.

The longest unit wins, but never the beginning of a name: 220千伏安平线路 are 220 千伏, for 安平 is one word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.numbers import MAGNITUDES
from pipeline.language.segmentation import tagged
from pipeline.language.words import words

RENMINBI = "人民币"
_ROUNDED = "余多"
# 22万套（间）: a unit with its other name.
_OR_UNIT = patterns.compile(r"[（(](?P<name>\p{Han}{1,2})[）)]")
#: What may stand behind a counter: a pause, a word of comparison, the thing counted.
PAUSE = patterns.compile(r"(?:[，。；、：）\s]|及?以[上下内]|左右|$)")
_HAN = patterns.compile(r"\p{Han}{1,3}")
# How much of a text the segmenter is asked about.
_NEAR = 8


class _Row(NamedTuple):
    dimension: str
    base: str
    factor: float
    not_before: str
    name: str


class Unit(NamedTuple):
    """The unit that ends at `end`, under the name it is published by; `rounded` where 余 or 多 stands before it."""

    name: str
    dimension: str
    end: int
    rounded: bool = False
    known: bool = True
    times: float = 1  # how many of `name` one of the printed unit is: 15 分钟 of a 刻钟


@cache
def _table() -> Mapping[str, _Row]:
    return {
        row["unit"]: _Row(
            row["dimension"],
            row["base unit"],
            float(row["factor"]),
            row["not before"],
            row["same as"] or row["unit"],
        )
        for row in lexicons.records("measures")
    }


@cache
def units() -> Mapping[str, str]:
    """Unit of measure → dimension."""
    return {unit: row.dimension for unit, row in _table().items()}


@cache
def _longest() -> int:
    return max(map(len, _table()))


def _is_apart(text: str, at: int, end: int) -> bool:
    """Whether a unit is a word of its own before a character that would make another of it: 六所|以上, 225次|数据."""
    if text.startswith(words("bound"), end):
        return True
    if text[end : end + 1] in words("link", "at") and text[end + 1 : end + 2].isdigit():
        return True  # 5处|于2027年
    return (
        tagged(text[at : end + _NEAR])[0][0] == text[at:end]
        and len(tagged(text[end : end + _NEAR])[0][0]) > 1
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _names_at(text: str, at: int) -> list[str]:
    """The units that begin at `at`, longest first. A dictionary: an alternation of 200 names takes 0.1 s to compile."""
    table, found = _table(), []
    for end in range(min(len(text), at + _longest()), at, -1):
        row = table.get(text[at:end])
        if row and _is_latin(text[end - 1 :][:1]) and _is_latin(text[end : end + 1]):  # mm of mmol
            continue
        if row and (
            text[end : end + 1] not in row.not_before or not text[end : end + 1] or _is_apart(text, at, end)
        ):
            found.append(text[at:end])
    return found


def _is_cut(text: str, shorter_end: int, end: int) -> bool:
    """Whether what the longer unit adds to the shorter is the beginning of a word: 安 of 安装, of 安平;
    or of a name that no dictionary has: 安岭, where one character stands before the noun 工程.
    """
    if PAUSE.match(text, end):
        return False
    if len(tagged(text[shorter_end : shorter_end + _NEAR])[0][0]) > end - shorter_end:
        return True
    behind = tagged(text[end : end + _NEAR])[:2]
    return len(behind[0][0]) == 1 and len(behind) == 2 and all(tag.startswith("n") for _, tag in behind)


def name_at(text: str, at: int) -> str | None:
    """The unit that begins at `at`: the longest, unless its end is the beginning of a name."""
    found = _names_at(text, at)
    if len(found) < 2:
        return found[0] if found else None
    longest, shorter = found[0], found[1]
    table = _table()
    other = table[longest].dimension not in ("time", table[shorter].dimension)
    return shorter if other and _is_cut(text, at + len(shorter), at + len(longest)) else longest


def unit_at(text: str, at: int) -> Unit | None:
    """The unit at `at`, behind 余 or 多 where one stands there: 张, 余个, 千瓦."""
    at += text[at : at + 1] == " "
    rounded = text[at : at + 1] != "" and text[at] in _ROUNDED
    at += rounded
    name = name_at(text, at)
    if name is None:
        return None
    row, end = _table()[name], at + len(name)
    shown = row.name
    other = _OR_UNIT.match(text, end) if text[end : end + 1] in ("（", "(") else None
    if other and units().get(other["name"]) == row.dimension:
        shown, end = shown + other.group(), other.end()
    if row.dimension == "money" and text.startswith(RENMINBI, end):  # 1.5万元人民币以上
        end += len(RENMINBI)
    times = row.factor / _table()[row.name].factor if row.name in _table() else 1
    return Unit(shown, row.dimension, end, rounded, times=times)


@cache
def _beginnings() -> frozenset[str]:
    """公 of 公里, 平 of 平方米: what a line end may have cut off."""
    return frozenset(unit[:n] for unit in _table() for n in range(1, len(unit)) if unit[:n] not in _table())


# Of the parts of speech that jieba names, those a counter can have: measure, noun, name, or none known.
_COUNTERS = ("q", "n", "z", "x", "g", "m")


def counter_at(text: str, at: int, is_great: bool, is_compared: bool = False) -> Unit | None:
    """A counter that is in no table, where nothing else can stand: 枝 of 4亿枝，; 机时 of 3000机时。

    A pause or a comparison follows it. Where the number has a magnitude (`is_great`), it is one character and may
    also stand before the thing counted (900万盆花卉): 10万大学生 and 3万党员 have no counter. Where it is compared
    (`is_compared`) what else names one of an order counts: 不超过4层.
    """
    han = _HAN.match(text, at)
    if not han or text.startswith(words("bound"), at):  # 0.4左右
        return None
    # A figure before it, so that the segmenter sees what it is asked about.
    first, tag = tagged("1" + text[at : at + _NEAR])[1]
    if len(first) == 1 and text[at + 1 : at + 2] in units() and not is_great and PAUSE.match(text, at + 2):
        first = text[at : at + 2]  # 标台
    end = at + len(first)
    other = (
        len(first) > 2
        or first in _beginnings()
        or (first in words("ordinal") and not is_compared)
        or first in (*words("link", "when"), "年度")  # 2021年度
    )
    if other or not tag.startswith(_COUNTERS):
        return None
    if (len(first) == 1 and is_great) or (PAUSE.match(text, end) and not (is_great and len(first) == 2)):
        return Unit(first, "count", end, known=False)
    return None


def to_base(value: float, unit: str) -> tuple[float, str] | None:
    """A value in the base unit of what it measures; None for a unit of no table.

    >>> to_base(1.2, "万张"), to_base(3, "公里"), to_base(90, "万元/年")
    ((12000.0, '张'), (3000.0, '米'), (900000.0, '元/年'))
    """
    if row := _table().get(unit):
        return round(value * row.factor, 9), row.base
    name, slash, per = unit.partition("/")
    name = patterns.sub(r"（[^（）]*）$", "", name)
    for size in sorted(MAGNITUDES, key=len, reverse=True):
        if not name.startswith(size):
            continue
        if name == size and size:
            return round(value * MAGNITUDES[size], 9), slash + per
        if row := _table().get(name.removeprefix(size)):
            return round(value * MAGNITUDES[size] * row.factor, 9), row.base + slash + per
    return None
