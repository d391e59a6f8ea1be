"""Two editions of what was published → what changed, fact by fact, each with its cause and its words.

differences(old, new) -> [Change, …]      notice by notice, table by table, in the order of the page
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.review.diff_causes import Cause, Causes, Edit, notices_to_causes
from pipeline.review.diff_edition import Edition, unlike_parts, with_names
from pipeline.review.diff_fates import renamed
from pipeline.review.diff_rows import (
    REFERENCES,
    Pair,
    Row,
    changed_columns,
    details,
    in_words,
    name,
    pair,
    traits,
)
from pipeline.review.diff_tables import Places, is_equal, tables_to_notices

Kind = Literal["added", "removed", "changed", "moved"]
# The notice first, then its points, then what they say, then what we say about it.
TABLES = (
    "notices", "issuers", "recipients", "annexes", "clauses", "tables", "tasks", "responsibilities", "targets", "deadlines",
    "funding", "citations", "members", "table_facts", "corrections", "checks", "issues", "ledger", "repairs", "cells", "agencies", "regions",
)  # fmt: skip
SHARED = ("agencies", "regions")


@dataclass(frozen=True, slots=True)
class Change:
    """A row of an edition that the other has not, or has otherwise.

    `columns` are (column, before, after) of a changed row; `key` its key in the newer edition that has it, `was` that in the
    older; `about` what a
    reader calls it, `shown` in the language of this run; `quote` the words it was read from. One that is not `listed` is for counting: rows that only stand
    elsewhere, checks that still pass, what belongs to a notice that came or went as a whole.
    """

    notice_id: str
    table: str
    kind: Kind
    key: str
    about: str
    quote: str
    clause_id: str
    cause: Cause
    columns: tuple[tuple[str, object, object], ...] = ()
    listed: bool = True
    was: str = ""
    shown: str = ""


def differences(old: Edition, new: Edition) -> list[Change]:
    """Every change from `old` to `new`. A table that both have unchanged costs nothing, whatever its size."""
    old, new = unlike_parts(old, new)
    names = renamed(old, new)
    old = with_names(old, {before: after for after, before in names.items()})
    changed = [name for name in _order(old, new) if not is_equal(old.tables.get(name), new.tables.get(name))]
    if not changed:
        return []
    rows = {
        table: tables_to_notices(table, old.tables.get(table), new.tables.get(table)) for table in changed
    }
    causes = notices_to_causes(old, new, names)
    before, after = Places(old), Places(new)
    notices = sorted({notice for of_table in rows.values() for notice in of_table})
    found: list[Change] = []
    for notice in notices:
        both = {
            table: _paired(old, new, table, rows[table][notice], (before, after))
            for table in changed
            if notice in rows[table]
        }
        found += _notice_changes(notice, both, (old, new), causes)
    return found


Sides = tuple[list[Pair], list[Row], list[Row]]


def _notice_changes(
    notice: str, both: Mapping[str, Sides], editions: tuple[Edition, Edition], causes: Causes
) -> Iterator[Change]:
    """The changes of one notice, by table; ties to other rows are compared by what those rows have become."""
    became = {
        old.get("fact_id"): new.get("fact_id")
        for table, (pairs, _, _) in both.items()
        if editions[1].is_fact(table)
        for old, new in pairs
    }
    for table, (pairs, removed, added) in both.items():
        edits = [_edit(table, old, new, became) for old, new in pairs]
        edits += [Edit(table, row, None) for row in removed] + [Edit(table, None, row) for row in added]
        for edit in sorted((edit for edit in edits if edit is not None), key=_position):
            yield _change(notice, edit, editions, causes)


def _edit(table: str, old: Row, new: Row, became: Mapping[object, object]) -> Edit | None:
    """The difference between two rows that are the same; None if there is none."""
    columns = tuple(changed_columns(table, old, new))
    for column in REFERENCES[:3]:
        one, other = old.get(column), new.get(column)
        if column in old and column in new and became.get(one, one) != other and table != "tasks":
            columns += ((column, one, other),)
    is_same = all(old[column] == new[column] for column in old.keys() & new.keys())
    return None if not columns and is_same else Edit(table, old, new, columns)


def _change(notice: str, edit: Edit, editions: tuple[Edition, Edition], causes: Causes) -> Change:
    row = edit.new or edit.old or {}
    key, was = (
        "/".join(str(one.get(column)) for column in edition.keys.get(edit.table, ()) if column != "notice_id")
        for edition, one in (
            (editions[1 if edit.new else 0], row),
            (editions[0 if edit.old else 1], edit.old or row),
        )
    )
    spoken = in_words(edit.table, row)
    change = Change(
        notice_id="" if edit.table in SHARED else notice,
        table=edit.table,
        kind=edit.kind,
        key=key,
        about=name(edit.table, row) + (details(edit.table, row) if edit.kind in ("added", "removed") else ""),
        quote=str(row.get("quote") or row.get("text") or ""),
        clause_id=str(row.get("clause_id") or ""),
        cause=causes.of(notice, edit),
        columns=edit.columns,
        was=was,
        shown=name(edit.table, spoken)
        + (details(edit.table, spoken) if edit.kind in ("added", "removed") else ""),
    )
    return replace(change, listed=_is_listed(change, edit, editions, causes))


def _is_listed(change: Change, edit: Edit, editions: tuple[Edition, Edition], causes: Causes) -> bool:
    """Whether a reader should see it by itself."""
    if change.kind == "moved" or edit.table == "cells":
        return False
    if edit.table in SHARED:  # A body new to the tables is in the facts that name it.
        return change.kind == "changed"
    if causes.came_or_went(change.notice_id):
        return editions[1].is_fact(edit.table) or editions[0].is_fact(edit.table)
    if edit.table == "checks":
        return any(row is not None and row.get("status") != "pass" for row in (edit.old, edit.new))
    return True


def _position(edit: Edit) -> tuple[int, str]:
    row = edit.new or edit.old or {}
    start = row.get("char_start")
    return (start if isinstance(start, int) else -1, str(row.get("row_label") or ""))


def _paired(
    old: Edition,
    new: Edition,
    table: str,
    rows: tuple[Sequence[Row], Sequence[Row]],
    places: tuple[Places, Places],
) -> Sides:
    # Long: a step of differences, with what it has made so far.
    key = new.keys.get(table) or old.keys.get(table, ())
    called = {id(row): place.of(row) for place, those in zip(places, rows, strict=True) for row in those}
    return pair(*rows, traits(table, key, lambda row: called[id(row)]))


def _order(old: Edition, new: Edition) -> list[str]:
    there = old.tables.keys() | new.tables.keys()
    return [*(table for table in TABLES if table in there), *sorted(there - set(TABLES))]
