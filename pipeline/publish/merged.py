"""Rows that no notice makes alone: agencies and regions that several know, issues that arise between two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model import Issue, Unread
from pipeline.publish import findings
from pipeline.publish.keys import Keys
from pipeline.publish.portion import Portion
from pipeline.publish.rows import sort_rows
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row

# Tables whose rows several notices share.
SHARED = ("agencies", "regions")


def merge(portions: Sequence[Portion], failures: Iterable[Unread]) -> dict[str, list[Row]]:
    """Rows of the shared tables and of `issues`, sorted as their schemas say, whatever the order of the notices."""
    rows = {"issues": [row for portion in portions for row in portion.merged["issues"]]}
    rows["issues"] += findings.unread(failures)
    for name in SHARED:
        rows[name], conflicts = _shared(schemas()[name], portions)
        rows["issues"] += conflicts
    return {name: sort_rows(schemas()[name], those) for name, those in rows.items()}


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
    message = f"another notice says something else of {about}; see resolve"
    row = findings.issue_row(portion.source_file, Issue("conflicting_entity", message, table))
    key = Keys(portion.notice_id, "issues").key((table, about))
    return {"issue_id": key, "notice_id": portion.notice_id, **row}


def _canonical(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
