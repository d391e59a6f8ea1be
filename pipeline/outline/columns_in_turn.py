"""Columns of a page that were printed one behind the other: 指标 甲率 乙率 丙率 单位 % % % 2026年 95 61 97."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from pipeline.language.cells import is_total, year, year_within
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import NAME_MEANINGS, meaning

#: The words of each cell of a row.
Row = Sequence[str]
T = TypeVar("T")


def are_columns(rows: Sequence[Row]) -> int:
    """How many of what look like rows are columns: what begins them stands over columns, and the headings are names; 0 where
    they are rows."""
    heads, *below = rows
    if len(heads) == 1:  # headings of two levels, on a row each
        return 0
    over = list(takewhile(lambda row: _stands_over(row[0]), below))
    years = any(year_within(row[0]) for row in over) and not any(map(year, heads))
    if len(over) > 1 and years:
        return 1 + len(over)
    told, headed = (sum(map(_stands_over, said)) for said in ([row[0] for row in below], heads[1:]))
    return len(rows) if meaning(heads[0]) and not headed and 2 * told > len(below) > 1 else 0


def with_total_last(names: Sequence[T], words: Row) -> Sequence[T]:
    """序号 1 2 合计 镇街 东镇 西镇 人口 3 4 7: what ends the column of numbers stands beside no number, and names the last row.

    >>> with_total_last("合计 镇街 东镇 西镇".split(), "合计 镇街 东镇 西镇".split())
    ['镇街', '东镇', '西镇', '合计']
    """
    return [*names[1:], names[0]] if is_total(words[0]) and meaning(words[1]) in NAME_MEANINGS else names


def lacks_its_corner(above: str, first: str) -> bool:
    """单位⏎污水管网⏎2025年⏎2026年: what stands over the names is on the line above, and this is a label over the values.

    >>> lacks_its_corner("单位", "污水管网"), lacks_its_corner("乡镇", "名称"), lacks_its_corner("说明如下", "污水管网")
    (True, False, False)
    """
    return meaning(above) in (*NAME_MEANINGS, "unit") and not meaning(first)


def _stands_over(word: str) -> bool:
    """A word that stands over a column, and names no row: 单位, 现行标准, 床位（张）; 东镇 is a place."""
    return meaning(word) not in ("", "label") or heading_unit(word) is not None
