"""Headings and the rows below them → where the columns of a table part, if that is proved.

Rows leave the same gutters free, and no two headings of one line stand over one column: where they do, the column is two,
and its gutter is a narrow one that all rows leave free, or the table cannot be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.cells import is_total
from pipeline.read.pdf.bands import Columns, rows_to_columns
from pipeline.read.pdf.gutters import RULED_GAP, Chunk, Printed, free_zones, left_free

# Of a letter's width: what stands between columns of the narrowest padding drawn (2 points on each side of words of 14).
_NARROW = 0.12
# So many rows say something on both sides of a narrow gutter; one of so many may cross it (a cell over both columns).
_FEWEST_BESIDE = 3
_RARELY = 20
# Letters of a heading spread over its column stand one by one.
_SPREAD = 1


def prove_columns(
    headings: Sequence[Printed], body: Sequence[Printed], width: tuple[float, float]
) -> Columns | None:
    """The columns of a table that reaches as far as `width`; None where headings and rows do not tell them."""
    em = _letter([*headings, *body])
    rows = [_without_totals(row) for row in body]
    zones = free_zones(rows, RULED_GAP * em)
    for run in (run for row in rows if len(row.chunks) == 1 for run in _runs(row, _NARROW * em)):
        zones = [left_free(zone, run) for zone in zones]
    gutters = [(start + end) / 2 for start, end in zones]
    for left, right in _two_over_one(headings, rows_to_columns(headings, rows, gutters, width).gutters):
        found = _narrow_gutter(rows, (left, right), _NARROW * em)
        if found is None:
            return None
        gutters = sorted([*gutters, found])
    if not gutters:
        return None
    return rows_to_columns(headings, [cut_at(row, gutters) for row in rows], gutters, width)


def cut_at(row: Printed, gutters: Sequence[float]) -> Printed:
    """The row with a chunk in two wherever a gutter passes between its letters."""
    return Printed(
        tuple(piece for chunk in row.chunks for piece in _pieces(chunk, gutters)), row.top, row.bottom
    )


def _pieces(chunk: Chunk, gutters: Sequence[float]) -> list[Chunk]:
    parts = [[chunk.glyphs[0]]]
    least = _NARROW * (chunk.glyphs[0].bottom - chunk.glyphs[0].top)
    for one, other in pairwise(chunk.glyphs):
        at = bisect_right(gutters, one.x1)
        if other.x0 - one.x1 >= least and at < len(gutters) and gutters[at] <= other.x0:
            parts.append([])
        parts[-1].append(other)
    return [Chunk(part[0].x0, max(g.x1 for g in part), tuple(part)) for part in parts]


def _letter(rows: Sequence[Printed]) -> float:
    heights = sorted(row.bottom - row.top for row in rows)
    return heights[len(heights) // 2] if heights else 10.0


def _without_totals(row: Printed) -> Printed:
    """合计 stands in the middle of several columns: it says nothing of where they part."""
    if len(row.chunks) < 3 or not is_total(row.chunks[0].text):
        return row
    return Printed(row.chunks[1:], row.top, row.bottom)


def _two_over_one(headings: Sequence[Printed], gutters: Sequence[float]) -> list[tuple[float, float]]:
    """The middles of two headings of one line between which no gutter passes."""
    found = set()
    for line in headings:
        for one, other in pairwise(line.chunks):
            left, right = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
            spread = min(len(one.text), len(other.text)) <= _SPREAD
            if not spread and bisect_right(gutters, left) == bisect_right(gutters, right):
                found.add((left, right))
    return sorted(found)


def _narrow_gutter(rows: Sequence[Printed], between: tuple[float, float], least: float) -> float | None:
    """The middle of the widest stretch between two headings that all rows leave free but for a few."""
    left, right = between
    # What stands alone in its line (a group's heading) hinders no gutter that it crosses.
    spans = [runs for row in rows if len(runs := _runs(row, least)) > 1]
    ends = sorted({x for row in spans for run in row for x in run if left < x < right} | {left, right})
    widest, middle = 0.0, None
    start = None
    for x0, x1 in pairwise(ends):
        crossed = sum(any(run[0] < x1 and x0 < run[1] for run in row) for row in spans)
        beside = sum(_reach(row, x0) for row in spans)
        if beside >= _FEWEST_BESIDE and crossed * _RARELY <= beside:
            start = x0 if start is None else start
            if x1 - start > widest:
                widest, middle = x1 - start, (start + x1) / 2
        else:
            start = None
    return middle if widest >= least else None


def _runs(row: Printed, least: float) -> list[tuple[float, float]]:
    """From where to where letters of a row stand without a gap between them."""
    runs: list[tuple[float, float]] = []
    for glyph in (glyph for chunk in row.chunks for glyph in chunk.glyphs):
        if runs and glyph.x0 - runs[-1][1] < least:
            runs[-1] = (runs[-1][0], max(runs[-1][1], glyph.x1))
        else:
            runs.append((glyph.x0, glyph.x1))
    return runs


def _reach(row: Sequence[tuple[float, float]], x: float) -> bool:
    """Whether a row says something on both sides of a place."""
    return row[0][0] < x < row[-1][1]
