"""Plans with one or two kinds of damage each: what belongs to the page, halves of rows, lost headings and names, units."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

READ = {
    "units below three lines of headings are a line of their own, also behind 数": (
        """
        | 街镇 | 路灯数 |  | 步道 |  |
        |  | 2024年拟建数 | 2025年拟建数 | 2024年拟建数 | 2025年拟建数 |
        |  | 盏 | 盏 | 公里 | 公里 |
        | 丁家镇 | 2 | 3 | 4 | 1 |
        | 王家镇 | 1 | 1 | 2 | 2 |
        | 合计 | 3 | 4 | 6 | 3 |
        """,
        """
        | 街镇 | 路灯数 | < | 步道 | < |
        | " | 2024年拟建数 | 2025年拟建数 | 2024年拟建数 | 2025年拟建数 |
        |  | 盏 | 盏 | 公里 | 公里 |
        | 丁家镇 | 2 | 3 | 4 | 1 |
        | 王家镇 | 1 | 1 | 2 | 2 |
        | 合计 | 3 | 4 | 6 | 3 |
        """,
    ),
    "the task over several columns is no name of rows, and units stand under it": (
        """
        | 单位 | 建设任务 |  | 备注 |
        |  | 路灯 | 步道 |  |
        |  | 盏 | 公里 |  |
        | 丁家镇 | 2 | 4 | 续建 |
        | 王家镇 | 1 | 2 |  |
        | 合计 | 3 | 6 |  |
        """,
        """
        | 单位 | 建设任务 | < | 备注 |
        | " | 路灯 | 步道 | " |
        |  | 盏 | 公里 |  |
        | 丁家镇 | 2 | 4 | 续建 |
        | 王家镇 | 1 | 2 |  |
        | 合计 | 3 | 6 |  |
        """,
    ),
    "the head of a page between rows of a group": (
        """
        | 片区 | 街镇 | 路灯 |
        | 东片 | 丁家镇 | 2 |
        | 丁山县人民政府公报 |  |  |
        |  | 王家镇 | 1 |
        | 合计 |  | 3 |
        """,
        """
        | 片区 | 街镇 | 路灯 |
        | 东片 | 丁家镇 | 2 |
        | " | 王家镇 | 1 |
        | 合计 |  | 3 |
        """,
    ),
    "a name that is no body heads no page": (
        """
        | 任务 | 件数 | 页数 |
        | 出台配套政策文件 |  |  |
        | 编印村务公报 | 2 | 4 |
        | 合计 | 2 | 4 |
        """,
        """
        | 任务 | 件数 | 页数 |
        | 出台配套政策文件 |  |  |
        | 编印村务公报 | 2 | 4 |
        | 合计 | 2 | 4 |
        """,
    ),
    "the number of a page beside a row that has a blank too many": (
        """
        | 序号 | 街镇 | 路灯 | 步道 |
        | 1 | 丁家镇 |  | 2 | 4 |
        | 7 |
        | 2 | 王家镇 | 1 | 2 |
        | 3 | 李家镇 | 5 | 1 |
        | 合计 |  | 8 | 7 |
        """,
        """
        | 序号 | 街镇 | 路灯 | 步道 |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 |
        | 3 | 李家镇 | 5 | 1 |
        | 合计 |  | 8 | 7 |
        """,
    ),
    "a sum of all rows without a name stands below sums of groups": (
        """
        | 片区 | 街镇 | 路灯 | 步道 | 广场 |
        | 东片 | 丁家镇 | 2 | 4 | 1 |
        |  | 王家镇 | 1 | 2 | 3 |
        |  | 小计 | 3 | 6 | 4 |
        | 西片 | 李家镇 | 5 | 1 | 2 |
        |  | 小计 | 5 | 1 | 2 |
        |  |  | 8 | 7 | 6 |
        """,
        """
        | 片区 | 街镇 | 路灯 | 步道 | 广场 |
        | 东片 | 丁家镇 | 2 | 4 | 1 |
        | " | 王家镇 | 1 | 2 | 3 |
        | " | 小计 | 3 | 6 | 4 |
        | 西片 | 李家镇 | 5 | 1 | 2 |
        | " | 小计 | 5 | 1 | 2 |
        |  |  | 8 | 7 | 6 |
        """,
    ),
    "the rest of a note below a town of a group": (
        """
        | 片区 | 街镇 | 路灯 | 责任部门 |
        | 东片 | 丁家镇 | 2 | 区城管局 |
        |  | 王家镇 | 1 | 区住房城乡 |
        |  |  |  | 建设局 |
        |  | 李家镇 | 5 | 区农业农村局 |
        | 合计 |  | 8 |  |
        """,
        """
        | 片区 | 街镇 | 路灯 | 责任部门 |
        | 东片 | 丁家镇 | 2 | 区城管局 |
        | " | 王家镇 | 1 | 区住房城乡建设局 |
        | " | 李家镇 | 5 | 区农业农村局 |
        | 合计 |  | 8 |  |
        """,
    ),
    "two rows on one line, blanks between the words of each cell": (
        """
        | 街镇 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 2 | 4 | 1 |
        | 王家镇 李家镇 | -- 12 | 2 -- | 3 15 |
        | 合计 | 14 | 6 | 19 |
        """,
        """
        | 街镇 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 2 | 4 | 1 |
        | 王家镇 | -- | 2 | 3 |
        | 李家镇 | 12 | -- | 15 |
        | 合计 | 14 | 6 | 19 |
        """,
    ),
    "the half of a row below the end of a page has words behind its figures": (
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 | 责任部门 |
        | 1 | 丁家镇 | 2 | 4 |  |  |
        - - -
        |  |  |  |  | 1 | 区城管局 |
        | 2 | 王家镇 | 1 | 2 | 3 | 区交通局 |
        | 3 | 李家镇 | 5 | 1 | 2 | 区城管局 |
        | 合计 |  | 8 | 7 | 6 |  |
        """,
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 | 责任部门 |
        | 1 | 丁家镇 | 2 | 4 | 1 | 区城管局 |
        | 2 | 王家镇 | 1 | 2 | 3 | 区交通局 |
        | 3 | 李家镇 | 5 | 1 | 2 | 区城管局 |
        | 合计 |  | 8 | 7 | 6 |  |
        """,
    ),
    "the name of a group alone is no half of the row below": (
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 |
        | 一、东片 |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 | 3 |
        | 二、西片 |
        | 3 | 李家镇 | 5 | 1 | 2 |
        | 合计 |  | 8 | 7 | 5 |
        """,
        """
        | 序号 | 街镇 | 路灯 | 步道 | 广场 |
        | 一、东片 |  |  |  |  |
        | 1 | 丁家镇 | 2 | 4 |  |
        | 2 | 王家镇 | 1 | 2 | 3 |
        | 二、西片 |  |  |  |  |
        | 3 | 李家镇 | 5 | 1 | 2 |
        | 合计 |  | 8 | 7 | 5 |
        """,
    ),
    "a blank beside the heading of the numbers stands over names": (
        """
        | 序号 |  | 路灯 | 步道 |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 |
        | 合计 |  | 3 | 6 |
        """,
        """
        | 序号 |  | 路灯 | 步道 |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 |
        | 合计 |  | 3 | 6 |
        """,
    ),
    "the heading of the names does not reach over figures": (
        """
        | 街镇 |  |  | 备注 |
        |  | 新建 | 改造 |  |
        | 丁家镇 | 2 | 4 | 续建 |
        | 王家镇 | 1 | 2 |  |
        | 合计 | 3 | 6 |  |
        """,
        """
        | 街镇 |  | < | 备注 |
        | " | 新建 | 改造 | " |
        | 丁家镇 | 2 | 4 | 续建 |
        | 王家镇 | 1 | 2 |  |
        | 合计 | 3 | 6 |  |
        """,
    ),
    "numbers without a heading are those of rows, and labels reach down": (
        """
        |  | 片区 | 街镇 | 路灯 |
        | 1 | 东片 | 丁家镇 | 2 |
        | 2 |  | 王家镇 | 1 |
        |  |  | 小计 | 3 |
        | 1 | 西片 | 李家镇 | 5 |
        |  |  | 小计 | 5 |
        | 合计 |  |  | 8 |
        """,
        """
        |  | 片区 | 街镇 | 路灯 |
        | 1 | 东片 | 丁家镇 | 2 |
        | 2 | " | 王家镇 | 1 |
        |  | " | 小计 | 3 |
        | 1 | 西片 | 李家镇 | 5 |
        |  | " | 小计 | 5 |
        | 合计 |  |  | 8 |
        """,
    ),
    "a lower line of headings lost the blank before it, and has one in the middle": (
        """
        | 街镇 | 路灯 |  | 广场 | 步道 |  | 备注 |
        | 2024年 | 2025年 |  | 2024年 | 2025年 |  |  |
        | 丁家镇 | 2 | 4 | 1 |  | 5 | 续建 |
        | 王家镇 | 1 | 2 | 3 | 6 |  |  |
        | 合计 | 3 | 6 | 4 | 6 | 5 |  |
        """,
        """
        | 街镇 | 路灯 | < | 广场 | 步道 | < | 备注 |
        | " | 2024年 | 2025年 | " | 2024年 | 2025年 | " |
        | 丁家镇 | 2 | 4 | 1 |  | 5 | 续建 |
        | 王家镇 | 1 | 2 | 3 | 6 |  |  |
        | 合计 | 3 | 6 | 4 | 6 | 5 |  |
        """,
    ),
    "the headings printed again say the name that the first lost": (
        """
        |  | 路灯 | 步道 |
        | 丁家镇 | 2 | 4 |
        | 街镇 | 路灯 | 步道 |
        | 王家镇 | 1 | 2 |
        | 合计 | 3 | 6 |
        """,
        """
        | 街镇 | 路灯 | 步道 |
        | 丁家镇 | 2 | 4 |
        | 王家镇 | 1 | 2 |
        | 合计 | 3 | 6 |
        """,
    ),
    "a total over dashes alone is of the column beside": (
        """
        | 街镇 | 路灯 | 步道 | 责任部门 |
        | 丁家镇 | 2 | -- | 区城管局 |
        | 王家镇 | 6 | -- | 区交通局 |
        | 合计 | 8 |  |
        """,
        """
        | 街镇 | 路灯 | 步道 | 责任部门 |
        | 丁家镇 | 2 | -- | 区城管局 |
        | 王家镇 | 6 | -- | 区交通局 |
        | 合计 | 8 |  |  |
        """,
    ),
    "two numbers of four are lost, and the first of a second group": (
        """
        | 序号 | 街镇 | 路灯 | 步道 |
        | 一、东片 |  |  |  |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 |
        | 二、西片 |  |  |  |
        |  | 李家镇 | 5 | 1 |
        | 2 | 赵家镇 | 3 | 2 |
        | 合计 |  | 11 | 9 |
        """,
        """
        | 序号 | 街镇 | 路灯 | 步道 |
        | 一、东片 |  |  |  |
        | 1 | 丁家镇 | 2 | 4 |
        | 2 | 王家镇 | 1 | 2 |
        | 二、西片 |  |  |  |
        | 1 | 李家镇 | 5 | 1 |
        | 2 | 赵家镇 | 3 | 2 |
        | 合计 |  | 11 | 9 |
        """,
    ),
    "labels beside the middle of groups whose sums come out": (
        """
        | 片区 | 街镇 | 路灯 | 步道 |
        |  | 丁家镇 | 2 | 4 |
        |  | 王家镇 | 1 | 2 |
        | 东片 | 李家镇 | 5 | 1 |
        |  | 小计 | 8 | 7 |
        |  | 赵家镇 | 3 | 2 |
        | 西片 | 孙家镇 | 1 | 1 |
        |  | 小计 | 4 | 3 |
        | 合计 |  | 12 | 10 |
        """,
        """
        | 片区 | 街镇 | 路灯 | 步道 |
        | 东片 | 丁家镇 | 2 | 4 |
        | " | 王家镇 | 1 | 2 |
        | " | 李家镇 | 5 | 1 |
        | " | 小计 | 8 | 7 |
        | 西片 | 赵家镇 | 3 | 2 |
        | " | 孙家镇 | 1 | 1 |
        | " | 小计 | 4 | 3 |
        | 合计 |  | 12 | 10 |
        """,
    ),
    "a figure or a dash glued to a name below the label of a group": (
        """
        | 序号 | 组别 | 街镇 | 路灯 | 步道 | 广场 |
        | 1 | 东组 | 丁家镇 34 | 4 | 1 |
        | 2 |  | 王家镇 | 1 | 2 | 3 |
        | 3 |  | 李家镇— | 6 | 1 |
        | 4 |  | 赵家镇 | 3 | 2 | 5 |
        | 合计 |  |  | 38 | 14 | 10 |
        """,
        """
        | 序号 | 组别 | 街镇 | 路灯 | 步道 | 广场 |
        | 1 | 东组 | 丁家镇 | 34 | 4 | 1 |
        | 2 | " | 王家镇 | 1 | 2 | 3 |
        | 3 | " | 李家镇 | — | 6 | 1 |
        | 4 | " | 赵家镇 | 3 | 2 | 5 |
        | 合计 |  |  | 38 | 14 | 10 |
        """,
    ),
    "no row ends in a blank, more often than chance would have it: short rows end where printed": (
        """
        | 街镇 | 路灯 | 步道 | 广场 | 车位 |
        | 丁家镇 |  |  |  | 1 |
        | 王家镇 | 2 |  |  | 4 |
        | 李家镇 |  |  | 3 | 5 |
        | 赵家镇 |  |  |  | 2 |
        | 孙家镇 |  |  |  | 6 |
        | 周家镇 |  | 7 |
        | 吴家镇 | 1 |
        | 郑家镇 |  | 2 | 8 |
        """,
        """
        | 街镇 | 路灯 | 步道 | 广场 | 车位 |
        | 丁家镇 |  |  |  | 1 |
        | 王家镇 | 2 |  |  | 4 |
        | 李家镇 |  |  | 3 | 5 |
        | 赵家镇 |  |  |  | 2 |
        | 孙家镇 |  |  |  | 6 |
        | 周家镇 |  | 7 |  |  |
        | 吴家镇 | 1 |  |  |  |
        | 郑家镇 |  | 2 | 8 |  |
        """,
    ),
}


@pytest.mark.parametrize(("printed", "whole"), READ.values(), ids=READ)
def test_what_a_damaged_plan_says(printed: str, whole: str) -> None:
    assert draw(mend_fragment(drawn(printed)).table) == tidy(whole)


def test_words_that_slipped_to_the_names_prove_nothing() -> None:
    """The sums come out wherever words stand that they do not count."""
    printed = """
        | 街镇 | 路灯 | 步道 | 备注 |
        | 丁家镇 | 2 | 4 | 续建 |
        | 王家镇 | 1 | 2 | 见说明。 |
        |  |  |  |  | 另行安排 |
        | 合计 | 3 | 6 |  |
        """
    table = mend_fragment(drawn(printed)).table
    assert table is not None and table.status != "certified"
