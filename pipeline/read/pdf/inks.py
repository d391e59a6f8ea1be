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
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of glyphs is printed: degrees clockwise from upright (0–359), lightness 0 (black) to 1.

    Lightness is known of glyphs that are BIG times as high as most of their page; of others it is 0.
    """

    angle: int
    lightness: float
    hidden: bool


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
        rgba = (ctypes.c_uint * 4)()
        start = ctypes.addressof(rgba)
        owner = calls.object_at(self.text, i)
        if not (owner and calls.fill_colour(owner, *(start + 4 * part for part in range(4)))):
            return 0.0
        red, green, blue, alpha = rgba
        # ITU-R BT.601 luma; a transparent ink lets the white paper shine through.
        return 1 - alpha / 255 * (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255)
