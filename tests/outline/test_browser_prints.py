"""Heads and feet that browsers print, in text made of the print."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline
from pipeline.read.text import text_to_pages

TITLE = "临江县民政局关于印发临江县养老服务工作方案的通知"
BODY = "各乡镇人民政府：\n到2028年底，全县每千名老年人拥有床位达到28张，探访率\n"
REST = "达到100%，覆盖率不低于85%。\n临江县民政局\n2026年3月12日\n"


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "", "text/plain", "utf-8", text, pages=text_to_pages(text)))


@pytest.mark.parametrize(
    "clock", ["11/27/26, 1:11 PM", "2026/11/27 13:11", "2026-11-27 下午1:11", "27.11.2026, 13:11"]
)
@pytest.mark.parametrize("address", ["https://www.example.cn/a/t1.html", "file:///a/b.html"])
@pytest.mark.parametrize("beside", [True, False], ids=["in one line", "in lines of their own"])
def test_they_are_set_aside_and_the_sentence_goes_on(clock: str, address: str, beside: bool) -> None:
    between = "      " if beside else "\n\n"
    head = [f"{clock}{between}{TITLE}\n\n", f"{clock}{between}{TITLE}\n\n"]
    foot = [f"\n{address}{between}{n}/2\n\f" for n in (1, 2)]
    made = outlined(f"{head[0]}{TITLE}\n{BODY}{foot[0]}{head[1]}{REST}{foot[1]}")
    assert made.title_block.title == TITLE
    assert made.title_block.written_date == "2026-03-12"
    assert [p.text for p in made.passages if "床位" in p.text] == [
        "到2028年底，全县每千名老年人拥有床位达到28张，探访率达到100%，覆盖率不低于85%。"
    ]
    assert not any("1/2" in p.text or clock[-5:] in p.text for p in made.passages if p.role != "furniture")


@pytest.mark.parametrize(
    "kept",
    [
        "申报网址：\nhttps://www.example.cn/a\n请于2026年5月1日前报送。",
        "会议时间：\n2026/11/27 13:11\n请准时参加。",
    ],
    ids=["address", "clock"],
)
def test_an_address_or_an_hour_alone_is_the_text_s(kept: str) -> None:
    made = outlined(f"{TITLE}\n{BODY}{REST}{kept}\n")
    last = kept.split("\n")[1].replace(":", "：")[-4:]
    assert any(last in p.text.replace(":", "：") for p in made.passages if p.role != "furniture")


def test_a_head_that_the_reader_of_the_print_left_is_no_caption() -> None:
    """Its feet are set aside already; the words of the title stand in the notice itself."""
    made = outlined(f"{TITLE}\n{BODY}11/27/26, 1:11 PM {TITLE}\n{REST}")
    assert made.title_block.title == TITLE
    assert any("探访率达到100%" in p.text for p in made.passages)
    other = outlined(f"{TITLE}\n{BODY}{REST}2026/11/27 13:11 县政府二楼会议室\n")
    assert any("会议室" in p.text for p in other.passages if p.role != "furniture")


@pytest.mark.parametrize("site", ["-政策文件-临江县人民政府", "_临江县人民政府门户网站", "…"])
def test_the_head_has_the_name_of_the_site_behind_the_title(site: str) -> None:
    made = outlined(
        f"11/27/26, 1:11 PM {TITLE}{site}\n首页 政务公开 政务服务 互动交流\n{TITLE}\n{BODY}{REST}"
    )
    assert made.title_block.title == TITLE
    kept = outlined(f"2026-11-27 13:11 临江县召开养老服务工作会议-临江日报\n{TITLE}\n{BODY}{REST}")
    assert kept.title_block.title == TITLE
