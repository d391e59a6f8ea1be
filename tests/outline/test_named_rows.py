"""Rows of a name and its values, one cell a line, below headings that are not as many as a row has cells."""

from __future__ import annotations

import pytest

from pipeline.outline.cells_in_turn import rows_in_turn
from pipeline.outline.lines import text_to_lines

ROWS = [["桐山站", "12", "3"], ["柏溪站", "8", "2"], ["枫林站", "20", "5"], ["杏花站", "7", "1"]]


def read(heads: list[str], rows: list[list[str]] = ROWS) -> list[list[str]] | None:
    lines = text_to_lines("\n\n".join([*heads, *(cell for row in rows for cell in row)]) + "\n", False)
    found = rows_in_turn(lines, 0)
    return found and [["".join(lines[n].squeezed for n in cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize(
    ("heads", "parts", "said"),
    [
        (["快桩（个）", "慢桩（个）"], 1, [["", "快桩（个）", "慢桩（个）"]]),
        (["快桩", "慢桩", "快桩", "慢桩"], 2, [["", "快桩", "慢桩"]]),
        (["站名", "快桩", "慢桩", "站名", "快桩", "慢桩"], 2, [["站名", "快桩", "慢桩"]]),
        (
            ["站名", "2026年任务", "站名", "2026年任务", "快桩", "慢桩", "快桩", "慢桩"],
            2,
            [["站名", "2026年任务", ""], ["", "快桩", "慢桩"]],
        ),
    ],
    ids=["names without a heading", "twice, too", "side by side", "in two lines"],
)
def test_headings_by_what_the_rows_say(heads: list[str], parts: int, said: list[list[str]]) -> None:
    """Of parts side by side each is read to its end: what is 其中 is part of the row above it there."""
    half = len(ROWS) // parts
    beside = [
        row for rows in zip(*(ROWS[i : i + half] for i in range(0, 4, half)), strict=True) for row in rows
    ]
    assert read(heads, beside) == [*said, *ROWS]


@pytest.mark.parametrize(
    "heads",
    [["快桩", "慢桩", "岗亭", "座椅", "雨棚"], ["站名", "快桩", "站名", "慢桩", "岗亭"]],
    ids=["too many", "other ones"],
)
def test_headings_that_fit_no_row_make_no_table(heads: list[str]) -> None:
    """A value under the name of the next row is worse than none."""
    found = read(heads)
    assert found is None or all(row[0] in {name for name, *_ in ROWS} for row in found[1:])


def test_two_headings_are_those_of_two_columns_where_the_first_names_rows() -> None:
    rows = [row[:2] for row in ROWS]
    assert read(["县区", "资金（万元）"], rows) == [["县区", "资金（万元）"], *rows]
    assert read(["资金分配", "资金（万元）"], rows) is None


def test_numbers_of_rows_below_a_heading_of_names_are_no_values() -> None:
    """As pdftotext prints a page: 任务名称 stands over the names, and the number behind each is that of the next row."""
    tasks = ["通道绿化", "水系绿化", "矿山复绿", "苗木保障"]
    assert read(["任务名称"], [[task, str(n)] for n, task in enumerate(tasks, 2)]) is None
