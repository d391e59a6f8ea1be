"""What a notice cites, each kind in three wordings, from the text of a whole notice."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pipeline.extract.citations import citations
from pipeline.extract.citations.relations import lead_of, relation_of
from pipeline.extract.citations.titles import quoted
from pipeline.model import Document, Fact
from pipeline.outline import outline
from pipeline.tables import mend

BLOCK = """临江市民政局关于印发《临江市困难群众救助工作规程》的通知
临民发〔2026〕15号

各县（市、区）民政局：

　　现将《临江市困难群众救助工作规程》印发给你们，请遵照执行。
"""
IN_HOUSE = ("self", "annex", "form")


def read(text: str) -> list[Fact]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", BLOCK + text)
    found = citations(mend(outline(document)))
    for fact in found:
        assert document.text[fact.span.start : fact.span.end].strip()
    return list(found)


def cited(text: str) -> list[tuple[object, object]]:
    """(title, number) of what is cited beyond the notice itself, its annexes and forms."""
    return others_of(read(text))


def others_of(found: Iterable[Fact]) -> list[tuple[object, object]]:
    return [(f.values["title"], f.values["doc_number"]) for f in found if f.values["kind"] not in IN_HOUSE]


@pytest.mark.parametrize(
    "text",
    [
        "为贯彻落实《某意见》\n（临政办〔2022〕8号）等文件精神，制定本规程。",
        "为贯彻落实《某意见》（临政\n\n办〔2022〕8号）等文件精神，制定本规程。",
        "为贯彻落实《某\n\n\n意见》（临政办〔2022〕8号）等文件精神，制定本规程。",
        "为贯彻落实《某\n# Page 3:\n意见》\n（临政办〔2022〕8号）等文件精神，制定本规程。",
        "为贯彻落实临政办〔2022〕8号《某意见》精神，制定本规程。",
        "为贯彻落实《某意见（临政办〔2022〕8号）》精神，制定本规程。",
        "为贯彻落实《某意见》（临政办〔2022〕8号，以下简称《意见》）精神，按《意见》要求，制定本规程。",
    ],
)
def test_title_and_number_are_one_wherever_the_line_ends(text: str) -> None:
    assert cited("　　" + text) == [("某意见", "临政办〔2022〕8号")]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("（临政办2022〕8号）", "临政办〔2022〕8号"),
        ("（临政办〔20228号）", "临政办〔2022〕8号"),
        ("（临政办〔2022）8号）", "临政办〔2022〕8号"),
        ("（临政办「2022」8号）", "临政办〔2022〕8号"),
        ("（临政办〔2022]8号，以下简称《规程》）", "临政办〔2022〕8号"),
        # A year in a bracket is no number.
        ("（2022）8号楼", None),
    ],
)
def test_a_number_whose_brackets_are_lost_or_mixed_belongs_to_its_title(
    printed: str, number: str | None
) -> None:
    assert cited(f"　　为贯彻《某省救助意见》{printed}，制定本规程。") == [("某省救助意见", number)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("落实民发〔2026〕52、53号文件。", [(None, "民发〔2026〕52号"), (None, "民发〔2026〕53号")]),
        (
            "落实《甲意见》《乙办法》（民发〔2026〕52、53号）。",
            [("甲意见", "民发〔2026〕52号"), ("乙办法", "民发〔2026〕53号")],
        ),
        ("符合GB/T 29353—2012要求。", [(None, "GB/T 29353—2012")]),
        ("符合《养老设施标准》（JGJ 450-2018）要求。", [("养老设施标准", "JGJ 450-2018")]),
        # A standard beside its title needs no year, an old one has two digits of it; of two letters and one digit it is none.
        ("符合《养老设施标准》（JGJ450）要求。", [("养老设施标准", "JGJ450")]),
        ("符合《养老机构规范》（GB/T 29353）要求。", [("养老机构规范", "GB/T 29353")]),
        ("达到JGJ450《养老设施标准》要求。", [("养老设施标准", "JGJ450")]),
        ("执行《造纸污水排放标准 (GB3544-92)》。", [("造纸污水排放标准", "GB3544-92")]),
        ("参照TJ36-79《企业设计卫生标准》。", [("企业设计卫生标准", "TJ36-79")]),
        ("控制《温室气体清单》（SF6）排放。", [("温室气体清单", None)]),
        ("公布《甲条例》（NO：SC112371）。", [("甲条例", None)]),
        (
            "应符合《甲法》(91号主席令)《乙条例》(293号国务院令)的规定。",
            [("甲法", "91号主席令"), ("乙条例", "293号国务院令")],
        ),
        # Of 〔2023〕 the second half is lost; the year stands first.
        ("落实《甲意见》（临政发〔202315号）。", [("甲意见", "临政发〔2023〕15号")]),
        ("按照(86)财税字第82号文件执行。", [(None, "（86）财税字第82号")]),
        (
            "按照〔1987〕财预字5号、（85）国函字31号执行。",
            [(None, "〔1987〕财预字5号"), (None, "（85）国函字31号")],
        ),
        ("根据《中华人民共和国慈善法》第十二条办理。", [("中华人民共和国慈善法", None)]),
        # A report that something goes by is a paper; one that is handed in or filled in is a form.
        ("收费标准参照《某区清运成本分析报告》执行。", [("某区清运成本分析报告", None)]),
        ("根据《全市养老服务需求调查报告》，制定方案。", [("全市养老服务需求调查报告", None)]),
        ("依据《某项目环境影响报告书》组织实施。", [("某项目环境影响报告书", None)]),
        ("按照《项目进展情况自查报告》格式报送。", []),
        ("提交《某项目可行性研究报告》和《验收报告》，根据《自查报告》整改。", []),
        ("按照国务院令第649号办理。", [(None, "国务院令第649号")]),
        # Marks as they are scanned, one of them lost.
        ("落实〈甲意见〉要求。", [("甲意见", None)]),
        ("落实<<甲意见>>（临政发〔2023〕5号）要求。", [("甲意见", "临政发〔2023〕5号")]),
        ("落实《甲意见（临政发〔2023〕5号）要求。", [("甲意见", "临政发〔2023〕5号")]),
        ("根据《关于甲的意见要求，制定本规程。", [("关于甲的意见", None)]),
        ("你局《关于甲的请示收悉。", [("关于甲的请示", None)]),
        ("根据《甲办法》（建设部等9部委令第162号），制定本规程。", [("甲办法", "建设部等9部委令第162号")]),
        ("你县《关于甲方案的函悉，经研究，同意。", [("关于甲方案的函", None)]),
        ("认真落实甲工作意见》（临政发〔2023〕5号）要求。", [("甲工作意见", "临政发〔2023〕5号")]),
        ("按照《国务院令第649号》办理。", [(None, "国务院令第649号")]),
        ("按照《甲规定》（1998年甲省政府令第19号）办理。", [("甲规定", "甲省政府令第19号")]),
        ("按照《甲规定》（建设部81号令）办理。", [("甲规定", "建设部81号令")]),
        # Figures as a scan misreads them.
        ("按照临政发〔2O24〕l5号办理。", [(None, "临政发〔2024〕15号")]),
        ("落实《甲意见》（临政办〔20l8〕29号）。", [("甲意见", "临政办〔2018〕29号")]),
        ("依据《甲办法》（国务院令第6O0号）。", [("甲办法", "国务院令第600号")]),
        # What is made public by the year; a paper that was received.
        ("原《甲公告》（2016年第2号）同时废止。", [("甲公告", "2016年第2号")]),
        ("废止《关于甲的通告（2021年第5号）》。", [("关于甲的通告", "2021年第5号")]),
        ("落实《甲规划》（2021年）。", [("甲规划", None)]),
        ("您提出的《扩大食堂覆盖面》收悉。", [("扩大食堂覆盖面", None)]),
        ("落实《2030年可持续发展议程》。", [("2030年可持续发展议程", None)]),
        ("符合《养老设施标准》\n　　（JGJ 450-2018）要求。", [("养老设施标准", "JGJ 450-2018")]),
        # A class letter stands before the figures of standards of roads.
        ("执行《公路标准》（JTG B01-2014）。", [("公路标准", "JTG B01-2014")]),
        (
            "执行JTG D60-2015和《桥涵规范》（JTG/T F50—2011）。",
            [("桥涵规范", "JTG/T F50—2011"), (None, "JTG D60-2015")],
        ),
        # An order joined to another paper by 和; of the name of a ministry 和 is a part.
        (
            "参照临政发〔2020〕12号和水利部令第37号。",
            [(None, "临政发〔2020〕12号"), (None, "水利部令第37号")],
        ),
        ("依据甲规定和住房城乡建设部令第37号。", [(None, "住房城乡建设部令第37号")]),
        ("依据人力资源和社会保障部令第8号。", [(None, "人力资源和社会保障部令第8号")]),
        # What has an edition is a paper, whatever its last word.
        ("普及《居民健康知识与技能（2024年版）》。", [("居民健康知识与技能（2024年版）", None)]),
        (
            "落实《文明十条（试行）》《养老服务二十四问（修订）》。",
            [("文明十条（试行）", None), ("养老服务二十四问（修订）", None)],
        ),
        (
            "按照《社会救助暂行办法》（国务院令第649号）办理。",
            [("社会救助暂行办法", "国务院令第649号")],
        ),
    ],
)
def test_numbers_in_a_row_of_standards_and_of_orders(text: str, want: list[tuple[object, object]]) -> None:
    assert cited("　　" + text) == want


@pytest.mark.parametrize(
    "text",
    [
        "办好《看临江》杂志。",
        "主干课程为《计算机原理》、《会计基础》。",
        "推广《长者食堂》软件，拍摄纪录片《江边的人》。",
        "唱好《我和我的祖国》，评选《新时代好少年》。",
        "发放《安全生产知识手册》2万册，印制《救助政策汇编大纲》1500余本。",
        "推广《老马调解工作法》《情境教学法》。",
        "《临江市困难群众救助工作规程》（以下简称《规程》）自5月1日起施行，《规程》由市民政局解释。",
        "本《规程》自5月1日起施行。",
        "符合《办法》第三条的，填写《临江市困难群众救助申请表》。",
    ],
)
def test_works_short_names_forms_and_the_notice_itself_are_not_cited(text: str) -> None:
    assert cited("　　" + text) == []


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("根据", "的规定", "based_on"),
        ("按照", "要求", "in_accordance"),
        ("贯彻落实", "精神", "implements"),
        ("原", "同时废止", "repeals"),
        ("", "（临民发〔2019〕3号）、市财政局《乙办法》自2026年5月1日起不再执行。", "repeals"),
        ("决定废止", "、《乙办法》。", "repeals"),
        ("本办法取代", "。", "replaces"),
        ("修订", "。", "amends"),
        ("对", "作如下修改：", "amends"),
        ("", "第五条修改为“甲”。", "amends"),
        ("现将", "转发给你们", "forwards"),
        ("转发", "的通知", "forwards"),
        ("做好", "等新修订7部法规的宣传", "mentions"),
        ("现将", "有关情况说明如下", "mentions"),
        ("出台了《甲实施办法》《乙落实方案》", "等文件", "mentions"),
        # The nearest words say it, over other titles and who issued this one.
        ("根据《甲法》《乙条例》等法律法规，按照", "要求", "in_accordance"),
        ("依据《甲法》，贯彻", "精神", "implements"),
        ("贯彻党中央部署，依据", "制定本办法", "based_on"),
        ("按照国务院《关于加强甲乙丙丁工作的意见》（国发〔2007〕24号）和某省", "要求", "in_accordance"),
        ("根据《甲法》及其实施条例等法规和", "规定", "based_on"),
        ("根据《甲法》，结合我市实际，制定", "。", "mentions"),
        ("自印发之日起执行，", "由市民政局解释", "mentions"),
        ("项目资金不再执行", "。", "repeals"),
        ("推动", "落地见效", "implements"),
        # They reach to the comma behind what they name.
        ("根据《甲通知》（甲发〔2021〕54号），登记簿已有记载，或者", "施行前", "mentions"),
        ("自实施之日起至《甲办法》期满之日止，届时与", "期满修订", "mentions"),
        ("根据《甲暂行办法》和管理要求，以及", "，现将", "based_on"),
        ("市教育局制定的", "已经市政府研究同意，现转发给你们", "forwards"),
        ("", "（临教〔2019〕3号）已经省政府同意，现予转发。", "mentions"),
    ],
)
def test_why_a_document_is_named(before: str, after: str, relation: str) -> None:
    assert relation_of(before, after) == relation


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("下列文件自本通知印发之日起废止：", "repeals"),
        ("决定对以下文件予以修改：", "amends"),
        ("现将下列文件转发给你们：", "forwards"),
        ("现将有关事项通知如下：", None),
        ("下列文件废止后，有关事项如下说明。", None),
    ],
)
def test_what_stands_over_a_list_is_said_of_each(lead: str, relation: str | None) -> None:
    assert lead_of(lead) == relation
    items = "\n　　1.《甲办法》（临民发〔2010〕1号）\n　　2.临江市民政局《乙意见》\n　　3.关于丙的通知（临民发〔2012〕3号）\n"
    found = [f.values["relation"] for f in read(f"　　{lead}{items}") if f.values["kind"] == "policy"]
    assert found == [relation or "mentions"] * 3
    assert [f.values["relation"] for f in read(f"　　{lead}《甲办法》；《乙意见》。")][1:] == [
        relation or "mentions"
    ] * 2


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("1.2编制依据", "based_on"),
        ("（二）政策依据：", "based_on"),
        ("制定依据如下：", "based_on"),
        ("检查结果作为处理依据", "mentions"),
    ],
)
def test_the_heading_of_what_a_plan_goes_by(heading: str, relation: str) -> None:
    items = "　　1.《甲办法》（临民发〔2010〕1号）\n　　2.《乙意见》\n"
    found = [f.values["relation"] for f in read(f"　　{heading}\n{items}") if f.values["kind"] == "policy"]
    assert found == [relation] * 2


def test_what_the_notice_hands_out_it_issues() -> None:
    (own,) = read("")
    assert (own.values["kind"], own.values["relation"]) == ("self", "issues")


def test_a_paper_of_our_own_title_that_is_passed_on_is_anothers() -> None:
    text = "关于开展隐患排查的通知\n\n各小学：\n现将临教综〔2007〕224号文《关于开展隐患排查的通知》转发给你们，请遵照执行。\n中心小学\n2007年9月5日\n"
    found = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert others_of(found) == [("关于开展隐患排查的通知", "临教综〔2007〕224号")]


def test_documents_in_cells_are_cited() -> None:
    rows = "序号\t事项\t依据\n1\t审批\t《江北省养老服务条例》第五条\n2\t备案\t临民发〔2020〕7号\n3\t宣传\t《看临江》杂志\n"
    found = [f for f in read(f"　　事项见下表。\n\n{rows}\n") if f.table_id]
    assert [(f.values["title"], f.values["doc_number"]) for f in found] == [
        ("江北省养老服务条例", None),
        (None, "临民发〔2020〕7号"),
    ]


def test_lines_of_a_pages_own_box_make_no_title() -> None:
    assert [c.title for c in quoted("印发《关甲标题：于促进乙发文机关：丙措施》的通知，依据《丁法》")] == [
        "丁法"
    ]


@pytest.mark.parametrize("number", ["江民发〔2026〕1号", "（江民发〔2026〕1号）", "江民发[2026] 1号"])
def test_the_head_of_a_forwarded_notice_cites_nothing(number: str) -> None:
    text = f"现将《省厅关于做好救助工作的通知》（江民发〔2026〕1号）转发给你们。\n\n省厅关于做好救助工作的通知\n\n{number}\n\n各市民政局：\n"
    assert [f.values["doc_number"] for f in read(text)].count("江民发〔2026〕1号") == 1
    assert cited("按照下列文件执行：\n\n江民发〔2026〕2号\n") == [(None, "江民发〔2026〕2号")]


@pytest.mark.parametrize("above", ["现将有关要求通知如下。", "各市民政局要抓好落实。", "省民政厅文件"])
def test_a_line_of_a_number_alone_heads_what_is_printed_here(above: str) -> None:
    assert cited(f"　　{above}\n\n江民发〔2026〕2号\n\n　　一、加强救助。\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政策文件 > 关于印发《江北省救助办法》的通知",
        "救助工作规程（江民规〔2026〕2号 江北省民政厅）",
        "发文字号 江民规〔2026〕2号 发文单位 江北省民政厅",
    ],
)
def test_what_stands_over_the_title_is_not_cited(line: str) -> None:
    document = Document(
        "n", "n.txt", "0" * 64, "text/plain", "utf-8", f"{line}\n\n{BLOCK}　　一、加强救助。\n"
    )
    found = citations(mend(outline(document)))
    assert [f for f in found if f.values["kind"] not in IN_HOUSE] == []


@pytest.mark.parametrize("label", ["标题：", "名称: ", "【正文】"])
def test_what_only_the_notices_title_names_is_not_cited_again(label: str) -> None:
    title = "临江市民政局关于转发《关于做好救助工作的通知》的通知"
    text = (
        f"{title}\n临民发〔2026〕15号\n\n各县（市、区）民政局：\n\n　　请认真执行。\n\n{label}{title}\n"
        "　　按《关于做好救助工作的通知》（江民发〔2026〕2号）执行。\n"
    )
    found = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert others_of(found) == [("关于做好救助工作的通知", "江民发〔2026〕2号")]


def test_an_earlier_document_of_the_notices_own_title_is_cited() -> None:
    title = "临江市民政局关于印发《临江市救助办法》的通知"
    text = f"{title}\n临民发〔2026〕15号\n\n各县（市、区）民政局：\n\n　　请认真执行。《{title}》（临民发〔2018〕3号）同时废止。\n"
    found = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert [(f.values["doc_number"], f.values["relation"]) for f in found] == [
        ("临民发〔2018〕3号", "repeals")
    ]


@pytest.mark.parametrize("label", ["发文字号：", "文号 ", "文件编号：", "文件字号：", "文件号："])
def test_the_number_in_the_box_of_a_page_is_the_notices_own(label: str) -> None:
    assert cited(f"　　本页信息见下。\n\n{label}江民规〔2026〕2号　发布机构：江北省民政厅。\n") == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("临民发〔2019〕35号、临民发〔2020〕12号文件同时废止。", ["repeals", "repeals"]),
        ("民政发〔2019〕35、36号自本办法施行之日起停止执行。", ["repeals", "repeals"]),
        ("按照临民发〔2019〕35号、临民发〔2020〕12号执行。", ["in_accordance", "in_accordance"]),
    ],
)
def test_what_is_said_of_a_row_of_numbers_is_said_of_each(text: str, want: list[str]) -> None:
    assert [f.values["relation"] for f in read("　　" + text) if f.values["kind"] == "policy"] == want


@pytest.mark.parametrize(
    ("text", "annexes"),
    [
        ("按《甲通知》（财税〔2016〕36号）附件3执行。", 0),
        ("按《甲决定》附件1所列项目办理。", 0),
        ("填写《申报表》，见附件1。", 1),
        ("按本《规程》附件1填报。", 1),
    ],
)
def test_an_annex_named_behind_another_document_is_that_ones(text: str, annexes: int) -> None:
    assert sum(str(f.values["title"]).startswith("附件") for f in read("　　" + text)) == annexes


def test_a_year_behind_the_number_of_an_annex_is_none_of_it() -> None:
    found = [f.values["title"] for f in read("　　见附件1 2026年任务分配表。") if f.values["kind"] == "annex"]
    assert found == ["附件1"]


@pytest.mark.parametrize("number", ["第14号", "第14号——收入", "第3号-存货"])
def test_what_a_title_names_stands_before_its_own_number(number: str) -> None:
    assert cited(f"　　按照《企业会计准则{number}》核算。") == [(f"企业会计准则{number}", None)]


@pytest.mark.parametrize("between", ["", "文件", "文"])
def test_a_number_before_its_title(between: str) -> None:
    assert cited(f"根据临文明字〔2016〕9号{between}《关于开展评选活动的通知》要求，开展评选。\n") == [
        ("关于开展评选活动的通知", "临文明字〔2016〕9号")
    ]


@pytest.mark.parametrize("edition", ["", "（2023—2025年）", "（试行）"])
def test_a_short_name_with_its_edition_is_no_other_document(edition: str) -> None:
    named = "（2023—2025年）" if edition.startswith("（2") else edition
    text = f"按照《河川省制造业高质量发展三年行动计划{named}》要求，抓好落实。《三年行动计划{edition}》提出20条任务。\n"
    assert cited(text) == [(f"河川省制造业高质量发展三年行动计划{named}", None)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "须符合国务院国发〔1979〕234号《关于印章的规定》的要求。",
            ("关于印章的规定", "国发〔1979〕234号"),
        ),
        ("按民政部民发〔2021〕7号文件印发的《乙办法》办理。", ("乙办法", "民发〔2021〕7号")),
        ("执行(83)建总人字第982号通知印发的 《机构规定》。", ("机构规定", "（83）建总人字第982号")),
        ("依照省住房城乡建设厅建办质〔2018〕31号文发布的《戊办法》。", ("戊办法", "建办质〔2018〕31号")),
        ("执行人社部发〔2020〕5号《丙意见》。", ("丙意见", "人社部发〔2020〕5号")),
        ("按财建〔2020〕3号要求，2020年发布的《丁办法》有效。", ("丁办法", None)),
    ],
)
def test_a_number_before_the_title_it_made_known_without_the_name_of_the_body(
    text: str, want: tuple[str, str | None]
) -> None:
    assert want in cited("　　" + text)


@pytest.mark.parametrize(
    "said",
    [
        "项目编号：临采招〔2023〕12号，招标编号：临建招字〔2023〕第5号。",
        "国有土地使用证号为临国用（2010）第123号，房产证为临房权证字〔2011〕第45号。",
        "中标通知书编号临招中〔2023〕7号，合同备案号临合备〔2023〕9号。",
    ],
)
def test_what_numbers_a_project_a_contract_a_certificate_names_no_document(said: str) -> None:
    found = read(said)
    assert others_of(found) == []
    assert {f.values["kind"] for f in found if f.values["doc_number"]} == {"form"}


def test_the_number_of_a_paper_may_be_called_so_too() -> None:
    assert cited("按发文编号为临政发〔2022〕5号的通知执行。") == [(None, "临政发〔2022〕5号")]


@pytest.mark.parametrize(
    "said",
    [
        "现将《甲办法》印发给你们，请结合本单位本部门实际遵照执行",
        "经研究，现将有关情况通报如下，请各单位结合实际抓好落实",
    ],
)
def test_what_a_letter_without_stops_goes_by_is_cited(said: str) -> None:
    text = f"临江市教育局关于印发甲办法的通知\n\n各县教育局：\n\n根据《乙意见》（临政发〔2023〕5号），{said}\n\n临江市教育局\n2024年5月2日\n\n甲办法\n\n第一条 本办法适用于全市\n"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    assert others_of(citations(mend(outline(document)))) == [("乙意见", "临政发〔2023〕5号")]


@pytest.mark.parametrize(
    "foot",
    [
        "图解丨一图读懂《临江市救助条例》",
        "【文件解读】关于《临江市救助条例》的解读",
        "政策解读链接：《临江市救助条例》解读\n意见反馈情况：《临江市救助条例》公开征求意见反馈",
        "延伸阅读：\n《临江市救助条例》解读之一",
        "您可能还关心：\n临江市出台《救助条例》",
        "媒体评《救助条例》\n关于印发《救助条例细则》的通知（临民发〔2025〕4号）\n2026-05-06",
    ],
)
def test_what_a_page_names_below_the_signature_is_not_cited(foot: str) -> None:
    assert cited(f"　　一、加强救助。\n\n临江市民政局\n2026年3月1日\n\n{foot}\n") == []


@pytest.mark.parametrize(
    ("foot", "titles"),
    [
        ("　　原《临江市救助条例》同时废止", ["临江市救助条例"]),
        ("　　对下列文件予以修改：\n\n《临江市救助条例》", ["临江市救助条例"]),
        ("　　二、落实《临江市救助条例》", ["临江市救助条例"]),
        ("　　编制依据：\n\n《临江市救助条例》", ["临江市救助条例"]),
        ("　　请按《临江市救助条例》，抓好落实", ["临江市救助条例"]),
    ],
)
def test_a_last_line_that_says_something_cites(foot: str, titles: list[str]) -> None:
    assert [title for title, _ in cited(f"　　一、加强救助。\n\n{foot}\n")] == titles


@pytest.mark.parametrize(
    "told",
    [
        "【导读】近日，市政府印发《临江市救助条例》，自2026年起施行。",
        "八、本办法自印发之日起施行。《临江市救助条例》（临政规〔2019〕3号）同时废止。",
    ],
)
def test_what_is_told_above_the_title_and_the_addressees_is_not_cited(told: str) -> None:
    text = f"{told}\n\n{BLOCK}　　一、落实《江北省救助条例》。\n"
    found = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert others_of(found) == [("江北省救助条例", None)]


@pytest.mark.parametrize(
    "does",
    [
        "对《临江市救助措施》（临政文〔2022〕34号）进行修订",
        "《临江市救助措施》（临政文〔2022〕34号）同时废止",
    ],
)
def test_an_earlier_paper_of_the_name_that_is_printed_below_is_no_annex(does: str) -> None:
    text = f"临江市人民政府关于印发临江市救助措施（修订）的通知\n临政规〔2026〕6号\n\n各县：\n\n　　请认真执行。\n\n临江市救助措施\n（修订）\n\n　　经研究，{does}，明确如下。\n"
    found = citations(mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert others_of(found) == [("临江市救助措施", "临政文〔2022〕34号")]


@pytest.mark.parametrize(
    "said",
    [
        "（国办发〔2019〕50号，以下简称《意见》）和《江北省救助条例》",
        "（以下简称“通则”）、《江北省救助条例》",
        "（以下简称《办法》）及《江北省救助条例》",
    ],
)
def test_what_is_named_behind_a_short_name_is_another(said: str) -> None:
    assert ("江北省救助条例", None) in cited(f"　　一、根据《民政部关于救助的意见》{said}要求，加强救助。\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各科室每月报送《会议纪要》。", []),
        ("申请人提交《情况说明》。", []),
        ("落实《会议纪要》要求。", [("会议纪要", None)]),
        ("提交《甘肃省粮食流通规划》审议。", [("甘肃省粮食流通规划", None)]),
        ("报送《2026年清运规划》。", [("2026年清运规划", None)]),
    ],
)
def test_what_those_addressed_write_is_a_form(text: str, expected: list[tuple[str, None]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "对未按期整改的，发出《督办函》、《提示函》。",
        "各县要建立《项目清单》《责任清单》，每月更新。",
        "各敬老院制定《应急处置预案》，报民政局备案。",
        "印制《救助政策宣传手册》，发放到户。",
        "登录系统下载《申报须知》。",
        "制作《办事指南》《服务手册》二维码。",
    ],
)
def test_what_those_addressed_write_or_are_handed_is_no_other_document(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("制定《困难群众救助管理办法实施细则》，明确救助标准。", "困难群众救助管理办法实施细则"),
        ("修订《临江县救助办法》。", "临江县救助办法"),
        ("完善《2026年救助计划》。", "2026年救助计划"),
        ("按照《救助工作指引》建立台账。", "救助工作指引"),
        ("对照《国务院2026年重点工作分工》抓好落实。", "国务院2026年重点工作分工"),
    ],
)
def test_what_is_made_and_says_what_it_is_about_is_one(text: str, title: str) -> None:
    assert cited(text) == [(title, None)]


@pytest.mark.parametrize("filled", ["填写", "提交", "出具"])
def test_what_is_to_be_filled_in_once_is_so_in_every_sentence(filled: str) -> None:
    said = f"一、办理备案。单位{filled}《仓储备案意见》一式两份。经办人将《仓储备案意见》送县局。\n"
    assert cited(said) == []
    assert cited("一、办理备案。经办人将《仓储备案意见》送县局。\n") == [("仓储备案意见", None)]
    assert cited(f"{said}二、依据《仓储备案意见》（某发〔2024〕3号）办理。\n") == [
        ("仓储备案意见", "某发〔2024〕3号")
    ]


@pytest.mark.parametrize("verb", ["印发", "印发了", "发布了"])
def test_the_number_behind_what_somebody_issued_by_a_notice(verb: str) -> None:
    said = f"近期，国家局{verb}《仓储规划方案》的通知（国仓发〔2024〕40号，以下简称《通知》）。\n"
    assert cited(said) == [("仓储规划方案", "国仓发〔2024〕40号")]


def test_a_stop_between_figures_ends_no_title() -> None:
    assert cited("按照《仓储门户接口规范（V3。0）》改造系统。\n") == [("仓储门户接口规范（V3。0）", None)]
    assert cited("按照《仓储门户接口规范。3月底前完成。\n") == [("仓储门户接口规范", None)]


def test_the_figure_of_a_point_begins_no_title() -> None:
    said = "2.省局关于加强仓储管理的通知》（仓发〔2024〕10号）\n"
    assert cited(said) == [("省局关于加强仓储管理的通知", "仓发〔2024〕10号")]


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("落实《仓储意见》要求。", "implements"),
        ("按照《仓储意见》执行。", "in_accordance"),
        ("根据《仓储意见》第三条办理。", "based_on"),
    ],
)
def test_what_one_goes_by_is_a_paper_though_somebody_fills_it_in(said: str, relation: str) -> None:
    found = read(f"单位填写《仓储意见》。经办人将《仓储意见》送县局。{said}\n")
    kinds = [(f.values["kind"], f.values["relation"]) for f in found if f.values["title"] == "仓储意见"]
    assert kinds == [("form", "mentions"), ("policy", "mentions"), ("policy", relation)]


@pytest.mark.parametrize("table", ["附表", "的附表", "中的附件2", "所附表格样式", "附录"])
def test_of_a_paper_whose_table_is_filled_in_the_paper_is_no_form(table: str) -> None:
    assert cited(f"单位填报《仓储管理办法》{table}。\n") == [("仓储管理办法", None)]
    assert cited("单位填报《仓储管理办法》一式两份。\n") == []
