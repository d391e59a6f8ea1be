"""Money that was given in a year that is over: 2025年，全市发放补贴800万元 in a notice of 2026."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.deadlines import is_past
from pipeline.extract.funding.granting import Given, granted
from pipeline.extract.funding.rows import THEN
from pipeline.extract.reading import Reading
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.times import FoundTime


def was_given(reading: Reading, grant: Given) -> bool:
    """2025年，全市发放补贴800万元 in a notice of 2026: given in a year that is over."""
    before = grant.first.before
    past = [
        t._replace(cls="past")
        if isinstance(t.said, FoundTime) and t.kind == "time" and is_past(t.said, reading.calendar)
        else t
        for t in before
    ]
    return compiled(THEN + "(?:{!hard})*$").search(line(past)) is not None


def given_then(reading: Reading) -> Iterator[Quantity]:
    """The amounts of a passage that were given in a year that is over."""
    return (grant.quantity for grant in granted(reading.sense) if was_given(reading, grant))
