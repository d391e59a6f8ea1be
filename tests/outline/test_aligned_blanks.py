"""Cells that stand below one another on paper: their places tell the columns, blank cells too."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from pipeline.model import Document, Table
from pipeline.outline import outline
from pipeline.tables import mend

Rows = list[list[str]]


def printed(rows: Rows, right: bool = False, apart: int = 3) -> str:
    """The rows with blanks between, each column as wide on paper as its widest cell and three."""
    wide = [max(width(row[j]) for row in rows) + apart for j in range(len(rows[0]))]
    lines = ("".join(laid(text, wide[j], right and j > 0) for j, text in enumerate(row)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def laid(text: str, wide: int, right: bool) -> str:
    blanks = " " * (wide - width(text))
    return blanks + text if right else text + blanks


def width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def tables(text: str) -> tuple[Table, ...]:
    whole = f"关于印发方案的通知\n\n各镇人民政府：\n\n现将方案印发给你们，请贯彻执行。\n\n附件1\n\n建设计划表\n\n{text}\n"
    return mend(outline(Document("a", "a.txt", "", "text/plain", "utf-8", whole))).tables


def grid(table: Table) -> Rows:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


TOWNS = [
    ["镇街", "床位", "公共厕所", "食堂"],
    ["东镇", "3", "", "1"],
    ["西镇", "", "2", ""],
    ["南河街道", "", "", "12"],
    ["北镇", "4", "6", ""],
]
SUMS = [
    ["序号", "乡镇", "新建", "改建", "备注"],
    ["1", "东乡", "3", "", "王村"],
    ["2", "西乡", "", "2", ""],
    ["3", "南乡", "14", "", ""],
    ["", "合计", "17", "2", ""],
]


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
@pytest.mark.parametrize("rows", [TOWNS, SUMS], ids=["towns", "sums"])
def test_a_blank_cell_stands_where_nothing_is_printed(rows: Rows, right: bool) -> None:
    (table,) = tables(printed(rows, right))
    assert grid(table) == rows


VILLAGES = [
    ["镇街", "村（社区）", "养老机构", "照护站"],
    ["东市镇", "长门社区", "", "24"],
    ["", "松龙村", "", "32"],
    ["", "小计", "", "56"],
    ["河门镇", "金桥村", "28", ""],
    ["", "太林社区", "", ""],
    ["", "小计", "28", ""],
    ["青水镇", "新坪村", "", ""],
    ["", "枫水村", "3", "35"],
    ["", "兴家沟社区", "", "39"],
    ["", "小计", "3", "74"],
    ["合计", "", "31", "130"],
]


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
def test_villages_beside_the_name_of_their_town_are_rows(right: bool) -> None:
    """None of them is the rest of the cell above, and 青水镇  新坪村, without a figure, ends no table."""
    (table,) = tables(printed(VILLAGES, right))
    assert [row[1:] for row in grid(table)] == [row[1:] for row in VILLAGES]
    assert table.status == "certified"


WIDE = [
    ["单位名称", "改造户数", "助餐点", "互助点", "养老机构", "护理员", "老年学校", "计划投资"],
    ["白龙街道", "68", "", "18", "20", "76", "37", "79"],
    ["云滩乡", "52", "", "64", "65", "39", "65", "19"],
    ["金平乡", "17", "12", "17", "40", "35", "47", "5"],
    ["西滩镇", "77", "29", "59", "", "42", "53", "14"],
    ["竹和乡", "22", "27", "63", "41", "35", "4", "77"],
    ["桃和镇", "", "78", "41", "47", "20", "1", "68"],
]


def test_figures_below_one_another_are_never_one() -> None:
    (table,) = tables(printed(WIDE, apart=2))
    assert grid(table) == WIDE


def test_headings_of_two_lines_stand_over_their_columns() -> None:
    rows = [
        ["县区", "2025年", "", "2026年", ""],
        ["", "公厕", "食堂", "公厕", "食堂"],
        ["东县", "3", "", "1", ""],
        ["西县", "", "2", "", "7"],
        ["南县", "4", "", "6", ""],
        ["合计", "7", "2", "7", "7"],
    ]
    (table,) = tables(printed(rows))
    assert table.status == "certified"
    assert table.paths()[2:4] == [("2025年", "食堂"), ("2026年", "公厕")]
    assert grid(table)[3] == ["西县", "", "2", "", "7"]


def test_a_page_between_the_rows() -> None:
    lines = printed(TOWNS).split("\n")
    (table,) = tables("\n".join([*lines[:3], "", "- 4 -", "", lines[0], *lines[3:]]))
    assert grid(table) == TOWNS


def test_names_of_groups_and_bare_page_numbers_between_the_rows() -> None:
    lines = printed(TOWNS).split("\n")
    (table,) = tables(
        "\n".join(
            [lines[0], "一、东部片区", *lines[1:3], "", "12", "", "二、西部片区", *lines[3:], "三、工作要求"]
        )
    )
    assert [row for row in grid(table) if not row[0].endswith("片区")] == TOWNS
    assert {"一、东部片区", "二、西部片区"} <= {cell.text for cell in table.cells}
    assert "工作要求" not in "".join(cell.text for cell in table.cells)


def test_a_row_without_figures_does_not_end_the_table() -> None:
    rows = [*TOWNS[:3], ["中镇", "", "", ""], ["上镇", "", "", ""], *TOWNS[3:]]
    (table,) = tables(printed(rows))
    assert grid(table) == rows
    (table,) = tables(printed(rows) + "\n县民政局")
    assert grid(table) == rows


def test_a_dash_may_be_as_wide_as_a_figure() -> None:
    """`width` takes — as one column, as programs do that set blanks; a Han letter may be one too."""
    rows = [[cell or "—" for cell in row] for row in SUMS]
    (table,) = tables(printed(rows))
    assert grid(table) == rows
    by_letters = "\n".join("".join(f"{cell:<10}" for cell in row).rstrip() for row in TOWNS)
    (table,) = tables(by_letters)
    assert grid(table) == TOWNS


@pytest.mark.parametrize("right", [False, True], ids=["left", "right"])
def test_one_blank_parts_cells_where_all_columns_are_exact(right: bool) -> None:
    rows = [["乡镇", "新建厕所", "改建", "食堂"], *TOWNS[1:], ["合计", "7", "8", "13"]]
    (table,) = tables(printed(rows, right, apart=1))
    assert grid(table) == rows
    assert table.status == "certified"


def test_lost_blanks_are_no_places() -> None:
    """西镇 2 lost the blank between them: it does not stand below 床位 because it is printed there."""
    lost = "\n".join(
        " ".join(cell for cell in row if cell) for row in [*TOWNS[:3], TOWNS[4], ["中镇", "", "", "5"]]
    )
    for table in tables(lost):
        assert table.status == "ambiguous"


def test_a_figure_below_the_names_is_no_name() -> None:
    """5 白桥 and 乡 11 3 8 are one row, whatever stands below what."""
    rows = [["序号", *TOWNS[0]], *([str(n), *row] for n, row in enumerate(TOWNS[1:], 1))]
    lines = printed(rows).split("\n")
    (table,) = tables("\n".join([*lines, "5      白桥", "乡     11         3      8"]))
    assert ["5", "白桥乡", "11", "3", "8"] in grid(table)


def test_one_blank_parts_headings_where_two_part_others() -> None:
    text = "序号 乡镇    新建    改建\n1 东乡    3    4\n2 西乡    5    2\n3 南乡    14    1\n"
    (table,) = tables(text)
    assert grid(table)[:2] == [["序号", "乡镇", "新建", "改建"], ["1", "东乡", "3", "4"]]


def test_cells_that_reach_over_two_columns_tell_nothing() -> None:
    """西镇 stands on the place of two columns: which cell is whose is not told by places."""
    rows = printed(TOWNS).split("\n")
    rows[2] = "西镇" + " " * 8 + "2222222222222"
    for table in tables("\n".join(rows)):
        assert table.status not in ("certified", "consistent")


def test_a_column_without_a_heading_tells_nothing() -> None:
    rows = [[*row[:2], "9", *row[2:]] for row in TOWNS]
    rows[0][2] = ""
    for table in tables(printed(rows)):
        assert table.status not in ("certified", "consistent")


def test_a_cell_stands_where_it_is_printed_whatever_its_brackets_are_folded_to() -> None:
    """A bracket of half width takes one place, a blank of full width two."""
    text = (
        "镇街    养老床位(个)      公共厕所(座)      农村食堂(个)\n"
        "        现有  新建        现有  新建        现有  新建\n"
        "东镇    1     2           3     4           5     6\n"
        "西镇　　　　　2                 4           5\n"
        "南镇    1                 3     4                 6\n"
        "合计    2     4           6     12          10    12"
    )
    (table,) = tables(text)
    assert grid(table)[3] == ["西镇", "", "2", "", "4", "5", ""]
    assert grid(table)[0][1::2] == ["养老床位（个）", "公共厕所（座）", "农村食堂（个）"]
