"""Everything known of a notice → rows of every table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.messages import say
from pipeline.model import BrokenPromise, Checked, Document
from pipeline.publish import findings, parts
from pipeline.publish.derived import mark_repeats
from pipeline.publish.schema import Column, Schema, schemas
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


# What a paper is and does is one word however it is written; messages are ours, and keys.
_WORDS_OF_OURS = frozenset({"document_type", "action"})
_OURS = ("message", "evidence", "reason", "why")


class Printed:
    """The printed characters of a notice that was read in simplified script."""

    def __init__(self, document: Document) -> None:
        self.text, self.printed = document.text, document.printed
        forms = defaultdict[str, Counter[str]](Counter)
        for read, form in zip(self.text, self.printed, strict=True):
            forms[read][form] += 1
        self.forms = str.maketrans({read: said.most_common(1)[0][0] for read, said in forms.items()})

    def words(self, value: str, start: int = 0, end: int | None = None) -> str:
        """A value as printed: where its words stand, between the offsets before elsewhere, else letter by letter."""
        if value.isascii() or value in self.printed:
            return value
        at = self.text.find(value, start, end)
        at = self.text.find(value) if at < 0 else at
        return self.printed[at : at + len(value)] if at >= 0 else value.translate(self.forms)

    def row(self, row: Row, schema: Schema) -> Row:
        """A row with the words of the notice as printed; keys and words of our own as they are."""
        start, end = row.get("char_start"), row.get("char_end")
        within = (start, end) if isinstance(start, int) and isinstance(end, int) else (0, None)
        free = {column.name for column in schema.columns if _is_of_notice(column)}
        return {
            name: self.words(value, *within) if isinstance(value, str) and name in free else value
            for name, value in row.items()
        }


def _is_of_notice(column: Column) -> bool:
    """Whether a column holds words of the notice."""
    ours = column.name in _WORDS_OF_OURS or column.name.startswith(_OURS) or column.name.endswith("_id")
    return not (ours or column.enum)
