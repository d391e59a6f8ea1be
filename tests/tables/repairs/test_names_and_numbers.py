"""Names of rows: cut in two, whole by what they say they are, in one cell with their number; and what sums are called."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

CUT = {
    "name_before_a_row_of_its_group": """
        | 片区 | 镇街 | 公厕 | 床位 |
        |      | 高山 |
        | 东片 | 镇   | 3 | 1 |
        |      | 河湾镇 | 5 | 2 |
        |      | 桃湾镇 | 4 | 6 |
        """,
    "name_longer_than_others": """
        | 镇街 | 公厕 | 床位 |
        | 云湾镇 | 2 | 3 |
        | 高
        | 山街道 | 4 | 5 |
        | 桃湖街道 | 3 | 1 |
        | 新峡街道 | 1 | 2 |
        | 合计 | 10 | 11 |
        """,
}


def test_two_names_that_are_cut_are_two_rows() -> None:
    """The lower half of the one is no whole name, and ends no other name but its own."""
    whole = mend_fragment(
        drawn(
            """
            | 镇街 | 公厕 | 床位 |
            | 金 | 2 | 3 |
            | 平镇 |
            | 长门 | 4 | 5 |
            | 街道 |
            | 太家沟 | 7 | 2 |
            | 镇 |
            | 大坝乡 | 1 | 6 |
            | 桃湖街道 | 3 | 1 |
            | 云峡镇 | 1 | 2 |
            | 双滩乡 | 4 | 4 |
            | 红田镇 | 5 | 5 |
            | 松坪镇 | 3 | 2 |
            | 合计 | 30 | 30 |
            """
        )
    )
    drawing = draw(whole.table)
    assert "| 金平镇 | 2 | 3 |" in drawing
    assert "| 长门街道 | 4 | 5 |" in drawing
    assert "| 太家沟镇 | 7 | 2 |\n| 大坝乡 | 1 | 6 |" in drawing


@pytest.mark.parametrize("name", CUT)
def test_the_halves_of_a_name_are_one(name: str) -> None:
    whole = mend_fragment(drawn(CUT[name]))
    assert "高山镇 |" in draw(whole.table) or "高山街道 |" in draw(whole.table)


WHOLE = {
    "two_towns": """
        | 片区 | 镇街 | 公厕 | 床位 |
        | 东片 | 平洲镇 | 2 | 1 |
        |      | 高洲乡 |   |   |
        |      | 松河镇 | 4 | 3 |
        | 西片 | 双冲街道 | 1 | 1 |
        | 合计 |      | 7 | 5 |
        """,
    "blanks_at_the_end": """
        | 片区 | 镇街 | 公厕 | 床位 | 公路 |
        | 东片 | 石河街道 | 2 | 1 | 2 |
        |      | 竹泉镇 | 362 |
        |      | 竹河镇 |   | 341 | 22 |
        |      | 白塘洲镇 | 1 | 4 | 4 |
        """,
    "total_without_figures": """
        | 序号 | 镇街 | 公厕 | 床位 |
        | 1 | 东镇 | 3 | 2 |
        | 2 | 西镇 | 4 | 2 |
        | 3 | 南镇 | 4 | 2 |
        |   | 合计 |   |   |
        """,
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_names_are_no_halves(name: str) -> None:
    picture = drawn(WHOLE[name])
    table = mend_fragment(picture).table
    assert table is not None and table.n_rows == len(picture.rows)


@pytest.mark.parametrize(("mark", "kept"), [("", False), ("、", False), (". ", True)])
def test_numbers_in_the_cells_of_the_names_get_cells_of_their_own(mark: str, kept: bool) -> None:
    """Whether the row then lacks a cell, or has a blank one behind the name."""
    rows = [("床位", "张", "3", "4"), ("食堂", "个", "1", "2"), ("公路", "公里", "5", "9")]
    blank = "| " if kept else ""
    lines = [f"| {i}{mark}{a} {blank}| {b} | {c} | {d} |" for i, (a, b, c, d) in enumerate(rows, 1)]
    whole = mend_fragment(drawn("| 序号 | 指标名称 | 单位 | 2025年 | 2026年 |\n" + "\n".join(lines)))
    assert "| 2 | 食堂 | 个 | 1 | 2 |" in draw(whole.table)


@pytest.mark.parametrize("total", ["东部片区小计", "东部片区合计", "小计", "本页合计"])
def test_a_sum_may_be_named_by_its_group(total: str) -> None:
    table = mend_fragment(
        drawn(
            f"""
            | 片区 | 镇街 | 公厕 | 床位 |
            | 东部片区 | 石湾镇 | 3 | 1 |
            |      | 高林镇 | 2 | 5 |
            | {total} |      | 5 | 6 |
            | 西部片区 | 黄川镇 | 1 | 1 |
            |      | 柳江镇 | 2 | 2 |
            | {total.replace("东", "西")} |      | 3 | 3 |
            | 合计 |      | 8 | 9 |
            """
        )
    ).table
    assert table is not None and table.status == "certified"
    assert "| 小计" not in draw(table) or total == "小计"
    assert [c.role for c in table.cells if c.col == 0 and c.row in (3, 6, 7)] == ["total"] * 3


def test_a_name_that_ends_like_a_sum_of_nothing_printed_is_none() -> None:
    """全年统计 and 工程总计划 are rows, and so is a sum of what the table does not name."""
    table = mend_fragment(
        drawn("| 指标 | 2025年 | 2026年 |\n| 财政收入合计 | 30 | 31 |\n| 床位 | 4 | 5 |\n| 食堂 | 6 | 7 |")
    ).table
    assert table is not None and {c.role for c in table.cells if c.row} == {"body"}


def test_figures_that_a_blank_parts_are_one_number_where_the_sums_say_so() -> None:
    """Beside a blank cell they may be those of two: 3 74 is 374 here."""
    rows = "| 镇街 | 公厕 | 床位 | 公路 |\n| 东镇 | 106 | 154 | 6 |\n| 西镇 | 3 74 |  | 9 |\n| 南镇 | 110 | 1 | 2 |\n"
    one = mend_fragment(drawn(f"{rows}| 合计 | 590 | 155 | 17 |")).table
    two = mend_fragment(drawn(f"{rows}| 合计 | 219 | 229 | 17 |")).table
    assert "| 西镇 | 374 |  | 9 |" in draw(one) and "| 西镇 | 3 | 74 | 9 |" in draw(two)


def test_the_lines_of_rows_in_one_are_no_spaced_figures() -> None:
    """万人 万人 | 2179 1280: of two rows, and not 21791280."""
    rows = "| 指标 | 单位 | 2020年 | 2025年 |\n| 床位 | 张 | 3 | 4 |\n| 在校生 毕业生 | 万人 万人 | 2179 1280 | 2250 1390 |"
    lone = rows.replace("万人 万人 | 2179 1280 | 2250 1390", "万人 | 2179 1280 | 2250")
    assert "21791280" not in draw(mend_fragment(drawn(rows)).table) and "22501390" not in draw(
        mend_fragment(drawn(rows)).table
    )
    assert "| 2179 1280 |" in draw(mend_fragment(drawn(rows)).table)
    assert "21791280" in draw(mend_fragment(drawn(lone)).table)


def test_a_cell_printed_twice_goes_on_in_no_other() -> None:
    rows = "| 指标名称 | 单位 | 2025年 | 2026年 |\n| 床位 | 张 | 3 | 4 |\n| 食堂 | 食堂 | 个 | 1 | 2 |\n| 公路 | 公里 | 5 | 9 |"
    assert "| 食堂 | 个 | 1 | 2 |" in draw(mend_fragment(drawn(rows)).table)


def test_a_heading_that_a_line_end_cuts_is_one() -> None:
    rows = "| 片区 | 单\n| 位名称 | 2026年 | 2027年 |\n| 东片 | 石湾镇 | 3 | 1 |\n|  | 高林镇 | 2 | 5 |\n| 合计 |  | 5 | 6 |"
    assert draw(mend_fragment(drawn(rows)).table).startswith("| 片区 | 单位名称 | 2026年 | 2027年 |")


def test_a_heading_over_the_whole_line_below_is_none_cut() -> None:
    rows = "| 镇街 | 养老中心\n| 新建 | 改建 |\n| 石湾镇 | 3 | 1 |\n| 高林镇 | 2 | 5 |\n| 合计 | 5 | 6 |"
    assert "养老中心新建" not in draw(mend_fragment(drawn(rows)).table)


@pytest.mark.parametrize("page", ["- - -\n", ""])
def test_columns_cut_off_at_the_edge_of_a_page_are_told_by_the_sums(page: str) -> None:
    """Each row below lacks one cell; only without the last column does every sum come out."""
    rows = "| 镇街 | 公厕 | 床位 | 公路 |\n| 东镇 | 2 | 3 | 4 |\n| 西镇 | 2 |  | 2 |\n"
    below = "| 南镇 | 3 | 2 |\n| 北镇 |  | 2 |\n| 上镇 | 1 | 2 |\n| 合计 | 8 | 9 |"
    whole = mend_fragment(drawn(rows + page + below))
    assert "| 北镇 |  | 2 |  |" in draw(whole.table) and whole.table is not None
    assert whole.table.status != "certified"


NUMBERED = (
    "| 序号 | 镇街 | 床位 | 公厕 |\n| 1 | 东镇 | 3 | 1 |\n{}\n| 3 | 南镇 | 4 | 4 |\n| 4 | 北镇 | 2 | 1 |\n{}"
)


@pytest.mark.parametrize("row", ["|  | 西镇 | 5 | 2 |", "| 西镇 | 5 | 2 |", "|  | 2西镇 | 5 | 2 |"])
def test_a_number_that_is_not_printed_is_the_one_left_for_it(row: str) -> None:
    """Whether its cell is blank or gone with it, or the number is glued to the name."""
    whole = mend_fragment(drawn(NUMBERED.format(row, "| 合计 |  | 14 | 8 |")))
    assert "| 2 | 西镇 | 5 | 2 |" in draw(whole.table)
    assert "lost_number" in {repair.kind for repair in whole.repairs}


def test_the_last_row_takes_no_number_of_the_one_above() -> None:
    """Nothing says that the rows run on to 5; but 4 is the number of another town."""
    whole = mend_fragment(
        drawn(NUMBERED.format("| 2 | 西镇 | 5 | 2 |", "|  | 上镇 | 1 | 1 |\n| 合计 |  | 15 | 9 |"))
    )
    assert "|  | 上镇 | 1 | 1 |" in draw(whole.table)


@pytest.mark.parametrize(
    ("name", "row"),
    [("上镇", "| 5 | 上镇 | 1 | 1 |"), ("其他", "|  | 其他 | 1 | 1 |"), ("上", "|  | 上 | 1 | 1 |")],
)
def test_a_last_row_that_lost_the_cell_of_its_number_has_the_next_one(name: str, row: str) -> None:
    """Only if its name is such as the numbered ones; and it is not proved."""
    rows = NUMBERED.format("| 2 | 西镇 | 5 | 2 |", f"| {name} | 1 | 1 |\n| 合计 |  | 15 | 9 |")
    whole = mend_fragment(drawn(rows))
    assert row in draw(whole.table)
    assert whole.table is not None and (whole.table.status != "certified" or not row.startswith("| 5"))


def test_a_row_without_figures_between_two_numbers_has_the_one_left() -> None:
    whole = mend_fragment(drawn(NUMBERED.format("| 西镇 |  |  |", "| 合计 |  | 9 | 6 |")))
    assert "| 2 | 西镇 |  |  |" in draw(whole.table)


GLUED = [
    ("| 西镇 | 5 |  |  | 上镇 | 1 | 1 |", "| 西镇 | 5 |  |\n| 上镇 | 1 | 1 |"),
    ("| 西镇 | 5 |  |  | 上镇 |  |  |", "| 西镇 | 5 |  |\n| 上镇 |  |  |"),
    ("| 西镇 |  |  | 上镇 |  | 1 |", "| 西镇 |  |  |\n| 上镇 |  | 1 |"),
]


@pytest.mark.parametrize(("printed", "two"), GLUED)
def test_two_rows_in_one_line_with_few_figures_are_two(printed: str, two: str) -> None:
    whole = mend_fragment(
        drawn(f"| 镇街 | 床位 | 公厕 |\n| 东镇 | 3 | 1 |\n{printed}\n| 南镇 | 4 | 4 |\n| 北镇 | 2 | 1 |")
    )
    assert two in draw(whole.table)
    assert whole.table is not None and whole.table.status != "certified"


def test_a_number_over_several_rows_without_names_stays_one() -> None:
    rows = "| 序号 | 任务 | 内容 |\n| 1 | 修路 | 甲路。 |\n|  |  | 乙路。 |\n| 2 | 修桥 | 丙桥。 |\n| 3 | 修渠 | 丁渠。 |"
    assert "lost_number" not in {repair.kind for repair in mend_fragment(drawn(rows)).repairs}


def test_rows_that_end_early_do_not_begin_early() -> None:
    """No row has a note, and the label of a group stands once: none is shifted to the left."""
    whole = mend_fragment(
        drawn(
            """
            | 片区 | 镇街 | 2026年 | 2027年 | 备注 |
            | 东片 | 桃坝街道 | 29 | 20
            |      | 清川镇 | 13 | 5
            |      | 小计 | 42 | 25
            | 西片 | 双水镇 | 3 | 14
            |      | 赤湖镇 | 20 | 1
            |      | 小计 | 23 | 15
            | 合计 |      | 65 | 40
            """
        )
    )
    assert '| " | 清川镇 | 13 | 5 |  |' in draw(whole.table)


def test_a_sum_at_the_right_has_no_parts() -> None:
    rows = "| 镇街 | 食堂 | 公厕 | 合计\n| 2026年 | 2027年 | 2026年 | 2027年\n| 东镇 | 1 | 2 | 3 | 4 | 10 |\n| 西镇 | 2 | 1 | 5 | 2 | 10 |\n| 合计 | 3 | 3 | 8 | 6 | 20 |"
    assert draw(mend_fragment(drawn(rows)).table).startswith("| 镇街 | 食堂 | < | 公厕 | < | 合计 |")


def test_a_dash_without_one_column_keeps_none_of_the_others_from_their_groups() -> None:
    """Whether the dash of 南镇 is of the second or the third group is open: it stands nowhere, and those above span theirs."""
    table = mend_fragment(
        drawn(
            """
            | 镇街 | 食堂 |      | 公厕 |      | 公园 |      |
            |      | 现有 | 新建 | 现有 | 新建 | 现有 | 新建 |
            | 东镇 | 3 | 1 | — |   | 2 | 2 |
            | 西镇 | 2 | 1 | — |   | 1 | 2 |
            | 北镇 | 2 | 4 | 1 | 1 | — |   |
            | 南镇 | 5 | 2 |   | — |   |
            | 合计 | 12 | 8 | 1 | 1 | 3 | 4 |
            """
        )
    ).table
    assert "| 东镇 | 3 | 1 | — | < | 2 | 2 |" in draw(table)
    assert (
        "| 南镇 | 5 | 2 |  |  |  |  |" in draw(table)
        or "| 南镇 | 5 | 2 | — | <" in draw(table)
        or "| 南镇 | 5 | 2 |  |  | — | < |" in draw(table)
    )


@pytest.mark.parametrize(
    ("lost", "whole"),
    [
        # The numbers stand behind the group.
        ("| | | 西塘镇 | 5 | 6 |", '| " | 2 | 西塘镇 | 5 | 6 |'),
        ("| 库区 | | 北山镇 | 2 | 3 |", "| 库区 | 4 | 北山镇 | 2 | 3 |"),
    ],
)
def test_a_number_lost_behind_the_name_of_a_group_is_left_by_its_neighbours(lost: str, whole: str) -> None:
    rows = [
        "| 片区 | 序号 | 单位 | 床位 | 公厕 |",
        "| 山区 | 1 | 东川镇 | 1 | 2 |",
        "| | 2 | 西塘镇 | 5 | 6 |",
        "| | 3 | 南桥镇 | 4 | 4 |",
        "| 库区 | 4 | 北山镇 | 2 | 3 |",
        "| | 5 | 云台镇 | 3 | 1 |",
        "| 合计 | | | 15 | 16 |",
    ]
    name = lost.split("|")[3]
    picture = "\n".join(lost if name in row else row for row in rows)
    assert whole in draw(mend_fragment(drawn(picture)).table)


def test_no_number_reaches_over_two_bodies() -> None:
    picture = "| 序号 | 实施单位 | 床位 |\n| 1 | 东川镇 | 1 |\n| 2 | 西塘镇 | 5 |\n| 3 | 南桥镇 | 4 |\n| | 北山镇 | 2 |"
    assert "|  | 北山镇 | 2 |" in draw(mend_fragment(drawn(picture)).table)
