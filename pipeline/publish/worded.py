"""The words of notices as they are asked for, and what was found of two before: kept as long as both are what they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pipeline.publish.before import Before
from pipeline.publish.copies import Verdict
from pipeline.publish.overlap import Worded, text_to_words

# Where on a shelf the verdicts on the last large set lie.
VERDICTS = "verdicts"
# Texts held as words at once: a hundred of some ten thousand characters are 100 MB.
_HELD = 100


class Company:
    """`load` gives the text of a notice, `digest` a hash of it; `before` are the verdicts of the last run."""

    def __init__(self, load: Callable[[str], str], digest: Callable[[str], str], before: Before) -> None:
        self._digest, self._verdicts = digest, before
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
