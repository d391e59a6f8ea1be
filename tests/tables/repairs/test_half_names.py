"""A name that stands alone in a row may be half of the one beside it."""

from __future__ import annotations

import pytest

from pipeline.model import Fragment, Piece, Span
from pipeline.tables import Whole, mend_fragment

HEADS = "镇街|床位|公厕|食堂"
ROWS = ["东河镇|3|2|1", "西河镇|4|2|1", "南河街道|5|6|12", "高坪镇|5|1|2"]
VILLAGES = ["村|户数|水井", "东河村|3|2", "西河村|4|2", "南湾社区|5|6", "北湾社区|5|1"]


def mended(*rows: str) -> Whole:
    pieces, at = [], 0
    for row in rows:
        cells = []
        for text in row.split("|"):
            cells.append(Piece(text, Span(at, at + len(text))))
            at += len(text) + 1
        pieces.append(tuple(cells))
    return mend_fragment(Fragment("tabs", tuple(pieces), Span(0, at)))


def names(whole: Whole) -> list[str]:
    assert whole.table is not None
    return [row[0].text if row[0] else "" for row in whole.table.grid()]


def doubted(whole: Whole) -> set[str]:
    """The first cells of the rows in doubt."""
    assert whole.table is not None
    return {cell.text for cell in whole.table.cells if cell.col == 0 and cell.doubt}


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (["东|||", "沙街道|4|6|2"], "东沙街道"),
        (["东沙街|4|6|2", "道|||"], "东沙街道"),  # and not 道北镇
        (["高坪坝|4|6|2", "镇|||"], "高坪坝镇"),
        (["永安|||", "镇|4|6|2"], "永安镇"),
    ],
)
def test_halves_that_are_no_names_by_themselves(rows: list[str], name: str) -> None:
    whole = mended(HEADS, *ROWS, *rows, "北镇|1|1|1")
    assert names(whole)[-2:] == [name, "北镇"]
    assert not doubted(whole)


@pytest.mark.parametrize("group", ["城区", "市区", "山区"])
def test_a_word_above_a_whole_name_makes_no_longer_name(group: str) -> None:
    """城区北河镇 is printed nowhere."""
    whole = mended(HEADS, *ROWS, f"{group}|||", "北河镇|4|6|2", "北镇|1|1|1")
    assert names(whole)[-3:] == [group, "北河镇", "北镇"]
    assert not doubted(whole)


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ([HEADS, *ROWS, "市区|||", "沙镇|4|6|2"], "沙镇"),
        ([*VILLAGES, "石||", "沟坪村|4|6"], "沟坪村"),
        ([*VILLAGES, "东港社|4|1", "区||", "山根村|1|2"], "东港社"),
    ],
)
def test_what_may_be_half_a_name_is_in_doubt_and_said(table: list[str], name: str) -> None:
    whole = mended(*table)
    assert doubted(whole) == {name}
    assert [issue.kind for issue in whole.issues] == ["ambiguous_row"]
    assert name in str(whole.issues[0].message)


def test_a_table_with_half_a_name_is_not_proved() -> None:
    whole = mended(HEADS, *ROWS, "市区|||", "沙镇|4|6|2", "合计|21|17|18")
    assert whole.table is not None
    assert whole.table.status != "certified"


def test_a_whole_name_without_figures_doubts_nothing() -> None:
    whole = mended(HEADS, *ROWS, "永安镇|||", "北河镇|4|6|2", "合计|21|17|18")
    assert whole.table is not None
    assert (whole.table.status, doubted(whole)) == ("certified", set())
