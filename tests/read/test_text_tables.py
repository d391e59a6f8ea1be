"""Tables of HTML inside a text file."""

from __future__ import annotations

import pytest

from pipeline.read.signature import is_html
from pipeline.read.text import text_to_parts

HEAD = "# 某市补助办法\n\n各县：\n\n"


def rows(body: str, suffix: str = ".md") -> list[list[str]]:
    parts = text_to_parts((HEAD + body).encode(), suffix)
    (grid,) = parts.grids
    for row in grid.rows:
        for piece in row:
            assert not piece.text or parts.text[piece.span.start : piece.span.end].startswith(piece.text[:1])
    return [[piece.text for piece in row] for row in grid.rows]


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_cells_as_a_browser_lays_them(suffix: str) -> None:
    body = "<table>\n<tr><th>序号</th><th>任务</th></tr>\n<tr><td rowspan='2'>1</td><td>修桥<br/>铺路</td></tr>\n<tr><td>补种&nbsp;<b>花木</b></td></tr>\n</table>\n"
    assert rows(body, suffix) == [["序号", "任务"], ["1", "修桥\n铺路"], ["1", "补种\xa0花木"]]


def test_end_tags_may_be_missing() -> None:
    body = "<table><tr><td>镇<td>数<tr><td>东镇<td>3</table>\n"
    assert rows(body) == [["镇", "数"], ["东镇", "3"]]


@pytest.mark.parametrize(
    "body",
    [
        "见下表 <table><tr><td>镇</td><td>数</td></tr><tr><td>东镇</td><td>3</td></tr></table> 所列。\n",
        "<table><tr><td>镇</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>\n",
        "<table><tr><td>镇</td><td>数</td></tr>\n",
    ],
)
def test_what_cannot_be_read_is_said(body: str) -> None:
    parts = text_to_parts((HEAD + body).encode(), ".md")
    assert "table_in_markup" in {issue.message.code for issue in parts.issues}


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<html><body>", "</body></html>"),
        ('<div style="text-align: center;"><html><body>', "</body></html></div>"),
        ("<!-- table -->", ""),
    ],
)
def test_marks_that_print_nothing_may_stand_about_a_table(before: str, behind: str) -> None:
    table = "<table border='1'><tr><td>镇</td><td>数</td></tr><tr><td>东镇</td><td>3</td></tr></table>"
    assert rows(f"{before}{table}{behind}\n") == [["镇", "数"], ["东镇", "3"]]


def test_two_tables_may_stand_in_one_line() -> None:
    table = "<table><tr><td>镇</td><td>数</td></tr><tr><td>东镇</td><td>3</td></tr></table>"
    assert len(text_to_parts((HEAD + table + table + "\n").encode(), ".md").grids) == 2


def test_line_ends_in_cells_make_no_web_page_of_a_markdown_file() -> None:
    row = "| 1 | 新建<br>改建<br>农村<br>公路 | 市交通<br>运输局 |\n"
    assert not is_html((HEAD + "| 序号 | 任务 | 单位 |\n|---|---|---|\n" + 3 * row).encode())
