"""Which row says a mention: one whose own value, date, title, name or label was read from its very words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from pipeline.language.intervals import Overlapping
from pipeline.model import Check, Extracted, Span, TitleBlock

# What each kind of mention may be claimed by.
_TABLES_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("targets", "funding", "deadlines", "table_facts", "checks", "notices", "citations"),
        "time": ("deadlines", "targets", "funding", "table_facts", "notices"),
        "citation": ("citations", "notices"),
        "agency_marker": ("responsibilities",),
    }
)


class _Own(NamedTuple):
    """Words that a row of a table says something with, and what it was read by."""

    span: Span
    table: str
    rule: str


class Claims:
    """The words of every row of a notice, asked of each mention."""

    def __init__(self, extracted: Extracted, checks: Iterable[Check]) -> None:
        owned = sorted(_owned(extracted, checks), key=lambda own: (own.span, own.table, own.rule))
        self._by_kind = {
            kind: [own for own in owned if own.table in tables] for kind, tables in _TABLES_FOR.items()
        }
        self._near = {kind: Overlapping(those, _span) for kind, those in self._by_kind.items()}

    def of(self, kind: str, span: Span) -> str:
        """`table:rule` of the first row that has the words of `span` among its own; "" where none has."""
        found = (self._by_kind[kind][i] for i in self._near[kind].of(span))
        own = next((o for o in found if o.span.start <= span.start and span.end <= o.span.end), None)
        return f"{own.table}:{own.rule}" if own else ""


def _span(own: _Own) -> Span:
    return own.span


def _owned(extracted: Extracted, checks: Iterable[Check]) -> Iterator[_Own]:
    # What an editor corrected or took out was read all the same: its words are accounted for.
    decided = (replace(one.read, rule="correction") for one in extracted.decisions)
    for fact in (*extracted.facts, *decided):
        yield from (_Own(span, fact.table, fact.rule) for span in fact.own)
    yield from (_Own(c.span, "checks", c.kind) for c in checks if c.kind == "count_claim" and c.span)
    yield from _of_notice(extracted.mended.outline.title_block)


def _of_notice(block: TitleBlock) -> Iterator[_Own]:
    if block.doc_number_span:
        yield _Own(block.doc_number_span, "notices", "doc_number")
    if block.written_date_span:
        yield _Own(block.written_date_span, "notices", "written_date")
