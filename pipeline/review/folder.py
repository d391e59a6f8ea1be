"""Extracted tables as review pages see them: rows by table and notice, titles of tables and columns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.language import patterns
from pipeline.messages import say

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Titled:
    """A column with its titles and what it means, in both languages; `kind` is its type in the schema."""

    name: str
    kind: str
    zh: str
    en: str
    why_zh: str = ""
    why_en: str = ""


@dataclass(frozen=True)
class Folder:
    """A folder that extract wrote. FileNotFoundError, when first read, if it is none."""

    path: Path

    @cached_property
    def schemas(self) -> Mapping[str, Mapping[str, Any]]:
        """What datapackage.json says of each table."""
        package = self.path / "datapackage.json"
        if not package.is_file():
            raise FileNotFoundError(say("no_tables", folder=str(self.path)))
        tables = json.loads(package.read_text("utf-8"))["resources"]
        return {table["name"]: table for table in tables if not table.get("view")}

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, list[dict[str, Any]]]]:
        import pyarrow.parquet as pq

        found: dict[str, dict[str, list[dict[str, Any]]]] = {}
        for name in self.schemas:
            found[name] = defaultdict(list)
            for row in pq.read_table(self.path / f"{name}.parquet", partitioning=None).to_pylist():
                found[name][row.get("notice_id") or ""].append(row)
        return found

    def rows(self, table: str, notice_id: str) -> Sequence[Row]:
        """Rows of one notice, in the order of the table; none for a table this folder does not have."""
        return self._rows.get(table, {}).get(notice_id, [])

    @property
    def notice_ids(self) -> list[str]:
        return sorted(self._rows["notices"])

    @property
    def unread_ids(self) -> list[str]:
        """Notices that could not be read: they have issues only."""
        return sorted(self._rows["issues"].keys() - self._rows["notices"].keys())

    @cached_property
    def fact_tables(self) -> list[str]:
        return [name for name, said in self.schemas.items() if said["schema"]["primaryKey"] == ["fact_id"]]

    @cached_property
    def carried(self) -> frozenset[str]:
        """Columns that facts of every table have: where and how they were read."""
        names = [{one.name for one in self.titled(table)} for table in self.fact_tables]
        return frozenset(set.intersection(*names)) if names else frozenset()

    def titled(self, table: str) -> list[Titled]:
        fields = self.schemas[table]["schema"]["fields"]
        return [
            Titled(one["name"], one["type"], *two_titles(one.get("title", one["name"])), *_why(one))
            for one in fields
        ]

    def why(self, table: str) -> tuple[str, str]:
        """What a row of the table is, in both languages."""
        return _why(self.schemas[table])

    def title(self, table: str) -> tuple[str, str]:
        return two_titles(self.schemas[table]["title"])

    def labels(self, table: str, column: str) -> Mapping[str, str]:
        """The words of each value of a column of that table, in both languages (`two_words` parts them)."""
        return self._labels.get((table, column), {})

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        return {
            (table, field["name"]): {one["value"]: one["label"] for one in field["categories"]}
            for table, said in self.schemas.items()
            for field in said["schema"]["fields"]
            if field.get("categories")
        }

    def place(self, code: str | None) -> str:
        """`重庆市江津区` of the code of 江津区; nothing for a code that no row names."""
        names = []
        while code and (row := self._regions.get(code)) and row["level"] != "nation":
            names.append(row["name"])
            code = row["parent"]
        return "".join(reversed(names))

    @cached_property
    def _regions(self) -> Mapping[str, Row]:
        return {row["region_code"]: row for row in self.rows("regions", "")}


def _why(said: Mapping[str, Any]) -> tuple[str, str]:
    return said.get("description_zh", ""), said.get("description", "")


# Chinese, then English, which may hold a Chinese example.
_TWO = patterns.compile(r"(?s)(.*?[\p{Han}）”》])\s+([A-Za-z].*)")


def two_words(label: str) -> tuple[str, str]:
    """`Markdown 文本 Markdown` → (Markdown 文本, Markdown); words of one language stand for both."""
    match = _TWO.fullmatch(label)
    return (match[1], match[2]) if match else (label, label)


def two_titles(title: str) -> tuple[str, str]:
    """`计量单位 unit` → (计量单位, unit); a title of one language stands for both."""
    zh, _, en = title.partition(" ")
    return zh, en or zh
