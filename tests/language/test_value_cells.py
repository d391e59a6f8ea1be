"""Cells that are one value, and cells that are none."""

from __future__ import annotations

import pytest

from pipeline.language.value_cells import value_cell

# cell → value, value_max, unit, comparator, change
VALUES: dict[str, tuple[float, float | None, str, str | None, str | None]] = {
    "90%": (90, None, "%", None, None),
    "34.7％": (34.7, None, "%", None, None),
    ">70%": (70, None, "%", ">", None),
    "＞70%": (70, None, "%", ">", None),
    "≥4.5": (4.5, None, "", ">=", None),
    "0.82": (0.82, None, "", None, None),
    "500人次": (500, None, "人次", None, None),
    "不低于30张": (30, None, "张", ">=", None),
    "不得低于100张": (100, None, "张", ">=", None),
    "最高30万元": (30, None, "万元", "<=", None),
    "近100户": (100, None, "户", "~=", None),
    "大约100张": (100, None, "张", "~=", None),
    "30张以上": (30, None, "张", ">=", None),
    "5%以内": (5, None, "%", "<=", None),
    "45%以上（含）": (45, None, "%", ">=", None),
    "60%-70%": (60, 70, "%", None, None),
    "35-40": (35, 40, "", None, None),
    "下降15%": (15, None, "%", None, "-"),
    "下降率15%": (15, None, "%", None, "-"),
    "年均增长8%": (8, None, "%", None, "+"),
    "较2020年下降13.5%": (13.5, None, "%", None, "-"),
    "降低至5%以下": (5, None, "%", "<", None),
    "新增10": (10, None, "", None, "+"),
    "≤350元/平方米": (350, None, "元/平方米", "<=", None),
    "翻一番": (2, None, "倍", None, "+"),
    "1,500": (1500, None, "", None, None),
    "12\u202f000": (12000, None, "", None, None),
    "12\u00a0000": (12000, None, "", None, None),
    "10 000": (10000, None, "", None, None),
    "￥350,000.00": (350000, None, "元", None, None),
    "叁拾伍万元整": (35, None, "万元", None, None),
    "1亿3000万元": (13000, None, "万元", None, None),
    "1.2%0": (1.2, None, "‰", None, None),
    "-3%": (-3, None, "%", None, None),
    "60（含5个新建）": (60, None, "", None, None),
    "每周不少于42小时": (42, None, "小时", ">=", None),
    "每月2次以上": (2, None, "次", ">=", None),
    "原则上不低于300平方米": (300, None, "平方米", ">=", None),
    "一般不超过3公里": (3, None, "公里", "<=", None),
    "420标台": (420, None, "标台", None, None),
}
CUMULATIVE = {
    "[3000]": 3000,
    "〔14.5〕": 14.5,
    "【13.5】": 13.5,
    "(25)": 25,
    "＞[85]": 85,
    "[3000]张": 3000,
    "约（25）": 25,
}
NONE = ["15分钟内到场", "至少配备1名代办员", "至少设置1个活动室", "2公里范围", "—", "", "约束性", "三级", "一般", "5A", "第3名", "A级3个", "12月31日", "2025年", "（2025年）", "12月", "3/5", "持续提高",
        "[8]100", "[8] 100", "4500\n87.0", "4500 87.0", "12 34", "9" * 309, "1" * 5000,
        "原则上不低于300平方米，老年人口较少的社区降低至200平方米。"]  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_values(text: str) -> None:
    found = value_cell(text)
    assert (
        found and (found.value, found.value_max, found.unit, found.comparator, found.change) == VALUES[text]
    )
    assert not found.cumulative


@pytest.mark.parametrize("text", CUMULATIVE)
def test_values_of_several_years(text: str) -> None:
    found = value_cell(text)
    assert found and found.cumulative and found.value == CUMULATIVE[text]


@pytest.mark.parametrize("text", NONE, ids=lambda text: text[:12])
def test_no_values(text: str) -> None:
    assert value_cell(text) is None


def test_a_unit_of_no_table_is_said_to_be_unknown() -> None:
    known = {text: value_cell(text) for text in ("420标台", "420台", "3个/万人")}
    assert {text: found.known for text, found in known.items() if found} == {
        "420标台": False,
        "420台": True,
        "3个/万人": True,
    }
