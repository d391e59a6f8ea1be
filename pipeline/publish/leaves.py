"""A set of notices in leaves: neighbours by name, a hundred or so, whose rows stand together in every table.

    notices in the order of their names → leaves → a card each → patches → the Parquet of each leaf, table by table

Where a leaf ends the names around say (one whose hash is the highest among its neighbours), so that a notice more changes
the leaf it stands in and seldom the next, and leaves are about as long: one end in a hundred drawn at random would make half
of all notices stand in leaves of two hundred. Each table is the row groups of all leaves one behind the other (`row_groups`). Cards and Parquet of large sets are kept on
the shelf by what they were made of: what has not changed is not made again.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache, partial
from itertools import accumulate, chain, pairwise
from typing import NamedTuple
from zlib import crc32

import pyarrow as pa

from pipeline.messages import say
from pipeline.model import BrokenPromise, Phase
from pipeline.publish import arrow
from pipeline.publish.between import said_to_check
from pipeline.publish.cards import Card, Chosen, portions_to_card
from pipeline.publish.described import described
from pipeline.publish.keyring import hold_keys_of_all
from pipeline.publish.layout import Layout
from pipeline.publish.linked import link_became, link_cited, link_copies, link_repeats
from pipeline.publish.listed import path_to_digest
from pipeline.publish.merged import links_to_rows
from pipeline.publish.packed import joined
from pipeline.publish.patches import Patch
from pipeline.publish.portion import Portion, own_schemas
from pipeline.publish.promises import rows_to_columns
from pipeline.publish.row_groups import MAGIC, file_to_footer, groups_to_bytes
from pipeline.publish.rows import sort_rows
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sections import Packed, bytes_to_sections, bytes_to_views, pack, sections_to_bytes
from pipeline.publish.sheet import Row
from pipeline.publish.stored import Roll, Stored, line_to_digest, line_to_id, line_to_stored, to_roll
from pipeline.publish.worded import VERDICTS, Before, Company
from pipeline.shelf import Shelf

# So many notices are one leaf whatever their names; of more ends a leaf whose name stands out among REACH before and behind
# it, and the MOSTth.
FEW, REACH, MOST = 64, 40, 256
# Spreads what a hash of neighbouring names has in common; of the hash the lower digits say the bucket.
_MIX, _BITS = 2_654_435_761, 0xFFFF_FFFF
ONE_FILE = Layout()
# Tables of a leaf that are written at the same time.
AT_ONCE = 2
# Tables that have rows which arise between two notices.
TOLD = ("checks", "issues")
Tables = Mapping[str, pa.Table]
# The keys of tables that are not a leaf's alone.
Elsewhere = Mapping[str, Collection[str]]
# Bytes of cards that are held.
MOST_OF_CARDS = 1 << 25
# Name of what is said of the row groups whose pages stand under the name of a table.
GROUPS = "{}.groups"


class Leaf(NamedTuple):
    """Neighbours in the order of their names, all in one bucket."""

    notices: Roll
    is_alone: bool
    bucket: int = 0

    @property
    def end(self) -> tuple[int, str]:
        return self.bucket, self.notices.last()

    def key(self, *more: str) -> str:
        """A hash of the leaf and of what else something was made of."""
        said = "\n".join((*more, *self.notices.digests()))
        return hashlib.sha256(said.encode()).hexdigest()


def to_leaves(notices: Iterable[Stored], layout: Layout = ONE_FILE) -> list[Leaf]:
    """The leaves of a set, at least one a bucket. BrokenPromise where two notices have one name."""
    ordered = sorted(to_roll(notices).lines())
    for one, other in pairwise(ordered):
        if other.startswith(one[: one.index(b"\0") + 1]):
            why = say("value_doubled", columns="notice_id", value=repr(line_to_id(one)))
            where = say("place_of_row", table="notices", rest=())
            raise BrokenPromise(say("promise_broken", place=where, why=why))
    if not layout.is_parted and len(ordered) <= FEW:
        return [Leaf(Roll(ordered), True)]
    buckets: list[list[bytes]] = [[] for _ in range(layout.buckets)]
    for line in ordered:
        buckets[layout.bucket(line_to_id(line))].append(line)
    return [leaf for number, those in enumerate(buckets) for leaf in _cut(those, number)]


def _cut(lines: Sequence[bytes], bucket: int) -> Iterator[Leaf]:
    """The leaves of a bucket, at least one."""
    hashes = [crc32(line[: line.index(b"\0")]) * _MIX & _BITS for line in lines]
    start, ends = 0, set(_summits(hashes))
    for at in range(1, len(lines) + 1):
        if at - 1 in ends or at - start == MOST or at == len(lines):
            yield Leaf(Roll(lines[start:at]).close(), False, bucket)
            start = at
    if not lines:
        yield Leaf(Roll(), False, bucket)


def _summits(heights: Sequence[int]) -> Iterator[int]:
    """The places that are higher than any up to REACH before and behind them.

    >>> list(_summits([*range(40), *range(60, 0, -1)]))
    [40]
    """
    falling: deque[int] = deque()  # Each lower than the one before, and higher than all behind it up to here.
    for at in range(len(heights) + REACH):
        while at < len(heights) and falling and heights[falling[-1]] < heights[at]:
            falling.pop()
        if at < len(heights):
            falling.append(at)
        middle = at - REACH
        if falling and falling[0] < middle - REACH:
            falling.popleft()
        if falling and falling[0] == middle:
            yield middle


class Grove(Collection[str]):
    """The leaves of a set and the shelf where all that belongs to them lies; a collection of the names of its notices."""

    def __init__(
        self,
        notices: Iterable[Stored],
        shelf: Shelf,
        chosen: Chosen = lambda portion: (),
        layout: Layout = ONE_FILE,
    ) -> None:
        # Long: what a set is made of.
        self.shelf, self.layout = shelf, layout
        # How to the SHA-256 of a file that was published.
        self.digest: Callable[[str], str | None] = path_to_digest
        # Whom to tell for how many of how many notices which step is done.
        self.told: Callable[[int, int, Phase], None] = lambda *_: None
        self.leaves = to_leaves(notices, layout)
        self._ends = [leaf.end for leaf in self.leaves]
        self._upto = list(accumulate(len(leaf.notices) for leaf in self.leaves))
        self._chosen, self._carded = chosen, 0
        self._cards: dict[int, Card] = {}
        self._room = MOST_OF_CARDS
        self._last: tuple[Leaf | None, tuple[Portion, ...]] = None, ()

    def __len__(self) -> int:
        return self._upto[-1]

    def __iter__(self) -> Iterator[str]:
        return (notice_id for leaf in self.leaves for notice_id in leaf.notices.ids())

    def __contains__(self, notice_id: object) -> bool:
        try:
            return bool(self._line(str(notice_id)))
        except LookupError:
            return False

    def cards(self) -> Iterator[Card]:
        """The card of each leaf; those of some fifty thousand notices are held, for they are asked for again and again."""
        return map(self.card, range(len(self.leaves)))

    def card(self, number: int) -> Card:
        """The card of a leaf."""
        if (card := self._cards.get(number)) is None:
            leaf = self.leaves[number]
            card, size = self._card(leaf)
            self._room -= size
            if self._room > 0 or leaf.is_alone:
                self._cards[number] = card
            if self._carded == number:
                self._carded += 1
                self.report("compared", leaf)
        return card

    def let_go(self) -> None:
        """Holds no more cards, and no notices: what they took is there for what is done last."""
        self._cards.clear()
        self._last = None, ()

    def report(self, phase: Phase, leaf: Leaf) -> None:
        """Says that a step is done for the notices up to a leaf; of few there is nothing to say."""
        if not leaf.is_alone:
            at = bisect_left(self._ends, leaf.end)
            self.told(self._upto[at], self._upto[-1], phase)

    def portions(self, leaf: Leaf) -> tuple[Portion, ...]:
        """The notices of a leaf, those of the last one asked for at once. Lost where one is no more."""
        if self._last[0] is not leaf:
            self._last = None, ()  # Before others are there too.
            self._last = leaf, tuple(one.load(self.shelf) for one in leaf.notices)
        return self._last[1]

    def _card(self, leaf: Leaf) -> tuple[Card, int]:
        """The card of a leaf, and how many bytes are held of it; of many leaves it is packed."""
        key = leaf.key("packed card")
        stored = None if leaf.is_alone else self.shelf.find(key)
        if stored is None:
            card = portions_to_card(self.portions(leaf), self._chosen)
            if leaf.is_alone:
                return card, 0
            stored = pack(card.sections).to_bytes()
            self.shelf.keep(key, stored)
        return Card(Packed(bytes_to_sections(stored))), len(stored)

    def number(self, notice_id: str) -> int:
        """Of the leaf that a notice stands in, or would; what is behind the last one of its bucket stands in that."""
        bucket = self.layout.bucket(notice_id)
        at = bisect_left(self._ends, (bucket, notice_id))
        return at if at < len(self.leaves) and self.leaves[at].bucket == bucket else at - 1

    def notice(self, notice_id: str) -> Portion:
        """A notice by its name."""
        return self.stored(notice_id).load(self.shelf)

    def file(self, notice_id: str) -> str:
        """The file that a notice was read from."""
        return self.stored(notice_id).source_file

    def stored(self, notice_id: str) -> Stored:
        """The same, as it lies on the shelf. LookupError where there is none."""
        return line_to_stored(self._line(notice_id))

    def _line(self, notice_id: str) -> bytes:
        return self.leaves[self.number(notice_id)].notices.find(notice_id)

    def before(self, name: str) -> Before:
        """What the last run of this set found; nothing where it is small."""
        return Before(name, None if self.leaves[0].is_alone else self.shelf)

    def company(self) -> Company:
        """The words of the notices, to hold them against each other."""
        return Company(self._text, lambda one: line_to_digest(self._line(one)), self.before(VERDICTS))

    def _text(self, notice_id: str) -> str:
        return str(self.notice(notice_id).tables["texts"]["text"][0].as_py() or "")

    def parquet(self, leaf: Leaf, patch: Patch, elsewhere: Elsewhere) -> Mapping[str, bytes | memoryview]:
        """Parquet of each table; of a leaf among others its pages where it has rows, and under its name with GROUPS what is said of
        them."""
        if leaf.is_alone:
            portions = self.portions(leaf)
            whole = {**portions_to_own(portions, patch), **portions_to_told(portions, patch)}
            hold_keys_of_all(schemas(), whole, elsewhere)
            return {name: table_to_parquet(name, table) for name, table in whole.items()}
        # A notice more says something of one in the next leaf: its checks and issues are made again, not forty tables.
        load = cache(partial(self.portions, leaf))
        own = self._groups(
            leaf.key("row groups", patch.digest_of_links()), lambda: portions_to_own(load(), patch), elsewhere
        )
        told = self._groups(
            leaf.key("told groups", patch.digest_of_told()), lambda: portions_to_told(load(), patch), {}
        )
        return {**own, **told}

    def _groups(
        self, key: str, make: Callable[[], Tables], elsewhere: Elsewhere
    ) -> Mapping[str, bytes | memoryview]:
        """The row groups of some tables of a leaf, which lie under the key once they were made."""
        if (stored := self.shelf.find(key)) is not None:
            return bytes_to_views(stored)
        tables = make()
        hold_keys_of_all(schemas(), tables, elsewhere)
        tables = {name: table for name, table in tables.items() if table.num_rows}
        with ThreadPoolExecutor(AT_ONCE) as several:
            made = dict(zip(tables, several.map(table_to_parquet, tables, tables.values()), strict=True))
        parts = dict(chain.from_iterable(file_to_sections(name, file) for name, file in made.items()))
        self.shelf.keep(key, sections_to_bytes(parts))
        return parts


def file_to_sections(name: str, file: bytes) -> Iterator[tuple[str, bytes]]:
    """What of a file of a table goes into a longer one."""
    groups = file_to_footer(file).groups
    yield name, file[len(MAGIC) : groups.data]
    yield GROUPS.format(name), groups_to_bytes(groups)


def portions_to_own(portions: Sequence[Portion], patch: Patch) -> Tables:
    """The tables of these notices whose rows are all their own, linked with those of others."""
    tables: dict[str, pa.Table] = {name: joined(portions, name) for name in own_schemas() if name not in TOLD}
    tables = link_copies(link_became(link_cited(tables, patch.cited), patch.became), patch.same)
    return link_repeats(tables, patch.repeats)


def portions_to_told(portions: Sequence[Portion], patch: Patch) -> Tables:
    """The tables of these notices that have rows from others too: TOLD."""
    issues = [row for portion in portions for row in portion.merged["issues"]]
    checks = joined(portions, "checks")
    if patch.checks:
        by_notice = {portion.notice_id: portion for portion in portions}
        rows = [*checks.to_pylist(), *links_to_rows(by_notice, map(said_to_check, patch.checks))]
        checks = rows_to_table("checks", rows)
    return {"checks": checks, "issues": rows_to_table("issues", [*issues, *patch.issues])}


def rows_to_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows in any order as their schema orders them. BrokenPromise if one breaks what the schema promises."""
    schema = schemas()[name]
    return arrow.columns_to_table(schema, rows_to_columns(schema, sort_rows(schema, rows)))


def table_to_parquet(name: str, table: pa.Table) -> bytes:
    """The table with its words, as a file."""
    schema = schemas()[name]
    return arrow.to_parquet(described(schema, table)) if table.num_rows else without_rows(schema)


@lru_cache(maxsize=128)
def without_rows(schema: Schema) -> bytes:
    """The file of a table without rows, made once: of few notices half of the tables have none."""
    return arrow.to_parquet(described(schema, arrow.empty_table(schema)))
