"""The stage: ids on the facts, rows for who and where, an issue for what cannot be told."""

from __future__ import annotations

from pipeline.model import Document, Extracted, Fact, Mended, Named, Outline, Span, TitleBlock
from pipeline.resolve import resolve
from pipeline.resolve.home import home_of


def extracted(
    *agencies: str, rows: tuple[str, ...] = (), text: str = "", issuers: tuple[str, ...] = (), **block: str
) -> Extracted:
    """A notice of which only the title block, the agencies and the row labels are said."""
    named = tuple(Named(name, Span(0, 1)) for name in issuers)
    title_block = TitleBlock(issuers=named, **block)  # type: ignore[arg-type]
    document = Document("n", "n.txt", "", "text/plain", "utf-8", text)
    outline = Outline(document, title_block, (), (), (), ())
    made = [Fact("responsibilities", Span(i, i + 1), "r", {"agency_name": a}) for i, a in enumerate(agencies)]
    said = [Fact("table_facts", Span(0, 1), "t", {"row_label": r}, table_id="t1", row=2) for r in rows]
    return Extracted(Mended(outline, ()), (*made, *said))


def home_code(notice: Extracted) -> str | None:
    region = home_of(notice)
    return region.code if region else None


def test_the_region_is_read_from_issuers_title_number_and_agencies() -> None:
    assert home_code(extracted(issuers=("重庆市江津区人民政府办公室",))) == "500116"
    assert home_code(extracted(issuers=("重庆市江津区白沙镇人民政府",))) == "500116107"
    assert home_code(extracted(issuers=("国务院办公厅",))) == "100000"
    assert home_code(extracted(issuers=("自然资源部", "中国银行保险监督管理委员会"))) == "100000"
    assert home_code(extracted(issuers=("广州市民政局", "广州市财政局"))) == "440100"
    assert home_code(extracted(title="关于加快发展巴州农村养老服务的实施方案")) == "652800"
    assert home_code(extracted(title="关于印发《句容市工作方案》的通知")) == "321183"
    assert home_code(extracted(doc_number_agency="大渡口府办发")) == "500104"
    assert home_code(extracted("区民政局", "江津区规划自然资源局")) == "500116"
    # A city and its district, named as often: the city's.
    assert home_code(extracted("宿州市地方金融监管局", "埇桥区教育体育局")) == "341300"
    assert home_code(extracted(doc_number_agency="粤办函", text="广东省内")) == "440000"


def test_a_region_that_nothing_says_is_not_guessed() -> None:
    assert home_code(extracted("区民政局", title="关于加强养老服务的通知")) is None
    assert home_code(extracted(doc_number_agency="粤办函", text="本省")) is None
    assert home_code(extracted(title="朝阳区养老服务方案")) is None
    # 云城|管 or 云|城管: the issuer is of a place nobody knows, and 云城区 is another.
    assert home_code(extracted(issuers=("云岭市城市管理局",), doc_number_agency="云城管")) is None
    assert home_code(extracted(issuers=("市城市管理局",), doc_number_agency="云城管")) == "445302"
    assert home_code(extracted(title="老城区停车管理办法")) is None
    assert home_code(extracted(issuers=("呼和浩特市人民政府", "吉林省人民政府"))) is None


def test_of_two_regions_of_one_name_the_text_tells_which() -> None:
    assert home_code(extracted(title="朝阳区养老服务方案", text="按照北京市要求")) == "110105"


def test_facts_carry_ids_and_every_id_has_its_row() -> None:
    notice = resolve(
        extracted("区民政局", "市民政局", rows=("白沙镇", "合计"), issuers=("重庆市江津区人民政府办公室",))
    )
    rows = {name: [row for kind, row in notice.entities if kind == name] for name, _ in notice.entities}
    ids = [fact.values.get("agency_id") for fact in notice.of("responsibilities")]
    assert ids == ["500116-民政局", "500000-民政局"]
    assert {row["agency_id"] for row in rows["agencies"]} == {*ids, "500116-政府办公室"}
    assert [fact.values.get("region_code") for fact in notice.of("table_facts")] == ["500116107", None]
    codes = ["100000", "500000", "500116", "500116107"]
    assert [row["region_code"] for row in rows["regions"]] == codes
    assert rows["issuer_ids"] == [{"name": "重庆市江津区人民政府办公室", "agency_id": "500116-政府办公室"}]
    assert rows["notice_region"] == [{"region_code": "500116"}]
    assert not notice.issues


def test_what_cannot_be_told_is_an_issue_and_has_no_id() -> None:
    notice = resolve(
        extracted("州民政局", "区政府分管副区长", rows=("无名镇",), issuers=("重庆市江津区人民政府",))
    )
    assert [issue.kind for issue in notice.issues] == ["unknown_agency", "unknown_place"]
    assert not any("agency_id" in fact.values for fact in notice.facts)
    nowhere = resolve(extracted("区民政局"))
    assert [issue.kind for issue in nowhere.issues] == ["unknown_region", "unknown_agency"]


def test_the_same_notice_gives_the_same_rows() -> None:
    notice = extracted("区民政局", "团区委", "各镇街", issuers=("重庆市江津区人民政府",))
    assert resolve(notice) == resolve(notice)


def test_persons_of_a_leading_group_are_looked_for_as_no_body() -> None:
    of = {"kind": "leading_group", "role": "member"}
    seats = [
        Fact("responsibilities", Span(i, i + 1), "leading_group_list", {"agency_name": name, **of})
        for i, name in enumerate(("张三", "欧阳明", "江津区民政局"))
    ]
    resolved = resolve(Extracted(extracted().mended, tuple(seats)))
    assert not [issue for issue in resolved.issues if issue.kind == "unknown_agency"]
    assert ["agency_id" in fact.values for fact in resolved.of("responsibilities")] == [False, False, True]
