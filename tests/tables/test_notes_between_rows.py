"""A note between the rows of a table is a note, and what is below it goes on under the labels above."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

LOWERED = {
    "beside blanks, between the towns of one label": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | 说明：以上为续建任务。 |  |  |  |
        |  | 王家镇 | 8 | 4 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        """,
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | " | 王家镇 | 8 | 4 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        | 说明：以上为续建任务。 |  |  |  |
        """,
    ),
    "on a line by itself, before the sum of the group": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        |  | 王家镇 | 8 | 4 |
        ※含直管户
        |  | 小计 | 20 | 7 |
        | 西片 | 李家镇 | 10 | 2 |
        |  | 小计 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        """,
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | " | 王家镇 | 8 | 4 |
        | " | 小计 | 20 | 7 |
        | 西片 | 李家镇 | 10 | 2 |
        | " | 小计 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        | ※含直管户 |  |  |  |
        """,
    ),
    "under 序号": (
        """
        | 序号 | 片区 | 镇街 | 亩数 | 座数 |
        | 1 | 东片 | 丁家镇 | 12 | 3 |
        | ※含直管户 |  |  |  |  |
        | 2 |  | 王家镇 | 8 | 4 |
        | 3 | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  |  | 30 | 9 |
        """,
        """
        | 序号 | 片区 | 镇街 | 亩数 | 座数 |
        | 1 | 东片 | 丁家镇 | 12 | 3 |
        | 2 | " | 王家镇 | 8 | 4 |
        | 3 | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  |  | 30 | 9 |
        | ※含直管户 |  |  |  |  |
        """,
    ),
    "on a line by itself, above a row of just as many cells as it lacks": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        注：含上年结转。
        |  | 王家镇 | 8 | 4 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        """,
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | " | 王家镇 | 8 | 4 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        | 注：含上年结转。 |  |  |  |
        """,
    ),
    "who filled the table in, below the sum": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 22 | 5 |
        | 填表人：丁一 电话：23345678 |  |  |  |
        """,
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | 西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 22 | 5 |
        | 填表人：丁一电话：23345678 |  |  |  |
        """,
    ),
}


@pytest.mark.parametrize("name", LOWERED)
def test_a_note_between_rows_stands_below_them(name: str) -> None:
    before, after = LOWERED[name]
    table = mend_fragment(drawn(before)).table
    assert table is not None
    assert (draw(table), table.status) == (tidy(after), "certified")
    assert [cell.role for cell in table.cells if cell.text.startswith(("说明", "※", "注", "填表"))] == [
        "note"
    ]


KEPT = {
    "a name with a star": """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 丁家镇 | 12 | 3 |
        | ※西片 | 李家镇 | 10 | 2 |
        | 合计 |  | 22 | 5 |
        """,
    "a note of one row": """
        | 镇街 | 亩数 | 备注 |
        | 丁家镇 | 12 | 注：续建 |
        | 李家镇 | 10 |  |
        | 合计 | 22 |  |
        """,
    "a label with a colon above what it names": """
        | 镇街 | 亩数 | 座数 |
        | 丁家镇 | 12 | 3 |
        | 新增： |  |  |
        | 李家镇 | 10 | 2 |
        | 合计 | 22 | 5 |
        """,
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_no_note_of_all_stays(name: str) -> None:
    table = mend_fragment(drawn(KEPT[name])).table
    assert table is not None
    assert draw(table) == tidy(KEPT[name])
    assert not any(cell.role == "note" for cell in table.cells)


OF_SOME = {
    "names the group below it": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 甲坝镇 | 12 | 3 |
        |  | 乙坝镇 | 8 | 4 |
        | 注：以下镇街属西片。 |  |  |  |
        |  | 丙坝镇 | 10 | 2 |
        |  | 丁坝镇 | 6 | 5 |
        | 合计 |  | 36 | 14 |
        """,
        "丙坝镇",
    ),
    "names it on a line by itself": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 甲坝镇 | 12 | 3 |
        |  | 乙坝镇 | 8 | 4 |
        说明：下列为西片区任务。
        |  | 丙坝镇 | 10 | 2 |
        | 南片 | 丁坝镇 | 6 | 5 |
        |  | 戊坝镇 | 1 | 2 |
        | 合计 |  | 37 | 16 |
        """,
        "丙坝镇",
    ),
    "names it below the names of towns": (
        """
        | 片区 | 镇街 | 亩数 | 座数 |
        | 东片 | 甲坝镇 | 12 | 3 |
        |  | 乙坝镇 | 8 | 4 |
        |  | 注：其余属西片。 |  |  |
        |  | 丙坝镇 | 10 | 2 |
        | 合计 |  | 30 | 9 |
        """,
        "丙坝镇",
    ),
    "says what no sum counts": (
        """
        | 镇街 | 亩数 | 座数 |
        | 甲坝镇 | 12 | 3 |
        | 乙坝镇 | 8 | 4 |
        | 合计 | 20 | 7 |
        | 注：以下为备选，不计入合计。 |  |  |
        | 丙坝镇 | 10 | 2 |
        """,
        "",
    ),
}


@pytest.mark.parametrize("name", OF_SOME)
def test_a_note_of_some_rows_stays_and_no_label_reaches_over_it(name: str) -> None:
    before, below = OF_SOME[name]
    whole = mend_fragment(drawn(before))
    assert whole.table is not None
    printed = [next(filter(None, (piece.text for piece in row)), "") for row in drawn(before).rows]
    grid = whole.table.grid()
    noted = next(i for i, words in enumerate(printed) if words.startswith(("注", "说明")))
    assert {cell.role for cell in grid[noted] if cell and cell.text} == {"note"}
    if below:
        assert [cell.text if cell else "" for cell in grid[noted + 1]][:2] == ["", below]
    assert [(issue.kind, issue.message.key) for issue in whole.issues] == [
        ("ambiguous_row", "note_of_some_rows")
    ]
    assert whole.table.status == "consistent"


def test_a_note_of_all_rows_below_it_or_below_all_is_of_all() -> None:
    rows = "| 镇街 | 亩数 | 座数 |\n| 甲坝镇 | 12 | 3 |\n| 乙坝镇 | 8 | 4 |\n| 合计 | 20 | 7 |\n| 注：上述任务年底完成。 |  |  |\n"
    whole = mend_fragment(drawn(rows))
    assert not whole.issues
    assert whole.table is not None and whole.table.status == "certified"
