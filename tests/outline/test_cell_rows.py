"""Rows that serial numbers part, each cell on a line of its own, and the pipes behind rows that lack cells."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Fragment
from pipeline.outline import outline
from pipeline.outline.cell_rows import number_of_headings, numbered_rows, rows_of_cells

Rows = list[list[str]]

WORKS: Rows = [
    ["序号", "工作任务", "责任单位", "完成时限"],
    ["1", "修编防汛预案，逐村张贴。", "县水利局", "3月底"],
    ["2", "建成智慧停车平台", "县城管局、县交警大队", "9月底"],
]
RULES: Rows = [
    ["序号", "文件名称", "起草单位"],
    ["1", "养犬管理办法", "市公安局"],
    ["2", "公租房管理办法", "市住房保障中心"],
]
CHECKS: Rows = [
    ["序号", "检查内容", "检查方式", "牵头部门", "配合部门"],
    ["1", "民办学校收费", "现场检查", "教育部门", "发展改革、市场监管部门"],
    ["2", "加油站计量器具", "抽样检查", "市场监管部门", "商务部门"],
    ["3", "殡葬服务价格", "网上检查", "民政部门", "各街道"],
]
TABLES = pytest.mark.parametrize("rows", [WORKS, RULES, CHECKS], ids=["works", "rules", "checks"])


def fragments(table: str) -> tuple[Fragment, ...]:
    text = f"关于印发计划的通知\n\n各乡镇人民政府：\n\n现印发给你们，请遵照执行。\n\n{table}\n"
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).fragments


def spaced(rows: Rows) -> str:
    return "\n\n".join(cell for row in rows for cell in row)


def cells(fragment: Fragment) -> Rows:
    return [[piece.text for piece in row] for row in fragment.rows]


@TABLES
def test_paragraphs_are_cells_where_every_row_has_as_many_as_there_are_headings(rows: Rows) -> None:
    (fragment,) = fragments(spaced(rows))
    assert cells(fragment) == rows
    assert fragment.is_guessed


@TABLES
def test_no_cell_is_told_where_one_has_two_paragraphs(rows: Rows) -> None:
    (fragment,) = fragments(spaced([rows[0], [rows[1][0], "甲片区", *rows[1][1:]], *rows[2:]]))
    assert fragment.is_unread


@TABLES
def test_no_cell_is_told_where_the_last_row_has_two_paragraphs(rows: Rows) -> None:
    (fragment,) = fragments(spaced([*rows[:-1], [rows[-1][0], "乙片区", *rows[-1][1:]]]))
    assert fragment.is_unread


def test_no_cell_is_told_where_a_blank_is_lost_and_another_cell_has_two_paragraphs() -> None:
    (fragment,) = fragments(spaced([*WORKS[:2], ["2", "建成停车平台", "完成验收", "9月底"]]))
    assert fragment.is_unread


@TABLES
def test_one_row_of_cells_with_pipes_behind_is_enough(rows: Rows) -> None:
    (fragment,) = fragments("\n".join(f"{cell} |" for row in rows[:2] for cell in row))
    assert cells(fragment) == rows[:2]
    (fragment,) = fragments("\n".join(" | ".join(row) + " |" for row in rows[:2]))
    assert cells(fragment) == rows[:2]


@TABLES
def test_pipes_behind_a_row_count_the_cells_that_it_lacks(rows: Rows) -> None:
    width = len(rows[0])
    printed = [f"{cell} |" for row in rows for cell in row]
    lacking = ["第二项检查 |", "县司法局 | " + "|" * (width - 2)]
    (fragment,) = fragments("\n".join([*printed, *lacking]))
    assert [[text for text in row if text] for row in cells(fragment)] == [*rows, ["第二项检查", "县司法局"]]
    (fragment,) = fragments("\n".join([*printed, "第二项检查 |", "县司法局 | " + "|" * width]))
    assert fragment.is_unread


@TABLES
def test_rows_that_follow_one_another_in_a_line_are_parted_by_their_numbers(rows: Rows) -> None:
    (fragment,) = fragments(" | ".join(cell for row in rows for cell in row) + " |")
    assert cells(fragment) == rows
    more = fragments(" | ".join(cell for row in [*rows, ["其他"]] for cell in row) + " |")
    assert all(cells(fragment) != rows for fragment in more)


def test_headings_end_at_the_number_one() -> None:
    assert [number_of_headings(rows[0] + rows[1]) for rows in (WORKS, RULES, CHECKS)] == [4, 3, 5]
    assert number_of_headings(["序号", "修路", "植树", "清淤", "1"]) == 0
    assert number_of_headings(["工作任务", "责任单位", "完成时限", "1"]) == 0


def test_a_number_that_stands_elsewhere_tells_of_no_row() -> None:
    words = [*WORKS[0], *WORKS[1], "修路", "2", "植树", "县林业局", "6月底"]
    assert numbered_rows(words, [0] * len(words)) == ()
    assert numbered_rows(words[:8], [0] * 8) == ((0, 4), (4, 8))


def test_a_title_may_be_the_last_line_above_a_table_that_ends_the_notice() -> None:
    lines = "各科室：\n现将《县水利局2025年度决策事项目录》印发给你们。\n县水利局\n2025年4月27日\n附件\n县水利局2025年度决策事项目录\n"
    table = "序号\n项目名称\n是否听证\n承办机构\n完成时间\n1\n水库规划\n否\n规划科、建设科\n2025年\n2\n修渠指引\n建设科\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", lines + table))
    assert len(made.fragments) == 1


@pytest.mark.parametrize("cells", [[], ["镇"], ["镇", "亩"]])
def test_no_cells_or_few_are_no_rows(cells: list[str]) -> None:
    assert rows_of_cells(cells, [0] * len(cells)) == ()
