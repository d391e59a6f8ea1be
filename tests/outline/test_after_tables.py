"""What stands below a table is no rest of the title above it."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Grid, Piece, Span
from pipeline.outline import outline

ROWS = (("序号", "任务"), ("1", "新建养老院"))


def document(above: str, below: str) -> Document:
    table = "\n".join("\t".join(row) for row in ROWS)
    text = f"某市人民政府关于印发某市养老工作方案的通知\n{above}\n{table}\n{below}\n"
    at, rows = text.index(table), []
    start = at
    for row in ROWS:
        pieces = []
        for words in row:
            pieces.append(Piece(words, Span(at, at + len(words))))
            at += len(words) + 1
        rows.append(tuple(pieces))
    grid = Grid(tuple(rows), Span(start, start + len(table)))
    return Document("a", "a.pdf", "0" * 64, "application/pdf", "", text, (), grids=(grid,))


@pytest.mark.parametrize(
    "title", ["重点任务分解表", "附件1：2026年养老、托育重点任务分解表", "表1 任务、责任一览表"]
)
@pytest.mark.parametrize("below", ["以上任务纳入年度考核，按季度报送。", "注意：各单位抓好落实。"])
def test_a_title_ends_above_its_table(title: str, below: str) -> None:
    texts = [passage.text for passage in outline(document(title, below)).passages]
    assert "".join(below.split()) in texts


def test_a_sentence_may_go_on_below_a_table() -> None:
    texts = [
        passage.text for passage in outline(document("各县要完成，并且及时报送，", "不得迟报。")).passages
    ]
    assert "各县要完成，并且及时报送，不得迟报。" in texts
