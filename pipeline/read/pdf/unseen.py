"""Glyphs of a page → those of its text, and the words that are none: printed behind it, or seen by nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from pipeline.messages import Message, say
from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.inks import BIG, PALE, Ink

# A watermark is pale and far bigger than the text, or slanted; pale letters of the size of the text are
# headings on a coloured ground, unless they are printed over other words.
_PALE_BIG = 0.4
# Lighter than this on white paper nothing is seen; smaller than so many points neither.
_WHITE = 0.97
_SMALLEST = 1.0
# A pale word that lies over (or under) words: this share of its letters does.
_OVER = 0.3

Aside = tuple[str, Message]


def part_unseen(
    glyphs: Sequence[Glyph], inks: Sequence[Ink], grounds: Sequence[Rectangle]
) -> tuple[list[Glyph], tuple[Aside, ...]]:
    """The glyphs of the text, and the words that are none; `grounds` are the areas on which white words are seen."""
    # Glyphs drawn by programs (Type 3 fonts) are as high as their ink: 一 is low but wide.
    smallest = min([glyph[4] - glyph[2] for glyph in glyphs], default=_SMALLEST)
    if smallest >= _SMALLEST and not any(
        ink.angle % 90 or ink.lightness >= _PALE_BIG or ink.covered for ink in inks
    ):
        return list(glyphs), ()
    usual = median(glyph.bottom - glyph.top for glyph in glyphs)
    behind: dict[int, list[Glyph]] = {}
    unseen: list[Glyph] = []
    pale: dict[int, list[Glyph]] = {}
    text: list[Glyph] = []
    for glyph in glyphs:
        ink, high = inks[glyph.ink], glyph.bottom - glyph.top
        if ink.angle % 90 or (ink.lightness >= _PALE_BIG and high >= BIG * usual):
            behind.setdefault(glyph.ink, []).append(glyph)
        elif (
            max(high, glyph.x1 - glyph.x0) < _SMALLEST
            or ink.covered
            or (ink.lightness >= _WHITE and not _is_on(glyph, grounds))
        ):
            unseen.append(glyph)
        elif ink.lightness >= PALE:
            pale.setdefault(glyph.ink, []).append(glyph)
        else:
            text.append(glyph)
    for number, run in pale.items():
        if sum(_lies_over(glyph, text) for glyph in run) > _OVER * len(run):
            behind[number] = run
    shown = {id(glyph) for part in (*behind.values(), unseen) for glyph in part}
    aside = [(words, say("aside_pale")) for part in behind.values() if (words := _words(part))]
    aside += [(words, say("aside_unseen")) for words in [_words(unseen)] if words]
    return [glyph for glyph in glyphs if id(glyph) not in shown], tuple(aside)


def _words(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs).strip()


def _is_on(glyph: Glyph, grounds: Sequence[Rectangle]) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in grounds)


def _lies_over(glyph: Glyph, text: Sequence[Glyph]) -> bool:
    """Whether a letter shares its place with one of the text."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return any(other.x0 < x < other.x1 and other.top < y < other.bottom for other in text)
