"""Which notices of a large set must be known by name: those that share one with another, and those that citations may mean.

cards → hashes of what each notice goes by, four bytes each → the few notices and citations that have one in common

Whose names nobody else has is no copy, stands in no other and is cited by none: of a hundred thousand nearly all. Two names of
one hash cost only time: whoever holds notices against each other looks at the names themselves.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from pipeline.language.doc_numbers import number_to_key
from pipeline.language.documents import bare
from pipeline.publish.cited import names_of
from pipeline.publish.copies import held, names
from pipeline.publish.sheet import Row

if TYPE_CHECKING:
    from pipeline.publish.cards import Card
    from pipeline.publish.portion import Portion


_NOTICE = [
    "notice_id", "source_file", "title", "action", "subject_title", "doc_number", "status", "written_date",
    "effective_date", "region_code", "char_count", "url",
]  # fmt: skip


class Named(NamedTuple):
    """A notice as others may call it: its row, the names it goes by, what stands in it, and its names as citations have them."""

    row: Row
    names: frozenset[str]
    holds: frozenset[str]
    title: str
    short: tuple[str, ...]

    @property
    def notice_id(self) -> str:
        return str(self.row["notice_id"])


def said_to_named(row: Sequence[object], *said: Iterable[str]) -> Named:
    called, holds, title, short = said
    told = dict(zip(_NOTICE, row, strict=True))
    return Named(told, frozenset(called), frozenset(holds), str(title), tuple(short))


def portion_to_said(portion: Portion) -> tuple[Any, ...]:
    (row,) = portion.tables["notices"].select(_NOTICE).to_pylist()
    annexes = [str(one or "") for one in portion.tables["annexes"]["title"].to_pylist()]
    for day in ("written_date", "effective_date"):
        row[day] = str(row[day]) if row[day] else None
    title, short = names_of(row)
    return list(row.values()), sorted(names(row)), sorted(held(row, annexes)), title, sorted(short)


def keys_of(notice: Named) -> frozenset[int]:
    """Hashes of all that a notice goes by, or that stands in it; of a draft also of what it will be called."""
    row = notice.row
    said = {*notice.names, *notice.holds, notice.title, *notice.short}
    if row["doc_number"]:
        said.add(number_to_key(str(row["doc_number"])))
    if row["status"] == "draft":
        said.add(bare(str(row["subject_title"] or row["title"] or "")))
    return _hashes(said)


def keys_of_citation(row: Row) -> frozenset[int]:
    """Hashes of all that a citation may mean a notice by."""
    number = str(row["doc_number"] or "")
    return _hashes([*([number_to_key(number)] if number else []), *row["called"]])  # type: ignore[misc]


def _hashes(said: Iterable[str]) -> frozenset[int]:
    return frozenset(crc32(one.encode("utf-8", "surrogatepass")) for one in said if one)


def keys_to_bytes(each: Iterable[Iterable[int]]) -> bytes:
    return array("I", [key for keys in each for key in sorted(keys)]).tobytes()


def bytes_to_keys(said: bytes) -> array[int]:
    """The inverse, but for whose they are."""
    return array("I", said)


def acquainted(cards: Callable[[], Iterable[Card]]) -> tuple[list[Named], list[Row]]:
    """The notices that have a name in common with another, that a citation may mean, or that cite so, and these citations."""
    every = array("I")
    for card in cards():
        every += card.keys()
    every = array("I", sorted(every))
    wanted = {one for one, other in pairwise(every) if one == other}
    citing, citations = set[int](), list[Row]()
    for number, card in enumerate(cards()):
        if any(_is_in(key, every) for key in card.cited_keys()):
            rows = [row for row in card.citations() if any(_is_in(k, every) for k in keys_of_citation(row))]
            citations += rows
            citing |= {number} if rows else set()
    wanted.update(*map(keys_of_citation, citations))
    who = {str(row["notice_id"]) for row in citations}
    found = [
        one
        for number, card in enumerate(cards())
        if number in citing or not wanted.isdisjoint(card.keys())
        for one in card.named()
        if one.notice_id in who or not wanted.isdisjoint(keys_of(one))
    ]
    return found, citations


def _is_in(key: int, ordered: array[int]) -> bool:
    at = bisect_left(ordered, key)
    return at < len(ordered) and ordered[at] == key
