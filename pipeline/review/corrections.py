"""Corrections on disk: entries added to `<notice_id>.corrections.toml`, and decided facts counted as labels."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.decisions.toml import toml_to_corrections
from pipeline.messages import say
from pipeline.model import BrokenPromise, Correction

END = ".corrections.toml"


def append(raw: Path, notice_id: str, entries: str) -> int:
    """Adds entries (TOML) to the corrections of a notice; returns how many. The file is replaced whole or not at all.

    Raises BrokenPromise for entries that are none, for a fact that the file decides about already, and
    for a file that cannot be read as it stands; OSError if `raw` does not hold the notice or cannot be written.
    """
    path = raw / f"{notice_id}{END}"
    if path.parent != raw or not any(_is_of(notice_id, one) for one in raw.iterdir()):
        raise FileNotFoundError(say("no_such_notice", folder=str(raw), notice=notice_id))
    added = toml_to_corrections(entries, "what was sent")
    if not added:
        raise BrokenPromise(say("nothing_sent"))
    old = path.read_text("utf-8") if path.exists() else ""
    known = {_address(one): one for one in toml_to_corrections(old, path.name)}
    for one in added:
        if other := known.get(_address(one)):
            raise BrokenPromise(say("already_corrected", where=other.where, quote=one.quote[:60]))
        known[_address(one)] = one
    whole = f"{old.rstrip()}\n\n{entries.strip()}\n" if old.strip() else f"{entries.strip()}\n"
    toml_to_corrections(whole, path.name)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with part.open("w", encoding="utf-8") as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return len(added)


def _is_of(notice_id: str, file: Path) -> bool:
    """Whether the notice is the one in that file, or one of several in it: `file~文号`."""
    return any(notice_id == name or notice_id.startswith(f"{name}~") for name in (file.stem, file.name))


def _address(said: Correction) -> tuple[str, ...]:
    was = json.dumps(dict(said.was), sort_keys=True, default=str)
    return said.table, said.place, said.quote, was, said.before, said.after


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
        others = f"{self.changed} read otherwise, {self.wrong} no fact"
        return f"decided by editors: {self.right} of {self.decided} facts read right; {others}"


def confirmed(out: Path) -> Confirmed:
    """Counts the table `corrections` of a published folder; nothing where it has none."""
    import pyarrow.parquet as pq

    path = out / "corrections.parquet"
    rows: Sequence[Mapping[str, Any]] = pq.read_table(path).to_pylist() if path.is_file() else []
    wrong = sum(row["verdict"] == "wrong" for row in rows)
    right = sum(row["verdict"] != "wrong" and _same(row) for row in rows)
    return Confirmed(right, len(rows) - right - wrong, wrong)


def _same(row: Mapping[str, Any]) -> bool:
    """Whether the machine reads what the editor says: numbers as numbers, so that 30 is 30.0."""
    return bool(json.loads(row["right_value"] or "null") == json.loads(row["machine_value"] or "null"))
