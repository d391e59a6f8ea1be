"""How sure a fact is by the rule that read it: lexicons/confidence.tsv, made from the labels by tests/bench/calibrate.py."""

from __future__ import annotations

from functools import cache

from pipeline import lexicons

# A rule in a table without any label.
_UNSEEN = 0.8


@cache
def _seen() -> dict[tuple[str, str], float]:
    return {(row["table"], row["rule"]): float(row["confidence"]) for row in lexicons.records("confidence")}


def stated(table: str, rule: str) -> float:
    """0 to 1: the share of right facts expected of `rule`; of a rule not among the labels, that of its table."""
    return _seen().get((table, rule), _seen().get((table, "*"), _UNSEEN))
