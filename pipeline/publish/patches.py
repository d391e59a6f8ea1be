"""What notices say of each other, found on their cards → what of it concerns each leaf."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Check, Unread
from pipeline.publish import findings
from pipeline.publish.cards import Named
from pipeline.publish.cited import Links, link
from pipeline.publish.copies import Copies, find_copies
from pipeline.publish.linked import near_to_rows, said_again
from pipeline.publish.merged import Shared, merge
from pipeline.publish.sheet import Row

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove


@dataclass(slots=True)
class Patch:
    """What the notices of a leaf have from others: see `linked` for each; rows of `issues`, and checks between notices."""

    same: dict[str, str] = field(default_factory=dict)
    became: dict[tuple[str, str], str] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    issues: list[Row] = field(default_factory=list)
    checks: list[tuple[str, Check]] = field(default_factory=list)

    def digest(self) -> str:
        """Of all it says, in whatever order that was found."""
        said = (
            sorted(self.same.items()),
            sorted(self.became.items()),
            sorted(self.cited.items()),
            sorted(self.repeats.items()),
            sorted(repr(sorted(row.items())) for row in self.issues),
            repr(self.checks),
        )
        return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


class Whole(NamedTuple):
    """The set as a whole: notices by id, rows of the tables they share, and a patch a leaf."""

    named: Mapping[str, Named]
    shared: Shared
    patches: Sequence[Patch]


def grove_to_whole(grove: Grove, failures: Sequence[Unread], checks: Sequence[tuple[str, Check]]) -> Whole:
    """`failures` are what could not be read, `checks` those between two notices."""
    cards = grove.cards
    named = {one.notice_id: one for card in cards() for one in card.named()}
    files = {notice_id: str(one.row["source_file"]) for notice_id, one in named.items()}
    company = grove.company()
    copies = find_copies(named.values(), company)
    company.save()
    links = link(
        (named[one] for one in sorted(named)),
        lambda: (row for card in cards() for row in card.citations()),
        copies.same,
    )
    shared, conflicts = merge(cards, files)
    issues = [*findings.unread(failures), *conflicts, *links.unclear, *near_to_rows(copies.near, files)]
    patches = [Patch() for _ in grove.leaves]

    def of(notice_id: str) -> Patch:
        return patches[grove.number(notice_id)]

    _share(of, copies, links)
    for row in issues:
        of(str(row["notice_id"])).issues.append(row)
    for notice_id, check in checks:
        of(notice_id).checks.append((notice_id, check))
    for notice_id, first in copies.again.items():
        of(notice_id).repeats |= said_again(grove.notice(notice_id).tables, grove.notice(first).tables)
    return Whole(named, shared, patches)


def _share(of: Callable[[str], Patch], copies: Copies, links: Links) -> None:
    for copy, notice_id in copies.same.items():
        of(copy).same[copy] = notice_id
    for (notice_id, column), by in links.became.items():
        of(notice_id).became[notice_id, column] = by
    for (notice_id, fact), meant in links.cited.items():
        of(notice_id).cited[fact] = meant
