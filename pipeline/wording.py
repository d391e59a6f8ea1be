"""Tables, columns and values in the language of this run: in Chinese by the words that schemas/ has for them, in English
by their names, which are English and which scripts look for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.installation import schemas_folder
from pipeline.messages import language


def table_word(table: str) -> str:
    """`targets` → 目标 or targets; a name that no schema has as it is."""
    return _in_language(table, _schema(table).get("title", table))


def column_word(table: str, column: str) -> str:
    """`unit` → 计量单位 or unit."""
    return _in_language(column, _fields(table).get(column, {}).get("title", column))


def value_word(table: str, column: str, value: str) -> str:
    """`agency_marker` → 责任单位标记 or agency_marker; a value without words as it is."""
    said = _words(table, column).get(value)
    return said["zh"].partition("：")[0] if said and language() == "zh" else value


def _in_language(name: str, title: str) -> str:
    return title.partition(" ")[0] if language() == "zh" else name


@cache
def _schema(table: str) -> Mapping[str, Any]:
    path = schemas_folder() / f"{table}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def _fields(table: str) -> Mapping[str, Mapping[str, Any]]:
    """The columns of a table, those it shares with others too."""
    said = _schema(table)
    shared = _schema(f"_{said['extends'].strip('_').removesuffix('.json')}") if "extends" in said else {}
    fields = (*shared.get("first", ()), *said.get("fields", ()), *shared.get("last", ()))
    return {one["name"]: one for one in fields}


@cache
def _words(table: str, column: str) -> Mapping[str, Mapping[str, str]]:
    named = _fields(table).get(column, {}).get("categories", ())
    lists = [named] if isinstance(named, str) else named
    return {one["value"]: one for name in lists for one in _schema("_values").get(name, ())}
