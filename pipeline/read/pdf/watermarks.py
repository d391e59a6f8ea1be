"""Glyphs of a page → those of its text, and the words printed behind it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.inks import BIG, Ink

# A watermark is pale and far bigger than the text, or slanted; pale letters of the size of the text are
# headings on a coloured ground.
_PALE = 0.4


def part_watermarks(glyphs: Sequence[Glyph], inks: Sequence[Ink]) -> tuple[list[Glyph], tuple[str, ...]]:
    """The glyphs of the text, and the words of what is printed behind it."""
    if not any(ink.angle % 90 or ink.lightness >= _PALE for ink in inks):
        return list(glyphs), ()
    usual = median(glyph.bottom - glyph.top for glyph in glyphs) if glyphs else 0.0
    marks: dict[int, list[str]] = {}
    text: list[Glyph] = []
    for glyph in glyphs:
        ink = inks[glyph.ink]
        if ink.angle % 90 or (ink.lightness >= _PALE and glyph.bottom - glyph.top >= BIG * usual):
            marks.setdefault(glyph.ink, []).append(glyph.char)
        else:
            text.append(glyph)
    return text, tuple("".join(chars).strip() for chars in marks.values())
