"""What the rows of a table state: 合计 columns, identities between columns, serial numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from pipeline.check.grids import ZERO, Figure, Grid, cell_span, check_figure, slack_of, texts_at
from pipeline.language.addends import adds_up
from pipeline.language.headings import meaning, path_meaning
from pipeline.messages import say
from pipeline.model import Check

_FEWEST = 5  # rows that must agree before an identity between columns is believed
_MOST_COLUMNS = 24  # the search for identities is cubic


def row_totals(grid: Grid) -> Iterator[Check]:
    """Columns headed 合计, 小计: each row, where nearly all rows agree on what the column sums."""
    heads = [j for j, path in enumerate(grid.paths) if path and meaning(path[-1]) == "total"]
    for col in heads:
        for parts in _addends(grid, col, heads):
            rows = [i for i in (*grid.rows("body"), *grid.rows("total")) if grid.value(i, col) is not None]
            sums = {i: sum((grid.value(i, j) or ZERO for j in parts), ZERO) for i in rows}
            right = sum(sums[i] == grid.value(i, col) for i in rows)
            if right < 2 or right < 0.8 * len(rows):
                continue
            for i in rows:
                printed = grid.value(i, col) or ZERO
                slack = slack_of(texts_at(grid, [(i, j) for j in (*parts, col)]))
                why = say("row_adds_up", heading=grid.heading(col), sum=sums[i], printed=printed)
                yield check_figure(grid, "row_total", Figure(i, col, sums[i], printed, slack), why)
            break


def _addends(grid: Grid, col: int, heads: Sequence[int]) -> list[list[int]]:
    paths = grid.paths
    plain = [
        j for j in range(grid.table.n_cols)
        if j not in heads and adds_up(paths[j])
        and path_meaning(paths[j]) != "label"
    ]  # fmt: skip
    siblings = [j for j in plain if paths[j][:-1] == paths[col][:-1] and len(paths[j]) == len(paths[col])]
    subtotals = [j for j in heads if len(paths[j]) > len(paths[col])]
    return [cols for cols in (siblings, plain, subtotals) if len(cols) > 1]


def identities(grid: Grid) -> Iterator[Check]:
    """Column b = a + c wherever all three are printed: one check for the identity, one more a row that breaks it."""
    rows = [*grid.rows("body"), *grid.rows("total")]
    printed = {
        j: {i: value for i in rows if (value := grid.value(i, j)) is not None}
        for j in range(grid.table.n_cols)
        if adds_up(grid.paths[j])
    }
    cols = [j for j, values in printed.items() if len(values) >= _FEWEST]
    if len(cols) > _MOST_COLUMNS:
        return
    for whole in cols:
        for a, c in combinations([j for j in cols if j != whole], 2):
            if _may_hold([printed[j] for j in (whole, a, c)]):
                yield from _identity(grid, printed, whole, (a, c))


def _may_hold(columns: Sequence[Mapping[int, Decimal]]) -> bool:
    """Whether not more rows break the identity than may: most are known to break it after a few rows."""
    first, second, third = columns
    left = 0.1 * len(first)
    for i, value in first.items():
        if i in second and i in third and value != second[i] + third[i]:
            left -= 1
            if left < 0:
                return False
    return True


def _identity(
    grid: Grid, printed: Mapping[int, Mapping[int, Decimal]], whole: int, parts: tuple[int, int]
) -> Iterator[Check]:
    a, c = parts
    rows = [i for i in printed[whole] if i in printed[a] and i in printed[c]]
    full = [(i, [printed[j][i] for j in (whole, a, c)]) for i in rows]
    if len(full) < _FEWEST or sum(bool(v[1]) and bool(v[2]) for _, v in full) < _FEWEST:
        return
    wrong = [(i, v) for i, v in full if v[0] != v[1] + v[2]]
    if len(wrong) > 0.1 * len(full):
        return
    law = say("law", whole=grid.heading(c), minuend=grid.heading(whole), part=grid.heading(a))
    right = len(full) - len(wrong)
    place = f"{grid.table.table_id} columns {whole + 1}, {a + 1}, {c + 1}"
    yield Check(
        "row_identity", "fail" if wrong else "pass", str(len(full)), str(right), place,
        say("law_holds", law=law, right=right, of=len(full)), cell_span(grid.cells[0][whole]), grid.table.clause_id, grid.table.table_id,
    )  # fmt: skip
    for i, v in wrong:
        yield check_figure(
            grid,
            "row_identity",
            Figure(i, whole, v[1] + v[2], v[0], ZERO),
            say("law_fails", law=law, row=i + 1),
        )


def row_numbers(grid: Grid) -> Iterator[Check]:
    """序号 runs on without gaps, from 1 again only below a group row."""
    col = next((j for j, path in enumerate(grid.paths) if path_meaning(path) == "row_number"), None)
    if col is None:
        return
    numbered = [
        i for i in grid.rows("body") if (cell := grid.cells[i][col]) and cell.row == i and grid.value(i, col)
    ]
    if len(numbered) < 2:
        return
    breaks = []
    for upper, lower in pairwise(numbered):
        restarts = grid.value(lower, col) == 1 and any(r == "group" for r in grid.roles[upper:lower])
        if grid.value(lower, col) != (grid.value(upper, col) or ZERO) + 1 and not restarts:
            breaks.append(f"{grid.value(upper, col)} → {grid.value(lower, col)}")
    first, last = grid.value(numbered[0], col), grid.value(numbered[-1], col)
    yield Check(
        "row_numbers", "fail" if breaks else "pass", f"{first} … {last}",
        ", ".join(breaks) or f"{first} … {last}", f"{grid.table.table_id} column {col + 1}",
        say("serial_numbers", n=len(numbered)), cell_span(grid.cells[0][col]), grid.table.clause_id, grid.table.table_id,
    )  # fmt: skip
