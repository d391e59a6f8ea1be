"""A page of a PDF → its glyphs where they stand, each with the ink it is printed in."""

from __future__ import annotations

import ctypes
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.pdf import calls
from pipeline.read.pdf.frame import Frame
from pipeline.read.pdf.inks import ASKED, BIG, Ink, Inks
from pipeline.read.pdf.paths import page_to_strokes
from pipeline.read.pdf.strokes import Strokes

UNKNOWN = "\ufffd"
# The densest page seen has 1,410; A0 full of letters as small as these here has 100,000.
MOST_ON_PAGE = 200_000
# The usual height is that of most of some of the glyphs.
_SAMPLED = 5
# An upright glyph begins where its box does (points); a turned one elsewhere.
_UPRIGHT = 0.05
_BLANKS = frozenset(map(ord, " \t\u00a0\u3000\u2002\u2003\u2009"))
_LINE_ENDS = frozenset((0x0A, 0x0D))
# pdfium says so for the hyphen at which it would join two lines.
_SOFT_HYPHEN = 0x02


class Glyph(NamedTuple):
    """A printed character: box by advance width and font height, in points from the upper left corner.

    `char` is a blank for any kind of blank and U+FFFD for what the font gives no character for; `base`
    is the height of its base line, `ink` the index of its Ink.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    ink: int


class PageText(NamedTuple):
    """The glyphs in the order of the file, the inks they point into, and what is drawn besides."""

    glyphs: list[Glyph]
    inks: list[Ink]
    strokes: Strokes


def page_to_glyphs(page: pdfium.FPDF_PAGE, frame: Frame, most: int) -> PageText:
    """The text of a page, of which at most `most` characters are read, and what else is drawn on it.

    Raises Unreadable if it has more than MOST_ON_PAGE.
    Blanks that pdfium puts in by itself are left out. What lies outside the visible page is no part of it.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return PageText([], [], page_to_strokes(page, frame))
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST_ON_PAGE:
            raise Unreadable(say("too_many_on_page", count=count, most=MOST_ON_PAGE), say("print_anew"))
        count = min(count, most)
        strokes = page_to_strokes(page, frame)
        inks = Inks(calls.address_of(text), frame.turns)
        glyphs, places = _text_to_glyphs(count, frame, inks)
        _look_at_big(glyphs, places, inks)
        _look_at_pale(glyphs, places, (inks, strokes))
        _look_under_covers(glyphs, places, (inks, strokes))
        return PageText(glyphs, inks.inks, strokes)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _text_to_glyphs(count: int, frame: Frame, inks: Inks) -> tuple[list[Glyph], list[int]]:
    """The glyphs, and for each its place in the text of pdfium."""
    # Long: the one loop that runs once a character; parted into functions it takes twice the time. For that
    # reason what it calls is local, and a named tuple is made without its own checks.
    buffer = (ctypes.c_char * 32)()
    at_box = ctypes.addressof(buffer)
    at_x, at_y, unpack = at_box + 16, at_box + 24, struct.Struct("4f2d").unpack
    box_at, origin_at, is_put_in, new = calls.box_at, calls.origin_at, calls.is_put_in, tuple.__new__
    text = inks.text
    left, top, upright = frame.left, frame.top, frame.turns == 0
    width, height = 2 * frame.width, 2 * frame.height
    glyphs: list[Glyph] = []
    places: list[int] = []
    upright_ink: int | None = None
    for i, code in enumerate(_codes(text, count)):
        if code in _LINE_ENDS or (code in _BLANKS and is_put_in(text, i)):
            continue
        if not (box_at(text, i, at_box) and origin_at(text, i, at_x, at_y)):
            continue
        x0, y0, x1, y1, x, base = unpack(buffer)
        is_upright = -_UPRIGHT < x - x0 < _UPRIGHT
        if upright:
            x0, y0, x1, y1, base = x0 - left, top - y0, x1 - left, top - y1, top - base
        else:
            base = frame.point(x, base)[1]
            x0, y0, x1, y1 = frame.rectangle(x0, y1, x1, y0)
        if not (0 <= x0 + x1 <= width and 0 <= y0 + y1 <= height):
            continue
        if is_upright and upright_ink is not None and i % ASKED:
            # Neighbours in the file are printed alike; what is turned is asked in any case.
            ink = upright_ink
        else:
            ink = inks.of_character(i, is_upright)
            upright_ink = ink if is_upright else upright_ink
        char = chr(code) if 0x4E00 <= code < 0xA000 or 0x20 < code < 0x7F else _code_to_char(code)
        glyphs.append(new(Glyph, (char, x0, y0, x1, y1, base, ink)))
        places.append(i)
    return glyphs, places


def _codes(text: int, count: int) -> Sequence[int]:
    """The code points. Asked all at once where each is one unit of UTF-16 and none is left out."""
    units = (ctypes.c_ushort * (count + 1))()
    if calls.codes_at(text, 0, count, ctypes.addressof(units)) == count + 1:
        codes = units[:count]
        if not any(0xD800 <= code < 0xE000 for code in set(codes)):
            return codes
    return [calls.code_at(text, i) for i in range(count)]


def _look_at_big(glyphs: list[Glyph], places: Sequence[int], inks: Inks) -> None:
    """Gives glyphs far bigger than most an ink that knows how light it is."""
    heights = [glyph[4] - glyph[2] for glyph in glyphs]
    if not heights or max(heights) < (big := BIG * median(heights[::_SAMPLED])):
        return
    for n, height in enumerate(heights):
        if height >= big and (light := inks.lightness(places[n])):
            ink = replace(inks.inks[glyphs[n].ink], lightness=light)
            glyphs[n] = glyphs[n]._replace(ink=inks.add(ink))


def _look_at_pale(glyphs: list[Glyph], places: Sequence[int], known: tuple[Inks, Strokes]) -> None:
    """Gives glyphs printed in a light ink one that says so."""
    inks, strokes = known
    if not strokes.pale:
        return
    for n, place in enumerate(places):
        if light := strokes.pale.get(calls.object_at(inks.text, place) or 0):
            ink = replace(inks.inks[glyphs[n].ink], lightness=light)
            glyphs[n] = glyphs[n]._replace(ink=inks.add(ink))


def _look_under_covers(glyphs: list[Glyph], places: Sequence[int], known: tuple[Inks, Strokes]) -> None:
    """Gives glyphs over which something white is drawn later an ink that says so."""
    inks, strokes = known
    if not strokes.covers or not glyphs:
        return
    order = sorted(range(len(glyphs)), key=lambda n: glyphs[n].base)
    bases = [glyphs[n].base for n in order]
    found: set[int] = set()
    drawn = {item: n for n, item in enumerate(strokes.texts)}
    for before, (x0, top, x1, bottom) in strokes.covers:
        for n in order[bisect_left(bases, top) : bisect_right(bases, bottom)]:
            glyph = glyphs[n]
            middle = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
            if x0 < middle[0] < x1 and top < middle[1] < bottom:
                item = calls.object_at(inks.text, places[n]) or 0
                if drawn.get(item, before) < before:
                    found.add(n)
    # What would leave next to nothing of the page is no cover but its paper.
    if 2 * len(found) < len(glyphs):
        for n in found:
            ink = replace(inks.inks[glyphs[n].ink], covered=True)
            glyphs[n] = glyphs[n]._replace(ink=inks.add(ink))


def _code_to_char(code: int) -> str:
    if code in _BLANKS:
        return " "
    if code == _SOFT_HYPHEN:
        return "-"
    # Fonts without a table of characters give the bare numbers of their glyphs: (cid:5) comes as U+0005.
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return UNKNOWN
    return chr(code)
