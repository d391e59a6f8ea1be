"""Every time expression of a text: bases with their words, and what several of them are together.

Together they are a list whose last member alone has the words (4月15日、7月15日和10月15日前), a stretch from one to
another (即日起至6月30日), or what comes round every year (每年的3月1日至10月31日).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.times import edges, spans
from pipeline.language.times.bases import Base, bases, is_in_order, is_over_new_year, to_period
from pipeline.language.times.calendar import FoundTime, Time
from pipeline.language.times.repeats import LINK, deeds_side_by_side, rounds, works_side_by_side

_SAME_KIND = {
    "year": "year",
    "month": "month",
    "third": "month",
    "day": "month",
    "day_on": "month",
    "quarter": "quarter",
    "quarter_listed": "quarter",
    "feast": "feast",
}
_ON_TO = patterns.compile(r"(?:起|开始)?，?(?:至|到|—|-|～|~)(?P<words>[^，。；\d]{0,60}?)")
_RANGE_ENDS = patterns.compile(r"(?:有效期)?(?:届满)?(?:之日)?(?:底|末)?(?:止|为止|期间)?")
_COUNTED_FROM = patterns.compile(r"起(?:满|届满)?")
_THEN_IN_FORCE = patterns.compile(r"(?:之?后|以后)?起?(?:正式)?(?:施行|实施|执行|生效)")
_NUMBERS_BEFORE = patterns.compile(r"(?<=\p{Han})(?<!第)(?:\d+(?:\.\d+)?个?[、和或])+$")
_OF_EACH = ("各", "分别")
_NUMBER_ALONE = patterns.compile(r"\d+(?:\.\d+)?")


def _is_linked(text: str, first: edges.Setting, second: Base) -> bool:
    """Whether two bases are members of one list: 6月底、12月底前."""
    same = _SAME_KIND.get(first.base.kind, "") == _SAME_KIND.get(second.kind)
    return same and bool(LINK.fullmatch(text, first.end, second.start))


def _with_year(base: Base, before: Base) -> Base:
    """A later member of a list has the year of the member before (2025年6月底、12月底前), and the month (6月10日、15日前)."""
    if base.kind == "day_on":  # 6月10日、15日
        first, last = (replace(day, month=before.last.month) for day in (base.first, base.last))
        base = replace(base, kind="day", first=first, last=last)
    year, ahead = before.last.year, before.last.ahead
    if base.dated or base.relative or not (year or ahead):
        return base
    first, last = (replace(day, year=year, ahead=ahead) for day in (base.first, base.last))
    return replace(base, first=first, last=last, dated=before.dated, relative=before.relative)


def _chains(text: str, every: tuple[Base, ...]) -> Iterator[list[edges.Setting]]:
    """Bases that stand in one list, with their words; most lists have one member."""
    chain: list[edges.Setting] = []
    for base in every:
        if chain and _is_linked(text, chain[-1], base):
            chain.append(edges.setting(text, _with_year(base, chain[-1].base)))
            continue
        if chain:
            yield chain
        chain = [edges.setting(text, base)]
    if chain:
        yield chain


def _listed(text: str, chain: list[edges.Setting]) -> Iterator[FoundTime]:
    """The members of a list; those without words of their own have those of the last, else the 到 of the first."""
    read = edges.read(text, chain[-1])
    if not read and len(chain) > 1 and (led := edges.read(text, replace(chain[0], end=chain[-1].end))):
        # 将于7月和10月督查: what stands before the first is said of all
        every = ((at, led[0].read(at)) for at in chain)
        yield from (FoundTime(time, at.start, at.end, led[0].name) for at, time in every if time)
        return
    each = text.startswith(_OF_EACH, chain[-1].end)  # 5月、7月、9月上旬各开展1次
    has_words = chain[-1].edge != edges.NO or chain[-1].ended or (read and (read[0].behind or each))
    shared = read[0] if read and len(chain) > 1 and has_words else None
    for place, at in enumerate(chain):
        own = read if at is chain[-1] else edges.read(text, at)
        has_end = at.ended and chain[-1].edge == "begin"  # 4月底、5月初
        if shared and at is not chain[-1] and at.edge == edges.NO and not has_end:
            alike = replace(at, edge=chain[-1].edge, ended=at.ended or chain[-1].ended)
            if time := shared.read(alike):
                yield FoundTime(time, at.start, at.end, "by_date_of_list")
        elif (
            not shared
            and place
            and chain[0].lead == "to"
            and at.edge == edges.NO
            and (not own or own[1].time.bare)
        ):
            yield FoundTime(Time("by", at.base.last), at.start, at.end, "and_date")
        elif own:
            yield own[1]


def _stretches(text: str, every: tuple[Base, ...]) -> Iterator[FoundTime]:
    """From one base to the next: 自印发之日起至2025年2月28日, 9月到年底; and 自印发之日起30日后施行."""
    for one, other in pairwise(every):
        at = edges.setting(text, one)
        start = at.start if at.lead == "from" else one.start
        if (
            one.kind == "issue"
            and other.kind == "span"
            and _COUNTED_FROM.fullmatch(text, one.end, other.start)
        ):
            days = patterns.fullmatch(r"P(\d+)D", other.period or "")
            if days and (behind := _THEN_IN_FORCE.match(text, other.end)):
                time = Time("effective_from", start=replace(one.first, days_on=int(days[1])))
                yield FoundTime(time, start, behind.end(), "from_issue")
        gap = _ON_TO.fullmatch(text, one.end, other.start)
        if not gap or other.kind in ("span", "range", "every") or (gap["words"] and one.kind != "issue"):
            continue
        if one.kind in ("issue", "month", "day", "third", "quarter", "near_month"):
            ends = _RANGE_ENDS.match(text, other.end)
            last = _with_year(other, one).last
            ordered = is_in_order(one.first, last) or is_over_new_year(one.first, last)
            if one.kind != "issue" and not ordered:
                continue
            name = "range_from_issue" if one.kind == "issue" else "range"
            yield FoundTime(Time("range", last, one.first), start, ends.end() if ends else other.end, name)


def _lasting(text: str, every: tuple[Base, ...]) -> Iterator[FoundTime]:
    """Spans and cycles in a frame; of a list of spans one frame holds for all: 有效期可选2年、4年或6年."""
    before: FoundTime | None = None
    last: Base | None = None
    for base in every:
        found = spans.read(text, base) if base.period else None
        if (
            found is None
            and before
            and last
            and base.kind == last.kind == "span"
            and LINK.fullmatch(text, last.end, base.start)
        ):
            found = replace(
                before, time=replace(before.time, period=base.period), start=base.start, end=base.end
            )
        if found:
            yield found
            yield from _of_shared_unit(text, base, found)
        before, last = found, base


def _of_shared_unit(text: str, base: Base, found: FoundTime) -> Iterator[FoundTime]:
    """2.5、5个工作日以内, 4个、2个工作日以内: the first number has the unit of the last."""
    unit = patterns.sub(r"^[\d.]+个?", "", text[base.start : base.end])
    numbers = _NUMBERS_BEFORE.search(text, max(0, base.start - 24), base.start) if unit else None
    for match in _NUMBER_ALONE.finditer(text, numbers.start(), numbers.end()) if numbers else ():
        time = Time("duration", period=to_period(match.group(), unit))
        yield FoundTime(time, *match.span(), "within_member")


@lru_cache(maxsize=2048)
def times(text: str) -> tuple[FoundTime, ...]:
    """Every time expression of `text`, left to right, none overlapping another; the longest from a place wins."""
    every = tuple(bases(text))
    if not every:
        return ()
    found = [one for chain in _chains(text, every) for one in _listed(text, chain)]
    for readers in (rounds, _stretches, _lasting, works_side_by_side):
        found += readers(text, every)
    found += [*deeds_side_by_side(text, every, found)]
    found.sort(key=lambda f: (f.start, -f.end))
    kept: list[FoundTime] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _behind(text: str, label: str) -> tuple[FoundTime, ...]:
    """The times of a text that stands under what a label says of it."""
    moved = len(label)
    return tuple(
        replace(one, start=max(0, one.start - moved), end=one.end - moved)
        for one in times(label + text)
        if one.end > moved
    )


def times_of_limit(text: str) -> tuple[FoundTime, ...]:
    """The times of a cell under 完成时限, where a day alone says when something is due: 2025-11-30, 8月31日, 12月."""
    return _behind(text, "完成时限：")


def times_of_event(text: str) -> tuple[FoundTime, ...]:
    """The times of a paragraph under 会议时间, where a day alone says when that is held: 2026年5月20日上午9时."""
    return _behind(text, "时间：")
