"""Small figures above the line, as the marks of notes and the powers of units are printed → raised characters."""

from __future__ import annotations

from statistics import median

from pipeline.language.raised import raised
from pipeline.read.pdf.glyphs import Glyph

# A raised figure is at most so high, of the letter before it, stands so much above its base line, and so near.
# (Word and browsers print them 0.58-0.83 as high and 0.33-0.4 up.)
_SMALL = 0.84
_LOWEST, _HIGHEST = 0.12, 0.7
_NEAR = 0.35


def raise_marks(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs, small figures behind a letter and above its line as raised characters on that line."""
    heights = [glyph[4] - glyph[2] for glyph in glyphs]
    if not heights or min(heights) > _SMALL * max(heights):
        return glyphs
    usual = median(heights)
    found = list(glyphs)
    anchor: Glyph | None = None
    end = 0.0
    for n, glyph in enumerate(glyphs):
        if glyph[0] == " ":
            continue
        if anchor is not None and heights[n] < usual and _is_raised(glyph, anchor, end):
            found[n] = glyph._replace(char=raised(glyph.char), base=anchor.base)
        else:
            anchor = glyph
        end = glyph[3]
    return found


def _is_raised(glyph: Glyph, anchor: Glyph, end: float) -> bool:
    high = anchor.bottom - anchor.top
    up = anchor.base - glyph.base
    return (
        glyph.bottom - glyph.top <= _SMALL * high
        and _LOWEST * high <= up <= _HIGHEST * high
        and -_NEAR * high < glyph.x0 - end < _NEAR * high
    )
