"""Many damaged rows at once: the solver finds the one way in which the totals add up, or says that it cannot."""

from __future__ import annotations

from random import Random
from typing import Literal

import pytest
from drawing import draw, drawn, fragment, texts, tidy

from pipeline.tables import mend_fragment


def plan(seed: int, height: int, width: int) -> list[list[str]]:
    random = Random(seed)
    body = [
        [f"第{i}镇", *(str(random.randint(1, 60)) if random.random() < 0.8 else "" for _ in range(width))]
        for i in range(height)
    ]
    sums = [str(sum(int(row[j] or 0) for row in body)) for j in range(1, width + 1)]
    return [["镇街", *(f"项目{j}" for j in range(width))], *body, ["合计", *sums]]


def with_phantoms(rows: list[list[str]], count: int, seed: int) -> list[list[str]]:
    random = Random(seed)
    broken = [list(row) for row in rows]
    for i in random.sample(range(1, len(rows) - 1), count):
        broken[i].insert(random.randrange(1, len(broken[i])), "")
    return broken


@pytest.mark.parametrize("seed", range(4))
def test_twelve_phantom_cells_in_sixty_rows(seed: int) -> None:
    truth = plan(seed, 60, 11)
    mended = mend_fragment(fragment(with_phantoms(truth, 12, seed)))
    assert mended.table is not None
    assert mended.table.status == "certified"
    assert texts(mended.table) == truth
    assert {r.certainty for r in mended.repairs} == {"certified"}


def test_equal_rows_that_may_be_exchanged_are_left_alone() -> None:
    """Two rows with the same figures: which of them lost the blank before 甲 and which behind it is open."""
    rows = [
        ["镇街", "甲", "乙", "丙", "丁"],
        ["东镇", "5", "", "7", "", "1"],
        ["西镇", "5", "", "7", "", "1"],
        ["南镇", "2", "2", "2", "2"],
        ["合计", "12", "9", "9", "4"],
    ]
    mended = mend_fragment(fragment(rows))
    assert mended.table is not None
    assert mended.table.status == "ambiguous"
    assert not [r for r in mended.repairs if r.certainty == "certified"]


TWO_READINGS = """
    | 镇街 | 甲 | 乙 | 丙 |
    | 东镇 | 3 | 2 | 3 |
    | 西镇 | 2 | |
    | 南镇 | | 2 |
    | 合计 | 3 | 4 | 5 |
    """
ALL_SHORT = """
    | 镇街 | 甲 | 乙 |
    | 东镇 | 1 |
    | 西镇 |   |
    | 合计 | 1 |
    """
ROUND_A_TEXT_COLUMN = """
    | 镇街 | 数量 | 负责人 | 联系人 | 备注 |
    | 东镇 | 5 | 张三 | 李四 | 已建 |
    | 西镇 | 7 | 王五 | 改建 |
    | 南镇 | 8 | 赵六 | 钱七 | 在建 |
    | 合计 | 20 | | | |
    """
A_TOTAL_OF_ONE_COLUMN = """
    | 镇街 | 甲 | 乙 |
    | 东镇 | 3 | 1 |
    | 西镇 | 2 |
    | 合计 | 5 |   |
    """


@pytest.mark.parametrize("kind", ["tabs", "grid"])
@pytest.mark.parametrize("picture", [TWO_READINGS, ALL_SHORT, ROUND_A_TEXT_COLUMN])
def test_where_two_readings_satisfy_the_sums_none_is_chosen(
    picture: str, kind: Literal["tabs", "grid"]
) -> None:
    whole = mend_fragment(drawn(picture, kind))
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert {repair.evidence.key for repair in whole.repairs} <= {"cells_sums_leave"}
    assert not any(cell.proved for cell in whole.table.cells)
    assert "ambiguous_row" in {issue.kind for issue in whole.issues}


@pytest.mark.parametrize(
    ("picture", "row"),
    [
        (TWO_READINGS, "| 南镇 | | | |"),
        (
            "| 村 | 户 | 亩 | 人 |\n| 上坪 | 2 | 2 |\n| 下坪 | 2 | 2 |\n| 合计 | 4 | 2 | 2 |",
            "| 上坪 | 2 | | |",
        ),
        (
            "| 县区 | 站点 | 路灯 | 车位 |\n| 东县 | 9 | 1 |\n| 西县 | 7 | 1 |\n| 合计 | 16 | 1 | 1 |",
            "| 东县 | 9 | | |",
        ),
    ],
    ids=["towns", "villages", "counties"],
)
def test_a_number_whose_column_the_sums_leave_open_is_given_for_none(picture: str, row: str) -> None:
    """Both readings are in the issue, and the cells that they share stand."""
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "ambiguous"
    assert tidy(row) in draw(whole.table)
    assert [issue.message.key for issue in whole.issues] == ["row_ambiguous"] * 2


def test_an_untouched_row_is_not_moved_for_two_short_ones() -> None:
    """Of two short rows one way is left once 东镇, printed whole, stands as printed."""
    whole = mend_fragment(
        drawn(
            "| 镇街 | 甲 | 乙 | 丙 |\n| 东镇 | 4 | | 1 |\n| 西镇 | 2 | |\n| 南镇 | | 7 |\n| 合计 | 4 | 2 | 8 |"
        )
    )
    assert whole.table is not None and whole.table.status == "certified"
    assert texts(whole.table)[1:4] == [["东镇", "4", "", "1"], ["西镇", "", "2", ""], ["南镇", "", "", "7"]]


def test_a_sum_vouches_for_its_column_alone() -> None:
    whole = mend_fragment(drawn(A_TOTAL_OF_ONE_COLUMN))
    assert whole.table is not None and whole.table.status == "certified"
    assert {(c.row, c.col) for c in whole.table.cells if c.proved} == {(1, 1), (2, 1), (3, 1)}


def test_a_thousand_rows_and_a_hostile_grid_are_bounded() -> None:
    truth = plan(1, 400, 19)
    assert mend_fragment(fragment(truth)).table is not None
    mended = mend_fragment(fragment([["文字", "1", ""] * 60] * 2000))
    assert mended.table is None
    assert [i.kind for i in mended.issues] == ["lost_table"]


@pytest.mark.parametrize(
    ("picture", "total"),
    [
        ("| 镇街 | 食堂 | 公厕 | 备注 |\n| | 东镇 | 1 | 1 | 改建 |\n| 西镇 | 1 | 1 | 王五 |\n| 南镇 | 1 | | 1 | 扩建 |\n| | 合计 | 3 | 3 | |", ["合计", "3", "3", ""]),
        ("| 村 | 户 | 亩 | 时限 |\n| 上坪 | 2 | 4 | 年底 |\n| 中坪 | 2 | | 4 | 6月 |\n| 下坪 | 2 | 4 | 9月 |\n| | 合计 | 6 | 12 | |", ["合计", "6", "12", ""]),
        ("| 县 | 站 | 灯 | 责任人 |\n| 东县 | 5 | | 5 | 张三 |\n| 西县 | 5 | 5 | 李四 |\n| 南县 | 5 | 5 | 王五 |\n| | 合计 | 15 | 15 | |", ["合计", "15", "15", ""]),
    ],
    ids=["towns", "villages", "counties"],
)  # fmt: skip
def test_a_total_row_too_far_right_is_not_whole_for_a_number_under_words(
    picture: str, total: list[str]
) -> None:
    whole = mend_fragment(drawn(picture))
    assert whole.table is not None and whole.table.status == "certified"
    assert texts(whole.table)[-1] == total
