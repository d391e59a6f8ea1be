"""Boxes of law sites and of Markdown above a notice, what a page lists of itself, and the heads of announcements."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline, split
from pipeline.outline.title_words import title_to_type

LETTER = "各县人民政府，市政府各部门：\n现将有关事项通知如下。\n一、加强检查。各单位要加强检查。\n"


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


@pytest.mark.parametrize("dot", "∙⋅‧•·")
def test_any_dot_begins_a_line_of_a_box(dot: str) -> None:
    box = f"文章属性\n{dot}【制定机关】临江市人民政府办公厅\n{dot}【公布日期】2024.03.05\n{dot}【字 号】临政办〔2024〕5号\n{dot}【施行日期】2024.03.05\n正文\n"
    made = block(f"{box}市人民政府办公厅关于做好防汛工作的通知\n临政办〔2024〕5号\n{LETTER}")
    assert [named.name for named in made.issuers] == ["临江市人民政府办公厅"]
    assert (made.written_date, made.doc_number) == ("2024-03-05", "临政办〔2024〕5号")


@pytest.mark.parametrize(
    "row",
    [
        "文 号 | 临政办〔2024〕5号 | 发文日期 | 2024-03-05 16:20 |",
        "发文日期 | 2024年3月5日 09:08:00 | 文号 | 临政办〔2024〕5号 |",
        "| 发文字号 | 临政办〔2024〕5号 | 成文日期 | 2024/3/5 8:30 |",
    ],
)
def test_a_row_of_a_box_that_prints_the_hour_is_of_the_box(row: str) -> None:
    below = "---|---|---|---|\n发布机构 | 临江市西山区人民政府办公室 | 有 效 性 | 有效 |\n"
    made = block(f"{row}\n{below}区人民政府办公室关于做好防汛工作的通知\n{LETTER}")
    assert (made.written_date, made.doc_number) == ("2024-03-05", "临政办〔2024〕5号")


def test_an_hour_elsewhere_is_the_pages() -> None:
    made = block(f"临江市民政局关于做好防汛工作的通知\n2024-03-05 16:20 | 某网 | 收藏\n{LETTER}")
    assert made.written_date is None


@pytest.mark.parametrize(
    "listed",
    [
        "热门关键词: 临江省著名商标申请 科技项目申报中心 企业研发中心申报 新产品鉴定 高新技术企业认定服务",
        "热门搜索：公积金提取办理流程 社会保障卡补办换领 居住证申领条件 义务教育入学报名 不动产登记查询",
        "热搜词：入学报名 居住证 公积金提取办理流程说明 社会保障卡补办 不动产登记信息网上查询服务指南",
    ],
)
def test_what_a_page_lists_of_itself_ends_above_the_title(listed: str) -> None:
    text = "为加快结构调整，推动产业转型升级，制定本政策。\n一、资金安排\n1.设立专项资金1亿元。\n"
    title = "2024年临江高新区支持产业发展若干政策措施"
    assert block(f"{listed}\n{title}\n{text}").title == title


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("中华人民共和国临江总署\n公 告\n2024年第31号", "中华人民共和国临江总署公告2024年第31号"),
        ("临江市公安局\n通告\n2024年 第6号", "临江市公安局通告2024年第6号"),
        ("临江市财政局\n通 报\n2024年第3号", "临江市财政局通报2024年第3号"),
        ("公告\n2024年第31号", "2024年第31号"),
    ],
)
def test_the_word_of_a_head_may_stand_alone_below_the_name(head: str, number: str) -> None:
    assert (
        block(f"{head}\n\n为规范管理，现将有关事项公布如下：\n一、自2024年5月1日起施行。\n").doc_number
        == number
    )


@pytest.mark.parametrize(
    ("title", "type_"),
    [("市政府工作报告重点工作责任分解（2024年）", "责任分解"), ("西山县十件实事责任分解", "责任分解")],
)
def test_what_is_divided_among_bodies_is_a_paper(title: str, type_: str) -> None:
    assert title_to_type(title) == type_


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("临江市人民政府起草地方性法规草案和制定规章程序规定", "issued"),
        ("临江市预算草案编报和审核办法（试行）", "issued"),
        ("临江市城市公共停车场建设管理条例草案", "draft"),
        ("临江市停车场管理办法（草案）", "draft"),
        ("草案：西山县停车场管理办法", "draft"),
        ("草案 西山县停车场管理规定（修订）", "draft"),
        ("草案西山县停车场工作制度", "draft"),
        ("西山县停车场建设草案：管理办法", "draft"),
        ("草案西山县禁火的决定", "draft"),
        ("西山县规章草案审核工作规程", "issued"),
        ("草案：西山县禁火的决定", "draft"),
        ("西山县人民政府关于印发《西山县规章草案起草工作规定（试行）》的通知", "issued"),
        ("关于《西山县规章草案起草工作规定》征求意见的通知", "draft"),
    ],
)
def test_a_rule_about_drafts_is_none(title: str, status: str) -> None:
    assert block(f"{title}\n\n第一条 为了规范管理，制定本规定。\n").status == status


@pytest.mark.parametrize(
    "speaker",
    ["西山县人民政府县长 李大川", "临江市人民检察院检察长 王某某", "临江市中级人民法院院长 李川"],
)
def test_who_gives_a_report_is_no_title_of_it(speaker: str) -> None:
    said = "我代表县人民政府，向大会报告工作，请予审议。\n一、过去五年工作\n全县生产总值增长8%。\n"
    made = block(f"2024年1月15日在西山县第十九届人民代表大会第一次会议上\n{speaker}\n各位代表：\n{said}")
    assert made.title == ""


@pytest.mark.parametrize(
    "path",
    [
        "下载中心首页 » 动态公告 » 标准动态 » 临江市民政局关于印发《临江市养老办法》的通知",
        "政策文件 > 养老服务 > 关于印发《临江市养老办法》的通知 临民发〔2024〕5号",
        "本站 › 公告 › 《临江市养老办法》",
    ],
)
def test_where_a_page_stands_may_end_in_a_title_with_its_marks(path: str) -> None:
    title = "临江市民政局关于印发《临江市养老办法》的通知"
    assert block(f"{path}\n{title}\n{LETTER}").title == title


@pytest.mark.parametrize(
    "title", ["临江市民政局关于印发养老办法》助餐办法》的通知", "西山县公园》河道管理办法》的通知"]
)
def test_a_title_that_lost_its_first_mark_is_no_path(title: str) -> None:
    assert block(f"{title}\n\n{LETTER}").title == title


@pytest.mark.parametrize("path", ["本站》公告》临江市养老办法", "养老服务 》 居家养老 》 临江市养老办法"])
def test_a_path_may_end_in_a_kind_of_paper(path: str) -> None:
    title = "临江市民政局关于印发《临江市养老办法》的通知"
    assert block(f"{path}\n{title}\n{LETTER}").title == title


def test_a_title_over_several_lines_is_no_path() -> None:
    title = "临江市民政局关于印发《临江市养老办法》《临江市助餐办法》的通知"
    assert (
        block(f"临江市民政局关于印发《临江市养老\n办法》《临江市助餐办法》的通知\n\n{LETTER}").title == title
    )


PLAN = "一、总体目标\n到2027年，新建充电桩300个。\n二、主要任务\n由市发展改革委牵头建设。\n"


@pytest.mark.parametrize(
    "news",
    [
        "近日，临江市就做好充电设施建设作出部署。\n来源：临江发布\n全文如下：\n",
        "记者从市政府新闻办获悉，有关方案已经出台。原文如下：\n",
        "日前，多个部门联合部署这项工作，明确了任务。\n\n编辑：李四\n\n全文如下\n",
    ],
)
@pytest.mark.parametrize("title", ["临江市充电设施建设三年行动计划（2025—2027年）", "西山县充电桩布局规划"])
def test_the_paper_that_news_brings_has_its_title(news: str, title: str) -> None:
    assert block(f"{news}{title}\n\n{PLAN}").title == title


def test_what_follows_in_a_notice_is_no_paper_that_it_brings() -> None:
    text = "各区人民政府：\n现将有关精神传达给你们，全文如下：\n市政府专题会议纪要\n一、会议听取了汇报。\n"
    made = block(f"临江市人民政府办公室关于传达会议精神的通知\n\n{text}")
    assert made.title == "临江市人民政府办公室关于传达会议精神的通知"


@pytest.mark.parametrize("day", ["成文日期：2024年3月5日", "发布日期：2024-03-08", "印发日期：2024年3月5日"])
def test_the_day_in_a_box_below_news_ends_no_notice(day: str) -> None:
    box = f"近日，临江市就做好防汛工作作出部署。\n发文字号：临政办〔2024〕5号\n{day}\n"
    head = "临江市人民政府办公室关于做好防汛工作的通知\n临政办〔2024〕5号\n"
    text = f"{box}\n{head}\n{LETTER}\n临江市人民政府办公室\n2024年3月5日\n"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    assert [notice.notice_id for notice in split(document)] == ["n"]


@pytest.mark.parametrize("line", ["点击上方蓝字关注我们", "点击蓝字关注临江发布", "请点蓝字关注"])
def test_whom_a_page_asks_to_follow_is_no_part_of_the_title(line: str) -> None:
    title = "《临江市养老服务办法》问答"
    made = block(
        f"临江发布 2024-03-05 18:30 临江\n{line}\n{title}\n\n一、为什么制定？\n答：为了规范养老服务。\n"
    )
    assert made.title == title


@pytest.mark.parametrize("day", ["日期：2024/3/9", "发布日期：2024-03-09", "印发时间：2024年3月9日"])
def test_a_title_below_a_sentence_and_a_boxed_day(day: str) -> None:
    head = "近日，临江市就做好防汛工作作出部署，明确了目标任务。"
    title = "临江市人民政府办公室关于印发《临江市防汛办法》的通知"
    assert block(f"{head}\n\n{day}\n\n{title}\n\n{LETTER}").title == title
