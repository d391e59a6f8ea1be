"""A rule: a pattern, how its matches are read, and the phrases that prove it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.language import patterns

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """`read` turns a match of `pattern` into a value, or None where the match is no such thing.

    `examples` maps phrases to what must be read from the first match in them (None: nothing may
    be read). One test runs every rule on every example of its own.
    """

    name: str
    pattern: patterns.Pattern
    read: Callable[[patterns.Match], T | None]
    examples: Mapping[str, T | None]

    def first(self, text: str) -> T | None:
        """The first value read from text, or None."""
        for match in self.pattern.finditer(text):
            if (value := self.read(match)) is not None:
                return value
        return None
