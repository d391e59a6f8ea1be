"""The mixed-integer programme behind a choice (HiGHS).

One yes/no a reading, one reading a row, each stated column sum an equation that may be broken at a
price: misprints exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.language.cells import number
from pipeline.tables.draft import Draft
from pipeline.tables.readings import Reading
from pipeline.tables.relations import ColumnSum, tolerance

_BROKEN_SUM = 5.0  # dearer than any repair of two operations, cheaper than rewriting a row
_SECONDS = 2.0


def solve(
    draft: Draft, options: dict[int, list[Reading]], sums: Sequence[ColumnSum], forbidden: dict[int, int] | None
) -> tuple[dict[int, int], float]:
    """Indexes of the readings of least total cost, and that cost; empty if none was found in time.

    First every sum is required; only if that cannot be, broken ones are bought.
    """
    return _solve(draft, options, sums, (forbidden, 0.0)) or _solve(draft, options, sums, (forbidden, 1.0)) or ({}, 0.0)


def _solve(
    draft: Draft,
    options: dict[int, list[Reading]],
    sums: Sequence[ColumnSum],
    given: tuple[dict[int, int] | None, float],
) -> tuple[dict[int, int], float] | None:
    import highspy  # 70 ms: only when there is something to decide

    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("time_limit", _SECONDS)
    model.setOptionValue("threads", 1)
    names = [(i, k) for i, found in options.items() for k in range(len(found))]
    index = {name: n for n, name in enumerate(names)}
    for i, k in names:
        model.addCol(options[i][k].cost, 0.0, 1.0, 0, [], [])
    slack = len(names)
    forbidden, most_broken = given
    for _ in sums:
        model.addCol(_BROKEN_SUM, 0.0, most_broken, 0, [], [])
    for n in range(slack + len(sums)):
        model.changeColIntegrality(n, highspy.HighsVarType.kInteger)
    for i, found in options.items():
        cols = [index[i, k] for k in range(len(found))]
        model.addRow(1.0, 1.0, len(cols), cols, [1.0] * len(cols))
    for n, stated in enumerate(sums):
        _add_sum(model, draft, options, stated, (index, slack + n))
    if forbidden is not None:
        cols = [index[name] for name in forbidden.items()]
        model.addRow(-highspy.kHighsInf, len(cols) - 1.0, len(cols), cols, [1.0] * len(cols))
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = model.getSolution().col_value
    return {i: k for n, (i, k) in enumerate(names) if values[n] > 0.5}, model.getInfo().objective_function_value


def _add_sum(model, draft, options, stated, place) -> None:  # type: ignore[no-untyped-def]
    """Σ addends − total = 0 within the rounding, unless the slack column is bought."""
    import highspy

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
    slop = float(tolerance([t for t in texts if number(t) is not None])) + 1e-6
    room = abs(float(fixed)) + sum(map(abs, weights)) + 1.0
    size = len(cols) + 1
    model.addRow(-highspy.kHighsInf, slop - float(fixed), size, [*cols, slack], [*weights, -room])
    model.addRow(-slop - float(fixed), highspy.kHighsInf, size, [*cols, slack], [*weights, room])
