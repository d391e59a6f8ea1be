"""Plans of towns under the names of their areas, with sums of groups, as they are flattened and cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import drawn, texts

from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend, mend_fragment

_HEADS = "| 片区 | 序号 | 镇街 | 新建 | 改建 |"
_SUMS_BESIDE = f"""
    {_HEADS}
    | 东片 | 1 | 甲山镇 | 3 | 1 |
    |      | 2 | 乙水乡 | 2 |   |
    |      |   | 小计   | 5 | 1 |
    | 西片 | 3 | 丙河镇 | 4 | 2 |
    |      | 4 | 丁口镇 | 1 | 6 |
    |      |   | 小计   | 5 | 8 |
    | 合计 |   |        | 10 | 9 |
    """


@pytest.mark.parametrize("word", ["小计", "合计", "片区小计"])
def test_the_name_of_an_area_reaches_its_sum_over_the_blank_of_the_number(word: str) -> None:
    rows = texts(mend_fragment(drawn(_SUMS_BESIDE.replace("小计", word))).table)
    assert [row[0] for row in rows[1:]] == ["东片"] * 3 + ["西片"] * 3 + ["合计"]


def test_a_sum_of_all_below_the_last_area_is_not_of_it() -> None:
    picture = _SUMS_BESIDE.replace("| 合计 |   |        |", "|  |   | 合计 |")
    assert [row[0] for row in texts(mend_fragment(drawn(picture)).table)][-2:] == ["西片", ""]


_ENDED = """
    | 序号 | 镇街 | 村数 | 2025年 |      | 2026年 |
    |      |      |      | 食堂 | 公厕 | 食堂 | 公厕 |
    | 1 | 东镇 | 8 | 1 |
    | 2 | 西镇 | 9 |   | 3 | 2 | 1 |
    | 3 | 南镇 | 7 | 2 |
    | 4 | 北镇 | 5 |   | 1 |
    | 5 | 上镇 | 6 | 4 |   |   | 3 |
    | 合计 |   | 35 | 7 | 4 | 2 | 4 |
    """


def test_heading_lines_end_with_their_last_heading_as_rows_do() -> None:
    rows = texts(mend_fragment(drawn(_ENDED)).table)[2:]
    assert rows[0] == ["1", "东镇", "8", "1", "", "", ""]
    assert rows[3] == ["4", "北镇", "5", "", "1", "", ""]


@pytest.mark.parametrize(
    ("printed", "damaged"),
    [
        ("| 5 | 上镇 | 6 | 4 |   |   | 3 |", "|  | 5 | 上镇 | 6 | 4 |   |   | 3 |"),
        ("| 4 | 北镇 | 5 |   | 1 |", "| 4 | 北镇 | 5 |  |  | 1 |"),
    ],
)
def test_one_row_with_a_blank_too_many_among_rows_that_end_early(printed: str, damaged: str) -> None:
    whole, broken = mend_fragment(drawn(_ENDED)), mend_fragment(drawn(_ENDED.replace(printed, damaged)))
    assert texts(broken.table) == texts(whole.table)
    assert broken.table is not None and broken.table.status != "ambiguous"


_CUT = """
    | 序号 | 镇街 | 是否新建 | 床位 |
    | 1 | 东镇 | 是 | 8 |
    | 2 | 西镇 | 否 | 9 |
    {cut}
    | 4 | 北镇 | 否 | 5 |
    | 5 | 上镇 | 是 | 6 |
    | 合计 |   |    | 31 |
    """


@pytest.mark.parametrize(
    "cut",
    [
        "| 3 | 南镇 | 是 | 3 |\n| 7 |",
        "| 建设任务表  第3页 |\n| 3 | 南镇 | 是 | 3 |",
        "| 3 | 南镇 |\n| 是 | 3 |",
        "| 3 | 南镇 |\n| - 2 - |\n|  |  | 是 | 3 |",
        "| 3 | 南镇 |\n| 2 |\n| 是 | 3 |",
    ],
)
def test_page_numbers_between_rows_and_within_one(cut: str) -> None:
    rows = texts(mend_fragment(drawn(_CUT.format(cut=cut))).table)
    assert rows[3] == ["3", "南镇", "是", "3"] and len(rows) == 7


def test_a_row_of_figures_is_its_own_under_a_heading_of_bodies() -> None:
    """Only the filled rows are of 街道: 石桥镇 below them is no rest of one."""
    picture = """
    | 实施单位 | 新建 | 改建 |
    | 东街道 | 3 | 1 |
    | 西街道 | 2 | 4 |
    | 石桥镇 | 5 |   |
    | 南街道 | 1 | 2 |
    | 下坪镇 | 4 |
    | 合计   | 15 | 7 |
    """
    assert texts(mend_fragment(drawn(picture)).table)[3] == ["石桥镇", "5", ""]


def test_a_figure_that_might_be_a_year_makes_no_heading() -> None:
    picture = """
    | 区域 | 单位 | 公厕 |      | 说明 |
    |      |      | 新建 | 改建 |      |
    | 东片 | 甲镇 |      | 1966 |      |
    |      | 乙镇 | 7    | 2239 |      |
    |      | 丙镇 | 3    | 36   | 续建 |
    """
    rows = texts(mend_fragment(drawn(picture)).table)[2:]
    assert rows[0] == ["东片", "甲镇", "", "1966", ""]


def test_rows_that_end_early_stand_as_printed_where_most_sums_come_out_so() -> None:
    """One figure is misread: the sum of its column alone does not come out."""
    rows = texts(mend_fragment(drawn(_ENDED.replace("| 3 | 南镇 | 7 |", "| 3 | 南镇 | 1 |"))).table)
    assert rows[2:] == [
        ["1", "东镇", "8", "1", "", "", ""],
        ["2", "西镇", "9", "", "3", "2", "1"],
        ["3", "南镇", "1", "2", "", "", ""],
        ["4", "北镇", "5", "", "1", "", ""],
        ["5", "上镇", "6", "4", "", "", "3"],
        ["合计", "", "35", "7", "4", "2", "4"],
    ]


def test_a_page_number_within_a_row_that_ends_early() -> None:
    cut = _ENDED.replace(
        "| 5 | 上镇 | 6 | 4 |   |   | 3 |", "| 5 | 上镇 | 6 |\n| 9 |\n|  |  |  | 4 |   |   | 3 |"
    )
    assert texts(mend_fragment(drawn(cut)).table) == texts(mend_fragment(drawn(_ENDED)).table)


@pytest.mark.parametrize(("printed", "figure"), [("3О", "30"), ("丨2", "12"), ("2丨О", "210")])
def test_other_signs_that_look_like_figures(printed: str, figure: str) -> None:
    picture = f"""
    | 镇街 | 床位 |
    | 东镇 | {printed} |
    | 西镇 | 15 |
    | 南镇 | 8 |
    """
    assert texts(mend_fragment(drawn(picture)).table)[1] == ["东镇", figure]


def test_a_heading_written_over_each_of_its_columns_is_divided_by_those_below() -> None:
    picture = """
    | 实施单位 | 任务总数 | 其中   | 其中   |
    |          |          | 幼儿园 | 校医室 |
    | 东镇 | 6 | 1 | 5 |
    | 西镇 | 7 | 6 | 1 |
    """
    assert [row[2:] for row in texts(mend_fragment(drawn(picture)).table)[:2]] == [
        ["其中"] * 2,
        ["幼儿园", "校医室"],
    ]


@pytest.mark.parametrize("rule", ["| --- | --- | ---", "--- | --- | ---"])
def test_the_rule_below_the_headings_says_which_pipes_are_edges(rule: str, tmp_path: Path) -> None:
    left = "| " * rule.startswith("|")
    rows = ["镇 | 新建 | 改建", rule.removeprefix("| "), "东镇 | 3 | ", "西镇 |  | ", " | 2 | 1"]
    path = tmp_path / "notice.md"
    path.write_text("某县建设计划表\n\n" + "\n".join(left + row for row in rows) + "\n", encoding="utf-8")
    made = mend(outline(read(path, "x", {}))).tables
    assert [len(row) for row in texts(made[0])] == [3] * 4
    assert texts(made[0])[1:3] == [["东镇", "3", ""], ["西镇", "", ""]]
