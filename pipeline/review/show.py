"""A mended table in the terminal, with its repairs marked: what was printed, what it became, why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.messages import published, say, tell

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
        tell(
            "table_size",
            rows=found["n_rows"],
            columns=found["n_cols"],
            kind=found["kind"],
            status=found["status"],
        ),
        _drawn(found, cells, repairs),
    ]
    for repair in repairs:
        said = {name: repair[name] for name in ("kind", "certainty")}
        said |= {"mark": _MARK[repair["certainty"]], "why": published(repair, "evidence")}
        line = tell("repair_line", **said)
        if repair["row"] is not None:
            line = tell("repair_line_row", row=repair["row"] + 1, **said)
        was, now = (
            tell("repair_was", said=repair["before"] or "∅"),
            tell("repair_now", said=repair["after"] or "∅"),
        )
        lines += [line, was, now]
    return "\n".join(lines)


def find_table(out: Path, notice_id: str, table: str) -> dict[str, Any]:
    tables = sorted(rows_of(out, "tables", notice_id), key=lambda t: t["char_start"] or 0)
    if not tables:
        raise LookupError(say("notice_without_tables", notice=notice_id, folder=str(out)))
    for number, one in enumerate(tables, 1):
        if table in (str(number), one["table_id"]):
            return one
    known = tuple(f"{n} = {one['table_id']}" for n, one in enumerate(tables, 1))
    raise LookupError(say("no_such_table", notice=notice_id, table=table, known=known))


def rows_of(out: Path, name: str, notice_id: str, table_id: str | None = None) -> list[dict[str, Any]]:
    import pyarrow.parquet as parquet

    rows: list[dict[str, Any]] = parquet.read_table(
        out / f"{name}.parquet", partitioning=None, filters=[("notice_id", "=", notice_id)]
    ).to_pylist()
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
