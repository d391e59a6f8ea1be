"""Many damaged rows at once: the solver finds the one way in which the totals add up, or says that it cannot."""

from __future__ import annotations

from random import Random

import pytest
from drawing import fragment, texts

from pipeline.tables import mend_fragment
from pipeline.tables import solver as solver_module


def plan(seed: int, height: int, width: int) -> list[list[str]]:
    random = Random(seed)
    body = [
        [f"第{i}镇", *(str(random.randint(1, 60)) if random.random() < 0.8 else "" for _ in range(width))]
        for i in range(height)
    ]
    sums = [str(sum(int(row[j] or 0) for row in body)) for j in range(1, width + 1)]
    return [["镇街", *(f"项目{j}" for j in range(width))], *body, ["合计", *sums]]


def with_phantoms(rows: list[list[str]], count: int, seed: int) -> list[list[str]]:
    random = Random(seed)
    broken = [list(row) for row in rows]
    for i in random.sample(range(1, len(rows) - 1), count):
        broken[i].insert(random.randrange(1, len(broken[i])), "")
    return broken


@pytest.mark.parametrize("seed", range(4))
def test_twelve_phantom_cells_in_sixty_rows(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    solve = solver_module.solve
    monkeypatch.setattr(solver_module, "solve", lambda *a, **k: asked.append(1) or solve(*a, **k))
    truth = plan(seed, 60, 11)
    mended = mend_fragment(fragment(with_phantoms(truth, 12, seed)))
    assert mended.table is not None
    assert mended.table.status == "certified"
    assert texts(mended.table) == truth
    assert {r.certainty for r in mended.repairs} == {"certified"}
    assert asked, "so many readings are for the solver"


def test_equal_rows_that_may_be_exchanged_are_left_alone() -> None:
    """Two rows with the same figures: which of them lost the blank before 甲 and which behind it is open."""
    rows = [
        ["镇街", "甲", "乙", "丙", "丁"],
        ["东镇", "5", "", "7", "", "1"],
        ["西镇", "5", "", "7", "", "1"],
        ["南镇", "2", "2", "2", "2"],
        ["合计", "12", "9", "9", "4"],
    ]
    mended = mend_fragment(fragment(rows))
    assert mended.table is not None
    assert mended.table.status == "ambiguous"
    assert not [r for r in mended.repairs if r.certainty == "certified"]


def test_a_thousand_rows_and_a_hostile_grid_are_bounded() -> None:
    truth = plan(1, 400, 19)
    assert mend_fragment(fragment(truth)).table is not None
    mended = mend_fragment(fragment([["文字", "1", ""] * 60] * 2000))
    assert mended.table is None
    assert [i.kind for i in mended.issues] == ["lost_table"]
