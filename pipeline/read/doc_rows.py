"""Which paragraphs of a DOC file (MS-DOC) stand in tables, and the cells of each row, by the properties that Word stored.

bin table → pages of 512 bytes → properties of each paragraph → the end of a row, with the edges of its cells
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = 512
_BIN_TABLE = 258  # Where the file information block says where the bin table lies.
# Single property modifiers (MS-DOC 2.6).
_IN_TABLE, _ROW_END, _CELLS = 0x2416, 0x2417, 0xD608
_TABS = 0xC615
# By the upper three bits of a modifier: how many bytes its operand has; 0 where the operand says it.
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_CELL = 20  # bytes that say how a cell is merged and ruled
_JOINS_LEFT, _GOES_ON, _BEGINS = 0x02, 0x20, 0x40


@dataclass(frozen=True, slots=True)
class StoredRow:
    """Where the cells of a row part, both sides too (twentieths of a point; none where the file does not say it), which
    cells are of the one at their left, which of the one above, and which begin one over several rows."""

    edges: tuple[int, ...] = ()
    joins_left: tuple[bool, ...] = ()
    joins_above: tuple[bool, ...] = ()
    begins: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredParagraph:
    """A paragraph by its first and last byte: whether it stands in a table, the row that it ends."""

    start: int
    end: int
    in_table: bool
    row: StoredRow | None


def stored_paragraphs(stream: bytes, table: bytes) -> list[StoredParagraph]:
    """The paragraphs in the order of their bytes; none where the properties cannot be followed."""
    try:
        start, size = struct.unpack_from("<II", stream, _BIN_TABLE)
        count = (size - 4) // 8
        pages = struct.unpack_from(f"<{max(0, count)}I", table, start + 4 * (count + 1))
        return sorted((p for n in pages for p in _paragraphs(stream, n & 0x3FFFFF)), key=lambda p: p.start)
    except (struct.error, IndexError):
        return []


def _paragraphs(stream: bytes, number: int) -> Iterator[StoredParagraph]:
    page = stream[number * _PAGE : (number + 1) * _PAGE]
    count = page[_PAGE - 1]
    places = struct.unpack_from(f"<{count + 1}I", page)
    for i in range(count):
        at = 2 * page[4 * (count + 1) + 13 * i]
        size, first = (2 * page[at] - 1, at + 1) if page[at] else (2 * page[at + 1], at + 2)
        said = dict(_modifiers(page[first + 2 : first + size])) if at else {}
        row = _row(said.get(_CELLS, b"")) if said.get(_ROW_END, b"\0")[0] else None
        in_table = bool(said.get(_IN_TABLE, b"\0")[0])
        yield StoredParagraph(places[i], places[i + 1], in_table, row)


def _modifiers(said: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(said):
        (code,) = struct.unpack_from("<H", said, at)
        at += 2
        size = _SIZES[code >> 13]
        if code == _CELLS:
            (more,) = struct.unpack_from("<H", said, at)
            size, at = more - 1, at + 2
        elif code == _TABS and said[at] == 0xFF:
            return  # Its length cannot be told from its first byte.
        elif not size:
            size, at = said[at], at + 1
        yield code, said[at : at + size]
        at += size


def _row(said: bytes) -> StoredRow:
    if not said:
        return StoredRow()
    count = said[0]
    edges = struct.unpack_from(f"<{count + 1}h", said, 1)
    cells = said[1 + 2 * (count + 1) :]
    marks = [int.from_bytes(cells[_CELL * i : _CELL * i + 2].ljust(2, b"\0"), "little") for i in range(count)]
    return StoredRow(
        edges,
        tuple(bool(mark & _JOINS_LEFT) for mark in marks),
        tuple(bool(mark & _GOES_ON) and not mark & _BEGINS for mark in marks),
        tuple(bool(mark & _BEGINS) for mark in marks),
    )
