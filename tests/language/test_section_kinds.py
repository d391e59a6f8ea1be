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
        ("一、总体目标科学研判人口发展形势和变动趋势，坚持问题导向", None),
    ],
)
def test_headings(heading: str, section: str | None) -> None:
    assert heading_to_section(heading) == section
