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

from pipeline.publish.thrift import LIST, STRUCT, Look, hold, list_at, look_through, number_at, varint, zigzag

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
    found = _Found(said)
    if look_through(said, 0, found.of_file) != len(said) or found.total is None or found.groups is None:
        raise ValueError("a Parquet footer of another length")
    (rows, total), groups = found.total, found.groups
    if found.rows != total or found.reach > data or any(not -1 <= at <= data for at in found.cuts[2::3]):
        raise ValueError("a Parquet footer that does not agree with its file")
    of = Groups(total, found.count, data, said[found.first : groups.stop], found.cuts)
    return Footer(said[: rows.start], said[rows.stop : groups.start], said[groups.stop :], of)


@dataclass(slots=True)
class _Found:
    """What is found on the way through a footer: where its rows stand and how many it says there are, and where its row groups,
    `count` of so many `rows`, of which the first begins at `first`; their cuts as they come, and how far their pages reach."""

    said: bytes
    total: tuple[slice, int] | None = None
    groups: slice | None = None
    first: int = 0
    count: int = 0
    rows: int = 0
    cuts: array[int] = field(default_factory=lambda: array("q"))
    reach: int = 0
    # Of the column that is gone through: how many bytes its pages have, and where they begin.
    size: int = 0
    begins: list[int] = field(default_factory=list)

    def of_file(self, number: int, kind: int, at: int) -> int | None:
        if number == _ROWS:
            total, end = number_at(self.said, at, kind)
            self.total = slice(at, end), total
            return end
        if number != _GROUPS:
            return None
        self.count, self.first = list_at(self.said, at)
        end = self._structs(at, kind, self.of_group)
        self.groups = slice(at, end)
        return end

    def of_group(self, number: int, kind: int, at: int) -> int | None:
        if number == _COLUMNS:
            return self._structs(at, kind, self.of_column)
        if number == _GROUP_ROWS:
            rows, end = number_at(self.said, at, kind)
            self.rows += rows
            return end
        if number == _ORDINAL:
            _, end = number_at(self.said, at, kind)
            self._cut(at, end, -1)
            return end
        return self._place(at, kind)[1] if number == _GROUP_AT else None

    def of_column(self, number: int, kind: int, at: int) -> int | None:
        if number == _COLUMN_SAID:
            hold(kind, (STRUCT,))
            self.size, self.begins = 0, []
            end = look_through(self.said, at, self.of_pages)
            self.reach = max(self.reach, min(filter(None, self.begins), default=0) + self.size)
            return end
        return self._place(at, kind)[1] if number in _COLUMN_AT else None

    def of_pages(self, number: int, kind: int, at: int) -> int | None:
        if number == _SIZE:
            self.size, end = number_at(self.said, at, kind)
            return end
        if number not in _PAGES_AT:
            return None
        value, end = self._place(at, kind)
        self.begins.append(value)
        return end

    def _structs(self, at: int, kind: int, look: Look) -> int:
        """Where a list of structs ends, each of which `look` is shown."""
        hold(kind, (LIST,))
        count, at = list_at(self.said, at)
        for _ in range(count):
            at = look_through(self.said, at, look)
        return at

    def _place(self, at: int, kind: int) -> tuple[int, int]:
        """A place in the file, which is cut out, and where the number ends; nought says that there is none."""
        value, end = number_at(self.said, at, kind)
        if value:
            self._cut(at, end, value)
        return value, end

    def _cut(self, at: int, end: int, value: int) -> None:
        self.cuts.extend((at - self.first, end - self.first, value))


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
