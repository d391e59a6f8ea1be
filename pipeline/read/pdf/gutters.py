"""Printed rows → the columns that their words keep to: a column begins where all rows leave a gutter free.

One gap says little: programs put a small one between figures and Chinese letters, and spread letters to fill a
cell. What stands in columns leaves the same gap free in every row, a wider one than letters of one word do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from pipeline.read.pdf.glyphs import Glyph

# In letters' widths: between letters of one word lies at most 0.3 (figures beside Chinese 0.25, justified lines
# 0.3), between columns of the narrowest tables drawn 0.5. Where no rule says that there is a table, nearly a full letter.
RULED_GAP, FREE_GAP = 0.42, 0.8
# Letters are as wide as this share of their font's height at least (a font reaches up to 1.45 of their width).
_WIDE = 0.69
# And figures are half as wide as letters, of some fonts 0.64.
_FIGURES = 1.56
# Headings over several columns stand in so many rows at the top.
_DEEPEST_HEADING = 2
_LEAST_ROWS = 2
# A column that headings over others would hide is filled in so many of the rows.
_FILLED = 0.6
_SAME_GUTTER = 20.0


class Chunk(NamedTuple):
    """Glyphs of one row without a gap between them."""

    x0: float
    x1: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed row as its chunks, from its upper to its lower end."""

    chunks: tuple[Chunk, ...]
    top: float
    bottom: float


def stretched(row: Printed, now: tuple[float, float], wanted: tuple[float, float]) -> Printed:
    """A row of a table that reaches from `now[0]` to `now[1]`, as one that reaches as far as `wanted`."""
    by = (wanted[1] - wanted[0]) / (now[1] - now[0])

    def at(x: float) -> float:
        return wanted[0] + (x - now[0]) * by

    return Printed(
        tuple(
            Chunk(at(c.x0), at(c.x1), tuple(g._replace(x0=at(g.x0), x1=at(g.x1)) for g in c.glyphs))
            for c in row.chunks
        ),
        row.top,
        row.bottom,
    )


def row_to_printed(row: Sequence[Glyph], gap: float) -> Printed | None:
    """The row with chunks wherever `gap` points are free; None if it prints nothing."""
    parts: list[list[Glyph]] = []
    for glyph in row:
        if glyph.char == " ":
            continue
        if parts and glyph.x0 - max(last.x1 for last in parts[-1][-2:]) < gap:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    if not parts:
        return None
    chunks = tuple(Chunk(part[0].x0, max(g.x1 for g in part), tuple(part)) for part in parts)
    glyphs = [glyph for part in parts for glyph in part]
    return Printed(chunks, min(g.top for g in glyphs), max(g.bottom for g in glyphs))


def letter_width(rows: Sequence[Sequence[Glyph]]) -> float:
    """How wide a Chinese letter of these rows is (points), at least: by its own width, or by height and figures."""
    glyphs = [glyph for row in rows for glyph in row]
    widths = [g.x1 - g.x0 for g in glyphs if g.char >= "\u2e80"] or [0.0]
    figures = [g.x1 - g.x0 for g in glyphs if g.char.isdigit()] or [0.0]
    heights = [g.bottom - g.top for g in glyphs] or [10.0]
    high = median(heights)
    return max(median(widths), _WIDE * high, min(_FIGURES * median(figures), high))


def rows_to_gutters(rows: Sequence[Printed], least: float, headings: int | None = None) -> list[float]:
    """The middles of the gutters at least so many points wide, by the rows below the first `headings` ones.

    Where nothing says how many these are, so many as leave columns free that the rows below fill.
    """
    if headings is not None:
        return free_gutters(rows[headings:], least) or free_gutters(rows, least)
    best = free_gutters(rows, least)
    for skipped in range(1, _DEEPEST_HEADING + 1):
        found = free_gutters(rows[skipped:], least)
        if _stand_over(rows[:skipped], rows[skipped:], found) or (
            len(found) > len(best) and _are_filled(rows[skipped:], found, best)
        ):
            best = found
    return best


def free_gutters(rows: Sequence[Printed], least: float) -> list[float]:
    """The middles of the gutters that all rows leave free."""
    return [(start + end) / 2 for start, end in free_zones(rows, least)]


def free_zones(rows: Sequence[Printed], least: float) -> list[tuple[float, float]]:
    """The gutters that all rows leave free. A row that is one chunk (a group's heading, a note, the rest of a long cell) hinders no gutter that it crosses."""
    judged = [row for row in rows if len(row.chunks) > 1]
    if len(judged) < _LEAST_ROWS:
        return []
    free = _free_between(judged, least)
    for chunk in (row.chunks[0] for row in rows if len(row.chunks) == 1):
        free = [left_free(zone, (chunk.x0, chunk.x1)) for zone in free]
    return free


def left_free(zone: tuple[float, float], taken: tuple[float, float]) -> tuple[float, float]:
    """What of a gutter is left free by what reaches into it, and not across."""
    start, end = zone
    if taken[0] < start < taken[1] < end:
        return taken[1], end
    return (start, taken[0]) if start < taken[0] < end < taken[1] else zone


def _free_between(rows: Sequence[Printed], least: float) -> list[tuple[float, float]]:
    chunks = sorted((chunk.x0, chunk.x1) for row in rows for chunk in row.chunks)
    free: list[tuple[float, float]] = []
    end = chunks[0][1]
    for x0, x1 in chunks:
        if x0 - end >= least:
            free.append((end, x0))
        end = max(end, x1)
    return free


def _stand_over(above: Sequence[Printed], below: Sequence[Printed], gutters: Sequence[float]) -> bool:
    """Whether a heading above stands in a gutter of the rows below, and none of its line over their columns beside it."""
    extents: dict[int, tuple[float, float]] = {}
    for chunk in (chunk for row in below if len(row.chunks) > 1 for chunk in row.chunks):
        first, _ = columns_of(chunk, gutters)
        x0, x1 = extents.get(first, (chunk.x0, chunk.x1))
        extents[first] = (min(x0, chunk.x0), max(x1, chunk.x1))
    for row in above:
        over = {j for j, (x0, x1) in extents.items() for c in row.chunks if c.x0 < x1 and x0 < c.x1}
        for chunk in row.chunks:
            left = max((j for j, (_, x1) in extents.items() if x1 <= chunk.x0), default=-1)
            right = left + 1
            if left >= 0 and right in extents and chunk.x1 <= extents[right][0] and not {left, right} & over:
                return True
    return False


def _are_filled(rows: Sequence[Printed], gutters: Sequence[float], known: Sequence[float]) -> bool:
    """Whether the columns beside each gutter that is not known say something in most rows."""
    filled = [{columns_of(chunk, gutters)[0] for chunk in row.chunks} for row in rows]
    fresh = {
        j
        for i, gutter in enumerate(gutters)
        if not any(abs(gutter - other) < _SAME_GUTTER for other in known)
        for j in (i, i + 1)
    }
    return all(sum(j in row for row in filled) >= _FILLED * len(rows) for j in fresh)


def columns_of(chunk: Chunk, gutters: Sequence[float]) -> tuple[int, int]:
    """The first column that a chunk reaches, and how many."""
    first, last = bisect_right(gutters, chunk.x0), bisect_right(gutters, chunk.x1)
    return first, last - first + 1
