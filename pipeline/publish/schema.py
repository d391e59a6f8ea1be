"""schemas/*.json → Schema: the one place where columns are said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pipeline.installation import schemas_folder
from pipeline.messages import say
from pipeline.model import BrokenPromise

SCHEMAS = schemas_folder()
Kind = Literal["string", "integer", "number", "boolean", "date"]
KINDS: tuple[Kind, ...] = ("string", "integer", "number", "boolean", "date")


class Column(NamedTuple):
    """A field of a Table Schema; `default` stands where a row says nothing of it."""

    name: str
    kind: Kind
    default: object
    required: bool
    unique: bool
    enum: frozenset[object]
    pattern: str | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`columns` of a row must be found in `to_columns` of `table`, unless one of them is empty."""

    columns: tuple[str, ...]
    table: str
    to_columns: tuple[str, ...]

    @property
    def is_inner(self) -> bool:
        """Whether it points at a row of the same notice."""
        return self.columns[0] == self.to_columns[0] == "notice_id"


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """A table: its columns, its keys, what its keys are made of and how its rows are sorted.

    `own` are the columns a fact of this table brings beyond those every fact carries;
    `identity` those that tell two facts of one quote apart; `descriptor` is what the data
    package shows: a Frictionless Table Schema, whole.
    """

    table: str
    columns: tuple[Column, ...]
    own: frozenset[str]
    identity: tuple[str, ...]
    order: tuple[str, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]
    is_fact: bool
    is_view: bool
    descriptor: Mapping[str, Any]


@cache
def schemas() -> Mapping[str, Schema]:
    """Every table by name, in the order of names. Raises BrokenPromise for a schema that is none."""
    paths = sorted(path for path in SCHEMAS.glob("*.json") if not path.name.startswith("_"))
    if not paths:
        raise BrokenPromise(say("no_schemas"))
    return {path.stem: descriptor_to_schema(path.stem, _read(path)) for path in paths}


def descriptor_to_schema(table: str, said: Mapping[str, Any]) -> Schema:
    """One schema file as a Schema; `extends` brings the shared fields and keys of that file."""
    shared = _read(SCHEMAS / f"{said['extends']}.json") if "extends" in said else {}
    whole = _merged(said, shared)
    whole["fields"] = [_with_words(table, field) for field in whole["fields"]]
    columns = tuple(_column(table, field) for field in whole["fields"])
    return Schema(
        table=table,
        columns=columns,
        own=frozenset(field["name"] for field in said["fields"]),
        identity=tuple(whole.get("identity", ())),
        order=tuple(whole["order"]),
        primary_key=tuple(whole["primaryKey"]),
        unique_keys=tuple(map(tuple, whole.get("uniqueKeys", ()))),
        foreign_keys=tuple(map(_foreign_key, whole["foreignKeys"] + whole["optionalForeignKeys"])),
        is_fact=said.get("extends") == "_fact",
        is_view=said.get("extends") == "_view",
        descriptor=whole,
    )


def _merged(said: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """The file's own words over the shared ones; a field said in both stands in the shared place."""
    own = {field["name"]: field for field in said["fields"]}
    first, last = (
        [own.pop(field["name"], field) for field in shared.get(part, [])] for part in ("first", "last")
    )
    keys = {
        name: shared.get(name, []) + said.get(name, []) for name in ("foreignKeys", "optionalForeignKeys")
    }
    rest = {k: v for k, v in {**shared, **said}.items() if k not in ("first", "last", "fields", "extends")}
    return {**rest, **keys, "fields": [*first, *own.values(), *last]}


def _with_words(table: str, field: Mapping[str, Any]) -> dict[str, Any]:
    """The field with the words of its values: `categories` names lists of _values.json, in the package it is these lists."""
    if "categories" not in field:
        return dict(field)
    named = field["categories"]
    lists = named if isinstance(named, list) else [named]
    if unknown := [name for name in lists if name not in values()]:
        raise BrokenPromise(say("unknown_values", table=table, column=field["name"], values=tuple(unknown)))
    words = {one["value"]: one for name in lists for one in values()[name]}
    closed = field.get("constraints", {}).get("enum", words)
    return {**field, "categories": [_category(words[one]) for one in closed if one in words]}


@cache
def values() -> Mapping[str, Any]:
    """The words of every enumeration by its name; a name is shared by columns that mean the same."""
    return _read(SCHEMAS / "_values.json")


def _category(said: Mapping[str, str]) -> dict[str, str]:
    """A category of Table Schema: its label is what stands before the colon, in Chinese and English."""
    label = f"{said['zh'].partition('：')[0]} {said['en'].partition(':')[0]}"
    return {"value": said["value"], "label": label, "description": said["en"], "description_zh": said["zh"]}


def _column(table: str, field: Mapping[str, Any]) -> Column:
    limits = field.get("constraints", {})
    if field["type"] not in KINDS:
        raise BrokenPromise(say("unknown_column_type", table=table, column=field["name"], type=field["type"]))
    return Column(
        name=field["name"],
        kind=field["type"],
        default=field.get("default"),
        required=limits.get("required", False),
        unique=limits.get("unique", False),
        enum=frozenset(limits.get("enum", ())),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
    )


def _foreign_key(said: Mapping[str, Any]) -> ForeignKey:
    to = said["reference"]
    return ForeignKey(tuple(said["fields"]), to["resource"], tuple(to["fields"]))


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise BrokenPromise(say("file_unreadable", file=f"schemas/{path.name}", error=str(error))) from error
