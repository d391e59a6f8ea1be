"""A page of a PDF → its glyphs where they stand, each with the ink it is printed in."""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.pdf import calls
from pipeline.read.pdf.frame import Frame

UNKNOWN = "\ufffd"
# A watermark is far bigger than the text.
BIG = 2.0
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
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


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of glyphs is printed: degrees clockwise from upright (0–359), lightness 0 (black) to 1.

    Lightness is known of glyphs that are BIG times as high as most of their page; of others it is 0.
    """

    angle: int
    lightness: float
    hidden: bool


def page_to_glyphs(
    page: pdfium.FPDF_PAGE, frame: Frame, most: int, may_hide: bool = True
) -> tuple[list[Glyph], list[Ink]]:
    """The glyphs in the order of the file, and the inks they point into; at most `most` are read.

    Blanks that pdfium puts in by itself are left out. What lies outside the visible page is no part of it.
    `may_hide` asks whether glyphs are printed in no ink, as over a picture they may be.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], []
    try:
        count = min(pdfium.FPDFText_CountChars(text), most)
        glyphs, objects = _text_to_glyphs(calls.address_of(text), count, frame)
        return glyphs, _give_inks(calls.address_of(text), glyphs, objects, _Asked(frame.turns, may_hide))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _text_to_glyphs(text: int, count: int, frame: Frame) -> tuple[list[Glyph], list[tuple[int, int]]]:
    """Glyphs without ink yet, and for each its index in pdfium's text and the address of its text object."""
    # The one loop that runs once a character: what it calls is local, which saves a fifth of its time.
    buffer = (ctypes.c_char * 32)()
    at_box = ctypes.addressof(buffer)
    at_x, at_y, unpack = at_box + 16, at_box + 24, struct.Struct("4f2d").unpack
    code_at, box_at, origin_at = calls.code_at, calls.box_at, calls.origin_at
    object_at, is_put_in = calls.object_at, calls.is_put_in
    left, top, upright = frame.left, frame.top, frame.turns == 0
    width, height = frame.width, frame.height
    glyphs: list[Glyph] = []
    objects: list[tuple[int, int]] = []
    for i in range(count):
        code = code_at(text, i)
        if code in _LINE_ENDS or (code in _BLANKS and is_put_in(text, i)):
            continue
        if not (box_at(text, i, at_box) and origin_at(text, i, at_x, at_y)):
            continue
        x0, y0, x1, y1, x, base = unpack(buffer)
        if upright:
            x0, y0, x1, y1, base = x0 - left, top - y0, x1 - left, top - y1, top - base
        else:
            base = frame.point(x, base)[1]
            x0, y0, x1, y1 = frame.rectangle(x0, y1, x1, y0)
        if not (0 <= x0 + x1 <= 2 * width and 0 <= y0 + y1 <= 2 * height):
            continue
        char = chr(code) if 0x20 < code < 0x7F or 0x4E00 <= code < 0xA000 else _code_to_char(code)
        glyphs.append(Glyph(char, x0, y0, x1, y1, base, 0))
        objects.append((i, object_at(text, i) or 0))
    return glyphs, objects


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of inks: quarter turns of the page to add to the angles, and whether any may be none."""

    turns: int
    may_hide: bool


def _give_inks(
    text: int, glyphs: list[Glyph], objects: Sequence[tuple[int, int]], asked: _Asked
) -> list[Ink]:
    """Puts its ink into each glyph. Glyphs of one text object are alike; many files have an object a glyph."""
    inks: list[Ink] = []
    by_value: dict[tuple[float, float, int], int] = {}
    by_object: dict[int, int] = {}
    big = BIG * median(glyph.bottom - glyph.top for glyph in glyphs) if glyphs else 0.0
    angle_at, mode_of = calls.angle_at, calls.mode_of
    for n, (i, owner) in enumerate(objects):
        known = by_object.get(owner)
        if known is None:
            glyph = glyphs[n]
            lightness = _lightness(owner) if glyph[4] - glyph[2] >= big else 0.0
            value = (angle_at(text, i), lightness, mode_of(owner) if asked.may_hide and owner else 0)
            known = by_value.get(value)
            if known is None:
                known = by_value[value] = len(inks)
                inks.append(_value_to_ink(value, asked.turns))
            by_object[owner] = known
        if known:
            glyphs[n] = glyphs[n]._replace(ink=known)
    return inks


def _value_to_ink(value: tuple[float, float, int], turns: int) -> Ink:
    radians, lightness, mode = value
    angle = (round(math.degrees(max(radians, 0.0))) + 90 * turns) % 360
    return Ink(angle, lightness, mode == _INVISIBLE)


def _lightness(owner: int) -> float:
    if not owner:
        return 0.0
    rgba = (ctypes.c_uint * 4)()
    start = ctypes.addressof(rgba)
    if not calls.fill_colour(owner, *(start + 4 * part for part in range(4))):
        return 0.0
    red, green, blue, alpha = rgba
    # ITU-R BT.601 luma; a transparent ink lets the white paper shine through.
    return 1 - alpha / 255 * (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255)


def _code_to_char(code: int) -> str:
    if code in _BLANKS:
        return " "
    if code == _SOFT_HYPHEN:
        return "-"
    # Fonts without a table of characters give the bare numbers of their glyphs: (cid:5) comes as U+0005.
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return UNKNOWN
    return chr(code)
