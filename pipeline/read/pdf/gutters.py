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
_LEAST_ROWS = 2


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


def free_zones(rows: Sequence[Printed], least: float) -> list[tuple[float, float]]:
    """The gutters at least so many points wide that all rows with words apart leave free."""
    judged = [row for row in rows if len(row.chunks) > 1]
    return _free_between(judged, least) if len(judged) >= _LEAST_ROWS else []


def with_ends(
    zones: Sequence[tuple[float, float]], rows: Sequence[Printed], width: tuple[float, float]
) -> list[tuple[float, float]]:
    """The gutters, and what is free at both sides of rows with words side by side: of a column there all words may stand
    alone, each in the middle of its rows."""
    judged = [row for row in rows if len(row.chunks) > 1]
    left, right = (
        min((r.chunks[0].x0 for r in judged), default=0.0),
        max((r.chunks[-1].x1 for r in judged), default=0.0),
    )
    return [(width[0] - 1, left), *zones, (right, width[1] + 1)] if zones else []


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


def columns_of(chunk: Chunk, gutters: Sequence[float]) -> tuple[int, int]:
    """The first column that a chunk reaches, and how many."""
    first, last = bisect_right(gutters, chunk.x0), bisect_right(gutters, chunk.x1)
    return first, last - first + 1
