"""The mixed-integer programme behind a choice (HiGHS).

One yes/no a reading, one reading a row, each stated column sum an equation that may be broken at a
price: misprints exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.language.cells import number
from pipeline.tables.draft import Draft
from pipeline.tables.readings import Reading
from pipeline.tables.relations import ColumnSum, tolerance

_BROKEN_SUM = 5.0  # dearer than any repair of two operations, cheaper than rewriting a row
# Branching is bounded by nodes, not by seconds: a slow machine must give the same answer.
_MOST_NODES = 200


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The readings of the damaged rows, by row, and the sums that they have to make come out."""

    draft: Draft
    options: dict[int, list[Reading]]
    sums: Sequence[ColumnSum]
    rounded: bool = True


def solve(
    puzzle: Puzzle, may_break: bool, forbidden: dict[int, int] | None = None
) -> tuple[dict[int, int], float] | None:
    """Indexes of the readings of least total cost, and that cost.

    Empty if there is no answer, None if it was not found within the effort.
    Without `may_break` every sum is required. `forbidden` is an answer that may not be given again.
    """
    import highspy  # 70 ms: only when there is something to decide

    options, sums = puzzle.options, puzzle.sums
    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_max_nodes", _MOST_NODES)
    model.setOptionValue("random_seed", 0)
    model.setOptionValue("threads", 1)
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
    for n, stated in enumerate(sums):
        _add_sum(model, puzzle, stated, (index, slack + n))
    if forbidden is not None:
        cols = [index[name] for name in forbidden.items()]
        model.addRow(-highspy.kHighsInf, len(cols) - 1.0, len(cols), cols, [1.0] * len(cols))
    model.run()
    if model.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return {}, 0.0
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = model.getSolution().col_value
    return {
        i: k for n, (i, k) in enumerate(names) if values[n] > 0.5
    }, model.getInfo().objective_function_value


def _add_sum(model, puzzle, stated, place) -> None:  # type: ignore[no-untyped-def]
    """Σ addends − total = 0 within the rounding, unless the slack column is bought."""
    import highspy

    draft, options = puzzle.draft, puzzle.options
    index, slack = place
    fixed, cols, weights = Decimal(0), [], []
    texts: list[str] = []
    for i in (*stated.rows, stated.total_row):
        sign = -1 if i == stated.total_row else 1
        if i not in options:
            fixed += sign * (number(draft.rows[i][stated.col].text) or 0)
            texts.append(draft.rows[i][stated.col].text)
            continue
        for k, reading in enumerate(options[i]):
            value = number(reading.slots[stated.col].text)
            if value:
                cols.append(index[i, k])
                weights.append(float(sign * value))
                texts.append(reading.slots[stated.col].text)
    slop = float(tolerance([t for t in texts if number(t) is not None])) * puzzle.rounded + 1e-6
    room = abs(float(fixed)) + sum(map(abs, weights)) + 1.0
    size = len(cols) + 1
    model.addRow(-highspy.kHighsInf, slop - float(fixed), size, [*cols, slack], [*weights, -room])
    model.addRow(-slop - float(fixed), highspy.kHighsInf, size, [*cols, slack], [*weights, room])
