"""Rows cut from lines that lost every separator: what tells that they cannot be cut, and figures with blanks around them."""

from __future__ import annotations

import pytest

from pipeline.model import Fragment, Piece, Span
from pipeline.tables.lines import lines_to_draft

HEADS = "序号 类别 工作任务 牵头处室 配合单位 完成时间"


def fragment(lines: list[str]) -> Fragment:
    at, rows = 0, []
    for line in lines:
        rows.append((Piece(line, Span(at, at + len(line))),))
        at += len(line) + 1
    return Fragment("lines", tuple(rows), Span(0, at))


def test_a_figure_goes_with_its_measure_where_no_column_holds_figures() -> None:
    """Word and pdftotext set blanks around figures: 680 公里 is no cell of 公里公路处."""
    lines = [
        HEADS, "1 路网 新改建农", "村公路", "680 公里", "公路处 市公路事", "务中心", "2026 年 12", "月",
        "2 路网 实施安全生命", "防护工程 930 公里", "安监处 公路处 2027 年 10 月",
        "3 管养 设立路长 2300 名", "公路处 法规处 2026 年 6 月",
    ]  # fmt: skip
    draft = lines_to_draft(fragment(lines))
    assert [[slot.text.replace("\n", "") for slot in row.slots[2:5]] for row in draft.rows[1:]] == [
        ["新改建农村公路680公里", "公路处", "市公路事务中心"],
        ["实施安全生命防护工程930公里", "安监处", "公路处"],
        ["设立路长2300名", "公路处", "法规处"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "任务 牵头单位 配合单位 时限",
            "修桥4座   市交通局   市财政局、市   2026年",
            "                    水利局     6月底",
            "改造公厕   市城管局   各县（市   2027年",
            "30座            区）      底",
        ],
        [
            "任务 牵头单位 时限",
            "修桥4座",
            "改造公厕30座",
            "新建书屋5个",
            "市交通局",
            "市城管局",
            "市教育局",
            "2026年底",
            "2027年底",
            "长期",
        ],
        ["序号 学校", "资助人数（人）", "序号"],
    ],
    ids=["cells side by side over lines", "column after column", "no number begins a row"],
)
def test_rows_that_do_not_fit_are_not_read(lines: list[str]) -> None:
    draft = lines_to_draft(fragment(lines))
    assert not draft.rows
    assert [issue.kind for issue in draft.issues] == ["lost_table"]


def test_no_figure_is_cut_from_a_task() -> None:
    lines = [
        HEADS,
        "1",
        "路网",
        "新改建农村公路680公里 公路处 市公路事务中心 2026年12月",
        "2 改造危桥27座 公路处 设计院 2026年11月",
    ]
    lines += ["3 保障养护机械化率达到60% 公路处 科技处 2027年12月"]
    draft = lines_to_draft(fragment(lines))
    assert [row.slots[2].text for row in draft.rows[1:]] == [
        "新改建农村公路680公里",
        "改造危桥27座",
        "保障养护机械化率达到60%",
    ]
