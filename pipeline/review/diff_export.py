"""Changes as programs read them: JSON, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from pipeline.language.formulas import without_formula
from pipeline.review.diff import Change
from pipeline.review.diff_markdown import print_markdown
from pipeline.review.diff_terminal import print_terminal


def print_json(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """As diff.schema.json says."""
    listed = [change for change in changes if change.listed]
    counted = Counter((c.notice_id, c.table, c.kind) for c in changes if not c.listed)
    said = {
        "summary": dict(Counter(change.kind for change in listed)),
        "left_out": max(0, len(listed) - limit) if limit else 0,
        "changes": [_change_to_json(change) for change in listed[: limit or None]],
        "counted": [
            {"notice_id": notice, "table": table, "kind": kind, "rows": n}
            for (notice, table, kind), n in sorted(counted.items())
        ],
    }
    json.dump(said, stream, ensure_ascii=False, indent=1, default=str)
    print(file=stream)


def _change_to_json(change: Change) -> Mapping[str, object]:
    return {
        **{
            name: getattr(change, name)
            for name in ("notice_id", "table", "kind", "key", "about", "quote", "clause_id")
        },
        "cause": change.cause.kind,
        "because": str(change.cause.because),
        "columns": {column: {"before": old, "after": new} for column, old, new in change.columns},
    }


def print_csv(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """A line a changed column (or a row added or removed); no cell is a formula."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(
        [
            "notice_id",
            "table",
            "change",
            "about",
            "column",
            "before",
            "after",
            "quote",
            "cause",
            "because",
            "key",
        ]
    )
    for change in [change for change in changes if change.listed][: limit or None]:
        for column, old, new in change.columns or (("", None, None),):
            cells = (
                change.notice_id,
                change.table,
                change.kind,
                change.about,
                column,
                old,
                new,
                change.quote,
            )
            writer.writerow(
                map(without_formula, (*cells, change.cause.kind, str(change.cause.because), change.key))
            )
    stream.write(lines.getvalue())


FORMATS: Mapping[str, Callable[[Sequence[Change], int, TextIO], None]] = {
    "terminal": print_terminal,
    "md": print_markdown,
    "json": print_json,
    "csv": print_csv,
}
