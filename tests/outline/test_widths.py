"""How wide a line is on paper."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.outline.lines import text_to_lines
from pipeline.outline.widths import is_full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("《南河县城市供水管理办法》已经2022年6月13日县", True),
        ("到2024年，全县建成幸福食堂12个、日间照料中心5", True),
        ("各地要加强组织领导，健全工作机制，切实抓好", False),
        ("第三章 监督管理与法律责任的规定", False),
    ],
)
def test_office_programs_leave_room_beside_figures(text: str, full: bool) -> None:
    (line,) = text_to_lines(text, markdown=False)
    assert is_full(line, 55) is full


def test_the_name_of_a_country_s_body_and_its_branch_may_be_cut_by_a_blank() -> None:
    signed = "东江省财政厅　东江省自然资源厅　国家税务 总局东江省税务局\n2023年9月12日\n"
    text = f"关于优化登记有关事项的公告\n为便利群众，现公告如下。\n一、推行一窗受理。\n特此公告。\n{signed}"
    read = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block
    assert [named.name for named in read.issuers] == [
        "东江省财政厅",
        "东江省自然资源厅",
        "国家税务总局东江省税务局",
    ]


OPENING = "2025年，全市水利系统认真落实各项部署，全年新建管网一百三十八公里，改造老旧泵站二十六座，各项工作取得新成效。"
TITLE = "某市城乡水利管理局2025年工作总结和2026年工作安排"


@pytest.mark.parametrize(
    ("between", "title", "parted"),
    [
        ("", TITLE, True),
        # Where each line has an empty one below it, none parts paragraphs.
        ("\n", TITLE, False),
        ("", "某市人民政府办公室关于印发某市城乡供水一体化建设三年行动实施方案的通知", True),
    ],
    ids=["parts", "parts nothing", "over two lines"],
)
def test_an_empty_line_below_a_full_one_ends_a_title(between: str, title: str, parted: bool) -> None:
    def broken(text: str) -> str:
        return f"\n{between}".join(text[at : at + 28] for at in range(0, len(text), 28))

    text = f"\n{between}".join([f"{broken(title)}\n", *[broken(OPENING)] * 12])
    passages = outline(Document("n", "n.txt", "", "text/plain", "utf-8", text)).passages
    assert (passages[0].text == title) is parted
