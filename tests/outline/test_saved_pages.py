"""Pages that were saved as text, each mark of the page on a line of its own: the bar of the window, menus, torn days."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

MENU = "设为首页\n工作邮箱\n搜索\n首页\n机构概览\n在线办事\n专题专栏\n"
PAGE = "2027-03-18 10:25\n来源：\n"
LETTER = (
    "各县人民政府：\n近期，仓储检查发现不少问题，现将有关事项通知如下。\n一、加强检查。各县要加强检查。\n"
)
SIGNED = "临江市商务局\n2027年3月15日\n"


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


@pytest.mark.parametrize(
    ("window", "headline", "title"),
    [
        ("关于加强仓储检查的通知_临江市商务局", "关于加强仓储检查的通知", "关于加强仓储检查的通知"),
        (
            "【关于加强仓储检查的通知(临商发〔2027〕8号)】-临江市商务局",
            "关于加强仓储检查的通知(临商发〔2027〕8号)",
            "关于加强仓储检查的通知",
        ),
        ("关于加强仓储检查的通知_部门文件_政务公开", "关于加强\n仓储检查的通知", "关于加强仓储检查的通知"),
        (
            "东川能源监管办关于加强仓储检查的函（东监〔2027〕8号）_东川能源监管网",
            "东川能源监管办关于加强仓储检查的函（东监〔2027〕8号）",
            "东川能源监管办关于加强仓储检查的函",
        ),
    ],
)
def test_what_the_bar_of_the_window_shows_is_no_part_of_the_title(
    window: str, headline: str, title: str
) -> None:
    made = outlined(f"{window}\n{MENU}{headline}\n{PAGE}{LETTER}{SIGNED}").title_block
    assert made.title == title


@pytest.mark.parametrize("title", ["关于做好仓储检查的通知-2027", "临江市仓储检查实施方案（2027—2029年）"])
def test_a_title_that_the_page_does_not_print_again_stays(title: str) -> None:
    assert outlined(f"{title}\n{LETTER}{SIGNED}").title_block.title.startswith(title[:10])


def test_names_beside_a_word_of_the_page_are_no_menu() -> None:
    """临江市司法局 and its like above a title are who issues it, and no words of a menu."""
    made = outlined(
        f"首页\n市司法局\n市公安局\n市教育局\n关于加强仓储检查的通知\n{LETTER}2027年3月15日\n"
    ).title_block
    assert [named.name for named in made.issuers] == ["市司法局", "市公安局", "市教育局"]


TORN = "本次检查时间为\n2027\n年\n7\n月\n13\n日至\n2027\n年\n8\n月\n15\n日，每日\n3\n次，检查仓库\n20\n座。\n"


def test_a_torn_day_is_one_and_no_table() -> None:
    made = outlined(f"关于加强仓储检查的通知\n{LETTER}{TORN}临江市商务局\n2027\n年\n5\n月\n6\n日\n")
    assert made.title_block.written_date == "2027-05-06"
    assert [p.text for p in made.passages if "时间" in p.text] == [
        "本次检查时间为2027年7月13日至2027年8月15日，每日3次，检查仓库20座。"
    ]
    assert not made.fragments
    joined = [r for r in made.repairs if r.before.startswith("2027⏎年⏎7")]
    assert [r.after for r in joined] == ["2027年7月13日至2027年8月15日，每日"]


@pytest.mark.parametrize(
    "cells", ["2027\n年度\n13\n月份\n20\n日期", "2027\n2028\n7\n月\n80\n日均", "2027\n3\n月\n5\n座"]
)
def test_figures_that_are_no_day_stay_apart(cells: str) -> None:
    made = outlined(f"关于加强仓储检查的通知\n{LETTER}{cells}\n{SIGNED}")
    assert not [r for r in made.repairs if "2027⏎" in r.before and r.after.startswith("2027年7月")]


@pytest.mark.parametrize(
    ("line", "whole"),
    [("规范经营行为", False), ("检查次数为", True), ("全年总量为", True)],
)
def test_a_figure_below_wei_belongs_to_its_sentence(line: str, whole: bool) -> None:
    made = outlined(f"关于加强仓储检查的通知\n{LETTER}{line}\n12次，由各县自定。\n{SIGNED}")
    assert any(p.text.startswith(f"{line}12次") for p in made.passages) is whole


def test_the_field_of_a_box_in_brackets_is_the_pages() -> None:
    said = "（发布日期：2027年3月20日\n文号：临商发〔2027〕8号）\n临商发〔2027〕8号\n"
    made = outlined(f"关于加强仓储检查的通知\n{said}{LETTER}{SIGNED}")
    assert (made.title_block.written_date, made.title_block.doc_number) == ("2027-03-15", "临商发〔2027〕8号")
    assert [p.role for p in made.passages if "发布日期" in p.text] == ["furniture"]


@pytest.mark.parametrize("day", ["2027-03-20", "2027/03/20", "2027.3.20"])
def test_a_day_in_figures_above_goes_behind_the_one_that_is_signed(day: str) -> None:
    made = outlined(f"关于仓储规划的批复\n临商发〔2027〕8号\n{day}\n{LETTER}专此批复。\n2027年3月15日\n")
    assert made.title_block.written_date == "2027-03-15"


@pytest.mark.parametrize("word", ["以及", "和", "与"])
def test_a_title_goes_on_with_a_second_paper(word: str) -> None:
    head = f"关于印发《仓储药品目录》\n{word}《冷链药品目录》（2027年）的通知"
    assert outlined(f"{head}\n{LETTER}{SIGNED}").title_block.title == head.replace("\n", "")


@pytest.mark.parametrize("made_known", ["颁布实施", "发布", "联合发布", "印发", "制定"])
def test_who_made_another_paper_known_signs_nothing(made_known: str) -> None:
    last = f"第三条 本办法自2027年3月1日起施行。省财政厅、省商务厅2019年9月11日{made_known}的《某省仓储暂行办法》同时废止。"
    made = outlined(f"某省仓储管理办法\n\n第一条 为规范管理，制定本办法。\n\n第二条 由省厅解释。\n\n{last}\n")
    assert (made.title_block.written_date, made.title_block.issuers) == (None, ())
    assert any(p.text.startswith("第三条") and p.text.endswith("同时废止。") for p in made.passages)


def test_who_signs_in_the_line_of_the_last_sentence_still_does() -> None:
    made = outlined(
        "某省仓储管理办法\n\n第一条 为规范管理，制定本办法。\n\n第二条 由省厅解释。省财政厅2019年9月11日\n"
    )
    assert made.title_block.written_date == "2019-09-11"


@pytest.mark.parametrize(
    ("titled", "signed", "names"),
    [
        ("华东统计监测局", "国家统计局华东监测局", ["国家统计局华东监测局"]),
        ("东川能源监管办", "国家能源局东川监管办公室", ["国家能源局东川监管办公室"]),
        ("华东统计监测局", "国家统计局华南监测局", ["华东统计监测局", "国家统计局华南监测局"]),
    ],
)
def test_a_branch_of_a_national_office_is_called_by_its_place(
    titled: str, signed: str, names: list[str]
) -> None:
    made = outlined(f"{titled}关于加强仓储检查的通知\n{LETTER}{signed}\n2027年3月15日\n").title_block
    assert [named.name for named in made.issuers] == names


def test_the_value_of_a_box_below_its_name_says_the_place() -> None:
    box = "索 引 号 ：\n11120000MB/2027-00073\n发 布 机 构 ：\n临江市商务局\n"
    made = outlined(f"{box}市商务局关于加强仓储检查的通知\n{LETTER}2027年3月15日\n").title_block
    assert [named.name for named in made.issuers] == ["临江市商务局"]


def test_of_two_numbered_files_none_is_the_notices_own() -> None:
    foot = "附件：临商函〔2027〕94号.pdf\n江商通〔2027〕4号.pdf\n"
    made = outlined(f"各县商务局：\n现将有关文件发给你们，请周知。\n{foot}临江市商务局\n2027年3月15日\n")
    assert made.title_block.doc_number is None


@pytest.mark.parametrize("sizes", ["小\n|\n中\n|\n大", "大\n中\n小", "[\n小\n中\n大\n]"])
def test_the_sizes_of_a_pages_letters_are_no_part_of_the_title(sizes: str) -> None:
    title = "东川能源监管办关于加强仓储检查的通知"
    made = outlined(f"2027-03-18\n来源：本站\n{sizes}\n{title}\n{LETTER}2027年3月15日\n").title_block
    assert (made.title, [named.name for named in made.issuers]) == (title, ["东川能源监管办"])


def test_a_letter_that_is_no_size_stays_in_the_title() -> None:
    made = outlined(f"临江市商务局关于扶持\n中\n小\n企业的通知\n{LETTER}{SIGNED}").title_block
    assert made.title == "临江市商务局关于扶持中小企业的通知"


@pytest.mark.parametrize("click", ["（点击打开）", "（请点击查看）", "（单击查看）"])
def test_what_opens_at_a_click_is_no_part_of_the_title(click: str) -> None:
    made = outlined(f"关于加强仓储检查的通知{click}\n{LETTER}{SIGNED}").title_block
    assert made.title == "关于加强仓储检查的通知"


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("教 育 局 林 业 局", ["教育局", "林业局"]),
        ("教 育 局 林 业 局 商 务 局", ["教育局", "林业局", "商务局"]),
        ("市 人 民 政 府 办 公 室", ["市人民政府办公室"]),
        ("江 市 公 安 局 东 山 分 局", ["江市公安局东山分局"]),
    ],
)
def test_letters_that_all_stand_apart_may_be_several_names(signed: str, names: list[str]) -> None:
    made = outlined(f"关于加强仓储检查的通知\n{LETTER}{signed}\n2027年3月15日\n").title_block
    assert [named.name for named in made.issuers] == names


@pytest.mark.parametrize("kind", ["解读说明", "编制说明", "解读"])
def test_a_title_is_not_cut_before_what_it_is(kind: str) -> None:
    title = f"关于《临江市仓储办法》的{kind}"
    made = outlined(f"{title}\n一、必要性\n为加强管理，市局开展修订。\n临江市商务局\n").title_block
    assert made.title == title


@pytest.mark.parametrize("above", ["《东川仓储办法》的决定", "东川仓储办法"])
def test_the_end_of_a_title_above_an_order_is_not_the_title(above: str) -> None:
    """A list of pages cuts what is above; the whole title stands below what puts it into force."""
    whole = "东川省商务厅关于修改《东川仓储办法》的决定"
    order = "《东川省商务厅关于修改〈东川仓储办法〉的决定》已经第4次厅务会议通过，现予发布，自发布之日起施行。\n厅长 王某某\n2027年3月15日\n"
    text = "为优化环境，厅里决定对《东川仓储办法》作如下修改：\n一、删去第三条。\n"
    made = outlined(f"{above}\n\n{order}\n{whole}\n\n{text}").title_block
    assert (made.title == whole) is above.startswith("《")


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("某省司法厅监狱管理局", None),
        ("某县人力资源和社会保障局就业服务局", None),
        ("某县税务局稽查局", None),
        ("财政局国库支付局", None),
        ("公安局交通管理局", None),
        ("交通运输局公路局", None),
        ("住建局房产管理局", None),
        ("卫健局疾控局", None),
        ("发改委粮食局", None),
        ("某县委宣传部某县教育局", ["某县委宣传部", "某县教育局"]),
        ("云江县财政局县教育局", ["云江县财政局", "县教育局"]),
        ("农业农村局水利局", ["农业农村局", "水利局"]),
    ],
)
def test_a_body_and_its_own_offices_are_one_name(signed: str, names: list[str] | None) -> None:
    made = outlined(f"关于加强仓储检查的通知\n{LETTER}{' '.join(signed)}\n2027年3月15日\n").title_block
    assert [named.name for named in made.issuers] == (names or [signed])


RULES = "第一条 为加强管理，制定本办法。\n第二条 各镇应当落实责任。\n"


@pytest.mark.parametrize(
    ("menu", "title"),
    [
        ("设为首页\n加入收藏\n联系我们", "某县防汛办法"),
        ("首页\n政务公开", "工作方案"),
        ("首页\n机构概览\n在线办事", "云江县仓储条例"),
        ("首页\n机构概览\n在线办事", "江县\n仓储预案"),
        ("设为首页\n加入收藏", "云江县防汛\n工作方案"),
    ],
)
def test_what_ends_a_menu_and_names_a_paper_is_the_title(menu: str, title: str) -> None:
    made = outlined(f"{menu}\n{title}\n{RULES}{SIGNED}").title_block
    assert made.title == title.replace("\n", "")


@pytest.mark.parametrize("title", ["云江县仓储建设\n管理工作办法", "云江县仓储建设管理工作办法"])
def test_a_menu_may_end_in_the_name_of_a_paper_above_the_title(title: str) -> None:
    made = outlined(f"首页\n机构概览\n在线办事\n工作报告\n{title}\n{RULES}{SIGNED}").title_block
    assert made.title == title.replace("\n", "")


@pytest.mark.parametrize("text", [RULES, "一、总则\n二、责任\n三、附则\n", "加强管理；落实责任\n"])
def test_a_title_that_is_printed_again_behind_the_text_is_no_bar_of_a_window(text: str) -> None:
    title = "云江县水利工程管理办法_修订"
    made = outlined(f"{title}\n{text}{SIGNED}云江县水利工程管理办法\n")
    assert not [p for p in made.passages if p.text == title and p.role == "furniture"]
    assert made.title_block.title


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("", "2026-05-02\n2025年3月2日\n", "2026-05-02"),
        ("", "临江市商务局\n2026-05-02\n2026年3月2日\n", "2026-05-02"),
        ("2026-05-02\n", "2025年3月2日\n", "2026-05-02"),
        ("2026-05-20\n", "2026.5.12\n2025年3月2日\n", "2026-05-20"),
        ("2026-05-20\n", "2026年5月12日\n2025年3月2日\n", "2026-05-12"),
    ],
)
def test_a_day_in_figures_goes_behind_one_of_its_year_below_the_text(head: str, foot: str, day: str) -> None:
    made = outlined(f"关于仓储规划的批复\n临商发〔2027〕8号\n{head}{LETTER}专此批复。\n{foot}").title_block
    assert made.written_date == day
