"""What stands in columns of which nobody can tell the headings is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.headings import meaning
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.tables.draft import BLANK, Draft, Row, Slot

_Slots = tuple[Slot, ...]


def with_doubt(draft: Draft, rows: Sequence[Row], unheaded: frozenset[int]) -> Draft:
    """The draft with the columns that may be headed otherwise, and an issue that quotes the headings as printed."""
    if not unheaded:
        return draft
    said = say("headings_ambiguous", n=len(unheaded), words=" ⏎ ".join(row.printed() for row in rows))
    issue = Issue("ambiguous_columns", said, "headings", rows[0].span())
    return replace(draft, unheaded=unheaded, issues=(*draft.issues, issue), ambiguous=True)


def differ(ways: Sequence[tuple[_Slots, ...]]) -> frozenset[int]:
    """The columns that have not the same headings in all of the ways."""
    paths = [[_path(way, j) for j in range(len(way[0]))] for way in ways]
    return frozenset(j for j, found in enumerate(zip(*paths, strict=True)) if len(set(found)) > 1)


def _path(laid: Sequence[_Slots], col: int) -> tuple[str, ...]:
    """The headings over a column: on each line the last one up to it, if none of a line above begins behind that."""
    path, start = [], 0
    for line in laid:
        at = next((j for j in range(col, start - 1, -1) if line[j]), None)
        if at is not None:
            path.append(line[at].text)
            start = at
    return tuple(path)


def names_alone(line: _Slots, width: int) -> tuple[_Slots, frozenset[int]]:
    """The headings of the columns that name the rows, and all other columns, which have none."""
    named = 1 + int(meaning(line[0].text) == "row_number")
    return (*line[:named], *(BLANK,) * (width - named)), frozenset(range(named, width))


def has_names_alone(draft: Draft, line: Row) -> bool:
    """Of the headings those that name the rows are left on the line, so that what stands below is a row."""
    named = [j for j in range(len(line.slots)) if j not in draft.unheaded]
    return bool(draft.unheaded) and line.filled() == named


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
