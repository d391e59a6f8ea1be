"""A page of a PDF → its glyphs where they stand, each with the ink it is printed in."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.pdf.frame import Frame

UNKNOWN = "\ufffd"
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
    """How a run of glyphs is printed: degrees clockwise from upright (0–359), lightness 0 (black) to 1."""

    angle: int
    lightness: float
    hidden: bool


def page_to_glyphs(page: pdfium.FPDF_PAGE, frame: Frame, most: int) -> tuple[list[Glyph], list[Ink]]:
    """The glyphs in the order of the file, and the inks they point into; at most `most` are read.

    Blanks that pdfium puts in by itself are left out. What lies outside the visible page is no part of it.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], []
    try:
        return _text_to_glyphs(text, frame, most)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _text_to_glyphs(text: pdfium.FPDF_TEXTPAGE, frame: Frame, most: int) -> tuple[list[Glyph], list[Ink]]:
    # The one loop that runs once a character: what it calls is local, which saves a fifth of its time.
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    code_of, box_of, base_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    object_of, address_of = pdfium.FPDFText_GetTextObject, ctypes.addressof
    left, top, upright = frame.left, frame.top, frame.turns == 0
    width, height = frame.width, frame.height
    glyphs: list[Glyph] = []
    inks = _Inks(text, frame)
    for i in range(min(pdfium.FPDFText_CountChars(text), most)):
        code = code_of(text, i)
        if code in _LINE_ENDS or (code in _BLANKS and pdfium.FPDFText_IsGenerated(text, i)):
            continue
        if not (box_of(text, i, at_box) and base_of(text, i, at_x, at_y)):
            continue
        if upright:
            x0, y0, x1, y1 = box.left - left, top - box.top, box.right - left, top - box.bottom
            base = top - y.value
        else:
            x0, y0, x1, y1 = frame.rectangle(box.left, box.bottom, box.right, box.top)
            base = frame.point(x.value, y.value)[1]
        if not (0 <= x0 + x1 <= 2 * width and 0 <= y0 + y1 <= 2 * height):
            continue
        owner = object_of(text, i)
        ink = inks.index(i, owner, address_of(owner.contents) if owner else 0)
        char = chr(code) if 0x20 < code < 0x7F or 0x4E00 <= code < 0xA000 else _code_to_char(code)
        glyphs.append(Glyph(char, x0, y0, x1, y1, base, ink))
    return glyphs, inks.inks


class _Inks:
    """The inks of a page, each once. Files with an object for each glyph have hundreds of equal ones."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        self.text = text
        self.turns = frame.turns
        self.inks: list[Ink] = []
        self._by_object: dict[int, int] = {}
        self._by_value: dict[tuple[float, ...], int] = {}
        self._rgba = [ctypes.c_uint() for _ in range(4)]
        self._at = [ctypes.byref(part) for part in self._rgba]

    def index(self, i: int, owner: object, address: int) -> int:
        """The number of the ink of character `i`, which belongs to the text object `owner`."""
        if (known := self._by_object.get(address)) is not None:
            return known
        coloured = pdfium.FPDFText_GetFillColor(self.text, i, *self._at)
        value = (
            pdfium.FPDFText_GetCharAngle(self.text, i),
            pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else 0,
            *((part.value for part in self._rgba) if coloured else (0, 0, 0, 255)),
        )
        ink = self._by_value.get(value)
        if ink is None:
            ink = self._by_value[value] = len(self.inks)
            self.inks.append(_value_to_ink(value, self.turns))
        self._by_object[address] = ink
        return ink


def _value_to_ink(value: tuple[float, ...], turns: int) -> Ink:
    radians, mode, red, green, blue, alpha = value
    # ITU-R BT.601 luma; a transparent ink lets the white paper shine through.
    luma = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    return Ink(
        angle=(round(math.degrees(max(radians, 0.0))) + 90 * turns) % 360,
        lightness=1 - alpha / 255 * (1 - luma),
        hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    )


def _code_to_char(code: int) -> str:
    if code in _BLANKS:
        return " "
    if code == _SOFT_HYPHEN:
        return "-"
    # Fonts without a table of characters give the bare numbers of their glyphs: (cid:5) comes as U+0005.
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return UNKNOWN
    return chr(code)
