"""What stands in columns of which nobody can tell the headings is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.messages import say
from pipeline.model import Issue
from pipeline.tables.draft import BLANK, Draft, Row


def with_doubt(draft: Draft, rows: Sequence[Row], unheaded: frozenset[int]) -> Draft:
    """The draft with the columns that may be headed otherwise, and an issue that quotes the headings as printed."""
    if not unheaded:
        return draft
    said = say("headings_ambiguous", n=len(unheaded), words=" ⏎ ".join(row.printed() for row in rows))
    issue = Issue("ambiguous_columns", said, "headings", rows[0].span())
    return replace(draft, unheaded=unheaded, issues=(*draft.issues, issue), ambiguous=True)


def leave_out(draft: Draft) -> Draft:
    """The draft without the headings and cells of such columns; of all but the first where columns were put in or taken out."""
    if not draft.unheaded:
        return draft
    gone = draft.unheaded if draft.n_cols > max(draft.unheaded) else frozenset(range(1, draft.n_cols))
    return draft.with_rows(
        row if row.role in ("title", "note") else _without(row, gone) for row in draft.rows
    )


def _without(row: Row, gone: frozenset[int]) -> Row:
    return replace(row, slots=tuple(BLANK if j in gone else slot for j, slot in enumerate(row.slots)))
