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


# What 不, 不得, 不应 … before a word of comparison makes of it: 不低于 is at least.
_TURNED = {"<": ">=", ">": "<="}
_NOT = ("不", "不得", "不应", "不可", "不能", "不会", "不要", "不宜", "不应当", "不予")


@cache
def entries() -> Mapping[str, Entry]:
    """Word → what it is; with the words of comparison that 不 turns round (不低于, 不得超过)."""
    read = {row[0]: Entry(row[1], row[2] if len(row) > 2 else "") for row in lexicons.rows("words")}
    turned = {
        no + word: Entry("comparator", _TURNED[entry.cls])
        for word, entry in read.items()
        if entry.kind == "comparator" and entry.cls in _TURNED and "\u4e00" <= word[0] and not word.startswith(("不", "未"))
        for no in _NOT
    }
    return turned | read


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
