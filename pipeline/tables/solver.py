"""The mixed-integer programme behind a choice (HiGHS).

One yes/no a reading, one reading a row, each stated column sum an equation that may be broken at a
price: misprints exist.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.tables.gaps import Gaps
from pipeline.tables.readings import Reading

_BROKEN_SUM = 5.0  # dearer than any repair of two operations, cheaper than rewriting a row
# Branching is bounded by nodes, not by seconds: a slow machine must give the same answer.
_MOST_NODES = 40


_OPTIONS = {"output_flag": False, "mip_max_nodes": _MOST_NODES, "random_seed": 0, "threads": 1}


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The readings of the damaged rows, by row, and the sums that they have to make come out."""

    options: dict[int, list[Reading]]
    gaps: Gaps


def solve(
    puzzle: Puzzle, may_break: bool, rival_of: tuple[dict[int, int], float] | None = None
) -> tuple[dict[int, int], float] | None:
    """Indexes of the readings of least total cost, and that cost.

    Empty if there is no answer, None if it was not found within the effort.
    Without `may_break` every sum is required. `rival_of` is an answer that may not be given again, and
    the most that another may cost.
    """
    import highspy  # 70 ms: only when there is something to decide

    options, sums = puzzle.options, puzzle.gaps.sums
    model = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        model.setOptionValue(option, value)
    names = [(i, k) for i, found in options.items() for k in range(len(found))]
    index = {name: n for n, name in enumerate(names)}
    for i, k in names:
        model.addCol(options[i][k].cost, 0.0, 1.0, 0, [], [])
    slack = len(names)
    for _ in sums:
        model.addCol(_BROKEN_SUM, 0.0, float(may_break), 0, [], [])
    for n in range(slack + len(sums)):
        model.changeColIntegrality(n, highspy.HighsVarType.kInteger)
    for i, found in options.items():
        cols = [index[i, k] for k in range(len(found))]
        model.addRow(1.0, 1.0, len(cols), cols, [1.0] * len(cols))
    for n in range(len(sums)):
        _add_sum(model, puzzle, n, (index, slack + n))
    if rival_of is not None:
        costs = [options[i][k].cost for i, k in names] + [_BROKEN_SUM] * len(sums)
        _add_rival(model, [index[name] for name in rival_of[0].items()], costs, rival_of[1])
    model.run()
    if model.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return {}, 0.0
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = model.getSolution().col_value
    picked = {i: k for n, (i, k) in enumerate(names) if values[n] > 0.5}
    return picked, model.getInfo().objective_function_value


def _add_rival(model, given, costs, most) -> None:  # type: ignore[no-untyped-def]
    """Not the given answer once more, and none dearer than the most."""
    import highspy

    model.addRow(-highspy.kHighsInf, len(given) - 1.0, len(given), given, [1.0] * len(given))
    model.addRow(-highspy.kHighsInf, most, len(costs), list(range(len(costs))), costs)


def _add_sum(model, puzzle, number, place) -> None:  # type: ignore[no-untyped-def]
    """Σ addends − total = 0 within the rounding, unless the slack column is bought."""
    import highspy

    index, slack = place
    cols, weights = [], []
    for i, found in puzzle.options.items():
        for k, reading in enumerate(found):
            if part := puzzle.gaps.part(i, reading)[number]:
                cols.append(index[i, k])
                weights.append(float(part))
    fixed = float(puzzle.gaps.fixed(number))
    slop = float(puzzle.gaps.slack(number)) + 1e-6
    room = abs(fixed) + sum(map(abs, weights)) + 1.0
    size = len(cols) + 1
    model.addRow(-highspy.kHighsInf, slop - fixed, size, [*cols, slack], [*weights, -room])
    model.addRow(-slop - fixed, highspy.kHighsInf, size, [*cols, slack], [*weights, room])
