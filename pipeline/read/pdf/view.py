"""A page while it is read: the way back to the page as it is shown, and words that stand turned on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.parts import Place
from pipeline.read.pdf.frame import Frame, Rectangle, turned
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.inks import Ink
from pipeline.read.pdf.lines import Line, glyphs_to_lines


@dataclass(frozen=True, slots=True)
class View:
    """What is to be known of a page while it is read: its inks, and the way back to the page as it is shown."""

    number: int
    frame: Frame
    turns: int
    inks: Sequence[Ink]
    is_upright: bool
    above: tuple[float, ...] = ()

    def angle(self, glyph: Glyph) -> int:
        return self.inks[glyph.ink].angle

    def box(self, box: Rectangle) -> Rectangle:
        return turned(box, self.frame.width, self.frame.height, self.turns) if self.turns else box

    def place(self, box: Rectangle) -> Place:
        x0, top, x1, bottom = self.box(box)
        return Place(self.number, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def upright_lines(glyphs: Sequence[Glyph], back: View) -> list[Line]:
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
