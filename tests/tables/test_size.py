"""Large and hostile tables: bounded work, an issue instead of a long search."""

from __future__ import annotations

from random import Random

import pytest
from breakers.cells import lost_blank, phantom_cell, shifted_row
from breakers.printed import print_truth
from breakers.truths import plan
from drawing import fragment, texts

from pipeline.tables import choice, mend_fragment, solver


def test_many_damaged_rows_are_not_searched_through_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Far more is open than the sums can decide: the count ends unfinished, rows stay as printed."""
    random = Random(1)
    truth = plan(random, 200)
    while len(truth.rows[0]) < 15:
        truth = plan(random, 200)
    printed = print_truth(truth)
    for _ in range(60):
        printed = random.choice([shifted_row, phantom_cell, lost_blank])(printed, random) or printed
    unfinished: list[bool] = []
    counted = solver.count
    monkeypatch.setattr(choice, "count", lambda puzzle: _noted(counted(puzzle), unfinished))
    whole = mend_fragment(printed.fragment())
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert unfinished and all(unfinished)


def _noted(found: solver.Count, unfinished: list[bool]) -> solver.Count:
    unfinished.append(not found.finished)
    return found


def test_a_hostile_grid_is_an_issue() -> None:
    whole = mend_fragment(fragment([["1"] * 200 for _ in range(1001)]))
    assert whole.table is None
    assert [i.kind for i in whole.issues] == ["lost_table"]


def test_few_damaged_rows_of_a_long_table_are_all_put_right() -> None:
    random = Random(5)
    truth = plan(random, 300)
    printed = print_truth(truth)
    for _ in range(5):
        printed = shifted_row(printed, random) or printed
    whole = mend_fragment(printed.fragment())
    assert whole.table is not None and texts(whole.table) == truth.rows
