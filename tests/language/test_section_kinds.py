"""What headings and titles say of what stands under them."""

from __future__ import annotations

import pytest

from pipeline.language.section_kinds import heading_to_section


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("一、2024年工作回顾", "review"),
        ("（一）现有基础", "review"),
        ("发展现状", "review"),
        ("二、面临形势", "review"),
        ("（一）主要成效", "review"),
        ("一、形势分析", "review"),
        ("一、工作背景", "review"),
        ("一、生物多样性保护现状", "review"),
        ("（一）摸清现状", None),
        ("一、水利发展概况", "review"),
        ("二、有关要求", "plans"),
        ("六、强化宣传教育，夯实知识产权发展基础", None),
        ("一、起草背景", None),
        ("第六条 申请资助应当符合以下基本条件", "conditions"),
        ("（二）申报条件", "conditions"),
        ("三、适用范围及时间", "conditions"),
        ("二、扩大补贴范围", None),
        ("第九条 长者饭堂的场地应当具备以下条件", None),
        ("四、改善办学条件", None),
        ("一、主要目标", "aims"),
        ("（三）约束性指标", "aims"),
        ("一、编制背景", "review"),
        ("一、前三季度情况", "review"),
        ("一、1—9月工作情况", "review"),
        ("四季度工作安排", "plans"),
        ("一、上半年工作总结", "review"),
        ("一、2025年工作总结", "review"),
        ("（三）做好年度工作总结", None),
        ("一、基本情况", "facts"),
        ("一、房源情况", "facts"),
        ("其他情况", None),
        ("二、诊断标准", "conditions"),
        ("统一准入标准", "conditions"),
        ("第六条（申请条件）", "conditions"),
        ("（三）奖补条件", "conditions"),
        ("三、改善居住条件", None),
        ("（二）启动条件", "conditions"),
        ("（二）发展目标", "aims"),
        ("一、目标和任务", "aims"),
        ("一、主要做法", "review"),
        ("（二）已开展的工作", "review"),
        ("三、存在的困难和不足", "review"),
        ("案例一", "review"),
        ("（三）推广经验做法", None),
        ("第五条 申请奖补的项目须同时满足：", "conditions"),
        ("家庭农场名录录入条件为：", "conditions"),
        ("二、评选标准（100分）", "conditions"),
        ("三、任职条件", "conditions"),
        ("3.申请补贴需要符合哪些条件？", "conditions"),
        ("组建评委会应符合下列条件：", None),
        ("三、完善评选标准", None),
        ("一、制定的必要性", "review"),
        ("三、主要依据", "review"),
        ("四、征求意见情况", "review"),
        ("制定的必要性论证不少于3次", None),
        ("附录 名词解释", "terms"),
        ("二、需水预测", "forecast"),
        ("（二）加强监测预测", None),
        ("四、效益分析", None),  # of a plan: what it is to bring
        ("三、下半年工作建议", "plans"),
        ("一、总体目标科学研判人口发展形势和变动趋势，坚持问题导向", None),
    ],
)
def test_headings(heading: str, section: str | None) -> None:
    assert heading_to_section(heading) == section
