"""A suffix printed once for several names: of 甲区、乙区人民政府 both are governments."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.bodies import PLACE, is_agency, known_body, suffix_of
from pipeline.language.brackets import without_brackets
from pipeline.language.departments import DEPARTMENT, is_department_of_field
from pipeline.language.registers import districts, fields, regions
from pipeline.language.words import words

Name = tuple[str, int, int]
CLASS_WORD = (
    r"各?(?:新疆生产建设兵团|旗县市区|县市区|旗县区?|直辖市|省辖市|市辖区|辖市区|辖市|计划单列市|地级以上市|设区市|县级市|直管市|特区|林区|自治区|自治州|自治县|区县|县区|县市区|市县|市州|州市|地市|盟市|省级?|市|州|盟|区|县|旗"
    r"|镇街|乡镇|镇乡|镇|乡|街道)(?:[（〔(\[][^）〕)\]]*[）〕)\]])?"
)
_BRACKET = r"(?:[（〔(\[][^）〕)\]]*[）〕)\]])"
TOWNS = r"[镇乡]|街道|镇街"
# 东山风景区, 空港产业园, 江北新城: parts of a city that a committee runs.
PARK = r"\p{Han}{2,12}(?:[新片景园港]区|区|产业园|工业园|科技园|创业园|园|新城|港城|基地|度假区|组团|岛)"
COMMITTEE = r"(?:管委会|管理委员会|党工委|工委)"
# What 等 closes a list of places with is the body of each, and no further one: 甲县、乙县等县人民政府, 丙新区、丁岛等管委会.
_OF_THOSE = ("管理委员会", "管委会", "党工委", "人民政府", "政府", "办事处")
_PARKS = ("", "园区", "新区", "片区", "开发区", "功能区")
SHARED_BY_CLASS = ("人民政府", "政府", "人民法院", "法院", "人民检察院", "检察院")
# 各县区、园区燃气管理部门: whoever has this charge in each; 有关部门 and 直属部门 are nobody's in particular.
SHARED_CHARGE = r"(?!有关|相关|所属|直属|各)\p{Han}{2,6}(?:管理|主管|监管|行政|监督)部门"
# 各产业、招商主管部门, 教育、公安、市场监管主管部门: charges, the word for whoever has them printed once.
FIELDS = ("各产业", "各行业", "各领域")
CHARGE = r"(?!有关|相关|各)\p{Han}{2,18}?(?P<tail>(?:行政)?(?:主管|监管|管理)部门)"
_LAST_OF_COUNTRY, _NOBODYS = ("自治区", "直辖市", "计划单列市"), ("有关", "相关", "各", "所属", "直属", "级")
_OF_FIELDS = "局厅委"
_AND_OTHER_DEPARTMENTS = ("等部门", "等多部门", "等多个部门", "等行业部门")
_JOINING = ("、", "和", "及", "与")


@lru_cache(maxsize=2048)
def place_of(piece: str) -> str | None:
    """`class` for 各市〔州〕, `place` for 天河区, `short` for 河北; None where the piece says more, or less."""
    if piece in regions():
        return "short"
    if patterns.fullmatch(CLASS_WORD, piece):
        return "class"
    named = patterns.fullmatch(rf"{PLACE}|\p{{Han}}{{2,7}}(?:{TOWNS})", piece)
    return "place" if named and not is_agency(piece) else None


def _is_of_towns(place: str) -> bool:
    """各镇, 甲街道（乙镇）."""
    return bool(patterns.search(rf"(?:{TOWNS})(?:[（〔(].*)?$", place))


def suffix_for(place: str, whole: str) -> str | None:
    """What `place` shares with the complete name behind it: 甲区 with 乙区人民政府 → 人民政府."""
    if place_of(place) == "short":
        return _behind_short_name(whole)
    towns = _is_of_towns(place)
    tail = rf"(?:{TOWNS})" if towns else r"(?:省|区|县|市|州|盟|旗)"
    if place_of(place) == "class":
        m = patterns.fullmatch(
            rf"(?P<place>{CLASS_WORD})(?P<tail>{'|'.join(SHARED_BY_CLASS)}|{SHARED_CHARGE})", whole
        )
        if not m and (
            m := patterns.fullmatch(
                rf"(?P<place>{CLASS_WORD})(?P<tail>\p{{Han}}{{2,}}(?:{_BRACKET}\p{{Han}}{{0,4}}){{0,2}})",
                whole,
            )
        ):
            m = (
                m
                if known_body(without_brackets(m["tail"])) or _is_of_country(m["place"], m["tail"])
                else None
            )
        # 各市、州 and 神农架林区人民政府: governments all
        named = patterns.fullmatch(rf"(?:{PLACE})(?P<tail>{'|'.join(SHARED_BY_CLASS)})", whole)
        if named and not m and not towns:
            return named["tail"]
        park = patterns.fullmatch(rf"各?(?:园区|开发区|新区|功能区)(?P<tail>{SHARED_CHARGE})", whole)
        if park and not m and not towns:
            return park["tail"]
    else:
        bodies = r"\p{Han}+" if not towns else r"(?:人民)?政府|办事处|党(?:工)?委"
        m = patterns.fullmatch(rf"(?P<place>\p{{Han}}{{1,9}}?{tail})(?P<tail>{bodies})", whole)
        if m and not (m["tail"] in SHARED_BY_CLASS or known_body(m["tail"]) or towns):
            return None
    if not m or _is_of_towns(m["place"]) != towns:
        return None
    return m["tail"] if place_of(m["place"]) == place_of(place) else None


def _is_of_country(place: str, tail: str) -> bool:
    """Whether a name ends a list of all parts of the country, whose body then is that of each: 直辖市护理学会."""
    suffix = suffix_of(tail) if place in _LAST_OF_COUNTRY else None
    return bool(suffix and suffix["strength"] != "none") and not tail.startswith(_NOBODYS)


def share_suffix(text: str, parts: list[tuple[int, int]]) -> list[Name]:
    """Give places without a body the suffix of the next complete name, across 、 and 和 only."""
    names = list[Name]()
    for start, end in reversed(parts):
        name = text[start:end]
        if names and text[end : names[0][1]] == "等" and (body := _body_of_those(name, names[0][0])):
            names[0] = (name + body, start, end)
            continue
        joined = names and text[end : names[0][1]] in _JOINING
        suffix = _shared_by(name, names[0][0]) if joined else None
        names.insert(0, (name + (suffix or ""), start, end))
    return names


def _body_of_those(name: str, behind: str) -> str | None:
    """管委会 of 丁岛|等|管委会, 人民政府 of 乙县|等|县人民政府; None of 市财政局|等|管委会."""
    body = next((body for body in _OF_THOSE if behind.endswith(body)), "")
    kind = behind.removesuffix(body)
    if not body or is_agency(name):
        return None
    if kind in _PARKS:
        return _committee_of(name, name + body)
    return body if place_of(kind) == "class" and name.endswith(tuple(kind)) else None


def share_department(text: str, names: list[Name]) -> list[Name]:
    """教育、公安、住建等部门: what are fields and nothing more are departments each."""
    told, goes_on = list[Name](), len(text)
    for name, start, end in reversed(names):
        closed = text.startswith(_AND_OTHER_DEPARTMENTS, end) or text[end:goes_on] in _JOINING
        goes_on = start if closed and is_department_of_field(name + DEPARTMENT) else len(text)
        told.append((name + DEPARTMENT * (goes_on == start), start, end))
    return told[::-1]


def _behind_short_name(whole: str) -> str | None:
    """教育厅 of 山西教育厅, 市人民政府 of 深圳市人民政府."""
    short = next((name for name in regions() if whole.startswith(name)), "")
    rest = whole[len(short) :]
    bare = without_brackets(rest)
    body = next((bare[len(level) :] for level in ("省", "市", "自治区") if bare.startswith(level)), bare)
    return rest if short and (body in SHARED_BY_CLASS or known_body(body)) else None


def _committee_of(name: str, whole: str) -> str | None:
    """管委会 of 空港区管委会 for 临江片区; a registered district has a government of its own."""
    parks = [patterns.fullmatch(rf"{PARK}(?P<tail>{COMMITTEE})?", one) for one in (whole, name)]
    return (
        parks[0]["tail"]
        if parks[0] and parks[1] and not parks[1]["tail"] and name not in districts()
        else None
    )


def _shared_by(name: str, whole: str) -> str | None:
    if (tail := _committee_of(name, whole)) and not is_agency(name):
        return tail
    if (seat := _seat_of(whole)) and _is_level(name):
        return seat
    if place_of(name):
        return suffix_for(name, whole)
    if not (name in FIELDS or _is_field(name) or is_department_of_field(name + DEPARTMENT)):
        return None
    # 市教育、公安、民政局: the letter of the last is that of all.
    if whole[-1] in _OF_FIELDS and known_body(whole):
        return whole[-1]
    # 市场监管部门 is named as 市场监管局 is: of 教育、民政、市场监管部门 the others are 教育部门 and 民政部门.
    if is_department_of_field(whole):
        return DEPARTMENT
    charge = patterns.fullmatch(CHARGE, whole)
    return charge["tail"] if charge else None


def _seat_of(whole: str) -> str:
    """在甲有关单位 of 省在甲有关单位, 驻乙机构 of 市驻乙机构, 直各部门 of 县直各部门, 属驻丙单位 of 省属驻丙单位: where a level
    has its bodies; "" of others."""
    seat = whole[1:] if _is_level(whole[:1]) else ""
    return (
        seat
        if seat.startswith(("驻", "在", "直", "属")) and seat.endswith(tuple(words("ending", "body")))
        else ""
    )


def _is_level(name: str) -> bool:
    """省, 中央, 中 of 中直: a level and no more."""
    return name in ("中央", "中") or (len(name) == 1 and place_of(name) == "class")


def _is_field(name: str) -> bool:
    """发展改革, 新疆生产建设兵团商务: what a department is for, and perhaps where, without the word for it."""
    if not name.endswith(fields()):
        return False
    where = name.removesuffix(next(field for field in fields() if name.endswith(field)))
    return not where or place_of(where) is not None
