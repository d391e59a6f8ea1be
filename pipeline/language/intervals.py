"""Which of many spans hold a place or overlap it, found without looking at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Span(Protocol):
    """Characters [start, end)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Held = TypeVar("Held")


class Within:
    """`span in Within(spans)`: whether one of the spans holds it whole.

    Of 0-5 and 7-9 one holds 2-3, none 4-8.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=lambda one: one.start)
        self._starts = [one.start for one in ordered]
        self._reach = list(accumulate((one.end for one in ordered), max))

    def __contains__(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._reach[at] >= span.end


class Overlapping(Generic[Held]):
    """`of(span)` gives those of `held` that have a character in common with it, by their indexes."""

    def __init__(self, held: Sequence[Held], where: Callable[[Held], Span]) -> None:
        spans = sorted((span.start, span.end, index) for index, span in enumerate(map(where, held)))
        self._starts = [start for start, _, _ in spans]
        self._ends = [end for _, end, _ in spans]
        self._indexes = [index for _, _, index in spans]
        self._reach = list(accumulate(self._ends, max))

    def of(self, span: Span) -> list[int]:
        """Their indexes in the order of `held`.

        Those that begin before the end of `span`, back to where none reaches it any more.

        Of 4-6, 0-9 and 9-12 the first two overlap 5-8.
        """
        at, found = bisect_left(self._starts, span.end) - 1, list[int]()
        while at >= 0 and self._reach[at] > span.start:
            if self._ends[at] > span.start:
                found.append(self._indexes[at])
            at -= 1
        return sorted(found)
