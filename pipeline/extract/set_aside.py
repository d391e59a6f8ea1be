"""Numbers and times that give no row, each by the rule of grammar that read it and the reason it gives."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.passages import holds_prose
from pipeline.extract.cells.rows import layouts
from pipeline.extract.deadlines import times_aside
from pipeline.extract.funding.given_then import given_then
from pipeline.extract.funding.granting import amounts_aside
from pipeline.extract.reading import Reading, readings
from pipeline.extract.targets.aside import numbers_aside
from pipeline.model import Mended, SetAside


def set_aside(mended: Mended) -> tuple[SetAside, ...]:
    """What the rules of targets, grants and deadlines read in the paragraphs and cells of a notice and found to be none."""
    read = (
        SetAside(reading.passage.span(start, end), reason.replace(" ", "_"))
        for reading in readings(mended)
        for start, end, reason in _aside(reading)
    )
    named = (aside for layout in layouts(mended) for aside in _cells_aside(layout))
    return (*read, *named)


def _aside(reading: Reading) -> Iterator[tuple[int, int, str]]:
    yield from ((time.start, time.end, why) for time, why in times_aside(reading))
    yield from ((q.start, q.end, why) for q, why in numbers_aside(reading))
    yield from ((q.start, q.end, why) for q, why in amounts_aside(reading.sense))
    yield from ((q.start, q.end, "past") for q in given_then(reading))


# Columns whose figures count nothing, or what was done so far: what they say of a row is said by their headings.
_NAMES = {
    "row_number": "row_number", "code": "code", "unit": "unit", "level": "level", "address": "address",
    "progress": "past",
}  # fmt: skip


def _cells_aside(layout: Layout) -> Iterator[SetAside]:
    """The cells that number or name their row."""
    for row in layout.rows():
        for cell, column in layout.cells(row):
            if cell.row != row:
                continue
            reason = _NAMES.get(column.meaning)
            if column.index in layout.label_columns and not holds_prose(layout, cell, column):
                reason = reason or "row_label"
            if reason:
                yield from (SetAside(part, reason) for part in cell.parts)
