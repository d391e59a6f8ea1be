"""Facts from tables: tidy values, indicator targets, agencies, and sentences handed to the rules of prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from filled import filled

from pipeline.extract.cells.indicator_names import per_of, unit_of_noun, unit_said
from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.passages import cell_passages
from pipeline.extract.cells.rows import table_facts, table_rows
from pipeline.model import (
    Fact,
    Mended,
    Table,
)  # fmt: skip


def mended(rows: Sequence[str], prose: str = "", written: str | None = "2022-03-01") -> Mended:
    return filled(rows, above=prose, caption="指标表", written=written)


def facts(whole: Mended, table: str) -> list[Fact]:
    return [fact for fact in table_rows(whole) if fact.table == table]


def test_names_of_rows_tell_per_and_unit() -> None:
    assert per_of("培训数量（每年）") == "年"
    assert per_of("每千人口拥有3岁以下婴幼儿托位数") == "千人口"
    assert per_of("每百名老年人拥有床位数") == "百名老年人"
    assert per_of("老年人月探访率") is None
    assert unit_of_noun("每千人口拥有3岁以下婴幼儿托位数") == "个"
    assert unit_of_noun("养老床位数（每年）") == "张"
    assert unit_of_noun("参保率") is None
    assert unit_said("人均藏书数", 2.5, ["到2025年，人均藏书数达到2.5册"]) == "册"
    assert unit_said("人均藏书数", 2.5, ["到2025年，千人阅览座位达到2.5个"]) is None


PLAN = (
    "序号|镇街|站（个）||投资（万元）",
    "||2024年|2025年|",
    "1|东镇|1||30",
    "2|西镇|2|3|—",
    "合计||3|3|30",
)


def test_tidy_values_of_a_plan_table() -> None:
    found = facts(mended(PLAN), "table_facts")
    rows = [
        tuple(f.values[k] for k in ("row_label", "column_path", "measure", "year", "value", "unit"))
        for f in found
    ]
    assert rows == [
        ("东镇", "站（个）/2024年", "站", 2024, 1.0, "个"),
        ("东镇", "投资（万元）", "投资", None, 30.0, "万元"),
        ("西镇", "站（个）/2024年", "站", 2024, 2.0, "个"),
        ("西镇", "站（个）/2025年", "站", 2025, 3.0, "个"),
        ("西镇", "投资（万元）", "投资", None, None, None),
        ("合计", "站（个）/2024年", "站", 2024, 3.0, "个"),
        ("合计", "站（个）/2025年", "站", 2025, 3.0, "个"),
        ("合计", "投资（万元）", "投资", None, 30.0, "万元"),
    ]
    assert {f.values["status"] for f in found} == {"certified"}


def test_the_place_of_a_value_is_its_cell() -> None:
    whole = mended(PLAN)
    for fact in table_facts(Layout(whole.tables[0])):
        words = whole.outline.document.text[fact.span.start : fact.span.end]
        assert words == fact.values["value_text"]


INDICATORS = (
    "序号|指标名称|2020年|2023年|2025年|指标属性|责任部门",
    "1|床位占比|34.7%|50%|60%|约束性|区民政局",
    "2|每千人口托位数|0.82|—|≥4.5|预期性|区卫生健康委、区教委",
    "3|培训数量（每年）|—|—|1000人次|预期性|区民政局",
)


def test_an_indicator_row_is_a_target_for_each_later_year() -> None:
    found = facts(mended(INDICATORS), "targets")
    keys = (
        "indicator",
        "comparator",
        "value",
        "unit",
        "per",
        "baseline_value",
        "baseline_year",
        "deadline_date",
        "nature",
    )
    assert [tuple(f.values[k] for k in keys) for f in found] == [
        ("床位占比", "=", 50.0, "%", None, 34.7, 2020, "2023-12-31", "约束性"),
        ("床位占比", "=", 60.0, "%", None, 34.7, 2020, "2025-12-31", "约束性"),
        ("每千人口托位数", ">=", 4.5, "个", "千人口", 0.82, 2020, "2025-12-31", "预期性"),
        ("培训数量（每年）", "=", 1000.0, "人次", "年", None, 2020, "2025-12-31", "预期性"),
    ]


def test_without_a_date_the_first_year_is_the_starting_one() -> None:
    found = facts(mended(INDICATORS, written=None), "targets")
    assert {f.values["baseline_year"] for f in found} == {2020}
    late = facts(mended(INDICATORS, written="2019-12-01"), "targets")
    assert {f.values["baseline_year"] for f in late} == {None}


@pytest.mark.parametrize(
    "state", ["2020年现状", "2020年末现状值", "2020年实际", "2020年完成", "2020年基数", "现状（2020年）"]
)
@pytest.mark.parametrize("written", [None, "2020-11-01", "2021-03-01"])
def test_how_a_year_stood_is_no_target_beside_that_of_a_later_one(state: str, written: str | None) -> None:
    rows = (
        f"指标|单位|{state}|2025年目标|牵头部门",
        "河湖水面率|%|9.1|9.5|县水务局",
        "树木保存率|%|88|92|县林业局",
    )
    found = facts(mended(rows, written=written), "targets")
    keys = ("indicator", "value", "baseline_value", "baseline_year", "deadline_date")
    assert [tuple(f.values[key] for key in keys) for f in found] == [
        ("河湖水面率", 9.5, 9.1, 2020, "2025-12-31"),
        ("树木保存率", 92.0, 88.0, 2020, "2025-12-31"),
    ]


def test_the_unit_may_be_said_in_the_text() -> None:
    rows = ("序号|指标名称|2020年|2025年", "1|馆藏图书量|1.1|2.5", "2|覆盖率|1%|2%")
    found = facts(mended(rows, prose="到2025年，馆藏图书量达到2.5万册。"), "targets")
    assert found[0].values["unit"] == "万册"


PLANNED = (
    "类别|指标|2025年|2030年|年均增速（%）/[累计]|属性",
    "发展|1.地区生产总值（亿元）|320|430|6左右|预期性",
    "发展|2.劳动生产率（万元/人）|14.2|19|—|预期性",
    "发展|3.研发投入增长（%）|—|—|＞8|预期性",
    "民生|4.城镇化率（%）|58.3|63|[4.7]|预期性",
    "绿色|5.化学需氧量减排量（吨）|—|—|〔3200〕|约束性",
    "绿色|6.用水量下降（%）|—|—|[12]|约束性",
)


def test_what_a_year_gains_is_a_target_and_what_the_years_come_to_where_no_other_is() -> None:
    found = facts(mended(PLANNED, written="2026-03-01"), "targets")
    keys = ("indicator", "comparator", "value", "unit", "change", "deadline_date")
    due = "2030-12-31"
    assert [tuple(f.values[k] for k in keys) for f in found] == [
        ("地区生产总值", "=", 430, "亿元", None, due),
        ("地区生产总值", "~=", 6, "%", "+", due),
        ("劳动生产率", "=", 19, "万元/人", None, due),
        ("研发投入增长", ">", 8, "%", "+", due),
        ("城镇化率", "=", 63, "%", None, due),
        ("化学需氧量减排量", "=", 3200, "吨", None, due),
        ("用水量下降", "=", 12, "%", "-", due),
    ]


def test_the_lowest_rank_of_indicators_names_the_rows_and_a_value_may_be_explained() -> None:
    rows = (
        "一级指标|二级指标|2025年基期值|2030年目标值|指标性质",
        "设施|行政村5G通达率（%）|82|100|约束性",
        "商务|网络零售额（亿元）|6.2|15，年均增长19%|预期性",
    )
    found = facts(mended(rows, written="2026-01-05"), "targets")
    assert [(f.values["indicator"], f.values["value"], f.values["unit"]) for f in found] == [
        ("行政村5G通达率", 100, "%"),
        ("网络零售额", 15, "亿元"),
    ]


@pytest.mark.parametrize("heading", ["预期值", "目标值", "规划目标年"])
def test_one_column_of_aims_beside_natures(heading: str) -> None:
    rows = (f"序号|指标内容|{heading}|属性", "1|死亡人数|下降15%|约束性", "2|损失占比|＜1%|预期性")
    whole = filled(rows, caption="某县“十五五”主要指标", written="2026-01-05")
    keys = ("indicator", "comparator", "value", "change", "deadline_date")
    assert [tuple(f.values[k] for k in keys) for f in facts(whole, "targets")] == [
        ("死亡人数", "=", 15, "-", "2030-12-31"),
        ("损失占比", "<", 1, None, "2030-12-31"),
    ]


@pytest.mark.parametrize(
    ("word", "unit"), [("新建", None), ("城区", None), ("省级", None), ("人次", "人次"), ("盏", "盏")]
)
def test_a_word_in_a_bracket_is_no_unit(word: str, unit: str | None) -> None:
    found = facts(mended((f"县区|农田（{word}）", "东县|2", "西县|3")), "table_facts")
    assert {fact.values["unit"] for fact in found} == {unit}


def test_of_aims_without_years_the_nearer_have_no_day() -> None:
    rows = (
        "编号|指标项|规划基期年|规划近期目标年|规划目标年|指标属性",
        "1|耕地保有量（万亩）|98.6|97.5|97.2|约束性",
        "2|扩展倍数|—|—|≤1.3|约束性",
    )
    whole = filled(rows, caption="某县国土空间总体规划（2021—2035年）指标表", written="2023-12-01")
    keys = ("indicator", "value", "baseline_value", "deadline_date")
    assert [tuple(f.values[k] for k in keys) for f in facts(whole, "targets")] == [
        ("耕地保有量", 97.5, 98.6, None),
        ("耕地保有量", 97.2, 98.6, "2035-12-31"),
        ("扩展倍数", 1.3, None, "2035-12-31"),
    ]


def test_a_growth_of_shares_needs_no_unit_over_its_column_and_what_is_added_is_a_change() -> None:
    rows = (
        "指标|2020年|2025年|年均/累计|属性",
        "产值增长（%）|4|—|7|预期性",
        "协会（个）|36|新增10|—|预期性",
    )
    found = [
        (f.values["value"], f.values["unit"], f.values["change"]) for f in facts(mended(rows), "targets")
    ]
    assert found == [(7, "%", "+"), (10, "个", "+")]


@pytest.mark.parametrize("heading", ["较2020年增长（%）", "年均增长", "比上年增减"])
def test_what_is_held_against_another_year_or_has_no_unit_is_none(heading: str) -> None:
    rows = (
        f"指标|2020年|2025年|{heading}|属性",
        "产值（亿元）|20|30|8.5|预期性",
        "床位数（张）|2|3|8|预期性",
    )
    assert [f.values["value"] for f in facts(mended(rows), "targets")] == [30, 3]


@pytest.mark.parametrize("heading", ["规划指标体系", "指标项", "主要指标"])
@pytest.mark.parametrize(
    ("label", "cell", "said"),
    [
        ("医护比", "1∶1.25", ("医护比", "ratio", "=", None, "比例", "1:1.25")),
        ("师生比", "不低于1:20", ("师生比", "ratio", ">=", None, "比例", "1:20")),
        ("覆盖面（含试点）（%）", "90", ("覆盖面（含试点）", "target", "=", 90, "%", "90")),
        ("孕产妇死亡率（1/10万）", "≤9", ("孕产妇死亡率", "target", "<=", 9, "1/10万", "≤9")),
        ("（3）公园（个）", "5", ("公园", "target", "=", 5, "个", "5")),
    ],
)
def test_the_name_and_the_ratio_of_a_row(
    heading: str, label: str, cell: str, said: tuple[object, ...]
) -> None:
    rows = (f"{heading}|2020年|2025年|属性", f"{label}|—|{cell}|预期性", "入学率（%）|80|90|预期性")
    first = facts(mended(rows), "targets")[0]
    keys = ("indicator", "kind", "comparator", "value", "unit", "value_text")
    assert tuple(first.values[k] for k in keys) == said


def test_a_part_is_named_by_what_it_is_of_and_a_name_that_comes_again_by_its_group() -> None:
    rows = (
        "类别|指标|2020年|2025年|属性",
        "粮食|粮食产量（万吨）|50|60|约束性",
        "粮食|其中：水稻（万吨）|20|25|预期性",
        "粮食|其中：水稻机收率（%）|80|90|预期性",
        "小学|专任教师（人）|100|120|预期性",
        "初中|专任教师（人）|90|110|预期性",
    )
    assert [f.values["indicator"] for f in facts(mended(rows), "targets")] == [
        "粮食产量", "粮食产量（水稻）", "水稻机收率", "小学专任教师", "初中专任教师",
    ]  # fmt: skip


def test_agencies_of_columns_and_their_roles() -> None:
    rows = (
        "序号|任务|牵头单位|配合单位",
        "1|修订章程|市司法局|市财政局、市教育局",
        "2|公开目录|市档案局|—",
    )
    found = facts(mended(rows), "responsibilities")
    assert [(f.row, f.values["agency_name"], f.values["role"]) for f in found] == [
        (1, "市司法局", "lead"), (1, "市财政局", "support"), (1, "市教育局", "support"), (2, "市档案局", "lead"),
    ]  # fmt: skip
    assert len({f.span.start for f in found}) == 3


def test_one_column_of_agencies_is_joint_unless_it_says_otherwise() -> None:
    rows = ("序号|任务|责任单位", "1|修订章程|市司法局、市财政局", "2|公开目录|市档案局牵头，市教育局配合")
    found = facts(mended(rows), "responsibilities")
    assert [(f.values["agency_name"], f.values["role"]) for f in found] == [
        ("市司法局", "joint"), ("市财政局", "joint"), ("市档案局", "lead"), ("市教育局", "support"),
    ]  # fmt: skip


def test_sentences_in_cells_keep_the_place_of_every_character() -> None:
    rows = (
        "类别|场地|要求",
        "街道中心|有电梯,不低于 1500 平方米。|应设置(20)张床位。",
        "社区站|临街,不低于300平方米。|—————",
    )
    whole = mended(rows)
    found = [(cell.row, cell.passage.text) for cell in cell_passages(whole)]
    assert found == [
        (1, "有电梯，不低于1500平方米。"), (1, "应设置（20）张床位。"), (2, "临街，不低于300平方米。"),
    ]  # fmt: skip
    for passage in (cell.passage for cell in cell_passages(whole)):
        source = "".join(whole.outline.document.text[i] for i in passage.places)
        assert source.replace("(", "（").replace(")", "）").replace(",", "，") == passage.text


def test_a_spanning_value_belongs_to_its_group() -> None:
    whole = mended(PLAN)
    table = whole.tables[0]
    cells = tuple(
        c._replace(col_span=2) if (c.row, c.col) == (3, 2) else c
        for c in table.cells
        if (c.row, c.col) != (3, 3)
    )
    spanning: Table = replace(table, cells=cells)
    paths = [f.values["column_path"] for f in table_facts(Layout(spanning)) if f.row == 3]
    assert paths == ["站（个）", "投资（万元）"]


@pytest.mark.parametrize(
    "rows",
    [
        ("单位|金额（万元）", "清溪镇|30", "石桥乡|25", "合计|55"),
        ("序号|单位|拨付金额（万元）", "1|县水利局|30", "2|县林业局|25", "3|县供销社|7"),
        ("项目|单位|金额（万元）", "河道整治|青石镇政府|30", "苗圃|县林业局|25", "渠道|柏树乡政府|9"),
    ],
)
def test_whose_row_it_is_is_no_unit_of_measure(rows: tuple[str, ...]) -> None:
    found = facts(mended(rows), "table_facts")
    assert {fact.values["unit"] for fact in found if fact.values["value"] is not None} == {"万元"}
    bare = (rows[0].replace("（万元）", ""), *rows[1:])
    assert {fact.values["unit"] for fact in facts(mended(bare), "table_facts")} == {None}


@pytest.mark.parametrize("unit", ["万千瓦时", "元/平方米·月", "盏", "%", "万人%"])
def test_units_of_measure_stand_under_their_heading(unit: str) -> None:
    found = facts(mended(("项目|单位|数值", f"路灯|{unit}|30", f"岗亭|{unit}|2")), "table_facts")
    assert {fact.values["unit"] for fact in found} == {unit}


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("平均标准", "元/月"),
        ("预算数", "元/月"),
        ("县区数量", None),
        ("保障户数", None),
        ("比上年增长%", "%"),
    ],
)
def test_the_unit_above_a_table_is_none_of_counts(heading: str, unit: str | None) -> None:
    whole = filled(
        ("地区|补助标准|" + heading, "东县|300|18", "西县|280|19"), caption="低保标准表 单位：元/月"
    )
    found = {f.values["column_path"]: f.values["unit"] for f in facts(whole, "table_facts")}
    assert found == {"补助标准": "元/月", heading: unit}


@pytest.mark.parametrize("caption", ["编制单位：统计科", "填报单位：东县林业局", "建设单位：甲公司"])
def test_who_filled_a_table_in_is_no_unit(caption: str) -> None:
    whole = filled(("地区|苗木", "东县|300", "西县|280"), caption=f"苗木任务表 {caption}")
    assert {fact.values["unit"] for fact in facts(whole, "table_facts")} == {None}
    whole = filled(("地区|苗木", "东县|300", "西县|280"), caption=f"苗木任务表 {caption} 数量单位：株")
    assert {fact.values["unit"] for fact in facts(whole, "table_facts")} == {"株"}


@pytest.mark.parametrize("order", ["一类", "二期", "三批"])
def test_one_of_an_order_is_no_figure(order: str) -> None:
    found = facts(mended(("地区|档次|标准（元）", f"东县|{order}|300", f"西县|{order}|280")), "table_facts")
    assert [f.values["value"] for f in found if f.values["column_path"] == "档次"] == [None, None]
    found = facts(mended(("地区|批数", f"东县|3{order[1]}", f"西县|2{order[1]}")), "table_facts")
    assert [f.values["value"] for f in found] == [3.0, 2.0]


@pytest.mark.parametrize(
    "rows",
    [
        ("分组|镇|任务（户）", "第一组|东镇|5", "第一组|西镇|6", "第二组|南镇|7"),
        ("区域|场镇|任务（户）", "北片|东镇|5", "北片|西镇|6", "南片|南镇|7", "合计||18"),
        ("序号|片|镇|任务（户）", "1|北片|东镇|5", "2|北片|西镇|6", "3|南片|南镇|7"),
    ],
)
def test_words_that_tell_rows_with_the_same_label_apart_name_them(rows: tuple[str, ...]) -> None:
    labels = [f.values["row_label"] for f in facts(mended(rows), "table_facts")]
    assert [label.rpartition("/")[2] for label in labels[:3]] == ["东镇", "西镇", "南镇"]
    assert len(set(labels)) == len(labels)


def test_words_of_a_row_that_is_named_already_are_its_values() -> None:
    found = facts(
        mended(("片区|组长|任务（户）", "北片|张三|5", "南片|李四|6", "西片|王五|7")), "table_facts"
    )
    assert [f.values["row_label"] for f in found][:2] == ["北片", "北片"]


@pytest.mark.parametrize("several", ["万亩、万株", "个、平方米", "人、%"])
def test_several_units_above_a_table_are_nobodys(several: str) -> None:
    whole = filled(("县区|造林|植树", "东县|1.5|30", "西县|2|40"), caption=f"任务表 单位：{several}")
    assert {fact.values["unit"] for fact in facts(whole, "table_facts")} == {None}


@pytest.mark.parametrize(
    ("low", "paths"),
    [
        ("公厕|充电桩", ["公厕", "充电桩"]),
        ("车位|路灯", ["车位", "路灯"]),
        ("张|座", ["", ""]),
    ],
)
def test_a_heading_is_a_unit_only_in_a_line_of_units(low: str, paths: list[str]) -> None:
    """充电桩 and 车位 are units of measure too; beside 公厕 they are what is built."""
    first = "镇街|2025年||2026年|" if paths[0] else "镇街|床位|公厕|托位|食堂"
    whole = mended([first, f"|{low}|{low}", "东镇|1|2|3|4", "西镇|5|6|7|8"])
    found = [fact.values["column_path"] for fact in facts(whole, "table_facts")][:2]
    assert found == ([f"2025年/{word}" for word in paths] if paths[0] else ["床位", "公厕"])


def test_a_cell_whose_column_is_open_is_less_sure_than_one_whose_row_stands_as_printed() -> None:
    """No sum says where the 5 and the 新建 of 西镇 stand; the other rows are as sure as those of any table."""
    whole = mended(["镇街|床位|公厕|备注", "东镇|3|2|", "西镇|5|新建", "南镇|4||改建", "北镇|1|1|"])
    sure = {
        (fact.values["row_label"], fact.values["value_text"]): fact.confidence
        for fact in facts(whole, "table_facts")
    }
    assert whole.tables[0].status == "ambiguous"
    assert ("西镇", "5") not in sure
    assert sure["西镇", "新建"] < sure["东镇", "3"] == sure["南镇", "4"]


@pytest.mark.parametrize("caption", ["“十五五”水安全主要指标", "水安全三年行动（2026—2028年）指标表"])
def test_a_year_before_the_plan_begins_is_the_starting_one(caption: str) -> None:
    rows = ("指标|2025年|2028年|属性", "用水总量（亿立方米）|3.2|3.3|约束性", "普及率（%）|91|95|预期性")
    found = facts(filled(rows, caption=caption, written="2025-12-01"), "targets")
    assert [(f.values["value"], f.values["baseline_value"]) for f in found] == [(3.3, 3.2), (95, 91)]


def test_a_year_before_the_plan_begins_tells_how_things_were_also_beside_agencies() -> None:
    rows = (
        "项目|单位|2025年|2028年|牵头单位",
        "科普教育基地|个|18|35|区科协",
        "科普志愿者|人|1200|4000|区科协",
    )
    found = facts(filled(rows, title="某区科普行动方案（2026—2028年）"), "targets")
    assert [f.values["value"] for f in found] == [35, 4000]


def test_a_year_of_the_plan_is_to_be_reached_in_the_year_it_was_written() -> None:
    rows = ("指标|2025年|2027年|属性", "用水总量（亿立方米）|3.2|3.3|约束性")
    whole = filled(rows, caption="水安全三年行动（2025—2027年）指标表", written="2025-12-01")
    assert [f.values["value"] for f in facts(whole, "targets")] == [3.2, 3.3]


@pytest.mark.parametrize("state", ["2025年水平", "2025年数据", "2025年"])
def test_beside_aims_the_year_it_was_written_in_tells_how_things_are(state: str) -> None:
    rows = (f"指标|单位|{state}|2026年目标|2028年目标|属性", "绿地率|%|38|39|40|预期性")
    found = facts(mended(rows, written="2025-11-18"), "targets")
    assert [(f.values["value"], f.values["baseline_value"]) for f in found] == [(39, 38), (40, 38)]


SUMS = (
    "片区|镇街|站（个）|路灯（盏）",
    "东片|丁镇|1|30",
    "|王镇|2|8",
    "{first}||3|38",
    "西片|李镇|4|5",
    "{second}||4|5",
    "合计||7|43",
)


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("小计", "小计", ["东片/小计", "西片/小计", "合计"]),
        ("东片小计", "西片小计", ["东片小计", "西片小计", "合计"]),
        ("小计", "西片小计", ["东片/小计", "西片小计", "合计"]),
    ],
)
def test_a_sum_that_names_no_group_is_of_the_rows_above_it(
    first: str, second: str, labels: list[str]
) -> None:
    rows = [line.format(first=first, second=second) for line in SUMS]
    found = [f for f in facts(mended(rows), "table_facts") if f.values["is_total"]]
    assert list(dict.fromkeys(f.values["row_label"] for f in found)) == labels


def test_a_sum_of_other_rows_is_of_no_group_above_it() -> None:
    """Above its rows, or not their sum."""
    rows = [line.format(first="小计", second="小计") for line in SUMS]
    above = [rows[0], rows[3], *rows[1:3], rows[5], rows[4], rows[6]]
    wrong = [line.replace("||3|38", "||3|39") for line in rows]
    for printed, label in ((above, "小计"), (wrong, "小计")):
        found = {str(f.values["row_label"]) for f in facts(mended(printed), "table_facts")}
        assert label in found
        assert "东片/小计" not in found
