"""Rows without a number below a numbered one have its agencies and times, unless one of them has its own."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

CARRIED = [
    """
    | 序号 | 重点任务 | 具体举措 | 牵头单位 | 完成时限 |
    | 1 | 建成食堂 | 1.改造厨房 | 市水利局 | 6月底前 |
    |   |          | 2.新建餐厅 |          |          |
    | 2 | 改造道路 | 1.拆除护栏 | 市公安局 | 长期坚持 |
    """,
    """
    | 编号 | 工作任务 | 工作内容 | 责任单位 | 备注 |
    | 1 | 建成食堂 | 改造厨房。 | 市水利局 | |
    |   |          | 新建餐厅。 |          | |
    |   |          | 培训厨师。 |          | |
    | 2 | 改造道路 | 拆除护栏。 | 市公安局、市城管局 | |
    """,
    """
    | 序号 | 事项 | 措施 | 主责单位 | 配合单位 |
    | 1 | 建成食堂 | 改造厨房。 | 市水利局 | 市商务局 |
    - - -
    |   |          | 新建餐厅。 |          |          |
    | 2 | 改造道路 | 拆除护栏。 | 市公安局 |          |
    |   |          | 铺设管线。 |          |          |
    """,
]
KEPT = [
    """
    | 序号 | 重点任务 | 具体举措 | 牵头单位 |
    | 1 | 建成食堂 | 1.改造厨房 | 市水利局 |
    |   |          | 2.新建餐厅 | 市商务局 |
    | 2 | 改造道路 | 1.拆除护栏 | 市公安局 |
    |   |          | 2.铺设管线 |          |
    """,
    """
    | 序号 | 重点任务 | 具体举措 | 牵头单位 |
    | 1 | 建成食堂 | 改造厨房。 | 市水利局 |
    |   | 开办早市 | 新建餐厅。 |          |
    | 2 | 改造道路 | 拆除护栏。 | 市公安局 |
    """,
    """
    | 序号 | 重点任务 | 具体举措 | 投资额 |
    | 1 | 建成食堂 | 改造厨房。 | 120 |
    |   |          | 新建餐厅。 |     |
    | 2 | 改造道路 | 拆除护栏。 | 80 |
    """,
]


def rows(picture: str) -> list[list[str]]:
    lines = draw(mend_fragment(drawn(picture)).table).strip().splitlines()
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


@pytest.mark.parametrize("picture", CARRIED)
def test_what_stands_beside_the_number_is_said_for_its_rows(picture: str) -> None:
    found = [row for row in rows(picture) if row[0] == '"']
    assert found
    assert all(row[3] == '"' for row in found)


@pytest.mark.parametrize("picture", KEPT)
def test_blanks_beside_cells_of_their_own_stay(picture: str) -> None:
    found = rows(picture)
    assert not any(row[3] == '"' for row in found)
