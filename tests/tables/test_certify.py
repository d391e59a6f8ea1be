"""What sums that come out do not vouch for: rows and names that add nothing to any sum."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Table
from pipeline.outline import outline
from pipeline.tables import mend

HEAD = "某市计划表\n镇街\t床位（张）\t公厕（座）\t食堂（家）\n"
ROWS = "东风镇\t3\t1\t2\n南山街道\t4\t\t1\n西河镇\t5\t2\t\n北坡街道\t\t6\t3\n"
TOTAL = "合计\t12\t9\t6\n"


def tables(rows: str, total: str = TOTAL) -> tuple[Table, ...]:
    text = HEAD + rows + total
    return mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables


def status(rows: str, total: str = TOTAL) -> str:
    (table,) = tables(rows, total)
    return table.status


def names(rows: str, total: str = TOTAL) -> list[str]:
    (table,) = tables(rows, total)
    return [cell.text for cell in table.cells if cell.col == 0 and cell.role == "body"]


def test_the_whole_table_is_certified() -> None:
    assert status(ROWS) == "certified"
    assert names(ROWS) == ["东风镇", "南山街道", "西河镇", "北坡街道"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("北坡街道\t", "街道\t"),  # the end of another's name
        ("西河镇\t5", "西河镇青石镇\t5"),  # a row without values and the next as one
        ("西河镇\t5", "--西河镇\t5"),
        ("北坡街道\t", "0北坡街道\t"),  # the last cell of the row above
    ],
)
def test_odd_names_are_not_vouched_for(printed: str, written: str) -> None:
    assert printed in ROWS
    assert status(ROWS.replace(printed, written)) != "certified"


@pytest.mark.parametrize("rows", [ROWS.replace("镇\t", "号点\t"), ROWS.replace("街道\t", "镇\t")])
def test_names_alike_throughout_are_names(rows: str) -> None:
    assert status(rows) == "certified"
    numbered = "".join(
        f"{i}号楼{line[line.index(chr(9)) :]}\n" for i, line in enumerate(ROWS.splitlines(), 3)
    )
    assert status(numbered) == "certified"


@pytest.mark.parametrize("cell", ["Z", "待定", "§"])
def test_a_total_over_words_is_not_vouched_for(cell: str) -> None:
    rows = (
        ROWS.replace("\t2\n", f"\t{cell}\n").replace("街道\t4\t\t1", "街道\t4\t\t").replace("6\t3\n", "6\t\n")
    )
    assert status(rows) != "certified"


TRUE = {
    "a ratio": "镇街\t床位\t入住率\n东镇\t30\t80%\n西镇\t40\t90%\n南镇\t50\t70%\n合计\t120\t80%\n",
    "a time": "镇街\t床位\t时限\n东镇\t30\t年底\n西镇\t40\t6月底前\n南镇\t50\t年底\n北镇\t5\t年底\n合计\t125\t\n",
    "places": "镇街\t床位\t地点\n东镇\t30\t河口东街\n西镇\t40\t38号院内\n南镇\t50\t河口西街\n北镇\t5\t河口南街\n合计\t125\t\n",
    "duties": "镇街\t床位\t责任单位\n东镇\t30\t北坡街道\n西镇\t40\t街道\n南镇\t50\t民政局\n合计\t120\t\n",
    "how many rows": "序号\t镇街\t床位\n1\t东镇\t30\n2\t西镇\t40\n3\t南镇\t50\n3\t合计\t120\n",
}
JUMPS = {
    "left out": "序号\t镇街\t床位\n1\t东镇\t30\n2\t西镇\t40\n4\t南镇\t50\n合计\t\t120\n",
    "twice": "序号\t镇街\t床位\n1\t东镇\t30\n2\t西镇\t40\n2\t南镇\t50\n合计\t\t120\n",
}


@pytest.mark.parametrize("kind", TRUE)
def test_what_is_said_beside_the_figures_takes_nothing_from_them(kind: str) -> None:
    text = f"某市计划表\n{TRUE[kind]}"
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    assert table.status == "certified"


@pytest.mark.parametrize("kind", JUMPS)
def test_a_number_left_out_or_twice_is_not_vouched_for(kind: str) -> None:
    text = f"某市计划表\n{JUMPS[kind]}"
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    assert table.status == "consistent"


def test_a_total_that_counts_words_is_a_count() -> None:
    head = "序号\t镇街\t床位（张）\n1\t东镇\t3\n2\t西镇\t4\n3\t南镇\t5\n"
    text = f"某市计划表\n{head}合计\t3\t12\n"
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    assert table.status == "certified"


def test_values_that_no_total_covers_are_not_vouched_for() -> None:
    rows = ROWS + "小计\t12\t9\t6\n"
    assert status(rows, "") == "certified"
    assert status(rows, "金沙镇\t7\t1\t2\n银坑镇\t1\t1\t1\n") != "certified"


@pytest.mark.parametrize("mark", ["- 4 -\t\n", "\n— 4 —\t\t\n", "－4－\t\n"])
def test_a_page_number_with_a_tab_is_no_row(mark: str) -> None:
    assert names(ROWS.replace("西河镇", f"{mark}西河镇")) == names(ROWS)


@pytest.mark.parametrize("end", [" -- ", "0", " — "])
def test_a_dash_or_figure_before_the_second_of_two_glued_rows_ends_the_first(end: str) -> None:
    rows = ROWS.replace("西河镇\t5\t2\t\n", f"西河镇\t5\t2\t{end}")
    assert names(rows) == names(ROWS)


@pytest.mark.parametrize("letter", ["l", "I", "|"])
def test_a_letter_alone_over_a_total_is_a_figure(letter: str) -> None:
    rows = (
        ROWS.replace("镇\t3\t1\t2\n", "镇\t3\t1\t\n")
        .replace("\t\t1\n", f"\t\t{letter}\n")
        .replace("6\t3\n", "6\t\n")
    )
    (table,) = tables(rows, "合计\t12\t9\t1\n")
    assert table.status == "certified"
    assert [cell.text for cell in table.cells if cell.col == 3 and cell.row == 2] == ["1"]


def test_sums_of_groups_parted_by_blanks_are_a_row() -> None:
    text = (
        "某市计划表\n镇街\t床位（张）\t\t公厕（座）\t\n\t2025年\t2026年\t2025年\t2026年\n"
        "东镇\t3\t1\t2\t1\n西镇\t4\t\t1\t2\n南镇\t5\t2\t\t3\n合计\t12\t3\t3\t6\n  15    9   \n"
    )
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    last = max(cell.row for cell in table.cells)
    assert {cell.text for cell in table.cells if cell.row == last} >= {"15", "9"}


def test_half_a_row_behind_a_blank_cell_goes_on_below_the_page_number() -> None:
    text = "某市计划表\n片区\t镇街\t床位（张）\t公厕（座）\n东部\t东镇\t3\t1\n\t西镇\n\n- 4 -\n\n4\t2\n\t南镇\t5\t2\n合计\t\t12\t5\n"
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    row = next(cell.row for cell in table.cells if cell.text == "西镇")
    assert [cell.text for cell in table.cells if cell.row == row and cell.col > 1] == ["4", "2"]


@pytest.mark.parametrize(
    ("rest", "certified"), [("县民政局、县教育局", False), ("县教育局", False), ("青石镇", True)]
)
def test_words_of_another_column_are_no_row_of_their_own(rest: str, certified: bool) -> None:
    # The end of the row above, one cell too far to the left; a place that has no figure is a row.
    text = f"某市计划表\n镇街\t床位（张）\t责任单位\n东风镇\t3\t县民政局\n南山街道\t4\n\t{rest}\n西河镇\t5\t县教育局\n北坡街道\t6\t县民政局\n合计\t18\t\n"
    (table,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    assert (table.status == "certified") == certified
