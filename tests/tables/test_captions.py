"""A caption whose table is not there is an issue; one whose table is, or a mention in a sentence, is none."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend

HEAD = "某市人民政府关于印发发展规划的通知\n各县：\n现印发给你们，请认真贯彻执行。\n"
TABLE = "镇街\t甲\t乙\n东镇\t1\t2\n西镇\t3\t4\n"


def issues(body: str) -> list[str]:
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + body, layout="paragraphs")
    return [issue.kind for issue in mend(outline(document)).issues]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("表1 “十四五”发展主要指标\n三、主要任务。\n各地要抓好落实。\n", ["lost_table"]),
        ("表1\n全市十四五发展主要指标\n三、主要任务。\n各地要抓好落实。\n", ["lost_table"]),
        (f"表1 任务分解表\n{TABLE}三、主要任务。\n", []),
        ("各项指标见表1。\n表1所示指标应当按期完成。\n三、主要任务。\n", []),
    ],
    ids=["caption alone", "caption on two lines", "table below", "mentions"],
)
def test_captions(body: str, kinds: list[str]) -> None:
    assert issues(body) == kinds
