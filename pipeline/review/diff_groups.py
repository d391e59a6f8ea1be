"""What the Parquet files of one table have in common in two editions, row group by row group: that need not be read to be compared.

A row group whose pages are the same bytes holds the same rows. Published tables are written so that a notice more
changes one row group of each; of ten thousand notices a hundred are then read, and never is a whole file in memory.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

# A file, or what it says where there is none: in a revision.
Content = Path | bytes


class Tables(Mapping[str, pa.Table]):
    """Tables by name, each read from its files when it is asked for. An Arrow error where one cannot be read."""

    def __init__(self, files: Mapping[str, Sequence[Content]]) -> None:
        self.files = files
        self._read: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._read:
            self._read[name] = pa.concat_tables(opened(file).read() for file in self.files[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self.files  # Else it would be read to find out.

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def opened(file: Content) -> pq.ParquetFile:
    """An Arrow error where it is no Parquet, OSError as the file system does."""
    return pq.ParquetFile(BytesIO(file) if isinstance(file, bytes) else file)


def unlike(old: Sequence[Content], new: Sequence[Content]) -> tuple[pa.Table, pa.Table]:
    """A table of two editions without the row groups that both have; whole where their columns are not the same."""
    same = _numbers(old) & _numbers(new)
    sides = [[_marked(one) for one in side if _number(one) not in same] for side in (old, new)]
    schemas = [
        marked[0].schema if marked and marked[0].file is side[0] else opened(side[0]).schema_arrow
        for marked, side in zip(sides, (old, new), strict=True)
    ]
    every = [*schemas, *(one.schema for side in sides for one in side)]
    if not all(one.equals(every[0], check_metadata=False) for one in every):
        one, other = (pa.concat_tables(opened(file).read() for file in side) for side in (old, new))
        return one, other
    before, after = (Counter(mark for one in side for mark in one.marks) for side in sides)
    one, other = (_without(schema, side, before & after) for schema, side in zip(schemas, sides, strict=True))
    return one, other


Files = Mapping[str, Sequence[Content]]


def apart(old: Files, new: Files) -> tuple[Files, Files]:
    """The files of two editions without the folders (buckets of notices) of which both have each file as one and the same.

    Of each table one is left, for its columns.
    """
    both = [{_number(file) for files in side.values() for file in files} for side in (old, new)]
    same = both[0] & both[1] - {None}
    found = []
    for side in (old, new):
        every = [file for files in side.values() for file in files]
        folders = {_folder(file) for file in every if _number(file) not in same}
        kept = {
            name: [file for file in files if _folder(file) in folders] or files[:1]
            for name, files in side.items()
        }
        found.append(kept)
    return found[0], found[1]


def _folder(file: Content) -> str:
    return "" if isinstance(file, bytes) else file.parent.name


def around(files: Sequence[Content], notices: Collection[str]) -> pa.Table:
    """The row groups of a table in which these notices may stand."""
    ordered = sorted(notices)

    def may_hold(first: str, last: str) -> bool:
        at = bisect_left(ordered, first)
        return at < len(ordered) and ordered[at] <= last

    return _groups(files, may_hold)


def named_so(files: Sequence[Content], begin: str) -> pa.Table:
    """The row groups of a table in which notices may stand whose names begin so."""
    return _groups(files, lambda first, last: first[: len(begin)] <= begin <= last)


def _groups(files: Sequence[Content], fits: Callable[[str, str], bool]) -> pa.Table:
    """The row groups of which the first and the last notice fit, and those that do not say which these are."""
    parts = []
    for parquet in map(opened, files):
        at = parquet.schema_arrow.names.index("notice_id")
        numbers = range(parquet.metadata.num_row_groups)
        said = [parquet.metadata.row_group(n).column(at).statistics for n in numbers]
        parts.append(
            parquet.read_row_groups(
                [
                    n
                    for n, one in zip(numbers, said, strict=True)
                    if not _is_told(one) or fits(one.min, one.max)
                ]
            )
        )
    return pa.concat_tables(parts)


def _is_told(statistics: pq.Statistics | None) -> bool:
    return statistics is not None and bool(statistics.has_min_max)


def _numbers(files: Sequence[Content]) -> set[tuple[int, int] | None]:
    return {_number(file) for file in files} - {None}


def _number(file: Content) -> tuple[int, int] | None:
    """What tells a file of the disk from every other: two editions hold one and the same where nothing changed."""
    if isinstance(file, bytes):
        return None
    found = file.stat()
    return found.st_dev, found.st_ino


class _Marked(NamedTuple):
    """A file, its columns, and a hash of the pages of each row group. It is not open: what it says of a thousand row groups of
    takes fifty megabytes."""

    file: Content
    schema: pa.Schema
    marks: Sequence[str]


def _marked(file: Content) -> _Marked:
    parquet = opened(file)
    starts = []
    for n in range(parquet.metadata.num_row_groups):
        column = parquet.metadata.row_group(n).column(0)
        pages = (column.dictionary_page_offset, column.data_page_offset)
        starts.append(min(at for at in pages if at))
    marks = []
    with BytesIO(file) if isinstance(file, bytes) else file.open("rb") as pages_of:
        whole = pages_of.seek(0, os.SEEK_END)
        ends = [*starts[1:], whole - 8 - parquet.metadata.serialized_size]
        for start, end in zip(starts, ends, strict=True):
            pages_of.seek(start)
            marks.append(hashlib.sha256(pages_of.read(end - start)).hexdigest())
    return _Marked(file, parquet.schema_arrow, marks)


def _without(schema: pa.Schema, files: Iterable[_Marked], both: Counter[str]) -> pa.Table:
    """The files without so many row groups of each mark."""
    parts, left = [schema.empty_table()], Counter(both)
    for one in files:
        kept = []
        for n, mark in enumerate(one.marks):
            if left[mark]:
                left[mark] -= 1
            else:
                kept.append(n)
        if kept:
            parts.append(opened(one.file).read_row_groups(kept))
    return pa.concat_tables(parts)
