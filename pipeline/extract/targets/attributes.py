"""Comparator, sign of change, per and unit of a target: what the words around its number say beside its name."""

from __future__ import annotations

from pipeline.extract.targets.found import Found
from pipeline.extract.targets.lists import is_place
from pipeline.extract.targets.phrases import Words, is_rate
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.units import to_base, unit_at, units
from pipeline.language.words import words

_SAID_BEFORE = frozenset({"sum of money", "share of", "told of each"})
# 严守18亿亩耕地红线, 耕地面积120万亩不减少.
_NO_LESS = {"kept whole": ">="}


def comparator_of(one: Found) -> str | None:
    """最高贷款额度由60万元提高至80万元 sets a most, 最低工资 a least; by how much one changes (最高贷款额度提高20万元) is neither."""
    said = [t.cls for t in one.noun if t.kind == "superlative"]
    worded = one.quantity.comparator
    if one.quantity.change or sign_of(one):
        return None if said and worded == said[-1] and not one.start else worded
    if one.row in ("share of", "told of each"):  # 约占总用地的35%; 减排量不少于：氨氮150吨、氮氧化物210吨
        said = [t.cls for t in one.way if t.kind == "comparator"]
    return worded or _NO_LESS.get(one.row) or (said[-1] if said and one.row in _SAID_BEFORE else None)


_SIGNS = {"up": "+", "down": "-"}
# 提高5个百分点, 压减三分之一 say by how much; 提高到60% says what level is reached.
_CHANGES = frozenset(
    {"changed", "made share", "done", "done to share", "done for money", "state", "state without subject"}
)


def sign_of(one: Found) -> str | None:
    """+ or - where the value is by how much something changes, and no level."""
    moves = [t for t in (*one.verb, *one.way) if t.kind in ("up", "down", "reach", "hold")]
    if compiled("{up|down}{time}{link.de}$").search(line(one.way)) and one.way[-2].text.startswith(
        words("reach", "to")
    ):
        return None  # 提升|至2030年|的97%
    grown = one.quantity.dimension in ("share", "points", "ratio") or one.row in ("state", "changed")
    if not moves or moves[-1].cls != "by" or one.row not in _CHANGES or not grown:
        return None
    return _SIGNS[moves[-1].kind]


def start_of(one: Found) -> float | None:
    """What the value starts from, in the unit of the value: 0.85 of 由850米延伸到2.4公里; None where nothing is said, or where
    one unit is not so many of the other (由2个月压缩到20个工作日)."""
    start, unit = one.start, one.quantity.unit
    if start is None or not start.unit or start.unit == unit:
        return start.value if start else None
    before, by = to_base(start.value, start.unit), to_base(1, unit)
    if not before or not by or (before[1] != by[1] and not _are_things(before[1], by[1])):
        return None
    value = before[0] / by[0]
    return round(value, 4 if value >= 1 else 9)  # the factors of 亩 and 秒 are rounded


def _are_things(*counters: str) -> bool:
    """家, 个: counters of things, of which one may stand for the other; persons and households are no things."""
    others = words("counter", "person", "person_times", "household", "times")
    return all(units().get(c) == "count" and not c.endswith(tuple(others)) for c in counters)


def per_of(tokens: Words, at: int, noun: Words = ()) -> str | None:
    """村 of 每个村至少有1个, 500户 of 每500户设置1个: for each of what; the last such word before the number, in its clause where
    that has a `noun` of its own, else in what a semicolon parts; 学位 of 每校学位数 is what is counted. What counts those
    themselves is of them all: 30万户次 of 每户不少于2次、全年累计30万户次."""
    codes = line(tokens)[:at]
    opened = [m.end() for m in compiled("{hard}" if noun else "{mark.；}|{mark.。}").finditer(codes)]
    since = opened[-1] if opened else 0
    found = [
        said
        for m in compiled(
            "{each.one|each.bare}(?!{noun.run})(?:{verb}{noun}(?!{noun})|{qty.count|qty.area|qty.length}?{noun|applicant}*)"
        ).finditer(codes)
        if m.start() >= since and (said := _each_of(tokens, m.start(), m.end(), noun))
    ]
    value = tokens[at].said
    of_all = found and isinstance(value, Quantity) and value.unit.endswith(found[-1] + _TIMES)
    return found[-1] if found and not of_all else None


_TIMES = "次"


def _each_of(tokens: Words, at: int, end: int, noun: Words) -> str:
    """村 of 每个|村, 县 of 每县: what so many are for each of; "" of 每名, which says nothing alone, and of 每千人|用水|量, which is
    measured. What is measured is the `noun`, and no word of what it is each of: 处 of 每处|载荷, 桥 of 每座|桥|承载力."""
    alone = tokens[at].text[1:]
    if units().get(alone) in ("area", "length"):
        return alone  # 每亩|施有机肥
    while end > at + 2 and tokens[end - 1].cls == "level":
        end -= 1  # 单个项目|中央|资金: whose money it is
    measured = alone != "" and end > at + 1 and bool(noun) and tokens[end - 1] == noun[-1]
    if (measured and end == at + 2) or (
        alone and tokens[end - 1] in noun and (is_place(alone) or alone in words("counter", "household"))
    ):
        return alone
    if not alone and end > at + 2 and noun and tokens[end - 1] == noun[-1]:
        return ""  # 每千名|老年人|养老|床位: where the name begins nobody says
    behind = "".join(t.text for t in tokens[at + 1 : end - measured])
    next_ = tokens[end : end + 1]
    rated = is_rate(tokens[at].text + behind) and bool(next_) and next_[0].kind == "measure"
    counted = [t.text for t in next_] == ["数"]
    if behind and not (counted or rated):
        return alone + behind if behind[0] == "（" else behind  # 校（园） of 每校（园）
    rate = is_rate(tokens[at].text) and alone.strip(_MAGNITUDES) != ""  # 每千人口, not 每千|常住人口
    told = rate or is_place(alone) or alone in words("counter", "household")
    return alone if told else ""


_MAGNITUDES = "十百千万亿"


def unit_with_measure(text: str, quantity: Quantity) -> str:
    """The unit with what a value is measured by: 公里/万平方公里, 次/月; alone where it is for each of what (2车位/户)."""
    end = quantity.number_end
    if text[end : end + 1] != "/":
        return quantity.unit
    size = len(text) - len(text[end + 1 :].lstrip(_MAGNITUDES))
    month = unit_at("个" + text[end + 1 :], 0)  # 月, 季度: 个月 with a number before it
    by = unit_at(text, end + 1) or unit_at(text, size)  # 千瓦时, 千|平方公里
    if by is None and month and month.dimension == "time":
        return quantity.unit + text[end : end + month.end]
    return quantity.unit + text[end : by.end] if by and by.dimension != "count" else quantity.unit


# 位居全国前列, 高于全省平均水平: what it is held against is not where it is to be reached.
_SCOPE = "(?<!{ranked|comparator|link.than}){scope}"
_OF_EACH = ("各", "每")


def scope_of(tokens: Words, one: Found) -> str | None:
    """Where a value is to be reached: 全省 of 全省新增托位3万个，各县至少建成1所中心，机构总数达到500家, for what each is to have is no total
    of all."""
    found = [tokens[m.start()].text for m in compiled(_SCOPE).finditer(line(tokens)[: one.at])]
    wider = [scope for scope in found if not scope.startswith(_OF_EACH)]
    is_total = bool(one.noun) and one.noun[-1].end <= one.quantity.start and _TOTAL in one.noun[-1].text
    told = wider if wider and is_total else found
    return told[-1] if told else None


_TOTAL = "总"


def last_word(tokens: Words, at: int, kinds: str) -> str | None:
    """The last word of these kinds (as a pattern names them) among the tokens before `at`, as printed."""
    found = list(compiled(kinds).finditer(line(tokens)[:at]))
    return tokens[found[-1].start()].text if found else None
