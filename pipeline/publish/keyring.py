"""Keys of notices together: what one notice could not show alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

import pyarrow as pa

from pipeline.publish.promises import hold_keys
from pipeline.publish.schema import ForeignKey, Schema


def hold_keys_of_all(
    schemas: Mapping[str, Schema], tables: Mapping[str, pa.Table], elsewhere: Mapping[str, Collection[str]]
) -> None:
    """BrokenPromise for a key that two of these notices have, or one that points at no row of another notice or table.

    `elsewhere`: the keys of tables that are not these notices' alone. Notices of different leaves are not held against
    each other: their keys are hashes of 80 bits of what holds the notice's name, see `decisions.keys`.
    Whether there is one costs milliseconds to find out; the words for it, which cost seconds, are made only then.
    (pyarrow.compute would be no faster: 50 ms to import, and its options import pandas.)
    """
    outer = {
        name: dataclasses.replace(
            schema, foreign_keys=tuple(key for key in schema.foreign_keys if not key.is_inner)
        )
        for name, schema in schemas.items()
        if name in tables
    }
    if all(_holds(schema, tables, elsewhere) for schema in outer.values()):
        return
    columns = {
        name: {column: table[column].to_pylist() for column in table.column_names}
        for name, table in tables.items()
    }
    for name, keys in elsewhere.items():
        held = columns.get(name, {})
        (key,) = schemas[name].primary_key
        columns[f"{name} "] = {**held, key: list(keys)}
    hold_keys({name: _elsewhere(schema, elsewhere) for name, schema in outer.items()}, columns)


def _elsewhere(schema: Schema, elsewhere: Mapping[str, Collection[str]]) -> Schema:
    """The schema whose keys point at the tables that stand for those of all notices."""
    keys = (
        dataclasses.replace(key, table=f"{key.table} ") if key.table in elsewhere else key
        for key in schema.foreign_keys
    )
    return dataclasses.replace(schema, foreign_keys=tuple(keys))


def _holds(schema: Schema, tables: Mapping[str, pa.Table], elsewhere: Mapping[str, Collection[str]]) -> bool:
    table = tables[schema.table]
    return all(_is_unique(table, key) for key in _keys(schema)) and all(
        _is_found(table, key, tables, elsewhere) for key in schema.foreign_keys
    )


def _keys(schema: Schema) -> set[str]:
    """Keys of one column; those of several begin with the notice and were held with it."""
    unique = {column.name for column in schema.columns if column.unique}
    return unique | {key[0] for key in (schema.primary_key, *schema.unique_keys) if len(key) == 1}


def _is_unique(table: pa.Table, key: str) -> bool:
    values = _values(table, key)
    return len(set(values)) == len(values)


def _is_found(
    table: pa.Table, key: ForeignKey, tables: Mapping[str, pa.Table], elsewhere: Mapping[str, Collection[str]]
) -> bool:
    (column,), (to_column,) = key.columns, key.to_columns
    there = elsewhere.get(key.table)
    return (
        all(value in there for value in set(_values(table, column)))
        if there is not None
        else set(_values(table, column)) <= set(_values(tables[key.table], to_column))
    )


def _values(table: pa.Table, column: str) -> list[object]:
    return [value for value in table[column].to_pylist() if value is not None]
