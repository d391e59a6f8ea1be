"""A notice that lost every line end has its title, number, days, issuers and points all the same, or says why not."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

PLAN = (
    "临江市人民政府办公室关于印发临江市绿色出行实施方案的通知临政办发〔2024〕5号各县（区）人民政府，市政府各部门:"
    "《临江市绿色出行实施方案》已经市政府同意，现印发给你们，请认真贯彻执行。临江市人民政府办公室2024年5月6日(此件公开发布)"
    "临江市绿色出行实施方案为贯彻落实《某省绿色出行条例》，制定本方案。一、总体目标到2026年，新建步道13公里。"
    "二、重点任务(一)项目建设。新建停车位200个。(责任单位：市园林局)(二)和谐共建。1.开展宣传。每年举办4场。2.开展评选。"
    "三、保障措施(一)加强领导。(二)强化督导。附件：1.任务分工表2.指标表"
)
DIRECT = (
    "临园发〔2025〕12号临江市园林局关于调整养护标准的通知各区园林局，有关单位：为做好养护工作，现就有关事项通知如下："
    "一、养护标准为每平方米12元。二、自2025年4月1日起执行。临江市园林局2025年3月1日"
)
RULES = "临江市园林管理办法第一章总则第一条为了规范管理，制定本办法。第二条本办法适用于本市。第二章管理第三条市园林局负责监督。第四条每年检查2次。"
VARIANTS = (
    (
        PLAN,
        ("临江市人民政府办公室关于印发临江市绿色出行实施方案的通知", "临政办发〔2024〕5号", "2024-05-06", ["临江市人民政府办公室"]),
        ["一", "二", "二/（一）", "二/（二）", "二/（二）/1", "二/（二）/2", "三", "三/（一）", "三/（二）"],
    ),
    (
        DIRECT,
        ("临江市园林局关于调整养护标准的通知", "临园发〔2025〕12号", "2025-03-01", ["临江市园林局"]),
        ["一", "二"],
    ),
    (
        RULES,
        ("临江市园林管理办法", None, None, []),
        ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条", "第二章/第四条"],
    ),
)  # fmt: skip


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


@pytest.mark.parametrize(("text", "head", "points"), VARIANTS)
def test_a_notice_in_one_line(text: str, head: tuple[object, ...], points: list[str]) -> None:
    made = outlined(text)
    block = made.title_block
    assert (block.title, block.doc_number, block.written_date, [n.name for n in block.issuers]) == head
    assert [c.clause_id for c in made.clauses] == points
    assert not made.issues


def test_what_is_issued_and_annexed_is_told_too() -> None:
    made = outlined(PLAN)
    assert made.title_block.subject_title == "临江市绿色出行实施方案"
    assert [n.name for n in made.title_block.recipients] == ["各县（区）人民政府", "市政府各部门"]
    assert [a.title for a in made.annexes] == ["任务分工表", "指标表"]
    assert made.passages[-2].text == "（二）强化督导。"


@pytest.mark.parametrize(
    "text",
    ["抓好落实，形成合力，" * 20, "新建步道13公里，按期完成。" * 12, "一、抓好落实。二、形成合力。" * 8],
)
def test_where_no_title_is_found_one_issue_says_so(text: str) -> None:
    assert [issue.kind for issue in outlined(text).issues] == ["no_line_ends"]


def test_a_letter_without_a_title_has_its_line_ends() -> None:
    text = "各镇人民政府：\n" + "抓好落实，形成合力，" * 24 + "。\n某县农业农村局\n2023年2月6日\n"
    assert [issue.kind for issue in outlined(text).issues] == ["title_not_found"]


@pytest.mark.parametrize(
    "annexes", ["附件：1.任务分工表2.指标清单", "附件：绿地名录", "附表：1.图书目录2.申请书3.样式"]
)
def test_a_signature_below_the_annexes_and_what_is_issued_below_that(annexes: str) -> None:
    text = (
        "关于印发某方案的通知各单位：现印发给你们，请认真执行。"
        + annexes
        + "临江市园林局2025年3月1日临江市绿地养护工作方案一、目标。建成绿地20处。二、任务。（一）甲。（二）乙。"
    )
    made = outlined(text)
    assert [n.name for n in made.title_block.issuers] == ["临江市园林局"]
    assert made.title_block.written_date == "2025-03-01"
    assert len(made.annexes) == annexes.count(".") or len(made.annexes) == 1
    assert [c.clause_id for c in made.clauses] == ["一", "二", "二/（一）", "二/（二）"]


def test_every_character_stays_in_its_place() -> None:
    shown = [(p.text[i], PLAN[place]) for p in outlined(PLAN).passages for i, place in enumerate(p.places)]
    assert len(shown) == len(PLAN)
    assert all(a == b or (a, b) in {("（", "("), ("）", ")"), ("：", ":")} for a, b in shown)


BODY = "\n".join(f"{n}、加强{what}工作。各地要高度重视，抓好落实，形成合力。" for n, what in zip("一二三", ("领导", "宣传", "督导"), strict=True))  # fmt: skip


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        # The head alone has lost its line ends.
        (
            "临江市教育局关于做好招生工作的通知临教发〔2024〕5号各县教育局，各学校：",
            "临江市教育局关于做好招生工作的通知",
            "临教发〔2024〕5号",
        ),
        (
            "科技部印发《关于支持创新的若干措施》的通知国科发区〔2024〕8号各省科技厅：",
            "科技部印发《关于支持创新的若干措施》的通知",
            "国科发区〔2024〕8号",
        ),
        (
            "临江市人民政府文件临政发〔2024〕7号临江市人民政府关于加强养老服务工作的意见各区人民政府：",
            "临江市人民政府关于加强养老服务工作的意见",
            "临政发〔2024〕7号",
        ),
        # A title over the end of a line, in a text wrapped without regard to its paragraphs.
        (
            "临江市教育局关于做好招生\n工作的通知临教发〔2024〕5号各县教育局，各\n学校：",
            "临江市教育局关于做好招生工作的通知",
            "临教发〔2024〕5号",
        ),
    ],
)
def test_a_head_that_lost_its_line_ends(head: str, title: str, number: str) -> None:
    block = outlined(f"{head}\n为贯彻落实有关要求，现将有关事项通知如下。\n{BODY}\n").title_block
    assert (block.title, block.doc_number) == (title, number)
    assert block.recipients


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("教育部公安部国家安全部2024年5月6日", ["教育部", "公安部", "国家安全部"]),
        (
            "附件：任务清单临江市教育局临江市公安局2024年5月6日（此件公开发布）",
            ["临江市教育局", "临江市公安局"],
        ),
        (
            "临江市爱国卫生运动委员会（临江市卫生健康委员会）2024年5月6日",
            ["临江市爱国卫生运动委员会（临江市卫生健康委员会）"],
        ),
    ],
)
def test_a_signature_in_the_line_of_the_last_sentence(foot: str, names: list[str]) -> None:
    block = outlined(
        f"关于做好招生工作的通知\n各县教育局：\n现将有关事项通知如下。\n{BODY}{foot}"
    ).title_block
    assert [named.name for named in block.issuers] == names
    assert block.written_date == "2024-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "发文机关：临江市教育局发文字号：临教发〔2024〕5号成文日期：2024年5月6日临江市教育局关于做好招生工作的通知各县教育局：现将有关事项通知如下。",
        "标题：临江市教育局关于做好招生工作的通知发文字号：临教发〔2024〕5号成文日期：2024-05-06有效性：有效临江市教育局关于做好招生工作的通知各县教育局：现就有关事项通知如下。",
        "索引号：0001发文机关：临江市教育局发文字号：临教发〔2024〕5号发文日期：2024年5月6日正文临江市教育局关于做好招生工作的通知各县教育局：现将有关事项通知如下。",
    ],
)
def test_a_box_that_lost_its_line_ends(text: str) -> None:
    block = outlined(text).title_block
    assert (block.title, block.doc_number) == ("临江市教育局关于做好招生工作的通知", "临教发〔2024〕5号")
    assert ([n.name for n in block.issuers], block.written_date) == (["临江市教育局"], "2024-05-06")


@pytest.mark.parametrize(
    "line",
    [
        "会议由市教育局主持。2024年5月6日前完成。",
        "各单位要按照临江市教育局2024年5月6日印发的方案执行。",
        "标准另行公布。市教育局2024年5月6日起受理申请。",
    ],
)
def test_a_day_in_a_sentence_is_no_signature(line: str) -> None:
    block = outlined(f"关于做好招生工作的通知\n各县教育局：\n{BODY}\n{line}\n").title_block
    assert (block.written_date, block.issuers) == (None, ())


TEXT = "一、加强领导。各地要高度重视，抓好落实。二、加强宣传。各地要形成合力，营造氛围。三、加强督导。各地要按期完成，及时报告。"


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        # The value of the last field ends where the title in the box is printed again, or who issues it is named.
        (
            "标题：临江市教育局关于做好招生工作的通知主题分类：教育综合临江市教育局关于做好招生工作的通知临教发〔2024〕5号各县教育局：",
            "临江市教育局关于做好招生工作的通知",
            "临教发〔2024〕5号",
        ),
        (
            "【法宝引证码】 CLI.4.1264制定机关：教育部 机构沿革法规类别：教育综合规定教育部关于加强中小学安全工作的通知（教基〔2024〕5号）各省教育厅：",
            "教育部关于加强中小学安全工作的通知",
            "教基〔2024〕5号",
        ),
        (
            "成文日期：2024-05-06有效性：是临江市教育局关于做好招生工作的通知临教发〔2024〕5号各县教育局：",
            "临江市教育局关于做好招生工作的通知",
            "临教发〔2024〕5号",
        ),
        (
            "来源：市教育局网站日期：2024-05-06 09:43标题：临江市教育局关于做好招生工作的通知链接：https://a.gov.cn/1.html正文临教发〔2024〕5号各县教育局：",
            "临江市教育局关于做好招生工作的通知",
            "临教发〔2024〕5号",
        ),
        # One field, a count of visits, a number of the register, the number of a page.
        ("发布日期：2024-05-06关于执行《招生办法》的实施细则为了执行，制定本细则。", "关于执行《招生办法》的实施细则", None),
        ("关于做好招生工作的通知访问量：687各县教育局：", "关于做好招生工作的通知", None),
        ("LJDR-2024-01008临教发〔2024〕5号临江市教育局关于做好招生工作的通知各县教育局：", "临江市教育局关于做好招生工作的通知", "临教发〔2024〕5号"),
        ("2.临江市教育局关于做好招生工作的通知（2024年5月6日）# Page 79:临教发〔2024〕5号各县教育局：", "临江市教育局关于做好招生工作的通知", "临教发〔2024〕5号"),
        # The title once more; numbers of other forms; what the text calls itself.
        ("临江市招生工作实施方案临江市招生工作实施方案招生是大事。", "临江市招生工作实施方案", None),
        ("临江市教育局关于做好招生工作的通知临教函2024年第32号各县教育局：", "临江市教育局关于做好招生工作的通知", "临教函2024年第32号"),
        ("临江市招生管理办法临江市人民政府令（第19号）《临江市招生管理办法》已经通过，现予公布。", "临江市招生管理办法", "临江市人民政府令第19号"),
        ("附件3临江市学生健康行动计划学生健康是大事，为了学生，制定本行动计划。", "临江市学生健康行动计划", None),
        ("临江市学生健康行动计划 学生健康是大事。", "临江市学生健康行动计划", None),
    ],
)  # fmt: skip
def test_heads_that_lost_their_line_ends(head: str, title: str, number: str | None) -> None:
    block = outlined(head + TEXT).title_block
    assert (block.title, block.doc_number) == (title, number)


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("临江市招生工作领导小组办公室（代章）2024年5月6日", ["临江市招生工作领导小组办公室"]),
        (
            "附件：临江市招生预案（修订） 临江市教育局 2024年5月6日 临江市招生预案（修订） 1.总则",
            ["临江市教育局"],
        ),
    ],
)
def test_feet_that_lost_their_line_ends(foot: str, names: list[str]) -> None:
    block = outlined(f"关于做好招生工作的通知各县教育局：{TEXT}{foot}").title_block
    assert ([named.name for named in block.issuers], block.written_date) == (names, "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "临江市人大常委会第九次会议听取了市政府关于提请审议规划的议案，并对规划进行了审议。会议同意市政府上报规划，批准后严格组织实施，不得擅自修改。",
        "会议传达了省政府关于做好防汛工作的通知，要求各地抓好落实，形成合力，按期完成任务，及时报告情况，确保万无一失。",
    ],
)
def test_what_somebody_did_is_no_title(text: str) -> None:
    assert not outlined(text).title_block.document_type


@pytest.mark.parametrize(
    "line",
    [
        "每人补贴标准为500元。",
        "培训补贴标准为A类2000元/人、B类1500元/人。",
        "困难职工救助标准为每户3000元。",
        "一级技师奖励办法为人民币2万元一次付清。",
    ],
)
def test_what_a_standard_is_begins_no_text(line: str) -> None:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"某市2026年工作方案\n\n{line}\n")
    assert outline(document).passages[-1].text == line


@pytest.mark.parametrize(
    "text",
    [
        "根据《某厅等四部门印发<关于推进学区制治理的指导意见>的通知》（某教函〔2023〕87号）精神，经审核，现予公示。\n某省教育厅\n2023年10月7日\n",
        "按照某市关于印发救助工作方案的通知，各县要抓好落实。\n某市民政局\n2023年10月7日\n",
        "《某省关于加快对接〈某协定〉（RCEP）经贸新规则 扎实推进开放实施意见》现印发给你们，请认真贯彻执行。\n某省商务厅\n2023年10月7日\n",
        "某区、某县的城镇特困人员基本生活标准为每人每月2094元，其基本饮食标准为每人每月785元，按月发放。\n",
    ],
)
def test_a_sentence_begins_with_no_title(text: str) -> None:
    assert outlined(text).title_block.title == ""


def test_addressees_below_a_box_are_not_where_the_name_of_the_issuer_stands_again() -> None:
    box = "索引号：SZ-2025-0013\n发文机构：市政府办公室\n发文日期：2025年2月27日\n发布机构：市政府办公室\n"
    head = "临江市人民政府办公室关于做好防汛工作的意见\n来源：市政府办公室 阅读：30\n"
    sent = "各区县人民政府，市新区管委会，市政府各工作部门、直属事业单位：\n"
    told = outlined(f"{box}{head}{sent}　　现就做好防汛工作提出以下意见。\n　　一、加强值守。\n").title_block
    names = ["各区县人民政府", "市新区管委会", "市政府各工作部门", "直属事业单位"]
    assert [named.name for named in told.recipients] == names


@pytest.mark.parametrize(
    "title",
    [
        "临江区城市更新行动2025年重点工作安排表",
        "临江县爱国卫生运动方案2025年任务分解",
        "某市“厕所革命”行动2025年项目计划表",
    ],
)
def test_a_title_may_say_a_year_in_its_middle(title: str) -> None:
    rows = "序号 工作内容 牵头单位\n1 整治背街小巷45条 区城管局\n2 新建口袋公园12个 区住建局\n3 加装电梯60部 区住建局\n"
    assert outlined(f"{title}\n{rows}").title_block.title == title
