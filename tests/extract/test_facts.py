"""What is read is typed as the schemas say, and becomes columns in one place."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from pipeline.extract.facts import TABLES, Deadline, Duty, Place, Said, Target, said_to_fact, with_columns
from pipeline.model import Span

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
TYPES = {"string": str, "number": float, "integer": int, "boolean": bool, "date": date}
# Known only when bodies, tasks, tables and other notices are, or when rows are published.
LATER = {
    "targets": {"task_id", "value_base", "unit_base", "indicator_id"},
    "deadlines": {"task_id"},
    "funding": {"task_id", "per_unit"},
    "responsibilities": {"task_id", "assignment_id", "agency_id"},
    "citations": {"cited_notice_id"},
    "table_facts": {"table_id", "agency_id", "region_code", "value_base", "unit_base"},
    "tasks": {"task_id"},
}


@pytest.mark.parametrize("said", TABLES, ids=TABLES.get)
def test_fields_are_the_columns_of_the_schema(said: type[Said]) -> None:
    table = TABLES[said]
    schema = json.loads((SCHEMAS / f"{table}.json").read_text("utf-8"))
    columns = {c["name"]: c for c in schema["fields"] if c["name"] not in LATER[table]}
    hints = get_type_hints(said)
    assert hints.keys() == columns.keys()
    for field in fields(said):
        required = columns[field.name].get("constraints", {}).get("required", False)
        kinds = set(get_args(hints[field.name])) or {hints[field.name]}
        assert kinds - {type(None)} == {TYPES[columns[field.name]["type"]]}, field.name
        assert (field.default is MISSING) == required, (
            f"{field.name}: a column that must be filled has no default"
        )


def test_days_are_written_as_corrections_and_labels_write_them() -> None:
    by = Deadline("by", "2025年底前", end_date=date(2025, 12, 31), precision="year")
    fact = said_to_fact(by, Place(Span(0, 7), "一"), "year", 0.9)
    assert (fact.table, fact.clause_id, fact.values["end_date"], fact.values["start_date"]) == (
        "deadlines", "一", "2025-12-31", None,
    )  # fmt: skip


def test_what_is_put_otherwise_must_be_a_field() -> None:
    fact = said_to_fact(Duty(1, "区民政局", "lead", "assignment"), Place(Span(0, 4)), "list", 0.9)
    assert with_columns(fact, Duty, role="support").values["role"] == "support"
    with pytest.raises(AssertionError):
        with_columns(fact, Duty, colour="red")
    with pytest.raises(AssertionError):
        with_columns(fact, Target, kind="target")
