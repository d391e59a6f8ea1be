"""Look-alike characters are folded one for one."""

from __future__ import annotations

import pytest

from pipeline.language.folding import fold


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("甲府［2024］6号", "甲府〔2024〕6号"),
        ("不小于50平方米［含50平方米］", "不小于50平方米（含50平方米）"),
        ("《防治规划［2025-2030年］》", "《防治规划（2025-2030年）》"),
        ("1,000户,其中3:1", "1,000户，其中3:1"),
        ("３５％", "35%"),
    ],
)
def test_one_form_is_read_of_each(printed: str, read: str) -> None:
    assert fold(printed) == read
    assert len(printed) == len(read)
