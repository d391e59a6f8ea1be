"""A published table as the checks of its arithmetic read it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.addends import addend
from pipeline.language.cells import decimals, number
from pipeline.language.headings import NAME_MEANINGS, path_meaning
from pipeline.messages import Message, say
from pipeline.model import Cell, Check, Span, Table

ZERO = Decimal(0)


class Grid(NamedTuple):
    """The cells of a table by row, and which rows are body, totals, or fences between sections."""

    table: Table
    cells: list[list[Cell | None]]
    roles: list[str]
    paths: list[tuple[str, ...]]

    def value(self, row: int, col: int) -> Decimal | None:
        cell = self.cells[row][col]
        named = col == 0 or path_meaning(self.paths[col]) in NAME_MEANINGS  # 3组 is a name there
        return (number if named else addend)(cell.text) if cell is not None else None

    def rows(self, role: str) -> list[int]:
        return [i for i, r in enumerate(self.roles) if r == role]

    def heading(self, col: int) -> str | Message:
        return "/".join(self.paths[col]) or say("column", n=col + 1)


def table_to_grid(table: Table) -> Grid:
    cells = table.grid()
    roles = [_role(i, row) for i, row in enumerate(cells)]
    return Grid(table, cells, roles, table.paths())


def _role(row: int, cells: Sequence[Cell | None]) -> str:
    """Of a row: that of a cell that begins there, for a label may reach down from rows of another."""
    own = (cell.role for cell in cells if cell and cell.row == row)
    return next(own, next((cell.role for cell in cells if cell), "body"))


class Figure(NamedTuple):
    """A printed figure at (row, col), what it should be, and how far rounding lets them differ."""

    row: int
    col: int
    expected: Decimal
    printed: Decimal
    slack: Decimal = ZERO


def check_figure(grid: Grid, kind: str, figure: Figure, message: Message) -> Check:
    return Check(
        kind,
        "pass" if abs(figure.expected - figure.printed) <= figure.slack else "fail",
        str(figure.expected),
        str(figure.printed),
        f"{grid.table.table_id} row {figure.row + 1} column {figure.col + 1}",
        message,
        cell_span(grid.cells[figure.row][figure.col]),
        grid.table.clause_id,
        grid.table.table_id,
    )


def cell_span(cell: Cell | None) -> Span | None:
    if cell is None or not cell.parts:
        return None
    return Span(min(p.start for p in cell.parts), max(p.end for p in cell.parts))


def slack_of(texts: Sequence[str]) -> Decimal:
    """Half a unit of the last printed digit for each figure that has a fraction (XBRL Calculations 1.1)."""
    digits = [decimals(text) for text in texts if text]
    return sum((Decimal(5).scaleb(-d - 1) for d in digits), ZERO) if any(digits) else ZERO


def texts_at(grid: Grid, places: Sequence[tuple[int, int]]) -> list[str]:
    cells = (grid.cells[i][j] for i, j in places)
    return [cell.text for cell in cells if cell and addend(cell.text) is not None]
