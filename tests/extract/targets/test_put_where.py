"""Norms: how many there are to be for each so much, of what the heading names, where the clause says."""

from __future__ import annotations

import pytest

from pipeline.extract.targets import targets
from pipeline.model import Clause, Document, Mended, Outline, Passage, TitleBlock


def read(text: str, heading: str = "") -> list[tuple[object, object]]:
    """(indicator, value) of each target of a text under a heading."""
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    clauses = (Clause("一", None, 0, 1, "", heading, heading, passage.span(0, 1)),) if heading else ()
    block = TitleBlock(title="某市设施设置管理办法", written_date="2026-01-27")
    found = targets(Mended(Outline(document, block, (passage,), clauses, (), ()), ()))
    return [(fact.values["indicator"], fact.values["value"]) for fact in found]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        # What is put there stands in the heading, where in the clause.
        ("公共厕所的设置标准如下：", "旧城区按常住人口5000人左右设置1座。", [("旧城区公共厕所", 1)]),
        ("公共厕所的设置标准如下：", "一般住宅区，每平方公里设置3座。", [("住宅区公共厕所", 3)]),
        (
            "公共厕所的设置标准如下：",
            "每平方公里设置3座或10000人左右设置1座。",
            [("公共厕所", 3), ("公共厕所", 1)],
        ),
        (
            "垃圾桶设置要求",
            "主干道每公里设置20个；支路每公里设置10个。",
            [("主干道垃圾桶", 20), ("支路垃圾桶", 10)],
        ),
        # Without such a heading a place is not what is counted, and nothing else is said.
        ("", "新建小区每四幢房屋设置1个。", [(None, 1)]),
        # For each of what is no noun that is counted.
        ("", "泵站出水量应达到每小时50立方米左右。", [("泵站出水量", 50)]),
        ("", "居住区内每平方公里设置岗亭2座。", [("岗亭", 2)]),
    ],
)
def test_what_is_put_where(heading: str, text: str, expected: list[tuple[str | None, float]]) -> None:
    assert read(text, heading) == expected


@pytest.mark.parametrize(
    "text",
    [
        "人均年收入低于33600元（含33600元）的3人及以上家庭可以申请。",
        "人均收入低于2000元（不含2000元）的困难家庭每月补贴300元。",
        "屋顶绿化面积的30%可折算为地面绿地面积。",
        "各单位要重点把握好3方面。",
    ],
)
def test_what_is_no_norm(text: str) -> None:
    assert not read(text)


def test_a_measure_held_against_another_is_what_the_next_clause_is_of() -> None:
    assert read("用水总量不超过上级下达指标，其中2027年不超过8亿立方米。") == [("用水总量", 8)]
