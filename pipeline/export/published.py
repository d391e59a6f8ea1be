"""A folder that extract wrote, as exports see it: tables with their words and keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.messages import say

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 4096
# Name of a table, rows of it that are done, rows it has.
Watch = Callable[[str, int, int], None]
# The order in which people look at them; the others follow by name.
VIEWS = ("task_list", "task_agencies", "due", "target_tracker", "facts")


@dataclass(frozen=True)
class Resource:
    """A table of the folder: what datapackage.json says of it, and its rows."""

    path: Path
    said: Mapping[str, Any]
    watch: Watch

    @property
    def name(self) -> str:
        return str(self.said["name"])

    @property
    def is_view(self) -> bool:
        return bool(self.said.get("view"))

    @property
    def fields(self) -> Sequence[Mapping[str, Any]]:
        return list(self.said["schema"]["fields"])

    @property
    def primary_key(self) -> Sequence[str]:
        return list(self.said["schema"]["primaryKey"])

    @property
    def foreign_keys(self) -> Sequence[Mapping[str, Any]]:
        """Those that every row has, and those that a row may leave empty."""
        schema = self.said["schema"]
        return [*schema.get("foreignKeys", ()), *schema.get("optionalForeignKeys", ())]

    @cached_property
    def files(self) -> Sequence[Path]:
        """One, or one a bucket."""
        return sorted(self.path.glob("*/*.parquet")) if self.path.is_dir() else [self.path]

    @cached_property
    def schema(self) -> pa.Schema:
        import pyarrow.parquet as pq

        return pq.read_schema(self.files[0])

    @cached_property
    def n_rows(self) -> int:
        import pyarrow.parquet as pq

        return sum(pq.read_metadata(file).num_rows for file in self.files)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The values of each row, in the order of the columns; a batch at a time, so that no table is held whole."""
        import pyarrow.parquet as pq

        done = 0
        for path in self.files:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(_AT_ONCE):
                    self.watch(self.name, done, self.n_rows)
                    done += batch.num_rows
                    yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
        self.watch(self.name, done, self.n_rows)

    def dicts(self) -> Iterator[dict[str, object]]:
        names = [str(field["name"]) for field in self.fields]
        return (dict(zip(names, values, strict=True)) for values in self.rows())


class Published:
    """The folder `out`; `watch` is told how far its rows are written. FileNotFoundError if it holds no tables."""

    def __init__(self, out: Path, watch: Watch) -> None:
        package = out / "datapackage.json"
        if not package.is_file():
            raise FileNotFoundError(say("no_tables", folder=str(out)))
        self.out = out
        said = json.loads(package.read_text("utf-8"))["resources"]
        self.resources = {one["name"]: Resource(out / f"{one['name']}.parquet", one, watch) for one in said}

    @property
    def views(self) -> Sequence[Resource]:
        return [self.resources[name] for name in VIEWS if name in self.resources]
