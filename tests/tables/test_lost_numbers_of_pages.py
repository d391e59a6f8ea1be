"""Rows below a page's end that lost their numbers are rows, and no number of the page above reaches over them."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

NAMES = {
    "schools": ["东坝小学", "西坝中学", "南坝小学", "北坝中学", "柳沟小学"],
    "shelters": ["东坝避灾点", "西坝安置点", "南坝粮库", "北坝仓库", "柳沟码头"],
    "towns": ["东坝镇", "西坝乡", "南坝镇", "北坝街道", "柳沟镇"],
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_number_above_a_page_s_end_is_of_its_row(kind: str) -> None:
    names = NAMES[kind]
    upper = [f"| {n + 1} | {name} | {n + 2} | {2 * n} |" for n, name in enumerate(names[:3])]
    lower = [f"| {name} | {n + 5} | {2 * n + 6} |" for n, name in enumerate(names[3:])]
    rows = ["| 序号 | 名称 | 床位 | 公厕 |", *upper, "- - -", *lower, "| 合计 |  | 20 | 20 |"]
    table = mend_fragment(drawn("\n".join(rows))).table
    assert table is not None
    lines = [line.strip("| ").split(" | ") for line in draw(table).splitlines()[4:6]]
    assert [line[-3:] for line in lines] == [[names[3], "5", "6"], [names[4], "6", "8"]]
    assert not any("3" in cell.text and cell.row_span > 1 for cell in table.cells if cell.col == 0)


def test_the_last_number_of_a_page_reaches_over_its_own_tasks() -> None:
    rows = """
        | 序号 | 重点任务 | 主要内容 | 床位 |
        | 1 | 改善住宿 | 新建宿舍 | 30 |
        | 2 | 提升食堂 | 改造食堂 | 12 |
        | 3 | 修缮场地 | 维修跑道 | 4 |
        |  |  | 增设球场 | 5 |
        |  |  | 更新灯具 | 6 |
        """
    drawing = draw(mend_fragment(drawn(rows)).table).splitlines()
    assert drawing[4].startswith('| " | " | 增设球场')
