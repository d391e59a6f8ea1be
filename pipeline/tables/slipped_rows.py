"""Rows with the right number of cells that may be read otherwise: some cells slipped into the column beside, which is
looked at here beside damaged rows, or two figures ran together beside a blank.

| 东镇 | 3 |  | 5 |   →   | 东镇 |  | 3 | 5 |        | 西镇 | 248188 |  |   →   | 西镇 | 248 | 188 |
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.language.cells import number
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.frame import Frame
from pipeline.tables.readings import Reading, moved_readings, odd_readings, run_readings
from pipeline.tables.relations import row_values
from pipeline.tables.sums import column_sums

_MOST_CELLS = 600  # of rows that may have slipped, looked at together with damaged rows


def other_ways(draft: Draft, damaged: Collection[int], known: Frame) -> list[tuple[int, Reading]]:
    """The ways to read any one of them otherwise than printed; where no row is damaged, figures that ran
    together where that makes up for what the sums lack."""
    rows = list(_whole(draft, damaged))
    if damaged:
        few = rows if len(rows) * draft.n_cols <= _MOST_CELLS else []
        return [(i, way) for i in few for way in _ways(draft.rows[i], known)]
    gaps = {s.col: gap for s in broken_sums(draft, column_sums(draft)) if (gap := sum_gap(draft, s))}
    runs = ((i, way) for i in rows for way in _fixing_runs(draft.rows[i], known, gaps))
    return [(i, way) for i, way in runs if not way.faults] if 0 < len(gaps) <= 2 else []


def _ways(row: Row, known: Frame) -> Iterator[Reading]:
    yield from (way for way in (*moved_readings(row, known), *run_readings(row, known)) if not way.faults)


def _whole(draft: Draft, damaged: Collection[int]) -> Iterator[int]:
    for i in draft.body():
        row = draft.rows[i]
        plain = len(row.slots) == draft.n_cols and not any(slot.merged for slot in row.slots)
        if i not in damaged and row.role == "body" and plain:
            yield i


def _fixing_runs(row: Row, known: Frame, gaps: Mapping[int, Decimal]) -> Iterator[Reading]:
    """Figures of the row as two, where that changes the broken sums by what they lack and no other."""
    if not any(len(row[j].text) > 1 for j in gaps):
        return
    printed = row_values(row, known.n_cols)
    for way in run_readings(row, known):
        read = [number(slot.text) or Decimal(0) for slot in way.slots]
        changes = {
            j: (was or Decimal(0)) - now for j, (was, now) in enumerate(zip(printed, read, strict=True))
        }
        if {j: change for j, change in changes.items() if change} == dict(gaps):
            yield way


def noughts_twice(draft: Draft, row: int, known: Frame, totals: Collection[int]) -> list[Reading]:
    """The readings of a row with a cell too many in which one is printed twice, where that may be a nought: sums do not tell."""
    slots = draft.rows[row].slots
    again = any(a.text == b.text and number(a.text) == 0 for a, b in pairwise(slots))
    return (
        odd_readings(draft.rows[row], known)
        if again and row not in totals and len(slots) > draft.n_cols
        else []
    )


def parts_nought(row: Row, laid: Sequence[Slot]) -> bool:
    """A nought is parted from a figure, in a row that lacks no cell: 1 0 may be 1 | 0 or 1.0, and sums do not tell."""
    before, after = ([slot.text for slot in slots].count("0") for slots in (row.slots, laid))
    return before < after and len(row.slots) >= len(laid)
