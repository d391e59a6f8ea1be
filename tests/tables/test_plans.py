"""Plans of towns and years: groups with sums of their own, lines of headings and units that lost their blanks."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

READ = {
    "a village without figures is no half of the name above": (
        """
        | 镇街 | 村（社区） | 床位 | 公厕 |
        | 东河街道 | 长山社区 | 27 | 18 |
        |  | 西山社区 |  |  |
        |  | 小计 | 27 | 18 |
        | 北河镇 | 东湾村 | 26 | 33 |
        |  | 桃水村 | 3 | 21 |
        |  | 小计 | 29 | 54 |
        | 合计 |  | 56 | 72 |
        """,
        """
        | 镇街 | 村（社区） | 床位 | 公厕 |
        | 东河街道 | 长山社区 | 27 | 18 |
        | " | 西山社区 |  |  |
        | " | 小计 | 27 | 18 |
        | 北河镇 | 东湾村 | 26 | 33 |
        | " | 桃水村 | 3 | 21 |
        | " | 小计 | 29 | 54 |
        | 合计 |  | 56 | 72 |
        """,
    ),
    "a number is of one row, and lost where the next but one follows": (
        """
        | 序号 | 片区 | 镇街 | 床位 |
        | 1 | 东片 | 红溪镇 | 4 |
        |  |  | 白溪镇 | 5 |
        | 3 |  | 青溪镇 | 6 |
        |  | 西片 | 柳河镇 | 1 |
        | 2 |  | 梅河镇 | 7 |
        | 合计 |  |  | 23 |
        """,
        """
        | 序号 | 片区 | 镇街 | 床位 |
        | 1 | 东片 | 红溪镇 | 4 |
        | 2 | " | 白溪镇 | 5 |
        | 3 | " | 青溪镇 | 6 |
        | 1 | 西片 | 柳河镇 | 1 |
        | 2 | " | 梅河镇 | 7 |
        | 合计 |  |  | 23 |
        """,
    ),
    "the name of a group printed too far right, and once more on the next page": (
        """
        | 序号 | 单位 | 床位 |  |
        |  |  | 现状 | 2026年 |
        |  |  | 一、东部片区 |  |  |
        | 1 | 红溪镇 | 4 | 5 |
        | 小计 |  | 4 | 5 |
        | 二、西部片区 |  |  |  |
        - -
        | 二、西部片区 |  |  |  |
        | 2 | 柳河镇 | 1 | 2 |
        | 小计 |  | 1 | 2 |
        | 合计 |  | 5 | 7 |
        """,
        """
        | 序号 | 单位 | 床位 | < |
        | " | " | 现状 | 2026年 |
        | 一、东部片区 |  |  |  |
        | 1 | 红溪镇 | 4 | 5 |
        | 小计 |  | 4 | 5 |
        | 二、西部片区 |  |  |  |
        | 2 | 柳河镇 | 1 | 2 |
        | 小计 |  | 1 | 2 |
        | 合计 |  | 5 | 7 |
        """,
    ),
    "members stand where 小计 does, beside the label of their group": (
        """
        | 片区 | 镇街 | 床位 | 公厕 |
        | 东片 | 小计 | 9 | 5 |
        | 红溪镇 | 4 | 5 |
        | 白溪镇 | 5 |
        | 西片 | 小计 | 8 | 3 |
        | 柳河镇 | 1 |
        | 梅河镇 | 7 | 3 |
        | 合计 | 17 | 8 |
        """,
        """
        | 片区 | 镇街 | 床位 | 公厕 |
        | 东片 | 小计 | 9 | 5 |
        | " | 红溪镇 | 4 | 5 |
        | " | 白溪镇 | 5 |  |
        | 西片 | 小计 | 8 | 3 |
        | " | 柳河镇 | 1 |  |
        | " | 梅河镇 | 7 | 3 |
        | 合计 |  | 17 | 8 |
        """,
    ),
    "two rows on one line below a label, and a sum and the first row": (
        """
        | 序号 | 类别 | 项目名称 | 单位 | 2026年 | 2027年 |
        | 合计 |  |  |  | 70 | 60 |  | 1 | 绿化 | 造林 | 亩 | 9 | 8 |
        | 2 |  | 公园绿地 | 亩 | 11 | 2 |
        | 3 | 水利 | 新建水渠 | 亩 | 30 | 40 | 4 |  | 改造水塘 | 亩 | 20 | 10 |
        """,
        """
        | 序号 | 类别 | 项目名称 | 单位 | 2026年 | 2027年 |
        | 合计 |  |  |  | 70 | 60 |
        | 1 | 绿化 | 造林 | 亩 | 9 | 8 |
        | 2 | " | 公园绿地 | 亩 | 11 | 2 |
        | 3 | 水利 | 新建水渠 | 亩 | 30 | 40 |
        | 4 | " | 改造水塘 | 亩 | 20 | 10 |
        """,
    ),
    "numbers that begin anew in the cells of names": (
        """
        | 序号 | 镇街 | 床位 | 公厕 |
        | 一、东部片区 |  |  |  |
        | 1 红溪镇 | 4 | 5 |
        | 2、白溪镇 | 5 | 1 |
        | 二、西部片区 |  |  |  |
        | 1、柳河镇 | 1 | 3 |
        | 2 梅河镇 | 7 | 3 |
        | 合计 |  | 17 | 12 |
        """,
        """
        | 序号 | 镇街 | 床位 | 公厕 |
        | 一、东部片区 |  |  |  |
        | 1 | 红溪镇 | 4 | 5 |
        | 2 | 白溪镇 | 5 | 1 |
        | 二、西部片区 |  |  |  |
        | 1 | 柳河镇 | 1 | 3 |
        | 2 | 梅河镇 | 7 | 3 |
        | 合计 |  | 17 | 12 |
        """,
    ),
    "units that lost the blanks before them": (
        """
        | 序号 | 镇街 | 路灯 | 公路 | 车位 |
        | 盏 | 公里 | 个 |
        | 1 | 红溪镇 | 4 | 5 | 1 |
        | 2 | 白溪镇 | 5 | 1 |  |
        | 合计 |  | 9 | 6 | 1 |
        """,
        """
        | 序号 | 镇街 | 路灯 | 公路 | 车位 |
        |  |  | 盏 | 公里 | 个 |
        | 1 | 红溪镇 | 4 | 5 | 1 |
        | 2 | 白溪镇 | 5 | 1 |  |
        | 合计 |  | 9 | 6 | 1 |
        """,
    ),
    "a unit in brackets below some headings ends them": (
        """
        | 镇街 | 路灯（盏） | 公路 |
        |  |  | （公里） |
        | 红溪镇 | 4 | 5 |
        | 白溪镇 | 5 | 1 |
        | 合计 | 9 | 6 |
        """,
        """
        | 镇街 | 路灯（盏） | 公路（公里） |
        | 红溪镇 | 4 | 5 |
        | 白溪镇 | 5 | 1 |
        | 合计 | 9 | 6 |
        """,
    ),
    "figures that together would be a year are no headings": (
        """
        | 镇街 | 路灯 | 车位 |
        |  | 2025年 | 2026年 | 小计 | 2025年 | 2026年 | 小计 |
        | 红溪镇 | 12 | 12 | 24 | 17 | 19 | 36 |
        | 白溪镇 | 6 | 20 | 26 | 3 | 12 | 15 |
        | 合计 | 18 | 32 | 50 | 20 | 31 | 51 |
        """,
        """
        | 镇街 | 路灯 | < | < | 车位 | < | < |
        | " | 2025年 | 2026年 | 小计 | 2025年 | 2026年 | 小计 |
        | 红溪镇 | 12 | 12 | 24 | 17 | 19 | 36 |
        | 白溪镇 | 6 | 20 | 26 | 3 | 12 | 15 |
        | 合计 | 18 | 32 | 50 | 20 | 31 | 51 |
        """,
    ),
    "a line of headings printed in full stands, and the shorter one below it moves": (
        """
        | 镇街 | 项目（个） | 投资（万元） | 来源（万元） |  |  |
        |  |  | 中央 | 省级 | 市县 |
        | 红溪镇 | 8 | 21 | 20 |  | 1 |
        | 白溪镇 | 5 | 33 |  |  | 33 |
        | 合计 | 13 | 54 | 20 |  | 34 |
        """,
        """
        | 镇街 | 项目（个） | 投资（万元） | 来源（万元） | < | < |
        | " | " | " | 中央 | 省级 | 市县 |
        | 红溪镇 | 8 | 21 | 20 |  | 1 |
        | 白溪镇 | 5 | 33 |  |  | 33 |
        | 合计 | 13 | 54 | 20 |  | 34 |
        """,
    ),
    "halves of years end the line above before it is laid": (
        """
        | 序号 | 镇街 | 标准（元/人） | 床位（张） |
        |  |  | 20 | 2026年 | 2025年 | 20 |
        |  |  | 25年 |  |  | 26年 |
        | 1 | 红溪镇 | 100 | 120 | 5 | 3 |
        | 2 | 白溪镇 | 100 | 150 | 4 |  |
        """,
        """
        | 序号 | 镇街 | 标准（元/人） | < | 床位（张） | < |
        | " | " | 2025年 | 2026年 | 2025年 | 2026年 |
        | 1 | 红溪镇 | 100 | 120 | 5 | 3 |
        | 2 | 白溪镇 | 100 | 150 | 4 |  |
        """,
    ),
}


@pytest.mark.parametrize(("printed", "whole"), READ.values(), ids=READ)
def test_what_a_plan_says(printed: str, whole: str) -> None:
    assert draw(mend_fragment(drawn(printed)).table) == tidy(whole)


UNPROVED = {
    "a word below the headings may be half of one": """
        | 序号 | 镇街 | 照护站 | 老年 |
        | 学校 |
        | 1 | 红溪镇 | 7 | 9 |
        | 2 | 白溪镇 | 5 | 1 |
        | 合计 |  | 12 | 10 |
        """,
    "a line of headings that divides nothing": """
        | 镇街 | 2026年 |  | 2027年 |  |
        |  | 托育 | 桥梁 | 托育 | 桥梁 |
        |  | 机构 |  | 机构 |  |
        | 红溪镇 | 7 | 9 | 1 | 2 |
        | 白溪镇 | 5 | 1 | 3 | 4 |
        | 合计 | 12 | 10 | 4 | 6 |
        """,
    "labels that stand on top of their rows, and one that cannot": """
        | 片区 | 镇街 | 床位 |
        | 东片 | 红溪镇 | 4 |
        |  | 白溪镇 | 5 |
        | 一、城区 |  |  |
        |  | 青溪镇 | 6 |
        | 西片 | 柳河镇 | 1 |
        |  | 梅河镇 | 7 |
        | 合计 |  | 23 |
        """,
}


@pytest.mark.parametrize("printed", UNPROVED.values(), ids=UNPROVED)
def test_what_sums_do_not_prove(printed: str) -> None:
    table = mend_fragment(drawn(printed)).table
    assert table is not None and table.status != "certified"


def test_one_dash_stands_for_its_group_where_blanks_say_that_nothing_is_planned() -> None:
    rows = """
        | 镇街 | 床位 |  | 公厕 |  |
        |  | 现状 | 2026年 | 现状 | 2026年 |
        | 红溪镇 | 4 | 5 |  | 3 |
        | 青溪镇 | 4 |  |  |  |
        | 柳河镇 |  | 1 | 2 |  |
        | 梅河镇 |  |  |  |  |
        | 白溪镇 |  | 2 | / |  |
        | 合计 | 8 | 8 | 2 | 3 |
        """
    assert "| 白溪镇 |  | 2 | / | < |" in draw(mend_fragment(drawn(rows)).table)


def test_one_dash_stands_for_itself() -> None:
    rows = """
        | 镇街 | 床位 |  | 公厕 |  |
        |  | 现状 | 2026年 | 现状 | 2026年 |
        | 红溪镇 | 4 | 5 |  | 3 |
        | 白溪镇 |  |  | / |  |
        | 合计 | 4 | 5 |  | 3 |
        """
    table = mend_fragment(drawn(rows)).table
    assert table is not None
    assert not any(cell.text == "/" and cell.col_span > 1 for cell in table.cells)
