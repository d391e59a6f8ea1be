"""The rows of a table whose cells go over several printed lines, as lines of cells: each cell from the first line of its row on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pipeline.model import Piece, Span
from pipeline.outline.laying import Pieces
from pipeline.outline.printed_lines import Printed, Rows

Cells = Sequence[Sequence[Piece]]  # the printed lines of each cell of a row


class CellLines(NamedTuple):
    """Lines of cells, those of `goes_on` part of the row above; the table ends before the line `end`. Without lines: what is
    laid out like a table, and nothing tells its rows. `kind` as in Fragment: in a `grid` cells may reach over rows."""

    rows: tuple[Pieces, ...]
    goes_on: tuple[int, ...]
    end: int
    kind: Literal["tabs", "grid"] = "tabs"


def unread(end: int) -> CellLines:
    return CellLines((), (), end)


def lines_of(rows: Iterable[Cells], end: int) -> CellLines:
    laid: list[Pieces] = []
    goes_on: list[int] = []
    for cells in rows:
        at = min((piece.span.start for cell in cells for piece in cell), default=0)
        for k in range(max(map(len, cells))):
            if k:
                goes_on.append(len(laid))
            laid.append(tuple(cell[k] if k < len(cell) else Piece("", Span(at, at)) for cell in cells))
    return CellLines(tuple(laid), tuple(goes_on), end)


def cells_of_rows(printed: Printed, rows: Rows) -> Iterable[Cells]:
    """The lines of each cell, with a line end behind each where the next word had room there."""
    return ([_pieces(printed, cell, c) for c, cell in enumerate(row)] for row in rows)


def _pieces(printed: Printed, cell: Sequence[int], column: int) -> list[Piece]:
    pieces = [piece for n in cell if (piece := printed.lines[n][column])]
    ended = [
        k + 1 < len(cell) and not printed.is_full(cell[k], cell[k + 1], column) for k in range(len(cell))
    ]
    return [
        piece._replace(text=piece.text + "\n") if end else piece
        for piece, end in zip(pieces, ended, strict=True)
    ]
