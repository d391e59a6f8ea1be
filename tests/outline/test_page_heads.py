"""What sites put between the title of a notice and its text, and who is addressed and signs all the same."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline

TITLE = "南河县人民政府办公室关于开展春季造林的通知"
ADDRESSED = "各乡镇人民政府，县政府各部门："
TEXT = "春季造林即将开始，请认真组织。\n"
SIGNED = "南河县人民政府办公室\n2024年2月20日\n"


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


def recipients(text: str) -> list[str]:
    return [named.name for named in block(text).recipients]


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


@pytest.mark.parametrize(
    "line",
    [
        "保护视力背景色：",
        "相关图解：《一图读懂春季造林》",
        "朗读本文：",
        "政策问答：《关于开展春季造林的通知》政策问答",
    ],
)
def test_a_line_of_the_page_above_the_addressees_is_not_addressed(line: str) -> None:
    assert recipients(f"{TITLE}\n{line}\n{ADDRESSED}\n{TEXT}{SIGNED}") == ["各乡镇人民政府", "县政府各部门"]


@pytest.mark.parametrize("name", ["林业协会会员：", "承包大户："])
def test_where_no_body_is_named_the_first_line_with_a_colon_is_addressed(name: str) -> None:
    assert recipients(f"{TITLE}\n{name}\n{TEXT}{SIGNED}") == [name.rstrip("：")]


def test_a_body_that_is_named_below_the_first_sentence_is_not_addressed() -> None:
    assert recipients(f"{TITLE}\n{TEXT}各乡镇人民政府：\n报送名单。\n") == []


@pytest.mark.parametrize("clock", ["2024年3月9日 星期六", "2025年12月01日    星期一", "2023年7月4日星期二"])
def test_the_clock_of_a_page_is_no_day_of_the_notice(clock: str) -> None:
    head = f"{clock}\n今日天气：多云\n{TITLE}\n{ADDRESSED}\n{TEXT}"
    assert block(head + "南河县人民政府办公室\n").written_date is None
    assert block(head + SIGNED).written_date == "2024-02-20"


@pytest.mark.parametrize(
    ("printed", "day"),
    [("20240220", "2024-02-20"), ("20191231", "2019-12-31"), ("20240231", None), ("2024022", None)],
)
def test_a_day_in_eight_figures_below_who_signs(printed: str, day: str | None) -> None:
    assert block(f"{TITLE}\n{ADDRESSED}\n{TEXT}南河县人民政府办公室\n{printed}\n").written_date == day


def test_eight_figures_elsewhere_are_no_day() -> None:
    assert block(f"{TITLE}\n20240220\n{ADDRESSED}\n{TEXT}南河县人民政府办公室\n").written_date is None


@pytest.mark.parametrize(
    "box",
    [
        f"标 题： | {TITLE} | ||\n发文字号： | 无 | 有效性： | 有效 |",
        f"索引号：01-2024\n名称：{TITLE}\n发布机构：县政府网站",
        f"信息名称：{TITLE}\n信息分类：通知\n公开方式：主动公开",
    ],
)
def test_the_title_of_a_box_alone_names_who_issues(box: str) -> None:
    made = block(f"{box}\n{ADDRESSED}\n{TEXT}")
    assert (made.title, [named.name for named in made.issuers]) == (TITLE, ["南河县人民政府办公室"])


@pytest.mark.parametrize(
    "listed",
    [
        "附件：关于提前下达2024年造林补助资金的通知（河财农〔2024〕11号）",
        "附件：1.南河县造林任务分解表（河林发〔2023〕9号印发的除外，见第三页）",
        "附件：关于印发《造林补助资金管理办法（试行）》的通知（林规发〔2021〕5号），复印件",
    ],
)
def test_who_signs_below_the_list_of_annexes(listed: str) -> None:
    text = f"北山镇人民政府：\n现下达你镇造林补助资金30万元。\n{listed}\n南河县财政局\n2024年2月20日\n"
    assert issuers(text) == ["南河县财政局"]


@pytest.mark.parametrize(
    "cut",
    [
        "各乡镇人民政府（管委会…",
        "《南河县2024年春季造林…",
        "南河县人民政府办公室关于开展春季造林的通知 各乡镇人民政府（…",
    ],
)
def test_what_a_page_cut_short_does_not_go_on(cut: str) -> None:
    text = f"{TITLE}\n{cut}\n{TITLE}\n\n{ADDRESSED}\n\n{TEXT}{SIGNED}"
    assert (block(text).title, recipients(text)) == (TITLE, ["各乡镇人民政府", "县政府各部门"])


@pytest.mark.parametrize(
    ("day", "speaker", "said", "name"),
    [
        ("2025年1月8日在南河市第十届人民代表大会第四次会议上", "南河市人民政府市长 李建国", "我代表市人民政府，向大会报告工作", "南河市人民政府"),
        ("——2024年2月2日在北山县第三届人民代表大会第一次会议上", "北山县人民政府代县长  王小平", "我代表县人民政府，向大会作政府工作报告", "北山县人民政府"),
        ("（2023年1月12日在东江区第六届人民代表大会第二次会议上）", "区长 张伟", "我代表区人民政府，向大会报告政府工作", "东江区人民政府"),
    ],
)  # fmt: skip
def test_who_gives_a_report_is_named_in_full_below_its_title(
    day: str, speaker: str, said: str, name: str
) -> None:
    text = f"政府工作报告\n{day}\n{speaker}\n各位代表：\n现在，{said}，请予审议。\n一、过去一年工作\n经济平稳增长。\n"
    assert issuers(text) == [name]


@pytest.mark.parametrize("above", ["请认真执行。", "现下达你镇造林补助资金30万元。请专款专用。"])
def test_the_list_of_annexes_of_a_short_notice(above: str) -> None:
    text = f"北山镇人民政府：\n{above}\n附件：1.造林任务表2.2024年资金分配表\n南河县林业局\n2024年2月20日\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert [passage.role for passage in made.passages].count("annex_list") == 1


@pytest.mark.parametrize(
    ("field", "issuer"),
    [
        ("发文单位：南河县人民政府", "南河县人民政府"),
        ("发布机构：南河县人民政府", "南河县人民政府"),
        ("发布机构：南河县林业局", "县人民政府"),
        ("信息来源：县政府网站", "县人民政府"),
    ],
)
def test_a_box_may_say_in_full_who_issues(field: str, issuer: str) -> None:
    text = f"索引号：01-2024\n{field}\n县人民政府关于开展春季造林的通知\n{ADDRESSED}\n{TEXT}"
    assert issuers(text) == [issuer]


@pytest.mark.parametrize(
    "box",
    [
        "【制定机关】南河县林业局\n【公布日期】2024.02.20\n【字号】南林发[2024]7号\n【效力等级】地方工作文件\n",
        "发文机关：南河县林业局\n发文字号：南林发〔2024〕7号\n成文日期：2024年2月20日\n",
        "•【制定机关】南河县林业局\n•【字号】南林发〔2024〕7号\n•【公布日期】2024.02.20\n•【效力等级】地方工作文件\n",
    ],
)
def test_a_box_below_what_a_store_of_papers_says_begins_the_head(box: str) -> None:
    said = "1、下载前请自行甄别内容，平台不提供额外的服务。\n2、如遇问题，请联系客服，我们会尽快处理。\n"
    title = "南河县林业局关于成立领导小组的通知"
    read = block(f"{title}\n{said}文章属性\n{box}正文\n{title}\n各有关单位：\n{TEXT}")
    assert (read.title, read.doc_number, read.written_date) == (title, "南林发〔2024〕7号", "2024-02-20")


def test_a_box_below_a_paper_is_that_of_another() -> None:
    box = "发文机关：北河县林业局\n发文字号：北林发〔2024〕9号\n成文日期：2024年3月1日\n"
    other = "北河县林业局关于防火的通知\n各乡镇：\n请防火。\n"
    read = block(f"{TITLE}\n{ADDRESSED}\n{TEXT}{SIGNED}{box}{other}")
    assert (read.title, [named.name for named in read.recipients]) == (
        TITLE,
        ["各乡镇人民政府", "县政府各部门"],
    )


@pytest.mark.parametrize(
    "line", ["时效性现行有效", "时效性已废止", "效力级别地方规范性文件", "效力级别部门规章"]
)
def test_a_line_of_the_box_whose_colon_is_lost_is_no_title(line: str) -> None:
    read = block(f"发文机关南河县人民政府\n{line}\n发文字号南政函〔2024〕3号\n县林业局：\n你局请示收悉。\n")
    assert (read.title, read.doc_number) == ("", "南政函〔2024〕3号")


@pytest.mark.parametrize("number", ["（南发[2024]7号", "（南发〔2024〕7号", "(南发(2024)7号"])
def test_a_bracket_that_closes_below_the_number_is_no_part_of_it(number: str) -> None:
    read = block(f"{TITLE}\n{number}2024年2月20日）\n{ADDRESSED}\n{TEXT}")
    assert (read.doc_number, read.written_date) == ("南发〔2024〕7号", "2024-02-20")


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("{t}\n来源：林业网\n{t}\n南河县林业局\n", "关于开展春季造林的通知"),
        ("{t}\n南河县林业局\n", "关于开展春季造林的通知"),
        ("{t}\n来源：林业网\n南河县林业局\n", "南河县林业局关于开展春季造林的通知"),
    ],
)
def test_a_name_below_the_title_that_has_none_is_no_part_of_it(above: str, title: str) -> None:
    read = block(f"{above.format(t='关于开展春季造林的通知')}关于开展春季造林的通知\n各乡镇：\n{TEXT}")
    assert (read.title, [n.name for n in read.issuers]) == (title, ["南河县林业局"])


@pytest.mark.parametrize(
    ("above", "order", "issuer"),
    [
        ("国务院\n", "中华人民共和国国务院令", "国务院"),
        ("商务部\n", "中华人民共和国商务部令", "商务部"),
        ("", "中华人民共和国商务部令", "中华人民共和国商务部"),
    ],
)
def test_who_gave_an_order_is_called_as_the_page_calls_it(above: str, order: str, issuer: str) -> None:
    read = block(
        f"造林条例\n{above}造林条例\n{order}\n第7号\n《造林条例》已经通过，现予公布。\n造林条例\n第一条 为了造林，制定本条例。\n"
    )
    assert [named.name for named in read.issuers] == [issuer]


@pytest.mark.parametrize("day", ["二〇二四年二月", "2024年2月", "二○二四年二月"])
def test_the_month_below_a_name_on_a_cover(day: str) -> None:
    read = block(f"南河县造林绿化\n发展规划\n南河县林业局\n{day}\n前言\n{TEXT}")
    assert (read.written_date, [n.name for n in read.issuers]) == ("2024-02", ["南河县林业局"])


@pytest.mark.parametrize("place", ["南河县第十八届", "临江市第五届", "东江省第十四届"])
def test_a_congress_resolves_by_its_own_name(place: str) -> None:
    body = f"{place}人民代表大会第三次会议"
    read = block(f"{body}\n关于政府工作报告的决议\n（2024年1月18日{body}通过）\n会议决定，批准工作报告。\n")
    assert (read.title, [n.name for n in read.issuers]) == (f"{body}关于政府工作报告的决议", [body])


@pytest.mark.parametrize(
    "said",
    ["近日，县政府印发《{}》，全文如下：", "日前，我县出台《{}》，现将全文刊登如下。", "《{}》全文如下："],
)
def test_what_a_page_prints_in_full_below_its_own_headline(said: str) -> None:
    title = "关于支持春季造林的若干措施"
    read = block(f"重磅！造林有新政\n林业发布\n{said.format(title)}\n{title}\n为支持造林，制定以下措施。\n")
    assert (read.title, read.document_type) == (title, "若干措施")


@pytest.mark.parametrize(
    "news",
    [
        "县林业局深化交流促发展，携手共进谋新篇",
        "首届花卉博览会在南河举办，高规格高起点推动产业发展",
        "全县造林现场会召开，部署春季造林",
    ],
)
def test_a_title_stands_apart_from_the_news_above_it(news: str) -> None:
    read = block(f"快速搜索\n\n最近发布\n\n{news}\n\n{TITLE}\n\n南政办发〔2024〕3号\n{ADDRESSED}\n{TEXT}")
    assert (read.title, read.doc_number) == (TITLE, "南政办发〔2024〕3号")


@pytest.mark.parametrize("line", ["loading", "Loading...", "MENU"])
def test_letters_of_a_program_are_no_title(line: str) -> None:
    assert block(f"{line}\n财教〔2022〕222号\n{ADDRESSED}\n{TEXT}").title == ""


@pytest.mark.parametrize(
    "site", ["维基文库，自由的图书馆", "百科全书，人人可编辑的图书馆", "新闻网，您身边的新华社"]
)
def test_a_saying_is_nobodys_name(site: str) -> None:
    title = "关于开展春季造林的通知"
    read = block(f"{title}\n{site}\n{ADDRESSED}\n{TEXT}{SIGNED}")
    assert [named.name for named in read.issuers] == ["南河县人民政府办公室"]


def test_who_issues_is_told_once_however_often_the_box_says_it() -> None:
    box = "发文机关：南河县林业局\n发文字号：南林发〔2024〕7号\n"
    read = block(f"{box}{box}关于春季造林的通知\n各乡镇：\n{TEXT}")
    assert [named.name for named in read.issuers] == ["南河县林业局"]


@pytest.mark.parametrize("plan", ["南河县造林工作实施细则", "南河县造林管理办法", "南河县造林规划"])
def test_a_name_below_a_headline_printed_twice_is_the_sites(plan: str) -> None:
    title = f"关于印发{plan}的通知"
    read = block(
        f"{plan}\n来源：林业网\n{plan}\n东江省南河县人民政府办公室\n{title}\n（南府发〔2003〕37号）\n{ADDRESSED}\n{TEXT}"
    )
    assert read.title == title


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("根据2003年5月9日某部发布的关于公布失效的规章目录的通知失效", "expired"),
        ("本办法已被南河县人民政府令第3号废止", "abolished"),
        ("已被《南河县粮食储备管理条例》废止", "abolished"),
        ("根据《中华人民共和国价格法》，现就有关事项通知如下", "issued"),
    ],
)
def test_a_line_of_a_collection_says_that_a_paper_is_out_of_force(line: str, status: str) -> None:
    title = "关于返还粮食储备基金的通知"
    assert block(f"{title}\n南河县财政局\n\n\n{line}\n\n\n2001年4月9日起，{TEXT}").status == status


@pytest.mark.parametrize(
    "line", ["南河县政府批准县水利局", "县政府授权县司法局", "批准县水利局", "同意县民政局"]
)
def test_what_one_body_does_with_another_names_nobody(line: str) -> None:
    assert not issuers(f"南河县节约用水基金使用办法\n{line}\n第一条 为节约用水，制定本办法。\n")


@pytest.mark.parametrize(
    ("bracket", "issuer"),
    [("（南河县规划工作小组办公室　2010年）", "南河县规划工作小组办公室"), ("（南河县林业局 2024年2月）", "南河县林业局")],
)  # fmt: skip
def test_whose_a_paper_is_stands_in_brackets_with_the_year(bracket: str, issuer: str) -> None:
    read = block(f"南河县造林规划\n{bracket}\n一、目标\n到2025年，造林3万亩。\n")
    assert (read.title, [named.name for named in read.issuers]) == ("南河县造林规划", [issuer])


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("关于印发《造林工作标准》的通知-南林函〔1998〕26号", "南林函〔1998〕26号"),
        ("关于造林工作的意见——南林发〔2021〕2号", "南林发〔2021〕2号"),
        ("关于公布造林名单的公告_南林告〔2020〕11号", "南林告〔2020〕11号"),
    ],
)
def test_a_number_behind_a_title_and_a_dash_is_no_part_of_it(title: str, number: str) -> None:
    read = block(f"{title}\n各乡镇林业站：\n{TEXT}")
    assert (read.title, read.doc_number) == (title.rstrip(number).rstrip("-—_"), number)


@pytest.mark.parametrize("paper", ["政策问答", "起草说明", "有关情况说明"])
def test_what_tells_of_a_paper_goes_on_below_its_name(paper: str) -> None:
    assert block(f"《南河县造林补贴办法》\n{paper}\n问：何时施行？\n答：自2023年1月1日起施行。\n").title == (
        f"《南河县造林补贴办法》{paper}"
    )


def test_the_title_of_a_box_goes_over_the_end_of_a_line() -> None:
    read = block(
        f"政府信息公开\n标题： 南河县人民政府办公室关于做好\n　　2023年防汛抗旱工作的通知\n文号： 南政办〔2023〕21号\n各乡镇：\n{TEXT}"
    )
    assert read.title == "南河县人民政府办公室关于做好2023年防汛抗旱工作的通知"


def test_a_title_within_a_title_goes_over_the_end_of_a_line() -> None:
    text = "按照《关于落实<\n国务院关于造林的若干意见>的实施\n方案》（南林发〔2021〕2号）要求，现通知如下。\n"
    whole = outline(
        Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"关于造林的通知\n各乡镇：\n{text}")
    )
    assert any("《关于落实<国务院关于造林的若干意见>的实施方案》" in p.text for p in whole.passages)


@pytest.mark.parametrize(
    "menu",
    [
        "首页 今日南河 本地新闻 政务公开 招商引资 在线办事",
        "首页 机构 新闻 公开 服务 互动",
        "网站首页 要闻 政务 专题",
    ],
)
def test_a_row_of_a_menu_is_no_part_of_the_title(menu: str) -> None:
    assert block(
        f"{menu}\n南河县造林应急预案\n1.总则\n1.1编制目的\n为做好应急工作，制定本预案。\n"
    ).title == ("南河县造林应急预案")


@pytest.mark.parametrize("plan", ["南河县2023年度重点工作任务分解表", "南河县公园名录", "南河县造林工作总结"])
def test_a_line_that_says_it_is_a_draft_belongs_to_any_paper(plan: str) -> None:
    read = block(f"{plan}\n（讨论稿）\n一、造林类\n1.造林3万亩。\n")
    assert (read.title, read.status) == (f"{plan}（讨论稿）", "draft")


@pytest.mark.parametrize(
    "last",
    [
        "责任单位：县水利局（牵头）、县教育局、县商务局、各乡镇政府",
        "〔县公安局牵头，各乡（镇、街道）人民政府落实〕",
        "（牵头单位：县林业局；责任单位：各乡（镇）人民政府）",
    ],
)
def test_who_signs_below_a_list_of_bodies_begins_its_own_line(last: str) -> None:
    text = f"南河县工作方案\n一、任务\n{TEXT}{last}\n南河县人民政府\n2024年3月1日\n"
    whole = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert any(p.text.endswith(last) for p in whole.passages)
    assert [named.name for named in whole.title_block.issuers] == ["南河县人民政府"]
