"""Which laying of a table is left of those that the ways to tell it give."""

from __future__ import annotations

import pytest

from pipeline.model import Piece, Span
from pipeline.outline.laying import Laying, one_left


def laying(*rows: str, end: int = 3) -> Laying:
    """Cells parted by |."""
    return Laying(
        tuple(tuple(Piece(text, Span(0, len(text))) for text in row.split("|")) for row in rows), end
    )


HEADS = "镇街|床位|公厕"
WHOLE = laying(HEADS, "东镇|3|", "西镇||2")
SHORT = laying(HEADS, "东镇|3", "西镇|2")


def test_ways_that_agree() -> None:
    spaced = laying("镇 街|床位|公厕", "东镇|3|", "西镇||2")
    assert one_left([WHOLE, spaced]) is WHOLE
    assert one_left([]) is None


def test_ways_that_do_not_agree_leave_no_rows() -> None:
    assert one_left([WHOLE, laying(HEADS, "东镇||3", "西镇||2")]) == Laying((), 3)


@pytest.mark.parametrize("other", [SHORT, laying(HEADS, "东镇|3|", end=2)], ids=["short rows", "fewer rows"])
def test_a_way_that_tells_less_says_nothing(other: Laying) -> None:
    assert one_left([other, WHOLE]) is WHOLE
    assert one_left([other]) is other
