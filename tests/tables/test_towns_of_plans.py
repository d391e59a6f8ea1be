"""Plans of towns: those that plan nothing, names over two lines, halves and doubles told by sums, figures exchanged."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

READ = {
    "rows end in printed blanks: a short row has kept those and lacks one before": (
        """
        | 镇街 | 路灯 | 步道 | 广场 | 车位 |
        | 丁家镇 | 3 |  | 5 |  |
        | 王家镇 |  | 4 |  |  |
        | 李家镇 |  | 6 |  |
        | 赵家镇 | 5 |  | 6 |
        | 合计 | 8 | 4 | 11 | 6 |
        """,
        """
        | 镇街 | 路灯 | 步道 | 广场 | 车位 |
        | 丁家镇 | 3 |  | 5 |  |
        | 王家镇 |  | 4 |  |  |
        | 李家镇 |  |  | 6 |  |
        | 赵家镇 | 5 |  |  | 6 |
        | 合计 | 8 | 4 | 11 | 6 |
        """,
    ),
    "counties that plan nothing below one that does, under the name of a group": (
        """
        | 片区 | 实施地点 | 路灯 | 步道 |
        | 东片 | 丁山县 | 3 | 4 |
        |  | 王山县 |  |  |
        |  | 李山县 |  |  |
        | 西片 | 赵山县 | 5 | 7 |
        |  | 孙山县 | 1 | 2 |
        | 合计 |  | 9 | 13 |
        """,
        """
        | 片区 | 实施地点 | 路灯 | 步道 |
        | 东片 | 丁山县 | 3 | 4 |
        | " | 王山县 |  |  |
        | " | 李山县 |  |  |
        | 西片 | 赵山县 | 5 | 7 |
        | " | 孙山县 | 1 | 2 |
        | 合计 |  | 9 | 13 |
        """,
    ),
    "a town that plans nothing right below two lines of headings": (
        """
        | 片区 | 乡镇 | 路灯 |  | 步道 |  |
        |  |  | 新建 | 改造 | 新建 | 改造 |
        | 东片 | 丁家镇 |  |  |  |  |
        |  | 王家镇 | 1 | 2 |  | 3 |
        |  | 李家镇 | 4 |  | 2 | 1 |
        | 西片 | 赵家镇 | 5 | 1 |  | 2 |
        | 合计 |  | 10 | 3 | 2 | 6 |
        """,
        """
        | 片区 | 乡镇 | 路灯 | < | 步道 | < |
        | " | " | 新建 | 改造 | 新建 | 改造 |
        | 东片 | 丁家镇 |  |  |  |  |
        | " | 王家镇 | 1 | 2 |  | 3 |
        | " | 李家镇 | 4 |  | 2 | 1 |
        | 西片 | 赵家镇 | 5 | 1 |  | 2 |
        | 合计 |  | 10 | 3 | 2 | 6 |
        """,
    ),
    "a figure glued to the name under a heading of bodies": (
        """
        | 责任镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇42 | 6 | 2 |
        | 李家镇 | 5 | 7 | 3 |
        | 合计 | 50 | 17 | 6 |
        """,
        """
        | 责任镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 42 | 6 | 2 |
        | 李家镇 | 5 | 7 | 3 |
        | 合计 | 50 | 17 | 6 |
        """,
    ),
    "the half of a row, its upper half filled up with blanks": (
        """
        | 村（社区） | 路灯 | 步道 | 广场 | 车位 |
        | 丁家村 | 3 | 4 | 1 | 9 |
        | 王家村 | 7 | 2 |  |  |
        | 6 | 2 |
        | 李家社区 | 5 | 7 | 3 | 8 |
        | 赵家社区 | 1 | 1 | 1 | 1 |
        | 合计 | 16 | 14 | 11 | 20 |
        """,
        """
        | 村（社区） | 路灯 | 步道 | 广场 | 车位 |
        | 丁家村 | 3 | 4 | 1 | 9 |
        | 王家村 | 7 | 2 | 6 | 2 |
        | 李家社区 | 5 | 7 | 3 | 8 |
        | 赵家社区 | 1 | 1 | 1 | 1 |
        | 合计 | 16 | 14 | 11 | 20 |
        """,
    ),
    "the end of a name alone on its line below a numbered row": (
        """
        | 序号 | 镇街 | 路灯 | 步道 |
        | 1 | 丁家镇 | 3 | 4 |
        | 2 | 王家 | 7 | 2 |
        | 街道 |
        | 3 | 李家镇 | 5 | 7 |
        | 4 | 赵家街道 | 1 | 1 |
        | 合计 |  | 16 | 14 |
        """,
        """
        | 序号 | 镇街 | 路灯 | 步道 |
        | 1 | 丁家镇 | 3 | 4 |
        | 2 | 王家街道 | 7 | 2 |
        | 3 | 李家镇 | 5 | 7 |
        | 4 | 赵家街道 | 1 | 1 |
        | 合计 |  | 16 | 14 |
        """,
    ),
    "… and below the member of a group, as the others end": (
        """
        | 片区 | 村（社区） | 路灯 | 步道 |
        | 东片 | 丁家社区 | 3 | 4 |
        |  | 王家社 | 7 | 2 |
        | 区 |
        |  | 李家村 | 5 | 7 |
        | 西片 | 赵家社区 | 1 | 1 |
        |  | 孙家村 | 2 | 2 |
        | 合计 |  | 18 | 16 |
        """,
        """
        | 片区 | 村（社区） | 路灯 | 步道 |
        | 东片 | 丁家社区 | 3 | 4 |
        | " | 王家社区 | 7 | 2 |
        | " | 李家村 | 5 | 7 |
        | 西片 | 赵家社区 | 1 | 1 |
        | " | 孙家村 | 2 | 2 |
        | 合计 |  | 18 | 16 |
        """,
    ),
    "headings printed again where they stood before they were moved": (
        """
        | 序号 | 镇（乡） | 路灯 | 步道 |  |
        | 新建 | 改造 |  |
        | 1 | 丁家镇 | 3 | 4 | 1 |
        | 序号 | 镇（乡） | 路灯 | 步道 |  |
        | 新建 | 改造 |  |
        | 2 | 王家镇 | 7 | 2 | 6 |
        | 3 | 李家乡 | 5 | 7 | 3 |
        | 合计 |  | 15 | 13 | 10 |
        """,
        """
        | 序号 | 镇（乡） | 路灯 | 步道 | < |
        | " | " | " | 新建 | 改造 |
        | 1 | 丁家镇 | 3 | 4 | 1 |
        | 2 | 王家镇 | 7 | 2 | 6 |
        | 3 | 李家乡 | 5 | 7 | 3 |
        | 合计 |  | 15 | 13 | 10 |
        """,
    ),
    "no number reaches over towns under a heading that is not known": (
        """
        | 序号 | 实施地点 | 路灯 | 步道 |
        | 1 | 丁家镇 | 3 | 4 |
        | 2 | 王家镇 | 7 | 2 |
        |  | 李家乡 | 5 | 7 |
        | 合计 |  | 15 | 13 |
        """,
        """
        | 序号 | 实施地点 | 路灯 | 步道 |
        | 1 | 丁家镇 | 3 | 4 |
        | 2 | 王家镇 | 7 | 2 |
        |  | 李家乡 | 5 | 7 |
        | 合计 |  | 15 | 13 |
        """,
    ),
    "a row printed twice, another with its figure glued to its name": (
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇7 | 2 | 6 |
        | 李家镇 | 5 | 7 | 3 |
        | 李家镇 | 5 | 7 | 3 |
        | 合计 | 15 | 13 | 10 |
        """,
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 7 | 2 | 6 |
        | 李家镇 | 5 | 7 | 3 |
        | 合计 | 15 | 13 | 10 |
        """,
    ),
    "— says that there is none, --- stands for a group": (
        """
        | 镇街 | 路灯 |  | 步道 |  | 广场 |
        |  | 新建 | 改造 | 新建 | 改造 |  |
        | 丁家镇 | --- |  | — | 2 | 1 |
        | 王家镇 | 3 | — | 5 | 6 | — |
        | 李家镇 | --- |  | 1 | — | 4 |
        | 赵家镇 | 2 | 2 | --- |  | 1 |
        | 合计 | 5 | 2 | 6 | 8 | 6 |
        """,
        """
        | 镇街 | 路灯 | < | 步道 | < | 广场 |
        | " | 新建 | 改造 | 新建 | 改造 | " |
        | 丁家镇 | --- | < | — | 2 | 1 |
        | 王家镇 | 3 | — | 5 | 6 | — |
        | 李家镇 | --- | < | 1 | — | 4 |
        | 赵家镇 | 2 | 2 | --- | < | 1 |
        | 合计 | 5 | 2 | 6 | 8 | 6 |
        """,
    ),
    "the sum of the one group of headings, and half a row": (
        """
        | 镇街 | 路灯 | 步道 |  |  |
        |  |  | 现状 | 新建 | 改造 |
        | 丁家镇 | 3 | 4 | 1 | 2 |
        | 王家镇 | 7 |  |  |  |
        | 6 | 5 |
        | 李家镇 | 5 | 7 | 3 | 8 |
        | 赵家镇 | 1 | 2 | 2 | 9 |
        | 合计 | 16 | 13 | 12 | 24 |
        |  |  | 49 |  |  |
        """,
        """
        | 镇街 | 路灯 | 步道 | < | < |
        | " | " | 现状 | 新建 | 改造 |
        | 丁家镇 | 3 | 4 | 1 | 2 |
        | 王家镇 | 7 |  | 6 | 5 |
        | 李家镇 | 5 | 7 | 3 | 8 |
        | 赵家镇 | 1 | 2 | 2 | 9 |
        | 合计 | 16 | 13 | 12 | 24 |
        | " | " | 49 | < | < |
        """,
    ),
    "two figures in each other's place": (
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 21 | 8 | 6 |
        | 李家镇 | 5 | — | 3 |
        | 合计 | 16 | 25 | 10 |
        """,
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 8 | 21 | 6 |
        | 李家镇 | 5 | — | 3 |
        | 合计 | 16 | 25 | 10 |
        """,
    ),
    "a figure and the dash beside it in each other's place": (
        """
        | 县区 | 路灯 | 步道 | 广场 |
        | 丁山县 | 3 | 4 | 1 |
        | 王山县 | — | 8 | 6 |
        | 李山县 | 5 | 2 | 3 |
        | 合计 | 16 | 6 | 10 |
        """,
        """
        | 县区 | 路灯 | 步道 | 广场 |
        | 丁山县 | 3 | 4 | 1 |
        | 王山县 | 8 | — | 6 |
        | 李山县 | 5 | 2 | 3 |
        | 合计 | 16 | 6 | 10 |
        """,
    ),
    "two figures with others between them in each other's place": (
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 21 | 6 | 8 |
        | 李家镇 | 5 | 2 | 3 |
        | 合计 | 16 | 12 | 25 |
        """,
        """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 3 | 4 | 1 |
        | 王家镇 | 8 | 6 | 21 |
        | 李家镇 | 5 | 2 | 3 |
        | 合计 | 16 | 12 | 25 |
        """,
    ),
    "two rows as long as the headings that slid aside, one into the notes": (
        """
        | 镇街 | 路灯 | 步道 | 广场 | 车位 | 备注 |
        | 丁家镇 |  | 31 | 14 | 7 |  |
        | 王家镇 | 8 | 6 | 2 |  | 续建 |
        | 李家镇 |  | 5 | 22 | 3 | 19 |
        | 赵家镇 | 4 |  | 9 | 1 | 待选址 |
        | 合计 | 48 | 42 | 21 | 20 |  |
        """,
        """
        | 镇街 | 路灯 | 步道 | 广场 | 车位 | 备注 |
        | 丁家镇 | 31 | 14 | 7 |  |  |
        | 王家镇 | 8 | 6 | 2 |  | 续建 |
        | 李家镇 | 5 | 22 | 3 | 19 |  |
        | 赵家镇 | 4 |  | 9 | 1 | 待选址 |
        | 合计 | 48 | 42 | 21 | 20 |  |
        """,
    ),
    "a column without heading and cells that the rows of the last page lack": (
        """
        | 镇街 | 路灯 |  |  | 步道 |  |
        |  | 新建 |  | 改造 | 新建 | 改造 |
        | 丁家镇 | 3 |  | 4 |  | 1 |
        | 王家镇 |  |  | 2 | 6 |  |
        | 孙家镇 | 1 |  |  |  | 5 |
        | 李家镇 | 5 | 2 | 3 |  |
        | 赵家镇 |  | 1 | 2 | 7 |
        | 合计 | 9 | 9 | 11 | 13 |
        """,
        """
        | 镇街 | 路灯 | < | 步道 | < |
        | " | 新建 | 改造 | 新建 | 改造 |
        | 丁家镇 | 3 | 4 |  | 1 |
        | 王家镇 |  | 2 | 6 |  |
        | 孙家镇 | 1 |  |  | 5 |
        | 李家镇 | 5 | 2 | 3 |  |
        | 赵家镇 |  | 1 | 2 | 7 |
        | 合计 | 9 | 9 | 11 | 13 |
        """,
    ),
    "other marks for points, where other figures of the column have as many digits behind theirs": (
        """
        | 镇街 | 公路 | 步道 | 广场 |
        | 丁家镇 | 19.3 | 4 | 1 |
        | 王家镇 | 8·2 | 6 | 12 |
        | 李家镇 | 5。1 | 2、5 | 3 |
        | 赵家镇 | 7.0 | 1 | 2 |
        | 孙家镇 | 0.4 |  | 5 |
        """,
        """
        | 镇街 | 公路 | 步道 | 广场 |
        | 丁家镇 | 19.3 | 4 | 1 |
        | 王家镇 | 8.2 | 6 | 12 |
        | 李家镇 | 5.1 | 2、5 | 3 |
        | 赵家镇 | 7.0 | 1 | 2 |
        | 孙家镇 | 0.4 |  | 5 |
        """,
    ),
    "a row that lost all blanks, its number and name where they belong, beside dashes for groups": (
        """
        | 序号 | 镇街 | 路灯 |  |  |  |  |  | 步道 |  |  |  |  |  | 广场 |  |
        |  |  | 2021 | 2022 | 2023 | 2024 | 2025 | 2026 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026 | 新建 | 改造 |
        | 1 | 丁家镇 | 3 |  | 4 |  | 1 |  | — |  |  |  |  |  | 1 |  |
        | 2 | 王家镇 |  | 2 | 6 |  |  | 1 |  | 5 |  |  | 2 |  | — |  |
        | 3 | 孙家镇 | 19 | 23 | 31 | 40 | 52 | 64 |
        | 4 | 李家镇 | — |  |  |  |  |  | 7 |  | 2 |  |  | 1 | 3 |  |
        | 合计 |  | 22 | 2 | 33 |  | 32 | 1 | 47 | 5 | 2 | 52 | 2 | 65 | 4 |  |
        """,
        """
        | 序号 | 镇街 | 路灯 | < | < | < | < | < | 步道 | < | < | < | < | < | 广场 | < |
        | " | " | 2021 | 2022 | 2023 | 2024 | 2025 | 2026 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026 | 新建 | 改造 |
        | 1 | 丁家镇 | 3 |  | 4 |  | 1 |  | — | < | < | < | < | < | 1 |  |
        | 2 | 王家镇 |  | 2 | 6 |  |  | 1 |  | 5 |  |  | 2 |  | — | < |
        | 3 | 孙家镇 | 19 |  | 23 |  | 31 |  | 40 |  |  | 52 |  | 64 |  |  |
        | 4 | 李家镇 | — | < | < | < | < | < | 7 |  | 2 |  |  | 1 | 3 |  |
        | 合计 |  | 22 | 2 | 33 |  | 32 | 1 | 47 | 5 | 2 | 52 | 2 | 65 | 4 |  |
        """,
    ),
}
AS_PRINTED = {
    "two figures are in each other's place, or one is beside its own": """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 2 |  | 1 |
        | 王家镇 | 3 | 1 | 6 |
        | 李家镇 | 5 | 2 | 3 |
        | 合计 | 8 | 5 | 10 |
        """,
    "either of two rows may have its figures in each other's place": """
        | 镇街 | 路灯 | 步道 | 广场 |
        | 丁家镇 | 17 | 4 | 1 |
        | 王家镇 | 21 | 8 | 6 |
        | 李家镇 | 5 | 2 | 3 |
        | 合计 | 30 | 27 | 10 |
        """,
    "with two sums alone all are off": """
        | 镇街 | 路灯 | 步道 |
        | 丁家镇 | 3 | 4 |
        | 王家镇 | 21 | 8 |
        | 合计 | 11 | 25 |
        """,
}


@pytest.mark.parametrize(("printed", "whole"), READ.values(), ids=READ)
def test_what_a_plan_of_towns_says(printed: str, whole: str) -> None:
    assert draw(mend_fragment(drawn(printed)).table) == tidy(whole)


@pytest.mark.parametrize("printed", AS_PRINTED.values(), ids=AS_PRINTED)
def test_what_sums_do_not_tell_stands_as_printed(printed: str) -> None:
    table = mend_fragment(drawn(printed)).table
    assert draw(table) == tidy(printed)
    assert table is not None and table.status == "unverified"


def test_figures_put_back_are_not_proved() -> None:
    table = mend_fragment(drawn(READ["two figures in each other's place"][0])).table
    assert table is not None and table.status != "certified"


def test_half_a_row_laid_by_the_sums_is_likely() -> None:
    whole = mend_fragment(drawn(READ["the half of a row, its upper half filled up with blanks"][0]))
    assert whole.table is not None and whole.table.status != "certified"
    assert ("split_row", "probable") in {(repair.kind, repair.certainty) for repair in whole.repairs}
