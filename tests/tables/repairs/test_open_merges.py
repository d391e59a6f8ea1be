"""Merged cells cut by the end of a page: blank below, the rest of the words below, and beside a row that is cut itself."""

from __future__ import annotations

import pytest
from drawing import texts

from pipeline.model import Fragment, Piece, Span
from pipeline.tables import Whole, mend_fragment

HEAD = ["编码", "事项", "依据", "情形", "备注"]
UPPER = [
    ["A1", "占用绿地", "第三条：不得占用绿地。", "轻微", "无"],
    ["A2", "^", "^", "一般", "无"],
    ["A3", "^", "^", "严重", "无"],
]
LOWER = [["B1", "毁坏花木", "第五条：不得毁坏花木。", "轻微", "无"], ["B2", "^", "^", "一般", "无"]]
CUT = [["A1", "占用绿地", "第三条：不得擅自移", "轻微", "无"], *UPPER[1:]]


def mend(above: list[list[str]], below: list[list[str]]) -> Whole:
    """A table whose page ends between the two; `^` is the cell above."""
    rows: list[tuple[Piece, ...]] = []
    at = 0
    for row in (HEAD, *above, *below):
        pieces = []
        for j, text in enumerate(row):
            at += 100
            pieces.append(rows[-1][j] if text == "^" else Piece(text, Span(at, at + len(text))))
        rows.append(tuple(pieces))
    return mend_fragment(Fragment("grid", tuple(rows), Span(0, at + 100), breaks=(1 + len(above),)))


@pytest.mark.parametrize(
    ("above", "below", "rule"),
    [
        (UPPER, [["A4", "", "", "特重", "无"], ["A5", "", "", "累犯", "无"]], "第三条：不得占用绿地。"),
        (
            CUT,
            [["A4", "", "植花木。", "特重", "无"], ["A5", "", "^", "累犯", "无"]],
            "第三条：不得擅自移植花木。",
        ),
        (CUT, [["A4", "", "植花木。", "特重", "无"]], "第三条：不得擅自移植花木。"),
        (UPPER, [["", "", "", "的，从重", ""], ["A4", "", "", "特重", "无"]], "第三条：不得占用绿地。"),
    ],
)
def test_the_cell_holds_below_the_page(above: list[list[str]], below: list[list[str]], rule: str) -> None:
    whole = mend(above, [*below, *LOWER])
    assert whole.table is not None
    rows = texts(whole.table)[1:]
    assert [row[:3] for row in rows if row[0].startswith("A")] == [
        [code, "占用绿地", rule] for code in ("A1", "A2", "A3", "A4", "A5")[: len(rows) - 2]
    ]
    assert [row[:3] for row in rows if row[0].startswith("B")] == [
        [code, "毁坏花木", "第五条：不得毁坏花木。"] for code in ("B1", "B2")
    ]
    assert {r.certainty for r in whole.repairs if r.kind == "open_merge"} == {"probable"}


def test_a_new_label_below_the_page_is_its_own() -> None:
    whole = mend(UPPER, LOWER)
    assert not [r for r in whole.repairs if r.kind == "open_merge"]


def test_blanks_elsewhere_in_the_column_are_blanks() -> None:
    above = [*UPPER, ["A9", "", "", "轻微", "无"]]
    whole = mend(above, [["A4", "", "", "特重", "无"], *LOWER])
    assert not [r for r in whole.repairs if r.kind == "open_merge"]
