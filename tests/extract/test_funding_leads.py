"""Amounts under a lead that says what is given: a heading, or a sentence that ends in a colon."""

from __future__ import annotations

import pytest

from pipeline.extract.funding import funding
from pipeline.extract.funding.leads import opens_amounts
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock
from pipeline.outline import outline as read
from pipeline.tables import mend


def facts(*paragraphs: str) -> list[dict[str, object]]:
    text = "\n".join(paragraphs)
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passages, at = [], 0
    for words in paragraphs:
        passages.append(Passage(words, tuple(range(at, at + len(words)))))
        at += len(words) + 1
    outline = Outline(document, TitleBlock(), tuple(passages), (), (), ())
    return [fact.values for fact in funding(Mended(outline, ()))]


def amounts(*paragraphs: str) -> list[object]:
    return [fact["amount"] for fact in facts(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("补贴标准如下：", True),
        ("（三）奖励标准", True),
        ("生活补贴按以下标准发放：", True),
        ("收费标准如下：", False),
        ("落实补贴政策。", False),
    ],
)
def test_a_lead_names_a_gift_and_its_rate(text: str, opens: bool) -> None:
    assert opens_amounts(text) is opens


def test_what_stands_under_a_lead_is_granted() -> None:
    assert amounts("补贴标准如下：", "1.本科生每人每月500元；", "2.硕士研究生每人每月800元。") == [500, 800]
    assert amounts("（三）奖励标准", "市级示范社每个5万元，省级示范社每个10万元。") == [5, 10]


def test_a_lead_ends_with_its_list() -> None:
    assert amounts("补贴标准如下：", "1.本科生每人每月500元。", "体检费用每人每次300元。") == [500]


def test_what_stands_under_no_such_lead_is_not() -> None:
    assert amounts("收费标准如下：", "1.成人每人每次50元；", "2.儿童每人每次20元。") == []


PARTS = ("1、县实验小学20万元；", "2、银杏中学（含附属小学）15.5万元；", "3、县青山学区4.5万元；")


@pytest.mark.parametrize("last", [(), ("合计40万元。",), ("合计：40万元",)])
def test_points_that_come_to_the_sum_above_are_its_parts(last: tuple[str, ...]) -> None:
    found = facts("现将补助资金40万元分解如下：", *PARTS, *last)
    assert [(fact["amount"], fact["amount_kind"]) for fact in found] == [
        (40, "total"),
        (20, "part"),
        (15.5, "part"),
        (4.5, "part"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # They do not come to it; one point is none; a sum for each; another text.
        ("现将补助资金41万元分解如下：", *PARTS),
        ("现将补助资金20万元下达如下：", PARTS[0]),
        ("奖励40万元/家，条件如下：", *PARTS),
        ("下达补助资金40万元。", *PARTS),
    ],
)
def test_what_breaks_no_sum_down(lines: tuple[str, ...]) -> None:
    assert "part" not in [fact["amount_kind"] for fact in facts(*lines)]


def test_a_part_tells_whom_it_is_for() -> None:
    text = (
        "关于下达资金的通知\n各学校：\n现将补助资金40万元分解如下：\n"
        + "\n".join(PARTS)
        + "\n县教育局\n2024年3月1日\n"
    )
    mended = mend(read(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    recipients = [fact.values["recipient"] for fact in funding(mended)]
    assert recipients == [None, "县实验小学", "银杏中学（含附属小学）", "县青山学区"]


@pytest.mark.parametrize(
    ("above", "told", "granted"),
    [
        ("高龄津贴", "80—89周岁老年人每人每月50元，90周岁以上每人每月100元。", [50, 100]),
        ("特困供养标准", "全自理每人每月850元，半护理每人每月1200元。", [850, 1200]),
        # What is charged, what a work costs, and an amount of the whole is none of each.
        ("收费标准", "幼儿每人每月50元。", []),
        ("场馆建设", "每人每次5元。", []),
        ("高龄津贴", "预算500万元。", []),
    ],
)
def test_under_the_name_of_a_gift_stands_what_each_gets(above: str, told: str, granted: list[float]) -> None:
    """高龄津贴。80周岁以上每人每月50元, as a point, before a colon, and in the cell of a row of that name, was read nowhere."""
    point = f"某县工作方案\n\n各单位：\n\n一、保障内容\n（一）{above}。{told}\n（二）其他工作。加强管理。\n"
    table = f"某县工作方案\n\n各单位：\n\n附件\n\n任务表\n\n| 项目 | 目标任务 | 单位 |\n|---|---|---|\n| {above} | {told} | 县民政局 |\n"
    for text in (point, point.replace(f"{above}。", f"{above}："), table):
        whole = mend(read(Document("n", "n.md", "0" * 64, "text/markdown", "utf-8", text)))
        assert [fact.values["amount"] for fact in funding(whole)] == granted, text
