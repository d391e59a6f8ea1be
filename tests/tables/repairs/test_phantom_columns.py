"""Columns in which nothing stands go; those that have a heading or stand blank by chance stay."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

BEFORE_AFTER = {
    "all_rows": (
        """
        | 镇街 | 床位 | 公厕 |
        | 东镇 | 3  |  | 1 |
        | 西镇 |    |  | 2 |
        | 南镇 | 4  |  |   |
        | 合计 | 7  |  | 3 |
        """,
        """
        | 镇街 | 床位 | 公厕 |
        | 东镇 | 3 | 1 |
        | 西镇 |   | 2 |
        | 南镇 | 4 |   |
        | 合计 | 7 | 3 |
        """,
    ),
    "two_columns": (
        """
        | 序号 | 乡镇 | 新建 | 改建 | 备注 |
        | 1 |  | 东乡 | 3  |  | 1 | 王村 |
        | 2 |  | 西乡 |    |  | 2 |      |
        | 3 |  | 南乡 | 4  |  |   | 李村 |
        | 4 |  | 北乡 |    |  | 5 |      |
        """,
        """
        | 序号 | 乡镇 | 新建 | 改建 | 备注 |
        | 1 | 东乡 | 3 | 1 | 王村 |
        | 2 | 西乡 |   | 2 |      |
        | 3 | 南乡 | 4 |   | 李村 |
        | 4 | 北乡 |   | 5 |      |
        """,
    ),
    "headings_too": (
        """
        | 县区 | 路灯 |  | 公厕 |
        | 东县 | 3 |  | 1 |
        | 西县 | — |  | 2 |
        | 南县 | 4 |  | 6 |
        """,
        """
        | 县区 | 路灯 | 公厕 |
        | 东县 | 3 | 1 |
        | 西县 | — | 2 |
        | 南县 | 4 | 6 |
        """,
    ),
    "from_a_row_on": (
        """
        | 镇街 | 床位 | 公厕 | 食堂 |
        | 东镇 | 3 | 1 |   |
        | 西镇 |   | 2 | 1 |
        | 南镇 | 4 |   | 2 |
        | 北镇 | 5 |  | 6 | 1 |
        | 中镇 |   |  | 2 | 3 |
        | 合计 | 12 |  | 11 | 7 |
        """,
        """
        | 镇街 | 床位 | 公厕 | 食堂 |
        | 东镇 | 3 | 1 |   |
        | 西镇 |   | 2 | 1 |
        | 南镇 | 4 |   | 2 |
        | 北镇 | 5 | 6 | 1 |
        | 中镇 |   | 2 | 3 |
        | 合计 | 12 | 11 | 7 |
        """,
    ),
    "heading_of_two_words_stays_one": (
        """
        | 镇街名称 | 床位 | 公厕 | 备注 |
        | 东镇 | 3  |  | 1 | 新建 |
        | 西镇 | 5  |  | 2 | 改建 |
        | 南镇 | 4  |  | 6 | 新建 |
        """,
        """
        | 镇街名称 | 床位 | 公厕 | 备注 |
        | 东镇 | 3 | 1 | 新建 |
        | 西镇 | 5 | 2 | 改建 |
        | 南镇 | 4 | 6 | 新建 |
        """,
    ),
}


@pytest.mark.parametrize(("before", "after"), BEFORE_AFTER.values(), ids=BEFORE_AFTER)
def test_a_column_in_which_nothing_stands_goes(before: str, after: str) -> None:
    whole = mend_fragment(drawn(before))
    assert draw(whole.table) == tidy(after)
    assert [(r.kind, r.certainty) for r in whole.repairs] == [("phantom_columns", "probable")]


def test_the_sums_prove_no_more_than_they_did() -> None:
    """Rows printed with too many cells were laid by what is likely: no status vouches for them, and they say so."""
    whole = mend_fragment(drawn(BEFORE_AFTER["all_rows"][0]))
    assert whole.table is not None and whole.table.status == "unverified"
    assert {cell.doubt for cell in whole.table.cells if cell.role in ("body", "total")} == {"likely"}


STAY = {
    "a_heading_of_its_own": """
        | 镇街 | 床位 | 2025年 | 公厕 |
        | 东镇 | 3 |  | 1 |
        | 西镇 | 5 |  | 2 |
        | 南镇 | 4 |  | 6 |
        """,
    "filled_once": """
        | 镇街 | 床位 |   | 公厕 |
        | 东镇 | 3 |   | 1 |
        | 西镇 | 5 | 9 | 2 |
        | 南镇 | 4 |   | 6 |
        """,
}


@pytest.mark.parametrize("picture", STAY.values(), ids=STAY)
def test_a_column_with_a_heading_or_a_cell_stays(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.n_cols == 4
    assert "phantom_columns" not in {repair.kind for repair in whole.repairs}


def test_two_blank_places_of_which_either_may_be_the_one_too_many() -> None:
    """Without the third or without the fourth place 1, 2, 6 stand under 2026年 or under 2027年: none is chosen."""
    whole = mend_fragment(
        drawn("""
            | 镇街 | 2025年 | 2026年 | 2027年 | 2028年 |
            | 东镇 | 3 |  | 1 |  | 7 |
            | 西镇 | 5 |  | 2 |  | 8 |
            | 南镇 | 4 |  | 6 |  | 9 |
            """)
    )
    assert "phantom_columns" not in {repair.kind for repair in whole.repairs}
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert not any(
        cell.text in ("1", "2", "6") for cell in whole.table.cells if cell.role == "body" and cell.col
    )


def test_a_row_printed_too_far_right_makes_no_column() -> None:
    """The blanks behind the other rows are what it lacks."""
    whole = mend_fragment(
        drawn("""
            | 镇街 | 床位 | 公厕 | 备注 |
            |  |  | 西镇 |  |  | 续建 |
            | 东镇 | 3 | 1 | 新建 |
            | 南镇 | 4 | 6 |  |
            | 北镇 | 5 | 2 |  |
            """)
    )
    assert "phantom_columns" not in {repair.kind for repair in whole.repairs}
    assert "西镇 |  |  | 续建" in draw(whole.table)


def test_a_short_row_that_ends_in_a_figure_says_nothing_of_one_that_ends_blank() -> None:
    """东镇 lacks the blank that stands nowhere or one before 9 or 26. Without sums none is chosen."""
    whole = mend_fragment(
        drawn("""
            | 镇街 | 公厕 | 书屋 | 步道 | 食堂 |  |
            | 冯镇 | 2 | 2 |  | 6 |  |
            | 郑镇 | 3 | 4 | 2 | 2 |  |
            | 赵镇 | 2 |  | 33 | 12 |
            | 王镇 |  | 3 | 2 | 2 |  |
            | 东镇 |  | 9 | 26 |  |
            | 杨镇 | 3 | 24 | 12 | 3 |  |
            | 沈镇 |  | 14 | 37 | 20 |  |
            """)
    )
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert "| 东镇 |  |  |  |  |" in draw(whole.table)
