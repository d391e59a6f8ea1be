"""What stands below headings and cannot be laid in rows and columns: no sentences of the notice."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

HEAD = "临江市工作方案\n\n各县人民政府：\n到2027年底，新建驿站20座，改造公厕30座，完善配套设施，落实管护责任。\n附件2 任务清单\n"
AFTER = "\n一、组织领导\n各县人民政府要加强组织领导，建立台账，确保2027年底前完成各项任务。\n"
WRAPPED = "序号 任务 牵头单位 完成时限\n1 编制全市农村供\n水专项规划\n市水利局、市发\n展改革委\n2026 年 5 月底\n2 改造管网 40 公\n里\n市住建局 2027 年底\n"
BY_COLUMN = "序号\n1\n2\n3\n\n任务\n牵头单位\n修桥4座，通车 市交通局\n改造公厕30\n座\n\n市城管局\n\n完成时限\n2026年底\n2027年\n6月底\n长期\n"
STACKED = "序号 乡镇\n（街\n道）\n改造管网（公里） 新建水厂（座）\n2026\n年\n小计 2026\n年\n小计\n1 江口\n县\n9 32 41 58\n"
HEADLESS = "任务\n牵头单位\n责任单位\n修桥4座\n2\n改造公厕30座\n3\n市城管局\n各县\n市财政局\n各县\n市水利局\n市交通局\n"


def outlined(body: str) -> Outline:
    return outline(Document("n", "n.txt", "", "text/plain", "utf-8", HEAD + body + AFTER))


@pytest.mark.parametrize(
    "body", [BY_COLUMN, STACKED, HEADLESS], ids=["by column", "stacked", "no heading of numbers"]
)
def test_they_are_a_table_that_is_not_read(body: str) -> None:
    made = outlined(body)
    assert [f.is_unread for f in made.fragments] == [True]
    said = " ".join(p.text for p in made.passages)
    assert "市城管局" not in said and "江口" not in said
    assert "各县人民政府要加强组织领导" in said


def test_a_row_s_number_may_stand_before_its_words() -> None:
    """They are no sentences either where the table is read by its numbers."""
    said = " ".join(p.text for p in outlined(WRAPPED).passages)
    assert "专项规划" not in said


@pytest.mark.parametrize(
    "body",
    [
        "联系人：王某\n电话：0531-8612\n地址：某路1号\n",
        "索引号 0146/2024-07 生成日期 2024-04-07\n",
        "市水利局\n市住建局\n市财政局\n市教育局\n市公安局\n",
    ],
)
def test_lines_without_headings_of_columns_are_no_table(body: str) -> None:
    assert not outlined(body).fragments


CUT = "指标        单位   2026年   2027年\n{}"


@pytest.mark.parametrize(
    ("rows", "unread"),
    [
        (
            "甲城新建房屋 套     93   95\n总数\n乙地改造管网 公里   52   61\n总长\n总计\n丙县新修道路 条     16   14\n数\n",
            True,
        ),
        (
            "甲镇      套     93   95\n乙镇      公里   52   61\n丙镇\n丁镇      条     16   14\n戊镇      条     6   4\n",
            False,
        ),
    ],
    ids=["halves of names", "a row without figures"],
)
def test_words_alone_below_rows_are_the_rest_of_cells_or_rows(rows: str, unread: bool) -> None:
    assert [f.is_unread for f in outlined(CUT.format(rows)).fragments] in (
        [[True], []] if unread else [[False]]
    )


def test_a_day_of_signing_begins_no_cells() -> None:
    made = outlined(
        "临江市水利局\n2026年5月20日\n附表1 计划表\n序号\n1\n2\n3\n4\n5\n6\n乡镇\n东镇\n西镇\n南镇\n"
    )
    assert "2026年5月20日" in "".join(p.text for p in made.passages)


def test_below_a_caption_they_are_one_too_and_at_the_top_of_a_page_none() -> None:
    cells = "一级指标\n二级指标\n分值\n计分方法\n考核单位\n发展\n投资\n15\n超过3起不得分\n县发改局\n治理\n信访\n10\n每起扣1分\n县信访局\n"
    for above, read in (("附件1 考核指标表\n", [True]), ("站点导航\n", [])):
        made = outline(Document("n", "n.txt", "", "text/plain", "utf-8", f"某县考核办法\n\n{above}{cells}"))
        assert [f.is_unread for f in made.fragments] == read


@pytest.mark.parametrize("number", ["{}.{} ", "{}．{} ", "{1} "])
def test_what_is_numbered_as_points_are_heads_no_table(number: str) -> None:
    heads = ("编制依据", "适用范围", "保障措施", "责任单位")
    prose = "本预案适用于本县公共供水突发\n事件的应对，由县水利局、县住\n房城乡建设局分工落实各项工作，\n确保供水安全。\n"
    text = "".join(f"{number.format(1, n)}{head}\n{prose}" for n, head in enumerate(heads, 1))
    assert not outlined(f"本预案已经县政府同意。\n1 总则\n{text}".replace("附件2", "")).fragments
