"""Which notices of a large set must be known by name: those that share one with another, and those that citations may mean.

cards → hashes of what each notice goes by, four bytes each → the few notices and citations that have one in common

Whose names nobody else has is no copy, stands in no other and is cited by none: of a hundred thousand nearly all. Two names of
one hash cost only time: whoever holds notices against each other looks at the names themselves.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
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


def named_to_sections(each: Sequence[Sequence[Any]]) -> dict[str, bytes]:
    """Notices as `portion_to_said` gives them: a line each, and hashes of what they go by."""
    keys = [keys_of(said_to_named(*one)) for one in each]
    lines = (json.dumps(one, ensure_ascii=False).encode("utf-8", "surrogatepass") for one in each)
    counts = keys_to_bytes([[len(one)] for one in keys])
    return {"named": b"\n".join(lines), "keys": keys_to_bytes(keys), "keys of each": counts}


def sections_to_named(sections: Mapping[str, bytes], wanted: Set[int], who: Set[str]) -> Iterator[Named]:
    """Those that go by one of the hashes `wanted`, or are called one of `who`: of most no more is read than the hashes."""
    keys, at = bytes_to_keys(sections["keys"]), 0
    counts = bytes_to_keys(sections["keys of each"])
    lines, are_wanted = list[bytes](), list[bool]()
    for line, count in zip(sections["named"].splitlines(), counts, strict=True):
        at += count
        is_wanted = not wanted.isdisjoint(keys[at - count : at])
        if is_wanted or who:
            lines.append(line)
            are_wanted.append(is_wanted)
    # Read as one: to begin with each takes longer than to read it.
    for is_wanted, said in zip(are_wanted, json.loads(b"[%s]" % b",".join(lines)), strict=True):
        if is_wanted or said[0][0] in who:
            yield said_to_named(*said)


def acquainted(cards: Callable[[], Iterable[Card]]) -> tuple[list[Named], list[Row]]:
    """The notices that have a name in common with another, that a citation may mean, or that cite so, and these citations."""
    every, cited = array("I"), set[int]()
    for card in cards():
        every += card.keys()
        cited.update(card.cited_keys())  # What one cites nine others cite.
    wanted = {one for one, other in pairwise(sorted(every)) if one == other}
    meant = cited.intersection(every)
    citing, citations = dict[int, Set[str]](), list[Row]()
    for number, card in enumerate(cards() if meant else ()):
        if not meant.isdisjoint(card.cited_keys()):
            rows = [row for row in card.citations() if not meant.isdisjoint(keys_of_citation(row))]
            citations += rows
            citing[number] = {str(row["notice_id"]) for row in rows}
    wanted.update(*map(keys_of_citation, citations))
    found = [
        one
        for number, card in enumerate(cards())
        for one in card.named(wanted, citing.get(number, frozenset()))
    ]
    return found, citations
