"""Which group a sum is of that says 小计 and no more: the rows right above it, if it is their sum.

| 东片 | 丁家镇 | 3 |
|      | 王家镇 | 5 |
| 小计 |        | 8 |   东片
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.addends import addend
from pipeline.language.cells import is_subtotal, of_total
from pipeline.model import Cell

Grid = Sequence[Sequence[Cell | None]]


def with_groups_of_sums(grid: Grid, named: Sequence[list[str]]) -> list[list[str]]:
    """The labels of each row, before a bare 小计 that of its group."""
    above = [[], *named][: len(named)]
    return [[*_group(grid, i, *names), *names[1]] for i, names in enumerate(zip(above, named, strict=True))]


def _group(grid: Grid, row: int, above: list[str], names: list[str]) -> list[str]:
    """The label over the rows right above a sum that names none, where all its figures are the sums of these rows."""
    if len(names) != 1 or len(above) < 2 or not is_subtotal(names[0]) or of_total(names[0]):
        return []
    own = next((cell for cell in grid[row] if cell and cell.text == names[0]), None)
    group = grid[row - 1][own.col] if own else None
    if group is None or group.role != "body" or group.text not in above[:-1]:
        return []
    stated = [(cell.col, addend(cell.text)) for cell in grid[row] if cell and cell is not own]
    sums = [(value, _added(grid[group.row : row], col)) for col, value in stated if value]
    return [group.text] if sums and all(value == found for value, found in sums) else []


def _added(rows: Grid, col: int) -> object:
    return sum(addend(cell.text) or 0 for row in rows if (cell := row[col]))
