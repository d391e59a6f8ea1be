"""What stands beside the name of a target: for each of what, from what, in which unit."""

from __future__ import annotations

import pytest

from pipeline.extract.targets import targets
from pipeline.model import Clause, Document, Mended, Outline, Passage, TitleBlock


def read(text: str, heading: str = "") -> list[dict[str, object]]:
    """The values of each target of a text, which may stand under a heading."""
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title="某区工作方案", written_date="2026-01-27")
    over = (Clause("一", None, 0, 1, "", heading, heading, passage.span(0, 1)),) if heading else ()
    found = targets(Mended(Outline(document, block, (passage,), over, (), ()), ()))
    return [dict(fact.values) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每处载荷不低于3吨。", ["处"]),  # what is measured is not what it is for each of
        ("单个充电站用地不超过600平方米。", ["充电站"]),
        ("每户用地不超过100平方米。", ["户"]),
        ("每座闸门承载力不低于20吨。", ["闸门"]),
        ("每村集体经营性收入达到12万元以上。", ["村"]),
        ("每个车间投资额不低于800万元。", ["车间"]),
        ("每名药师服务患者不超过90人。", ["药师"]),
        ("每个乡（镇）配备联络员2名。", ["乡（镇）"]),
        ("每校（园）配备校医1名。", ["校（园）"]),
        ("单个项目中央资金不低于20万元。", ["项目"]),
        # So many of them, as printed.
        ("按每400户设置1个回收点。", ["400户"]),
        ("每3万人配建1座影院。", ["3万人"]),
        ("每千人口护士数达到4人。", ["千人口"]),
        ("按每20名老人配备1名护理员。", ["20名老人"]),
        ("每6公里设置驿站1处。", ["6公里"]),
        ("每200平方米不少于2个消火栓。", ["200平方米"]),
        ("每新增1家企业增加就业15人。", [None]),
        # What is summed up behind is of them all.
        ("上门走访每户每年不少于3次、全年累计12万户次。", ["户", None]),
        ("每镇累计建成绿道8公里、公园2个。", ["镇", "镇"]),
        ("每名干部每年参加学习不少于5次、累计不少于40学时。", ["干部", "干部"]),
        ("每百户居民配建服务设施不少于30平方米。", ["百户居民"]),
        ("每千常住人口执业医师数3.4人。", [None]),
        # Behind a semicolon another thing is told of.
        ("每千人口床位数达到7.2张；产值力争达到120亿元，年均增长9%。", ["千人口", None, None]),
        ("每千人口床位数达到7.2张，年均增长2%。", ["千人口", "千人口"]),
    ],
)
def test_for_each_of_what(text: str, expected: list[str | None]) -> None:
    assert [found["per"] for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单次抽检用时由3小时缩短至45分钟。", 180.0),
        ("步道长度由750米延伸到3.2公里。", 0.75),
        ("用户由8600户增加到2.1万户。", 0.86),
        ("成员由4家增加到7个。", 4.0),
        ("产值由7000万元增长到1.6亿元。", 0.7),
        ("规模由12万亩增加到1.5万公顷。", 0.8),
        ("用时由90秒缩短到1分钟。", 1.5),
        ("对象由1100家扩大到4万人。", None),  # of others
        ("审批时限由3个月压缩到15个工作日。", None),  # how many working days a month has nobody says
        ("入学率由八成提高到九成。", 80.0),
    ],
)
def test_a_start_is_in_the_unit_of_its_value(text: str, expected: float | None) -> None:
    """Regression: 4小时 stood as the start of 40分钟 with the number 4."""
    assert [found["baseline_value"] for found in read(text)] == [expected]


def test_a_sum_behind_a_growth_is_no_growth() -> None:
    """Regression: 突破720亿元 behind 增长6.5%、 was published as a change."""
    found = read("零售总额增长6.1%、突破690亿元。用地减少3%、控制在500亩以内。出口、进口分别增长8%、9%。")
    assert [one["change"] for one in found] == ["+", None, "-", None, "+", "+"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("日处理规模达到3万吨/日。", "万吨/日"),
        ("最高时速不低于80公里/小时。", "公里/小时"),
        ("巡查不少于4次/月。", "次/月"),
        ("培训不少于2次/年。", "次/年"),
        ("配建停车位不少于1.2车位/户。", "车位"),  # a count for each of what is a rate of it
    ],
)
def test_the_unit_is_told_as_printed(text: str, unit: str) -> None:
    assert [found["unit"] for found in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("餐厨垃圾处理量日均达到180吨，较2025年增长12%。", ["日均餐厨垃圾处理量", "日均餐厨垃圾处理量"]),
        ("志愿服务时长人均不少于24小时。", ["人均志愿服务时长"]),
        ("帮扶资金户均不低于900元。", ["户均帮扶资金"]),
        ("急救反应时间平均不超过13分钟。", ["急救反应时间"]),  # of all of them
        (
            "旺季日均接待游客15万人次，淡季日均达到4万人次。",
            ["旺季日均接待游客", "淡季"],
        ),  # when, and no measure
    ],
)
def test_for_each_of_whom_behind_the_name_is_a_part_of_it(text: str, expected: list[str]) -> None:
    assert [found["indicator"] for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一类粮库配备质检员2名，二类粮库配备1名。", ["质检员", "二类粮库质检员"]),
        ("省级场馆开设展览6个，县级场馆开设3个。", ["展览", "县级场馆展览"]),
        ("床位200张以上的机构须配备药师不少于2名，50—200张的配备1名。", ["药师", "药师"]),
        (
            "改造老旧管网20公里，危旧路段改造30公里。",
            ["老旧管网", "危旧路段改造"],
        ),  # what is done is done to them
        (
            "加快32个在建国道项目建设；推进9个在建铁路项目建设。",
            ["在建国道项目", "在建铁路项目建设"],
        ),  # the deed is behind
        ("中心街区改造危旧小区20个，老旧小区改造30个。", ["危旧小区", "老旧小区"]),
    ],
)
def test_others_of_the_like_do_the_same(text: str, expected: list[str]) -> None:
    assert [found["indicator"] for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增一体型监测设备90套，累计达到350套。", ["新增一体型监测设备", "一体型监测设备"]),
        ("新增就业1.1万人，累计达到4万人。", ["新增就业", "新增就业"]),  # persons are new, all of them
        ("新增停车泊位900个，三年累计达到2700个。", ["新增停车泊位", "新增停车泊位"]),  # those of the time
        ("完成全市小型水库70座除险加固。", ["小型水库"]),  # deeds alone are no things
        ("完成加油站90座双层罐改造。", ["加油站"]),
        (
            "设立法律援助工作站9个，其中园区4个、商会3个。",
            ["法律援助工作站", "园区法律援助工作站", "商会法律援助工作站"],
        ),
        (
            "设立服务站30个，其中园区8个、商会5个、协会7个。",
            ["服务站", "园区服务站", "商会服务站", "协会服务站"],
        ),
        ("建成农田8万亩、120公里机耕道；治理河道18条、96公里。", ["农田", "机耕道", "河道", "河道长度"]),
        ("新建公厕40座，其中城区10座、精品公厕30座。", ["新建公厕", "新建城区公厕", "新建精品公厕"]),
        ("完成全市高校院所7600件存量专利盘点。", ["存量专利盘点"]),
        ("完成县域医院900台老旧设备更新。", ["老旧设备更新"]),
        ("新建的每张床位补助1万元，改建的减半。", []),
        ("给予房租补贴，按租金第一年100%、第二年70%，面积不超过260平方米。", ["面积"]),
        (
            "实施城市更新项目80个，年度完成投资36亿元，其中政府投资9亿元。",
            ["城市更新项目", "城市更新项目投资", "政府投资"],
        ),
        ("组建县级救援队伍6支，镇级每镇不少于1支。", ["县级救援队伍", "镇级救援队伍"]),
        ("每村配备铜锣3面、警示旗12面。", ["铜锣", "警示旗"]),
        ("进出口总额突破900亿元、增长7%，其中出口600亿元。", ["进出口总额", "进出口总额", "出口"]),
        (
            "零售总额达到300亿元、增长7%，其中限上零售额90亿元、增长9%。",
            ["零售总额", "零售总额", "限上零售额", "限上零售额"],
        ),
        ("粮食播种面积稳定在70万亩，总产量20亿斤、增长1.1%。", ["粮食播种面积", "粮食总产量", "粮食总产量"]),
    ],
)
def test_what_whole_notices_showed(text: str, expected: list[str]) -> None:
    assert [found["indicator"] for found in read(text)] == expected
