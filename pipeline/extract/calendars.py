"""The time a notice itself is of: the year it plans for, the day it was written, the day it takes force."""

# Long: the times a notice is of, by its title, its captions and its headings, are told apart in one place.

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from pipeline.extract.cells.meanings import is_limit
from pipeline.language import patterns
from pipeline.language.scope import Due
from pipeline.language.section_kinds import is_report
from pipeline.language.sections import year_in_figures
from pipeline.language.times import PLANS, Calendar, FoundTime, due, times, times_of_limit, to_days
from pipeline.lexicons import words
from pipeline.model import Mended, Table

_YEAR_IN_TITLE = patterns.compile(r"(?<![\d—-])(20\d\d)年?(?!\d|[—-]|年?[—-]20)")
_FIVE_YEARS = patterns.compile(
    rf"(?P<plan>{'|'.join(PLANS)})·?五(?![条项年个届])[”\"]?[^，。；]{{0,24}}(?:规划|计划|方案)"
)
_WHOLE_DAY = len("2025-12-31")
# 本办法自2025年3月1日起施行
_TAKES_FORCE = patterns.compile(
    r"本[\p{Han}《》（）]{1,12}(?=[自从][^，。；]{2,24}起(?:正式)?(?:施行|实施|执行|生效|试行))"
)
# The page says when it was put up; where nobody says when the notice was written, 自发布之日起 means that day.
_PUBLISHED = patterns.compile(
    r"^[-*]?(?:发布|公开|公布|发文)(?:日期|时间)：\D{0,2}(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})"
)


def notice_calendar(mended: Mended) -> Calendar:
    """The year a notice without further word means: the one in its title, else the one it was written in."""
    block = mended.outline.title_block
    said = block.written_date or ""
    written = date.fromisoformat(said) if len(said) == _WHOLE_DAY else None
    named = set(_YEAR_IN_TITLE.findall(year_in_figures(f"{block.title} {block.subject_title or ''}")))
    year = int(said[:4]) if said else block.doc_number_year
    if not said:
        written = _published(mended)
        year = year or (written.year if written else None)
    year = int(*named) if len(named) == 1 else year
    plan = _planned(f"{block.title} {block.subject_title or ''}")
    yearly = plan is not None or _is_of_rules(own_title(mended))
    prepared = bool(written and year == written.year + 1 and len(named) == 1) and _prepares(block.title)
    force = _in_force(mended, Calendar(year, written))
    return Calendar(year, written, force, plan, yearly=yearly, prepared=prepared)


# What is done with in the year before the one it is for; a 方案 or 计划 of that year is not.
_BEFORE_ITS_YEAR = ("参保", "缴费", "报名", "申报", "征订", "招生", "遴选")


def _prepares(title: str) -> bool:
    """关于做好2027年度居民医保参保缴费工作的通知, and not 关于印发2027年工作要点的通知, 关于推进2027年旧区改造的通知."""
    subject = title.rpartition("的")[0]
    return any(word in subject for word in _BEFORE_ITS_YEAR) and not any(word in subject for word in _PLANS)


_PLANS = tuple(word for word in words("document_types") if len(word) > 1)


def framed(calendar: Calendar, found_times: Iterable[FoundTime]) -> Calendar:
    """The calendar with the stretch that one of these times is with its year: what stands below are its stages."""
    for found in found_times:
        start, end = found.time.start, found.time.end
        if found.time.kind == "range" and start and end and start.year and start.month and end.month:
            first, last = to_days(found.time, calendar)
            calendar = replace(calendar, frame=(first, last) if first and last else None)
    return calendar


def own_title(mended: Mended) -> str:
    """The title of the plan or report that a notice issues; else its own."""
    block = mended.outline.title_block
    return block.subject_title or block.title


def title_year(mended: Mended, written: date | None = None) -> int | None:
    """The last year that the title of a plan names: 2026 of 2026年工作要点, 2028 of 行动计划（2026—2028年）; none that was over
    when the notice was `written`, nor that of a report (关于2026年上半年…情况的通报), when what it tells was so."""
    block = mended.outline.title_block
    if _is_of_norms(own_title(mended)) or is_report(own_title(mended)):
        return None
    year = _last_year(f"{block.title} {block.subject_title or ''}")
    return None if year and written and year < written.year else year


# 2026年一季度督查发现问题整改方案: what was found then is dealt with later.
_FOUND_THEN = "问题"


def title_due(mended: Mended, calendar: Calendar) -> Due | None:
    """The last day of what the title of a plan names: of 2026年 the last of the year, of 2026年上半年 that of June; none of
    2026年春季, 2026年汛期."""
    year = title_year(mended, calendar.written)
    block = mended.outline.title_block
    title = year_in_figures(f"{block.title} {block.subject_title or ''}")
    parts = {
        due(found.time, calendar)
        for found in times(title)
        if found.time.kind == "during" and title[found.start : found.end].removeprefix(f"{year}年")[:-1]
    }
    behind = title.partition(f"{year}年")[2]
    whole: Due | None = (date(year, 12, 31), "year") if year else None
    part = parts.pop() if whole and len(parts) == 1 else whole
    over = part is not None and calendar.written is not None and part[0] < calendar.written
    return whole if over or _FOUND_THEN in behind else part


_AIMED = ("指标", "目标")


def caption_year(table: Table, this_year: int | None) -> int | None:
    """The last year that the caption of a table names, if it is not over: 2026 of 2026年民生实事任务分解表, 2030 of
    “十五五”主要指标."""
    named = table.title.removesuffix("表")
    year = _last_year(_as_plan(table.title))
    if not year and any(f"{word}{aim}" in named for word in _OF_THE_YEAR for aim in _AIM):
        return this_year  # 年度目标任务表
    return year if year and year >= (this_year or year) else None


def first_planned(table: Table, calendar: Calendar) -> int | None:
    """The first year of the span that the caption of a table names, else the title of the notice: 2026 of “十五五”主要指标."""
    plan = _planned(_as_plan(table.title)) or calendar.plan
    return plan[0] if plan else None


def _as_plan(title: str) -> str:
    named = title.removesuffix("表")
    return f"{named}规划" if named.endswith(_AIMED) else title


def under_caption(calendar: Calendar, table: Table) -> Calendar:
    """The calendar of what a table says: its days without a year are of the one year that its caption names."""
    year = caption_year(table, calendar.own_year)
    alone = year and not _planned(year_in_figures(table.title))
    part = (date(year, 1, 1), date(year, 12, 31)) if year and alone else None
    return replace(calendar, frame=None, part=part)


def _last_year(title: str) -> int | None:
    title = year_in_figures(title)
    if plan := _planned(title):
        return plan[1]
    named = set(_YEAR_IN_TITLE.findall(title))
    return int(named.pop()) if len(named) == 1 else None


def _is_of_norms(subject: str) -> bool:
    """关于公布2025年低保标准的通知: norms of a year hold from then on, they are not to be reached by its end."""
    for kind in ("通知", "公告", "通告", "函"):
        subject = subject.removesuffix(f"的{kind}")
    return subject.endswith("标准")


def holds_without_date(annex: str) -> bool:
    """Whether an annex is of norms, by its title, and names no year: what it says is not due with the plan beside it."""
    return annex.partition("（")[0].endswith((*_RULES, *_NORMS)) and _last_year(annex) is None


_NORMS = ("标准", "规范", "导则", "指引", "要求")
_RULES = ("办法", "细则", "规定", "制度", "规则", "条例", "规程")


def _is_of_rules(subject: str) -> bool:
    """某区效能考核办法（试行）: what is to be done year after year."""
    return subject.partition("（")[0].endswith(_RULES)


@lru_cache(maxsize=256)
def _planned(title: str) -> tuple[int, int] | None:
    """The years of “十四五”…规划, …行动计划（2023—2025年）, if the title names one span."""
    if match := _FIVE_YEARS.search(title):
        return PLANS[match["plan"]], PLANS[match["plan"]] + 4
    dated = title if "年）" in title else title.replace("）", "年）")  # （2026—2028）
    days = (to_days(t.time, Calendar()) for t in times(dated) if t.time.kind in ("range", "during"))
    spans = {(first.year, last.year) for first, last in days if first and last and first.year < last.year}
    return spans.pop() if len(spans) == 1 else None


def _published(mended: Mended) -> date | None:
    found = (_PUBLISHED.match(p.text) for p in mended.outline.passages if p.role == "furniture")
    for match in filter(None, found):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:  # no day of any calendar
            continue
    return None


def _in_force(mended: Mended, calendar: Calendar) -> date | None:
    """The day the notice says it takes force, if its paragraphs agree on one."""
    days = set()
    for passage in mended.outline.passages:
        if passage.role == "body" and (said := _TAKES_FORCE.search(passage.text)):
            start = next((t for t in times(passage.text) if t.start == said.end()), None)
            days.add(to_days(start.time, calendar)[0] if start else None)
    days.discard(None)
    return days.pop() if len(days) == 1 else None


_OF_THE_YEAR = ("年度", "全年", "本年")


_AIM = ("目标", "任务", "计划", "工作目标", "指标", "量化")


def is_of_the_year(heading: str) -> bool:
    """年度目标, 全年: to be reached by the end of the notice's own year; 年度控制采量 is a norm of each."""
    rest = next((heading.removeprefix(word) for word in _OF_THE_YEAR if heading.startswith(word)), None)
    return rest is not None and (not rest or rest.startswith(_AIM))


def column_due(heading: str, year: int | None, calendar: Calendar) -> Due | None:
    """The last day of the time that the heading of a column begins with (一季度, 上半年目标), or of the year in it."""
    if is_of_the_year(heading) and calendar.own_year and not (calendar.plan or calendar.yearly):
        return date(calendar.own_year, 12, 31), "year"
    first = next((found.time for found in times_of_limit(heading) if not found.start), None)
    by_heading = due(first, calendar) if first and first.kind in ("by", "during", "range") else None
    return by_heading or ((date(year, 12, 31), "year") if year else None)


def nearer_due(column: Due, said: str, calendar: Calendar) -> Due:
    """When a row is due whose column is of a year (年度任务): on the day that it names alone (10月底前), where that is in the year;
    3月启动，6月底前完成15座 tells steps of what is due with the column."""
    own = due(times_of_limit(said)[0].time, calendar) if column[1] == "year" and is_limit(said) else None
    return own if own and own[0].year == column[0].year else column
