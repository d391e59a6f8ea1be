"""Which time a value takes where its sentence, its bracket, its list or the heading of its stage names one."""

from __future__ import annotations

import pytest

from pipeline.extract.targets import targets
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend

_HEAD = "关于印发某市实施方案的通知\n各县区人民政府：\n现印发给你们，请认真执行。\n某市人民政府\n2026年3月1日\n某市实施方案\n"


def dated(body: str) -> list[tuple[object, object, str]]:
    """(indicator, value, day) of the targets of a notice of March 2026."""
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"{_HEAD}{body}\n")))
    return [
        (f.values["indicator"], f.values["value"], str(f.values["deadline_date"])) for f in targets(whole)
    ]


@pytest.mark.parametrize(
    ("body", "days"),
    [
        # The years ahead, one by one, behind the value of this one.
        ("今年新建站点450个，明后两年分别新建380个和260个。", ["2026-12-31", "2027-12-31", "2028-12-31"]),
        ("今明两年分别新建站点30个、40个。", ["2026-12-31", "2027-12-31"]),
        ("2026年新建站点45个，2027—2028年分别新建38个和26个。", ["2026-12-31", "2027-12-31", "2028-12-31"]),
        # A bracket that holds nothing but a time is of the value before it.
        ("换电率达到43%（2026年）、63%（2028年）。", ["2026-12-31", "2028-12-31"]),
        ("建成换电站12座（2027年6月底前）、驿站8处（2028年底前）。", ["2027-06-30", "2028-12-31"]),
        ("泊位利用率达到70%以上（2027年底前）。", ["2027-12-31"]),
        ("绿道、沟渠分别达到555公里、465公里以上（2028年底前）。", ["2028-12-31", "2028-12-31"]),
        # What a bracket behind a value says is not of another clause, but of a part of it.
        (
            "达标率100%（2026年6月底前），新建驿站36个（2026年9月底前20个，2027年底前16个），在线率达到95%。",
            ["2026-06-30", "2027-12-31", "2026-09-30", "2027-12-31", "None"],
        ),
        ("新建公厕20座（2027年9月底前），其中农村8座。", ["2027-09-30", "2027-09-30"]),
        # Of years that each have a value the last is over with its list.
        ("覆盖率2026年达到60%、2027年达到80%；建成平台1个。", ["2026-12-31", "2027-12-31", "None"]),
        # A quarter before a measure and its value, and the year of what is completed.
        ("一季度开工率40%、上半年开工率70%。", ["2026-03-31", "2026-06-30"]),
        ("2026年5月底前新建驿站9个。确保全面完成今年造林面积40万亩。", ["2026-05-31", "2026-12-31"]),
        # Under 目标 a first sentence without a value sets the time of what is aimed at.
        (
            "（一）主要目标。力争在2028年前基本实现现代化。灾害监测率达到95%以上；公众覆盖率达到90%以上。",
            ["2027-12-31", "2027-12-31"],
        ),
        # A stretch of as many years as there are values.
        ("2026—2028年分别新增驿站14、77、287座。", ["2026-12-31", "2027-12-31", "2028-12-31"]),
        ("2027—2028年分别修复岸线3公里、5公里。", ["2027-12-31", "2028-12-31"]),
        ("2026—2028年修复岸线30公里。", ["2028-12-31"]),
        # Years of which each is of its own value end with their part.
        (
            "到2028年底，供水率达到65%，2026年、2027年分别达到45%、55%；新建泵站40座。",
            ["2028-12-31", "2026-12-31", "2027-12-31", "2028-12-31"],
        ),
        # 其中 before a year and a comma opens what is of that year, in its own sentence too.
        (
            "到2030年，绿化率达到60%。其中2027年，新建驿站20座，改造步道9公里。",
            ["2030-12-31", "2027-12-31", "2027-12-31"],
        ),
        # What closes the paragraph and says who does all that, and until when.
        ("新建驿站20座。换电率达到43%。（市水务局牵头，2026年11月底前完成）", ["2026-11-30", "2026-11-30"]),
        ("新建驿站20座。换电率达到43%（2026年11月底前完成）。", ["None", "2026-11-30"]),
        # A last sentence, or a part of the last, that says no more than by when all before it is done.
        ("新建驿站20座。修复岸线9公里。2026年11月底前完成。", ["2026-11-30", "2026-11-30"]),
        ("新建驿站20座，修复岸线9公里。以上任务于2026年11月底前全部完成。", ["2026-11-30", "2026-11-30"]),
        ("新建驿站20座；修复岸线9公里；务必于11月底前建成投用。", ["2026-11-30", "2026-11-30"]),
        ("新建驿站20座；修复岸线9公里。（2026年11月底前完成）", ["2026-11-30", "2026-11-30"]),
        ("新建驿站20座；修复岸线9公里，2026年11月底前完成。", ["None", "2026-11-30"]),
        ("新建驿站20座。2026年11月底前完成验收。", ["None"]),
        # A line below the points of one heading, of all of them.
        (
            "（一）修路\n1.新建驿站20座。\n2.改造驿站9座。\n以上任务于2026年11月底前完成。",
            ["2026-11-30", "2026-11-30"],
        ),
        (
            "（一）修路\n1.新建驿站20座。\n2.改造驿站9座。\n该项工作于2026年11月底前完成。",
            ["None", "2026-11-30"],
        ),
        (
            "（一）修路\n1.新建驿站20座。\n（二）修岸\n1.改造驿站9座。\n上述工作2026年11月底前完成。",
            ["None", "2026-11-30"],
        ),
        # Of several steps the one by which it is done; a step, or what else is done by then, is no end of it.
        ("建设冷库3座，2026年3月开工，2027年10月底前完工。", ["2027-10-31"]),
        ("建设冷库3座，5月底前完成招标，12月底前投入使用。", ["2026-12-31"]),
        # 计划 before a time is no plan on paper; what something costs, or how large it is, stands between.
        ("新建驿站1所，计划2026年6月建成投用。", ["2026-06-30"]),
        ("新建驿站1所，总投资8000万元，计划于2026年9月底前建成投用。", ["2026-09-30"]),
        ("新建驿站1所，建筑面积2万平方米，2026年9月建成。", ["2026-09-30", "2026-09-30"]),
        ("改造管网80公里，6月底前完成50%，12月底前全部完成。", ["2026-12-31", "2026-06-30"]),
        ("改造小区12个，9月底前完成全部改造任务。", ["2026-09-30"]),
        ("建设桩群300个，6月底前完成选址。", ["None"]),
        ("培育企业20家，2027年底前出台奖励办法。", ["None"]),
        ("培训讲解员400名，2027年底前建立名册。", ["None"]),
        # The first step of a schedule is not when all of it is done; the limit of a point is, whatever is done before.
        ("（一）新建公园6个。\n进度安排：\n一季度：完成选址。\n三季度：开工4个。\n", ["None", "2026-09-30"]),
        ("（一）新建公园6个。\n进度要求：3月底前完成选址。\n10月底前全部建成。\n", ["None"]),
        ("（一）新建公园6个。\n完成时限：2026年9月底前\n上半年完成2个。\n", ["2026-09-30", "2026-06-30"]),
        # A heading that says by when what stands under it is done.
        ("（一）修复岸线（责任单位：市水务局；完成时限：2026年11月）\n1.新建驿站20座。", ["2026-11-30"]),
        (
            "（一）2026年11月底前完成岸线修复\n1.新建驿站20座。\n2.2027年6月底前改造驿站9座。",
            ["2026-11-30", "2027-06-30"],
        ),
        (
            "（一）修复岸线（2026年11月底前完成）\n1.新建驿站20座。\n（二）改造驿站\n1.改造驿站9座。",
            ["2026-11-30", "None"],
        ),
        # A span of years behind, with nothing else done in it.
        ("换电率达到97%，两年内实现。", ["2028-12-31"]),
        ("从2027年起，用5年时间，改造驿站20座。", ["2031-12-31"]),
        ("自2026年起三年内，新建驿站20座。", ["2028-12-31"]),
        ("启用驿站62处，三年内建成投用。", ["2029-12-31"]),
        ("一次性缴纳出让价款的50%，余款一年内缴清。", ["None"]),
        # What opens a list in a paragraph that is in no point.
        ("到2028年底，实现以下目标：\n——换电率达到50%。\n——完好率达到90%。", ["2028-12-31", "2028-12-31"]),
        ("2027年底前达到下列要求：\n1.换电率达到50%。\n2.完好率达到90%。", ["2027-12-31", "2027-12-31"]),
        ("到2028年，实现以下目标：\n（1）换电率达到50%。\n一、保障\n完好率达到90%。", ["2028-12-31", "None"]),
        # 全年 before what is done; a year that a value is held against is none of those of a list.
        ("全镇全年乳鸽出栏15万羽以上。", ["2026-12-31"]),
        ("全年实际利用外资达到5000万美元。", ["2026-12-31"]),
        ("到2028年，设备投资较2023年增长25%，普及率、数控化率分别超过90%、75%。", ["2028-12-31"] * 3),
        # The year that aims are set for holds for the sentences behind it.
        ("2027年主要预期目标是：茶园产值增长6%。驿站达到30座。", ["2027-12-31", "2027-12-31"]),
        ("全市2028年发展目标：换电率达到60%。供水率达到90%。", ["2028-12-31", "2028-12-31"]),
        ("本方案的主要目标：到2029年，换电率明显提高。具体指标包括供水率达到86%。", ["2029-12-31"]),
        ("主要指标：到2029年，换电率达到70%。供水率达到80%。", ["2029-12-31", "2029-12-31"]),
        ("到2027年，供水率达到80%；展望2035年，供水率达到90%。", ["2027-12-31", "2035-12-31"]),
        ("到2028年，人均预期寿命在2025年基础上继续提高1岁左右。", ["2028-12-31"]),
        # 进度 ends as 年度 does, and no year hangs over the month behind it.
        ("预算支出进度6月底前达到50%，9月底前达到75%。", ["2026-06-30", "2026-09-30"]),
        ("投资进度第三季度末达到80%。", ["2026-09-30"]),
        # A school year and what lasts a part of a year have no last day on the page.
        ("2025—2026学年，新增学位500个。", ["None"]),
        ("2026年暑期完成校舍改造12处。", ["None"]),
        # A bracket with its label at the end of a paragraph is said of all of it.
        (
            "换电率达到60%。修复岸线9公里。（责任单位：市水务局，完成时限：2027年9月）",
            ["2027-09-30", "2027-09-30"],
        ),
        ("2026年底前，换电率达到60%。疏浚河道。（责任单位：市水务局；完成时限：2027年9月）", ["2026-12-31"]),
        ("新建驿站9座。编制规划。（完成时限：2027年9月底前）", ["2027-09-30"]),
        ("驿站面积不少于30平方米，未达标的6个社区要在2027年3月底前补齐。", ["None", "2027-03-31"]),
        ("新建驿站3座，凉亭5处，2027年底前完成。", ["2027-12-31", "2027-12-31"]),
        ("新建驿站3座、凉亭5座于2027年底前完成。", ["2027-12-31", "2027-12-31"]),
        # When another thing opens is not when this is reached.
        ("新建驿站40座，中心馆新馆区10月投入使用，全市换电率达到92%。", ["None", "None"]),
        ("新建驿站3座，项目6月底前完工。", ["2026-06-30"]),
        # Two limits: which holds for what is not told.
        ("新建驿站9座。修缮绿道。（完成时限：除驿站2027年6月底前外，其余2026年底前）", ["None"]),
        # A bracket behind the stop dates the sentence before it.
        ("新建换电站3万座以上。（2029年）", ["2029-12-31"]),
        ("建成驿站12处。（牵头单位：市住建局；完成时限：2027年6月底前）", ["2027-06-30"]),
        ("绿道达到30公里。（2028年底前完成）", ["2028-12-31"]),
        # A time right behind a value and before what is done by then.
        ("2026年建成驿站20座，其余12座2027年建成。", ["2026-12-31", "2027-12-31"]),
        ("9月底前整治桥梁150座，剩余的64座明年6月底前处置完毕。", ["2026-09-30", "2027-06-30"]),
        # What ends a part is said of all that it counts.
        (
            "到2027年新建驿站20座；打通断头路5条、拓宽道路3公里，11月底前通车。",
            ["2027-12-31", "2026-11-30", "2026-11-30"],
        ),
        # An aim of years ahead is not the year of what is done on the way; the year of a sentence is.
        ("到2027年床位达到500张，年底前新增50张。", ["2027-12-31", "2026-12-31"]),
        ("2027年建成驿站5座，6月底前建成3座。", ["2027-12-31", "2027-06-30"]),
        ("2027年上半年新建书屋2座，换电率年内提高到50%。", ["2027-06-30", "2027-12-31"]),
        # Only the times of one list are of the values of one.
        (
            "2027年投入运行；驿站2026年、2027年、2028年分别为2座、3座、4座。",
            ["2026-12-31", "2027-12-31", "2028-12-31"],
        ),
        # Of each of the years listed.
        ("2026、2027、2028年各新建充电站12座。", ["2026-12-31", "2027-12-31", "2028-12-31"]),
        ("2026年和2027年各改造小区30个。", ["2026-12-31", "2027-12-31"]),
        # Two days in a sentence: neither holds on. What begins later ends what was said before.
        ("6月底前完成改造320家；年底前再改造280家。贮存池不少于3座。", ["2026-06-30", "2026-12-31", "None"]),
        # When the parts are made is within the time that holds on.
        (
            "到2028年，建成公园30个，其中2026年建成10个。绿地率达到38%。",
            ["2028-12-31", "2026-12-31", "2028-12-31"],
        ),
        ("用3年时间，到2028年底，改革面积达到85万亩。安装率达到90%以上。", ["2028-12-31", "2028-12-31"]),
        ("年内培训800人次，2027年起每季度抽查30个。", ["2026-12-31", "None"]),
        # The year of the aim, and not the one that had another value.
        ("2025年入学率95%，2026年目标96%；巩固率达到90%。", ["2026-12-31", "2026-12-31"]),
        # The stage that a heading names.
        ("（二）攻坚阶段（2026年3月—4月）。建成驿站97处。", ["2026-04-30"]),
        ("（三）巩固提升阶段（2027年1月至12月）\n建成驿站97处。", ["2027-12-31"]),
        ("（一）动员阶段（5月至9月）\n建成驿站97处。", ["2026-09-30"]),
    ],
)
def test_when_a_value_is_due(body: str, days: list[str]) -> None:
    assert [day for _, _, day in dated(body)] == days


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("2026年9月底前改造站点36个。2027年汛期前，新建驿站40座。", "None"),
        ("2027年6月底前改造站点36个。春节前，新建驿站40座。", "2027-02-06"),
        ("2026年5月底前改造站点36个。开学前，新建驿站40座。", "None"),
    ],
)
def test_a_time_that_no_calendar_has_is_not_the_one_before_it(body: str, day: str) -> None:
    assert dated(body)[-1][2] == day


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("二、2027年重点任务\n1.建成驿站9座，6月底前完工。\n2.年底前建成凉亭3座。", ["2027-06-30", "2027-12-31"]),
        ("二、2027年重点任务\n今年6月底前建成驿站9座。", ["2026-06-30"]),
        ("二、主要任务\n2027年底前，巩固2025年整治成果，建成驿站9座。", ["2027-12-31"]),
        ("二、主要任务\n建成驿站9座〔2027年底前〕。", ["2027-12-31"]),
        # What a sentence announces is due when it says.
        ("二、2026年重点任务\n2028年重点推进以下事项。建成驿站9座，改造公厕5座。", ["2028-12-31", "2028-12-31"]),
        ("二、主要任务\n林业产值到2027年在2025年基础上翻一番。", ["2027-12-31"]),
        ("（三）收尾阶段（2027年11月—12月）。全面验收，12月20日前建成驿站9座。", ["2027-12-20"]),
        ("（三）第三阶段：2027年10月至2028年3月\n1.11月底前建成驿站9座。\n2.2月底前建成凉亭3座。", ["2027-11-30", "2028-02-29"]),
        ("第二阶段：攻坚（2027年9月至2028年3月）。11月底前建成驿站9座。", ["2027-11-30"]),
        ("第二阶段：攻坚（2027年9月至2028年3月）。建成驿站9座。", ["2028-03-31"]),
        # What is made in a year need not be made in it, nor is a year that is over one of things to come.
        ("二、2027年度项目储备\n6月底前建成驿站9座。", ["2026-06-30"]),
        ("一、2025年度考核\n6月底前建成驿站9座。", ["2026-06-30"]),
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_of_the_one_over_its_part(body: str, days: list[str]) -> None:
    assert [day for _, _, day in dated(body)] == days


@pytest.mark.parametrize(
    ("annex", "due"),
    [
        ("栽植技术要求", None),
        ("绿化建设导则（试行）", None),
        ("绿化任务分解", "2026-12-31"),
        ("2027年绿化建设标准", "2026-12-31"),
    ],
)
def test_the_year_of_a_plan_dates_no_norm_in_an_annex_beside_it(annex: str, due: str | None) -> None:
    title = "绿化三年行动计划（2024—2026年）"
    text = (
        f"某局关于印发《{title}》的通知\n\n各区绿化局：\n\n现将《{title}》印发给你们，请贯彻实施。\n\n某市绿化局\n2024年7月4日\n\n"
        f"附件1\n\n{title}\n\n一、目标\n\n新增绿地30处。\n\n附件2\n\n{annex}\n\n一、面积\n\n绿地面积不小于500平方米。\n"
    )
    made = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    days = [f.values["deadline_date"] for f in targets(made)]
    assert [str(day) if day else None for day in days] == ["2026-12-31", due]


def test_the_middle_of_a_plan_is_no_day_of_the_year_in_the_title() -> None:
    """Nothing says which day that is, so it is due on none; the end of the plan is known."""
    found = [
        day
        for body in ("到“十五五”中期，建成驿站3处。", "“十五五”末，建成驿站9处。")
        for _, _, day in dated(body)
    ]
    assert found == ["None", "2030-12-31"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("换电率，供水率，完好率均达到60%以上。", ["换电率", "供水率", "完好率"]),
        ("到2027年，换电率、供水率，完好率均不低于60%。", ["换电率", "供水率", "完好率"]),
        ("确保换电率达到50%，路灯完好率均达到60%。", ["换电率", "路灯完好率"]),
        ("山区镇、农村供水率分别达到83%、77%。", ["山区镇供水率", "农村供水率"]),
    ],
)
def test_what_is_said_of_every_member(body: str, names: list[str]) -> None:
    assert [name for name, _, _ in dated(body)] == names


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("新增驿站八家。", [8]),
        ("布设五至七套应急终端。", [5]),
        ("贯彻党的二十届三中全会精神。", []),
        ("一类至八类行业费率下调50%。", [50]),
        ("落实三项制度。", []),
    ],
)
def test_numbers_in_words_that_count(body: str, values: list[float]) -> None:
    assert [value for _, value, _ in dated(body)] == values


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["到2028年，床位达到5000张；", "助餐覆盖率达到85%。"], ["2028-12-31", "2028-12-31"]),
        (["2027年底前，新建食堂20家；", "培训护理员300名；", "改造公园5个。"], ["2027-12-31"] * 3),
        (["到2027年6月底，建成步道20公里，", "修缮凉亭12座。"], ["2027-06-30", "2027-06-30"]),
        # A paragraph that is over, a number of its own, a time of its own.
        (["到2028年，床位达到5000张。", "助餐覆盖率达到85%。"], ["2028-12-31", None]),
        (["到2028年，床位达到5000张；", "（二）助餐覆盖率达到85%。"], ["2028-12-31", None]),
        (["到2028年，床位达到5000张；", "2027年，助餐覆盖率达到85%。"], ["2028-12-31", "2027-12-31"]),
    ],
)
def test_a_line_goes_on_with_the_sentence_above(lines: list[str], days: list[str | None]) -> None:
    assert [day for _, _, day in dated("\n".join(lines))] == list(map(str, days))


@pytest.mark.parametrize(
    ("body", "values"),
    [
        # What a year that is over opens is told; what is to come, or is willed, is not.
        ("过去的2023年，茶园规模扩大。新增驿站48座。", []),
        ("2024年，全市修建绿道5公里。供水率达到70%。", []),
        ("2024年，全市修建绿道5公里。力争新增驿站48座。", [48]),
        ("2024年，修建绿道5公里。到2027年，新增驿站48座。供水率达到80%。", [48, 80]),
        ("2024年，产业向好。全年实现进出口总额506亿元，增长6%。", []),
        # 全年 behind a year is of that year.
        ("2025年，全年新增驿站12座。", []),
        ("2025年，各镇发力，全年修建绿道9公里。", []),
        ("2026年，全年新增驿站12座。", [12]),
        # Where a value starts from, however it is written.
        ("换电率要比2025年的45%再提升，达到84%。", [84]),
        ("供水率从2020年3.5%提高到5.8%，驿站从2020年640座增加到6000座。", [5.8, 6000]),
        ("到2028年，创新指数从2020年的85提高到95，换电率从2020年的15%提高到56%。", [95, 56]),
        ("到2028年，网民规模由2025年的9.89亿增至12亿，换电率达到60%。", [12, 60]),
    ],
)
def test_what_is_over_and_where_it_starts(body: str, values: list[float]) -> None:
    assert [value for _, value, _ in dated(body)] == values


@pytest.mark.parametrize(
    ("body", "days"),
    [
        # Of times that each have a clause of one part, the last is over with it.
        ("2026年换电率达到70%，2027年达到80%；完好率不低于9%。", ["2026-12-31", "2027-12-31", "None"]),
        ("新建驿站26个，4月5日动工，5月20日前建成；凉亭面积30平方米。", ["2026-05-20", "None"]),
        # How often, and how soon behind what happens, is by no day of another deed.
        ("各县于6月底前公布名单，每季度巡查不少于1次。", ["None"]),
        ("6月底前换电率达到90%，登记后一个月内至少提供2次职业指导。", ["2026-06-30", "None"]),
        ("10月15日前，建成驿站5个；完好率每月不低于90%。", ["2026-10-15", "None"]),
        ("到2027年新建驿站20座，每年服务居民5000人次。", ["2027-12-31", "2027-12-31"]),
        # A time right behind a value is of another part of what is counted.
        ("2026年底前完成结转的5座驿站，新开工的7座2027年6月底前完工，其余9座。", ["2026-12-31", "2027-06-30", "2026-12-31"]),
        # What another value is to be.
        ("每个街道新增食堂1处，2027年实现养老服务设施全覆盖。", ["None", "2027-12-31"]),
        # A deed by a day does not date the next sentence; what a comma sets off, or leads to an aim, does.
        ("各县要于4月10日前完成更新。培训率达到90%。", ["None"]),
        ("2027年底前，完善机制。建成站点30个。", ["2027-12-31"]),
        # Of years that nobody names; of a time no calendar has.
        ("到2028年底，每年分别新建驿站8座、10座。", ["2028-12-31", "2028-12-31"]),
        ("每年分别新建驿站8座、10座。", ["None", "None"]),
        ("9月底前完成修订，橙色预警期间减排比例不低于20%。", ["None"]),
        ("国庆节前推出线路8条；暑期组织活动40场。", ["2026-10-01", "None"]),
        ("2027年项目验收前，入驻率达到60%。", ["None"]),
        ("2026年修复面积达到1200亩，植被成活率一年后不低于85%。", ["2026-12-31", "None"]),
        ("5月底前测试优良率达到55%；近视率年度下降1个百分点以上。", ["2026-05-31", "None"]),
        ("新建小学2所（3月开工、8月竣工）。", ["2026-08-31"]),
        ("新建小学2所，2026年4月开工、2027年8月竣工。", ["2027-08-31"]),
        ("新建小学2所（4月开工）。", ["None"]),
        ("2026年4月至5月、9月至10月，各开展检查2次。", ["2026-05-31", "2026-10-31"]),
        ("2027年1月1日前，更新率达到60%，之后每年更新电梯20台。", ["2027-01-01", "None"]),
        ("2026年一至四季度分别新建驿站2座、3座、4座、5座。", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("2026年上半年分别新建驿站2座、凉亭3座。", ["2026-06-30", "2026-06-30"]),
        ("2026年4—6月分别新建驿站2座、3座、4座。", ["2026-04-30", "2026-05-31", "2026-06-30"]),
        ("2026年更新插秧机60台，早稻栽插前到位25台。", ["2026-12-31", "None"]),
        ("2026年建设社区50个，前两年完成20个。", ["2026-12-31", "None"]),
        ("2026年9月底前，完成摸排；此后每半年核查一次，更新率达到90%。", ["None", "None"]),
        ("2026年底换电率达到80%，次年底达到100%，翌年3月底前达到60%。", ["2026-12-31", "2027-12-31", "2028-03-31"]),
        ("落实2027年工作要点，6月底前新建驿站20座。", ["2026-06-30"]),
        ("2027年预算资金9月底前拨付比例达到50%。", ["2027-09-30"]),
        ("二、四季度换电率分别不低于30%、50%。", ["2026-06-30", "2026-12-31"]),
        ("五年内引进团队50个，首年不少于8个。", ["2031-12-31", "None"]),
        ("2026年4月走访企业3000家；对融资需求，3个工作日内响应。", ["2026-04-30", "None"]),
        ("换电率全年达到50%以上（2027年提高到60%）。", ["2026-12-31", "2027-12-31"]),
        ("改造管网65公里。6月底完成35公里，11月底全部完成。", ["2026-11-30", "2026-06-30"]),
        # A whole is due with the last of the parts that add up to it, and with what is left of it.
        ("改造家庭2400户（2026年1000户，2027年1400户）。", ["2027-12-31", "2026-12-31", "2027-12-31"]),
        ("改造家庭2400户（2026年1000户，2027年800户）。", ["None", "2026-12-31", "2027-12-31"]),
        ("培训机手400人，其中6月底前完成150人，其余在11月底前完成。", ["2026-11-30", "2026-06-30"]),
        ("改造锅炉240台（10月底前完成100台，年底前全部完成）。", ["2026-12-31", "2026-10-31"]),
        ("改造小区40个，5月底前培训居民150人，年底前全部完成。", ["None", "2026-05-31"]),
        # The last of the steps by which all before them is done.
        ("实施养护工程32公里。4月底前全面开工，11月底前全部完工。", ["2026-11-30"]),
        ("实施养护工程32公里。4月底前全面开工，11月底前完工。", ["None"]),
        ("11月底前出台办法，今后每年组织一次评估。", ["None"]),
        ("到2027年，每年组织一次评估。", ["2027-12-31"]),
        # A quarter is no number of a list.
        ("募集岗位1500个（第一季度400个，第二季度500个，下半年600个）。", ["2026-12-31", "2026-03-31", "2026-06-30", "2026-12-31"]),
    ],
)  # fmt: skip
def test_a_time_is_over_with_what_it_is_of(body: str, days: list[str]) -> None:
    assert [day for _, _, day in dated(body)] == days


_REPORT = (
    "关于2026年重点任务进展情况的报告\n市人民政府：\n现将有关情况报告如下。\n{}\n某市水务局\n2026年11月1日\n"
)


@pytest.mark.parametrize(
    ("title", "body", "values"),
    [
        (
            "某市2026年文旅工作要点",
            "一、主要目标\n接待游客6000万人次，旅游收入突破600亿元，同比分别增长10%和12%。",
            [6000, 600, 10, 12],
        ),
        # 同比 alone tells what there is, also in a plan; not what is said of a year that is to come.
        ("某市2026年工作方案", "全市累计建成床位5600张，同比增长12%。", []),
        ("某市2026年工作方案", "2026年，旅游收入达到98亿元，同比增长11%。", []),
        ("某市2027年工作方案", "2027年，旅游收入达到98亿元，同比增长11%。", [98, 11]),
        ("", "一、主要做法\n今年新建驿站20座，供水率达到90%。", []),
        ("某市水务局工作方案", "一、去年任务完成情况\n新建驿站20座。\n二、任务\n新建驿站5座。", [5]),
        ("", "2026年，全市修复岸线3公里。到2028年，供水率达到95%。", [95]),
        ("", "一、进展\n修复岸线3公里。\n二、下一步工作打算\n修复岸线7公里。", [7]),
        ("某市水务局2026年工作总结", "全年新建驿站20座。", []),
        ("某市水务局2026年工作要点", "全年新建驿站20座。", [20]),
        (
            "某市水务局2025年工作总结和2026年工作计划",
            "一、2025年主要工作\n新建驿站20座。\n二、2026年工作安排\n新建驿站5座。",
            [5],
        ),
        (
            "某县政府工作报告任务分工方案",
            "一、2025年结转任务\n新建驿站20座。\n二、2026年任务\n新建驿站5座。",
            [20, 5],
        ),
        (
            "某市水务局行动计划（2025—2026年）",
            "一、2025年任务\n新建驿站20座。\n二、2026年任务\n新建驿站5座。",
            [20, 5],
        ),
    ],
)
def test_a_report_tells_what_was_done(title: str, body: str, values: list[float]) -> None:
    text = _REPORT.format(body).replace(
        "关于2026年重点任务进展情况的报告", title or "关于2026年重点任务进展情况的报告"
    )
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert [f.values["value"] for f in targets(whole)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # What an applicant must be, whatever the heading, the title or the lead is that says so.
        (
            "关于征集2026年示范工厂的通知\n一、基本要求\n联网设备不少于80台。\n二、数量\n2026年全市拟认定示范工厂20家。",
            [20],
        ),
        (
            "某县示范场工作方案\n申报主体应当符合下列条件：\n1.种植面积不低于200亩。\n2.合格率不低于95%。\n（一）2026年底前建成农场30家。",
            [30],
        ),
        # The lead may be a sentence of its own.
        (
            "某县工作方案\n具备以下条件的粮库，均应安装光伏。\n1.屋面面积1500平方米以上；\n2.使用寿命应在20年以上。\n（一）2026年底前改造粮库30座。",
            [30],
        ),
        ("某县工作方案\n凡符合下列条件的学校，应当设置卫生室。\n1.学生600人以上；\n2.寄宿生达到200人。", []),
        ("某县工作方案\n符合条件的学校，应当开展以下工作。\n1.新增校医20名。", [20]),
        (
            "某县工作方案\n示范场应当符合以下标准：流转期限在5年以上，农业收入占80%以上。2026年拟认定示范场30家。",
            [30],
        ),
        ("某县工作方案\n组建评委会应符合下列条件：\n（一）评审专家不少于25人。", [25]),
        # What is looked for without anybody's doing, and what words mean.
        (
            "某市规划\n一、来水预测\n汛期来水量达到18亿立方米。\n二、措施\n4月底前，蓄水量达到12亿立方米。",
            [12],
        ),
        ("某市规划\n附录 名词解释\n1.中型水库：总库容达到1000万立方米的水库。", []),
        # What others did is told so that it may be learnt from.
        (
            "关于推广创新案例的通知\n全县培育示范点30个。\n案例一：清溪街道\n组建议事队伍28支，满意率提升到97%。",
            [30],
        ),
        ("某县工作方案\n例如，东山镇建成驿站20座，覆盖率达到95%。每村建成驿站1座。", [1]),
        ("某市规划\n据预测，2030年客运需求将达到1.2亿人次。到2030年，新增公路260公里。", [260]),
        # Budgets are told, but for what is aimed at with them; so is what a draft was made of.
        (
            "某镇2026年部门预算公开说明\n一、收支预算\n收入比上年增加310万元，增长12.2%。\n二、绩效目标\n改造道路45公里。",
            [45],
        ),
        (
            "某区配置导则编制说明\n一、意见采纳情况\n征求21个单位意见。\n二、主要内容\n服务半径不大于300米。",
            [300],
        ),
        ("某市工作要点\n【建议办理情况】收到建议168件，满意率为96%。", []),
        # 现将…汇报如下 under a title that says nothing of it.
        (
            "关于全区养老服务\n市民政局：\n现将我区工作汇报如下：\n新建站点6个。\n二、下步打算\n新建站点15个。",
            [15],
        ),
    ],
)
def test_what_a_part_is_decides_whether_its_numbers_are_aims(text: str, values: list[float]) -> None:
    whole = mend(
        outline(
            Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"{text}\n某县人民政府\n2026年2月1日\n")
        )
    )
    assert [f.values["value"] for f in targets(whole)] == values


@pytest.mark.parametrize(
    ("body", "days"),
    [
        # What is to be done by a time that ends its part is over with it.
        ("①新建停车场15个，2026年11月底前完工；②改造小区22个，2026年底前完工；③新增充电桩800台。", ["2026-11-30", "2026-12-31", "None"]),
        ("2026年6月底前完成摸底；新建站点30个。", ["None"]),
        ("到2028年，新建驿站15座；改造公园22个，2027年底前完工。", ["2028-12-31", "2027-12-31"]),
        # One that a comma opens more by, or that a value follows, holds on.
        ("2026年底前，完善机制；建成站点30个。", ["2026-12-31"]),
        ("2026年建成站点30个；改造公园20个。", ["2026-12-31", "2026-12-31"]),
        # A member's dash before a year.
        ("——2027年，建成示范村20个。", ["2027-12-31"]),
        ("2026—2028年，分别改造管网50公里、60公里、70公里，漏损率逐年降低1个百分点，2028年降至8%以内。", ["2026-12-31", "2027-12-31", "2028-12-31", "2028-12-31"]),
        ("建设农田10万亩（含节水灌溉2万亩），其中2026年完成4万亩、2027年完成6万亩。", ["None", "None", "2026-12-31", "2027-12-31"]),
    ],
)  # fmt: skip
def test_the_time_of_its_own_part(body: str, days: list[str]) -> None:
    assert [day for _, _, day in dated(body)] == days


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (
            "到2030年，换电率达到73%，其中2027年达到65%；建成驿站45座。",
            ["2030-12-31", "2027-12-31", "2030-12-31"],
        ),
        (
            "到2030年，换电率达到45%，其中2027年达到43%，供水率达到60%。",
            ["2030-12-31", "2027-12-31", "2030-12-31"],
        ),
        # What was named before 其中 goes on behind it.
        (
            "2028年底前，建成驿站90座、凉亭30座，其中2026年建成驿站40座，新建凉亭10座。",
            ["2028-12-31", "2028-12-31", "2026-12-31", "2026-12-31"],
        ),
    ],
)
def test_a_time_of_which_is_of_its_part(body: str, days: list[str]) -> None:
    assert [day for _, _, day in dated(body)] == days


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("各县要于2月底前完成整改，整改率达到100%。", "2026-02-28"),
        ("2026年，换电率达到89%。", "2026-12-31"),
        ("每名路长管养里程不超过10公里。", "None"),
    ],
)
def test_nothing_is_to_be_done_before_the_notice_was_written(body: str, day: str) -> None:
    text = f"关于2025年度全市公路养护考核情况的通报\n\n各县：\n一、下步要求\n{body}\n\n某市交通局\n2026年1月28日\n"
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    assert [str(f.values["deadline_date"]) for f in targets(whole)] == [day]


def test_the_year_of_a_report_is_no_day_to_reach_anything_by() -> None:
    head = "关于2026年上半年全省道路建设进展情况的通报\n各市：\n"
    body = "一、下一步要求\n抽检频率不低于每月2次。12月底前合格率达到98%。\n某厅\n2026年7月1日\n"
    whole = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", head + body)))
    assert [str(f.values["deadline_date"]) for f in targets(whole)] == ["None", "2026-12-31"]
