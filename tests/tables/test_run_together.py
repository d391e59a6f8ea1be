"""Figures of two cells that ran together are parted where the sums say, and nowhere else."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.model import Span
from pipeline.tables import Whole, mend_fragment
from pipeline.tables.draft import Slot
from pipeline.tables.run_together import halves

PLAN = """
    | 序号 | 镇街 | 床位 | 公厕 | 食堂 |
    | 1 | 清溪镇 | 35 | 24 | 5 |
    | 2 | 河口街道 | 16 |  | 248 |
    | 3 | 石桥乡 | 0 | 10 | 19 |
    | 4 | 白水镇 | 7 |  | 3 |
    | 合计 |  | 58 | 34 | 275 |
"""
MONEY = """
    | 县区 | 投资（万元） | 资金（万元） | 备注 |
    | 东山区 | 12.5 | 30.2 | 新建 |
    | 西河县 | 1803.6 | 210 |  |
    | 南屏县 | 5 | 14.8 | 改建 |
    | 合计 | 1821.1 | 255 |  |
"""
YEARS = """
    | 乡镇 | 2025年 | 2026年 | 2027年 |
    | 东岭乡 | 120 | 4 | 31 |
    | 西坡乡 | 8 | 77 |  |
    | 南湾乡 | 64 |  | 5 |
    | 总计 | 192 | 81 | 36 |
"""


def mended(whole: str, *changes: tuple[str, str]) -> Whole:
    for before, after in changes:
        assert before in whole
        whole = whole.replace(before, after)
    return mend_fragment(drawn(whole))


@pytest.mark.parametrize(
    ("whole", "changes"),
    [
        (PLAN, [("| 35 | 24 | 5 |", "| 3524 | 5 |")]),
        (PLAN, [("| 16 |  | 248 |", "| 16248 |")]),
        (PLAN, [("| 0 | 10 | 19 |", "| 010 | 19 |")]),
        (PLAN, [("| 35 | 24 | 5 |", "| 35 | 245 |"), ("| 7 |  | 3 |", "| 73 |")]),
        (PLAN, [("| 58 | 34 | 275 |", "| 58 | 34275 |")]),
        (MONEY, [("| 1803.6 | 210 |", "| 1803.6210 |")]),
        (MONEY, [("| 12.5 | 30.2 |", "| 12.530.2 |")]),
        (YEARS, [("| 120 | 4 | 31 |", "| 1204 | 31 |"), ("| 64 |  | 5 |", "| 64 | 5 |")]),
        # Beside a blank cell: the row has as many cells as the headings.
        (PLAN, [("| 35 | 24 | 5 |", "| 3524 |  | 5 |")]),
        (MONEY, [("| 5 | 14.8 | 改建 |", "|  | 514.8 | 改建 |")]),
        (YEARS, [("| 120 | 4 | 31 |", "| 120 | 431 |  |")]),
        # Two rows, of which one has a blank left between its figures.
        (PLAN, [("| 35 | 24 | 5 |", "| 35 | 24 5 |"), ("| 0 | 10 | 19 |", "| 010 | 19 |")]),
        (PLAN, [("| 35 | 24 | 5 |", "| 35 | 24   5 |")]),
        # One number in two cells.
        (PLAN, [("| 35 | 24 | 5 |", "| 3 | 5 | 24 | 5 |")]),
        (PLAN, [("| 58 | 34 | 275 |", "| 58 | 34 | 2 | 75 |")]),
        (YEARS, [("| 120 | 4 | 31 |", "| 1 | 20 | 4 | 31 |")]),
        # The blank between thousands.
        (PLAN.replace("248", "1248").replace("275", "1275"), [("| 1248 |", "| 1 248 |"), ("| 1275 |", "| 1 275 |")]),
        (YEARS.replace("120", "3120").replace("192", "3192"), [("| 3120 |", "| 3 120 |")]),
        (MONEY.replace("| 210 |", "| 10210 |").replace("255", "10255"), [("| 10210 |", "| 10 210 |")]),
    ],
)  # fmt: skip
def test_the_sums_say_where(whole: str, changes: list[tuple[str, str]]) -> None:
    found = mended(whole, *changes)
    assert draw(found.table) == draw(mend_fragment(drawn(whole)).table)
    assert found.repairs


@pytest.mark.parametrize(
    ("whole", "change", "parts"),
    [
        # In columns without a sum of their own any cut would do.
        (PLAN.replace("| 58 | 34 | 275 |", "|  |  | 275 |"), ("| 35 | 24 | 5 |", "| 3524 | 5 |"), "35 | 24"),
        # No cut makes the sums come out.
        (YEARS, ("| 120 | 4 | 31 |", "| 1305 | 31 |"), "130 | 5"),
        # As printed the sums come out: 12 stands under 2025年, and the blank is lost.
        (YEARS.replace("| 192 | 81 |", "| 84 | 77 |"), ("| 120 | 4 | 31 |", "| 12 | 31 |"), "1 | 2"),
    ],
)
def test_what_the_sums_do_not_say_is_not_parted(whole: str, change: tuple[str, str], parts: str) -> None:
    found = mended(whole, change)
    assert found.table is not None and f"| {parts} |" not in draw(found.table)
    assert found.table.status in ("ambiguous", "unverified", "certified")
    assert (found.table.status == "certified") == (change[1] == "| 12 | 31 |")


def test_a_number_behind_0_is_never_certified() -> None:
    """010 adds up as 10 in its own column."""
    found = mended(PLAN, ("| 0 | 10 | 19 |", "|  | 010 | 19 |"))
    assert found.table is not None and found.table.status != "certified"


def test_halves_are_numbers_as_people_write_them() -> None:
    cut = [(one.text, two.text) for one, two in halves(Slot("2048", (Span(3, 7),)))]
    assert cut == [("20", "48"), ("204", "8")]
    assert [(one.parts, two.parts) for one, two in halves(Slot("010", (Span(3, 6),)))] == [
        ((Span(3, 4),), (Span(4, 6),))
    ]
    assert halves(Slot("2048人")) == []


@pytest.mark.parametrize(
    ("whole", "change"),
    [
        (PLAN, ("| 2 | 河口街道 |", "| 河口街道 | 2 |")),
        (PLAN, ("| 4 | 白水镇 |", "| 白水镇 | 4 |")),
        (YEARS, ("| 西坡乡 |", "| 7 |")),
    ],
)
def test_a_number_for_a_name_is_never_certified(whole: str, change: tuple[str, str]) -> None:
    found = mended(whole, change)
    assert found.table is not None and found.table.status != "certified"


TOWNS = """
    | 镇街 | 床位 | 公厕 | 户数 |
    | 东镇 | 3 | 75 | 211 |
    | 西镇 | 1 | 23 | 204 |
    | 南镇 | 1 | 56 | 145 |
    | 北镇 | 2 | 42 | 286 |
    | 上镇 | 2 | 33 | 656 |
    | 中镇 | 3 | 48 | 275 |
"""


@pytest.mark.parametrize(
    ("printed", "row"), [("| 248 | 275 |", "| 2 | 48 | 275 |"), ("| 2 | 4 | 8 | 275 |", "| 2 | 48 | 275 |")]
)
def test_without_sums_figures_are_counted_so_that_none_is_far_from_its_column(printed: str, row: str) -> None:
    found = mended(TOWNS, ("| 3 | 48 | 275 |", printed))
    assert f"中镇 {row}" in draw(found.table)
    assert found.table is not None and found.table.status != "certified"
