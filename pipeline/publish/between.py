"""Checks between two notices as they are held until the leaf of their notice is written: JSON, packed, for there may be one a notice."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.messages import json_to_message, message_to_json
from pipeline.model import Check, Span
from pipeline.publish.sections import LEVEL

# Lines of a pile that are packed together: they say much the same.
TOGETHER = 32


class Pile:
    """Lines in the order in which they came, a tenth of their length in memory."""

    __slots__ = ("_open", "_packed")

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._open: list[bytes] = []

    def add(self, line: bytes) -> None:
        self._open.append(line)
        if len(self._open) == TOGETHER:
            self._packed.append(zlib.compress(b"\n".join(self._open), LEVEL))
            self._open = []

    def __bool__(self) -> bool:
        return bool(self._packed or self._open)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._packed:
            yield from zlib.decompress(piece).split(b"\n")
        yield from self._open


class Between:
    """Checks, each with the notice it belongs to, and how many there are by status."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._said = Pile()

    def add(self, notice_id: str, status: str, check: str) -> None:
        """One as `check_to_json` gives it."""
        self.counts[status] += 1
        self._said.add(f"{notice_id}\t{check}".encode("utf-8", "surrogatepass"))

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """The notice, whose name has no tab, and what `said_to_check` reads."""
        return ((_text(said[: said.index(b"\t")]), said) for said in self._said)


def said_to_check(said: bytes) -> tuple[str, Check]:
    """The notice that a check belongs to, and the check."""
    notice_id, _, check = _text(said).partition("\t")
    return notice_id, json_to_check(json.loads(check))


def _text(said: bytes) -> str:
    return said.decode("utf-8", "surrogatepass")


def check_to_json(check: Check) -> str:
    """A line: what a notice more leaves as it was is not read again, only handed on."""
    span = [check.span.start, check.span.end] if check.span else None
    about = (check.kind, check.status, check.expected, check.actual, check.where)
    said = [*about, message_to_json(check.message), span, check.clause_id]
    return json.dumps(said, ensure_ascii=False)


def json_to_check(said: Sequence[Any]) -> Check:
    kind, status, expected, actual, where, message, span, clause_id = said
    place = Span(*span) if span else None
    return Check(kind, status, expected, actual, where, json_to_message(message), place, clause_id)
