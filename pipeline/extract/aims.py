"""The numbers of a text that are targets, each with when it is due and where it starts from.

Due is the nearest binding time before the number in its sentence; else one in a bracket right after it; else the
one that opened the sentence before; else the 完成时限 line of the same point.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.baselines import baselines
from pipeline.extract.deadlines import binding_times, governs, is_ahead, is_past, opens_part
from pipeline.extract.funding import granted
from pipeline.extract.reading import Reading, Sense
from pipeline.extract.seats import Seat, is_funding_rate, seat
from pipeline.extract.target_kinds import reason_against
from pipeline.language import patterns
from pipeline.language.comparators import AT_LEAST, AT_MOST, LESS
from pipeline.language.measures import Quantity
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, Precision, due

Due = tuple[date, Precision]

# A sentence that opens so is about something else: what an earlier one was due by does not hold on.
_FRAME = patterns.compile(
    r"(?:[一二三四五六七八九十]+是|根据|按照|为|对|在|围绕|依托|通过|以|坚持|加强|推进|推动|完善|建立|健全|强化|支持|鼓励|引导|落实"
    r"|其他|此外|同时|积极|确保|保障|各)"
)
# Of these, verbs with which the items of a list of aims open as well: 到2027年，…。推动5款以上产品…。引育5家以上企业….
_APPOSED = patterns.compile(r"推进|推动|完善|建立|健全|支持|引导|落实|强化|确保")
# A date that is no deadline (of a paper, of a period) is no quantity either.
_DATE = patterns.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_CIRCLE = patterns.compile(r"^[”’]?[\p{Han}“”]{0,14}?圈")
_MAKE = patterns.compile(
    r"(?:打造|构建|形成|建设|建成|建立|完善|推进|健全|优化|加快|布局|创建|实现|发展|融入)[^，。；]{0,10}$"
)
_EXCEPTION = patterns.compile(r"(?:降低|放宽|下调|下浮|减少|适当[^，。；]{0,4})[到至为]$")


@dataclass(frozen=True, slots=True)
class Aim:
    """A number found to be a target; `place` of `many` in a list said 分别.

    `named` is the seat beside which its indicator stands: its own, the first of the list, or that of the value
    it starts from (由15%调整到20%).
    """

    quantity: Quantity
    seat: Seat
    named: Seat
    kind: str
    rule: str
    due: Due | None
    baseline: Quantity | None = None
    place: int = 0
    many: int = 1


def _governing(sense: Sense, bound: tuple[FoundTime, ...], q: Quantity) -> FoundTime | None:
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


def _due(reading: Reading, bound: tuple[FoundTime, ...], place: Seat, limit: Due | None) -> Due | None:
    sense, q = reading.sense, place.quantity
    found = _governing(sense, bound, q) or _bracketed(sense, bound, q) or _carried(sense, bound, place)
    return (due(found.time, reading.calendar) if found else None) or limit


def candidates(sense: Sense) -> list[Quantity]:
    """Quantities that are neither part of a date nor money granted."""
    spans = [(t.start, t.end) for t in sense.times if t.time.kind != "duration"]
    spans += [match.span() for match in _DATE.finditer(sense.masked)]
    grants = {grant.quantity for grant in granted(sense)}
    return [
        q
        for q in sense.quantities
        if q not in grants and not any(start < q.number_end and q.number_start < end for start, end in spans)
    ]


def _is_bygone(reading: Reading, q: Quantity) -> bool:
    """截至2020年底，…。拥有商标16件: the nearest time before the number is past."""
    earlier = [t for t in reading.sense.times if t.end <= q.number_start]
    if reading.section == "review":
        start = around(reading.sense.sentences, q.number_start).start
        return not any(t.start >= start and is_ahead(t, reading.calendar) for t in earlier)
    return bool(earlier) and is_past(earlier[-1], reading.calendar)


def _inherit_norm(sense: Sense, q: Quantity, earlier: list[Aim]) -> Quantity:
    """不低于300平方米，老年人口较少的社区降低至200平方米: the exception is a floor as the norm is."""
    last = earlier[-1].quantity if earlier else None
    if q.comparator or not last or last.unit != q.unit or not last.comparator:
        return q
    return (
        replace(q, comparator=last.comparator) if _EXCEPTION.search(sense.masked[last.end : q.start]) else q
    )


def _kind(place: Seat, dated: bool, start: Seat | None) -> str:
    if is_funding_rate(place) or (start and is_funding_rate(start)):
        return "funding_rate"
    wish = patterns.search(r"力争|争取|努力|完成|达到|提[高升]|新增|建成", place.lead[-40:])
    normative = not place.plain or "每" in place.before
    return "target" if dated or wish or not normative else "standard"


def _rule(place: Seat, dated: bool) -> str:
    if not place.plain:
        return "compared"
    return "due" if dated else "share" if place.quantity.dimension == "share" else "counted"


def _placed(sense: Sense, found: list[Aim]) -> list[Aim]:
    """Number the members of 分别达到30%、35%."""
    lists: list[list[Aim]] = []
    for aim in found:
        last = lists[-1][-1].quantity if lists else None
        if last and patterns.fullmatch("[、和及与]", sense.text[last.end : aim.quantity.start]):
            lists[-1].append(aim)
        else:
            lists.append([aim])
    return [
        replace(aim, named=members[0].named, place=i, many=len(members))
        if "分别" in members[0].seat.before
        else aim
        for members in lists
        for i, aim in enumerate(members)
    ]


def aims(reading: Reading, limit: Due | None = None) -> list[Aim]:
    """The targets among the numbers of a reading; `limit` is when its point as a whole is due."""
    sense = reading.sense
    bound = binding_times(reading)
    found = candidates(sense)
    starts, spent = baselines(sense, found)
    earlier: list[Aim] = []
    for q in found:
        if q in spent:
            continue
        governing = _governing(sense, bound, q)
        timed = governing is not None and governing.time.kind != "duration"
        place = seat(sense, q, timed, _is_bygone(reading, q))
        if q.unit == "分钟" and _CIRCLE.match(place.after) and _MAKE.search(place.before):
            aim = Aim(q, place, place, "standard", "circle", None)
        elif reason_against(place) or (reading.section == "conditions" and not place.timed):
            continue
        else:
            place = replace(place, quantity=_inherit_norm(sense, q, earlier))
            when, start = _due(reading, bound, place, limit), starts.get(q)
            origin = seat(sense, start) if start else None
            kind = _kind(place, when is not None, origin)
            aim = Aim(
                place.quantity, place, origin or place, kind, _rule(place, when is not None), when, start
            )
        earlier.append(aim)
    return _placed(sense, earlier)
