"""Count the ways to pick a vector from each set so that they add up to a target: none, one, or more; the likeliest first.

Exact: what cannot be part of a sum is struck out until nothing more goes (bounds, and the sums that each
coordinate can reach), then the sets are added up from both ends and the two halves matched. Work is
bounded; where the bound is met the count is not finished and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Vector = tuple[int, ...]
Picks = tuple[int, ...]
ENOUGH = 2  # solutions looked for: a second one shows that the first is not proved
_MOST_STATES = 60_000
_MOST_SUMS = 4_000  # reachable sums of one coordinate that are listed


class Puzzle(NamedTuple):
    """One vector is to be picked from each of `sets`; each coordinate must add up to low … high.

    `weights` say how likely each vector is: of more solutions than are looked for the likeliest are found.
    """

    sets: tuple[tuple[Vector, ...], ...]
    low: Vector
    high: Vector
    weights: tuple[tuple[float, ...], ...] = ()

    def weight(self, at: int, k: int) -> float:
        return self.weights[at][k] if self.weights else 0.0


class Count(NamedTuple):
    """Up to two solutions, each an index a set, the likelier first, and whether all were looked for."""

    solutions: tuple[Picks, ...]
    finished: bool


def count(puzzle: Puzzle) -> Count:
    """The solutions of a puzzle, the two likeliest at most."""
    kept = [list(range(len(vectors))) for vectors in puzzle.sets]
    strike_out(puzzle, kept)
    if any(not left for left in kept):
        return Count((), True)
    order = sorted(range(len(kept)), key=lambda i: (len(kept[i]), i))
    picked, finished = _match(puzzle, kept, order)
    found = []
    for _, chain in picked:
        by_set = dict(zip(order, chain, strict=True))
        found.append(tuple(by_set[i] for i in range(len(kept))))
    return Count(tuple(found), finished)


# --- strike out -------------------------------------------------------------------------------


def strike_out(puzzle: Puzzle, kept: list[list[int]]) -> None:
    """Leave only vectors each of whose coordinates fits into some sum."""
    changed = True
    while changed and all(kept):
        changed = False
        for d in range(len(puzzle.low)):
            if not all(kept):
                return
            values = [[vectors[k][d] for k in left] for vectors, left in zip(puzzle.sets, kept, strict=True)]
            for i, fitting in enumerate(_fitting(values, puzzle.low[d], puzzle.high[d])):
                left = [k for k in kept[i] if puzzle.sets[i][k][d] in fitting]
                changed = changed or len(left) < len(kept[i])
                kept[i] = left


def _fitting(values: Sequence[Sequence[int]], low: int, high: int) -> Iterator[set[int]]:
    """Of each set of numbers those with which the others can reach low … high."""
    if low == high and (reach := _reached(values)) and (back := _reached(values[::-1])):
        for i, own in enumerate(values):
            before, after = reach[i], back[len(values) - 1 - i]
            yield {v for v in set(own) if not after.isdisjoint({low - v - s for s in before})}
        return
    least, most = sum(map(min, values)), sum(map(max, values))
    for own in values:
        yield {v for v in own if least - min(own) + v <= high and most - max(own) + v >= low}


def _reached(values: Sequence[Sequence[int]]) -> list[set[int]] | None:
    """The sums reachable before each set; None where they are too many to list."""
    sums = [{0}]
    for own in values:
        choices = set(own)
        if len(sums[-1]) * len(choices) > 4 * _MOST_SUMS:
            return None
        sums.append({s + v for s in sums[-1] for v in choices})
        if len(sums[-1]) > _MOST_SUMS:
            return None
    return sums


# --- match ------------------------------------------------------------------------------------

_Way = tuple[float, Picks]
_Layer = dict[Vector, list[_Way]]


def _match(puzzle: Puzzle, kept: list[list[int]], order: list[int]) -> tuple[list[_Way], bool]:
    """Add the sets up from both ends, the smaller side first, until they meet."""
    zero: Vector = (0,) * len(puzzle.low)
    front: _Layer = {zero: [(0.0, ())]}
    rear: _Layer = {zero: [(0.0, ())]}
    start, end = 0, len(order)
    exact = puzzle.low == puzzle.high
    while start < end:
        forward = not exact or len(front) <= len(rear)
        at = start if forward else end - 1
        start, end = (start + 1, end) if forward else (start, end - 1)
        layer = front if forward else rear
        choices = [
            _Choice(k, puzzle.sets[order[at]][k], puzzle.weight(order[at], k)) for k in kept[order[at]]
        ]
        if len(layer) * len(choices) > 4 * _MOST_STATES:
            return [], False
        rest = order[start:] if forward else order[:end]
        layer = _added(layer, choices, forward, room(puzzle, kept, rest))
        if len(layer) > _MOST_STATES:
            return [], False
        front, rear = (layer, rear) if forward else (front, layer)
    return _joined(puzzle, front, rear, exact), True


class _Choice(NamedTuple):
    """The vector `k` of a set, and how likely it is."""

    k: int
    vector: Vector
    weight: float


def room(puzzle: Puzzle, kept: list[list[int]], rest: Sequence[int]) -> tuple[Vector, Vector]:
    """The least and most that a sum may be so that the sets not in it can make up for the rest."""
    columns = range(len(puzzle.low))
    least = [sum(min(puzzle.sets[i][k][d] for k in kept[i]) for i in rest) for d in columns]
    most = [sum(max(puzzle.sets[i][k][d] for k in kept[i]) for i in rest) for d in columns]
    return (
        tuple(low - v for low, v in zip(puzzle.low, most, strict=True)),
        tuple(high - v for high, v in zip(puzzle.high, least, strict=True)),
    )


def _added(layer: _Layer, choices: Sequence[_Choice], forward: bool, room: tuple[Vector, Vector]) -> _Layer:
    """Each sum with each choice, where the rest can still make up for it; of equal sums the two likeliest ways are kept."""
    least, most = room
    grown: _Layer = {}
    for vector, ways in layer.items():
        for choice in choices:
            total = tuple(map(int.__add__, vector, choice.vector))
            if any(v < a or v > b for v, a, b in zip(total, least, most, strict=True)):
                continue
            grown.setdefault(total, []).extend(
                (weight + choice.weight, (*way, choice.k) if forward else (choice.k, *way))
                for weight, way in ways
            )
    return {total: _likeliest(ways) for total, ways in grown.items()}


def _likeliest(ways: list[_Way]) -> list[_Way]:
    """The two likeliest ways; of equally likely ones those that were found first."""
    return sorted(ways, key=lambda way: -way[0])[:ENOUGH] if len(ways) > 1 else ways


def _joined(puzzle: Puzzle, front: _Layer, rear: _Layer, exact: bool) -> list[_Way]:
    """The ways of both sides that make a whole, the two likeliest at most."""
    found: list[_Way] = []
    for vector, ways in front.items():
        if exact:
            others = rear.get(tuple(t - v for t, v in zip(puzzle.low, vector, strict=True)), [])
        else:
            inside = all(a <= v <= b for v, a, b in zip(vector, puzzle.low, puzzle.high, strict=True))
            others = [(0.0, ())] if inside else []
        if others:
            pairs = [(a + b, (*way, *other)) for a, way in ways for b, other in others]
            found = _likeliest([*found, *pairs])
    return found
