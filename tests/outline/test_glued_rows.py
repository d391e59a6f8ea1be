"""Tables that lost all blanks, each printed line one run of characters."""

from __future__ import annotations

import pytest

from pipeline.language.glued_headings import glued_headings
from pipeline.model import Document, Outline
from pipeline.outline import outline

HEAD = "临江市工作方案\n\n各县人民政府：\n到2027年底，新建驿站20座，改造公厕30座。\n附件1任务表\n"
TASKS = "序号任务名称主要内容责任单位完成时限\n1修路改造县道86公里，补植行道树1.2万株市交通局2026年底前\n2治水新建堤防42公里市水利局2027年6月底前\n3复绿治理矿山15处市林业局长期\n"
WRAPPED = "序号重点任务责任单位时限\n1新建驿站20座，改造市城管局、市住建2026年底前\n公厕30座。局\n2治水新建堤防42公里。市水利局2027年6月底前\n"
FIGURES = "乡镇在校生（人）补助（万元）\n东镇98940\n西镇1093110\n合计2082150\n"
STANDARDS = "类别补助对象发放方式现行标准调整后标准计发单位\n低保城市家庭社会化760800元/人·月\n农村家庭社会化620670元/人·月\n孤儿机构养育转账18802000元/人·月\n供养集中供养转账10601120元/人·月\n"
AFTER = "一、组织领导\n各县人民政府要于2027年底前完成任务。\n"


def outlined(body: str) -> Outline:
    return outline(Document("n", "n.txt", "", "text/plain", "utf-8", HEAD + body + AFTER))


@pytest.mark.parametrize("body", [TASKS, WRAPPED, FIGURES, STANDARDS])
def test_they_are_a_table_that_is_not_read(body: str) -> None:
    made = outlined(body)
    assert [f.is_unread for f in made.fragments] == [True]
    said = [p.text for p in made.passages]
    assert not any(line in "".join(said) for line in body.splitlines())
    assert "各县人民政府要于2027年底前完成任务。" in said


@pytest.mark.parametrize(
    "body",
    [
        "重点任务责任单位\n1.新建养老床位300张\n2.改造公厕30座\n3.修缮步道5公里\n",
        "项目单位和代建单位\n要在2026年底前完成投资3亿元，\n其中2026年6月底前完成1亿元，\n其余于2027年完成。\n",
        "建设项目资金任务\n新建养老床位300张\n改造公厕30座\n修缮步道5公里\n",
    ],
    ids=["numbered points", "a line of a sentence", "a title over a list"],
)
def test_a_line_of_words_is_no_line_of_headings(body: str) -> None:
    assert not any(f.is_unread for f in outlined(body).fragments)


def test_which_lines_are_headings() -> None:
    assert glued_headings("序号县（区）危桥改造（座）计划投资（万元）")
    assert glued_headings("类别指标名称单位2025年基数2026年2027年属性")
    assert not glued_headings("2026年重点项目投资计划表")
    assert not glued_headings("落实结余资金留归项目承担单位使用")
