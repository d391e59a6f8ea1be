"""Times that bind: what must be done by when, how often, within what time.

`binding` says which do, `nothing` why the others do not, `limits` when a point or a row as a whole is due.
"""

from __future__ import annotations

from pipeline.extract.deadlines.binding import (
    binding_times,
    governs,
    is_ahead,
    is_past,
    opens_part,
    times_aside,
)
from pipeline.extract.deadlines.limits import time_limits
from pipeline.extract.deadlines.years import was_due
from pipeline.extract.facts import Deadline
from pipeline.extract.reading import Reading, readings
from pipeline.language import patterns
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, to_days, to_precision
from pipeline.messages import say
from pipeline.model import Fact, Issue, Mended

__all__ = (
    "binding_times", "days_of_no_calendar", "deadlines", "governs", "is_ahead", "is_past", "opens_part",
    "time_limits", "times_aside", "was_due",
)  # fmt: skip

_MODALITY = patterns.compile(r"力争|确保|原则上|争取|努力|一般|最迟|必须")
# 汛前, 春节期间, “十五五”中期: what binds though no calendar has its day is told by its words alone.
_NO_DAY = frozenset(("occasion", "midway_of_plan"))


def _fact(reading: Reading, found: FoundTime) -> Fact:
    sense = reading.sense
    first, last = to_days(found.time, reading.calendar)
    part = around(sense.parts, found.start)
    # The part after the comma says what is due: 到2025年，全区基本建成…; never that of the next sentence.
    end = max(part.end, found.end)
    stop = around(sense.sentences, found.end - 1).end
    after = next((p for p in sense.parts if p.start > found.start), None)
    if end - found.end < 2 and after and after.start < stop:
        end = after.end
    word = _MODALITY.search(sense.text, max(part.start, found.start - 8), min(end, found.end + 8))
    said = Deadline(
        kind=found.time.kind,
        start_date=first if first and found.time.kind not in ("by", "expires") else None,
        end_date=last,
        period=found.time.period,
        period_max=found.time.period_max,
        precision=to_precision(found.time),
        text=sense.text[found.start : found.end],
        modality=word.group() if word else None,
        row_label=reading.subject or None,
    )
    return reading.fact(said, ((min(part.start, found.start), end), (found.start, found.end)), found.rule)


def deadlines(mended: Mended) -> tuple[Fact, ...]:
    """Every time expression of a notice's body and prose cells that binds, in the order of the source."""
    return tuple(
        _fact(reading, found)
        for reading in readings(mended)
        for found in binding_times(reading)
        if found.time.period or found.rule in _NO_DAY or any(to_days(found.time, reading.calendar))
    )


def days_of_no_calendar(mended: Mended) -> tuple[Issue, ...]:
    """Each day that is said and does not exist (6月31日): a misprint that gives no date."""
    return tuple(
        Issue("no_such_day", say("no_such_day", day=words), "", reading.passage.span(found.start, found.end))
        for reading in readings(mended)
        for found in reading.sense.times
        if not found.time.is_real
        for words in (reading.sense.text[found.start : found.end],)
    )
