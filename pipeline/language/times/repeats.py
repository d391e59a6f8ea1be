"""What comes round: 每年 with the days of it that follow, and routine work by the month or the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.times import edges, spans
from pipeline.language.times.bases import N3, WORKS, Base
from pipeline.language.times.calendar import FoundTime, Time

#: Between two members of a list: 6月底、12月底前, 2年、4年或6年.
LINK = patterns.compile(r"(?:、|和|及|以及|或|或者|与)(?:到|至|于|在)?")
_NUMBER = r"[一二三四五六七八九十\d]"
# What comes round with a 每: the days of a year stand without one.
_COMES_ROUND = frozenset({"month", "third", "day", "quarter", "range", "term", "year_end", "occasion"})
# What follows 每 and names no day of a year: 每季度前5个工作日内, 每学期开学前一周, 每月25日前, 每周五.
_AFTER_EVERY = patterns.compile(
    rf"(?:年?[初底末](?!月)|次月{N3}[日号](?=之?前)|(?<=周|星期)[一二三四五六日末]|(?:首月|末月|第一个月|最后一个?[月周])?{N3}[日号](?=之?前)"
    rf"|第?[一二三四1-4]季度|[上下]半年|(?:开学|结束|终了)?[前后](?:{_NUMBER}+个?(?:工作日|日|天|周|月)以?内?)"
    r"|(?:首|末|第一|最后一)个?[月周])?(?:之?前)?"
)
# 每年的3月1日, 每年于次年3月底前: between a cycle and its day.
_OF = ("", "的", "于", "应于")
# 每年10月1日至次年5月31日: to a day of the year behind it.
_TO = ("至", "到", "—")
_NO_CYCLE = patterns.compile("[龄的]")


def rounds(text: str, every: tuple[Base, ...]) -> Iterator[FoundTime]:
    """每年, with the days of it that follow: 每年2月底前, 每年的3月1日至10月31日, 每年4月和10月."""
    for place, cycle in enumerate(every):
        if cycle.kind != "every" or cycle.period == "P1D":
            continue
        end = cycle.end
        for base in every[place + 1 :]:
            gap = text[end : base.start]
            linked = (
                gap in _OF
                if end == cycle.end
                else (gap in _TO and base.relative) or bool(LINK.fullmatch(gap))
            )
            if base.kind not in _COMES_ROUND or base.dated or not linked:
                break
            end = edges.setting(text, base).end
        if after := _AFTER_EVERY.match(text, cycle.end):
            end = max(end, after.end())
        if end > cycle.end or not _NO_CYCLE.match(text, end):
            yield FoundTime(spans.recurring(cycle), cycle.start, end, "recurring")


# What stands before a month that opens its part, and what behind it says that the month is of something else.
_OPENS, _OF_OTHERS = "，、；：。（(“", "的止至到起后与前以之底末初上中下和及或、，。；"


def deeds_side_by_side(text: str, every: tuple[Base, ...], found: Sequence[FoundTime]) -> Iterator[FoundTime]:
    """9月完成自查，11月省级复核、12月通报: a month that opens its part is when its deed is done, as it is of the others of its
    sentence that stand so; 10月、11月各督查一次 are two."""
    opening = [base for base in every if text[: base.start].rstrip("于在")[-1:] in _OPENS]
    known = {one.start for one in found}
    read = [
        base for base in opening if base.start in known and base.kind in ("month", "range", "day", "third")
    ]
    listed: Base | None = None
    for base in reversed(opening):
        behind = text[base.end : base.end + 1]
        is_member = listed is not None and LINK.fullmatch(text, base.end, listed.start)
        is_deed = is_member or (behind.isalpha() and behind not in _OF_OTHERS)
        listed = None
        if base.kind != "month" or base.dated or base.relative or not is_deed:
            continue
        alone = edges.setting(text, base).edge == edges.NO
        if alone and any(one is not base and _in_one_sentence(text, one, base) for one in read):
            yield FoundTime(Time("during", base.last, base.first), base.start, base.end, "month_of_doing")
            listed = base


def _in_one_sentence(text: str, one: Base, other: Base) -> bool:
    return "。" not in text[min(one.end, other.end) : max(one.start, other.start)]


def works_side_by_side(text: str, every: tuple[Base, ...]) -> Iterator[FoundTime]:
    """月排名、年度发布: two cycles of routine work side by side; 年度考核 alone is a name."""
    works = [base for base in every if base.kind in ("work", "work_listed")]
    for one, other in pairwise(works):
        beside = patterns.fullmatch(rf"{WORKS}\p{{Han}}{{0,4}}[、，和及]", text[one.end : other.start])
        if beside and one.period != other.period:
            for base in (one, other):
                yield FoundTime(Time("recurring", period=base.period), base.start, base.end, "regular")
