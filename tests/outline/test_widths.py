"""How wide a line is on paper."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.outline.lines import text_to_lines
from pipeline.outline.widths import is_full, wrap_width


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


SENTENCE = (
    "加快建设县级服务中心，完善设施配置标准并建立长效管护机制，今年再建十二座示范站点，推动城乡服务均衡发展。"
)


def test_lines_broken_twice_have_as_many_letters_as_any() -> None:
    once = [SENTENCE[at : at + 41] for at in range(0, len(SENTENCE), 41)] * 10
    twice = [line[at : at + 28] for line in once for at in range(0, len(line), 28)]
    assert wrap_width(text_to_lines("\n".join(twice), markdown=False)) == 56


def test_lines_that_no_program_broke_have_no_width() -> None:
    text = "\n".join(f"{SENTENCE[: 21 + n]}。" for n in range(24))
    assert wrap_width(text_to_lines(text, markdown=False)) is None


BROKEN = "\n".join([*(SENTENCE[at : at + 26] for at in range(0, len(SENTENCE), 26))] * 12)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("3.某省水利厅关于印发水利厅年度优化环境实施方案的通知", "厅机关各处室、各直属单位："),
        ("《某省水利厅优化环境实施方案》的通知（2023年6月13日）", "厅机关各处室、各直属单位："),
        ("江北新区促进水利人才高质量集聚发展的若干政策措施", "为规范水利人才引进，制定本政策措施。"),
        ("江北新区节水型社会建设与水资源集约利用管理办法", "根据有关法律法规，制定本办法。"),
    ],
)
def test_a_full_line_that_is_a_title_ends_it(above: str, below: str) -> None:
    passages = outline(
        Document("n", "n.txt", "", "text/plain", "utf-8", f"{above}\n{below}\n{BROKEN}")
    ).passages
    assert below in [p.text for p in passages]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("根据某省水利厅关于加强农村供水保障工作的实施意见", "为农村居民提供优质供水服务。"),
        ("加快完善覆盖全体常住人口的社区居家和机构养老服务规划", "为老服务设施建设专项行动。"),
        ("认真落实某省水利厅优化环境《方案》（2023年6月1日）", "要求的各项任务。"),
    ],
)
def test_a_full_line_that_a_sentence_goes_on_from_is_no_title(above: str, below: str) -> None:
    passages = outline(
        Document("n", "n.txt", "", "text/plain", "utf-8", f"某县供水方案\n{above}\n{below}\n{BROKEN}")
    ).passages
    assert above + below in [p.text for p in passages]


def test_a_title_in_a_box_goes_on_while_a_bracket_is_open() -> None:
    text = f"标题：某市人民政府办公室关于2025年市《政府工作报告\n》目标任务责任分解的通知\n文号：某政办〔2025〕1号\n各镇人民政府：\n{BROKEN}"
    read = outline(Document("n", "n.txt", "", "text/plain", "utf-8", text)).title_block
    assert read.title == "某市人民政府办公室关于2025年市《政府工作报告》目标任务责任分解的通知"
