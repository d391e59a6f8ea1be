"""What two Parquet files of one table have in common, row group by row group: that need not be read to be compared.

A row group whose pages are the same bytes holds the same rows. Published tables are written so that a notice more
changes one row group of each; of ten thousand notices a hundred are then read.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq


class Tables(Mapping[str, pa.Table]):
    """Tables by name, each read from its file when it is asked for. An Arrow error where one cannot be read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self._read: dict[str, pa.Table] = {}

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._read:
            self._read[name] = pq.ParquetFile(BytesIO(self.files[name])).read()
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def unlike(old: bytes, new: bytes) -> tuple[pa.Table, pa.Table]:
    """Two files of a table without the row groups that both have; whole where their columns are not the same."""
    files = [pq.ParquetFile(BytesIO(file)) for file in (old, new)]
    if not files[0].schema_arrow.equals(files[1].schema_arrow, check_metadata=False):
        return files[0].read(), files[1].read()
    marks = [_marks(file, said) for file, said in zip(files, (old, new), strict=True)]
    both = Counter(marks[0]) & Counter(marks[1])
    one, other = (_without(file, of_file, Counter(both)) for file, of_file in zip(files, marks, strict=True))
    return one, other


def around(file: bytes, notices: Collection[str]) -> pa.Table:
    """The row groups of a file in which these notices may stand: by the first and last that each says it has."""
    parquet = pq.ParquetFile(BytesIO(file))
    ordered = sorted(notices)
    count = parquet.metadata.num_row_groups
    return parquet.read_row_groups([n for n in range(count) if _may_hold(parquet, n, ordered)])


def _marks(file: pq.ParquetFile, said: bytes) -> list[str]:
    """A hash of the pages of each row group."""
    starts = []
    for n in range(file.metadata.num_row_groups):
        column = file.metadata.row_group(n).column(0)
        pages = (column.dictionary_page_offset, column.data_page_offset)
        starts.append(min(at for at in pages if at))
    ends = [*starts[1:], len(said) - 8 - file.metadata.serialized_size]
    view = memoryview(said)
    return [hashlib.sha256(view[start:end]).hexdigest() for start, end in zip(starts, ends, strict=True)]


def _without(file: pq.ParquetFile, marks: Sequence[str], both: Counter[str]) -> pa.Table:
    """The file without so many row groups of each mark."""
    kept = []
    for n, mark in enumerate(marks):
        if both[mark]:
            both[mark] -= 1
        else:
            kept.append(n)
    return file.read_row_groups(kept)


def _may_hold(file: pq.ParquetFile, group: int, notices: Sequence[str]) -> bool:
    at = file.schema_arrow.names.index("notice_id")
    said = file.metadata.row_group(group).column(at).statistics
    if said is None or not said.has_min_max:
        return True
    first = bisect_left(notices, said.min)
    return first < len(notices) and notices[first] <= said.max
