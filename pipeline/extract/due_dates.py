"""When a number is due that a notice wants reached.

Due is the nearest binding time before the number in its sentence; else how long a measure is said to hold behind it,
or the year its aims are set for; else a time in a bracket right after it; else the one that opened the sentence
before; else the 完成时限 line of the same point.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.extract.deadlines import governs, opens_part
from pipeline.extract.reading import Reading, Sense
from pipeline.extract.seats import Seat
from pipeline.language import patterns
from pipeline.language.comparators import AT_LEAST, AT_MOST, LESS
from pipeline.language.quantities import Quantity
from pipeline.language.times import FoundTime, Precision, due

Due = tuple[date, Precision]

# A sentence that opens so is about something else: what an earlier one was due by does not hold on.
_FRAME = patterns.compile(
    r"(?:[一二三四五六七八九十]+是|根据|按照|为|对|在|围绕|依托|通过|以|坚持|加强|推进|推动|完善|建立|健全|强化|支持|鼓励|引导|落实"
    r"|其他|此外|同时|积极|确保|保障|各)"
)
# Of these, verbs with which the items of a list of aims open as well: 到2027年，…。推动5款以上产品…。引育5家以上企业….
_APPOSED = patterns.compile(r"推进|推动|完善|建立|健全|支持|引导|落实|强化|确保")
# 份额提高至40%以上政策延续到2023年底: the time of a measure stands behind it.
_PROLONGED = patterns.compile(
    r"[^，。；\d]{0,10}，?[^，。；\d]{0,6}(?:延续|延长|执行|实施|保持)[^，。；\d]{0,6}[至到]\d"
)
# 确定2022年度房价涨幅控制目标为7%，二手房为7.6%: the year the aims are set for.
_AIMED_YEAR = patterns.compile(
    r"(?P<year>20\d\d)年度[^，。；\d]{2,60}目标(?:值)?(?=[为是：]|不[超低高]|控制)"
)
_FROM_YEAR = patterns.compile(r"[从自](?P<year>20\d\d)年(?:开始|起)，?$")
_ONLY = patterns.compile("[只仅限]")


def governing(sense: Sense, bound: tuple[FoundTime, ...], q: Quantity) -> FoundTime | None:
    """The binding time before `q` in its sentence, if any."""
    start = max((s.start for s in sense.sentences if s.start <= q.number_start), default=0)
    earlier = [t for t in bound if start <= t.start and t.end <= q.number_start and governs(sense, t)]
    return earlier[-1] if earlier else None


def _carried(sense: Sense, bound: tuple[FoundTime, ...], place: Seat) -> FoundTime | None:
    """到2025年，…。全区床位数达到1.2万张: the time that opened an earlier sentence still holds.

    A time that opens the paragraph holds through it for what is to be done, not for norms (面积不低于800平方米).
    """
    norm = place.words and place.quantity.comparator in (AT_LEAST, AT_MOST, LESS)
    for sentence in reversed([s for s in sense.sentences if s.end <= place.sentence.start]):
        framed = _FRAME.match(sense.text, sentence.end)
        if framed and (norm or not _APPOSED.match(sense.text, sentence.end)):
            return None
        if inside := [t for t in bound if sentence.start <= t.start < sentence.end and governs(sense, t)]:
            return inside[-1] if opens_part(sense, inside[-1]) else None
    return None


def _bracketed(sense: Sense, bound: tuple[FoundTime, ...], q: Quantity) -> FoundTime | None:
    """改造敬老院16所（2022年底前完成）."""
    near = (t for t in bound if q.end < t.start < q.end + 16 and governs(sense, t))
    return next(
        (t for t in near if patterns.fullmatch(r"\p{Han}{0,12}（", sense.text[q.end : t.start])), None
    )


def _prolonged(sense: Sense, bound: tuple[FoundTime, ...], q: Quantity) -> FoundTime | None:
    near = (t for t in bound if q.end <= t.start < q.end + 24)
    found = next((t for t in near if _PROLONGED.match(sense.text, q.end, t.end)), None)
    return replace(found, time=replace(found.time, kind="by")) if found else None


def _aimed(place: Seat) -> Due | None:
    match = _AIMED_YEAR.search(place.lead)
    return (date(int(match["year"]), 12, 31), "year") if match else None


def _last_of_effort(sense: Sense, found: FoundTime) -> Due | None:
    """从2023年起，用三年时间: the end of 2025."""
    match = _FROM_YEAR.search(sense.text, max(0, found.start - 12), found.start)
    period = found.time.period or ""
    if not match or not patterns.fullmatch(r"P\d+Y", period):
        return None
    return date(int(match["year"]) + int(period[1:-1]) - 1, 12, 31), "year"


def due_of(reading: Reading, bound: tuple[FoundTime, ...], place: Seat, limit: Due | None) -> Due | None:
    """The day the number in `place` is due, and how exactly the page says it; `limit` where nothing else does."""
    sense, q = reading.sense, place.quantity
    found = governing(sense, bound, q) or _prolonged(sense, bound, q)
    if found and found.time.kind == "duration":
        if _ONLY.match(place.words):  # 六年内只提供一个学位: how often, not by when
            found = None
        elif last := _last_of_effort(sense, found):
            return last
    if not found and (aimed := _aimed(place)):
        return aimed
    found = found or _bracketed(sense, bound, q) or _carried(sense, bound, place)
    return (due(found.time, reading.calendar) if found else None) or limit
