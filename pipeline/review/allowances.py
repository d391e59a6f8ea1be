"""What is no error though labels and rows differ: a day taken from above, a fact said twice, a notice's own parts."""

from __future__ import annotations

from collections import Counter

from pipeline.review.measures import CITATIONS, DATED_TARGETS, Facts, Label, Measure, Rows, dated, numeric

# Where a day comes from that a label need not carry.
ABOVE = frozenset({"heading", "title"})


def settled(measure: Measure, label: Label, rows: Rows | None) -> tuple[Facts, Facts]:
    """(labelled, extracted) facts of a notice, the allowances made; `rows` is None where it was not extracted."""
    want = measure.labelled(label)
    got = measure.extracted(rows) if rows is not None else Counter()
    if rows is not None:
        got = got + (measure.spared(rows) & (want - got))
    if rows is not None and measure.name == DATED_TARGETS:
        got = forgive_days_from_above(rows, want, got)
    if measure.name == CITATIONS:
        return Counter(set(want)), Counter(set(got))
    if label.get("restatements") == "once":
        got = Counter({fact: min(n, want[fact]) if fact in want else n for fact, n in got.items()})
    return want, got


def undated(fact: tuple[object, ...]) -> tuple[object, ...]:
    return (*fact[:-1], None)


def forgive_days_from_above(rows: Rows, want: Facts, got: Facts) -> Facts:
    """A day read from a heading or the title (`deadline_from`) counts as none where the label has none."""
    above = Counter(dated(row, "deadline_date") for row in numeric(rows) if row.get("deadline_from") in ABOVE)
    for fact in (got - want).elements():
        if above[fact] and (want - got)[undated(fact)]:
            got = got - Counter([fact]) + Counter([undated(fact)])
            above[fact] -= 1
    return got
