"""Values that a notice wants reached or kept, from its points and the prose cells of its tables.

A number becomes a target if no reason of `target_kinds` speaks against it. Its due date is the nearest
binding time before it in the sentence; else one that opened the sentences before; else the 完成时限 line of
the same point. Values without a number (全覆盖, 1:3, 三级) are read by `coverage`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import regex

from pipeline.extract.coverage import wordings
from pipeline.extract.deadlines import binding_times, governs
from pipeline.extract.funding import granted
from pipeline.extract.indicators import part_quote, phrase
from pipeline.extract.reading import Reading, Sense, readings
from pipeline.extract.target_kinds import Seat, is_funding_rate, reason_against, seat
from pipeline.language.comparators import EQUAL
from pipeline.language.measures import Quantity
from pipeline.language.times import FoundTime, Precision, due
from pipeline.model import Fact, Mended

Due = tuple[date, Precision]

# Shares of the labelled targets among the values read by each rule, on the labelled notices.
CONFIDENCE = {"compared": 0.97, "due": 0.95, "counted": 0.85, "circle": 0.95, "share": 0.9}

# 完成时限：2023年6月底前 on a line of its own is said of the whole point.
_TIME_LIMIT = regex.compile(r"^(?:完成|办理|工作|整改|落实|实施|推进|目标)?(?:时限|时间|期限|节点|时间节点|时间要求|时限要求)(?:要求)?：")
# A new frame: what an earlier sentence was due by does not hold on.
_FRAME = regex.compile(
    r"^(?:[一二三四五六七八九十]+是|根据|按照|为|对|在|围绕|依托|通过|以|坚持|加强|推进|推动|完善|建立|健全|强化|支持|鼓励|引导|落实|其他|此外|同时|积极|市、县|各)"
)
_OPENING = regex.compile(r"^(?:[（(][一二三四五六七八九十\d]+[）)][^。]*。|[一二三四五六七八九十]+是)?(?:力争|确保|计划|争取|预计|其中|总体目标：?)?[，：]?$")
_CIRCLE = regex.compile(r"^[”’]?[\p{Han}“”]{0,14}?圈")
_MAKE = regex.compile(r"(?:打造|构建|形成|建设|建成|建立|完善|推进|健全|优化|加快|布局|创建|实现|发展|融入)[^，。；]{0,10}$")
_FROM = regex.compile(r"(?:由|从)[^。；]{0,40}$")
_TO = regex.compile(r"(?:提高|提升|增加|增长|扩大|上升|压缩|缩短|缩减|压减|减少|降低|下降|降|调整|延长|放宽|优化|增)?(?:到|至|为|成)了?(?:不(?:得|应)?(?:少于|低于|高于|超过|多于))?$")
_STEP = regex.compile(r"(?:缩短|减少|压缩|压减|增加|提高|提升|降低|延长)了?$")
_EXCEPTION = regex.compile(r"(?:降低|放宽|下调|下浮|减少|适当[^，。；]{0,4})[到至为]$")
_CHANGE = regex.compile(r"(?:同比|年均|每年)?(?:增长|增加|提高|提升|下降|降低|减少|压减|翻)(?:了|约)?$")


@dataclass(frozen=True, slots=True)
class Aim:
    """A quantity found to be a target, with its kind, its due date and the value it starts from."""

    quantity: Quantity
    seat: Seat
    kind: str
    rule: str
    due: Due | None
    baseline: Quantity | None = None


def _governing(sense: Sense, bound: tuple[FoundTime, ...], at: Quantity, start: int) -> FoundTime | None:
    earlier = [t for t in bound if start <= t.start and t.end <= at.number_start and governs(sense, t)]
    earlier = [t for t in earlier if not (t.start <= at.number_start < t.end)]
    return earlier[-1] if earlier else None


def _carried(sense: Sense, bound: tuple[FoundTime, ...], seat: Seat) -> FoundTime | None:
    """The time that opened an earlier sentence and still holds: 到2025年，…。全区床位数达到1.2万张."""
    for sentence in reversed([s for s in sense.sentences if s.end <= seat.sentence.start]):
        following = sense.text[sentence.end :].lstrip("，")
        if _FRAME.match(following):
            return None
        if inside := [t for t in bound if sentence.start <= t.start < sentence.end and governs(sense, t)]:
            opens = _OPENING.match(sense.text[sentence.start : inside[0].start])
            return inside[-1] if opens and inside[-1].time.kind != "duration" else None
    return None


def _bracketed(sense: Sense, bound: tuple[FoundTime, ...], at: Quantity) -> FoundTime | None:
    """改造敬老院16所（2022年底前完成）."""
    return next((t for t in bound if governs(sense, t) and regex.fullmatch(r"[\p{Han}]{0,12}（", sense.text[at.end : t.start])), None)


def _due(reading: Reading, bound: tuple[FoundTime, ...], seat: Seat, limit: Due | None) -> Due | None:
    sense, q = reading.sense, seat.quantity
    found = (
        _governing(sense, bound, q, seat.sentence.start)
        or _bracketed(sense, bound, q)
        or (_carried(sense, bound, seat) if seat.plain or q.dimension == "share" or q.dimension == "count" else None)
    )
    return (due(found.time, reading.calendar) if found else None) or limit


def _candidates(sense: Sense) -> list[Quantity]:
    """Quantities that are neither part of a date nor money granted."""
    dates = [t for t in sense.times if t.time.kind != "duration"]
    grants = {g.quantity for g in granted(sense)}
    return [
        q for q in sense.quantities
        if q not in grants and not any(t.start < q.number_end and q.number_start < t.end for t in dates)
    ]  # fmt: skip


def _baselines(sense: Sense, found: list[Quantity]) -> tuple[dict[Quantity, Quantity], set[Quantity]]:
    """Pairs of 由…15%调整到20%: target → where it starts; and the numbers that only say the way."""
    starts: dict[Quantity, Quantity] = {}
    spent: set[Quantity] = set()
    for i, target in enumerate(found):
        if not _TO.search(sense.masked, max(0, target.number_start - 16), target.number_start):
            continue
        for before in reversed(found[:i]):
            gap = sense.masked[before.end : target.start]
            if len(gap) > 40 or regex.search("[。；]", gap):
                break
            if before.dimension == target.dimension and _FROM.search(sense.masked, max(0, before.start - 44), before.start):
                starts[target] = before
                spent.update(q for q in found[:i] if q.start >= before.start)
                break
    return starts, spent


def _kind(seat: Seat, dated: bool) -> str:
    if is_funding_rate(seat):
        return "funding_rate"
    if dated:
        return "target"
    normative = not seat.plain or "每" in seat.before
    wish = regex.search(r"力争|争取|努力|完成|达到|提[高升]|新增|建成", seat.lead[-40:])
    return "target" if wish or not normative else "standard"


def _rule(seat: Seat, dated: bool) -> str:
    if not seat.plain:
        return "compared"
    return "due" if dated else "share" if seat.quantity.dimension == "share" else "counted"


def _inherit_norm(sense: Sense, aim: Quantity, earlier: list[Aim]) -> Quantity:
    """不低于300平方米，老年人口较少的社区降低至200平方米: the exception is a floor as the norm is."""
    last = earlier[-1].quantity if earlier else None
    if aim.comparator or not last or last.unit != aim.unit or not last.comparator:
        return aim
    return replace(aim, comparator=last.comparator) if _EXCEPTION.search(sense.masked[last.end : aim.start]) else aim


def aims(reading: Reading, limit: Due | None = None) -> Iterator[Aim]:
    """The numeric targets of a reading; `limit` is when its point as a whole is due."""
    sense = reading.sense
    bound = binding_times(sense)
    found = _candidates(sense)
    starts, spent = _baselines(sense, found)
    earlier: list[Aim] = []
    for q in found:
        if q in spent:
            continue
        timed = _governing(sense, bound, q, around_start(sense, q)) is not None
        place = seat(sense, q, timed)
        circle = q.unit == "分钟" and _CIRCLE.match(place.after) and _MAKE.search(place.before)
        if not circle and reason_against(place):
            continue
        q = _inherit_norm(sense, q, earlier)
        place = replace(place, quantity=q)
        when = None if circle else _due(reading, bound, place, limit)
        kind, rule = ("standard", "circle") if circle else (_kind(place, when is not None), _rule(place, when is not None))
        if (start := starts.get(q)) and is_funding_rate(seat(sense, start, False)):
            kind = "funding_rate"
        earlier.append(Aim(q, place, kind, rule, when, start))
        yield earlier[-1]


def around_start(sense: Sense, q: Quantity) -> int:
    return next(s.start for s in reversed(sense.sentences) if s.start <= q.number_start)


def _fact(reading: Reading, aim: Aim, floor: int) -> Fact:
    q, sense = aim.quantity, reading.sense
    words = phrase(sense, aim.seat, floor, reading.subject)
    start, end = part_quote(sense, aim.seat, floor)
    change = _CHANGE.search(aim.seat.before)
    columns = {
        "kind": aim.kind,
        "indicator": words.indicator or None,
        "comparator": q.comparator or EQUAL,
        "value": q.value,
        "value_max": q.value_max,
        "unit": q.unit,
        "value_text": sense.text[q.start : q.end],
        "per": words.per,
        "scope": words.scope,
        "modality": words.modality,
        "change": change.group() if change else None,
        "baseline_value": aim.baseline.value if aim.baseline else None,
        "deadline_date": aim.due[0].isoformat() if aim.due else None,
        "deadline_precision": aim.due[1] if aim.due else None,
        "row_label": reading.subject or None,
    }
    return reading.fact("targets", start, end, rule=f"target/{aim.rule}", confidence=CONFIDENCE[aim.rule], **columns)


def _numeric(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    floor = 0
    for aim in aims(reading, limit):
        yield _fact(reading, aim, floor)
        floor = aim.quantity.end


def _worded(reading: Reading) -> Iterator[Fact]:
    """全覆盖, 1:3, 三级: what is to be reached without a number of its own."""
    sense = reading.sense
    bound = binding_times(sense)
    for wording in wordings(sense, bound):
        sentence = next(s for s in reversed(sense.sentences) if s.start <= wording.start)
        before = [t for t in bound if sentence.start <= t.start <= wording.start and governs(sense, t)]
        when = due(before[-1].time, reading.calendar) if before else None
        columns = {
            "kind": wording.kind, "indicator": wording.indicator, "comparator": wording.comparator,
            "value_text": wording.text, "unit": wording.unit, "per": wording.per,
            "deadline_date": when[0].isoformat() if when else None,
            "deadline_precision": when[1] if when else None, "row_label": reading.subject or None,
        }  # fmt: skip
        yield reading.fact("targets", wording.start, wording.end, rule=wording.rule, confidence=0.8, **columns)


def time_limits(all_readings: list[Reading]) -> Mapping[str, Due]:
    """Point → the day its 完成时限 line names."""
    limits: dict[str, Due] = {}
    for reading in all_readings:
        clause = reading.passage.clause_id
        if clause and _TIME_LIMIT.match(reading.sense.text):
            for found in binding_times(reading.sense)[:1]:
                if when := due(found.time, reading.calendar):
                    limits[clause] = when
    return limits


def targets(mended: Mended) -> tuple[Fact, ...]:
    """Every target of a notice's body and prose cells, in the order of the source."""
    every = list(readings(mended))
    limits = time_limits(every)
    facts = (
        fact
        for reading in every
        for fact in (*_numeric(reading, limits.get(reading.passage.clause_id or "")), *_worded(reading))
    )
    return tuple(facts)
