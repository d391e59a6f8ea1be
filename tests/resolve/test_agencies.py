"""A name in a notice → the one body it stands for, by the region of the notice."""

from __future__ import annotations

import pytest

from pipeline.resolve.agencies import FRAMES, agency_id, level_to_region, name_to_agency
from pipeline.resolve.regions import region_of, regions

# (name, region of the notice) → agency_id, full name
BODIES = {
    # Ways to shorten one name.
    ("区发改委", "500116"): ("500116-发展改革委", "重庆市江津区发展和改革委员会"),
    ("区发展改革委", "500116"): ("500116-发展改革委", "重庆市江津区发展和改革委员会"),
    ("区人力社保局", "500116"): ("500116-人力资源社会保障局", "重庆市江津区人力资源和社会保障局"),
    ("区人社局", "500116"): ("500116-人力资源社会保障局", "重庆市江津区人力资源和社会保障局"),
    ("区住房城乡建委", "500116"): ("500116-住房城乡建设委", "重庆市江津区住房和城乡建设委员会"),
    ("区住房城乡建设委", "500116"): ("500116-住房城乡建设委", "重庆市江津区住房和城乡建设委员会"),
    ("区经济信息委", "500104"): ("500104-经济信息化委", "重庆市大渡口区经济和信息化委员会"),
    ("区经信委", "500104"): ("500104-经济信息化委", "重庆市大渡口区经济和信息化委员会"),
    ("区规划和自然资源局", "500116"): ("500116-规划自然资源局", "重庆市江津区规划和自然资源局"),
    ("江津区规划自然资源局", "500116"): ("500116-规划自然资源局", "重庆市江津区规划和自然资源局"),
    ("市教育委员会", "310000"): ("310000-教委", "上海市教育委员会"),
    # Other names are other bodies.
    ("市水利局", "650200"): ("650200-水利局", "新疆维吾尔自治区克拉玛依市水利局"),
    ("市水务局", "650200"): ("650200-水务局", "新疆维吾尔自治区克拉玛依市水务局"),
    # The level word says which region above the notice is meant.
    ("市民政局", "500116"): ("500000-民政局", "重庆市民政局"),
    ("市教育局", "321183"): ("321183-教育局", "江苏省镇江市句容市教育局"),
    ("州民政局", "652800"): ("652800-民政局", "新疆维吾尔自治区巴音郭楞蒙古自治州民政局"),
    ("自治区民政厅", "652800"): ("650000-民政厅", "新疆维吾尔自治区民政厅"),
    ("省教育厅", "440100"): ("440000-教育厅", "广东省教育厅"),
    ("商务厅", "440000"): ("440000-商务厅", "广东省商务厅"),
    ("市市场监管局", "310000"): ("310000-市场监管局", "上海市市场监督管理局"),
    # 县城 is a town, 县城市管理局 the body of a county.
    ("县城市管理局", "130534"): ("130534-城市管理局", "河北省邢台市清河县城市管理局"),
    ("县城市管理综合行政执法局", "130534"): (
        "130534-城市管理综合行政执法局",
        "河北省邢台市清河县城市管理综合行政执法局",
    ),
    # A place in the name.
    ("青浦区政府", "310000"): ("310118-政府", "上海市青浦区人民政府"),
    ("镇江市句容生态环境局", "321183"): ("321183-生态环境局", "江苏省镇江市句容市生态环境局"),
    ("江津消防救援支队", "500116"): ("500116-消防救援支队", "重庆市江津区消防救援支队"),
    ("巴州财政局", "652800"): ("652800-财政局", "新疆维吾尔自治区巴音郭楞蒙古自治州财政局"),
    ("贵州电网公司", "520000"): ("520000-贵州电网公司", "贵州电网公司"),
    ("白沙镇人民政府", "500116"): ("500116107-政府", "重庆市江津区白沙镇人民政府"),
    ("几江街道办", "500116"): ("500116001-办事处", "重庆市江津区几江街道办事处"),
    ("几江街道办事处", "500116"): ("500116001-办事处", "重庆市江津区几江街道办事处"),
    ("几江街道", "500116"): ("500116001-办事处", "重庆市江津区几江街道办事处"),
    ("镇人民政府办公室", "500116107"): ("500116107-政府办公室", "重庆市江津区白沙镇人民政府办公室"),
    ("区民政局", "500116107"): ("500116-民政局", "重庆市江津区民政局"),
    # 白沙 is also a county of another province.
    ("白沙工业园发展中心", "500116"): ("500116-白沙工业园发展中心", "重庆市江津区白沙工业园发展中心"),
    # A place inside the name.
    ("人行江津中心支行", "500116"): ("500116-人民银行中心支行", "中国人民银行江津中心支行"),
    ("中国人民银行广东省分行", "440000"): ("440000-人民银行分行", "中国人民银行广东省分行"),
    ("团区委", "500116"): ("500116-团委", "共青团重庆市江津区委员会"),
    ("共青团江津区委", "500116"): ("500116-团委", "共青团重庆市江津区委员会"),
    ("国家税务总局重庆市江津区税务局", "500116"): ("500116-税务局", "国家税务总局重庆市江津区税务局"),
    ("江津区税务局", "500116"): ("500116-税务局", "国家税务总局重庆市江津区税务局"),
    ("区委宣传部", "500116"): ("500116-宣传部", "中共重庆市江津区委宣传部"),
    ("中共重庆市江津区委宣传部", "500116"): ("500116-宣传部", "中共重庆市江津区委宣传部"),
    # The nation's, wherever they are named.
    ("民政部", "500116"): ("100000-民政部", "中华人民共和国民政部"),
    ("税务总局", None): ("100000-税务总局", "国家税务总局"),
    ("国家发展和改革委员会", "100000"): ("100000-国家发展改革委", "国家发展和改革委员会"),
    # Sets of bodies, and a second name board.
    ("各镇街", "500116"): ("500116-各镇街", "各镇街"),
    ("省商务厅〔省政府口岸办〕", "520000"): ("520000-商务厅", "贵州省商务厅"),
}

# No region, or no body: nothing is guessed.
UNKNOWN = [
    ("区民政局", None),
    ("区民政局", "440100"),  # which of the city's districts?
    ("州民政局", "500116"),
    ("县财政局", "310000"),
    ("省财政厅", "310000"),
    ("朝阳区政府", "500116"),  # of Beijing, or of Changchun
    ("区政府分管副区长", "500116"),
    ("区民政局主要负责人", "500116"),
]


@pytest.mark.parametrize(("asked", "answer"), BODIES.items())
def test_a_name_is_resolved_within_its_notice(asked: tuple[str, str | None], answer: tuple[str, str]) -> None:
    name, home = asked
    agency = name_to_agency(name, region_of(home) if home else None)
    assert agency and (agency.agency_id, agency.full_name) == answer


@pytest.mark.parametrize(("name", "home"), UNKNOWN)
def test_what_cannot_be_told_stays_open(name: str, home: str | None) -> None:
    assert name_to_agency(name, regions()[home] if home else None) is None


def test_one_name_in_two_districts_is_two_bodies() -> None:
    one, other = (name_to_agency("区民政局", regions()[code]) for code in ("500116", "500104"))
    assert one and other and one.agency_id != other.agency_id


def test_a_row_is_said_by_its_id_alone() -> None:
    """Two notices that name a body differently must publish the same row of agencies."""
    rows: dict[str, object] = {}
    for name, home in BODIES:
        agency = name_to_agency(name, region_of(home) if home else None)
        assert agency and rows.setdefault(agency.agency_id, agency) == agency
    assert agency_id("民政局", "500116") == "500116-民政局"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("区民政局", "government"), ("区委组织部", "party"), ("区总工会", "peoples_organization"),
        ("人行江津中心支行", "bank"), ("贵州电网公司", "enterprise"), ("区法院", "court"),
        ("区检察院", "procuratorate"), ("区金融发展服务中心", "public_institution"),
        ("区级有关部门", "collective"), ("街道办事处", "collective"), ("区养老服务协会", "social_organization"),
    ],
)  # fmt: skip
def test_the_kind_of_a_body(name: str, kind: str) -> None:
    agency = name_to_agency(name, regions()["500116"])
    assert agency and agency.kind == kind


def test_every_frame_reads_a_name_with_its_region_inside() -> None:
    import regex

    for pattern, _ in FRAMES:
        name = regex.sub(r"\(\?P<rest>.*?\)$", "", pattern)
        name = regex.sub(r"\(\?P<place>.*?\)", "江津", name)
        name = regex.sub(r"\(\?:员会\)\?", "", regex.sub(r"\(\?:(\p{Han}+)\|.*?\)", r"\1", name))
        agency = name_to_agency(name, regions()["500116"])
        assert agency and agency.region_code == "500116", name


def test_a_level_word_finds_the_nearest_region() -> None:
    bayingolin = regions()["652800"]
    found = {word: level_to_region(word, bayingolin) for word in ("州", "自治区", "区", "市", "县")}
    codes = {word: region and region.code for word, region in found.items()}
    assert codes == {"州": "652800", "自治区": "650000", "区": "650000", "市": None, "县": None}


def test_a_level_that_names_no_region_is_none() -> None:
    """师市民政局, 兵团某医院 in a notice of a region we know."""
    home = regions()["652800"]
    assert [level_to_region(word, home) for word in ("师市", "兵团")] == [None, None]
    assert name_to_agency("师市民政局", home) is None
