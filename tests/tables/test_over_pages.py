"""Grids of two pages are one table if nothing but the page break stands between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Box, Document, Grid, Page, Piece, Span
from pipeline.outline import outline
from pipeline.tables import mend

HEAD = "序号\t任务\t责任单位"
FIRST = f"附件1\n任务分解表\n{HEAD}\n1\t新建养老院\t区民政局\n2\t改造\t区住建委"


def document(upper: str, lower: str) -> Document:
    """Two pages; each run of lines with tabs is a grid."""
    text = upper + lower
    pages = (Page(1, Span(0, len(upper))), Page(2, Span(len(upper), len(text))))
    grids: list[list[tuple[Piece, ...]]] = []
    at, inside = 0, False
    for line in text.split("\n"):
        if "\t" in line:
            if not inside:
                grids.append([])
            row, start = [], at
            for cell in line.split("\t"):
                row.append(Piece(cell, Span(start, start + len(cell))))
                start += len(cell) + 1
            grids[-1].append(tuple(row))
        inside = "\t" in line
        at += len(line) + 1
    ruled = tuple(Grid(tuple(rows), Span(rows[0][0].span.start, rows[-1][-1].span.end)) for rows in grids)
    return Document("a", "a.pdf", "0" * 64, "application/pdf", "", text, pages, grids=ruled)


@pytest.mark.parametrize(
    ("lower", "rows"),
    [
        ("3\t补贴\t区财政局\n", [4]),
        (f"{HEAD}\n3\t补贴\t区财政局\n", [4]),
        ("序号\t指标\t2025年\n1\t床位\t30\n", [3, 2]),
        ("3\t补贴\n", [4]),
        ("甲\t补贴\n", [3]),
        ("二、保障措施。\n3\t补贴\t区财政局\n", [3]),
        ("注：本页任务已下达。\n3\t补贴\t区财政局\n", [4]),
        ("注：本页任务已下达。\n1\t补贴\t区财政局\n", [3]),
    ],
    ids=[
        "rows go on",
        "heading repeated",
        "another heading",
        "an empty column lost",
        "another width",
        "words between",
        "a note between, and the numbers run on",
        "a note between, and other numbers",
    ],
)
def test_what_goes_on_over_the_page(lower: str, rows: list[int]) -> None:
    mended = mend(outline(document(f"{FIRST}\n- 1 -\n", lower)))
    assert [table.n_rows for table in mended.tables][: len(rows)] == rows
    assert ("joined_pages" in {repair.kind for repair in mended.repairs}) == (rows == [4])


def test_a_row_cut_by_the_page_is_whole_again() -> None:
    upper = f"附件1\n任务分解表\n{HEAD}\n1\t培养助老员，组织\t区民政局\n- 1 -\n"
    mended = mend(outline(document(upper, "\t开展活动。\t\n")))
    assert [cell.text for cell in mended.tables[0].cells if cell.row == 1] == [
        "1",
        "培养助老员，组织开展活动。",
        "区民政局",
    ]


def test_a_caption_stands_above_a_page_number_and_belongs_to_one_table() -> None:
    mended = mend(
        outline(
            document(
                "附件1\n任务分解表\n- 1 -\n",
                f"{HEAD}\n1\t新建\t区民政局\n说明：以上。\n{HEAD}\n2\t改造\t区财政局\n",
            )
        )
    )
    assert [table.title for table in mended.tables] == ["任务分解表", ""]


def test_grids_of_one_page_stay_apart() -> None:
    one = document(f"{FIRST}\n- 1 -\n3\t补贴\t区财政局\n", "")
    assert len(mend(outline(replace(one, pages=one.pages[:1]))).tables) == 2


def test_a_page_that_could_not_be_read_keeps_its_neighbours_apart() -> None:
    """The rows of the page between are missing: two tables, not one with a gap."""
    upper = f"{FIRST}\n- 1 -\n"
    whole = document(upper, "3\t补贴\t区财政局\n")
    at = len(upper)
    lost = Page(2, Span(at, at), done="unreadable: it is a picture")
    pages = (whole.pages[0], lost, replace(whole.pages[1], number=3))
    mended = mend(outline(replace(whole, pages=pages)))
    assert mended.tables[0].n_rows == 3
    assert "joined_pages" not in {repair.kind for repair in mended.repairs}


@pytest.mark.parametrize(
    ("head", "rows"), [("片区\t街道\t床位（张）", [4]), ("东山\t第1街道\t7", [1, 3]), ("片区\t街道", [3])]
)
def test_headings_alone_at_the_end_of_a_page_belong_to_the_rows_below(head: str, rows: list[int]) -> None:
    upper = f"附件1\n床位计划表\n{head}\n- 1 -\n"
    mended = mend(outline(document(upper, "东山片区\t东街道\t3\n\t西街道\t4\n西山片区\t南街道\t5\n")))
    assert [table.n_rows for table in mended.tables] == rows


@pytest.mark.parametrize("second", ["加强管护", "再建一处"])
def test_a_row_without_a_number_on_a_new_page_is_of_the_one_above(second: str) -> None:
    """Its blanks are merged cells that the end of the page cut."""
    upper = "附件1\n任务分解表\n序号\t重点任务\t具体举措\t责任单位\n1\t养老\t新建一处。\t区民政局\n- 1 -\n"
    lower = f"\t\t{second}。\t\n2\t公路\t修路。\t区交通局\n3\t公厕\t改造。\t区城管局\n"
    (table,) = mend(outline(document(upper, lower))).tables
    cells = {(cell.row, cell.col): cell for cell in table.cells}
    assert cells[2, 2].text == f"{second}。"
    assert [cells[1, j].row_span for j in (0, 1, 3)] == [2, 2, 2]


def test_a_row_that_lost_its_number_on_a_new_page_has_a_name_of_its_own() -> None:
    """What stands above in its blank columns is of the row above."""
    upper = "附件1\n床位计划表\n序号\t镇街\t床位\t公厕\n1\t东镇\t10\t1\n2\t西镇\t30\t3\n- 1 -\n"
    (table,) = mend(outline(document(upper, "\t北镇\t\t4\n4\t南镇\t5\t6\n"))).tables
    cells = {(cell.row, cell.col): cell for cell in table.cells}
    assert cells[2, 2].row_span == 1 and cells[3, 1].text == "北镇"


def test_headings_alone_do_not_take_in_another_table() -> None:
    upper = "附件1\n登记表\n序号\t姓名\t单位\t备注\n- 1 -\n"
    mended = mend(
        outline(document(upper, "镇\t床位\t公厕\t备注\n东镇\t3\t1\t\n西镇\t4\t2\t\n合计\t7\t3\t\n"))
    )
    assert [table.n_rows for table in mended.tables] == [4]


def placed(whole: Document, sides: dict[str, tuple[float, float]]) -> Document:
    """The document with a box for each of these words: their left and right side."""
    boxes = [
        Box(piece.span, 1, *(sides[piece.text][0], 0.0, sides[piece.text][1], 0.0))
        for grid in whole.grids
        for row in grid.rows
        for piece in row
        if piece.text in sides
    ]
    return replace(whole, boxes=tuple(boxes))


_SIDES = {
    "镇": (20.0, 80.0),
    "床位": (80.0, 120.0),
    "公厕": (120.0, 160.0),
    "33": (120.0, 160.0),
}


@pytest.mark.parametrize(
    ("right", "rows"), [(80.0, [4]), (78.5, [4]), (50.0, [3])], ids=["the same", "nearly", "another place"]
)
@pytest.mark.parametrize("head", ["序号", "编号"])
def test_a_page_that_draws_fewer_columns_is_laid_on_those_above(
    right: float, rows: list[int], head: str
) -> None:
    """合计 reaches over 序号 and 镇, and no other row of its page says that there are two columns."""
    upper = f"附件1\n床位计划表\n{head}\t镇\t床位\t公厕\n1\t东镇\t44\t11\n2\t西镇\t44\t22\n- 1 -\n"
    whole = placed(
        document(upper, "合计\t88\t33\n"),
        {head: (10.0, 20.0), "合计": (10.0, right), "88": (right, 120.0), **_SIDES},
    )
    mended = mend(outline(whole))
    assert [table.n_rows for table in mended.tables] == rows
    # A row of figures alone says of none what it is: no table, and no silence.
    assert [issue.kind for issue in mended.issues].count("lost_table") == (rows == [3])
    total = [(cell.col, cell.col_span) for cell in mended.tables[0].cells if cell.text == "合计"]
    assert total == ([(0, 2)] if rows == [4] else [])


@pytest.mark.parametrize(
    "captions", [["床位计划表"], ["床位计划表", "单位：张"], ["床位计划表", "2026年", "单位：张"]]
)
@pytest.mark.parametrize("again", [True, False])
def test_the_caption_inside_is_said_once(captions: list[str], again: bool) -> None:
    """Rows over all columns above the headings, printed on the next page again or not."""
    lines = [f"{words}\t\t\t" for words in captions]
    head = "\n".join([*lines, "序号\t镇\t床位\t公厕"])
    lower = f"{head}\n" if again else ""
    whole = document(f"附件1\n{head}\n1\t东镇\t3\t1\n- 1 -\n", f"{lower}2\t西镇\t5\t2\n合计\t\t8\t3\n")
    merged = [
        replace(grid, rows=tuple((row[0],) * 4 if row[0].text in captions else row for row in grid.rows))
        for grid in whole.grids
    ]
    (table,) = mend(outline(replace(whole, grids=tuple(merged)))).tables
    assert [cell.text for cell in table.cells if cell.row == 0] == ["序号", "镇", "床位", "公厕"]
    assert (table.n_rows, table.status) == (4, "certified")
    assert table.title.split() == captions


@pytest.mark.parametrize("unit", ["单位：万元", "（单位：张）", "计量单位：个"])
def test_a_line_that_names_the_unit_is_no_title(unit: str) -> None:
    upper = f"附件1\n{unit}\n床位计划表\t\t\n序号\t镇\t床位\n1\t东镇\t3\n2\t西镇\t5\n"
    whole = document(upper, "")
    (grid,) = whole.grids
    merged = replace(grid, rows=((grid.rows[0][0],) * 3, *grid.rows[1:]))
    (table,) = mend(outline(replace(whole, grids=(merged,)))).tables
    assert table.title.startswith("床位计划表")
    assert table.unit in unit


@pytest.mark.parametrize("again", ["床位计划表（续）", "床位计划表（续一）", "续表", "床位计划表（续表）"])
def test_the_title_of_the_rest_begins_no_table(again: str) -> None:
    head = "序号\t镇\t床位"
    upper = f"附件1\n床位计划表\n{head}\n1\t东镇\t3\n2\t西镇\t5\n- 1 -\n"
    mended = mend(outline(document(upper, f"{again}\n{head}\n3\t北镇\t4\n")))
    assert [table.n_rows for table in mended.tables] == [4]


@pytest.mark.parametrize("head", ["", "序号\t镇\t床位\n"])
@pytest.mark.parametrize("between", ["", "第3页 共9页\n", "\n\n"])
def test_the_title_again_stands_between_the_rows_of_one_table(between: str, head: str) -> None:
    rows = "序号\t镇\t床位\n1\t东镇\t3\n2\t西镇\t5\n3\t南镇\t6\n"
    rest = f"{between}某区床位计划表（续）\n{head}4\t北镇\t4\n5\t中镇\t2\n合计\t\t20\n"
    (table,) = mend(outline(document(f"附件1\n床位计划表\n{rows}", rest))).tables
    assert (table.n_rows, table.status) == (7, "certified")


@pytest.mark.parametrize("mark", ["第3页 共9页", "- 4 -", "某市人民政府文件"])
def test_a_row_that_the_page_cuts_behind_its_name(mark: str) -> None:
    upper = f"附件1\n床位计划表\n镇\t床位\t公厕\t食堂\n东镇\t3\t1\t2\n西镇\t5\t4\t1\n南镇\t\n{mark}\n"
    lower = "\t6\t2\t7\n北镇\t4\t\t1\n合计\t18\t7\t11\n"
    (table,) = mend(outline(document(upper, lower))).tables
    south = next(row for row in table.grid() if row[0] and row[0].text == "南镇")
    assert [cell.text if cell else "" for cell in south] == ["南镇", "6", "2", "7"]


@pytest.mark.parametrize(
    ("first", "second", "right", "rows"),
    [
        ("民生保障领域", "2\t改造\t区财政局", 160.0, [5]),
        ("一、民生保障领域", "2\t改造\t区财政局", 90.0, [5]),
        ("民生保障领域", "2\t改造\t区财政局", 90.0, [3, 1]),
        ("民生保障领域", "序号\t指标\t责任单位\n1\t改造\t区财政局", 160.0, [3, 2]),
    ],
    ids=["columns stand alike", "numbered", "other columns", "headings of its own"],
)
def test_a_group_of_rows_at_the_top_of_a_page(first: str, second: str, right: float, rows: list[int]) -> None:
    whole = document(f"{FIRST}\n- 1 -\n", f"{first}\t\t\n{second}\n")
    above, below = whole.grids
    grids = (above, replace(below, rows=((below.rows[0][0],) * 3, *below.rows[1:])))
    sides = {
        "序号": (10.0, 20.0),
        "任务": (20.0, 90.0),
        "责任单位": (90.0, 160.0),
        "改造": (20.0, right - 70.0),
    }
    below_sides = {"2": (10.0, 20.0), "区财政局": (right - 70.0, right)}
    mended = mend(outline(placed(replace(whole, grids=grids), {**sides, **below_sides})))
    assert [table.n_rows for table in mended.tables][: len(rows)] == rows


@pytest.mark.parametrize(("more", "status"), [("", "certified"), ("\t", "certified"), ("\t9", "unverified")])
def test_the_row_of_sums_alone_on_a_page_with_blanks_behind_it(more: str, status: str) -> None:
    """A blank beyond the last column is none; a figure there is one cell too many."""
    upper = "附件1\n床位计划表\n镇街\t2025年\t2026年\n东镇\t3\t1\n西镇\t4\t2\n"
    mended = mend(outline(document(f"{upper}- 1 -\n", f"合计\t7\t3{more}\n")))
    assert [table.status for table in mended.tables] == [status]


def in_markdown(table: str) -> list[int]:
    """How many rows the tables of a text have."""
    text = f"# 某市工作方案\n\n附件\n\n分工表\n\n{table}\n"
    made = mend(outline(Document("a", "a.md", "", "text/markdown", "", text)))
    return [one.n_rows for one in made.tables]


@pytest.mark.parametrize("end", ["---", "<!-- PageBreak -->", "- 4 -", "***"])
def test_the_first_row_of_a_page_may_stand_over_the_rule_of_a_table(end: str) -> None:
    upper = "| 序号 | 项目 | 数量 |\n|---|---|---|\n| 1 | 修路工程 | 20 |\n| 2 | 建桥工程 | 5 |\n"
    assert in_markdown(f"{upper}\n{end}\n\n| 3 | 建校工程 | 7 |\n|---|---|---|\n") == [4]


@pytest.mark.parametrize("end", ["---", "- 4 -"])
def test_two_headings_are_said_again_on_a_new_page(end: str) -> None:
    head = "| 部门 | 职责分工 |\n|---|---|\n"
    upper = f"{head}| 市财政局 | 保障经费。 |\n| 市教育局 | 培训教师。 |\n"
    assert in_markdown(f"{upper}\n{end}\n\n{head}| 市水利局 | 修建水渠。 |\n") == [4]


def test_headings_of_two_lines_are_said_again_over_a_sum_alone() -> None:
    head = "| 镇街 | 村 | 数量 | 数量 |\n|---|---|---|---|\n| 镇街 | 村 | 2025年 | 2026年 |\n"
    upper = f"{head}| 东镇 | 甲村 | 14 | 22 |\n| 东镇 | 小计 | 14 | 22 |\n"
    assert in_markdown(f"{upper}\n<!-- page 4 -->\n\n{head}| 合计 | 合计 | 14 | 22 |\n") == [5]


@pytest.mark.parametrize(
    ("total", "tables"), [("合计\t14\t9", [6]), ("合计\t8\t4", [3, 3]), ("合计\t15\t9", [6])]
)
def test_a_note_between_rows_of_one_sum(total: str, tables: list[int]) -> None:
    """A sum of the rows on both sides of the note, also one that is printed wrong; not one of those below alone."""
    text = f"附件1\n设施计划表\n街镇\t路灯\t步道\n丁家镇\t2\t4\n王家镇\t4\t1\n注：以下街镇次年实施。\n李家镇\t5\t3\n赵家镇\t3\t1\n{total}\n"
    read = Document("a", "a.txt", "0" * 64, "text/plain", "", text)
    assert [table.n_rows for table in mend(outline(read)).tables] == tables


@pytest.mark.parametrize(
    ("note", "tables"),
    [
        ("注：以下街镇次年实施。", [6]),
        ("备注：上表为2024年任务，下表为2025年任务。", [3, 3]),
        ("备注：以下数据单位为万元。", [3, 3]),
    ],
)
def test_a_note_that_tells_of_another_table(note: str, tables: list[int]) -> None:
    text = f"附件1\n设施计划表\n街镇\t路灯\t步道\n丁家镇\t2\t4\n王家镇\t4\t1\n{note}\n李家镇\t5\t3\n赵家镇\t3\t1\n合计\t14\t9\n"
    read = Document("a", "a.txt", "0" * 64, "text/plain", "", text)
    assert [table.n_rows for table in mend(outline(read)).tables] == tables
