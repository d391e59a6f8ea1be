"""One page of a PDF → what stands on it in reading order: lines and ruled tables, each with its box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from pipeline.messages import Message
from pipeline.read.parts import CellText
from pipeline.read.pdf.aligned import rows_to_aligned
from pipeline.read.pdf.bands import Cells
from pipeline.read.pdf.cell_words import cell_to_words, ruled_to_words
from pipeline.read.pdf.columns import rows_to_blocks
from pipeline.read.pdf.frame import Frame, Rectangle, page_to_frame
from pipeline.read.pdf.glyphs import Glyph, page_to_glyphs
from pipeline.read.pdf.inks import Ink
from pipeline.read.pdf.lattice import sides_to_rules, sides_to_tables
from pipeline.read.pdf.lines import Line, glyphs_to_rows, rows_to_lines
from pipeline.read.pdf.open_sides import close_sides
from pipeline.read.pdf.raised_glyphs import raise_marks
from pipeline.read.pdf.strokes import Strokes
from pipeline.read.pdf.struck import part_struck
from pipeline.read.pdf.tables import Ruled, boxes_to_ruled, is_shading, is_table, share_out
from pipeline.read.pdf.unseen import part_unseen
from pipeline.read.pdf.view import View, upright_lines

# The paper shown by a page that is turned by a quarter has most of its glyphs turned.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its cells; `is_guessed` as in Grid; `xs` are the places of its rules down."""

    cells: tuple[CellText, ...]
    box: Rectangle
    is_guessed: bool = False
    xs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: lines and tables in reading order, and what else is to be known of it.

    `aside` are words that are no text of the page, and why (watermarks, what is not seen, what is struck out); `hidden`
    the share of glyphs printed in no ink (the text layer of a scan), `pictured` the share of the page under images,
    `curves` the number of drawn curves, `unread` the first words of what is laid out like a table and cannot be read;
    `is_second` says that pdfplumber read it.
    """

    number: int
    width: float
    height: float
    items: tuple[Line | Table, ...] = ()
    aside: tuple[tuple[str, Message], ...] = ()
    hidden: float = 0.0
    pictured: float = 0.0
    curves: int = 0
    unread: tuple[str, ...] = ()
    is_second: bool = False

    @property
    def foot(self) -> tuple[float, ...]:
        """Where the rules down of the table stand that the page ends with, but for its number; else none."""
        last = next((item for item in self.items[:-3:-1] if isinstance(item, Table)), None)
        return last.xs if last else ()

    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    def words(self, aside: Container[int] = ()) -> list[str]:
        """What the page says, a string for each line and each cell; without the items of these indexes."""
        words: list[str] = []
        for item in (item for i, item in enumerate(self.items) if i not in aside):
            words += [item.text] if isinstance(item, Line) else [cell.text for cell in item.cells]
        return words


def page_to_sheet(page: pdfium.FPDF_PAGE, number: int, most: int, above: tuple[float, ...] = ()) -> Sheet:
    """Reads a page (1-based number) of which at most `most` glyphs are looked at; `above` is the foot of the page before."""
    frame = page_to_frame(page)
    drawn = _drawn(page, frame, most)
    turns = _turns(drawn.glyphs, drawn.inks)
    if turns:
        drawn = _drawn(page, replace(frame, turns=(frame.turns + turns) % 4), most)
    return drawn_to_sheet(replace(drawn, above=above), number, frame, turns)


def _drawn(page: pdfium.FPDF_PAGE, frame: Frame, most: int) -> Drawn:
    text = page_to_glyphs(page, frame, most)
    return Drawn(text.glyphs, text.inks, text.strokes)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page, points from the upper left corner; `above` is the foot of the page before."""

    glyphs: Sequence[Glyph]
    inks: Sequence[Ink]
    strokes: Strokes
    above: tuple[float, ...] = ()


def drawn_to_sheet(drawn: Drawn, number: int, frame: Frame, turns: int = 0) -> Sheet:
    """A page (1-based number) from what is drawn on it after it was turned by quarters clockwise."""
    glyphs, inks, strokes = drawn.glyphs, drawn.inks, drawn.strokes
    text, aside = part_unseen(glyphs, inks, strokes.grounds)
    text, struck = part_struck(raise_marks(text), strokes.lines)
    shown = replace(frame, turns=(frame.turns + turns) % 4)
    view = View(number, shown, (4 - turns) % 4, inks, not any(ink.angle for ink in inks), drawn.above)
    items, unread = _items(text, strokes, view)
    return Sheet(
        number=number,
        width=frame.width,
        height=frame.height,
        items=tuple(items),
        aside=(*aside, *struck),
        hidden=sum(inks[glyph.ink].hidden for glyph in text) / len(text) if text else 0.0,
        pictured=strokes.pictured,
        curves=strokes.curves,
        unread=unread,
    )


def _turns(glyphs: Sequence[Glyph], inks: Sequence[Ink]) -> int:
    """Quarter turns clockwise that put most of the glyphs upright."""
    angles = Counter(inks[glyph.ink].angle for glyph in glyphs)
    for turns, angle in ((1, 270), (2, 180), (3, 90)):
        if angles[angle] > _MOSTLY * len(glyphs):
            return turns
    return 0


def _items(
    glyphs: Sequence[Glyph], strokes: Strokes, back: View
) -> tuple[list[Line | Table], tuple[str, ...]]:
    tables, outside = _tables(glyphs, strokes, back)
    upright = outside if back.is_upright else [glyph for glyph in outside if not back.angle(glyph)]
    rules = sides_to_rules(strokes.drawn(), [table.box for table in tables])
    found = rows_to_aligned(glyphs_to_rows(upright), rules)
    tables = sorted([*tables, *(_aligned(cells, back) for cells in found.tables)], key=lambda t: t.box[1])
    lines = [line for block in rows_to_blocks(found.rest) for line in rows_to_lines(block)]
    items: list[Line | Table] = []
    for line in lines:
        while tables and tables[0].box[1] < line.top:
            items.append(tables.pop(0))
        items.append(Line(line.text, *back.box(line.box)))
    turned_ones = [glyph for glyph in outside if back.angle(glyph)]
    beside = [Line(line.text, *back.box(line.box)) for line in upright_lines(turned_ones, back)]
    return [*items, *tables, *beside], tuple(found.unread)


def _tables(glyphs: Sequence[Glyph], strokes: Strokes, back: View) -> tuple[list[Table], list[Glyph]]:
    """The true tables from top to bottom, and the glyphs outside them."""
    ruled = [boxes_to_ruled(boxes) for boxes in sides_to_tables(close_sides(strokes.drawn()))]
    if not ruled and strokes.areas.across:
        shaded = [boxes_to_ruled(boxes) for boxes in sides_to_tables(strokes.areas)]
        ruled = [table for table in shaded if not is_shading(table, glyphs)]
    if not ruled:
        return [], list(glyphs)
    inside, outside = share_out(glyphs, ruled)
    words = [ruled_to_words(table, cells, back) for table, cells in zip(ruled, inside, strict=True)]
    true = [n for n, table in enumerate(ruled) if is_table(table, words[n], back.above)]
    if len(true) < len(ruled):
        # What stands in frames goes back to the lines, or into the tables that a frame encloses.
        ruled = [ruled[n] for n in true]
        inside, outside = share_out(glyphs, ruled)
        words = [ruled_to_words(table, cells, back) for table, cells in zip(ruled, inside, strict=True)]
    return [_table(table, said, back) for table, said in zip(ruled, words, strict=True)], outside


def _table(ruled: Ruled, words: Sequence[str], back: View) -> Table:
    cells = tuple(
        CellText(said, cell.row, cell.col, cell.row_span, cell.col_span, back.place(cell.box))
        for cell, said in zip(ruled.cells, words, strict=True)
    )
    return Table(cells, ruled.box, xs=ruled.xs)


def _aligned(table: Cells, back: View) -> Table:
    edges = table.edges
    cells = tuple(
        CellText(
            cell_to_words(cell.glyphs, (edges[cell.col], 0.0, edges[cell.col + cell.col_span], 0.0), back),
            cell.row, cell.col, cell.row_span, cell.col_span, back.place(cell.box),
        )
        for cell in table.cells
    )  # fmt: skip
    return Table(cells, table.box, table.is_guessed)
