"""The history of facts as a file: CSV for spreadsheets, Parquet for queries. Made of git, and never part of the tables."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from pipeline.language.formulas import without_formula
from pipeline.messages import tell
from pipeline.review.history import COLUMNS, FactHistory, history


def tell_history(since: str, out: Path, to: Path | None) -> None:
    """Writes the history of the facts of `out` since a revision to the file `to`; prints it as CSV where there is none."""
    facts = history(since, out)
    if to is None:
        print_history(facts, sys.stdout)
        return
    write_history(facts, to)
    changed = sum(fact.last_change is not None for fact in facts)
    print(tell("history_written", n=len(facts), changed=changed, file=str(to)))


def write_history(facts: Sequence[FactHistory], file: Path) -> None:
    """As Parquet where the file is called so, else as CSV with a byte order mark. OSError as the file system does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix != ".parquet":
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            print_history(facts, stream)
        return
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"bool": pa.bool_(), "datetime.date | None": pa.date32()}
    types = [(one.name, kinds.get(str(one.type), pa.string())) for one in dataclasses.fields(FactHistory)]
    columns = {name: [getattr(fact, name) for fact in facts] for name in COLUMNS}
    pq.write_table(pa.table(columns, schema=pa.schema(types)), file, compression="zstd")


def print_history(facts: Sequence[FactHistory], stream: TextIO) -> None:
    """As CSV, a line a fact; no cell is a formula."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for fact in facts:
        values = (getattr(fact, name) for name in COLUMNS)
        writer.writerow(
            value.isoformat() if isinstance(value, datetime.date) else without_formula(value)
            for value in values
        )
