"""Times that bind, and those that only name, report or price."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import lexicons
from pipeline.extract.calendars import notice_calendar, title_due, title_year
from pipeline.extract.deadlines import deadlines, nothing
from pipeline.extract.reading import text_to_sense
from pipeline.language.grammar import Row
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock
from pipeline.outline import outline
from pipeline.tables import mend


def read(text: str, title: str = "某区工作方案", written: str = "2022-05-27") -> list[tuple[object, ...]]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title=title, written_date=written)
    facts = deadlines(Mended(Outline(document, block, (passage,), (), (), ()), ()))
    columns = ("kind", "start_date", "end_date", "period")
    return [tuple(f.values[c] for c in columns) for f in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，占比达到60%。", [("by", None, "2025-12-31", None)]),
        ("2023年，全区基本实现设施全覆盖。", [("by", None, "2023-12-31", None)]),
        ("2023年，在全区启动试点工作。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("对2023年新开工项目优化流程。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2023年起，每年2月底前完成考核，3月底前完成分析。",
         [("effective_from", "2023-01-01", None, None), ("recurring", None, None, "P1Y"), ("recurring", None, None, "P1Y")]),
        ("本方案自印发之日起施行，有效期5年。",
         [("effective_from", "2022-05-27", None, None), ("duration", None, None, "P5Y")]),
        ("在1个工作日内推送，于10天内反馈。", [("duration", None, None, "P1D"), ("duration", None, None, "P10D")]),
        ("落实“月调度、季通报、年考核”机制。",
         [("recurring", None, None, "P1M"), ("recurring", None, None, "P3M"), ("recurring", None, None, "P1Y")]),
        ("2021年11月启动，次年8月完成，9月验收。", [("during", "2022-08-01", "2022-08-31", None), ("during", "2022-09-01", "2022-09-30", None)]),
        ("2022年11月启动，次年3月完成，6月验收。",
         [("during", "2022-11-01", "2022-11-30", None), ("during", "2023-03-01", "2023-03-31", None), ("during", "2023-06-01", "2023-06-30", None)]),
        ("2021年8月启动，10月通过验收。", []),
        ("对2021年6月底前竣工的项目，9月底前完成验收。", [("by", None, "2022-09-30", None)]),
        ("截至2021年6月底，完成80%，9月底前全部完成。", [("by", None, "2022-09-30", None)]),
        ("2021年年度报告于8月30日前报送。", [("by", None, "2022-08-30", None)]),
        ("2021年11月启动，6月验收。", [("during", "2022-06-01", "2022-06-30", None)]),
        ("6月制定方案，7月组织实施。", [("during", "2022-06-01", "2022-06-30", None), ("during", "2022-07-01", "2022-07-31", None)]),
        ("（一）时间：2022年7月20日", [("during", "2022-07-20", "2022-07-20", None)]),
        ("制定2023年数据治理工作要点。", []),
        ("按照《2023年工作方案（2021—2025年）》执行。", []),
        ("截至2021年底，建成16所。", []),
        ("“十三五”期间，成效明显。", []),
        ("给予每人每年360元补助。", []),
        ("每年1000元。", []),
        ("7月5日至7日集中发放录取通知书。", [("range", "2022-07-05", "2022-07-07", None)]),
        ("8月28日至30日新生报到，8月31日返校，9月1日上课。",
         [("range", "2022-08-28", "2022-08-30", None), ("during", "2022-08-31", "2022-08-31", None), ("during", "2022-09-01", "2022-09-01", None)]),
        ("机具原则上2年内不得转让，补贴机具2年内不得转让。", [("duration", None, None, "P2Y")] * 2),
        ("2026年应届毕业生须参加测试。", []),
        ("上半年完成率低于45%、三季度末低于75%的，约谈负责人。", []),
        ("发放贷款，单户额度最高500万元，期限不超过3年。", []),
        ("发放通知，公示期限不超过3天。", [("duration", None, None, "P3D")]),
        ("第三季度调度一次，之后逢双月调度。", [("during", "2022-07-01", "2022-09-30", None)]),
        ("5月1日至5日，全县接待游客46万人次。", []),
        ("超过保证水位时，每30分钟报告一次，每2小时会商一次。", [("recurring", None, None, "PT30M"), ("recurring", None, None, "PT2H")]),
        ("2023年出台实施方案。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("举办2023年国际消费博览会。", []),
        ("汛前完成清淤，2023年开学前完成排查。", [("by", None, None, None), ("by", None, None, None)]),
        ("每年入汛前开展检查，每学期开学前一周消杀。", [("recurring", None, None, "P1Y"), ("recurring", None, None, "P6M")]),
        ("春节期间加强值守，做好防汛前期准备。", [("during", None, None, None)]),
        ("主要负责人每季度带队检查，每人每月不超过2次。", [("recurring", None, None, "P3M")]),
        ("2026年10月至次年3月完成清淤。", [("range", "2026-10-01", "2027-03-31", None)]),
        ("每半个月公布结果，原则上年底前建成。", [("recurring", None, None, "P15D"), ("by", None, "2022-12-31", None)]),
        ("组织2026年春季招聘会。", []),
        ("3.11月底前，清理厂房。", [("by", None, "2022-11-30", None)]),
        ("2024年6月底前开工，今年9月底前供地。", [("by", None, "2024-06-30", None), ("by", None, "2022-09-30", None)]),
        ("2024年6月底前开工，年底前建成。", [("by", None, "2024-06-30", None), ("by", None, "2024-12-31", None)]),
        ("本办法自2022年7月1日起实施，2025年12月31日截止。",
         [("effective_from", "2022-07-01", None, None), ("expires", None, "2025-12-31", None)]),
        ("报名自2022年7月1日起，7月31日截止。", [("effective_from", "2022-07-01", None, None), ("by", None, "2022-07-31", None)]),
        ("到“十四五”期末，建成20个。", [("by", None, "2025-12-31", None)]),
        ("2021年汛前，完成20座水闸加固。", []),
        ("到2030年前，对集中式充电设施免收容量电费。", [("expires", None, "2029-12-31", None)]),
        ("到2030年前，对集中式充电设施开展检查。", [("by", None, "2029-12-31", None)]),
        ("2026年本市增加计划外指标配额5万个。", [("during", "2026-01-01", "2026-12-31", None)]),
        ("2026年全省新增符合行业标准的节目3000小时。", [("during", "2026-01-01", "2026-12-31", None)]),
        ("继续免征车辆购置税至2027年底。", [("expires", None, "2027-12-31", None)]),
        ("力争今年二季度供地，9月举办推介会。",
         [("during", "2022-04-01", "2022-06-30", None), ("during", "2022-09-01", "2022-09-30", None)]),
        ("今年截至3月底，新增贷款100笔。", []),
        ("申报截止时间为2022年6月30日。", [("by", None, "2022-06-30", None)]),
        ("定期调度，一查到底，及时反馈。", []),
        ("在法定期限5日内办理。", []),
        ("2022年底前已完成转制的企业。", []),
        ("请学生于6月20日后登录系统，7月5日前缴费。",
         [("effective_from", "2022-06-20", None, None), ("by", None, "2022-07-05", None)]),
        ("2020年2月1日后核发的证书有效。", []),
        ("自本通知印发之日起至2022年9月30日，免收场地费。", [("range", "2022-05-27", "2022-09-30", None)]),
        ("2022年6月1日（含）至2023年5月31日（含），发放消费券。", [("range", "2022-06-01", "2023-05-31", None)]),
        ("即日起受理申请，中秋节前兑付。",
         [("effective_from", "2022-05-27", None, None), ("by", None, "2022-09-10", None)]),
        ("争取春节前完工。", [("by", None, "2023-01-22", None)]),
        ("从2022年秋季学期开始，减收住宿费。", [("effective_from", "2022-09-01", None, None)]),
        ("2022年8月中旬前报送方案。", [("by", None, "2022-08-10", None)]),
        ("分别于6月10日、11月10日前报送总结。",
         [("by", None, "2022-06-10", None), ("by", None, "2022-11-10", None)]),
        ("办理时限：3个工作日。", [("duration", None, None, "P3D")]),
        ("完成时限：6月底前。", [("by", None, "2022-06-30", None)]),
        ("公示期不少于7日，公示7日后无异议的发证。", [("duration", None, None, "P7D")]),
        ("将补缴保费的期限延长至2023年3月31日。", [("by", None, "2023-03-31", None)]),
        ("在合同签订后一个月内缴清。", [("duration", None, None, "P1M")]),
        ("近3年内无违法记录，两年内未发生事故。", []),
        ("申请之日前2年内在本市累计缴纳社保1年的家庭。", []),
        ("两年内不得再次申请。", [("duration", None, None, "P2Y")]),
        ("对全年营业额低于50万元的商户免收租金。", []),
        ("对上半年新开业的商户给予奖励。", [("during", "2022-01-01", "2022-06-30", None)]),
        ("努力做到一季度起步稳、二季度增速快、三季度势头好、四季度成果多。", []),
        ("2022年是改革攻坚之年。", []),
        ("“十四五”时期（2021—2025年），是关键五年。", []),
        ("现公布我市2022年企业退休人员养老金、失业保险金等标准。", []),
        ("2016年8月31日以前出生的儿童。", []),
        ("每年每个场馆不超过20万元。", []),
        ("合理确定每年用地供应目标。", []),
        ("每年度申请截止日期为9月30日。", [("recurring", None, None, "P1Y")]),
        ("住院时间不超过48小时。", []),
        ("平均住院日控制在7.5天以内。", []),
        ("年龄不超过45周岁的博士，2周内报到。", [("duration", None, None, "P2W")]),
        ("小学生睡眠时间应达到10小时，书面作业平均完成时间不超过60分钟。", []),
        ("作业票审批时间不超过3个工作日。", [("duration", None, None, "P3D")]),
        ("占比较2022年提高5个百分点。", []),
        ("3月，区里印发了实施方案。", []),
        ("截至2024年底，力争建成20个。", [("by", None, "2024-12-31", None)]),
        ("截至2021年底，已建成20个。", []),
        ("截至2022年4月底，建成20个。", []),
        ("本办法自2022年7月1日起施行，至2027年6月30日止。",
         [("effective_from", "2022-07-01", None, None), ("expires", None, "2027-06-30", None)]),
        ("有效期5年，至2027年6月30日止。", [("duration", None, None, "P5Y"), ("expires", None, "2027-06-30", None)]),
        ("报名自2022年7月1日开始，至7月30日止。", [("range", "2022-07-01", "2022-07-30", None)]),
        ("每年于次年3月底前完成考核。", [("recurring", None, None, "P1Y")]),
        ("于次月10日前报送。", [("recurring", None, None, "P1M")]),
        ("二、三季度开展两轮排查。", [("during", "2022-04-01", "2022-09-30", None)]),
        ("到2025、2027年，分别达到60%、80%。",
         [("by", None, "2025-12-31", None), ("by", None, "2027-12-31", None)]),
        ("完成时限：20221231。", [("by", None, "2022-12-31", None)]),
        ("时限：2022.8。", [("by", None, "2022-08-31", None)]),
        ("办理时间分别压缩至4个、2个工作日以内。",
         [("duration", None, None, "P4D"), ("duration", None, None, "P2D")]),
        ("12.31前完成整改。", [("by", None, "2022-12-31", None)]),
        ("近期到2025年，远期到2035年。", [("by", None, "2025-12-31", None), ("by", None, "2035-12-31", None)]),
        ("开展为期一年半的攻坚。", [("duration", None, None, "P1.5Y")]),
        ("两个半月内办结。", [("duration", None, None, "P2.5M")]),
        ("三年半内见效。", [("duration", None, None, "P3.5Y")]),
        ("第二阶段于2022年8月中旬至12月进行。", [("range", "2022-08-11", "2022-12-31", None)]),
        ("6月上旬至7月中旬集中排查。", [("range", "2022-06-01", "2022-07-20", None)]),
        ("2022年11月下旬至2023年1月上旬验收。", [("range", "2022-11-21", "2023-01-10", None)]),
        ("普及率逐年提高。", []),
        ("经费投入逐年增加，占比逐年上升。", []),
        ("逐年核定补贴基数。", [("recurring", None, None, "P1Y")]),
        ("最多可延长2个月。", [("duration", None, None, "P2M")]),
        ("确有困难的，可延期15日。", [("duration", None, None, "P15D")]),
        ("情况复杂的可顺延10个工作日。", [("duration", None, None, "P10D")]),
        ("学生报到时间为9月1日，上课时间为9月4日。",
         [("during", "2022-09-01", "2022-09-01", None), ("during", "2022-09-04", "2022-09-04", None)]),
        ("我市2023年秋季学期注册日期为9月1日。", [("during", "2023-09-01", "2023-09-01", None)]),
        ("2023年9月1日报到，9月4日前完成注册。",
         [("during", "2023-09-01", "2023-09-01", None), ("by", None, "2023-09-04", None)]),
        ("定于2022年6月10日上午9时在某礼堂召开会议。", [("during", "2022-06-10", "2022-06-10", None)]),
        ("6月25日公示名单，6月30日，发放证书。",
         [("during", "2022-06-25", "2022-06-25", None), ("during", "2022-06-30", "2022-06-30", None)]),
        ("5月6日公示名单。", []),
        ("按照6月25日会议要求推进。", []),
        ("对名单进行公示（5个工作日）。", [("duration", None, None, "P5D")]),
        ("征收所属期为2022年度。", []),
        ("务于月底前报齐。", [("by", None, "2022-05-31", None)]),
        ("各站于次日反馈结果，于当日17:00前送达样品。", [("duration", None, None, "P1D"), ("duration", None, None, "P1D")]),
        ("使用年限为6年的座椅，年限为7年、8年的座椅。", []),
        # A year with a number, an adverb or a noun of its own right behind it.
        ("2023年74%的农户完成改造。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2023年12家企业完成改制。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2023年10万亩农田完成改造。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2023年至少新建10个，2024年到位资金5亿元。",
         [("during", "2023-01-01", "2023-12-31", None), ("during", "2024-01-01", "2024-12-31", None)]),
        ("新建5所（2023年完成2所，2024年3所）。",
         [("during", "2023-01-01", "2023-12-31", None), ("during", "2024-01-01", "2024-12-31", None)]),
        ("2023年度新增学位2000个。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2035年远景目标。", []),
        ("毕业2年内高校毕业生可申领补贴。", []),
        ("成立3年内企业、退役1年内人员可申领。", []),
        ("2022年1月1日至12月31日期间注册的企业。", []),
        ("有效期届满前30日申请延续，会前3天报送材料。",
         [("duration", None, None, "P30D"), ("duration", None, None, "P3D")]),
        ("开学前1个月完成排查。", [("duration", None, None, "P1M")]),
        ("请于8月5日（周五）下班前报送。", [("by", None, "2022-08-05", None)]),
        ("请于8月5日上午下班前报送，8月6日上午前反馈。", [("by", None, "2022-08-05", None), ("by", None, "2022-08-06", None)]),
        ("学员于8月5日下午报到，检查组已于5月20日出发。", [("during", "2022-08-05", "2022-08-05", None)]),
        # What is counted from a day is a limit; before a deed 计划 is no paper; what was due before is over.
        ("补贴申请应于办理就业登记之日起1年内提出。", [("duration", None, None, "P1Y")]),
        ("补贴对象应在参保之日起6个月内申请。", [("duration", None, None, "P6M")]),
        ("给予企业家3年内免费居住权。", []),
        ("2023年全年计划完成投资2800亿元。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("全年计划培训教师。", [("during", "2022-01-01", "2022-12-31", None)]),
        ("力争2024年底，基本完成2020年底存量危桥改造。", [("by", None, "2024-12-31", None)]),
        ("对2015年底前竣工、至今未验收的楼盘开展清理。", []),
        ("改造2019年12月31日前入库小区。", []),
        # Days of one month; a half and a quarter of the year that the sentence is of; what was told on the day itself.
        ("于6月10日、20日前报送进展。", [("by", None, "2022-06-10", None), ("by", None, "2022-06-20", None)]),
        ("6月10日、15日分别进行合练。",
         [("during", "2022-06-10", "2022-06-10", None), ("during", "2022-06-15", "2022-06-15", None)]),
        ("2023年安排资金1.2亿元，第一季度末拨付40%，上半年拨付70%。",
         [("during", "2023-01-01", "2023-12-31", None), ("by", None, "2023-03-31", None), ("during", "2023-01-01", "2023-06-30", None)]),
        ("到2025年床位达到5000张，年底前新增500张。", [("by", None, "2025-12-31", None), ("by", None, "2022-12-31", None)]),
        # A span of years says of none of them: the month is of the notice's own.
        ("配合“十五五”期间片区达标，9月底前将计划面积报送。", [("during", "2026-01-01", "2030-12-31", None), ("by", None, "2022-09-30", None)]),
        ("“十四五”期间推进公园改造，6月底前完成选址。", [("during", "2021-01-01", "2025-12-31", None), ("by", None, "2022-06-30", None)]),
        ("截至2022年5月27日，到位率61%。", []),
        # What something is done to may be over.
        ("于2月和8月底前将截至申报日的发电量报送我委。", [("by", None, "2022-02-28", None), ("by", None, "2022-08-31", None)]),
        ("9月底前将已竣工的项目归档，10月底前把检查过的名单公示。", [("by", None, "2022-09-30", None), ("by", None, "2022-10-31", None)]),
        ("2022年4月底前已将名单报送。", []),
        ("2023年下半年组织评估，结果于当年12月底前报区政府。",
         [("during", "2023-07-01", "2023-12-31", None), ("by", None, "2023-12-31", None)]),
        ("7月、9月上旬各开展1次督查。",
         [("during", "2022-07-01", "2022-07-31", None), ("during", "2022-09-01", "2022-09-10", None)]),
        ("二、四季度会诊。", [("during", "2022-04-01", "2022-06-30", None), ("during", "2022-10-01", "2022-12-31", None)]),
        ("2023年预算资金3月底前拨付。", [("by", None, "2023-03-31", None)]),
        ("实行日巡查、周例会。", [("recurring", None, None, "P1D"), ("recurring", None, None, "P1W")]),
        # 次年 of the time before it; of each year where 每年 stands before.
        ("10月底前完成招标，次年5月底前完工。", [("by", None, "2022-10-31", None), ("by", None, "2023-05-31", None)]),
        ("每年9月底前上报计划；次年3月底前全部竣工。", [("recurring", None, None, "P1Y")] * 2),
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[tuple[object, ...]]) -> None:
    assert read(text) == expected


def test_what_stands_under_a_heading_of_time_is_held_then() -> None:
    text = "某区演练通知\n一、演练时间\n2022年6月18日（星期四）上午9:00—11:30，如遇暴雨顺延至6月25日。\n二、地点\n某园区。\n某区应急局\n2022年6月2日\n"
    found = deadlines(mend(outline(Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert [(f.values["kind"], f.values["end_date"]) for f in found] == [("during", "2022-06-18")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("推进仓储是2022年《政府工作报告》明确提出的任务。", []),
        ("落实今年《政府工作报告》提出的任务。", []),
        ("按照2022年《某规划》所确定的项目推进。", []),
        ("2022年修订《某规划》。", ["2022-12-31"]),
        ("2022年《某规划》完成修订。", ["2022-12-31"]),
    ],
)
def test_the_year_of_a_paper_that_says_something(text: str, days: list[str]) -> None:
    assert [found[2] for found in read(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("各县将2022—2023年仓储检查工作计划报送市局。", []),
        ("2022年计划报送项目3个。", ["2022-12-31"]),
        ("2022年8月", []),
        ("2022年8月20日", []),
        ("2022年底前", ["2022-12-31"]),
        ("2022年6月开工", ["2022-06-30"]),
    ],
)
def test_plans_of_work_and_the_day_on_a_cover(text: str, days: list[str]) -> None:
    assert [found[2] for found in read(text)] == days


def test_stages_are_of_the_stretch_named_before() -> None:
    text = "自2025年10月8日起至2026年3月31日止，分三步。\n（一）动员（10月8日至10月31日）。\n（二）整治（11月1日至2月28日）。\n（三）总结（3月1日至3月31日），3月25日前报送。"
    head = "某市关于开展冬季行动的方案\n"
    for written, stretch in (("\n某市人民政府\n2025年9月28日\n", 4), ("", 4)):
        document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", f"{head}{text}{written}")
        found = [f.values["end_date"] for f in deadlines(mend(outline(document)))]
        assert found[-stretch:] == ["2025-10-31", "2026-02-28", "2026-03-31", "2026-03-25"]


@pytest.mark.parametrize(
    ("written", "end"),
    [("2022-10-20", "2023-02-28"), ("2023-01-10", "2023-02-28"), ("2023-03-10", "2024-02-28")],
)
def test_a_stretch_over_new_year_may_have_begun(written: str, end: str) -> None:
    (found,) = read("11月1日至2月28日集中整治。", written=written)
    assert found[2] == end


@pytest.mark.parametrize(
    ("title", "written", "text", "end"),
    [
        # A notice that prepares a year is due before it, where the day was still to come when it was written.
        (
            "关于做好2023年度职工医疗互助参保工作的通知",
            "2022-09-05",
            "各镇于9月20日前上报名单。",
            "2022-09-20",
        ),
        ("关于开展2023年度科技项目申报的通知", "2022-08-01", "10月底前完成审核。", "2022-10-31"),
        ("关于组织2023年度报刊征订工作的通知", "2022-10-08", "征订于12月15日前结束。", "2022-12-15"),
        (
            "关于做好2023年度医保参保缴费工作的通知",
            "2022-09-01",
            "集中缴费期为9月15日至12月31日。",
            "2022-12-31",
        ),
        ("关于做好2023年度医保参保缴费工作的通知", "2022-09-01", "1月1日至12月31日享受待遇。", "2023-12-31"),
        # What is done in the year itself, though its title begins alike.
        ("关于推进2023年老旧小区改造的通知", "2022-09-15", "10月底前完成改造。", "2023-10-31"),
        ("关于分解2023年度粮食生产指标的通知", "2022-09-15", "12月底前完成入库。", "2023-12-31"),
        # What was over in it is of the next; so is all that a plan of that year says, and what is asked near its end.
        ("关于做好2023年度职工医疗互助参保工作的通知", "2022-09-05", "3月10日前汇总上报。", "2023-03-10"),
        ("关于印发2023年度普法工作要点的通知", "2022-10-02", "12月15日前完成测评。", "2023-12-15"),
        ("关于下达2023年造林任务的通知", "2022-10-02", "11月底前完成整地。", "2023-11-30"),
        ("关于做好2023年春季植树工作的通知", "2022-12-20", "12月底前完成验收。", "2023-12-31"),
    ],
)
def test_days_of_a_notice_that_prepares_the_next_year(title: str, written: str, text: str, end: str) -> None:
    assert read(text, title, written)[0][2] == end


def test_behind_a_day_of_the_year_that_is_prepared_a_later_one_is_of_it_too() -> None:
    found = read(
        "3月启动，9月30日前完成检查，12月底前结题。", "关于组织2023年度科研项目申报的通知", "2022-08-01"
    )
    assert [row[2] for row in found][-2:] == ["2023-09-30", "2023-12-31"]
    found = read("9月30日前完成评审，次年3月底前签约。", "关于组织2023年度科研项目申报的通知", "2022-08-01")
    assert found[0][2] == "2022-09-30"


def test_the_year_in_the_title_is_the_year_meant() -> None:
    assert read("年底前完成。", title="关于印发2023年度工作要点的通知")[0][2] == "2023-12-31"
    assert read("年底前完成。", title="三年行动方案（2021—2023年）")[0][2] == "2022-12-31"


@pytest.mark.parametrize("title", ["三年行动方案（2022—2024年）", "某区效能考核办法（试行）"])
def test_the_year_after_none_is_of_every_year(title: str) -> None:
    said = read("当年3月底前开工率达到60%，6月底前全部开工，次年3月底前竣工。", title)
    assert said == [("recurring", None, None, "P1Y")] * 3


def test_next_year_is_counted_from_the_day_of_the_notice() -> None:
    assert read("明年计划新建。", "2025年工作要点", "2024-12-27")[0][2] == "2025-12-31"
    assert read("明年3月底前完成。", "2025年工作要点", "2024-12-27")[0][2] == "2025-03-31"
    assert read("今年6月底前完成。", "2025年工作要点", "2024-12-27")[0][2] == "2025-06-30"


def test_what_is_handed_in_answers_the_notice() -> None:
    """In a notice of November about the next year a day without a year is of this year where something is handed in."""
    written, title = "2022-11-10", "关于申报2023年表彰项目的通知"
    for said in ("请于11月30日前报市表彰办。", "11月30日前将汇总表报送我局。", "于11月30日前提交材料。"):
        assert read(said, title, written) == [("by", None, "2022-11-30", None)]
    assert read("11月30日前完成改造。", title, written) == [("by", None, "2023-11-30", None)]
    assert read("于3月10日前报送总结。", title, written) == [("by", None, "2023-03-10", None)]


def test_a_day_of_taking_force_is_that_of_the_notice() -> None:
    said = read("本办法自2022年7月1日起施行。自本办法施行之日起，原办法废止。")
    assert [row[:2] for row in said] == [("effective_from", "2022-07-01")] * 2
    assert read("自本办法施行之日起，原办法废止。") == []


def test_a_quarter_that_is_over_is_past() -> None:
    assert read("一季度客流量保持增长。", written="2022-05-27") == []
    assert read("二季度开展促销。", written="2022-05-27") != []


def test_where_nobody_says_when_it_was_written_the_page_says_when_it_was_put_up() -> None:
    lines = ("发布日期：2022-08-16", "本细则自发布之日起施行。")
    text = "\n".join(lines)
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passages = tuple(
        Passage(line, tuple(range(text.index(line), text.index(line) + len(line))), role=role)
        for line, role in zip(lines, ("furniture", "body"), strict=True)
    )
    (fact,) = deadlines(Mended(Outline(document, TitleBlock(title="某细则"), passages, (), (), ()), ()))
    assert fact.values["start_date"] == "2022-08-16"


def test_without_any_year_a_yearless_date_is_left_out() -> None:
    assert read("6月底前完成。", written="") == []


def test_spans_lead_back_to_the_words() -> None:
    text = "（一）加强领导。力争到2025年底，全区基本建成体系。"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "\n" + text)
    passage = Passage(text, tuple(range(1, len(text) + 1)), clause_id="一")
    (fact,) = deadlines(
        Mended(Outline(document, TitleBlock(written_date="2022-01-01"), (passage,), (), (), ()), ())
    )
    assert document.text[fact.span.start : fact.span.end] == "力争到2025年底，全区基本建成体系"
    assert (fact.values["modality"], fact.values["precision"]) == ("力争", "year")


def reasons(text: str, rows: tuple[Row[str], ...] = nothing.NOTHING) -> list[str]:
    """Why each time of `text` binds nothing, by these rows; those that bind are left out."""
    sense = text_to_sense(text)
    told = (nothing.Setting(sense).reason(found, rows) for found in sense.times)
    return [why for why in told if why]


ROWS = [pytest.param(row, id=row.name) for row in nothing.NOTHING]


@pytest.mark.parametrize("row", ROWS)
def test_each_reason_holds_for_its_examples_only(row: Row[str]) -> None:
    for text in row.examples:
        assert reasons(text, (row,)), text
    for text in row.counterexamples:
        assert not reasons(text, (row,)), text


@pytest.mark.parametrize("row", ROWS)
def test_each_reason_earns_its_place(row: Row[str]) -> None:
    """Without it, a time of one of its examples would bind."""
    others = tuple(other for other in nothing.NOTHING if other is not row)
    assert any(len(reasons(text)) > len(reasons(text, others)) for text in row.examples)


# A sentence for every kind of word, whose time binds nothing because of the word, or (act, not) binds because of it.
CARRIERS = {
    "doc": "落实2025年专项{}", "wide": "2025年专项{}", "occasion": "参观2025年国际{}",
    "project": "开工东山片区、某区2024年路灯等{}", "act": "2025年{}全区方案",
    "goal": "合理确定每年用地供应{}", "draw": "{}每年用地供应目标",
    "ref": "在{}期限5日内办理", "person": "{}时间不超过48小时", "tally": "空气污染{}不超过2天", "born": "2016年8月31日以前{}", "born.up": "2016年8月31日以前{}", "amid": "市财政在2026年农业生产发展资金{}奖励", "past.done": "2020年，全区{}实现目标", "past.same": "2023年投资比{}多",
    "not.yet": "两年内{}受罚", "happened": "两年内{}事故", "before": "申请{}2年内缴纳社保", "but": "{}2026年上半年销售额不低于5万元",
    "turn": "如2026年上半年销售额{}", "befall": "年内{}通报批评的单位", "done": "2022年3月，区里印发{}通告",
    "worth": "做好二季度防汛的{}", "is": "今年{}开局之年", "date": "办理{}在2022年11月30日以前的楼盘", "work": "三、2026年{}",
    "herewith": "{}将2026年考核目标印发给你们", "shown": "2026年任务分解{}附件",
    "ground": "{}2026年防汛形势，制定方案",
    "alumni": "招收本县2026年{}", "lapse": "2026年底{}的合同",
    "campaign": "开展攻坚{}（2024—2026年）", "rules": "某市招生{}（2025年）", "self": "2026年，为规范管理，制定{}办法",
}  # fmt: skip
BINDS = ("act",)


@pytest.mark.parametrize(("word", "kind"), lexicons.rows("deadlines"))
def test_each_word_earns_its_place(word: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = CARRIERS[kind].format(word.strip("*"))
    with_it = reasons(text)
    assert bool(with_it) != (kind in BINDS), text
    others = {entry: said for entry, said in nothing._entries().items() if entry != word}
    monkeypatch.setattr(nothing, "_entries", lambda: others)
    nothing._kind.cache_clear(), nothing._kind_of.cache_clear()
    without = reasons(text)
    nothing._kind.cache_clear(), nothing._kind_of.cache_clear()
    assert bool(without) != bool(with_it), text


def test_a_quote_never_runs_into_the_next_sentence() -> None:
    text = "审批时限压缩至20个工作日以内。完善制度。"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))))
    facts = deadlines(
        Mended(Outline(document, TitleBlock(written_date="2022-01-01"), (passage,), (), (), ()), ())
    )
    assert [text[f.span.start : f.span.end] for f in facts] == ["审批时限压缩至20个工作日以内"]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("某市园艺工作方案（2026-2028）", 2028),
        ("某市二〇二六年工作要点", 2026),
        ("某市园艺办法（试行）", None),
        # Norms of a year hold from then on: none is to be reached by its end.
        ("某市民政局关于公布2025年城乡低保标准的通知", None),
        ("某市关于调整2024年度供养标准的公告", None),
        ("某市关于印发2026年标准化工作要点的通知", 2026),
    ],
)
def test_the_last_year_of_a_title(title: str, year: int | None) -> None:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "")
    assert title_year(Mended(Outline(document, TitleBlock(title=title), (), (), (), ()), ())) == year


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("各部门须于每周一前报送每周活动安排申请表。", ["P1W"]),
        ("每月5日前上报每月进度表。", ["P1M"]),
        ("每年培训2次、每年检查1次。", ["P1Y", "P1Y"]),
        ("每周调度，每月通报。", ["P1W", "P1M"]),
    ],
)
def test_what_a_sentence_says_twice_is_one_time(text: str, times: list[str]) -> None:
    assert [found[-1] for found in read(text)] == times


def test_a_paragraph_that_comes_again_is_read_alike() -> None:
    """What its tokens say is kept; in long runs its times were read anew, and none of them was found among the kept tokens."""
    for _ in range(2):
        text_to_sense.cache_clear()
        sense = text_to_sense("保教费收费标准为每生每月480元。")
        assert [nothing.Setting(sense).reason(found) for found in sense.times] == ["price"]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("某市2026年养老工作要点", date(2026, 12, 31)),
        ("某市关于做好2026年上半年养老服务检查的通知", date(2026, 6, 30)),
        ("某市2026年第三季度重点任务清单", date(2026, 9, 30)),
        # Of the year, a part whose days no calendar has.
        ("某市关于开展2026年春季食品安全检查的通知", None),
        ("某市2026年秋冬季大气攻坚方案", None),
        ("某市2026年国庆期间安全检查方案", None),
        ("某市2026年春运保障方案", None),
        ("某市2026年秋季校园检查方案", None),
        ("某市2026年夏津县民生实事方案", date(2026, 12, 31)),
        ("某市2026年上半年审计发现问题整改方案", date(2026, 12, 31)),
    ],
)
def test_what_a_title_is_due_by(title: str, day: date | None) -> None:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "")
    mended = Mended(Outline(document, TitleBlock(title=title, written_date="2026-01-05"), (), (), (), ()), ())
    due = title_due(mended, notice_calendar(mended))
    assert (due[0] if due else None) == day


def days_in(text: str) -> list[object]:
    made = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    return [fact.values["end_date"] for fact in deadlines(made)]


@pytest.mark.parametrize("below", ["竣工投用。", "仓库建成并移交", "1.竣工投用。"])
def test_a_month_above_what_is_done_in_it_is_no_day_of_the_paper(below: str) -> None:
    steps = f"各镇人民政府：\n一、建设步骤\n2026年12月\n{below}\n二、保障措施\n各镇要加强领导。\n"
    assert days_in(f"云江县仓储建设方案\n{steps}云江县商务局\n2026年5月2日\n") == ["2026-12-31"]


@pytest.mark.parametrize("above", ["", "云江县商务局\n2026年5月2日\n"])
def test_a_month_that_nothing_stands_below_is_a_day_of_the_paper(above: str) -> None:
    text = f"云江县仓储建设方案\n一、加强检查。各镇要加强检查。\n{above}云江仓储编写组\n2026年6月\n"
    assert days_in(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("首批援助队于2月19日出发，支援基层。", []),
        ("学员于3月1日上午报到。", []),
        ("检查组于2月27日离会。", []),
        ("学员于3月2日报到。", ["2026-03-02"]),
        ("首批援助队于3月19日出发，支援基层。", ["2026-03-19"]),
    ],
)
def test_who_went_before_the_paper_was_written_is_told_of(text: str, days: list[str]) -> None:
    assert [found[2] for found in read(text, written="2026-03-02")] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027年《仓储计划》确定的指标，要达到95%。", ["2027-12-31"]),
        ("2027年《仓储计划》确定的任务，由各镇落实。", ["2027-12-31"]),
        ("2026年《仓储规划》提出的目标，覆盖率不低于80%。", ["2026-12-31"]),
        ("落实2026年《仓储报告》提出的目标。覆盖率不低于80%。", []),
    ],
)
def test_the_year_that_a_paper_sets_something_for(text: str, days: list[str]) -> None:
    assert [found[2] for found in read(text, "某县2026年工作方案", "2026-05-20")] == days
