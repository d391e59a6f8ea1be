"""The words of notices as they are asked for, and what was found of two before: kept as long as both are what they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache

from pipeline.publish.copies import Verdict
from pipeline.publish.overlap import Worded, text_to_words
from pipeline.shelf import Shelf

# Where on a shelf the verdicts on the last large set lie.
KEY = "verdicts"
# Texts held as words at once: a hundred of some ten thousand characters are 100 MB.
_HELD = 100


class Company:
    """`load` gives the text of a notice, `digest` a hash of it; on the shelf, if there is one, lie the verdicts."""

    def __init__(self, load: Callable[[str], str], digest: Callable[[str], str], shelf: Shelf | None) -> None:
        self._digest, self._shelf = digest, shelf
        self._words = lru_cache(_HELD)(lambda notice_id: text_to_words(load(notice_id)))
        stored = shelf.find(KEY) if shelf else None
        self._before: dict[str, list[str]] = json.loads(stored) if stored else {}
        self._found: dict[str, list[str]] = {}

    def of(self, notice_id: str) -> Worded:
        return self._words(notice_id)

    def before(self, one: str, other: str) -> Verdict | None:
        pair = f"{self._digest(one)} {self._digest(other)}"
        if (known := self._before.get(pair)) is None:
            return None
        self._found[pair] = known
        kind, here, there = known
        return kind, here, there

    def found(self, one: str, other: str, verdict: Verdict) -> None:
        self._found[f"{self._digest(one)} {self._digest(other)}"] = list(verdict)

    def save(self) -> None:
        """For the next run; where nothing is new it has it already."""
        if self._shelf and self._found.keys() != self._before.keys():
            self._shelf.keep(KEY, json.dumps(self._found).encode())
