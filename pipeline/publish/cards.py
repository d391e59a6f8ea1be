"""What notices must know of one another, and no more: a card of a few kilobytes for the hundred notices of a leaf.

    portions → card: what each is called and says of others, the bodies and places it names, its figures with a date

All that is decided between notices (copies, citations, bodies that two name) is decided on cards, so that a million
notices need not be there at once, and one that is new costs the reading of its own leaf.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from pipeline.publish.about import row_to_source
from pipeline.publish.called import (
    Named,
    bytes_to_keys,
    keys_of_citation,
    keys_to_bytes,
    named_to_sections,
    portion_to_said,
    said_to_named,
    sections_to_named,
)
from pipeline.publish.cited import cited_rows
from pipeline.publish.package import items, pairs
from pipeline.publish.portion import Portion
from pipeline.publish.sheet import Row

# Of a table that notices share: its key, and the place that its rows name.
KEYS = {"agencies": ("agency_id", "region_code"), "regions": ("region_code", "parent")}
_INDICATOR = ["unit_base", "indicator_id", "indicator"]
# What is asked of a row of `targets` that is held against those of other notices: see `pipeline.pairs`.
Chosen = Callable[[Portion], Sequence[Sequence[object]]]


class Card(NamedTuple):
    """The sections of a card, each as JSON until it is asked for; of figures and of what notices are called a line a notice, of bodies
    and places a line and a row each."""

    sections: Mapping[str, bytes]

    def _of(self, section: str) -> list[Any]:
        found: list[Any] = json.loads(self.sections[section])
        return found

    def named(self, wanted: Set[int], who: Set[str]) -> Iterator[Named]:
        """The notices that go by one of these hashes, or have one of these names."""
        return sections_to_named(self.sections, wanted, who)

    def keys(self) -> array[int]:
        """Hashes of what the notices go by: see `called`."""
        return bytes_to_keys(self.sections["keys"])

    def cited_keys(self) -> array[int]:
        """The same of what their citations may mean a notice by."""
        return bytes_to_keys(self.sections["cited keys"])

    def listed(self, section: str) -> str:
        """`sources`, where each notice comes from, or `files`, the twins, as the data package lists them."""
        return self.sections[section].decode("utf-8", "surrogatepass")

    def citations(self) -> Iterator[Row]:
        """Rows of `citations` that may mean a notice of the set."""
        return iter(self._of("citations"))

    def figures(self) -> Iterator[tuple[bytes, bytes]]:
        """(region, a notice of it and its rows of `targets` that may be held against those of others, as JSON)."""
        for line in self.sections["figures"].splitlines():
            region, _, said = line.partition(b"\t")
            yield region, said

    def indicators(self) -> Iterator[tuple[str, str, Sequence[str], Sequence[str]]]:
        """(base unit, id, names, notices) of each indicator."""
        return iter(self._of("indicators"))

    def lines(self, table: str) -> list[str]:
        """A line a row of a table that notices share: its key, the place that it names, and a hash of it, by tabs."""
        said = self.sections[table].decode("utf-8", "surrogatepass")
        return said.split("\n") if said else []

    def rows(self, table: str, wanted: Set[str]) -> Iterator[tuple[str, str]]:
        """(line, row as canonical JSON) of these lines of a table that notices share."""
        lines = self.lines(table)
        if not wanted.isdisjoint(lines):
            yield from (pair for pair in zip(lines, self._rows(table), strict=True) if pair[0] in wanted)

    def sayers(self, table: str, keys: Set[str]) -> Iterator[tuple[str, str, str, Sequence[str]]]:
        """(key, row as canonical JSON, line, the notices that say so) of these keys of a table that notices share."""
        said = self.sections[table]  # Packed: each time that it is asked for costs.
        if not any(key.encode() in said for key in keys):
            return
        several = (self.lines(table), self._rows(table), self._of(f"{table} by"))
        for line, row, notices in zip(*several, strict=True):
            if (key := line.partition("\t")[0]) in keys:
                yield key, row, line, notices

    def _rows(self, table: str) -> list[str]:
        return self.sections[f"{table} rows"].decode("utf-8", "surrogatepass").split("\n")

    def files(self) -> Mapping[str, str]:
        """The twins: SHA-256 by path."""
        said: dict[str, str] = json.loads(b"{%s}" % self.sections["files"])
        return said

    def sums(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Checks by status, mentions by kind, place and status."""
        checks, mentions = json.loads(self.sections["sums"])
        return checks, mentions


def portions_to_card(portions: Sequence[Portion], chosen: Chosen) -> Card:
    """The card of these notices; `chosen` picks the figures that are held against those of others."""
    shared = {table: _shared(portions, table) for table in KEYS}
    named = [portion_to_said(one) for one in portions]
    citations = [row for one in portions for row in cited_rows(one.tables["citations"])]
    said = {
        "citations": citations,
        "indicators": _indicators(portions),
        **{f"{table} by": [by for _, by in those.values()] for table, those in shared.items()},
        "sums": [_sum(one.checks for one in portions), _sum(one.mentions for one in portions)],
    }
    figures = (
        b"%s\t%s" % (_region(one).encode(), _json((one.notice_id, rows)))
        for one in portions
        if (rows := chosen(one))
    )
    lines = {
        **named_to_sections(named),
        "figures": b"\n".join(figures),
        "cited keys": keys_to_bytes([set().union(*map(keys_of_citation, citations))]),
    }
    texts = {
        "files": pairs((one.twin.path, one.twin.digest) for one in portions),
        "sources": items(row_to_source(said_to_named(*one).row) for one in named),
    }
    for table, those in shared.items():
        texts[table] = "\n".join(those)
        texts[f"{table} rows"] = "\n".join([row for row, _ in those.values()])
    lines |= {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    return Card({name: _json(section) for name, section in said.items()} | lines)


def canonical(row: Mapping[str, object]) -> str:
    """The row as JSON, the same of rows that say the same."""
    return _CANONICAL.encode({name: value for name, value in row.items() if value not in (None, "")})


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def _region(portion: Portion) -> str:
    return str(portion.tables["notices"]["region_code"][0].as_py() or "")


def _indicators(portions: Sequence[Portion]) -> Sequence[Sequence[object]]:
    """Each once, however many of the notices have it."""
    found: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for portion in portions:
        for row in portion.tables["targets"].select(_INDICATOR).to_pylist():
            unit, one, name = row.values()
            if unit and one:
                names, notices = found.setdefault((unit, one), ({}, {}))
                names[name], notices[portion.notice_id] = None, None
    return [(*key, list(names), list(notices)) for key, (names, notices) in found.items()]


def _shared(portions: Sequence[Portion], table: str) -> Mapping[str, tuple[str, list[str]]]:
    """What notices say of bodies or places: a line each, with the row, and who says so: that is asked only where two say different
    things."""
    key, place = KEYS[table]
    said: dict[str, tuple[str, list[str]]] = {}
    for portion in portions:
        for row in portion.merged[table]:
            whole = canonical(row)
            digest = hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
            line = f"{row[key]}\t{row.get(place) or ''}\t{digest}"
            said.setdefault(line, (whole, []))[1].append(portion.notice_id)
    return said


# Bytes of the hash of a row: as of keys.
_DIGEST = 10


def _sum(several: Iterable[Mapping[str, int]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for one in several:
        whole.update(one)
    return whole


def _json(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=str).encode(
        "utf-8", "surrogatepass"
    )
