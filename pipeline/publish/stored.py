"""A notice that was made and lies on a shelf as bytes: what a run tells of it, and the way to the whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.messages import Message, json_to_message, message_to_json
from pipeline.publish.packed import bytes_to_portion, portion_to_bytes, portions_to_bytes
from pipeline.publish.portion import Portion
from pipeline.publish.sheet import Row
from pipeline.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Stored:
    """`told` are its issues about files; `digest` is that of its bytes, which stand in the entry `entry` of the shelf.

    `facts` and `checks` count as in a Portion; `wants` is what was not read for want of a tool or a higher limit.
    """

    notice_id: str
    source_file: str
    facts: int
    checks: Mapping[str, int]
    wants: tuple[Message, ...]
    told: Sequence[Row]
    digest: str
    entry: str
    start: int
    length: int
    # What reading it cost, where that was just now: for the log of the run.
    seconds: float = 0.0

    def load(self, shelf: Shelf) -> Portion:
        """The notice itself. Lost where the shelf has it no more."""
        return bytes_to_portion(shelf.take(self.entry, self.start, self.length))


def entry_to_stored(key: str, entry: bytes) -> tuple[Stored, ...]:
    """The notices of an entry, as `portions_to_bytes` wrote it; fails as `bytes_to_portion` where it is none."""
    head, _, _ = entry.partition(b"\n")
    at, found = len(head) + 1, []
    for length in json.loads(head):
        found.append(_stored(key, entry[at : at + length], at))
        at += length
    return tuple(found)


def stored_to_json(stored: Stored) -> list[Any]:
    """All but the entry it stands in."""
    wants = [message_to_json(one) for one in stored.wants]
    about = (
        stored.notice_id,
        stored.source_file,
        stored.facts,
        dict(stored.checks),
        wants,
        list(stored.told),
    )
    return [*about, stored.digest, stored.start, stored.length]


def json_to_stored(entry: str, said: Sequence[Any]) -> Stored:
    notice_id, source_file, facts, checks, wants, told, digest, start, length = said
    messages = tuple(json_to_message(one) for one in wants)
    return Stored(notice_id, source_file, facts, checks, messages, told, digest, entry, start, length)


def lay_portions(portions: Iterable[Portion], shelf: Shelf) -> list[Stored]:
    """Lays notices on a shelf, each as an entry of its own."""
    found: list[Stored] = []
    for portion in portions:
        stored = portion_to_bytes(portion)
        key = f"of this run: {portion.notice_id} {hashlib.sha256(stored).hexdigest()}"
        entry = portions_to_bytes([portion])
        shelf.lay(key, entry)
        found += entry_to_stored(key, entry)
    return found


def _stored(key: str, portion: bytes, start: int) -> Stored:
    said: dict[str, Any] = json.loads(portion[: portion.index(b"\n")])
    return Stored(
        notice_id=said["notice_id"],
        source_file=said["source_file"],
        facts=said["facts"],
        checks=said["checks"],
        wants=tuple(json_to_message(one) for one in said["wants"]),
        told=said["told"],
        digest=hashlib.sha256(portion).hexdigest(),
        entry=key,
        start=start,
        length=len(portion),
    )
