"""Choose one reading for each damaged row so that the totals add up; prove that no other would do.

Few likely readings are counted out; many go to a solver, which is asked a second time with its
answer forbidden. When the second best costs as much as the best, nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import log2, prod

from pipeline.language.cells import number
from pipeline.tables.draft import Draft
from pipeline.tables.gaps import Gaps
from pipeline.tables.readings import Reading
from pipeline.tables.relations import ColumnSum

# Two readings whose costs differ by less than half an operation are taken for equally likely.
MARGIN = 0.5
_MOST_COUNTED = 2000  # combinations; counting these takes less time than loading the solver (70 ms)

# What the readings leave open, in bits. 20 rows of 18 columns with a lost blank are 80 bits and take a
# second; 50 such rows are 200 bits, take half a minute and leave most rows with two readings anyway.
_MOST_BITS = 100

Picked = dict[int, Reading]


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading by row; `proved`: sums hold and no rival; `rivals`: rows with an equal second reading."""

    picked: Picked
    proved: bool
    rivals: Picked


def choose(draft: Draft, options: dict[int, list[Reading]], sums: Sequence[ColumnSum]) -> Choice:
    """Pick from `options` (readings by row, likeliest first, at least one a row)."""
    likeliest = {i: found[0] for i, found in options.items()}
    close = {i: rival for i, found in options.items() if (rival := _close(found))}
    if not sums:
        return Choice(likeliest, False, close)
    gaps = Gaps(draft, options, sums)
    if not close and not gaps.broken(likeliest):
        choice = Choice(likeliest, True, {})
    else:
        choice = _count_out(options, gaps) or _ask_solver(options, gaps)
    return _doubted(options, choice, gaps)


def _doubted(options: dict[int, list[Reading]], choice: Choice, gaps: Gaps) -> Choice:
    """The choice, with a rival for each row of which sums tell two readings apart but here do not: a zero moves."""
    more = _as_good(options, choice.picked, gaps, 2 * MARGIN)
    return Choice(choice.picked, choice.proved and not more, more | choice.rivals) if more else choice


def _count_out(options: dict[int, list[Reading]], gaps: Gaps) -> Choice | None:
    """The choice, if the likely readings are few and some of them make every sum come out.

    A reading dearer than its row's likeliest by more than two margins is in no answer within one
    margin of the best, nor in a rival of that answer.
    """
    least = sum(found[0].cost for found in options.values())
    near = [[r for r in found if r.cost < found[0].cost + 2 * MARGIN] for found in options.values()]
    if prod(map(len, near)) > _MOST_COUNTED:
        return None
    right: list[tuple[float, int, Picked]] = []
    for combination in product(*near):
        cost = sum(r.cost for r in combination)
        picked = dict(zip(options, combination, strict=True))
        if cost < least + 2 * MARGIN and not gaps.broken(picked):
            right.append((cost, len(right), picked))
    right.sort(key=lambda found: found[:2])
    if not right or right[0][0] > least + MARGIN:
        return None
    best_cost, _, best = right[0]
    rivals = [picked for cost, _, picked in right[1:] if cost < best_cost + MARGIN]
    differing = {i: other[i] for other in reversed(rivals) for i in best if other[i] is not best[i]}
    return Choice(best, not differing, differing)


def _ask_solver(options: dict[int, list[Reading]], gaps: Gaps) -> Choice:
    from pipeline.tables.solver import Puzzle, solve

    puzzle = Puzzle(options, gaps)
    hopeless = _bits(options) > _MOST_BITS
    best = None if hopeless else solve(puzzle, may_break=False)
    # Sums that cannot all come out are a misprint of the source: then the best that most allow.
    misprint = not (best and best[0])
    if misprint and not hopeless:
        best = solve(puzzle, may_break=True)
    if not best:  # too much to search: as when there were no sums
        likeliest = {i: found[0] for i, found in options.items()}
        return Choice(likeliest, False, {i: r for i, found in options.items() if (r := _close(found))})
    second = solve(puzzle, misprint, rival_of=(best[0], best[1] + MARGIN))
    picked = {i: options[i][k] for i, k in best[0].items()}
    rivals: Picked = {}
    if second and second[0]:
        rivals = {i: options[i][k] for i, k in second[0].items() if k != best[0][i]}
    proved = second is not None and not rivals and not gaps.broken(picked)
    return Choice(picked, proved, rivals)


def _bits(options: dict[int, list[Reading]]) -> float:
    near = (sum(r.cost < found[0].cost + 2 * MARGIN for r in found) for found in options.values())
    return sum(log2(n) for n in near)


def _as_good(options: dict[int, list[Reading]], picked: Picked, gaps: Gaps, margin: float) -> Picked:
    """Rows with another reading, dearer by less than the margin, that moves nothing but zeros and breaks no more sums."""
    now = gaps.of(picked)
    least = len(gaps.wrong(now))
    rivals: Picked = {}
    for i, found in options.items():
        mine = gaps.part(i, picked[i])
        for reading in found:
            if reading is picked[i] or reading.cost >= picked[i].cost + margin:
                continue
            other = [a - b + c for a, b, c in zip(now, mine, gaps.part(i, reading), strict=True)]
            if _only_zeros_move(picked[i], reading) and len(gaps.wrong(other)) <= least:
                rivals.setdefault(i, reading)
    return rivals


def _only_zeros_move(one: Reading, other: Reading) -> bool:
    changed = {
        s.text
        for a, b in zip(one.slots, other.slots, strict=True)
        if a.text != b.text
        for s in (a, b)
        if s.text
    }
    return all(number(text) == 0 for text in changed)


def _close(found: list[Reading]) -> Reading | None:
    return found[1] if len(found) > 1 and found[1].cost < found[0].cost + MARGIN else None


def broken_sums(draft: Draft, picked: Picked, sums: Sequence[ColumnSum]) -> list[ColumnSum]:
    """The stated sums that do not come out with these readings."""
    gaps = Gaps(draft, {i: [reading] for i, reading in picked.items()}, sums)
    return [sums[n] for n in gaps.broken(picked)]
