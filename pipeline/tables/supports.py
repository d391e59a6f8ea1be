"""Which vectors of a puzzle take part in any of its solutions, where it has more than one.

The sums that the sets reach one after another, and then, from the target back, those that lead to it.
"""

from __future__ import annotations

from pipeline.tables.solver import Puzzle, room, strike_out

_MOST_ASKED = 300_000  # sums looked at


def supported(puzzle: Puzzle) -> list[set[int]] | None:
    """Of each set the vectors that take part in any solution; None where that is more than can be looked at."""
    kept = [list(range(len(vectors))) for vectors in puzzle.sets]
    strike_out(puzzle, kept)
    if not all(kept):
        return [set() for _ in kept]
    order = sorted(range(len(kept)), key=lambda i: (len(kept[i]), i))
    layers, looked = [{(0,) * len(puzzle.low)}], 0
    for n, i in enumerate(order):
        least, most = room(puzzle, kept, order[n + 1 :])
        vectors = {puzzle.sets[i][k] for k in kept[i]}
        looked += len(layers[-1]) * len(vectors)
        if looked > _MOST_ASKED:
            return None
        sums = {tuple(map(int.__add__, one, vector)) for one in layers[-1] for vector in vectors}
        layers.append(
            {one for one in sums if all(a <= v <= b for v, a, b in zip(one, least, most, strict=True))}
        )
    found: list[set[int]] = [set() for _ in kept]
    alive = layers[-1]
    for i, before in zip(reversed(order), reversed(layers[:-1]), strict=True):
        ways = [
            (one, k)
            for one in before
            for k in kept[i]
            if tuple(map(int.__add__, one, puzzle.sets[i][k])) in alive
        ]
        found[i], alive = {k for _, k in ways}, {one for one, _ in ways}
    return found
