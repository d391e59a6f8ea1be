"""Rows that lack the cells under merged ones, blanks put behind them."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import Whole, mend_fragment

Rows = list[list[str]]


def mended(rows: Rows) -> Whole:
    width = len(rows[0])
    lines = (" | ".join(row) + " | " + "|" * (width - len(row)) for row in rows)
    text = "关于印发分工的通知\n各镇人民政府：\n现印发给你们。\n" + "\n".join(lines) + "\n"
    (fragment,) = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).fragments
    return mend_fragment(fragment)


def column(whole: Whole, col: int) -> list[str]:
    """The text of a column, row by row, of what reaches over a row too."""
    assert whole.table
    cells = [cell for cell in whole.table.cells if cell.col <= col < cell.col + cell.col_span]
    rows = {row: cell.text for cell in cells for row in range(cell.row, cell.row + cell.row_span)}
    return [rows[row] for row in sorted(rows)]


DUTIES: Rows = [
    ["工作任务", "具体要求", "责任部门"],
    ["一、公开预算", "1.公开部门预算。", "县财政局"],
    ["二、回应关切", "2.答复网民来信。", "县信访局"],
    ["3.开展网上调查。", "县统计局牵头，各镇配合"],
    ["三、解读政策", "4.同步发布解读。", "县司法局"],
]
STREETS: Rows = [
    ["序号", "整治路段", "整治内容", "责任单位"],
    ["1", "人民路", "补栽行道树", "区园林中心"],
    ["2", "中山路", "更换井盖", "区排水公司"],
    ["修补路面", "区市政中心"],
]
VISITS: Rows = [
    ["序号", "抽查领域", "检查对象", "抽查比例", "牵头部门", "配合部门"],
    ["1", "学校办学", "培训机构", "10%", "教育部门", "市场监管部门"],
    ["2", "保安服务", "保安公司总部及驻点", "5%", "公安部门", "人社部门"],
    ["培训学员名册", "3%"],
]


def test_marks_and_bodies_tell_the_columns_of_a_row() -> None:
    whole = mended(DUTIES)
    assert column(whole, 0)[3] == "二、回应关切"
    assert column(whole, 1)[3] == "3.开展网上调查。"
    assert column(whole, 2)[3] == "县统计局牵头，各镇配合"
    assert [repair.kind for repair in whole.repairs if repair.row == 3] == ["shifted_row"]


@pytest.mark.parametrize(
    "rows, told", [(STREETS, "修补路面"), (VISITS, "培训学员名册")], ids=["streets", "visits"]
)
def test_a_row_of_several_readings_stands_in_no_column(rows: Rows, told: str) -> None:
    whole = mended(rows)
    assert whole.table
    assert told not in [cell.text for cell in whole.table.cells if cell.role == "body"]
    assert "rows_misfit" in [issue.message.code for issue in whole.issues]


def test_a_row_that_may_stand_as_printed_does() -> None:
    rows = [*STREETS[:3], ["3", "解放路", "拆除围挡"]]
    assert column(mended(rows), 1)[3] == "解放路"
