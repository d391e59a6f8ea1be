"""How glyphs are printed: the inks of a page."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from pipeline.read.pdf import calls

# A watermark is far bigger than the text.
BIG = 2.0
# Of upright characters one in so many is asked how it is printed.
ASKED = 16
# Lighter than this, words of the text's size are printed behind others or are not seen at all.
PALE = 0.7
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of glyphs is printed: degrees clockwise from upright (0–359), lightness 0 (black) to 1, whether in
    no ink at all, and whether something white is drawn over it.

    Lightness is known of glyphs that are BIG times as high as most of their page and of those PALE; of others
    it is 0.
    """

    angle: int
    lightness: float
    hidden: bool
    covered: bool = False


class Inks:
    """The inks of a page, each once; `text` is the address of its text page, `turns` as in Frame."""

    def __init__(self, text: int, turns: int) -> None:
        self.text = text
        self.turns = turns
        self.inks: list[Ink] = []
        self._by_value: dict[tuple[float, int], int] = {}

    def of_character(self, i: int, is_upright: bool) -> int:
        """The number of the ink of character `i`."""
        owner = calls.object_at(self.text, i)
        mode = calls.mode_of(owner) if owner else 0
        value = (0.0 if is_upright else calls.angle_at(self.text, i), mode)
        ink = self._by_value.get(value)
        if ink is None:
            angle = (round(math.degrees(max(value[0], 0.0))) + 90 * self.turns) % 360
            ink = self._by_value[value] = self.add(Ink(angle, 0.0, mode == _INVISIBLE))
        return ink

    def add(self, ink: Ink) -> int:
        if ink not in self.inks:
            self.inks.append(ink)
        return self.inks.index(ink)

    def lightness(self, i: int) -> float:
        """Lightness of character `i`; 0 if it has none of its own."""
        owner = calls.object_at(self.text, i)
        return text_lightness(owner) if owner else 0.0


_RGBA = (ctypes.c_uint * 4)()
_AT = ctypes.addressof(_RGBA)


def text_lightness(item: int) -> float:
    """Lightness of a text object; 0 if it has none of its own."""
    if not calls.fill_colour(item, _AT, _AT + 4, _AT + 8, _AT + 12):
        return 0.0
    red, green, blue, alpha = _RGBA
    # ITU-R BT.601 luma; a transparent ink lets the white paper shine through.
    return 1 - alpha / 255 * (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255)
