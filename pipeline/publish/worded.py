"""The words of notices as they are asked for, and what was found of two before: kept as long as both are what they were."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pipeline.publish.copies import Verdict
from pipeline.publish.overlap import Worded, text_to_words
from pipeline.publish.sections import LEVEL, bytes_to_sections, sections_to_bytes
from pipeline.shelf import Shelf

# Bytes from which it pays to pack what was found; what is not packed begins as a list of JSON, which nothing packed does.
_SHORT, _PLAIN = 256, b"["


class Before:
    """`name` is where it lies on the shelf; without a shelf nothing was found before, and nothing is kept.

    Findings are kept under a hash of all they were found of, and as long as each run asks for them again.
    """

    def __init__(self, name: str, shelf: Shelf | None) -> None:
        self._name, self._shelf = name, shelf
        stored = shelf.find(name) if shelf else None
        # Packed until they are asked for: what is found of the notices of a region says much the same.
        self._before = bytes_to_sections(stored) if stored else {}
        self._found: dict[str, bytes] = {}

    def get(self, key: str) -> Any:
        """What was found, as JSON has it; None if it was not looked for."""
        if (known := self._before.get(key)) is None:
            return None
        self._found[key] = known
        return json.loads(zlib.decompress(known) if known[:1] != _PLAIN else known)

    def put(self, key: str, found: Any) -> None:
        said = json.dumps(found).encode()
        is_short = len(said) < _SHORT and said[:1] == _PLAIN
        self._found[key] = said if is_short else zlib.compress(said, LEVEL)

    def save(self) -> None:
        """For the next run; where nothing is new it has it already."""
        if self._shelf and self._found.keys() != self._before.keys():
            self._shelf.keep(self._name, sections_to_bytes(self._found))


# Where on a shelf the verdicts on the last large set lie.
VERDICTS = "verdicts"
# Texts held as words at once: a hundred of some ten thousand characters are 100 MB.
_HELD = 100
# Hashes of notices held at once: each is asked for with every notice that has a name in common with it.
_HASHES = 1 << 14


class Company:
    """`load` gives the text of a notice, `digest` a hash of it; `before` are the verdicts of the last run."""

    def __init__(self, load: Callable[[str], str], digest: Callable[[str], str], before: Before) -> None:
        self._digest, self._verdicts = lru_cache(_HASHES)(digest), before
        self._words = lru_cache(_HELD)(lambda notice_id: text_to_words(load(notice_id)))

    def of(self, notice_id: str) -> Worded:
        return self._words(notice_id)

    def before(self, one: str, other: str) -> Verdict | None:
        known = self._verdicts.get(f"{self._digest(one)} {self._digest(other)}")
        if known is None:
            return None
        kind, here, there = known
        return kind, here, there

    def found(self, one: str, other: str, verdict: Verdict) -> None:
        self._verdicts.put(f"{self._digest(one)} {self._digest(other)}", list(verdict))

    def save(self) -> None:
        """For the next run; where nothing is new it has it already."""
        self._verdicts.save()
