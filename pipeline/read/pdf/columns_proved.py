"""Headings and the rows below them → where the columns of a table part, if that is proved.

Rows leave the same gutters free, and no two headings of one line stand over one column: where they do, the column is two,
and its gutter is a narrow one that all rows leave free, or the table cannot be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.cells import is_total
from pipeline.read.pdf.extents import Columns, rows_to_columns
from pipeline.read.pdf.gutters import RULED_GAP, Chunk, Printed, free_zones, left_free, with_ends

# Of a letter's width: what stands between columns of the narrowest padding drawn (2 points on each side of words of 14).
_NARROW = 0.12
# So many rows say something on each side of a narrow gutter; one of so many may cross it (a cell over both columns).
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
    alone = [row for row in rows if len(row.chunks) == 1]
    zones = _beside_alone(headings, with_ends(free_zones(rows, RULED_GAP * em), rows, width), alone)
    zones = [zone for zone in zones if width[0] < zone[0] and zone[1] < width[1]]
    # A row that is one chunk (a group's heading, a note, the rest of a long cell) hinders no gutter that it crosses.
    for run in (run for row in alone for run in _runs(row, _NARROW * em)):
        zones = [left_free(zone, run) for zone in zones]
    gutters = _middles(headings, zones)
    for left, right in two_over_one(headings, gutters):
        at = bisect_right(gutters, left)
        column = ([width[0] - em, *gutters][at], [*gutters, width[1] + em][at])
        found = _narrow_gutter(rows, (left, right), column, _NARROW * em)
        gutters = gutters if found is None else sorted([*gutters, found])
    if two_over_one(headings, rows_to_columns(headings, rows, gutters, width).gutters):
        return None
    if not gutters:
        return None
    return rows_to_columns(headings, [cut_at(row, gutters) for row in rows], gutters, width)


def _beside_alone(
    headings: Sequence[Printed], zones: Sequence[tuple[float, float]], alone: Sequence[Printed]
) -> list[tuple[float, float]]:
    """The gutters; one with a heading in it, and below that words in it which stand alone in their lines, is two."""
    found: list[tuple[float, float]] = []
    for start, end in zones:
        within = [row.chunks[0] for row in alone if start < row.chunks[0].x0 and row.chunks[0].x1 < end]
        leaf = next((leaf for leaf in _leaves(headings) if start < leaf.x0 and leaf.x1 < end), None)
        held = [chunk for chunk in within if leaf and chunk.x0 < leaf.x1 and leaf.x0 < chunk.x1]
        left, right = min((c.x0 for c in held), default=end), max((c.x1 for c in held), default=end)
        found += [(start, left), (right, end)] if held else [(start, end)]
    return found


def _middles(headings: Sequence[Printed], zones: Sequence[tuple[float, float]]) -> list[float]:
    """The middles of gutters. Where each column has one heading, of what the headings leave too: figures may stand at the
    right side of a column, their heading in its middle, beside them."""
    leaves = _leaves(headings)
    if len(leaves) != len(zones) + 1:
        return [(start + end) / 2 for start, end in zones]
    found = []
    for (start, end), (one, other) in zip(zones, pairwise(leaves), strict=True):
        left, right = max(start, one.x1), min(end, other.x0)
        found.append((left + right) / 2 if left < right else (start + end) / 2)
    return found


class _Leaf(NamedTuple):
    """From where to where a heading over one column stands, across and down, and how many letters it has."""

    x0: float
    x1: float
    top: float
    bottom: float
    letters: int


def _leaves(headings: Sequence[Printed]) -> list[_Leaf]:
    """The lowest headings from left to right; those over several of them are left out."""
    leaves: list[_Leaf] = []
    for line in headings[::-1]:
        for chunk in line.chunks:
            under = [leaf for leaf in leaves if chunk.x0 < leaf.x1 and leaf.x0 < chunk.x1]
            if len(under) == 1:
                x0, x1, _, bottom, letters = under[0]
                leaves.remove(under[0])
                whole = min(chunk.x0, x0), max(chunk.x1, x1), line.top, bottom, letters + len(chunk.text)
                leaves.append(_Leaf(*whole))
            elif not under:
                leaves.append(_leaf(line, chunk))
    return sorted(leaves)


def _leaf(line: Printed, chunk: Chunk) -> _Leaf:
    return _Leaf(chunk.x0, chunk.x1, line.top, line.bottom, len(chunk.text))


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


def two_over_one(headings: Sequence[Printed], gutters: Sequence[float]) -> list[tuple[float, float]]:
    """The middles of two headings side by side between which no gutter passes."""
    lines = [[_leaf(line, chunk) for chunk in line.chunks] for line in headings]
    found = set()
    for one, other in (pair for leaves in (*lines, _leaves(headings)) for pair in pairwise(leaves)):
        left, right = (one.x0 + one.x1) / 2, (other.x0 + other.x1) / 2
        spread = min(one.letters, other.letters) <= _SPREAD
        beside = one.top < other.bottom and other.top < one.bottom
        if beside and not spread and bisect_right(gutters, left) == bisect_right(gutters, right):
            found.add((left, right))
    return sorted(found)


def _narrow_gutter(
    rows: Sequence[Printed], between: tuple[float, float], column: tuple[float, float], least: float
) -> float | None:
    """The middle of the widest stretch between two headings of a column that all rows leave free, or all but for a few."""
    # What stands alone in its line (a group's heading) hinders no gutter that it crosses.
    spans = [runs for row in rows if len(runs := _runs(row, least)) > 1]
    left, right = between
    ends = sorted({x for row in spans for run in row for x in run if left < x < right} | {left, right})
    crossed = [sum(any(a < x1 and x0 < b for a, b in row) for row in spans) for x0, x1 in pairwise(ends)]
    beside = [_beside(spans, x0, column) for x0 in ends[:-1]]
    for share in (0, 1 / _RARELY):
        free = [n >= _FEWEST_BESIDE and c <= share * n for c, n in zip(crossed, beside, strict=True)]
        width, middle = _widest(ends, free)
        if width >= least:
            return middle
    return None


def _widest(ends: Sequence[float], free: Sequence[bool]) -> tuple[float, float]:
    """How wide the widest run of free stretches is, and its middle."""
    found, start = [(0.0, 0.0)], None
    for (x0, x1), is_free in zip(pairwise(ends), free, strict=True):
        start = (x0 if start is None else start) if is_free else None
        if start is not None:
            found.append((x1 - start, (start + x1) / 2))
    return max(found)


def _runs(row: Printed, least: float) -> list[tuple[float, float]]:
    """From where to where letters of a row stand without a gap between them."""
    runs: list[tuple[float, float]] = []
    for glyph in (glyph for chunk in row.chunks for glyph in chunk.glyphs):
        if runs and glyph.x0 - runs[-1][1] < least:
            runs[-1] = (runs[-1][0], max(runs[-1][1], glyph.x1))
        else:
            runs.append((glyph.x0, glyph.x1))
    return runs


def _beside(rows: Sequence[Sequence[tuple[float, float]]], x: float, column: tuple[float, float]) -> int:
    """How many rows say something of a column left of a place, and how many right of it: the fewer of both."""
    middles = [[(a + b) / 2 for a, b in row] for row in rows]
    left = sum(any(column[0] < middle < x for middle in row) for row in middles)
    return min(left, sum(any(x < middle < column[1] for middle in row) for row in middles))
