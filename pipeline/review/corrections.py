"""Corrections on disk: entries added to `<notice_id>.corrections.toml`, and decided facts counted as labels."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.decisions.keys import correction_key
from pipeline.decisions.toml import toml_to_corrections
from pipeline.language import patterns
from pipeline.messages import say, tell
from pipeline.model import BrokenPromise, Correction
from pipeline.review.blocks import Block, blocks_to_text, text_to_blocks
from pipeline.whole import part, sweep

END = ".corrections.toml"
# What a page sent, in messages about its lines; the same in every language.
SENT = "sent.toml"


def added_to(path: Path, entries: str) -> str:
    """The whole file with entries (TOML) added. BrokenPromise for entries that are none or decide again about a fact."""
    return added_to_text(path.read_text("utf-8-sig") if path.exists() else "", entries, path.name)


def added_to_text(old: str, entries: str, file: str) -> str:
    """The same of what a `file` holds."""
    added = toml_to_corrections(entries, SENT)
    if not added:
        raise BrokenPromise(say("nothing_sent"))
    known = {_address(one): one for one in toml_to_corrections(old, file)}
    for one in added:
        if other := known.get(_address(one)):
            raise BrokenPromise(say("already_corrected", where=other.where, quote=one.quote[:60]))
        known[_address(one)] = one
    head, blocks = text_to_blocks(old, file)
    for block in text_to_blocks(entries, SENT)[1]:
        later = (n for n, one in enumerate(blocks) if _place(one) > _place(block))
        blocks.insert(next(later, len(blocks)), block)
    return blocks_to_text(head, [block.text for block in blocks])


def _place(block: Block) -> tuple[str, ...]:
    """Entries stand in the order of their places, so that those of two editors seldom meet in a merge."""
    said = block.said
    return said.place, said.table, said.quote, said.before, said.after


def without(path: Path, notice_id: str, correction_id: str) -> str:
    """The whole file without one of its corrections, comments kept. BrokenPromise if it has no such one."""
    text = path.read_text("utf-8-sig") if path.exists() else ""
    known = toml_to_corrections(text, path.name)
    keys = [correction_key(notice_id, one) for one in known]
    if correction_id not in keys:
        raise BrokenPromise(say("no_such_correction", file=path.name, correction=correction_id))
    number = keys.index(correction_id) + 1
    parts = _ENTRY.split(text)
    whole = "".join(_behind(part) if n == number else part for n, part in enumerate(parts))
    left = toml_to_corrections(whole, path.name)
    if list(map(_address, left)) != [_address(one) for n, one in enumerate(known, 1) if n != number]:
        raise BrokenPromise(say("correction_not_cut", where=known[number - 1].where))
    return whole


# Each entry with its heading; what stands before the first belongs to the file.
_ENTRY = patterns.compile(r"(?m)^(?=\[\[correction\]\])")


def _behind(entry: str) -> str:
    """The comments behind the last value of an entry: they are about the next one, or about the file."""
    lines = entry.splitlines(keepends=True)
    own = max(
        (n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), default=-1
    )
    return "".join(lines[own + 1 :]).lstrip("\n")


def replace_file(path: Path, whole: str) -> None:
    """The file is replaced whole or not at all, and is on the disk when this returns. Of no corrections there is no file."""
    if not whole.strip():
        path.unlink(missing_ok=True)
        return
    new = part(path, f".{threading.get_ident()}")
    sweep(path.parent)
    with new.open("w", encoding="utf-8") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def is_of(notice_id: str, file: Path) -> bool:
    """Whether the notice is the one in that file, or one of several in it: `file~文号`."""
    return any(notice_id == name or notice_id.startswith(f"{name}~") for name in (file.stem, file.name))


def _address(said: Correction) -> tuple[str, ...]:
    """What a decision is about; of a missing fact all it says, for several may stand in the same words."""
    was = json.dumps(dict(said.was), sort_keys=True, default=str)
    own = json.dumps(dict(said.values), sort_keys=True, default=str) if said.verdict == "missing" else ""
    return said.table, said.place, said.quote, was, said.before, said.after, own


# --- decided facts as labels --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Facts editors decided about, and how many of them the machine reads as they say."""

    right: int
    changed: int
    wrong: int

    @property
    def decided(self) -> int:
        return self.right + self.changed + self.wrong

    def __str__(self) -> str:
        return tell(
            "decided_facts", right=self.right, decided=self.decided, changed=self.changed, wrong=self.wrong
        )


def confirmed(out: Path) -> Confirmed:
    """Counts the table `corrections` of a published folder; nothing where it has none."""
    import pyarrow.parquet as pq

    path = out / "corrections.parquet"
    rows: Sequence[Mapping[str, Any]] = (
        pq.read_table(path, partitioning=None).to_pylist() if path.exists() else []
    )
    wrong = sum(row["verdict"] == "wrong" for row in rows)
    right = sum(row["verdict"] != "wrong" and _same(row) for row in rows)
    return Confirmed(right, len(rows) - right - wrong, wrong)


def _same(row: Mapping[str, Any]) -> bool:
    """Whether the machine reads what the editor says: numbers as numbers, so that 30 is 30.0."""
    return bool(json.loads(row["right_value"] or "null") == json.loads(row["machine_value"] or "null"))
