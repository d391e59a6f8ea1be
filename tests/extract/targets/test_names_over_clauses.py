"""What a value is of where another clause, a list or a topic says it; each with what is unlike it beside."""

from __future__ import annotations

import pytest

from tests.extract.targets.test_names_of_targets import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A topic before a comma is parted among whose it is.
        ("审批时间，政府投资类不超过70个工作日，社会投资类不超过50个工作日。", [("政府投资类审批时间", 70), ("社会投资类审批时间", 50)]),
        ("企业开办时间，线上不超过4小时，线下不超过8小时。", [("线上企业开办时间", 4), ("线下企业开办时间", 8)]),
        ("秸秆综合利用率：小麦达到98%，玉米达到95%。", [("小麦秸秆综合利用率", 98), ("玉米秸秆综合利用率", 95)]),
        ("审批时限，公示期不超过5天。", [("公示期", 5)]),
        ("提高办事效率，审批事项压减20%。", [("审批事项", 20)]),
        # Of those listed before a comma, and of quoted words side by side.
        ("对药店、医院，检查覆盖率分别不低于30%和20%。", [("药店检查覆盖率", 30), ("医院检查覆盖率", 20)]),
        ("对企业、农户和商户，走访率分别达到100%、80%和50%。", [("企业走访率", 100), ("农户走访率", 80), ("商户走访率", 50)]),
        ("事项“网上办”“掌上办”比例分别达到95%、80%。", [("事项“网上办”比例", 95), ("事项“掌上办”比例", 80)]),
        # A measure alone that only a time opens is the one named in full before.
        ("到2028年，村级站点覆盖率达到90%，新建站点60个；到2030年，覆盖率达到95%。",
         [("村级站点覆盖率", 90), ("新建站点", 60), ("村级站点覆盖率", 95)]),
        ("新建换热站20座，覆盖率达到80%；新建泵站5座，覆盖率达到30%。",
         [("新建换热站", 20), ("换热站覆盖率", 80), ("新建泵站", 5), ("泵站覆盖率", 30)]),
        # By when so many are, each year as many, and how far it is by then.
        ("一季度开工泵站20座，上半年35座，全年50座。", [("泵站", 20), ("泵站", 35), ("泵站", 50)]),
        ("三年改造茶园6万亩，每年2万亩。", [("茶园", 6), ("茶园", 2)]),
        ("修复草原180万亩，年度任务分别为50万亩、60万亩、70万亩。", [("草原", 180), ("草原", 50), ("草原", 60), ("草原", 70)]),
        ("改造危桥300座。上半年完成50%。", [("危桥", 300), ("危桥", 50)]),
        # From where a value starts is no value.
        ("双职工家庭贷款额度由60万元提高至80万元，单职工家庭由50万元提高至60万元。",
         [("双职工家庭贷款额度", 80), ("单职工家庭贷款额度", 60)]),
        ("许可审批时限15个工作日压缩为3个工作日。", [("许可审批时限", 3)]),
        # What is done so often, or at what rate.
        ("合格率达到98%，每年至少抽检2次。", [("合格率", 98), ("抽检", 2)]),
        ("开展培训2次，抽检3次。", [("培训", 2), ("抽检", 3)]),
        ("每年举办茶会1次、组织参加展会不少于5次。", [("组织参加展会", 5)]),
        ("市市场监管局按不低于20%的比例进行抽查。", [("抽查比例", 20)]),
        ("按30%的比例给予补助。", []),
        # Of what there are so many for each of something else.
        ("新建小区按每千人口不少于10个托位配建设施。", [("托位", 10)]),
        ("老旧小区按照每20户1个充电桩的比例建设设施。", [("充电桩", 1)]),
        # What is left unemployed is none of those employed, and a mean is of nothing else.
        ("城镇新增就业8000人，失业率控制在5%以内。", [("城镇新增就业", 8000), ("失业率", 5)]),
        ("平均跑动次数压减至0.3次，办理时限压缩60%。", [("平均跑动次数", 0.3), ("办理时限", 60)]),
        # Who must do it is of that size; what is built is to be.
        ("养殖场（年出栏2000头以上）须于5月31日前建立台账。", []),
        ("新建停车场（泊位300个以上）年底前建成投用。", [("泊位", 300)]),
        # What a sum that is no aim is made up of is none.
        ("项目总投资6亿元，其中：县级财政2亿元，争取上级资金3亿元，其他1亿元。", []),
        ("接到报修后30分钟内响应、2小时内到达现场、24小时内处置完毕。",
         [("报修响应时限", 30), ("报修到达时限", 2), ("报修处置完毕时限", 24)]),
        # 其中|国抽, and 共 within a name.
        ("其中国抽80批次、省抽620批次。", [("国抽", 80), ("省抽", 620)]),
        ("建设县级共配中心9个。", [("县级共配中心", 9)]),
        # One word of the dictionary is a deed and those it is done to.
        ("引进人才30名，招聘员工60名。", [("人才", 30), ("员工", 60)]),
    ],
)  # fmt: skip
def test_of_what_another_clause_speaks(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Another deed, a change, or what is measured otherwise is not of the topic; nor is it said twice of whom it is.
        ("节水灌溉率，大田达到60%，化肥减量10%。", [("大田节水灌溉率", 60), ("化肥减量", 10)]),
        ("污水处理率，县城达到98%，污泥无害化处置达到95%。", [("县城污水处理率", 98), ("污泥无害化处置", 95)]),
        ("响应时间，城区不超过5分钟，群众满意达到95%。", [("城区响应时间", 5), ("群众满意", 95)]),
        ("学生近视率，小学生不超过35%。", [("小学生近视率", 35)]),
        ("事项审批时间，涉企事项不超过5天。", [("涉企事项审批时间", 5)]),
        ("旅游收入，国庆假期突破5亿元，全年达到80亿元。", [("国庆假期旅游收入", 5), ("旅游收入", 80)]),
        # What a year is to have of a sum is asked for itself.
        ("项目总投资8亿元，其中2027年计划完成投资3亿元，2028年计划完成投资5亿元。", [("项目投资", 3), ("项目投资", 5)]),
        ("年内3家企业上市。", [("企业上市", 3)]),
        # What there was before, counted behind its name.
        ("在去年建成良田3.2万亩的基础上，今年再建2.8万亩。", [("良田", 2.8)]),
        ("继2025年创建书香社区5家后，2026年再创建3家。", [("书香社区", 3)]),
        # So far around tells where; how long each of those lasts that are held.
        ("以学校为中心、半径200米范围内的商户，亮证率达到100%。", [("亮证率", 100)]),
        ("距景区500米范围内的商户亮证率达到100%。", [("商户亮证率", 100)]),
        ("各季组织1次义诊活动，每次不少于3天。", [("义诊活动", 1), ("义诊活动时间", 3)]),
        ("租金减免50%，减免期限不超过12个月。", []),
        # What is expected and what it changes by; a gap as it is; whose score lets them in.
        ("预计今夏最大用水负荷42万吨，同比增长6.3%，供水缺口约5万吨。", []),
        ("积分达到60分以上的优先安排公租房，公租房入住率不低于90%。", [("公租房入住率", 90)]),
        ("每月组织一场宣讲，每场时长不少于1小时。", [("宣讲时长", 1)]),
        ("推行一户一档，建档率达到100%。", [("一户一档建档率", 100)]),
        ("接待游客500万人次，收入30亿元，分别增长10%和12%。", [("游客", 500), ("游客收入", 30), ("游客", 10), ("游客收入", 12)]),
        # Persons are not counted by 个.
        ("到2027年，实现每个乡镇有6个退役军人就业创业园。", [("退役军人就业创业园", 6)]),
        # Of others, and of whose size the check is.
        ("危化品企业（储罐500立方米以上）全部检查，一般企业按30%的比例抽查。", [("抽查比例", 30)]),
    ],
)  # fmt: skip
def test_of_what_it_does_not(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected
