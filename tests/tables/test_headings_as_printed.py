"""Heading lines that stand as printed or lost their blanks, and figures with blanks between: three tables for each."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

# The upper line ends with its last heading; or rows have a cell more than it: no heading is two.
WHOLE = [
    (
        "| 镇街 | 社区个数 | 床位 |  | 公厕 |\n|  |  | 现有 | 新增 | 现有 | 新增 |\n| 东镇 | 5 | 1 | 2 | 3 | 4 |\n| 西镇 | 6 | 1 | 2 | 3 | 4 |",
        "| 镇街 | 社区个数 | 床位 | < | 公厕 | < |",
    ),
    (
        "| 村 | 2025年计划数 |  | 2026年计划数 |\n|  | 路灯 | 车位 | 站点 | 路灯 | 车位 |\n| 上坪 | 1 | 2 | 3 | 4 | 5 |\n| 下坪 | 1 | 2 | 3 | 4 | 5 |",
        "| 村 | 2025年计划数 | < | 2026年计划数 | < | < |",
    ),
    # A name printed again in the lower line stays in its column, whatever blank ends the line.
    (
        "| 乡镇 | 床位 |  | 食堂 |\n| 乡镇 | 新建 | 改造 |  |\n| 东镇 | 10 | 5 | 2 |\n| 西镇 | 20 | 6 | 3 |\n| 合计 | 30 | 11 | 5 |",
        "| 乡镇 | 床位 | < | 食堂 |",
    ),
    (
        "| 县区 | 现有站点数量 | 路灯 |\n| 东县 | 1 |  | 2 |\n| 西县 | 3 | 4 |\n| 南县 | 5 |  | 6 |\n| 合计 | 9 | 12 |",
        "| 县区 | 现有站点数量 | 路灯 |",
    ),
]
# The upper line lost its blanks: each of its headings stands where the lower line begins anew.
WITHOUT_BLANKS = [
    (
        "| 镇街 | 床位 | 公厕 | 食堂 |\n|  | 2025年 | 2026年 | 2025年 | 2026年 | 2025年 | 2026年 |\n| 东镇 | 1 | 2 | 3 | 4 | 5 | 6 |\n| 西镇 | 1 | 2 | 3 | 4 | 5 | 6 |",
        "| 镇街 | 床位 | < | 公厕 | < | 食堂 | < |",
    ),
    (
        "| 序号 | 村 | 城区 | 乡镇 |\n|  |  | 户数 | 亩数 | 人数 | 户数 | 亩数 | 人数 |\n| 1 | 上坪 | 1 | 2 | 3 | 4 | 5 | 6 |\n| 2 | 下坪 | 1 | 2 | 3 | 4 | 5 | 6 |",
        "| 序号 | 村 | 城区 | < | < | 乡镇 | < | < |",
    ),
    (
        "| 县区 | 总数 | 路灯（盏） | 车位（个） |\n|  |  | 城区 | 乡镇 | 城区 | 乡镇 |\n| 东县 | 9 | 1 | 2 | 3 | 3 |\n| 西县 | 8 | 1 | 2 | 3 | 2 |",
        "| 县区 | 总数 | 路灯（盏） | < | 车位（个） | < |",
    ),
]


@pytest.mark.parametrize(("picture", "line"), [*WHOLE, *WITHOUT_BLANKS])
def test_the_upper_line_of_headings(picture: str, line: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None
    assert draw(whole.table).splitlines()[0] == tidy(line)


SPACED = [
    ("| 镇 | 床位 | 公厕 |\n| 东镇 | 3 |  |\n| 西镇 |  | 4 7 |\n| 南镇 | 1 | 2 |\n| 合计 | 4 | 49 |", "| 西镇 |  | 47 |"),
    ("| 村 | 户 | 亩 |\n| 上坪 | 1 2 |  |\n| 中坪 | 30 | 2 |\n| 下坪 | 8 | 1 |\n| 合计 | 50 | 3 |", "| 合计 | 50 | 3 |"),
    ("| 县 | 站 | 灯 |\n| 东县 | 1 2 0 | 7 |\n| 西县 | 30 | 2 |\n| 南县 | 1 |  |\n| 合计 | 151 | 9 |", "| 东县 | 120 | 7 |"),
]  # fmt: skip


@pytest.mark.parametrize(("picture", "row"), SPACED, ids=["towns", "villages", "counties"])
def test_figures_with_blanks_between_are_one_number_where_the_sums_want_it(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "certified"
    assert row in tidy(draw(whole.table))


def test_two_numbers_beside_a_blank_stay_two_where_the_sums_want_it() -> None:
    whole = mend_fragment(
        drawn(
            "| 镇 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n| 西镇 |  | 4 7 |\n| 南镇 | 1 | 2 |\n| 合计 | 8 | 10 |"
        )
    )
    assert whole.table is not None and "| 西镇 | 4 | 7 |" in draw(whole.table)


@pytest.mark.parametrize("letter", ["Q 0 3", "O 0 3", "I 1 4"])
def test_letters_like_figures(letter: str) -> None:
    printed, meant, total = letter.split()
    whole = mend_fragment(
        drawn(
            f"| 镇 | 床位 | 公厕 |\n| 东镇 | 3 | {printed} |\n| 西镇 | 2 | 2 |\n| 南镇 | 1 | 1 |\n| 合计 | 6 | {total} |"
        )
    )
    assert whole.table is not None and f"| 东镇 | 3 | {meant} |" in draw(whole.table)
