"""Parquet files of one table put one behind the other without being decoded: the row groups of each, under one footer.

    file → its row groups as they stand, and where in the footer a number says where something stands
    files in their order → one file, whose numbers are moved by what stands before

pyarrow reads and writes row groups, and can copy none (apache/arrow#42896; its `append_row_groups` tells of other files'
row groups in a file of its own): a table of a million rows, of which a hundred are new, would be compressed again from end
to end. The footer is Thrift, compact protocol; what is not understood in it is copied. One that is damaged is refused.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

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
    count, at = list_at(said, groups.start)
    found = _Found()
    for _ in range(count):
        at = _cut_group(said, at, found)
    total = integer_at(said, rows.start)[0]
    if found.rows != total or found.reach > data or any(not -1 <= at <= data for at in found.cuts[2::3]):
        raise ValueError("a Parquet footer that does not agree with its file")
    return Footer(said, total, (rows.start, rows.end), (groups.start, groups.end), count, found.cuts, data)


@dataclass(slots=True)
class _Found:
    """Cuts of row groups as they come, the rows that these have, and how far their pages reach."""

    cuts: array[int] = field(default_factory=lambda: array("q"))
    rows: int = 0
    reach: int = 0


def moved(footer: Footer, by: int, first: int) -> bytes:
    """The row groups of a footer as they are said `by` bytes further on, where `first` row groups stand before."""
    _, at = list_at(footer.said, footer.groups[0])
    parts, group = [], first - 1
    said, cuts = footer.said, footer.cuts
    for start, end, value in zip(cuts[::3], cuts[1::3], cuts[2::3], strict=True):
        parts.append(said[at:start])
        at = end
        if value < 0:
            group += 1
            parts.append(zigzag(group))
        else:
            parts.append(varint((value + by) << 1))
    return b"".join((*parts, said[at : footer.groups[1]]))


def joined(model: Footer, rows: int, count: int, groups: list[bytes]) -> bytes:
    """The end of a file: a footer that says of the columns what `model` says, of so many rows in `count` row groups."""
    # Long: a footer's parts in their order.
    said = b"".join(
        (
            model.said[: model.rows_at[0]],
            zigzag(rows),
            model.said[model.rows_at[1] : model.groups[0]],
            bytes((count << 4 | STRUCT,)) if count < 15 else bytes((0xF0 | STRUCT,)) + varint(count),
            *groups,
            model.said[model.groups[1] :],
        )
    )
    return said + len(said).to_bytes(4, "little") + MAGIC


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
