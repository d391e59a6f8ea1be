"""A table of contents is no text of the notice: its points are none, and the points below keep their numbers."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline, split
from pipeline.outline.contents import mark_contents
from pipeline.outline.lines import text_to_lines

BODY = """第一章 总则
第一条 为加强管护，制定本办法。
第二章 职责
第二条 甲局负责巡查。
第三章 附则
第三条 本办法自2024年1月1日起施行。
"""
TABLES = {
    "plain": "目 录\n第一章 总则\n第二章 职责\n第三章 附则\n" + BODY,
    "with pages": "目　录\n第一章　总则……………1\n第二章　职责 ........ 2\n第三章 附则（12）\n" + BODY,
    "with a heading reworded": "目次\n第一章 总则\n第二章 职责\n第三章 附则\n"
    + BODY.replace("第一章 总则", "第一章 总体要求"),
    "among other words": "甲市河湖管护办法\n目录\n\n第一章 总则\n\n第二章 职责\n\n第三章 附则\n\n" + BODY,
}
RUN_TOGETHER = (
    ("（三）切实维护社区食堂安全稳定", "实施"),
    ("第三章 加强对基层养老服务的组织领导", "附则"),
    ("3.建立健全县乡村三级联动工作机制", "组织实施"),
)
NONE = {
    "a list of goods": "目录\n1. 甲药\n2. 乙药\n3. 丙药\n以上药品纳入管理。\n",
    "a heading alone": "目录\n",
    "one line again": "目录\n甲类事项\n乙类事项\n丙类事项\n甲类事项由甲局办理。\n",
}


def _aside(text: str) -> list[str]:
    lines = mark_contents(text_to_lines(text, markdown=False))
    return [line.squeezed for line in lines if line.furniture == "contents"]


@pytest.mark.parametrize("kind", TABLES)
def test_set_aside(kind: str) -> None:
    aside = _aside(TABLES[kind])
    assert len(aside) == 4
    assert aside[-1].startswith("第三章附则")


@pytest.mark.parametrize("kind", NONE)
def test_not_set_aside(kind: str) -> None:
    assert _aside(NONE[kind]) == []


def test_points_are_counted_once() -> None:
    text = "甲市河湖管护办法\n\n" + TABLES["plain"]
    clauses = outline(Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text)).clauses
    assert [c.number for c in clauses] == ["第一章", "第一条", "第二章", "第二条", "第三章", "第三条"]
    assert not any("~" in c.clause_id for c in clauses)


@pytest.mark.parametrize(("entry", "next_entry"), RUN_TOGETHER)
def test_two_entries_that_run_into_one(entry: str, next_entry: str) -> None:
    number = entry[:3] if entry[0] in "（第" else entry[:2]
    others = [
        entry.replace(number, number.replace("三", n).replace("3", d)) for n, d in (("一", "1"), ("二", "2"))
    ]
    body = "".join(f"{line}。各地要抓好落实。\n" for line in (*others, entry))
    aside = _aside("目 录\n" + "\n".join([*others, entry + next_entry]) + "\n" + body)
    assert aside[-1].endswith(next_entry) and len(aside) == 4


@pytest.mark.parametrize("head", ["目　录", "目  次"])
@pytest.mark.parametrize("led", ["………………（1）", "...........1", "··········1"])
def test_the_contents_of_a_collection_are_no_lines_of_its_first_title(head: str, led: str) -> None:
    first, second = "临江县人民政府关于公布文物名单的通知", "临江县人民政府办公室关于成立防汛指挥部的通知"
    text = f"{head}\n\n1.{first}{led}\n2.{second}{led}\n\n"
    text += "临江县人民政府\n关于公布文物名单的通知\n临政发〔2022〕6号\n各乡镇人民政府：\n现公布名单。\n临江县人民政府\n2022年4月8日\n"
    text += f"{second}\n临政办发〔2022〕9号\n各乡镇人民政府：\n决定成立指挥部。\n临江县人民政府办公室\n2022年5月10日\n"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    blocks = [outline(part).title_block for part in split(document)]
    assert [(b.title, b.doc_number) for b in blocks] == [
        (first, "临政发〔2022〕6号"),
        (second, "临政办发〔2022〕9号"),
    ]


def test_a_list_of_goods_without_pages_stays() -> None:
    text = "目录\n1.大米\n2.面粉\n3.食用油\n以上物资由县发展改革局储备。\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert any("食用油" in passage.text for passage in made.passages if passage.role == "body")
