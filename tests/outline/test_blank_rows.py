"""Tables whose cells are parted by blanks, or by pipes without any at the ends."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline.blank_rows import blank_table
from pipeline.outline.fragments import cut_fragments
from pipeline.outline.lines import text_to_lines
from pipeline.outline.regions import region_at
from pipeline.tables import mend_fragment

ONE_LINE = "镇街 养老床位（张） 公共厕所（座）\n甲镇 12 3\n乙镇 8 5\n丙镇 4\n合计 24 8\n"
TWO_LINES = (
    "序号 镇街 养老床位 公共厕所\n现有 2026年 现有 2026年\n1 甲镇 1 2 3 4\n2 乙镇 5 6 7 8\n合计 6 8 10 12\n"
)
WIDE_BLANKS = "指标    单位    2025年    属性\n床位 数    张    120    预期性\n覆盖 率    %    95    约束性\n医师 数    人    2.5    预期性\n"
MERGED = "类别 指标 单位 2024年 2027年\n服务 参保率 % 67 98\n覆盖率 % 14 97.6\n设施 床位数 张 11 51\n绿地率 % 86 90\n"


def rows(text: str) -> list[list[str]] | None:
    found = blank_table(text_to_lines(text, False), 0)
    return [[piece.text for piece in row] for row in found.rows] if found and found.rows else None


def test_one_line_of_headings() -> None:
    assert rows(ONE_LINE) == [line.split() for line in ONE_LINE.splitlines()]


def test_a_unit_in_brackets_is_of_the_heading_before_it() -> None:
    apart = ONE_LINE.replace("（", " （")
    assert rows(apart) == [line.split() for line in ONE_LINE.splitlines()]
    assert rows(apart.replace("张） 公", "张）  公")) == rows(apart)


def test_headings_that_divide_those_above() -> None:
    found = rows(TWO_LINES)
    assert found is not None
    assert found[:2] == [
        ["序号", "镇街", "养老床位", "", "公共厕所", ""],
        ["", "", "现有", "2026年", "现有", "2026年"],
    ]


def test_two_blanks_part_cells_where_there_are_any() -> None:
    found = rows(WIDE_BLANKS)
    assert found is not None and [len(row) for row in found] == [4, 4, 4, 4]


def test_a_sum_stands_below_figures() -> None:
    found = rows("指标名称 单位 2026年\n社区食堂 个 6\n公共厕所 座 4\n路灯 盏 300\n小计 310\n")
    assert found is not None and found[-1] == ["小计", "", "310"]


def test_a_row_without_its_merged_label_begins_with_a_blank() -> None:
    found = rows(MERGED)
    assert found is not None and [row[0] for row in found] == ["类别", "服务", "", "设施", ""]


@pytest.mark.parametrize("between", ["— 3 —", "某市人民政府文件", "镇街 养老床位（张） 公共厕所（座）"])
def test_what_a_new_page_prints_is_no_row(between: str) -> None:
    found = rows(ONE_LINE.replace("丙镇", f"{between}\n丙镇"))
    assert found is not None and len(found) == 5


@pytest.mark.parametrize(
    "text",
    [
        "各镇街 要抓好落实。\n甲镇 12 3\n乙镇 8 5\n丙镇 4 1\n",
        "镇街 养老床位 公共厕所\n甲镇 12 3\n",
        "2026年 养老床位 公共厕所\n甲镇 12 3\n乙镇 8 5\n丙镇 4 1\n",
        "镇街 床位\n2025年 2026年 2027年\n甲镇 1 2 3\n乙镇 1 2 3 4 5 6 7 8\n丙镇 1 2 3 4\n",
    ],
)
def test_no_such_table(text: str) -> None:
    assert rows(text) is None


@pytest.mark.parametrize(
    "table",
    [
        "镇街 | 床位\n---|---\n甲镇 | 1\n乙镇 | 2\n",
        "镇 | 床位 | 公厕\n:---|---:|---\n甲 | 1 | 2\n",
        "任务 | 单位\n--- | ---\n修桥 | 市交通局\n",
    ],
)
def test_pipes_between_the_cells_alone(table: str) -> None:
    lines = text_to_lines(table, True)
    found = region_at(lines, 0)
    assert found is not None and (found.separator, found.end) == ("|", len(lines))


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("镇街|床位|公厕\n甲镇|1|2\n乙镇||3\n|4|5\n", [3, 3, 3, 3]),
        (
            "序号|镇街|床位\n（张）|公厕\n1|甲镇|7|2\n2|乙\n镇|4|3\n3|丙镇||1\n合计||11|5\n",
            [3, 2, 4, 2, 3, 4, 4],
        ),
        ("| 镇 | 床位 | 公厕 |\n|---|---|---|\n| 甲 | 1 | 2\n乙 | 3 | 4 |\n", [3, 3, 3]),
        ("片区|镇街|床位|公厕\n东片|甲镇|1|2\n|乙镇|3|4\n|丙镇|3|4\n|小计|7|10\n", [4] * 5),
        ("镇街|床位|公厕|\n甲镇|1||\n乙镇|3|4|2\n丙镇|5||\n丁镇|5||\n", [4] * 5),
        ("村|户数|备注\n上坪|3|\n中坪|4|\n下坪|2|新建\n合计|9|\n", [3] * 5),
    ],
)
def test_pipes_without_a_rule_or_lost_at_an_end(table: str, rows: list[int]) -> None:
    """A pipe at the end of a line is an edge where the headings have edges, and else parts a blank cell off."""
    _, fragments = cut_fragments(
        text_to_lines(table, False), Document("n", "n.txt", "0", "text/plain", "utf-8", table)
    )
    assert [[len(row) for row in fragment.rows] for fragment in fragments] == [rows]


@pytest.mark.parametrize(
    "lines",
    [
        "首页 | 政务公开 | 政策文件\n当前位置 | 政策\n",
        "县民政局 | 县财政局 | 县教育局\n县住建局 | 县水利局 | 县林业局\n县司法局 | 县审计局 | 县统计局\n",
    ],
)
def test_pipes_between_links_are_no_table(lines: str) -> None:
    assert region_at(text_to_lines(lines, False), 0) is None


@pytest.mark.parametrize(
    ("table", "end"),
    [
        ("镇街\t床位\t公厕\n甲镇\t1\t2\n乙镇\t4\t3\n合计\t5\n5\n某市人民政府\n", 5),
        ("镇街|床位|公厕\n甲镇|1|2\n乙镇|4|3\n合计|5\n5\n", 5),
        ("镇街\t床位\t公厕\n甲镇\t1\t2\n合计\t1\t2\n5\n", 3),
        ("镇街\t床位\t公厕\n甲镇\t1\t2\n合计\t1\n\n5\n", 3),
    ],
)
def test_a_number_below_a_short_last_row_is_its_last_cell(table: str, end: int) -> None:
    found = region_at(text_to_lines(table, False), 0)
    assert found is not None and found.end == end


BLANK_LINES = "序号 镇、街道 新建 合计\n户数 资金（万元） 户数 资金（万元）\n1 桂花街道\n\n3 6.3\n2 柏树镇 1 2.1 1 2.1\n3 白果乡\n\n2 4.2\n"


def test_an_empty_line_may_be_two_blank_cells() -> None:
    """Each end of a line is one where every row comes out as wide as the headings by it."""
    found = rows(BLANK_LINES)
    assert found is not None
    assert found[2:] == [
        ["1", "桂花街道", "", "", "3", "6.3"],
        ["2", "柏树镇", "1", "2.1", "1", "2.1"],
        ["3", "白果乡", "", "", "2", "4.2"],
    ]


def test_an_empty_line_may_be_one_blank_cell() -> None:
    text = "镇街 床位（张） 公厕（座） 花园（个）\n甲镇 1 2 3\n乙镇 4\n\n6\n丙镇\n\n7 8\n合计 5 9 17\n"
    found = rows(text)
    assert found is not None
    assert found[1:] == [
        ["甲镇", "1", "2", "3"],
        ["乙镇", "4", "", "6"],
        ["丙镇", "", "7", "8"],
        ["合计", "5", "9", "17"],
    ]


def test_one_row_of_many_may_have_lost_a_cell() -> None:
    more = "".join(f"{n} {name}镇\n\n{n} {n}.5\n" for n, name in enumerate("东西南北中上下前后", 4))
    found = rows(BLANK_LINES + more + "13 末尾镇 1 2.1 1\n")
    assert found is not None
    assert found[-2:] == [["12", "后镇", "", "", "12", "12.5"], ["13", "末尾镇", "1", "2.1", "1"]]


@pytest.mark.parametrize(
    "text",
    [
        # No row stands in one line; rows come out unlike; every row has the same line ends, which may be either.
        BLANK_LINES.replace("柏树镇 1 2.1 1 2.1", "柏树镇\n\n1 2.1"),
        BLANK_LINES.replace("3 6.3", "3"),
        "镇街 床位 公厕 花园\n甲镇 1\n\n3\n乙镇 4\n\n6\n丙镇 7\n\n8\n",
    ],
)
def test_line_ends_that_say_nothing(text: str) -> None:
    found = blank_table(text_to_lines(text, False), 0)
    assert found is not None
    assert found.rows == ()


def test_what_is_laid_out_like_a_table_is_never_prose() -> None:
    text = "乡镇 面积（亩） 株数\n甲镇 30\n乙镇 20 300 4 6\n丙镇 3 5\n某县林业局\n2021年3月1日\n"
    found = blank_table(text_to_lines(text, False), 0)
    assert found is not None
    assert (found.rows, found.end) == ((), 4)


def test_a_list_of_names_and_figures_without_headings_is_an_unread_table() -> None:
    rows_ = "".join(
        f"{name}市 {n}\n" for name, n in zip("东西南北中", (15546, 19786, 3103, 792, 637), strict=True)
    )
    text = f"各市计划（单位：套）\n{rows_}某厅\n"
    lines = text_to_lines(text, False)
    kept, (fragment,) = cut_fragments(lines, Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert fragment.is_unread
    assert [line.text for line in kept] == ["各市计划（单位：套）", "某厅"]


TWO_GROUPS = [
    ["甲县", "2420", "", "", "26.4", "", ""],
    ["乙县", "2200", "2000", "", "22", "20", ""],
    ["丙县", "1910", "1710", "1580", "19.2", "17.2", "15.9"],
    ["丁县", "1850", "", "1600", "", "", "15"],
]
HEADS_OF_TWO = "地区 月标准 小时标准\n一档 二档 三档 一档 二档 三档\n"


def test_the_label_of_a_total_stands_across_two_columns_where_blanks_are_told() -> None:
    printed = "序号 镇 床位 公厕\n1 东镇 3 4\n2 西镇   2\n3 南镇 4 5\n合计 7 11\n"
    found = rows(printed)
    assert found is not None
    assert found[2:] == [["2", "西镇", "", "2"], ["3", "南镇", "4", "5"], ["合计", "", "7", "11"]]


def test_names_of_groups_between_rows() -> None:
    found = rows("镇街 床位 公厕\n一、东部片区\n甲镇 1 2\n乙镇 8 5\n二、西部片区\n丙镇 4 7\n丁镇 3 6\n")
    assert found is not None
    assert [row[0] for row in found] == [
        "镇街",
        "一、东部片区",
        "甲镇",
        "乙镇",
        "二、西部片区",
        "丙镇",
        "丁镇",
    ]


@pytest.mark.parametrize("blank", ["", " "], ids=["nothing", "a blank"])
def test_more_blanks_are_blank_cells(blank: str) -> None:
    """A blank cell is printed as nothing or as a blank, a blank between it and the next one."""
    found = rows(HEADS_OF_TWO + "".join(" ".join(cell or blank for cell in row) + "\n" for row in TWO_GROUPS))
    assert found is not None and found[2:] == TWO_GROUPS


@pytest.mark.parametrize("lost", [" ", "  "], ids=["blanks lost", "out of step"])
def test_short_rows_under_several_groups_are_unread(lost: str) -> None:
    printed = "".join(lost.join(cell for cell in row if cell) + "\n" for row in TWO_GROUPS)
    found = blank_table(text_to_lines(HEADS_OF_TWO + printed, False), 0)
    assert found is not None and found.rows == ()


def test_short_rows_under_one_group_end_where_they_are_printed_to_end() -> None:
    printed = "地区 月标准（元）\n一档 二档 三档\n甲县 2420\n乙县 2200 2000\n丙县 1910 1710 1580\n"
    assert rows(printed) is not None


@pytest.mark.parametrize(
    "heads",
    [
        "镇街 村数 床位 公厕\n2025年 2026年 2025年 2026年\n",  # which two have years below them
        "镇街 床位 公厕\n现有 2025年 新建 2026年 现有 2027年\n",  # or two and four
        "镇街 床位 公厕 备注\n2025年 2026年 2025年 2026年\n",  # 备注 has none
    ],
)
def test_headings_whose_columns_nothing_tells_are_unread(heads: str) -> None:
    width = 1 + len(heads.split("\n")[1].split()) + (heads.split("\n")[0].count(" ") - 2)
    found = blank_table(
        text_to_lines(heads + "".join(f"{n}镇{' 4' * (width - 1)}\n" for n in "甲乙丙丁"), False), 0
    )
    assert found is not None and found.rows == ()


def test_a_short_row_of_which_nothing_tells_the_blanks_is_not_placed() -> None:
    """It is not read as if its last cells were blank."""
    text = "镇街 养老床位（张） 公共厕所（座） 花园（个）\n甲镇 12 3 4\n乙镇 8 5\n丙镇 4 1\n丁镇 9 2\n戊镇 5 6 7\n"
    _, (fragment,) = cut_fragments(
        text_to_lines(text, False), Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    )
    whole = mend_fragment(fragment)
    assert whole.table is not None
    assert (whole.table.status, [issue.kind for issue in whole.issues]) == (
        "ambiguous",
        ["ambiguous_row"] * 3,
    )
    assert [cell.text for cell in whole.table.cells if cell.row == 2 and cell.text] == ["乙镇"]
