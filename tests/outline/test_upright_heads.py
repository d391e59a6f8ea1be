"""Headings one a line above rows whose cells tabs part, and what is not taken for such."""

from __future__ import annotations

import pytest
from test_aligned_blanks import grid, tables

ROWS = "1\t东镇\t30\t2\n2\t西镇\t\t1\n3\t南乡\t12\t\n4\t北乡\t8\t4"


@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_headings_that_are_as_many_as_the_cells_stand_over_them(gap: str) -> None:
    heads = ["序号", "镇街", "养老床位（张）", "公共厕所（座）"]
    (table,) = tables(f"\n{gap}".join(heads) + f"\n{gap}" + ROWS)
    assert grid(table)[0] == heads
    assert grid(table)[2] == ["2", "西镇", "", "1"]


def test_headings_of_two_lines_are_parted_where_the_lower_come_again() -> None:
    rows = "东镇\t1\t2\t3\t4\t9\n西镇\t5\t\t7\t8\t9\n南镇\t1\t\t\t8\t\n合计\t7\t2\t10\t20\t18"
    (table,) = tables(
        "\n".join(["镇街", "2026年", "2027年", "床位", "公厕", "床位", "公厕", "食堂"]) + "\n" + rows
    )
    assert grid(table)[0] == ["镇街", "2026年", "2026年", "2027年", "2027年", "2027年"]
    assert grid(table)[1][1:] == ["床位", "公厕", "床位", "公厕", "食堂"]


@pytest.mark.parametrize(
    "heads",
    [
        ["序号", "镇街", "养老床位（张）"],
        ["序号", "镇街", "养老床位（张）", "公共厕所（座）", "备注"],
        ["镇街", "床位", "养老院", "护理型", "普通型", "新建", "改建"],
        ["现就有关事项说明如下", "镇街", "床位", "厕所"],
    ],
    ids=["too few", "too many", "two lines that nothing parts", "no name of rows first"],
)
def test_lines_that_are_not_as_many_as_the_cells_are_no_headings(heads: list[str]) -> None:
    found = tables("\n".join(heads) + "\n" + ROWS)
    assert all(
        cell is None or cell.text not in heads for table in found for row in table.grid() for cell in row
    )
