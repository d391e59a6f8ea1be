"""Numerals, against examples and against cn2an as an independent reader."""

from __future__ import annotations

import pytest

from pipeline.language.numbers import numeral_to_number, share_to_percent

NUMERALS = {
    "1,500": 1500, "1.2": 1.2, "１２": 12, "十五": 15, "一百二十": 120, "二〇二五": 2025, "二○二五": 2025, "两": 2,
    "半": 0.5, "一点五": 1.5, "三千二百零五": 3205, "二十万": 200000, "一亿零三万": 100030000, "3万5千": 35000,
}  # fmt: skip
SHARES = {
    "百分之六十": 60,
    "六成": 60,
    "六成半": 65,
    "三分之二": 66.666667,
    "五分之一": 20,
    "一半": 50,
    "半数": 50,
    "2/3": 66.666667,
}


@pytest.mark.parametrize(("text", "value"), NUMERALS.items())
def test_numerals(text: str, value: float) -> None:
    assert numeral_to_number(text) == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), SHARES.items())
def test_shares(text: str, value: float) -> None:
    assert share_to_percent(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "甲", "若干", "第三"])
def test_no_numeral(text: str) -> None:
    with pytest.raises(ValueError):
        numeral_to_number(text)


def test_no_share() -> None:
    with pytest.raises(ValueError):
        share_to_percent("大部分")


def test_agrees_with_cn2an() -> None:
    cn2an = pytest.importorskip("cn2an")
    numbers = [
        *range(1, 130),
        200,
        305,
        1000,
        1001,
        1010,
        2340,
        9999,
        10000,
        10500,
        120000,
        3040506,
        100000000,
    ]
    for number in numbers:
        assert numeral_to_number(cn2an.an2cn(number, "low")) == number
