"""The Parquet files of a folder, filled part by part; what each holds is known at the end: rows, SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BufferedRandom, BytesIO
from pathlib import Path
from zlib import crc32

import pyarrow.parquet as pq

from pipeline.publish.leaves import rows_to_table, table_to_parquet
from pipeline.publish.row_groups import (
    MAGIC,
    Footer,
    bytes_to_footer,
    file_to_footer,
    footer_to_bytes,
    joined,
    moved,
)
from pipeline.publish.sections import bytes_to_sections, sections_to_bytes
from pipeline.shelf import Shelf

# Rows of a shared table that stand together whatever they say; of more one in MEAN ends a run.
FEW, MEAN = 4096, 2048
# Files that are ended at the same time.
AT_ONCE = 3


class TableFile:
    """A Parquet file put together of others of its table."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, 0
        self._empty: bytes | None = None
        self._footer: Footer | None = None
        self._groups: list[bytes] = []
        self._count, self._end, self._is_whole = 0, 0, False
        self._file: BufferedRandom = path.open("w+b")

    def write(self, file: bytes) -> None:
        """The whole table in one."""
        self.rows = pq.ParquetFile(BytesIO(file)).metadata.num_rows
        self._is_whole = True
        self._write(file)

    def add(self, file: bytes, footer: Footer) -> None:
        """Another part, with its footer. One without rows is left out where another has some."""
        if not footer.rows:
            self._empty = self._empty or file
            return
        if self._footer is None:
            self._write(MAGIC)
            self._footer = footer
        self._groups.append(moved(footer, self._end - len(MAGIC), self._count))
        self._write(memoryview(file)[len(MAGIC) : footer.data])
        self._count, self.rows = self._count + footer.count, self.rows + footer.rows

    def end(self) -> str:
        """Nothing more comes: the file is on disk; its SHA-256."""
        if self._footer is not None:
            self._write(joined(self._footer, self.rows, self._count, self._groups))
        elif not self._is_whole:
            self._write(self._empty or b"")
        with self._file as file:
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()

    def _write(self, said: bytes | memoryview) -> None:
        self._file.write(said)
        self._end += len(said)


def ended(files: Mapping[str, TableFile]) -> dict[str, str]:
    """The SHA-256 of each, once all are on disk: hashing one takes no turn from another, and a disk takes them together."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        return dict(zip(files, several.map(TableFile.end, files.values()), strict=True))


def write_rows(name: str, rows: Sequence[str], file: TableFile, shelf: Shelf) -> None:
    """Fills the file of a table with rows, each as JSON, in their order.

    Of many, runs that ended alike before are not made again: see `leaves`.
    """
    if len(rows) <= FEW:
        file.write(_rows_to_parquet(name, rows))
        return
    for run in _runs(rows):
        key = hashlib.sha256("\n".join((name, *run)).encode("utf-8", "surrogatepass")).hexdigest()
        stored = shelf.find(key)
        if stored is None:
            made = _rows_to_parquet(name, run)
            stored = sections_to_bytes({"file": made, "footer": footer_to_bytes(file_to_footer(made))})
            shelf.keep(key, stored)
        parts = bytes_to_sections(stored)
        file.add(parts["file"], bytes_to_footer(parts["footer"], parts["file"]))


def _runs(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for at, row in enumerate(rows, 1):
        if crc32(row.encode("utf-8", "surrogatepass")) % MEAN == 0 or at - start == FEW or at == len(rows):
            yield rows[start:at]
            start = at


def _rows_to_parquet(name: str, rows: Sequence[str]) -> bytes:
    return table_to_parquet(name, rows_to_table(name, [json.loads(row) for row in rows]))
