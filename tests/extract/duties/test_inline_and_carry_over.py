"""Duties in running text, and agencies that points inherit."""

from __future__ import annotations

import pytest

from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.carry_over import always_meant, carry_over
from pipeline.extract.duties.inline import inline_duties
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.extract.duties.told import text_to_duty
from pipeline.model import Document, Fact, Mended
from pipeline.outline import outline

INLINE = {
    "各镇街要围绕刚性护理需求": ["各镇街"],
    "区发展改革委积极争取将项目纳入": ["区发展改革委"],
    "区民政局、区财政局要将建设纳入预算安排": ["区民政局", "区财政局"],
    "提出由区领导小组统筹推进建设": ["区领导小组"],
    "区政府每月对工作调度一次": ["区政府"],
    "镇养老服务中心要统筹管理": [],
    "推进家庭医生签约服务": [],
    "市场主体要依法经营": [],
    "市委宣传部负责引导舆论": ["市委宣传部"],
    "2、各镇（街道、管委会）要落实排查": ["各镇（街道、管委会）"],
    "第四条【职责分工】市财政局（以下简称财政局）负责拨付": ["市财政局"],
    "由市住建委和资金中心按照规定另定办法": ["市住建委", "资金中心"],
    "省人民政府委托省委宣传部负责评奖": [],
    "坚持党组对工作的统一领导": [],
    "现将市财政局制定的办法转发给你们": [],
    "在市疾控局组织培训的基础上": [],
    "市园林局制定的《临江市绿化办法》已经市政府同意": [],
    "县卫生健康局提出的意见": [],
    "镇政府组织的演练": [],
    "市财政局、市教育局及时拨付资金": ["市财政局", "市教育局"],
    "县民政局、县残联及各镇及时上报": ["县民政局", "县残联", "各镇"],
    "各处室、直属机构及时报送": ["各处室", "直属机构"],
    "市委宣传部、市委网信办要加强引导": ["市委宣传部", "市委网信办"],
    "县委组织部、县人社局要做好工作": ["县委组织部", "县人社局"],
    "由市委宣传部、市安监局、市妇联相关负责人组成组委会": [],
    "各地教育部门和高校要在当地党委和政府的统一领导下开展工作": ["各地教育部门", "高校"],
    "县民政局、县残联于每月20日前提供人员名单": ["县民政局", "县残联"],
    "各区县于11月底前将总结报市农业农村局": ["各区县"],
    "市水利局在汛前完成排查": ["市水利局"],
    "县安委办每两个月组织一次演练": ["县安委办"],
    "各部门在确保安全的前提下共享数据": [],
    "县公安局在2024年底前已建成派出所3个": [],
    "县公安局于2024年12月底前完成了整治": [],
    "县财政局及时率达到95%以上": [],
    "县级教育部门负责实施": ["县级教育部门"],
    "市县财政部门要及时拨付": ["市县财政部门"],
    "县应急局及时间安排合理": [],
    "各苏木乡镇人民政府为责任主体": ["各苏木乡镇人民政府"],
    "区政府（管委会）是辖区内更新工作的责任主体": ["区政府（管委会）"],
    "县乡村振兴局负行业监管责任": ["县乡村振兴局"],
    "1.1 县地质灾害应急指挥部负责统一领导": ["县地质灾害应急指挥部"],
    "3.2.1县应急管理局负责救援": ["县应急管理局"],
    "各苏木镇、嘎查村要落实巡查": ["各苏木镇", "嘎查村"],
    "各苏木（镇）要组织巡查": ["各苏木（镇）"],
    "各嘎查村要组织巡查": ["各嘎查村"],
    "八、县委督查室、县政府督查室每季度督办一次": ["县委督查室", "县政府督查室"],
    "各苏木要组织巡查": ["各苏木"],
    "各村要组织巡查": ["各村"],
    "推进农村建设规划": [],
    "全村建设公厕3座": [],
    "十二、市住建局负责": ["市住建局"],
    "一、二级医院要落实制度": [],
    "每月10日前各乡（镇）向县水利局报送进度": ["各乡（镇）"],
    "9月底前由县教育局完成改造": ["县教育局"],
    "2024年县教育局组织培训120场": [],
    "市安委办12月31日前组织考核": ["市安委办"],
    "县公安局2024年底前已建成派出所3个": [],
    "市公安局参与的项目": [],
    "市场监管局2025年部门预算前期工作": [],
    "县政府参与度较高": [],
    "区海洋与渔业局在各自职责范围内监管渔港": ["区海洋与渔业局"],
    "区气象局为气象灾害防御主管机构": ["区气象局"],
    "市民政局为2025年度优秀责任单位": [],
    "业主委员会为申请主体": [],
    "原责任单位为市建委": [],
    "市场监管局不负责任": [],
}
MEANT = {
    "（以下责任单位中均包含各市、县〔区〕政府，不再列出）": ("各市政府", "县〔区〕政府"),
    "（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）": ("试点城市政府",),
    "市民政局牵头，以下各项工作均需各区、市政府负责落实，不再一一列出": ("各区政府", "市政府"),
    "责任单位：区民政局，下同": None,
}


@pytest.mark.parametrize(("part", "names"), INLINE.items())
def test_who_is_told_to_do_something(part: str, names: list[str]) -> None:
    assert [named.name for named in text_to_duty(part)] == names


ROLES = {
    "由市行政审批局会同市自然资源局、市住建局制定流程图": "lead support support",
    "由县司法局会同县法院在2026年7月底前建立名册": "lead support",
    "市教育局要会同市公安局": "lead support",
    "省民政厅商财政厅制定具体办法": "lead support",
    "市教育局会同市委组织部办公室制定名册": "lead support",
    "市直机关工委会同市总工会举办运动会": "lead support",
    "市商务局会同市投资促进局研究名单": "lead support",
    "市统计局会同国家统计局某县调查队、中国人民银行某市分行、市残联核对": "lead support support support",
    "国务院办公厅将会同有关方面统筹组织": "joint",
    "全市法院新收案件": "",
    "各县可参照执行": "",
    "市水利局牵头组织": "lead",
    "市交通运输局作为牵头单位": "lead",
    "市公安局作为配合单位": "support",
    "县林业局作为主管部门": "joint",
    "各乡镇人民政府具体实施": "joint",
    "市税务局密切配合做好核实": "joint",
    "省教育厅、省乡村振兴局配合做好组织发动": "support support",
    "市财政局支持开发企业": "joint",
    "市应急管理局要牵头抓总": "lead",
    "市消防救援支队参与验收": "support",
    "旗医保局协同办理接续": "support",
    "县工商联协助募集资金": "support",
    "市公安局配合有关部门做好保障": "support",
    "市公安局要配合做好保障": "support",
    "市财政局要支持企业发展": "joint",
    "盟发展改革委是项目建设的牵头部门": "lead",
    "市网信办、市大数据中心为技术支撑单位": "support support",
    "县民政局是殡葬管理的主管部门": "joint",
}


@pytest.mark.parametrize(("part", "roles"), ROLES.items())
def test_who_leads_those_it_acts_with(part: str, roles: str) -> None:
    assert [named.role for named in text_to_duty(part)] == roles.split()


@pytest.mark.parametrize(("text", "names"), MEANT.items())
def test_who_is_always_meant(text: str, names: tuple[str, ...] | None) -> None:
    found = always_meant(text)
    assert (found and found[2]) == names


def mended(text: str) -> Mended:
    lead = "某市人民政府关于加强某项工作的通知\n\n各单位：\n\n"
    return Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", lead + text)), ())


def test_a_heading_passes_its_agencies_on() -> None:
    made = mended("（一）加快建设（牵头单位：市交通局）\n1.甲。做好。（责任单位：市财政局）\n2.乙。做好。\n")
    found = [(f.clause_id, f.values["agency_name"], f.rule) for f in carry_over(made, responsibilities(made))]
    assert found == [("（一）/1", "市交通局", "from_heading"), ("（一）/2", "市交通局", "from_heading")]


def test_who_is_always_meant_holds_from_there_on() -> None:
    made = mended(
        "1.甲。做好。（责任单位：省教育厅）\n"
        "2.乙。做好。（责任单位：省民政厅。以下责任单位中均包含各市、县〔区〕政府，不再列出）\n"
        "3.丙。做好。（责任单位：省财政厅）\n"
    )
    found = [
        (f.clause_id, f.values["agency_name"], f.values["kind"])
        for f in carry_over(made, responsibilities(made))
    ]
    assert found == [("3", "各市政府", "inherited"), ("3", "县〔区〕政府", "inherited")]


def test_inline_duties_leave_lists_alone() -> None:
    made = mended("1.甲。各镇街要高度重视，做好工作。（区民政局、区财政局按职责分工负责）\n")
    facts = inline_duties(made, responsibilities(made))
    assert [(f.values["agency_name"], f.values["kind"]) for f in facts] == [("各镇街", "inline")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市教育局牵头，市财政局配合，下同", [("市教育局", "lead"), ("市财政局", "support")]),
        ("责任单位：市教育局、市财政局，下同", [("市教育局", "joint"), ("市财政局", "joint")]),
        (
            "市住建局牵头，市财政局参与（以下均需各区政府负责）",
            [("市住建局", "lead"), ("市财政局", "support")],
        ),
        (
            "市环保局牵头，市农业局等配合。本方案部署的以下工作均需各区政府落实，不再列出",
            [("市环保局", "lead"), ("市农业局", "support")],
        ),
        # Bodies alone behind those who share.
        (
            "市财政局、市人社局等按职责分工负责；各县（市、区）人民政府",
            [("市财政局", "joint"), ("市人社局", "joint"), ("各县（市、区）人民政府", "joint")],
        ),
        (
            "县财政局按职责分工负责；各镇政府〔以下均需各镇政府落实，不再列出〕",
            [("县财政局", "joint"), ("各镇政府", "joint")],
        ),
    ],
)
def test_what_is_said_of_the_lists_below_is_no_part_of_this_one(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(a.name, a.role) for a in read_list(text, in_brackets=True)] == found


def inline_of(text: str) -> tuple[Fact, ...]:
    made = mended(text)
    return inline_duties(made, responsibilities(made))


def test_because_of_a_body_is_no_body() -> None:
    assert inline_of("由于市水利局牵头的项目滞后，进度未达预期。") == ()


CLOSING = "　　各县（市、区）要加强领导。市财政局要保障资金。\n"
POINT = "　　{}.加强培训。\n　　责任单位：市人社局、市教育局\n"


@pytest.mark.parametrize("head", ["", "　　保障措施\n", "　　【组织保障】\n"])
def test_what_stands_behind_the_list_of_the_last_point_is_of_no_point(head: str) -> None:
    """Where each point ends in its list, the paragraphs behind the last are of none; else they go on with their point."""
    points = "".join(POINT.format(i) for i in (1, 2, 3))
    assert {f.clause_id for f in inline_of(points + head + CLOSING)} == {None}
    first = POINT.format(1) + CLOSING + POINT.format(2) + POINT.format(3)
    assert {f.clause_id for f in inline_of(first)} == {"1"}
    assert {f.clause_id for f in inline_of(POINT.format(1) + head + CLOSING)} == {"1"}


def test_a_bracket_that_opens_at_the_end_of_a_paragraph_holds_nobody() -> None:
    assert not inline_of("（一）周密部署。印发《全省医疗机构依法执业专项检查工作方案》（\n\n\n\n二、要求\n")
