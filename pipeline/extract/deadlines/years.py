"""The year of a day that is said without one: that of a time before it, or of the day the notice was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.reading import Sense
from pipeline.language.scope import lacks_year
from pipeline.language.sentences import around
from pipeline.language.times import Calendar, Day, FoundTime, Time, to_days

# What is handed in answers the notice itself.
_HANDED_IN = ("报送", "申报", "填报", "报至", "报到", "上报", "反馈", "提交", "寄送", "发至", "发送", "推荐", "备案")  # fmt: skip


def answered(sense: Sense, found: FoundTime, calendar: Calendar) -> Time:
    """于11月30日前报 in a notice of the 10th of November about the next year is of this November: what is handed in by a
    day whose year is not said is handed in by the first such day after the notice was written."""
    day, written = found.time.end, calendar.written
    if found.time.kind != "by" or not (day and day.month and written) or day.year or day.ahead:
        return found.time
    here = replace(found.time, end=replace(day, year=written.year))
    last = to_days(here, calendar)[1]
    said = sense.masked[found.end : around(sense.parts, found.end - 1).end]
    is_handed = said.startswith("报") or any(word in said for word in _HANDED_IN)
    return here if is_handed and last and last >= written else found.time


def _joined(sense: Sense, last: FoundTime, found: FoundTime) -> bool:
    """Whether a bare year and the day `found` stand in one part: 我市2023年秋季学期开学时间为9月1日."""
    return last.time.bare and last.end != found.start and around(sense.parts, found.start).start <= last.start


# 2025年11月启动，次年3月完成: the year after that of the time before, and that one.
_LEADS = "于在至到"
_YEAR_AFTER, _THAT_YEAR = ("次年", "翌年"), "当年"


def _said(sense: Sense, found: FoundTime) -> str:
    """The words of a time without what leads to it: 当年12月底前 of 于当年12月底前."""
    return sense.text[found.start : found.end].lstrip(_LEADS)


def _of_name(sense: Sense, found: FoundTime, names: Sequence[FoundTime], calendar: Calendar) -> FoundTime:
    """2027年预算资金3月底前拨付50%、9月底前到位: a day without a year, of the year of what its own clause is about, where that is to come."""
    begun = around(sense.parts, found.start).start
    before = [t for t in names if begun <= t.start < found.start]
    said, written = before[-1].time.end if before else None, calendar.written
    if not (said and said.year and written and said.year >= written.year):
        return found
    moved = _of_year(found, said.year)
    last = to_days(moved.time, calendar)[1]
    return moved if last and last >= written else found


def with_year_before(
    sense: Sense, kept: list[FoundTime], aside: tuple[list[FoundTime], list[FoundTime]], calendar: Calendar
) -> list[FoundTime]:
    """A day without a year has that of the dated time before it in its sentence (2023年9月1日报到，9月4日上课), also of one
    that is over (2025年11月启动，12月完成) where it does not lie before that; a bare year in its own part is no other time
    than the day. `aside` are those that are over, and those in names."""
    over, names = aside
    joined: list[FoundTime] = []
    for found in sorted((*kept, *over), key=lambda one: one.start):
        last, day = joined[-1] if joined else None, found.time.end
        said = last.time.end if last else None
        words = _said(sense, found)
        is_next = words.startswith(_YEAR_AFTER)
        of_it = is_next or words.startswith(_THAT_YEAR)
        dated = day is not None and (of_it or lacks_year(words, day))
        if found in over or not (last and day and said and dated and said.year):
            behind = dated and _is_behind_its_year(sense, last, found, calendar)
            found = _of_year(found, calendar.year) if behind and calendar.year else found
            joined.append(_of_name(sense, found, names, calendar) if dated and found not in over else found)
            continue
        one = last not in over and _joined(sense, last, found)  # 2025年年报于4月30日前报送
        # 2026年安排1.2亿元，6月底前拨付一半: of the year the sentence is of; 到2027年 sets an end to what is done before.
        # “十五五”期间达标的，6月底前报送计划: a span of years says of none of them.
        holds = (
            said.month or of_it or (last.time.kind == "during" and last not in over and _is_of_one_year(last))
        )
        near = holds and around(sense.sentences, found.start).start <= last.start
        if one or (near and (of_it or last not in over or _is_behind(day, said))):
            found = _of_year(found, said.year + is_next)
        joined[len(joined) - one :] = [found]
    return [found for found in joined if found not in over]


def _is_behind_its_year(sense: Sense, last: FoundTime | None, found: FoundTime, calendar: Calendar) -> bool:
    """3月启动，9月30日前中期检查 in a notice of August that prepares the next year: behind a day of that year in its sentence."""
    if not calendar.prepared or last is None or around(sense.sentences, found.start).start > last.start:
        return False
    day = to_days(last.time, calendar)[1]
    return day is not None and day.year == calendar.year


def _is_of_one_year(found: FoundTime) -> bool:
    first, last = found.time.start, found.time.end
    return not (first and last and first.year and first.year != last.year)


# What may stand between the first year of a span and the span.
_SPENT = ("", "利用", "用", "通过", "力争", "力争用", "计划用")

# A month without a year after 每年2月底前 in the same sentence is of every year too, 下月10日 after 每月 of every month.
_ROUNDS = ("P1Y", "P1M")
_OF_SOME_YEAR = (*_YEAR_AFTER, _THAT_YEAR)


def _is_of_any_year(sense: Sense, found: FoundTime, calendar: Calendar) -> bool:
    """次年3月底前 in rules, in a plan of several years, behind 每年9月底前: of each year, where no time before it in its sentence says
    which."""
    day = found.time.end
    if not (day and not day.year and _said(sense, found).startswith(_OF_SOME_YEAR)):
        return False
    sentence = around(sense.sentences, found.start)
    before = [t for t in sense.times if t.start < found.start]
    first = next((t for t in before if t.start >= sentence.start and t.time.kind != "recurring"), None)
    names = first and not _said(sense, first).startswith(_OF_SOME_YEAR)
    every = any(t.time.period == _ROUNDS[0] and t.time.kind == "recurring" for t in before)
    that_year = _said(sense, found).startswith(_THAT_YEAR)
    return not names and (that_year or calendar.yearly or every)


def rounded(sense: Sense, found: FoundTime, calendar: Calendar) -> Time:
    """每年2月底前完成考核，3月底前完成分析: the later day comes round as the earlier does."""
    if found.time.kind == "by" and _is_of_any_year(sense, found, calendar):
        return Time("recurring", period=_ROUNDS[0])
    day = found.time.end
    if found.time.kind != "by" or day is None or day.year is not None or day.ahead:
        return found.time
    if not day.month and day.months_on is None:
        return found.time
    sentence = around(sense.sentences, found.start)
    before = [t for t in sense.times if sentence.start <= t.start < found.start]
    period = _ROUNDS[0] if day.months_on is None else _ROUNDS[1]
    comes_round = any(t.time.period == period and t.time.kind == "recurring" for t in before) or (
        period == _ROUNDS[0] and any(_is_of_any_year(sense, t, calendar) for t in before)
    )
    return Time("recurring", period=period) if comes_round else found.time


def begun(sense: Sense, found: FoundTime, others: Sequence[FoundTime]) -> Time:
    """从2026年起，用5年时间; 自2026年起三年内: a span of years right behind the year that it begins with."""
    before = [t for t in others if t.end <= found.start]
    start = before[-1].time.start if before and before[-1].time.kind == "effective_from" else None
    years = found.time.kind == "duration" and (found.time.period or "").endswith("Y")
    if not (start and start.year and not start.month and years):
        return found.time
    is_next = sense.masked[before[-1].end : found.start].strip("，") in _SPENT
    return replace(found.time, start=start) if is_next else found.time


def _is_behind(day: Day, other: Day) -> bool:
    """Whether a day of the same year lies behind another."""
    return (day.month or 12, day.day or 31) >= (other.month or 12, other.day or 1)


def _of_year(found: FoundTime, year: int) -> FoundTime:
    start, end = (day and replace(day, year=year, ahead=0) for day in (found.time.start, found.time.end))
    return replace(found, time=replace(found.time, end=end, start=start))


def was_due(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a day by which something was due lies in a year before the notice: 完成2020年底存量危桥改造 says which."""
    end, written = found.time.end, calendar.written
    return bool(found.time.kind == "by" and written and end and end.year and end.year < written.year)
