"""Duties listed by body, who helps one that leads in running text, and persons in brackets behind a body."""

from __future__ import annotations

import pytest

from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.inline import inline_duties
from pipeline.extract.duties.persons import without_person
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.model import Document, Mended
from pipeline.outline import outline

HEAD = "某县工作方案\n\n各乡镇人民政府：\n\n{}\n\n某县人民政府\n2026年3月1日\n"


def told(body: str) -> list[tuple[object, object]]:
    """Who is told something, with the role, by lists and in running text."""
    mended = Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", HEAD.format(body))), ())
    listed = responsibilities(mended)
    facts = sorted((*listed, *inline_duties(mended, listed)), key=lambda f: (f.span, f.values["seq"]))
    return [(f.values["agency_name"], f.values["role"]) for f in facts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("县水务局：牵头负责供水工程。\n县财政局：保障经费。", [("县水务局", "lead"), ("县财政局", "joint")]),
        ("1.县公安局。依法查处露天焚烧。\n2.县气象局。负责提供信息。", [("县公安局", "joint"), ("县气象局", "joint")]),
        ("县残联:负责摸底;县民政局:落实补贴。", [("县残联", "joint"), ("县民政局", "joint")]),
        ("县妇联、团县委：负责宣传。", [("县妇联", "joint"), ("团县委", "joint")]),
        ("党政办：负责值班。\n派出所：负责治安。", [("党政办", "joint"), ("派出所", "joint")]),
        ("县林业局：配合做好防火。", [("县林业局", "support")]),
        ("县民政局：会同县财政局制定办法。", [("县民政局", "lead"), ("县财政局", "support")]),
        ("县水务局（李四）：负责巡查。", [("县水务局", "joint")]),
        ("——县供销社负责化肥调运。", [("县供销社", "joint")]),
        ("1.河务部门。组织防汛工作。\n2.气象部门。负责监测。", [("河务部门", "joint"), ("气象部门", "joint")]),
        ("县司法局：配合有关部门调查火案。", [("县司法局", "support")]),
        ("县林业局：支持企业发展。", [("县林业局", "joint")]),
        ("县大数据局（牵头单位）、县工信局：负责制定细则。", [("县大数据局", "lead"), ("县工信局", "support")]),
        (
            "由乡综治办牵头，教办、中学、派出所密切配合，4月开展整治。",
            [("乡综治办", "lead"), ("教办", "support"), ("中学", "support"), ("派出所", "support")],
        ),
        ("县发改局牵头、会同县水利局推进改革。", [("县发改局", "lead"), ("县水利局", "support")]),
        ("县审计局（依职责分工）开展监督检查。", [("县审计局", "joint")]),
        (
            "县应急局：负责统筹。\n县气象局：每日发布预报。\n县农机站：统一调度农机。",
            [("县应急局", "joint"), ("县气象局", "joint"), ("县农机站", "joint")],
        ),
        # Nobody is told anything.
        ("优化供水格局：统筹规划水源。\n新改扩建学校：要完成主体工程。", []),
        ("县公安局：报警电话110。", []),
        ("来源：县统计局。\n市教育局：你局来函收悉。", []),
        ("重点单位：负责人签字背书。", []),
        # Who is told more behind one that leads helps it; a new sentence begins anew.
        ("县教育局牵头，县财政局落实资金。县卫健局负责防疫。", [("县教育局", "lead"), ("县财政局", "support"), ("县卫健局", "joint")]),
        ("发放资金（县人社局负责，县税务局提供数据）。", [("县人社局", "joint"), ("县税务局", "joint")]),
        ("（一）由县水务局会同县财政局制定方案。", [("县水务局", "lead"), ("县财政局", "support")]),
        # A time that binds tells a duty; a day on which something was does not.
        ("信息报送（每月5日前，县统计局）。", [("县统计局", "joint")]),
        ("量化评定（县教育局、县公安局，5月底前）。", [("县教育局", "joint"), ("县公安局", "joint")]),
        ("项目批复（县发改局，2026年3月）。", []),
    ],
)  # fmt: skip
def test_who_is_told_what(body: str, expected: list[tuple[object, object]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("县水务局（李四）", "县水务局"),
        ("县水务局（欧阳明）", "县水务局"),
        ("县水务局（刘某某，0571-8888888）", "县水务局"),
        ("县水务局（张三、李四）", "县水务局"),
        ("县教育局（高校工作科）", "县教育局（高校工作科）"),
        ("省教育厅（教委）", "省教育厅（教委）"),
        ("各镇（街道）", "各镇（街道）"),
        ("市公安局（高新区）", "市公安局（高新区）"),
        ("市发展改革委（公安）", "市发展改革委（公安）"),
    ],
)
def test_a_person_is_no_part_of_the_name_of_a_body(name: str, bare: str) -> None:
    assert without_person(name) == bare


def test_persons_in_a_list() -> None:
    names = [a.name for a in read_list("责任单位：县卫健局（李四）、县水务局（张三，13800000000）")]
    assert names == ["县卫健局", "县水务局"]
