"""The table of confidence from the labels: points in hundredths of log odds for each table and sign.

A logistic regression. Facts of notices in sight enter one by one with their signs. Rules were mended by those notices, so
that they are right more often there; of notices held out only sums enter: how many facts of a kind there are, what signs
they have on the average, how many are right. All are drawn towards the share of their table (a ridge), how strongly is
chosen by leaving out one notice at a time: what was seen twice and right twice is not certain.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.lexicons.confidence import ANY
from pipeline.review.reliability import Judged

#: How strongly signs are drawn towards nothing; the best of these by leaving out notices is taken.
STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
# A table of few labels starts from this many facts of which so many are right: the precision of a new kind of fact.
_PRIOR_FACTS, _PRIOR_SHARE = 10.0, 0.9
# Kinds with fewer facts among those held out are summed up together.
_FEWEST = 10
_ROUNDS = 50


@dataclass(frozen=True)
class Sum:
    """Facts summed up: how often each sign stands on the average, how many facts, how many of them right."""

    signs: Mapping[str, float]
    facts: float
    right: float


Points = Mapping[str, float]


def one_by_one(judged: Iterable[Judged]) -> list[Sum]:
    """Each fact as a sum of one."""
    return [Sum(dict.fromkeys(one.signs, 1.0), 1.0, float(one.right)) for one in judged]


def by_kind(judged: Sequence[Judged]) -> list[Sum]:
    """The facts of one table summed up by their kind, those of rare kinds together."""
    sizes = Counter(one.signs[0] for one in judged)
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.signs[0] if sizes[one.signs[0]] >= _FEWEST else ""].append(one)
    sums = []
    for _, facts in sorted(groups.items()):
        seen = Counter(sign for one in facts for sign in one.signs)
        mean = {sign: n / len(facts) for sign, n in sorted(seen.items())}
        sums.append(Sum(mean, float(len(facts)), float(sum(one.right for one in facts))))
    return sums


def fit(sums: Sequence[Sum], strength: float) -> Points:
    """Log odds of `*` and of each sign, by Newton's method."""
    names = [ANY, *sorted({sign for one in sums for sign in one.signs})]
    place = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(sums) + 1, len(names)))
    rows[:, 0] = 1.0
    for i, one in enumerate(sums):
        for sign, share in one.signs.items():
            rows[i, place[sign]] = share
    facts = np.array([*(one.facts for one in sums), _PRIOR_FACTS])
    right = np.array([*(one.right for one in sums), _PRIOR_FACTS * _PRIOR_SHARE])
    ridge = np.diag([1e-9, *([strength] * (len(names) - 1))])
    weights = np.zeros(len(names))
    for _ in range(_ROUNDS):
        expected = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (facts * expected - right) + ridge @ weights
        curve = (rows.T * (facts * expected * (1.0 - expected))) @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return {name: float(weights[i]) for name, i in place.items()}


def expected(points: Points, signs: Iterable[str]) -> float:
    """The share of right facts expected of those with these signs."""
    return 1.0 / (1.0 + math.exp(-points[ANY] - sum(points.get(sign, 0.0) for sign in signs)))


def cross_validate(judged: Sequence[Judged], strength: float) -> list[tuple[float, bool]]:
    """For each fact of one table the share that the other notices expect, and whether it is right."""
    pairs: list[tuple[float, bool]] = []
    for notice in sorted({one.notice for one in judged}):
        points = fit(one_by_one(one for one in judged if one.notice != notice), strength)
        pairs += [(expected(points, one.signs), one.right) for one in judged if one.notice == notice]
    return pairs


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    return sum((p - right) ** 2 for p, right in pairs) / len(pairs)


def log_loss(pairs: Iterable[tuple[float, bool]]) -> float:
    """Sum of −log of what was stated for what happened: the lower, the better stated (Good 1952)."""
    return sum(-math.log(max(p if right else 1 - p, 1e-9)) for p, right in pairs)


def best_strength(judged: Sequence[Judged]) -> float:
    """The strength that states best what is right in notices left out; the greatest of equals."""
    return min(reversed(STRENGTHS), key=lambda strength: round(log_loss(cross_validate(judged, strength)), 6))


def calibrate(judged: Sequence[Judged], unseen: Sequence[Judged], strength: float) -> Points:
    """The points of one table: facts in sight one by one, those held out as sums."""
    return fit([*one_by_one(judged), *by_kind(unseen)], strength)
