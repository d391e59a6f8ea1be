"""Rows that no notice makes alone: agencies and regions that several know, issues that arise between two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from pipeline.decisions.keys import Keys
from pipeline.messages import say
from pipeline.model import Check, Issue, Unread
from pipeline.publish import findings
from pipeline.publish.portion import Portion
from pipeline.publish.rows import SHARED, sort_rows
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row


def merge(portions: Sequence[Portion], failures: Iterable[Unread]) -> dict[str, list[Row]]:
    """Rows of the shared tables and of `issues`, sorted as their schemas say, whatever the order of the notices."""
    rows = {"issues": [row for portion in portions for row in portion.merged["issues"]]}
    rows["issues"] += findings.unread(failures)
    for name in SHARED:
        rows[name], conflicts = _shared(schemas()[name], portions)
        rows["issues"] += conflicts
    return {name: sort_rows(schemas()[name], those) for name, those in rows.items()}


def links_to_rows(portions: Sequence[Portion], links: Iterable[tuple[str, Check]]) -> list[Row]:
    """Rows of `checks` for what one notice says against another."""
    texts = {
        p.notice_id: p.tables["texts"]["text"][0].as_py() for p in portions if p.tables["texts"].num_rows
    }
    keys: dict[str, Keys] = {}
    rows: list[Row] = []
    for notice_id, check in links:
        key = keys.setdefault(notice_id, Keys(notice_id, "checks")).key(
            (check.kind, check.where, check.expected)
        )
        row: Row = {"check_id": key, "notice_id": notice_id, **findings.check_row(check)}
        if check.span:
            row |= {"char_start": check.span.start, "char_end": check.span.end}
            row["quote"] = texts[notice_id][check.span.start : check.span.end]
        rows.append(row)
    return rows


def _shared(schema: Schema, portions: Sequence[Portion]) -> tuple[list[Row], list[Row]]:
    """(rows of a shared table, an issue for each key that two notices say different things of).

    Of two rows with one key the one that sorts first stays, whichever notice comes first.
    """
    (key,) = schema.primary_key
    kept: dict[object, Row] = {}
    conflicts: list[Row] = []
    for portion in portions:
        for said in portion.merged[schema.table]:
            row = {name: value for name, value in said.items() if value not in (None, "")}
            other = kept.setdefault(row[key], row)
            if other != row:
                kept[row[key]] = min(other, row, key=_canonical)
                conflicts.append(_conflict(portion, schema.table, f"{row[key]}: {_canonical(row)}"))
    return list(kept.values()), conflicts


def _conflict(portion: Portion, table: str, about: str) -> Row:
    message = say("entity_conflict", about=about)
    row = findings.issue_row(portion.source_file, Issue("conflicting_entity", message, table))
    key = Keys(portion.notice_id, "issues").key((table, about))
    return {"issue_id": key, "notice_id": portion.notice_id, **row}


def _canonical(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
