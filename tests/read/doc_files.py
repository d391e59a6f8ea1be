"""DOC files for the tests, as MS-DOC lays them out: one piece of text and, where rows are told, the properties of paragraphs."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise

from tests.read.ole_files import ole

_TEXT = 2048  # where the text begins
# Edges of the cells of a row, and of each cell: is it of the one at its left (2), of the one above (32), or over rows (96).
Row = tuple[Sequence[int], Sequence[int]]


def doc(text: str, field: int = 0xC1, rows: Sequence[Row] = ()) -> bytes:
    """`\\x1d` ends a row: with `rows` the file says so, else it is one more mark of a cell."""
    stream = bytearray(_TEXT)
    struct.pack_into("<HH", stream, 0, 0xA5EC, field)
    stream[11] = 0x02  # The piece table is in the stream 1Table.
    struct.pack_into("<I", stream, 76, len(text))
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, _TEXT, 0)
    clx = b"\x01" + struct.pack("<h", 2) + b"ab" + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", stream, 418, 0, len(clx))
    table, words = clx, text.replace("\x1d", "\x07").encode("utf-16-le")
    if rows:
        pages = _pages(text, rows)
        first = -(-(_TEXT + len(words)) // 512)
        words = words.ljust(512 * first - _TEXT, b"\0") + b"".join(page for _, _, page in pages)
        bins = struct.pack(f"<{len(pages) + 1}I", *(start for start, _, _ in pages), pages[-1][1])
        bins += struct.pack(f"<{len(pages)}I", *range(first, first + len(pages)))
        struct.pack_into("<II", stream, 258, len(table), len(bins))
        table += bins
    return ole(("WordDocument", bytes(stream) + words), ("1Table", table))


def _pages(text: str, rows: Sequence[Row]) -> list[tuple[int, int, bytes]]:
    """From where to where a page of properties speaks, and the page: one for each row, or what stands outside of tables."""
    told, pages, start = iter(rows), [], 0
    while start < len(text):
        ends = [at for at in (text.find("\x1d", start), text.find("\r", start)) if at >= 0]
        end = min(ends, default=len(text) - 1)
        cells = [(n, n + 1) for n in range(start, end) if text[n] == "\x07"]
        marks = [(start, end + 1, b"")]
        if cells and text[end] == "\x1d":
            row = struct.pack("<HB", 0x2416, 1)
            places = [start, *(b for _, b in cells)]
            marks = [(a, b, row) for a, b in pairwise(places)]
            marks.append((end, end + 1, row + struct.pack("<HB", 0x2417, 1) + _edges(*next(told))))
        pages.append((_TEXT + 2 * start, _TEXT + 2 * end + 2, _page(marks)))
        start = end + 1
    return pages


def _edges(edges: Sequence[int], marks: Sequence[int]) -> bytes:
    said = bytes([len(marks)]) + struct.pack(f"<{len(edges)}h", *edges)
    said += b"".join(struct.pack("<H18x", mark) for mark in marks)
    return struct.pack("<HH", 0xD608, len(said) + 1) + said


def _page(marks: Sequence[tuple[int, int, bytes]]) -> bytes:
    page, end = bytearray(512), 510
    places = [start for start, _, _ in marks] + [marks[-1][1]]
    struct.pack_into(f"<{len(places)}I", page, 0, *(_TEXT + 2 * place for place in places))
    for n, (_, _, said) in enumerate(marks):
        said = b"\0\0" + said + b"\0" * (len(said) % 2)
        end -= len(said) + 2
        end -= end % 2
        page[end : end + 2] = bytes([0, len(said) // 2])
        page[end + 2 : end + 2 + len(said)] = said
        page[4 * len(places) + 13 * n] = end // 2
    page[511] = len(marks)
    return bytes(page)
