"""What a cell adds to the sum of its column, and the names of places that are the sum of the others."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from pipeline.language.cells import number, squeeze
from pipeline.language.folding import fold
from pipeline.language.numbers import MAGNITUDES
from pipeline.language.units import units
from pipeline.language.value_cells import is_units
from pipeline.language.words import words

_FIGURES = "-−0123456789０１２３４５６７８９,，.． "
_NEVER = frozenset(("", "年", "月", "日", "%", "‰"))


@lru_cache(65536)
def addend(text: str) -> Decimal | None:
    """The value of a cell as it takes part in sums: a bare number, or one with its unit, 万 and 亿 counted.

    >>> addend("12处"), addend("3.5公里"), addend("1,200万元"), addend("1.5亿元") == addend("15000万元")
    (Decimal('12'), Decimal('3.5'), Decimal('1.200E+7'), True)
    >>> addend("2025年"), addend("80%"), addend("12处以上"), addend("二期")
    (None, None, None, None)
    """
    bare = number(text)
    unit = printed_unit(text) if bare is None else ""
    if not unit:
        return bare
    value = number(text[: len(text) - len(text.lstrip(_FIGURES))].strip())
    return None if value is None else value.scaleb(_power(unit))


@lru_cache(65536)
def printed_unit(text: str) -> str:
    """The unit of a cell that is a number with its unit, but for times and shares: 处 of 12处; "" of others."""
    unit = fold(text.lstrip(_FIGURES)).strip()
    measured = unit not in _NEVER and unit != fold(text).strip() and (unit in units() or is_units(unit))
    return unit if measured else ""


def counted_in(text: str) -> str:
    """The unit of a cell without 万 and 亿: 元 of 1200万元."""
    return printed_unit(text).lstrip("".join(MAGNITUDES))


def _power(unit: str) -> int:
    """How many noughts 万 and 亿 before a unit stand for."""
    bare = unit.lstrip("".join(MAGNITUDES))
    return sum(len(str(MAGNITUDES[sign])) - 1 for sign in unit[: len(unit) - len(bare)])


@cache
def _whole_places() -> frozenset[str]:
    return frozenset(word for word in words("scope") if word[0] == "全" and len(word) == len("全市"))


def is_whole_place(text: str) -> bool:
    """全市, 全省, 全国 alone: the place that holds those of the other rows or columns.

    >>> is_whole_place("全 县"), is_whole_place("全县合计"), is_whole_place("全系统")
    (True, False, False)
    """
    return squeeze(text) in _whole_places()
