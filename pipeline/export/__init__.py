"""Published tables → a file people open: a workbook, CSV, SQLite or DuckDB. Exports are not promised to be equal by bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.export import csv_files, duckdb_file, sqlite_file, workbook
from pipeline.export.published import Published, Watch
from pipeline.turns import locked
from pipeline.whole import part, remove, sweep

# Beside the tables, as the review pages are, and left out of git.
NAME = "exports"
Write = Callable[[Published, Path], None]
# Kind → what it is called where nobody says otherwise, and who writes it.
KINDS: Mapping[str, tuple[str, Write]] = {
    "xlsx": ("任务清单.xlsx", workbook.write),
    "csv": ("csv", csv_files.write),
    "sqlite": ("notices.sqlite", sqlite_file.write),
    "duckdb": ("notices.duckdb", duckdb_file.write),
}


def export(out: Path, kind: str, to: Path | None = None, watch: Watch = lambda *_: None) -> Path:
    """Writes the tables of `out` as one of KINDS to `to` and returns where they are.

    `watch` is told how far it is. What was there before is replaced when the new file is whole; of a folder of CSV, the files of these tables.
    FileNotFoundError if `out` holds no tables, or DuckDB is asked for and not installed; OSError as the file system does.
    """
    name, write = KINDS[kind]
    published = Published(out, watch)
    to = to or out / NAME / name
    to.parent.mkdir(parents=True, exist_ok=True)
    new = part(to)
    with locked(out, is_needed=False):  # A run would carry over what is just being replaced.
        sweep(to.parent, to.name)
        try:
            write(published, new)
            _put(new, to)
        finally:
            remove(new)
    return to


def _put(new: Path, to: Path) -> None:
    if not new.is_dir():
        new.replace(to)
        return
    to.mkdir(exist_ok=True)
    for file in sorted(new.iterdir()):
        file.replace(to / file.name)
