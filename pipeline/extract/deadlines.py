"""Time expressions that bind: what must be done by when, how often, within what time.

A time expression in a name (2023年工作要点), of the past (截至2022年底, 2020年以来) or that only says how much
a thing costs (每人每年360元) binds nothing.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.reading import Reading, Sense, readings
from pipeline.extract.unbinding import NOT_BINDING, is_ahead, is_attributive, is_past, opens_part
from pipeline.language import patterns
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, Time, to_days, to_precision
from pipeline.model import Fact, Issue, Mended

__all__ = ("binding_times", "deadlines", "governs", "is_ahead", "is_past", "opens_part")

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
_MODALITY = patterns.compile(r"力争|确保|原则上|争取|努力|一般|最迟|必须")
# A month without a year after 每年2月底前 in the same sentence is of every year too.
_EVERY_YEAR = "P1Y"
# Spans in which something is to be done.
_EFFORTS = ("within", "effort", "coming")


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


def _lasting(sense: Sense, found: FoundTime) -> Time:
    """继续免征车辆购置税至2027年底: how long a benefit runs, not when something is due."""
    part = around(sense.parts, found.start)
    until = found.time.kind == "by" and sense.text[found.start] == "至"
    benefits = until and _BENEFIT.search(sense.masked, part.start, found.start)
    if found.time.kind == "by" and opens_part(sense, found):
        benefits = benefits or _EXEMPTED.match(sense.masked, found.end)
    return replace(found.time, kind="expires") if benefits else found.time


def _yearly(sense: Sense, found: FoundTime) -> Time:
    sentence = around(sense.sentences, found.start)
    before = (t for t in sense.times if sentence.start <= t.start < found.start)
    every_year = any(t.time.kind == "recurring" and t.time.period == _EVERY_YEAR for t in before)
    yearless = found.time.end is not None and found.time.end.year is None and bool(found.time.end.month)
    if every_year and yearless and found.time.kind == "by":
        return Time("recurring", period=_EVERY_YEAR)
    return found.time


def _said_once(sense: Sense, found: FoundTime, others: list[FoundTime]) -> bool:
    """每年度申请截止日期为9月30日 says one time in two places."""
    part = around(sense.parts, found.start)
    every_year = (t for t in others if part.start <= t.start < found.start and t.time.period == _EVERY_YEAR)
    yearless = found.time.end is not None and found.time.end.year is None
    return found.rule == "closing" and yearless and any(every_year)


def binding_times(reading: Reading) -> tuple[FoundTime, ...]:
    """The time expressions of a text that bind, with what the words around them make of them.

    In a look back only a year that is said may bind: 全年 there is a year that is over.
    """
    sense, calendar = reading.sense, reading.calendar
    future = (found for found in sense.times if not is_past(found, calendar))
    if reading.section == "review":
        future = (found for found in future if is_ahead(found, calendar))
    kept = (found for found in future if not any(test(sense, found) for test in NOT_BINDING))
    read = (replace(found, time=_milestone(sense, found)) for found in kept)
    lasting = [replace(found, time=_lasting(sense, found)) for found in read]
    yearly = (
        replace(found, time=_yearly(sense, found))
        for found in lasting
        if not _said_once(sense, found, lasting)
    )
    return tuple(yearly)


def governs(sense: Sense, found: FoundTime) -> bool:
    """Whether a binding time says when what follows it in its sentence is due; 有效期5年 says how long it holds."""
    if found.time.kind == "duration":
        return found.rule in _EFFORTS
    return found.time.kind == "by" or (
        found.time.kind in ("during", "range") and not is_attributive(sense, found)
    )


def _fact(reading: Reading, found: FoundTime) -> Fact:
    sense = reading.sense
    first, last = to_days(found.time, reading.calendar)
    part = around(sense.parts, found.start)
    # The part after the comma says what is due: 到2025年，全区基本建成…
    end = max(part.end, found.end)
    if end - found.end < 2 and (after := next((p for p in sense.parts if p.start > found.start), None)):
        end = after.end
    word = _MODALITY.search(sense.text, max(part.start, found.start - 8), min(end, found.end + 8))
    columns = {
        "kind": found.time.kind,
        "start_date": first.isoformat() if first and found.time.kind not in ("by", "expires") else None,
        "end_date": last.isoformat() if last else None,
        "period": found.time.period,
        "period_max": found.time.period_max,
        "precision": to_precision(found.time),
        "text": sense.text[found.start : found.end],
        "modality": word.group() if word else None,
        "row_label": reading.subject or None,
    }
    return reading.fact("deadlines", min(part.start, found.start), end, rule=found.rule, **columns)


def deadlines(mended: Mended) -> tuple[Fact, ...]:
    """Every time expression of a notice's body and prose cells that binds, in the order of the source."""
    return tuple(
        _fact(reading, found)
        for reading in readings(mended)
        for found in binding_times(reading)
        if found.time.period or any(to_days(found.time, reading.calendar))
    )


def days_of_no_calendar(mended: Mended) -> tuple[Issue, ...]:
    """Each day that is said and does not exist (6月31日): a misprint that gives no date."""
    return tuple(
        Issue(
            "no_such_day",
            f"no calendar has the day of {reading.sense.text[found.start : found.end]}",
            "",
            span,
        )
        for reading in readings(mended)
        for found in reading.sense.times
        if not found.time.is_real
        for span in (reading.passage.span(found.start, found.end),)
    )
