"""Headings above the first rule under them → the columns that each reaches over.

       2025年          2026年        a heading over others stands above their middle; what stands over no other
县区  新建 改造       新建 改造  备注    reaches down
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import Chunk, Printed
from pipeline.read.pdf.heading_copies import Extent, copies

# In widths of a column: how much worse it is to leave a column without a heading above than to be out of line.
_LEFT_OUT = 0.3
# And to stand over one that has a heading of its own at the same height.
_TAKEN = 0.5

# Of a line's height: how much lower headings under others stand than the middle of all.
_LOWER = 0.2


class Heading(NamedTuple):
    """Where a heading stands, and its glyphs."""

    row: int
    col: int
    row_span: int
    col_span: int
    glyphs: tuple[Glyph, ...]


def lines_to_headings(lines: Sequence[Printed], columns: Sequence[Extent]) -> list[Heading]:
    """The headings of a table in one row, or in two where some stand over others."""
    placed = [(i, chunk, _nearest(chunk, columns)) for i, line in enumerate(lines) for chunk in line.chunks]
    upper = [chunk for i, chunk, _ in placed if i == 0 and len(lines) > 1]
    orphans = _lower_columns(placed)
    reach = copies(upper, placed, columns, orphans) or (
        _reaches(upper, _middles(placed, columns), orphans) if orphans and upper else []
    )
    if not any(end - start > 1 for start, end in reach):
        return [
            Heading(0, col, 1, 1, _glyphs(c for _, c, at in placed if at == col)) for col in _columns(placed)
        ]
    covered = {col for start, end in reach if end - start > 1 for col in range(start, end)}
    over = [chunk for chunk, (start, end) in zip(upper, reach, strict=True) if end - start > 1]
    tops = [
        Heading(0, start, 1, end - start, chunk.glyphs)
        for chunk, (start, end) in zip(upper, reach, strict=True)
        if end - start > 1
    ]
    under = [(c, col) for _, c, col in placed if col in covered and c not in over]
    alone = [(c, col) for _, c, col in placed if col not in covered]
    return [
        *tops,
        *(Heading(1, col, 1, 1, _glyphs(c for c, at in under if at == col)) for col in sorted({at for _, at in under})),
        *(Heading(0, col, 2, 1, _glyphs(c for c, at in alone if at == col)) for col in sorted({at for _, at in alone})),
    ]  # fmt: skip


def _middles(placed: Sequence[tuple[int, Chunk, int]], columns: Sequence[Extent]) -> list[float]:
    """The middle of each column: of its lower headings, else of what it holds."""
    lower = [(chunk, col) for i, chunk, col in placed if i > 0]
    found = []
    for n, (start, end) in enumerate(columns):
        own = [chunk for chunk, col in lower if col == n]
        left, right = (min(c.x0 for c in own), max(c.x1 for c in own)) if own else (start, end)
        found.append((left + right) / 2)
    return found


def _lower_columns(placed: Sequence[tuple[int, Chunk, int]]) -> set[int]:
    """The columns whose headings stand below the first line, and lower than the middle of all."""
    lower = [(c, col) for i, c, col in placed if i > 0]
    boxes = {col: _box(_glyphs(c for c, at in lower if at == col)) for col in {col for _, col in lower}}
    above = [_box(chunk.glyphs) for i, chunk, _ in placed if i == 0]
    if not (above and boxes):
        return set()
    top, bottom = min(box[0] for box in above), min(box[1] for box in above)
    whole = (top + max(box[1] for box in boxes.values())) / 2
    near = _LOWER * (bottom - top)
    return {
        col
        for col, (start, end) in boxes.items()
        if start >= bottom - near and (start + end) / 2 > whole + near
    }


def _box(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    return min(g.top for g in glyphs), max(g.bottom for g in glyphs)


def heading_gutters(
    lines: Sequence[Printed], gutters: Sequence[float], columns: Sequence[Extent]
) -> list[float]:
    """`gutters` and those around headings of columns that hold nothing: at an end, or beside headings of their line.

    A heading in the middle of its column may stand beside the words at the column's left side: a column beside it that has no
    other heading is its own.
    """
    found = list(gutters)
    bare = [c for c in columns if not any(_over(chunk, c) for line in lines for chunk in line.chunks)]
    for line in lines:
        for n, chunk in enumerate(line.chunks):
            if any(_over(chunk, column) for column in columns):
                continue
            left = max((end for _, end in columns if end <= chunk.x0), default=None)
            right = min((start for start, _ in columns if start >= chunk.x1), default=None)
            if any(left == end or right == start for start, end in bare):
                continue
            if left is None or right is None:
                found.append((right + chunk.x1) / 2 if right is not None else ((left or 0.0) + chunk.x0) / 2)
            elif n and n + 1 < len(line.chunks) and _overlap(line, n, columns, (left, right)):
                found = [g for g in found if not left < g < right]
                found += [(left + chunk.x0) / 2, (chunk.x1 + right) / 2]
    return sorted(found)


def _over(chunk: Chunk, column: Extent) -> bool:
    return chunk.x0 < column[1] and column[0] < chunk.x1


def _overlap(line: Printed, n: int, columns: Sequence[Extent], beside: Extent) -> bool:
    """Whether the columns on both sides have their headings in the same line."""
    left = next(c for c in columns if c[1] == beside[0])
    right = next(c for c in columns if c[0] == beside[1])
    before, after = line.chunks[n - 1], line.chunks[n + 1]
    return before.x0 < left[1] and left[0] < before.x1 and after.x0 < right[1] and right[0] < after.x1


def _columns(placed: Sequence[tuple[int, Chunk, int]]) -> list[int]:
    return sorted({col for _, _, col in placed})


def _glyphs(chunks: object) -> tuple[Glyph, ...]:
    return tuple(glyph for chunk in chunks for glyph in chunk.glyphs)  # type: ignore[attr-defined]


def _nearest(chunk: Chunk, columns: Sequence[Extent]) -> int:
    """The column that a chunk shares most of its width with, else the one whose middle is nearest."""
    shared = [min(chunk.x1, end) - max(chunk.x0, start) for start, end in columns]
    if max(shared) > 0:
        return shared.index(max(shared))
    apart = [abs(chunk.x0 + chunk.x1 - start - end) for start, end in columns]
    return apart.index(min(apart))


def _reaches(upper: Sequence[Chunk], middles: Sequence[float], orphans: set[int]) -> list[tuple[int, int]]:
    """For each upper heading the columns [start, end) whose middle it stands over, the best for all together."""
    n = len(middles)
    width = (middles[-1] - middles[0]) / max(n - 1, 1) or 1.0
    missed = [0.0]
    for col in range(n):
        missed.append(missed[-1] + (_LEFT_OUT if col in orphans else 0.0))
    # best[j]: (cost, reaches) of the headings so far, with the columns before j done.
    best: list[tuple[float, tuple[tuple[int, int], ...]]] = [(missed[j], ()) for j in range(n + 1)]
    for chunk in upper:
        middle = (chunk.x0 + chunk.x1) / 2
        following: list[tuple[float, tuple[tuple[int, int], ...]]] = [(math.inf, ())] * (n + 1)
        for j in range(1, n + 1):
            for start in range(j):
                off = abs(middle - (middles[start] + middles[j - 1]) / 2) / width
                taken = sum(col not in orphans for col in range(start, j)) if j - start > 1 else 0
                cost = best[start][0] + off + _TAKEN * taken
                if cost < following[j][0]:
                    following[j] = (cost, (*best[start][1], (start, j)))
            carried = following[j - 1][0] + missed[j] - missed[j - 1]
            if carried < following[j][0]:
                following[j] = (carried, following[j - 1][1])
        best = following
    return list(best[n][1])
