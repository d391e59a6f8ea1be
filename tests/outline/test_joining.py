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
