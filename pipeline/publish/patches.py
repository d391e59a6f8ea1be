"""What notices say of each other, found on their cards → what of it concerns each leaf."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Unread
from pipeline.publish import findings
from pipeline.publish.between import Pile
from pipeline.publish.called import acquainted
from pipeline.publish.cited import Links, link
from pipeline.publish.copies import Copies, find_copies
from pipeline.publish.linked import near_to_rows, said_again
from pipeline.publish.merged import Shared, merge
from pipeline.publish.sheet import Row

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove


@dataclass(slots=True)
class Patch:
    """What the notices of a leaf have from others: see `linked` for each; rows of `issues`, and checks between notices as `between` holds them."""

    same: dict[str, str] = field(default_factory=dict)
    became: dict[tuple[str, str], str] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    issues: list[Row] = field(default_factory=list)
    checks: Pile = field(default_factory=Pile)

    def digest(self) -> str:
        """Of all it says, in whatever order that was found."""
        return f"{self.digest_of_links()} {self.digest_of_told()}"

    def digest_of_links(self) -> str:
        """Of what its rows say otherwise for other notices' sake."""
        each = (self.same, self.became, self.cited, self.repeats)
        return _digest([sorted(one.items()) for one in each])

    def digest_of_told(self) -> str:
        """Of the rows that it has from others."""
        return _digest([sorted(repr(sorted(row.items())) for row in self.issues), [*self.checks]])


def _digest(said: object) -> str:
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


class Whole(NamedTuple):
    """The set as a whole: rows of the tables that notices share, and a patch a leaf."""

    shared: Shared
    patches: Sequence[Patch]


def grove_to_whole(grove: Grove, failures: Sequence[Unread], checks: Iterable[tuple[str, bytes]]) -> Whole:
    """`failures` are what could not be read, `checks` those between two notices."""
    cards = grove.cards
    named, citations = acquainted(cards)
    company = grove.company()
    copies = find_copies(named, company)
    company.save()
    links = link(sorted(named, key=lambda one: one.notice_id), citations, copies.same)
    shared, conflicts = merge(cards, grove.file)
    files = {one.notice_id: str(one.row["source_file"]) for one in named}
    near = near_to_rows(copies.near, files.__getitem__)
    issues = [*findings.unread(failures), *conflicts, *links.unclear, *near]
    patches = [Patch() for _ in grove.leaves]

    def of(notice_id: str) -> Patch:
        return patches[grove.number(notice_id)]

    _share(of, copies, links)
    for row in issues:
        of(str(row["notice_id"])).issues.append(row)
    for notice_id, check in checks:
        of(notice_id).checks.add(check)
    for notice_id, first in copies.again.items():
        of(notice_id).repeats |= said_again(grove.notice(notice_id).tables, grove.notice(first).tables)
    return Whole(shared, patches)


def _share(of: Callable[[str], Patch], copies: Copies, links: Links) -> None:
    for copy, notice_id in copies.same.items():
        of(copy).same[copy] = notice_id
    for (notice_id, column), by in links.became.items():
        of(notice_id).became[notice_id, column] = by
    for (notice_id, fact), meant in links.cited.items():
        of(notice_id).cited[fact] = meant
