"""Amounts under a lead that says what is given: a heading, or a sentence that ends in a colon."""

from __future__ import annotations

import pytest

from pipeline.extract.funding import funding
from pipeline.extract.funding.leads import opens_amounts
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock


def amounts(*paragraphs: str) -> list[float]:
    text = "\n".join(paragraphs)
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passages, at = [], 0
    for words in paragraphs:
        passages.append(Passage(words, tuple(range(at, at + len(words)))))
        at += len(words) + 1
    outline = Outline(document, TitleBlock(), tuple(passages), (), (), ())
    return [fact.values["amount"] for fact in funding(Mended(outline, ()))]


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
