"""A set of notices that is what it was when it was published: what stands there is not made again.

notices, buckets → a sign → what was told of the tables, if they are as they were published
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.memory import Memory, file_to_digest

if TYPE_CHECKING:
    from pipeline.staleness import Settled


class Sums(NamedTuple):
    """Of what was published: rows by table, checks by result, mentions by kind, place and status; `strays` are files that were
    not as published before."""

    rows: Mapping[str, int]
    checks: Mapping[str, int]
    mentions: Mapping[str, int]
    strays: tuple[str, ...] = ()


def settled_to_sign(settled: Settled, buckets: int) -> str:
    """A hash of all that the tables are made of; empty where something could not be read, or is kept from before."""
    if settled.failures or settled.stale:
        return ""
    whole = hashlib.sha256(str(buckets).encode())
    for line in sorted(settled.notices.lines()):
        whole.update(b"\n%s\0%s" % tuple(line.split(b"\0", 2)[:2]))
    return whole.hexdigest()


def recall_sums(sign: str, out: Path, memory: Memory) -> Sums | None:
    """What was told of the tables in `out` when they were made of this; None where they were not, or a file is not as it was."""
    from pipeline.publish.listed import listed

    known = memory.last(sign) if sign else None
    if known is None or not _are_as_they_were(out, known["files"].items(), memory):
        return None
    # The data package, which lists the others, is one of those.
    if not _are_as_they_were(out, listed(out), memory):
        return None
    return Sums(known["rows"], known["checks"], known["mentions"])


def look_ahead(out: Path, memory: Memory) -> None:
    """Looks at what is published in `out`: while what is new is being read."""
    if out.is_dir():
        strange(out, memory)


def strange(out: Path, memory: Memory) -> tuple[str, ...]:
    """The files of `out` that are not as they were published; looked at once, for nobody else writes there while a run has its turn."""
    from pipeline.publish.listed import strays

    if memory.strange is None:
        memory.strange = tuple(strays(out, memory.published))
    return memory.strange


def keep_sums(sign: str, sums: Sums, out: Path, memory: Memory) -> None:
    """For the next run: what was published just now, and what each of its files says."""
    from pipeline.publish.listed import listed

    tables: set[str] = set()
    for path, digest in listed(out):
        memory.learn(f"{out}/{path}", digest)
        if "/" not in path:  # Twins come by the ten thousand.
            tables.add(path)
    with os.scandir(out) as entries:
        others = [one.name for one in entries if one.is_file(follow_symlinks=False)]
    files = {name: file_to_digest(out / name) for name in others if name not in tables}
    for path, digest in files.items():
        memory.learn(f"{out}/{path}", digest)
    made: dict[str, Any] = {"rows": sums.rows, "checks": sums.checks, "mentions": sums.mentions}
    memory.keep_last(sign, {**made, "files": files})


def _are_as_they_were(out: Path, files: Iterable[tuple[str, str]], memory: Memory) -> bool:
    return all(memory.published(f"{out}/{path}") == said for path, said in files)
