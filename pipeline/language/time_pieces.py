"""Pieces of the patterns of time expressions, and how their parts are read.

Named groups: y m d a date (y1 m1 d1 the first of two), x its third of a month, by the words that make it a deadline,
n and u a span.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.language import patterns
from pipeline.language.numbers import numeral_to_number
from pipeline.language.rules import Rule
from pipeline.language.times import Day, Time

#: Years are of four digits, also in Chinese numerals with any of the noughts in use.
N = r"[一二三四五六七八九十\d]"
DIGITS = r"\d〇一二三四五六七八九十"
YEAR = r"(?:(?:19|20)\d{2}|[一二][〇○零Oo一二三四五六七八九]{3})年"
#: What may stand right after a day without changing it: 24时, 24:00, （含当日）.
CLOCK = r"(?:\d{1,2}(?:[:：]\d{2}|[时点](?!间)(?:\d{1,2}分|整)?))?(?:[（(](?:不?含|包[含括])[^（）()，。]{0,8}[）)])?"
# In digits or in words, never in both: 星期五7月15日 is of July.
N2, N3 = (rf"(?:\d{{1,{most}}}|[一二三四五六七八九十]{{1,{most}}})" for most in (2, 3))
Y, M, D = rf"(?P<y>{YEAR})", rf"(?P<m>{N2})月(?:份)?", rf"(?P<d>{N3})[日号]"
REL = "(?P<rel>(?:[今本当明后]年|次年))?"
DATE = rf"(?:{Y}(?:年)?(?:{M}(?:{D})?)?)"
THIRD = "(?P<x>[上中下])旬"
SPAN = (
    r"(?P<n>半|两|[一二三四五六七八九十百]+|\d{1,3}(?:\.\d+)?)(?:个)?"
    r"(?P<u>年|(?<=[个半])月|周(?!岁)|星期|工作日|自然日|天|日|小时|分钟)"
)
DASH = r"(?:[-—－~～]{1,2}|至|到)"

_LETTERS = {"年": "Y", "月": "M", "周": "W", "星期": "W", "小时": "H", "分钟": "M"}
_HALF_OF = {"年": "P6M", "月": "P15D", "小时": "PT30M"}
_AHEAD = {"明年": 1, "次年": 1, "后年": 2}
_THIRDS = {"上": 1, "中": 2, "下": 3}


def to_int(text: str | None) -> int | None:
    """The whole number of a numeral, digits or Chinese."""
    return int(numeral_to_number(patterns.sub("[Oo]", "〇", text))) if text else None


def read_day(match: patterns.Match, suffix: str = "", eve: bool = False) -> Day:
    """The date in the groups y, m, d of a match."""
    groups = match.groupdict()
    year, month, day = (groups.get(f"{part}{suffix}") for part in "ymd")
    ahead = _AHEAD.get(groups.get("rel") or "", 0)
    third = _THIRDS.get(groups.get("x") or "")
    said = to_int(year.rstrip("年")) if year else None
    return Day(said, to_int(month), to_int(day), ahead, eve, third=third)


def is_real(day: Day) -> bool:
    """Whether a calendar has such a month and day."""
    return (day.month or 1) <= 12 and (day.day or 1) <= 31


def span_to_period(number: str, unit: str) -> str:
    """(20, 工作日) → P20D, (半, 年) → P6M, (三, 年) → P3Y, (24, 小时) → PT24H."""
    if number == "半":
        return _HALF_OF.get(unit, "P0.5D")
    clock = "T" if unit in ("小时", "分钟") else ""
    return f"P{clock}{numeral_to_number(number):g}{_LETTERS.get(unit, 'D')}"


def time_rule(
    name: str,
    pattern: str,
    read: Callable[[patterns.Match], Time | None],
    examples: Mapping[str, Time | None],
) -> Rule[Time]:
    """A rule of the tables of time expressions."""
    return Rule(name, patterns.compile(pattern), read, examples)
