"""A DuckDB file: every table and view, and what tables and columns mean as comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.export.dictionary import DICTIONARY
from pipeline.export.published import Published, Resource
from pipeline.export.sqlite_file import name
from pipeline.messages import say

if TYPE_CHECKING:
    import duckdb

# Else it takes four fifths of the machine's. 2,000 notices need 300 MB at once, and no more with more of them.
MEMORY = "1GB"


def write(published: Published, file: Path) -> None:
    """Makes `file`. FileNotFoundError, with what to do, where DuckDB is not installed."""
    import pyarrow as pa

    with _connection(file) as base:
        for resource in published.resources.values():
            resource.watch(resource.name, 0, resource.n_rows)
            for statement in _statements(resource):
                base.execute(statement)
        for table, (headings, rows) in DICTIONARY.items():
            said = pa.table(dict(zip(headings, map(list, zip(*rows(published), strict=True)), strict=True)))
            base.register("said", said)
            base.execute(f"CREATE TABLE {table} AS SELECT * FROM said")
            base.unregister("said")


def _connection(file: Path) -> duckdb.DuckDBPyConnection:
    try:
        import duckdb
    except ModuleNotFoundError as error:
        raise FileNotFoundError(say("duckdb_missing")) from error
    base = duckdb.connect(str(file))
    base.execute(f"SET memory_limit = '{MEMORY}'")
    return base


def _statements(resource: Resource) -> Iterator[str]:
    table = name(resource.name)
    files = ", ".join(_text(str(file)) for file in resource.files)
    yield f"CREATE TABLE {table} AS SELECT * FROM read_parquet([{files}], hive_partitioning = false)"
    said = (resource.said[one] for one in ("title", "description_zh", "description"))
    yield f"COMMENT ON TABLE {table} IS {_text(' | '.join(said))}"
    for field in resource.fields:
        words = " | ".join((field["title"], field["description_zh"], field["description"]))
        yield f"COMMENT ON COLUMN {table}.{name(field['name'])} IS {_text(words)}"


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
