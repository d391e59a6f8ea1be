"""A notice's own plan is no document it cites."""

from __future__ import annotations

import pytest

from pipeline.extract.citations import citations
from pipeline.extract.citations.kinds import issuer_of, kind_of
from pipeline.extract.citations.own_names import (
    is_handed_out,
    is_others,
    is_own_draft,
    is_this_one,
    own_names,
)
from pipeline.extract.citations.titles import Cited
from pipeline.language.documents import bare
from pipeline.model import Document, Outline, TitleBlock
from pipeline.outline import outline
from pipeline.tables import mend


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("各单位：现将【甲方案】印发给你们，请执行。", True),
        # What stands in the next line was not joined.
        ("各单位：现将【甲方案】和《乙清单》", True),
        ("经市政府同意，现将修订后的【甲办法】（以下简称《办法》）印发给你们", True),
        ("现将《乙清单》和【甲方案】印发给你们", True),
        ("现将【甲方案】《乙清单》等4个方案印发给你们", True),
        ("【甲方案】已经第42次市政府常务会议审议通过，现印发给你们", True),
        ("【甲方案】已经市政府审议通过，并经市委常委会会议审议通过，现印发给你们", True),
        ("为落实要求，特制定【甲方案】，经市政府同意，现印发给你们", True),
        ("制定了【甲细则】，现予印发执行。", True),
        ("为落实要求，我委编制了【甲方案】。现印发给你们", True),
        ("经市政府同意，将市财政局关于【甲办法】印发给你们，请执行。", True),
        ("现将省司法厅起草的【甲条例】及其说明全文公布，征求意见。", True),
        ("去年，将【甲办法】印发各县。", False),
        ("现将2024年【甲计划】发给你们，请认真执行。", True),
        ("经研究，现下达【甲计划】。", True),
        ("现就【甲办法（草案）】向社会公开征求意见。", True),
        ("现就贯彻【甲意见】提出如下要求。", False),
        ("结合实际，我局制定了【甲方案】，请认真贯彻执行。", True),
        ("省厅专家编制了【甲指南】（2024年版），供各地参考。", True),
        ("各县修订【甲细则】，请示上级后公布。", False),
        ("认真落实【甲意见】，请各县抓好执行。", False),
        ("市委办公室近日印发了《甲方案》。【甲方案】全文如下。", True),
        ("近日，市政府印发【甲措施】，全文如下：", True),
        ("日前，省厅出台【甲措施】，现将全文刊登如下。", True),
        ("根据【甲方案】要求，制定了本方案，现印发给你们", False),
        ("按照【甲方案】，经研究，现印发给你们", False),
        ("现将【国务院关于甲的意见】转发给你们", False),
        ("落实好【甲方案】，依据【乙办法】发布公告", False),
        ("【甲方案】印发的通知自即日起废止", False),
    ],
)
def test_what_a_notice_hands_out(text: str, own: bool) -> None:
    before, rest = text.split("【", 1)
    assert is_handed_out(before, rest.split("】", 1)[1].replace("【", "《").replace("】", "》")) is own


def test_the_issuers_place_may_be_left_out_of_the_title() -> None:
    text = "甲市人民政府关于印发推进社区养老服务工作方案的通知\n各单位：\n请执行。\n"
    names = own_names(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert names["推进社区养老服务工作方案"] == names["甲市推进社区养老服务工作方案"] == "self"
    assert "乙市推进社区养老服务工作方案" not in names
    assert names["甲市人民政府推进社区养老服务工作方案"] == "self"


def test_an_earlier_notice_of_the_same_title_is_another_document() -> None:
    block = TitleBlock(title="甲市引进人才管理办法", doc_number="甲府规〔2022〕2号")
    assert is_others("甲府规〔2018〕30号", "based_on", block)
    assert not is_others("甲府规〔2022〕2号", "based_on", block) and not is_others(None, "based_on", block)


def test_an_earlier_order_is_told_by_its_serial() -> None:
    block = TitleBlock(title="甲市养犬管理办法", doc_number="甲市人民政府令第12号")
    assert is_others("甲市人民政府令第5号", "based_on", block) and is_others(
        "市政府令第5号", "based_on", block
    )
    assert not is_others("市政府令第12号", "based_on", block)
    own = {"甲市引进人才管理办法": "self"}
    cited = Cited("甲市引进人才管理办法（试行）", 0, 16, None, 16)
    assert kind_of(cited, own, ("", "同时废止。"), False) == "policy"
    assert kind_of(cited, own, ("", "由甲局负责解释。"), False) == "self"


def test_the_issuer_is_a_name_alone() -> None:
    assert issuer_of("为贯彻落实农业农村部") == "农业农村部"
    assert issuer_of("按照民政部等部门") == "民政部等部门"
    assert issuer_of("具体工作依照国务院办公厅") == "国务院办公厅"
    assert issuer_of("按照国家卫生健康委") == "国家卫生健康委"
    assert issuer_of("现将市公安局制定的") == "市公安局"
    assert issuer_of("修订市局") == "市局"
    assert issuer_of("按照市政府") == issuer_of("　　依据市政府") == "市政府"
    assert issuer_of("按市教育局") == issuer_of("关于印发市教育局") == "市教育局"
    assert issuer_of("县生态环境局拟定的") == "县生态环境局"
    assert issuer_of("根据全部") is None
    assert issuer_of("照明办") == "照明办"
    assert issuer_of("根据《甲法》、国务院") == "国务院"


@pytest.mark.parametrize(
    ("text", "name", "own"),
    [
        # Named before the text says that it issues it, under the short name it gives it.
        ("会议审议了《甲条例（草案）》（以下简称《条例》）。现将《条例》全文公布。", "甲条例（草案）", True),
        ("形成了《甲办法（征求意见稿）》，现向社会公开征求意见。", "甲办法（征求意见稿）", True),
        ("现将《甲名单》予以公示。依《甲名单》办理。", "甲名单", True),
        ("根据《乙办法》，现将《甲名单》予以公示。", "乙办法", False),
        # Printed whole below, with or without 的.
        (
            "请按《甲县项目申报工作指南》办理。\n甲县项目申报的工作指南\n一、范围\n甲县。",
            "甲县项目申报工作指南",
            True,
        ),
        (
            "请按《乙县项目申报工作指南》办理。\n甲县项目申报工作指南\n一、范围\n甲县。",
            "乙县项目申报工作指南",
            False,
        ),
    ],
)
def test_own_wherever_it_is_named(text: str, name: str, own: bool) -> None:
    text = f"甲局通知\n各单位：\n{text}\n"
    names = own_names(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert (bare(name) in names) is own


@pytest.mark.parametrize(
    ("name", "before", "title", "kind"),
    [
        ("甲重点专项2026年度申报指南", "请按照", "申报指南", "self"),
        ("甲市城市更新行动方案", "对照", "城市更新行动方案", "self"),
        ("甲县申报指南", "按照省厅", "申报指南", "policy"),
        ("甲省物业管理条例", "根据", "物业管理条例", "law"),
        ("甲局转发乙部关于做好丙工作通知", "现将", "关于做好丙工作的通知", "policy"),
    ],
)
def test_what_a_name_of_its_own_ends_in(name: str, before: str, title: str, kind: str) -> None:
    cited = Cited(title, 0, len(title) + 2, None, len(title) + 2)
    assert kind_of(cited, {name: "self"}, (before, "办理"), False) == kind


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("甲市人民政府关于印发《甲市河湖管护方案》的通知", True),
        ("《甲市河湖管护方案》起草说明", True),
        ("【文字解读】《甲市河湖管护方案》政策解读", True),
        ("关于公开征求《甲市河湖管护方案》意见的通告", True),
        ("甲市民政局关于转发《甲市河湖管护方案》的通知", False),
        ("甲市人民政府关于修改《甲市河湖管护方案》的决定", False),
        ("甲市人民政府关于废止《甲市河湖管护方案》等3件文件的通知", False),
        ("关于贯彻落实《甲市河湖管护方案》的实施细则", False),
    ],
)
def test_a_title_in_the_title_is_own_where_the_notice_issues_it(title: str, own: bool) -> None:
    block = TitleBlock(title=title)
    blank = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "x")
    assert ("甲市河湖管护方案" in own_names(Outline(blank, block, (), (), (), ()))) is own


@pytest.mark.parametrize(
    ("before", "this_one"),
    [
        ("本", True),
        ("制定本", True),
        ("此次出台的", True),
        ("中包含1本", False),
        ("课本", False),
        ("每本", False),
    ],
)
def test_the_notice_speaks_of_itself(before: str, this_one: bool) -> None:
    assert is_this_one(before) is this_one


@pytest.mark.parametrize(
    ("title", "before", "own"),
    [
        ("甲办法（征求意见稿）", "我们起草了", True),
        ("甲条例（草案征求意见稿）", "市司法局拟订了", True),
        ("甲规定（公开征求意见稿）", "会同有关部门研究制定", True),
        ("甲办法（征求意见稿）", "根据", False),
        ("甲办法", "我们起草了", False),
    ],
)
def test_a_draft_on_which_opinions_are_sought_is_the_notices_own(title: str, before: str, own: bool) -> None:
    assert is_own_draft(title, before) is own


@pytest.mark.parametrize("does", ["修改", "废止"])
@pytest.mark.parametrize("law", ["临江市养老条例", "临江市公园管理办法", "安平县殡葬管理规定"])
def test_what_a_decision_amends_or_repeals_is_another_document(does: str, law: str) -> None:
    text = (
        f"临江市人民政府关于{does}《{law}》的决定\n\n会议决定，对《{law}》作如下处理：\n一、{does}第五条。\n"
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    found = citations(mend(outline(document)))
    assert {(f.values["title"], f.values["kind"] == "self") for f in found} == {(law, False)}


@pytest.mark.parametrize(
    "head",
    ["临江市校车管理办法", "临江市城乡建设投资有限公司\n\n资金管理办法", "临江市校外\n培训机构管理规定"],
)
def test_what_is_forwarded_and_printed_below_is_an_annex(head: str) -> None:
    name = "".join(head.split())
    text = (
        f"临江市教育局关于转发有关文件的通知\n\n各县教育局：\n现将《{name}》转发给你们。\n"
        f"临江市教育局\n2024年5月2日\n\n{head}\n\n第一条 为规范管理，制定本规定。\n"
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    assert {(f.values["title"], f.values["kind"]) for f in citations(mend(outline(document)))} == {
        (name, "annex")
    }


@pytest.mark.parametrize("does", ["转发", "批转"])
def test_what_the_title_says_is_forwarded_goes_with_the_notice(does: str) -> None:
    text = (
        f"临江市人民政府{does}市教育局关于加强学校安全意见的通知\n\n各县人民政府：\n"
        "市教育局《关于加强学校安全的意见》已经市政府同意，请遵照执行。按照《关于加强校车安全的意见》办理。\n"
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    assert [(f.values["title"], f.values["kind"]) for f in citations(mend(outline(document)))] == [
        ("关于加强学校安全的意见", "annex"),
        ("关于加强校车安全的意见", "policy"),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("任务见附件【】。", "annex"),
        ("任务见附件2：【】。", "annex"),
        ("按照附表3【】落实。", "annex"),
        ("按照附件1、附件2中的【】落实。", "annex"),
        ("按照【】（附件2）落实。", "annex"),
        ("按照【】（附后）落实。", "annex"),
        ("按照【】（详见附表一）落实。", "annex"),
        ("按照本通知所附【】落实。", "annex"),
        ("附：【】", "annex"),
        ("按照【】（附件已下发）落实。", "policy"),
        ("按照【】（附带说明）落实。", "policy"),
        ("请附上【】。", "policy"),
        ("依附于【】。", "policy"),
    ],
)
def test_what_stands_in_an_annex_is_said_by_the_words_around(sentence: str, kind: str) -> None:
    title = "安平县招生日程安排"
    text = f"安平县教育局关于做好招生工作的通知\n\n各学校：\n一、{sentence.replace('【】', f'《{title}》')}\n"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    found = [(f.values["title"], f.values["kind"]) for f in citations(mend(outline(document)))]
    assert (title, kind) in found
