"""The rows that two ways read differently, or that none lays on the columns, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    """The rows that any two of the ways read differently: all that are open, where it is not known which ways there are."""
    if len(verdict.rivals) < 2:
        return []
    one, other = verdict.rivals[:2]
    differ = (i for i in one if i in other and (not verdict.ways or one[i].slots != other[i].slots))
    more = (i for i, found in verdict.ways.items() if len(found) > 1)
    return sorted({i for i in (*differ, *more) if i not in verdict.picked})


def undecided(draft: Draft, verdict: Verdict, likely: Mapping[int, Sequence[Reading]]) -> list[Issue]:
    """An issue for each row that two ways read differently."""
    found = []
    for i in undecided_rows(verdict):
        ways = [one[i] for one in verdict.rivals[:2] if i in one]
        unlike = {reading.slots: reading for reading in (*ways, *verdict.ways.get(i, ()), *likely.get(i, ()))}
        found += [_issue(draft.rows[i], i, list(unlike.values())[:2])] if len(unlike) > 1 else []
    return found


def _issue(row: Row, i: int, ways: Sequence[Reading]) -> Issue:
    one, other = (Row(reading.slots).printed() for reading in ways)
    said = say("row_ambiguous", row=i + 1, one=one, other=other)
    return Issue("ambiguous_row", said, f"row {i}", row.span())
