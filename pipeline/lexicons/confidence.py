"""How sure a fact is by its signs: lexicons/confidence.tsv, a table of points made from the labels (`make calibrate`).

The points of a table and of each sign are hundredths of log odds; their sum says how often such facts are right. What
weighed most is told with it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from pipeline import lexicons

# The sign that every fact of a table has.
ANY = "*"
# Of a table without any label, and the most that anything read by rules is.
_UNSEEN, _MOST = 0.8, 0.999
_TOLD = 2


@cache
def points() -> dict[tuple[str, str], int]:
    """(table, sign) → its points."""
    return {(row["table"], row["sign"]): int(row["points"]) for row in lexicons.records("confidence")}


def stated(table: str, signs: Sequence[str]) -> float:
    """0 to 1: the share of right facts expected of those with these signs."""
    if (table, ANY) not in points():
        return _UNSEEN
    total = points()[table, ANY] + sum(points().get((table, sign), 0) for sign in signs)
    return min(_MOST, round(1 / (1 + math.exp(-total / 100)), 3))


def why(table: str, signs: Sequence[str]) -> str:
    """The two signs that weigh most, heaviest first, with + or −: `due title −, share +`; "" where none weighs anything."""
    weights = {sign: points().get((table, sign), 0) for sign in signs}
    heaviest = sorted(
        (sign for sign, weight in weights.items() if weight), key=lambda s: (-abs(weights[s]), s)
    )
    return ", ".join(f"{sign} {'+' if weights[sign] > 0 else '−'}" for sign in heaviest[:_TOLD])
