"""Where a look is worth most: what it is expected to put right, the most first.

A fact's confidence is a frequency, so 1 - confidence is how often a look at it puts it right. How often the other
kinds do has not been measured: a check that fails is wrong somewhere; what nothing claims is more often a fact that was
missed where its sentence binds somebody or has a time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.language import patterns

Row = Mapping[str, Any]
#: Kinds of look, with what one is expected to put right; of facts it is 1 - confidence.
LOOKS: Mapping[str, float] = {
    "failed": 1.0,
    "ambiguous": 1.0,
    "bound": 0.5,
    "issue": 0.3,
    "undecided": 0.2,
    "unclaimed": 0.1,
    "unsure": 0.0,
}
# Which mentions show that a sentence says who must do something, or by when.
_BINDING = ("agency_marker", "time")
_ENDS = patterns.compile(r"[。；\n]")


class Rows(Protocol):
    """The rows of a notice, wherever they are kept."""

    @property
    def text(self) -> str: ...

    @property
    def fact_tables(self) -> Sequence[str]: ...

    def rows(self, table: str) -> Sequence[Row]: ...


@dataclass(frozen=True, slots=True)
class Look:
    """A row of a table that somebody should look at, why (a kind of LOOKS), and what that is expected to put right."""

    kind: str
    table: str
    row: Row
    gain: float


def looks(notice: Rows) -> list[Look]:
    """Everything worth a look, the most first; what stands first in the notice first among equals."""
    found = [*_of_checks(notice), *_of_mentions(notice), *_of_tables(notice), *_of_facts(notice)]
    found += [Look("issue", "issues", row, LOOKS["issue"]) for row in notice.rows("issues")]
    return sorted(found, key=lambda one: (-round(one.gain, 4), one.row.get("char_start") or 0))


def _of_checks(notice: Rows) -> Iterator[Look]:
    for row in notice.rows("checks"):
        if kind := {"fail": "failed", "undecided": "undecided"}.get(row["status"]):
            yield Look(kind, "checks", row, LOOKS[kind])


def _of_mentions(notice: Rows) -> Iterator[Look]:
    """Mentions that no row claims; those in a sentence that binds apart."""
    left = [row for row in notice.rows("ledger") if row["status"] == "unclaimed"]
    if not left:
        return
    ends = [match.end() for match in _ENDS.finditer(notice.text)]
    binding = {
        bisect_right(ends, row["char_start"])
        for row in notice.rows("ledger")
        if row["kind"] in _BINDING and row["status"] == "claimed"
    }
    for row in left:
        kind = "bound" if bisect_right(ends, row["char_start"]) in binding else "unclaimed"
        yield Look(kind, "ledger", row, LOOKS[kind])


def _of_tables(notice: Rows) -> Iterator[Look]:
    """A table with two readings is published as printed: none of its rows says what it could."""
    for row in notice.rows("tables"):
        if row["status"] == "ambiguous":
            yield Look("ambiguous", "tables", row, LOOKS["ambiguous"] * max(1, row["n_rows"]))


def _of_facts(notice: Rows) -> Iterator[Look]:
    for table in notice.fact_tables:
        for row in notice.rows(table):
            if not row["correction_id"]:
                yield Look("unsure", table, row, 1 - row["confidence"])
