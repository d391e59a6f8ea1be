"""A mended table in the terminal, with its repairs marked: what was printed, what it became, why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_MARK = {"certified": "✓", "probable": "?"}
_WIDEST = 24  # screen columns of a cell, twelve Chinese characters


def show(out: Path, notice_id: str, table: str = "1") -> str:
    """The published table as text. `table` is its number in the notice, from 1, or its table_id.

    Raises LookupError, which says what there is, when there is no such notice or table.
    """
    found = find_table(out, notice_id, table)
    cells = rows_of(out, "cells", notice_id, found["table_id"])
    repairs = rows_of(out, "repairs", notice_id, found["table_id"])
    repairs.sort(key=lambda r: (r["row"] is None, r["row"] or 0, r["kind"]))
    lines = [
        f"{notice_id} {found['table_id']} {found['title'] or ''}",
        f"{found['n_rows']} rows, {found['n_cols']} columns, {found['kind']}, {found['status']}",
        _drawn(found, cells, repairs),
    ]
    for repair in repairs:
        place = "" if repair["row"] is None else f" row {repair['row'] + 1}"
        lines += [
            f"{_MARK[repair['certainty']]} {repair['kind']}{place} ({repair['certainty']}): {repair['evidence']}",
            f"    was  {repair['before']}",
            f"    now  {repair['after']}",
        ]
    return "\n".join(lines)


def find_table(out: Path, notice_id: str, table: str) -> dict[str, Any]:
    tables = sorted(rows_of(out, "tables", notice_id), key=lambda t: t["char_start"] or 0)
    if not tables:
        raise LookupError(f"{notice_id}: no tables in {out}")
    for number, one in enumerate(tables, 1):
        if table in (str(number), one["table_id"]):
            return one
    there = ", ".join(f"{n} = {one['table_id']}" for n, one in enumerate(tables, 1))
    raise LookupError(f"{notice_id} has no table {table}; there are {there}")


def rows_of(out: Path, name: str, notice_id: str, table_id: str | None = None) -> list[dict[str, Any]]:
    import pyarrow.parquet as parquet

    rows: list[dict[str, Any]] = parquet.read_table(out / f"{name}.parquet").to_pylist()
    mine = [row for row in rows if row["notice_id"] == notice_id]
    return mine if table_id is None else [row for row in mine if row["table_id"] == table_id]


def _drawn(table: dict[str, Any], cells: list[dict[str, Any]], repairs: list[dict[str, Any]]) -> str:
    """The grid with merged cells written once; a mark before each row that a repair changed."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Of several repairs of a row the least sure one is marked.
    surest_first = sorted(repairs, key=lambda r: r["certainty"])
    marks = {r["row"]: _MARK[r["certainty"]] for r in surest_first if r["row"] is not None}
    grid = [[""] * table["n_cols"] for _ in range(table["n_rows"])]
    for cell in cells:
        for i in range(cell["row"], cell["row"] + cell["row_span"]):
            for j in range(cell["col"], cell["col"] + cell["col_span"]):
                first = (i, j) == (cell["row"], cell["col"])
                grid[i][j] = (cell["text"] or "") if first else ("⟵" if i == cell["row"] else "↑")
    drawing = Table(show_header=False, show_lines=True)
    drawing.add_column(width=2)
    for _ in range(table["n_cols"]):
        drawing.add_column(overflow="fold", max_width=_WIDEST)
    for i, row in enumerate(grid):
        heading = any(cell["row"] == i and cell["role"] == "header" for cell in cells)
        drawing.add_row(marks.get(i, ""), *map(Text, row), style="bold" if heading else None)
    # As wide as the table needs: a wide table scrolls (`| less -S`), squeezed columns cannot be read.
    console = Console(width=(_WIDEST + 3) * table["n_cols"] + 8)
    with console.capture() as captured:
        console.print(drawing)
    return captured.get().rstrip()
