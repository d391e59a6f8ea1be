"""Of each paragraph, in order, what kind of part it stands in and when what stands there is due: a heading holds until the
next of its rank.
"""

# Long: what a heading says of when all under it is due, and how far it holds, is told in one place.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Protocol, TypeVar

from pipeline.language import patterns
from pipeline.language.section_kinds import (
    LONGEST_NAME,
    NUMBER,
    Section,
    heading_to_section,
    is_plan,
    leads_conditions,
    opens_report,
    title_to_section,
)
from pipeline.language.times.bases import values
from pipeline.language.times.calendar import Calendar, Precision, to_days
from pipeline.language.times.found import times, times_of_limit
from pipeline.language.times.when_due import due

T = TypeVar("T")


class Paragraph(Protocol):
    """What is asked of a paragraph: its words, and the annex it stands in."""

    @property
    def text(self) -> str: ...
    @property
    def annex(self) -> str | None: ...


# （二）第二阶段 and 1.准备, however short, have the rank of their numbers.
_NUMBERED = r"（[一二三四五六七八九十]+）|\d+[.．、](?!\d)|[（(]\d+[）)]|[①-⑳]"
# Ranks of GB/T 9704 and of regulations, highest first; a heading without a number stands below 一、 and above （一）.
_RANKS = tuple(
    patterns.compile(pattern)
    for pattern in (
        r"第[一二三四五六七八九十百\d]+[章编篇]",
        r"第[一二三四五六七八九十百\d]+[节条]",
        r"[一二三四五六七八九十]+[、.．]|案例[一二三四五六七八九十\d]+",
        rf"(?!{_NUMBERED})(?=[^，。；：]{{2,14}}$)",
        r"（[一二三四五六七八九十]+）",
        r"\d+[.．、](?!\d)",
        # 第二阶段：…, behind which the points of a stage may stand, is of itself alone.
        r"[（(]\d+[）)]|[①-⑳]|第[一二三四五六]阶段",
    )
)
# Its last bracket may say who does it and when: （责任单位：某局；完成时限：2026年10月）.
_HEADING = patterns.compile(r"[^。；：！？\n]{1,40}?(?:（[^（）。\n]{1,80}）)?(?=[。：？]|$)")
#: The rank of 一、 : what stands so is a part of the notice, no member of a list.
HIGHEST_LISTED = 2
_BARE_HEADING = 3
#: The rank of a paragraph that begins with no number.
NO_RANK = len(_RANKS)


@lru_cache(maxsize=2048)
def to_rank(text: str) -> int:
    """The rank of the heading that a paragraph begins with, the highest 0; one more than the lowest for none."""
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.match(text)), NO_RANK)


# 二、2026年重点任务; not 2026年1月的…, 2021—2025年, 较2020年.
_YEAR = patterns.compile(r"(?<![\d—–\-较比与自从])(20\d\d)年(?!\d|[—–-]|以来|期间的)")
# 二、“十五五”时期主要目标: the last year of the plan; not “十五五”以来, “十五五”规划.
_WHILE = ("时期", "期间")
_OF_PLAN = 4  # years behind its first
_MARKS_OF_PLAN = str.maketrans("", "", '“”"·')


_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def year_in_figures(text: str) -> str:
    """A year of Chinese numerals in figures; any other text as it is.

    >>> year_in_figures("二〇二六年工作要点"), year_in_figures("建设二十所学校")
    ('2026年工作要点', '建设二十所学校')
    """
    at = next((text.find(begun) for begun in ("二〇", "二○", "二零") if begun in text), -1)
    return text[:at] + text[at : at + 4].translate(_FIGURES) + text[at + 4 :] if at >= 0 else text


def _last_of_years(words: str) -> int | None:
    """2027 of 2026—2027年重点任务, where no other figure stands."""
    spans = [
        t for t in times(words) if t.time.kind == "range" and t.time.end and t.time.end.precision == "year"
    ]
    if len(spans) != 1 or any(map(str.isdecimal, words[: spans[0].start] + words[spans[0].end :])):
        return None
    return spans[0].time.end.year if spans[0].time.end else None


@lru_cache(maxsize=1024)
def heading_to_year(heading: str) -> int | None:
    """The year over a section, which is when what stands under it is to be done; of a five-year plan the last.

    >>> heading_to_year("二、2026年重点任务"), heading_to_year("一、2025年工作回顾"), heading_to_year("1.床位较2020年增长5%")
    (2026, None, None)
    >>> heading_to_year("二、“十五五”时期主要目标"), heading_to_year("一、“十四五”时期工作回顾"), heading_to_year("“十四五”规划")
    (2030, None, None)
    >>> heading_to_year("二、二〇二六年主要任务"), heading_to_year("三、2026—2027年重点任务")
    (2026, 2027)
    """
    words = year_in_figures(NUMBER.sub("", heading).strip(" 　：:"))
    if len(words) <= LONGEST_NAME and "，" not in words and (last := _last_of_years(words)):
        return last if heading_to_section(heading) != "review" else None
    years = [*_YEAR.findall(words), *_plan_years(words)]
    figures = any(map(str.isdecimal, _YEAR.sub("", words)))  # a sentence that stands as a point of its own
    named = len(words) <= LONGEST_NAME and "，" not in words and len(years) == 1 and not figures
    return int(years[0]) if named and heading_to_section(heading) != "review" else None


def _plan_years(words: str) -> list[int]:
    """The last year of each five-year plan whose time is named."""
    bare = words.translate(_MARKS_OF_PLAN)
    plans = (plan for plan in values("plan") if any(f"{plan}五{span}" in bare for span in _WHILE))
    return [int(values("plan")[plan]) + _OF_PLAN for plan in plans]


@lru_cache(maxsize=1024)
def heading_to_years_ahead(heading: str) -> int | None:
    """How many years after the notice's own that is which is over a section.

    >>> heading_to_years_ahead("二、今年重点工作"), heading_to_years_ahead("三、明年打算"), heading_to_years_ahead("一、今年以来工作回顾")
    (0, 1, None)
    """
    words = NUMBER.sub("", heading).strip(" 　：:")
    named = len(words) <= LONGEST_NAME and "，" not in words and not any(map(str.isdecimal, words))
    said = next((ahead for word, ahead in values("year").items() if words.startswith(word)), None)
    return int(said) if named and said and heading_to_section(heading) != "review" else None


_ENDS_OF_HEADING = "。： 　"


def _held(passages: Iterable[Paragraph], read: Callable[[str, str], T | None]) -> Iterator[T | None]:
    """For each paragraph what `read` makes of the headings over it, told what stands behind each in its paragraph; the
    nearest that says anything counts."""
    open_: list[tuple[int, T]] = []
    annex: str | None = None
    for passage in passages:
        rank = to_rank(passage.text)
        if passage.annex != annex:
            open_, annex = [], passage.annex
        if rank < len(_RANKS):
            open_ = [(above, said) for above, said in open_ if above < rank]
            first = _HEADING.match(passage.text)
            if first and (said := read(first.group(), passage.text[first.end() :])) is not None:
                open_.append((rank, said))
        yield open_[-1][1] if open_ else None


# What the title says of a whole notice does not hold of parts that say otherwise of themselves.
_GIVES_WAY: dict[Section | None, tuple[Section | None, ...]] = {
    "report": (None, "review"),
    "event": (None, "review", "plans", "facts"),
    "conditions": (None,),
    "aims": (None,),
}
_LABELS = "：】"


def _own_label(text: str) -> Section | None:
    """What the label of a paragraph without a number says of it alone: 目前完成情况：已建成3座。"""
    ends = (text.find(mark, 0, LONGEST_NAME + 2) for mark in _LABELS)
    label = text[: max(ends)].lstrip("【") if text else ""
    named = label and "，" not in label and to_rank(text) == NO_RANK
    said = heading_to_section(label) if named else None
    return said if said == "review" else None


# The paragraphs among which that is which says what a notice is: recipients, a greeting, why it was written.
_OPENING = 6


def _led(passages: Sequence[Paragraph]) -> Iterator[Section | None]:
    """For each paragraph whether it is a point of a list that a paragraph leads in by 申报企业应同时符合下列条件：, which no heading
    says. It ends with what stands higher than its points."""
    open_: tuple[int, str | None] | None = None
    for passage, after in zip_longest(passages, passages[1:]):
        rank, own = to_rank(passage.text), passage.annex
        if open_ and (rank < open_[0] or own != open_[1]):
            open_ = None
        yield "conditions" if open_ else None
        below = to_rank(after.text) if after else NO_RANK
        is_list = _BARE_HEADING < below < NO_RANK and below > (rank if rank < NO_RANK else 0)
        if is_list and leads_conditions(passage.text):
            open_ = (below, own)


def sections(passages: Sequence[Paragraph], title: str = "") -> Iterator[Section | None]:
    """For each paragraph, in order, the kind of part it stands in; of a report, by its title, all but what it plans, and
    of what calls to an event all but what it aims at."""
    opened = not is_plan(title) and any(opens_report(passage.text) for passage in passages[:_OPENING])
    whole: Section | None = "report" if opened else title_to_section(title)
    held: Iterator[Section | None] = _held(passages, lambda heading, _: heading_to_section(heading))
    for passage, said, led in zip(passages, held, _led(passages), strict=True):
        said = _own_label(passage.text) or led or said
        yield whole if said in _GIVES_WAY.get(whole, ()) else said


@lru_cache(maxsize=1024)
def heading_to_due(heading: str, alone: bool, calendar: Calendar) -> tuple[date, Precision] | None:
    """The last day of a stage whose time stands alone in the bracket that ends its heading, or the one day by which a heading
    says that all under it is to be done: in the bracket, or in its own words where it is `alone` in its paragraph.

    >>> heading_to_due("（二）巩固提升阶段（2027年1月—11月）", True, Calendar())
    (datetime.date(2027, 11, 30), 'month')
    >>> heading_to_due("（一）改造厕所（责任单位：市农业局；完成时限：2026年10月）", False, Calendar())
    (datetime.date(2026, 10, 31), 'month')
    >>> heading_to_due("3.2026年10月底前完成厕所改造", True, Calendar()), heading_to_due("3.2026年10月底前改造2座", True, Calendar())
    ((datetime.date(2026, 10, 31), 'month'), None)
    >>> heading_to_due("3.2026年4月底前报送方案", False, Calendar()), heading_to_due("（一）宣传发动（3月）", True, Calendar(2026))
    (None, (datetime.date(2026, 3, 31), 'month'))
    """
    words = NUMBER.sub("", heading).strip(" 　：:")
    said = words[words.rfind("（") + 1 : -1] if words.endswith("）") else words
    found = times(said) if any(map(str.isdecimal, said)) else ()
    if not found and said is not words:  # 宣传发动（3月）
        found = tuple(t for t in times_of_limit(said) if t.end - t.start >= len(said) and not t.start)
        found = found if said.endswith(("月", "月份", "季度")) else ()
    if len(found) != 1 or heading_to_section(heading) == "review":
        return None
    rest, day = said[: found[0].start] + said[found[0].end :], due(found[0].time, calendar)
    if said is words:
        is_set = alone and found[0].time.kind == "by" and not any(map(str.isdecimal, rest))
        return day if day and is_set and day[1] != "year" else None
    return day if day and (found[0].time.kind == "by" or (not rest and day[1] != "year")) else None


def heading_to_part_of_year(heading: str, calendar: Calendar) -> tuple[date, Precision] | None:
    """The end of the half or the quarter of a year whose work a heading names, if it was not over when that was written.

    >>> heading_to_part_of_year("一、上半年重点工作", Calendar(2026)), heading_to_part_of_year("二、2026年第三季度安排", Calendar())
    ((datetime.date(2026, 6, 30), 'month'), (datetime.date(2026, 9, 30), 'month'))
    >>> heading_to_part_of_year("一、上半年工作情况", Calendar(2026))
    >>> heading_to_part_of_year("一、上半年重点工作", Calendar(2026, date(2026, 7, 20)))
    """
    words = NUMBER.sub("", heading).strip(" 　：:")
    found = times(words) if len(words) <= LONGEST_NAME and "，" not in words else ()
    if len(found) != 1 or found[0].rule != "quarter" or found[0].start or found[0].time.kind != "during":
        return None
    day = due(found[0].time, calendar)
    over = day and calendar.written and day[0] < calendar.written
    return None if over or heading_to_section(heading) == "review" else day


def heading_to_part(heading: str, calendar: Calendar) -> tuple[date, date] | None:
    """The ends of the year over a section (二、2027年重点任务), or of the stage whose time a heading says with its year, of which
    the days below it are; none where that was over when the notice was written, or the year is of what is made in it
    (2027年度预算编制).

    >>> heading_to_part("二、2027年重点任务", Calendar()), heading_to_part("（四）总结阶段（2028年11月—12月）", Calendar())
    ((datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)), (datetime.date(2028, 11, 1), datetime.date(2028, 12, 31)))
    >>> heading_to_part("二、2027年度预算编制", Calendar()), heading_to_part("三、2026—2027年重点任务", Calendar())
    (None, None)
    """
    words = year_in_figures(NUMBER.sub("", heading).strip(" 　：:"))
    said = words[words.rfind("（") + 1 : -1] if words.endswith("）") else ""
    found = times(said)
    first, last = to_days(found[0].time, calendar) if len(found) == 1 else (None, None)
    if not (last and found[0].time.end and found[0].time.end.year):
        year = heading_to_year(heading)
        alone = year and _YEAR.findall(words) == [str(year)] and f"{year}年度" not in words
        first, last = (date(year, 1, 1), date(year, 12, 31)) if year and alone else (None, None)
    over = last and calendar.written and last < calendar.written
    return (first or date(last.year, 1, 1), last) if last and not over else None


# 第三阶段：2026年10月底前: all behind the colon is its time, in so many letters.
_LONGEST_STAGE = 30


def _with_stage(heading: str, behind: str) -> str | None:
    """A heading with the time that stands alone behind its colon (准备阶段：3月1日至3月20日) in a bracket, as others have it; one
    that has a name and a bracket there (第二阶段：攻坚（9月至12月）) with both."""
    named = behind.partition("。")[0].strip(_ENDS_OF_HEADING)
    is_named = named.endswith("）") and named.count("（") == 1
    said = named if is_named else behind.strip(_ENDS_OF_HEADING)
    if not behind.startswith("：") or not said or len(said) > _LONGEST_STAGE:
        return None
    return f"{heading}{said}" if is_named else f"{heading}（{said}）"


def heading_days(
    passages: Iterable[Paragraph], calendar: Calendar
) -> Iterator[tuple[date, Precision] | None]:
    """For each paragraph, in order, when what stands under the headings over it is due: the end of the year over the
    section (今年 is the notice's own), or the day that one sets."""
    this_year = calendar.own_year

    def read(heading: str, behind: str) -> tuple[date, Precision] | None:
        alone = not behind.strip(_ENDS_OF_HEADING)
        if part := heading_to_part_of_year(heading, calendar) if alone else None:
            return part
        ahead = heading_to_years_ahead(heading) if this_year else None
        year = this_year + ahead if this_year and ahead is not None else heading_to_year(heading)
        if year:
            return date(year, 12, 31), "year"
        if day := heading_to_due(heading, alone, calendar):
            return day
        stage = _with_stage(heading, behind)
        return heading_to_due(stage, True, calendar) if stage else None

    return _held(passages, read)


def heading_parts(passages: Iterable[Paragraph], calendar: Calendar) -> Iterator[tuple[date, date] | None]:
    """For each paragraph, in order, the ends of the year or stage that the headings over it name."""

    def read(heading: str, behind: str) -> tuple[date, date] | None:
        stage = _with_stage(heading, behind)
        return heading_to_part(heading, calendar) or (heading_to_part(stage, calendar) if stage else None)

    return _held(passages, read)
