"""What stands between the rows of a plan and is none of them, and a plan that begins below the sum of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import draw, drawn, tidy

from pipeline.model import Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend, mend_fragment

HEAD = "关于下达任务的通知\n\n各镇人民政府：\n\n现将任务下达给你们。\n\n附件\n\n任务分配表\n\n"


def tables_of(folder: Path, rows: str) -> tuple[Table, ...]:
    text = "\n".join("\t".join(p.text for p in row) for row in drawn(rows).rows)
    path = folder / "plan.txt"
    path.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    return mend(outline(read(path, "plan", {}))).tables


UPPER = "| 镇街 | 路灯 | 步道 |\n| 丁家镇 | 2 | 14 |\n| 王家镇 | 11 | 3 |\n"
LOWER = "| 李家镇 | 5 | 21 |\n| 周家镇 | 8 | 1 |\n| 合计 | 26 | 39 |\n"
FEET = [
    "县林业局办公室 2025年3月12日印发",
    "某县自然资源和规划局办公室2025年3月12日印制",
    "http://www.example.gov.cn/art_12.html 3/12",
    "本资料由某县年度建设任务专项工作组办公室整理打印",
]


@pytest.mark.parametrize("foot", FEET)
def test_rows_go_on_below_a_line_where_one_sum_is_of_all(tmp_path: Path, foot: str) -> None:
    (table,) = tables_of(tmp_path, f"{UPPER}{foot}\n{LOWER}")
    assert (draw(table), table.status) == (tidy(UPPER + LOWER), "certified")


@pytest.mark.parametrize("foot", ["内部资料 注意保存", "西部片区", "打印日期：2025-03-12"])
def test_words_alone_over_the_last_rows_may_be_of_the_page(tmp_path: Path, foot: str) -> None:
    (table,) = tables_of(tmp_path, f"{UPPER}{foot}\n{LOWER}")
    assert table.status != "certified"


def test_a_number_before_words_alone_names_a_group(tmp_path: Path) -> None:
    (table,) = tables_of(tmp_path, f"{UPPER}二、西部片区\n{LOWER}")
    assert table.status == "certified"


def test_rows_go_on_below_a_line_where_their_numbers_do(tmp_path: Path) -> None:
    upper = "| 序号 | 镇街 | 路灯 |\n| 1 | 丁家镇 | 2 |\n| 2 | 王家镇 | 11 |\n"
    lower = "| 3 | 李家镇 | 5 |\n| 4 | 周家镇 | 8 |\n"
    (table,) = tables_of(tmp_path, f"{upper}{FEET[-1]}\n{lower}")
    assert draw(table) == tidy(upper + lower)


OTHERS = {
    "a sum of their own": "| 李家镇 | 5 | 21 |\n| 周家镇 | 8 | 1 |\n| 合计 | 13 | 22 |\n",
    "no sum": "| 李家镇 | 5 | 21 |\n| 周家镇 | 8 | 1 |\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_rows_below_a_line_are_others_where_no_sum_joins_them(tmp_path: Path, name: str) -> None:
    tables = tables_of(tmp_path, f"{UPPER}{FEET[-1]}\n{OTHERS[name]}")
    assert draw(tables[0]) == tidy(UPPER)
    assert len(tables) > 1


def test_a_note_that_tells_of_another_table_ends_one(tmp_path: Path) -> None:
    tables = tables_of(tmp_path, f"{UPPER}备注：以下数据单位为万元。\n{LOWER}")
    assert draw(tables[0]) == tidy(UPPER)


def test_a_plan_of_another_width_below_the_sum_is_another(tmp_path: Path) -> None:
    first = "| 镇街 | 路灯 | 步道 |\n| 丁家镇 | 2 | 14 |\n| 王家镇 | 11 | 3 |\n| 合计 | 13 | 17 |\n"
    second = "| 学校 | 学位 |\n| 东坝小学 | 120 |\n| 西坝小学 | 90 |\n| 合计 | 210 |\n"
    tables = tables_of(tmp_path, first + second)
    assert [(draw(table), table.status) for table in tables] == [
        (tidy(first), "certified"), (tidy(second), "certified"),
    ]  # fmt: skip


def test_words_below_a_sum_that_head_nothing_begin_no_plan(tmp_path: Path) -> None:
    """Rows of other lengths are of one plan that lost cells, and so are words that are no headings."""
    rows = "| 镇街 | 路灯 | 步道 |\n| 合计 | 13 | 17 |\n| 待定 | 另行下达 |\n| 丁家镇 | 2 | 14 |\n| 王家镇 | 11 | 3 |\n"
    (table,) = tables_of(tmp_path, rows)
    assert [row[0].text for row in table.grid() if row[0]][1:] == ["合计", "待定", "丁家镇", "王家镇"]


PAGE_NUMBERS = {
    "under a heading of names": "|  | 第3页 |  |",
    "between dashes": "|  |  | - 3 - |",
    "marked, in the first cell": "| 第 3 页 |  |  |",
}


@pytest.mark.parametrize("name", PAGE_NUMBERS)
def test_a_page_number_in_a_cell_is_no_row(name: str) -> None:
    upper = "| 片区 | 镇街 | 路灯 |\n| 东片 | 丁家镇 | 2 |\n|  | 王家镇 | 11 |\n"
    lower = "|  | 李家镇 | 5 |\n| 西片 | 周家镇 | 8 |\n| 合计 |  | 26 |\n"
    whole = mend_fragment(drawn(f"{upper}{PAGE_NUMBERS[name]}\n{lower}"))
    assert [r.kind for r in whole.repairs if r.kind != "merged_label"] == ["furniture"]
    assert whole.table is not None
    assert whole.table.n_rows == 6
    assert whole.table.status == "certified"


def test_a_figure_alone_that_no_sum_counts_is_a_page_number() -> None:
    rows = "| 镇街 | 路灯 | 步道 |\n| 丁家镇 | 2 | 3 |\n|  |  | 7 |\n| 王家镇 | 11 |  |\n| 李家镇 | 5 | 21 |\n| 合计 | 18 | 24 |\n"
    whole = mend_fragment(drawn(rows))
    assert [r.evidence.key for r in whole.repairs] == ["page_number_for_sums"]
    assert whole.table is not None
    assert whole.table.status == "consistent"


@pytest.mark.parametrize("total", ["31", "30"])
def test_a_figure_alone_that_a_sum_may_count_stays(total: str) -> None:
    rows = f"| 镇街 | 路灯 | 步道 |\n| 丁家镇 | 2 | 3 |\n|  |  | 7 |\n| 王家镇 | 11 |  |\n| 李家镇 | 5 | 21 |\n| 合计 | 18 | {total} |\n"
    whole = mend_fragment(drawn(rows))
    assert whole.table is not None
    assert "7" in {cell.text for cell in whole.table.cells}


def test_the_number_that_comes_next_is_that_of_a_row() -> None:
    rows = "| 序号 | 镇街 | 路灯 |\n| 1 | 丁家镇 | 2 |\n| 2 | 王家镇 | 11 |\n| 3 |  |  |\n| 4 | 李家镇 | 5 |\n| 合计 |  | 18 |\n"
    whole = mend_fragment(drawn(rows))
    assert not any(repair.kind == "furniture" for repair in whole.repairs)


def test_a_sum_whose_figures_nobody_printed_ends_the_rows() -> None:
    rows = "| 片区 | 镇街 | 路灯 |\n| 东片 | 丁家镇 | 2 |\n|  | 王家镇 | 11 |\n| 西片 | 李家镇 | 5 |\n| 合计 |  |  |\n"
    table = mend_fragment(drawn(rows)).table
    assert draw(table).splitlines()[2:] == ['| " | 王家镇 | 11 |', "| 西片 | 李家镇 | 5 |", "| 合计 |  |  |"]
    assert table is not None
    assert {cell.role for cell in table.cells if cell.text == "合计"} == {"total"}


def test_words_that_move_are_counted_by_no_sum() -> None:
    """A remark alone in its row is moved to the names, and no sum proves that."""
    rows = "| 镇街 | 路灯 | 步道 | 备注 |\n| 丁家镇 | 2 | 14 | 续建 |\n| 王家镇 | 11 | 3 |  |\n|  |  |  | 整村推进 |\n| 李家镇 | 5 | 21 | 续建 |\n| 合计 | 18 | 38 |  |\n"
    whole = mend_fragment(drawn(rows))
    assert {repair.certainty for repair in whole.repairs} <= {"probable"}
    assert whole.table is not None and whole.table.status != "certified"


def test_a_page_s_mark_is_no_row_where_columns_change_places(tmp_path: Path) -> None:
    upper = "| 镇街 | 路灯 | 步道 |\n| 丁家镇 | 2 | 14 |\n| 王家镇 | 11 | 3 |\n"
    lower = "| 镇街 | 步道 | 路灯 |\n| 李家镇 | 21 | 5 |\n| 合计 | 38 | 18 |\n"
    for mark in ("Page 10:", "# Page 10:", "- 10 -"):
        (table,) = tables_of(tmp_path, f"{upper}{mark}\n{lower}")
        assert draw(table) == tidy(f"{upper}| 李家镇 | 5 | 21 |\n| 合计 | 18 | 38 |\n")


def test_the_rest_of_a_row_is_no_page_number() -> None:
    rows = "| 镇街 | 路灯 | 步道 | 广场 | 备注 |\n| 丁家镇 | 2 | 14 | 3 |  |\n| 王家镇 | 11 | 3 |\n| 35 |  |\n| 李家镇 | 5 | 21 | 1 |  |\n| 合计 | 18 | 38 | 39 |  |\n"
    table = mend_fragment(drawn(rows)).table
    assert draw(table).splitlines()[2] == "| 王家镇 | 11 | 3 | 35 |  |"


NO_PAGE_NUMBERS = {
    "a row without a name that the sum counts": "| 片区 | 镇街 | 亩数 |\n| 东片 | 甲坝镇 | 4 |\n|  |  | 6 |\n|  | 乙坝镇 | 5 |\n| 西片 | 丙坝镇 | 9 |\n| 合计 |  | 24 |\n",
    "the same, in one of two columns": "| 镇街 | 亩数 | 座数 |\n| 甲坝镇 | 4 | 2 |\n|  | 6 |  |\n| 乙坝镇 | 5 | 1 |\n| 丙坝镇 | 9 | 4 |\n| 合计 | 24 | 7 |\n",
    "a second line of a row, for which no sum speaks": "| 镇街 | 类别 | 座数 | 长度 |\n| 甲坝镇 | 新建 | 2 | 30 |\n|  |  |  | 12 |\n| 乙坝镇 | 改建 | 1 | 18 |\n| 丙坝镇 | 新建 | 4 | 25 |\n",
    "a number whose row is to be filled in": "| 序号 | 镇街 | 数量 |\n| 1 | 甲坝镇 | 30 |\n| 3 |  |  |\n| 4 | 乙坝镇 | 60 |\n| 5 | 丙坝镇 | 50 |\n",
    "a number of a code": "| 编号 | 镇街 | 数量 |\n| 5 | 甲坝镇 | 30 |\n| 8 |  |  |\n| 9 | 乙坝镇 | 60 |\n| 12 | 丙坝镇 | 50 |\n",
    "the number of a house": "| 单位 | 地址 | 床位 |\n| 甲院 | 长安路 | 30 |\n| 乙院 | 建设路 | 60 |\n|  | 18 |  |\n| 丙院 | 解放路 | 30 |\n| 合计 |  | 120 |\n",
    "the number of a class": "| 学校 | 班级 | 学位 |\n| 东坝小学 | 一（1） | 30 |\n| 西坝小学 | 一（1）、一（ | 60 |\n|  | 2 |  |\n| 南坝小学 | 一（1） | 30 |\n| 合计 |  | 120 |\n",
    "the beginning of one to call": "| 单位 | 联系人 | 床位 |\n| 甲院 | 张三 | 30 |\n| 乙院 | 李四 | 60 |\n|  | 139 |  |\n| 丙院 | 王五 | 30 |\n| 合计 |  | 120 |\n",
}  # fmt: skip


@pytest.mark.parametrize("name", NO_PAGE_NUMBERS)
def test_a_bare_number_in_a_row_of_its_own_stays_where_no_sum_tells(name: str) -> None:
    rows = drawn(NO_PAGE_NUMBERS[name])
    whole = mend_fragment(rows)
    assert whole.table is not None
    assert not any(repair.kind == "furniture" for repair in whole.repairs)
    assert {piece.text for row in rows.rows for piece in row if piece.text} <= {
        cell.text for cell in whole.table.cells
    }
    assert whole.table.status != "certified"


@pytest.mark.parametrize("name", [n for n in NO_PAGE_NUMBERS if "two columns" in n or "house" in n])
def test_a_bare_number_that_stays_has_no_name(name: str) -> None:
    issues = mend_fragment(drawn(NO_PAGE_NUMBERS[name])).issues
    assert [issue.message.key for issue in issues] == ["row_without_name"]


LONE = {
    "beside figures": "| 镇街 | 亩数 | 座数 |\n| 甲坝镇 | 12 | 3 |\n| 乙坝镇 | 8 | 4 |\n|  | 6 |  |\n| 合计 | 20 | 7 |\n",
    "between the rows of a group": "| 片区 | 镇街 | 路灯 |\n| 东片 | 甲坝镇 | 2 |\n|  | 乙坝镇 | 11 |\n|  |  | 3 |\n|  | 丙坝镇 | 5 |\n| 合计 |  | 18 |\n",
}


@pytest.mark.parametrize("name", LONE)
def test_a_bare_number_that_goes_for_a_sum_is_an_issue_and_proves_nothing(name: str) -> None:
    whole = mend_fragment(drawn(LONE[name]))
    assert whole.table is not None
    assert [r.evidence.key for r in whole.repairs if r.kind == "furniture"] == ["page_number_for_sums"]
    assert [(i.kind, i.message.key) for i in whole.issues] == [("ambiguous_row", "page_number_for_sums")]
    assert whole.table.status == "consistent"


@pytest.mark.parametrize("line", ["注：以下镇街属西片。", "说明：下列为西片区任务。", "以下为西片区任务。"])
def test_words_that_may_name_the_group_below_them_part_the_rows(tmp_path: Path, line: str) -> None:
    upper = "| 片区 | 镇街 | 亩数 |\n| 东片 | 甲坝镇 | 12 |\n|  | 乙坝镇 | 8 |\n"
    lower = "|  | 丙坝镇 | 10 |\n|  | 丁坝镇 | 6 |\n| 合计 |  | 36 |\n"
    tables = tables_of(tmp_path, f"{upper}{line}\n{lower}")
    assert draw(tables[0]) == tidy(upper).replace("|  | 乙坝镇", '| " | 乙坝镇')
    assert "certified" not in {table.status for table in tables}
    (table,) = tables_of(tmp_path, f"{upper}注：含上年结转。\n{lower}")
    assert table.status == "certified"
