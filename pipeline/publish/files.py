"""The Parquet files of a folder, filled part by part; what each holds is known at the end: rows, SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import cache
from io import BufferedRandom, BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO
from zlib import crc32

import pyarrow.parquet as pq

from pipeline.publish.leaves import GROUPS, file_to_sections, rows_to_table, table_to_parquet, without_rows
from pipeline.publish.row_groups import MAGIC, Footer, Groups, around, bytes_to_groups, file_to_footer, moved
from pipeline.publish.schema import schemas
from pipeline.publish.sections import bytes_to_views, sections_to_bytes
from pipeline.shelf import Shelf

# Rows of a shared table that stand together whatever they say; of more one in MEAN ends a run, and the MOSTth.
FEW, MEAN, MOST = 4096, 2048, 4096
# Bytes of a file after which what is written is hashed and put on disk: at the end there is less to wait for. Bytes that are
# hashed at a time.
STRIDE, PIECE = 1 << 22, 1 << 20
# Bytes of what is said of the row groups of a table that are held in memory.
MOST_HELD = 1 << 18
# Files that are ended at the same time.
AT_ONCE = 3


class TableFile:
    """The Parquet file of a table, put together of the row groups of others."""

    def __init__(self, path: Path, name: str, behind: Executor | None = None) -> None:
        """`behind` hashes what is written, and puts it on disk, while more is written."""
        self.path, self.name, self.rows = path, name, 0
        self._behind, self._digest, self._hashed = behind, hashlib.sha256(), 0
        self._followed: list[Future[None]] = []
        # What is said of row groups stands at the end: of many notices that is more than one wants to hold.
        self._groups: IO[bytes] = SpooledTemporaryFile(MOST_HELD)  # noqa: SIM115
        self._count, self._end, self._is_whole = 0, 0, False
        self._file: BufferedRandom = path.open("w+b")

    def write(self, file: bytes | memoryview) -> None:
        """The whole table in one."""
        self.rows = pq.ParquetFile(BytesIO(file)).metadata.num_rows
        self._is_whole = True
        self._write(file)

    def add(self, pages: bytes | memoryview, groups: Groups) -> None:
        """The row groups of another part; one without rows is left out."""
        if not groups.rows:
            return
        if not self._count:
            self._write(MAGIC)
        self._groups.write(moved(groups, self._end - len(MAGIC), self._count))
        self._write(pages)
        self._count, self.rows = self._count + groups.count, self.rows + groups.rows
        if self._behind is not None and self._end >= (len(self._followed) + 1) * STRIDE:
            self._file.flush()
            self._followed.append(self._behind.submit(self._follow, self._end))

    def end(self) -> str:
        """Nothing more comes: the file is on disk; its SHA-256."""
        if self._count:
            self._write_groups()
        elif not self._is_whole:
            self._write(without_rows(schemas()[self.name]))
        with self._file as file, self._groups:
            file.flush()
            for one in self._followed:
                one.result()
            os.fsync(file.fileno())
            self._hash(self._end)
        return self._digest.hexdigest()

    def _write_groups(self) -> None:
        length = self._groups.seek(0, os.SEEK_END)
        before, behind = around(_model(self.name), self.rows, self._count, length)
        self._write(before)
        self._groups.seek(0)
        while said := self._groups.read(PIECE):
            self._write(said)
        self._write(behind)

    def _follow(self, end: int) -> None:
        self._hash(end)
        os.fsync(self._file.fileno())

    def _hash(self, end: int) -> None:
        """Hashes what is written up to a place and was not yet."""
        while self._hashed < end:
            said = os.pread(self._file.fileno(), min(PIECE, end - self._hashed), self._hashed)
            self._digest.update(said)
            self._hashed += len(said)

    def _write(self, said: bytes | memoryview) -> None:
        self._file.write(said)
        self._end += len(said)


@cache
def _model(name: str) -> Footer:
    """What every file of a table says of its columns."""
    return file_to_footer(without_rows(schemas()[name]))


def ended(files: Mapping[str, TableFile], meanwhile: Callable[[], None] = lambda: None) -> dict[str, str]:
    """The SHA-256 of each, once all are on disk: hashing one takes no turn from another, and a disk takes them together.
    `meanwhile` is done while it is waited for."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        digests = several.map(TableFile.end, files.values())
        meanwhile()
        return dict(zip(files, digests, strict=True))


def write_rows(
    name: str,
    lines: Sequence[str],
    file: TableFile,
    shelf: Shelf,
    rows: Callable[[Sequence[str]], Sequence[str]],
) -> None:
    """Fills the file of a table with the rows of these lines, in their order; `rows` gives those of some as JSON.

    Of many, runs that ended alike before are not made again: see `leaves`.
    """
    # Long: what is written, where to, and what is known.
    if len(lines) <= FEW:
        file.write(_rows_to_parquet(name, rows(lines)))
        return
    runs = list(_runs(lines))
    keys = [
        hashlib.sha256("\n".join(("row groups", name, *run)).encode("utf-8", "surrogatepass")).hexdigest()
        for run in runs
    ]
    stored = [shelf.find(key) for key in keys]
    missing = [line for run, one in zip(runs, stored, strict=True) if one is None for line in run]
    made = iter(rows(missing))
    for run, key, known in zip(runs, keys, stored, strict=True):
        if known is None:
            known = sections_to_bytes(
                dict(file_to_sections(name, _rows_to_parquet(name, [next(made) for _ in run])))
            )
            shelf.keep(key, known)
        parts = bytes_to_views(known)
        file.add(parts[name], bytes_to_groups(parts[GROUPS.format(name)]))


def _runs(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for at, line in enumerate(lines, 1):
        if crc32(line.encode("utf-8", "surrogatepass")) % MEAN == 0 or at - start == MOST or at == len(lines):
            yield lines[start:at]
            start = at


def _rows_to_parquet(name: str, rows: Sequence[str]) -> bytes:
    return table_to_parquet(name, rows_to_table(name, [json.loads(row) for row in rows]))
