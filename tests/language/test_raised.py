"""Raised figures: a note's mark is no letter of the words, the power of a unit is."""

from __future__ import annotations

import pytest

from pipeline.language.raised import is_mark, raised, without_marks


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("300¹张", "300张"), ("310⁽⁴⁾张", "310张"), ("¹东山区", "东山区"), ("20²", "20"), ("10³", "10"),
        ("300①张", "300张"), ("32*", "32"), ("95%②。", "95%。"), ("20¹,²张", "20张"),
        ("50万m²", "50万m²"), ("120km²", "120km²"), ("30m³", "30m³"), ("5×10⁴人", "5×10⁴人"),
        ("①建设", "①建设"), ("2*3张", "2*3张"), ("任务①建设", "任务①建设"),
    ],
)  # fmt: skip
def test_marks_are_no_letters_and_powers_are(words: str, left: str) -> None:
    assert without_marks(words) == left


@pytest.mark.parametrize(
    ("words", "kept", "mark"),
    [("1", "¹", True), ("[12]", "⁽¹²⁾", True), ("1,2", "¹,²", True), ("*", "*", True), ("th", "th", False), ("注", "注", False)],
)  # fmt: skip
def test_what_is_printed_raised_stays_raised_in_the_text(words: str, kept: str, mark: bool) -> None:
    assert (raised(words), is_mark(words)) == (kept, mark)
