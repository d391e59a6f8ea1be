"""Which of the times in a text bind, and what the words around make of them.

A time binds unless a row of `nothing` says why not, or it is over: 截至2022年底, 全年 in a look back.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pipeline.extract.deadlines.nothing import Setting
from pipeline.extract.deadlines.of_papers import is_day_of_paper, is_of_title
from pipeline.extract.deadlines.restated import said_once
from pipeline.extract.deadlines.years import (
    answered,
    begun,
    rounded,
    was_due,
    with_year_before,
)
from pipeline.extract.reading import Reading, Sense
from pipeline.language import patterns
from pipeline.language.section_kinds import LOOKS_BACK, Section, why_unbound
from pipeline.language.sentences import around
from pipeline.language.times import Calendar, FoundTime, Time, to_days

_LEAD_IN = patterns.compile(
    r"(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十百]+条\s*|力争|确保|计划|争取|预计|(?:规划)?[近中远]期|全[省市区县州盟旗国]|并?在|从|其中|即|如期|）|——)*"
)
# A benefit runs until then: 减半征收至2027年底.
_BENEFIT = patterns.compile(
    "免征|减征|减免|减半|免收|缓缴|返还|补贴|补助|优惠|降低[^，。；]{0,8}费率|阶段性|延续|继续(?:实施|执行|享受)"
)
# 到2030年前，对充电设施免收电费: the benefit ends then.
_EXEMPTED = patterns.compile(r"，?对[^。；]{2,70}?(?:免征|免收|减征|减半|减按|暂免|缓征|免缴)")
# States that are reached by the end of a year; other verbs happen during it.
_REACHED = patterns.compile(
    r"实现|达到|达[\d成]|全覆盖|建成|形成|提高到|提升[到至]|增至|增加到|降[至到]|稳定在|控制在|不低于|完成全部"
)
# Spans in which something is to be done.
_EFFORTS = frozenset({"within", "effort", "coming", "in_shares"})
# Of a rule that holds until a day.
_TAKES_FORCE = ("施行", "实施", "执行", "生效", "试行")
# Times that are over on the day of the notice once they have passed, though their year is not.
_WITHIN_A_YEAR = frozenset({"quarter", "month", "third_of_month", "day_of_doing"})


def opens_part(sense: Sense, found: FoundTime) -> bool:
    """到2025年，… says when what follows is due; 对2023年新开工项目 says which projects."""
    part = around(sense.parts, found.start)
    return bool(_LEAD_IN.fullmatch(sense.text[part.start : found.start]))


def is_attributive(sense: Sense, found: FoundTime) -> bool:
    """Whether a time stands inside a part rather than before it."""
    return not opens_part(sense, found)


def _to_come(found: FoundTime, calendar: Calendar) -> Time:
    """截至2030年末，筹建195座 in a plan of 2026 is due then; what is told of the day or the month the notice was written is not."""
    day = to_days(found.time, calendar)[1]
    of_month = found.time.end and found.time.end.precision == "month"
    since = day.replace(day=1) if day and of_month else day
    ahead = found.rule == "as_of" and since and calendar.written and since > calendar.written
    return replace(found.time, kind="by") if ahead else found.time


def is_past(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a time lies before the notice's year: 截至2022年底, “十三五”期间 in a plan of 2021.

    A quarter, a month or a stretch of a year that is over on the day of the notice is past too, and so are what
    2020年2月1日后 began and who set out before.
    """
    if found.time.kind == "past":
        return _to_come(found, calendar).kind == "past"
    start, end = to_days(found.time, calendar)
    if found.rule in ("after_day", "day_of_going") and start and calendar.written:
        return start < calendar.written
    if found.time.kind not in ("during", "range"):
        return False
    dated = found.rule == "range" and found.time.end and found.time.end.precision in ("month", "day")
    if (dated or found.rule in _WITHIN_A_YEAR) and end and calendar.written:
        return end < calendar.written
    year = calendar.first_year
    return bool(year and end and end.year < year)


def is_ahead(found: FoundTime, calendar: Calendar, section: Section | None = None) -> bool:
    """Whether a time names a year that was not over when it was written; that which a report or a look back is of is what it
    tells."""
    own = section in LOOKS_BACK and found.time.kind != "by"
    year = calendar.written.year if calendar.written else calendar.year
    said = found.time.end.year if found.time.end else None
    return bool(found.time.kind != "past" and said and year and said >= year + own)


def _milestone(sense: Sense, found: FoundTime) -> Time:
    """2020年，全区实现全覆盖 is due by the end of 2020; 2020年启动试点 happens during it."""
    time = found.time
    if not time.bare or is_attributive(sense, found):
        return time
    sentence = around(sense.sentences, found.start)
    later = next((t.start for t in sense.times if t.start > found.start), sentence.end)
    first_stop = sense.text.find("，", found.end + 1)
    stop = min(later, sentence.end, first_stop if first_stop > 0 else sentence.end)
    return replace(time, kind="by", start=None) if _REACHED.search(sense.masked, found.end, stop) else time


def _is_in_force(sense: Sense, found: FoundTime) -> bool:
    """Whether a rule takes force in the clause before, or how long it holds is said there."""
    before = [t for t in sense.times if t.end < found.start]
    begun = before and (before[-1].time.kind == "effective_from" or before[-1].rule == "term")
    return bool(begun) and sense.masked[before[-1].end : found.start].count("，") == 1


def _lasting(sense: Sense, found: FoundTime) -> Time:
    """继续免征车辆购置税至2027年底; 自2025年5月1日起施行，至2030年4月30日止 (2030年4月30日截止): how long a benefit or a rule holds, not when
    something is due."""
    if found.time.kind != "by":
        return found.time
    part = around(sense.parts, found.start)
    part_before = sense.masked[max(0, around(sense.parts, part.start - 2).start) : part.start]
    until = sense.text[found.start] == "至" or (
        sense.text[found.end - 1] == "止" and any(word in part_before for word in _TAKES_FORCE)
    )
    if until and _is_in_force(sense, found):
        return replace(found.time, kind="expires")
    benefits = until and _BENEFIT.search(sense.masked, part.start, found.start)
    if not benefits and opens_part(sense, found):
        benefits = _EXEMPTED.match(sense.masked, found.end)
    return replace(found.time, kind="expires") if benefits else found.time


def binding_times(reading: Reading) -> tuple[FoundTime, ...]:
    """The time expressions of a text that bind, with what the words around them make of them.

    In a look back only a year that is said may bind: 全年 there is a year that is over.
    """
    if is_day_of_paper(reading):
        return ()
    return _sort(reading.sense, reading.calendar, reading.section, reading.asks_from)[0]


def times_aside(reading: Reading) -> tuple[tuple[FoundTime, str], ...]:
    """The time expressions of a text that bind nothing, each with the reason."""
    if is_day_of_paper(reading):
        return tuple((found, "date of a document") for found in reading.sense.times)
    return _sort(reading.sense, reading.calendar, reading.section, reading.asks_from)[1]


@lru_cache(maxsize=2048)  # A paragraph is asked by the readers of deadlines, of targets and of limits.
def _sort(
    sense: Sense, calendar: Calendar, section: Section | None, asks_from: int
) -> tuple[tuple[FoundTime, ...], tuple[tuple[FoundTime, str], ...]]:
    """The times of a text that bind, and those that do not, with the reason."""
    if not sense.times:
        return (), ()
    setting = Setting(sense)
    kept: list[FoundTime] = []
    aside: list[tuple[FoundTime, str]] = []
    for found in sense.times:
        part: Section | None = "conditions" if found.start >= asks_from else section
        if section == "caption" or is_of_title(sense, found, calendar):  # 2026—2027年建设计划表
            aside.append((found, "name"))
        elif is_past(found, calendar) or was_due(found, calendar):
            aside.append((found, "past"))
        elif section in LOOKS_BACK and not is_ahead(found, calendar, section):
            aside.append((found, "look back"))
        elif why := why_unbound(part, found) or setting.reason(found):
            aside.append((found, why))
        else:
            kept.append(replace(found, time=_to_come(found, calendar)))
    gone = [t for t, why in aside if why == "past" and t.time.kind != "past" and not setting.reason(t)]
    names = [t for t, why in aside if why == "name"]
    kept = with_year_before(sense, kept, (gone, names), calendar)
    over = [found for found in kept if is_past(found, calendar) or was_due(found, calendar)]
    aside += [(found, "past") for found in over]
    kept = [found for found in kept if found not in over]
    for change in (_milestone, _lasting):
        kept = [replace(found, time=change(sense, found)) for found in kept]
    kept = [replace(found, time=rounded(sense, found, calendar)) for found in kept]
    kept = [replace(found, time=answered(sense, found, calendar)) for found in kept]
    kept = [replace(found, time=begun(sense, found, kept)) for found in kept]
    binding = tuple(found for found in kept if not said_once(sense, found, kept))
    aside += [(found, "said once") for found in kept if found not in binding]
    return binding, tuple(aside)


def governs(sense: Sense, found: FoundTime) -> bool:
    """Whether a binding time says when what follows it in its sentence is due; 有效期5年 says how long it holds."""
    if found.time.kind == "duration":
        return found.rule in _EFFORTS
    return found.time.kind == "by" or (
        found.time.kind in ("during", "range") and not is_attributive(sense, found)
    )
