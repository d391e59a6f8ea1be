"""Which columns of a table are norms, what they are of, and by when: cells between `|`, a caption above."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from filled import filled

from pipeline import lexicons
from pipeline.extract.calendars import caption_year
from pipeline.extract.cells.norm_words import norm_words
from pipeline.extract.cells.norms import norm_columns
from pipeline.extract.cells.rows import table_rows
from pipeline.extract.cells.things import thing_counted, things_listed
from pipeline.extract.deadlines import deadlines
from pipeline.extract.targets import targets
from pipeline.model import Fact, Mended

rows_of = lexicons.rows


def notice(caption: str, rows: Sequence[str], written: str = "2025-03-01") -> Mended:
    return filled(rows, above=f"{caption}\n", written=written)


def norms(caption: str, rows: Sequence[str]) -> list[tuple[object, ...]]:
    whole = notice(caption, rows)
    found: list[Fact] = [f for f in table_rows(whole) if f.table == "targets"] + list(targets(whole))
    columns = ("indicator", "comparator", "value", "unit", "deadline_date")
    return [tuple(str(f.values[c] or "") for c in columns) for f in found]


@pytest.mark.parametrize(
    "caption", ["村级图书室建设标准", "街道食堂设施配置要求", "驿站建设规范", "养护基地配备标准（试行）"]
)
def test_under_a_caption_of_norms_every_value_with_its_unit_is_one(caption: str) -> None:
    rows = (
        "类型|建筑面积|座席|管理人员",
        "一类点|≥300平方米|40席以上|2名以上专职人员",
        "二类点|不低于80平方米|12席|至少1名",
    )
    assert norms(caption, rows) == [
        ("一类点建筑面积", ">=", "300.0", "平方米", ""),
        ("一类点座席", ">=", "40.0", "席", ""),
        ("专职人员", ">=", "2.0", "名", ""),
        ("二类点建筑面积", ">=", "80.0", "平方米", ""),
        ("二类点座席", "=", "12.0", "席", ""),
        ("二类点管理人员", ">=", "1.0", "名", ""),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "驿站建设补贴标准",
        "企业划型标准",
        "收费标准",
        "考核评分标准",
        "驿站一览表",
        "驿站建设计划表",
        "岗位要求",
        "企业申报要求",
    ],
)
def test_what_is_granted_charged_scored_or_only_listed_is_none(caption: str) -> None:
    assert (
        norms(caption, ("类型|规模|席位", "一类点|300平方米以上|40席以上", "二类点|80平方米以上|12席")) == []
    )


def test_beside_words_under_a_heading_that_asks_values_are_norms_too() -> None:
    rows = (
        "机构|用房面积|床位|设备配置|服务要求",
        "卫生院|不低于1500平方米|20-30张|救护车1辆、急救箱3个|15分钟内到达，设无障碍坡道",
        "服务站|80㎡|—|监护仪、心电图机各1台|每天开放8小时以上",
        "急救点|60㎡|每站1张|候车廊50米，值班室20平方米|站牌4块、电话不少于2部",
    )
    assert set(norms("基层机构建设标准", rows)) == {
        ("卫生院到达时限", "<=", "15.0", "分钟", ""),
        ("卫生院床位", "=", "20.0", "张", ""),
        ("卫生院用房面积", ">=", "1500.0", "平方米", ""),
        ("急救箱", "=", "3.0", "个", ""),
        ("心电图机", "=", "1.0", "台", ""),
        ("救护车", "=", "1.0", "辆", ""),
        ("服务站开放时间", ">=", "8.0", "小时", ""),
        ("服务站用房面积", "=", "80.0", "㎡", ""),
        ("监护仪", "=", "1.0", "台", ""),
        ("急救点床位", "=", "1.0", "张", ""),
        ("急救点用房面积", "=", "60.0", "㎡", ""),
        ("候车廊", "=", "50.0", "米", ""),
        ("值班室面积", "=", "20.0", "平方米", ""),
        ("站牌", "=", "4.0", "块", ""),
        ("电话", ">=", "2.0", "部", ""),
    }
    # Values under 目标值 say what is asked; those beside it only describe.
    beside = ("项目|现有规模|目标值", "书屋|300册|1500册", "食堂|20席|50席")
    assert [n[0] for n in norms("社区设施建设标准", beside)] == ["书屋", "食堂"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [("建设标准", "书屋面积"), ("场所要求", "书屋场所面积"), ("用房面积", "书屋用房面积")],
)
def test_a_thing_of_so_many_square_metres_has_an_area(heading: str, name: str) -> None:
    rows = (f"设施|{heading}|服务要求", "书屋|不小于20平方米|设咨询台", "食堂|不小于50平方米|设残疾人席位")
    assert norms("社区设施标准", rows)[0] == (name, ">=", "20.0", "平方米", "")


def test_aims_are_those_where_one_compares() -> None:
    rows = ("镇街|小区覆盖率（%）|分出量（吨/日）", "东门街道|100|≥28", "西门街道|98|≥22")
    assert norms("2025年考核目标", rows) == [
        ("东门街道小区覆盖率", "=", "100.0", "%", "2025-12-31"),
        ("东门街道分出量", ">=", "28.0", "吨/日", "2025-12-31"),
        ("西门街道小区覆盖率", "=", "98.0", "%", "2025-12-31"),
        ("西门街道分出量", ">=", "22.0", "吨/日", "2025-12-31"),
    ]
    assert norms("2025年考核目标", ("镇街|树木（株）", "东门街道|100", "西门街道|98")) == []


@pytest.mark.parametrize("heading", ["标准要求", "具体要求", "标准", "目标值"])
def test_beside_a_column_that_names_the_rows_a_heading_may_ask(heading: str) -> None:
    rows = (f"序号|项目|{heading}", "1|餐位数量|50个以上", "2|留样时间|不少于48小时", "3|配送半径|3公里以内")
    assert norms("社区食堂", rows) == [
        ("餐位数量", ">=", "50.0", "个", ""),
        ("留样时间", ">=", "48.0", "小时", ""),
        ("配送半径", "<=", "3.0", "公里", ""),
    ]


@pytest.mark.parametrize("heading", ["补贴标准", "收费标准", "评分标准", "面积"])
def test_other_headings_beside_it_do_not(heading: str) -> None:
    assert norms("社区食堂", (f"序号|项目|{heading}", "1|一类点|50平方米", "2|二类点|30平方米以上")) == []


_ROWS = ("类型|面积|席位", "一类点|300平方米以上|40席以上", "二类点|80平方米以上|12席")


@pytest.mark.parametrize(("word", "kind"), [row for row in lexicons.rows("norms") if row[1] != "dealt"])
def test_each_word_earns_its_place(word: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A caption of the word gives norms, one that a word of classes stands in gives none; without the word the other way round."""
    caption = (
        f"{word}标准" if kind == "classes" else f"驿站{word}表" if kind in ("rules", "aims") else "驿站标准"
    )
    rows = {
        "counted": (f"类型|配置{word}", "一类点|3名", "二类点|2名"),
        "grades": (f"类型|{word}|合格", "开放率|≥95%|≥80%"),
        "promised": (f"事项|{word}时限", "低保审核|8个工作日"),
        "checked": (
            f"类型|面积|{word}方式",
            "一类点|300平方米以上|实地走访不少于10%的对象",
            "二类点|80平方米|走访",
        ),
    }.get(kind, _ROWS)
    with_it = norms(caption, rows)
    others = tuple(row for row in lexicons.rows("norms") if row[0] != word)
    monkeypatch.setattr(lexicons, "rows", lambda name: others if name == "norms" else rows_of(name))
    norm_words.cache_clear(), norm_columns.cache_clear()
    without = norms(caption, rows)
    norm_words.cache_clear(), norm_columns.cache_clear()
    assert (not with_it if kind in ("classes", "grades") else bool(with_it)) and with_it != without


def test_a_total_is_no_norm_of_its_own() -> None:
    rows = ("镇街|覆盖率（%）|设施（个）", "东门街道|≥95|10", "西门街道|≥90|20", "合计||30")
    assert [n[0] for n in norms("2025年考核目标", rows)] == [
        "东门街道覆盖率", "东门街道设施", "西门街道覆盖率", "西门街道设施",
    ]  # fmt: skip


def test_the_things_counted_in_a_cell() -> None:
    for text, unit, name in (
        ("2名以上专职管理员", "名", "专职管理员"),
        ("每村至少1名", "名", ""),
        ("每镇不少于2所幼儿园", "所", "幼儿园"),
        ("不少于3台检测设备", "台", "检测设备"),
    ):
        found = thing_counted(text)
        assert found and (found[0].unit, found[0].comparator, found[1]) == (unit, ">=", name)
    each = thing_counted("每村1个")
    assert each and (each[0].value, each[0].unit, each[1]) == (1, "个", "")
    part_time = thing_counted("1名兼职管理员")
    assert part_time and (part_time[0].unit, part_time[1]) == ("名", "兼职管理员")
    plain = thing_counted("1名代办员")
    assert plain and (plain[0].value, plain[0].unit, plain[1]) == (1, "名", "代办员")
    for text in ("3个班", "至少1名管理员、2名保安", "管理员", "不少于3台，其中1台备用"):
        assert thing_counted(text) is None


def test_a_caption_names_its_year_and_binds_nothing() -> None:
    rows = ("区|现有数|计划数", "北塔区|310|120", "南山区|220|80")
    for caption in (
        "2026—2027年充电设施建设计划表（单位：个）",
        "2026年充电设施分布表",
        "充电设施情况（2026年）",
    ):
        assert deadlines(notice(caption, rows)) == ()
    table = notice("2026年民生实事任务分解表", rows).tables[0]
    assert caption_year(table, 2026) == caption_year(table, None) == 2026
    assert caption_year(table, 2027) is None


def test_a_sentence_above_a_table_is_no_caption() -> None:
    rows = ("区|现有数|计划数", "北塔区|310|120", "南山区|220|80")
    assert len(deadlines(notice("到2027年，全市建成公共充电桩2400个", rows))) == 1


def test_values_under_a_name_of_places_do_not_name_the_row() -> None:
    rows = (
        "任务内容|目标要求|城东街道|湖口镇",
        "送戏下乡|80场以上|30场|25场",
        "图书更新|1.2万册|5000册|3500册",
    )
    assert [n[:4] for n in norms("2026年文化惠民工程任务表", rows)] == [
        ("送戏下乡", ">=", "80.0", "场"),
        ("图书更新", "=", "1.2", "万册"),
    ]


@pytest.mark.parametrize("heading", ["当前进展情况", "完成情况", "上半年工作进展", "推进情况"])
def test_what_was_done_so_far_is_no_target(heading: str) -> None:
    rows = (
        f"序号|项目|任务|{heading}",
        "1|道路|新建道路50公里。|新建道路52公里，其中水泥路20公里。",
        "2|绿化|新增绿地30亩。|新增绿地28亩，余下的正在施工。",
    )
    found = [(fact.values["value"], fact.values["unit"]) for fact in targets(notice("任务清单", rows))]
    assert found == [(50, "公里"), (30, "亩")]


def test_a_row_that_tells_what_was_done_sets_no_target() -> None:
    rows = (
        "重点工作：|统筹违法建设治理，促进分类治理。",
        "工作目标：|2026年治理违法建设200万平方米。",
        "进展情况：|全市治理违法建设231万平方米，新增绿地20公顷。",
    )
    found = [fact.values["value"] for fact in targets(notice("任务清单", rows))]
    assert found == [200]


@pytest.mark.parametrize("label", ["编制日期", "填表日期", "填报日期："])
def test_the_day_a_form_was_filled_in_binds_nothing(label: str) -> None:
    form = notice("项目申报表", ("项目名称|养老中心建设", f"{label}|2026年9月", "完成时限|2026年12月底前"))
    assert [str(fact.values["end_date"]) for fact in deadlines(form)] == ["2026-12-31"]


def test_a_row_is_due_when_its_limit_says() -> None:
    """Of several days on the last; on none where it says no day, whatever year stands over the table."""
    rows = (
        "任务|内容|完成时限",
        "驿站|建设驿站15座。|2026.9",
        "水表|更换水表5000只。|6月底前完成50%，11月底前全部完成",
        "路灯|安装路灯600盏。|长期坚持",
        "绿地|新增绿地12公顷。|—",
    )
    found = {
        f.values["value"]: str(f.values["deadline_date"]) for f in targets(notice("2026年任务清单", rows))
    }
    assert [found[value] for value in (15, 5000, 600, 12)] == [
        "2026-09-30",
        "2026-11-30",
        "None",
        "2026-12-31",
    ]


def test_a_day_beside_other_labels_binds() -> None:
    form = notice(
        "项目申报表", ("项目名称|养老中心建设", "计划竣工日期|2026年9月", "完成时限|2026年12月底前")
    )
    assert [str(fact.values["end_date"]) for fact in deadlines(form)] == ["2026-09-30", "2026-12-31"]


def test_a_value_is_of_what_the_nearest_cell_names() -> None:
    rows = (
        "类别|内容|要求",
        "设备|消毒柜|至少2台",
        "场地|居室面积|人均不低于6平方米",
        "（三）服务管理|留样|食品留样不少于48小时。",
    )
    assert sorted(row[:4] for row in norms("食堂建设要求", rows)) == [
        ("人均居室面积", ">=", "6.0", "平方米"),
        ("消毒柜", ">=", "2.0", "台"),
        ("食品留样", ">=", "48.0", "小时"),
    ]


def test_how_many_there_are_for_each_is_of_the_row_and_no_measure() -> None:
    rows = (
        "序号|任务名称|年度目标",
        "1|茶亭|服务半径不大于500米，每千人不少于1处",
        "2|无障碍厕位|每座驿站不少于2个，面积不小于4平方米",
        "3|书亭建设|2026年建成12座，2027年建成18座",
    )
    assert sorted(row[:3] for row in norms("建设任务分解表", rows)) == [
        ("书亭建设", "=", "12.0"),
        ("书亭建设", "=", "18.0"),
        ("无障碍厕位", ">=", "2.0"),
        ("无障碍厕位面积", ">=", "4.0"),
        ("服务半径", "<=", "500.0"),
        ("茶亭", ">=", "1.0"),
    ]


def test_what_is_asked_beside_another_thing_is_of_the_row() -> None:
    rows = (
        "序号|类别|指标要求",
        "1|茶亭|停车位不少于6个，建筑面积不少于380平方米。",
        "2|书亭|管理员不少于3名，持证率达到80%。",
        "3|棋亭|设休息室1间，面积不低于40平方米。",
    )
    assert sorted(row[:3] for row in norms("驿亭建设标准", rows)) == [
        ("休息室", "=", "1.0"),
        ("休息室面积", ">=", "40.0"),
        ("停车位", ">=", "6.0"),
        ("管理员", ">=", "3.0"),
        ("管理员持证率", "=", "80.0"),
        ("茶亭建筑面积", ">=", "380.0"),
    ]


def test_rows_that_measure_stand_behind_the_things_over_them() -> None:
    rows = ("项目|一级驿站|二级驿站", "建筑面积|≥500平方米|≥300平方米", "工作人员|不少于6名|不少于4名")
    assert sorted(row[0] for row in norms("驿站配置标准", rows)) == [
        "一级驿站工作人员",
        "一级驿站建筑面积",
        "二级驿站工作人员",
        "二级驿站建筑面积",
    ]


def test_how_many_of_the_row_and_how_many_it_has() -> None:
    rows = ("设施类型|床位数量|建设数量", "养护中心|不少于100张|不少于2所")
    assert sorted(row[:3] for row in norms("设施配置标准", rows)) == [
        ("养护中心", ">=", "2.0"),
        ("养护中心床位数量", ">=", "100.0"),
    ]


def test_what_a_row_does_for_so_long_is_said_of_the_row() -> None:
    rows = ("类别|面积|开放时间", "残疾人托养机构|不低于80平方米|每周开放不少于40小时。")
    assert sorted(row[0] for row in norms("设施建设标准", rows)) == [
        "残疾人托养机构开放时间",
        "残疾人托养机构面积",
    ]


def test_what_a_row_is_of_names_what_is_done_and_measured_in_it() -> None:
    rows = (
        "任务|年度目标",
        "老旧小区综合整治|完成改造56个",
        "发展壮大林下经济|面积达到12万亩，产值增长15%",
    )
    assert sorted(row[0] for row in norms("任务分解表", rows)) == [
        "林下经济产值",
        "林下经济面积",
        "老旧小区综合整治",
    ]


@pytest.mark.parametrize(
    ("caption", "heading", "cells", "values"),
    [
        ("最低工资标准表", "月最低工资标准（元/月）", ("2180", "2080"), []),
        ("津贴发放标准", "发放标准（元/人/月）", ("50", "150"), []),
        ("开发区准入标准", "投资强度（万元/亩）", ("300", "250"), ["300.0", "250.0"]),
        ("低保标准", "保障标准（元/月）", ("不低于650", "不低于500"), ["650.0", "500.0"]),
        ("养老设施配置标准", "服务人口（万人）", ("5", "1"), []),
        ("医保筹资标准", "个人缴费（元/人·年）", ("400", "160"), []),
        ("医保筹资标准", "筹资总额（元/人·年）", ("1070", "1070"), []),
    ],
)
def test_what_is_paid_as_such_and_whom_a_thing_serves_are_no_norms(
    caption: str, heading: str, cells: tuple[str, str], values: list[str]
) -> None:
    rows = (f"类别|{heading}", f"一类区|{cells[0]}", f"二类区|{cells[1]}")
    assert [n[2] for n in norms(caption, rows)] == values


def test_a_ratio_is_a_norm() -> None:
    rows = ("设施|护理员与老人配比|开放时间", "一类站|不低于1∶4|8:30", "二类站|1∶6|9:00")
    assert [n[:3] for n in norms("养老设施配置标准", rows)] == [
        ("一类站护理员与老人配比", ">=", ""),
        ("二类站护理员与老人配比", "=", ""),
    ]


@pytest.mark.parametrize(
    "heading", ["评分标准", "扣分标准", "得分说明", "基本配置和参数", "规格型号", "产品型号", "技术规格"]
)
def test_what_costs_points_and_how_a_thing_is_made_set_no_target(heading: str) -> None:
    rows = (
        f"项目|{heading}|备注",
        "站点整洁|发现积存超过5处的不得分|",
        "犁|犁体数量：≥5个；幅宽不低于35厘米|",
    )
    assert not norms("一览表", rows)


@pytest.mark.parametrize("number", ["表1 ", "附表2 ", "专栏3 ", "表1"])
def test_the_number_of_a_table_counts_nothing(number: str) -> None:
    rows = ("设施|面积（平方米）", "一类站|≥1500", "二类站|≥350")
    assert [n[2] for n in norms(f"{number}社区设施建设标准", rows)] == ["1500.0", "350.0"]


def test_under_a_part_of_the_year_a_value_is_due_when_that_ends_and_is_of_the_row() -> None:
    rows = (
        "序号|项目|年度目标|一季度|上半年目标|全年|责任单位",
        "1|改建农村公路|150公里|完成施工图设计|完成60公里|完成150公里|县交通局",
        "2|老年助餐点|20个|—|建成8个|建成20个|县民政局",
    )
    assert sorted(row for row in norms("民生实事清单", rows) if row[4]) == [
        ("农村公路", "=", "150.0", "公里", "2025-12-31"),
        ("农村公路", "=", "60.0", "公里", "2025-06-30"),
        ("改建农村公路", "=", "150.0", "公里", "2025-12-31"),
        ("老年助餐点", "=", "20.0", "个", "2025-12-31"),
        ("老年助餐点", "=", "20.0", "个", "2025-12-31"),
        ("老年助餐点", "=", "8.0", "个", "2025-06-30"),
    ]
    late = [fact.values["value"] for fact in targets(notice("民生实事清单", rows, written="2025-07-20"))]
    assert late == [150, 20]


def test_beside_aims_other_years_only_describe() -> None:
    rows = (
        "产业链|2023年产值（亿元）|2025年目标（亿元）|2027年目标（亿元）|链主企业（家）",
        "汽车|210|350|600以上|3",
        "医药|95|140|突破200|2",
    )
    assert [row[:3] + row[4:] for row in norms("重点产业链发展目标", rows)] == [
        ("汽车产值", "=", "350.0", "2025-12-31"),
        ("汽车产值", ">=", "600.0", "2027-12-31"),
        ("医药产值", "=", "140.0", "2025-12-31"),
        ("医药产值", ">", "200.0", "2027-12-31"),
    ]


def test_headings_that_only_ask_tell_values_apart_where_there_are_several() -> None:
    rows = ("指标|单位|一级标准|二级标准", "藏书量|册|1以上|0.6", "建筑面积|平方米|≥5000|≥2500")
    assert [row[0] for row in norms("图书馆建设标准", rows)] == [
        "一级藏书量", "二级藏书量", "一级建筑面积", "二级建筑面积",
    ]  # fmt: skip


def test_a_heading_of_projects_over_figures_counts_them() -> None:
    rows = ("单位|签约项目（个）|到位资金（亿元）", "高新区|≥20|≥60", "东城区|≥10|≥25")
    assert [row[0] for row in norms("2025年招商引资目标任务分解表", rows)] == [
        "高新区签约项目", "高新区到位资金", "东城区签约项目", "东城区到位资金",
    ]  # fmt: skip


@pytest.mark.parametrize("note", ["注：2027年数值为预计数。", "注:①2027年价格按2025年不变价计算。"])
def test_a_note_below_a_table_binds_nothing(note: str) -> None:
    whole = filled(("指标|数值", "产值|30"), above=f"{note}\n建设任务表\n", written="2026-03-01")
    assert not deadlines(whole) and not targets(whole)


def test_the_years_under_an_aim_are_aims_of_a_task() -> None:
    rows = (
        "序号|重点任务|年度目标||牵头单位",
        "||2025年|2026年|",
        "1|建设老年食堂|15家|20家|区民政局",
        "2|家庭床位|300张|累计600张|区民政局",
    )
    assert [row[:3] + row[4:] for row in norms("三年行动任务清单", rows)] == [
        ("建设老年食堂", "=", "15.0", "2025-12-31"),
        ("建设老年食堂", "=", "20.0", "2026-12-31"),
        ("家庭床位", "=", "300.0", "2025-12-31"),
        ("家庭床位", "=", "600.0", "2026-12-31"),
    ]


def test_how_old_one_may_be_is_no_norm() -> None:
    rows = ("项目名称|年龄要求|考勤要求", "支教|30周岁以下|每月2次以上", "支医|35周岁以下|每月3次以上")
    assert [row[2:4] for row in norms("招募岗位表", rows)] == [("2.0", "次"), ("3.0", "次")]


def test_how_long_a_thing_is_open_is_of_its_row() -> None:
    rows = ("设施类别|人员配备|管理要求", "街道健身中心|管理员2名以上|每周开放时间不少于56小时。")
    assert ("街道健身中心开放时间", ">=", "56.0", "小时", "") in norms("健身设施建设标准", rows)


def test_whom_it_is_for_and_what_is_asked_elsewhere_names_no_value() -> None:
    courses = ("培训类别|培训对象|取证率要求", "家政服务|城乡劳动者|≥80%", "养老护理|从业人员|≥90%")
    assert [row[0] for row in norms("培训任务表", courses)] == ["家政服务取证率", "养老护理取证率"]
    rivers = ("河湖名称|水质目标|岸线绿化率目标（%）", "青江|Ⅲ类|85", "白溪|Ⅱ类|90")
    assert [row[0] for row in norms("河湖健康目标", rivers)] == ["青江岸线绿化率", "白溪岸线绿化率"]
    tasks = ("改革事项|具体措施|改革目标", "企业开办|推行全程网办|办理时间压缩至0.5个工作日")
    assert norms("任务清单", tasks)[0][0] == "企业开办办理时间"


@pytest.mark.parametrize(
    ("caption", "rows", "names"),
    [
        ("工作安排", ("指标|小学|初中", "班级学生数|≤45人|≤50人"), ["小学班级学生数", "初中班级学生数"]),
        (
            "园区建设指标体系",
            ("指标|创建要求|", "|工业园区|综合园区", "再生水利用率|≥30%|≥35%"),
            ["工业园区再生水利用率", "综合园区再生水利用率"],
        ),
        ("文化站设备配置标准", ("名称|单位|数量", "电脑|台|10", "阅览室|平方米|80"), ["电脑", "阅览室"]),
        ("公厕建设标准", ("项目|一类|二类", "厕位面积（㎡）|5—7|3—4", "开放时间（小时）|24|18"), ["一类厕位面积", "二类厕位面积", "一类开放时间", "二类开放时间"]),
        ("2026年用水控制目标", ("区|用水总量（亿立方米）|有效利用系数", "东区|≤1.8|0.62"), ["东区用水总量", "东区有效利用系数"]),
        ("分工表", ("实事|量化指标", "新增学位|900个", "健身步道|12公里"), ["新增学位", "健身步道"]),
        ("队伍建设规范", ("队伍|装备要求|集结时间", "专业队|水泵2台|30分钟内"), ["水泵", "专业队集结时间"]),
        ("服务站建设规范", ("建设项目|街道（镇）站|社区站", "服务窗口|2个以上|1个以上"), ["街道（镇）站服务窗口", "社区站服务窗口"]),
        ("供水目标", ("项目|内容", "水质达标率|不低于92%"), ["水质达标率"]),
    ],
)  # fmt: skip
def test_what_cells_hold_says_what_a_column_is(caption: str, rows: tuple[str, ...], names: list[str]) -> None:
    assert [row[0] for row in norms(caption, rows)] == names


def test_the_cells_of_an_indicator_may_say_what_it_is_to_reach() -> None:
    rows = ("行动|子任务|指标", "能力提升|中医馆建设|建成12个", "慢病管理|高血压患者管理|档案建档率70%以上")
    assert [row[:4] for row in norms("任务表", rows)] == [
        ("中医馆建设", "=", "12.0", "个"),
        ("档案建档率", ">=", "70.0", "%"),
    ]


@pytest.mark.parametrize(
    ("caption", "rows"),
    [
        ("评价指标", ("指标|优秀|良好|合格", "能耗降低率|≥10%|≥6%|≥3%")),
        ("企业划型", ("指标|大型|中型", "从业人员|≥300人|≥50人")),
        ("托班设置要求", ("班型|月龄", "乳儿班|6—12个月", "托小班|12—24个月")),
        ("行驶计划", ("线路|发车时间|站点数（个）", "1号线|7:00|8")),
        ("审批时限表", ("事项|法定时限", "取水许可|45个工作日")),
        ("人口情况", ("年份|常住人口（万人）", "2027年|52.1", "2028年|52.4")),
    ],
)
def test_what_tells_grades_apart_or_only_tells_is_none(caption: str, rows: tuple[str, ...]) -> None:
    assert norms(caption, rows) == []


def test_within_how_long_something_is_promised_is_kept_each_time() -> None:
    rows = ("事项名称|法定时限|承诺时限", "取水许可|45个工作日|不超过15个工作日")
    assert norms("办理时限表", rows)[0] == ("取水许可承诺时限", "<=", "15.0", "个工作日", "")


def test_years_stand_in_rows_over_the_columns_and_beside_tasks() -> None:
    down = ("年份|高新技术企业（家）|研发投入强度（%）", "2024年|500|2.4", "2026年|720|2.8")
    assert norms("企业培育计划", down) == [
        ("高新技术企业", "=", "720.0", "家", "2026-12-31"),
        ("研发投入强度", "=", "2.8", "%", "2026-12-31"),
    ]
    beside = ("主要任务|2025年|2026年", "慈善信托备案规模|2000万元|3500万元")
    assert [row[2:] for row in norms("任务分解表", beside)] == [
        ("2000.0", "万元", "2025-12-31"),
        ("3500.0", "万元", "2026-12-31"),
    ]
    aims = ("项目|2023年|2026年", "停车场联网率|70%|85%")
    assert norms("智慧停车建设目标", aims) == [("停车场联网率", "=", "85.0", "%", "2026-12-31")]
    steps = ("任务|年度目标|一季度|二季度", "新建服务点（个）|60|10|20")
    assert [row[2:] for row in norms("任务表", steps)] == [
        ("60.0", "个", "2025-12-31"),
        ("10.0", "个", "2025-03-31"),
        ("20.0", "个", "2025-06-30"),
    ]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("现就免费开放提出如下要求。", [("图书馆开放时间", "")]),
        ("请按以下要求抓好落实。", [("图书馆开放时间", "")]),
        ("场所应当达到下列规模：", [("图书馆开放时间", "")]),
        ("一、开放标准", [("图书馆开放时间", "")]),
        ("2026年主要指标如下：", [("图书馆开放时间", "2026-12-31")]),
        ("申报单位应符合下列条件：", []),
        ("各单位服务情况如下：", []),
    ],
)
def test_what_stands_over_a_table_without_a_caption_names_it(
    above: str, found: list[tuple[str, str]]
) -> None:
    """The line right above, a paragraph of its own."""
    rows = ("设施|开放时间", "图书馆|不少于60小时")
    whole = filled(rows, above=f"{above}\n", written="2025-03-01", apart=True)
    targets_of = [f for f in table_rows(whole) if f.table == "targets"]
    assert [(f.values["indicator"], str(f.values["deadline_date"] or "")) for f in targets_of] == found


def test_of_a_report_only_what_lies_ahead_is_asked() -> None:
    rows = ("任务|年度目标|完成情况", "新增学位|900个|1020个", "治理河道|12公里|15公里")
    for title, values in (("某区2025年工作完成情况", []), ("某区2025年工作方案", [900, 12])):
        whole = filled(rows, above="工作清单\n", written="2025-03-01", title=title)
        found = [f.values["value"] for f in (*table_rows(whole), *targets(whole)) if f.table == "targets"]
        assert found == values


def test_what_is_measured_may_stand_over_the_years_before() -> None:
    rows = (
        "村名|2024年产值（万元）|2026年目标（万元）|2026年入住率（%）",
        "东岗村|32|45|60",
        "西塘村|18|30|55",
    )
    assert [row[:3] for row in norms("村集体经济发展目标", rows)] == [
        ("东岗村产值", "=", "45.0"),
        ("东岗村入住率", "=", "60.0"),
        ("西塘村产值", "=", "30.0"),
        ("西塘村入住率", "=", "55.0"),
    ]


def test_a_row_is_of_the_cell_that_names_it_and_in_its_unit() -> None:
    rows = ("类别|发展内容|2026年目标", "种植|种植基地（万亩）|3", "加工|加工企业（家）|5")
    assert [row[:4] for row in norms("产业计划", rows)] == [
        ("种植基地", "=", "3.0", "万亩"),
        ("加工企业", "=", "5.0", "家"),
    ]


@pytest.mark.parametrize(
    ("above", "many"),
    [("用房面积应符合表1规定。", 2), ("各区完成任务如下表：", 1), ("有关情况见表1。", 0)],
)
def test_what_compares_is_asked_where_a_sign_says_so(above: str, many: int) -> None:
    rows = ("区|端口|投资（万元）", "东区|不少于80个|12")
    whole = filled(rows, above=f"{above}\n", written="2025-03-01", apart=True)
    assert len([f for f in table_rows(whole) if f.table == "targets"]) == many


def test_the_title_of_norms_asks_for_what_compares() -> None:
    rows = ("线路|发车间隔|车辆", "快线|≤3分钟|12辆", "支线|≤10分钟|6辆")
    for title, many in (("公交服务要求", 2), ("公交服务情况", 0), ("公交线路评定要求", 0)):
        whole = filled(rows, above="各单位：\n", written="2025-03-01", apart=True, title=title)
        assert len([f for f in table_rows(whole) if f.table == "targets"]) == many


def test_a_list_of_things_is_read_whole() -> None:
    rows = ("功能区|设备要求", "登记室|身份核验终端1台、打印机不少于2台", "培训室|配备投影设备1套；座椅30把")
    assert norms("矫正中心建设规范", rows) == [
        ("身份核验终端", "=", "1.0", "台", ""),
        ("打印机", ">=", "2.0", "台", ""),
        ("投影设备", "=", "1.0", "套", ""),
        ("座椅", "=", "30.0", "把", ""),
    ]
    assert things_listed("值班室20平方米、床位2张") == things_listed("管理员每周2次") == ()


def test_a_name_of_one_letter_is_of_its_row() -> None:
    rows = ("项目|技术要求", "小型车位|长不小于5.3米，宽不小于2.4米")
    assert [row[0] for row in norms("停车场建设要求", rows)] == ["小型车位长", "小型车位宽"]


def test_columns_without_headings_ask_nothing_by_their_name() -> None:
    rows = ("||", "活动室|不小于200平方米|可综合设置", "阅览室|由镇街确定 首层|", "健身点|每街道1处|独立占地")
    assert [row[2:4] for row in norms("公共服务设施配建标准", rows)] == [("200.0", "平方米"), ("1.0", "处")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # 项目 beside what it is counted in and years; the same in the name.
        (
            ("序号|项目|单位|2026年|2027年|责任单位", "1|驿站|座|5|6|县住建局", "2|绿道|公里|≥18|24|县林业局"),
            [("驿站", "=", "5.0", "座", "2026-12-31"), ("驿站", "=", "6.0", "座", "2027-12-31"),
             ("绿道", ">=", "18.0", "公里", "2026-12-31"), ("绿道", "=", "24.0", "公里", "2027-12-31")],
        ),
        (("项目|2026年|2027年", "驿站（座）|5|6"), [("驿站", "=", "5.0", "座", "2026-12-31"), ("驿站", "=", "6.0", "座", "2027-12-31")]),
        # So many, where it is told by when or who does it; a list of what there is says neither.
        (("建设内容|单位|数量|完成时间", "驿站|座|5|2026年6月"), [("驿站", "=", "5.0", "座", "2026-06-30")]),
        (("名称|单位|数量|责任单位", "驿站|座|5|县住建局"), [("驿站", "=", "5.0", "座", "")]),
        (("名称|单位|数量|备注", "灭火器|具|5|已配"), []),
        # What was before is none.
        (("项目|单位|2022年|2023年", "驿站|座|5|6"), []),
    ],
)  # fmt: skip
def test_rows_told_in_what_they_are_counted_are_reached_by_the_years_over_them(
    rows: Sequence[str], expected: list[tuple[str, ...]]
) -> None:
    """项目 | 单位 | 2026年 | 2027年 set no target: only 指标 was known to be counted."""
    assert norms("任务分解", rows) == expected


def test_without_a_day_the_years_of_the_plan_say_which_are_past() -> None:
    """The first of the years was taken for the starting one, though the plan begins with it."""
    for first, expected in (("2026", [5, 6]), ("2025", [6])):
        rows = (f"指标|单位|{first}年|2027年", "驿站|座|5|6")
        whole = filled(rows, title="某县驿站建设行动方案（2026—2027年）")
        assert [f.values["value"] for f in table_rows(whole) if f.table == "targets"] == expected


def test_a_cell_of_words_is_no_surer_than_a_sentence() -> None:
    """全部完工 under 2026年目标 stated 1.0 where the sums of other columns prove the table."""
    rows = ("项目|2026年目标|投资", "甲路|全部完工|10", "乙路|12公里|20", "合计||30")
    whole = notice("任务分解", rows, "2026-03-01")
    (said,) = [f for f in table_rows(whole) if f.table == "targets" and f.values["kind"] == "coverage"]
    assert said.confidence <= 0.8


def test_the_row_is_not_called_by_what_is_built_for_it() -> None:
    rows = (
        "项目|建设内容|建设标准",
        "广场|硬化场地、安装路灯|面积不少于600平方米",
        "公厕|水冲、照明|不少于6个蹲位",
    )
    assert "广场面积" in [n[0] for n in norms("村级设施建设标准", rows)]


def test_of_things_with_a_unit_the_headings_say_whose_they_are() -> None:
    rows = ("设备|单位|卫生院|卫生室", "心电图机|台|≥2|1", "观察床|张|10|2")
    assert [n[0] for n in norms("设备配置标准", rows)] == [
        "卫生院心电图机", "卫生室心电图机", "卫生院观察床", "卫生室观察床",
    ]  # fmt: skip


def test_a_number_is_not_cut_out_of_a_name() -> None:
    assert [(name, q.comparator) for q, name in things_listed("彩超2台、DR1台")] == [
        ("彩超", None),
        ("DR", None),
    ]


def test_a_place_in_the_row_names_nothing_that_is_done() -> None:
    rows = ("县区|建设内容|责任单位", "东县|改造提升0.8万亩|东县农业局", "西县|改造提升1.5万亩|西县农业局")
    assert [n[0] for n in norms("2025年任务分解表", rows)] == ["改造提升", "改造提升"]


def test_what_a_row_is_called_by_and_says_in_full_is_asked_once() -> None:
    rows = (
        "任务|目标|完成时限",
        "新建水上驿站20处|20处|2025年11月底",
        "培训救生员500名|完成500名救生员培训|2025年9月底",
        "改造渡口30个|9月底前完成12个|2025年12月底",
    )
    assert norms("任务清单", rows) == [
        ("新建水上驿站", "=", "20.0", "处", "2025-11-30"),
        ("救生员培训", "=", "500.0", "名", "2025-09-30"),
        ("渡口", "=", "30.0", "个", "2025-12-31"),
        ("改造渡口", "=", "12.0", "个", "2025-09-30"),
    ]


def test_a_note_beside_what_is_to_be_reached_only_describes() -> None:
    rows = ("指标|单位|目标值|备注", "蜂箱|个|60|每点不少于30箱", "回收率|%|88|省定目标为80%")
    assert [n[:3] for n in norms("2025年考核指标", rows)] == [
        ("蜂箱", "=", "60.0"),
        ("回收率", "=", "88.0"),
    ]
    # Where nothing else in the table is asked the note may say it.
    rows = ("任务|责任单位|备注", "推进渡口建设|交通局|新建渡口5个", "开展巡查|水利局|长期")
    assert [n[:3] for n in norms("任务清单", rows)] == [("新建渡口", "=", "5.0")]


@pytest.mark.parametrize("heading", ["2026年力争位次", "2026年排名"])
def test_where_one_is_to_stand_among_others_is_no_value(heading: str) -> None:
    rows = (f"指标|单位|2024年|2026年目标|{heading}", "挂牌率|%|66|80|5", "共享点|个|20|48|4")
    assert [n[2] for n in norms("争先进位表", rows)] == ["80.0", "48.0"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("指标|分类|2024年|2028年", "新能源船占比（%）|客渡|20|60", "新能源船占比（%）|货渡|5|30", "通信覆盖率（%）|—|70|95"),
            [("新能源船占比（客渡）", "%"), ("新能源船占比（货渡）", "%"), ("通信覆盖率", "%")],
        ),
        (
            ("指标|单位|2026年目标", "培训|人次|3000", "其中：女性|人次|900", "持证率|%|95"),
            [("培训", "人次"), ("培训（女性）", "人次"), ("持证率", "%")],
        ),
    ],
)  # fmt: skip
def test_a_part_is_of_what_its_row_measures(rows: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert [(n[0], n[3]) for n in norms("年度指标", rows)] == expected


@pytest.mark.parametrize("heading", ["规划值", "计划值", "本年计划", "目标值"])
def test_beside_how_things_stand_what_is_planned_is_asked(heading: str) -> None:
    rows = (f"指标名称|单位|现状值|{heading}|责任人", "挂牌率|%|66|95|张三", "共享点|个|20|48|李四")
    assert [n[:4] for n in norms("主要指标表", rows)] == [
        ("挂牌率", "=", "95.0", "%"),
        ("共享点", "=", "48.0", "个"),
    ]


def test_of_places_the_caption_says_what_is_measured_and_what_a_year_came_to_is_none() -> None:
    """41 and 40 were read as targets, and all as of 东岭县."""
    rows = (
        "县（市、区）|2026年实绩（%）|2027年实绩（%）|2028年目标（%）",
        "东岭县|41|40|38.5",
        "西山区|39|38|37",
    )
    assert norms("各县（市、区）秸秆离田率控制目标", rows) == [
        ("东岭县秸秆离田率", "=", "38.5", "%", "2028-12-31"),
        ("西山区秸秆离田率", "=", "37.0", "%", "2028-12-31"),
    ]


def test_a_letter_in_a_bracket_alone_is_the_unit_of_a_row() -> None:
    rows = ("项目|一类|二类", "隔断板高（m）|≥1.8|≥1.5", "保洁频次（次）|≥8|≥6")
    said = norms("公厕分类建设标准", rows)
    assert [one[:4] for one in said][:2] == [
        ("一类隔断板高", ">=", "1.8", "m"),
        ("二类隔断板高", ">=", "1.5", "m"),
    ]


def test_the_day_of_a_row_is_nearer_than_the_year_of_its_column() -> None:
    """All of 年度任务 were due on the last day of the year, whatever stood under 完成时限."""
    rows = (
        "工作内容|年度任务|完成时限|牵头部门",
        "农村改厕|改造户厕6500户，整改率达到100%|10月底前|市农业农村局",
        "村庄绿化|植树35万株|4月底前|市林业局",
    )
    assert [(one[2], one[4]) for one in norms("2025年任务分解表", rows)] == [
        ("6500.0", "2025-10-31"),
        ("100.0", "2025-10-31"),
        ("35.0", "2025-04-30"),
    ]
    values = ("项目|2025年目标（个）|2026年目标（个）|完成时限", "助餐点|18|20|2025年9月底前")
    assert [(one[2], one[4]) for one in norms("建设任务表", values)] == [
        ("18.0", "2025-09-30"),
        ("20.0", "2026-12-31"),
    ]


@pytest.mark.parametrize("heading", ["完成日期", "计划完工", "计划竣工"])
def test_headings_over_the_day_of_a_row(heading: str) -> None:
    rows = (f"项目名称|2025年建设任务|{heading}|牵头单位", "村级光伏|装机12兆瓦|2025年6月|县能源局")
    assert [(one[2], one[4]) for one in norms("建设任务表", rows)] == [("12.0", "2025-06-30")]
