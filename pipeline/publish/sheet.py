"""One notice on its way into rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.decisions.keys import neighbours
from pipeline.model import Checked, Document, Outline, Repair, Span
from pipeline.publish.places import Places

Row = dict[str, object]

# Characters of a clause without heading that tell it from its neighbours.
BEGINNING = 20


@dataclass(frozen=True)
class Sheet:
    """A notice and what its rows need to know of it."""

    checked: Checked

    @property
    def outline(self) -> Outline:
        return self.checked.extracted.mended.outline

    @property
    def document(self) -> Document:
        return self.outline.document

    @property
    def notice_id(self) -> str:
        return self.document.notice_id

    @cached_property
    def places(self) -> Places:
        return Places(self.document)

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """What each clause is known by when numbers change: its heading, or how its words begin."""
        first = {p.clause_id: p.text for p in reversed(self.outline.passages) if p.clause_id}
        return {
            clause.clause_id: clause.heading
            or first.get(clause.clause_id, "").removeprefix(clause.number)[:BEGINNING]
            for clause in self.outline.clauses
        }

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Every change made, in the order of the stages."""
        return (*self.document.repairs, *self.outline.repairs, *self.checked.extracted.mended.repairs)

    def entities(self, name: str) -> Iterator[Mapping[str, object]]:
        return (row for table, row in self.checked.extracted.entities if table == name)

    @cached_property
    def place_names(self) -> tuple[str, ...]:
        """The names of the notice's region and of those above it."""
        rows = {row["region_code"]: row for row in self.entities("regions")}
        code = next((row["region_code"] for row in self.entities("notice_region")), None)
        names: list[str] = []
        while (row := rows.get(code)) is not None:
            names.append(str(row["name"]))
            code = row.get("parent")
        return tuple(names)

    def context(self, span: Span | None) -> str:
        return "" if span is None else neighbours(self.document.printed, span.start, span.end)


def same(source: object, *names: str) -> Row:
    """The columns a row takes over as they are."""
    return {name: getattr(source, name) for name in names}
