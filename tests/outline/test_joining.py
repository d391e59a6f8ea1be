"""Which line goes on with the one above it: labels of duties are those of language/labels."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline


@pytest.mark.parametrize("label", ["督办单位", "局内协办科室", "第一责任单位", "会办部门", "办理时限"])
def test_every_label_of_a_duty_goes_on_with_the_line_below_it(label: str) -> None:
    text = f"某市人民政府关于加强某项工作的通知\n\n各单位：\n\n一、夯实基础\n\n{label}：\n\n市水务局、市林业局\n\n二、强化保障\n"
    found = [p.text for p in outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages]
    assert f"{label}：市水务局、市林业局" in found


@pytest.mark.parametrize(
    "said", ["新增盆景900万盆，花坛5处", "每人补助360元、600元和720元", "开展2次、培训150人、考核1次"]
)
def test_who_signs_stands_apart_from_a_sentence_that_lost_its_stop(said: str) -> None:
    """花坛5处|清溪市人民政府 became one line, and the targets of it were those of who signs."""
    text = f"清溪市2026年绿化方案\n\n{said}\n\n清溪市人民政府\n2026年3月1日\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert [p.text for p in whole.passages if p.role == "body"] == [said]
    assert whole.title_block.issuers and whole.title_block.issuers[0].name == "清溪市人民政府"


def test_a_body_below_words_that_ask_for_one_goes_on_with_them() -> None:
    text = "清溪市2026年绿化方案\n\n这项工作，由市林业局会同\n\n市财政局\n\n负责，每年检查2次。\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert any("会同市财政局" in p.text for p in whole.passages)
