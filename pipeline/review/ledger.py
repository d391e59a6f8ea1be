"""A notice's text with every mention coloured: claimed by a row, explained, or unclaimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {"claimed": "green", "explained": "dim cyan", "unclaimed": "bold white on red"}


def ledger(out: Path, notice_id: str) -> Text:
    """The published text of a notice, coloured, with the sums and the unclaimed mentions below it.

    Raises LookupError, which says what there is, when `out` holds no such notice.
    """
    from rich.text import Text

    texts = {row["notice_id"]: row["text"] for row in _rows(out, "texts")}
    if notice_id not in texts:
        raise LookupError(f"{notice_id}: no such notice in {out}; there are: {', '.join(sorted(texts))}")
    mentions = [row for row in _rows(out, "ledger") if row["notice_id"] == notice_id]
    painted = Text(texts[notice_id])
    for row in mentions:
        painted.stylize(_STYLES[row["status"]], row["char_start"], row["char_end"])
    return painted.append("\n").append_text(_legend(mentions))


def _legend(mentions: Sequence[Mapping[str, Any]]) -> Text:
    from rich.text import Text

    sums = Counter(row["status"] for row in mentions)
    legend = Text()
    for status, style in _STYLES.items():
        legend.append(f" {sums[status]} {status} ", style).append("  ")
    for reason, count in Counter(row["reason"] for row in mentions if row["reason"]).most_common():
        legend.append(f"\n  {count:5} explained as {reason}")
    for row in mentions:
        if row["status"] == "unclaimed":
            legend.append(f"\n  unclaimed {row['kind']} “{row['text']}” at character {row['char_start']}")
    return legend.append("\n")


def _rows(out: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    path = out / f"{table}.parquet"
    if not path.exists():
        raise LookupError(f"{path} is not there: run make extract first")
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows
