"""What several readings of a table share, headings of one column each, names that are none: three tables for each."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

# Rows with one reading are laid though another row has two: rows 西镇 and 上坪 have one.
FORCED = [
    (
        """
        | 镇街 | 床位 | 公厕 | 食堂 |
        | 东镇 | 1 | 1 |
        | 西镇 | 50 | 7 |
        | 南镇 | 2 | 1 |
        | 合计 | 3 | 51 | 8 |
        """,
        "西镇 |  | 50 | 7",
    ),
    (
        """
        | 序号 | 社区 | 站点 | 路灯 | 车位 |
        | 1 | 前进社区 | 2 | 2 |
        | 2 | 东风社区 | 2 | 2 |
        | 3 | 红星社区 | 80 | 30 |
        | 合计 |  | 4 | 82 | 32 |
        """,
        "3 | 红星社区 |  | 80 | 30",
    ),
    (
        """
        | 村 | 2025年 | 2026年 | 2027年 |
        | 上坪 | 9 | 8 |
        | 下坪 | 1 | 1 |
        | 中坪 | 1 | 1 |
        | 合计 | 11 | 9 | 1 |
        """,
        "上坪 | 9 | 8 |",
    ),
]


@pytest.mark.parametrize(("picture", "row"), FORCED, ids=["towns", "communities", "villages"])
def test_a_row_with_one_reading_is_laid_beside_one_with_two(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert row in draw(whole.table)
    assert not any(cell.proved for cell in whole.table.cells)


# 3 stands in one of two columns and so is given for none, but 王五, 改建, 年底 under their heading in every reading.
SHARED = [
    ("| 镇街 | 床位 | 公厕 | 责任人 |\n| 东镇 | 3 | 王五 |\n| 西镇 | 4 | 5 | 李四 |\n| 南镇 | 6 | 7 | 赵六 |", "东镇 |  |  | 王五"),
    ("| 县区 | 站点 | 路灯 | 备注 |\n| 东县 | 1 | 2 | 新建 |\n| 西县 | 1 | 2 | 扩建 |\n| 南县 | 8 | 改建 |", "南县 |  |  | 改建"),
    ("| 村 | 户数 | 亩数 | 时限 |\n| 上坪 | 1 | 2 | 6月 |\n| 中坪 | 4 | 3 | 9月 |\n| 下坪 | 5 | 年底 |", "下坪 |  |  | 年底"),
]  # fmt: skip


@pytest.mark.parametrize(("picture", "row"), SHARED, ids=["town", "county", "village"])
def test_cells_that_all_readings_share_stand_there(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None
    assert row in draw(whole.table)


ONE_COLUMN_EACH = [
    """
    | 镇街 | 2025年 | 2026年 |
    |      | 口袋公园（处） | 口袋公园（处） |
    | 东镇 | 3 | 4 |
    | 西镇 | 1 | — |
    | 合计 | 4 | 4 |
    """,
    """
    | 序号 | 县区 | 一季度 | 二季度 | 备注 |
    |  |  | 新增床位 | 新增床位 |  |
    | 1 | 东县 | 30 | 42 | 含改建 |
    | 2 | 西县 |  | 18 |  |
    """,
    """
    | 单位 | 公办 | 民办 | 合计 |
    |  | 园所 | 园所 |  |
    | 甲街道 | 3 | 5 | 8 |
    | 乙街道 | 2 | 1 | 3 |
    """,
]


@pytest.mark.parametrize("picture", ONE_COLUMN_EACH, ids=["years", "quarters", "kinds"])
def test_words_over_figures_beside_no_name_are_headings(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.header_rows == 2


@pytest.mark.parametrize(
    "picture",
    [
        "| 镇街 | 责任人 | 电话 |\n|  | 王五 | 李四 |\n| 东镇 | 赵六 | 钱七 |",
        "| 镇街 | 床位 | 公厕 |\n|  | 东镇 |  |\n| 西镇 | 3 | 4 |\n| 合计 | 3 | 4 |",
        "| 村 | 类型 | 床位 |\n|  | 新建 | 3 |\n| 上坪 | 改建 | 4 |",
        "| 县区 | 内容 | 数量 |\n| 东县 | 公园 | 5 |\n|  | 绿道 | 6 |",
    ],
)
def test_words_over_words_and_figures_are_none(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.header_rows == 1


# A dash is the name of no row: 片区 lost its blank, and — stands under 公厕.
DASHES = [
    ("| 片区 | 镇街 | 公厕 | 床位 |\n| 东片 | 甲镇 | 1 | 2 |\n|  | 乙镇 | 3 | 4 |\n|  | 戊镇 | 3 | — |\n| 丙镇 | — | 6 |\n"
     "|  | 小计 | 7 | 12 |\n| 西片 | 丁镇 | 1 | — |\n|  | 小计 | 1 | — |\n| 合计 |  | 8 | 12 |", '" | 丙镇 | — | 6'),
    ("| 类别 | 项目名称 | 甲 | 乙 | 丙 |\n| 公办 | 一院 | — | 2 | 3 |\n|  | 二院 | 1 | — | 4 |\n|  | 三院 | 2 | 2 | 2 |\n"
     "| 四院 | — | — | 9 |\n| 合计 |  | 3 | 4 | 18 |", '" | 四院 | — | — | 9'),
    ("| 流域 | 项目 | 2025年 | 2026年 |\n| 青河 | 上段 | 5 | / |\n|  | 中段 | 1 | 2 |\n| 下段 | / | 7 |\n|  | 支流 | 3 | 1 |\n"
     "| 合计 |  | 9 | 10 |", '" | 下段 | / | 7'),
]  # fmt: skip


@pytest.mark.parametrize(("picture", "row"), DASHES, ids=["towns", "homes", "rivers"])
def test_a_dash_names_no_row(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None
    assert row in draw(whole.table)


TOTALS = [
    ("| 序号 | 镇街 | 床位 | 公厕 |\n| 1 | 甲镇 | 1 | 2 |\n| 2 | 乙镇 | 3 | 4 |\n| 3 | 丙镇 | 5 | 6 |\n- - -\n| 合计 | 9 | 12 |",
     "| 合计 |  | 9 | 12 |"),
    ("| 序号 | 县区 | 站点 | 说明 |\n| 1 | 东县 | 10 | 甲 |\n| 2 | 西县 | 30 | 乙 |\n| 3 | 南县 | 5 | 丙 |\n- - -\n| 合计 | 45 |  |",
     "| 合计 |  | 45 |  |"),
    ("| 序号 | 村 | 户 | 亩 | 人 |\n| 1 | 上坪 | 1 | 2 | 3 |\n| 2 | 下坪 | 1 | 2 | 3 |\n| 3 | 中坪 | 1 | 2 | 3 |\n- - -\n| 合计 | 3 | 6 | 9 |",
     "| 合计 |  | 3 | 6 | 9 |"),
]  # fmt: skip


@pytest.mark.parametrize(("picture", "row"), TOTALS, ids=["towns", "counties", "villages"])
def test_a_total_row_alone_on_a_page_is_laid_by_its_sums(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "certified"
    assert row in tidy(draw(whole.table))


# No sum is printed, and rows as long as the headings end in a blank: a row that is short lacks a blank, nobody knows which.
NO_SUM = [
    "| 镇街 | 床位 | 公厕 | 食堂 |\n| 东镇 | 3 | 2 |  |\n| 西镇 | 4 | 5 | 1 |\n| 南镇 | 6 |  |  |\n| 北镇 | 7 | 8 |",
    "| 县区 | 2025年 | 2026年 | 2027年 |\n| 东县 | 1 | 2 |  |\n| 西县 |  | 2 | 3 |\n| 南县 | 8 | 9 |\n| 北县 | 7 | 6 |\n| 中县 | 5 | 4 |",
    "| 村 | 新建 | 改建 | 续建 |\n| 上坪 | 1 | 2 |  |\n| 中坪 | 4 | 3 | 6 |\n| 下坪 | 5 |  | 1 |  |\n| 新坪 | 2 | 2 | 2 |",
]  # fmt: skip


@pytest.mark.parametrize("picture", NO_SUM, ids=["short", "several_short", "long"])
def test_without_a_sum_a_number_that_may_stand_in_two_columns_is_given_for_none(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert "ambiguous_row" in {issue.kind for issue in whole.issues}
    width = picture.splitlines()[0].count("|")
    whole_rows = [line for line in picture.splitlines()[1:] if line.count("|") == width]
    doubtful = {c.row for c in whole.table.cells if c.doubt}
    assert len(doubtful) == len(picture.splitlines()) - 1 - len(whole_rows)
    shared = [c.text for c in whole.table.cells if c.row in doubtful and c.col and c.text]
    assert shared in ([], ["5"])


def test_where_rows_end_with_their_last_cell_the_blanks_behind_it_are_lacking() -> None:
    picture = "| 镇街 | 床位 | 公厕 | 食堂 |\n| 东镇 | 3 | 2 |\n| 西镇 | 4 | 5 | 1 |\n| 南镇 | 6 |\n| 北镇 | 7 | 8 |\n| 中镇 | 1 | 1 | 1 |"
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status != "ambiguous"
    assert "南镇 | 6 |  |" in draw(whole.table)
