"""Everything known of a notice → rows of every table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.messages import say
from pipeline.model import BrokenPromise, Checked
from pipeline.publish import findings, parts
from pipeline.publish.derived import mark_repeats
from pipeline.publish.printed import Printed
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row, Sheet
from pipeline.publish.views import rows_to_views

PARTS: Mapping[str, Callable[[Sheet], Iterator[Row]]] = {
    "notices": parts.notices,
    "issuers": parts.issuers,
    "recipients": parts.recipients,
    "members": parts.members,
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

# Tables whose rows no notice makes alone: agencies and regions are shared, some issues are about two notices.
SHARED = ("agencies", "regions")
MERGED = (*SHARED, "issues")
# Made of what several notices say, once they are together.
LATE = ("indicator_links",)


def notice_to_rows(checked: Checked) -> dict[str, list[Row]]:
    """Rows of one notice in every table but the shared ones, in their order; so are those the views are made of.

    Raises BrokenPromise for a fact of a table or column that no schema has, or of a span outside the text.
    """
    sheet = Sheet(checked)
    of_facts = {name: schema for name, schema in schemas().items() if schema.is_fact}
    for fact in checked.extracted.facts:
        if fact.table not in of_facts:
            raise BrokenPromise(say("fact_of_unknown_table", rule=fact.rule, table=fact.table))
    facts = {name: list(findings.facts(sheet, schema)) for name, schema in of_facts.items()}
    findings.tie(facts)
    mark_repeats(facts, sheet.document.text, sheet.headings)
    made = facts | {name: list(part(sheet)) for name, part in PARTS.items()}
    if sheet.document.traditional is not None:
        printed = Printed(sheet.document)
        made = {name: [printed.row(row, schemas()[name]) for row in those] for name, those in made.items()}
    own = {"notice_id": sheet.notice_id}
    rows = {
        name: sort_rows(schemas()[name], ({**row, **own} for row in those)) for name, those in made.items()
    }
    views = rows_to_views(rows, *(tuple(map(dict, sheet.entities(name))) for name in SHARED))
    return rows | {name: sort_rows(schemas()[name], those) for name, those in views.items()}


def sort_rows(schema: Schema, rows: Iterable[Row]) -> list[Row]:
    """By the columns the schema names, then by key; empty before any value."""
    those = list(rows)
    columns = []
    for name in (*schema.order, *schema.primary_key):
        values = [row.get(name) for row in those]
        lacking = values.count(None)
        if lacking < len(values):
            columns.append([(value is not None, value) for value in values] if lacking else values)
    keys = list(zip(*columns, strict=True))
    return [those[n] for n in sorted(range(len(those)), key=keys.__getitem__)] if keys else those
