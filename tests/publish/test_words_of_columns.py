"""No column, no value of an enumeration without words in both languages; the words stand inside the Parquet files too."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import regex
from conftest import small

from pipeline import lexicons
from pipeline.model import BrokenPromise
from pipeline.publish import publish
from pipeline.publish.described import KEY
from pipeline.publish.schema import descriptor_to_schema, schemas, values
from pipeline.resolve.types import KINDS

ROOT = Path(__file__).resolve().parents[2]
FIELDS = [
    (table, field) for table, schema in schemas().items() for field in schema.descriptor["fields"]
]  # fmt: skip
HAN = regex.compile(r"\p{Han}")
LATIN = regex.compile(r"[A-Za-z0-9<>=%~+-]")


def column(named: tuple[str, Mapping[str, Any]]) -> str:
    return f"{named[0]}.{named[1]['name']}"


@pytest.mark.parametrize("table", schemas())
def test_every_table_is_explained_in_both_languages_and_warns(table: str) -> None:
    said = schemas()[table].descriptor
    zh, _, en = said["title"].partition(" ")
    assert HAN.search(zh) and LATIN.search(en)
    assert LATIN.search(said["description"]) and HAN.search(said["description_zh"])
    assert said["warnings"], "say what of it may be added up, and what not"
    assert all(HAN.search(one["zh"]) and LATIN.search(one["en"]) for one in said["warnings"])


def is_explained(field: Mapping[str, Any]) -> bool:
    zh, _, en = field["title"].partition(" ")
    zh_said, en_said = field["description_zh"], field["description"]
    is_titled = HAN.search(zh) and LATIN.search(en) and not HAN.search(en)
    return bool(is_titled and LATIN.search(en_said) and (HAN.search(zh_said) or zh_said.startswith("ISO")))


def has_words_for_its_values(field: Mapping[str, Any]) -> bool:
    """A column of codes, too, that takes what only the program knows; `code` has its words in messages.tsv."""
    limits = field.get("constraints", {})
    said = [one["value"] for one in field.get("categories", ())]
    takes_codes = limits.get("pattern") == "^[a-z][a-z0-9_]*$" and field["name"] != "code"
    return limits.get("enum", said) == said and (bool(said) or not takes_codes)


@pytest.mark.parametrize("holds", [is_explained, has_words_for_its_values])
def test_every_column_and_every_value_is_explained_in_both_languages(
    holds: Callable[[Mapping[str, Any]], bool],
) -> None:
    assert len(FIELDS) > 600
    assert [column(named) for named in FIELDS if not holds(named[1])] == []


@pytest.mark.parametrize("name", values())
def test_words_of_values_are_in_both_languages_and_differ(name: str) -> None:
    listed = values()[name]
    assert all(HAN.search(one["zh"]) or LATIN.search(one["zh"]) for one in listed)
    assert all(LATIN.search(one["en"]) for one in listed)
    assert len({one["value"] for one in listed}) == len(listed)
    shown = [one["zh"].partition("：")[0] for one in listed]
    assert len(set(shown)) >= len(listed) - 1, shown  # 未知 is one word for two kinds of body.
    assert all(one["zh"].partition("：")[0] and one["en"].partition(":")[0] for one in listed)


def test_a_list_that_is_not_there_is_refused() -> None:
    field = {"name": "a", "type": "string", "categories": "colours"}
    said = {"fields": [field], "primaryKey": ["a"], "order": ["a"]}
    with pytest.raises(BrokenPromise, match="colours"):
        descriptor_to_schema("odd", {**said, "foreignKeys": [], "optionalForeignKeys": []})


# --- what can occur -----------------------------------------------------------------------------

# Open enumerations: the class whose first argument is the kind, and further ways it is given.
MAKERS = {
    "issue_kind": ("Issue", "issue", "_unread", "source_to_unread"),
    "check_kind": ("Check", "check_figure"),
    "repair_kind": ("Repair",),
    "reason": ("Reason",),
}


@cache
def calls() -> Mapping[str, Sequence[ast.Call]]:
    """Where the program calls each of the makers."""
    found: dict[str, list[ast.Call]] = {maker: [] for several in MAKERS.values() for maker in several}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (name := getattr(node.func, "id", "")) in found:
                found[name].append(node)
    return found


def literals(maker: str) -> Iterator[str]:
    """Codes that the program hands to a maker: among its arguments or under `kind` and `reason`."""
    at = 1 if maker in ("check_figure", "source_to_unread") else 0
    for node in calls()[maker]:
        given = [*node.args[at : at + 1], *(one.value for one in node.keywords if one.arg == "kind")]
        given += node.args[2:3] if maker == "_unread" else []
        for one in given:
            found = (n for n in ast.walk(one) if isinstance(n, ast.Constant))
            yield from (n.value for n in found if regex.fullmatch("[a-z][a-z_]+", str(n.value)))


@pytest.mark.parametrize("name", MAKERS)
def test_what_the_program_can_say_has_words(name: str) -> None:
    found = {code for maker in MAKERS[name] for code in literals(maker)}
    assert len(found) > 5, "the makers are called otherwise now"
    assert found - {one["value"] for one in values()[name]} == set()


def test_words_of_lexicons_have_words() -> None:
    types = {row["type"]: row["english"] for row in lexicons.records("agency_types")}
    said = {one["value"]: one["en"] for one in values()["agency_type"]}
    assert types.items() <= said.items()
    assert set(KINDS.values()) <= said.keys()
    assert set(KINDS) <= {one["value"] for one in values()["agency_kind"]}
    kinds = {row["kind"] for name in ("agencies", "agency_suffixes") for row in lexicons.records(name)}
    assert kinds <= {one["value"] for one in values()["agency_kind"]}
    assert set(lexicons.words("document_types")) == {one["value"] for one in values()["document_type"]}


@pytest.mark.parametrize("named", [one for one in FIELDS if "categories" in one[1]], ids=column)
def test_what_is_published_has_words(named: tuple[str, Mapping[str, Any]]) -> None:
    table, field = named
    published = pq.read_table(ROOT / "extracted" / f"{table}.parquet", columns=[field["name"]])[0]
    assert set(published.to_pylist()) - {None} <= {one["value"] for one in field["categories"]}


# --- inside the files ----------------------------------------------------------------------------


def test_words_stand_inside_the_files(tmp_path: Path) -> None:
    publish([small()], [], tmp_path / "out")
    schema = pq.read_schema(tmp_path / "out" / "due.parquet")
    field = schema.field("due_date")
    assert field.metadata[b"title"].decode() == "到期日 due"
    assert field.metadata[b"description"] and HAN.search(field.metadata[b"description_zh"].decode())
    precision = json.loads(schema.field("precision").metadata[b"values"])
    assert precision == {"day": "日 day", "month": "月 month", "year": "年 year"}
    whole = json.loads(schema.metadata[KEY.encode()])
    assert whole["name"] == "due" and whole["warnings"][0]["zh"].startswith("计数")
    assert list(whole["columns"]) == schema.names


def test_pandas_and_duckdb_show_them(tmp_path: Path) -> None:
    import duckdb
    import pandas as pd

    publish([small()], [], tmp_path / "out")
    file = tmp_path / "out" / "targets.parquet"
    assert pd.read_parquet(file).attrs["columns"]["value_base"]["title"].startswith("基本单位值")
    query = f"""SELECT c.value->>'$.description_zh' FROM parquet_kv_metadata('{file}') k,
        json_each(decode(k.value), '$.columns') c WHERE decode(k.key) = '{KEY}' AND c.key = 'unit'"""
    assert duckdb.sql(query).fetchall() == [("照印出的计量单位，如 万张、%",)]
