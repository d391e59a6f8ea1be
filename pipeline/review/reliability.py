"""How often each rule was right on the labels, and how far a stated confidence can be believed.

A fact is right if it is labelled, all its fields agreeing, in the measure of its table and with its allowances; of two
equal facts and one label one is right, unless the labels say once what the notice says twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.language.signs import signs
from pipeline.messages import tell
from pipeline.review.allowances import ABOVE, undated
from pipeline.review.measures import IN_HOUSE, NUMERIC, Label, Rows, cited, dated, granted, labelled_groups
from pipeline.review.values import extracted_deadline, has_days, labelled_deadline, squeeze

Row = Mapping[str, Any]
Key = tuple[Any, ...]
BINS = (0.0, 0.6, 0.8, 0.9, 0.95, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact compared with the labels of its notice: its signs, whether it is right, the confidence it was published with."""

    notice: str
    table: str
    rule: str
    stated: float
    right: bool
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How the facts of a table are told from one another, in the labels and in the rows."""

    table: str
    key: str
    labelled: Callable[[Label], Iterable[Key]]
    extracted: Callable[[Row], Key]
    counts: Callable[[Row], bool] = lambda row: True


_COMPARISONS = (
    _Comparison(
        "targets",
        "targets",
        lambda label: (dated(said, "deadline") for said in label["targets"]),
        lambda row: dated(row, "deadline_date"),
        lambda row: row.get("value") is not None and row.get("kind") in NUMERIC,
    ),
    _Comparison(
        "deadlines",
        "deadlines",
        lambda label: (labelled_deadline(said) for said in label["deadlines"] if said.get("value")),
        extracted_deadline,
        lambda row: has_days(extracted_deadline(row)),
    ),
    _Comparison(
        "funding",
        "funding",
        lambda label: map(granted, label["funding"]),
        granted,
        lambda row: row.get("amount") is not None,
    ),
    _Comparison(
        "citations",
        "citations",
        lambda label: map(cited, label["citations"]),
        cited,
        lambda row: row.get("kind") not in IN_HOUSE,
    ),
    _Comparison(
        "responsibilities",
        "responsibilities",
        lambda label: (member for group in labelled_groups(label) for member in group),
        lambda row: (squeeze(row["agency_name"]), row["role"]),
        lambda row: row.get("kind") == "assignment",
    ),
)


def judge(label: Label, rows: Rows) -> Iterator[Judged]:
    """Each fact of a labelled notice in the tables that were labelled, in the order of the tables."""
    skipped = set(label.get("not_labelled", ()))
    for comparison in _COMPARISONS:
        if comparison.key in skipped:
            continue
        left = Counter(comparison.labelled(label))
        once = comparison.table == "citations" or label.get("restatements") == "once"
        for row in filter(comparison.counts, rows(comparison.table)):
            key = comparison.extracted(row)
            if not left[key] and row.get("deadline_from") in ABOVE:
                key = undated(key)
            right = left[key] > 0
            left[key] -= right and not once
            seen = signs(comparison.table, row, row["rule"], row.get("quote", ""))
            yield Judged(label["file"], comparison.table, row["rule"], row["confidence"], right, seen)


def judge_all(labels: Iterable[Path], rows_of: Mapping[str, Rows]) -> list[Judged]:
    """Every fact of every notice that is both labelled and extracted."""
    read = (json.loads(path.read_text("utf-8")) for path in labels)
    return [one for label in read if label["file"] in rows_of for one in judge(label, rows_of[label["file"]])]


def reliability(pairs: Iterable[tuple[float, bool]]) -> Iterator[tuple[float, float, int, float, float]]:
    """(low, high, facts, mean stated, share right) of each bin of confidence that holds facts."""
    every = sorted(pairs)
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in every if low < p <= high]
        if inside:
            stated = sum(p for p, _ in inside) / len(inside)
            yield low, high, len(inside), stated, sum(right for _, right in inside) / len(inside)


def print_reliability(judged: Sequence[Judged]) -> None:
    """Rules with how often they were right, worst first in each table; then stated confidence against share right."""
    if not judged:
        return
    _print_rules(judged)
    print_confidence(judged)


def _print_rules(judged: Sequence[Judged]) -> None:
    seen: dict[tuple[str, str], list[Judged]] = {}
    for one in judged:
        seen.setdefault((one.table, one.rule), []).append(one)
    heads = f"{tell('figures_table'):18}{tell('figures_rule'):28}{tell('figures_right'):>12}"
    print(f"\n{heads}{tell('figures_share'):>8}{tell('figures_stated'):>8}")
    shares = {key: sum(one.right for one in facts) / len(facts) for key, facts in seen.items()}
    for key in sorted(seen, key=lambda key: (key[0], shares[key], key[1])):
        facts = seen[key]
        stated = sum(one.stated for one in facts) / len(facts)
        of = f"{sum(one.right for one in facts)}/{len(facts)}"
        print(f"{key[0]:18}{key[1]:28}{of:>12}{shares[key]:8.3f}{stated:8.3f}")


def print_confidence(judged: Sequence[Judged]) -> None:
    """Stated confidence against the share that is right, band by band, and the Brier score of all."""
    pairs = [(one.stated, one.right) for one in judged]
    if not pairs:
        return
    heads = (tell("figures_facts"), tell("figures_stated"), tell("figures_right"))
    print(f"\n{tell('figures_confidence'):28}" + "".join(f"{head:>8}" for head in heads))
    for low, high, facts, mean, share in reliability(pairs):
        print(f"  {tell('figures_range', low=low, high=high):26}{facts:8}{mean:8.3f}{share:8.3f}")
    brier = sum((p - right) ** 2 for p, right in pairs) / len(pairs)
    print(tell("figures_brier", score=brier, n=len(pairs)))
