"""By when a task is due, and where its date comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.decisions.keys import squeezed
from pipeline.language.headings import path_meaning
from pipeline.language.sections import heading_to_year
from pipeline.publish.sheet import Row
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.when import is_labelled, is_when

BINDS = ("by", "during", "range")
_ABOVE = {"heading": "heading", "title": "title"}


class Due(NamedTuple):
    """A last day as a task may have it; the names are those of the columns behind `due_`."""

    date: str
    precision: object
    text: object
    source: str


def due_of(spine: Spine, task: Row) -> Row:
    """By when a task is due: the day under 完成时限 if it has one, else the last of the days in its words.

    Without either the last day of its targets, and without these the time that its heading, or one above, sets. Where there
    are several (6月底前完成方案，年底前完成建设) `first_due_date` is the earliest.
    """
    days = _own(spine, task) or _of_targets(spine, task) or _above(spine, task)
    if not days:
        return {}
    last = max(days, key=lambda day: day.date)
    first = min(day.date for day in days)
    said = dict(zip(("due_date", "due_precision", "due_text", "due_from"), last, strict=True))
    return {**said, "first_due_date": first}


def _own(spine: Spine, task: Row) -> list[Due]:
    times = [
        row
        for row in spine.of_task("deadlines", task["task_id"])
        if row["kind"] in BINDS and row.get("end_date") and is_when(row)
    ]
    # What the label says is the date; what the words say beside it is on the way there, or beyond.
    times = [row for row in times if _is_limit(spine, row)] or times
    return [_to_due(row, "own") for row in times]


def _is_limit(spine: Spine, row: Row) -> bool:
    """Is a time printed behind 完成时限：, or in a cell under it?"""
    if is_labelled(row):
        return True
    headings = spine.headings_over(row)
    return bool(headings) and path_meaning(headings) == "deadline"


def _of_targets(spine: Spine, task: Row) -> list[Due]:
    dated = (row for row in spine.of_task("targets", task["task_id"]) if row.get("deadline_date"))
    return [
        Due(
            str(row["deadline_date"]),
            row.get("deadline_precision"),
            None,
            _ABOVE.get(str(row.get("deadline_from")), "target"),
        )
        for row in dated
    ]


def _above(spine: Spine, task: Row) -> list[Due]:
    """二、推进设施改造（2025年6月底前完成）, 三、2026年重点任务: of the nearest heading that sets a time."""
    for heading, times in _headings(spine, task):
        words = squeezed(heading)
        said = [row for row in times if squeezed(row["text"]) in words]
        if said:
            return [_to_due(row, "heading") for row in said]
        if year := heading_to_year(heading):
            return [Due(f"{year}-12-31", "year", f"{year}年", "heading")]
    return []


def _headings(spine: Spine, task: Row) -> Iterator[tuple[str, list[Row]]]:
    """The headings over a task, from the nearest up, each with the times that bind in its point."""
    if task.get("table_id"):
        yield spine.table_title(task["table_id"]), []
        return
    for clause in spine.clauses_above(task.get("clause_id")):
        times = [
            row
            for row in spine.rows["deadlines"]
            if row.get("clause_id") == clause["clause_id"] and row["kind"] in BINDS and row.get("end_date")
        ]
        yield str(clause.get("heading") or ""), times


def _to_due(row: Row, source: str) -> Due:
    return Due(str(row["end_date"]), row.get("precision"), row.get("text"), source)
