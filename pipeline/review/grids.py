"""Tables compared by what a reader would quote: (row label, heading path, value) of every filled cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.language import patterns
from pipeline.review.measures import Facts, Label, Rows
from pipeline.review.values import squeeze

Grid = list[list[str]]
_WORD = patterns.compile(r"[\u4e00-\u9fff]{2}")


def grid_to_facts(columns: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> Facts:
    """`columns` holds the headings above each column; a row is told by its first two cells.

    A list one a line and one with 、 is the same list.
    """
    paths = ["/".join(dict.fromkeys(squeeze(head) for head in path if squeeze(head))) for path in columns]
    rows = [once_across([squeeze(cell).replace("、", "") for cell in row]) for row in body]
    return Counter(
        (tuple(row[:2]), path, cell) for row in rows for path, cell in zip(paths, row, strict=False) if cell
    )


def once_across(cells: Sequence[str]) -> list[str]:
    """Words of one cell that spans several columns stand once, in the first; figures and dashes stay in each.

    >>> once_across(["合计", "合计", "12", "12"])
    ['合计', '', '12', '12']
    """
    return ["" if i and cell == cells[i - 1] and _WORD.search(cell) else cell for i, cell in enumerate(cells)]


def cells_to_facts(cells: Sequence[Mapping[str, Any]]) -> Facts:
    """The facts of one published table, a merged cell standing wherever it reaches."""
    height = max(cell["row"] + (cell.get("row_span") or 1) for cell in cells)
    width = max(cell["col"] + (cell.get("col_span") or 1) for cell in cells)
    grid: Grid = [[""] * width for _ in range(height)]
    roles: dict[str, set[int]] = {}
    for cell in cells:
        covered = range(cell["row"], cell["row"] + (cell.get("row_span") or 1))
        roles.setdefault(cell.get("role") or "", set()).update(covered)
        for i in covered:
            for j in range(cell["col"], cell["col"] + (cell.get("col_span") or 1)):
                grid[i][j] = cell.get("text") or ""
    head = roles.get("header", set())
    aside = head | roles.get("title", set()) | roles.get("note", set())
    columns = [[grid[i][j] for i in sorted(head)] for j in range(width)]
    return grid_to_facts(columns, [row for i, row in enumerate(grid) if i not in aside])


def compare(label: Label, rows: Rows | None) -> tuple[tuple[int, int, int], int]:
    """((right, extracted, labelled), tables exact), each labelled table against the best that is left.

    None for a notice that was not extracted: nothing right of one labelled.
    """
    if rows is None:
        return (0, 0, 1), 0
    cells: dict[str, list[dict[str, Any]]] = {row["table_id"]: [] for row in rows("tables")}
    for cell in rows("cells"):
        if cell["table_id"] in cells:
            cells[cell["table_id"]].append(cell)
    found = {table_id: cells_to_facts(those) for table_id, those in cells.items() if those}
    right = extracted = labelled = exact = 0
    for table in label["tables"]:
        want = grid_to_facts(table["columns"], table["rows"])
        best = max(found, key=lambda table_id: (found[table_id] & want).total(), default=None)
        got = found.pop(best) if best is not None else Counter()
        right += (got & want).total()
        extracted += got.total()
        labelled += want.total()
        exact += got == want
    return (right, extracted, labelled), exact
