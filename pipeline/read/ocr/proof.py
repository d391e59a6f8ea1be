"""Whether the rows and columns of a table that no drawn line parts are proved on a scan.

Where a line stands is known to a pixel or two, and a cell may be missed: what a printed page leaves to judgement is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.cells import is_total
from pipeline.language.headings import meaning
from pipeline.read.pdf.bands import AlignedCell, Cells
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.settings import is_figure

# Of a letter's height: how far words may reach into a column beside theirs; lines that are one stand so near.
_OVER, _LEVEL = 0.3, 0.3
# And how far a label may be from the middle or the top of its rows.
_CENTRED = 0.25


def is_proved(table: Cells) -> bool:
    """Headings keep to their columns, rows follow one another, numbers of rows count on, no cell has two figures, and rows
    are told by numbers or the room between them, or each is one line."""
    n_head = _heading_rows(table)
    heads = [cell for cell in table.cells if cell.row < n_head]
    body = [cell for cell in table.cells if cell.row >= n_head]
    if not all(_keeps_to(cell, table.edges) for cell in heads):
        return False
    if any(_has_figures(cell) for cell in body) or not _are_apart(body):
        return False
    said = {col: cell for cell in heads for col in range(cell.col, cell.col + cell.col_span)}
    numbered = [col for col, cell in said.items() if meaning(cell.text) == "row_number"]
    if numbered:
        return all(_counts_on(body, col) for col in numbered)
    return not table.is_guessed or all(len(lines_of(cell.glyphs)) == 1 for cell in body)


def _heading_rows(table: Cells) -> int:
    """The rows of the headings: as many as the deepest of the first row reaches over."""
    return max(cell.row + cell.row_span for cell in table.cells if cell.row == 0)


def _keeps_to(cell: AlignedCell, edges: Sequence[float]) -> bool:
    over = _OVER * (cell.glyphs[0].bottom - cell.glyphs[0].top) if cell.glyphs else 0.0
    return not cell.glyphs or (
        edges[cell.col] - over <= cell.box[0] and cell.box[2] <= edges[cell.col + cell.col_span] + over
    )


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The printed lines of a cell."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.top, g.x0)):
        if lines and glyph.top - lines[-1][0].top <= _LEVEL * (glyph.bottom - glyph.top):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def _are_apart(body: Sequence[AlignedCell]) -> bool:
    """No cell stands beside another row than its own, and one over several rows has their middle or begins as they do."""
    extents: dict[int, tuple[float, float]] = {}
    for cell in body:
        if cell.row_span == 1 and cell.glyphs:
            top, bottom = extents.get(cell.row, (cell.box[1], cell.box[3]))
            extents[cell.row] = min(top, cell.box[1]), max(bottom, cell.box[3])
    tall = min((cell.glyphs[0].bottom - cell.glyphs[0].top for cell in body if cell.glyphs), default=0.0)
    ordered = [extents[row] for row in sorted(extents)]
    if any(below[0] < above[1] - _OVER * tall for above, below in pairwise(ordered)):
        return False
    for cell in body:
        rows = [extents[row] for row in range(cell.row, cell.row + cell.row_span) if row in extents]
        if cell.row_span == 1 or not rows or not cell.glyphs:
            continue
        top, bottom = min(row[0] for row in rows), max(row[1] for row in rows)
        off = abs(cell.box[1] + cell.box[3] - top - bottom) / 2
        if min(off, abs(cell.box[1] - top)) > _CENTRED * tall:
            return False
    return True


def _has_figures(cell: AlignedCell) -> bool:
    """Two figures one below the other."""
    texts = ["".join(g.char for g in line) for line in lines_of(cell.glyphs)]
    return any(is_figure(one) and is_figure(other) for one, other in pairwise(texts))


def _counts_on(body: Sequence[AlignedCell], col: int) -> bool:
    """Each row has its number, but for totals and rows of one cell."""
    rows: dict[int, list[AlignedCell]] = {}
    for cell in body:
        for row in range(cell.row, cell.row + cell.row_span):
            rows.setdefault(row, []).append(cell)
    last = 0
    for row in sorted(rows):
        own = [cell.text for cell in rows[row] if cell.col == col]
        if len(rows[row]) == 1 or any(is_total(cell.text) for cell in rows[row]):
            continue
        if len(own) != 1 or not own[0].isdecimal() or int(own[0]) not in (last + 1, 1):
            return False
        last = int(own[0])
    return True
