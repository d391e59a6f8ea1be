"""A row printed twice stands once where its number, a page or the sums say so; else both stay and an issue says so."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

TWICE = {
    "number": """
        | 序号 | 镇街 | 床位 |
        | 1 | 东镇 | 3 |
        | 2 | 西镇 | 5 |
        | 2 | 西镇 | 5 |
        | 3 | 南镇 | 4 |
        """,
    "sums": """
        | 镇街 | 床位 | 公厕 |
        | 东镇 | 3 | 1 |
        | 西镇 | 5 | 2 |
        | 西镇 | 5 | 2 |
        | 合计 | 8 | 3 |
        """,
    "page": """
        | 村 | 户数 | 亩数 |
        | 东村 | 3 | 1 |
        | 西镇 | 5 | 2 |
        - - -
        | 西镇 | 5 | 2 |
        | 南村 | 4 | 6 |
        """,
    "total": """
        | 镇街 | 床位 | 公厕 |
        | 东镇 | 3 | 1 |
        | 西镇 | 5 | 2 |
        | 合计 | 8 | 3 |
        | 合计 | 8 | 3 |
        """,
}


@pytest.mark.parametrize("picture", TWICE.values(), ids=TWICE)
def test_a_row_printed_twice_stands_once(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert draw(whole.table).count("西镇") == 1 and draw(whole.table).count("合计") <= 1
    assert ("doubled_row", "probable") in [(r.kind, r.certainty) for r in whole.repairs]
    assert whole.table is not None and whole.table.status != "certified"


def test_two_rows_that_may_be_two_things_stay() -> None:
    whole = mend_fragment(
        drawn("""
            | 村 | 项目 | 公里 |
            | 东村 | 道路 | 3 |
            | 西村 | 道路 | 2 |
            | 西村 | 道路 | 2 |
            | 南村 | 道路 | 4 |
            """)
    )
    assert draw(whole.table).count("西村") == 2
    assert "row_printed_twice" in [issue.kind for issue in whole.issues]


def test_where_the_sums_need_both_both_stay() -> None:
    whole = mend_fragment(
        drawn("""
            | 村 | 项目 | 公里 | 处 |
            | 东村 | 道路 | 3 | 1 |
            | 西村 | 道路 | 2 | 1 |
            | 西村 | 道路 | 2 | 1 |
            | 合计 |      | 7 | 3 |
            """)
    )
    assert draw(whole.table).count("西村") == 2
    assert "doubled_row" not in {repair.kind for repair in whole.repairs}


PLAN = """
    | 序号 | 镇街 | 床位 | 公厕 |
    | 1 | 东河镇 | 3 | 1 |
    {rows}
    | 3 | 南坪镇 | 4 | 2 |
    | 合计 |  | 12 | 5 |
    """


@pytest.mark.parametrize(
    "rows",
    [
        "| 2 | 西塘镇 | 5 |\n- - -\n| 2 | 西塘镇 | 5 | 2 |",
        "| 2 | 西塘镇 |\n| 2 | 西塘镇 | 5 | 2 |",
        "| 2 | 西塘镇 | 5 | 2 |\n- - -\n| 2 | 西塘镇 | 5 |",
    ],
)
def test_what_begins_a_row_that_stands_whole_beside_it_goes(rows: str) -> None:
    whole = mend_fragment(drawn(PLAN.format(rows=rows)))
    assert draw(whole.table).count("西塘镇") == 1 and "| 2 | 西塘镇 | 5 | 2 |" in draw(whole.table)
    assert "row_begun" in {repair.evidence.key for repair in whole.repairs}


def test_a_name_that_other_rows_have_too_begins_none() -> None:
    """So may the first of several rows of one town, which lost a cell."""
    rows = "| 2 | 西塘镇 | 5 |\n| 2 | 西塘镇 | 5 | 2 |\n| 2 | 西塘镇 | 6 | 2 |"
    assert "row_begun" not in {r.evidence.key for r in mend_fragment(drawn(PLAN.format(rows=rows))).repairs}


def test_a_number_and_a_name_say_enough() -> None:
    """A town that plans nothing, printed twice: no sum says so."""
    found = draw(mend_fragment(drawn(PLAN.format(rows="| 2 | 西塘镇 |  |  |\n| 2 | 西塘镇 |  |  |"))).table)
    assert found.count("西塘镇") == 1


@pytest.mark.parametrize(
    "rows",
    [
        "| 东镇 | 3 | 新建 |\n| 东镇 | 3 |\n| 西镇 | 4 | 改造 |\n| 合计 | 10 |",  # the sum needs both
        "| 东镇 | 3 | 新建 |\n| 东镇 | 3 |\n| 西镇 | 4 |",  # rows lack their last blanks here
    ],
)
def test_a_row_without_its_last_blanks_is_not_begun(rows: str) -> None:
    whole = mend_fragment(drawn(f"| 镇 | 公厕 | 备注 |\n{rows}"))
    assert draw(whole.table).count("东镇") == 2
