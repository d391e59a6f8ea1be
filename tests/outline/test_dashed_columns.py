"""Tables over a dash for each letter of their columns, as pandoc writes them."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline

SIMPLE = """  部门        职责                                     备注
  ----------  ---------------------------------------  ------
  市财政局    负责将节水工作纳入年度预算，保障经费。   牵头
  市教育局    组织学生参观；开展宣传。

"""
FRAMED = """----------------------------------------
  序号   任务         责任单位
  ------ ------------ ------------------
  1      改造老旧     市住房城乡建设局
         小区30个

  2      新建公园     市园林局

----------------------------------------
"""


def rows(table: str) -> list[list[str]]:
    text = f"某市工作方案\n\n附件\n\n分工表\n\n{table}\n以上任务应当按期完成，市政府将组织督查。\n"
    made = outline(Document("n", "n.md", "", "text/markdown", "utf-8", text))
    (fragment,) = made.fragments
    laid: list[list[str]] = []
    for n, row in enumerate(fragment.rows):
        if n in fragment.goes_on:
            laid[-1] = [above + piece.text for above, piece in zip(laid[-1], row, strict=True)]
        else:
            laid.append([piece.text for piece in row])
    assert "以上任务应当按期完成" in made.passages[-1].text
    return laid


@pytest.mark.parametrize(
    ("table", "laid"),
    [
        (SIMPLE, [["部门", "职责", "备注"], ["市财政局", "负责将节水工作纳入年度预算，保障经费。", "牵头"],
                  ["市教育局", "组织学生参观；开展宣传。", ""]]),
        (FRAMED, [["序号", "任务", "责任单位"], ["1", "改造老旧小区30个", "市住房城乡建设局"], ["2", "新建公园", "市园林局"]]),
    ],
    ids=["a row a line", "rows between empty lines"],
)  # fmt: skip
def test_columns_stand_under_their_dashes(table: str, laid: list[list[str]]) -> None:
    assert rows(table) == laid
