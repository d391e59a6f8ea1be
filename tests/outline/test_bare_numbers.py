"""Numbers of pages that stand alone inside sentences, beside a running head."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline

TITLE = "某市人民政府办公室关于印发某市供水突发事件应急预案的通知"
HALVES = (
    "到2027年，全市供水企业应急抢险队伍达到十二支，应急水源备用率达到百",
    "分之九十以上，应急送水车辆不少于二十辆。",
)
FILLER = "各区县要落实属地责任，健全工作机制。\n" * 9


def said(text: str) -> list[str]:
    made = outline(Document("n", "n.txt", "", "text/plain", "utf-8", text))
    return [p.text for p in made.passages if p.role == "body"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"1\n{TITLE}", ""),
        (f"3\n{TITLE[:18]}", ""),
        ("12\n某市人民政府公报", "13\n某市人民政府公报"),
        ("供水应急预案汇编\n7", "供水应急预案汇编\n8"),
        ("2\n某市人民政府办公室", "3\n某市人民政府办公室"),
    ],
)
def test_they_and_their_heads_are_no_words_of_a_sentence(first: str, second: str) -> None:
    def broken(between: str) -> str:
        return "\n".join(filter(None, (HALVES[0], between, HALVES[1])))

    text = f"{TITLE}\n\n各区县人民政府：\n{FILLER}{broken(first)}\n{FILLER}{broken(second)}\n{FILLER}"
    assert said(text).count("".join(HALVES)) == 2


def test_those_of_rows_stay() -> None:
    rows = "".join(f"{n}\n重点任务\n新建改造城乡供水管网和加压泵站并完成智能化改造{n}处\n" for n in (1, 2, 3))
    assert said(f"{TITLE}\n\n各区县人民政府：\n{FILLER}{rows}").count("重点任务") == 3
