"""Numbered tables that an office program saved as text, a cell a line and blank cells as empty lines."""

from __future__ import annotations

import pytest

from pipeline.outline.cells_in_turn import rows_in_turn
from pipeline.outline.lines import text_to_lines
from pipeline.outline.numbered_cells import numbered_table

TASKS = [
    ["序号", "任务类别", "工作内容", "牵头单位", "完成时限"],
    ["1", "水源建设", "开工建设石门水库，落实库区移民安置和大坝填筑的各项要求。", "市水利局", "2026年10月底"],
    ["2", "", "建成备用水源4处", "市水利局", ""],
    ["3", "管网改造", "更新老旧管网180公里", "市城管局、市水务集团", "2026年底"],
    ["4", "", "装智能水表6.5万块", "市水务集团", "2027年6月底"],
]
PLAN = [
    ["1", "东川县", "2", "1", "45.5", "38", "3200"],
    ["2", "安平区", "", "1", "30", "42.5", "2100"],
    ["3", "临江区", "1", "", "18.5", "", "1280"],
]
UPPER = ["序号", "县区", "新建水厂", "改造管网", "总投资"]
LOWER = ["", "", "2026年", "2027年", "2026年", "2027年", ""]
UNLIKE = ["", "", "个数", "规模", "长度", "口径", ""]
SPREAD = ["序号", "县区", "新建水厂", "", "改造管网", "", "总投资"]


def text(*rows: list[str], above: str = "") -> str:
    return above + "\n".join(cell for row in rows for cell in row) + "\n"


def read(printed: str, start: int = 0) -> list[list[str]] | None:
    lines = text_to_lines(printed, False)
    found = numbered_table(lines, start)
    return [[piece.text for piece in row] for row in found.rows] if found else None


def test_an_empty_line_is_a_blank_cell() -> None:
    assert read(text(*TASKS)) == TASKS
    assert read(text(*TASKS) + "\n\n市水利局\n2026年3月2日\n") == TASKS


def test_an_empty_line_more_where_each_cell_has_one_above() -> None:
    spaced = "\n\n".join(cell for row in TASKS for cell in row)
    assert read(spaced) == TASKS


@pytest.mark.parametrize("below", ["四、保障措施", "注：以批复为准。", "附件2"])
def test_what_is_no_cell_ends_the_last_row(below: str) -> None:
    rows = [
        ["序号", "镇街", "村（社区）", "建设性质"],
        ["1", "甲镇", "下坝村", "改建"],
        ["2", "乙镇", "桥头村", "新建"],
    ]
    assert (
        read("\n\n".join(cell for row in rows for cell in row) + f"\n\n\n{below}\n财政局统筹资金。\n") == rows
    )


def test_two_lines_of_headings_and_a_total_whose_label_spans_two_columns() -> None:
    total = ["合计", "3", "2", "94", "80.5", "6580"]
    assert read(text(UPPER, LOWER, *PLAN, total)) == [SPREAD, LOWER, *PLAN, ["合计", "", *total[1:]]]


def test_a_total_under_both_columns_and_one_without_a_cell() -> None:
    whole = ["合计", "三个县区", "3", "2", "94", "80.5", "6580"]
    assert read(text(UPPER, LOWER, *PLAN, whole)) == [SPREAD, LOWER, *PLAN, ["合计"]]
    assert read(text(UPPER, LOWER, *PLAN, ["合计", "3", "2", "94"])) == [
        SPREAD,
        LOWER,
        *PLAN,
        ["合计", "3", "2", "94"],
    ]


GROUPED = [
    UPPER,
    LOWER,
    ["一、水源工程"],
    *PLAN[:2],
    ["二、管网工程"],
    ["3", *PLAN[2][1:]],
    ["4", "西川县", "", "2", "12", "", "800"],
]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "spaced"])
@pytest.mark.parametrize("merged", [True, False], ids=["one cell", "blank cells"])
@pytest.mark.parametrize("anew", [True, False], ids=["numbers anew", "numbers go on"])
def test_names_of_groups_between_numbered_rows(between: str, merged: bool, anew: bool) -> None:
    rows = [[str(int(row[0]) - 2), *row[1:]] if anew and row[0] in ("3", "4") else row for row in GROUPED]
    whole = [row if len(row) > 1 else [*row, *[""] * (len(LOWER) - 1)] for row in rows]
    found = read(between.join(cell for row in (rows if merged else whole) for cell in row))
    assert found == [SPREAD, LOWER, *whole[2:]]


def test_a_name_of_a_group_behind_which_no_number_follows_ends_the_table() -> None:
    rows = [*GROUPED, ["三、保障措施"], ["加强资金保障。"]]
    found = read(text(*rows))
    assert found is not None
    assert found[-1] == GROUPED[-1]


def test_no_cell_is_blank() -> None:
    rows = [TASKS[0], *([*row[:1], "水源建设", *row[2:4], "月底"] for row in TASKS[1:])]
    assert read(text(*rows)) == rows
    assert read("\n\n".join(cell for row in rows for cell in row)) == rows


@pytest.mark.parametrize(
    "rows",
    [
        [UPPER, UNLIKE, *PLAN],
        [TASKS[0], TASKS[1], [*TASKS[2], "另一段"], *TASKS[3:]],
        [TASKS[0], *TASKS[1:3]],
        [
            TASKS[0],
            *TASKS[1:4],
            ["4", "装智能水表6.5万块", "市水务集团", "2027年6月底"],
            ["5", "", "丙", "市水利局", "2027年"],
        ],
        [[*TASKS[0][:3], "牵头单位", "时限"], *([*row[:3], "按期完成任务", row[4]] for row in TASKS[1:])],
    ],
    ids=[
        "headings without a group",
        "two paragraphs in a cell",
        "two rows",
        "a row lost a cell",
        "no body under a lead",
    ],
)
def test_what_tells_no_rows(rows: list[list[str]]) -> None:
    assert read(text(*rows)) is None


def test_a_caption_is_no_heading() -> None:
    """附件2 | 任务分解表 | 序号 | … were read as the headings of rows that begin two cells earlier."""
    lines = text_to_lines(text(*TASKS, above="附件2\n重点任务分解表\n"), False)
    assert rows_in_turn(lines, 0) is None
    assert rows_in_turn(lines, 1) is None


COPIES = ["序号", "镇街", "水厂（座）", "水池（个）", "2026年", "2027年", "小计", "2026年", "2027年", "小计"]
OVER = ["序号", "镇街", "水厂（座）", "", "", "水池（个）", "", ""]


def test_headings_over_copies_of_others_and_no_blank_below_those_that_reach_down() -> None:
    rows = [
        ["1", "东镇", "2", "", "2", "3", "4", "7"],
        ["2", "西镇", "", "1", "1", "", "5", "5"],
        ["3", "南镇", "1", "1", "2", "1", "", "1"],
    ]
    total = ["合计", "3", "2", "5", "4", "9", "13"]
    assert read(text(COPIES, *rows, total)) == [OVER, ["", "", *COPIES[4:]], *rows, ["合计", "", *total[1:]]]


def test_a_lost_blank_cell_takes_no_number_of_the_next_row() -> None:
    rows = [
        ["1", "东镇", "2", "1", "3", "3", "4", "7"],
        ["2", "西镇", "6", "1", "7", "1", "5", "6"],
        ["3", "南镇", "1", "1", "2", "1", "1", "2"],
        ["4", "北镇", "2", "2", "9", "9"],
    ]
    last = ["5", "中镇", "1", "1", "2", "1", "1", "2"]
    found = read(text(COPIES, *rows, last))
    assert found is None or found[len(COPIES) :] == [*rows, last]


def test_lines_of_a_cell_that_stand_close_are_no_paragraphs() -> None:
    """Other readers lay them."""
    spaced = "\n\n".join(cell for row in TASKS for cell in row if cell).replace("石门水库，", "石门水库，\n")
    assert read(spaced) is None


EXCERPT = [
    ["序号", "重点工作任务", "主要责任单位", "配合单位"],
    ["一、发展目标", "", "", ""],
    ["3", "固定资产投资增长7.5%。", "区发改委", "区工信局、区住建局，各乡镇人民政府。"],
    ["二、产业发展", "", "", ""],
    ["三、民生", "", "", ""],
    ["68", "扩建教学楼。", "区教育局", "各乡镇人民政府。"],
    ["73", "托位数提高至5600个。", "区卫健委", "区教育局、区财政局。"],
]


def test_rows_taken_out_of_a_longer_table_go_up_and_names_of_groups_may_follow_one_another() -> None:
    spaced = "\n\n".join(cell for row in EXCERPT for cell in row if cell)
    assert read(spaced + "\n\n某区教育局\n2025年6月13日\n") == EXCERPT
    fallen = read(spaced.replace("73", "62")) or []
    assert "62" not in [row[0] for row in fallen]
