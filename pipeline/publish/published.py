"""Rows of a folder as it was published: of some notices, without reading those that cannot hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.messages import say
from pipeline.model import BrokenPromise
from pipeline.publish.sheet import Row

T = TypeVar("T")


def rows_of(
    out: Path, table: str, columns: Sequence[str] | None = None, wanted: Set[str] | None = None
) -> list[Row]:
    """Rows of a published table, or of some notices of it; none where there is none. BrokenPromise for one that cannot be
    read."""
    return [
        row for part in _of_files(out, table, partial(_rows, columns=columns, wanted=wanted)) for row in part
    ]


def columns_of(out: Path, table: str, columns: Sequence[str]) -> list[list[object]]:
    """Columns of a published table, value by value: of ten thousand notices in a fifth of the time that rows take."""
    parts = list(_of_files(out, table, partial(_columns, columns=columns)))
    return [[value for part in parts for value in part[at]] for at in range(len(columns))]


def _of_files(out: Path, table: str, read: Callable[[Path], list[T]]) -> Iterator[list[T]]:
    """What is read of each file of a table. BrokenPromise where it cannot be read."""
    path = out / f"{table}.parquet"
    if not path.exists():
        return
    try:
        for file in sorted(path.glob("*/*.parquet")) if path.is_dir() else [path]:
            yield read(file)
    except (OSError, pa.ArrowException) as error:
        raise BrokenPromise(say("published_unreadable", file=f"{out.name}/{path.name}")) from error


def _columns(path: Path, columns: Sequence[str]) -> list[list[object]]:
    with pq.ParquetFile(path) as file:
        table = file.read(list(columns))
        return [table[name].to_pylist() for name in columns]


def _rows(path: Path, columns: Sequence[str] | None, wanted: Set[str] | None) -> list[Row]:
    # Not read_table, which imports pandas as soon as it is installed.
    with pq.ParquetFile(path) as file:
        groups = [n for n in range(file.metadata.num_row_groups) if _may_hold(file, n, wanted)]
        parts = (file.read_row_group(n, columns).to_pylist() for n in groups)
        return [row for part in parts for row in part if wanted is None or row.get("notice_id") in wanted]


def _may_hold(file: pq.ParquetFile, group: int, wanted: Set[str] | None) -> bool:
    """Whether rows of one of the notices may stand in a row group, by the first and last that it says it has."""
    if wanted is None or "notice_id" not in file.schema_arrow.names:
        return True
    said = file.metadata.row_group(group).column(file.schema_arrow.names.index("notice_id")).statistics
    if said is None or not said.has_min_max:
        return True
    return any(said.min <= one <= said.max for one in wanted)
