"""Two rows whose figures complete one another are one only where a name is cut."""

from __future__ import annotations

import pytest
from drawing import drawn

from pipeline.tables import mend_fragment
from pipeline.tables.repairs.known_names import names_whole

ROWS = "| 东河镇 | 3 | 1 | 4 | 2 |\n| 西塘镇 | 5 | 3 | 1 | 7 |\n| 南坪镇 | 8 | 4 | 6 | 9 |\n| 北关街道 | 2 | 5 | 3 | 1 |\n"


def lines(upper: str, lower: str) -> list[str]:
    found = mend_fragment(drawn(f"| 镇街 | 床位 | 公厕 | 站点 | 食堂 |\n{ROWS}{upper}\n{lower}\n")).table
    assert found is not None
    return ["|".join(cell.text if cell else "" for cell in row) for row in found.grid()[5:]]


def test_rows_of_two_names_stay_two() -> None:
    assert lines("| 十号基地 | 7 | 2 |  |  |", "| 联星街道 |  |  | 3 | 5 |") == [
        "十号基地|7|2||",
        "联星街道|||3|5",
    ]


def test_halves_of_a_name_are_one_row() -> None:
    assert lines("| 长柳 | 7 | 2 |  |  |", "| 街道 |  |  | 3 | 5 |") == ["长柳街道|7|2|3|5"]


@pytest.mark.parametrize(
    ("name", "whole"),
    [("联星街道", True), ("清溪镇", True), ("多镇", False), ("街道", False), ("基地", False)],
)
def test_what_names_a_place_by_itself(name: str, whole: bool) -> None:
    assert names_whole(name) is whole


def test_a_whole_name_below_one_of_another_kind_is_no_half() -> None:
    """A town that plans nothing below a farm, where another farm stands too."""
    rows = "| 青石农场 | 1 | 2 | 3 | 4 |\n| 汤河农场 | 7 | 2 | 1 | 8 |"
    assert lines(rows, "| 黄铎堡镇 |  |  |  |  |")[1:] == ["汤河农场|7|2|1|8", "黄铎堡镇||||"]


def test_a_cut_name_stands_above_a_row_that_lost_its_number() -> None:
    table = "| 序号 | 乡镇 | 床位 | 公厕 |\n| 1 | 东河乡 | 3 | 1 |\n| 2 | 菱 | 4 | 6 |\n| 浦乡 |\n| 柘塘乡 | 6 | 7 |\n| 4 | 南坪乡 | 8 | 4 |\n| 5 | 北关乡 | 2 | 5 |"
    found = mend_fragment(drawn(table)).table
    assert found is not None
    assert [[cell.text for cell in row if cell] for row in found.grid()[2:4]] == [
        ["2", "菱浦乡", "4", "6"],
        ["3", "柘塘乡", "6", "7"],
    ]
