"""Quantities: what is found, how it is compared, what lists share."""

from __future__ import annotations

import pytest
import regex

from pipeline import lexicons
from pipeline.language.quantities import quantities
from pipeline.language.units import units

# phrase → (value, value_max, unit, comparator) of every quantity in it
PHRASES: dict[str, list[tuple[float, float | None, str, str | None]]] = {
    "敬老院社会化运营率不低于60%": [(60, None, "%", ">=")],
    "养老服务床位数达到1.2万张": [(1.2, None, "万张", None)],
    "每千人口托位数不少于4.5个": [(4.5, None, "个", ">=")],
    "占总课时一半以上": [(50, None, "%", ">=")],
    "降至1%以下": [(1, None, "%", "<")],
    "5个工作日以内": [(5, None, "个工作日", "<=")],
    "七日内公示": [(7, None, "日", "<=")],
    "新增50个左右": [(50, None, "个", "~=")],
    "约1000万张": [(1000, None, "万张", "~=")],
    "超过一半": [(50, None, "%", ">")],
    "不足5000名": [(5000, None, "名", "<")],
    "≥4.5个": [(4.5, None, "个", ">=")],
    "最高给予100万元": [(100, None, "万元", "<=")],
    "不低于本年度项目总量的10%": [(10, None, "%", ">=")],
    "至少需达到15800张以上": [(15800, None, "张", ">=")],
    "平均100万元/个": [(100, None, "万元", "~=")],
    "控制在3个工作日内": [(3, None, "个工作日", "<=")],
    "控制在10%以下": [(10, None, "%", "<")],
    "达到35-40张": [(35, 40, "张", None)],
    "60%—70%": [(60, 70, "%", None)],
    "增加1-3个百分点": [(1, 3, "个百分点", None)],
    "分别控制在10%和4%以下": [(10, None, "%", "<"), (4, None, "%", "<")],
    "分别压缩至2.5、5个工作日以内": [(2.5, None, "个工作日", "<="), (5, None, "个工作日", "<=")],
    "至少有1个老年协会、1名养老助理和1支志愿队伍": [
        (1, None, "个", ">="),
        (1, None, "名", ">="),
        (1, None, "支", ">="),
    ],
    "至少配备1名养老助理，培育1支队伍": [(1, None, "名", ">="), (1, None, "支", None)],
    "5万元、10万元": [(5, None, "万元", None), (10, None, "万元", None)],
    "十五分钟": [(15, None, "分钟", None)],
    "百分之六十": [(60, None, "%", None)],
    "3万5千元": [(35000, None, "元", None)],
    "满意度：95%以上": [(95, None, "%", ">=")],
    "达25（含）—50家": [(25, 50, "家", None)],
    "不低于市场报价利率加60个基点": [(60, None, "个基点", ">=")],
    "每户业主只能购买1个车位": [(1, None, "个", "<=")],
    "最长贷款期限为30年": [(30, None, "年", "<=")],
    "最长的隧道全长30公里": [(30, None, "公里", None)],
    "不少于22万套（间）": [(22, None, "万套（间）", ">=")],
    "200个（含5个新建）": [(200, None, "个", None), (5, None, "个", None)],
    "纳税均达1.5万元人民币以上": [(1.5, None, "万元", ">=")],
    "一般为该企业最高负荷的5%": [(5, None, "%", None)],
    "最高可获得投资额的10%": [(10, None, "%", "<=")],
    "差值不小于申报量的50%": [(50, None, "%", ">=")],
    "PM2.5年平均浓度31.4ug/m3以下": [(31.4, None, "ug/m3", "<")],
    "组织1万家次企业参展": [(1, None, "万家次", None)],
    "1,500平方米": [(1500, None, "平方米", None)],
}
NOTHING = ["5G", "第120次常务会议", "三级", "一体化", "一次性", "3.0项目", "三部门", "由国三升级国四", "百日攻坚", "千家万户",
           "不低于1:3标准", "十五五", "每千人口", "〔2021〕7号"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PHRASES.items())
def test_phrases(text: str, expected: list[tuple[float, float | None, str, str | None]]) -> None:
    assert [(q.value, q.value_max, q.unit, q.comparator) for q in quantities(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_measured(text: str) -> None:
    assert quantities(text) == ()


def test_offsets_hold_the_words() -> None:
    text = "力争到2025年床位不少于1,500张，占比达60%以上。"
    for q in quantities(text):
        assert 0 <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
    assert [text[q.start : q.end] for q in quantities(text)][1:] == ["不少于1,500张", "60%以上"]


def test_scope_is_marked() -> None:
    (q,) = quantities("20千伏及以下")
    assert q.scope
    assert not quantities("20个以上")[0].scope


def test_units_are_named_once_and_have_a_dimension() -> None:
    assert len(units()) > 100
    for unit, dimension in units().items():
        assert dimension and not regex.search(r"\s", unit), unit


def test_every_unit_is_read() -> None:
    spelt = {row["unit"]: row["same as"] or row["unit"] for row in lexicons.records("measures")}
    unread = {unit for unit in units() if [q.unit for q in quantities(f"12{unit}")] != [spelt[unit]]}
    assert unread == set()
