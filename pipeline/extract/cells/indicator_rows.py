"""Rows of indicator tables as targets: name, baseline, the value to reach by each later year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.extract.calendars import (
    caption_year,
    column_due,
    first_planned,
    notice_calendar,
    own_title,
    title_year,
    under_caption,
)
from pipeline.extract.cells.gains import GAIN, compares, gain_columns, gained
from pipeline.extract.cells.layout import Column, Layout
from pipeline.extract.cells.norm_headings import GOAL, bare_heading, is_ratio, says
from pipeline.extract.cells.norms import indicates, norm_columns, planned_columns, rows_are_years
from pipeline.extract.cells.row_names import LONGEST_NAME
from pipeline.extract.cells.row_targets import Told, Value, value_to_fact
from pipeline.extract.cells.things import thing_counted, things_listed
from pipeline.language import patterns
from pipeline.language.cells import year as of_year
from pipeline.language.quantity import Quantity
from pipeline.language.section_kinds import is_plan
from pipeline.language.times import Calendar
from pipeline.language.value_cells import ratio_cell, value_cell
from pipeline.model import Fact, Mended, Table

_BASELINE = ("现状", "基期", "基准", "实际", "完成", "现有", "基数", "基础值", "现值", "实绩")
_TOLD = ("实绩",)  # what a year came to
_COVERAGE = patterns.compile(r"(?:基本)?(?:实现)?全覆盖|应.尽.|全部|应享尽享")
_SCORE, _AGES = "分", ("岁", "周岁")  # how old one may be; of a row of indicators so is 人均预期寿命
_VALUED = ("year_value", "value", "measure")
_RANKS = ("排名", "位次", "名次")  # 2026年力争位次: where one stands among others


def indicator_targets(layout: Layout, mended: Mended) -> list[Fact]:
    """Facts of table `targets`, one for each row and target year; none if the table names no indicators."""
    written, calendar = _written_year(mended), notice_calendar(mended)
    if indicates(layout):
        known = written or calendar.first_year
        ahead = max(known or 0, first_planned(layout.table, calendar) or 0) or None
        baseline, goals = _year_columns(layout, ahead)
        if not goals:  # a plan that the columns know nothing of
            baseline, goals = _year_columns(layout, known)
        goals = [*goals, *gain_columns(layout, goals)]
    elif rows_are_years(layout):
        baseline, goals = None, planned_columns(layout) if _plans(layout.table, mended) else []
    else:
        baseline, goals = None, [c for c in norm_columns(layout) if not _tells_past(c, calendar)]
    over = layout.over
    goals = [goal for goal in goals if not over.tells() or (goal.year or 0) >= (written or 0) > 0]
    if not goals:
        return []
    texts = [p.text for p in mended.outline.passages if p.role == "body"]
    told_from = written or 0
    year = caption_year(layout.table, calendar.own_year) or over.year
    planned = title_year(mended, calendar.written) if not year else None
    told = Told(texts, under_caption(calendar, layout.table), year, planned, baseline)
    return [
        value_to_fact(layout, row, value, told)
        for row in layout.rows()
        if (of_year(layout.label(row)) or told_from) >= told_from
        for value in _values(layout, row, goals)
    ]


def _plans(table: Table, mended: Mended) -> bool:
    """Whether years in the rows of a table are those of a plan, and none that are told of."""
    title = bare_heading(table.title)
    return title.endswith(GOAL) or is_plan(title) or is_plan(own_title(mended))


def _values(layout: Layout, row: int, goals: Sequence[Column]) -> Iterator[Value]:
    """What the cells of a row ask for: none of a score, of what is paid, and of words."""
    for goal in goals:
        cell = layout.grid[row][goal.index]
        if cell is None or not cell.text or cell.role == "total":
            continue
        bare, of_years = cell.text.rstrip("。；"), indicates(layout)
        if goal.meaning == GAIN:
            yield from (Value(goal, cell, found) for found in gained(layout, row, goal, goals))
            continue
        if not of_years and (listed := things_listed(bare)):
            yield from (Value(goal, cell, found, noun) for found, noun in listed)
            continue
        found, noun = (None if of_years else thing_counted(bare)) or (value_cell(bare), "")
        found = found or (_first_of(bare) if of_years else None)
        ratio = ratio_cell(bare) if not found and is_ratio(layout.name(row), goal) else None
        if found and (found.unit == _SCORE or (found.unit in _AGES and not of_years)):
            continue
        covers = len(bare) <= LONGEST_NAME and _COVERAGE.search(bare)  # a sentence is read as one
        if found or ratio or covers:
            yield Value(goal, cell, found, noun, ratio)


def _first_of(text: str) -> Quantity | None:
    """15 of 15，年均增长19%: the value itself stands first, and what follows says more of it."""
    first, mark, rest = text.partition("，")
    return value_cell(first) if mark and rest else None


def _written_year(mended: Mended) -> int | None:
    block = mended.outline.title_block
    said = (block.written_date or "")[:4]
    return int(said) if said.isdecimal() else block.doc_number_year


def _year_columns(layout: Layout, written: int | None) -> tuple[Column | None, list[Column]]:
    """The column of the starting values, and those of the values to reach.

    A year before the notice was written, or before the first of its plan, is past. Where neither is known the first of
    several years is taken for the starting one.
    """
    valued = [c for c in layout.columns if c.meaning in _VALUED and not (compares(c) or says(c, _RANKS))]
    dated = [c for c in valued if c.year]
    if not dated:
        past = [c for c in valued if says(c, _BASELINE)]
        goals = [c for c in valued if c not in past and (says(c, GOAL) or c.meaning == "value")]
        return (past[0] if past else None), [c for c in goals if says(c, GOAL)] or goals[:1]
    past = [c for c in dated if _is_past(c, dated, written)]
    aimed = [c.year or 0 for c in dated if c not in past]
    # not 2026年一季度实绩 beside 2026年目标
    before = [c for c in past if not aimed or (c.year or 0) < max(aimed)]
    return ((before or past)[-1] if past else None), [c for c in dated if c not in past]


def _tells_past(column: Column, calendar: Calendar) -> bool:
    """Whether the time of a heading was over when the notice was written, or its plan begins, and it names no aim of that
    year."""
    then = column_due(column.heading, column.year, calendar)
    began = calendar.plan[0] if calendar.plan else calendar.own_year
    written = calendar.written or (date(began, 1, 1) if began else None)
    aimed = bool(column.year) and says(column, GOAL)
    return bool(then and written and then[0] < written and not aimed) or (
        bool(column.year) and says(column, _TOLD)
    )


def _is_past(column: Column, dated: list[Column], written: int | None) -> bool:
    if says(column, GOAL) or says(column, _BASELINE):
        return not says(column, GOAL)
    if written is not None:
        later = [c for c in dated if (c.year or 0) > (column.year or 0)]
        # 2024年水平 | 2025年目标: beside aims the year it was written in tells how things are.
        stands = column.year == written and bool(later) and all(says(c, GOAL) for c in later)
        return stands or (column.year or 0) < written
    return len(dated) > 1 and column.year == min(c.year or 0 for c in dated)
