"""The rows that two ways read differently, or that none lays on the columns, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.messages import say
from pipeline.model import Issue
from pipeline.tables.draft import Draft, Row
from pipeline.tables.readings import Reading
from pipeline.tables.verdicts import Verdict


def misfit(draft: Draft, missing: Sequence[int]) -> list[Issue]:
    """Rows that no reading lays on the columns."""
    said = say("rows_misfit", n=len(missing), columns=draft.n_cols)
    return (
        [Issue("misread_table", said, f"row {missing[0]}", draft.rows[missing[0]].span())] if missing else []
    )


def undecided_rows(verdict: Verdict) -> list[int]:
    """The rows that two ways read differently, or any of all that the sums leave."""
    if len(verdict.rivals) < 2:
        return []
    one, other = verdict.rivals[:2]
    differ = (i for i in one if i in other and one[i].slots != other[i].slots)
    return sorted(
        {*differ, *(i for i, found in verdict.ways.items() if i not in verdict.picked and len(found) > 1)}
    )


def undecided(draft: Draft, verdict: Verdict) -> list[Issue]:
    """An issue for each row that two ways read differently."""
    found = []
    for i in undecided_rows(verdict):
        ways = [one[i] for one in verdict.rivals[:2] if i in one]
        unlike = {reading.slots: reading for reading in (*ways, *verdict.ways.get(i, ()))}
        found.append(_issue(draft.rows[i], i, list(unlike.values())[:2]))
    return found


def _issue(row: Row, i: int, ways: Sequence[Reading]) -> Issue:
    one, other = (Row(reading.slots).printed() for reading in ways)
    said = say("row_ambiguous", row=i + 1, one=one, other=other)
    return Issue("ambiguous_row", said, f"row {i}", row.span())
