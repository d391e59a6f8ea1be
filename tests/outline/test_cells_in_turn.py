"""Tables of values that came out one cell line a text line."""

from __future__ import annotations

import itertools

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.outline.cells_in_turn import rows_in_turn
from pipeline.outline.lines import text_to_lines
from pipeline.outline.patterned_rows import patterned_table
from pipeline.outline.regions import is_of_page, region_at
from pipeline.outline.row_lines import is_parted_by_blanks
from pipeline.outline.untold import end_of_untold
from pipeline.tables import mend

HEADS = ["站名", "快桩（个）", "慢桩（个）", "岗亭（座）"]
NAMES = ["甘棠站", "木樨站", "丁香站", "芦苇站", "石榴站"]
VALUES = [["12", "30", "5"], ["8", "20", "—"], ["20", "55", "9"], ["1,500", "4.5", "7"], ["3", "10", "2"]]


def table(*rows: list[str]) -> str:
    return "\n".join(itertools.chain(*rows)) + "\n"


def read(text: str, start: int = 0) -> list[list[str]] | None:
    lines = text_to_lines(text, False)
    found = rows_in_turn(lines, start)
    if found is None:
        return None
    return [["".join(lines[n].squeezed for n in cell) for cell in row] for row in found.rows]


ROWS = [[name, *values] for name, values in zip(NAMES, VALUES, strict=True)]
NUMBERED = [[str(n + 1), *row] for n, row in enumerate(ROWS)]
MIXED = [
    ["新建床位", "张", "1200", "1800", "预期性"],
    ["护理型床位占比", "%", "50", "60", "约束性"],
    ["社区食堂", "个", "30", "80", "预期性"],
]


@pytest.mark.parametrize(
    "rows",
    [
        [HEADS, *ROWS],
        [["序号", *HEADS], *NUMBERED],
        [["指标", "单位", "2024年", "2027年", "属性"], *MIXED],
        [HEADS, *ROWS, ["合计", "1543", "119.5", "23"]],
        [["序号", *HEADS], *NUMBERED, ["合计", "1543", "119.5", "23"]],
        [
            ["收费项目", "计费单位", "标准"],
            ["停车费", "元/月", "300"],
            ["清运费", "元/户", "260"],
            ["门卡费", "元/张", "20"],
        ],
    ],
    ids=["values", "numbered", "words between", "total", "numbered, total", "prices"],
)
def test_the_rows_are_whole(rows: list[list[str]]) -> None:
    assert read(table(*rows)) == rows
    assert read("充电设施任务表\n" + table(*rows), 1) == rows
    assert read(table(*rows) + "某市人民政府\n2025年3月1日\n以上设施应当按期建成。\n") == rows


@pytest.mark.parametrize("lost", range(1, 4))
@pytest.mark.parametrize("row", range(5))
def test_a_row_that_lost_a_cell_ends_where_the_next_word_stands(row: int, lost: int) -> None:
    rows = [list(cells) for cells in ROWS]
    del rows[row][lost]
    assert read(table(HEADS, *rows)) == [HEADS, *rows]


@pytest.mark.parametrize("lost", [0, 1, 2, 4])
def test_a_row_of_words_and_values_that_lost_a_cell(lost: int) -> None:
    """It ends where the order begins anew, if no other row can be the one that lost it."""
    rows = [*MIXED, *[[f"新{row[0]}", *row[1:]] for row in MIXED]]
    cut = [*rows[:3], [cell for j, cell in enumerate(rows[3]) if j != lost], *rows[4:]]
    heads = ["指标", "单位", "2024年", "2027年", "属性"]
    assert read(table(heads, *cut)) == ([heads, *cut] if lost == 2 else None)


def test_headings_printed_again_are_no_row() -> None:
    assert read(table(HEADS, *ROWS[:3], ["- 2 -"], HEADS, *ROWS[3:])) == [HEADS, *ROWS]


def test_a_word_over_two_lines_is_one_cell() -> None:
    rows = [*ROWS[:3], ["芦苇", "枢纽站", "4", "5", "6"], ROWS[4]]
    assert read(table(HEADS, *rows)) == [HEADS, *ROWS[:3], ["芦苇枢纽站", "4", "5", "6"], ROWS[4]]


def test_a_caption_or_the_number_of_an_annex_is_no_heading() -> None:
    heads, names = (
        ["指标", "现状值（2025年）", "目标值（2027年）"],
        ["助餐点数量", "污水处理率", "设施完好率", "书亭数量"],
    )
    rows = [[name, "780个", "880个"] for name in names]
    text = table(["附件2", "某市民生保障指标体系"], heads, *rows)
    assert (read(text), read(text, 1)) == (None, None)
    assert read(text, 2) == [heads, *rows]


def test_norms_below_labels_that_stand_once() -> None:
    rows = [
        "茶亭",
        "建筑面积",
        "420平方米以上",
        "停车位",
        "不少于4个",
        "书亭",
        "建筑面积",
        "≥80平方米",
        "停车位",
        "2个以上",
    ]
    laid = patterned_table(text_to_lines(table(["类别", "项目", "标准"], rows), False), 0)
    assert laid is not None
    assert [[piece.text for piece in row] for row in laid.rows][1:] == [
        ["茶亭", "建筑面积", "420平方米以上"],
        ["", "停车位", "不少于4个"],
        ["书亭", "建筑面积", "≥80平方米"],
        ["", "停车位", "2个以上"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "联系人\n电话\n甘棠\n12345\n木樨\n23456\n丁香\n34567\n",  # two columns are told by nothing
        "甘棠站\n木樨站\n丁香站\n芦苇站\n石榴站\n海棠站\n",  # no values
        "工作目标\n主要任务\n保障措施\n建成3个。\n改造5处。\n新增8处。\n",  # sentences
        table(HEADS, *ROWS[:2]),  # two rows show no order
        table(["站名", "站名", "慢桩"], *[row[:3] for row in ROWS]),  # two headings alike
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("rows", "least"),
    [
        ([HEADS, *ROWS[:3], ["海棠站", "", "", "4"]], 1),
        (
            [
                ["县区", "合计", "中央", "省级", "备注"],
                *[[r[0], r[1], "", r[2], ""] for r in ROWS],
                ["合计", "43", "", "9", ""],
            ],
            1,
        ),
        ([["项目", "2023", "2024"], ["床位", "2024", ""], ["护士", "", "2012"], ["医师", "7", "3"]], 0),
        ([["项目", "2023年", "2024年"], ["床位", "", "8"], ["护士", "", "9"], ["医师", "", "3"]], 2),
    ],
    ids=["blanks", "columns of blanks", "bare years", "two empty lines between cells"],
)
def test_more_empty_lines_are_blank_cells(rows: list[list[str]], least: int) -> None:
    """Under a year 2024 is a figure."""
    text, gap = "", 0
    for cell in itertools.chain(*rows):
        text, gap = (text + "\n" * (gap + least + 1) + cell, 0) if cell else (text, gap + 1)
    assert read(text.strip() + "\n") == rows or read(text.strip() + "\n") == [*rows[:-1], rows[-1][:-1]]


@pytest.mark.parametrize("below", ["", "某县财政局\n\n\n\n2025年3月2日\n", "二、监督电话\n"])
def test_more_empty_lines_end_rows(below: str) -> None:
    rows = [HEADS, *ROWS]
    text = "\n\n\n".join("\n\n".join(row) for row in rows) + "\n\n\n" + below
    assert read(text) == rows


@pytest.mark.parametrize("lost", range(1, 4))
def test_blank_cells_that_were_lost_are_told_by_no_empty_line(lost: int) -> None:
    rows = [[cell for j, cell in enumerate(row) if j != lost or i != 1] for i, row in enumerate(ROWS)]
    text = "\n\n\n".join("\n\n".join(row) for row in [HEADS, *rows]) + "\n"
    found = read(text)
    assert found is None or [row[0] for row in found[1:]] == NAMES


PRINTED = "镇街\t床位\t公厕\t食堂\n甲镇\t1\t2\t3\n乙镇\t4\t5\t6\n{between}\n丙镇\t7\t8\t9\n合计\t12\t15\t18\n"


@pytest.mark.parametrize(
    "between",
    [
        "某市人民政府文件",
        "青川县人民政府公报",
        "# Page 3:",
        "— 3 —",
        "续表",
        "（接上页）",
        "某市人民政府文件\n— 7 —\n\n# Page 8:",
    ],
)
def test_what_belongs_to_the_page_parts_no_table(between: str) -> None:
    lines = text_to_lines(PRINTED.format(between=between), False)
    found = region_at(lines, 0)
    assert found is not None and found.end == len(lines)
    assert all(is_of_page(line) for line in lines[3:-2])


@pytest.mark.parametrize("row", ["丁镇 7 8 9", "丁镇  — 9", "3 丁镇 8 9"])
def test_a_row_between_rows_may_be_parted_by_blanks(row: str) -> None:
    lines = text_to_lines(PRINTED.format(between=row), False)
    found = region_at(lines, 0)
    assert found is not None and found.end == len(lines)
    assert is_parted_by_blanks(lines[3])


@pytest.mark.parametrize(
    "line", ["本表数据来自各镇街上报。", "东部片区", "丁镇 3", "2024年 9 月 12 日", "2024 年 9 月 12 日"]
)
def test_words_between_rows_are_not_parted_by_blanks(line: str) -> None:
    assert not is_parted_by_blanks(text_to_lines(line, False)[0])


@pytest.mark.parametrize(
    "group", ["一、东部片区", "（二）南部各镇", "3.沿江片区", "第一部分 主城", "东部片区"]
)
def test_a_line_that_names_a_group_stands_between_rows(group: str) -> None:
    lines = text_to_lines(PRINTED.format(between=group), False)
    found = region_at(lines, 0)
    assert found is not None and found.end == len(lines)


@pytest.mark.parametrize("heading", ["二、经费安排", "（二）任务分工", "3.设施清单"])
def test_a_heading_of_the_text_ends_a_table(heading: str) -> None:
    lines = text_to_lines(f"镇街\t床位\t公厕\n甲镇\t1\t2\n{heading}\n项目\t单位\t金额\n食堂\t个\t3\n", False)
    found = region_at(lines, 0)
    assert found is not None and found.end == 2


LOST_NAMES = ["（人）", "床位", "（张）", *[str(n) for n in range(1150, 1168)]]
MERGED = ["类别", "低保标准", "补差水平", "城镇", "农村", "城镇", "农村"]
MERGED += ["一类", "1050", "805", "619", "甲市", "二类", "934", "651", "538", "乙市", "三类", "824", "616"]
TWO_NAMES = "\n".join(f"  东 East County {n}00 3{n}.5 1{n}" for n in range(1, 6))
ONE_LINE = "甲县补助资金分配表 县区 资金（万元） 备注 合计 400 东镇 81 西镇 100 南镇 219"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("\n\n".join(LOST_NAMES), 21),
        ("\n".join([*MERGED, "以上标准自发布之日起执行。"]), 20),
        (ONE_LINE, 1),
        (TWO_NAMES, 5),
    ],
    ids=["names lost", "merged headings", "one line", "names in two languages"],
)
def test_words_and_figures_that_can_only_be_cells_are_an_unread_table(text: str, end: int) -> None:
    lines = text_to_lines(text + "\n", False)
    assert rows_in_turn(lines, 0) is None
    assert end_of_untold(lines, 0) == end


@pytest.mark.parametrize(
    "text",
    [
        "某县人民政府办公室 2025年3月1日 来源 本站 字号 大 中 小 打印 关闭 分享",
        "\n".join(["指标", "到2025年建成30个。", "任务", "改造5处。"] * 6),
        "\n".join(f"第{n}条" for n in range(1, 30)),
        "市发展改革委\n市财政局\n市民政局\n市教育局\n市水利局\n市交通局\n市商务局\n市统计局\n市林业局\n市审计局",
    ],
)
def test_words_that_are_no_cells(text: str) -> None:
    assert end_of_untold(text_to_lines(text + "\n", False), 0) == 0


def test_a_title_above_a_table_that_can_be_read_is_no_cell() -> None:
    """Nor are the lines between them."""
    lines = text_to_lines(
        "任务\n单位：张\n" + table(["序号", *HEADS[:3]], *[row[:4] for row in NUMBERED]), False
    )
    assert end_of_untold(lines, 0) == 0


#: An indicator list as an office program saves it as text: a label that is merged over two rows stands once.
LABELLED = [
    ["类别", "指标名称", "单位", "2026年", "2028年", "属性"],
    ["学校建设", "新增学位数", "个", "1800", "5600", "约束性"],
    ["", "标准化学校比例", "%", "70", "95以上", "预期性"],
    ["教师队伍", "学历达标率", "%", "98", "100", "约束性"],
    ["", "交流轮岗比例", "%", "≥10", "≥15", "预期性"],
]


def test_a_label_that_stands_once() -> None:
    assert read(table(*LABELLED)) == LABELLED
    assert read(table(*LABELLED) + "\n附表2\n学校建设项目表\n") == LABELLED


def test_a_caption_takes_no_cell_from_the_rows() -> None:
    """主要指标表 was held for the first heading: every value stood under the year before its own."""
    assert read("主要指标表\n" + table(*LABELLED)) is None
    assert read("主要指标表\n" + table(*LABELLED), 1) == LABELLED
    assert read("全县主要指标\n完成情况一览\n" + table(*LABELLED)) is None


@pytest.mark.parametrize(
    "heads",
    [
        ["街道", "培训人次", "其中", "新增人才（人）", "", "企业职工", "失业人员"],
        ["街道", "建设面积", "投资", "备注", "", "合计", "2026年", "2027年", "中央资金"],
    ],
)
def test_headings_of_two_levels_a_line_each_give_no_facts(heads: list[str]) -> None:
    """Of 其中, or of what stands over 合计 and the years, no line says which columns are below: no figure is published."""
    rows = [[f"{name}街道", *(str(n * 37 + k) for k in range(4))] for n, name in enumerate("甲乙丙丁戊", 3)]
    lines = [*heads, *(cell for row in rows for cell in ("", *row))]
    text = "某区年度任务分配表\n" + "\n".join(lines) + "\n"
    mended = mend(outline(Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert not any(cell.text.isdecimal() for made in mended.tables for cell in made.cells)
    assert "ambiguous_columns" in {issue.kind for issue in mended.issues}


_OF_YEARS = [
    ["指标", "自来水普及率", "水质达标率", "管网漏损率", "供水保证率"],
    ["单位", "%", "%", "%", "%"],
    ["2025年基准值", "93.1", "52", "95.4", "16.8"],
    ["2026年", "95", "61", "97", "14"],
    ["2027年", "96.5", "70", "98", "≤12"],
]
_OF_STANDARDS = [
    ["补助对象", "城市家庭", "农村家庭", "集中供养", "分散供养"],
    ["现行标准", "760", "620", "1060", "1010"],
    ["调整后标准", "800", "670", "1120", "1080"],
]


@pytest.mark.parametrize("columns", [_OF_YEARS, _OF_YEARS[:3], _OF_STANDARDS])
def test_columns_printed_one_behind_the_other_are_columns(columns: list[list[str]]) -> None:
    """As pdftotext prints a table: the cells of 2026年 are values of the indicators above, no row of that name."""
    lines = text_to_lines("\n\n".join("\n".join(column) for column in columns) + "\n", False)
    found = rows_in_turn(lines, 0)
    assert found is not None
    assert [["".join(lines[n].squeezed for n in cell) for cell in row] for row in found.rows] == [
        list(row) for row in zip(*columns, strict=True)
    ]


def test_names_with_a_figure_behind_them_are_two_cells() -> None:
    """大湾村 25 with 21 and 46 below: another program's way to print a page, column after column in part."""
    rows = [
        [f"{name} {n}", str(n + 2), str(2 * n + 2)]
        for n, name in enumerate(("大湾村", "石场村", "岩脚村"), 3)
    ]
    assert read(table(["村名", "2026年", "合计"], *rows)) is None


AIMS = [["指标", "2020年", "2025年", "属性"], ["1.入园率（%）", "99", "99以上", "约束性"], ["2.巩固率（%）", "100", "与全市同步", "约束性"], ["3.床位数（张）", "20", "25", "预期性"]]  # fmt: skip


def test_rows_are_told_by_the_column_of_natures_and_numbered_lines_name_groups() -> None:
    heads, *rows = AIMS
    grouped = [heads, ["一、水平", "", "", ""], *rows[:2], ["（二）保障", "", "", ""], rows[2]]
    assert read(table(*AIMS)) == AIMS
    assert read(table(*[[cell for cell in row if cell] for row in grouped])) == grouped


def test_a_category_that_stands_once_holds_for_the_rows_below() -> None:
    heads, *rows = AIMS
    once = [["类别", *heads], ["水平", *rows[0]], ["", *rows[1]], ["保障", *rows[2]]]
    assert read(table(*[[cell for cell in row if cell] for row in once])) == once


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_below_a_category_a_lost_cell_is_none_that_stands_once(lost: int) -> None:
    """Without numbers before the indicators a value in words may be any cell."""
    heads, *rows = ["类别", *AIMS[0]], *[["水平", row[0][2:], *row[1:]] for row in AIMS[1:]]
    cut = [[cell for j, cell in enumerate(row) if n != 1 or j != lost] for n, row in enumerate(rows)]
    assert read(table(heads, *cut)) is None


def test_where_natures_stand_elsewhere_nothing_is_read() -> None:
    heads, *rows = AIMS
    assert read(table(heads, ["发展水平"], *rows, *rows)) is None


def test_a_total_that_ends_the_column_of_numbers_names_the_last_row() -> None:
    """序号 1 2 3 合计 镇街 …: printed column by column, the names stood one row beside their figures, and the sums proved it."""
    names = ["合计", "镇街", "东镇", "西街道", "南乡"]
    columns = (
        ["改厕（户）", "30", "50", "7", "87"],
        ["公墓（处）", "2", "0", "3", "5"],
        ["公厕（座）", "4", "4", "1", "9"],
    )
    assert read(table(names, *columns)) == [
        ["镇街", "改厕（户）", "公墓（处）", "公厕（座）"],
        ["东镇", "30", "2", "4"],
        ["西街道", "50", "0", "4"],
        ["南乡", "7", "3", "1"],
        ["合计", "87", "5", "9"],
    ]


def test_a_label_over_values_is_no_heading_of_names() -> None:
    """单位⏎管网⏎2025年…: 管网 stands over the years, and what is on the line above over the names."""
    heads = ["单位", "污水管网", "2023年", "2024年", "2025年"]
    rows = [[name, *values[:3]] for name, values in zip(NAMES, VALUES, strict=True)]
    assert read(table(heads, *rows), 1) is None
    assert read(table(["乡镇", *heads[2:]], *rows)) is not None
