"""Headings of an upper line over the columns they stand over on paper."""

from __future__ import annotations

import pytest

from pipeline.outline.aligned_groups import first_columns

LEAVES = [(n * 10, n * 10 + 6, name) for n, name in enumerate(["现有", "新建", "改建", "现有", "新建"], 1)]


@pytest.mark.parametrize(
    ("groups", "first"),
    [
        ([(10, 14), (40, 44)], (0, 3)),  # at the left
        ([(21, 25), (46, 50)], (0, 3)),  # in the middle
        ([(32, 36), (52, 56)], (0, 3)),  # at the right
        ([(10, 14), (36, 40)], None),  # one so, the other otherwise
        ([(10, 14)], None),  # 现有 twice below one heading
    ],
)
def test_the_first_column_of_each(groups: list[tuple[int, int]], first: tuple[int, ...] | None) -> None:
    assert first_columns(groups, LEAVES) == first
