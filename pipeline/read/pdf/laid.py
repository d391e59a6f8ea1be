"""One page of a PDF → its ruled tables, and in rows what else stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from pipeline.messages import Message
from pipeline.read.parts import CellText
from pipeline.read.pdf.cell_words import cells_to_words
from pipeline.read.pdf.frame import Frame, Rectangle, page_to_frame
from pipeline.read.pdf.glyphs import Glyph, page_to_glyphs
from pipeline.read.pdf.inks import Ink
from pipeline.read.pdf.lattice import Line as Rule
from pipeline.read.pdf.lattice import sides_to_rules, sides_to_tables
from pipeline.read.pdf.lines import Line, glyphs_to_rows
from pipeline.read.pdf.open_sides import close_sides
from pipeline.read.pdf.raised_glyphs import raise_marks
from pipeline.read.pdf.strokes import Strokes
from pipeline.read.pdf.struck import part_struck
from pipeline.read.pdf.tables import Ruled, boxes_to_ruled, is_shading, is_table, share_out
from pipeline.read.pdf.unseen import part_unseen
from pipeline.read.pdf.view import View, upright_lines

# The paper shown by a page that is turned by a quarter has most of its glyphs turned.
_MOSTLY = 0.6
# Below the last table of a page that goes on stands its number at most.
_MOST_BELOW = 1
# The last rows of a page that are looked at.
_MOST_LAST = 5


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its cells; `is_guessed`, `is_unread` as in Grid; `xs` are the places of its rules down."""

    cells: tuple[CellText, ...]
    box: Rectangle
    is_guessed: bool = False
    xs: tuple[float, ...] = ()
    is_unread: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page, points from the upper left corner; `above` is the foot of the page before."""

    glyphs: Sequence[Glyph]
    inks: Sequence[Ink]
    strokes: Strokes
    above: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A page with its ruled tables, and outside of them the rows of upright glyphs from top to bottom, the rules across,
    and the lines that stand turned. `hidden` is the share of glyphs printed in no ink; `aside` as in Sheet."""

    view: View
    frame: Frame
    tables: tuple[Table, ...]
    rows: tuple[Sequence[Glyph], ...]
    rules: tuple[Rule, ...]
    beside: tuple[Line, ...]
    aside: tuple[tuple[str, Message], ...]
    hidden: float
    pictured: float
    curves: int

    @property
    def foot(self) -> tuple[float, ...]:
        """Where the rules down of the table stand that the page ends with, but for its number; else none."""
        last = max(self.tables, key=lambda table: table.box[1], default=None)
        below = sum(row[0].top > last.box[1] for row in self.rows) if last else 0
        return last.xs if last and below <= _MOST_BELOW else ()

    @property
    def n_letters(self) -> int:
        return sum(map(len, self.rows)) + sum(len(cell.text) for table in self.tables for cell in table.cells)


def page_to_laid(page: pdfium.FPDF_PAGE, number: int, most: int, above: tuple[float, ...] = ()) -> Laid:
    """Reads a page (1-based number) of which at most `most` glyphs are looked at; `above` is the foot of the page before."""
    frame = page_to_frame(page)
    drawn = _drawn(page, frame, most)
    turns = _turns(drawn.glyphs, drawn.inks)
    if turns:
        drawn = _drawn(page, replace(frame, turns=(frame.turns + turns) % 4), most)
    return drawn_to_laid(replace(drawn, above=above), number, frame, turns)


def _drawn(page: pdfium.FPDF_PAGE, frame: Frame, most: int) -> Drawn:
    text = page_to_glyphs(page, frame, most)
    return Drawn(text.glyphs, text.inks, text.strokes)


def drawn_to_laid(drawn: Drawn, number: int, frame: Frame, turns: int = 0) -> Laid:
    """A page (1-based number) from what is drawn on it after it was turned by quarters clockwise."""
    glyphs, inks, strokes = drawn.glyphs, drawn.inks, drawn.strokes
    text, aside = part_unseen(glyphs, inks, strokes.grounds)
    text, struck = part_struck(raise_marks(text), strokes.lines)
    shown = replace(frame, turns=(frame.turns + turns) % 4)
    view = View(number, shown, (4 - turns) % 4, inks, not any(ink.angle for ink in inks), drawn.above)
    tables, outside = _tables(text, strokes, view)
    turned_ones = [] if view.is_upright else [glyph for glyph in outside if view.angle(glyph)]
    upright = outside if view.is_upright else [glyph for glyph in outside if not view.angle(glyph)]
    return Laid(
        view=view,
        frame=frame,
        tables=tuple(tables),
        rows=tuple(glyphs_to_rows(upright)),
        rules=tuple(sides_to_rules(strokes.drawn(), [table.box for table in tables])),
        beside=tuple(Line(line.text, *view.box(line.box)) for line in upright_lines(turned_ones, view)),
        aside=(*aside, *struck),
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


def _tables(glyphs: Sequence[Glyph], strokes: Strokes, back: View) -> tuple[list[Table], list[Glyph]]:
    """The true tables from top to bottom, and the glyphs outside them."""
    ruled = [boxes_to_ruled(boxes) for boxes in sides_to_tables(close_sides(strokes.drawn()))]
    if not ruled and strokes.areas.across:
        shaded = [boxes_to_ruled(boxes) for boxes in sides_to_tables(strokes.areas)]
        ruled = [table for table in shaded if not is_shading(table, glyphs)]
    if not ruled:
        return [], list(glyphs)
    inside, outside = share_out(glyphs, ruled)
    words = [cells_to_words(table.cells, cells, back) for table, cells in zip(ruled, inside, strict=True)]
    true = [n for n, table in enumerate(ruled) if is_table(table, words[n], back.above)]
    if len(true) < len(ruled):
        # What stands in frames goes back to the lines, or into the tables that a frame encloses.
        ruled = [ruled[n] for n in true]
        inside, outside = share_out(glyphs, ruled)
        words = [cells_to_words(table.cells, cells, back) for table, cells in zip(ruled, inside, strict=True)]
    return [_table(table, said, back) for table, said in zip(ruled, words, strict=True)], outside


def _table(ruled: Ruled, words: Sequence[str], back: View) -> Table:
    cells = tuple(
        CellText(said, cell.row, cell.col, cell.row_span, cell.col_span, back.place(cell.box))
        for cell, said in zip(ruled.cells, words, strict=True)
    )
    return Table(cells, ruled.box, xs=ruled.xs)


def may_go_on(page: Laid) -> bool:
    """Whether a table without rules down may reach over the end of a page: there is a rule, or words in columns at its end."""
    return bool(page.rules) or any(map(_has_gap, page.rows[-_MOST_LAST:]))


def _has_gap(row: Sequence[Glyph]) -> bool:
    """Words of a row stand apart by more than a letter."""
    return any(other.x0 - one.x1 > max(one.bottom - one.top, one.x1 - one.x0) for one, other in pairwise(row))
