"""Tables drawn with characters: rules tell the rows; without them numbers and places do, or nothing."""

from __future__ import annotations

import pytest

from pipeline.outline.drawn_lines import drawn_cells
from pipeline.outline.lines import text_to_lines

_PLUS = """+------+------------+----------+
| 序号 | 任务       | 单位     |
+======+============+==========+
| 1    | 修县城到镇 | 交通局、 |
|      | 的路       | 财政局   |
+------+------------+----------+
| 2    | 建桥       | 水利局   |
+------+------------+----------+
"""
_WHOLE = [["序号", "任务", "单位"], ["1", "修县城到镇的路", "交通局、财政局"], ["2", "建桥", "水利局"]]


def rows(text: str) -> list[list[str]] | None:
    found = drawn_cells(text_to_lines(text, markdown=False), 0)
    if found is None:
        return None
    laid: list[list[str]] = []
    for n, row in enumerate(found.rows):
        if n in found.goes_on:
            laid[-1] = [above + piece.text for above, piece in zip(laid[-1], row, strict=True)]
        else:
            laid.append([piece.text for piece in row])
    return laid


def boxed(text: str) -> str:
    """Drawn with lines instead of signs."""
    return text.translate(str.maketrans("+-=|", "┼──│"))


@pytest.mark.parametrize("text", [_PLUS, boxed(_PLUS)], ids=["signs", "lines"])
def test_rules_tell_the_rows(text: str) -> None:
    assert rows(text) == _WHOLE


def test_numbers_tell_the_rows_where_no_rule_does() -> None:
    first, _, rest = _PLUS.rpartition("+------+------------+----------+\n| 2")
    assert rows(f"{first}| 2{rest}") == _WHOLE


def test_a_rule_that_leaves_a_column_out_cuts_no_cell_of_it() -> None:
    text = _PLUS.replace("| 2    | 建桥", "|      | 建桥").replace(
        "财政局   |\n+------+", "财政局   |\n|      +"
    )
    assert rows(text) == [_WHOLE[0], _WHOLE[1], ["", "建桥", "水利局"]]


def test_a_heading_over_two_columns_stands_over_the_first() -> None:
    text = "+----+-----+-----+\n| 镇 | 床位      |\n+    +-----+-----+\n|    | 现有| 新增|\n+----+-----+-----+\n| 甲 | 3   | 4   |\n+----+-----+-----+\n"
    assert rows(text) == [["镇", "床位", ""], ["", "现有", "新增"], ["甲", "3", "4"]]


def test_lines_that_no_place_lays_are_refused() -> None:
    assert rows(_PLUS.replace("| 交通局、 |", "| 交通局、   | 甲 |")) == []


def test_a_rule_alone_draws_no_table() -> None:
    assert rows("+------+------+\n一、总体要求\n") is None


def test_a_dash_between_blanks_is_a_cell() -> None:
    table = "+------+------+\n| 指标 | 2025 |\n+======+======+\n| 床位 | —    |\n+------+------+\n| 学位 | 300  |\n+------+------+\n"
    assert rows(table) == [["指标", "2025"], ["床位", "—"], ["学位", "300"]]
