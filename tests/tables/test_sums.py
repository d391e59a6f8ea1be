"""What takes part in the sums of a table, and which rows are sums: figures with units, 全县 alone, groups, rates."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.model import Table
from pipeline.tables import mend_fragment


def table(picture: str) -> Table:
    found = mend_fragment(drawn(picture)).table
    assert found is not None
    return found


def roles(picture: str) -> str:
    """`t` for each row of a total, `b` for each other, headings left out."""
    found = {cell.row: cell.role for cell in table(picture).cells if cell.col}
    return "".join(role[0] for _, role in sorted(found.items()) if role != "header")


CERTIFIED = {
    "units": "| 镇街 | 公厕 | 公路 | 投资 |\n| 东镇 | 12处 | 3.5公里 | 1,200万元 |\n| 西镇 | 5处 | 2公里 | 300万元 |\n| 合计 | 17处 | 5.5公里 | 1,500万元 |",
    "units here and there": "| 镇街 | 公厕 | 床位 |\n| 东镇 | 12 | 3 |\n| 西镇 | 5处 | 2 |\n| 合计 | 17处 | 5 |",
    "万 and 亿": "| 镇街 | 公厕 | 投资 |\n| 东镇 | 12处 | 1200万元 |\n| 西镇 | 5处 | 1.5亿元 |\n| 合计 | 17处 | 1.62亿元 |",
    "names that are numbers with a unit": "| 组别 | 公厕 | 投资 |\n| 1组 | 12 | 120 |\n| 2组 | 5 | 15 |\n| 3组 | 7 | 15 |\n| 合计 | 24 | 150 |",
    "全县 below": "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 全县 | 8 | 4 |",
    "全市 above": "| 区县 | 床位 | 公厕 |\n| 全市 | 8 | 4 |\n| 东区 | 3 | 1 |\n| 西区 | 5 | 3 |",
    "the name of the place": "| 单位 | 床位 | 公厕 | 食堂 |\n| 青河市 | 16 | 8 | 9 |\n| 东镇 | 3 | 1 | 2 |\n| 西镇 | 5 | 3 | 3 |\n| 南镇 | 8 | 4 | 4 |",
    "groups by their names": "| 镇街 | 床位 | 公厕 |\n| 东部片区 | 8 | 4 |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 西部片区 | 6 | 2 |\n| 南镇 | 6 | 2 |\n| 合计 | 14 | 6 |",
    "全省 above groups": "| 地区 | 床位 | 公厕 |\n| 全省 | 19 | 12 |\n| 东市 | 8 | 4 |\n| 甲县 | 3 | 1 |\n| 乙县 | 5 | 3 |\n| 西市 | 11 | 8 |\n| 丙县 | 6 | 2 |\n| 丁县 | 5 | 6 |",
    "a part of a row": "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 其中：城区 | 1 | 1 |\n| 西镇 | 5 | 3 |\n| 合计 | 8 | 4 |",
    "a row of rates": "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 合计 | 8 | 4 |\n| 完成率（%） | 80 | 75 |",
    "growth": "| 镇街 | 2025年 | 2026年 | 增速 |\n| 东镇 | 10 | 20 | 100 |\n| 西镇 | 5 | 6 | 20 |\n| 合计 | 15 | 26 | 73.3 |",
    "ranks": "| 镇街 | 公厕 | 位次 |\n| 东镇 | 3 | 2 |\n| 西镇 | 4 | 1 |\n| 合计 | 7 | 3 |",
    "新增长者食堂 is counted": "| 镇街 | 新增长者食堂 | 公厕 |\n| 东镇 | 10 | 20 |\n| 西镇 | 5 | 6 |\n| 合计 | 15 | 26 |",
    "a group without 小计": "| 片区 | 镇街 | 床位 | 公厕 |\n| 东部 | 东镇 | 3 | 1 |\n| 西部 | 南镇 | 6 | 2 |\n|  | 北镇 | 5 | 1 |\n|  | 小计 | 11 | 3 |\n| 合计 |  | 14 | 4 |",
    "小计 before its rows": "| 片区 | 镇街 | 床位 | 公厕 |\n| 东部 | 小计 | 8 | 4 |\n|  | 东镇 | 3 | 1 |\n|  | 西镇 | 5 | 3 |\n| 西部 | 小计 | 6 | 2 |\n|  | 南镇 | 6 | 2 |\n| 合计 |  | 14 | 6 |",
}  # fmt: skip


@pytest.mark.parametrize("kind", CERTIFIED)
def test_sums_that_come_out_prove(kind: str) -> None:
    assert table(CERTIFIED[kind]).status == "certified"


NOT = {
    "units": ("17处", "18处"),
    "万 and 亿": ("1.62亿元", "1.52亿元"),
    "全县 below": ("全县 | 8 | 4", "全县 | 8 | 5"),
    "the name of the place": ("16 | 8 | 9", "16 | 8 | 8"),
    "全省 above groups": ("西市 | 11 | 8", "西市 | 11 | 7"),
    "groups by their names": ("东部片区 | 8 | 4", "东部片区 | 8 | 5"),
    "a part of a row": ("| 其中：城区", "| 城区"),
    "新增长者食堂 is counted": ("合计 | 15", "合计 | 14"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOT)
def test_sums_that_do_not_come_out_prove_nothing(kind: str) -> None:
    right, wrong = NOT[kind]
    assert right in CERTIFIED[kind]
    assert table(CERTIFIED[kind].replace(right, wrong)).status == "unverified"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("全县 below", "bbt"),
        ("全市 above", "tbb"),
        ("the name of the place", "tbbb"),
        ("groups by their names", "tbbtbt"),
    ],
)
def test_rows_that_are_sums(kind: str, said: str) -> None:
    assert roles(CERTIFIED[kind]) == said


ROWS = {
    "other figures": "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 全县 | 9 | 7 |",
    "the only row with figures, twice": "| 镇街 | 床位 | 公厕 | 食堂 |\n| 东镇 | 0 | 0 | 0 |\n| 西镇 | 0 | 0 | 0 |\n| 南镇 | 8 | 4 | 4 |\n| 北镇 | 8 | 4 | 4 |",
    "two columns of any name": "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 南镇 | 1 | 1 |\n| 北镇 | 9 | 5 |",
}  # fmt: skip


@pytest.mark.parametrize("kind", ROWS)
def test_rows_that_may_be_none(kind: str) -> None:
    assert "t" not in roles(ROWS[kind])
    assert table(ROWS[kind]).status == "unverified"


def test_a_column_of_the_whole_place_is_a_sum_where_the_rows_say_so() -> None:
    rows = "| 指标 | 全市 | 东区 | 西区 |\n| 床位 | 8 | 4 | 4 |\n| 公厕 | 5 | 3 | 2 |\n| 食堂 | 9 | 3 | 6 |"
    assert table(rows).status == "consistent"
    assert table(rows.replace("8 | 4", "7 | 4").replace("5 | 3", "4 | 3")).status == "unverified"


def test_units_of_two_kinds_in_one_sum_prove_nothing() -> None:
    picture = (
        "| 镇街 | 公厕 | 公路 |\n| 东镇 | 12处 | 3公里 |\n| 西镇 | 3公里 | 5公里 |\n| 合计 | 15 | 8公里 |"
    )
    assert table(picture).status == "consistent"


def test_a_lost_blank_is_found_by_sums_of_figures_with_units() -> None:
    picture = "| 镇街 | 公厕 | 公路 | 投资 |\n| 东镇 | 12处 | 3.5公里 | 120万元 |\n| 西镇 | 2公里 | 30万元 |\n| 南镇 | 5处 | 1公里 |  |\n| 合计 | 17处 | 6.5公里 | 150万元 |"
    found = table(picture)
    assert found.status == "certified"
    assert "| 西镇 |  | 2公里 | 30万元 |" in draw(found)


def test_a_label_beside_the_sum_above_its_rows_reaches_down_to_them() -> None:
    lines = draw(table(CERTIFIED["小计 before its rows"])).splitlines()
    assert lines[1:4] == ["| 东部 | 小计 | 8 | 4 |", '| " | 东镇 | 3 | 1 |', '| " | 西镇 | 5 | 3 |']


def test_parts_of_a_row_may_be_several_and_the_years_of_building_are_no_amounts() -> None:
    parts = "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 3 |\n| 其中：城区 | 1 | 1 |\n| 新区 | 1 | 2 |\n| 西镇 | 5 | 3 |\n| 合计 | 8 | 6 |"
    assert table(parts).status == "consistent"
    assert table(parts.replace("西镇 | 5", "西镇 | 6")).status == "unverified"
    years = "| 项目 | 建设年限 | 投资 |\n| 一、产业 |  | 62 |\n| 铝厂 | 2023 | 42 |\n| 菇房 | 2024 | 20 |\n| 二、民生 |  | 36 |\n| 医院 | 2022 | 30 |\n| 小区 | 2024 | 6 |\n| 合计 |  | 98 |"
    assert roles(years) == "tbbtbbt"


#: Rows with a cell too few or too many, whose figure may stand in either of two columns that no row fills and no sum counts.
NO_SUM_TELLS = {
    "a blank lost": "| 镇街 | 床位 | 公厕 | 食堂 | 驿站 | 备注 |\n| 东镇 |  |  | 4 |  |\n| 西镇 | 2 | 9 |  |  | 租赁 |\n| 南镇 |  |  |  |  |  |\n| 合计 | 2 |  |  |  |  |",
    "a blank too many": "| 镇街 | 床位 | 公厕 | 食堂 | 备注 |\n| 东镇 |  |  | 1 | 王五 |  |\n| 西镇 |  | 1 |  | 李四 |\n| 南镇 | 1 |  |  | 扩建 |\n|  | 合计 | 1 |  |  |  |",
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_SUM_TELLS)
def test_a_column_of_blanks_before_words_is_none_of_words(kind: str) -> None:
    assert table(NO_SUM_TELLS[kind]).status != "certified"


LUCK = "| 镇街 | 床位 | 公厕 | 食堂 | 书屋 |\n| {} |\n| 西镇 |  |  |  |  |\n| 南镇 |  | {} | {} |  |\n| 北镇 |  |  |  | {} |\n| 中镇 |  | {} |  |\n| 合计 |  |  |  |  |"


@pytest.mark.parametrize(
    "figures",
    [
        ("东镇 |  | 1 | 1 | 1", "", "1", "1", "1"),  # each is the one figure below it
        ("东镇 |  | 14 | 14 | 14", "", "14", "14", "14"),
        ("东镇 |  | 2 | 2 | 1", "1", "2", "1", "1"),  # 2 is 1 and 1
    ],
)
def test_a_row_that_is_the_sum_of_others_by_luck_certifies_nothing(figures: tuple[str, ...]) -> None:
    found = table(LUCK.format(*figures))
    assert found.status in ("ambiguous", "unverified")
    assert found.grid()[1][0].role == "body"


def test_large_sums_are_no_luck() -> None:
    small = "| 镇街 | 床位 | 公厕 | 食堂 |\n| 东部 | {} |\n| 西镇 | {} |\n| 南镇 | {} |\n| 北镇 | 1 |  | 1 |"
    assert roles(small.format("2 | 2 | 2", "1 | 1 |", "| 1 | 1")) == "bbbb"
    assert roles(small.format("9 | 7 | 12", "3 | 4 | 2", "5 | 3 | 9")) == "tbbb"
