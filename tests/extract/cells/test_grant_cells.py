"""Columns of what somebody gets (补助标准) and of who may ask (补贴条件): cells between `|`, a caption above."""

from __future__ import annotations

import pytest
from filled import filled

from pipeline import lexicons
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


DEALT = ("县（区）|资金（万元）", "东县|30", "西县|25", "合计|55")


def dealt(caption: str, rows: tuple[str, ...], above: str = "") -> list[tuple[object, ...]]:
    found = funding(filled(rows, above=f"{above}{caption}\n"))
    return [tuple(f.values[c] for c in ("recipient", "amount", "unit", "amount_kind")) for f in found]


@pytest.mark.parametrize("word", [word for word, kind in lexicons.rows("norms") if kind == "dealt"])
def test_a_table_that_deals_out_money_grants_it_row_by_row(word: str) -> None:
    given = [("东县", 30, "万元", "total"), ("西县", 25, "万元", "total")]
    assert dealt(f"2025年农业产业发展资金{word}表", DEALT) == given
    assert dealt(f"困难群众补助{word}表", DEALT) == given
    assert dealt(f"推荐名额{word}表", DEALT) == dealt("农业产业发展资金情况表", DEALT) == []


@pytest.mark.parametrize(
    ("rows", "given"),
    [
        # Only what is given now; the column that sums the others; nothing where none of these tells.
        (("县区|提前下达（万元）|本次下达（万元）", "东县|10|20", "西县|5|20", "合计|15|40"), [("东县", 20), ("西县", 20)]),
        (("县区|合计（万元）|中央（万元）|省级（万元）", "东县|30|20|10", "西县|25|20|5"), [("东县", 30), ("西县", 25)]),
        (("学校|学生数（人）|生均标准（元）|金额（元）", "东校|10|700|7000", "西校|20|700|14000"), [("东校", 7000), ("西校", 14000)]),
        (("县区|中央（万元）|省级（万元）", "东县|20|10", "西县|20|5"), []),
        (("县区|总投资（万元）|补助（万元）", "东县|20|10", "西县|20|5"), []),
        # Rows that do not come to the total count something twice.
        (("县区|资金（万元）", "东市|55", "其中：市本级|30", "西区|25", "合计|55"), []),
        (("县区|资金（万元）", "东市小计|55", "其中：市本级|30", "西区|25", "合计|55"), [("市本级", 30), ("西区", 25)]),
        (("县区|资金（万元）", "东市小计|55", "其中：市本级|30", "西区|25"), []),
        (("县区|名额（个）", "东县|3", "西县|2"), []),
    ],
)  # fmt: skip
def test_sums_and_other_columns_are_no_grants(rows: tuple[str, ...], given: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in dealt("农业产业发展资金分配表", rows)] == given


def test_of_a_sum_told_in_the_text_the_rows_are_parts() -> None:
    found = dealt(
        "农业产业发展资金分配表", DEALT, above="现下达你县农业产业发展资金55万元，用于补助项目单位。\n"
    )
    assert [row[3] for row in found] == ["total", "part", "part"]


def test_a_column_of_money_given_needs_no_caption() -> None:
    rows = (
        "行政村|改造任务（户）|补助资金（万元）|总投资（万元）",
        "前川村|120|24|90",
        "后川村|80|16|50",
        "合计|200|40|140",
    )
    assert [row[:2] for row in dealt("户厕改造任务安排表", rows)] == [("前川村", 24), ("后川村", 16)]


def test_what_each_gets_is_no_sum() -> None:
    rows = ("品目|档次名称|补贴额（元）", "深松机|耕幅2米深松机|1000", "拖拉机|95马力拖拉机|33200")
    assert dealt("机具补贴额一览表", rows) == [
        ("耕幅2米深松机", 1000, "元", "per"),
        ("95马力拖拉机", 33200, "元", "per"),
    ]


def test_the_name_of_the_row_gets_it_and_not_what_is_to_be_done() -> None:
    rows = (
        "项目名称|建设内容|安排资金（万元）",
        "食用菌大棚|新建大棚20座|180",
        "道路硬化|硬化道路6公里|260",
        "合计||440",
    )
    assert [row[:2] for row in dealt("衔接资金项目安排表", rows)] == [("食用菌大棚", 180), ("道路硬化", 260)]
