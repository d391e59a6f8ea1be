"""The count of solutions: against trying everything, and its bound."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from pipeline.tables.solver import Puzzle, Vector, count


def drawn(random: Random) -> Puzzle:
    """A puzzle of small vectors that has at least one solution, some of them with room to either side."""
    width = random.randrange(1, 4)
    sets = tuple(
        tuple(tuple(random.randrange(-1, 5) for _ in range(width)) for _ in range(random.randrange(1, 5)))
        for _ in range(random.randrange(1, 6))
    )
    total = added([random.choice(vectors) for vectors in sets], width)
    room = random.choice((0, 0, 1))
    return Puzzle(sets, tuple(v - room for v in total), tuple(v + room for v in total))


def added(vectors: list[Vector], width: int) -> Vector:
    return tuple(sum(vector[d] for vector in vectors) for d in range(width))


def every(puzzle: Puzzle) -> set[tuple[int, ...]]:
    width = len(puzzle.low)
    found = set()
    for picks in product(*(range(len(vectors)) for vectors in puzzle.sets)):
        total = added([vectors[k] for vectors, k in zip(puzzle.sets, picks, strict=True)], width)
        if all(a <= v <= b for v, a, b in zip(total, puzzle.low, puzzle.high, strict=True)):
            found.add(picks)
    return found


@pytest.mark.parametrize("seed", range(60))
def test_none_one_or_two_as_trying_everything_finds(seed: int) -> None:
    puzzle = drawn(Random(seed))
    counted, true = count(puzzle), every(puzzle)
    assert counted.finished
    assert set(counted.solutions) <= true
    assert len(set(counted.solutions)) == min(2, len(true))


@pytest.mark.parametrize(
    ("sets", "target", "solutions"),
    [
        ((((1, 0), (0, 1)), ((1, 0), (0, 1))), (2, 0), 1),
        ((((1, 0), (0, 1)), ((1, 0), (0, 1))), (1, 1), 2),
        ((((1, 0), (0, 1)), ((1, 0), (0, 1))), (3, 0), 0),
        ((((1,), (1,)),), (1,), 2),
        ((), (0,), 1),
        ((), (1,), 0),
    ],
)
def test_small_ones(sets: tuple[tuple[Vector, ...], ...], target: Vector, solutions: int) -> None:
    assert len(count(Puzzle(sets, target, target)).solutions) == solutions


def test_a_search_that_is_too_long_is_not_finished() -> None:
    random = Random(3)
    sets = tuple(tuple(tuple(random.randrange(10**6) for _ in range(4)) for _ in range(9)) for _ in range(40))
    target = added([vectors[0] for vectors in sets], 4)
    counted = count(Puzzle(sets, target, target))
    assert not counted.finished
