"""What a page break, a hard wrap, lost numbers and markup do to a notice, and how it is read all the same."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline
from pipeline.outline.numbering import text_to_mark


def outlined(text: str, media_type: str = "text/plain") -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, media_type, "utf-8", text))


def body(text: str) -> list[str]:
    return [p.text for p in outlined(text).passages if p.role == "body"]


LEAD = "关于加强某项工作的通知\n\n各镇人民政府，有关单位：\n\n"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("支持居家改造，探索家庭养老支\n\n\n\n持政策。", "支持居家改造，探索家庭养老支持政策。"),
        ("落实责任，（责\n\n\n任单位：区民政局、区财政局）", "落实责任，（责任单位：区民政局、区财政局）"),
        ("落实各项责任。（责\n\n责任单位：区民政局）", "落实各项责任。（责任单位：区民政局）"),
        (
            "全面完成。（牵头单位：市民政局，\n责任单位：市财政局）",
            "全面完成。（牵头单位：市民政局，责任单位：市财政局）",
        ),
        ("到 2022 \n 年，建成服务中心 2 所。", "到2022年，建成服务中心2所。"),
        ("1.增速不低\n于10%，强化管理。", "1.增速不低于10%，强化管理。"),
        ("1.增速不低于\n10%，强化管理。", "1.增速不低于10%，强化管理。"),
        ("1.投入增长\n5%以上，强化管理。", "1.投入增长5%以上，强化管理。"),
        ("责任单位：市教育局、国资\n委，各县政府", "责任单位：市教育局、国资委，各县政府"),
        ("责任单位：市教育局、行政服\n务中心管委会", "责任单位：市教育局、行政服务中心管委会"),
        ("健全体系（建设计划详见附件\n1）。", "健全体系（建设计划详见附件1）。"),
        ("落实《养老机构服务\n质量规范》要求。", "落实《养老机构服务质量规范》要求。"),
        (
            "为贯彻落实《某意见》\n（临政办〔2022〕8号）等文件精神，制定本方案。",
            "为贯彻落实《某意见》（临政办〔2022〕8号）等文件精神，制定本方案。",
        ),
        ("对《某办法》\n（临政发〔2021〕3号）作如下修改：", "对《某办法》（临政发〔2021〕3号）作如下修改："),
        (
            "一、根据《某条例》\n《某办法》等规定，做好工作。",
            "一、根据《某条例》《某办法》等规定，做好工作。",
        ),
        ("按照工作部署\n和年度安排，制定本方案。", "按照工作部署和年度安排，制定本方案。"),
        (
            "为做好园林绿化\n养护工作，现就有关事项通知如下：",
            "为做好园林绿化养护工作，现就有关事项通知如下：",
        ),
        ("责任单位：市委\n宣传部、市教育局", "责任单位：市委宣传部、市教育局"),
        ("由县委\n组织部牵头，做好工作。", "由县委组织部牵头，做好工作。"),
        ("报区政府\n办公室备案，抓好落实。", "报区政府办公室备案，抓好落实。"),
    ],
)
def test_a_sentence_torn_by_a_break_is_rejoined(broken: str, whole: str) -> None:
    assert body(LEAD + broken) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "一、工作目标\n坚持抓重点、补短板，加快建设。",
        "（一）健全区、镇、村三级养老服务\n推进集中照护工程，实现应护尽护。",
        "1.加强领导。各级各部门，各司其职。\n2.加强督查。",
        "1.加强领导，包括下列事项。\n1）建立专班。\n2）定期调度。",
        "一、落实《某规划》\n加强统筹，抓好落实。",
        "（一）由县政府\n县教育局负责，抓好落实。",
        "推进建设，完善政策。\n牵头单位：市发改委\n责任单位：各区人民政府，市财政局",
    ],
)
def test_what_begins_anew_stays_apart(text: str) -> None:
    assert body(LEAD + text) == text.split("\n")


def test_every_character_leads_back_to_the_source() -> None:
    text = LEAD + "（一） 加强建设,到 2022\n 年达到(60%)以上。"
    made = outlined(text)
    for passage in made.passages:
        for char, place in zip(passage.text, passage.places, strict=True):
            assert char == text[place] or (char, text[place]) in {("，", ","), ("（", "("), ("）", ")")}


def test_joins_are_repairs() -> None:
    (repair,) = outlined(LEAD + "支持居家改造，探索家庭养老支\n\n持政策。").repairs
    assert repair.kind == "joined_lines"
    assert "养老支⏎⏎持政策" in repair.before
    assert "养老支持政策" in repair.after


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    page = "推进养老服务，完善政策体系，落实保障措施，加强组织领导，形\n\n\n\n某区人民政府行政规范性文件\n\n\n\n成合力。\n"
    made = outlined(LEAD + "一、甲。\n二、乙。\n三、丙。\n四、丁。\n" + page * 3 + "\n- 3 -\n")
    assert sum(p.role == "furniture" for p in made.passages) == 4
    assert "形成合力" in "".join(p.text for p in made.passages if p.role == "body")
    assert {r.kind for r in made.repairs} == {"joined_lines", "set_aside"}


def test_markdown_levels_do_not_overrule_numbers() -> None:
    text = "# 关于某项工作的通知\n\n各单位：\n\n### 三、补助政策\n\n#### （一）标准。\n\n## 2.站点\n\n#### 四、程序\n"
    levels = [(c.clause_id, c.level) for c in outlined(text, "text/markdown").clauses]
    assert levels == [("三", 1), ("三/（一）", 2), ("三/（一）/2", 3), ("四", 1)]


def test_lost_list_numbers_are_expected_where_they_stood() -> None:
    text = (
        LEAD + "1. 背景\n按照要求。\n二、主要内容\n1. 目标。\n（二）任务。\n1. 甲。\n2. 乙。\n（三）保障。\n"
    )
    wrong = [(c.number, c.number_expected) for c in outlined(text).clauses if c.number != c.number_expected]
    assert wrong == [("1.", "一、"), ("1.", "（一）")]


def test_points_may_run_on_over_the_headings() -> None:
    text = LEAD + "一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n"
    assert all(c.number == c.number_expected for c in outlined(text).clauses)


def test_a_gap_in_the_numbers_is_said_once() -> None:
    text = LEAD + "（一）子。\n（三）寅。\n（四）卯。\n"
    assert [c.number_expected for c in outlined(text).clauses] == ["（一）", "（二）", "（四）"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("一、总体要求", "一、"),
        ("（二十三）加强", "（二十三）"),
        ("(三)推进", None),
        ("3.落实", "3."),
        ("12、落实", "12、"),
        ("（1）申报", "（1）"),
        ("第三条为了", "第三条"),
        ("①甲", "①"),
        ("2022年5月", None),
        ("1.2万张", None),
        ("（区民政局负责）", None),
        ("3岁以下", None),
        ("一是加强", None),
        ("1.2022年底前建成", "1."),
        ("5.100周岁及以上的", "5."),
        ("1.80岁以上老年人", "1."),
        ("1.5岁以下婴幼儿", None),
        ("12.5公里道路", None),
        ("1.1总体要求", "1.1"),
    ],
)
def test_number_marks(text: str, printed: str | None) -> None:
    mark = text_to_mark(text)
    assert (mark.printed if mark else None) == printed


# --- title block ------------------------------------------------------------------------------

NOTICE = """甲市乙区人民政府办公室
关于印发乙区促进养老服务
发展实施方案的通知
乙府办发〔2022〕88 号

各镇人民政府、街道办事处，区政府各部门，有关单位：

《乙区促进养老服务发展实施方案》已经审议通过，现印发给你们，请认真贯彻执行。

甲市乙区人民政府办公室

2022 年 5 月 27 日

（此件公开发布）

乙区促进养老服务发展实施方案

为促进发展，制定本方案。
附件：1. 计划表
2. 指标
附件 1
计划表
"""


def test_the_title_block() -> None:
    made = outlined(NOTICE)
    block = made.title_block
    assert block.title == "甲市乙区人民政府办公室关于印发乙区促进养老服务发展实施方案的通知"
    assert (block.doc_number, block.doc_number_year, block.doc_number_serial) == (
        "乙府办发〔2022〕88号",
        2022,
        88,
    )
    assert [n.name for n in block.issuers] == ["甲市乙区人民政府办公室"]
    assert [n.name for n in block.recipients] == ["各镇人民政府", "街道办事处", "区政府各部门", "有关单位"]
    assert (block.written_date, block.document_type, block.action) == ("2022-05-27", "通知", "印发")
    assert (block.subject_title, block.status, block.disclosure) == (
        "乙区促进养老服务发展实施方案",
        "issued",
        "公开发布",
    )
    assert [(a.label, a.present) for a in made.annexes] == [("附件1", True), ("附件2", False)]


@pytest.mark.parametrize(
    ("text", "title", "kind", "status"),
    [
        (
            "\n关于加快某州养老服务的\n实施方案\n(征求意见稿)\n\n为落实，制定本方案。\n",
            "关于加快某州养老服务的实施方案（征求意见稿）",
            "实施方案",
            "draft",
        ),
        (
            "附件1-2\n关于《某区方案（征求意见稿）》的起草说明\n为促进发展，起草了方案。\n",
            "关于《某区方案（征求意见稿）》的起草说明",
            "起草说明",
            "draft",
        ),
        (
            "某省人民政府\n关于促进就业的意见\n各市人民政府：\n为促进就业，现提出意见。\n",
            "某省人民政府关于促进就业的意见",
            "意见",
            "issued",
        ),
        (
            "标题：某市关于某事的通知\n成文日期：2025年02月06日\n正文\n某市关于某事的通知\n各单位：\n请执行。\n",
            "某市关于某事的通知",
            "通知",
            "issued",
        ),
    ],
)
def test_titles(text: str, title: str, kind: str, status: str) -> None:
    block = outlined(text).title_block
    assert (block.title, block.document_type, block.status) == (title, kind, status)


def test_a_title_over_two_lines_that_ends_in_a_qualified_word() -> None:
    text = "某市人民政府办公厅关于进一步促进\n市场平稳健康发展的补充通知\n各单位：\n请执行。\n"
    assert outlined(text).title_block.title == "某市人民政府办公厅关于进一步促进市场平稳健康发展的补充通知"


def test_a_signature_may_call_the_issuer_short() -> None:
    text = "某省人民政府办公厅关于某事的通知\n\n各单位：\n\n请执行。\n\n省政府办公厅\n2023年11月13日\n"
    assert [n.name for n in outlined(text).title_block.issuers] == ["某省人民政府办公厅"]


def test_registration_numbers_are_no_title() -> None:
    text = "AHDR-2022-01008\n安政办发〔2022〕20号\n某县人民政府办公室\n关于某事的通知\n各单位：\n请执行。\n"
    assert outlined(text).title_block.title == "某县人民政府办公室关于某事的通知"


def test_dates_in_chinese_numerals_and_several_issuers() -> None:
    text = (
        "甲部 乙总局关于做好服务的通知\n\n各单位：\n\n请认真执行。\n\n甲部\n乙总局\n二〇二一年十二月三十日\n"
    )
    block = outlined(text).title_block
    assert block.written_date == "2021-12-30"
    assert [n.name for n in block.issuers] == ["甲部", "乙总局"]


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("关于印发“无废城市”建设方案的通知", "“无废城市”建设方案"),
        ("关于印发《“无废城市”建设方案》的通知", "“无废城市”建设方案"),
        ("关于印发《甲方案》《乙方案》的通知", "《甲方案》《乙方案》"),
    ],
)
def test_the_subject_keeps_marks_that_do_not_hold_it_whole(title: str, subject: str) -> None:
    assert outlined(f"{title}\n各单位：\n请执行。\n").title_block.subject_title == subject


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        # Several in one line, parted by blanks or by nothing.
        ("甲市财政局 甲市民政局关于某事的通知\n各单位：\n请执行。\n甲市财政局 甲市民政局\n2024年3月1日\n", ["甲市财政局", "甲市民政局"]),
        ("甲市财政局 甲市民政局关于某事的通知\n各单位：\n请执行。\n甲市财政局甲市民政局\n2024年3月1日\n", ["甲市财政局", "甲市民政局"]),
        ("关于某事的通知\n各单位：\n请执行。\n甲市财政局 甲市民政局\n2024年3月1日\n", ["甲市财政局", "甲市民政局"]),
        # Called short in the title, in full above the date; and the other way round.
        ("市政府关于印发《甲规定》的通知\n各单位：\n请执行。\n甲市人民政府\n2024年3月1日\n", ["甲市人民政府"]),
        ("甲总署 中国乙局关于某事的通知\n各单位：\n请执行。\n甲总署 乙局\n2024年3月1日\n", ["甲总署", "中国乙局"]),
        ("甲市教育局等单位关于某事的通知\n各单位：\n请执行。\n", ["甲市教育局"]),
        ("甲市人民政府贯彻落实国务院关于某事文件的通知\n各单位：\n请执行。\n", ["甲市人民政府"]),
        # What the notice issues may be signed further down, by others.
        ("甲市政府办公室关于印发乙要点的通知\n各单位：\n请执行。\n甲市政府办公室\n2024年3月1日\n乙要点\n一、做好。\n市改革领导小组办公室\n2024年2月1日\n", ["甲市政府办公室"]),
        ("《甲局关于某事的通知》政策解读\n一、背景\n为了发展，作此解读。\n", []),
    ],
)  # fmt: skip
def test_issuers(text: str, issuers: list[str]) -> None:
    assert [n.name for n in outlined(text).title_block.issuers] == issuers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某市促进国四排放标准\n老旧货车报废更新实施细则\n根据要求，制定本细则。\n", "某市促进国四排放标准老旧货车报废更新实施细则"),
        ("某市评价标准\n某市评价实施细则\n根据要求，制定本细则。\n", "某市评价标准"),
        ("（三）某省\n1.某省财政局关于印发《甲办法》的通知（2023年5月15日）\n各市：\n请执行。\n", "某省财政局关于印发《甲办法》的通知"),
        ("标题：某局关于印发《甲计划》的通知\n链接：https://a.gov.cn/b_1.html\n正文\n甲发〔2025〕4号\n各单位：\n请执行。\n", "某局关于印发《甲计划》的通知"),
        ("附件：\n《甲局关于某事的通知》政策解读\n一、背景\n为了发展，作此解读。\n", "《甲局关于某事的通知》政策解读"),
    ],
)  # fmt: skip
def test_where_a_title_begins_and_ends(text: str, title: str) -> None:
    assert outlined(text).title_block.title == title


@pytest.mark.parametrize("words", ["附件：", "说明：", "备注：", "注："])
def test_headings_that_end_in_a_colon_are_no_addressees(words: str) -> None:
    assert outlined(f"某市收费一览表\n{words}\n按规定收取。\n").title_block.recipients == ()


def test_addressees_stand_below_a_long_box() -> None:
    box = "".join(f"{name}：某某\n" for name in ("来源", "分类", "主题词", "作者", "字体", "阅读", "编辑"))
    text = f"关于某事的通知\n{box}各市人民政府，有关单位：\n请执行。\n"
    assert [n.name for n in outlined(text).title_block.recipients] == ["各市人民政府", "有关单位"]


def test_annexes_listed_under_a_label_alone() -> None:
    text = LEAD + "一、做好工作。\n附件：\n1.登记流程\n2.审核表\n"
    assert [(a.label, a.title, a.present) for a in outlined(text).annexes] == [
        ("附件1", "登记流程", False),
        ("附件2", "审核表", False),
    ]


@pytest.mark.parametrize(
    ("listed", "signed", "titles"),
    [
        ("1、甲流程；\n2、乙清单。\n", "某市民政局\n", ["甲流程", "乙清单"]),
        (
            "1. 某局关于报送《甲方案（2026年）》的函；\n",
            "某市民政局\n",
            ["某局关于报送《甲方案（2026年）》的函"],
        ),
        ("甲流程；\n乙清单。\n", "某市民政局\n", ["甲流程", "乙清单"]),
        ("1.甲评分标准；\n2.乙名单\n", "", ["甲评分标准", "乙名单"]),
        # An annex that stands there is no list: its points are sentences.
        ("1.由区民政局牵头，加强领导。\n2.落实责任，加强督查。\n", "", []),
    ],
)
def test_a_list_of_annexes_whose_items_end_as_items_do_stands_above_the_signature(
    listed: str, signed: str, titles: list[str]
) -> None:
    made = outlined(f"{LEAD}一、做好工作。\n附件：\n{listed}{signed}2026年3月1日\n")
    listed_of_it = [a.title for a in made.annexes if not a.present]
    assert listed_of_it == titles
    if titles:
        assert made.title_block.written_date == "2026-03-01"
        assert [n.name for n in made.title_block.issuers] == signed.split()


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            ["附件1：甲流程图", "附件2：乙申报书", "附件3：2026年丙汇总表"],
            ["甲流程图", "乙申报书", "2026年丙汇总表"],
        ),
        (["附件1. 甲标准（试行）", "附件2. 《乙规程》"], ["甲标准（试行）", "《乙规程》"]),
        (["附表一、甲指标", "附表二、乙台账。"], ["甲指标", "乙台账"]),
    ],
)
def test_annexes_each_on_a_line_with_its_label_are_a_list(lines: list[str], titles: list[str]) -> None:
    text = LEAD + "请认真落实，见附件1。\n\n某市民政局\n2026年3月1日\n" + "\n".join(lines) + "\n"
    annexes = outlined(text).annexes
    assert [a.title for a in annexes] == titles
    assert [a.number for a in annexes] == list(range(1, len(titles) + 1))
    assert not any(a.present for a in annexes)


def test_a_label_with_its_title_above_text_is_no_list() -> None:
    text = LEAD + "请认真落实。\n\n附件1：甲流程图\n受理、审核、办结。\n附件2：乙申报书\n填写姓名。\n"
    assert not [p for p in outlined(text).passages if p.role == "annex_list" and "乙" in p.text]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["附件1-2.docx"], [(1, "甲汇总表"), (2, "乙进展表")]),
        (["附件1：甲汇总表.doc", "附件2.doc", "附件.zip"], [(1, "甲汇总表"), (2, "乙进展表")]),
        (["3.丙名单.doc 4.丁图.pdf"], [(1, "甲汇总表"), (2, "乙进展表"), (3, "丙名单"), (4, "丁图")]),
        (["附件3.pdf"], [(1, "甲汇总表"), (2, "乙进展表"), (3, "")]),
    ],
)
def test_a_file_named_by_labels_alone_is_no_further_annex(
    files: list[str], found: list[tuple[int, str]]
) -> None:
    text = (
        LEAD + "一、做好工作。\n附件：\n1.甲汇总表\n2.乙进展表\n某市民政局\n2026年3月1日\n" + "\n".join(files)
    )
    assert [(a.number, a.title) for a in outlined(f"{text}\n").annexes] == found


def test_an_annex_may_be_named_by_a_title_that_quotes_another() -> None:
    text = LEAD + "一、做好工作。\n附件：《甲通知》政策解读\n"
    assert [a.title for a in outlined(text).annexes] == ["《甲通知》政策解读"]


# --- fragments --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "label", "role"),
    [
        ("一、改造食堂。\n二、规范采购。\n", "附件：甲任务分解", "annex_label"),
        ("序号\t事项\t数量\n1\t甲\t5\n2\t乙\t6\n", "附件：甲任务分解表", "annex_label"),
        ("抄送：某市委办公室。\n", "附件：甲任务分解表", "annex_list"),
        ("一、改造食堂。\n二、规范采购。\n", "附件：甲任务分解表.docx", "annex_list"),
        ("2.乙流程图\n3.丙流程图\n", "附件：1.甲流程图", "annex_list"),
        ("（此件公开发布）\n1.联系人：张某\n2.联系电话：12345\n", "附件：甲登记表", "annex_list"),
        ("附件\n甲任务分解表\n一、改造食堂。\n二、规范采购。\n", "附件：甲任务分解表", "annex_list"),
    ],
)
def test_below_the_day_a_label_with_a_title_heads_the_annex(below: str, label: str, role: str) -> None:
    text = LEAD + f"请认真落实。\n\n某市民政局\n2026年3月1日\n{label}\n{below}"
    made = outlined(text)
    assert next(p.role for p in made.passages if p.text == label) == role
    if role == "annex_label":
        assert [(a.label, a.title, a.present) for a in made.annexes] == [("附件", label[3:], True)]


def test_a_label_with_a_title_right_above_a_table_heads_it() -> None:
    rows = "序号\t事项\t数量\n1\t甲\t5\n2\t乙\t6\n"
    made = outlined(
        LEAD + f"任务见附表。\n\n附表：甲任务分解表\n单位：个\n{rows}\n某市民政局\n2026年3月1日\n"
    )
    assert [(a.title, a.present) for a in made.annexes] == [("甲任务分解表", True)]
    assert made.title_block.written_date == "2026-03-01"


def test_tables_are_cut_out_with_their_captions() -> None:
    text = (
        NOTICE
        + "\n序号\t镇街\t数量\n1\t甲镇\t5\n\n\n某区行政规范性文件\n\n\n2\t乙镇\t6\n\n附件 2\n指标\n类别\t要求\n面积\t800\n"
    )
    first, second = outlined(text).fragments
    assert (first.annex, first.title, len(first.rows), first.breaks) == ("附件1", "计划表", 4, (2, 3))
    assert (second.annex, second.title, [p.text for p in second.rows[1]]) == (
        "附件2",
        "指标",
        ["面积", "800"],
    )


def test_a_table_that_lost_its_separators() -> None:
    text = (
        NOTICE
        + "序号 指 标 名 称 2020年 2025年 责任部门\n\n1 覆盖率 90% 95% 区民政局\n\n2\n很长的\n名称 — 60% 区教委\n"
    )
    (fragment,) = outlined(text).fragments
    assert fragment.kind == "lines"
    assert [row[0].text for row in fragment.rows][-1] == "名称 — 60% 区教委"


def test_pipes_are_cells() -> None:
    text = "# 关于某事的通知\n\n各单位：\n\n请执行。\n\n| 序号 | 任务 |\n|---|:--|\n| 1 | 甲 |\n"
    (fragment,) = outlined(text, "text/markdown").fragments
    assert [[p.text for p in row] for row in fragment.rows] == [["序号", "任务"], ["1", "甲"]]


def test_a_mark_that_a_title_never_closes_ends_with_the_title() -> None:
    text = "甲市关于印发《社区养老工作方案的通知\n甲政发〔2023〕5号\n各单位：\n请执行。\n"
    block = outlined(text).title_block
    assert (block.doc_number, block.document_type) == ("甲政发〔2023〕5号", "通知")
    assert block.subject_title == "社区养老工作方案"


def test_addressees_are_read_as_a_list_of_agencies() -> None:
    text = "关于甲事的通知\n各市、县人民政府，市政府各委、办、局，有关单位：\n请执行。\n"
    names = [n.name for n in outlined(text).title_block.recipients]
    assert names == ["各市人民政府", "县人民政府", "市政府各委、办、局", "有关单位"]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "甲市住房公积金管理委员会文件\n甲公积金委〔2020〕2号\n关于调整贷款规定的通知\n各缴存职工：\n请执行。\n",
            ["甲市住房公积金管理委员会"],
        ),
        (
            "发文机关：甲市民政局\n文号：甲民〔2020〕2号\n正文\n关于调整标准的通知\n各单位：\n请执行。\n",
            ["甲市民政局"],
        ),
        (
            "发文机构：甲市医保局\n联合发文单位：甲市人社局\n甲市医保局等单位关于新增项目的通知\n各单位：\n请执行。\n",
            ["甲市医保局", "甲市人社局"],
        ),
        (
            "发文机关：甲市政府\n甲市人民政府关于新增项目的通知\n各单位：\n请执行。\n甲市人民政府\n2020年3月1日\n",
            ["甲市人民政府"],
        ),
        (
            "中共甲市委办公室甲市人民政府办公室关于印发\n《甲市工作方案》的通知\n各单位：\n请执行。\n",
            ["中共甲市委办公室", "甲市人民政府办公室"],
        ),
        (
            "中共甲市委办公室关于印发\n《甲市工作方案》的通知\n各单位：\n请执行。\n中共甲市委员会办公室\n2023年2月7日\n",
            ["中共甲市委员会办公室"],
        ),
        (
            "甲市发展和改革委员会甲市财政局关于印发工作方案的通知\n各单位：\n请执行。\n",
            ["甲市发展和改革委员会", "甲市财政局"],
        ),
        ("牵头单位：组织部\n正文\n甲区促进人才发展的政策措施\n为促进发展，制定本措施。\n", []),
    ],
)
def test_who_issued_what_is_not_signed(text: str, issuers: list[str]) -> None:
    assert [named.name for named in outlined(text).title_block.issuers] == issuers


@pytest.mark.parametrize(
    "torn",
    [
        "进一步落实《国务院办公厅关于推进养老服务\n\n— 3 —\n\n甲县人民政府文件\n\n发展的意见》，完善制度。",
        "进一步落实《国务院办公厅关于推进养老服务\n\n甲县人民政府文件\n\n# Page 4:\n\n发展的意见》，完善制度。",
        "进一步落实《国务院办公厅关于推进养老服务\n\n- 12 -\n\n政策文件选编\n\n发展的意见》，完善制度。",
    ],
)
def test_a_head_beside_a_page_number_inside_a_sentence_is_no_part_of_it(torn: str) -> None:
    points = "一、甲事项。做好甲。\n二、乙事项。做好乙。\n三、丙事项。做好丙。\n"
    assert (
        body(LEAD + points + "四、" + torn)[-1]
        == "四、进一步落实《国务院办公厅关于推进养老服务发展的意见》，完善制度。"
    )


def test_a_line_beside_a_page_number_after_a_sentence_is_a_heading() -> None:
    text = "一、甲事项。做好甲。\n二、乙事项。做好乙。\n三、丙事项。做好全市养老服务的各项工作。\n\n— 3 —\n\n保障措施\n\n加强领导。"
    assert "保障措施" in "".join(body(LEAD + text))
