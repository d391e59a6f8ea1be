"""Who is meant by 各镇街 or 各区县人民政府: the divisions of the notice's region that the name calls up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.bodies import known_body
from pipeline.resolve.agencies import name_to_agency
from pipeline.resolve.regions import Region, regions, towns

# A word for divisions, and what the names of those end in.
_TOWNS: dict[str, tuple[str, ...]] = {
    "镇街": ("镇", "街道"), "街道": ("街道",), "街": ("街道",), "民族乡": ("乡",), "镇": ("镇",), "乡": ("乡",), "苏木": ("苏木",),
}  # fmt: skip
_ABOVE: dict[str, tuple[str, ...]] = {
    "省级": ("省", "自治区", "市"), "直辖市": ("市",), "自治区": ("自治区",), "省": ("省",),
    "设区的市": ("市",), "设区市": ("市",), "地级以上市": ("市",), "地级市": ("市",), "自治州": ("自治州",), "州": ("自治州",), "盟": ("盟",),
    "地区": ("地区",), "地": ("地区",), "县级市": ("市",), "自治县": ("自治县",), "自治旗": ("自治旗",), "特区": ("特区",), "市": ("市",), "区": ("区",), "县": ("县",), "旗": ("旗",),
}  # fmt: skip
_SHORT = {"区": "自治区", "市": "直辖市"}
_OF_NATION = frozenset(("省级", "省", "自治区", "直辖市"))
_OF_PROVINCE = frozenset(
    ("设区的市", "设区市", "地级以上市", "地级市", "自治州", "州", "盟", "市", "地区", "地")
)
_OF_COUNTIES = frozenset(("县级市", "自治县", "自治旗", "特区", "市", "区", "县", "旗"))
# Development zones and the like are no divisions; what else a bracket names is left out.
_ZONES = r"(?:经济|技术|高新|产业|工业)*(?:开发区|园区|功能区|新区|示范区|管理区|管委会|农场|林场)"
_WORD = "|".join(sorted([*_TOWNS, *_ABOVE], key=len, reverse=True))
_NAME = patterns.compile(
    rf"(?:[本我全][省市区县州盟旗])?(?P<all>各)?(?P<words>(?:{_WORD}|{_ZONES}|[（〔(](?:{_WORD}|{_ZONES}|、)+[）〕)])+)"
    r"(?P<body>\p{Han}*)"
)
_TOWN_BODIES = patterns.compile(r"(?:人民)?政府|(?:街道)?办事处|党工委|党委|")
# Their governments get no notices from here.
_ELSEWHERE = ("710000", "810000", "820000")

# The registers at hand are of 2023 and 2025: 延庆区 was 延庆县 in 2010, and no list of such changes is at hand.
_EARLIEST = "2018"


class Member(NamedTuple):
    """One of the bodies that a collective name stands for."""

    member_id: str
    name: str
    region: Region


def name_to_members(name: str, home: Region, on: str | None) -> tuple[Member, ...]:
    """The bodies that `name` stands for in a notice of `home` written on day `on`; () where that is not certain.

    Certain are 各镇街 of a county, 各区县 of a city, 各市 or 各县（市、区） of a province, 各省 of the nation, with
    or without a body behind (各区教委), in a notice not much older than the registers. Which departments 有关部门 are, nobody can tell from the words.
    """
    match = _NAME.fullmatch(name)
    if (
        match is None
        or (on or _EARLIEST) < _EARLIEST
        or not (match["all"] or patterns.match(r"[县市区旗州][（〔(]", name))
    ):
        return ()
    words = [word[0] for word in patterns.finditer(_WORD, patterns.sub(_ZONES, "", match["words"]))]
    body = match["body"]
    if words and all(word in _TOWNS for word in words):
        if not _TOWN_BODIES.fullmatch(body):
            return ()
        ends = tuple(end for word in words for end in _TOWNS[word])
        inside, body = [r for r in towns(home.code).values() if r.code_system == "mca"], ""
    elif words and not any(word in _TOWNS for word in words) and _is_body(body):
        # 各省（区、市） of the nation: 自治区 and 直辖市, called short.
        words = [_SHORT.get(word, word) for word in words] if home.level == "nation" else words
        ends = tuple(end for word in words for end in _ABOVE[word])
        inside = _divisions(words, home, on)
    else:
        return ()
    return _members([r for r in inside if r.name.endswith(ends)], body)


def _is_body(body: str) -> bool:
    return body in ("", "政府", "人民政府") or known_body(body)


def _divisions(words: Sequence[str], home: Region, on: str | None) -> list[Region]:
    """The divisions among which a name of these words chooses; none where two levels could be meant."""
    inside = _valid(on)
    own = [r for r in inside if r.parent == home.code]
    if home.level == "nation":
        return [r for r in own if r.code not in _ELSEWHERE] if set(words) <= _OF_NATION else []
    if home.level == "province" and any(r.level == "prefecture" for r in own):
        return _of_province(words, own, inside)
    is_city = home.level in ("province", "prefecture")
    return own if is_city and set(words) <= _OF_COUNTIES and words != ["市"] else []


@lru_cache(maxsize=64)
def _valid(on: str | None) -> tuple[Region, ...]:
    """The divisions there were on a day."""
    gone = {r.code for r in _bounded() if not r.is_valid(on)}
    return tuple(r for r in _every() if r.code not in gone)


@cache
def _every() -> tuple[Region, ...]:
    return tuple(r for r in regions().values() if r.code_system == "mca")


@cache
def _bounded() -> tuple[Region, ...]:
    """Those that were not there on every day."""
    return tuple(r for r in _every() if r.valid_from or r.valid_to)


def _of_province(words: Sequence[str], own: Sequence[Region], inside: Sequence[Region]) -> list[Region]:
    """各市（州） are prefectures, 各县（市、区） counties; of 各市县 nobody can say which cities are meant."""
    # Where cities of county level stand right under the province (济源, 琼海), 各市 may hold them or not.
    may_hold = list(words) == ["市"] and any(r.level == "county" and r.name.endswith("市") for r in own)
    # 各地 is everywhere, 各地（州、市） are 地区 and the others.
    if set(words) <= _OF_PROVINCE and words != ["地"] and not may_hold:
        return [r for r in own if r.level == "prefecture"]
    if set(words) <= _OF_COUNTIES and words[0] != "市" and {"县", "旗"} & set(words):
        above = {code for r in own for code in (r.code, r.parent)}
        return [r for r in inside if r.level == "county" and r.parent in above]
    return []


def _members(chosen: Collection[Region], body: str) -> tuple[Member, ...]:
    found = []
    for region in sorted(set(chosen), key=lambda region: region.code):
        agency = name_to_agency(region.name + body, region)
        if agency and agency.region_code == region.code:
            found.append(Member(agency.agency_id, agency.name, region))
    return tuple(found)
