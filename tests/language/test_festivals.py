"""Festivals of the moon, of the sun and of the state."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.language.festivals import festival_to_day
from pipeline.language.times import Calendar, Day, Time, to_days


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2024, "2024-02-10"),
        ("元宵", 2026, "2026-03-03"),
        ("清明节", 2023, "2023-04-05"),
        ("中秋", 2020, "2020-10-01"),
        ("国庆", 2025, "2025-10-01"),
        ("五一", 2025, "2025-05-01"),
    ],
)
def test_its_day(name: str, year: int, day: str) -> None:
    assert festival_to_day(name, year) == date.fromisoformat(day)


def test_beyond_the_lexicon_nothing_is_guessed() -> None:
    assert festival_to_day("春节", 1990) is None


def test_the_next_one_is_meant_unless_a_year_is_said() -> None:
    calendar = Calendar(2023, date(2023, 12, 1))
    assert to_days(Time("by", Day(festival="春节")), calendar)[1] == date(2024, 2, 10)
    assert to_days(Time("by", Day(2023, festival="春节")), calendar)[1] == date(2023, 1, 22)
