"""The words of a DOC file and the marks behind them → its tables: cells in rows, each with how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.read.doc_rows import StoredRow
from pipeline.read.doc_text import CELL_END, LINE_END, ROW_END, DocText, letters

_FEWEST = 2  # rows, and columns
_FEWEST_CELLS = 6
# Edges of cells that are one, in twentieths of a point.
_SAME_EDGE = 60


@dataclass(frozen=True, slots=True)
class StoredCell:
    """What a cell says (its lines parted by a line's end), over how many columns, and `restart` or `continue` where it
    stands for several rows."""

    words: str
    span: int = 1
    merge: str = ""


@dataclass(slots=True)
class StoredTable:
    """`is_told`: the file says which cells make a row, and how far each reaches."""

    rows: list[list[StoredCell]]
    is_told: bool = True

    @property
    def letters(self) -> str:
        return letters("".join(cell.words for row in self.rows for cell in row))

    def without(self, struck: Sequence[bool]) -> StoredTable:
        """The table without the letters that are struck out, nor the rows of which nothing is left."""
        if not any(struck):
            return self
        cuts = iter(struck)
        rows: list[list[StoredCell]] = []
        begun = False  # Whether a cell over several rows began in one that is gone.
        for row in self.rows:
            left = [replace(cell, words=_left(cell.words, cuts)) for cell in row]
            if any(letters(cell.words) for cell in left) or not any(letters(cell.words) for cell in row):
                rows.append(left)
            else:
                begun = begun or any(cell.merge == "restart" for cell in row)
        return StoredTable(rows, self.is_told and not begun)


def _left(words: str, cuts: Iterator[bool]) -> str:
    """The words without their letters that are struck out, nor the marks behind these."""
    kept: list[str] = []
    cut = False
    for char in words:
        cut = next(cuts, False) if letters(char) else cut and char != "\n"
        if not cut:
            kept.append(char)
    return "".join(kept)


def stored_tables(stored: DocText) -> list[StoredTable]:
    """The tables in their order, but for those of few cells."""
    found = _by_rows(stored) if stored.rows else _by_length(stored.marked)
    return [
        table for table in found if sum(map(len, table.rows)) >= _FEWEST_CELLS and len(table.rows) >= _FEWEST
    ]


def _by_rows(stored: DocText) -> Iterator[StoredTable]:
    """The tables whose rows the file tells."""
    told = iter(stored.rows)
    rows: list[tuple[list[str], StoredRow]] = []
    cells: list[str] = []
    lines: list[str] = []
    for words, end in (*stored.marked, ("", "\r")):
        lines.append(words)
        if end == CELL_END:
            cells.append("\n".join(lines))
        elif end == ROW_END:
            rows.append((cells, next(told, StoredRow())))
            cells = []
        elif end != LINE_END:
            if rows:
                yield _laid(rows)
            rows, cells = [], []
        lines = [] if end != LINE_END else lines


def _laid(rows: Sequence[tuple[list[str], StoredRow]]) -> StoredTable:
    """Cells in the columns that the edges of all rows make; not told where a row does not say where its cells part."""
    if not all(len(row.edges) == len(cells) + 1 for cells, row in rows):
        alike = len({len(cells) for cells, _ in rows}) == 1
        return StoredTable([[StoredCell(words) for words in cells] for cells, _ in rows], alike)
    edges = _distinct(sorted(edge for _, row in rows for edge in row.edges))
    laid = [list(_placed(cells, row, edges)) for cells, row in rows]
    return StoredTable(laid, all(cell.span for row in laid for cell in row))


def _distinct(edges: Sequence[int]) -> list[int]:
    found: list[int] = []
    for edge in edges:
        if not found or edge - found[-1] > _SAME_EDGE:
            found.append(edge)
    return found


def _placed(cells: Sequence[str], row: StoredRow, edges: Sequence[int]) -> Iterator[StoredCell]:
    at = [max(n for n, edge in enumerate(edges) if edge <= own) for own in row.edges]
    open_cell: StoredCell | None = None
    for n, words in enumerate(cells):
        span, merge = at[n + 1] - at[n], "continue" if row.joins_above[n] else "restart" * row.begins[n]
        if open_cell and row.joins_left[n]:
            open_cell = StoredCell(open_cell.words + words, open_cell.span + span, open_cell.merge)
            continue
        if open_cell:
            yield open_cell
        open_cell = StoredCell(words, span, merge)
    if open_cell:
        yield open_cell


def _by_length(marked: Sequence[tuple[str, str]]) -> Iterator[StoredTable]:
    """Runs of cells where the file does not tell the ends of rows from those of cells: rows of one length, each with the
    empty mark that ends it; else the table is not told.

    What follows an empty mark, if it is no cell, stands behind the table.
    """
    cells: list[str] = []
    lines: list[str] = []
    for words, end in (*marked, ("", "")):
        lines.append(words)
        if end == CELL_END:
            cells.append("\n".join(lines))
            lines = []
        elif not cells or not cells[-1] or not end:
            if cells:
                rows = _rows_of_one_length(cells)
                told = [[StoredCell(words) for words in row] for row in rows or [cells]]
                yield StoredTable(told if rows else [told[0], []], bool(rows))
            cells, lines = [], []


def _rows_of_one_length(cells: Sequence[str]) -> list[Sequence[str]]:
    for size in range(_FEWEST + 1, len(cells) // _FEWEST + 1):
        if len(cells) % size == 0 and not any(cells[size - 1 :: size]):
            return [cells[at : at + size - 1] for at in range(0, len(cells), size)]
    return []
