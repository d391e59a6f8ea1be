"""Headings over others, above the first rule: over which columns each stands."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import Chunk, Printed
from pipeline.read.pdf.heading_spans import Extent, lines_to_headings

COLUMNS: list[Extent] = [
    (0, 20),
    (40, 90),
    (120, 150),
    (180, 210),
    (240, 260),
    (290, 320),
    (350, 380),
    (410, 430),
]
UNDER = ("2026年", "2027年", "小计", "2026年", "2027年", "小计")


def chunk(text: str, x0: float, top: float) -> Chunk:
    glyphs = tuple(
        Glyph(c, x0 + 10 * i, top, x0 + 10 * i + 10, top + 10, top + 9, 0) for i, c in enumerate(text)
    )
    return Chunk(x0, x0 + 10 * len(text), glyphs)


@pytest.mark.parametrize("at", [(120, 290), (140, 310), (152, 322)], ids=["left", "middle", "right"])
def test_each_stands_over_one_copy_of_the_headings_that_are_said_again(at: tuple[float, float]) -> None:
    """Wherever it is printed above them: 小计 is no column of the group behind it."""
    upper = [
        chunk("序号", 0, 0),
        chunk("乡镇", 40, 0),
        chunk("养老服务站（个）", at[0], 0),
        chunk("家庭改造（户）", at[1], 0),
    ]
    lower = [chunk(text, x0, 14) for text, (x0, _) in zip(UNDER, COLUMNS[2:], strict=True)]
    lines = [Printed(tuple(upper), 0, 10), Printed(tuple(lower), 14, 24)]
    found = {
        "".join(g.char for g in h.glyphs): (h.col, h.col_span)
        for h in lines_to_headings(lines, COLUMNS)
        if h.col_span > 1
    }
    assert found == {"养老服务站（个）": (2, 3), "家庭改造（户）": (5, 3)}
