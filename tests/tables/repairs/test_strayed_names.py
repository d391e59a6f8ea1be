"""Rows with figures and no name take the name that stands beside them and that no other row has."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

PLAN = "| 序号 | 镇街 | 床位 | 公厕 |\n| 1 | 东河镇 | 3 | 1 |\n| 2 | 西塘镇 | 5 | 2 |\n{rows}\n| 5 | 南坪镇 | 4 | 2 |\n| 6 | 北关镇 | 7 | 1 |\n| 合计 |  | 27 | 9 |"
WHOLE = ["| 3 | 上梅镇 | 6 | 1 |", "| 4 | 下梅镇 | 2 | 2 |"]


def read(rows: str) -> list[str]:
    return draw(mend_fragment(drawn(PLAN.format(rows=rows))).table).split("\n")[3:-3]


@pytest.mark.parametrize(
    "rows",
    [
        "| 3 | 上梅镇 | 6 | 1 |\n| 下梅镇 |\n| 4 |  | 2 | 2 |",
        "| 3 | 上梅镇 | 6 | 1 |\n|  | 下梅镇 |  |  |\n| 4 |  | 2 | 2 |",
        "| 3 | 上梅镇下梅镇 | 6 | 1 |\n| 4 |  | 2 | 2 |",
        "| 3 |  | 6 | 1 |\n| 4 | 上梅镇 下梅镇 | 2 | 2 |",
    ],
)
def test_a_row_takes_the_name_beside_it(rows: str) -> None:
    assert read(rows) == WHOLE


def test_a_row_takes_no_name_of_a_group_and_none_of_two() -> None:
    assert "| 4 |  | 2 | 2 |" in read("| 3 | 上梅镇 | 6 | 1 |\n| 城郊片区 |\n| 4 |  | 2 | 2 |")
    assert "| 4 |  | 2 | 2 |" in read("| 3 | 上梅镇下梅镇 | 6 | 1 |\n| 4 |  | 2 | 2 |\n| 中梅镇 |")
