"""Rows with words in columns and no rule → which of them are the headings of a table.

Headings are known words side by side, or stand over columns of figures. Those of narrow columns go on over several lines, in
the middle of their height; one over several columns stands above theirs. So many lines are headings as make most of the
words known that they say together, and leave the rows below best in line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.headings import may_be_heading, meaning
from pipeline.read.pdf.columns_proved import prove_columns
from pipeline.read.pdf.extents import Columns
from pipeline.read.pdf.gutters import Printed
from pipeline.read.pdf.heading_spans import lines_to_headings
from pipeline.read.pdf.row_groups import out_of_line
from pipeline.read.pdf.settings import bands_to_setting, printed_to_spread
from pipeline.read.pdf.tabular import FEWEST_HEADINGS, is_named, is_value

# Headings take so many lines at most, and so many of them may stand above the first line of known words.
_MOST_LINES, _MOST_ABOVE = 8, 3
# Lines of headings are apart by less than so many heights of one.
_FARTHEST = 1.0
# Lines that follow one another are apart by a letter's width at least.
_BESIDE = 0.95
# So many rows below the headings are looked at.
_MOST_ROWS = 40


class Headed(NamedTuple):
    """Which rows [start, end) are headings, and the columns that they and the rows below have."""

    start: int
    end: int
    columns: Columns


def names(headings: Sequence[Printed], columns: Columns) -> list[str]:
    """What the lowest heading over each column says; "" where there is none."""
    found = [""] * len(columns.extents)
    for heading in sorted(lines_to_headings(headings, columns.extents)):
        for col in range(heading.col, heading.col + heading.col_span):
            found[col] = "".join(glyph.char for glyph in heading.glyphs)
    return found


def name_a_table(said: Sequence[str]) -> bool:
    """Several headings, of which half are known, or one where all are short and without punctuation."""
    known = sum(map(bool, map(meaning, said)))
    return len(said) >= FEWEST_HEADINGS and (
        2 * known >= len(said) or (known > 0 and all(map(may_be_heading, said)))
    )


def rows_to_headed(rows: Sequence[Printed]) -> Headed | None:
    """The headings of the first table of the rows; None if nothing names their columns."""
    ranked = [(_rank(rows, way), way) for way in _ways(rows)]
    most = max((rank for rank, _ in ranked), default=None)
    best = [way for rank, way in ranked if rank == most]
    return min(best, key=lambda way: (_disorder(rows, way), -way.start), default=None)


def _ways(rows: Sequence[Printed]) -> Iterator[Headed]:
    """From the first line of known words, or of words side by side, or from one near above it; to the first values."""
    several = [n for n, row in enumerate(rows) if len(row.chunks) > 1]
    if not several:
        return
    first = next((n for n in several if is_named(rows[n])), several[0])
    values = (n for n in several if n > first and any(is_value(chunk.text) for chunk in rows[n].chunks))
    last = min(next(values, len(rows) - 1), first + _MOST_LINES)
    starts = [
        n
        for n in range(max(0, first - _MOST_ABOVE), first + 1)
        if not n or not is_beside(*rows[n - 1 : n + 1])
    ]
    ends = [n for n in range(first + 1, last + 1) if not is_beside(*rows[n - 1 : n + 1])]
    for start in starts or [first]:
        if all(_are_near(*pair) for pair in pairwise(rows[start : first + 1])):
            yield from _headed(rows, start, ends)


def is_beside(upper: Printed, lower: Printed) -> bool:
    """Two lines too near for one to follow the other: they stand side by side in one row."""
    one, two = upper.chunks[0].glyphs[0], lower.chunks[0].glyphs[0]
    wide = max(
        glyph.x1 - glyph.x0 for row in (upper, lower) for chunk in row.chunks for glyph in chunk.glyphs
    )
    return two.base - one.base < _BESIDE * wide


def _are_near(upper: Printed, lower: Printed) -> bool:
    return lower.top - upper.bottom <= _FARTHEST * (lower.bottom - lower.top)


def _headed(rows: Sequence[Printed], start: int, ends: Sequence[int]) -> Iterator[Headed]:
    width = min(row.chunks[0].x0 for row in rows), max(row.chunks[-1].x1 for row in rows)
    for end in ends:
        columns = prove_columns(rows[start:end], rows[end:], width)
        if (
            columns is not None
            and all(names(rows[start:end], columns))
            and _are_cells(rows[start:], end - start, columns)
        ):
            yield Headed(start, end, columns)


def _are_cells(rows: Sequence[Printed], end: int, columns: Columns) -> bool:
    """No heading goes on with a line farther below than lines of cells are, nor do nearer ones follow it."""
    lines = columns.spread(rows)
    setting = bands_to_setting([lines], columns.edges)
    most = setting.pitch + setting.height / 2
    for heading in lines_to_headings(rows[:end], columns.extents):
        bases = sorted(glyph.base for glyph in heading.glyphs)
        if any(below - above > most for above, below in pairwise(bases)):
            return False
    above = {reach: line for line in lines[:end] for reach in line.cells}
    below = (
        [reach for reach in lines[end].cells if reach in above]
        if end < len(lines) and setting.is_padded
        else []
    )
    return all(setting.is_apart(above[reach], lines[end], reach) for reach in below)


def _rank(rows: Sequence[Printed], way: Headed) -> tuple[float, bool]:
    """What share of the lowest headings is known, and whether one stands over several of the columns."""
    said = names(rows[way.start : way.end], way.columns)
    headings = lines_to_headings(rows[way.start : way.end], way.columns.extents)
    spans = any(1 < heading.col_span < len(said) for heading in headings)
    return round(sum(map(bool, map(meaning, said))) / len(said), 2), spans


def _disorder(rows: Sequence[Printed], way: Headed) -> float:
    below = [printed_to_spread(row, way.columns.gutters) for row in rows[way.end : way.end + _MOST_ROWS]]
    return out_of_line(below, way.columns.edges)
