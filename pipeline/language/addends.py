"""What a cell adds to the sum of its column, which columns and rows are added up, and the names of places that are the sum of others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import product
from math import prod

from pipeline.language.brackets import without_round
from pipeline.language.cells import number, squeeze
from pipeline.language.folding import fold
from pipeline.language.headings import path_meaning
from pipeline.language.numbers import MAGNITUDES
from pipeline.language.units import units
from pipeline.language.value_cells import is_units
from pipeline.language.words import words

# Rates are not added up; the entry of such a column in a total row is a rate of its own.
_RATES = (
    "率", "占比", "比例", "比重", "百分比", "均", "%", "％", "‰", "单价", "系数", "序号", "排名", "位次", "名次", "增速", "增幅", "同比", "环比",
)  # fmt: skip
_MOST_WAYS = 64
_NO_AMOUNTS = ("row_number", "deadline", "code", "address")
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


@lru_cache(65536)
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


@lru_cache(maxsize=4096)  # asked of the name of each row by each repair
def is_ratio(words: str) -> bool:
    """A heading, or the name of a row, that says that its figures are no addends: 入住率, 年均增长; not 新增长者食堂."""
    bare = without_round(words)
    grows = bare.endswith("增长") and not bare.endswith("新增长")
    return grows or bare.endswith("标准") or any(word in words for word in _RATES)


def adds_up(path: Sequence[str]) -> bool:
    """Whether the figures below these headings are amounts: no rates, no years of 建设年限, no telephone numbers.

    >>> adds_up(["资金", "中央"]), adds_up(["建设年限"]), adds_up(["2024年", "占比"]), adds_up([])
    (True, False, False, True)
    """
    return not any(map(is_ratio, path)) and path_meaning(path) not in _NO_AMOUNTS


def is_part(name: str) -> bool:
    """The name of a row that is part of the one above: 其中：城区."""
    return squeeze(name).lstrip("(（").startswith("其中")


def parts_left_out(names: Sequence[str]) -> list[frozenset[int]]:
    """Which rows of these names no total counts, for they are parts of one above: 其中：东村, and rows below it that 其中 may reach.

    The shortest runs first; where the ways are very many the first only. [] where no name says 其中: the first is part of
    the total itself, and counted.

    >>> parts_left_out(["甲镇", "其中：东村", "西村", "乙镇"])
    [frozenset({1}), frozenset({1, 2}), frozenset({1, 2, 3})]
    >>> parts_left_out(["其中：甲镇", "乙镇"])
    []
    """
    starts = [n for n, name in enumerate(names) if n and is_part(name)]
    if not starts:
        return []
    ends = [*starts[1:], len(names)]
    runs = [
        [range(start, stop) for stop in range(start + 1, end + 1)]
        for start, end in zip(starts, ends, strict=True)
    ]
    many = prod(map(len, runs)) > _MOST_WAYS
    ways = [tuple(run[0] for run in runs)] if many else product(*runs)
    return [frozenset(n for run in way for n in run) for way in ways]
