"""What a site prints beside a text, in the print of a web page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.lines import glyphs_to_lines, glyphs_to_rows
from pipeline.read.pdf.side_columns import part_side_columns

MENU = ["机构职能", "政策文件", "财政信息", "人事信息", "应急管理"]
LISTED = ["热点推荐", "《临时救助规程》", "政策解读", "部门决算公开", "调研重点项目"]
TEXT = [
    "临江县民政局关于加强养老服务工作的通知",
    "各乡镇人民政府，县直有关单位：",
    "为落实有关要求，现就加强养老服务工作通知如下，请认真贯彻执",
    "行。到2027年底，新增床位300张，改造敬老院5所，探访率达到百",
    "分之百，并于每年年底前报送工作总结和下一年的工作打算等材料。",
    "临江县民政局",
]


def column(lines: Sequence[str], x: float, base: float, pitch: float, size: float = 10) -> list[Glyph]:
    return [
        Glyph(
            char,
            x + k * size,
            base + n * pitch - size,
            x + (k + 1) * size,
            base + n * pitch,
            base + n * pitch,
            0,
        )
        for n, line in enumerate(lines)
        for k, char in enumerate(line)
    ]


def read(*columns: list[Glyph]) -> tuple[list[str], list[str]]:
    rows, aside = part_side_columns(glyphs_to_rows(glyph for one in columns for glyph in one))
    return [line.text for line in glyphs_to_lines(g for row in rows for g in row)], [
        words for words, _ in aside
    ]


@pytest.mark.parametrize(
    "beside",
    [
        [column(MENU, 20, 103, 17)],
        [column(LISTED, 470, 96, 13, 9)],
        [column(MENU, 20, 103, 17), column(LISTED, 470, 97, 14, 9)],
        [column(["评价", "建议"], 470, 133, 22)],
    ],
    ids=["a menu left of it", "a list right of it", "both", "two words to press"],
)
def test_the_text_is_read_without_it(beside: list[list[Glyph]]) -> None:
    text, aside = read(column(TEXT, 120, 100, 20), *beside)
    assert text == TEXT
    assert sum(map(len, aside)) == sum(map(len, beside))


@pytest.mark.parametrize(
    "beside",
    [
        column(MENU, 20, 100, 20),
        column(["机构职能设置", "领导信息公开"], 20, 103, 17),
        column(["县民政局", "县财政局", "县教育局"], 20, 110, 40),
        column(["民政局", "财政局", "教育局"], 460, 110, 30),
        column(["本栏各行与正文一样长短，因而不是网站的栏目"] * 3, 424, 103, 17),
    ],
    ids=[
        "lines of a table",
        "two lines",
        "beside cells of two lines",
        "the same, near each other",
        "no gutter",
    ],
)
def test_what_keeps_the_lines_of_the_text_is_of_it(beside: list[Glyph]) -> None:
    _, aside = read(column(TEXT, 120, 100, 20), beside)
    assert aside == []
