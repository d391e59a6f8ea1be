"""One page of a PDF → what stands on it in reading order: lines and ruled tables, each with its box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from pipeline.read.parts import CellText, Place
from pipeline.read.pdf.columns import glyphs_to_blocks
from pipeline.read.pdf.frame import Frame, Rectangle, page_to_frame, turned
from pipeline.read.pdf.glyphs import Glyph, page_to_glyphs
from pipeline.read.pdf.inks import Ink
from pipeline.read.pdf.lattice import sides_to_tables
from pipeline.read.pdf.lines import Line, glyphs_to_lines
from pipeline.read.pdf.paths import page_to_strokes
from pipeline.read.pdf.strokes import Strokes
from pipeline.read.pdf.tables import Ruled, boxes_to_ruled, is_table, share_out
from pipeline.read.pdf.watermarks import part_watermarks

# The paper shown by a page that is turned by a quarter has most of its glyphs turned.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table as its cells."""

    cells: tuple[CellText, ...]
    box: Rectangle


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: lines and tables in reading order, and what else is to be known of it.

    `aside` are the words of watermarks; `hidden` the share of glyphs printed in no ink (the text layer
    of a scan), `pictured` the share of the page under images, `curves` the number of drawn curves.
    """

    number: int
    width: float
    height: float
    items: tuple[Line | Table, ...] = ()
    aside: tuple[str, ...] = ()
    hidden: float = 0.0
    pictured: float = 0.0
    curves: int = 0

    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    def words(self, aside: Container[int] = ()) -> list[str]:
        """What the page says, a string for each line and each cell; without the items of these indexes."""
        words: list[str] = []
        for item in (item for i, item in enumerate(self.items) if i not in aside):
            words += [item.text] if isinstance(item, Line) else [cell.text for cell in item.cells]
        return words


def page_to_sheet(page: pdfium.FPDF_PAGE, number: int, most: int) -> Sheet:
    """Reads a page (1-based number) of which at most `most` glyphs are looked at."""
    frame = page_to_frame(page)
    drawn = _drawn(page, frame, most)
    turns = _turns(drawn.glyphs, drawn.inks)
    if turns:
        drawn = _drawn(page, replace(frame, turns=(frame.turns + turns) % 4), most)
    return drawn_to_sheet(drawn, number, frame, turns)


def _drawn(page: pdfium.FPDF_PAGE, frame: Frame, most: int) -> Drawn:
    text = page_to_glyphs(page, frame, most)
    return Drawn(text.glyphs, text.inks, page_to_strokes(page, frame))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page, whatever the format of the file: points from the upper left corner."""

    glyphs: Sequence[Glyph]
    inks: Sequence[Ink]
    strokes: Strokes


def drawn_to_sheet(drawn: Drawn, number: int, frame: Frame, turns: int = 0) -> Sheet:
    """A page (1-based number) from what is drawn on it after it was turned by quarters clockwise."""
    glyphs, inks, strokes = drawn.glyphs, drawn.inks, drawn.strokes
    text, marks = part_watermarks(glyphs, inks)
    shown = replace(frame, turns=(frame.turns + turns) % 4)
    back = _Back(number, shown, (4 - turns) % 4, inks, not any(ink.angle for ink in inks))
    return Sheet(
        number=number,
        width=frame.width,
        height=frame.height,
        items=tuple(_items(text, strokes, back)),
        aside=marks,
        hidden=sum(inks[glyph.ink].hidden for glyph in text) / len(text) if text else 0.0,
        pictured=strokes.pictured,
        curves=strokes.curves,
    )


def _turns(glyphs: Sequence[Glyph], inks: Sequence[Ink]) -> int:
    """Quarter turns clockwise that put most of the glyphs upright."""
    angles = Counter(inks[glyph.ink].angle for glyph in glyphs)
    for turns, angle in ((1, 270), (2, 180), (3, 90)):
        if angles[angle] > _MOSTLY * len(glyphs):
            return turns
    return 0


@dataclass(frozen=True, slots=True)
class _Back:
    """What is to be known of a page while it is read: its inks, and the way back to the page as it is shown."""

    number: int
    frame: Frame
    turns: int
    inks: Sequence[Ink]
    is_upright: bool

    def angle(self, glyph: Glyph) -> int:
        return self.inks[glyph.ink].angle

    def box(self, box: Rectangle) -> Rectangle:
        return turned(box, self.frame.width, self.frame.height, self.turns) if self.turns else box

    def place(self, box: Rectangle) -> Place:
        x0, top, x1, bottom = self.box(box)
        return Place(self.number, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _items(glyphs: Sequence[Glyph], strokes: Strokes, back: _Back) -> list[Line | Table]:
    tables, outside = _tables(glyphs, strokes, back)
    lines = [
        line
        for block in glyphs_to_blocks([glyph for glyph in outside if not back.angle(glyph)])
        for line in glyphs_to_lines(block)
    ]
    items: list[Line | Table] = []
    for line in lines:
        while tables and tables[0].box[1] < line.top:
            items.append(tables.pop(0))
        items.append(Line(line.text, *back.box(line.box)))
    turned_ones = [glyph for glyph in outside if back.angle(glyph)]
    return [
        *items,
        *tables,
        *(Line(line.text, *back.box(line.box)) for line in _upright_lines(turned_ones, back)),
    ]


def _tables(glyphs: Sequence[Glyph], strokes: Strokes, back: _Back) -> tuple[list[Table], list[Glyph]]:
    """The true tables from top to bottom, and the glyphs outside them."""
    ruled = [boxes_to_ruled(boxes) for boxes in sides_to_tables(strokes.lines)]
    if not ruled and strokes.areas.across:
        ruled = [boxes_to_ruled(boxes) for boxes in sides_to_tables(strokes.areas)]
    if not ruled:
        return [], list(glyphs)
    inside, outside = share_out(glyphs, ruled)
    words = [[_cell_text(cell, back) for cell in cells] for cells in inside]
    true = [n for n, table in enumerate(ruled) if is_table(table, words[n])]
    if len(true) < len(ruled):
        # What stands in frames goes back to the lines, or into the tables that a frame encloses.
        ruled = [ruled[n] for n in true]
        inside, outside = share_out(glyphs, ruled)
        words = [[_cell_text(cell, back) for cell in cells] for cells in inside]
    return [_table(table, said, back) for table, said in zip(ruled, words, strict=True)], outside


def _table(ruled: Ruled, words: Sequence[str], back: _Back) -> Table:
    cells = tuple(
        CellText(said, cell.row, cell.col, cell.row_span, cell.col_span, back.place(cell.box))
        for cell, said in zip(ruled.cells, words, strict=True)
    )
    return Table(cells, ruled.box)


def _cell_text(glyphs: Sequence[Glyph], back: _Back) -> str:
    if not glyphs:
        return ""
    return "\n".join(line.text for line in _upright_lines(glyphs, back))


def _upright_lines(glyphs: Sequence[Glyph], back: _Back) -> list[Line]:
    """Lines of glyphs of which some may be turned by quarters: those first that stand upright."""
    if back.is_upright:
        return glyphs_to_lines(glyphs)
    lines: list[Line] = []
    for angle in sorted({back.angle(glyph) for glyph in glyphs}):
        alike = [glyph for glyph in glyphs if back.angle(glyph) == angle]
        lines += glyphs_to_lines(alike if not angle else [_turned_glyph(g, angle, back.frame) for g in alike])
    return lines


def _turned_glyph(glyph: Glyph, angle: int, frame: Frame) -> Glyph:
    box = turned(glyph[1:5], frame.width, frame.height, (4 - angle // 90) % 4)
    return Glyph(glyph.char, *box, box[3], glyph.ink)
