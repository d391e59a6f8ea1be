"""Checked notices → Parquet tables and their data package, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.model import Checked, Unread
from pipeline.publish import arrow, package
from pipeline.publish.folder import replace
from pipeline.publish.promises import Columns, hold_keys, rows_to_columns
from pipeline.publish.rows import checked_to_rows
from pipeline.publish.schema import schemas


def publish(checked: Sequence[Checked], failures: Sequence[Unread], out: Path) -> dict[str, int]:
    """Replaces `out` by the tables of these notices; returns the number of rows by table.

    The same notices give the same bytes in whatever order they come. Raises BrokenPromise if
    a row breaks what schemas/ promise, OSError if `out` is not a folder of ours or cannot be written; `out`
    is then as it was.
    """
    rows = checked_to_rows(checked, failures)
    columns = {name: rows_to_columns(schema, rows[name]) for name, schema in schemas().items()}
    hold_keys(schemas(), columns)
    replace(out, lambda folder: _write(columns, folder))
    return {name: len(those) for name, those in rows.items()}


def _write(columns: Mapping[str, Columns], folder: Path) -> None:
    for name, schema in schemas().items():
        arrow.write(arrow.columns_to_table(schema, columns[name]), folder / f"{name}.parquet")
    package.write(schemas(), folder)
