"""Values that a notice wants reached or kept, from its points and the prose cells of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.extract.coverage import wordings
from pipeline.extract.due_dates import Due
from pipeline.extract.deadlines import binding_times, governs, is_ahead, is_past
from pipeline.extract.funding import granted
from pipeline.extract.reading import Reading, Sense, readings
from pipeline.extract.targets.names import distribute, each_rate, indicator_of, per_of, sign_of, topic
from pipeline.extract.targets.reader import Found, numbers_to_targets, sentence_tokens, without_brackets
from pipeline.extract.deadlines.limits import time_limits
from pipeline.extract.wording_rules import Wording
from pipeline.language import patterns, scope
from pipeline.language.comparators import EQUAL
from pipeline.language.grammar import compiled, line
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, due
from pipeline.language.tokens import Token, lex
from pipeline.model import Fact, Mended

_FRAMED = frozenset({"link", "if", "includes"})
# The number of a point is no part of what it says.
_NUMBER = patterns.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)\s*)+")
# The labels hold no wordings without a number to calibrate by.
CONFIDENCE_OF_WORDS = 0.8


def _tokens(reading: Reading) -> tuple[Token, ...]:
    """The tokens of a reading, without the money it grants."""
    sense = reading.sense
    times = [t for t in sense.times if t.time.kind != "duration" or _is_effort(sense, t)]
    number = _NUMBER.match(sense.masked)
    end = number.end() if number else 0
    return lex(" " * end + sense.masked[end:], [q for q in sense.quantities if q.start >= end], times)


# 较2020年提高, 由2025年的29%降至: the time of what a value is held against, or starts from.
_HELD_AGAINST = "{link.than}{time}|{link.from}{time}{link.de}"


def _is_effort(sense: Sense, found: FoundTime) -> bool:
    """三年内, 用五年时间: a span of years in which something is to be done."""
    return (found.time.period or "").endswith("Y") and governs(sense, found)


def _is_bygone(reading: Reading, tokens: tuple[Token, ...], at: int) -> bool:
    codes = line(tokens[:at])
    told = [
        t.said
        for i, t in enumerate(tokens[:at])
        if isinstance(t.said, FoundTime) and not compiled(_HELD_AGAINST).match(codes, max(0, i - 1))
    ]
    if reading.section == "review":
        return not any(is_ahead(t, reading.calendar) for t in told)
    return bool(told) and is_past(told[-1], reading.calendar)


def _numeric(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    sense = reading.sense
    if not sense.quantities or reading.section == "conditions":
        return
    granted_ = {g.quantity for g in granted(sense)}
    bound = {t.start: t for t in binding_times(reading) if governs(sense, t)}
    topic: tuple[Token, ...] = ()
    opened: FoundTime | None = None
    for said in sentence_tokens(_tokens(reading), [s.end for s in sense.sentences]):
        tokens = without_brackets(said)
        if _FRAMED.intersection({tokens[0].kind} if tokens else ()):
            opened = None
        subject = topic
        found = [
            one
            for one in numbers_to_targets(tokens)
            if one.quantity not in granted_ and not _is_bygone(reading, tokens, one.at)
        ]
        for one, when in zip(found, _times_of(tokens, found, bound), strict=True):
            for each in each_rate(distribute(one)):
                words = subject_of(tokens, one.at, subject)
                yield _fact(reading, each, tokens, words, _due(reading, each, (when, opened, limit)))
            subject = one.noun or subject
        inside = [bound[t.start] for t in tokens if t.kind == "time" and t.start in bound]
        if inside:
            first = next(i for i, t in enumerate(tokens) if t.kind == "time" and t.start in bound)
            opened = inside[0] if compiled("@lead$").fullmatch(line(tokens[:first])) else None


def subject_of(tokens: tuple[Token, ...], at: int, last: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the clauses before token `at` speak of: the nearest without a number, unless a value stands between."""
    hard = [m.start() for m in compiled("{hard}").finditer(line(tokens[:at]))]
    ends = [*hard[::-1]]
    for end in ends:
        start = next((h + 1 for h in hard[::-1] if h < end), 0)
        part = tokens[start:end]
        if any(t.kind == "qty" for t in part):
            return last or topic(part)
        if named := tuple(topic(part)):
            return named
    return last


def _times_of(
    tokens: tuple[Token, ...], found: list[Found], bound: Mapping[int, FoundTime]
) -> list[FoundTime | None]:
    """When each target of a sentence is due: a time behind the last of a list holds for the whole list."""
    times: list[FoundTime | None] = []
    late: FoundTime | None = None
    for one in reversed(found):
        own = scope.paired(tokens[: one.at], one.place, one.many) or scope.before(tokens, one.at, bound)
        late = None if own else scope.behind(tokens, one.at, bound) or late
        times.append(own or late)
    return times[::-1]


# Sizes and lengths of time are norms that hold on: the year over a section says nothing of them.
_NORMS = frozenset({"time", "area"})


def _due(
    reading: Reading, one: Found, said: tuple[FoundTime | None, FoundTime | None, Due | None]
) -> tuple[Due | None, scope.From | None]:
    """The day a target is due and where that is said: in its sentence, in what opened the paragraph or list or in the
    line of the point, over the section, or in the title."""
    when, opened, limit = said
    if when and (day := due(when.time, reading.calendar)):
        return day, "sentence"
    if opened and (day := due(opened.time, reading.calendar)):
        return day, "item"
    if limit:
        return limit, "row" if reading.table_id else "item"
    if reading.above and one.quantity.dimension not in _NORMS:
        year, source = reading.above
        return (date(year, 12, 31), "year"), source
    return None, None


def _fact(
    reading: Reading, one: Found, tokens: tuple[Token, ...], subject: tuple[Token, ...], when: tuple[Due | None, scope.From | None]
) -> Fact:
    sense, q = reading.sense, one.quantity
    day, source = when
    part = around(sense.parts, q.number_start)
    columns = {
        "kind": "target" if day or not q.comparator else "standard",
        "comparator": q.comparator or EQUAL,
        "value": q.value,
        "value_max": q.value_max,
        "unit": q.unit,
        "value_text": sense.text[q.start : q.end],
        "per": per_of(tokens, one.at),
        "scope": None,
        "modality": None,
        "change": q.change or sign_of(one),
        "baseline_value": one.start.value if one.start else None,
        "baseline_value_text": sense.text[one.start.start : one.start.end] if one.start else None,
        "row_label": reading.subject or None,
        "deadline_date": day[0].isoformat() if day else None,
        "deadline_precision": day[1] if day else None,
        "deadline_from": source,
        "indicator": indicator_of(sense.text, one, subject, reading.subject) or None,
    }
    return reading.fact("targets", part.start, max(part.end, q.end), rule=f"target/{one.row}", **columns)


def targets(mended: Mended) -> tuple[Fact, ...]:
    """Every target of a notice's body and prose cells, in the order of the source."""
    every = list(readings(mended))
    limits = time_limits(mended, every)
    return tuple(
        fact for reading, limit in zip(every, limits, strict=True) for fact in _numeric(reading, limit)
    )
