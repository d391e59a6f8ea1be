"""When something is due that is said to happen at a time, and how exactly that was said."""

from __future__ import annotations

from datetime import date

from pipeline.language.times.calendar import Calendar, Precision, Time, to_days


def to_precision(time: Time) -> Precision | None:
    """How precisely the last day (else the first) was said."""
    said = time.end or time.start
    return said.precision if said and not said.occasion else None


def due(time: Time, calendar: Calendar) -> tuple[date, Precision] | None:
    """The last day by which something said to happen at `time` must have happened, if it has one.

    A span of years counts from the notice's year (三年内 of 2022 → 2025-12-31), but one as long as the plan's own
    span is that span (通过五年努力 in a plan of 2021—2025), and one whose first year is said ends with its last (从2026年起，用5年时间).
    """
    if time.kind in ("by", "during", "range"):
        end = to_days(time, calendar)[1]
        precision = to_precision(time)
        return (end, precision) if end and precision else None
    if time.kind == "duration" and time.period and time.period.endswith("Y") and calendar.year:
        years = float(time.period[1:-1])
        if time.start and time.start.year and years.is_integer():
            return date(time.start.year + int(years) - 1, 12, 31), "year"
        if calendar.plan and calendar.plan[1] - calendar.plan[0] + 1 == years:
            return date(calendar.plan[1], 12, 31), "year"
        return (date(calendar.year + int(years), 12, 31), "year") if years.is_integer() else None
    return None
