"""Plans in which one damage hides another: each comes out as its sums or its other rows say, and proves no more than they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import draw, drawn, tidy

from pipeline.model import Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend, mend_fragment

READ = {
    "a column put in, of which a row that slipped aside has the blank further right, and a short one has none": (
        """
        | 街镇 |  | 路灯 | 步道 | 广场 |
        | 丁家镇 |  | 2 | 4 | 1 |
        | 王家镇 |  | 1 | 2 | 3 |
        |  |  | 李家镇 |  | 5 | 1 | 2 |
        | 赵家镇 | 3 | 3 | 7 |
        | 孙家镇 |  | 1 | 6 | 4 |
        | 周家镇 |  | 8 | 1 | 1 |
        | 合计 |  | 20 | 17 | 18 |
        """,
        """
        | 街镇 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 2 | 4 | 1 |
        | 王家镇 | 1 | 2 | 3 |
        | 李家镇 | 5 | 1 | 2 |
        | 赵家镇 | 3 | 3 | 7 |
        | 孙家镇 | 1 | 6 | 4 |
        | 周家镇 | 8 | 1 | 1 |
        | 合计 | 20 | 17 | 18 |
        """,
    ),
    "words over figures are headings, though towns end as one of them does": (
        """
        | 街镇 | 城市社区 |  |  |  | 农村地区 |  |
        | 健身步道 |  | 路灯 |  | 广场 |  |
        | 新建 | 改造 | 新建 | 改造 | 新建 | 改造 |
        | 丁家街道 | 2 | 4 | 1 | 3 | 2 | 1 |
        | 王家街道 | 1 | 2 | 3 | 1 | 1 | 1 |
        | 李家街道 | 5 | 1 | 2 | 2 | 4 | 1 |
        | 合计 | 8 | 7 | 6 | 6 | 7 | 3 |
        """,
        """
        | 街镇 | 城市社区 | < | < | < | 农村地区 | < |
        | " | 健身步道 | < | 路灯 | < | 广场 | < |
        | " | 新建 | 改造 | 新建 | 改造 | 新建 | 改造 |
        | 丁家街道 | 2 | 4 | 1 | 3 | 2 | 1 |
        | 王家街道 | 1 | 2 | 3 | 1 | 1 | 1 |
        | 李家街道 | 5 | 1 | 2 | 2 | 4 | 1 |
        | 合计 | 8 | 7 | 6 | 6 | 7 | 3 |
        """,
    ),
    "names below headings that are whole are of a row, which plans nothing": (
        """
        | 片区 | 街镇 | 路灯 |  | 步道 |  |
        |  |  | 新建 | 改造 | 新建 | 改造 |
        | 东片 | 丁家街道 |  |  |  |  |
        |  | 王家镇 | 1 | 2 | 3 | 1 |
        | 西片 | 李家镇 | 5 | 1 | 2 | 2 |
        | 合计 |  | 6 | 3 | 5 | 3 |
        """,
        """
        | 片区 | 街镇 | 路灯 | < | 步道 | < |
        | " | " | 新建 | 改造 | 新建 | 改造 |
        | 东片 | 丁家街道 |  |  |  |  |
        | " | 王家镇 | 1 | 2 | 3 | 1 |
        | 西片 | 李家镇 | 5 | 1 | 2 | 2 |
        | 合计 |  | 6 | 3 | 5 | 3 |
        """,
    ),
    "a heading over several, 城建项目, names no rows: headings and units stand below it, and rows end where they are filled": (
        """
        | 序号 | 街镇 | 民政项目 |  | 城建项目 |  | 备注 |
        |  |  | 食堂 |  | 路灯 |
        |  |  | 新建 | 改造 | 新建 | 改造 |
        |  |  | 个 | 个 | 盏 | 盏 |
        | 1 | 丁家镇 | 2 | 4 | 1 | 3 |
        | 2 | 王家镇 | 1 | 2 | 3 | 1 | 续建 |
        | 3 | 李家镇 | 5 | 0 |
        | 4 | 赵家镇 |  | 2 | 2 |
        |  | 合计 | 8 | 8 | 6 | 4 |
        """,
        """
        | 序号 | 街镇 | 民政项目 | < | 城建项目 | < | 备注 |
        | " | " | 食堂 | < | 路灯 | < | " |
        | " | " | 新建 | 改造 | 新建 | 改造 | " |
        |  |  | 个 | 个 | 盏 | 盏 |  |
        | 1 | 丁家镇 | 2 | 4 | 1 | 3 |  |
        | 2 | 王家镇 | 1 | 2 | 3 | 1 | 续建 |
        | 3 | 李家镇 | 5 | 0 |  |  |  |
        | 4 | 赵家镇 |  | 2 | 2 |  |  |
        |  | 合计 | 8 | 8 | 6 | 4 |  |
        """,
    ),
    "a row that slipped aside is no wider than those that end where they are filled": (
        """
        | 街镇 | 路灯 |  | 步道 |  |
        | 新建 | 改造 | 新建 | 改造 |
        | 丁家镇 | 2 | 4 | 1 | 3 |
        | 王家镇 | 1 | 2 |
        |  | 李家镇 | 5 | 1 | 2 | 2 |
        | 赵家镇 | 4 | 1 | 1 |
        | 孙家镇 | 4 | 1 | 1 | 1 |
        | 周家镇 | 6 |
        | 吴家镇 | 3 | 3 |
        | 郑家镇 | 7 | 2 | 4 |
        | 冯家镇 | 2 | 2 | 2 |
        | 陈家镇 | 1 |
        | 合计 | 35 | 16 | 11 | 6 |
        """,
        """
        | 街镇 | 路灯 | < | 步道 | < |
        | " | 新建 | 改造 | 新建 | 改造 |
        | 丁家镇 | 2 | 4 | 1 | 3 |
        | 王家镇 | 1 | 2 |  |  |
        | 李家镇 | 5 | 1 | 2 | 2 |
        | 赵家镇 | 4 | 1 | 1 |  |
        | 孙家镇 | 4 | 1 | 1 | 1 |
        | 周家镇 | 6 |  |  |  |
        | 吴家镇 | 3 | 3 |  |  |
        | 郑家镇 | 7 | 2 | 4 |  |
        | 冯家镇 | 2 | 2 | 2 |  |
        | 陈家镇 | 1 |  |  |  |
        | 合计 | 35 | 16 | 11 | 6 |
        """,
    ),
    "a dash for a group at the end of a row says nothing of the ends of others": (
        """
        | 序号 | 街镇 | 村数 | 路灯 |  | 步道 |  |
        |  |  |  | 新建 | 改造 | 新建 | 改造 |
        | 1 | 丁家镇 | 13 | -- |  | 27 | 35 |
        | 2 | 王家镇 | 13 |  | 27 |  | 3 |
        | 3 | 李家镇 | 3 | 24 |
        | 4 | 赵家镇 | 6 | 28 | 16 |
        | 5 | 孙家镇 | 17 | -- |
        | 6 | 周家镇 | 11 |  |  | -- |
        | 7 | 吴家镇 | 10 |  | 30 | 25 |
        """,
        """
        | 序号 | 街镇 | 村数 | 路灯 | < | 步道 | < |
        | " | " | " | 新建 | 改造 | 新建 | 改造 |
        | 1 | 丁家镇 | 13 | -- | < | 27 | 35 |
        | 2 | 王家镇 | 13 |  | 27 |  | 3 |
        | 3 | 李家镇 | 3 | 24 |  |  |  |
        | 4 | 赵家镇 | 6 | 28 | 16 |  |  |
        | 5 | 孙家镇 | 17 | -- | < |  |  |
        | 6 | 周家镇 | 11 |  |  | -- | < |
        | 7 | 吴家镇 | 10 |  | 30 | 25 |  |
        """,
    ),
    "a figure glued to a town under 责任单位 is of the next column, whatever notes stand behind": (
        """
        | 责任单位 | 路灯 | 步道 | 广场 | 备注 |
        | 丁家镇 | 2 | 4 | 1 | 续建 |
        | 王家镇3 | 1 | 2 | 续建 |
        | 李家镇 | 5 | 1 | 2 | 新建 |
        | 赵家镇 | 3 | 3 | 7 | 新建 |
        """,
        """
        | 责任单位 | 路灯 | 步道 | 广场 | 备注 |
        | 丁家镇 | 2 | 4 | 1 | 续建 |
        | 王家镇 | 3 | 1 | 2 | 续建 |
        | 李家镇 | 5 | 1 | 2 | 新建 |
        | 赵家镇 | 3 | 3 | 7 | 新建 |
        """,
    ),
    "a dash in the one column of a group where others say 0 and plan nothing in the next stands for the group": (
        """
        | 街镇 | 路灯 |  | 步道 |  |
        |  | 现有 | 2025年 | 现有 | 2025年 |
        | 丁家镇 | 0 | 3 | 4 |  |
        | 王家镇 | 5 |  | 2 | 1 |
        | 李家镇 | — |  | 1 |  |
        | 赵家镇 | 0 |  | 6 | 2 |
        | 孙家镇 | 2 |  | 3 | 2 |
        | 合计 | 7 | 3 | 16 | 5 |
        """,
        """
        | 街镇 | 路灯 | < | 步道 | < |
        | " | 现有 | 2025年 | 现有 | 2025年 |
        | 丁家镇 | 0 | 3 | 4 |  |
        | 王家镇 | 5 |  | 2 | 1 |
        | 李家镇 | — | < | 1 |  |
        | 赵家镇 | 0 |  | 6 | 2 |
        | 孙家镇 | 2 |  | 3 | 2 |
        | 合计 | 7 | 3 | 16 | 5 |
        """,
    ),
    "a town that plans nothing once more behind the end of a page": (
        """
        | 街镇 | 路灯 | 步道 |
        | 丁家镇 | 2 | 4 |
        | 王家镇 |  |  |
        - - -
        | 王家镇 |  |  |
        | 李家镇 | 5 | 1 |
        | 合计 | 7 | 5 |
        """,
        """
        | 街镇 | 路灯 | 步道 |
        | 丁家镇 | 2 | 4 |
        | 王家镇 |  |  |
        | 李家镇 | 5 | 1 |
        | 合计 | 7 | 5 |
        """,
    ),
    "two rows on one line below a label printed once: a note ends the upper, and is no label of the lower": (
        """
        | 片区 | 街镇 | 路灯 | 步道 | 备注 |
        | 东片 | 丁家镇 | 2 | 4 | 新建 |
        |  | 王家镇 | 1 | 2 | 续建 |  | 李家镇 | 5 | 1 |
        | 西片 | 赵家镇 | 3 | 3 | 新建 |
        | 合计 |  | 11 | 10 |  |
        """,
        """
        | 片区 | 街镇 | 路灯 | 步道 | 备注 |
        | 东片 | 丁家镇 | 2 | 4 | 新建 |
        | " | 王家镇 | 1 | 2 | 续建 |
        | " | 李家镇 | 5 | 1 |  |
        | 西片 | 赵家镇 | 3 | 3 | 新建 |
        | 合计 |  | 11 | 10 |  |
        """,
    ),
    "two rows on one line, whose numbers stand behind a label printed once": (
        """
        | 片区 | 序号 | 街镇 | 路灯 | 步道 |
        | 东片 | 1 | 丁家镇 | 2 | 4 |
        |  | 2 | 王家镇 | 1 | 2 |  | 3 | 李家镇 | 5 | 1 |
        |  | 4 | 孙家镇 |  | 1 |
        | 西片 | 5 | 赵家镇 | 3 | 3 |
        | 合计 |  |  | 11 | 11 |
        """,
        """
        | 片区 | 序号 | 街镇 | 路灯 | 步道 |
        | 东片 | 1 | 丁家镇 | 2 | 4 |
        | " | 2 | 王家镇 | 1 | 2 |
        | " | 3 | 李家镇 | 5 | 1 |
        | " | 4 | 孙家镇 |  | 1 |
        | 西片 | 5 | 赵家镇 | 3 | 3 |
        | 合计 |  |  | 11 | 11 |
        """,
    ),
    "the end of a name below its number, in a row longer than most, which lost their last blanks": (
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 |
        | 1 | 丁家镇 | 2 |
        | 2 | 王家镇 | 1 |
        | 3 | 野 |
        | 鹤镇 | 5 | 1 | 4 |
        | 4 | 赵家镇 | 3 |
        | 5 | 孙家镇 | 3 | 2 |
        """,
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 |
        | 1 | 丁家镇 | 2 |  |  |
        | 2 | 王家镇 | 1 |  |  |
        | 3 | 野鹤镇 | 5 | 1 | 4 |
        | 4 | 赵家镇 | 3 |  |  |
        | 5 | 孙家镇 | 3 | 2 |  |
        """,
    ),
}


@pytest.mark.parametrize(("printed", "whole"), READ.values(), ids=READ)
def test_what_a_plan_damaged_twice_says(printed: str, whole: str) -> None:
    assert draw(mend_fragment(drawn(printed)).table) == tidy(whole)


def test_sums_that_come_out_by_rounding_prove_no_figure() -> None:
    """Those of the second row may have changed places: 3.2 and 3 are as near to the sums."""
    printed = """
        | 街镇 | 路灯 | 步道 |
        | 丁家镇 | 2.5 | 4 |
        | 王家镇 | 3 | 3.2 |
        | 李家镇 | 1.5 | 2 |
        | 赵家镇 | 1.5 | 5 |
        | 合计 | 8.7 | 14 |
        """
    table = mend_fragment(drawn(printed)).table
    assert table is not None and table.status == "consistent"
    assert not any(cell.proved for cell in table.cells)


_BEGIN = "关于印发建设计划的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n附件\n\n建设计划表\n\n"


def _only_table(text: str, path: Path) -> Table:
    path.write_text(_BEGIN + text, "utf-8")
    (table,) = mend(outline(read(path, "plan", {}))).tables
    return table


def test_one_tab_before_a_sum_is_a_blank_cell_where_a_row_slipped_aside(tmp_path: Path) -> None:
    rows = [
        "序号\t街镇\t路灯\t步道",
        "1\t丁家镇\t2\t4",
        "\t\t2\t王家镇\t1\t2",
        "3\t李家镇\t5\t1",
        "\t合计\t8\t7",
    ]
    table = _only_table("\n".join(rows) + "\n", tmp_path / "plan.txt")
    assert draw(table).splitlines()[-1] == "|  | 合计 | 8 | 7 |"
    assert table.status == "certified"


def test_the_bare_number_of_a_page_between_rows_that_pipes_close(tmp_path: Path) -> None:
    rows = ["| 序号 | 街镇 | 路灯 | 步道 |", "| --- | --- | --- | --- |", "| 1 | 丁家镇 | 2 | 4 |"]
    rows += ["| 2 | 王家镇 | 1 |", "7", "| 序号 | 街镇 | 路灯 | 步道 |", "| 3 | 李家镇 | 5 | 1 |"]
    table = _only_table("\n".join([*rows, "| 合计 |  | 8 | 5 |"]) + "\n", tmp_path / "plan.md")
    assert [line for line in draw(table).splitlines() if "7" in line] == []


def test_a_row_of_html_in_markdown_lacks_the_cells_it_lacks(tmp_path: Path) -> None:
    rows = ["街镇 路灯 步道 广场", "丁家镇 2 4 1", "王家镇 1&nbsp;2 3", "李家镇 5 1 2", "合计 8 7 6"]
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split(" ")) for row in rows]
    table = _only_table(
        "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>\n", tmp_path / "plan.md"
    )
    assert "| 王家镇 | 1 | 2 | 3 |" in draw(table)
    assert table.status == "certified"
