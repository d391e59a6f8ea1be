"""How the matches of the time rules are read: the functions that turn matches into Time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.time_pieces import is_real, read_day, span_to_period, to_int
from pipeline.language.times import Day, Time

_EVERY = {
    "年": "P1Y", "学年": "P1Y", "半年": "P6M", "学期": "P6M", "季度": "P3M", "季": "P3M",
    "月": "P1M", "周": "P1W", "星期": "P1W", "日": "P1D", "天": "P1D", "工作日": "P1D",
}  # fmt: skip
_LETTERS = {"年": "Y", "月": "M", "周": "W", "天": "D", "日": "D"}
_HALVES = {"上": (1, 6), "下": (7, 12)}
# First year of the five-year plan of that name.
PLANS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
# Months in which the terms of a school year begin.
_TERMS = {"秋": 9, "春": 3}


def read_by(match: patterns.Match) -> Time | None:
    """2025年底前, 6月30日前; 2025年前 without 底 is the day before it; 截至2022年底 is past."""
    words, day = match["by"], read_day(match)
    if not is_real(day):
        return None
    if match.group().startswith(("截至", "截止")) and "前" not in words:
        return Time("past", day)
    ended = day.day or patterns.search("[底末初]", match.group())
    return Time("by", replace(day, eve=not ended and words in ("前", "之前", "以前")))


def read_until(match: patterns.Match) -> Time | None:
    """到2025年."""
    day = read_day(match)
    return Time("by", day) if is_real(day) else None


def read_since(match: patterns.Match) -> Time:
    """2021年以来."""
    return Time("past", read_day(match))


def read_this_year(match: patterns.Match) -> Time:
    """年底前, 明年底, 全年."""
    words = match.group()
    day = Day(ahead=2 if "后年" in words else 1 if "明年" in words else 0)
    return Time("by", day) if patterns.search("[底末]", words) else Time("during", day, day)


def read_quarter(match: patterns.Match) -> Time:
    """上半年, 前三季度, 2024年第三季度末, 今年二季度."""
    whole = read_day(match)
    if half := match["half"]:
        first, last = _HALVES[half]
    elif quarters := match["first"]:
        first, last = 1, 3 * (to_int(quarters) or 1)
    else:
        last = 3 * (to_int(match["q"]) or 1)
        first = last - 2
    end = replace(whole, month=last)
    return Time("by", end) if match["by"] else Time("during", end, replace(whole, month=first))


def read_quarter_start(match: patterns.Match) -> Time:
    """从2023年第二季度起."""
    return Time("effective_from", start=read_quarter(match).start)


def read_term_start(match: patterns.Match) -> Time:
    """从2022年秋季学期开始."""
    return Time("effective_from", start=replace(read_day(match), month=_TERMS[match["term"]]))


def read_range(match: patterns.Match) -> Time | None:
    """2023—2025年, 2023年5月至12月."""
    start, end = read_day(match, "1"), read_day(match)
    if start.month and not end.month and not end.day:
        return None
    year = end.year or start.year
    end = Day(year, end.month or (start.month if end.day else None), end.day)
    ordered = (start.year or 0) <= (year or 0) and is_real(start) and is_real(end)
    return Time("range", end, start) if ordered else None


def read_months(match: patterns.Match) -> Time | None:
    """7月至9月, 2023年7—9月, 6月1日至30日."""
    start, end = read_day(match, "1"), read_day(match)
    start = replace(start, ahead=end.ahead, third=None)
    end = Day(start.year, end.month or start.month, end.day, end.ahead)
    first, last = (start.month or 1, start.day or 1), (end.month or 12, end.day or 31)
    ordered = first < last and (start.month != end.month or start.day)
    return Time("range", end, start) if ordered and is_real(start) and is_real(end) else None


def read_range_from_issue(match: patterns.Match) -> Time | None:
    """自印发之日起至2025年2月28日."""
    end = read_day(match)
    return Time("range", end, Day(written=True)) if is_real(end) else None


def read_whole(match: patterns.Match) -> Time | None:
    """2023年内, 2023年10月."""
    day = read_day(match)
    return Time("during", day, day) if is_real(day) else None


def read_year(match: patterns.Match) -> Time:
    """2020年，: the words around decide what it is."""
    return Time("during", read_day(match), read_day(match), bare=True)


def read_start(match: patterns.Match) -> Time | None:
    """自2019年1月1日起, 8月15日后."""
    day = read_day(match)
    return Time("effective_from", start=day) if is_real(day) else None


def read_issue(match: patterns.Match) -> Time:
    """自印发之日起, 即日起; 实施之日起 is the day the notice takes force."""
    if patterns.search("[实施行]之日", match.group()):
        return Time("effective_from", start=Day(in_force=True))
    return Time("effective_from", start=Day(written=True))


def read_expiry(match: patterns.Match) -> Time:
    """有效期至2030年7月31日."""
    return Time("expires", read_day(match))


def read_plan(match: patterns.Match) -> Time:
    """“十四五”期间, “十四五”末."""
    first = PLANS[match["plan"]]
    end = Day(first + 4)
    return Time("by", end) if match["by"] else Time("during", end, Day(first))


def read_festival(match: patterns.Match) -> Time:
    """春节前, 2024年国庆节前."""
    return Time("by", replace(read_day(match), festival=match["feast"]))


def read_span(match: patterns.Match) -> Time:
    """三年内, 不超过5个工作日."""
    return Time("duration", period=span_to_period(match["n"], match["u"]))


def read_every(match: patterns.Match) -> Time:
    """每半年, 每季度, 每两年, 一年一次."""
    word = patterns.sub(r"^(?:一|1(?!\d))?个?", "", match["every"])
    if word in _EVERY:
        return Time("recurring", period=_EVERY[word])
    return Time("recurring", period=f"P{to_int(word[:-1].removesuffix('个'))}{_LETTERS[word[-1]]}")


def constant(time: Time) -> Callable[[patterns.Match], Time]:
    """A reading that is the same whatever the match."""
    return lambda match: time
