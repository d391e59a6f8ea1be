"""The numbers of a text that are targets, each with when it is due and where it starts from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.extract.baselines import baselines, is_measure
from pipeline.extract.deadlines import binding_times, is_ahead, is_past
from pipeline.extract.due_dates import Due, due_of, governing
from pipeline.extract.funding import granted
from pipeline.extract.reading import Reading, Sense
from pipeline.extract.seats import Seat, is_funding_rate, seat
from pipeline.extract.target_kinds import reason_against
from pipeline.language import patterns
from pipeline.language.quantities import Quantity
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime

# A date that is no deadline (of a paper, of a period) is no quantity either.
_DATE = patterns.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_CIRCLE = patterns.compile(r"^[”’]?[\p{Han}“”]{0,14}?圈")
_MAKE = patterns.compile(
    r"(?:打造|构建|形成|建设|建成|建立|完善|推进|健全|优化|加快|布局|创建|实现|发展|融入)[^，。；]{0,10}$"
)
# “中心城区10—15分钟”的原则布局: how near, as in 15分钟服务圈.
_NEARNESS = patterns.compile("^[^“”]{0,12}”的?(?:原则|标准|要求|布局|目标)")
_OTHER_CASE = patterns.compile(r"^，[^，。；\d]{2,14}的，?[则均]?[为是]$")
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


def _is_bygone(reading: Reading, told: list[FoundTime], q: Quantity) -> bool:
    """截至2020年底，…。拥有商标16件: the nearest time before the number is past."""
    earlier = [t for t in told if t.end <= q.number_start]
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


def _goes_on(sense: Sense, place: Seat, earlier: list[Aim]) -> bool:
    """夫妻双方最高额度为55万元，单方的为45万元: the second is said of the same thing as the first."""
    last = earlier[-1] if earlier else None
    if not last or place.quantity.comparator or last.quantity.unit != place.quantity.unit:
        return False
    return last.seat.sentence == place.sentence and bool(
        _OTHER_CASE.search(sense.masked[last.quantity.end : place.quantity.start])
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


def _is_circle(place: Seat) -> bool:
    made = _CIRCLE.match(place.after) and _MAKE.search(place.before)
    return bool(made or (_NEARNESS.match(place.rest) and "“" in place.lead))


def aims(reading: Reading, limit: Due | None = None) -> list[Aim]:
    """The targets among the numbers of a reading; `limit` is when its point as a whole is due."""
    sense = reading.sense
    bound = binding_times(reading)
    found = candidates(sense)
    told = [t for t in sense.times if not is_measure(sense, t)]
    starts, spent = baselines(sense, found)
    earlier: list[Aim] = []
    for q in found:
        if q in spent:
            continue
        before = governing(sense, bound, q)
        timed = before is not None and before.time.kind != "duration"
        place = seat(sense, q, timed, _is_bygone(reading, told, q))
        if q.unit == "分钟" and _is_circle(place):
            aim = Aim(q, place, place, "standard", "circle", None)
        elif _goes_on(sense, place, earlier):
            last = earlier[-1]
            aim = replace(
                last, quantity=replace(q, comparator=last.quantity.comparator), seat=place, named=place
            )
        elif reason_against(place) or (reading.section == "conditions" and not place.timed):
            continue
        else:
            place = replace(place, quantity=_inherit_norm(sense, q, earlier))
            when, start = due_of(reading, bound, place, limit), starts.get(q)
            origin = seat(sense, start) if start else None
            kind = _kind(place, when is not None, origin)
            aim = Aim(
                place.quantity, place, origin or place, kind, _rule(place, when is not None), when, start
            )
        earlier.append(aim)
    return _placed(sense, earlier)
