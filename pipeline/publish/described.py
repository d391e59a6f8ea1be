"""Words inside the Parquet files: what a column means goes with the file, wherever it is copied.

Each field carries its title, its description in both languages and the words of its values, as Arrow field metadata;
the file carries the same of the table in one JSON text, under the key that pandas gives back as `attrs`:

    SELECT decode(value) FROM parquet_kv_metadata('due.parquet') WHERE decode(key) = 'PANDAS_ATTRS'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pyarrow as pa

from pipeline.publish.package import ABOUT
from pipeline.publish.schema import Schema

# pandas 2.1 and later: `pandas.read_parquet(file).attrs`.
KEY = "PANDAS_ATTRS"
OF_FIELD = ("title", "description", "description_zh")


def described(schema: Schema, table: pa.Table) -> pa.Table:
    """The table with its words as metadata; the same schema gives the same bytes."""
    return pa.Table.from_arrays(table.columns, schema=_with_words(schema, table.schema))


@lru_cache(maxsize=64)
def _with_words(schema: Schema, columns: pa.Schema) -> pa.Schema:
    """Of a table that is written run by run the words are put together once."""
    said = {field["name"]: _words(field) for field in schema.descriptor["fields"]}
    fields = [field.with_metadata(_flat(said[field.name])) for field in columns]
    about = {name: schema.descriptor[name] for name in ABOUT if name in schema.descriptor}
    whole = _json({"name": schema.table, **about, "columns": said})
    return pa.schema(fields, metadata={KEY: whole})


def _words(field: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: field[name] for name in OF_FIELD}
    if "categories" in field:
        said["values"] = {one["value"]: one["label"] for one in field["categories"]}
    return said


def _flat(said: Mapping[str, Any]) -> dict[str, str]:
    """Metadata of a field holds texts only: the values as JSON."""
    return {name: words if isinstance(words, str) else _json(words) for name, words in said.items()}


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
