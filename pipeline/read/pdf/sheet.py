"""Pages of a PDF → what stands on each in reading order: lines and tables, each with its box."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from pipeline.messages import Message
from pipeline.read.parts import CellText, Place
from pipeline.read.pdf.aligned import Found, grounds_to_found
from pipeline.read.pdf.bands import Cells
from pipeline.read.pdf.cell_words import cells_to_words
from pipeline.read.pdf.columns import rows_to_blocks
from pipeline.read.pdf.edges import pages_to_grounds
from pipeline.read.pdf.frame import Rectangle, turned
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.laid import Laid, Table
from pipeline.read.pdf.lines import Line, rows_to_lines
from pipeline.read.pdf.tables import RuledCell
from pipeline.read.pdf.view import View


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: lines and tables in reading order, and what else is to be known of it.

    `aside` are words that are no text of the page, and why (watermarks, what is not seen, what is struck out); `hidden`
    the share of glyphs printed in no ink (the text layer of a scan), `pictured` the share of the page under images,
    `curves` the number of drawn curves, `unread` the first words of what is laid out like a table and cannot be read;
    `is_second` says that pdfplumber read it; it is read after `turns` quarters clockwise.
    """

    number: int
    width: float
    height: float
    items: tuple[Line | Table, ...] = ()
    aside: tuple[tuple[str, Message], ...] = ()
    hidden: float = 0.0
    pictured: float = 0.0
    curves: int = 0
    is_second: bool = False
    turns: int = 0

    def upright(self) -> Sheet:
        """The page as it is read, its items where they stand then."""
        if not self.turns:
            return self
        sides = (self.height, self.width) if self.turns % 2 else (self.width, self.height)
        items = tuple(_turned_item(item, self) for item in self.items)
        return replace(self, width=sides[0], height=sides[1], items=items, turns=0)

    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    def words(self, aside: Container[int] = ()) -> list[str]:
        """What the page says, a string for each line and each cell; without the items of these indexes."""
        words: list[str] = []
        for item in (item for i, item in enumerate(self.items) if i not in aside):
            words += [item.text] if isinstance(item, Line) else [cell.text for cell in item.cells]
        return words


def _turned_item(item: Line | Table, page: Sheet) -> Line | Table:
    def box(shown: Rectangle) -> Rectangle:
        return turned(shown, page.width, page.height, page.turns)

    if isinstance(item, Line):
        return Line(item.text, *box(item.box))
    cells = (
        replace(cell, place=Place(page.number, *box((p.x0, p.top, p.x1, p.bottom))))
        if (p := cell.place)
        else cell
        for cell in item.cells
    )
    return replace(item, cells=tuple(cells))


def laid_to_sheets(pages: Sequence[Laid]) -> list[Sheet]:
    """Pages that follow one another, as sheets: a table without rules down may stand on several."""
    found = grounds_to_found(pages_to_grounds(pages))
    return [_sheet(page, one) for page, one in zip(pages, found, strict=True)]


def _sheet(page: Laid, found: Found) -> Sheet:
    return Sheet(
        number=page.view.number,
        width=page.frame.width,
        height=page.frame.height,
        items=tuple(_items(page, found)),
        aside=page.aside,
        hidden=page.hidden,
        pictured=page.pictured,
        curves=page.curves,
        turns=-page.view.turns % 4,
    )


def _items(page: Laid, found: Found) -> list[Line | Table]:
    aligned = [_aligned(cells, page.view) for cells in found.tables]
    unread = [_unread(rows, page.view) for rows in found.unread]
    tables = sorted([*page.tables, *aligned, *unread], key=lambda table: table.box[1])
    items: list[Line | Table] = []
    for line in (line for block in rows_to_blocks(found.rest) for line in rows_to_lines(block)):
        while tables and tables[0].box[1] < line.top:
            items.append(tables.pop(0))
        items.append(Line(line.text, *page.view.box(line.box)))
    return [*items, *tables, *page.beside]


def _aligned(table: Cells, back: View) -> Table:
    edges = table.edges
    wide = [(edges[cell.col], 0.0, edges[cell.col + cell.col_span], 0.0) for cell in table.cells]
    places = [
        RuledCell(cell.row, cell.col, cell.row_span, cell.col_span, box)
        for cell, box in zip(table.cells, wide, strict=True)
    ]
    words = cells_to_words(places, [cell.glyphs for cell in table.cells], back)
    cells = tuple(
        CellText(said, cell.row, cell.col, cell.row_span, cell.col_span, back.place(cell.box))
        for cell, said in zip(table.cells, words, strict=True)
    )
    return Table((*cells, *_blank_ends(cells, len(edges) - 1)), table.box, table.is_guessed)


def _blank_ends(cells: Sequence[CellText], n_cols: int) -> list[CellText]:
    """A last column that says nothing on a page is one of the table all the same."""
    reached = max(cell.col + cell.col_span for cell in cells)
    return [CellText("", 0, n_cols - 1)] if reached < n_cols else []


def _unread(rows: Sequence[Sequence[Glyph]], back: View) -> Table:
    """What cannot be read, a printed line a row."""
    lines = rows_to_lines(rows)
    cells = tuple(CellText(line.text, i, 0, place=back.place(line.box)) for i, line in enumerate(lines))
    box = (
        min(line.x0 for line in lines), min(line.top for line in lines),
        max(line.x1 for line in lines), max(line.bottom for line in lines),
    )  # fmt: skip
    return Table(cells, box, is_unread=True)
