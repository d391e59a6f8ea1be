"""Break a true table, mend it, and have the true table again; nothing invented, nothing mended twice."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from breakers import DAMAGE, Truth, break_truth, broken
from drawing import reprinted, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Table
from pipeline.tables import Whole, mend_fragment
from tests.draws import drawn

MOST_ROWS = 20  # the benchmark has the long ones
UNDECIDED = {"ambiguous_row", "ambiguous_columns", "ambiguous_label", "undecided_digit"}

seeds = st.integers(0, 2**32)
SURE = ("unverified", "consistent", "certified")
quick = settings(max_examples=drawn(5, 60), deadline=None, derandomize=True)


def says_so(truth: Truth, whole: Whole) -> bool:
    """What cannot be decided may be left as printed, but then an issue says so, or sums that do not come out."""
    if whole.table is None or whole.table.status == "ambiguous":
        return True
    fails = "total" in truth.roles and whole.table.status == "unverified"
    return fails or bool({issue.kind for issue in whole.issues} & UNDECIDED)


@pytest.mark.parametrize("kind", DAMAGE)
@quick
@given(seed=seeds)
def test_mending_undoes_the_damage(kind: str, seed: int) -> None:
    truth, printed = broken(kind, Random(seed), MOST_ROWS)
    whole = mend_fragment(printed.fragment())
    assert whole.table is not None
    assert texts(whole.table) == truth.rows or says_so(truth, whole)


@pytest.mark.parametrize("several", [2, 3])
@quick
@given(seed=seeds)
def test_a_row_certified_right_is_right(several: int, seed: int) -> None:
    truth, printed, _ = break_truth(Random(seed), several, MOST_ROWS)
    whole = mend_fragment(printed.fragment())
    rows = texts(whole.table) if whole.table else []
    for repair in whole.repairs:
        if repair.kind == "shifted_row" and repair.certainty == "certified" and repair.row is not None:
            assert rows[repair.row] in truth.rows


def layout(table: Table) -> list[tuple[int, int, int, int, str, str]]:
    return [(c.row, c.col, c.row_span, c.col_span, c.role, c.text) for c in table.cells]


@pytest.mark.parametrize("kind", DAMAGE)
@quick
@given(seed=seeds)
def test_a_mended_table_is_left_alone(kind: str, seed: int) -> None:
    _, printed = broken(kind, Random(seed), MOST_ROWS)
    first = mend_fragment(printed.fragment())
    once = first.table
    assert once is not None
    if once.status == "ambiguous":
        return  # what is left as printed is still undecided
    again = mend_fragment(reprinted(once))
    assert again.table is not None
    assert layout(again.table) == layout(once)
    assert not [r for r in again.repairs if r.kind != "list_lines"]
    assert again.table.table_id == once.table_id
    # What was told apart by what the cells are like is not vouched for; printed again, it needs no telling.
    if kind == "cell_a_line":
        assert once.status == "unverified"
    elif any(r.certainty == "probable" for r in first.repairs):
        assert SURE.index(once.status) <= SURE.index(again.table.status)
    else:
        assert again.table.status == once.status


@pytest.mark.parametrize("kind", DAMAGE)
@quick
@given(seed=seeds)
def test_no_character_is_invented(kind: str, seed: int) -> None:
    _, printed = broken(kind, Random(seed), MOST_ROWS)
    whole = mend_fragment(printed.fragment())
    assert whole.table is not None
    allowed = Counter("".join(cell for line in printed.lines for cell in line.cells))
    # A figure that row and column prove may be put in, and the repair says so.
    allowed += Counter("".join(repair.after for repair in whole.repairs if repair.kind == "misread_digit"))
    assert not Counter("".join(cell.text for cell in whole.table.cells)) - allowed - Counter("、" * 99)
