"""Tables whose cells stand one a line, a pipe behind each, nothing between the rows."""

from __future__ import annotations

import pytest

from tests.outline.test_pipe_cells import fragments

Rows = list[list[str]]

PLAN: Rows = [
    ["镇街", "新建（个）", "合计（个）"],
    ["东山镇", "3", "4"],
    ["西河镇", "", "2"],
    ["合计", "3", "6"],
]
LIST: Rows = [["项目", "预算数"], ["合计", "40.2"], ["接待费", "22.2"], ["购置费", ""]]
NUMBERED: Rows = [
    ["序号", "任务", "单位"],
    ["1", "修路", "交通局"],
    ["2", "植树", "林业局"],
    ["3", "清淤", "水务局"],
]


def behind(rows: Rows) -> str:
    """A pipe behind the words, one alone for a blank cell."""
    return "\n".join(f"{cell} |".strip() for row in rows for cell in row)


def below(rows: Rows) -> str:
    """A pipe on the line below the words."""
    return "\n".join(line for row in rows for cell in row for line in (cell, "|") if line)


@pytest.mark.parametrize("printed", [behind, below])
@pytest.mark.parametrize("rows", [PLAN, LIST, NUMBERED], ids=["plan", "list", "numbered"])
def test_rows_are_as_wide_as_the_kinds_of_their_cells_say(printed: object, rows: Rows) -> None:
    assert callable(printed)
    (fragment,) = fragments(printed(rows))
    assert [[piece.text for piece in row] for row in fragment.rows] == rows


def test_captions_have_pipes_alone_behind_them() -> None:
    (fragment,) = fragments("床位计划表 |\n||\n单位：张 |\n||\n" + behind(PLAN))
    assert fragment.title == "任务清单 床位计划表 单位：张"
    assert len(fragment.rows) == len(PLAN)


@pytest.mark.parametrize("printed", [behind, below])
@pytest.mark.parametrize("rows", [PLAN, LIST], ids=["plan", "list"])
def test_captions_above_and_notes_below_are_no_cells(printed: object, rows: Rows) -> None:
    assert callable(printed)
    (fragment,) = fragments(printed([["甲县床位情况（一）"], ["3月报送"], *rows, [], ["注：不含民办机构。"]]))
    assert [[piece.text for piece in row] for row in fragment.rows if len(row) > 1] == rows


@pytest.mark.parametrize(
    "heads", [["指 标", "2024年\n（不变价）"], ["指标", "2024年\n为上年%"], ["项目", "完成\n投资\n数"]]
)
def test_words_over_several_lines_are_one_cell_up_to_its_pipe(heads: list[str]) -> None:
    (fragment,) = fragments(below([heads, ["总产值", "71.5"], ["消费", "34.2"], ["投资", "29.2"]]))
    assert [piece.text.split("\n") for piece in fragment.rows[0]] == [head.split("\n") for head in heads]
    assert len(fragment.rows) == 4


def test_a_row_many_times_as_wide_as_the_one_above_is_several() -> None:
    """A pipe alone opens no row here: it is what a converter left of a merged one."""
    heads = "单位：元 |\n区划 |\n地区 |\n标准 |\n|\n|"
    rows = "\n".join(f"{n} |\n甲{n}县 |\n{n}00 |" for n in range(11, 17))
    assert all(len(row) < 6 for fragment in fragments(f"|\n{heads}\n{rows}") for row in fragment.rows)


@pytest.mark.parametrize(
    "rows",
    [
        # Words alone: any width would do. A cell more in one row: none does.
        [["任务", "单位"], ["修路", "交通局"], ["植树", "林业局"], ["清淤", "水务局"]],
        [*PLAN[:2], ["北湖镇", "1", "2", "3"], *PLAN[2:]],
    ],
)
def test_cells_that_tell_of_no_rows_are_an_unread_table(rows: Rows) -> None:
    (fragment,) = fragments(behind([[cell or "—" for cell in row] for row in rows]))
    assert fragment.is_unread
