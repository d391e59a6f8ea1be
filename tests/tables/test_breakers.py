"""Break a true table, mend it, and have the true table again; nothing invented, nothing mended twice."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from breakers import DAMAGE
from drawing import reprinted, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Table
from pipeline.tables import mend_fragment

seeds = st.integers(0, 2**32)
quick = settings(max_examples=25, deadline=None, derandomize=True)


@pytest.mark.parametrize("name", DAMAGE)
@quick
@given(seed=seeds)
def test_mending_undoes_the_damage(name: str, seed: int) -> None:
    makers, breaker = DAMAGE[name]
    random = Random(seed)
    truth = random.choice(makers)(random)
    mended = mend_fragment(breaker(truth, random))
    assert mended.table is not None
    # An undecidable row may be left as printed, but then the table says so.
    assert texts(mended.table) == truth.rows or mended.table.status == "ambiguous"


def layout(table: Table) -> list[tuple[int, int, int, int, str, str]]:
    return [(c.row, c.col, c.row_span, c.col_span, c.role, c.text) for c in table.cells]


@pytest.mark.parametrize("name", DAMAGE)
@quick
@given(seed=seeds)
def test_a_mended_table_is_left_alone(name: str, seed: int) -> None:
    makers, breaker = DAMAGE[name]
    random = Random(seed)
    once = mend_fragment(breaker(random.choice(makers)(random), random)).table
    assert once is not None
    again = mend_fragment(reprinted(once))
    assert again.table is not None
    assert layout(again.table) == layout(once)
    assert not [r for r in again.repairs if r.kind != "list_lines"]
    assert (again.table.table_id, again.table.status) == (once.table_id, once.status)


@pytest.mark.parametrize("name", DAMAGE)
@quick
@given(seed=seeds)
def test_no_character_is_invented(name: str, seed: int) -> None:
    makers, breaker = DAMAGE[name]
    random = Random(seed)
    broken = breaker(random.choice(makers)(random), random)
    table = mend_fragment(broken).table
    assert table is not None
    printed = Counter("".join(piece.text for row in broken.rows for piece in row))
    mended = Counter("".join(cell.text for cell in table.cells))
    assert not mended - printed - Counter("、")
