"""Columns that say by how much an indicator changes over the years of a plan: 年均增速（%）, 〔五年累计〕.

What it gains each year is a target of its own; what the years come to is one where the row has no other value to reach:
高标准农田面积 80 → 107.5 〔27.5〕 says the same twice, 减排量 — — 〔3200〕 only so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.cells.indicator_names import bare_name, unit_in_name
from pipeline.extract.cells.layout import Column, Layout
from pipeline.extract.cells.norm_headings import says
from pipeline.language.changes import change_before
from pipeline.language.heading_units import SHARES
from pipeline.language.quantity import Quantity
from pipeline.language.value_cells import value_cell
from pipeline.language.words import words

#: The meaning of such a column.
GAIN = "gain"
_YEARLY, _SUMMED = ("年均", "年度增", "逐年"), ("累计",)
_THAN = ("较", "比", "为上年", "同比")


def compares(column: Column) -> bool:
    """较2020年增长（%）: the year is what the values are held against, not when they are reached."""
    return column.heading.startswith(_THAN)


def gain_columns(layout: Layout, goals: Sequence[Column]) -> list[Column]:
    """The columns of changes, each due when the last of the values to reach is."""
    last = max((goal.year for goal in goals if goal.year), default=None)
    return [
        replace(column, meaning=GAIN, year=last)
        for column in layout.columns
        if not column.year and column.index not in layout.label_columns and _tells_gain(column)
    ]


def _tells_gain(column: Column) -> bool:
    return says(column, (*_YEARLY, *_SUMMED, *words("measure", "gain"))) and not compares(column)


def gained(layout: Layout, row: int, column: Column, goals: Sequence[Column]) -> Iterator[Quantity]:
    """The value of a cell of such a column, if it is a target of its own."""
    cell = layout.grid[row][column.index]
    found = value_cell(cell.text) if cell and cell.text else None
    if not found:
        return
    if found.cumulative or not says(column, (*_YEARLY, *words("measure", "gain"))):
        levels = (layout.grid[row][goal.index] for goal in goals if goal.meaning != GAIN)
        if not any(level and value_cell(level.text) for level in levels):
            yield found
        return
    name = layout.name(row)
    of_name = (
        unit_in_name(name) if name_change(bare_name(name)) else None
    )  # 投入增长（%）: the column says it by the year
    if found.unit or of_name or any(sign in "".join(column.path).replace("％", "%") for sign in SHARES):
        sign = found.change or name_change(bare_name(name)) or "+"
        yield replace(found, unit=found.unit or SHARES[0], change=sign)


def name_change(name: str) -> str | None:
    """What a name says of its values: - of 能源消耗降低, + of 投入增长; None where they are levels."""
    return change_before(name, len(name))
