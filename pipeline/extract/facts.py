"""What is read from a notice, typed: each class is a table, each field a column of its schema (schemas/<table>.json).

Readers make these; `said_to_fact` is the one place that turns them into the columns of a Fact. Columns that follow from
others are added where those are known: ids when bodies and tasks are, values in base units when rows are published.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import NamedTuple

from pipeline.model import Fact, Span


@dataclass(frozen=True, slots=True)
class Target:
    """A value to reach or keep: `value_text` as printed, read as `comparator` `value` (to `value_max`) `unit`."""

    kind: str
    comparator: str
    indicator: str | None = None
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    value_text: str | None = None
    per: str | None = None
    scope: str | None = None
    modality: str | None = None
    baseline_value: float | None = None
    baseline_value_text: str | None = None
    baseline_year: int | None = None
    change: str | None = None
    deadline_date: date | None = None
    deadline_precision: str | None = None
    deadline_from: str | None = None
    nature: str | None = None
    agency_name: str | None = None
    row_label: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time that binds, from its first day to its last; `text` as printed."""

    kind: str
    text: str
    start_date: date | None = None
    end_date: date | None = None
    period: str | None = None
    period_max: str | None = None
    precision: str | None = None
    modality: str | None = None
    row_label: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """Money given: how much, by whom, to whom, per what; by ratio it is `%` of a `base`."""

    amount: float | None = None
    amount_max: float | None = None
    unit: str | None = None
    base: str | None = None
    amount_kind: str | None = None
    amount_text: str | None = None
    amount_cny: float | None = None
    comparator: str | None = None
    per: str | None = None
    recipient: str | None = None
    payer: str | None = None
    type: str | None = None
    frequency: str | None = None
    condition: str | None = None
    modality: str | None = None
    row_label: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """An agency made responsible: the `seq`th of its bracket, line or cell."""

    seq: int
    agency_name: str
    role: str
    kind: str
    row_label: str | None = None
    inherited: bool = False
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document named, by its title without 《》 or by its 文号."""

    kind: str
    title: str | None = None
    doc_number: str | None = None
    relation: str | None = None
    alias: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class TableFact:
    """A value of a table, by the label of its row and the headings of its column."""

    value_text: str
    row_label: str | None = None
    column_path: str | None = None
    measure: str | None = None
    year: int | None = None
    value: float | None = None
    unit: str | None = None
    status: str | None = None
    proved: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What a point or a row tells somebody to do."""

    title: str
    text: str | None = None


Said = Target | Deadline | Grant | Duty | Citation | TableFact | Task
TABLES: Mapping[type[Said], str] = {
    Target: "targets",
    Deadline: "deadlines",
    Grant: "funding",
    Duty: "responsibilities",
    Citation: "citations",
    TableFact: "table_facts",
    Task: "tasks",
}


class Place(NamedTuple):
    """Where something was read: its words, the point or the row of a table it stands in, and `own`, the words its own
    value, date, title or label were read from."""

    span: Span
    clause_id: str | None = None
    table_id: str | None = None
    row: int | None = None
    own: tuple[Span, ...] = ()


def said_to_fact(said: Said, place: Place, rule: str, confidence: float) -> Fact:
    """What was read as a row of its table: a day as ISO text, as corrections and labels write it."""
    columns = {name: _plain(value) for name, value in _columns(said).items()}
    at = (place.clause_id, place.table_id, place.row)
    return Fact(TABLES[type(said)], place.span, rule, columns, confidence, *at, own=place.own)


def _columns(said: Said) -> dict[str, object]:
    """Its fields by name, as they are: dataclasses.asdict copies each of them, five times as long."""
    return {name: getattr(said, name) for name in said.__dataclass_fields__}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def with_columns(fact: Fact, said: type[Said], **columns: object) -> Fact:
    """A fact with some fields of what it says put otherwise."""
    assert TABLES[said] == fact.table and columns.keys() <= {field.name for field in fields(said)}
    return replace(fact, values={**fact.values, **columns})
