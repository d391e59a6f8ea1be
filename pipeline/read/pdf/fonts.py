"""A stand-in for Chinese, Japanese and Korean fonts that neither the file nor the machine has.

pdfium measures what it reads by the outlines of the font, and drops what is as wide as nothing: where no font
is found, a character that the file places by itself, or the only one of its cell, is gone. The stand-in has one
glyph for all characters: as large as a letter, without any ink, so that pages are drawn as they would be
without it and words are read alike on every machine.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Mapping
from typing import Any

from pypdfium2 import PdfSysfontBase

# By the numbers of Windows: Japanese, Korean, simplified and traditional Chinese.
_CHARSETS = frozenset((128, 129, 134, 136))
_EM, _ASCENT, _DESCENT = 1000, 880, -120
# Glyph 0 stands for what a font lacks and is drawn like the other.
_GLYPHS, _POINTS = 2, 2
# Bytes before the list of tables, and of each of its entries.
_HEADER, _ENTRY = 12, 16


def stand_in_for_missing() -> None:
    """To be called before a file is opened. Leaves alone whoever looks for fonts already."""
    if PdfSysfontBase.SINGLETON is None:
        StandIn().setup()


class StandIn(PdfSysfontBase):  # type: ignore[misc]
    """Finds what the handler beneath finds (that of pdfium, unless given), and the stand-in for what it does not."""

    def __init__(self, default: PdfSysfontBase | None = None) -> None:
        font = _font()
        self._size = len(font)
        self._buffer = ctypes.create_string_buffer(font, self._size)
        self._handle = ctypes.addressof(self._buffer)
        super().__init__(default)

    def MapFont(self, _: object, weight: int, italic: int, charset: int, *rest: Any) -> int | None:  # noqa: N802
        found: int | None = self.default.MapFont(self.default, weight, italic, charset, *rest)
        return found or (self._handle if charset in _CHARSETS else None)

    def GetFontData(self, _: object, font: int, *asked: Any) -> int:  # noqa: N802
        if font != self._handle:
            return int(self.default.GetFontData(self.default, font, *asked))
        table, buffer, size = asked
        if table:
            return 0
        if size >= self._size:
            ctypes.memmove(buffer, self._handle, self._size)
        return self._size

    def GetFaceName(self, _: object, font: int, buffer: Any, size: int) -> int:  # noqa: N802
        return 0 if font == self._handle else int(self.default.GetFaceName(self.default, font, buffer, size))

    def GetFontCharset(self, _: object, font: int) -> int:  # noqa: N802
        return 0 if font == self._handle else int(self.default.GetFontCharset(self.default, font))

    def DeleteFont(self, _: object, font: int) -> None:  # noqa: N802
        if font != self._handle:
            self.default.DeleteFont(self.default, font)


def _font() -> bytes:
    """A TrueType font of one glyph, a line from corner to corner that encloses nothing."""
    box = struct.pack(">hhhh", 0, _DESCENT, _EM, _ASCENT)
    ends = struct.pack(">hhhh", 0, _EM, _DESCENT, _ASCENT - _DESCENT)
    glyph = struct.pack(">h", 1) + box + struct.pack(">HHBB", _POINTS - 1, 0, 1, 1) + ends
    maxp = struct.pack(">I14H", 0x10000, _GLYPHS, _POINTS, 1, 0, 0, 1, *[0] * 8)
    # All code points → glyph 1 ("many to one", format 13).
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(
        ">HHIIIIII", 13, 0, 28, 0, 1, 0x21, 0x10FFFF, 1
    )
    head = struct.pack(">IIIIHHqq", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0)
    return _tables_to_font(
        {
            b"cmap": cmap,
            b"glyf": glyph * _GLYPHS,
            b"head": head + box + struct.pack(">HHhhh", 0, 8, 2, 1, 0),
            b"hhea": struct.pack(">Ihhh H 11h H", 0x10000, _ASCENT, _DESCENT, 0, _EM, *[0] * 11, _GLYPHS),
            b"hmtx": struct.pack(">Hh", _EM, 0) * _GLYPHS,
            b"loca": struct.pack(">3I", 0, len(glyph), 2 * len(glyph)),
            b"maxp": maxp,
        }
    )


def _tables_to_font(tables: Mapping[bytes, bytes]) -> bytes:
    """By name in order; no sums, which nobody checks."""
    directory, body = b"", b""
    start = _HEADER + _ENTRY * len(tables)
    for name, table in tables.items():
        directory += name + struct.pack(">III", 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + directory + body
