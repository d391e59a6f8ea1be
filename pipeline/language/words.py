"""The closed word classes of official Chinese, said once in lexicons/words.tsv.

A row there is word, kind, class and note; the kinds (`comparator`, `up`, `modal` …) are what rules speak of.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns


class Entry(NamedTuple):
    """What a word is: its kind, and within it its class or sign ("" where the kind has none)."""

    kind: str
    cls: str


@cache
def entries() -> Mapping[str, Entry]:
    """Word → what it is."""
    rows = lexicons.rows("words")
    return {row[0]: Entry(row[1], row[2] if len(row) > 2 else "") for row in rows}


def lookup(word: str) -> Entry | None:
    """What `word` is, or None for a word of no closed class."""
    return entries().get(word)


@cache
def words(kind: str, *classes: str) -> tuple[str, ...]:
    """The words of a kind (of the classes named, if any), longest first."""
    found = (w for w, e in entries().items() if e.kind == kind and (not classes or e.cls in classes))
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def alternation(kind: str, *classes: str) -> str:
    """The words as an alternation for a pattern, longest first; no groups."""
    return "|".join(map(patterns.escape, words(kind, *classes)))
