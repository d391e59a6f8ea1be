"""A year that says when something is done is due; one that names a report, a plan or those who are meant is not."""

from __future__ import annotations

import pytest

from pipeline.publish.derived import mark_repeats
from pipeline.publish.views.when import is_when

WHEN = (
    ("年内", "年内力争建成并投入运营"),
    ("2024年", "2024年，县级托育服务中心基本建成"),
    ("三季度", "（二）三季度全面开工"),
    ("今年四季度", "力争今年四季度实现供水"),
    ("2027年", "争取2027年新增冷链车辆60辆"),
    ("全年", "全年培训乡村医生300人次"),
    ("年内", "市级龙头企业年内仅可申报一次"),
    ("全年", "力争全年“小巨人”企业贷款增长两成"),
)
WHICH = (
    ("2024年", "对2024年新投产的冷库给予补助"),
    ("2023年", "组织开展2023年农机下乡活动"),
    ("2025年", "按照2025年《政府工作报告》确定的任务"),
    ("2025年", "2025年《高标准农田建设方案》已经县政府同意"),
    ("全年", "确保全年目标任务顺利完成"),
    ("2022年", "制定2022年、2023年重大项目清单"),
    ("今年", "把养老服务列为今年工作重点"),
    ("2026年", "纳入2026年省级水利项目库"),
    ("2023年", "2023年实施的水利项目"),
    ("2024年", "2024年建成的服务站要按时验收"),
    ("2025年", "2025年招收的学生享受补助"),
    ("2024年", "刚刚过去的2024年，全县经济稳中有进"),
    ("2026年", "面对充满挑战的2026年，各部门要凝心聚力"),
)


@pytest.mark.parametrize(("time", "clause"), WHEN)
def test_when_something_is_done(time: str, clause: str) -> None:
    assert is_when({"kind": "during", "text": time, "quote": clause})


@pytest.mark.parametrize(("time", "clause"), WHICH)
def test_which_is_meant(time: str, clause: str) -> None:
    assert not is_when({"kind": "during", "text": time, "quote": clause})


@pytest.mark.parametrize(("time", "clause"), WHICH)
def test_a_day_to_be_done_by_is_always_when(time: str, clause: str) -> None:
    assert is_when({"kind": "by", "text": time, "quote": clause})


def test_the_time_of_a_sum_said_again_is_said_again() -> None:
    text = "2026年度，投入资金35万元。2026年度，投入资金35万元。"
    half = len(text) // 2
    grants: list[dict[str, object]] = [
        {"fact_id": f"g{n}", "clause_id": str(n), "amount": 35.0, "unit": "万元", "amount_kind": "total"}
        | {"char_start": half * n + 7, "char_end": half * n + 13}
        for n in range(2)
    ]
    times: list[dict[str, object]] = [
        {"fact_id": f"t{n}", "clause_id": str(n), "text": "2026年度", "kind": "during"}
        | {"char_start": half * n, "char_end": half * n + 13}
        for n in range(2)
    ]
    facts = {"targets": [], "tasks": [], "responsibilities": [], "funding": grants, "deadlines": times}
    mark_repeats(facts, text, {"0": "资金预算", "1": "经费保障"})
    assert [row.get("repeats") for row in (*grants, *times)] == [None, "g0", None, "t0"]
