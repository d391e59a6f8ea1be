"""Each kind of damage drawn before and after, and what must be left alone."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

BEFORE_AFTER = {
    "group_dash_in_one_cell": (
        """
        | 镇街 | 床位 |      |      | 公厕 |      |
        |      | 现有 | 2025 | 2026 | 现有 | 2025 |
        | 东镇 | 4    | 2    | 1    | 3    |      |
        | 西镇 | --   | 1    | 6    |
        | 南镇 | 5    |      | 7    | --   |
        | 北镇 | --   |      | 4    |
        """,
        """
        | 镇街 | 床位 | <    | <    | 公厕 | <    |
        | "    | 现有 | 2025 | 2026 | 现有 | 2025 |
        | 东镇 | 4    | 2    | 1    | 3    |      |
        | 西镇 | --   | <    | <    | 1    | 6    |
        | 南镇 | 5    |      | 7    | --   | <    |
        | 北镇 | --   | <    | <    |      | 4    |
        """,
        [("shifted_row", "probable")] * 3 + [("not_applicable", "probable")] * 3,
    ),
    "shifted_row": (
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        |      | 西镇 | 4 | 5 | 6 |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 15 | 18 |
        """,
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 4  | 5  | 6  |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 15 | 18 |
        """,
        [("shifted_row", "certified")],
    ),
    "phantom_cell": (
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  |    | 3  |
        | 西镇 | 4  |    |  | 6 |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 8  | 18 |
        """,
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  |    | 3  |
        | 西镇 | 4  |    | 6  |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 8  | 18 |
        """,
        [("shifted_row", "certified")],
    ),
    "lost_blank": (
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 4  | 6  |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 10 | 18 |
        """,
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 4  |    | 6  |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 12 | 10 | 18 |
        """,
        [("shifted_row", "certified")],
    ),
    "group_total": (
        """
        | 镇街 | 站 |      | 中心 |      |
        |      | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | 1 | 2 | 3 | 4 |
        | 西镇 | 5 | 6 | 7 | 8 |
        | 合计 | 6 | 8 | 10 | 12 |
        | 14 |   |   | 22 |   |
        """,
        """
        | 镇街 | 站 | < | 中心 | < |
        | "    | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | 1 | 2 | 3 | 4 |
        | 西镇 | 5 | 6 | 7 | 8 |
        | 合计 | 6 | 8 | 10 | 12 |
        | "    | 14 | < | 22 | < |
        """,
        [("group_total", "certified")],
    ),
    "not_applicable": (
        """
        | 镇街 | 站 |      | 中心 |      |
        |      | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | 1  | 2 | ---  |   |
        | 西镇 | --- |  | 7 | 8 |
        """,
        """
        | 镇街 | 站 | < | 中心 | < |
        | "    | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | 1   | 2 | --- | < |
        | 西镇 | --- | < | 7 | 8 |
        """,
        [("not_applicable", "probable"), ("not_applicable", "probable")],
    ),
    "dash_in_one_cell": (
        """
        | 镇街 | 站 |      | 中心 |      |
        |      | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | — | 2 | 3 | — |
        | 西镇 | — |   | 7 | 8 |
        """,
        """
        | 镇街 | 站 | < | 中心 | < |
        | "    | 现有 | 2025 | 现有 | 2025 |
        | 东镇 | — | 2 | 3 | — |
        | 西镇 | — |   | 7 | 8 |
        """,
        [],
    ),
    "running_head": (
        """
        | 序号 | 任务 | 责任单位 |
        | 1 | 修订章程 | 市司法局 |
        - - -
        某市人民政府行政规范性文件
        - - -
        | 2 | 公开目录 | 市档案局 |
        """,
        """
        | 序号 | 任务 | 责任单位 |
        | 1 | 修订章程 | 市司法局 |
        | 2 | 公开目录 | 市档案局 |
        """,
        [("furniture", "probable")],
    ),
    "repeated_heading": (
        """
        | 序号 | 任 务 | 责任单位 |
        | 1 | 修订章程 | 市司法局 |
        - - -
        | 序 号 | 任务 | 责任单位 |
        | 2 | 公开目录 | 市档案局 |
        """,
        """
        | 序号 | 任务 | 责任单位 |
        | 1 | 修订章程 | 市司法局 |
        | 2 | 公开目录 | 市档案局 |
        """,
        [("repeated_heading", "certified")],
    ),
    "split_row": (
        """
        | 序号 | 任务 | 责任单位 |
        | 1 | 修订章程，公布全 | 市司法局 |
        - - -
        |   | 文，并组织宣传。 |  |
        | 2 | 公开目录。 | 市档案局 |
        """,
        """
        | 序号 | 任务 | 责任单位 |
        | 1 | 修订章程，公布全文，并组织宣传。 | 市司法局 |
        | 2 | 公开目录。 | 市档案局 |
        """,
        [("split_row", "probable")],
    ),
    "items_below_a_label_are_rows": (
        """
        | 类别 | 要求 |
        | 安全 | 1.设置扶手 |
        - - -
        |      | 2.设置坡道 |
        | 卫生 | 1.每日清洁 |
        |      | 2.每周消毒 |
        """,
        """
        | 类别 | 要求 |
        | 安全 | 1.设置扶手 |
        | " | 2.设置坡道 |
        | 卫生 | 1.每日清洁 |
        | " | 2.每周消毒 |
        """,
        [("merged_label", "certified"), ("merged_label", "certified")],
    ),
    "centred_label": (
        """
        | 序号 | 类别 | 要求 |
        | 1 |      | 1.设置扶手 |
        | 2 | 安全 | 2.设置坡道 |
        | 3 |      | 3.设置护栏 |
        | 4 |      | 1.每日清洁 |
        | 5 | 卫生 | 2.每周消毒 |
        """,
        """
        | 序号 | 类别 | 要求 |
        | 1 | 安全 | 1.设置扶手 |
        | 2 | " | 2.设置坡道 |
        | 3 | " | 3.设置护栏 |
        | 4 | 卫生 | 1.每日清洁 |
        | 5 | " | 2.每周消毒 |
        """,
        [("centred_label", "certified"), ("centred_label", "certified")],
    ),
    "centred_without_numbers": (
        """
        | 序号 | 类别 | 要求 |
        | 1 |      | 设置扶手 |
        | 2 | 安全 | 设置坡道 |
        | 3 |      | 设置护栏 |
        | 4 |      | 每日清洁 |
        | 5 | 卫生 | 每周消毒 |
        | 6 |      | 每月检测 |
        """,
        """
        | 序号 | 类别 | 要求 |
        | 1 | 安全 | 设置扶手 |
        | 2 | " | 设置坡道 |
        | 3 | " | 设置护栏 |
        | 4 | 卫生 | 每日清洁 |
        | 5 | " | 每周消毒 |
        | 6 | " | 每月检测 |
        """,
        [("centred_label", "probable"), ("centred_label", "probable")],
    ),
    "group_rows_stay": (
        """
        | 序号 | 任务 | 责任单位 | 时限 |
        | 一、规划方面（共2项） | | | |
        | 1 | 修订章程 | 市司法局 | 6月底前 |
        | 2 | 公开目录 | 市档案局 | 9月底前 |
        """,
        """
        | 序号 | 任务 | 责任单位 | 时限 |
        | 一、规划方面（共2项） | | | |
        | 1 | 修订章程 | 市司法局 | 6月底前 |
        | 2 | 公开目录 | 市档案局 | 9月底前 |
        """,
        [],
    ),
    "headings_printed_in_each_column_they_span": (
        """
        | 序号 | 镇 | 2026年 | 2026年 | 2027年 | 2027年 |
        | 序号 | 镇 | 新建 | 改造 | 新建 | 改造 |
        | 1 | 东镇 | 3 | 2 |   | 1 |
        | 序号 | 镇 | 2026年 | 2026年 | 2027年 | 2027年 |
        | 序号 | 镇 | 新建 | 改造 | 新建 | 改造 |
        | 2 | 西镇 | 4 |   | 5 | 2 |
        """,
        """
        | 序号 | 镇 | 2026年 | < | 2027年 | < |
        | " | " | 新建 | 改造 | 新建 | 改造 |
        | 1 | 东镇 | 3 | 2 |  | 1 |
        | 2 | 西镇 | 4 |  | 5 | 2 |
        """,
        [("repeated_heading", "certified"), ("repeated_heading", "certified")],
    ),
    "rows_with_equal_neighbours_are_no_headings": (
        """
        | 镇街 | 牵头单位 | 配合单位 |
        | 东镇 | 市民政局 | 市民政局 |
        | 西镇 | 市民政局 | 市教育局 |
        """,
        """
        | 镇街 | 牵头单位 | 配合单位 |
        | 东镇 | 市民政局 | 市民政局 |
        | 西镇 | 市民政局 | 市教育局 |
        """,
        [],
    ),
    "units_under_the_headings": (
        """
        | 镇街 | 养老床位 | 投资 |
        | 单位 | 张 | 万元 |
        | 东镇 | 30 | 12.5 |
        | 西镇 | 40 | 7.5 |
        """,
        """
        | 镇街 | 养老床位 | 投资 |
        | "  | 张 | 万元 |
        | 东镇 | 30 | 12.5 |
        | 西镇 | 40 | 7.5 |
        """,
        [],
    ),
    "the_label_of_a_group_reaches_its_subtotal": (
        """
        | 片区 | 镇街 | 床位 |
        | 东片 | 甲镇 | 3 |
        | 乙镇 | 4 |
        | 小计 | 7 |
        | 西片 | 丙镇 | 5 |
        |      | 丁镇 | 1 |
        |      | 小计 | 6 |
        | 合计 |      | 13 |
        """,
        """
        | 片区 | 镇街 | 床位 |
        | 东片 | 甲镇 | 3 |
        | " | 乙镇 | 4 |
        | " | 小计 | 7 |
        | 西片 | 丙镇 | 5 |
        | " | 丁镇 | 1 |
        | " | 小计 | 6 |
        | 合计 |  | 13 |
        """,
        [
            ("shifted_row", "certified"),
            ("shifted_row", "certified"),
            ("merged_label", "probable"),
            ("merged_label", "probable"),
        ],
    ),
    "two_names_at_a_page_end_are_two_rows": (
        """
        | 片区 | 镇街 | 床位 |
        | 东片 | 甲山镇 | 3 |
        |      | 中和乡 | 4 |
        - - -
        |      | 上坪镇 |   |
        | 西片 | 丙河镇 | 5 |
        | 合计 |        | 12 |
        """,
        """
        | 片区 | 镇街 | 床位 |
        | 东片 | 甲山镇 | 3 |
        | " | 中和乡 | 4 |
        | " | 上坪镇 |  |
        | 西片 | 丙河镇 | 5 |
        | 合计 |  | 12 |
        """,
        [("merged_label", "probable")],
    ),
    "where_the_word_of_a_total_row_stands_is_no_second_reading": (
        """
        | 序号 | 片区 | 镇街 | 甲 | 乙 |
        | 1 | 东片 | 甲镇 | 3 | 1 |
        | 2 | 东片 | 乙镇 | 4 |   |
        | 合计 | 7 | 1 |
        """,
        """
        | 序号 | 片区 | 镇街 | 甲 | 乙 |
        | 1 | 东片 | 甲镇 | 3 | 1 |
        | 2 | 东片 | 乙镇 | 4 |  |
        | 合计 |  |  | 7 | 1 |
        """,
        [("shifted_row", "certified")],
    ),
    "blank_values_are_not_carried_down": (
        """
        | 序号 | 镇街 | 站 | 备注 |
        | 1 | 东镇 | 3 | 新建 |
        | 2 | 西镇 |   |      |
        | 3 | 北镇 | 4 |      |
        """,
        """
        | 序号 | 镇街 | 站 | 备注 |
        | 1 | 东镇 | 3 | 新建 |
        | 2 | 西镇 |   |      |
        | 3 | 北镇 | 4 |      |
        """,
        [],
    ),
}


@pytest.mark.parametrize("name", BEFORE_AFTER)
def test_drawing(name: str) -> None:
    before, after, repairs = BEFORE_AFTER[name]
    whole = mend_fragment(drawn(before))
    assert draw(whole.table) == tidy(after)
    assert [(r.kind, r.certainty) for r in whole.repairs] == repairs


def test_of_two_equal_readings_nothing_is_chosen() -> None:
    """No total says whether 乙 or 丙 of 西镇 is blank, so 6 is given for neither; 4 and 8 stand where they do either way."""
    whole = mend_fragment(
        drawn("""
            | 镇街 | 甲 | 乙 | 丙 | 丁 |
            | 东镇 | 1  | 2  | 3  | 4  |
            | 西镇 | 4  |    | 6  |    | 8 |
            | 北镇 | 7  | 8  | 9  | 5  |
            """)
    )
    assert whole.table is not None
    assert whole.table.status == "ambiguous"
    assert [repair.certainty for repair in whole.repairs] == ["probable"]
    assert "西镇 | 4 |  |  | 8" in draw(whole.table)
    assert [i.kind for i in whole.issues] == ["ambiguous_row"]


def test_a_total_that_is_wrong_in_the_source_is_left_wrong() -> None:
    whole = mend_fragment(drawn("| 镇街 | 甲 | 乙 |\n| 东镇 | 1 | 2 |\n| 西镇 | 3 | 4 |\n| 合计 | 4 | 7 |"))
    assert whole.table is not None
    assert (whole.table.status, whole.repairs) == ("unverified", ())


def test_a_form_is_no_table() -> None:
    whole = mend_fragment(drawn("| 区民政局审核意见 | 年 月 日 |\n| -------- | -------- |"))
    assert whole.table is None
    assert [i.kind for i in whole.issues] == ["form"]


def test_a_form_behind_a_table_is_cut_off() -> None:
    whole = mend_fragment(
        drawn("""
            | 镇街 | 甲 | 乙 | 丙 |
            | 东镇 | 1 | 2 | 3 |
            | 西镇 | 3 | 4 | 3 |
            - - -
            | 单位（盖章） | 年 月 日 |
            """)
    )
    assert whole.table is not None
    assert whole.table.n_rows == 3
    assert [i.kind for i in whole.issues] == ["form"]


def test_a_caption_and_a_unit_above_the_headings() -> None:
    whole = mend_fragment(
        drawn("任务分解表（单位：万元）\n| 区县 | 甲 | 乙 |\n| 东县 | 1 | 2 |\n| 西县 | 3 | 4 |")
    )
    assert whole.table is not None
    assert (whole.table.title, whole.table.unit) == ("任务分解表（单位：万元）", "万元")


def test_the_box_of_a_web_page_is_no_table() -> None:
    whole = mend_fragment(
        drawn("""
            | 索引号：| 0143/2018-25 | 主题分类： | 科技 |
            | 发文机关：| 某省人民政府办公厅 | 成文日期： | 2018年12月23日 |
            | 标 题：| 关于推广的通知 | 发文字号： | 某政办〔2018〕12号 |
            """)
    )
    assert whole.table is None
    assert [i.kind for i in whole.issues] == ["page_box"]
