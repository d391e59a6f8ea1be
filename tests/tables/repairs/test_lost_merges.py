"""A converter that writes a merged cell once and nothing where it reaches: the rows below lack it, and it reaches over them."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

HELD = {
    "a group of projects": (
        """
        | 序号 | 类别 | 项目名称 | 投资（万元） | 责任单位 |
        | 1 | 产业项目 | 城北冷链物流中心 | 3200 | 市商务局 |
        | 2 | 城南标准厂房工程 | 1800 | 市工信局 |
        | 3 | 民生项目 | 第三小学迁建工程 | 900 | 市教育局 |
        | 4 | 社区食堂改造工程 | 60 | 市民政局 |
        """,
        """
        | 序号 | 类别 | 项目名称 | 投资（万元） | 责任单位 |
        | 1 | 产业项目 | 城北冷链物流中心 | 3200 | 市商务局 |
        | 2 | " | 城南标准厂房工程 | 1800 | 市工信局 |
        | 3 | 民生项目 | 第三小学迁建工程 | 900 | 市教育局 |
        | 4 | " | 社区食堂改造工程 | 60 | 市民政局 |
        """,
    ),
    "villages with sums, headings of two levels": (
        """
        | 乡镇 | 序号 | 村名 | 户数 | |
        | 2025年 | 2026年 |
        | 桥太乡 | 1 | 乐凤社区 | 19 | 23 |
        | 2 | 玉桥村 | | 11 |
        | | 小计 | 19 | 34 |
        | 罗北镇 | 3 | 河山村 | 17 | 28 |
        | 4 | 平罗村 | 15 | 3 |
        | | 小计 | 32 | 31 |
        | 合计 | | | 51 | 65 |
        """,
        """
        | 乡镇 | 序号 | 村名 | 户数 | < |
        | " | " | " | 2025年 | 2026年 |
        | 桥太乡 | 1 | 乐凤社区 | 19 | 23 |
        | " | 2 | 玉桥村 |  | 11 |
        | " |  | 小计 | 19 | 34 |
        | 罗北镇 | 3 | 河山村 | 17 | 28 |
        | " | 4 | 平罗村 | 15 | 3 |
        | " |  | 小计 | 32 | 31 |
        | 合计 |  |  | 51 | 65 |
        """,
    ),
    "number and task of several points": (
        """
        | 序号 | 重点任务 | 具体举措 | 牵头单位 | 完成时限 |
        | 1 | 优化营商环境 | 实现免申即享事项60项。 | 市数据局 | 2026年6月底前 |
        | 推行帮办代办服务，建立专员队伍。 | 市政务中心 | 长期坚持 |
        | 2 | 提升城市品质 | 改造老旧小区30个。 | 市住建局 | 2026年底 |
        | 新建口袋公园12个，新增绿地5公顷。 | 市园林局 | 2026年底 |
        """,
        """
        | 序号 | 重点任务 | 具体举措 | 牵头单位 | 完成时限 |
        | 1 | 优化营商环境 | 实现免申即享事项60项。 | 市数据局 | 2026年6月底前 |
        | " | " | 推行帮办代办服务，建立专员队伍。 | 市政务中心 | 长期坚持 |
        | 2 | 提升城市品质 | 改造老旧小区30个。 | 市住建局 | 2026年底 |
        | " | " | 新建口袋公园12个，新增绿地5公顷。 | 市园林局 | 2026年底 |
        """,
    ),
}


@pytest.mark.parametrize("name", HELD)
def test_the_cell_above_reaches_over_the_rows_that_lack_it(name: str) -> None:
    printed, whole = HELD[name]
    mended = mend_fragment(drawn(printed))
    assert draw(mended.table) == tidy(whole)
    assert {(r.kind, r.certainty) for r in mended.repairs} == {("lost_merge", "probable")}
    assert mended.table is not None and mended.table.status != "certified"


@pytest.mark.parametrize(
    "printed",
    [
        # A blank figure may be lost just as well.
        "| 镇街 | 床位 | 公厕 | 路灯 |\n| 东镇 | 3 | 1 | 7 |\n| 西镇 | 2 | 5 |\n| 南镇 | 4 | 6 | 2 |",
        # Who does it is not said here, and nothing says that it is the body above.
        "| 序号 | 任务 | 责任单位 | 完成时限 |\n| 1 | 修建道路。 | 市交通局 | 2026年底 |\n| 2 | 种植行道树。 | 2026年6月 |",
        # A sum of all lacks the blanks of its word.
        "| 片区 | 镇街 | 床位 |\n| 东片 | 东镇 | 3 |\n| 东片 | 西镇 | 2 |\n| 合计 | 5 |",
    ],
    ids=["figures", "bodies", "sums"],
)
def test_where_something_else_may_be_lost_no_cell_reaches_down(printed: str) -> None:
    assert "lost_merge" not in {repair.kind for repair in mend_fragment(drawn(printed)).repairs}
