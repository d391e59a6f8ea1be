"""What the tables state about themselves, added up again from the published cells.

Independent of the mending: nothing here knows how a table was put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

import regex

from pipeline.language.cells import decimals, is_subtotal, number
from pipeline.language.headings import meaning, path_meaning
from pipeline.model import Cell, Check, Extracted, Span, Table

# Rates are not added up; the entry of such a column in a total row is a rate of its own.
_RATIO = regex.compile(r"率|占比|比例|比重|百分比|均|[%％‰]|单价|系数|标准$|序号|排名")
_FEWEST = 5  # rows that must agree before an identity between columns is believed
_MOST_COLUMNS = 24  # the search for identities is cubic
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The cells of a table by row, and which rows are body, totals, or fences between sections."""

    table: Table
    cells: list[list[Cell | None]]
    roles: list[str]
    paths: list[tuple[str, ...]]

    def value(self, row: int, col: int) -> Decimal | None:
        cell = self.cells[row][col]
        return number(cell.text) if cell is not None else None

    def rows(self, role: str) -> list[int]:
        return [i for i, r in enumerate(self.roles) if r == role]

    def heading(self, col: int) -> str:
        return "/".join(self.paths[col]) or f"column {col + 1}"


def totals(extracted: Extracted) -> list[Check]:
    """Checks `column_total`, `group_total`, `row_total`, `row_identity` and `row_numbers` of every table."""
    checks: list[Check] = []
    for table in extracted.mended.tables:
        grid = _table_to_grid(table)
        for find in (_column_totals, _group_totals, _row_totals, _identities, _row_numbers):
            checks += find(grid)
    return checks


def _table_to_grid(table: Table) -> _Grid:
    cells = table.grid()
    roles = [next((cell.role for cell in row if cell), "body") for row in cells]
    return _Grid(table, cells, list(roles), table.paths())


def _check(grid: _Grid, kind: str, place: tuple[int, int], figures: tuple[Decimal, Decimal, Decimal], say: str) -> Check:
    """A check of a printed figure: (expected, printed, how far they may differ by rounding)."""
    row, col = place
    expected, actual, slack = figures
    cell = grid.cells[row][col]
    status = "pass" if abs(expected - actual) <= slack else "fail"
    return Check(
        kind, status, str(expected), str(actual), f"{grid.table.table_id} row {row + 1} column {col + 1}", say,  # type: ignore[arg-type]
        cell_span(cell), grid.table.clause_id, grid.table.table_id,
    )  # fmt: skip


def cell_span(cell: Cell | None) -> Span | None:
    if cell is None or not cell.parts:
        return None
    return Span(min(p.start for p in cell.parts), max(p.end for p in cell.parts))


def _slack(texts: Sequence[str]) -> Decimal:
    """Half a unit of the last printed digit for each figure that has a fraction (XBRL Calculations 1.1)."""
    digits = [decimals(text) for text in texts if text]
    return sum((Decimal(5).scaleb(-d - 1) for d in digits), _ZERO) if any(digits) else _ZERO


def _texts(grid: _Grid, places: Sequence[tuple[int, int]]) -> list[str]:
    cells = (grid.cells[i][j] for i, j in places)
    return [cell.text for cell in cells if cell and number(cell.text) is not None]


# --- down the columns -----------------------------------------------------------------------------


def _column_totals(grid: _Grid) -> Iterator[Check]:
    for total in grid.rows("total"):
        for col in range(grid.table.n_cols):
            cell, printed = grid.cells[total][col], grid.value(total, col)
            if cell is None or printed is None or cell.row != total or cell.col_span > 1:
                continue
            if any(_RATIO.search(h) for h in grid.paths[col]) or path_meaning(grid.paths[col]) == "row_number":
                continue
            scopes = [rows for rows in _scopes(grid, total) if any(grid.value(i, col) is not None for i in rows)]
            sums = [sum((grid.value(i, col) or _ZERO for i in rows), _ZERO) for rows in scopes]
            if not sums:
                continue
            n = next((k for k, s in enumerate(sums) if s == printed), 0)
            slack = _slack(_texts(grid, [(i, col) for i in (*scopes[n], total)]))
            say = f"{grid.heading(col)}: {len(scopes[n])} rows add up to {sums[n]}, the total row says {printed}"
            yield _check(grid, "column_total", (total, col), (sums[n], printed, slack), say)


def _scopes(grid: _Grid, total: int) -> list[list[int]]:
    """The rows a total row may cover: its section or the whole body, the likelier first."""
    body = grid.rows("body")
    fences = [i for i in range(total) if grid.roles[i] != "body"]
    near = [i for i in body if (fences[-1] if fences else -1) < i < total]
    after = [i for i in body if i > total]
    words = [cell.text for cell in grid.cells[total] if cell and cell.text]
    first = [near, body] if words and is_subtotal(words[0]) else [body, near]
    return [rows for rows in (*first, after) if rows]


def _group_totals(grid: _Grid) -> Iterator[Check]:
    """A figure that spans several columns of a total row sums the plain total row over them."""
    rows = grid.rows("total")
    for row in rows:
        plain = next((r for r in reversed(rows) if r < row), None)
        for cell in {id(c): c for c in grid.cells[row] if c and c.row == row and c.col_span > 1}.values():
            printed = number(cell.text)
            if printed is None or plain is None:
                continue
            cols = range(cell.col, cell.col + cell.col_span)
            expected = sum((grid.value(plain, j) or _ZERO for j in cols), _ZERO)
            name = "/".join(h for h in grid.paths[cell.col] if all(h in grid.paths[j] for j in cols))
            say = f"{name}: the totals of its {len(cols)} columns add up to {expected}, printed is {printed}"
            slack = _slack(_texts(grid, [(plain, j) for j in cols]))
            yield _check(grid, "group_total", (row, cell.col), (expected, printed, slack), say)


# --- along the rows -------------------------------------------------------------------------------


def _row_totals(grid: _Grid) -> Iterator[Check]:
    """Columns headed 合计, 小计: each row, where nearly all rows agree on what the column sums."""
    heads = [j for j, path in enumerate(grid.paths) if path and meaning(path[-1]) == "total"]
    for col in heads:
        for parts in _addends(grid, col, heads):
            rows = [i for i in (*grid.rows("body"), *grid.rows("total")) if grid.value(i, col) is not None]
            sums = {i: sum((grid.value(i, j) or _ZERO for j in parts), _ZERO) for i in rows}
            right = sum(sums[i] == grid.value(i, col) for i in rows)
            if right < 2 or right < 0.8 * len(rows):
                continue
            for i in rows:
                printed = grid.value(i, col) or _ZERO
                slack = _slack(_texts(grid, [(i, j) for j in (*parts, col)]))
                say = f"{grid.heading(col)}: the row adds up to {sums[i]}, printed is {printed}"
                yield _check(grid, "row_total", (i, col), (sums[i], printed, slack), say)
            break


def _addends(grid: _Grid, col: int, heads: Sequence[int]) -> list[list[int]]:
    paths = grid.paths
    plain = [
        j for j in range(grid.table.n_cols)
        if j not in heads and not any(_RATIO.search(h) for h in paths[j])
        and path_meaning(paths[j]) not in ("row_number", "label")
    ]  # fmt: skip
    siblings = [j for j in plain if paths[j][:-1] == paths[col][:-1] and len(paths[j]) == len(paths[col])]
    subtotals = [j for j in heads if len(paths[j]) > len(paths[col])]
    return [cols for cols in (siblings, plain, subtotals) if len(cols) > 1]


def _identities(grid: _Grid) -> Iterator[Check]:
    """Column b = a + c wherever all three are printed: one check for the identity, one more a row that breaks it."""
    rows = [*grid.rows("body"), *grid.rows("total")]
    cols = [j for j in range(grid.table.n_cols) if sum(grid.value(i, j) is not None for i in rows) >= _FEWEST]
    cols = [j for j in cols if not any(_RATIO.search(h) for h in grid.paths[j])]
    if len(cols) > _MOST_COLUMNS:
        return
    for whole in cols:
        for a, c in combinations([j for j in cols if j != whole], 2):
            yield from _identity(grid, rows, whole, (a, c))


def _identity(grid: _Grid, rows: Sequence[int], whole: int, parts: tuple[int, int]) -> Iterator[Check]:
    a, c = parts
    full = [(i, v) for i in rows if None not in (v := [grid.value(i, j) for j in (whole, a, c)])]
    if len(full) < _FEWEST or sum(bool(v[1]) and bool(v[2]) for _, v in full) < _FEWEST:
        return
    wrong = [(i, v) for i, v in full if (v[0] or _ZERO) != (v[1] or _ZERO) + (v[2] or _ZERO)]
    if len(wrong) > 0.1 * len(full):
        return
    law = f"{grid.heading(c)} = {grid.heading(whole)} − {grid.heading(a)}"
    right = len(full) - len(wrong)
    place = f"{grid.table.table_id} columns {whole + 1}, {a + 1}, {c + 1}"
    yield Check(
        "row_identity", "fail" if wrong else "pass", f"{len(full)} rows", f"{right} rows", place,
        f"{law} holds in {right} of {len(full)} rows", cell_span(grid.cells[0][whole]), grid.table.clause_id, grid.table.table_id,
    )  # fmt: skip
    for i, v in wrong:
        expected, printed = (v[1] or _ZERO) + (v[2] or _ZERO), v[0] or _ZERO
        yield _check(grid, "row_identity", (i, whole), (expected, printed, _ZERO), f"{law} fails in row {i + 1}")


def _row_numbers(grid: _Grid) -> Iterator[Check]:
    """序号 runs on without gaps, from 1 again only below a group row."""
    col = next((j for j, path in enumerate(grid.paths) if path_meaning(path) == "row_number"), None)
    if col is None:
        return
    numbered = [i for i in grid.rows("body") if (cell := grid.cells[i][col]) and cell.row == i and grid.value(i, col)]
    if len(numbered) < 2:
        return
    breaks = []
    for upper, lower in pairwise(numbered):
        restarts = grid.value(lower, col) == 1 and any(r == "group" for r in grid.roles[upper:lower])
        if grid.value(lower, col) != (grid.value(upper, col) or _ZERO) + 1 and not restarts:
            breaks.append(f"{grid.value(upper, col)} → {grid.value(lower, col)}")
    first, last = grid.value(numbered[0], col), grid.value(numbered[-1], col)
    yield Check(
        "row_numbers", "fail" if breaks else "pass", f"{first} to {last} without a gap",
        ", ".join(breaks) or f"{first} to {last}", f"{grid.table.table_id} column {col + 1}",
        f"serial numbers of {len(numbered)} rows", cell_span(grid.cells[0][col]), grid.table.clause_id, grid.table.table_id,
    )  # fmt: skip
