"""How the matches of the time rules are read: pieces of patterns and the functions that turn matches into Time.

Named groups: y m d a date (y1 m1 d1 the first of two), by the words that make it a deadline, n and u a span.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.numbers import numeral_to_number
from pipeline.language.times import Day, Time

#: Pieces of patterns. Years are of four digits, also in Chinese numerals with any of the noughts in use.
N = r"[一二三四五六七八九十\d]"
YEAR = r"(?:(?:19|20)\d{2}|[一二][〇○零Oo一二三四五六七八九]{3})年"
Y, M, D = rf"(?P<y>{YEAR})", rf"(?P<m>{N}{{1,2}})月(?:份)?", rf"(?P<d>{N}{{1,3}})[日号]"
REL = "(?P<rel>[今本当明]年)?"
DATE = rf"(?:{Y}(?:年)?(?:{M}(?:{D})?)?)"
SPAN = (
    r"(?P<n>半|两|[一二三四五六七八九十百]+|\d{1,3}(?:\.\d+)?)(?:个)?"
    r"(?P<u>年|月|周|星期|工作日|自然日|天|日|小时|分钟)"
)

_LETTERS = {"年": "Y", "月": "M", "周": "W", "星期": "W", "小时": "H", "分钟": "M"}
_HALF_OF = {"年": "P6M", "月": "P15D", "小时": "PT30M"}
_EVERY = {"年": "P1Y", "半年": "P6M", "季度": "P3M", "季": "P3M", "月": "P1M", "周": "P1W"}
_HALVES = {"上": (1, 6), "下": (7, 12)}
# First year of the five-year plan of that name.
_PLANS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}


def _number(text: str | None) -> int | None:
    return int(numeral_to_number(patterns.sub("[Oo]", "〇", text))) if text else None


def read_day(match: patterns.Match, suffix: str = "", eve: bool = False) -> Day:
    """The date in the groups y, m, d of a match."""
    groups = match.groupdict()
    year, month, day = (groups.get(f"{part}{suffix}") for part in "ymd")
    ahead = 1 if groups.get("rel") == "明年" else 0
    return Day(_number(year.rstrip("年")) if year else None, _number(month), _number(day), ahead, eve)


def _is_real(day: Day) -> bool:
    return (day.month or 1) <= 12 and (day.day or 1) <= 31


def read_by(match: patterns.Match) -> Time | None:
    """2025年底前, 6月30日前; 2025年前 without 底 is the day before it; 截至2022年底 is past."""
    words, day = match["by"], read_day(match)
    if not _is_real(day):
        return None
    if match.group().startswith(("截至", "截止")) and "前" not in words:
        return Time("past", day)
    ended = day.day or patterns.search("[底末旬初]", match.group())
    return Time("by", read_day(match, eve=not ended and words in ("前", "之前", "以前")))


def read_until(match: patterns.Match) -> Time | None:
    """到2025年."""
    day = read_day(match)
    return Time("by", day) if _is_real(day) else None


def read_since(match: patterns.Match) -> Time:
    """2021年以来."""
    return Time("past", read_day(match))


def read_this_year(match: patterns.Match) -> Time:
    """年底前, 明年底, 全年."""
    day = Day(ahead=1 if "明年" in match.group() else 0)
    return Time("by", day) if patterns.search("[底末]", match.group()) else Time("during", day, day)


def read_quarter(match: patterns.Match) -> Time:
    """上半年, 前三季度, 2024年第三季度末, 今年二季度."""
    whole = read_day(match)
    if half := match["half"]:
        first, last = _HALVES[half]
    elif quarters := match["first"]:
        first, last = 1, 3 * (_number(quarters) or 1)
    else:
        last = 3 * (_number(match["q"]) or 1)
        first = last - 2
    end = replace(whole, month=last)
    return Time("by", end) if match["by"] else Time("during", end, replace(whole, month=first))


def read_quarter_start(match: patterns.Match) -> Time:
    """从2023年第二季度起."""
    return Time("effective_from", start=read_quarter(match).start)


def read_range(match: patterns.Match) -> Time | None:
    """2023—2025年, 2023年5月至12月."""
    start, end = read_day(match, "1"), read_day(match)
    if start.month and not end.month and not end.day:
        return None
    year = end.year or start.year
    end = Day(year, end.month or (start.month if end.day else None), end.day)
    ordered = (start.year or 0) <= (year or 0) and _is_real(start) and _is_real(end)
    return Time("range", end, start) if ordered else None


def read_months(match: patterns.Match) -> Time | None:
    """7月至9月, 2023年7—9月."""
    start, end = read_day(match, "1"), read_day(match)
    start = replace(start, ahead=end.ahead)
    if not (_is_real(start) and _is_real(end)) or (start.month or 1) >= (end.month or 12):
        return None
    return Time("range", replace(start, month=end.month), start)


def read_whole(match: patterns.Match) -> Time | None:
    """2023年内, 2023年10月."""
    day = read_day(match)
    return Time("during", day, day) if _is_real(day) else None


def read_year(match: patterns.Match) -> Time:
    """2020年，: the words around decide what it is."""
    return Time("during", read_day(match), read_day(match), bare=True)


def read_start(match: patterns.Match) -> Time:
    """自2019年1月1日起."""
    return Time("effective_from", start=read_day(match))


def read_expiry(match: patterns.Match) -> Time:
    """有效期至2030年7月31日."""
    return Time("expires", read_day(match))


def read_plan(match: patterns.Match) -> Time:
    """“十四五”期间, “十四五”末."""
    first = _PLANS[match["plan"]]
    end = Day(first + 4)
    return Time("by", end) if match["by"] else Time("during", end, Day(first))


def span_to_period(number: str, unit: str) -> str:
    """(20, 工作日) → P20D, (半, 年) → P6M, (三, 年) → P3Y, (24, 小时) → PT24H."""
    if number == "半":
        return _HALF_OF.get(unit, "P1D")
    clock = "T" if unit in ("小时", "分钟") else ""
    return f"P{clock}{numeral_to_number(number):g}{_LETTERS.get(unit, 'D')}"


def read_span(match: patterns.Match) -> Time:
    """三年内, 不超过5个工作日."""
    return Time("duration", period=span_to_period(match["n"], match["u"]))


def read_every(match: patterns.Match) -> Time:
    """每半年, 每季度, 每两年."""
    word = match["every"].removeprefix("个")
    if word in _EVERY:
        return Time("recurring", period=_EVERY[word])
    return Time("recurring", period=f"P{_number(word[0])}{_LETTERS[word[-1]]}")


def constant(time: Time) -> Callable[[patterns.Match], Time]:
    """A reading that is the same whatever the match."""
    return lambda match: time
