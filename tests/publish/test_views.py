"""The views: what a question needs in one row, and nothing that the tables do not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.publish.schema import schemas
from pipeline.publish.views import VIEWS
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

ISSUER = "重庆市江津区人民政府办公室"
NOTICE = f"""{ISSUER}关于印发江津区托育服务实施方案的通知
江津府办发〔2024〕11号

各镇人民政府，区政府各部门：

　　《江津区托育服务实施方案》已经区政府同意，现印发给你们，请认真贯彻执行。

{ISSUER}
2024年4月2日

江津区托育服务实施方案

　　一、重点任务
　　（一）增加托位供给。2024年6月底前完成选址，到2025年底新增托位1200个，普惠托位占比达到60%。每季度通报进展。区财政安排资金300万元。（牵头单位：区卫生健康委；配合单位：区民政局、区财政局）
　　（二）提升服务质量。每个托育机构面积不低于200平方米。（区教委、区民政局负责）
"""
Rows = list[dict[str, object]]


def read(folder: Path, **notices: str) -> Mapping[str, Rows]:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir(parents=True)
    for name, text in notices.items():
        (raw / f"{name}.txt").write_text(text, "utf-8")
    run(raw, out, 1, lambda *_: None)
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in schemas()}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Rows]:
    return read(tmp_path_factory.mktemp("views"), one=NOTICE)


def test_a_task_in_one_row(rows: Mapping[str, Rows]) -> None:
    first, second = rows["task_list"]
    assert first["task"] == "增加托位供给"
    assert first["point"] == "一、重点任务 › （一）增加托位供给"
    assert (first["lead"], first["support"], first["joint"]) == ("区卫生健康委", "区民政局、区财政局", None)
    assert (first["first_due_date"], first["due_date"]) == (date(2024, 6, 30), date(2025, 12, 31))
    assert (first["due_text"], first["due_from"]) == ("到2025年底", "own")
    assert first["recurring"] == "每季度"
    assert "1200个（2025-12-31）" in str(first["targets"])
    assert (first["region"], first["issuer"]) == ("江津区", ISSUER)
    assert (first["in_force_from"], first["in_force_until"]) == (date(2024, 4, 2), None)
    assert (second["joint"], second["due_date"]) == ("区教委、区民政局", None)


def test_a_task_is_as_sure_as_the_least_of_it(rows: Mapping[str, Rows]) -> None:
    (first, _) = rows["task_list"]
    of_it = [r for t in ("tasks", "targets", "deadlines", "funding", "responsibilities") for r in rows[t]]
    sure = [r["confidence"] for r in of_it if r["task_id"] == first["task_id"]]
    assert first["confidence"] == min(sure)  # type: ignore[type-var]


def test_a_task_and_agency(rows: Mapping[str, Rows]) -> None:
    found = [(r["agency_name"], r["role"], r["agency_type"]) for r in rows["task_agencies"]]
    assert found == [
        ("区卫生健康委", "lead", "卫健"),
        ("区民政局", "support", "民政"),
        ("区财政局", "support", "财政"),
        ("区教委", "joint", "教育"),
        ("区民政局", "joint", "民政"),
    ]


def test_every_fact_of_every_table_is_in_the_long_one(rows: Mapping[str, Rows]) -> None:
    tables = [name for name, schema in schemas().items() if schema.is_fact]
    facts = {row["fact_id"] for name in tables for row in rows[name]}
    assert {row["fact_id"] for row in rows["facts"]} == facts


def test_what_adds_up(rows: Mapping[str, Rows]) -> None:
    """A share adds up to nothing, nor does a standard for each; a sum of money and a number of places do."""
    said = {
        (r["kind"], r["value"], r["unit"]): (r["countable"], r["value_base"], r["unit_base"])
        for r in rows["facts"]
    }
    assert said["target", 1200.0, "个"] == (True, 1200.0, "个")
    assert said["target", 60.0, "%"][0] is False
    assert said["target", 200.0, "平方米"][0] is False
    assert said["funding", 300.0, "万元"] == (True, 3000000.0, "元")


def test_what_is_due_when(rows: Mapping[str, Rows]) -> None:
    days = [(r["kind"], str(r["due_date"]), r["recurring"]) for r in rows["due"]]
    assert ("deadline", "2024-06-30", False) in days
    assert ("deadline", "2025-12-31", False) in days
    assert ("deadline", "None", True) in days
    assert [r for r in rows["due"] if r["kind"] == "target" and "1200个" in str(r["in_words"])]
    assert all(r["lead"] == "区卫生健康委" for r in rows["due"])


@pytest.mark.parametrize("view", VIEWS)
def test_a_quote_is_the_words_of_the_text(view: str, rows: Mapping[str, Rows]) -> None:
    (text,) = rows["texts"]
    for row in rows[view]:
        assert str(text["text"])[row["char_start"] : row["char_end"]] == row["quote"]  # type: ignore[misc]


def test_a_second_copy_does_not_count(tmp_path: Path) -> None:
    found = read(tmp_path, one=NOTICE, page=NOTICE)
    for view in VIEWS:
        counted = {row["notice_id"] for row in found[view] if row["countable"]}
        assert counted <= {"one"}
        assert {row["same_as"] for row in found[view] if row["notice_id"] == "page"} == {"one"}


def test_of_copies_the_longest_is_the_notice(tmp_path: Path) -> None:
    part = NOTICE[: NOTICE.index("　　（二）")]
    found = read(tmp_path, a=part, b=NOTICE)
    assert {row["notice_id"]: row["same_as"] for row in found["notices"]} == {"a": "b", "b": None}


def test_another_notice_changes_the_views_of_its_own_alone(tmp_path: Path, rows: Mapping[str, Rows]) -> None:
    other = NOTICE.replace("托育服务", "养老服务").replace("〔2024〕11号", "〔2024〕12号")
    found = read(tmp_path, one=NOTICE, two=other)
    for view in VIEWS:
        assert [row for row in found[view] if row["notice_id"] == "one"] == rows[view]


def _columns(view: str) -> Iterator[str]:
    return (column.name for column in schemas()[view].columns)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_what_may_be_counted(view: str) -> None:
    assert {"countable", "same_as", "notice_status", "in_force_from", "region_code", "quote"} <= set(
        _columns(view)
    )


TABLE = """<html><body><h1>甲市民政局关于印发养老床位计划的通知</h1><p>各县民政局：</p><p>现将计划印发给你们。</p><p>甲市民政局</p>
<p>2025年4月8日</p><table><tr><td rowspan="2">县区</td><td colspan="2">2025年</td></tr><tr><td>合计</td><td>其中：农村</td></tr>
<tr><td></td><td>（张）</td><td>（张）</td></tr><tr><td>全市</td><td>200</td><td>60</td></tr><tr><td>东山区</td><td>120</td><td>20</td></tr>
<tr><td>西河县</td><td>80</td><td>40</td></tr></table></body></html>"""


def test_a_sum_of_a_table_counts_each_bed_once(tmp_path: Path) -> None:
    """全市 holds its districts, 其中 is a part; 合计 beside nothing but 其中 is the value itself."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.html").write_text(TABLE, "utf-8")
    run(raw, tmp_path / "out", 1, lambda *_: None)
    values = [
        r for r in pq.read_table(tmp_path / "out" / "facts.parquet").to_pylist() if r["kind"] == "table_value"
    ]
    assert sum(r["value_base"] for r in values if r["countable"]) == 200.0
    assert {r["unit"] for r in values} == {"张"}


ONCE = f"""{ISSUER}关于印发江津区养老服务实施方案的通知
江津府办发〔2024〕15号

各镇人民政府：

　　现将方案印发给你们。

{ISSUER}
2024年4月2日

江津区养老服务实施方案

　　一、统筹安排资金1亿元，其中安排建设资金6000万元、运营资金4000万元。
　　二、对评定为五星级的养老机构一次性给予15万元奖励。
　　三、2025年底前建成养老床位300张。每千名老年人拥有床位达到45张。
"""


def test_what_is_said_within_another_counts_once(tmp_path: Path) -> None:
    """其中, a reward for each, an average, the time of a target: none is added to what holds it."""
    found = read(tmp_path, one=ONCE)
    money = [r for r in found["facts"] if r["kind"] == "funding"]
    assert len(money) >= 3
    assert sum(r["value_base"] for r in money if r["countable"]) == 100_000_000  # type: ignore[misc]
    beds = [r for r in found["facts"] if r["kind"] == "target" and r["countable"]]
    assert [r["value"] for r in beds] == [300.0]
    assert {r["kind"] for r in found["due"] if r["countable"]} == {"target"}


# Targets → the values that count.
WITHIN = {
    "到2025年，产业规模达到1000亿元，其中导航产业规模超过500亿元，培育企业100家，打造上市企业5家。": [
        1e11,
        100.0,
        5.0,
    ],
    "2025年底前新建小学3所（其中寄宿制小学1所）、幼儿园5所。": [3.0, 5.0],
    "2025年底前新建小学3所（含民办小学1所），新建幼儿园2所。": [3.0, 2.0],
    "2025年底前新增床位900张，其中护理床位300张、康复床位100张；另新增托位200张。": [900.0, 200.0],
    "2025年底前新增床位900张。其中，护理床位300张。": [900.0],
    "2025年底前制定国家标准10项，发布8项地方标准。": [10.0, 8.0],
    "2025年底前服务人员配备标准达到2人。": [],
    "到2025年，万人发明专利拥有量达到6件，千人养老床位数达到40张，新增专利30件。": [30.0],
    "2025年底前引进万人计划专家5名，培育百人计划企业20家。": [5.0, 20.0],
}


@pytest.mark.parametrize("said", WITHIN)
def test_a_part_is_of_what_is_counted_alike(said: str, tmp_path: Path) -> None:
    body = ONCE[: ONCE.index("　　一、")] + f"　　一、提升服务水平。{said}\n"
    rows = [r for r in read(tmp_path, one=body)["facts"] if r["kind"] == "target" and r["countable"]]
    assert sorted(float(str(r["value_base"])) for r in rows) == sorted(WITHIN[said])


# Sentence → what is due in it.
OWN = {
    "到2025年底，建成服务体系。新增养老床位300张。": 2,
    "到2025年底，新增养老床位300张、托位200个。": 2,
    "到2025年底，建成服务体系，新增养老床位300张。": 2,
    "新增养老床位300张。完成时限：2025年底前。": 1,
}


@pytest.mark.parametrize("said", OWN)
def test_a_time_that_says_what_is_due_by_itself_counts_beside_targets(said: str, tmp_path: Path) -> None:
    body = ONCE[: ONCE.index("　　一、")] + f"　　一、提升服务水平。{said}\n"
    rows = read(tmp_path, one=body)["due"]
    assert sum(bool(r["countable"] and r["due_date"]) for r in rows) == OWN[said]


INDICATORS = """<html><body><h1>甲市养老服务发展规划</h1><p>甲市民政局</p><p>2021年4月8日</p><p>一、发展目标</p><p>到2025年，主要指标如下。</p>
<table><tr><td>序号</td><td>指标</td><td>2020年</td><td>2025年</td><td>属性</td><td>责任单位</td></tr>
<tr><td>1</td><td>护理型床位占比</td><td>30%</td><td>55%</td><td>约束性</td><td>市民政局</td></tr>
<tr><td>2</td><td>老年人健康管理率</td><td>60%</td><td>72%</td><td>预期性</td><td>市卫生健康委</td></tr></table></body></html>"""


def test_who_is_to_reach_a_value_of_a_table(tmp_path: Path) -> None:
    """Its row has bodies and is no task."""
    (raw := tmp_path / "raw").mkdir()
    (raw / "one.html").write_text(INDICATORS, "utf-8")
    run(raw, tmp_path / "out", 1, lambda *_: None)
    rows = pq.read_table(tmp_path / "out" / "due.parquet").to_pylist()
    assert [r["joint"] or r["lead"] for r in rows if r["table_id"]] == ["市民政局", "市卫生健康委"]


WHEN = f"""{ISSUER}关于印发江津区养老服务工作方案的通知
江津府办发〔2023〕15号

各镇人民政府：

　　现将方案印发给你们。

{ISSUER}
2023年4月2日

江津区养老服务工作方案

　　一、2024年重点任务
　　（一）完善服务标准。制定居家服务标准。（责任单位：区民政局）
　　（二）开展人员培训。2024年6月底前完成首期培训。（责任单位：区民政局）
　　二、推进设施改造（2025年6月底前完成）
　　（一）改造老旧设施。推进适老化改造。（责任单位：区住房城乡建委）
　　三、健全保障机制
　　（一）发展社区食堂。到2027年全面覆盖，年内启动选址。责任单位：区民政局。完成时限：2024年12月底前。
　　（二）加强宣传引导。营造良好氛围。（责任单位：区民政局）
　　（三）新建养老床位。2023年新增养老床位200张，2024年新增养老床位300张，两年累计新增养老床位500张。（责任单位：区民政局）
　　（四）培育服务人才。养老护理员2024年达到300人，2025年达到500人。（责任单位：区民政局）
"""


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Rows]:
    return read(tmp_path_factory.mktemp("dated"), one=WHEN)


DUE = {
    "完善服务标准": ("2024-12-31", "heading", "2024年"),
    "开展人员培训": ("2024-06-30", "own", "2024年6月底前"),
    "改造老旧设施": ("2025-06-30", "heading", "2025年6月底前"),
    "发展社区食堂": ("2024-12-31", "own", "完成时限：2024年12月底前"),
    "加强宣传引导": ("None", None, None),
}


@pytest.mark.parametrize("task", DUE)
def test_by_when_a_task_is_due(task: str, dated: Mapping[str, Rows]) -> None:
    """The day under its label, else the last in its words, else that of the heading over it."""
    (row,) = (row for row in dated["task_list"] if row["task"] == task)
    assert (str(row["due_date"]), row["due_from"], row["due_text"]) == DUE[task]


def _counted(dated: Mapping[str, Rows], view: str, name: str, column: str) -> list[object]:
    return sorted(row["value"] for row in dated[view] if row[column] == name and row["countable"])  # type: ignore[type-var]


def test_what_is_said_to_date_is_not_added_to_its_years(dated: Mapping[str, Rows]) -> None:
    assert _counted(dated, "facts", "新增养老床位", "what") == [200.0, 300.0]


def test_a_level_holds_the_one_before_and_each_is_its_years(dated: Mapping[str, Rows]) -> None:
    assert _counted(dated, "facts", "养老护理员", "what") == [500.0]
    assert _counted(dated, "target_tracker", "养老护理员", "indicator") == [300.0, 500.0]


def test_a_year_before_the_notice_was_written_is_no_duty(tmp_path: Path) -> None:
    late = NOTICE.replace("2024年6月底前完成选址", "2022年6月底前完成选址")
    found = read(tmp_path, one=late)
    counted = {str(row["due_date"]): row["countable"] for row in found["due"] if row["kind"] == "deadline"}
    assert counted.get("2022-06-30") in (None, False)
    assert any(row["countable"] for row in found["due"])


def test_nothing_is_due_by_a_draft(tmp_path: Path) -> None:
    draft = NOTICE.replace("的通知\n江津府办发〔2024〕11号", "的通知（征求意见稿）")
    found = read(tmp_path, one=draft)
    assert {row["notice_status"] for row in found["due"]} == {"draft"}
    assert not any(row["countable"] or row["in_force_from"] for row in found["due"])


PLAN = """<html><body><h1>甲县人民政府办公室关于印发养老任务分解表的通知</h1><p>各乡镇人民政府：</p><p>现将任务分解表印发给你们。</p>
<p>甲县人民政府办公室</p><p>2025年4月8日</p><p>养老任务分解表</p>
<table><tr><td>序号</td><td>主要任务</td><td>目标值</td><td>责任单位</td><td>完成时限</td></tr>
<tr><td>1</td><td>新建社区食堂</td><td>20个</td><td>县民政局</td><td>2025年底前</td></tr>
<tr><td>2</td><td>提高床位占比。到2030年形成体系</td><td>58%</td><td>县卫生健康局</td><td>2026年6月</td></tr></table></body></html>"""


def test_a_table_of_tasks_with_a_column_of_targets(tmp_path: Path) -> None:
    """The task names the target; the cell under 完成时限 says when both are due, whatever the words say beside it."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.html").write_text(PLAN, "utf-8")
    run(raw, tmp_path / "out", 1, lambda *_: None)
    rows = pq.read_table(tmp_path / "out" / "task_list.parquet").to_pylist()
    assert [(str(row["due_date"]), row["due_from"]) for row in rows] == [
        ("2025-12-31", "own"),
        ("2026-06-30", "own"),
    ]
    assert rows[0]["targets"] == "新建社区食堂：20个（2025-12-31）"
    assert "58%（2026-06-30）" in rows[1]["targets"]


MONEY = {
    # Set aside: counts.
    "统筹安排资金1亿元，开展促消费活动。": [100_000_000.0],
    "市财政投入资金800万元，用于设施改造。": [8_000_000.0],
    # The parts that follow 其中 to the end of the sentence are in the whole; what stands beside it is not.
    "安排资金1.5亿元，其中，安排8000万元发放补贴；安排5000万元用于家电换新；安排1000万元发放红包。": [
        150_000_000.0
    ],
    "安排资金1亿元，其中市级5000万元；另安排培训经费300万元。": [100_000_000.0, 3_000_000.0],
    # Paid out of what was set aside; what is paid and was not set aside before counts.
    "2026年共安排补助资金1000万元。2026年6月底前拨付资金500万元，年底前拨付资金400万元。": [10_000_000.0],
    "市财政安排经费80万元用于宣传。分两批拨付改造资金600万元。": [6_000_000.0, 800_000.0],
    # Paid to whoever is entitled, or to a place.
    "审计合格的，由所在街道向项目承建单位拨付20万元建设补助资金。": [],
    "验收合格后，由县财政局向养老机构支付30万元补助资金。": [],
    "由市财政局向东山县拨付300万元补助资金。": [3_000_000.0],
    # What each gets, or by the month: adds up to nothing.
    "对新认定的企业给予20万元奖励。": [],
    "城市低保标准提高至778元/月。": [],
    "每采用1件发明专利资助1万元。": [],
    "某银行设立800亿元稳外贸专项信贷额度。": [],
}


@pytest.mark.parametrize("said", MONEY)
def test_money_that_is_set_aside_adds_up(said: str, tmp_path: Path) -> None:
    body = ONCE[: ONCE.index("　　一、")] + f"　　一、保障资金投入。{said}\n"
    found = read(tmp_path, one=body)
    counted = [row["value_base"] for row in found["facts"] if row["kind"] == "funding" and row["countable"]]
    assert sorted(counted, reverse=True) == MONEY[said]  # type: ignore[type-var]


NO_SUMS = (
    "打造15分钟养老服务圈。",
    "2025年底前，办理时间压减至15个工作日。",
    "到2025年，每次住院费用控制在8000元以内。",
    "到2025年，单笔贷款额度提高到70万元。",
    "到2025年，在院人数控制在300人以内。",
)


@pytest.mark.parametrize("said", NO_SUMS)
def test_times_ceilings_and_limits_add_up_to_nothing(said: str, tmp_path: Path) -> None:
    body = ONCE[: ONCE.index("　　一、")] + f"　　一、提升服务水平。{said}\n"
    found = read(tmp_path, one=body)
    assert not [r for r in found["facts"] if r["kind"] in ("target", "funding") and r["countable"]]


LISTED = """<html><body><h1>甲市教育局关于公布学校名单的通知</h1><p>各县教育局：</p><p>现将学校名单公布如下，请各地认真核对有关信息。</p><p>甲市教育局</p>
<p>2025年4月8日</p><table><tr><td>学校</td><td>代码</td><td>类型</td><td>收费标准（元）</td><td>学位数（个）</td></tr>
<tr><td>东山小学</td><td>100124</td><td>985</td><td>200</td><td>120</td></tr><tr><td>西河小学</td><td>100125</td><td>211</td><td>300</td><td>80</td></tr></table></body></html>"""


def test_codes_and_prices_of_a_table_do_not_count(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.html").write_text(LISTED, "utf-8")
    run(raw, tmp_path / "out", 1, lambda *_: None)
    rows = pq.read_table(tmp_path / "out" / "facts.parquet").to_pylist()
    counted = [r["value"] for r in rows if r["kind"] == "table_value" and r["value"] and r["countable"]]
    assert sorted(counted) == [80.0, 120.0]


def test_a_draft_does_not_count_beside_the_notice_it_became(tmp_path: Path) -> None:
    draft = NOTICE.replace("的通知\n江津府办发〔2024〕11号", "的通知（征求意见稿）").replace(
        "1200个", "1000个"
    )
    found = read(tmp_path, draft=draft, issued=NOTICE)
    assert {r["notice_id"]: r["issued_as"] for r in found["notices"]} == {"draft": "issued", "issued": None}
    for view in VIEWS:
        assert {r["notice_id"] for r in found[view] if r["countable"]} == {"issued"}
