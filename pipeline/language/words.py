"""The closed word classes of official Chinese, said once in lexicons/words.tsv.

A row there is word, kind, class and note; the kinds (`comparator`, `up`, `modal` …) are what rules speak of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns


class Entry(NamedTuple):
    """What a word is: its kind, and within it its class or sign ("" where the kind has none)."""

    kind: str
    cls: str


# Kinds that say how words behave beside a number, whatever they are elsewhere: no kinds of token.
BESIDE_NUMBERS = ("far", "soft", "only", "turn", "turn_modal", "ceiling", "filler", "ordinal")
# … and kinds that say how they behave in a name or before one, between a count and a length, or end what opens a report.
BESIDE_NAMES = (
    "named",
    "source",
    "extent",
    "finding",
    "agent",
    "counter",
    "sized",
    "grows",
    "deed",
    "place",
    "income",
)
# … and those after which a sentence goes on to something else, or what is begun is still to be done, or which say a time
# that no calendar has.
GOING_ON = ("anew", "begun", "spell")
# What 不 before a word of comparison makes of it: 不低于 is at least.
TURNED = {"<": ">=", ">": "<="}


@cache
def pairs() -> tuple[tuple[str, Entry], ...]:
    """Every row as (word, what it is); a word of two kinds (以下, a bound or what is told below) has two."""
    return tuple((row[0], Entry(row[1], row[2] if len(row) > 2 else "")) for row in lexicons.rows("words"))


@cache
def turned() -> Mapping[str, str]:
    """Word of comparison with a negation before it → its sign: 不得低于 is `>=`, 不宜超过 is `<=`.

    Made of the negations (`turn`), the words that may follow them (`turn_modal`) and every word of comparison that
    is not itself one with 不.
    """
    compared = [
        (w, cls) for w, cls in _of_kinds()["comparator"] if cls in TURNED and w[0] not in "不未<>＜＞"
    ]
    nots = [no + modal for no in words("turn") for modal in ("", *words("turn_modal"))]
    return {no + word: TURNED[sign] for no in nots for word, sign in compared}


@cache
def entries() -> Mapping[str, Entry]:
    """Word → what it is, the last row deciding; with the words of comparison that 不 turns round (不低于)."""
    apart = {*BESIDE_NUMBERS, *BESIDE_NAMES, *GOING_ON}
    compares = {sign: Entry("comparator", sign) for sign in TURNED.values()}
    found = {word: compares[sign] for word, sign in turned().items()}
    return found | {word: entry for word, entry in pairs() if entry.kind not in apart}


def lookup(word: str) -> Entry | None:
    """What `word` is, or None for a word of no closed class."""
    return entries().get(word)


@cache
def words(kind: str, *classes: str) -> tuple[str, ...]:
    """The words of a kind (of the classes named, if any), longest first."""
    found = {w for w, cls in _of_kinds().get(kind, ()) if not classes or cls in classes}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def _of_kinds() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Kind → its words, each with its class."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, entry in pairs():
        found.setdefault(entry.kind, []).append((word, entry.cls))
    return found


@cache
def alternation(kind: str, *classes: str) -> str:
    """The words as an alternation for a pattern, longest first; no groups."""
    return "|".join(map(patterns.escape, words(kind, *classes)))
