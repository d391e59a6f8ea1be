"""Large and hostile tables: bounded work, an issue instead of a long search."""

from __future__ import annotations

from random import Random

from breakers.cells import lost_blank, phantom_cell, shifted_row
from breakers.printed import print_truth
from breakers.truths import plan
from drawing import fragment, texts

from pipeline.tables import choice, mend_fragment


def test_a_thousand_damaged_rows_are_not_searched_through(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """Far more is open than the sums can decide: the solver is not asked, rows stay as printed."""
    random = Random(1)
    truth = plan(random, 200)
    while len(truth.rows[0]) < 15:
        truth = plan(random, 200)
    printed = print_truth(truth)
    for _ in range(60):
        printed = random.choice([shifted_row, phantom_cell, lost_blank])(printed, random) or printed
    asked: list[int] = []
    monkeypatch.setattr("pipeline.tables.solver.solve", lambda *_, **__: asked.append(1))
    whole = mend_fragment(printed.fragment())
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert not asked
    assert choice._MOST_BITS < 200


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
