"""Tables of a PDF whose columns no rule parts, drawn as word processors and browsers print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.pdf import read_pdf
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf

XS = (90.0, 160.0, 300.0, 420.0, 510.0)
SIZE = 12.0

PLAN = [["序号", "街道", "2025年", "2026年"], ["1", "第1街道", "11", "21"], ["2", "第2街道", "12", "22"],
        ["10", "第10街道", "1,013", "—"], ["", "合计", "1,036", "43"]]  # fmt: skip
TASKS = [["序号", "任务", "内容", "单位"],
         ["1", "改善校舍", "推进老旧教室改\n造，新增学位三\n千个。", "市教育局"],
         ["2", "午餐配送", "覆盖率85%。", "市教育局、市市\n场监管局"],
         ["3", "加强师资", "新招聘教师四百\n名。", "市教育局"]]  # fmt: skip


def read(page: Drawn) -> Parts:
    return read_pdf(drawn_to_pdf([page]), "a.pdf", Limits())


def grid(parts: Parts) -> list[list[str]]:
    (one,) = parts.grids
    return [["".join(piece.text.split()) for piece in row] for row in one.rows]


def draw(rows: Sequence[Sequence[str]], kind: str, middle: bool = True) -> Drawn:
    """`kind`: three, across, none, open, zebra; cells centred, their lines `middle` or at the top of the row."""
    page = Drawn().text("某市养老服务设施建设计划", 180, 100)
    tops = [200.0]
    for row in rows:
        tops.append(tops[-1] + 10 + 14 * max(words.count("\n") + 1 for words in row))
    for (top, bottom), row in zip(pairwise(tops), rows, strict=True):
        if kind == "zebra" and row in rows[::2]:
            page.box(XS[0], top, XS[-1], bottom, 0.9)
        for (x0, x1), words in zip(pairwise(XS), row, strict=True):
            lines = words.split("\n")
            start = (top + bottom) / 2 - 7 * len(lines) if middle else top + 5
            for k, line in enumerate(lines):
                x = (x0 + x1 - SIZE * len(line)) / 2 if len(lines) == 1 else x0 + 4
                page.text(line, x, start + 14 * k, SIZE)
    ruled = {"three": [tops[0], tops[1], tops[-1]], "across": tops, "open": tops}.get(kind, [])
    for y in ruled:
        page.line(XS[0], y, XS[-1], y)
    if kind == "open":
        for x in XS[1:-1]:
            page.line(x, tops[0], x, tops[-1])
    return page


KINDS = ("three", "across", "none", "open", "zebra")


@pytest.mark.parametrize("kind", KINDS)
def test_figures_stand_in_their_columns_however_the_table_is_ruled(kind: str) -> None:
    parts = read(draw(PLAN, kind))
    assert grid(parts) == PLAN
    assert "某市养老服务设施建设计划" in parts.text.splitlines()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("middle", [True, False])
def test_lines_of_a_cell_belong_to_its_row(kind: str, middle: bool) -> None:
    assert grid(read(draw(TASKS, kind, middle))) == [["".join(w.split()) for w in row] for row in TASKS]


def test_small_gaps_between_figures_and_letters_part_no_columns() -> None:
    """Browsers and Word put a quarter of a letter between them, in every row at the same place."""
    page = Drawn()
    for i, (street, beds) in enumerate(
        [("第1街道", "2025年"), ("第2街道", "11"), ("第3街道", "12"), ("第4街道", "13")]
    ):
        y = 200 + 20 * i
        page.text(street[0], 90, y, 12).text(street[1], 105, y, 12).text(street[2:], 120, y, 12)
        page.text(beds, 300, y, 12)
    for y in (195, 215, 280):
        page.line(80, y, 400, y)
    assert [row[0] for row in grid(read(page))] == ["第1街道", "第2街道", "第3街道", "第4街道"]


def test_headings_over_others_reach_over_them() -> None:
    page = Drawn()
    for words, x, y in (("县区", 92, 210), ("2025年", 182, 202), ("2026年", 332, 202), ("备注", 455, 210)):
        page.text(words, x, y, 12)
    for j, words in enumerate(("新建", "改造", "扩建", "新建", "改造", "扩建")):
        page.text(words, 150 + 50 * j, 220, 12)
    for i, name in enumerate(("东山区", "西河县", "合计")):
        page.text(name, 90, 244 + 20 * i, 12)
        for j in range(6):
            page.text(str(i + j + 1), 156 + 50 * j, 244 + 20 * i, 12)
    for y in (198, 238, 310):
        page.line(85, y, 490, y)
    rows = grid(read(page))
    assert rows[0] == ["县区", "2025年", "2025年", "2025年", "2026年", "2026年", "2026年", "备注"]
    assert rows[1] == ["县区", "新建", "改造", "扩建", "新建", "改造", "扩建", "备注"]
    assert rows[2] == ["东山区", "1", "2", "3", "4", "5", "6", ""]


def test_dotted_rules_rule_a_table() -> None:
    page = Drawn()
    for y in (200, 220, 240):
        for k in range(100):
            page.box(90 + 2 * k, y, 91 + 2 * k, y + 1, 0)
    for x in (90, 190, 289):
        for k in range(20):
            page.box(x, 200 + 2 * k, x + 1, 201 + 2 * k, 0)
    for words, x, y in (("县区", 95, 204), ("床位", 195, 204), ("东山区", 95, 224), ("120", 195, 224)):
        page.text(words, x, y, 12)
    assert grid(read(page)) == [["县区", "床位"], ["东山区", "120"]]


def test_a_row_of_the_table_may_lack_its_label() -> None:
    rows = [
        ["类别", "街道", "2025年", "2026年"],
        ["城区", "甲街", "1", "2"],
        ["", "乙街", "3", "4"],
        ["", "小计", "4", "6"],
    ]
    assert grid(read(draw(rows, "three"))) == rows


@pytest.mark.parametrize("shade", [1.0, 0.93])
def test_boxes_behind_words_of_prose_are_no_table(shade: float) -> None:
    """White or grey runs, as word processors print the background of words."""
    words = [
        "各县区人民政府，市政府各部门：",
        "经市政府同意，现将计划印发给你们，",
        "到2026年建成35万亩，每亩补助1200元。",
    ]
    page = Drawn()
    for i, line in enumerate(words):
        for k in range(0, len(line), 5):
            page.box(90 + 16 * k, 200 + 28 * i, 90 + 16 * min(k + 5, len(line)), 228 + 28 * i, shade)
        page.text(line, 90, 206 + 28 * i)
    parts = read(page)
    assert not parts.grids
    assert parts.text.splitlines() == words


@pytest.mark.parametrize(
    "rows",
    [
        [["甲局", "乙局"], ["2025年4月8日", "2025年4月8日"]],
        [["抄送：市委办公室，市人大办公室。"], ["某市人民政府办公室", "2025年4月8日印发"]],
        [["索引号：01", "主题分类：民政"], ["发文机关：某市政府", "成文日期：2025年"], ["文号：某政发〔2025〕3号", "有效性：有效"]],
        [["一、总体要求"], ["到2025年，建成养老机构100所，新增床位3000张。"], ["二、重点任务"]],
    ],
)  # fmt: skip
def test_lines_of_a_notice_between_rules_are_no_table(rows: list[list[str]]) -> None:
    page = Drawn()
    page.line(90, 198, 510, 198)
    for i, row in enumerate(rows):
        for j, words in enumerate(row):
            page.text(words, 95 + 220 * j, 202 + 24 * i, 12)
        page.line(90, 222 + 24 * i, 510, 222 + 24 * i)
    assert not read(page).grids


def test_what_is_laid_out_like_a_table_and_cannot_be_read_is_said() -> None:
    page = Drawn()
    for i, row in enumerate(
        [
            ["县区", "床位数合计"],
            ["东山区和西河县各街道", "120"],
            ["丙", "一百五十张", "12"],
            ["丁区", "九十"],
        ]
    ):
        x = 95.0
        for words in row:
            page.text(words, x, 204 + 20 * i, 12)
            x += 12 * len(words) + 20
    for y in (198, 220, 290):
        page.line(90, y, 400, y)
    (grid,) = read(page).grids
    assert grid.is_unread
    assert [piece.text for row in grid.rows for piece in row][-1] == "丁区 九十"


def test_rows_that_were_a_matter_of_judgement_are_marked() -> None:
    """Numbers of rows say where each begins; the words of the first column alone do not."""
    unnumbered = [[*row[1:], "无"] for row in TASKS]
    found = [read(draw(rows, "three")).grids[0].is_guessed for rows in (PLAN, TASKS, unnumbered)]
    assert found == [False, False, True]
