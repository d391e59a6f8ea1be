"""Who is made responsible, in all the shapes that notices use."""

from __future__ import annotations

import pytest

from pipeline.extract.citations import citations
from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.leading_groups import leading_groups
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.extract.duties.signs import leads_by
from pipeline.extract.unknown import labels_of_no_role
from pipeline.language.labels import duty_words
from pipeline.model import Document, Fact, Mended
from pipeline.outline import outline

LEAD = "某区人民政府关于加强某项工作的通知\n\n各单位：\n\n"


def mended(text: str) -> Mended:
    return Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", LEAD + text)), ())


def groups(facts: tuple[Fact, ...]) -> list[list[tuple[object, object]]]:
    made: dict[object, list[tuple[object, object]]] = {}
    for fact in facts:
        made.setdefault(fact.span.start, []).append((fact.values["agency_name"], fact.values["role"]))
    return list(made.values())


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("责任单位：区民政局、区财政局，各镇街", [("区民政局", "joint"), ("区财政局", "joint"), ("各镇街", "joint")]),
        ("牵头单位：州民政局责任单位：州住建局、州教育局", [("州民政局", "lead"), ("州住建局", "support"), ("州教育局", "support")]),
        ("牵头单位：市科技局，参与单位：青岛蓝谷管理局", [("市科技局", "lead"), ("青岛蓝谷管理局", "support")]),
        ("区民政局、区卫生健康委按职责分工负责", [("区民政局", "joint"), ("区卫生健康委", "joint")]),
        ("区民政局、区财政局按职责分工负责，区级有关部门参与", [("区民政局", "joint"), ("区财政局", "joint"), ("区级有关部门", "support")]),
        ("生态环境部牵头，国家统计局参与", [("生态环境部", "lead"), ("国家统计局", "support")]),
        ("国家发展改革委会同有关部门负责", [("国家发展改革委", "lead"), ("有关部门", "support")]),
        ("工业和信息化部负责", [("工业和信息化部", "joint")]),
        ("负责部门：邮政局、中国铁路总公司，适用范围：重庆自贸试验区", [("邮政局", "joint"), ("中国铁路总公司", "joint")]),
        ("各有关部门和单位，各省级人民政府按职责分工负责", [("各有关部门和单位", "joint"), ("各省级人民政府", "joint")]),
        ("责任科室：法规科牵头，各科室、各直属单位配合", [("法规科", "lead"), ("各科室", "support"), ("各直属单位", "support")]),
        ("责任单位及承办科室（单位）：市房管中心，市场处", [("市房管中心", "joint"), ("市场处", "joint")]),
        ("责任单位：市直部门按职责分工负责，各县（区）人民政府", [("市直部门", "joint"), ("各县（区）人民政府", "joint")]),
        ("责任单位：市财政局、各县人民政府，各级要认真贯彻落实决策，加强组织实施", [("市财政局", "joint"), ("各县人民政府", "joint")]),
        ("责任单位：市住建局，市政务中心窗口受理、初审", [("市住建局", "joint"), ("市政务中心窗口", "joint")]),
        ("责任单位：各级营商环境牵头部门、各级业务部门", [("各级营商环境牵头部门", "joint"), ("各级业务部门", "joint")]),
        # Time and label in any order, several groups, other verbs.
        ("6月底完成，责任单位：市卫健委", [("市卫健委", "joint")]),
        ("2026年3月取得成效，牵头单位：市发改委；配合单位：市财政局", [("市发改委", "lead"), ("市财政局", "support")]),
        ("责任单位：市直各部门，2025年6月底前", [("市直各部门", "joint")]),
        ("责任单位：市气象局，全年", [("市气象局", "joint")]),
        ("牵头单位：市政府督查室，责任单位：各有关单位，长期坚持", [("市政府督查室", "lead"), ("各有关单位", "support")]),
        ("2025年10月底前市场监管局牵头，各县区配合", [("市场监管局", "lead"), ("各县区", "support")]),
        ("牵头领导：张三，牵头部门：市委宣传部，责任部门：市广电局", [("市委宣传部", "lead"), ("市广电局", "support")]),
        ("甲局牵头，乙厅、丙厅按职责分工配合", [("甲局", "lead"), ("乙厅", "support"), ("丙厅", "support")]),
        ("甲局牵头，国务院相关部门按职责分工负责", [("甲局", "lead"), ("国务院相关部门", "support")]),
        ("市卫生健康委牵头、市民政局参与，各县区落实", [("市卫生健康委", "lead"), ("市民政局", "support"), ("各县区", "support")]),
        ("由市教育局负责，市体育局协助", [("市教育局", "lead"), ("市体育局", "support")]),
        ("由州水务局负责、州林草局配合", [("州水务局", "lead"), ("州林草局", "support")]),
        ("市财政局负责，市审计局、市国资委协同", [("市财政局", "lead"), ("市审计局", "support"), ("市国资委", "support")]),
        ("市民政局会同市财政局、市税务局负责", [("市民政局", "lead"), ("市财政局", "support"), ("市税务局", "support")]),
        ("牵头考核单位：市园林局；配合考核单位：市财政局", [("市园林局", "lead"), ("市财政局", "support")]),
        ("技术攻坚单位：市科技局、市工信局", [("市科技局", "joint"), ("市工信局", "joint")]),
        ("技术攻坚单位：甲公司和有志之士", []),
        ("咨询单位：市教育局", []),
        ("責任單位：市教育局、市體育局", [("市教育局", "joint"), ("市體育局", "joint")]),
        ("牽頭單位：市住房城鄉建設局；配合單位：市財政局", [("市住房城鄉建設局", "lead"), ("市財政局", "support")]),
        ("技工院校内由人力资源社会保障行政部门负责", []),
        ("敬老院", []),
        ("含2个农村照护中心、11个敬老院改造升级", []),
        ("以下简称《方案》", []),
        ("企业、社会组织、供销合作社等", []),
    ],
)  # fmt: skip
def test_lists(inside: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.name, a.role) for a in read_list(inside)] == expected


def test_names_with_brackets_in_other_brackets() -> None:
    text = "（一）创新。推动发展。〔区科技局、某综保区管委会（珞璜工业园发展中心）按职责分工负责〕"
    assert groups(responsibilities(mended(text))) == [
        [("区科技局", "joint"), ("某综保区管委会（珞璜工业园发展中心）", "joint")]
    ]


def test_first_leads_from_where_it_is_said() -> None:
    text = (
        "（一）甲。做好。（责任单位：区教委、区财政局）\n"
        "（二）乙。做好。（责任单位：区民政局、区财政局）（排首位的责任单位为牵头单位，下同）\n"
        "（三）丙。做好。（责任单位：区卫健委、区医保局）\n"
    )
    assert [[role for _, role in g] for g in groups(responsibilities(mended(text)))] == [
        ["joint", "joint"],
        ["lead", "support"],
        ["lead", "support"],
    ]


def test_label_lines_of_one_point_are_one_assignment() -> None:
    text = "1.推进改革，完善机制。\n牵头单位：市发改委\n责任单位：\n各区人民政府，市财政局等市级有关部门\n完成时限：2023年6月底前\n2.提升。\n牵头单位：市民政局\n"
    assert groups(responsibilities(mended(text))) == [
        [
            ("市发改委", "lead"),
            ("各区人民政府", "support"),
            ("市财政局", "support"),
            ("市级有关部门", "support"),
        ],
        [("市民政局", "lead")],
    ]


def test_a_second_label_inside_a_bracket_is_of_that_bracket() -> None:
    text = "落实清单。〔牵头单位：省发改委、甲研究院（福建）；责任单位：各级发改部门、省教育厅〕"
    found = [(f.values["agency_name"], f.values["role"]) for f in responsibilities(mended(text))]
    assert found == [
        ("省发改委", "lead"),
        ("甲研究院（福建）", "lead"),
        ("各级发改部门", "support"),
        ("省教育厅", "support"),
    ]


def test_a_label_may_stand_behind_a_number() -> None:
    made = responsibilities(mended("一、供水\n1.申报流程。\n2.责任单位：市城管局。\n"))
    assert groups(made) == [[("市城管局", "joint")]]


def test_the_quote_holds_the_whole_bracket() -> None:
    made = mended("（一）甲。做好。（责\n\n任单位：区民政局）")
    (fact,) = responsibilities(made)
    assert made.outline.document.text[fact.span.start : fact.span.end] == "（责\n\n任单位：区民政局）"
    assert fact.clause_id == "（一）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("改造食堂30个。[责任单位：市教育局、市财政局]", [("市教育局", "joint"), ("市财政局", "joint")]),
        ("新建凉亭3个。[牵头单位：市园林局；配合单位：市财政局]", [("市园林局", "lead"), ("市财政局", "support")]),
        ("改造宿舍13个。[责任单\n位：市教育局、市住建局]", [("市教育局", "joint"), ("市住建局", "joint")]),
        ("整治背街小巷。〖责任单位：市城管局〗", [("市城管局", "joint")]),
        ("整治背街小巷。——责任单位：市城管局、各区政府", [("市城管局", "joint"), ("各区政府", "joint")]),
        ("健全制度。▲牵头单位：市司法局 ●责任单位：市直有关部门", [("市司法局", "lead"), ("市直有关部门", "support")]),
        ("【牵头单位】市民政局\n【配合单位】市财政局 市住建局 市残联\n【完成时限】2025年12月\n", [("市民政局", "lead"), ("市财政局", "support"), ("市住建局", "support"), ("市残联", "support")]),
        ("健全制度。市教育局牵头，市财政局、各区政府配合。", [("市教育局", "lead"), ("市财政局", "support"), ("各区政府", "support")]),
        ("推进改革。\n牵头单位  市教育局\n配合单位  市财政局、各区政府\n", [("市教育局", "lead"), ("市财政局", "support"), ("各区政府", "support")]),
        # Parts of a sentence of running text, and more behind them.
        ("由市水利局牵头，市财政局、市审计局等部门参与，6月底前出台细则。", [("市水利局", "lead"), ("市财政局", "support"), ("市审计局", "support")]),
        ("堤防抢护由市水利局牵头，市应急局、武警青川支队配合，确保安全。", [("市水利局", "lead"), ("市应急局", "support"), ("武警青川支队", "support")]),
        ("系统改造由市医保局负责，市数据局、各定点医疗机构配合，6月20日前完成。", [("市医保局", "lead"), ("市数据局", "support"), ("各定点医疗机构", "support")]),
        ("选调由市委组织部牵头，市人社局配合，市纪委监委机关全程监督。", [("市委组织部", "lead"), ("市人社局", "support")]),
        ("市森防办公室牵头抓总，市应急局、市林业局按职责分工负责，各乡镇落实属地责任。", [("市森防办公室", "lead"), ("市应急局", "support"), ("市林业局", "support")]),
        ("旅游线路由县文旅局牵头，白云乡、县交通局配合，6月底前推出。", [("县文旅局", "lead"), ("白云乡", "support"), ("县交通局", "support")]),
        ("自由贸易试验区建设由市商务局牵头，市税务局协助，年内挂牌。", [("市商务局", "lead"), ("市税务局", "support")]),
        ("县教育局牵头、县财政局配合，做好保障。", [("县教育局", "lead"), ("县财政局", "support")]),
        ("坚持政府主导，由县教育局负责，县财政局协助，共同推进。", [("县教育局", "lead"), ("县财政局", "support")]),
        ("由龙头企业牵头、科研院所参与，组建产业联盟。", []),
        ("市水利局负责解释，市财政局抓好落实。", []),
        ("健全制度。责任单位：市水利局、各县〈市、区〉政府", [("市水利局", "joint"), ("各县〈市、区〉政府", "joint")]),
        ("健全制度。责任单位：市水利局、市财政局（注：按职责分工）", [("市水利局", "joint"), ("市财政局", "joint")]),
        # A bracket behind a name gives that body its role.
        ("健全制度。责任单位：市水利局（牵头）、市财政局", [("市水利局", "lead"), ("市财政局", "support")]),
        ("健全制度。（市水利局、市财政局（牵头），各县区政府）", [("市水利局", "support"), ("市财政局", "lead"), ("各县区政府", "support")]),
        ("健全制度。责任单位：市教育局（主办）、市财政局（协办单位）", [("市教育局", "lead"), ("市财政局", "support")]),
        ("健全制度。\n完成时限：2026年12月  牵头单位：市教育局  配合单位：市财政局\n", [("市教育局", "lead"), ("市财政局", "support")]),
        ("推进改革。（市农业农村局、市财政局负责制定方案，各县区负责组织实施）", [("市农业农村局", "joint"), ("市财政局", "joint"), ("各县区", "joint")]),
        ("推进改革。（责任单位：市卫生健康委 完成时限：2025年10月）", [("市卫生健康委", "joint")]),
        ("推进改革。（牵头部门为市民政局，配合部门为市财政局）", [("市民政局", "lead"), ("市财政局", "support")]),
        ("推进改革。（以上工作由市发改委牵头，各区县配合）", [("市发改委", "lead"), ("各区县", "support")]),
        ("推进改革。（兵团发展改革委牵头，各师市落实）", [("兵团发展改革委", "lead"), ("各师市", "support")]),
        ("推进改革。（由市营商办牵头，会同市司法局，2025年9月底前完成）", [("市营商办", "lead"), ("市司法局", "support")]),
        ("推进改革。（地方人民政府相关部门负责，商务部、最高人民法院指导）", [("地方人民政府相关部门", "joint"), ("商务部", "joint"), ("最高人民法院", "joint")]),
        ("推进改革。（省甲产业工作专班牵头单位牵头，专班成员单位按职责分工配合）", [("省甲产业工作专班牵头单位", "lead"), ("专班成员单位", "support")]),
        ("牵头单位要切实担起责任。", []),
        ("各牵头单位、配合单位要加强协作。", []),
        ("本办法由市教育局负责解释。", []),
        ("以上工作由专人负责。", []),
        ("举办展演。主办：市文旅局　承办：市文化馆　协办：某演艺公司", [("市文旅局", "lead"), ("市文化馆", "support"), ("某演艺公司", "support")]),
        ("推进整治。（负责：市水务局；配合：各镇）", [("市水务局", "joint"), ("各镇", "support")]),
        ("组织：成立专班，加强协调。考核：按季度打分。", []),
        # Lists that other marks, or blanks alone, part.
        ("整治。责任单位：①市财政局②市税务局", [("市财政局", "joint"), ("市税务局", "joint")]),
        ("整治。（责任部门：人力资源部/财务部）", [("人力资源部", "joint"), ("财务部", "joint")]),
        ("整治。\n责任部门：人力资源部　财务部 办公室\n", [("人力资源部", "joint"), ("财务部", "joint"), ("办公室", "joint")]),
        ("整治。（教务处 学生处牵头，团委配合）", [("教务处", "lead"), ("学生处", "lead"), ("团委", "support")]),
        ("整治。\n责任单位：财　务　部、市人力资源和社会 保障局\n", [("财务部", "joint"), ("市人力资源和社会保障局", "joint")]),
        ("由市水务局负总责，各县区具体实施。", [("市水务局", "lead"), ("各县区", "support")]),
        ("市级统筹，县区牵头，乡镇落实。", []),
        ("整治。（责任单位：县财政局，市环保局青山分局配合，各镇落实）", [("县财政局", "joint"), ("市环保局青山分局", "support"), ("各镇", "joint")]),
        ("整治。食堂安全由体卫艺股牵头，后勤股配合，各学校落实。", [("体卫艺股", "lead"), ("后勤股", "support"), ("各学校", "support")]),
        ("整治。（组委会牵头，市体育局协助）", [("组委会", "lead"), ("市体育局", "support")]),
        ("整治。（责任单位：市住建局，除注明外各县区均为责任单位）", [("市住建局", "joint")]),
        ("整治。此项工作市财政局牵头，市审计局配合。", [("市财政局", "lead"), ("市审计局", "support")]),
        ("整治。（党委组织部牵头，各二级党组织落实）", [("党委组织部", "lead"), ("各二级党组织", "support")]),
        ("发文机关：国务院办公厅", []),
        ("牵头单位：市司法局\n完成时限：2025年6月底\n责任单位：市财政局\n", [("市司法局", "lead"), ("市财政局", "support")]),
    ],
)  # fmt: skip
def test_brackets_dashes_marks_and_lines(text: str, expected: list[tuple[str, str]]) -> None:
    found = groups(responsibilities(mended(f"（一）{text}")))
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("word", duty_words("back"))
@pytest.mark.parametrize("before", ["", "新建站点。", "1."])
def test_a_sentence_that_gives_all_before_it_to_somebody(word: str, before: str) -> None:
    found = groups(responsibilities(mended(f"（一）{before}{word}工作由市卫生局、城管办负责。")))
    assert found == [[("市卫生局", "joint"), ("城管办", "joint")]]
    assert not responsibilities(mended(f"（一）{before}防汛工作由市卫生局负责。"))


def test_what_a_sentence_alone_says_is_stated_with_less_confidence() -> None:
    told = responsibilities(
        mended("（一）由市水利局牵头，市财政局配合，6月底前出台细则。（责任单位：市审计局）")
    )
    assert {f.values["agency_name"]: f.confidence for f in told} == {
        "市水利局": 0.9,
        "市财政局": 0.9,
        "市审计局": 1.0,
    }


def test_labels_of_no_role_are_named_once() -> None:
    text = "（一）甲。做好。（技术攻坚单位：市科技局、市工信局）\n（二）乙。做好。（技术攻坚单位：市科技局；场地保供部门：市住建局）\n"
    made = mended(text)
    (issue,) = labels_of_no_role(made, responsibilities(made))
    assert issue.message.fields == (("labels", ("技术攻坚单位", "场地保供部门")),)
    assert not list(labels_of_no_role(mended("（一）甲。做好。（责任单位：市科技局）\n"), ()))


def test_leading_groups() -> None:
    text = "（一）领导。成立工作领导小组，由区政府分管副区长任组长，区民政局主要负责人任副组长，区财政局、区教委等部门分管负责人为成员。"
    assert [(f.values["agency_name"], f.values["role"]) for f in leading_groups(mended(text))] == [
        ("区政府分管副区长", "group_leader"),
        ("区民政局主要负责人", "deputy_leader"),
        ("区财政局", "member"),
        ("区教委", "member"),
    ]


def test_members_of_a_group_behind_et_cetera() -> None:
    text = "（一）领导。成立由区政府分管领导任组长，区财政局、区消防救援支队等区级部门及各镇街为成员的工作领导小组。"
    assert [f.values["agency_name"] for f in leading_groups(mended(text))][1:] == [
        "区财政局",
        "区消防救援支队",
        "各镇街",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "（排首位的责任单位为牵头单位，下同）",
        "排在第一位的部门为牵头部门，下同",
        "列第一位者为牵头单位，下同",
        "排在首位的为牵头单位",
    ],
)
def test_a_rule_for_all_lists(said: str) -> None:
    assert leads_by(said) == "first"
    assert not leads_by("第一责任单位为区民政局")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("责任单位：市规划局，市规划局审批科受理申请、出具《同意意见书》；测绘科承办核查。", ["市规划局", "市规划局审批科", "测绘科"]),
        ("责任单位：市人防办，市政务服务中心综合窗口、人防窗口负责收件、受理、反馈意见", ["市人防办", "市政务服务中心综合窗口", "人防窗口"]),
        ("责任单位：市房管局在市政务服务中心设立窗口受理、备案；市房管局房产科具体承办", ["市房管局", "市房管局房产科"]),
        ("责任单位：市民政局，市直部门要认真落实，县民政局负责统计", ["市民政局"]),
        ("责任单位：认真受理群众申请", []),
    ],
)  # fmt: skip
def test_what_each_does_is_no_name(inside: str, expected: list[str]) -> None:
    assert [a.name for a in read_list(inside)] == expected


def test_a_list_that_says_what_each_does() -> None:
    found = read_list("责任单位及承办科室：市住建局，市住建局审批科牵头承办，质量监督站协办。")
    assert [(a.name, a.role) for a in found] == [
        ("市住建局", "support"),
        ("市住建局审批科", "lead"),
        ("质量监督站", "support"),
    ]


@pytest.mark.parametrize(
    ("inside", "unknown"),
    [
        ("市公安局、市人社局、市税务局、人行临江中支等按职责分工负责", "人行临江中支"),
        ("区政府办、区发改局、各镇街、临江小学负责", "临江小学"),
        ("市文明办、市直机关工委、团市委、阳光救援队牵头", "阳光救援队"),
    ],
)
def test_a_name_of_which_nothing_is_known_is_a_body_behind_more_that_are(inside: str, unknown: str) -> None:
    assert [a.name for a in read_list(inside)][-1] == unknown
    assert len(read_list(inside)) == inside.count("、") + 1


@pytest.mark.parametrize(
    "inside",
    [
        "市公安局、市交通局、加强执法协作负责",
        "市公安局、市交通局、2025年底负责",
        "阳光救援队、市公安局、市交通局负责",
        "市公安局、临江小学负责",
        "市公安局、市交通局、临江小学、阳光救援队负责",
    ],
)
def test_a_name_of_which_nothing_is_known_is_none_else(inside: str) -> None:
    assert read_list(inside) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《国务院关于某事的意见》（国发〔2019〕5号），", [("国务院关于某事的意见", "国发〔2019〕5号", "policy", "based_on")]),
        ("按照《设计标准》(JGJ450—2018)执行", [("设计标准", "JGJ450—2018", "standard", "in_accordance")]),
        ("依据《中华人民共和国老年人权益保障法》督促", [("中华人民共和国老年人权益保障法", None, "law", "based_on")]),
        ("执行《甲暂行规定》（中华人民共和国人力资源和社会保障部令第40号）要求", [("甲暂行规定", "中华人民共和国人力资源和社会保障部令第40号", "policy", "in_accordance")]),
        ("《关于甲的公告》（财政部 税务总局公告2023年第28号）规定", [("关于甲的公告", "财政部税务总局公告2023年第28号", "policy", "mentions")]),
        ("根据《甲条例》、《乙规划》制定", [("甲条例", None, "law", "based_on"), ("乙规划", None, "policy", "based_on")]),
        ("2014年印发的《甲试行办法》同时废止", [("甲试行办法", None, "policy", "repeals")]),
        ("本《通知》印发前已受理的", [("通知", None, "self", "mentions")]),
        ("按照《通知》要求", []),
        ("填报《项目申报表》", [("项目申报表", None, "form", "mentions")]),
        ("在渝府办发〔2021〕7号文件基础上", [(None, "渝府办发〔2021〕7号", "policy", "mentions")]),
        ("落实《甲局 乙局关于印发〈暂行办法〉的通知》（渝民发〔2018〕43号）", [("甲局乙局关于印发〈暂行办法〉的通知", "渝民发〔2018〕43号", "policy", "implements")]),
        ("起草了《某区实施方案（征求意见稿）（以下简称《方案》）。", [("某区实施方案（征求意见稿）", None, "self", "issues")]),
        ("（见《关于某事的通知（试行）），", [("关于某事的通知（试行）", None, "policy", "mentions")]),
        ("根据《某市养老服务规划，加快建设。", [("某市养老服务规划", None, "policy", "based_on")]),
        ("（详见附件 1）", [("附件1", None, "annex", "mentions")]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[tuple[str | None, str | None, str, str]]) -> None:
    found = [
        tuple(f.values[k] for k in ("title", "doc_number", "kind", "relation"))
        for f in citations(mended(text))
    ]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    "bracket", ["（县委政法委、县法院）", "〔县委政法委、县法院〕", "（县委政法委，县法院）。"]
)
def test_a_bracket_behind_a_sentence_names_who_is_responsible(bracket: str) -> None:
    found = responsibilities(mended(f"（一）夯实基础。完善各项制度，提升服务水平。{bracket}\n"))
    assert groups(found) == [[("县委政法委", "joint"), ("县法院", "joint")]]
    inside = responsibilities(mended(f"（一）夯实基础。由有关部门{bracket.rstrip('。')}完善各项制度。\n"))
    assert groups(inside) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.提升食品安全。（责任单位：市教育局*、市卫健委，带*的为牵头单位，下同）\n2.改善绿化。（市水利局、市园林局*）",
            [
                [("市教育局", "lead"), ("市卫健委", "support")],
                [("市水利局", "support"), ("市园林局", "lead")],
            ],
        ),
        (
            "1.提升绿化。（责任单位：★市园林局、市水利局）\n注：标“★”的为牵头单位。",
            [[("市园林局", "lead"), ("市水利局", "support")]],
        ),
        (
            "1.强化管理。（市发改委*、市工信局。*为牵头单位）",
            [[("市发改委", "lead"), ("市工信局", "support")]],
        ),
        # Nobody says what the sign means.
        ("1.强化管理。（责任单位：市发改委*、市工信局）", [[("市发改委", "joint"), ("市工信局", "joint")]]),
    ],
)
def test_a_sign_at_the_name_of_who_leads(text: str, expected: list[list[tuple[str, str]]]) -> None:
    assert groups(responsibilities(mended(text))) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("编制应急预案。（市应急局，2026年4月底前）", ["市应急局"]),
        ("推进移风易俗。（市民政局、市文明办，长期坚持）", ["市民政局", "市文明办"]),
        ("改善出行条件（市交通局、市公安局交警支队）。", ["市交通局", "市公安局交警支队"]),
        ("优化人才服务。（（市人社局、市教育局））", ["市人社局", "市教育局"]),
        ("建设便民生活圈。（区商务局牵头；各街道；2026年底前）", ["区商务局", "各街道"]),
        ("开展整治。（市县财政部门、市级教育部门）", ["市县财政部门", "市级教育部门"]),
        (
            "开展整治。（责任部门：市场监管部门 消防救援机构 住建部门）",
            ["市场监管部门", "消防救援机构", "住建部门"],
        ),
        ("报送主管部门（市教育局、市民政局）。", []),
        ("新建公厕20座（市城管局）；", ["市城管局"]),
        ("改造敬老院4所（区民政局、区住建局）。", ["区民政局", "区住建局"]),
        ("新建公厕20座（城东街道、城西镇）。", []),
        ("引进企业2家（某集团、某公司）。", []),
        ("同比增长8.5%（市统计局）。", []),
        ("启动改造工程。（2026年5月）", []),
    ],
)
def test_brackets_that_hold_more_than_names(text: str, names: list[str]) -> None:
    assert [fact.values["agency_name"] for fact in responsibilities(mended(text))] == names
