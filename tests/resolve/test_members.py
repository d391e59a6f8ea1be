"""Collective names expanded: only to what is certainly meant."""

from __future__ import annotations

import pytest

from pipeline.messages import say
from pipeline.model import Document, Extracted, Fact, Issue, Mended, Named, Outline, Span, TitleBlock
from pipeline.resolve import resolve
from pipeline.resolve.members import name_to_members
from pipeline.resolve.regions import region_of, towns

JIANGJIN, CHONGQING, XIAMEN, FUJIAN, TONGLIAO, NATION, DONGGUAN = (
    "500116", "500000", "350200", "350000", "150500", "100000", "441900",
)  # fmt: skip


def names(name: str, home: str, on: str | None = None) -> list[str]:
    return [member.region.name for member in name_to_members(name, region_of(home), on)]


def test_towns_and_streets_of_a_county() -> None:
    every = names("各镇街", JIANGJIN)
    assert len(every) == 30
    assert {"几江街道", "白沙镇"} <= set(every)
    assert names("各镇（街道）", JIANGJIN) == names("各镇（街道、管委会）", JIANGJIN) == every
    assert all(name.endswith("街道") for name in names("各街道办事处", JIANGJIN))
    assert all(name.endswith("镇") for name in names("各镇人民政府", JIANGJIN))
    # A city without counties has towns of its own.
    assert "虎门镇" in names("各镇街", DONGGUAN)


def test_divisions_of_cities_provinces_and_the_nation() -> None:
    assert len(names("各区人民政府", XIAMEN)) == 6
    assert "江津区" in names("各区县", CHONGQING) and "云阳县" in names("各区县（自治县）人民政府", CHONGQING)
    assert "开鲁县" in names("各旗县市区", TONGLIAO) and "霍林郭勒市" in names("各旗县市区", TONGLIAO)
    assert "通辽经济技术开发区" not in names("各旗县市区", TONGLIAO)
    assert len(names("各设区市", FUJIAN)) == 9
    assert {"思明区", "闽侯县"} <= set(names("各县（市、区）人民政府", FUJIAN))
    assert "喀什地区" in names("各地（州、市）", "650000") and names("各地", "650000") == []
    assert len(names("各省人民政府", NATION)) == 22
    assert names("直辖市人民政府", NATION) == []
    assert len(names("各省（区、市）人民政府", NATION)) == 31
    assert len(names("各省级人民政府", NATION)) == 31


def test_a_member_is_the_body_a_notice_would_name() -> None:
    members = name_to_members("各区教委", region_of(CHONGQING), None)
    assert "500116-教委" in {member.member_id for member in members}
    (member,) = [m for m in name_to_members("各镇街", region_of(JIANGJIN), None) if m.region.name == "白沙镇"]
    assert member.member_id == "500116107-政府"


def test_only_divisions_of_the_day() -> None:
    assert "江北区" in names("各区县", CHONGQING, "2021-05-01")
    assert "江北区" not in names("各区县", CHONGQING, "2026-05-01")
    assert names("各区县", CHONGQING, "2010-05-01") == []


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("有关部门", JIANGJIN),
        ("市级有关部门", CHONGQING),
        ("各成员单位", JIANGJIN),
        ("各区县有关部门", CHONGQING),
        ("有关区县", CHONGQING),
        ("各开发区", XIAMEN),
        ("各市县", FUJIAN),
        ("各镇街", CHONGQING),
        ("各区县", JIANGJIN),
        ("各省级人民政府", FUJIAN),
        ("各县区、镇街", XIAMEN),
        ("各市场主体", FUJIAN),
        ("各区", FUJIAN),
        ("各市", "460000"),
    ],
)
def test_what_is_not_certain_has_no_members(name: str, home: str) -> None:
    assert names(name, home) == []


def test_the_stage_gives_rows_that_say_whether_the_notice_names_the_place() -> None:
    block = TitleBlock(issuers=(Named("重庆市江津区人民政府", Span(0, 1)),))
    outline = Outline(Document("n", "n.txt", "", "text/plain", "utf-8", ""), block, (), (), (), ())
    made = Fact("responsibilities", Span(0, 1), "r", {"agency_name": "各镇街"})
    said = Fact("table_facts", Span(0, 1), "t", {"row_label": "白沙镇"}, table_id="t1", row=2)
    notice = resolve(Extracted(Mended(outline, ()), (made, said)))
    rows = {name: [row for kind, row in notice.entities if kind == name] for name, _ in notice.entities}
    assert {row["agency_id"] for row in rows["members"]} == {made_id(notice)}
    assert [row["name"] for row in rows["members"] if row["basis"] == "notice"] == ["白沙镇政府"]
    assert len(rows["members"]) == len([t for t in towns(JIANGJIN).values() if t.code_system == "mca"])
    assert {row["region_code"] for row in rows["members"]} <= {row["region_code"] for row in rows["regions"]}


def test_of_several_notices_in_one_file_nobody_knows_whose_towns_are_meant() -> None:
    block = TitleBlock(issuers=(Named("重庆市江津区人民政府", Span(0, 1)),))
    said = (Issue("several_notices", say("several_notices", n=2, of=2, title="")),)
    outline = Outline(
        Document("n", "n.txt", "", "text/plain", "utf-8", ""), block, (), (), (), (), issues=said
    )
    made = Fact("responsibilities", Span(0, 1), "r", {"agency_name": "各镇街"})
    notice = resolve(Extracted(Mended(outline, ()), (made,)))
    assert not [row for kind, row in notice.entities if kind == "members"]


def made_id(notice: Extracted) -> object:
    return next(notice.of("responsibilities")).values["agency_id"]
