"""Figures with their units as sums take them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.language.addends import addend, counted_in, is_whole_place


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("12处", 12), ("12 个", 12), ("3.5公里", "3.5"), ("1,200万元", 12_000_000), ("1.5亿元", 150_000_000), ("１２处", 12)],
)  # fmt: skip
def test_figures_with_units(text: str, value: int | str) -> None:
    assert addend(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "处", "2025年", "6月", "80%", "3‰", "12处以上", "≥12处", "二期", "12处、3处", "—"]
)
def test_no_addends(text: str) -> None:
    assert addend(text) is None


def test_the_unit_counted_in() -> None:
    assert [counted_in(text) for text in ("1200万元", "1.5亿元", "12处", "12")] == ["元", "元", "处", ""]


def test_places_that_hold_the_others() -> None:
    assert [is_whole_place(text) for text in ("全县", "全 市", "全县合计", "全系统", "全民")] == [
        True, True, False, False, False,
    ]  # fmt: skip
