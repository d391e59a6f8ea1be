"""Headings of several levels written into one line, and those printed in each column they span."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, fragment

from pipeline.tables import mend_fragment

BODY = [["甲镇", "1", "2", "3", "4"], ["乙镇", "5", "6", "7", "8"], ["丙镇", "9", "1", "2", "3"]]


@pytest.mark.parametrize("between", ["-", "/", " — ", "·", "\n", "_", "：", "."])
def test_levels_in_one_line(between: str) -> None:
    heads = [f"镇街{between}镇街", *(f"{a}{between}{b}" for a in ("床位", "公厕") for b in ("现有", "新增"))]
    lines = draw(mend_fragment(fragment([heads, *BODY])).table).splitlines()
    assert lines[:2] == ["| 镇街 | 床位 | < | 公厕 | < |", '| " | 现有 | 新增 | 现有 | 新增 |']


@pytest.mark.parametrize(
    ("heads", "levels"),
    [
        # A year or a unit in one group tells the line ends of the others.
        (
            ["镇街", "敬老院\n保留", "敬老院\n撤并", "互助点（个）\n现有", "互助点（个）\n2026"],
            ["| 镇街 | 敬老院 | < | 互助点（个） | < |", '| " | 保留 | 撤并 | 现有 | 2026 |'],
        ),
        # Years of all but one.
        (
            ["镇街", "敬老院\n现有", "敬老院\n2026年", "敬老院\n2027年", "公厕"],
            ["| 镇街 | 敬老院 | < | < | 公厕 |", '| " | 现有 | 2026年 | 2027年 | " |'],
        ),
        # A heading of two lines alone is one.
        (
            ["镇街\n名称", "床位（张）\n现有", "床位（张）\n新增", "公厕\n改造", "公厕\n新建"],
            ["| 镇街名称 | 床位（张） | < | 公厕 | < |", '| " | 现有 | 新增 | 改造 | 新建 |'],
        ),
        (
            ["镇街", *(f"设施\n{a}\n{b}" for a in ("敬老院（个）", "食堂") for b in ("现有", "新增"))],
            [
                "| 镇街 | 设施 | < | < | < |",
                '| " | 敬老院（个） | < | 食堂 | < |',
                '| " | 现有 | 新增 | 现有 | 新增 |',
            ],
        ),
    ],
)
def test_line_ends_that_part_levels(heads: list[str], levels: list[str]) -> None:
    lines = draw(mend_fragment(fragment([heads, *BODY])).table).splitlines()
    assert lines[: len(levels)] == levels


@pytest.mark.parametrize(
    "heads",
    [
        ["镇街", "养老\n服务中心", "养老\n服务站", "公厕", "食堂"],  # a line end inside a word
        ["镇街", "老年食\n堂", "老年食\n堂点", "床位（张）\n现有", "床位（张）\n新增"],  # a word is cut
        ["乡镇/街道", "床位/张", "公厕/座", "食堂/个", "公园/处"],  # each alone
        ["镇街", "床位-合计", "公厕", "食堂", "公园"],
    ],
)
def test_headings_of_one_level_stay(heads: list[str]) -> None:
    whole = mend_fragment(fragment([heads, *BODY]))
    assert whole.table is not None and whole.table.header_rows == 1


@pytest.mark.parametrize(
    "picture",
    [
        "| 镇街 | 设施 | 设施 |\n| 镇街 | 2026年 | 2026年 |\n| 镇街 | 床位 | 公厕 |",
        "| 镇街 | 2026年 | 2026年 |\n| 镇街 | 床位 | 公厕 |\n| 镇街 | 张 | 座 |",
        "| 镇街 | 新建 | 新建 |\n| 镇街 | 养老 | 养老 |\n| 镇街 | 床位 | 食堂 |",
    ],
)
def test_headings_in_each_column(picture: str) -> None:
    whole = mend_fragment(drawn(f"{picture}\n| 甲镇 | 1 | 2 |\n| 乙镇 | 3 | 4 |\n| 合计 | 4 | 6 |"))
    assert whole.table is not None and whole.table.header_rows == 3 and whole.table.status == "certified"


def test_points_in_figures_part_no_levels() -> None:
    heads = ["镇街", "2026.1", "2026.2", "2026.3", "2026.4"]
    assert draw(mend_fragment(fragment([heads, *BODY])).table).splitlines()[0] == f"| {' | '.join(heads)} |"
