"""Parquet files of one table put one behind the other without being decoded: the row groups of each, under one footer.

    file → its row groups as they stand, and where in the footer a number says where something stands
    files in their order → one file, whose numbers are moved by what stands before

pyarrow reads and writes row groups, and can copy none: a table of a million rows, of which a hundred are new, would be
compressed again from end to end. The footer is Thrift, compact protocol; what is not understood in it is copied.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"PAR1"
# Types of values in Thrift's compact protocol.
_BYTE, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = 3, 7, 8, 9, 10, 11, 12
_VARINTS = (4, 5, 6)
# Fields by their numbers in parquet.thrift. Of the file:
_ROWS, _GROUPS = 3, 4
# Of a row group: where it stands, and which it is; its columns.
_COLUMNS, _GROUP_AT, _ORDINAL = 1, 5, 7
# Of a column: where it stands, where its indexes; what is known of it, and therein where its pages stand.
_COLUMN_AT, _COLUMN_SAID = (2, 4, 6), 3
_PAGES_AT = (9, 10, 11, 14)


@dataclass(frozen=True, slots=True)
class Footer:
    """A footer, and in `cuts`, one behind the other, three numbers for each number in it that depends on what stands
    before: where it begins and ends, and what it is; −1 for the number of its row group. `groups` is where the row
    groups begin and end, `count` how many there are, `data` where their pages end in the file."""

    said: bytes
    rows: int
    rows_at: tuple[int, int]
    groups: tuple[int, int]
    count: int
    cuts: array[int]
    data: int


def footer_to_bytes(footer: Footer) -> bytes:
    """All of it but the footer itself, which stands in its file."""
    plain = (footer.rows, *footer.rows_at, *footer.groups, footer.count, footer.data)
    return array("q", plain).tobytes() + footer.cuts.tobytes()


def bytes_to_footer(stored: bytes, file: bytes) -> Footer:
    """The inverse, with the file."""
    numbers = array("q", stored)
    rows, rows_start, rows_end, start, end, count, data = numbers[:_PLAIN]
    return Footer(file[data:-8], rows, (rows_start, rows_end), (start, end), count, numbers[_PLAIN:], data)


# Numbers of a footer before its cuts.
_PLAIN = 7


@dataclass(frozen=True, slots=True)
class _Field:
    number: int
    kind: int
    start: int
    end: int


def file_to_footer(file: bytes) -> Footer:
    """The footer of a Parquet file. ValueError where there is none."""
    if file[-4:] != MAGIC:
        raise ValueError("no Parquet file")
    length = int.from_bytes(file[-8:-4], "little")
    said = file[-8 - length : -8]
    fields = {field.number: field for field in _fields(said, 0)}
    rows, groups = fields[_ROWS], fields[_GROUPS]
    count, first = _list(said, groups.start)
    cuts, at = array("q"), first
    for _ in range(count):
        at = _cut_group(said, at, cuts)
    span = (groups.start, groups.end)
    return Footer(
        said, _integer(said, rows.start)[0], (rows.start, rows.end), span, count, cuts, len(file) - 8 - length
    )


def moved(footer: Footer, by: int, first: int) -> bytes:
    """The row groups of a footer as they are said `by` bytes further on, where `first` row groups stand before."""
    _, at = _list(footer.said, footer.groups[0])
    parts, group, cuts = [], first - 1, footer.cuts
    for n in range(0, len(cuts), 3):
        start, end, value = cuts[n : n + 3]
        parts.append(footer.said[at:start])
        at = end
        if value < 0:
            group += 1
            parts.append(_zigzag(group))
        else:
            parts.append(_zigzag(value + by))
    return b"".join((*parts, footer.said[at : footer.groups[1]]))


def joined(model: Footer, rows: int, count: int, groups: list[bytes]) -> bytes:
    """The end of a file: a footer that says of the columns what `model` says, of so many rows in `count` row groups."""
    # Long: a footer's parts in their order.
    said = b"".join(
        (
            model.said[: model.rows_at[0]],
            _zigzag(rows),
            model.said[model.rows_at[1] : model.groups[0]],
            bytes((count << 4 | _STRUCT,)) if count < 15 else bytes((0xF0 | _STRUCT,)) + _varint(count),
            *groups,
            model.said[model.groups[1] :],
        )
    )
    return said + len(said).to_bytes(4, "little") + MAGIC


def _cut_group(said: bytes, at: int, cuts: array[int]) -> int:
    """Adds the cuts of the row group that begins at a place, in their order; where it ends."""
    end = at
    for field in _fields(said, at):
        end = field.end
        if field.number == _COLUMNS:
            count, place = _list(said, field.start)
            for _ in range(count):
                place = _cut_column(said, place, cuts)
        elif field.number == _GROUP_AT:
            _cut(said, field, cuts)
        elif field.number == _ORDINAL:
            cuts.extend((field.start, field.end, -1))
    return end + 1


def _cut_column(said: bytes, at: int, cuts: array[int]) -> int:
    end = at
    for field in _fields(said, at):
        end = field.end
        if field.number in _COLUMN_AT:
            _cut(said, field, cuts)
        elif field.number == _COLUMN_SAID:
            for inner in _fields(said, field.start):
                if inner.number in _PAGES_AT:
                    _cut(said, inner, cuts)
    return end + 1


def _cut(said: bytes, field: _Field, cuts: array[int]) -> None:
    """A place in the file; nought says that there is none."""
    if value := _integer(said, field.start)[0]:
        cuts.extend((field.start, field.end, value))


# --- Thrift, compact protocol -------------------------------------------------------------------


def _fields(said: bytes, at: int) -> Iterator[_Field]:
    """The fields of the struct that begins at a place; behind the last one stands its end, a zero."""
    number = 0
    while head := said[at]:
        at += 1
        if head >> 4:
            number += head >> 4
        else:
            number, at = _integer(said, at)
        end = _after(said, at, head & 15)
        yield _Field(number, head & 15, at, end)
        at = end


def _after(said: bytes, at: int, kind: int) -> int:
    """Where a value ends. Truths have none: their type says them."""
    if kind in _VARINTS:
        while said[at] & 128:
            at += 1
        return at + 1
    if kind == _BINARY:
        length, at = _plain(said, at)
        return at + length
    if kind == _STRUCT:
        end = at
        for field in _fields(said, at):
            end = field.end
        return end + 1
    if kind in (_LIST, _SET):
        count, place = _list(said, at)
        of = said[at] & 15
        for _ in range(count):
            place = place + 1 if of in (1, 2) else _after(said, place, of)
        return place
    if kind == _MAP:
        raise ValueError("a map in a Parquet footer")
    return at + {_BYTE: 1, _DOUBLE: 8}.get(kind, 0)


def _list(said: bytes, at: int) -> tuple[int, int]:
    """How many values a list has, and where the first begins."""
    count = said[at] >> 4
    return (count, at + 1) if count < 15 else _plain(said, at + 1)


def _plain(said: bytes, at: int) -> tuple[int, int]:
    """A number without sign, and where it ends."""
    value = shift = 0
    while (byte := said[at]) & 128:
        value |= (byte & 127) << shift
        shift, at = shift + 7, at + 1
    return value | byte << shift, at + 1


def _integer(said: bytes, at: int) -> tuple[int, int]:
    value, end = _plain(said, at)
    return (value >> 1) ^ -(value & 1), end


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _zigzag(value: int) -> bytes:
    return _varint(value << 1 ^ value >> 63)
