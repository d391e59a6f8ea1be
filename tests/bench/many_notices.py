"""The tables of a folder as often as they go into so many notices, renamed and reworded, for benchmarks of what is made of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

# Words that differ from notice to notice: a page could otherwise keep each once.
REWORDED = {"quote", "text", "task", "in_words", "what", "indicator", "row_label", "point", "recipient", "title", "notice_title", "targets"}  # fmt: skip
# Keys of what a notice has; agencies and regions are shared.
RENAMED = {"notice_id", "fact_id", "task_id", "table_id", "same_as", "check_id", "issue_id", "mention_id", "repair_id", "correction_id", "repeats"}  # fmt: skip


def multiply(source: Path, folder: Path, wanted: int) -> None:
    """The tables of `source` as often as they go into `wanted` notices, written into `folder` with what says what they are."""
    ((here,),) = duckdb.sql(f"SELECT count(*) FROM '{source}/notices.parquet'").fetchall()
    for path in sorted(source.glob("*.parquet")):
        names = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()]
        changed = [f"{name} || '-' || k AS {name}" for name in names if name in RENAMED | REWORDED]
        times = max(1, wanted // here) if "notice_id" in names else 1
        rows = f"SELECT t.* REPLACE ({', '.join(changed)})" if times > 1 else "SELECT t.*"
        many = f"{rows} FROM '{path}' t, (SELECT unnest(range({times})) AS k) ORDER BY k"
        duckdb.sql(f"COPY ({many}) TO '{folder / path.name}' (FORMAT parquet, ROW_GROUP_SIZE 20000)")
    shutil.copy(source / "datapackage.json", folder)
