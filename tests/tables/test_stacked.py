"""Values one under the other in a cell are rows of their own, where names are too; else none is read."""

from __future__ import annotations

import pytest
from drawing import texts

from pipeline.model import Fragment, Piece, Span
from pipeline.tables import Whole, mend_fragment


def mend(*rows: list[str]) -> Whole:
    """A table of a page; the cells stand in its source one behind the other."""
    at, pieces = 0, []
    for row in rows:
        pieces.append(tuple(Piece(t, Span(at := at + 100, at + len(t))) for t in row))
    return mend_fragment(Fragment("grid", tuple(pieces), Span(0, at + 100)))


HEAD = ["指标", "单位", "2030年", "属性"]


@pytest.mark.parametrize(
    ("row", "parted"),
    [
        (
            ["在校生\n毛入学率", "万人\n%", "4500\n87.0", "预期性"],
            [["在校生", "万人", "4500", "预期性"], ["毛入学率", "%", "87.0", "预期性"]],
        ),
        (
            ["床位\n其中：护理床\n康复床", "张", "90\n≥30\n—", "预期性"],
            [[name, "张", value, "预期性"] for name, value in (("床位", "90"), ("其中：护理床", "≥30"), ("康复床", "—"))],
        ),
        (["渡口\n古井", "处", "12\n20", "约束性\n预期性"], [["渡口", "处", "12", "约束性"], ["古井", "处", "20", "预期性"]]),
    ],
)  # fmt: skip
def test_as_many_names_as_values(row: list[str], parted: list[list[str]]) -> None:
    whole = mend(HEAD, ["幼儿园", "所", "12", "预期性"], row)
    assert whole.table is not None
    assert texts(whole.table)[2:] == parted
    assert [r.certainty for r in whole.repairs if r.kind == "stacked_lines"] == ["probable"]
    first = next(cell for cell in whole.table.cells if cell.text == parted[0][0])
    assert first.parts[0].end - first.parts[0].start == len(parted[0][0])


@pytest.mark.parametrize(
    "row",
    [
        ["学校数", "所", "10\n12", "预期性"],
        ["教师\n其中：乡村教师\n城市教师", "人\n人", "10\n20\n30", "预期性"],
        ["渡口\n古井", "处", "12\n20\n30", "预期性"],
    ],
)
def test_what_does_not_match_is_said(row: list[str]) -> None:
    whole = mend(HEAD, ["幼儿园", "所", "12", "预期性"], row)
    assert whole.table is not None
    assert len(texts(whole.table)) == 3
    assert [issue.message.code for issue in whole.issues] == ["stacked_lines_unmatched"]


def test_a_name_over_two_lines_is_one() -> None:
    whole = mend(HEAD, ["幼儿园", "所", "12", "预期性"], ["高中毛\n入学率", "%", "99", "预期性"])
    assert whole.table is not None
    assert texts(whole.table)[2][0] == "高中毛入学率"
