"""Rows that are printed no further than their last cell."""

from __future__ import annotations

from drawing import drawn, texts

from pipeline.tables import mend_fragment

PLAN = """
    | 镇街 | 甲 | 乙 | 丙 | 丁 |
    | 东镇 | 3 | 0 |
    | 西镇 | 2 | 1 | 0 | 3 |
    | 南镇 | 1 | 4 | 3 | 0 |
    | 北镇 | 5 |
    | 上镇 | 4 | 2 |
    | 中镇 |   | 2 | 1 | 1 |
    | 合计 | 15 | 9 | 4 | 4 |
    """


def test_a_nought_that_no_sum_can_place_stands_where_it_is_printed() -> None:
    whole = mend_fragment(drawn(PLAN, "tabs"))
    assert whole.table is not None and whole.table.status != "ambiguous"
    assert texts(whole.table)[1] == ["东镇", "3", "0", "", ""]


def test_where_a_blank_is_printed_behind_the_last_cell_it_may_be_missing_anywhere() -> None:
    whole = mend_fragment(
        drawn(
            PLAN.replace("| 中镇 |   | 2 | 1 | 1 |", "| 中镇 | | 2 | 1 | |").replace(
                "| 4 | 4 |", "| 4 | 3 |"
            ),
            "tabs",
        )
    )
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert texts(whole.table)[1] == ["东镇", "3", "", "", ""]


def test_rows_one_of_which_lost_a_blank_inside_are_not_taken_to_end_early() -> None:
    """1 is no number of villages here: 南镇 lost the blank before it, and so may the others have lost theirs."""
    whole = mend_fragment(
        drawn(
            """
            | 镇街 | 村数 | 甲 | 乙 | 丙 |
            | 东镇 | 44 | 1 | 2 | 1 |
            | 西镇 | 72 | 1 | 1 | 1 |
            | 南镇 | 1 | 2 | 1 |
            | 北镇 | 51 | 1 | 1 |
            | 上镇 | 34 | 1 |
            | 中镇 | 60 | 2 | 2 | 1 |
            | 下镇 | 38 | 1 | 1 | 1 |
            | 山镇 | 47 | 3 | 1 | 1 |
            """,
            "tabs",
        )
    )
    assert texts(whole.table)[3] == ["南镇", "", "1", "2", "1"]
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert texts(whole.table)[4][:2] == ["北镇", "51"]
