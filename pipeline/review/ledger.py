"""A notice's text with every mention coloured: claimed by a row, explained, or unclaimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.mention_counts import shares
from pipeline.messages import say, tell, told
from pipeline.wording import value_word

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {"claimed": "green", "explained": "dim cyan", "unclaimed": "bold white on red"}


def ledger(out: Path, notice_id: str | None) -> Text:
    """The published text of a notice, coloured, with the sums and the unclaimed mentions below it; of all notices, where
    none is named, the sums alone.

    Raises LookupError, which says what there is, when `out` holds no such notice.
    """
    from rich.text import Text

    if notice_id is None:
        return _legend(_rows(out, "ledger"))
    texts = {row["notice_id"]: row["text"] for row in _rows(out, "texts")}
    if notice_id not in texts:
        raise LookupError(say("notice_not_in", notice=notice_id, folder=str(out), known=tuple(sorted(texts))))
    mentions = [row for row in _rows(out, "ledger") if row["notice_id"] == notice_id]
    painted = Text(texts[notice_id])
    for row in mentions:
        painted.stylize(_STYLES[row["status"]], row["char_start"], row["char_end"])
    painted.append("\n").append_text(_legend(mentions))
    for row in mentions:
        if row["status"] == "unclaimed":
            said = tell(
                "unclaimed_at",
                kind=value_word("ledger", "kind", row["kind"]),
                words=row["text"],
                at=row["char_start"],
            )
            painted.append(f"  {said}\n")
    return painted


def _legend(mentions: Sequence[Mapping[str, Any]]) -> Text:
    from rich.text import Text

    sums = Counter(row["status"] for row in mentions)
    legend = Text()
    for status, message in (
        ("claimed", say("n_claimed", n=sums["claimed"])),
        ("explained", say("n_explained", n=sums["explained"])),
        ("unclaimed", say("n_unclaimed", n=sums["unclaimed"])),
    ):
        legend.append(f" {told(message)} ", _STYLES[status]).append("  ")
    counts = Counter((row["kind"], row["place"], row["status"]) for row in mentions)
    for line in shares(counts):
        legend.append(f"\n{told(line)}")
    for reason, count in Counter(row["reason"] for row in mentions if row["reason"]).most_common():
        legend.append(f"\n  {tell('explained_as', n=count, reason=value_word('ledger', 'reason', reason))}")
    return legend.append("\n")


def _rows(out: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    path = out / f"{table}.parquet"
    if not path.exists():
        raise LookupError(say("file_not_there", file=str(path)))
    rows: list[dict[str, Any]] = pq.read_table(path, partitioning=None).to_pylist()
    return rows
