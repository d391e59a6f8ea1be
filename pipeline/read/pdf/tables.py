"""Cells of a ruled table and the glyphs on the page → what each cell says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.glyphs import Glyph

# A box around prose is no table: one cell has nearly all the words and more than any cell of a table.
_PROSE_SHARE = 0.8
_PROSE_LENGTH = 400
_FEWEST_OF_REST = 3
_MOST_APART = 3.0  # points
# Letters of one word stand nearer than this share of their width; a shaded table cuts words in few of its rows.
_CUT_GAP = 0.3
_MOST_CUT = 5


class RuledCell(NamedTuple):
    """A cell where it stands (0-based, with the rows and columns it reaches over) and its box."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: Rectangle


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table as ruled: its cells, and the positions of the lines between rows and columns.

    `owners[i][j]` is the index of the cell between lines i, i+1 and j, j+1, or None.
    """

    cells: tuple[RuledCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[int | None, ...], ...]

    @property
    def box(self) -> Rectangle:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def n_rows(self) -> int:
        return len({cell.row for cell in self.cells})

    @property
    def n_cols(self) -> int:
        return len({cell.col for cell in self.cells})


def boxes_to_ruled(boxes: Sequence[Rectangle]) -> Ruled:
    """Cells by their boxes → rows and columns: one begins wherever a cell does, as in pdfplumber."""
    xs = sorted({x for x0, _, x1, _ in boxes for x in (x0, x1)})
    ys = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
    lefts, tops = sorted({box[0] for box in boxes}), sorted({box[1] for box in boxes})
    column, row = {x: j for j, x in enumerate(lefts)}, {y: i for i, y in enumerate(tops)}
    at_x, at_y = {x: j for j, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    cells: list[RuledCell] = []
    owners: list[list[int | None]] = [[None] * (len(xs) - 1) for _ in ys[1:]]
    for n, box in enumerate(sorted(boxes, key=lambda box: (box[1], box[0]))):
        x0, top, x1, bottom = box
        for i in range(at_y[top], at_y[bottom]):
            for j in range(at_x[x0], at_x[x1]):
                # Where rules cross into one another the smaller cell lies on the bigger.
                owners[i][j] = n
        rows, cols = bisect_left(tops, bottom) - row[top], bisect_left(lefts, x1) - column[x0]
        cells.append(RuledCell(row[top], column[x0], rows, cols, box))
    return Ruled(tuple(cells), tuple(xs), tuple(ys), tuple(map(tuple, owners)))


def share_out(
    glyphs: Iterable[Glyph], tables: Sequence[Ruled]
) -> tuple[list[list[list[Glyph]]], list[Glyph]]:
    """The glyphs of each cell of each table, and those outside; in one table within another, the inner has them."""
    inside: list[list[list[Glyph]]] = [[[] for _ in table.cells] for table in tables]
    outside = list(glyphs)
    for n in sorted(range(len(tables)), key=lambda n: _area(tables[n].box)):
        outside = _share_out_one(outside, tables[n], inside[n])
    return inside, outside


def _share_out_one(glyphs: Iterable[Glyph], table: Ruled, cells: Sequence[list[Glyph]]) -> list[Glyph]:
    """Puts into each cell the glyphs whose middle lies in it (left and upper side included); the rest."""
    xs, ys, owners = table.xs, table.ys, table.owners
    x0, top, x1, bottom = table.box
    rest: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph[1] + glyph[3]) / 2, (glyph[2] + glyph[4]) / 2
        if x0 <= x < x1 and top <= y < bottom:
            owner = owners[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
            if owner is not None:
                cells[owner].append(glyph)
                continue
        rest.append(glyph)
    return rest


def is_table(ruled: Ruled, words: Sequence[str], above: Sequence[float] = ()) -> bool:
    """Whether ruled cells with these words are a table, and not a frame or the layout of a page.

    One column is a frame around paragraphs; without two filled cells side by side anywhere nothing
    is told by the columns; and where one long cell has nearly all the words it is prose in a box. Rows of one filled
    column are the rest of those of the page before (one of their cells went on) if that ends in a table whose rules
    down stand at the same places, `above`.
    """
    filled = [cell.row for cell, word in zip(ruled.cells, words, strict=True) if word]
    if ruled.n_cols < 2 or len(filled) == len(set(filled)):
        columns = {cell.col for cell, word in zip(ruled.cells, words, strict=True) if word}
        return len(columns) == 1 and ruled.n_cols >= _FEWEST_OF_REST and stand_alike(ruled.xs, above)
    longest, total = max(map(len, words)), sum(map(len, words))
    return longest <= _PROSE_LENGTH or longest <= _PROSE_SHARE * total


def stand_alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether rules down stand at the same places."""
    return len(one) == len(other) and all(abs(a - b) <= _MOST_APART for a, b in zip(one, other, strict=True))


def is_shading(ruled: Ruled, glyphs: Sequence[Glyph]) -> bool:
    """Whether filled areas are no cells: a row of them by itself (every other row is shaded), a row like theirs
    right above or below, or an edge between columns that cuts words."""
    if ruled.n_rows < 2:
        return True
    x0, top, x1, bottom = ruled.box
    high = (bottom - top) / ruled.n_rows
    near, joined = list[Glyph](), 0
    within: list[Glyph] = []
    for glyph in glyphs:
        middle = (glyph.top + glyph.bottom) / 2
        if x0 <= glyph.x0 and glyph.x1 <= x1 and glyph.char != " ":
            if top <= middle < bottom:
                within.append(glyph)
            elif top - high <= middle < bottom + high:
                near.append(glyph)
    edges = {cell.box[0] for cell in ruled.cells} - {x0}
    for one, other in pairwise(within):
        gap = other.x0 - one.x1
        if abs(other.base - one.base) < 1 and gap < _CUT_GAP * (one.x1 - one.x0):
            joined += any((one.x0 + one.x1) / 2 < edge <= (other.x0 + other.x1) / 2 for edge in edges)
    return joined * _MOST_CUT > ruled.n_rows or _has_columns(near)


def _has_columns(glyphs: Sequence[Glyph]) -> bool:
    """Whether a row has words apart by more than two letters."""
    return any(
        abs(other.base - one.base) < 1 and other.x0 - one.x1 > 2 * (one.x1 - one.x0)
        for one, other in pairwise(glyphs)
    )


def _area(box: Rectangle) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
