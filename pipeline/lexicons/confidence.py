"""How sure a fact is by what it is like: lexicons/confidence.tsv, made from the labels by tests/bench/calibrate.py.

What it is like is said by its own columns (a standard without a date, a grant by ratio), not by the rule that read it:
rules come and go, and each alone is seen too seldom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from pipeline import lexicons

Columns = Mapping[str, object]
# A kind of fact in a table without any label.
_UNSEEN = 0.8


def _target(columns: Columns) -> tuple[object, ...]:
    dated = columns.get("deadline_from") or ("dated" if columns.get("deadline_date") else "undated")
    compared = "exact" if columns.get("comparator") == "=" else "compared"
    return columns.get("kind"), compared, dated, "named" if columns.get("indicator") else "unnamed"


def _deadline(columns: Columns) -> tuple[object, ...]:
    return columns.get("kind"), columns.get("precision") or "whole"


def _grant(columns: Columns) -> tuple[object, ...]:
    exact = "exact" if columns.get("comparator") == "=" else "compared"
    return (
        "ratio" if columns.get("unit") == "%" else "sum",
        exact,
        "to" if columns.get("recipient") else "open",
    )


_LIKE: Mapping[str, Callable[[Columns], tuple[object, ...]]] = {
    "targets": _target,
    "deadlines": _deadline,
    "funding": _grant,
    "citations": lambda columns: ("titled" if columns.get("title") else "number",),
    "responsibilities": lambda columns: (columns.get("role"),),
}


def like_what(table: str, columns: Columns) -> str:
    """What a fact is like, in words that its row tells as well.

    >>> like_what("targets", {"kind": "standard", "comparator": ">=", "indicator": "面积"})
    'standard/compared/undated/named'
    """
    said = _LIKE.get(table)
    return "/".join(map(str, said(columns))) if said else "*"


@cache
def _seen() -> dict[tuple[str, str], float]:
    return {(row["table"], row["like"]): float(row["confidence"]) for row in lexicons.records("confidence")}


def stated(table: str, like: str) -> float:
    """0 to 1: the share of right facts expected of those like it; of what is not among the labels, that of its table."""
    return _seen().get((table, like), _seen().get((table, "*"), _UNSEEN))
