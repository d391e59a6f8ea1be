"""A SQLite file: every table and view with its keys, dates as ISO text, truths as 0 and 1, and the dictionary as tables."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from pipeline.export.dictionary import DICTIONARY
from pipeline.export.published import Published, Resource

# Arrow type → SQLite type; a date is text, and texts of dates compare as dates do.
TYPES = {"int64": "INTEGER", "double": "REAL", "bool": "INTEGER"}


def write(published: Published, file: Path) -> None:
    """Makes `file`: keys are said of every table that has them, and hold (`PRAGMA foreign_key_check` finds nothing)."""
    there = published.resources
    with closing(sqlite3.connect(file)) as base:
        for resource in there.values():
            base.execute(_create(resource, there))
            _insert(base, resource.name, len(resource.fields), (map(_plain, row) for row in resource.rows()))
        for table, key in sorted(_referred(there)):
            base.execute(
                f"CREATE UNIQUE INDEX {name('_'.join((table, *key)))} ON {name(table)} ({names(key)})"
            )
        for table, (headings, rows) in DICTIONARY.items():
            base.execute(f"CREATE TABLE {table} ({names(headings)})")
            _insert(base, table, len(headings), rows(published))
        base.commit()


def _create(resource: Resource, there: Mapping[str, Resource]) -> str:
    parts = [
        f"{name(field.name)} {TYPES.get(str(field.type), 'TEXT')}{'' if field.nullable else ' NOT NULL'}"
        for field in resource.schema
    ]
    parts.append(f"PRIMARY KEY ({names(resource.primary_key)})")
    for key in resource.foreign_keys:
        to = key["reference"]
        if to["resource"] in there:
            to_columns = f"{name(to['resource'])} ({names(to['fields'])})"
            parts.append(f"FOREIGN KEY ({names(key['fields'])}) REFERENCES {to_columns}")
    return f"CREATE TABLE {name(resource.name)} ({', '.join(parts)})"


def _referred(there: Mapping[str, Resource]) -> set[tuple[str, tuple[str, ...]]]:
    """(table, columns) that foreign keys point at and that are not its primary key: SQLite wants them unique."""
    keys = [key["reference"] for resource in there.values() for key in resource.foreign_keys]
    return {
        (to["resource"], tuple(to["fields"]))
        for to in keys
        if to["resource"] in there and list(to["fields"]) != list(there[to["resource"]].primary_key)
    }


def _insert(base: sqlite3.Connection, table: str, width: int, rows: Iterable[Iterable[object]]) -> None:
    marks = ", ".join("?" * width)
    base.executemany(f"INSERT INTO {name(table)} VALUES ({marks})", map(tuple, rows))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def name(word: str) -> str:
    """A name as SQL has it, whatever word it is: "row", "where"."""
    return '"' + word.replace('"', '""') + '"'


def names(words: Sequence[str]) -> str:
    return ", ".join(map(name, words))
