"""Numbers parted at their thousands, several in a row or beside cells that might be one number too."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment
from pipeline.tables.draft import Row, Slot
from pipeline.tables.thousands import closed, gaps

PLAN = """
    | 镇街 | 路灯 | 步道 | 改厕 | 备注 |
    | 东镇 | 813 | 705 | 12 | 新建 |
    | 西镇 | 454 | 491 | 30 |  |
    | 南镇 | 22 | 9 | 7 |  |
    | 合计 | 1289 | 1205 | 49 |  |
"""
GROUPS = """
    | 片区 | 单位 | 床位 | 管网 |
    | 北片 | 县水利局 | 6300 | 2 |
    | 北片 | 县教育局 |  | 51 |
    | 北片 | 小计 | 6300 | 53 |
    | 南片 | 县民政局 | 1200 |  |
    | 南片 | 县林业局 | 7020 | 8 |
    | 南片 | 小计 | 8220 | 8 |
    | 合计 |  | 14520 | 61 |
"""
SHORT = """
    | 镇街 | 管网 | 农田 | 车位 |
    | 上坝镇 | 5900 | 4455 | 933 |
    | 中坝镇 | 6353 |  | 89 |
    | 下坝镇 | 4924 | 8777 | 56 |
    | 新坝乡 | 282 | 66 | 47 |
    | 合计 | 17459 | 13298 | 1125 |
"""
BARE = """
    | 乡镇 | 村数 | 造林 |
    | 东岭乡 | 37 | 2399 |
    | 西坡乡 | 4 | 5120 |
    | 南湾乡 | 21 | 1836 |
    | 北沟乡 | 12 | 4410 |
"""


@pytest.mark.parametrize(
    ("whole", "changes"),
    [
        (PLAN, [("| 1289 | 1205 |", "| 1 | 289 | 1 | 205 |")]),
        (GROUPS, [("| 8220 | 8 |", "| 8 | 220 | 8 |")]),
        (GROUPS, [("县教育局 |  | 51", "县教育局 |  |  | 51"), ("| 7020 | 8 |", "| 7 | 020 | 8 |")]),
        (
            SHORT,
            [
                ("| 5900 | 4455 | 933 |", "| 5 | 900 | 4455 | 933 |"),
                ("| 6353 |  | 89 |", "| 6 | 353 |  | 89 |"),
            ],
        ),
        (BARE, [("| 37 | 2399 |", "| 37 | 2 | 399 |")]),
    ],
)
def test_what_blanks_parted_at_thousands_is_one_number(whole: str, changes: list[tuple[str, str]]) -> None:
    damaged = whole
    for before, after in changes:
        assert before in damaged
        damaged = damaged.replace(before, after)
    found, true = mend_fragment(drawn(damaged)).table, mend_fragment(drawn(whole)).table
    assert draw(found) == draw(true)


def test_without_sums_it_is_not_certified() -> None:
    found = mend_fragment(drawn(BARE.replace("| 37 | 2399 |", "| 37 | 2 | 399 |"))).table
    assert found is not None and found.status != "certified"


def row(*texts: str) -> Row:
    return Row(tuple(Slot(text) for text in texts))


def test_thousands_have_three_figures_behind_one_to_three() -> None:
    assert gaps(row("东镇", "1", "267", "0", "412", "1234", "567", "12", "45", "7.5", "300"), 1) == [2]


@pytest.mark.parametrize(
    ("texts", "lacking", "ways"),
    [
        (("东镇", "1", "267", "5", "300"), 2, ["1267 5300"]),
        (("东镇", "1", "267", "5", "300"), 1, []),  # one alone is looked for with all that may be one number
        (("东镇", "1", "267", "5", "30"), 2, []),
        (("东镇", "1", "267", "300"), 2, ["1267300"]),
    ],
)
def test_as_many_as_there_are_cells_too_many(texts: tuple[str, ...], lacking: int, ways: list[str]) -> None:
    assert [" ".join(s.text for s in way.slots[1:]) for way, _ in closed(row(*texts), 1, lacking)] == ways
