"""The words of a DOC file (MS-DOC) as Word stored them, to see whether a conversion lost any.

    file information block → piece table → pieces of text

Tables are told by the marks at the ends of their cells; how cells make rows says `doc_tables`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.read.ole import Ole

_WORD_97 = 0xC1
CELL_END = "\x07"
# A field: its code up to U+0014, then its result; without a result U+0015 ends it.
_FIELD_CODE = patterns.compile(r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_PARAGRAPH = patterns.compile(r"([^\r\x07\x0b\x0c\x0e]*)([\r\x07\x0b\x0c\x0e]|$)")
_MARKS = patterns.compile(r"[^\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class DocText:
    """The paragraphs of a DOC file as letters and digits only, how many cells hold any; each with the mark behind it."""

    paragraphs: tuple[str, ...]
    cells: int
    marked: tuple[tuple[str, str], ...] = ()


def ole_to_doc_text(ole: Ole) -> DocText | None:
    """What the main text of the file says; None for versions before Word 97 and what cannot be followed."""
    try:
        text = "".join(_pieces(ole))
    except (struct.error, UnicodeDecodeError, IndexError):
        return None
    while (shorter := _FIELD_CODE.sub(r"\1", text)) != text:
        text = shorter
    marked = tuple((m[1], m[2]) for m in _PARAGRAPH.finditer(text))
    found = [(letters(words), end) for words, end in marked]
    if not any(words for words, _ in found):
        return None
    return DocText(
        tuple(words for words, _ in found if words),
        sum(bool(words) and end == CELL_END for words, end in found),
        marked,
    )


def letters(text: str) -> str:
    """The letters and digits of a text: what any conversion must keep."""
    return _MARKS.sub("", text)


def _pieces(ole: Ole) -> Iterator[str]:
    """The pieces of the main text in order (MS-DOC 2.4.1)."""
    stream = ole.read("WordDocument")
    if struct.unpack_from("<H", stream, 2)[0] < _WORD_97:
        return
    table = ole.read("1Table" if stream[11] & 0x02 else "0Table")
    length = struct.unpack_from("<I", stream, 76)[0]
    start, size = struct.unpack_from("<II", stream, 418)
    places, pieces = _piece_table(table[start : start + size])
    for i, (fc,) in enumerate(struct.iter_unpack("<2xI2x", pieces)):
        count = min(places[i + 1], length) - places[i]
        if count <= 0:
            break
        at = fc & 0x3FFFFFFF
        if fc & 0x40000000:
            yield stream[at // 2 : at // 2 + count].decode("cp1252", "replace")
        else:
            yield stream[at : at + 2 * count].decode("utf-16-le", "replace")


def _piece_table(clx: bytes) -> tuple[tuple[int, ...], bytes]:
    """(character positions where pieces begin, and the last ends; the descriptions of the pieces)."""
    at = 0
    while clx[at] == 1:  # Properties of pieces stand before the table.
        at += 3 + int(struct.unpack_from("<h", clx, at + 1)[0])
        if at <= 0:
            raise IndexError
    size = struct.unpack_from("<I", clx, at + 1)[0]
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table)
    return places, table[4 * (count + 1) : 4 * (count + 1) + 8 * count]
