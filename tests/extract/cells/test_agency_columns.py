"""A column headed just 部门 or 单位 lists those responsible where it stands beside duties."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.extract.cells.rows import table_rows
from pipeline.model import Document, Fragment, Outline, Piece, Span, TitleBlock
from pipeline.tables import mend

DUTIES = (
    "市教育局|提高学生健康素养，改善学校卫生环境",
    "市公安局|维护社会治安，加强道路交通安全管理",
    "市民政局|提高社会救助水平，开展困难家庭帮扶",
    "市税务局、市统计局|落实税收优惠政策，做好统计监测工作",
)


def agencies(heading: str, rows: Sequence[str]) -> list[str]:
    """The agencies made responsible by a table of two columns parted by `|`."""
    at, made = 0, []
    for row in (heading, *rows):
        pieces = []
        for text in row.split("|"):
            pieces.append(Piece(text, Span(at, at + len(text))))
            at += len(text) + 1
        made.append(tuple(pieces))
    text = "\n".join(row.replace("|", "\t") for row in (heading, *rows)) + "\n"
    document = Document("a", "a.txt", "", "text/plain", "utf-8", text)
    fragment = Fragment("tabs", tuple(made), Span(0, at), "清单", annex="附件1")
    whole = mend(Outline(document, TitleBlock(), (), (), (), (fragment,)))
    return [str(f.values["agency_name"]) for f in table_rows(whole) if f.table == "responsibilities"]


@pytest.mark.parametrize("heading", ["部门", "单位", "成员单位", "部门名称", "责任单位"])
def test_agencies_beside_duties_are_responsible(heading: str) -> None:
    found = agencies(f"{heading}|主要职责", DUTIES)
    assert found == ["市教育局", "市公安局", "市民政局", "市税务局", "市统计局"]


def test_agencies_beside_sums_are_not() -> None:
    rows = ("市教育局|120", "市公安局|80", "市民政局|95", "市税务局|60")
    assert agencies("单位|金额", rows) == []


def test_units_that_are_no_agencies_are_not() -> None:
    rows = [duty.replace("市教育局", "甲公园").replace("市公安局", "乙酒楼") for duty in DUTIES]
    assert agencies("单位|主要职责", rows) == []
