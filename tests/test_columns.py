"""A change of columns is said to those who read the tables: a line in the changelog, and another version."""

from __future__ import annotations

import json
from pathlib import Path

import regex

from pipeline.publish import publish
from pipeline.publish.package import VERSION
from pipeline.publish.schema import schemas

ROOT = Path(__file__).resolve().parents[1]
BEFORE = Path(__file__).with_name("columns_1.0.0.tsv")
LINE = regex.compile(r"^- (?P<version>\d+\.\d+\.\d+): (?P<said>.*)$")
CHANGE = regex.compile(r"(?P<sign>[+-]?)`(?P<name>\w+)`")
HOW = (
    "columns are not those that CONTRIBUTING.md, Changelog of columns, tells of: add `- VERSION: ` with the table and its "
    "`+`new and `-`gone columns on top (a table that comes or goes: its name with the sign, first in a line), and set VERSION in pipeline/publish/package.py"
)


def told() -> list[tuple[str, str]]:
    """(version, what changed), the newest first."""
    part = (
        (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Changelog of columns\n")[1].split("\n## ")[0]
    )
    return [(m["version"], m["said"]) for line in part.splitlines() if (m := LINE.match(line))]


def columns_by_changelog() -> dict[str, set[str]]:
    rows = (line.split("\t") for line in BEFORE.read_text("utf-8").splitlines())
    known = {row[0]: set(row[1:]) for row in rows}
    for _, said in reversed(told()[:-1]):
        table = ""
        for change in CHANGE.finditer(said):
            sign, name = change["sign"], change["name"]
            if not sign:
                table = name
                known.setdefault(table, set())
            elif table:
                known[table] = known[table] | {name} if sign == "+" else known[table] - {name}
            elif sign == "+":  # A table that came: with all its columns.
                known[name] = {column.name for column in schemas()[name].columns}
            else:
                del known[name]
    return {table: columns for table, columns in known.items() if columns}


def test_every_change_of_columns_is_told() -> None:
    now = {name: {column.name for column in schema.columns} for name, schema in schemas().items()}
    known = columns_by_changelog()
    changed = {
        name: [f"+{c}" for c in sorted(now.get(name, set()) - known.get(name, set()))]
        + [f"-{c}" for c in sorted(known.get(name, set()) - now.get(name, set()))]
        for name in sorted(now.keys() | known.keys())
        if now.get(name) != known.get(name)
    }
    assert not changed, f"{changed}: {HOW}"


def test_the_data_package_says_the_newest_version(tmp_path: Path) -> None:
    versions = [tuple(map(int, version.split("."))) for version, _ in told()]
    assert versions == sorted(set(versions), reverse=True)
    assert told()[0][0] == VERSION, HOW
    publish([], [], tmp_path / "out")
    assert json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))["version"] == VERSION


def test_the_data_package_is_the_same_whatever_the_program_says_of_itself(tmp_path: Path) -> None:
    """A changed comment, rule or lexicon that changes no row changes no committed byte."""
    publish([], [], tmp_path / "out")
    assert "provenance" not in (tmp_path / "out" / "datapackage.json").read_text("utf-8")
    assert (tmp_path / "out" / ".gitignore").read_text("utf-8") == ".provenance.json\n"
