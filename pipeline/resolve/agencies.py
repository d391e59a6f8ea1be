"""A name as written → the body it stands for: its region, its own name, one id in every notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.bodies import LEVEL, is_collective, is_office_holder
from pipeline.resolve.bodies import Body, bodies, body_of, kind_of, national, write_out
from pipeline.resolve.regions import NATION, Region, chain, names, place_at, regions, towns
from pipeline.resolve.types import type_of

# Names with the region inside. The body behind `→` is how agencies.tsv calls it.
FRAMES: tuple[tuple[str, str], ...] = (
    (r"(?:中国人民银行|人民银行|人行)(?P<place>.+)中(?:心支行|支)", "人民银行中心支行"),
    (r"(?:中国人民银行|人民银行|人行)(?P<place>.+)分行", "人民银行分行"),
    (r"(?:中国人民银行|人民银行|人行)(?P<place>.+)支行", "人民银行支行"),
    (r"国家金融监督管理总局(?P<place>.+)监管局", "金融监管局"),
    (r"国家金融监督管理总局(?P<place>.+)监管分局", "金融监管分局"),
    (r"(?:中国银保监会|中国银行保险监督管理委员会)(?P<place>.+)监管局", "银保监局"),
    (r"(?:中国银保监会|中国银行保险监督管理委员会)(?P<place>.+)监管分局", "银保监分局"),
    (r"(?:中国证监会|中国证券监督管理委员会)(?P<place>.+)监管局", "证监局"),
    (r"国家税务总局(?P<place>.+)税务局", "税务局"),
    (r"(?:共青团|团)(?P<place>.+?)委(?:员会)?", "团委"),
    (r"中共(?P<place>.+?)委(?:员会)?(?P<rest>.*)", "委"),
)
NATIONAL_HEAD = patterns.compile(r"国家|中国(?!石|移|联|电|铁)|中华|全国|中央|国务院|最高人民|党中央")
LEVEL_HEAD = patterns.compile(
    rf"(?P<level>{LEVEL}|[镇乡](?![镇街])|[省市区县州](?=级|直机关))(?:级|直(?=机关))?(?=.)"
)
# What each level word asks of a region's own name.
LEVEL_ENDS: dict[str, str] = {
    "省": "省", "市": "市", "州": "州", "盟": "盟", "区": "区", "县": "县", "旗": "旗", "镇": "镇", "乡": "乡",
    "自治区": "自治区", "自治州": "自治州", "自治县": "自治县",
}  # fmt: skip
PLACE_ALONE = {"镇": "政府", "乡": "政府", "道": "办事处"}


@dataclass(frozen=True, slots=True)
class Agency:
    """A body, normalized: a row of `agencies`."""

    agency_id: str
    name: str
    full_name: str
    kind: str
    region_code: str
    agency_type: str | None = None


def agency_id(body: str, region_code: str) -> str:
    """The id of a body of a region: `500116-民政局`, the same in every notice."""
    return f"{region_code}-{body}"


def name_to_agency(name: str, home: Region | None, on: str | None = None) -> Agency | None:
    """The body that `name` stands for in a notice of region `home` written on day `on` (ISO, or None).

    None for persons, and where the region cannot be told: 区民政局 in a notice of unknown region.
    """
    name = patterns.sub(r"\s", "", name)
    if is_office_holder(name):
        return None
    readers = (_whole_name, _collective, _framed, _placed, _of_town, _of_level, _of_nation, _of_home)
    return next((agency for reader in readers if (agency := reader(name, home, on))), None)


Reader = Callable[[str, Region | None, str | None], Agency | None]


def _agency(region: Region, body: Body) -> Agency:
    return Agency(
        agency_id=agency_id(body.key, region.code),
        name=write_out(body.shown, region, body.key),
        full_name=write_out(body.full, region, body.key),
        kind=body.kind,
        region_code=region.code,
        agency_type=type_of(body.key, body.kind),
    )


def _as_printed(region: Region, name: str) -> Agency:
    """A body that carries its place in its own name: nothing is put before it."""
    return _agency(region, Body(name, kind_of(name), "{key}", "{key}"))


def _whole_name(name: str, home: Region | None, on: str | None) -> Agency | None:
    body = national().get(name)
    return _agency(regions()[NATION], body) if body else None


def _collective(name: str, home: Region | None, on: str | None) -> Agency | None:
    """各镇街 are those of the notice's region; 各省级人民政府 those of the nation."""
    if not is_collective(name) or not home or place_at(name, home, on):
        return None
    return _as_printed(home, name)


def _framed(name: str, home: Region | None, on: str | None) -> Agency | None:
    for pattern, key in FRAMES:
        if match := patterns.fullmatch(pattern, name):
            region = _named_region(match["place"], home, on)
            rest = match.groupdict().get("rest") or ""
            return _agency(region, body_of(key + rest)) if region else None
    return None


def _named_region(words: str, home: Region | None, on: str | None) -> Region | None:
    """The region that the whole of `words` names: by name, or by level (团省委)."""
    if words in LEVEL_ENDS:
        return level_to_region(words, home)
    place = place_at(words, home, on)
    # 克拉玛依市中心支行: the level word may stand behind a short name.
    return place.region if place and words[place.length :] in ("", "市", "省", "区", "县") else None


def _placed(name: str, home: Region | None, on: str | None) -> Agency | None:
    place = place_at(name, home, on)
    if place is None:
        return None
    rest = name[place.length :]
    if not rest:
        return _agency(place.region, body_of("政府"))
    if place.is_short and patterns.match(r"[镇乡村路]|街道|社区", rest):
        return None
    town = _of_town(rest, place.region, on)
    if town:
        return town
    # 江津消防救援支队 is the 消防救援支队 of 江津区, but 江津宾馆 is no 宾馆 of it.
    body = body_of(rest)
    known = rest in bodies() or body.key != rest or body.full != "{region}{key}"
    return _agency(place.region, body) if known or not place.is_short else _as_printed(place.region, name)


def town_at(words: str, county: Region) -> Region | None:
    """The town of a county whose government `words` begin with: 白沙镇人民政府, 几江街道办事处."""
    head = patterns.match(r".{1,8}?(?:街道(?=$|办|党工委)|[镇乡](?=$|人民政府|政府|党委))", words)
    return towns(county.code).get(head.group()) if head else None


def _of_town(name: str, home: Region | None, on: str | None) -> Agency | None:
    county = chain(home)[1] if home and home.level == "township" else home
    town = town_at(name, county) if county else None
    if not town:
        return None
    rest = name[len(town.name) :] or PLACE_ALONE[town.name[-1]]
    return _agency(town, body_of("办事处" if rest == "办" else rest))


def _of_level(name: str, home: Region | None, on: str | None) -> Agency | None:
    match = LEVEL_HEAD.match(name)
    if not match:
        return None
    region = level_to_region(match["level"], home, provincial=name.endswith("厅"))
    return _agency(region, body_of(name[match.end() :])) if region else None


def _of_nation(name: str, home: Region | None, on: str | None) -> Agency | None:
    return _as_printed(regions()[NATION], name) if NATIONAL_HEAD.match(name) else None


def _of_home(name: str, home: Region | None, on: str | None) -> Agency | None:
    """No word of where: the notice's own, unless the name begins with a place or level we could not tell."""
    named = any(name[:n] in names() and not names()[name[:n]][0][1] for n in range(2, 8))
    return _agency(home, body_of(name)) if home and not named and not LEVEL_HEAD.match(name) else None


def level_to_region(level: str, home: Region | None, *, provincial: bool = False) -> Region | None:
    """镇, 区, 市, 州 … of a notice: the nearest of its region and those above whose name ends so; None of a level that no
    region is named by (师市, 兵团).

    区 is also short for an autonomous region where nothing else is meant by it (`provincial`: 区民政厅).
    """
    above = [region for region in chain(home) if region.code != NATION] if home else []
    word = patterns.sub(r"^[我本全]", "", level)
    ends = LEVEL_ENDS.get(word)
    if ends is None:
        return None
    kept = [r for r in above if r.name.endswith(ends) and not (word == "区" and r.level == "province")]
    if word == "区" and (provincial or not kept):
        kept = [r for r in above if r.name.endswith("自治区")]
    return kept[0] if kept else None
