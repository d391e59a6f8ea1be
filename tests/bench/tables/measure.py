"""How well one broken table came out: exact, facts right, repairs right or wrong, abstained, time.

A fact is (row label, full heading path, value as printed, unit), of every cell below the headings that is
filled and names no row. A repair is right if the row it speaks of came out true; one that speaks of no row
(furniture, repeated headings, joins), if the table has as many rows as the true one.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from breakers import Printed, Truth
from drawing import texts

from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.rows import table_facts
from pipeline.model import Repair, Table
from pipeline.tables import Whole, mend_fragment

UNDECIDED = {"ambiguous_row", "ambiguous_columns", "ambiguous_label", "undecided_digit"}
Fact = tuple[str, str, str, str]


@dataclass
class Tally:
    """Counts over tables of one kind of damage. `repairs` by (certainty, right)."""

    tables: int = 0
    exact: int = 0
    abstained: int = 0
    silent: int = 0
    right: int = 0
    found: int = 0
    true: int = 0
    falsely_certified: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    repairs: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def f1(self) -> float:
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 1.0

    def add(self, other: Tally) -> None:
        for name in (
            "tables",
            "exact",
            "abstained",
            "silent",
            "right",
            "found",
            "true",
            "falsely_certified",
            "seconds",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.repairs += other.repairs


def measure(truth: Truth, printed: Printed) -> Tally:
    """The tally of one table."""
    fragment = printed.fragment()
    start = time.perf_counter()
    whole = mend_fragment(fragment)
    taken = time.perf_counter() - start
    tally = Tally(tables=1, seconds=taken, slowest=taken)
    want = truth_facts(truth)
    got = mended_facts(whole.table) if whole.table else Counter()
    tally.right, tally.found, tally.true = (want & got).total(), got.total(), want.total()
    tally.exact = int(is_exact(truth, whole.table))
    tally.abstained = int(not tally.exact and says_so(truth, whole))
    tally.silent = int(not tally.exact and not tally.abstained)
    tally.falsely_certified = int(not tally.exact and bool(whole.table) and whole.table.status == "certified")
    tally.repairs = judged(truth, whole.table, whole.repairs)
    return tally


def is_exact(truth: Truth, table: Table | None) -> bool:
    return table is not None and texts(table) == truth.rows and table.header_rows == truth.head


def says_so(truth: Truth, whole: Whole) -> bool:
    """No table, one that says it is ambiguous, one whose stated sums do not come out, an issue with the alternatives."""
    if whole.table is None or whole.table.status == "ambiguous":
        return True
    fails = "total" in truth.roles and whole.table.status == "unverified"
    return fails or bool({issue.kind for issue in whole.issues} & UNDECIDED)


def judged(truth: Truth, table: Table | None, repairs: Sequence[Repair]) -> Counter[tuple[str, bool]]:
    rows = texts(table) if table else []
    same_height = len(rows) == len(truth.rows)
    verdicts: Counter[tuple[str, bool]] = Counter()
    for repair in repairs:
        right = same_height and (
            repair.row is None or repair.row >= len(rows) or rows[repair.row] == truth.rows[repair.row]
        )
        verdicts[repair.certainty, right] += 1
    return verdicts


def truth_facts(truth: Truth) -> Counter[Fact]:
    paths = truth.paths()
    found: Counter[Fact] = Counter()
    for row, role in zip(truth.rows, truth.roles, strict=True):
        if role not in ("body", "total"):
            continue
        label = "/".join(dict.fromkeys(row[j] for j in truth.labels if row[j]))
        for j, text in enumerate(row):
            if text and j not in truth.labels and j not in truth.aside:
                found[label, paths[j], text, unit_of(text, truth.units.get(j, ""))] += 1
    return found


def unit_of(text: str, headed: str) -> str:
    if text.endswith("%"):
        return "%"
    return headed if text.replace(".", "").isdecimal() else ""


def mended_facts(table: Table) -> Counter[Fact]:
    found: Counter[Fact] = Counter()
    for fact in table_facts(Layout(table)):
        v = fact.values
        found[str(v["row_label"]), str(v["column_path"]), str(v["value_text"]), str(v["unit"] or "")] += 1
    return found
