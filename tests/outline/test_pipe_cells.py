"""Rows of pipes as converters of pages print them: one cell a line, or without a pipe at either end."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Fragment
from pipeline.outline import outline

ROWS = [["序号", "项目", "任务"], ["1", "道路", "新建道路50公里。"], ["2", "绿化", "新增绿地30亩。"]]


def fragments(table: str) -> tuple[Fragment, ...]:
    text = f"关于印发任务清单的通知\n各镇人民政府：\n现印发给你们。\n任务清单\n{table}\n请遵照执行。\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    for fragment in made.fragments:
        for row in fragment.rows:
            for piece in row:
                assert "".join(text[piece.span.start : piece.span.end].split()) == "".join(piece.text.split())
    return made.fragments


def cells(table: str) -> list[list[str]]:
    return [[piece.text for piece in row] for fragment in fragments(table) for row in fragment.rows]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("|\n" + "\n".join(f"{cell} |" for cell in row) for row in ROWS),
        "\n".join(" | ".join(row) for row in ROWS),
        "\n".join(" | ".join(row) + " |" for row in ROWS),
    ],
    ids=["one cell a line", "no pipe at the ends", "a pipe at the right end"],
)
def test_rows_of_pipes(table: str) -> None:
    assert cells(table) == ROWS


def test_a_caption_over_all_columns_is_a_row_of_its_own() -> None:
    table = "\n".join(["|\n任务清单 |\n|||"] + ["|\n" + "\n".join(f"{c} |" for c in row) for row in ROWS])
    assert cells(table)[1:] == ROWS


@pytest.mark.parametrize(
    "lines",
    [
        # A menu, a box of the page, two rows that happen to be alike, a pipe under a line.
        "首页 | 新闻 | 公开\n设为首页 | 加入收藏",
        "索引号： | 01-2 | 文号： | 甲政〔2024〕1号 |\n分类： | 通知 | 日期： | 2024-01-02 |\n有效性： | 有效 | 主题： | 综合 |",
        "甲 | 乙 | 丙\n丁 | 戊 | 己",
        "|\n打印 |\n本页 |",
    ],
)
def test_what_is_no_table(lines: str) -> None:
    assert fragments(lines) == ()


def test_a_few_lines_with_a_pipe_are_no_table() -> None:
    assert fragments("打印 |\n关闭 |\n分享 |") == ()


def test_a_row_cut_before_its_last_blank_cells() -> None:
    table = "序号 | 镇 | 任务（亩） | 备注 |\n1 | 甲镇 | 20 |\n|\n2 | 乙镇 | 30 |\n|\n3 | 丙镇 | 5 | 新增 |"
    assert cells(table)[1:] == [["1", "甲镇", "20", ""], ["2", "乙镇", "30", ""], ["3", "丙镇", "5", "新增"]]


@pytest.mark.parametrize("joint", ["|  |", "| |", "||"])
def test_rows_joined_to_one_line(joint: str) -> None:
    table = f"| 镇 | 亩 | 株 {joint} 甲镇 | 20 |  {joint} 乙镇 | 30 | 4 {joint} 合计 | 50 | 4 |"
    assert cells(table) == [["镇", "亩", "株"], ["甲镇", "20", ""], ["乙镇", "30", "4"], ["合计", "50", "4"]]


def test_blank_cells_out_of_step_part_no_rows() -> None:
    """A row of blanks and figures alone says of none what it is."""
    table = "| 镇 | 亩 | 株 |  | 甲镇 | 20 |  | 乙镇 | 30 | 4 |  | 合计 | 50 | 4 |"
    assert len(cells(table)) == 1


def test_pipes_behind_a_row_are_no_blank_cells() -> None:
    """A converter that leaves blank cells out prints as many pipes behind the row: where they stood is not known."""
    padded = "镇 | 新建 | 改造 | 道路 | 桥 |\n甲镇 | 30 | 5 | ||\n乙镇 | 20 | 6 | ||\n丙镇 | 10 | 7 | 1 | 2 |"
    assert cells(padded)[1:3] == [["甲镇", "30", "5"], ["乙镇", "20", "6"]]
    assert cells("|镇|新建|改造|道路|\n|甲镇|30|||\n|乙镇|20|||")[1] == ["甲镇", "30", "", ""]


@pytest.mark.parametrize(
    "row",
    [
        "| 1 | 甲镇 |  | 3 | 4 |  | 5 | 6 |",
        "| 甲县 | 20 |  | 7 | 9 |  | 2 | 1 |",
        "| 2 | 上坪 |  | 新建 | 改建 |  | 是 | 否 |",
    ],
)
def test_a_row_between_rows_with_as_many_pipes_is_one(row: str) -> None:
    """Blanks a whole number of cells apart part no rows there."""
    rows = cells(
        f"| 序 | 名 | 一 | 二 | 三 | 四 | 五 | 六 |\n|---|---|---|---|---|---|---|---|\n{row}\n| 9 | 丁 | 1 | 2 | 3 | 4 | 5 | 6 |"
    )
    assert rows[1] == [cell.strip() for cell in row.strip("|").split("|")]
    assert len(rows) == 3


@pytest.mark.parametrize("row", ["| 西镇 | 2 |  |  |  |  |  | 扩建 |", "| 西镇 | 2 |  |  | 5 |  |  | 扩建 |"])
def test_a_row_with_a_blank_too_many_is_one_row(row: str) -> None:
    """Its blanks stand as far apart as rows of two cells would have them."""
    plan = f"| 镇街 | 甲 | 乙 | 丙 | 丁 | 戊 | 备注 |\n| 东镇 |  | 9 | 7 |  | 1 | 扩建 |\n{row}\n| 合计 | 2 | 9 | 7 | 5 | 1 |  |"
    assert len(cells(plan)) == 4


@pytest.mark.parametrize("years", ["2 0 2 4 年 | 2 0 2 5 年", "2 0 2 4 | 2 0 2 5", "1 - 6 月 | 7 - 9 月"])
def test_letter_spaced_headings_between_pipes_are_cells(years: str) -> None:
    """Most of their words are figures: the pipes part them, not the blanks."""
    text = (
        "关于印发计划的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n建设计划表\n\n| 序 号 | 乡 镇 | 床 位 |  |\n|---|---|---|---|\n"
        f"|  |  | {years} |\n| 1 | 马 湖 乡 | 3 | 2 |\n| 2 | 黑 港 镇 | 5 | 4 |\n\n请认真执行。\n"
    )
    (found,) = outline(Document("n", "n.md", "0" * 64, "text/markdown", "utf-8", text)).fragments
    assert [len(row) for row in found.rows] == [4, 4, 4, 4]


@pytest.mark.parametrize("heads", ["名称 | 内容", "项目 | 金额（万元）", "县区 | 株数"])
def test_two_cells_a_line_below_headings(heads: str) -> None:
    rows = [heads, "建设地点 | 东镇", "总投资 | 1200万元"]
    assert cells("\n".join(rows)) == [row.split(" | ") for row in rows]


def test_words_without_blanks_about_their_pipes_below_headings() -> None:
    rows = ["设施名称|配建标准|备注", "阅览室|每千人30座|可综合设置", "活动室|独立设置|首层"]
    assert cells("\n".join(rows)) == [row.split("|") for row in rows]
    assert fragments("首页|政务公开|服务\n新闻|公告|通知\n图片|视频|专题\n") == ()


@pytest.mark.parametrize("line", ["首页 | 新闻", "县民政局 | 县财政局", "打印 | 关闭"])
def test_two_words_a_line_are_no_table_without_headings(line: str) -> None:
    assert fragments("\n".join([line] * 4)) == ()


def test_blank_cells_behind_a_row_are_cells_where_others_hold_them_between() -> None:
    table = "| 镇 | 新建 | 改造 | 道路 |\n| 甲镇 | 30 ||| \n| 乙镇 || 20 | 3 |\n| 丙镇 | 10 | 7 | 1 |"
    assert cells(table)[1:3] == [["甲镇", "30", "", ""], ["乙镇", "", "20", "3"]]
