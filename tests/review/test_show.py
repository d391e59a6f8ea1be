"""A published table drawn in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.review.show import show
from pipeline.run import run

RAW = Path(__file__).parents[2] / "raw"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show") / "extracted"
    run(RAW / "dadukou-2020-17.txt", folder, 1, lambda *_: None)
    return folder


def test_repairs_stand_under_the_table(out: Path) -> None:
    text = show(out, "dadukou-2020-17", "2")
    assert "12 rows, 17 columns, plan, certified" in text
    assert "✓ shifted_row row 3 (certified): the row shifted left by 2" in text
    assert "was   |  | 跃进村街道 | 10 | 0" in text


def test_a_table_may_be_named_by_its_id(out: Path) -> None:
    first = show(out, "dadukou-2020-17", "1")
    assert show(out, "dadukou-2020-17", first.split()[1]) == first


def test_what_is_not_there_is_said(out: Path) -> None:
    with pytest.raises(LookupError, match="there are 1 = "):
        show(out, "dadukou-2020-17", "9")
    with pytest.raises(LookupError, match="no tables"):
        show(out, "nothing")
