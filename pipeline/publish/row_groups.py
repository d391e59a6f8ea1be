"""Parquet files of one table put one behind the other without being decoded: the row groups of each, under one footer.

    file → its pages as they stand, what its footer says of its row groups, and where therein a number says where something stands
    pages in their order → one file, whose numbers are moved by what stands before

pyarrow reads and writes row groups, and can copy none (apache/arrow#42896; its `append_row_groups` tells of other files'
row groups in a file of its own): a table of a million rows, of which a hundred are new, would be compressed again from end
to end. The footer is Thrift, compact protocol; what is not understood in it is copied. One that is damaged is refused.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.publish.thrift import LIST, STRUCT, Field, fields_of, integer_at, list_at, varint, zigzag

MAGIC = b"PAR1"
# Fields by their numbers in parquet.thrift. Of the file:
_ROWS, _GROUPS = 3, 4
# Of a row group: its columns and rows; where it stands, and which it is.
_COLUMNS, _GROUP_ROWS, _GROUP_AT, _ORDINAL = 1, 3, 5, 7
# Of a column: where it stands, where its indexes; what is known of it, and therein where its pages stand.
_COLUMN_AT, _COLUMN_SAID = (2, 4, 6), 3
_PAGES_AT, _SIZE = (9, 10, 11, 14), 7


@dataclass(frozen=True, slots=True)
class Groups:
    """The row groups of a file as its footer says them, `count` of so many `rows`, whose pages end at `data` of the file. In
    `cuts` stand, one behind the other, three numbers for each number in it that depends on what stands before: where it begins
    and ends, and what it is; −1 for the number of its row group."""

    rows: int
    count: int
    data: int
    said: bytes
    cuts: array[int]


class Footer(NamedTuple):
    """A footer: what it says up to its rows, from there to its row groups, and behind them."""

    before: bytes
    between: bytes
    after: bytes
    groups: Groups


def groups_to_bytes(groups: Groups) -> bytes:
    plain = (groups.rows, groups.count, groups.data, len(groups.cuts))
    return array("q", plain).tobytes() + groups.cuts.tobytes() + groups.said


def bytes_to_groups(stored: bytes | memoryview) -> Groups:
    """The inverse."""
    rows, count, data, length = array("q", bytes(stored[:_PLAIN]))
    end = _PLAIN + length * _NUMBER
    return Groups(rows, count, data, bytes(stored[end:]), array("q", bytes(stored[_PLAIN:end])))


# Bytes of a number, and of those before the cuts.
_NUMBER = array("q").itemsize
_PLAIN = 4 * _NUMBER


def file_to_footer(file: bytes) -> Footer:
    """The footer of a Parquet file. ValueError where there is none, or none that is whole."""
    length = int.from_bytes(file[-8:-4], "little")
    data = len(file) - 8 - length
    if file[: len(MAGIC)] != MAGIC or file[-4:] != MAGIC or data < len(MAGIC):
        raise ValueError("no Parquet file")
    try:
        return _footer(file[data:-8], data)
    except (LookupError, RecursionError) as error:
        raise ValueError("no whole Parquet footer") from error


def _footer(said: bytes, data: int) -> Footer:
    fields = {one.number: one for one in fields_of(said, 0)}
    rows, groups = fields[_ROWS], fields[_GROUPS]
    if max(one.end for one in fields.values()) + 1 != len(said) or groups.kind != LIST:
        raise ValueError("a Parquet footer of another length")
    count, start = list_at(said, groups.start)
    own, at, found = said[start : groups.end], 0, _Found()
    for _ in range(count):
        at = _cut_group(own, at, found)
    total = integer_at(said, rows.start)[0]
    if found.rows != total or found.reach > data or any(not -1 <= at <= data for at in found.cuts[2::3]):
        raise ValueError("a Parquet footer that does not agree with its file")
    of = Groups(total, count, data, own, found.cuts)
    return Footer(said[: rows.start], said[rows.end : groups.start], said[groups.end :], of)


@dataclass(slots=True)
class _Found:
    """Cuts of row groups as they come, the rows that these have, and how far their pages reach."""

    cuts: array[int] = field(default_factory=lambda: array("q"))
    rows: int = 0
    reach: int = 0


def moved(groups: Groups, by: int, first: int) -> bytes:
    """The row groups as they are said `by` bytes further on, where `first` row groups stand before."""
    parts, at, group = [], 0, first - 1
    said, cuts, twice = groups.said, groups.cuts, by << 1
    for start, end, value in zip(cuts[::3], cuts[1::3], cuts[2::3], strict=True):
        parts.append(said[at:start])
        at = end
        if value < 0:
            group += 1
            parts.append(zigzag(group))
        else:
            parts.append(varint(value + value + twice))
    return b"".join((*parts, said[at:]))


def around(model: Footer, rows: int, count: int, length: int) -> tuple[bytes, bytes]:
    """What stands before and behind `count` row groups of so many rows and bytes at the end of a file: of the columns a footer says
    what `model` says."""
    listed = bytes((count << 4 | STRUCT,)) if count < 15 else bytes((0xF0 | STRUCT,)) + varint(count)
    before = b"".join((model.before, zigzag(rows), model.between, listed))
    whole = len(before) + length + len(model.after)
    return before, model.after + whole.to_bytes(4, "little") + MAGIC


def _cut_group(said: bytes, at: int, found: _Found) -> int:
    """Adds the cuts of the row group that begins at a place, in their order; where it ends."""
    end = at
    for one in fields_of(said, at):
        end = one.end
        if one.number == _COLUMNS:
            count, place = list_at(said, one.start)
            for _ in range(count):
                place = _cut_column(said, place, found)
        elif one.number == _GROUP_ROWS:
            found.rows += integer_at(said, one.start)[0]
        elif one.number == _GROUP_AT:
            _cut(said, one, found)
        elif one.number == _ORDINAL:
            found.cuts.extend((one.start, one.end, -1))
    return end + 1


def _cut_column(said: bytes, at: int, found: _Found) -> int:
    end = at
    for one in fields_of(said, at):
        end = one.end
        if one.number in _COLUMN_AT:
            _cut(said, one, found)
        elif one.number == _COLUMN_SAID:
            size, begins = 0, [0]
            for inner in fields_of(said, one.start):
                if inner.number == _SIZE:
                    size = integer_at(said, inner.start)[0]
                elif inner.number in _PAGES_AT:
                    begins.append(_cut(said, inner, found))
            found.reach = max(found.reach, min(filter(None, begins), default=0) + size)
    return end + 1


def _cut(said: bytes, one: Field, found: _Found) -> int:
    """A place in the file; nought says that there is none."""
    if value := integer_at(said, one.start)[0]:
        found.cuts.extend((one.start, one.end, value))
    return value
