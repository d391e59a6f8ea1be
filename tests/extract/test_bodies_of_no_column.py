"""Bodies of a row of which nothing tells the column are published as joint, and an issue says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.unknown import duties_of_no_column
from pipeline.messages import say
from pipeline.model import Cell, Document, Doubt, Issue, Mended, Outline, Span, Table, TitleBlock

ROWS = [
    ["序号", "重点任务", "牵头单位", "配合单位"],
    ["1", "更换东渡缆绳。", "县水务局", "县财政局"],
    ["2", "加固西渡口码头护栏。", "", "县水务局、县公安局"],
    ["3", "清理南渡淤泥。", "县水务局", "县应急局"],
]
TEXT = "\n".join("\t".join(row) for row in ROWS)


def mended(doubt: Doubt, *issues: Issue) -> Mended:
    cells, at = [], 0
    for i, row in enumerate(ROWS):
        for j, words in enumerate(row):
            part = (Span(at, at + len(words)),) if words else ()
            role = "header" if i == 0 else "body"
            cells.append(Cell(i, j, words, role, 1, 1, part, False, doubt if i == 2 else ""))
            at += len(words) + 1
    table = Table(
        "t", "渡口修缮任务分解表", None, "responsibility", tuple(cells), 4, 4, 1, "unverified", Span(0, at)
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", TEXT)
    outline = Outline(document, TitleBlock(title="县渡口修缮方案"), (), (), (), ())
    return Mended(outline, (table,), (), issues)


@pytest.mark.parametrize("doubt", ["likely", "open"])
def test_an_issue_names_the_row_whose_only_bodies_may_stand_in_two_columns(doubt: Doubt) -> None:
    (issue,) = duties_of_no_column(mended(doubt))
    assert (issue.kind, issue.where) == ("ambiguous_row", "row 2")
    assert issue.span is not None and TEXT[issue.span.start : issue.span.end] == "县水务局、县公安局"


def test_a_row_that_is_printed_so_is_named_by_none() -> None:
    assert list(duties_of_no_column(mended(""))) == []


def test_a_row_that_an_issue_names_already_is_named_once() -> None:
    start = TEXT.index("2\t加固")
    said = Issue(
        "ambiguous_row", say("row_ambiguous", row=3, one="", other=""), "row 2", Span(start, start + 24)
    )
    assert list(duties_of_no_column(mended("open", said))) == []
    elsewhere = replace(said, span=Span(0, 5))
    assert len(list(duties_of_no_column(mended("open", elsewhere)))) == 1
