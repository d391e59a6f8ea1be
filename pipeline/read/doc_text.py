"""The words of a DOC file (MS-DOC) as Word stored them, to see whether a conversion lost any.

    file information block → piece table → pieces of text

Tables are told by the marks at the ends of their cells and rows; how cells make rows says `doc_tables`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.read.doc_rows import StoredParagraph, StoredRow, stored_paragraphs
from pipeline.read.ole import Ole

_WORD_97 = 0xC1
# The mark behind a cell; the one behind a row, which Word stores as a cell's; the end of a line within a cell.
CELL_END, ROW_END, LINE_END = "\x07", "\x1d", "\x0b"
# A field: its code up to U+0014, then its result; without a result U+0015 ends it.
_FIELD_CODE = patterns.compile(r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_PARAGRAPH = patterns.compile(r"([^\r\x07\x0b\x0c\x0e\x1d]*)([\r\x07\x0b\x0c\x0e\x1d]|$)")
_MARKS = patterns.compile(r"[^\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class DocText:
    """The paragraphs of a DOC file as letters and digits only, how many cells hold any; each with the mark behind it, and
    the rows by the order of their marks."""

    paragraphs: tuple[str, ...]
    cells: int
    marked: tuple[tuple[str, str], ...] = ()
    rows: tuple[StoredRow, ...] = ()


def ole_to_doc_text(ole: Ole) -> DocText | None:
    """What the main text of the file says; None for versions before Word 97 and what cannot be followed."""
    rows: list[StoredRow] = []
    try:
        text = "".join(_pieces(ole, rows))
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
        tuple(rows),
    )


def letters(text: str) -> str:
    """The letters and digits of a text: what any conversion must keep."""
    return _MARKS.sub("", text)


def _pieces(ole: Ole, rows: list[StoredRow]) -> Iterator[str]:
    """The pieces of the main text in order (MS-DOC 2.4.1), with marks of their own for ends of rows, which are added to
    `rows`, and for ends of lines within cells."""
    stream = ole.read("WordDocument")
    if struct.unpack_from("<H", stream, 2)[0] < _WORD_97:
        return
    table = ole.read("1Table" if stream[11] & 0x02 else "0Table")
    length = struct.unpack_from("<I", stream, 76)[0]
    start, size = struct.unpack_from("<II", stream, 418)
    places, pieces = _piece_table(table[start : start + size])
    paragraphs = [p for p in stored_paragraphs(stream, table) if p.in_table or p.row]
    for i, (fc,) in enumerate(struct.iter_unpack("<2xI2x", pieces)):
        count = min(places[i + 1], length) - places[i]
        if count <= 0:
            break
        at = fc & 0x3FFFFFFF
        wide = 1 if fc & 0x40000000 else 2
        at = at if wide == 2 else at // 2
        said = stream[at : at + wide * count].decode("cp1252" if wide == 1 else "utf-16-le", "replace")
        yield _with_marks(said, (at, wide), paragraphs, rows)


def _with_marks(
    text: str, place: tuple[int, int], paragraphs: Sequence[StoredParagraph], rows: list[StoredRow]
) -> str:
    """`place`: the first byte of a piece, and how many a character has."""
    at, wide = place
    chars = list(text)
    for paragraph in paragraphs:
        n = (paragraph.end - at) // wide - 1
        if not 0 <= n < len(chars):
            continue
        if paragraph.row is not None and chars[n] == CELL_END:
            chars[n] = ROW_END
            rows.append(paragraph.row)
        elif paragraph.row is None and chars[n] == "\r":
            chars[n] = LINE_END
    return "".join(chars)


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
