"""Units that stand in no table: published as they are printed, and named once each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.reading import readings
from pipeline.messages import say
from pipeline.model import Fact, Issue, Mended


def units_of_no_table(mended: Mended, found: Iterable[Fact]) -> Iterator[Issue]:
    """One issue for each unit of a target that lexicons/measures.tsv does not hold (4亿枝), where it first stands."""
    published = {fact.values.get("unit") for fact in found if fact.table == "targets"}
    named: set[str] = set()
    for reading in readings(mended):
        for quantity in reading.sense.quantities:
            if quantity.known or quantity.unit in named or quantity.unit not in published:
                continue
            named.add(quantity.unit)
            span = reading.passage.span(quantity.start, quantity.end)
            yield Issue("unknown_unit", say("unknown_unit", unit=quantity.unit), "", span)
