"""Stretches of text on a page → lines in reading order, columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read.ocr.engine import Rect, hull

# How much of the lower of two stretches must stand beside the other for both to be one line.
_BESIDE = 0.5
# Of a line's height and of a stretch's width: how far stretches of one row may be out of line, and reach over one another.
_LEVEL, _OVERLAP = 0.2, 0.5
# A page set in columns has lines that fill them; lists and signatures in two columns are ragged.
_FEWEST_ROWS = 5
_FULL, _MOSTLY = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """Stretches side by side, from left to right, as indexes into the rectangles of the page."""

    members: tuple[int, ...]
    rect: Rect


def order(rects: Sequence[Rect]) -> list[tuple[int, ...]]:
    """The lines of a page in reading order, each the indexes of its stretches from left to right."""
    rows = _rows(rects, range(len(rects)))
    lines: list[tuple[int, ...]] = []
    start = 0
    while start < len(rows):
        gutter, end = _columns_from(rows, rects, start)
        if gutter is None:
            lines.append(rows[start].members)
            start += 1
            continue
        members = [i for row in rows[start:end] for i in row.members]
        for side in (0, 1):
            of_side = [i for i in members if (rects[i].middle[0] >= gutter) == bool(side)]
            lines += [row.members for row in _rows(rects, of_side)]
        start = end
    return lines


def joined_rows(rows: Sequence[tuple[int, ...]], rects: Sequence[Rect]) -> list[tuple[int, ...]]:
    """Rows one after the other at one height as one: a stretch found too wide is not apart from the one beside it."""
    found: list[tuple[int, ...]] = []
    for row in rows:
        if found and _are_one(found[-1], row, rects):
            found[-1] = tuple(sorted((*found[-1], *row), key=lambda i: rects[i].x0))
        else:
            found.append(row)
    return found


def _are_one(one: Sequence[int], other: Sequence[int], rects: Sequence[Rect]) -> bool:
    pairs = [(rects[i], rects[j]) for i in one for j in other]
    return all(
        abs(a.middle[1] - b.middle[1]) <= _LEVEL * min(a.height, b.height)
        and min(a.x1, b.x1) - max(a.x0, b.x0) <= _OVERLAP * min(a.width, b.width)
        for a, b in pairs
    )


def _rows(rects: Sequence[Rect], chosen: Sequence[int] | range) -> list[Row]:
    rows: list[list[int]] = []
    for i in sorted(chosen, key=lambda i: (rects[i].middle[1], rects[i].x0)):
        beside = [row for row in rows[-4:] if _is_beside(rects[row[-1]], rects[i])]
        if beside:
            nearest = min(beside, key=lambda row: abs(rects[row[0]].middle[1] - rects[i].middle[1]))
            nearest.append(i)
        else:
            rows.append([i])
    ordered = [tuple(sorted(row, key=lambda i: rects[i].x0)) for row in rows]
    return sorted(
        (Row(row, hull([rects[i] for i in row])) for row in ordered), key=lambda r: r.rect.middle[1]
    )


def _is_beside(one: Rect, other: Rect) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = one.x1 <= other.x0 + 0.3 * other.height or other.x1 <= one.x0 + 0.3 * one.height
    return apart and shared >= _BESIDE * min(one.height, other.height)


def _columns_from(rows: Sequence[Row], rects: Sequence[Rect], start: int) -> tuple[float | None, int]:
    """(middle of the gutter, end) of the longest run of rows from `start` on that are set in two columns."""
    gutter: tuple[float, float] | None = None
    end = start
    for row in rows[start:]:
        shared = _shared_gap(row, rects, gutter)
        if shared is None:
            break
        gutter, end = shared, end + 1
    if gutter is None or end - start < _FEWEST_ROWS:
        return None, start
    middle = (gutter[0] + gutter[1]) / 2
    sides: tuple[list[Rect], list[Rect]] = ([], [])
    for row in rows[start:end]:
        for i in row.members:
            sides[rects[i].middle[0] >= middle].append(rects[i])
    return (middle, end) if all(_is_column(side) for side in sides) else (None, start)


def _shared_gap(
    row: Row, rects: Sequence[Rect], gutter: tuple[float, float] | None
) -> tuple[float, float] | None:
    """The blank of `row` that goes on with `gutter`, at least as wide as a character."""
    left, right = gutter if gutter else (float("-inf"), float("inf"))
    bounds = [rects[i] for i in row.members]
    gaps: list[tuple[float, float]] = [(a.x1, b.x0) for a, b in pairwise(bounds)]
    if gutter:
        gaps += [(float("-inf"), bounds[0].x0), (bounds[-1].x1, float("inf"))]
    least = 0.8 * min(rect.height for rect in bounds)
    shared = [(max(a, left), min(b, right)) for a, b in gaps]
    wide = [gap for gap in shared if gap[1] - gap[0] >= least]
    return max(wide, key=lambda gap: gap[1] - gap[0]) if wide else None


def _is_column(side: Sequence[Rect]) -> bool:
    if len(side) < _FEWEST_ROWS:
        return False
    width = max(r.x1 for r in side) - min(r.x0 for r in side)
    height = sorted(r.height for r in side)[len(side) // 2]
    full = sum(r.width >= _FULL * width for r in side)
    return width >= 8 * height and full >= _MOSTLY * len(side)
