"""What of a scanned table without lines down is proved: rows by their numbers or by the room between them, columns by their headings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.read.ocr.proof import is_proved
from pipeline.read.pdf.bands import AlignedCell, Cells
from pipeline.read.pdf.glyphs import Glyph

SIZE, WIDE = 10.0, 120.0


def cell(row: int, col: int, text: str, span: int = 1, left: float = 0.0) -> AlignedCell:
    """A cell of lines one below the other."""
    glyphs = [
        Glyph(char, x, top, x + SIZE, top + SIZE, top + SIZE, 0)
        for n, line in enumerate(text.split("\n"))
        for i, char in enumerate(line)
        for x, top in [(WIDE * col + 5 + left + SIZE * i, 100.0 * row + 14 * n)]
    ]
    return AlignedCell(row, col, span, 1, tuple(glyphs))


def table(rows: Sequence[Sequence[str]], is_guessed: bool = False, *more: AlignedCell) -> Cells:
    cells = [cell(i, j, text) for i, row in enumerate(rows) for j, text in enumerate(row) if text]
    return Cells((*cells, *more), tuple(WIDE * j for j in range(len(rows[0]) + 1)), is_guessed)


NUMBERED = [["序号", "任务", "单位"], ["1", "修塔12座\n并管护", "甲局"], ["2", "修桥", "乙局"]]
BARE = [["任务", "单位"], ["修塔12座", "甲局"], ["修桥", "乙局"]]


@pytest.mark.parametrize(
    ("rows", "is_guessed"),
    [
        (NUMBERED, True),
        (BARE, True),  # a line a row
        ([*BARE[:2], ["修桥\n并管护", "乙局"]], False),  # room between rows tells them
        ([["序号", "镇街", "数"], ["1", "岗镇", "5"], ["", "合计", "5"]], True),
        ([["序号", "任务", "单位"], ["一、文旅", "", ""], ["1", "修塔", "甲局"], ["二、交通", "", ""], ["1", "修桥", "乙局"]], True),
    ],
)  # fmt: skip
def test_rows_that_are_told(rows: Sequence[Sequence[str]], is_guessed: bool) -> None:
    assert is_proved(table(rows, is_guessed))


@pytest.mark.parametrize(
    ("rows", "is_guessed"),
    [
        ([*NUMBERED, ["", "修路", "丙局"]], False),  # a number was missed
        ([*NUMBERED[:2], ["20", "修桥", "乙局"]], False),  # or misread
        ([*BARE[:2], ["修桥\n修路", "乙局\n丙局"]], True),  # two rows in one
        ([["镇街", "数"], ["岗镇\n桥镇", "411\n759"]], False),
    ],
)
def test_rows_that_are_not(rows: Sequence[Sequence[str]], is_guessed: bool) -> None:
    assert not is_proved(table(rows, is_guessed))


def test_a_heading_over_two_columns_is_none_of_one() -> None:
    """镇街 beside two lines of headings was read as one with the heading at its right."""
    rows = [["", "2025年"], ["岗镇", "12"], ["桥镇", "30"]]
    assert not is_proved(table(rows, False, cell(0, 0, "镇街", left=110.0)))
    assert is_proved(table(rows, False, cell(0, 0, "镇街", left=60.0)))


def test_a_cell_stands_beside_its_own_row() -> None:
    """Lines of four rows in one cell, and a label that is in the middle of two rows and was given three."""
    rows = [["任务", "性质"], ["修塔", "约束性"], ["修桥", "预期性"], ["修路", "预期性"]]
    assert is_proved(table(rows))
    joined = cell(1, 2, "城区\n\n\n\n\n\n\n\n山区")
    assert not is_proved(table([[*row, ""] for row in rows], False, cell(0, 2, "片区"), joined))
    middle = AlignedCell(1, 2, 3, 1, cell(2, 2, "城区").glyphs)
    above = AlignedCell(1, 2, 3, 1, cell(1, 2, "\n\n\n城区").glyphs)
    assert is_proved(table([[*row, ""] for row in rows], False, cell(0, 2, "片区"), middle))
    assert not is_proved(table([[*row, ""] for row in rows], False, cell(0, 2, "片区"), above))
