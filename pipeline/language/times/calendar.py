"""Time expressions as a calendar: what was said, and the days it means in a notice of a given year.

The tables beside this module read a `Time`: dates may lack the year (6月底前, 年底前) or count from it (明年, 三年内).
`to_days` completes it with the day the notice was written. Values follow DESIGN: the last day of
what was said, and never more precise than said.
"""

# Long: what was said, and the days it means in a notice, are one thing.
from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from pipeline.language.festivals import festival_to_day

TimeKind = Literal["by", "during", "range", "recurring", "effective_from", "expires", "duration", "past"]
Precision = Literal["year", "month", "day"]
# A year that has every day of a calendar, for days whose year is not said.
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it was said. `year` None is the notice's year, to which `ahead` years are added;
    `third` the 旬 of a month; `eve` is the day before its first day (2025年前); `written` the day the notice was
    written, `in_force` the day it takes force; `festival` the day of that name. `months_on` counts months from the
    one the notice was written in (本月 0, 下月 1), `days_on` days from the day named (印发之日起30日后); `occasion` what comes
    every year on no day of the calendar (汛前, 开学前); `own` where the notice's own year is said (今年6月底前), whatever year
    stands over the section."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    ahead: int = 0
    eve: bool = False
    written: bool = False
    third: int | None = None
    in_force: bool = False
    festival: str | None = None
    months_on: int | None = None
    days_on: int = 0
    occasion: bool = False
    own: bool = field(default=False, compare=False)

    @property
    def precision(self) -> Precision:
        if self.day or self.third or self.written or self.in_force or self.festival:
            return "day"
        return "month" if self.month or self.months_on is not None else "year"

    @property
    def is_real(self) -> bool:
        """Whether a calendar can have such a day: no 6月31日, no 2月29日 of a common year, no 13月."""
        if not 1 <= (self.month or 1) <= 12:
            return False
        return 1 <= (self.day or 1) <= monthrange(self.year or _LEAP_YEAR, self.month or 1)[1]


@dataclass(frozen=True, slots=True)
class Time:
    """What a time expression says. `period` is ISO 8601 (P5Y), `period_max` the longer where two are said (每2～3年);
    `bare` where it is a year and nothing else (2020年，)."""

    kind: TimeKind
    end: Day | None = None
    start: Day | None = None
    period: str | None = None
    bare: bool = False
    period_max: str | None = None

    @property
    def is_real(self) -> bool:
        """Whether the days named exist; one that does not is a misprint somebody should see."""
        return all(day is None or day.is_real for day in (self.start, self.end))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a notice says of its own time: `year` the year it plans for, `written` its date, `in_force` the day it
    takes force, if known. `plan` are the first and last year of the span in the name of a plan, `frame` the ends of the
    stretch named before, whose stages follow, `part` the ends of the year or the stage that a heading over it names. `yearly`: what it says holds for every year, as
    in rules, or in a plan of several (次年3月底前 there is of each). `prepared`: the year of its title is what it gets ready for, and no
    plan of that year (关于做好2027年度参保缴费工作的通知)."""

    year: int | None = None
    written: date | None = None
    in_force: date | None = None
    plan: tuple[int, int] | None = None
    frame: tuple[date, date] | None = None
    part: tuple[date, date] | None = None
    yearly: bool = False
    prepared: bool = False

    @property
    def own_year(self) -> int | None:
        """The year that 今年 means: the one it was written in, else the one it plans for."""
        return self.written.year if self.written else self.year

    @property
    def first_year(self) -> int | None:
        """The year that was not over when the notice was made: its own, else the first one it plans for."""
        return self.own_year or (self.plan[0] if self.plan else None)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """text[start:end] read as `time` by `rule`."""

    time: Time
    start: int
    end: int
    rule: str


def _festival(day: Day, calendar: Calendar) -> date | None:
    """The day of a festival; 春节 of a notice written in December is that of the next year."""
    over = None if day.year or day.ahead else _of_frame(day, calendar, calendar.year)
    year = day.year or over or (calendar.year + day.ahead if calendar.year else None)
    if not year or not day.festival:
        return None
    said = festival_to_day(day.festival, year)
    if said and not (day.year or day.ahead or over) and calendar.written and said < calendar.written:
        return festival_to_day(day.festival, year + 1)
    return said


def _of_near_month(day: Day, calendar: Calendar) -> tuple[int, int] | None:
    """The year and month that 本月 and 下月 mean."""
    if calendar.written is None or day.months_on is None:
        return None
    over, month = divmod(calendar.written.month - 1 + day.months_on, 12)
    return calendar.written.year + over, month + 1


def _first(day: Day, calendar: Calendar) -> date | None:
    if day.written:
        return calendar.written + timedelta(days=day.days_on) if calendar.written else None
    if day.months_on is not None:
        near = _of_near_month(day, calendar)
        return _first(replace(day, year=near[0], month=near[1], months_on=None), calendar) if near else None
    if day.in_force:
        return calendar.in_force
    if day.festival or day.occasion:
        return _festival(day, calendar)
    # 明年 is the year after the notice was written, whatever year its title plans for.
    said = calendar.written.year if day.ahead and calendar.written else calendar.year
    over = _of_frame(day, calendar, said) or _while_preparing(day, calendar)
    year = day.year or over or (said + day.ahead if said else None)
    try:
        return date(year, day.month or 1, day.day or (day.third or 1) * 10 - 9) if year else None
    except ValueError:  # 2月30日 is printed now and then
        return None


def _of_frame(day: Day, calendar: Calendar, year: int | None) -> int | None:
    """The year of a day without one that what stands over it names: 6月底前 under 二、2027年重点任务, 12月20日前 in a stage of
    2028年11月—12月. Of the stretch named before (自2025年10月8日起至2026年3月31日止) it is the year in which the month lies,
    where no year of the notice is known, or the month was over in it when the notice was written, or the stretch ends
    before that year begins (2025年9月1日至12月31日 in a notice of 2025 on 2026年度…缴费工作)."""
    if day.year or day.ahead or day.occasion or day.own:
        return None
    if calendar.part and (within := _year_within(day, calendar.part, calendar.written)):
        return within
    if not day.month or not calendar.frame:
        return None
    written = calendar.written
    first, last = calendar.frame
    ahead = year and last.year < year and first.month < last.month
    if year and not ahead and not (written and (year, day.month) < (written.year, written.month)):
        return None
    return _year_within(day, calendar.frame, written)


def _while_preparing(day: Day, calendar: Calendar) -> int | None:
    """The year a notice was written in, of a day that was still to come in it, where the notice only prepares the next: 9月20日前
    and 10月底前 of September. What a notice of the last two months asks may as well be of the year to come."""
    written = calendar.written
    if (
        not calendar.prepared
        or written is None
        or not day.month
        or day.year
        or day.ahead
        or day.own
        or day.occasion
    ):
        return None
    if written.month > _LAST_TO_LEAVE_TIME:
        return None
    return written.year if (day.month, day.day or 31) > (written.month, written.day) else None


_LAST_TO_LEAVE_TIME = 10  # October


def _year_within(day: Day, ends: tuple[date, date], written: date | None) -> int | None:
    """The only year in which a day without one lies between these ends, and was not over when the notice was written."""
    first, last = ((end.year, end.month) for end in ends)
    years = range(first[0], last[0] + 1)
    if not day.month:  # 年底前
        return first[0] if len(years) == 1 else None
    found = [year for year in years if first <= (year, day.month) <= last]
    ahead = [year for year in found if not written or (year, day.month) >= (written.year, written.month)]
    return (ahead or found)[0] if len(ahead or found) == 1 else None


def _last(day: Day, calendar: Calendar) -> date | None:
    first = _first(day, calendar)
    if first is None or day.written or day.in_force or day.festival:
        return first
    if day.eve:
        return first - timedelta(days=1)
    if day.day:
        return first
    if day.third in (1, 2):
        return first.replace(day=day.third * 10)
    month = first.month if day.months_on is not None else day.month or 12
    return date(first.year, month, monthrange(first.year, month)[1])


def to_days(time: Time, calendar: Calendar) -> tuple[date | None, date | None]:
    """First and last day meant; None where nothing was said or the notice's year is not known."""
    if time.kind in ("range", "during") and calendar.prepared and not _is_to_come(time, calendar):
        calendar = replace(calendar, prepared=False)  # 1月1日至12月31日享受待遇
    start = _first(time.start, calendar) if time.start else None
    end = _last(time.end, calendar) if time.end else None
    unknown = end is None or (start and end < start)  # 11月1日至次年4月30日, 11月1日至2月28日
    if start and unknown and time.kind == "range" and time.start and time.end:
        return _over_new_year(time.start, time.end, start.year, calendar)
    if end and _lies_behind(time, end, calendar):
        return to_days(time, replace(calendar, year=calendar.own_year))
    return start, end


def _is_to_come(time: Time, calendar: Calendar) -> bool:
    """Whether a stretch begins in the year its notice was written in."""
    begin = time.start or time.end
    return begin is not None and _while_preparing(begin, calendar) is not None


def _over_new_year(begun: Day, over: Day, year: int, calendar: Calendar) -> tuple[date | None, date | None]:
    """11月1日至2月28日: to the year after it began, which was the year before in a notice written while it lasts."""
    before, own = (
        (_first(replace(begun, year=y), calendar), _last(replace(over, year=y + 1), calendar))
        for y in (year - 1, year)
    )
    lasts = calendar.written and before[0] and before[1] and before[0] <= calendar.written <= before[1]
    return before if lasts and not begun.year else own


def _lies_behind(time: Time, end: date, calendar: Calendar) -> bool:
    """要于2月底前完成 in the report on 2025 of January 2026: nothing is to be done before it was said."""
    plans_behind = calendar.year and calendar.written and calendar.year < calendar.written.year
    return bool(
        plans_behind and time.kind == "by" and time.end and not time.end.year and end < calendar.written  # type: ignore[operator]
    )


def unparted_day(digits: str) -> str | None:
    """The day of figures whose 年, 月 and 日 were lost, where they can be read as one alone; a month alone is none.

    >>> unparted_day("20240305"), unparted_day("2024525"), unparted_day("2024111"), unparted_day("202411")
    ('2024-03-05', '2024-05-25', None, None)
    """
    year, rest = digits[:4], digits[4:]
    if not year.startswith(("19", "20")) or not _FEWEST <= len(rest) <= _MOST:
        return None
    cuts = (2,) if len(rest) == _MOST else range(1, len(rest))
    parts = ((rest[:cut], rest[cut:]) for cut in cuts)
    days = (Day(int(year), int(m), int(d)) for m, d in parts if len(rest) == _MOST or "0" not in m[0] + d[0])
    real = [day for day in days if day.is_real]
    is_month = len(rest) == _FEWEST and 1 <= int(rest) <= _LAST_MONTH
    return f"{year}-{real[0].month:02}-{real[0].day:02}" if len(real) == 1 and not is_month else None


_FEWEST, _MOST, _LAST_MONTH = 2, 4, 12
