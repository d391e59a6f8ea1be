"""What tells of a year that is over or of how things are, and sets no aim."""

from __future__ import annotations

import pytest

from pipeline.extract.targets import targets
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend


def dated(body: str, title: str = "某市2026年工作方案") -> list[tuple[object, str]]:
    """(value, day) of the targets of a notice of March 2026."""
    head = f"关于印发{title}的通知\n各县区人民政府：\n现印发给你们，请认真执行。\n某市人民政府\n2026年3月1日\n{title}\n"
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"{head}{body}\n")))
    return [(f.values["value"], str(f.values["deadline_date"])) for f in targets(whole)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A year that is over, alone in a bracket behind a value or the list it ends.
        ("城镇化率：东山县85%、西岭区91%（2025年）。", []),
        ("空气优良率：东山县88%，西岭区91%（2025年）。", []),
        ("换电率51%（2025年）、58%（2028年）、60%（2030年）。", [(58.0, "2028-12-31"), (60.0, "2030-12-31")]),
        ("覆盖率由62%（2025年）提高到80%（2027年）。", [(80.0, "2027-12-31")]),
        ("停车泊位达到3000个（2025年为2100个）。", [(3000.0, "2026-12-31")]),
        ("新增床位300张，使用率达到91%（2025年）。", [(300.0, "2026-12-31")]),
        # A day by which something was due, in a year before the notice's.
        ("到2025年底，全市绿道总里程达到520公里。", []),
        ("改造2005年底前建成的老旧小区19个。", [(19.0, "2026-12-31")]),
        # To which ones something is still to be done.
        ("对2025年排查出的问题开展整改，整改率达到95%。", [(95.0, "2026-12-31")]),
        ("对2024年已达标的社区进行提升，提升比例达到50%以上。", [(50.0, "2026-12-31")]),
        ("将2023年创建的示范村打造成样板村，打造比例达到30%。", [(30.0, "2026-12-31")]),
        ("对2024年已达标的社区进行了提升，提升比例达到50%。", []),
        ("去年，对2024年建成的小区开展回访，回访率达到100%。", []),
        # Of years that nobody names.
        ("新建驿站19座，按年度分别为9座、10座。", [(19.0, "2026-12-31"), (9.0, "None"), (10.0, "None")]),
        # A deed that is done, and what came of it.
        ("到2027年，形成了三级寄递网络，配送率达到70%。", [(70.0, "2027-12-31")]),
        ("有3个区人均面积不足1.8平方米，平均服务人口超过5万人。", []),
        # Held against last year from the first word on, and nothing wanted.
        ("与去年同期相比，投诉量下降15%，用时缩短2天。", []),
        ("与去年同期相比，力争投诉量下降15%。", [(15.0, "2026-12-31")]),
        # What some of them have.
        ("有的村集体收入超过50万元，个别镇撂荒超过300亩。", []),
        ("12个村有4个村撂荒超过100亩。", []),
        ("经评审，共筛选出127个项目。", []),
        # How large something is of which a deed is told.
        ("东山水厂总投资3.5亿元，总建筑面积4万平方米，2026年3月开工建设。", []),
        ("东山体育馆总建筑面积8600平方米，总投资5200万元，力争年内主体完工。", []),
        ("新建泵站3座，总投资2亿元，2026年9月开工建设。", [(3.0, "2026-12-31")]),
        ("北山隧道全长3.2公里，投资9亿元，力争9月开工。", []),
        ("茶园面积5万亩，2027年底前建成。", [(5.0, "2027-12-31")]),
        ("平阳市组建了26人的专业队伍，全年处置险情430起。", []),
        ("印发了工作方案，2026年新增床位300张。", [(300.0, "2026-12-31")]),
        ("印发了工作方案，确保新增床位300张。", [(300.0, "2026-12-31")]),
        # What was chosen, and what another clause asks for.
        ("确定了2026年的10件实事。", []),
        ("制定了2026年的培训计划，采购车辆20台。", [(20.0, "2026-12-31")]),
        ("检查发现隐患23处，整改21处。", []),
        ("检查问题发现率不低于5%。", [(5.0, "2026-12-31")]),
        # What is to be done with what is found; only how many there were is told.
        ("发现问题整改率达到100%。", [(100.0, "2026-12-31")]),
        ("新发现病例随访率达到100%。", [(100.0, "2026-12-31")]),
        ("做到早发现、早报告，监测点覆盖率达到98%。", [(98.0, "2026-12-31")]),
        ("全年发现并整治隐患200处。", [(200.0, "2026-12-31")]),
        ("经检查发现，合格率仅85%。", []),
        # 了 behind who sets an aim, in what is wanted, in a clause of when.
        ("会议提出了新增床位500张、托位300个的目标。", [(500.0, "2026-12-31"), (300.0, "2026-12-31")]),
        ("方案明确了森林覆盖率达到45%的目标。", [(45.0, "2026-12-31")]),
        ("在完成了一期工程的基础上，新建泵站3座。", [(3.0, "2026-12-31")]),
        ("要做到村村有了文化室，每村配备管理员1名。", [(1.0, "2026-12-31")]),
        ("完成了改造5000户。", []),
        ("确保了覆盖率达到98%。", []),
        ("签订了协议的家庭达到5000户。", [(5000.0, "2026-12-31")]),
        # 现 before who orders, and what is set anew.
        ("现要求各县新建厂房20万平方米。", [(20.0, "2026-12-31")]),
        ("现最高贷款额度调整为90万元。", [(90.0, "2026-12-31")]),
        ("现开通公交线路32条。", []),
        # Whom a deed is for is its aim; whom a rule concerns is none.
        ("对80%以上的在册患者开展随访。", [(80.0, "2026-12-31")]),
        ("各县对窗口人员应组织不少于两次的业务培训。", [(2.0, "2026-12-31")]),
    ],
)
def test_what_is_over_sets_no_aim(body: str, expected: list[tuple[object, str]]) -> None:
    assert dated(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("长宁县自来水普及率为91.2%，水质合格率88%。", []),
        ("整合优化后的保护地共34个，面积占全州国土面积的13.6%。", []),
        ("集体经济收入10万元以上的村占83%。", []),
        ("县垃圾中转站负荷率约70%。", []),
        ("产业园入驻企业102家，年交易额18亿元；今年要新招引25家。", [(25.0, "2026-12-31")]),
        # A word that wants, compares or does, a time, or an aim over it.
        ("自来水普及率达到93%。", [(93.0, "2026-12-31")]),
        ("自来水普及率为93%以上。", [(93.0, "2026-12-31")]),
        ("到2028年，自来水普及率为93%。", [(93.0, "2028-12-31")]),
        ("一、主要目标\n自来水普及率为93%。", [(93.0, "2026-12-31")]),
        ("为300名儿童免费筛查视力。", [(300.0, "2026-12-31")]),
    ],
)
def test_a_state_that_only_the_title_dates_is_no_aim(body: str, expected: list[tuple[object, str]]) -> None:
    assert dated(body) == expected


def test_a_norm_may_say_what_is() -> None:
    """Where no year stands over it, 为 is as binding as 不低于."""
    assert dated("第三条 新建小区绿地率为35%。", "某市绿地管理办法") == [(35.0, "None")]


def test_before_the_first_year_of_a_plan_without_a_date_all_is_over() -> None:
    text = "某省“十五五”保护规划（2026—2030年）\n\n“十四五”时期，保护率达到86%。到2030年，保护率达到90%。\n"
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert [f.values["value"] for f in targets(whole)] == [90.0]


def test_a_day_to_hand_in_a_paper_by_holds_for_nothing_else() -> None:
    assert dated("各镇4月20日前将具体方案报县农业局。配备率达到98%。") == [(98.0, "2026-12-31")]
    assert dated("4月20日前，开展集中排查。配备率达到98%。") == [(98.0, "2026-04-20")]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        # How a contest, a meeting or an honour is held is no aim; what is wished for is.
        ("关于举办第三届职工技能大赛的通知", "每队领队1名、队员不超过8名，设裁判5名。", []),
        ("篮球比赛规程", "每队报名12人，四人中需有一名女同志。", []),
        ("关于召开全市水利工作会议的通知", "汇报时间不超过6分钟，各县参会人员不超过3名。", []),
        ("关于表彰先进集体的决定", "授予20个集体先进称号，表彰个人100名。", []),
        ("关于举办第三届职工技能大赛的通知", "力争参赛职工达到5000人。", [5000.0]),
        ("关于进一步加强竞赛管理的意见", "各校每年参赛学生不少于200人。", [200.0]),
        # A circular tells what was found, until a heading says what comes next.
        ("督查通报（2026年第3期）", "共抽查大街484条，点位444处，问题率下降7个百分点。", []),
        ("督查通报（2026年第3期）", "下一步工作要求\n12月底前整改点位30处。", [30.0]),
        # The label of a paragraph says it of that paragraph.
        ("某市2026年重点任务", "目前完成情况：建成驿站12座，占任务的60%。", []),
        ("某市2026年重点任务", "目标任务：建成驿站20座。", [20.0]),
    ],
)
def test_what_a_title_or_a_label_says_of_numbers(title: str, body: str, expected: list[object]) -> None:
    head = f"{title}\n各县区人民政府：\n某市人民政府\n2026年3月1日\n"
    whole = mend(
        outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"{title}\n\n{body}\n\n{head}"))
    )
    assert [f.values["value"] for f in targets(whole)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # How large that is which holds so many persons or households is not what is counted.
        ("消除66人以上大班额12个。", [12.0]),
        ("推进50人以上企业建立工会。", []),
        ("培训50人以上技术骨干。", [50.0]),
        ("建设6人间学生公寓300间。", [300.0]),
        ("实行两部制电价。", []),
        # Who grew tells of whom more is said; what is cut by so much is wanted.
        ("增长20%以上的企业，优先推荐。", []),
        ("压减30%以上的会议，严控规模。", [30.0]),
        # A bracket that only repeats a bound.
        ("带动就业5人以上（含5人，不含法定代表人）。", [5.0]),
        ("新建驿站5处于2026年底前完成。", [5.0]),
        ("经营用客房不超过4层、建筑面积不超过800平方米。", [4.0, 800.0]),
        ("在第4层设置展厅，地上共20层。", []),
        ("每班人数为：小学45人；中学50人。", [45.0, 50.0]),
        ("每村补助2万元，其中60%用于保洁员工资，40%用于设施维护。", [60.0, 40.0]),
        ("试点县区占到全省试点种植面积的28%。", []),
        ("电动公交占新增营运车辆的比例不低于60%。", [60]),
    ],
)
def test_what_only_describes_is_no_aim(body: str, expected: list[object]) -> None:
    assert [value for value, _ in dated(body)] == expected


def test_a_level_beside_a_change_is_none() -> None:
    """下降10%、控制在30万吨: only the first is by how much."""
    body = "建筑垃圾产生量下降10%、控制在30万吨以内。"
    whole = mend(
        outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"某市工作方案\n\n{body}\n"))
    )
    assert [f.values["change"] for f in targets(whole)] == ["-", None]
