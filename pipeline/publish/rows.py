"""Everything known of the notices → rows of every table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.model import BrokenPromise, Checked, Issue, Unread
from pipeline.publish import findings, parts
from pipeline.publish.keys import Keys
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row, Sheet

PARTS: Mapping[str, Callable[[Sheet], Iterator[Row]]] = {
    "notices": parts.notices,
    "issuers": parts.issuers,
    "recipients": parts.recipients,
    "annexes": parts.annexes,
    "clauses": parts.clauses,
    "tables": parts.tables,
    "cells": parts.cells,
    "pages": parts.pages,
    "texts": parts.texts,
    "checks": findings.checks,
    "corrections": findings.corrections,
    "repairs": findings.repairs,
    "ledger": findings.ledger,
    "issues": findings.issues,
}

# Tables whose rows several notices share.
SHARED = ("agencies", "regions")


def checked_to_rows(checked: Sequence[Checked], failures: Iterable[Unread]) -> dict[str, list[Row]]:
    """Rows of every table, sorted as its schema says. BrokenPromise as for one notice."""
    rows: dict[str, list[Row]] = {name: [] for name in schemas()}
    for one in checked:
        for name, those in notice_to_rows(one).items():
            rows[name] += those
    rows["issues"] += findings.unread(failures)
    for name in SHARED:
        rows[name], conflicts = _shared(schemas()[name], checked)
        rows["issues"] += conflicts
    return {name: sorted(those, key=_order(schemas()[name])) for name, those in rows.items()}


def notice_to_rows(checked: Checked) -> dict[str, list[Row]]:
    """Rows of one notice in every table but the shared ones.

    Raises BrokenPromise for a fact of a table or column that no schema has, or of a span outside the text.
    """
    sheet = Sheet(checked)
    of_facts = {name: schema for name, schema in schemas().items() if schema.is_fact}
    for fact in checked.extracted.facts:
        if fact.table not in of_facts:
            raise BrokenPromise(f"rule {fact.rule} reads facts of {fact.table}, a table no schema has")
    facts = {name: list(findings.facts(sheet, schema)) for name, schema in of_facts.items()}
    findings.tie(facts)
    rows = facts | {name: list(part(sheet)) for name, part in PARTS.items()}
    return {name: [{**row, "notice_id": sheet.notice_id} for row in those] for name, those in rows.items()}


def _shared(schema: Schema, checked: Sequence[Checked]) -> tuple[list[Row], list[Row]]:
    """(rows of a shared table, an issue for each key that two notices say different things of).

    Of two rows with one key the one that sorts first stays, whichever notice comes first.
    """
    (key,) = schema.primary_key
    kept: dict[object, Row] = {}
    conflicts: list[Row] = []
    for sheet in map(Sheet, checked):
        for said in sheet.entities(schema.table):
            row = {name: value for name, value in said.items() if value not in (None, "")}
            other = kept.setdefault(row[key], row)
            if other != row:
                kept[row[key]] = min(other, row, key=_canonical)
                conflicts.append(_conflict(sheet, schema.table, f"{row[key]}: {_canonical(row)}"))
    return list(kept.values()), conflicts


def _conflict(sheet: Sheet, table: str, about: str) -> Row:
    message = f"another notice says something else of {about}; see resolve"
    issue = Issue("conflicting_entity", message, table)
    row = findings.issue_row(sheet.document.source_file, issue)
    return {
        "issue_id": Keys(sheet.notice_id, "issues").key((table, about)),
        "notice_id": sheet.notice_id,
        **row,
    }


def _canonical(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)


def _order(schema: Schema) -> Callable[[Row], tuple[tuple[bool, object], ...]]:
    """Sorts by the columns the schema names, then by key; empty before any value."""
    names = (*schema.order, *schema.primary_key)
    return lambda row: tuple((row.get(name) is not None, row.get(name)) for name in names)
