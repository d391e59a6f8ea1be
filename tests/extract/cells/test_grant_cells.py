"""Columns of what somebody gets (补助标准) and of who may ask (补贴条件): cells between `|`, a caption above."""

from __future__ import annotations

import pytest
from filled import filled

from pipeline.extract.funding import funding
from pipeline.extract.targets import targets

COLUMNS = ("recipient", "comparator", "amount", "unit")


@pytest.mark.parametrize(
    ("heading", "cell", "grants"),
    [
        ("补助标准", "10万元/家", [("社区食堂", "=", 10, "万元")]),
        ("补贴金额", "不超过5000元", [("社区食堂", "<=", 5000, "元")]),
        ("奖励", "每个奖励5万元", [("社区食堂", "=", 5, "万元")]),
        ("补贴标准", "200元/月", [("社区食堂", "=", 200, "元/月")]),
        # What is asked of who gets it, and other amounts, are no grants.
        ("补贴对象", "投资500万元以上", []),
        ("补贴条件", "年营业收入达到500万元", []),
        ("投资规模", "500万元", []),
        ("收费标准", "20元/人", []),
    ],
)
def test_under_a_heading_of_gifts_an_amount_is_granted(
    heading: str, cell: str, grants: list[tuple[object, ...]]
) -> None:
    whole = filled((f"序号|项目|{heading}", f"1|社区食堂|{cell}", "2|托育园|—"), above="扶持政策表\n")
    assert [tuple(f.values[c] for c in COLUMNS) for f in funding(whole)] == grants


@pytest.mark.parametrize("heading", ["补贴条件", "申报条件", "补贴标准"])
def test_who_may_ask_and_what_is_given_sets_no_target(heading: str) -> None:
    rows = (f"序号|项目|{heading}", "1|社区食堂|建筑面积不少于200平方米，年服务5000人次以上", "2|托育园|—")
    assert not targets(filled(rows, above="扶持政策表\n"))
