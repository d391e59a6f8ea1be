"""Tables that a conversion of DOC files loses: read by the marks of cells and rows that Word stored, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.read import office, parts
from pipeline.read.doc_text import ole_to_doc_text
from pipeline.read.limits import Limits
from pipeline.read.office import read_ole
from pipeline.read.ole import open_ole
from tests.read.doc_files import Row, doc
from tests.read.word_files import docx, p, tbl, tc, tr

THREE: Row = ((0, 900, 2400, 3300), (0, 0, 0))
EVEN = "计划\r序号\x07任务\x07单位\x07\x1d1\x07修桥\x07甲局\x07\x1d2\x07\x07乙局\x07\x1d完\r"
WIDE = "计划\r镇街\x072025年\x07\x1d\x07书屋\x07茶亭\x07\x1d东坡镇\x0712\x0730\x07\x1d完\r"
LEVELS: Sequence[Row] = (
    ((0, 900, 3300), (96, 0)),
    ((0, 900, 2400, 3300), (32, 0, 0)),
    ((0, 900, 2410, 3300), (0, 0, 0)),
)


def read(stored: bytes, shown: str, patch: pytest.MonkeyPatch) -> parts.Parts:
    """The DOC file where LibreOffice makes of it what is `shown`."""
    patch.setattr(office, "convert", lambda *_: docx(shown))
    return read_ole(stored, "notice.doc", Limits())


def cells(found: parts.Parts) -> list[list[list[str]]]:
    return [[[piece.text for piece in row] for row in grid.rows] for grid in found.grids]


def test_rows_are_told_by_the_properties_of_paragraphs() -> None:
    stored = ole_to_doc_text(open_ole(doc(WIDE, rows=LEVELS)))
    assert stored is not None
    assert [row.edges for row in stored.rows] == [tuple(edges) for edges, _ in LEVELS]
    assert stored.rows[0].begins == (True, False)
    assert stored.rows[1].joins_above == (True, False, False)


@pytest.mark.parametrize(
    "shown",
    [p("序号任务单位1修桥甲局2乙局"), "".join(map(p, ["序号", "任务", "单位", "1", "修桥", "甲局", "2", "乙局"])),
     p("序号 任务 单位") + p("1 修桥 甲局") + p("2  乙局")],
    ids=["run together", "a cell a line", "a row a line"],
)  # fmt: skip
@pytest.mark.parametrize("rows", [(THREE,) * 3, ()], ids=["rows told", "rows of one length"])
def test_a_lost_table_is_put_back(shown: str, rows: Sequence[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(doc(EVEN, rows=rows), p("计划") + shown + p("完"), monkeypatch)
    assert cells(found) == [[["序号", "任务", "单位"], ["1", "修桥", "甲局"], ["2", "", "乙局"]]]
    assert [(r.kind, r.evidence.code) for r in found.repairs] == [("lost_separators", "cells_as_stored")]
    assert found.issues == ()


def test_cells_over_columns_and_rows_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edges a point apart are one; a cell reaches as far as the file says."""
    shown = p("计划") + p("镇街2025年书屋茶亭东坡镇1230") + p("完")
    found = read(doc(WIDE, rows=LEVELS), shown, monkeypatch)
    assert cells(found) == [[["镇街", "2025年", "2025年"], ["镇街", "书屋", "茶亭"], ["东坡镇", "12", "30"]]]


@pytest.mark.parametrize(
    ("stored", "rows", "shown"),
    [
        # No mark of a row, and rows unlike.
        (WIDE, (), "镇街2025年书屋茶亭东坡镇1230"),
        # Rows unlike, of which the file does not say where their cells part.
        (WIDE, (((0,), ()),) * 3, "镇街2025年书屋茶亭东坡镇1230"),
        # Some cells are gone, and others in another turn.
        (EVEN.replace("修桥", "2027年底前修桥12座"), (THREE,) * 3, "序号 任务 2027年底前修桥12座 单位 甲局"),
    ],
)
def test_what_cannot_be_put_back_is_not_read(
    stored: str, rows: Sequence[Row], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loose words of cells gave targets of whatever stood beside them."""
    found = read(doc(stored, rows=rows), p("计划") + "".join(map(p, shown.split())) + p("完"), monkeypatch)
    assert [grid.is_unread for grid in found.grids] == [True]


@pytest.mark.parametrize("rows", [(THREE,) * 3, ()])
def test_a_table_that_was_kept_stays(rows: Sequence[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    body = [["序号", "任务", "单位"], ["1", "修桥", "甲局"], ["2", "", "乙局"]]
    found = read(
        doc(EVEN, rows=rows), p("计划") + tbl(*(tr(*map(tc, row)) for row in body)) + p("完"), monkeypatch
    )
    assert cells(found) == [body]
    assert found.repairs == ()


@pytest.mark.parametrize("at", [258, 262], ids=["place", "length"])
def test_damaged_properties_tell_no_rows(at: int) -> None:
    whole = bytearray(doc(WIDE, rows=LEVELS))
    first = whole.index(b"\xec\xa5")
    whole[first + at : first + at + 4] = b"\xff\xff\xff\x0f"
    stored = ole_to_doc_text(open_ole(bytes(whole)))
    assert stored is not None
    assert stored.rows == ()
    assert stored.cells == 7


def test_struck_out_words_of_a_lost_table_are_not_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word stores what an editor struck out beside what holds."""
    stored = (
        "计划\r序号\x07任务\x07单位\x07\x1d1\x07修旧桥、新桥\x07甲局\x07\x1d2\x07拆桥\x07乙局\x07\x1d完\r"
    )
    shown = (
        "<w:p><w:r><w:t>序号任务单位1修</w:t></w:r><w:del><w:r><w:delText>旧桥、</w:delText></w:r></w:del>"
        "<w:r><w:t>新桥甲局</w:t></w:r><w:del><w:r><w:delText>2拆桥乙局</w:delText></w:r></w:del></w:p>"
    )
    found = read(doc(stored, rows=(THREE,) * 3), p("计划") + shown + p("完"), monkeypatch)
    assert cells(found) == [[["序号", "任务", "单位"], ["1", "修新桥", "甲局"]]]
    assert "lost_in_conversion" not in {issue.kind for issue in found.issues}
