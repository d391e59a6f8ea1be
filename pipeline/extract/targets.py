"""Values that a notice wants reached or kept, from its points and the prose cells of its tables.

Numbers are found by `aims`, wordings without a number (全覆盖, 1:3, 三级) by `coverage`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.aims import Aim, aims
from pipeline.extract.coverage import wordings
from pipeline.extract.deadlines import binding_times, governs
from pipeline.extract.due_dates import Due
from pipeline.extract.indicators import distribute, each_rate, phrase
from pipeline.extract.reading import Reading, readings
from pipeline.extract.seats import part_quote
from pipeline.extract.time_limits import time_limits
from pipeline.extract.wording_rules import Wording
from pipeline.language import patterns
from pipeline.language.comparators import EQUAL
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, due
from pipeline.model import Fact, Mended

# The labels hold no wordings without a number to calibrate by.
CONFIDENCE_OF_WORDS = 0.8

_CHANGE = patterns.compile(r"(?:同比|年均|每年)?(?:增长|增加|提高|提升|下降|降低|减少|压减|翻)(?:了|约)?$")


def _aim_to_facts(reading: Reading, aim: Aim, floor: int) -> Iterator[Fact]:
    q, sense = aim.quantity, reading.sense
    words = phrase(sense, aim.named, floor, reading.subject)
    start, end = part_quote(sense, aim.seat, floor)
    change = _CHANGE.search(aim.seat.before)
    columns = {
        "kind": aim.kind,
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
        "baseline_value_text": sense.text[aim.baseline.start : aim.baseline.end] if aim.baseline else None,
        "row_label": reading.subject or None,
        **_due_columns(aim.due),
    }
    indicator = distribute(words.indicator, aim.place, aim.many)
    for each in each_rate(indicator) if aim.many == 1 else [indicator]:
        yield reading.fact(
            "targets", start, end,
            rule=f"target/{aim.rule}", indicator=each or None, **columns,
        )  # fmt: skip


def _due_columns(when: Due | None) -> dict[str, str | None]:
    return {
        "deadline_date": when[0].isoformat() if when else None,
        "deadline_precision": when[1] if when else None,
    }


def _numeric(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    floor = 0
    for aim in aims(reading, limit):
        yield from _aim_to_facts(reading, aim, floor)
        if aim.place == aim.many - 1:
            floor = aim.quantity.end


def _wording_to_fact(reading: Reading, wording: Wording, bound: tuple[FoundTime, ...]) -> Fact:
    sense = reading.sense
    sentence = around(sense.sentences, wording.start)
    before = [t for t in bound if sentence.start <= t.start < wording.end and governs(sense, t)]
    when = due(before[-1].time, reading.calendar) if before else None
    columns = {
        "kind": wording.kind,
        "indicator": wording.indicator,
        "comparator": wording.comparator,
        "value": wording.value,
        "value_text": wording.text,
        "unit": wording.unit,
        "per": wording.per,
        "row_label": reading.subject or None,
        **_due_columns(when),
    }
    return reading.fact(
        "targets", wording.start, wording.end, rule=wording.rule, confidence=CONFIDENCE_OF_WORDS, **columns
    )


def _worded(reading: Reading) -> Iterator[Fact]:
    bound = binding_times(reading)
    for wording in wordings(reading.sense, bound):
        yield _wording_to_fact(reading, wording, bound)


def targets(mended: Mended) -> tuple[Fact, ...]:
    """Every target of a notice's body and prose cells, in the order of the source."""
    every = list(readings(mended))
    limits = time_limits(mended, every)
    return tuple(
        fact
        for reading, limit in zip(every, limits, strict=True)
        for fact in (*_numeric(reading, limit), *_worded(reading))
    )
