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

from pipeline.publish.thrift import STRUCT, Walk, varint, zigzag

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
    except (LookupError, OverflowError, RecursionError) as error:
        raise ValueError("no whole Parquet footer") from error


def _footer(said: bytes, data: int) -> Footer:
    walk, found = Walk(said), _Found()
    total = count = 0
    rows, groups = slice(0), slice(0)
    for number, kind, start in walk.fields():
        if number == _ROWS:
            total = walk.integer(kind)
            rows = slice(start, walk.at)
        elif number == _GROUPS:
            several = walk.structs(kind)
            count, found.own = several.stop, walk.at
            for _ in several:
                _cut_group(walk, found)
            groups = slice(start, walk.at)
    if walk.at != len(said) or not (rows.stop and groups.stop):
        raise ValueError("a Parquet footer of another length")
    if found.rows != total or found.reach > data or any(not -1 <= at <= data for at in found.cuts[2::3]):
        raise ValueError("a Parquet footer that does not agree with its file")
    of = Groups(total, count, data, said[found.own : groups.stop], found.cuts)
    return Footer(said[: rows.start], said[rows.stop : groups.start], said[groups.stop :], of)


@dataclass(slots=True)
class _Found:
    """Cuts of row groups, which begin at `own`, as they come, the rows that these have, and how far their pages reach."""

    own: int = 0
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


def _cut_group(walk: Walk, found: _Found) -> None:
    """Adds the cuts of the row group that begins here, in their order."""
    for number, kind, start in walk.fields():
        if number == _COLUMNS:
            for _ in walk.structs(kind):
                _cut_column(walk, found)
        elif number == _GROUP_ROWS:
            found.rows += walk.integer(kind)
        elif number == _GROUP_AT:
            _cut(walk, kind, found)
        elif number == _ORDINAL:
            walk.integer(kind)
            found.cuts.extend((start - found.own, walk.at - found.own, -1))


def _cut_column(walk: Walk, found: _Found) -> None:
    for number, kind, _ in walk.fields():
        if number in _COLUMN_AT:
            _cut(walk, kind, found)
        elif number == _COLUMN_SAID:
            size, begins = 0, [0]
            for inner, of, _ in walk.inner(kind):
                if inner == _SIZE:
                    size = walk.integer(of)
                elif inner in _PAGES_AT:
                    begins.append(_cut(walk, of, found))
            found.reach = max(found.reach, min(filter(None, begins), default=0) + size)


def _cut(walk: Walk, kind: int, found: _Found) -> int:
    """A place in the file; nought says that there is none."""
    start = walk.at - found.own
    if value := walk.integer(kind):
        found.cuts.extend((start, walk.at - found.own, value))
    return value
