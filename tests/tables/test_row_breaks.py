"""Line ends that stand inside a row or lack between two, told by the sums: three tables for each."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

TOWNS = """
    | 镇街 | 床位 | 公厕 | 责任单位 |
    | 东镇 | 120 |  | 县民政局 |
    | 西镇 | 25 | 14 | 县教育局 |
    | 南镇 |  | 6 |  |
    | 北镇 | 7 | 30 | 县教育局 |
    | 合计 | 152 | 50 |  |
"""
NUMBERED = """
    | 序号 | 社区 | 站点 | 路灯 | 车位 |
    | 1 | 前进社区 | 2 | 40 | 3 |
    | 2 | 东风社区 | 12 | 8 | 9 |
    | 3 | 红星社区 | 5 | 6 | 27 |
    |  | 合计 | 19 | 54 | 39 |
"""
GROUPED = """
    | 片区 | 镇街 | 2025年 | 2026年 |
    | 东片 | 甲镇 | 31 | 4 |
    | " | 乙镇 | 2 | 58 |
    | " | 小计 | 33 | 62 |
    | 西片 | 丙镇 | 16 | 7 |
    | " | 小计 | 16 | 7 |
    | 合计 |  | 49 | 69 |
"""

CUT = {
    "between two figures": [
        (TOWNS, ("| 25 | 14 |", "| 25 |\n    | 14 |")),
        (NUMBERED, ("| 12 | 8 |", "| 12 |\n    | 8 |")),
        (GROUPED, ("| 2 | 58 |", "| 2 |\n    | 58 |")),
    ],
    "inside a figure": [
        (TOWNS, ("| 120 |", "| 12 |\n    | 0 |")),
        (NUMBERED, ("| 12 |", "| 1 |\n    | 2 |")),
        (GROUPED, ("| 31 |", "| 3 |\n    | 1 |")),
    ],
    "inside a total row": [
        (TOWNS, ("| 152 | 50 |  |", "| 152 |\n    | 50 |  |")),
        (NUMBERED, ("| 19 | 54 |", "| 19 |\n    | 54 |")),
        (GROUPED, ("| 49 | 69 |", "| 49 |\n    | 69 |")),
    ],
    "behind a name, words after the figures": [
        (TOWNS, ("| 东镇 | 120 |", "| 东镇 |\n    | 120 |")),
        (TOWNS, ("| 北镇 | 7 |", "| 北镇 |\n    |  | 7 |")),
        ("\n    | 村 | 户数 | 时限 |\n    | 上坪 | 20 | 年底 |\n    | 下坪 | 8 | 6月 |\n    | 中坪 | 5 | 9月 |\n",
         ("| 上坪 | 20 |", "| 上坪 |\n    | 20 |")),
    ],
    "lost between two rows": [
        (TOWNS, ("| 县民政局 |\n    | 西镇", "| 县民政局 | 西镇")),
        (NUMBERED, ("| 9 |\n    | 3", "| 9 |  | 3")),
        (GROUPED, ("| 31 | 4 |\n    | \" | 乙镇", "| 31 | 4 | \" | 乙镇")),
    ],
    "lost between two cells": [
        (TOWNS, ("| 县教育局 |\n    | 南镇", "| 县教育局南镇")),
        (NUMBERED, ("| 9 |\n    | 3", "| 93")),
        (GROUPED, ("| 16 | 7 |\n    | \" | 小计", "| 16 | 7 | \" | 小计")),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("whole", "change"), [(w, c) for made in CUT.values() for w, c in made], ids=lambda x: str(x)[:16]
)
def test_the_sums_say_where_a_row_ends(whole: str, change: tuple[str, str]) -> None:
    before, after = change
    assert before in whole
    found = mend_fragment(drawn(whole.replace(before, after).replace('"', " ")))
    assert draw(found.table) == tidy(whole)
    assert found.table is not None and found.table.status != "certified"
    assert found.repairs


@pytest.mark.parametrize(
    "picture",
    [
        "| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 4 |\n| 西镇 | 5 |\n| 6 | 1 |\n| 合计 | 9 | 9 |",
        "| 县区 | 站点 | 路灯 |\n| 东县 | 10 | 20 |\n| 西县 | 7 |\n| 30 |\n| 合计 | 18 | 51 |",
        "| 村 | 户 | 亩 |\n| 上坪 | 1 | 2 |\n| 下坪 |\n| 3 | 4 |\n| 合计 | 9 | 9 |",
    ],
)
def test_lines_that_no_sum_joins_certify_nothing(picture: str) -> None:
    found = mend_fragment(drawn(picture))
    assert found.table is not None and found.table.status not in ("certified", "consistent")
