"""Tables of two editions → the rows of the notices for which they differ."""

from __future__ import annotations

from itertools import groupby

import pyarrow as pa

from pipeline.language.places import without_number
from pipeline.review.diff_edition import Edition
from pipeline.review.diff_rows import Row

BEGINNING = 20  # Characters that name a point without heading.


class Places:
    """What the points and tables of an edition are called when their numbers change."""

    def __init__(self, edition: Edition) -> None:
        self._called: dict[tuple[object, object], str] = {}
        for row in _rows(edition.whole("clauses")):
            words = row.get("heading") or without_number(str(row.get("text") or ""))[:BEGINNING]
            self._called[row["notice_id"], row["clause_id"]] = str(words)
        for row in _rows(edition.whole("tables")):
            self._called[row["notice_id"], row["table_id"]] = str(row.get("title") or row["table_id"])

    def of(self, row: Row) -> str:
        for column in ("table_id", "clause_id", "parent_id"):
            if called := self._called.get((row.get("notice_id"), row.get(column))):
                return called
        return ""


def is_equal(old: pa.Table | None, new: pa.Table | None) -> bool:
    return old is not None and new is not None and bool(old.equals(new))


def tables_to_notices(
    table: str, old: pa.Table | None, new: pa.Table | None
) -> dict[str, tuple[list[Row], list[Row]]]:
    """The rows of each notice for which the two tables differ."""
    before, after = _slices(old), _slices(new)
    found = {}
    for notice in sorted(before.keys() | after.keys()):
        one, other = before.get(notice), after.get(notice)
        if not is_equal(one, other):
            found[notice] = (_compared(table, one), _compared(table, other))
    return found


def _slices(table: pa.Table | None) -> dict[str, pa.Table]:
    """The rows of each notice; of a table that knows no notices, all under "". Rows of a notice need not stand together."""
    if table is None:
        return {}
    if "notice_id" not in table.column_names:
        return {"": table}
    runs: dict[str, list[pa.Table]] = {}
    start = 0
    for notice, those in groupby(table["notice_id"].to_pylist()):
        length = sum(1 for _ in those)
        runs.setdefault(str(notice), []).append(table.slice(start, length))
        start += length
    return {notice: pa.concat_tables(parts) for notice, parts in runs.items()}


def _rows(table: pa.Table | None) -> list[Row]:
    return [] if table is None else list(table.to_pylist())


def _compared(table: str, of_notice: pa.Table | None) -> list[Row]:
    """Rows as they are compared: of the ledger what nothing claims, of cells a printed row."""
    rows = _rows(of_notice)
    if table == "ledger":
        return [row for row in rows if row.get("status") == "unclaimed"]
    if table != "cells":
        return rows
    printed: dict[tuple[object, object], list[Row]] = {}
    for cell in rows:
        printed.setdefault((cell["table_id"], cell["row"]), []).append(cell)
    return [
        {
            **those[0],
            "cells": " | ".join(str(cell.get("text") or "") for cell in those),
            "text": None,
            "quote": None,
        }
        for those in printed.values()
    ]
