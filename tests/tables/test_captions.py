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


@pytest.mark.parametrize(
    "title", ["甲县补助资金分配表", "2025年苗木栽植任务分解表（第二批）", "各镇床位情况一览表"]
)
def test_an_annex_that_calls_itself_a_table_has_one(title: str) -> None:
    annex = f"某市人民政府\n2025年3月1日\n附件1\n{title}\n"
    assert issues(f"{annex}县区\n资金\n临山县\n58\n") == ["lost_table"]
    assert issues(f"{annex}{TABLE}") == []
    assert issues(f"{annex}单位：张\n{TABLE}附件2\n实施办法\n本办法自印发之日起施行。\n") == []


@pytest.mark.parametrize("title", ["甲县补助资金分配表", "苗木栽植任务分解表（第二批）"])
def test_a_table_of_two_columns_may_have_its_name_in_its_first_row(title: str) -> None:
    body = f"| {title} | |\n| 县区 | 资金（万元） |\n| 临山县 | 58 |\n| 望江县 | 30 |\n| 合计 | 88 |\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + body)
    (table,) = mend(outline(document)).tables
    assert (table.title, table.header_rows, table.n_rows) == (title, 1, 4)


@pytest.mark.parametrize(
    "said",
    ["单位：万元 | |", "编制单位：统计科 | 2025年3月 | 金额单位：万元", "填报日期：3月1日 | 单位：万元 |"],
)
def test_a_row_that_tells_the_unit_is_no_heading(said: str) -> None:
    body = f"| {said} |\n| 县区 | 资金 | 经费 |\n| 临山县 | 58 | 3 |\n| 望江县 | 30 | 4 |\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + body)
    (table,) = mend(outline(document)).tables
    assert (table.unit, table.header_rows, table.n_rows) == ("万元", 1, 3)


def test_who_signs_above_a_table_is_no_caption_of_it() -> None:
    rows = "附件: 甲县小麦种植任务表 | |||\n面积:万亩 | |||\n乡镇 | 面积 | 任务 | 备注 |\n桥镇 | 8.4 | 0.9 | |\n渡乡 | 2.1 | 0.3 | |\n"
    signed, dated = "甲县人民政府\n2022年10月19日\n", "甲县小麦进度表\n2022年10月19日\n"
    found = []
    for text in (HEAD + signed + rows, HEAD + dated + rows.partition("|||\n面积:万亩 | |||\n")[2]):
        document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text)
        found += [(table.title, table.unit) for table in mend(outline(document)).tables]
    assert found == [("附件：甲县小麦种植任务表 面积：万亩", "万亩"), ("甲县小麦进度表2022年10月19日", None)]


def test_the_unit_over_figures_is_their_heading() -> None:
    body = "| 项目 | 单位：万元 |\n| 接待费 | 12 |\n| 会议费 | 3 |\n| 培训费 | 4 |\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + body)
    (table,) = mend(outline(document)).tables
    assert (table.header_rows, table.n_rows) == (1, 4)


def test_a_caption_may_be_printed_in_every_column() -> None:
    title = "甲县道路建设计划表"
    row = f"| {title} | {title} | {title} |\n|---|---|---|\n"
    body = f"某市人民政府\n2025年3月1日\n附件1\n{title}\n{row}| 镇街 | 公路 | 桥梁 |\n| 东镇 | 1 | 2 |\n| 西镇 | 3 | 4 |\n"
    document = Document("a", "a.md", "0" * 64, "text/markdown", "utf-8", HEAD + body)
    (table,) = mend(outline(document)).tables
    assert [cell.text for cell in table.cells if cell.role == "header"] == ["镇街", "公路", "桥梁"]
