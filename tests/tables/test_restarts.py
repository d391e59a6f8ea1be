"""Headings that stand again and say something else: the columns in another order, or more columns of the same rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawing import draw, drawn, tidy

from pipeline.model import Document, Page, Piece, Span
from pipeline.outline import outline
from pipeline.tables import mend
from pipeline.tables.restarts import parted


def tables(rows: str, form: str) -> list[str]:
    """The tables that come out where the rows stand in a text, drawn."""
    lines = [line.strip() for line in rows.strip().split("\n")]
    if form == "tabs":
        lines = ["\t".join(cell.strip() for cell in line.strip("|").split("|")) if "|" in line else line for line in lines]  # fmt: skip
    text = "附件1\n\n建设任务分解表\n\n" + "\n".join(lines) + "\n\n本表由某局负责解释。\n"
    page = (Page(1, Span(0, len(text))),)
    document = Document("a", "a.txt", "0" * 64, "text/plain", "", text, page)
    return [draw(table) for table in mend(outline(document)).tables]


FORMS = pytest.mark.parametrize("form", ["tabs", "pipes"])
OTHER_ORDER = {
    "years": """
        | 镇街 | 2026年 | 2027年 |
        | 东镇 | 1 | 2 |
        | 镇街 | 2027年 | 2026年 |
        | 西镇 | 3 | 4 |
        | 合计 | 5 | 5 |
        """,
    "behind a page": """
        | 县区 | 公厕 | 床位 | 公路 |
        | 东县 | 1 | 2 | 7 |
        | 南县 | 4 | 4 | 1 |
        - 3 -
        | 县区 | 公路 | 床位 | 公厕 |
        | 西县 | 3 | 4 | 5 |
        """,
}


@FORMS
@pytest.mark.parametrize("name", OTHER_ORDER)
def test_columns_in_another_order_are_laid_under_the_first_headings(name: str, form: str) -> None:
    (table,) = tables(OTHER_ORDER[name], form)
    assert {"years": "| 西镇 | 4 | 3 |", "behind a page": "| 西县 | 5 | 4 | 3 |"}[name] in table


@FORMS
def test_further_columns_of_the_same_rows_stand_beside_the_others(form: str) -> None:
    rows = "| 镇街 | 公厕 |\n| 东镇 | 1 |\n| 西镇 |  |\n| 合计 | 1 |\n续表\n| 镇街 | 床位 | 公路 |\n| 东镇 | 3 | 2 |\n| 西镇 | 4 | 5 |\n| 合计 | 7 | 7 |"
    whole = "| 镇街 | 公厕 | 床位 | 公路 |\n| 东镇 | 1 | 3 | 2 |\n| 西镇 |  | 4 | 5 |\n| 合计 | 1 | 7 | 7 |"
    assert tables(rows, form) == [tidy(whole)]


@FORMS
def test_other_columns_of_other_rows_are_a_table_of_their_own(form: str) -> None:
    rows = "| 镇街 | 公厕 |\n| 东镇 | 1 |\n| 西镇 | 2 |\n| 镇街 | 床位 | 公路 |\n| 南镇 | 3 | 2 |\n| 北镇 | 4 | 5 |"
    assert len(tables(rows, form)) == 2


@FORMS
def test_a_heading_with_another_word_for_the_names_begins_nothing(form: str) -> None:
    rows = "| 镇街 | 公厕 | 床位 |\n| 东镇 | 1 | 3 |\n| 乡镇（街道） | 公厕 | 床位 |\n| 西镇 | 2 | 4 |\n| 合计 | 3 | 7 |"
    (table,) = tables(rows, form)
    assert "乡镇（街道）" not in table and table.count("\n") == 3


@FORMS
def test_a_title_again_over_the_same_headings_begins_nothing(form: str) -> None:
    """No mark of a page stands there; a table that ended with its total is another one."""
    part = "| 年度 | 东镇 | 西镇 |\n| 2026年 | 1 | 3 |"
    again = "\n\n建设任务分解表（续）\n\n| 年度 | 东镇 | 西镇 |\n| 2027年 | 2 | 4 |"
    assert len(tables(part + again, form)) == 1
    assert len(tables(part + again.replace("（续）", ""), form)) == 1
    assert len(tables(f"{part}\n| 合计 | 1 | 3 |" + again.replace("（续）", ""), form)) == 2


def test_a_comment_of_a_converter_is_no_text() -> None:
    rows = "| 镇街 | 公厕 |\n| 东镇 | 1 |\n<!-- Page 3 -->\n| 西镇 | 2 |\n| 合计 | 3 |"
    (table,) = tables(rows, "pipes")
    assert table.count("\n") == 3


class _Row(tuple[Piece, ...]):
    """A row that counts how often rows are asked for their width."""

    asked = 0

    def __len__(self) -> int:
        _Row.asked += 1
        return tuple.__len__(self)


@pytest.mark.parametrize("total", ["合计", "东镇"])
def test_rows_are_not_gone_through_again_from_each_of_them(total: str) -> None:
    """From each row the widths of all were asked for anew: 8,000 rows took a third of the time for that alone."""
    asked = []
    for count in (100, 400):
        lines = ["| 镇街 | 公厕 | 床位 |", *["| 东镇 | 1 | 3 |", f"| {total} | 1 | 3 |"] * count]
        whole = drawn("\n".join(lines))
        _Row.asked = 0
        assert len(parted(replace(whole, rows=tuple(map(_Row, whole.rows))))) == 1
        asked.append(_Row.asked)
    assert asked[1] < 5 * asked[0]
