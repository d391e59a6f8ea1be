"""A unit that no table holds is published as printed, and named once."""

from __future__ import annotations

from pipeline.extract.targets import targets
from pipeline.extract.unknown import units_of_no_table
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock


def mended(text: str) -> Mended:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title="某区工作方案", written_date="2022-05-27")
    return Mended(Outline(document, block, (passage,), (), (), ()), ())


def test_an_unknown_unit_is_named_once_where_it_first_stands() -> None:
    notice = mended("鲜切花产量达到4亿枝，鲜切花销量达到5亿枝，床位达到300张。")
    issues = list(units_of_no_table(notice, targets(notice)))
    assert [(i.kind, i.message.fields) for i in issues] == [("unknown_unit", (("unit", "亿枝"),))]
    assert issues[0].span is not None and issues[0].span.start == 7


def test_a_unit_of_a_number_that_is_no_target_is_not_named() -> None:
    notice = mended("截至2021年底，鲜切花产量4亿枝。")
    assert list(units_of_no_table(notice, targets(notice))) == []
