"""Doubled cells, merged numbers, lost columns, parts side by side, misread figures: before and after."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, fragment, tidy

from pipeline.tables import mend_fragment

BEFORE_AFTER = {
    "doubled_cell": (
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 4  | 4  | 5 | 6 |
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
    "merged_numbers": (
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 10 0 | 6 |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 18 | 10 | 18 |
        """,
        """
        | 镇街 | 甲 | 乙 | 丙 |
        | 东镇 | 1  | 2  | 3  |
        | 西镇 | 10 | 0  | 6  |
        | 北镇 | 7  | 8  | 9  |
        | 合计 | 18 | 10 | 18 |
        """,
        [("shifted_row", "certified")],
    ),
    "vanished_columns": (
        """
        | 序号 | 重点任务 | 备注 | 完成时限 |
        | 1 | 改造管网 | 新增 | 6月底前 |
        | 2 | 新建食堂 |      | 长期坚持 |
        - - -
        | 3 | 培训骨干 | 9月底前 |
        | 4 | 公开目录 | 长期坚持 |
        """,
        """
        | 序号 | 重点任务 | 备注 | 完成时限 |
        | 1 | 改造管网 | 新增 | 6月底前 |
        | 2 | 新建食堂 |      | 长期坚持 |
        | 3 | 培训骨干 |      | 9月底前 |
        | 4 | 公开目录 |      | 长期坚持 |
        """,
        [("vanished_columns", "probable")],
    ),
    "short_rows_that_are_usual": (
        """
        | 序号 | 重点任务 | 完成时限 | 备注 |
        | 1 | 改造管网 | 6月底前 |
        | 2 | 新建食堂 | 长期坚持 |
        - - -
        | 3 | 培训骨干 | 9月底前 |
        """,
        """
        | 序号 | 重点任务 | 完成时限 | 备注 |
        | 1 | 改造管网 | 6月底前 |      |
        | 2 | 新建食堂 | 长期坚持 |      |
        | 3 | 培训骨干 | 9月底前 |      |
        """,
        [],
    ),
    "side_by_side": (
        """
        | 序号 | 任务 | 序号 | 任务 |
        | 1 | 改造管网 | 3 | 培训骨干 |
        | 2 | 新建食堂 |   |          |
        """,
        """
        | 序号 | 任务 |
        | 1 | 改造管网 |
        | 2 | 新建食堂 |
        | 3 | 培训骨干 |
        """,
        [("side_by_side", "certified")],
    ),
    "side_by_side_row_by_row": (
        """
        | 序号 | 任务 | 序号 | 任务 |
        | 1 | 改造管网 | 2 | 培训骨干 |
        | 3 | 新建食堂 | 4 | 公开目录 |
        """,
        """
        | 序号 | 任务 |
        | 1 | 改造管网 |
        | 2 | 培训骨干 |
        | 3 | 新建食堂 |
        | 4 | 公开目录 |
        """,
        [("side_by_side", "certified")],
    ),
    "misread_figure": (
        """
        | 项目名称 | 合计 | 中央 | 市级 |
        | 东镇食堂 | 18   | 13   | 5    |
        | 西镇食堂 | 15   | 6    | 8    |
        | 北镇食堂 | 12   | 6    | 6    |
        | 南镇食堂 | 21   | 6    | 15   |
        | 中镇食堂 | 10   | 4    | 6    |
        | 合计     | 76   | 35   | 41   |
        """,
        """
        | 项目名称 | 合计 | 中央 | 市级 |
        | 东镇食堂 | 18   | 13   | 5    |
        | 西镇食堂 | 15   | 6    | 9    |
        | 北镇食堂 | 12   | 6    | 6    |
        | 南镇食堂 | 21   | 6    | 15   |
        | 中镇食堂 | 10   | 4    | 6    |
        | 合计     | 76   | 35   | 41   |
        """,
        [("misread_digit", "probable")],
    ),
}


@pytest.mark.parametrize("name", BEFORE_AFTER)
def test_drawing(name: str) -> None:
    before, after, repairs = BEFORE_AFTER[name]
    whole = mend_fragment(drawn(before))
    assert draw(whole.table) == tidy(after)
    assert [(r.kind, r.certainty) for r in whole.repairs] == repairs


def test_totals_along_one_axis_leave_a_misread_figure() -> None:
    """6 for 8 and 3 for 5 would both let the sum come out."""
    whole = mend_fragment(
        drawn("""
            | 镇街 | 甲 | 乙 |
            | 东镇 | 8  | 1  |
            | 西镇 | 6  | 2  |
            | 北镇 | 3  | 3  |
            | 合计 | 19 | 6  |
            """)
    )
    assert not whole.repairs
    assert [i.kind for i in whole.issues] == ["undecided_digit"]
    assert "row 3: 6 or 8" in whole.issues[0].message.en and "row 4: 3 or 5" in whole.issues[0].message.en


def test_only_a_zero_moves_so_no_sum_says_where_it_stands() -> None:
    whole = mend_fragment(
        drawn("""
            | 镇街 | 甲 | 乙 | 丙 |
            | 东镇 | 1  | 2  | 3  |
            | 西镇 | 4  | 0  |
            | 北镇 | 7  | 8  | 9  |
            | 合计 | 12 | 10 | 12 |
            """)
    )
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert [i.kind for i in whole.issues] == ["ambiguous_row"]


def test_two_ways_to_put_back_a_column_are_an_issue() -> None:
    """Page two may lack 乙 or 丙: both hold numbers."""
    rows = [
        ["镇街", "甲", "乙", "丙"],
        *[[f"东{n}镇", "1", "2", "3"] for n in range(4)],
        *[[f"西{n}镇", "1", "4"] for n in range(3)],
    ]
    whole = mend_fragment(fragment(rows, breaks=[5]))
    assert whole.table is not None and whole.table.status != "certified"
    assert not [r for r in whole.repairs if r.kind == "vanished_columns"]


def test_parts_under_other_headings_stay_beside_each_other() -> None:
    whole = mend_fragment(
        drawn("| 指标 | 现状 | 指标 | 目标 |\n| 覆盖率 | 1% | 达标率 | 2% |\n| 普及率 | 3% | 受理率 | 4% |")
    )
    assert whole.table is not None and whole.table.n_cols == 4


def test_the_parts_of_merged_numbers_point_at_their_own_figures() -> None:
    broken = drawn(BEFORE_AFTER["merged_numbers"][0])
    whole = mend_fragment(broken)
    assert whole.table is not None
    lengths = {
        cell.text: [p.end - p.start for p in cell.parts] for cell in whole.table.cells if cell.row == 2
    }
    assert lengths["10"] == [2] and lengths["0"] == [1]


IDENTITIES = {
    "villages": """
        | 镇 | 村数 | 现有 | 缺口 | 2025年 | 2026年 |
        | 甲镇 | 9 | 4 | 5 | 2 | 3 |
        | 乙镇 | 8 | 2 | 6 | 1 |   |
        | 丙镇 | 7 | 3 | 4 | 3 | 1 |
        | 丁镇 | 6 | 1 | 5 |   | 2 |
        | 戊镇 | 5 | 3 | 2 | 1 | 1 |
        - - -
        | 己镇 | 7 | 4 | 3 | 2 |
        | 庚镇 | 9 | 3 | 6 | 5 |
        """,
    "schools": """
        | 县区 | 学校数 | 达标 | 未达标 | 2026年 | 2027年 |
        | 东县 | 19 | 14 | 5 | 2 | 3 |
        | 西县 | 18 | 12 | 6 | 1 | 4 |
        | 南县 | 17 | 13 | 4 | 3 | 1 |
        | 北县 | 16 | 11 | 5 | 4 | 2 |
        | 中县 | 15 | 13 | 2 | 1 | 1 |
        - - -
        | 上县 | 17 | 14 | 3 | 2 |
        | 下县 | 19 | 13 | 6 | 5 |
        """,
}


@pytest.mark.parametrize("picture", IDENTITIES.values(), ids=IDENTITIES)
def test_an_identity_says_which_columns_a_page_has(picture: str) -> None:
    """Whole, there and lacking are the first three in every row; of 2 and 5 nobody knows the year."""
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None
    below = {(c.row, c.col): (c.text, c.doubt) for c in whole.table.cells if c.row in (6, 7) and c.text}
    places = {(row, col) for row, col in below}
    assert {(6, 1), (6, 2), (6, 3), (7, 1), (7, 2), (7, 3)} <= places
    assert [below[6, j][0] for j in (1, 2, 3)] in (["7", "4", "3"], ["17", "14", "3"])
    assert all(doubt for _, doubt in below.values()) or whole.table.status == "consistent"


def test_a_figure_put_right_by_sums_is_not_certified() -> None:
    """Row and column point at one figure, but the source may have printed it wrong: that it was misread stays likely."""
    whole = mend_fragment(drawn(BEFORE_AFTER["misread_figure"][0]))
    assert whole.table is not None and whole.table.status != "certified"
    assert not any(repair.certainty == "certified" for repair in whole.repairs)
