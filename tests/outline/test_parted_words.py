"""Numbered rows of words that single blanks part: which blank and which line end is the end of a cell."""

from __future__ import annotations

import pytest

from pipeline.extract.cells.rows import table_rows
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.outline.lines import text_to_lines
from pipeline.outline.parted_words import worded_table
from pipeline.tables import mend

HEAD = "关于做好渡口修缮工作的通知\n各乡镇人民政府：\n现就有关事项通知如下。\n附件\n渡口修缮任务分解表\n"
FOOT = "\n注：完成时限未注明的为年底。\n"


def document(body: str, foot: str = FOOT) -> Document:
    return Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", HEAD + body + foot)


def rows(body: str, foot: str = FOOT) -> list[list[str]]:
    """The rows of the only table, without its headings."""
    read = outline(document(body, foot))
    return [[piece.text for piece in row] for row in read.fragments[0].rows[1:]] if read.fragments else []


ROWS = [
    ["1", "更换东渡缆绳。", "县水务局", "县财政局、县交通运输局"],
    ["2", "加固西渡口码头护栏。", "县交通运输局", "县水务局"],
    ["3", "清理南渡淤泥。", "县水务局", "各乡镇人民政府"],
    ["4", "拆除北渡旧船。", "县应急局", "县公安局"],
]
HEADINGS = "序号 重点任务 牵头单位 配合单位\n"


def printed(each: list[list[str]]) -> str:
    return "".join(" ".join(row) + "\n" for row in each)


def test_each_blank_parts_two_cells_and_names_of_groups_stand_between_rows() -> None:
    body = f"{HEADINGS}一、水上交通\n{printed(ROWS[:2])}（二）航道整治\n{printed(ROWS[2:])}"
    blank = ["", "", ""]
    assert rows(body) == [["一、水上交通", *blank], *ROWS[:2], ["（二）航道整治", *blank], *ROWS[2:]]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("2 加固西渡口\n码头护栏。 县交通运输局 县水务局", ROWS[1]),
        ("2 加固西渡口码头护栏。 县交通运输局\n县水务局", ROWS[1]),
        ("2 加固西渡口码头护栏。\n县交通运输局\n县水务局", ROWS[1]),
        ("2 加固西渡口码头护栏。 县交通运输局 县水务局、\n县公安局", [*ROWS[1][:3], "县水务局、县公安局"]),
        ("2 加固西渡口码头护栏。 县交通运输局 县水务局\n县公安局", [*ROWS[1][:3], "县水务局\n县公安局"]),
        ("2 加固护栏 200 米 县交通运输局 县水务局", ["2", "加固护栏 200 米", "县交通运输局", "县水务局"]),
        # Whose line the one in the middle is, nothing tells.
        ("2 加固护栏。 县交通运输局\n县水务局\n县公安局", ["2", "加固护栏。", "县交通运输局\n县水务局\n县公安局"]),
        ("2 加固护栏。 县交通运输局", ["2", "加固护栏。", "县交通运输局"]),
    ],
)  # fmt: skip
def test_a_line_end_ends_a_cell_where_the_headings_say_so(one: str, told: list[str]) -> None:
    assert rows(f"{HEADINGS}{printed(ROWS[:1])}{one}\n{printed(ROWS[2:])}") == [ROWS[0], told, *ROWS[2:]]


@pytest.mark.parametrize(
    "below", ["", "\n注：以上任务长期坚持。\n", "二、保障措施\n县财政局要统筹安排资金。\n"]
)
def test_rows_without_numbers_are_a_line_each(below: str) -> None:
    assert rows(f"{HEADINGS[3:]}{printed([row[1:] for row in ROWS])}", below) == [row[1:] for row in ROWS]


def test_three_columns_are_enough() -> None:
    body = "序号 任务 责任单位\n1 更换缆绳 县水务局\n2 加固护栏、\n增设照明 县财政局\n3 清淤 县水务局\n4 拆船 县公安局\n"
    assert rows(body)[1] == ["2", "加固护栏、增设照明", "县财政局"]


def test_bodies_in_one_cell_may_be_parted_by_blanks() -> None:
    body = "序号 任务 责任单位\n1 更换缆绳 县水务局 县财政局\n2 加固护栏 县财政局\n3 清淤 县水务局\n4 拆船 县公安局\n"
    assert rows(body)[0] == ["1", "更换缆绳", "县水务局\n县财政局"]
    timed = "序号 任务 责任单位 完成时限\n1 更换缆绳 县水务局 县财政局 2026年6月\n2 加固护栏 县财政局、 县水务局 长期\n3 清淤 200 米 县水务局 10月底\n4 拆船 县公安局 全年\n"
    assert [row[2] for row in rows(timed)] == [
        "县水务局\n县财政局",
        "县财政局、 县水务局",
        "县水务局",
        "县公安局",
    ]
    two = f"{HEADINGS}{printed(ROWS[:3])}4 拆除北渡旧船。 县应急局 县公安局 县司法局\n"
    assert rows(two)[3] == ["4", "拆除北渡旧船。", "县应急局\n县公安局\n县司法局"]


def test_of_rows_of_very_many_words_the_ways_are_not_all_tried() -> None:
    """Of 22 words that may each be within a cell there were millions."""
    heads = "序号 任务 措施 指标 内容 项目 名称 目标 要求 牵头单位 配合单位 完成时限\n"
    long = " ".join(["新建", "3"] * 10 + ["县水务局", "6月底"])
    lines = text_to_lines(heads + "".join(f"{n} {long}\n" for n in range(1, 5)), markdown=False)
    assert worded_table(lines, 0) is None


def test_a_cell_that_goes_on_leaves_rows_without_numbers_untold() -> None:
    body = f"{HEADINGS[3:]}{printed([row[1:] for row in ROWS])}县司法局、\n县水务局\n"
    assert outline(document(body)).fragments[0].is_unread


def test_notes_may_be_times_where_these_have_no_heading() -> None:
    body = "序号 任务 责任单位 备注\n1. 更换缆绳 县水务局\n2. 加固护栏 县财政局 6月底前\n3. 清淤 县水务局 甲 乙 丙\n4. 拆船 县公安局\n"
    assert rows(body) == [
        ["1.", "更换缆绳", "县水务局", ""],
        ["2.", "加固护栏", "县财政局", "6月底前"],
        ["3.", "清淤", "县水务局", "甲", "乙", "丙"],
        ["4.", "拆船", "县公安局", ""],
    ]


def test_times_and_notes_say_which_cell_is_blank() -> None:
    body = """序号 任务 措施 牵头单位 完成时限 备注
1 东渡 更换缆绳 县水务局 2026年6月底前
2 西渡 加固护栏，
增设救生圈30个 县交通运输局、县财政局 10月底 省级资金
3 南渡 清淤 县水务局 长期
"""
    assert rows(body) == [
        ["1", "东渡", "更换缆绳", "县水务局", "2026年6月底前", ""],
        ["2", "西渡", "加固护栏，增设救生圈30个", "县交通运输局、县财政局", "10月底", "省级资金"],
        ["3", "南渡", "清淤", "县水务局", "长期", ""],
    ]


def test_headings_again_behind_a_page_are_no_cell_and_who_signs_is_none() -> None:
    body = f"{HEADINGS}{printed(ROWS[:2])}\n{HEADINGS}{printed(ROWS[2:])}"
    assert rows(body, "\n某某县人民政府办公室\n2026年3月2日\n") == ROWS


def test_the_last_row_takes_no_line_that_no_cell_of_it_needs() -> None:
    body = f"{HEADINGS}{printed(ROWS[:3])}4 拆除北渡旧船。\n县应急局 县公安局、\n县司法局\n联系人另行通知\n"
    assert rows(body) == [*ROWS[:3], [*ROWS[3][:3], "县公安局、县司法局"]]


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADINGS}{printed(ROWS[:2])}",
        "序号 任务 措施\n1 东渡 换缆\n2 西渡 加固\n3 南渡 清淤\n",
        "序号 重点任务 牵头单位 配合单位\n东渡换缆\n西渡加固\n南渡清淤\n",
        f"序号 工作重点 工作举措 工作成果\n{printed(ROWS)}",
    ],
    ids=["two rows", "nothing tells words apart", "no numbers", "unknown headings"],
)
def test_what_is_no_such_table_is_left_to_others(body: str) -> None:
    lines = text_to_lines(document(body).text, markdown=False)
    at = next(n for n, line in enumerate(lines) if line.text.startswith("序号"))
    assert worded_table(lines, at) is None


def test_of_bodies_that_may_stand_in_two_columns_no_role_is_told() -> None:
    body = f"{HEADINGS}{printed(ROWS[:1])}2 加固护栏。 县交通运输局\n县水务局\n县公安局\n{printed(ROWS[2:])}"
    mended = mend(outline(document(body)))
    found = [fact.values for fact in table_rows(mended) if fact.table == "responsibilities"]
    said = [(values["agency_name"], values["role"]) for values in found]
    assert said[3:6] == [("县交通运输局", "joint"), ("县水务局", "joint"), ("县公安局", "joint")]
    assert said[0] == ("县水务局", "lead") and said[-1] == ("县公安局", "support")
    assert [issue.kind for issue in mended.issues] == ["ambiguous_row"]


def test_a_line_end_cuts_bodies_and_words() -> None:
    body = (
        f"{HEADINGS}1 更换东渡缆绳。 县水\n务局 县财政局、县交通运\n输局\n2 加固西渡口码\n头护栏。 县交通运输局 县水务局\n"
        f"{printed(ROWS[2:3])}4 拆除北渡旧船。 县应急局 县公\n安局\n"
    )
    assert rows(body) == ROWS


def test_the_rest_of_a_body_behind_the_end_of_a_page_is_no_head_of_it() -> None:
    head = "序号 任务 牵头单位 完成时限\n1 更换东渡缆绳 县水务局 2026年6月底前\n2 加固西渡口码头护栏 县交通运\n\n— 1 —\n\n"
    body = f"{head}输局 2026年10月底\n\n序号 任务 牵头单位 完成时限\n3 清淤 县水务局 长期\n4 拆船 县应急局 年底前\n"
    assert rows(body)[1] == ["2", "加固西渡口码头护栏", "县交通运输局", "2026年10月底"]


def test_blanks_beside_figures_part_no_cells() -> None:
    body = """序号 任务 措施 牵头单位 责任单位 完成时限
1 东渡 更换缆绳 12 根 县水务局 县财政局 2026 年 6 月底前
2 西渡 新增救生圈 30 个，
护栏 1.5 公里 县交通运输局 县财政局、
县水务局 10 月底
3 南渡 清淤率达到 95% 左右 县水务局 各乡镇人民政府 长期
"""
    assert rows(body) == [
        ["1", "东渡", "更换缆绳 12 根", "县水务局", "县财政局", "2026 年 6 月底前"],
        ["2", "西渡", "新增救生圈 30 个，护栏 1.5 公里", "县交通运输局", "县财政局、县水务局", "10 月底"],
        ["3", "南渡", "清淤率达到 95% 左右", "县水务局", "各乡镇人民政府", "长期"],
    ]


def test_headings_go_on_in_the_next_line_and_groups_have_blanks() -> None:
    head = "序号 任务 牵头单位 完成时限\n备注\n一、 2026 年目标\n"
    body = f"{head}1 换缆 县水务局 6月底\n2 加固 县交通运输局 10月底 省级资金\n\n序号 任务 牵头单位 完成时限\n备注\n3 清淤 县水务局 长期\n"
    assert [len(row) for row in rows(body)] == [5, 5, 5, 5]
    assert rows(body)[0][0] == "一、 2026 年目标" and rows(body)[2][4] == "省级资金"


def test_of_lines_that_empty_ones_part_the_last_row_takes_as_many() -> None:
    body = f"{HEADINGS}\n" + "\n".join(printed(ROWS[:3]).splitlines(keepends=True))
    assert rows(f"{body}\n4 拆除北渡旧船。 县应急局\n\n县公安局、\n\n县司法局\n\n\n") == [
        *ROWS[:3],
        [*ROWS[3][:3], "县公安局、县司法局"],
    ]


def test_rows_without_a_number_have_blanks_beside_their_figures() -> None:
    body = "类别 任务 牵头单位 完成时限\n居家养老 改造 2000 户。 县民政局 10月底\n社区养老 建成中心 15 个。 县民政局 年底前\n机构养老 新增床位 800 张。 县卫健委 年底前\n"
    assert [row[1] for row in rows(body)] == ["改造 2000 户。", "建成中心 15 个。", "新增床位 800 张。"]
