"""The same figure in two notices of one place: the district's plan of 2021 and its plan of 2022."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.check.likeness import likeness
from pipeline.messages import say
from pipeline.model import Check, Span

# Two notices word one thing differently, and different things alike. The pairs of the five notices that
# mean one thing score 0.83, the others of one place, unit and date up to 0.38.
_ALIKE = 0.7
# Different figures of one place, unit and date are few; more are a collection, not notices to compare.
_MOST = 400
# 2所 and 2个 of one thing are one figure.
# What is needed of a row of `targets`.
COLUMNS = [
    "table_id", "clause_id", "indicator", "comparator", "value", "unit", "per", "change", "deadline_date",
    "char_start", "char_end",
]  # fmt: skip
_COUNTS = frozenset("个所家处座")


class Told(NamedTuple):
    """A target that a notice of a region gives in running text: a row of `targets`."""

    notice_id: str
    region_code: str
    row: Mapping[str, object]


def between(told: Sequence[Told]) -> Iterator[tuple[str, Check]]:
    """(notice_id, check) for each figure that another notice of the same region gives too.

    Compared are targets with the same kind of unit of measure, deadline, base (每个村) and sign of change: no growth is a level. The order of
    `told` does not matter: of a pair, the check belongs to the notice whose id sorts later.
    """
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda t: (t.notice_id, str(t.row.get("char_start")).zfill(9))):
        groups[_key(one)].append(one)
    for group in groups.values():
        yield from _against_the_first(group)


def _against_the_first(group: Sequence[Told]) -> Iterator[tuple[str, Check]]:
    """Each figure against the first notice that gives it: many notices of one place repeat few figures."""
    first: dict[str, Told] = {}
    for one in group:
        name = str(one.row.get("indicator") or "")
        for other in first.values():
            if one.notice_id != other.notice_id and (check := _compared(one, other)):
                yield one.notice_id, check
                break
        if len(first) < _MOST:
            first.setdefault(name, one)


def _key(told: Told) -> tuple[object, ...]:
    unit = told.row.get("unit")
    kind = "count" if unit in _COUNTS else unit
    return (
        told.region_code,
        kind,
        str(told.row.get("deadline_date")),
        told.row.get("per"),
        told.row.get("change"),
    )


def is_comparable(row: Mapping[str, object]) -> bool:
    """Whether a row of `targets` gives a figure of the running text with a date."""
    return not row.get("table_id") and row.get("value") is not None and bool(row.get("deadline_date"))


def _compared(one: Told, other: Told) -> Check | None:
    name, same = (str(told.row.get("indicator") or "") for told in (one, other))
    if likeness(name, same) < _ALIKE:
        return None
    said, meant = (f"{told.row['comparator']} {told.row['value']:g}" for told in (one, other))
    agrees = one.row["value"] == other.row["value"]
    start, end = one.row.get("char_start"), one.row.get("char_end")
    return Check(
        kind="between_notices",
        status="pass" if said == meant else "undecided" if agrees else "fail",
        expected=f"{meant} {other.row.get('unit') or ''}".strip(),
        actual=f"{said} {one.row.get('unit') or ''}".strip(),
        where=f"{one.row.get('clause_id') or 'text'} / {other.notice_id} {other.row.get('clause_id') or 'text'}",
        message=say("between_notices", name=name, said=said, meant=meant, notice=other.notice_id, same=same),
        span=Span(start, end) if isinstance(start, int) and isinstance(end, int) else None,
        clause_id=str(one.row["clause_id"]) if one.row.get("clause_id") else None,
    )
