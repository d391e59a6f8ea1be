"""Looks back and conditions, told by headings, and how far a heading holds."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.language.sections import heading_days, sections, to_rank
from pipeline.language.times import Calendar
from pipeline.model import Passage

_CALENDAR = Calendar(year=2026, written=date(2026, 1, 1))


def test_a_heading_holds_until_the_next_of_its_rank() -> None:
    texts = (
        "一、2024年工作回顾",
        "经济稳定增长，总量增长5.3%。",
        "（一）项目建设。建成项目260个。",
        "二、2025年目标任务",
        "（一）扩大需求。新增项目300个。",
    )
    passages = [Passage(text, tuple(range(len(text)))) for text in texts]
    assert list(sections(passages)) == ["review", "review", "review", "aims", "aims"]


def test_another_annex_begins_anew() -> None:
    passages = [Passage("申报条件", (0, 1, 2, 3)), Passage("年收入增长10%。", tuple(range(9)), annex="附件1")]
    assert list(sections(passages)) == ["conditions", None]


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("二、今年重点工作", 2026),
        ("（三）本年度安排", 2026),
        ("四、明年打算", 2027),
        ("一、今年以来工作回顾", None),
        ("二、2028年目标", 2028),
        ("三、往年做法", None),
        ("二、二〇二七年主要任务", 2027),
        ("三、2026—2028年重点任务", 2028),
        ("一、2021—2025年工作回顾", None),
        ("2.2026—2028年新建3个", None),
    ],
)
def test_the_year_over_a_section(heading: str, year: int | None) -> None:
    texts = (Passage(heading, (0,)), Passage("新建公园3个。", (0,)))
    due = (date(year, 12, 31), "year") if year else None
    assert list(heading_days(texts, _CALENDAR)) == [due, due]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("（二）集中攻坚阶段（2026年3月—4月）", date(2026, 4, 30)),
        ("（三）巩固提升阶段（2027年1月—12月）", date(2027, 12, 31)),
        ("2.全面整治（5月至9月）", date(2026, 9, 30)),
        ("（一）部署阶段（2026年3月15日前）", date(2026, 3, 15)),
        ("（一）清淤工程（东段2026年3月—4月）", None),
        ("（一）工作回顾（2025年1月—12月）", None),
        ("（四）其他（含3个项目）", None),
        ("（一）改造厕所（2026年10月底前完成）", date(2026, 10, 31)),
        ("（一）改造厕所（责任单位：市农业局；完成时限：2026年10月）", date(2026, 10, 31)),
        ("2.校舍加固（市教育局牵头，8月底前完成）", date(2026, 8, 31)),
        ("（三）2026年10月底前完成厕所改造", date(2026, 10, 31)),
        ("（三）完成厕所改造，2026年10月底前见效", date(2026, 10, 31)),
        ("（三）2026年10月底前完成厕所改造120座", None),
        ("1.4月20日前报送方案。逐级汇总。", None),
        ("（五）执行新标准（2026年5月起）", None),
        ("（一）宣传发动（3月）", date(2026, 3, 31)),
        ("（三）总结阶段（第四季度）", date(2026, 12, 31)),
        ("（三）第三阶段：2026年10月底前", date(2026, 10, 31)),
        ("（二）实施阶段：3月1日至6月20日。", date(2026, 6, 20)),
        ("（二）实施阶段：3月1日至6月20日，开展自查。", None),
        ("一、上半年重点工作", date(2026, 6, 30)),
        ("二、2026年第三季度安排", date(2026, 9, 30)),
        ("一、上半年工作情况", None),
    ],
)
def test_the_stage_a_heading_names(heading: str, day: date | None) -> None:
    texts = (Passage(heading, (0,)), Passage("新建公园3个。", (0,)))
    assert [said and said[0] for said in heading_days(texts, _CALENDAR)] == [day, day]


def test_a_short_heading_has_the_rank_of_its_number() -> None:
    texts = (
        "（一）第一阶段（4月至5月）",
        "新建公园3个。",
        "（二）第二阶段",
        "新建公园2个。",
        "1.准备",
        "新建公园1个。",
    )
    passages = [Passage(text, (0,)) for text in texts]
    found = [said and said[0] for said in heading_days(passages, _CALENDAR)]
    assert found == [date(2026, 5, 31)] * 2 + [None] * 4
    assert to_rank("（二）第二阶段") == to_rank("（二）加快第二阶段建设，确保按期完成。")
