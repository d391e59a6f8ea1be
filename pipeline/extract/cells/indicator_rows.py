"""Rows of indicator tables as targets: name, baseline, the value to reach by each later year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.extract.calendars import caption_year, notice_calendar
from pipeline.extract.cells.indicator_names import per_of, unit_of_noun, unit_said
from pipeline.extract.cells.layout import READINGS, Column, Layout
from pipeline.extract.cells.norms import GOAL, name_of, norm_columns, says, thing_counted
from pipeline.extract.cells.row_names import name_before
from pipeline.extract.facts import Place, Target, said_to_fact
from pipeline.language import patterns, scope
from pipeline.language.cells import is_dash
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.times import Calendar, due, times_of_limit
from pipeline.language.value_cells import value_cell
from pipeline.model import Cell, Fact, Mended

_BASELINE = ("现状", "基期", "基准", "实际", "完成", "现有", "基础值", "现值")
_COVERAGE = patterns.compile(r"(?:基本)?(?:实现)?全覆盖|应.尽.|全部|应享尽享")
_VALUED = ("year_value", "value", "measure")


def indicator_targets(layout: Layout, mended: Mended) -> list[Fact]:
    """Facts of table `targets`, one for each row and target year; none if the table names no indicators."""
    if layout.table.kind == "indicator":
        baseline, goals = _year_columns(layout, _written_year(mended))
    else:
        baseline, goals = None, norm_columns(layout)
    if not goals:
        return []
    texts = [p.text for p in mended.outline.passages if p.role == "body"]
    calendar = notice_calendar(mended)
    told = _Told(texts, calendar, caption_year(layout.table, calendar.own_year))
    facts: list[Fact] = []
    for row in layout.rows():
        for goal in goals:
            facts += _target(layout, row, (baseline, goal), told)
    return facts


class _Told(NamedTuple):
    """What the notice says beside the cells: its paragraphs, the years that its times are of, that of the caption."""

    texts: list[str]
    calendar: Calendar
    caption: int | None


def _written_year(mended: Mended) -> int | None:
    block = mended.outline.title_block
    said = (block.written_date or "")[:4]
    return int(said) if said.isdecimal() else block.doc_number_year


def _year_columns(layout: Layout, written: int | None) -> tuple[Column | None, list[Column]]:
    """The column of the starting values, and those of the values to reach.

    A year before the notice was written is past. Without a date of the notice the first of
    several years is taken for the starting one.
    """
    valued = [c for c in layout.columns if c.meaning in _VALUED]
    dated = [c for c in valued if c.year]
    if not dated:
        past = [c for c in valued if says(c, _BASELINE)]
        goals = [c for c in valued if c not in past and (says(c, GOAL) or c.meaning == "value")]
        return (past[0] if past else None), goals[:1]
    past = [c for c in dated if _is_past(c, dated, written)]
    return (past[-1] if past else None), [c for c in dated if c not in past]


def _is_past(column: Column, dated: list[Column], written: int | None) -> bool:
    if says(column, GOAL) or says(column, _BASELINE):
        return not says(column, GOAL)
    if written is not None:
        return (column.year or 0) < written
    return len(dated) > 1 and column.year == min(c.year or 0 for c in dated)


def _target(layout: Layout, row: int, columns: tuple[Column | None, Column], told: _Told) -> Iterator[Fact]:
    baseline, goal = columns
    cell = layout.grid[row][goal.index]
    if cell is None or not cell.text or cell.role == "total":
        return
    thing = thing_counted(cell.text.rstrip("。；")) if layout.table.kind != "indicator" else None
    found, noun = thing or (value_cell(cell.text.rstrip("。；")), "")
    if (found and found.unit == "分") or not (found or _COVERAGE.search(cell.text)):
        return  # a score, words
    name = noun or _name(layout, row, goal)
    start = layout.grid[row][baseline.index] if baseline else None
    before = value_cell(start.text) if start else None
    when, source = _due(layout, row, goal, told)
    target = Target(
        kind="coverage" if not found else "target" if when or not found.comparator else "standard",
        indicator=name,
        comparator=(found.comparator or "=") if found else "all",
        value=found.value if found else None,
        value_max=found.value_max if found else None,
        unit=_unit(layout, row, goal, (found, told.texts)) if found else None,
        value_text=cell.text,
        per=per_of(name),
        change=found.change if found else None,
        baseline_value=before.value if before else None,
        baseline_value_text=start.text if start and start.text else None,
        baseline_year=baseline.year if baseline and start and start.text else None,
        deadline_date=when[0] if when else None,
        deadline_precision=when[1] if when else None,
        deadline_from=source,
        nature=_beside(layout, row, ("nature",)),
        agency_name=_beside(layout, row, AGENCY_MEANINGS),
        row_label=layout.label(row),
    )
    sure = READINGS[layout.table.status]
    own = (*cell.parts, *(start.parts if start and before else ()))
    place = Place(layout.row_span(row), table_id=layout.table.table_id, row=row, own=own)
    yield said_to_fact(target, place, "indicator_row", sure)


def _name(layout: Layout, row: int, goal: Column) -> str:
    """The indicator of a row; elsewhere what the nearest cell calls it: 消毒柜 of 设备 | 消毒柜 | 至少2台."""
    if layout.table.kind == "indicator":
        return layout.name(row)
    return name_of(layout, name_before(layout, row, goal.index) or layout.name(row), goal)


def _unit(layout: Layout, row: int, goal: Column, given: tuple[Quantity, list[str]]) -> str | None:
    """In the cell; in a heading; in a column 单位; in the words of the notice; the noun's measure word."""
    found, texts = given
    if found.unit:
        return found.unit
    name = layout.name(row)
    beside = _beside(layout, row, ("unit",))
    bracket = patterns.search(r"[（(]([^（()）\d]{1,6})[)）]$", name)
    named = bracket[1] if bracket and not bracket[1].startswith("每") else None
    return goal.unit or beside or named or unit_said(name, found.value, texts) or unit_of_noun(name)


def _due(layout: Layout, row: int, goal: Column, told: _Told) -> tuple[Due | None, scope.From | None]:
    """The day the year of a column ends, or that the row names under 完成时限, or on which the year of the caption ends."""
    if goal.year:
        return (date(goal.year, 12, 31), "year"), None
    if limit := _limit(layout, row, told.calendar):
        return limit, "row"
    return ((date(told.caption, 12, 31), "year"), "heading") if told.caption else (None, None)


def _limit(layout: Layout, row: int, calendar: Calendar) -> Due | None:
    """The day that the cell of a row under 完成时限 names."""
    said = _beside(layout, row, ("deadline",)) or ""
    return next(filter(None, (due(found.time, calendar) for found in times_of_limit(said))), None)


def _beside(layout: Layout, row: int, meanings: tuple[str, ...]) -> str | None:
    cells: list[Cell | None] = [layout.grid[row][c.index] for c in layout.columns if c.meaning in meanings]
    texts = [cell.text for cell in cells if cell and cell.text and not is_dash(cell.text)]
    return "、".join(dict.fromkeys(texts)) or None
