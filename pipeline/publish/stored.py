"""A notice that was made and lies on a shelf as bytes: what a run tells of it, and the way to the whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
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


def stored_to_line(stored: Stored) -> bytes:
    """All but what reading it cost: its name, its digest and the rest as JSON, each ended by what no name holds. Lines sort as names do."""
    told = (stored.told, [message_to_json(one) for one in stored.wants])
    where = (stored.source_file, stored.facts, dict(stored.checks), stored.entry, stored.start, stored.length)
    name = stored.notice_id.encode("utf-8", "surrogatepass")
    return b"%s\0%s\0%s" % (name, stored.digest.encode(), _LINE.encode((*where, *told)).encode())


def line_to_stored(line: bytes) -> Stored:
    """The inverse."""
    name, digest, rest = line.split(b"\0", 2)
    source_file, facts, checks, entry, start, length, told, wants = json.loads(rest)
    messages = tuple([json_to_message(one) for one in wants])
    about = (_text(name), source_file, facts, checks, messages, told)
    return Stored(*about, digest.decode(), entry, start, length)


def line_to_id(line: bytes) -> str:
    """The name of the notice alone."""
    return _text(line[: line.index(b"\0")])


def line_to_digest(line: bytes) -> str:
    return line.split(b"\0", 2)[1].decode()


_LINE = json.JSONEncoder(separators=(",", ":"))
# How a line ends where nothing is wanting; and where nothing is told of it either.
_WHOLE, _SILENT = b",[]]", b",[],[]]"


# Lines of a roll that lie in one piece.
TOGETHER = 1024


class Roll(Iterable[Stored]):
    """Notices as lines, each made whole when it is asked for: of a hundred thousand these are a fifth of what the objects take.

    Many lie in one piece, for what stood between them in memory could not be given back else.
    """

    def __init__(self, lines: Iterable[bytes] = ()) -> None:
        self._pieces, self._open, self._count = list[bytes](), list[bytes](), 0
        for line in lines:
            self.add(line)

    def add(self, line: bytes) -> None:
        self._open.append(line)
        self._count += 1
        if len(self._open) == TOGETHER:
            self.close()

    def extend(self, others: Roll) -> None:
        for line in others.lines():
            self.add(line)

    def close(self) -> Roll:
        """The same, for which nothing more comes so soon."""
        if self._open:
            self._pieces.append(b"\n".join(self._open))
            self._open = []
        return self

    def clear(self) -> None:
        self._pieces, self._open, self._count = [], [], 0

    def lines(self) -> Iterator[bytes]:
        for piece in self._pieces:
            yield from piece.split(b"\n")
        yield from self._open

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Stored]:
        return map(line_to_stored, self.lines())

    def ids(self) -> Iterator[str]:
        return map(line_to_id, self.lines())

    def digests(self) -> Iterator[str]:
        return map(line_to_digest, self.lines())

    def find(self, notice_id: str) -> bytes:
        """The line of the notice of that name. LookupError if there is none."""
        name = notice_id.encode("utf-8", "surrogatepass") + b"\0"
        # Looked through whole: of each line Python would be asked.
        for piece in chain(self._pieces, self._open):
            at = 0 if piece.startswith(name) else piece.find(b"\n" + name) + 1
            if at or piece.startswith(name):
                return piece[at:].partition(b"\n")[0]
        raise LookupError(notice_id)

    def last(self) -> str:
        """The name of the last one; empty where there is none."""
        last = (self._open or self._pieces or [b"\0"])[-1]
        return line_to_id(last[last.rfind(b"\n") + 1 :])

    def telling(self) -> Iterator[Stored]:
        """Those of which there is something to tell: of most nothing is."""
        return (line_to_stored(line) for line in self.lines() if not line.endswith(_SILENT))

    def wanting(self) -> Iterator[Stored]:
        """Those of which something was not read for want of a tool or a higher limit."""
        return (line_to_stored(line) for line in self.lines() if not line.endswith(_WHOLE))


def are_of(lines: bytes, notice_id: str, source_file: str) -> bool:
    """Whether one of the notices is called so and was read from that file."""
    behind = (b"\n" + lines).partition(b"\n%s\0" % notice_id.encode("utf-8", "surrogatepass"))[2]
    return behind.partition(b"\0")[2].startswith(b"[%s," % _LINE.encode(source_file).encode())


def to_roll(notices: Iterable[Stored]) -> Roll:
    return notices if isinstance(notices, Roll) else Roll(map(stored_to_line, notices))


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")


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
