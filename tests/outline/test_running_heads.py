"""What is said again beside the number of each page is no word of the sentence it stands in."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline

_BODY = (
    "各单位要认真组织开展隐患排查，建立台账，逐项整改，确保汛期安全，严格落实值班值守和信息报送制度，明确责任单位和整改时限。"
    * 16
)


def _bodies(head: str, behind_number: bool) -> list[str]:
    lines = [_BODY[at : at + 34] for at in range(0, len(_BODY), 34)]
    pages = []
    for number, at in enumerate(range(0, len(lines), 8), 1):
        page = [f"- {number} -", head] if behind_number else [head, f"- {number} -"]
        pages += [*lines[at : at + 8], *(page if at + 8 < len(lines) else [])]
    text = "\n".join(
        [
            "某市2026年防汛工作方案",
            "某政办发〔2026〕12号",
            "各区人民政府：",
            *pages,
            "某市人民政府",
            "2026年3月1日",
        ]
    )
    passages = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages
    return [passage.text for passage in passages if passage.role == "body"]


@pytest.mark.parametrize("behind_number", [True, False])
@pytest.mark.parametrize(
    "head",
    [
        "某政办发〔2026〕12号",
        "2026年第3期（总第120期）",
        "某市2026年防汛工作方案（征求意见稿）",
        "附件1：防汛工作方案",
        "2026-03-01",
        "防汛工作方案",
    ],
)
def test_a_head_of_pages_is_no_word_of_a_sentence(head: str, behind_number: bool) -> None:
    assert _bodies(head, behind_number) == [_BODY]


def _wrapped(*pages: str) -> list[str]:
    """Bodies of a notice whose pages, each ended by its number, say again its first line."""
    head = "索引号：000014349/2018-00228"
    page = f"\n- 1 -\n{head}\n"
    text = f"{head}\n某市2026年防汛工作方案\n某政办发〔2026〕12号\n各区人民政府：\n{page.join(pages)}\n某市人民政府\n2026年3月1日"
    passages = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages
    return [passage.text for passage in passages if passage.role == "body"]


def test_of_two_pages_the_first_says_the_head_in_its_title_block() -> None:
    whole = _BODY[:60]
    assert _wrapped(f"　　现将有关事项通知如下。\n　　{whole[:34]}", whole[34:])[-1] == whole


def test_a_head_of_most_pages_is_none_of_the_notice_where_sentences_end_there_too() -> None:
    pages = [f"（{number}）{_BODY[:60]}" for number in "一二三四"]
    assert "".join(_wrapped(*pages)) == "".join(pages)


@pytest.mark.parametrize("duty", ["（牵头单位：市水务局）", "责任单位：市应急管理局"])
def test_who_must_do_it_is_no_head_of_pages(duty: str) -> None:
    """A duty may end several pages, the sentence above it without its stop."""
    assert any(duty in text for text in _bodies(duty, False))


def test_the_words_a_letter_and_its_paper_both_begin_with_are_no_head() -> None:
    begins = "为深入贯彻《营商环境条例》，落实《关于印发政务环境、公平公\n"
    rest = "正法治环境方案的通知》要求，结合实际，制定本方案，现印发你们。\n"
    text = f"关于印发工作方案的通知\n各处室：\n{begins}{rest}临江市发展改革委\n2023年3月30日\n临江市发展改革委2023年营商环境建设实施方案\n{begins}\n# Page 2:\n{rest}"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert sum("为深入贯彻《营商环境条例》" in p.text for p in made.passages if p.role != "furniture") == 2


def _parted(again: str) -> list[str]:
    """Bodies of a notice whose paragraphs, parted by empty lines, are cut once in a word."""
    text = (
        "某市水务局关于印发某市节水工作方案的通知\n\n各区水务局：\n\n"
        "现将《某市节水工作方案》印发给你们，请遵照执行。\n\n一、工作目标\n\n"
        "到2027年底，全市公共供水管网漏损率控制在9%以内，农业灌溉水有\n效利用系数达到0.6，节水型企业达到40家，再生水利用率达到2\n\n"
        f"{again}\n\n5%以上，节水器具普及率达到100%。\n\n二、重点任务\n\n改造管网30公里。\n\n某市水务局\n\n2026年3月1日\n"
    )
    passages = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages
    return [passage.text for passage in passages if passage.role == "body" and "漏损率" in passage.text]


def test_the_title_once_more_inside_a_sentence_is_no_word_of_it() -> None:
    whole = (
        "到2027年底，全市公共供水管网漏损率控制在9%以内，农业灌溉水有效利用系数达到0.6，"
        "节水型企业达到40家，再生水利用率达到25%以上，节水器具普及率达到100%。"
    )
    assert _parted("某市水务局关于印发某市节水工作方案的通知") == [whole]
