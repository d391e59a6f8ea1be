"""What converters of pages print in every cell, or for none, and where their lines lost the blanks before them."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

ROWS = (
    "| 1 | 东乡 | 10 | 7 | 1 |  | 7 |\n| 2 | 西乡 | 14 |  | 1 | 3 | 1 |\n| 3 | 南乡 | 12 | 8 | 2 | 3 |  |\n"
)


def test_words_in_every_cell_of_a_row_are_one_cell_over_all() -> None:
    group, note = " | ".join(["北部片区"] * 3), " | ".join(["注：以验收为准。"] * 3)
    picture = f"| 镇街 | 床位 | 公厕 |\n| {group} |\n| 东镇 | 1 | 2 |\n| 西镇 | 3 | 4 |\n| {note} |"
    table = mend_fragment(drawn(picture)).table
    assert table is not None
    said = [(cell.role, cell.text) for cell in table.cells if cell.role in ("group", "note") and cell.text]
    assert said == [("group", "北部片区"), ("note", "注：以验收为准。")]


@pytest.mark.parametrize("note", ["*为省级任务", "*号表示续建", "**不含上年结转"])
def test_a_note_over_all_columns_between_rows_is_none_of_them(note: str) -> None:
    picture = f"| 镇街 | 床位 | 公厕 |\n| 东镇 | 1 | 2 |\n| {note} |\n| *西镇 | 3 | 4 |\n| 合计 | 4 | 6 |"
    table = mend_fragment(drawn(picture)).table
    assert table is not None
    assert {cell.text: cell.role for cell in table.cells if "*" in cell.text} == {
        note: "note",
        "*西镇": "body",
    }


@pytest.mark.parametrize(
    "lines",
    [
        "| 序号 | 乡镇 | 村数 | 公共设施 |\n| 2025年 |  | 2026年 |  |\n|  |  |  | 公厕 | 浴室 | 公厕 | 浴室 |",
        "| 序号 | 乡镇 | 村数 | 公共设施 |\n| 2025年计划 |  | 2026年计划 |  |\n|  |  |  | 公厕 | 浴室 | 公厕 | 浴室 |",
    ],
)
def test_years_with_blanks_between_end_no_heading_above(lines: str) -> None:
    found = draw(mend_fragment(drawn(f"{lines}\n{ROWS}")).table).split("\n")
    assert found[0] == "| 序号 | 乡镇 | 村数 | 公共设施 | < | < | < |"
    assert found[2] == '| " | " | " | 公厕 | 浴室 | 公厕 | 浴室 |'


def test_a_line_that_lost_the_blanks_before_it_keeps_those_between() -> None:
    lines = "| 序号 | 乡镇 | 公共设施 |  |  |  |  |\n| 2025年 |  | 2026年 |  |  |\n|  |  | 公厕 | 浴室 | 公厕 | 浴室 | 食堂 |"
    lines = lines.replace("2025年 |  | 2026年 |  |  |", "2025年任务 |  |  | 2026年任务 |  |").replace(
        "公厕 | 浴室 | 公厕 | 浴室 | 食堂", "公厕 | 浴室 | 食堂 | 公厕 | 浴室"
    )
    found = draw(mend_fragment(drawn(f"{lines}\n{ROWS}")).table).split("\n")
    assert found[1] == '| " | " | 2025年任务 | < | < | 2026年任务 | < |'


def test_a_page_number_behind_a_row_is_no_cell() -> None:
    picture = "| 镇街 | 床位 | 公厕 |\n| 东镇 | 1 | 2 |\n| 西镇 | 3 | 4 | - 7 - |\n| 南镇 | 5 |  | — 8 — |\n| 合计 | 9 | 6 |"
    whole = mend_fragment(drawn(picture))
    assert "| 西镇 | 3 | 4 |\n| 南镇 | 5 |  |" in draw(whole.table)
    assert [repair.before for repair in whole.repairs] == ["-7-", "—8—"]


def test_sums_of_groups_behind_a_page_reach_over_their_groups() -> None:
    picture = """
        | 镇街 | 床位 |      | 公厕 |      |
        |      | 新建 | 改建 | 新建 | 改建 |
        | 东镇 | 1 | 2 | 3 | 4 |
        | 西镇 | 2 | 2 | 1 | 1 |
        | 合计 | 3 | 4 | 4 | 5 |
        - - -
        |      | 7 |   | 9 |   |
        """
    assert draw(mend_fragment(drawn(picture)).table).endswith('| " | 7 | < | 9 | < |')
