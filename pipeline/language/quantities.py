"""Quantities in running text: comparator, number, magnitude, unit of measure.

`quantity_at` reads the one that begins at a place, as running text and cells both need it; `quantities` finds all
from left to right, with the words that compare them. The magnitude stays in the unit as printed (`1.2` `万张`); an
amount in groups is one (`1亿3000万元` is 13000 `万元`), a range has `value` and `value_max`, and what is said once
for a list is given to each member of it. Whether a quantity is a target, a scope or a past figure is not decided here.
"""

# Long: what begins at a place and what makes a list of it is one reading, from top to bottom.
from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from pipeline.language import patterns
from pipeline.language.changes import multiple
from pipeline.language.comparators import ABOUT, compared_before
from pipeline.language.comparing import behind_per, compare, share
from pipeline.language.counted import is_counted, is_done, is_index, is_made, is_share
from pipeline.language.numbers import (
    ARABIC,
    CAPITALS,
    FRACTION,
    MAGNITUDE,
    MAGNITUDES,
    NUMERAL,
    Number,
    read_number,
    share_to_percent,
)
from pipeline.language.numerals import chinese_to_int
from pipeline.language.quantity import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.units import PAUSE, Unit, counter_at, unit_at
from pipeline.language.words import words

__all__ = ["NUMBER", "Quantity", "number_at", "quantities", "quantity_at"]

_LETTERS = "OolI"
_LETTERED = frozenset(_LETTERS)
_HALF = "一半|半数"
# Every character that a number can begin with: most places of a text are passed over by it.
_FIRST = rf"\d零〇○一二三四五六七八九十百千万两半翻倍减{CAPITALS}{_LETTERS}"
#: … those that are no figures: a text of other letters holds no number.
NUMERALS = frozenset(_FIRST.removeprefix(r"\d"))
# 22座/864延米, 30万千瓦/60万千瓦时: behind these a stroke may stand before a number.
_COUNTED = "座条处个里米亩户套台栋宗件项瓦"
# l2, 3OO, l.5万: letters that recognition took for figures, among figures.
_MISREAD_NUMBER = rf"(?=[{_LETTERS}.]*\d)(?=[\d.]*[{_LETTERS}])[\d{_LETTERS}]+(?:\.[\d{_LETTERS}]+)?(?![A-Za-z]){MAGNITUDE}?"
#: Where a number begins, and of what kind it is.
NUMBER = patterns.compile(
    rf"(?=[{_FIRST}])(?<![第〔\d.A-Za-z×])(?<![^{_COUNTED}]/)(?<!\d[:：])(?:"
    rf"(?P<share>{FRACTION}|{_HALF})|(?P<slash>[1-9]/[2-9](?![\d/]))"
    r"|翻(?P<times>[一二两三四]?番)|(?P<fold>倍增|减半)"
    rf"|(?P<misread>{_MISREAD_NUMBER})"
    rf"|(?P<number>{NUMERAL})|(?<![上下大小多过])(?P<half>半)(?=年|个月|天|小时))"
)
_RANGE = patterns.compile(
    rf"(?:（不?含）)?(?:[-—~–－～]{{1,2}}|至|到|一(?=\d))(?:(?P<share>{FRACTION}|{_HALF})|(?P<high>{_MISREAD_NUMBER}|[lI][{_LETTERS}]+(?![A-Za-z])|{NUMERAL}))"
)
_MISREAD = str.maketrans("OolI", "0011")
_TENTHS = patterns.compile(
    "成(?:(?P<half>半)|[一二三四五六七八九](?=以[上下内]|左右|的|[，。；、）（]|$))?(?![本为立果员效就交长分熟套])"
)
_AND_A_HALF = patterns.compile("个半(?P<unit>月|小时)|(?P<year>[年天])半(?![年天])")
_CENTS = patterns.compile(
    "(?:(?P<tenth>[壹贰叁肆伍陆柒捌玖])角)?(?:(?P<cent>[壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)
_CHINESE_END = "零〇○一二两三四五六七八九十百千点"
_ROUNDED = patterns.compile("[余多]")
_YUAN = "￥¥"
# 1 500人 may be 1500 or two figures of a row.
_THOUSANDS = patterns.compile(r"\d \d{3}(?!\d)")
# After a Chinese numeral most units are idiom (三级, 一体, 两地, 一心); these are not.
_AFTER_WORDS = frozenset({"time", "share", "points", "money", "area", "ratio"})
_COUNTS_AFTER_WORDS = frozenset("个所家名位人次场期张支项件条处座套台辆户宗批种部间类艘根盏栋幢株棵") | {
    "人次",
    "场次",
}

# 二十届, 十二类 say which or of how many kinds.
_NO_COUNTERS = frozenset("届级类期度号章节")


def _percent(text: str, match: patterns.Match, value: float) -> Quantity:
    """A share in words, or the lower end of a range of two: 百分之三至百分之五."""
    start, end, top = match.start(), match.end(), None
    between = _RANGE.match(text, end)
    if between and between["share"]:
        high = share_to_percent(between["share"])
        top, end = (high, between.end()) if high > value else (None, end)
    return Quantity(value, "%", "share", start, end, start, end, value_max=top, words=True)


def _numeral(text: str, start: int, end: int) -> tuple[Number, int] | None:
    """The number at [start, end) and where it ends: 3万 of 3万一次性补助; letters among its figures are such."""
    if (number := read_number(text[start:end].translate(_MISREAD))) is not None:
        return number, end
    shorter = text[start:end].rstrip(_CHINESE_END)
    number = read_number(shorter) if shorter else None
    return (number, start + len(shorter)) if number else None


def _top(text: str, low: Number, unit: Unit | None, end: int) -> tuple[Number, Number, Unit] | None:
    """The lower and upper end of the range that goes on at `end`, both in the magnitude of the upper, and its unit."""
    between = _RANGE.match(text, end)
    if not between or not between["high"]:
        return None
    read = _numeral(text, *between.span("high"))
    second = _any_unit(text, read[0], read[1]) if read else None
    if not read or second is None or (unit and unit.dimension != second.dimension):
        return None
    high, size = read[0], read[0].size
    if low.size != size and (low.size or unit or low.value >= high.value):
        low = low._replace(value=low.value * MAGNITUDES[low.size] / MAGNITUDES[size])
    if high.value <= low.value:
        return None
    return low._replace(size=size), high, second


def _any_unit(text: str, number: Number, end: int) -> Unit | None:
    """The unit behind a number, 成 among them."""
    if tenths := _TENTHS.match(text, end):
        return Unit("成", "share", tenths.end()) if number.value <= 10 and not number.size else None
    return unit_at(text, end)


def _valued(text: str, number: Number, unit: Unit) -> tuple[float, str, int]:
    """Value, unit as published and end: 六成半 is 65 %, 一年半 1.5 年, 伍元伍角整 5.5 元."""
    value, name, end = number.value * unit.times, number.size + unit.name, unit.end
    if unit.name == "成":
        part = 5 if text[end - 1] == "半" else chinese_to_int(text[end - 1]) or 0  # 九成五 is 95 %
        return value * 10 + part, "%", end
    half = _AND_A_HALF.match(text, end - 1) if unit.dimension in ("count", "time") else None
    if half and (half["year"] or unit.name == "个"):
        return value + 0.5, half["year"] or "个" + half["unit"], half.end()
    if number.capital and (cents := _CENTS.match(text, end)):
        for group, worth in (("tenth", 0.1), ("cent", 0.01)):
            digit = read_number(cents[group]) if cents[group] else None
            value += digit.value * worth if digit else 0
        return round(value, 2), name, cents.end()
    return value, name, end


_SMALLER = {"小时": ("分钟", "分"), "分钟": ("秒",), "分": ("秒",)}
_SIXTY = 60


def _with_smaller(text: str, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """A time with its part in the next smaller unit: 1小时30分钟 is 1.5 小时, 2分30秒 2.5 分钟, and no score of 2."""
    figures = "".join(takewhile(str.isdecimal, text[unit.end : unit.end + 2]))
    at = unit.end + len(figures)
    small = next((word for word in _SMALLER.get(unit.name, ()) if figures and text.startswith(word, at)), "")
    if not small:
        return number, unit
    value = round(number.value + int(figures) / _SIXTY, 6)
    name = unit.name if small != "秒" else "分钟"
    return number._replace(value=value), unit._replace(name=name, dimension="time", end=at + len(small))


def _fits_words(number: Number, unit: Unit) -> bool:
    """Whether a number in words counts: 十五分钟, 五个; not 三级, 一体, 一批."""
    if not number.words:
        return True
    if number.capital:
        return unit.dimension == "money"
    if (not number.value and unit.dimension != "money") or (
        number.value == 1 and unit.name == "批"
    ):  # 零部件, 一批
        return False
    # 二十二根; 三级, 十条 are idiom, 二十届 has an order
    many = number.value > 10 and unit.dimension == "count" and unit.name not in _NO_COUNTERS
    # 三百公里; 百里长廊 names, and 最后一公里 is idiom
    far = unit.dimension == "length" and len(unit.name) > 1 and number.value > 1
    return many or far or unit.dimension in _AFTER_WORDS or unit.name in _COUNTS_AFTER_WORDS


# 正文不超过2万字: no paper that is handed in is longer; 120万页, 80万字 are counted.
_LONGEST_FORM = 20_000


def _dimension(number: Number, unit: Unit) -> str:
    is_form = unit.dimension == "form" and number.value * MAGNITUDES[number.size] <= _LONGEST_FORM
    return unit.dimension if is_form or unit.dimension != "form" else "count"


def quantity_at(text: str, match: patterns.Match, floor: int = 0) -> Quantity | None:
    """The quantity whose number is `match` (of NUMBER), without its comparators; None where it measures nothing."""
    start, end = match.span()
    if match["times"] or match["fold"]:
        return multiple(text, match)
    if match["share"]:
        return _percent(text, match, share_to_percent(match["share"]))
    if match["slash"]:
        return _percent(text, match, share_to_percent(match["slash"])) if is_share(text, start, end) else None
    read = (Number(0.5, "", True), end) if match["half"] else _numeral(text, start, end)
    if read is None or _THOUSANDS.search(text, max(0, start - 4), end):
        return None
    number, end = read
    unit = _any_unit(text, number, end) or _unnamed(text, number, (start, end), floor)
    top = _top(text, number, unit, unit.end if unit else end)
    if top:
        low, high, unit = top
        number = low
    if unit is None or (number.bare and not is_counted(text, start, unit)) or not _fits_words(number, unit):
        return None
    misread = bool(match["misread"]) or (top is not None and not _LETTERED.isdisjoint(text[end : unit.end]))
    if misread and (not unit.known or unit.dimension == "time"):
        return None
    if not top:
        number, unit = _with_smaller(text, number, unit)
    value, name, stop = _valued(text, number, unit)
    begin = start - (text[start - 1 : start] in _YUAN and start > 0)
    return Quantity(
        value, name, _dimension(number, unit), begin, stop, begin, stop, ABOUT if unit.rounded or _ROUNDED.search(text, start, end) else None,
        _valued(text, high, unit)[0] if top else None, number.words, known=unit.known, misread=misread,
    )  # fmt: skip


def number_at(text: str, match: patterns.Match) -> Quantity | None:
    """The figure or range of figures at `match`, whatever follows it, with its magnitude as unit: of a cell."""
    read = _numeral(text, *match.span()) if match["number"] else None
    if read is None or (read[0].words and not read[0].capital):
        return None
    number, end = read
    between = _RANGE.match(text, end)
    high = _numeral(text, *between.span("high")) if between and between["high"] else None
    if high and (high[0].value <= number.value or high[0].words):
        return None
    end = high[1] if high else end
    return Quantity(
        number.value, (high or read)[0].size, "count", match.start(), end, match.start(), end,
        value_max=high[0].value if high else None,
    )  # fmt: skip


def _unnamed(text: str, number: Number, span: tuple[int, int], floor: int) -> Unit | None:
    """The unit where no table names it: ￥35; 2万 before a pause; 4亿枝, where only a counter can stand."""
    start, end = span
    if start and text[start - 1] in _YUAN:
        return Unit("元", "money", end)
    if number.words:
        return None
    great = number.size[-1:] in ("万", "亿") and number.size != ""
    if great and is_done(text, end):
        return Unit("", "count", end)
    if is_index(text, start, end, number.value) and not number.size:
        return Unit("", "index", end)
    if not text[end : end + 1] or text[end] in "，。；、：）（)":
        return None
    compared = bool(compared_before(text, start, floor))
    if moved := _moved_from(text, start, end):
        return moved
    reached = great or compared or text.endswith(words("reach"), floor, start)
    if reached and (unit := counter_at(text, end, great, compared)):
        return unit
    return counter_at(text, end, False) if is_made(text, start, floor) else None  # 采集全血12万单位


_NEAR = 8  # characters


def _moved_from(text: str, start: int, end: int) -> Unit | None:
    """格 of 由30格扩至48格: a counter that no table has, with the number it is moved from and to."""
    if text[start - 1 : start] not in words("link", "from"):
        return None
    to = NUMBER.search(text, end + 1, end + _NEAR)
    unit = counter_at(text, to.end(), False) if to else None
    if to is None or unit is None or len(unit.name) != 1 or not text.startswith(unit.name, end):
        return None
    reached = text[to.start() - 1] in (*words("reach", "to"), *words("reach", "be"))
    alone = tagged(f"1{text[end : end + _NEAR]}")[1][0] == unit.name  # not 年 of 3年级
    return unit._replace(end=end + 1) if reached and alone else None


# --- lists of quantities --------------------------------------------------------------------------

# 5.20个社区… at the head of a paragraph is point 5: nobody counts in hundredths.
_POINT = patterns.compile(r"\s*[1-9]\d?[.．](?=[1-9])")
_SENTENCE = patterns.compile(r"\p{Han}{5}")
_BARE = patterns.compile(rf"(?<![\d.第A-Za-z]){ARABIC}{MAGNITUDE}?(?=[、和及]$)")
_APART = 30


def _bare_members(text: str, quantity: Quantity, floor: int) -> list[Quantity]:
    """The members before the last of 分别压缩至2.5、5个工作日以内, which have no unit of their own."""
    members: list[Quantity] = []
    start = quantity.number_start
    if text[start - 1 : start] not in ("、", "和", "及"):
        return []
    while match := _BARE.search(text, max(floor, start - 12), start):
        start, end = match.span()
        number = read_number(match.group())
        if number is None:
            return []
        unit = number.size + quantity.unit.lstrip("十百千万亿") if number.size else quantity.unit
        member = replace(quantity, value=number.value, value_max=None, unit=unit, start=start, end=end)
        members.append(replace(member, number_start=start, number_end=end))
    before = text[max(floor, start - _APART) : start]
    return members[::-1] if "分别" in patterns.split("[。；]", before)[-1] else []


def _list(text: str, quantity: Quantity, floor: int) -> list[Quantity]:
    """`quantity` with its comparators, after the members of its list that have neither unit nor comparator."""
    members = _bare_members(text, quantity, floor)
    if not members:
        return [_with_per(text, compare(text, quantity, floor))]
    first = members[0].start
    whole = compare(text, replace(quantity, start=first, number_start=first), floor)
    members[0] = replace(members[0], start=whole.start)
    last = replace(quantity, end=whole.end)
    return [
        replace(one, comparator=whole.comparator, change=whole.change, scope=whole.scope)
        for one in (*members, last)
    ]


def _with_per(text: str, quantity: Quantity) -> Quantity:
    """4批次/千人: by how many people something is counted is no word of its own; 8月/9月 are two."""
    end = behind_per(text, quantity.end)
    by = text[quantity.end + 1 : end]
    if quantity.dimension != "count" or not by.startswith(_MANY):
        return quantity
    return replace(quantity, end=end, number_end=end)


_MANY = ("百", "千", "万", "十万")


def _without_point(text: str) -> str:
    """`text` with the 5. of `5.20个社区完成改造` at its head blanked."""
    point = _POINT.match(text)
    number = NUMBER.search(text) if point else None
    if not point or not number or number.start() >= point.end():
        return text
    unit = unit_at(text, number.end())
    counts = unit and unit.dimension == "count" and text[number.end() - 1].isdecimal()
    if not counts or not _SENTENCE.match(text, unit.end if unit else 0):
        return text
    return " " * point.end() + text[point.end() :]


_A_FEW, _PAIRED = 5, frozenset({"count", "length", "area", "power", "volume"})


def _counts(text: str, match: patterns.Match, found: list[Quantity]) -> bool:
    """22座/864延米, 2条/3.6公里: whether a number behind a stroke counts once more what was counted; 1座/2公里 says to how much
    it comes."""
    at = match.start()
    if text[at - 1 : at] != "/":
        return True
    last = found[-1] if found else None
    if last is None or last.end != at - 1 or last.dimension not in _PAIRED:
        return False
    return last.value > _A_FEW or "." in match.group()


def _told_at_once(text: str, before: Quantity, share_: Quantity) -> Quantity | None:
    """三个100%: the share itself, with how many have it; None of two that stand apart, and of 支持5个10%的企业."""
    at_once = before.end == share_.start and before.unit == _ONE_EACH and share_.dimension == "share"
    ends = PAUSE.match(text, share_.end) is not None or text.startswith(words("bound"), share_.end)
    return replace(share_, start=before.start, number_start=before.number_start) if at_once and ends else None


_ONE_EACH = "个"


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, left to right. Offsets are of `text`."""
    found: list[Quantity] = []
    text = _without_point(text)
    for match in NUMBER.finditer(text):
        done = found[-1].end if found else 0
        if (
            match.start() < done
            or not _counts(text, match, found)
            or (bare := quantity_at(text, match, done)) is None
        ):
            continue
        if found and (told := _told_at_once(text, found[-1], bare)):
            bare = told
            found.pop()
        found += _list(text, bare, done)
    return tuple(share(text, found))
