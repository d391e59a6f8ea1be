"""Which lines of a PDF page begin a paragraph."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.indents import sheet_to_indents
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet

LEFT, RIGHT, SIZE = 80.0, 520.0, 12.0
PROSE = ["到2028年，新增学位五千六百个。", "各校要按月报送进展，县教育局"]


def sheet(*lines: tuple[str, float, float]) -> Sheet:
    """Lines of text, left side and right side, one below the other."""
    items = [Line(text, x0, 20.0 * n, x1, 20.0 * n + SIZE) for n, (text, x0, x1) in enumerate(lines)]
    return Sheet(1, 600.0, 800.0, tuple(items))


def test_a_paragraph_is_set_in() -> None:
    page = sheet(
        (PROSE[0], LEFT + 24, RIGHT),
        (PROSE[1], LEFT, RIGHT),
        ("汇总。", LEFT, 200.0),
        (PROSE[1], LEFT + 24, RIGHT),
    )
    assert sheet_to_indents(page, ()) == {0, 3}


@pytest.mark.parametrize("number", ["1.", "2、", "（3）", "①", "●"])
def test_the_lines_of_a_point_may_hang_below_its_number(number: str) -> None:
    """其中2026年|新增1800个 of a numbered list was cut in two: the second line begins no paragraph."""
    page = sheet(
        (f"{number}新增学位5600个，其中2026年", LEFT, RIGHT),
        ("新增1800个，2027年新增2200个，县财政", LEFT + 24, RIGHT - 6),
        ("统筹安排资金1.86亿元。", LEFT + 24, 300.0),
        (f"{number}每年招聘教师120名。", LEFT, 320.0),
        ("另起一段的文字，此处不是续行。", LEFT + 24, RIGHT),
    )
    assert sheet_to_indents(page, ()) == {4}


def test_what_does_not_hang() -> None:
    full = ("1.新增学位5600个。", LEFT, RIGHT)
    assert sheet_to_indents(sheet(full, ("每年招聘教师120名", LEFT + 24, RIGHT), full), ()) == {1}
    plain = ("新增学位5600个，其中", LEFT, RIGHT)
    assert sheet_to_indents(sheet(plain, ("每年招聘教师120名", LEFT + 24, RIGHT), plain), ()) == {1}
