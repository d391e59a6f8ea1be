"""What the tables state about themselves, added up again from the published cells.

Independent of the mending: nothing here knows how a table was put together.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.grids import ZERO, Figure, Grid, check_figure, slack_of, table_to_grid, texts_at
from pipeline.check.identities import identities, row_numbers, row_totals
from pipeline.language.addends import addend, adds_up, parts_left_out
from pipeline.language.cells import is_subtotal, number
from pipeline.messages import say
from pipeline.model import Check, Extracted


def totals(extracted: Extracted) -> list[Check]:
    """Checks `column_total`, `group_total`, `row_total`, `row_identity` and `row_numbers` of every table."""
    checks: list[Check] = []
    for table in extracted.mended.tables:
        grid = table_to_grid(table)
        for find in (_column_totals, _group_totals, row_totals, identities, row_numbers):
            checks += find(grid)
    return checks


def _column_totals(grid: Grid) -> Iterator[Check]:
    for total in grid.rows("total"):
        for col in range(grid.table.n_cols):
            cell, printed = grid.cells[total][col], grid.value(total, col)
            if cell is None or printed is None or cell.row != total or cell.col_span > 1:
                continue
            if not adds_up(grid.paths[col]):
                continue
            scopes = [
                rows for rows in _scopes(grid, total) if any(grid.value(i, col) is not None for i in rows)
            ]
            sums = [sum((grid.value(i, col) or ZERO for i in rows), ZERO) for rows in scopes]
            if not sums:
                continue
            n = next((k for k, s in enumerate(sums) if s == printed), 0)
            slack = slack_of(texts_at(grid, [(i, col) for i in (*scopes[n], total)]))
            why = say(
                "column_adds_up", heading=grid.heading(col), n=len(scopes[n]), sum=sums[n], printed=printed
            )
            yield check_figure(grid, "column_total", Figure(total, col, sums[n], printed, slack), why)


def _scopes(grid: Grid, total: int) -> list[list[int]]:
    """The rows a total row may cover: its section or the whole body, the likelier first."""
    body = grid.rows("body")
    fences = [i for i in range(total) if grid.roles[i] != "body"]
    near = [i for i in body if (fences[-1] if fences else -1) < i < total]
    after = [i for i in body if i > total]
    end = next((i for i in range(total + 1, len(grid.roles)) if grid.roles[i] != "body"), len(grid.roles))
    below = [i for i in after if i < end]  # 小计 as the first row of its group
    words = [cell.text for cell in grid.cells[total] if cell and cell.text]
    first = [near, below, body] if any(map(is_subtotal, words[:2])) else [body, near, below]
    return [counted for rows in (*first, after) if (counted := _counted(grid, total, rows))]


def _counted(grid: Grid, total: int, rows: list[int]) -> list[int]:
    """The rows but for those that are part of one above: 其中 reaches as far as most columns want, and as far in all."""
    names = [
        next((cell.text for cell in grid.cells[i] if cell and cell.text and addend(cell.text) is None), "")
        for i in rows
    ]
    ways = [[i for n, i in enumerate(rows) if n not in way] for way in parts_left_out(names)]
    return max(ways, key=lambda way: _fits(grid, total, way), default=rows)


def _fits(grid: Grid, total: int, rows: list[int]) -> int:
    """In how many columns the rows add up to the total."""
    printed = {j: value for j in range(grid.table.n_cols) if (value := grid.value(total, j)) is not None}
    return sum(sum((grid.value(i, j) or ZERO for i in rows), ZERO) == value for j, value in printed.items())


def _group_totals(grid: Grid) -> Iterator[Check]:
    """A figure that spans several columns of a total row sums the plain total row over them."""
    rows = grid.rows("total")
    for row in rows:
        plain = next((r for r in reversed(rows) if r < row), None)
        for cell in {id(c): c for c in grid.cells[row] if c and c.row == row and c.col_span > 1}.values():
            printed = number(cell.text)
            if printed is None or plain is None:
                continue
            cols = range(cell.col, cell.col + cell.col_span)
            expected = sum((grid.value(plain, j) or ZERO for j in cols), ZERO)
            name = "/".join(h for h in grid.paths[cell.col] if all(h in grid.paths[j] for j in cols))
            why = say("group_adds_up", heading=name, n=len(cols), sum=expected, printed=printed)
            slack = slack_of(texts_at(grid, [(plain, j) for j in cols]))
            yield check_figure(grid, "group_total", Figure(row, cell.col, expected, printed, slack), why)
