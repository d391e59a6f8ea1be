"""The first row of a page that ends what the last row of the page before says."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

HEAD = """
| 类别 | 指标名称 | 标准值 | 说明 | 数据来源 |
| 保障 | 床位数 | 30张 | 新增床位。 | 市民政局 |
| 服务 | 公厕数 | 20座 | 改造公厕。 | 市城管局 |
| 管理 | 道路长度 | 9公里 | 修建道路。 | 市交通局 |
"""


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (
            "发展（31 | 床位覆 | 80% | 新增床位，建成公 | 市民政局",
            "分） | 盖率 |  | 厕。 | ",
            "发展（31分）|床位覆盖率|80%|新增床位，建成公厕。|市民政局",
        ),
        (
            "发展 | 床位数 | 80% | 新增床位，建成 | 市民政局",
            " | | | 公厕。 | ",
            "发展|床位数|80%|新增床位，建成公厕。|市民政局",
        ),
        (
            "发展 | 床位数 | 80% | 新增床位。 | 市农业",
            " | | | | 农村局",
            "发展|床位数|80%|新增床位。|市农业农村局",
        ),
        (
            "发展 | 床位数 | 80% | 新增床 | 市卫生",
            "水平 | | | 位。 | 健康委",
            "发展水平|床位数|80%|新增床位。|市卫生健康委",
        ),
    ],
)
def test_each_cell_goes_on(upper: str, lower: str, whole: str) -> None:
    head = HEAD.replace("数据来源", "责任单位")
    table = mend_fragment(
        drawn(
            f"{head}| {upper} |\n- - -\n| {lower} |\n| 其他 | 车站数 | 3座 | 新建车站。 | 市交通局 |", "grid"
        )
    ).table
    rows = ["".join(line.split()).strip("|") for line in draw(table).splitlines()]
    assert whole in rows
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("发展 | 床位数 | 80% | 新增床位 | 市民政局", "生态 | 公园数 | 3个 | 新建公园。 | 市园林局"),
        ("发展 | 床位数 | 80% | 新增床位。 | 市民政局", "生态 | 公园数 | 3个 | 新建公园。 | "),
        ("发展 | 床位数 | 80% | 新增床位 | 市民政局", "生态 | 公园数 |  | 新建公园。 | 市园林局"),
        ("发展 | 床位数 | 80% | 1.新增床位 | 市民政局", "生态 | 公园数 |  | 2.新建公园。 | 市园林局"),
    ],
)
def test_a_row_of_its_own_stays(upper: str, lower: str) -> None:
    table = mend_fragment(
        drawn(
            f"{HEAD}| {upper} |\n- - -\n| {lower} |\n| 其他 | 车站数 | 3座 | 新建车站。 | 市交通局 |", "grid"
        )
    ).table
    assert table is not None and table.n_rows == 7


@pytest.mark.parametrize(("number", "rest", "rows"), [("1", "1", 12), ("11", "", 12), ("11", "12", 13)])
def test_a_number_in_two_figures_is_the_one_that_follows(number: str, rest: str, rows: int) -> None:
    body = "\n".join(f"| {i} | 建设{i}号站。 | 市民政局 |" for i in range(1, 11))
    cut = f"| {number} | 建设公厕，改造 | 市城管 |\n- - -\n| {rest} | 道路。 | 局 |"
    table = mend_fragment(drawn(f"| 序号 | 任务 | 责任单位 |\n{body}\n{cut}", "grid")).table
    assert table is not None and table.n_rows == rows
