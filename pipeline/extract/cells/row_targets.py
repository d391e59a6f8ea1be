"""What a cell of a row asks for as a target: its indicator, unit, day, start value and what else its row says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipeline.extract.calendars import column_due, nearer_due
from pipeline.extract.cells.gains import name_change
from pipeline.extract.cells.indicator_names import (
    indicator_of,
    is_part,
    measured_label,
    per_of,
    unit_in_name,
    unit_of_noun,
    unit_said,
)
from pipeline.extract.cells.layout import READINGS, Column, Layout
from pipeline.extract.cells.norm_headings import GOAL, aims, says
from pipeline.extract.cells.norm_names import name_of
from pipeline.extract.cells.norms import indicates, sets_tasks
from pipeline.extract.cells.row_names import label_before, name_before
from pipeline.extract.facts import Place, Target, said_to_fact
from pipeline.language import scope
from pipeline.language.brackets import without_round
from pipeline.language.cells import is_dash, year
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.times import Calendar, due, times_of_limit
from pipeline.language.value_cells import value_cell
from pipeline.model import Cell, Fact


class Told(NamedTuple):
    """What is told beside the cell: the paragraphs of the notice, the years that its times are of, that of the caption, and
    of the title where it has none, the column of the starting values."""

    texts: list[str]
    calendar: Calendar
    caption: int | None
    title: int | None
    baseline: Column | None


class Value(NamedTuple):
    """What a cell under a column of values to reach asks for: a quantity, of what where the cell itself says so, or a ratio
    with its comparator; a cell of neither covers all."""

    goal: Column
    cell: Cell
    found: Quantity | None
    noun: str = ""
    ratio: tuple[str, str] | None = None


_IN_WORDS = 0.8  # as sure as one of running text


def value_to_fact(layout: Layout, row: int, value: Value, told: Told) -> Fact:
    found, cell = value.found, value.cell
    name = value.noun or _name(layout, row, value.goal, found.dimension if found else "")
    start = layout.grid[row][told.baseline.index] if told.baseline else None
    before = value_cell(start.text) if start else None
    when, source = _due(layout, row, value.goal, told)
    norm = found and found.comparator and not when
    target = Target(
        kind="ratio" if value.ratio else "coverage" if not found else "standard" if norm else "target",
        indicator=name,
        comparator=value.ratio[0] if value.ratio else (found.comparator or "=") if found else "all",
        value=found.value if found else None,
        value_max=found.value_max if found else None,
        unit="比例"
        if value.ratio
        else _unit(layout, row, value.goal, (found, told.texts))
        if found
        else None,
        value_text=value.ratio[1] if value.ratio else cell.text,
        per=per_of(name),
        change=(found.change or name_change(name)) if found else None,
        baseline_value=before.value if before else None,
        baseline_value_text=start.text if start and start.text else None,
        baseline_year=told.baseline.year if told.baseline and start and start.text else None,
        deadline_date=when[0] if when else None,
        deadline_precision=when[1] if when else None,
        deadline_from=source,
        nature=_beside(layout, row, ("nature",)),
        agency_name=_beside(layout, row, AGENCY_MEANINGS),
        row_label=layout.label(row),
    )
    own = (*cell.parts, *(start.parts if start and before else ()))
    place = Place(layout.row_span(row), table_id=layout.table.table_id, row=row, own=own)
    in_words = value.ratio or not found  # 1:3, 全部完工
    stated = READINGS[layout.table.status] * (_IN_WORDS if in_words else 1.0)
    return said_to_fact(target, place, "indicator_row", stated)


def _name(layout: Layout, row: int, goal: Column, dimension: str) -> str:
    """The indicator of a row, without its unit and the number of its point; elsewhere what the nearest cell calls it:
    消毒柜 of 设备 | 消毒柜 | 至少2台."""
    if year(layout.label(row)):  # 2027年 | 720 under 高新技术企业（家）
        return without_round(goal.heading)
    if indicates(layout) or is_part(layout.name(row)):
        return indicator_of(layout, row)
    return name_of(layout, name_before(layout, row, goal.index) or layout.name(row), goal, dimension)


def _unit(layout: Layout, row: int, goal: Column, given: tuple[Quantity, list[str]]) -> str | None:
    """In the cell; in a heading; in a column 单位; in the words of the notice; the noun's measure word."""
    found, texts = given
    if found.unit:
        return found.unit
    name = (
        measured_label(layout, row)
        if indicates(layout)
        else label_before(layout, row, goal.index) or layout.name(row)
    )
    beside = _beside(layout, row, ("unit",))
    return (
        goal.unit or beside or unit_in_name(name) or unit_said(name, found.value, texts) or unit_of_noun(name)
    )


def _due(layout: Layout, row: int, goal: Column, told: Told) -> tuple[Due | None, scope.From | None]:
    """The day the year of a column ends, or that the row names under 完成时限, or on which the year of the caption ends."""
    said = _beside(layout, row, ("deadline",)) or "" if goal.meaning != "deadline" else ""
    if then := column_due(goal.heading, goal.year or year(layout.label(row)), told.calendar):
        own = nearer_due(then, said, told.calendar)
        return own, "row" if own != then else None
    if goal.meaning == "deadline":  # within how long, and not by when
        return None, None
    if limit := _limit(said, told.calendar):
        return limit, "row"
    if says(goal, _NEARER) or (said and not times_of_limit(said)):  # 长期坚持
        return None, None
    aimed = indicates(layout) or says(goal, GOAL) or aims(goal.heading) or sets_tasks(layout)
    # A norm is kept, whatever year the title is of.
    last = told.caption or (told.title if aimed else None)
    return ((date(last, 12, 31), "year"), "heading" if told.caption else "title") if last else (None, None)


# 近期目标 is due before the plan ends, and nothing says when.
_NEARER = ("近期", "中期")


def _limit(said: str, calendar: Calendar) -> Due | None:
    """The day that the cell of a row under 完成时限 names, the last of several."""
    return max(filter(None, (due(found.time, calendar) for found in times_of_limit(said))), default=None)


def _beside(layout: Layout, row: int, meanings: tuple[str, ...]) -> str | None:
    cells: list[Cell | None] = [layout.grid[row][c.index] for c in layout.columns if c.meaning in meanings]
    texts = [cell.text for cell in cells if cell and cell.text and not is_dash(cell.text)]
    return "、".join(dict.fromkeys(texts)) or None
