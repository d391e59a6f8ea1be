"""What the rows of a notice kept from an earlier run point at and is no more: it costs the reference, not the notice.

Git merges each table by itself: a branch that took the last notice of a county away took the county too, and the notice
that the other branch added still names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.messages import say
from pipeline.model import Issue, Unread
from pipeline.publish import findings
from pipeline.publish.rows import LATE
from pipeline.publish.schema import ForeignKey, Schema, schemas
from pipeline.publish.sheet import Row
from pipeline.publish.views import VIEWS

Tables = Mapping[str, Sequence[Row]]


def without_dangling(tables: Tables) -> tuple[dict[str, list[Row]], list[Row]]:
    """The rows of a notice, with the agencies and regions it names: each reference to no row left empty; and an issue
    for each table and column that lost some. A row that cannot be without it (a member of no body) goes.

    LookupError where that would be a fact: facts are not given up for a reference.
    """
    mended = {name: list(rows) for name, rows in tables.items()}
    lost: dict[tuple[str, str], int] = {}
    is_whole = False
    while not is_whole:  # A row that goes may have been pointed at.
        is_whole = True
        for name, key in _keys(mended):
            there = _pointed_at(mended, key)
            if bad := [row for row in mended[name] if _dangles(row, key, there)]:
                is_whole = False
                lost[name, key.columns[-1]] = lost.get((name, key.columns[-1]), 0) + len(bad)
                mended[name] = _without(schemas()[name], key, mended[name], there)
    (notice,) = tables["notices"]
    said = (
        say("references_lost", n=n, table=table, column=column) for (table, column), n in sorted(lost.items())
    )
    about = (str(notice["notice_id"]), str(notice["source_file"]))
    return mended, list(findings.unread(Unread(*about, Issue("lost_reference", one)) for one in said))


def _keys(tables: Tables) -> list[tuple[str, ForeignKey]]:
    """(table, key) of what is asked of the notice alone; links to other notices are made anew for all."""
    return [
        (name, key)
        for name in tables
        if name not in (*VIEWS, *LATE)
        for key in schemas()[name].foreign_keys
        if key.is_inner or key.to_columns != ("notice_id",)
    ]


def _pointed_at(tables: Tables, key: ForeignKey) -> set[tuple[object, ...]]:
    return {tuple(row.get(column) for column in key.to_columns) for row in tables.get(key.table, ())}


def _dangles(row: Row, key: ForeignKey, there: set[tuple[object, ...]]) -> bool:
    value = tuple(row.get(column) for column in key.columns)
    return not any(one is None or one == "" for one in value) and value not in there


def _without(
    schema: Schema, key: ForeignKey, rows: Sequence[Row], there: set[tuple[object, ...]]
) -> list[Row]:
    needed = {column.name for column in schema.columns if column.required}
    if key.columns[-1] in needed:
        if schema.is_fact:
            raise LookupError(schema.table)
        return [row for row in rows if not _dangles(row, key, there)]
    return [{**row, key.columns[-1]: None} if _dangles(row, key, there) else row for row in rows]
