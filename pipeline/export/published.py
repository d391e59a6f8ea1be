"""A folder that extract wrote, as exports see it: tables with their words and keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.messages import say

if TYPE_CHECKING:
    import pyarrow as pa

# The order in which people look at them; the others follow by name.
VIEWS = ("task_list", "task_agencies", "due", "target_tracker", "facts")


@dataclass(frozen=True)
class Resource:
    """A table of the folder: what datapackage.json says of it, and its rows."""

    path: Path
    said: Mapping[str, Any]

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
    def table(self) -> pa.Table:
        import pyarrow.parquet as pq

        return pq.read_table(self.path, partitioning=None)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The values of each row, in the order of the columns; a batch at a time."""
        for batch in self.table.to_batches(max_chunksize=4096):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


class Published:
    """The folder `out`. FileNotFoundError if it holds no tables."""

    def __init__(self, out: Path) -> None:
        package = out / "datapackage.json"
        if not package.is_file():
            raise FileNotFoundError(say("no_tables", folder=str(out)))
        self.out = out
        said = json.loads(package.read_text("utf-8"))["resources"]
        self.resources = {one["name"]: Resource(out / f"{one['name']}.parquet", one) for one in said}

    @property
    def views(self) -> Sequence[Resource]:
        return [self.resources[name] for name in VIEWS if name in self.resources]
