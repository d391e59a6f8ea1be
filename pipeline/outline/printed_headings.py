"""The headings of a table whose cells stand beside one another on paper, by the places of its columns.

        序               合计
主管部门    项目名称                 Those of one column go on over lines, all from the first on or about one middle;
        号          2026年 2027年     or there are two lines, and some of the upper one stand over those of the lower.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Piece
from pipeline.outline.aligned_groups import Cells, Extent, columns_under, laid_heads

_TWO = 2

#: The printed lines of each heading of a row.
Row = list[list[Piece]]


def rows_of_headings(heads: Sequence[Cells], bands: Sequence[Extent]) -> list[Row]:
    """One row of headings, or two; none where nothing tells which columns they are of."""
    return _beside(heads, bands) or _over_others(heads, bands)


def leaves(heads: Sequence[Cells]) -> list[Cells]:
    """The headings of each line without those that stand over several of another."""
    extents = [[(cell.start, cell.end) for cell in head] for head in heads]
    return [
        tuple(
            cell
            for cell in head
            if all(len(columns_under(cell, other)) < 2 or other is own for other in extents)
        )
        for head, own in zip(heads, extents, strict=True)
    ]


def _beside(heads: Sequence[Cells], bands: Sequence[Extent]) -> list[Row]:
    """A row of headings, the heading of each column of one line or of several; none where one stands over two, or a column has
    none, or where they do not all begin on the first line or have their middle on one: then some stand over others."""
    found: list[list[tuple[int, Piece]]] = [[] for _ in bands]
    for n, cell in ((n, cell) for n, head in enumerate(heads) for cell in head):
        under = columns_under(cell, bands)
        if len(under) != 1:
            return []
        found[under[0]].append((n, cell.piece))
    if not all(found):
        return []
    if sum(all(n in (at for at, _ in cells) for cells in found) for n in range(len(heads))) > 1:
        return []  # the second of two lines with a word in every column is a row
    tops = {cells[0][0] for cells in found}
    middles = {cells[0][0] + cells[-1][0] for cells in found}
    return [[[piece for _, piece in cells] for cells in found]] if 1 in (len(tops), len(middles)) else []


def _over_others(heads: Sequence[Cells], bands: Sequence[Extent]) -> list[Row]:
    """Two rows of headings, of which those above stand over one column or over several of those below."""
    if len(heads) != _TWO or len(heads[0]) == len(bands):
        return []
    laid = laid_heads(list(heads), list(bands)) or []
    return [[[piece] if piece.text else [] for piece in row] for row in laid if len(row) == len(bands)]
