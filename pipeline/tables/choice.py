"""Choose a reading for each damaged row so that every printed sum comes out; count whether another would do.

Proof is uniqueness: a choice is proved where exactly one set of readings satisfies all sums, whatever the
others would cost, and where the count was finished.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from pipeline.tables.equations import Equation, Equations, Picked, to_puzzle
from pipeline.tables.readings import Reading
from pipeline.tables.solver import ENOUGH, count
from pipeline.tables.supports import supported

Options = Mapping[int, Sequence[Reading]]
_MOST_TOTALS = 600  # ways to read the total rows together
_MOST_FULL = 200  # of them looked at one after another
_MANY = 16  # ways in all, of which the likeliest are kept


@dataclass(frozen=True, slots=True)
class Choice:
    """Up to two ways to read the damaged rows, the likelier first, whether all were looked at, and how many sums they satisfy.

    `rounded`: no way satisfies the sums to the last figure.
    """

    found: tuple[dict[int, Reading], ...]
    finished: bool
    sums: int
    rounded: bool = False

    @property
    def proved(self) -> bool:
        """Exactly one way is left."""
        return self.finished and len(self.found) == 1


def choose(
    options: Options, equations: Equations, drop: tuple[int, int] | None = None, exact: bool = False
) -> Choice:
    """The ways to pick from `options` (readings by row) that make every sum come out, but for the one to `drop`;
    to the last figure, or, unless it must be `exact`, as near as rounding explains."""
    ways = _totals(options, equations)
    if ways is None:
        return Choice((), False, 0)
    found: list[dict[int, Reading]] = []
    finished, rounded, most = True, False, 0
    for totals in ways:
        stated = [e for e in equations.of(totals) if (e.total_row, e.col) != drop]
        counted = _solved(options, equations, stated, totals)
        if not counted.found and counted.finished and not exact:
            counted = _rounded(options, equations, stated, totals)
        found += counted.found
        finished, rounded = finished and counted.finished, rounded or counted.rounded
        most = max(most, len(stated))
        if len(found) >= _MANY:
            break
    found.sort(key=lambda one: -sum(reading.weight for reading in one.values()))
    return Choice(tuple(found[:ENOUGH]), finished, most, rounded)


def fullest(options: Options, equations: Equations) -> Choice:
    """The ways in which the total rows state most figures that come out, the likelier first: 320 stands where the column
    adds up to 320, and is no rate."""
    ways = list(_totals(options, equations) or ())
    if not 1 < len(ways) <= _MOST_FULL:
        return Choice((), False, 0)
    stated = [equations.of(totals) for totals in ways]
    sizes = [sum(bool(e.printed) for e in found) for found in stated]
    for size in sorted(set(sizes), reverse=True):
        solved = [
            _solved(options, equations, found, totals)
            for found, totals, n in zip(stated, ways, sizes, strict=True)
            if n == size
        ]
        found = tuple(one for way in solved for one in way.found)
        if found or not all(way.finished for way in solved):
            return Choice(found[:ENOUGH], all(way.finished for way in solved), size)
    return Choice((), True, 0)


def possible(options: Options, equations: Equations, choice: Choice) -> dict[int, list[Reading]]:
    """Of each row the readings that take part in any of several ways; nothing where that is not known for all."""
    ways = list(_totals(options, equations) or ())
    if not 0 < len(ways) <= _MANY:
        return {}
    found: dict[int, list[Reading]] = {i: [] for i in options}
    for totals in ways:
        stated = equations.of(totals)
        if choice.rounded:
            stated = equations.rounded(stated, {i: options[i][0] for i in options} | totals)
        rows = [i for i in options if i not in totals]
        sets = [[equations.vector(i, reading, stated) for reading in options[i]] for i in rows]
        fitting = supported(to_puzzle(stated, sets))
        if fitting is None:
            return {}
        if all(fitting):
            for i, kept in zip(rows, fitting, strict=True):
                found[i] += [options[i][k] for k in sorted(kept)]
            for i, reading in totals.items():
                found[i].append(reading)
    return found


def _totals(options: Options, equations: Equations) -> Iterator[dict[int, Reading]] | None:
    """The ways to read the open total rows; None where they are too many."""
    rows = [i for i in equations.totals() if i in options]
    if prod(len(options[i]) for i in rows) > _MOST_TOTALS:
        return None
    return (dict(zip(rows, combination, strict=True)) for combination in product(*(options[i] for i in rows)))


def _solved(options: Options, equations: Equations, stated: Sequence[Equation], totals: Picked) -> Choice:
    """The ways to read the other rows."""
    rows = [i for i in options if i not in totals]
    sets = [[equations.vector(i, reading, stated) for reading in options[i]] for i in rows]
    counted = count(to_puzzle(stated, sets, [options[i] for i in rows]))
    found = [
        {**totals, **{i: options[i][k] for i, k in zip(rows, picks, strict=True)}} for picks in counted.solutions
    ]  # fmt: skip
    return Choice(tuple(found), counted.finished, len(stated))


def _rounded(options: Options, equations: Equations, stated: Sequence[Equation], totals: Picked) -> Choice:
    """The same as near as rounding explains; none where it explains nothing."""
    likeliest = {i: options[i][0] for i in options if i not in totals} | dict(totals)
    allowed = equations.rounded(stated, likeliest)
    if not any(e.slack for e in allowed):
        return Choice((), True, len(stated))
    return replace(_solved(options, equations, allowed, totals), rounded=True)


def choose_with_move(options: Options, equations: Equations, moves: Sequence[tuple[int, Reading]]) -> Choice:
    """The ways in which one more row, printed with the right number of cells, is read otherwise: one of `moves`."""
    ways = _totals(options, equations)
    if ways is None:
        return Choice((), False, 0)
    found: list[dict[int, Reading]] = []
    finished, most = True, 0
    for totals in ways:
        stated = equations.of(totals)
        rows = [i for i in options if i not in totals]
        sets = [[equations.vector(i, reading, stated) for reading in options[i]] for i in rows]
        counted = count(to_puzzle(stated, [*sets, [equations.change(i, r, stated) for i, r in moves]]))
        for picks in counted.solutions:
            i, moved = moves[picks[-1]]
            picked = {row: options[row][k] for row, k in zip(rows, picks, strict=False)}
            found.append({**totals, **picked, i: moved})
        finished, most = finished and counted.finished, max(most, len(stated))
        if len(found) >= ENOUGH:
            break
    return Choice(tuple(found[:ENOUGH]), finished, most)


def despite_one(options: Options, equations: Equations, sums: Sequence[tuple[int, int]]) -> Choice:
    """The ways that make all sums but one come out, whichever it is: one total may be misprinted."""
    found: list[dict[int, Reading]] = []
    most = 0
    for place in sums:
        choice = choose(options, equations, drop=place)
        if not choice.finished:
            return Choice((), False, 0)
        found += [one for one in choice.found if one not in found]
        most = max(most, choice.sums)
        if len(found) >= ENOUGH:
            break
    return Choice(tuple(found[:ENOUGH]), True, most)
