"""Choose one reading for each damaged row so that the totals add up; prove that no other would do.

Few likely readings are counted out; many go to a solver, which is asked a second time with its
answer forbidden. When the second best costs as much as the best, nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod

from pipeline.language.cells import number
from pipeline.tables.draft import Draft
from pipeline.tables.readings import Reading
from pipeline.tables.relations import ColumnSum, is_rounded, tolerance

# Two readings whose costs differ by less than half an operation are taken for equally likely.
MARGIN = 0.5
_MOST_COUNTED = 2000  # combinations; counting these takes less time than loading the solver (70 ms)


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading by row; `proved`: sums hold and no rival; `rivals`: rows with an equal second reading."""

    picked: dict[int, Reading]
    proved: bool
    rivals: dict[int, Reading]


def choose(draft: Draft, options: dict[int, list[Reading]], sums: Sequence[ColumnSum]) -> Choice:
    """Pick from `options` (readings by row, likeliest first, at least one a row)."""
    likeliest = {i: found[0] for i, found in options.items()}
    close = {i: rival for i, found in options.items() if (rival := _close(found))}
    if not sums or (not close and not broken_sums(draft, likeliest, sums)):
        return Choice(likeliest, bool(sums), close)
    return _count_out(draft, options, sums) or _ask_solver(draft, options, sums)


def _count_out(draft: Draft, options: dict[int, list[Reading]], sums: Sequence[ColumnSum]) -> Choice | None:
    """The choice, if the likely readings are few and some of them make every sum come out.

    A reading dearer than its row's likeliest by more than two margins is in no answer within one
    margin of the best, nor in a rival of that answer.
    """
    least = sum(found[0].cost for found in options.values())
    near = [[r for r in found if r.cost < found[0].cost + 2 * MARGIN] for found in options.values()]
    if prod(map(len, near)) > _MOST_COUNTED:
        return None
    right: list[tuple[float, int, dict[int, Reading]]] = []
    for combination in product(*near):
        cost = sum(r.cost for r in combination)
        picked = dict(zip(options, combination, strict=True))
        if cost < least + 2 * MARGIN and not broken_sums(draft, picked, sums):
            right.append((cost, len(right), picked))
    right.sort(key=lambda found: found[:2])
    if not right or right[0][0] > least + MARGIN:
        return None
    best_cost, _, best = right[0]
    rivals = [picked for cost, _, picked in right[1:] if cost < best_cost + MARGIN]
    differing = {i: other[i] for other in reversed(rivals) for i in best if other[i] is not best[i]}
    return Choice(best, not differing, differing)


def _ask_solver(draft: Draft, options: dict[int, list[Reading]], sums: Sequence[ColumnSum]) -> Choice:
    from pipeline.tables.solver import Puzzle, solve

    likeliest = {i: found[0] for i, found in options.items()}
    rounded = is_rounded([(gap, most) for _, gap, most in _gaps(draft, likeliest, sums)])
    puzzle = Puzzle(draft, options, sums, rounded)
    best = solve(puzzle, may_break=False)
    # Sums that cannot all come out are a misprint of the source: then the best that most allow.
    misprint = not (best and best[0])
    if misprint:
        best = solve(puzzle, may_break=True)
    if not best:  # too much to search: as when there were no sums
        return Choice(likeliest, False, {i: r for i, found in options.items() if (r := _close(found))})
    second = solve(puzzle, misprint, forbidden=best[0])
    picked = {i: options[i][k] for i, k in best[0].items()}
    # With a sum that stays broken, a second reading as likely of one row may break no more.
    rivals = _as_good(draft, options, picked, sums) if misprint else {}
    if second and second[0] and second[1] < best[1] + MARGIN:
        rivals |= {i: options[i][k] for i, k in second[0].items() if k != best[0][i]}
    proved = second is not None and not rivals and not broken_sums(draft, picked, sums)
    return Choice(picked, proved, rivals)


def _as_good(
    draft: Draft, options: dict[int, list[Reading]], picked: dict[int, Reading], sums: Sequence[ColumnSum]
) -> dict[int, Reading]:
    """Rows with another reading about as likely as the picked one that breaks no more sums."""
    least = len(broken_sums(draft, picked, sums))
    rivals = {}
    for i, found in options.items():
        near = [r for r in found if r is not picked[i] and r.cost < picked[i].cost + MARGIN]
        same = (r for r in near if len(broken_sums(draft, picked | {i: r}, sums)) <= least)
        if rival := next(same, None):
            rivals[i] = rival
    return rivals


def _close(found: list[Reading]) -> Reading | None:
    return found[1] if len(found) > 1 and found[1].cost < found[0].cost + MARGIN else None


def broken_sums(draft: Draft, picked: dict[int, Reading], sums: Sequence[ColumnSum]) -> list[ColumnSum]:
    """The stated sums that do not come out with these readings."""
    found = _gaps(draft, picked, sums)
    slack = is_rounded([(gap, most) for _, gap, most in found])
    return [stated for stated, gap, most in found if gap > (most if slack else 0)]


def _gaps(
    draft: Draft, picked: dict[int, Reading], sums: Sequence[ColumnSum]
) -> list[tuple[ColumnSum, Decimal, Decimal]]:
    """Each sum with what it lacks, and with the most that rounding explains."""

    def text(i: int, j: int) -> str:
        return picked[i].slots[j].text if i in picked else draft.rows[i][j].text

    found: list[tuple[ColumnSum, Decimal, Decimal]] = []
    for stated in sums:
        texts = [text(i, stated.col) for i in (*stated.rows, stated.total_row)]
        *addends, total = map(number, texts)
        if total is None:
            continue
        gap = abs(sum((a or Decimal(0) for a in addends), Decimal(0)) - total)
        found.append((stated, gap, tolerance([t for t in texts if number(t) is not None])))
    return found
