"""The ledger of a table: every number, 《》 and 文号 of its cells, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.mentions import text_to_mentions
from pipeline.check.reasons import why_no_document
from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.intervals import Overlapping, Within
from pipeline.model import Extracted, Mention, Span, Table

_DIGITS = patterns.compile(r"\d+(?:[.,]\d+)*")


def _cited_in_cells(table: Table, extracted: Extracted) -> Iterator[Mention]:
    """《》 and 文号 inside cells: claimed by a citation, explained as those of running text are, or unclaimed."""
    text = extracted.mended.outline.document.text
    cited = [f for f in extracted.of("citations") if f.table_id == table.table_id]
    near = Overlapping(cited, lambda fact: fact.span)
    for cell in table.cells:
        for part in cell.parts:
            words = fold(text[part.start : part.end])
            for seen in text_to_mentions(words) if "《" in words or "号" in words else ():
                span = Span(part.start + seen.start, part.start + seen.end)
                if seen.kind != "citation":
                    continue
                if near_by := near.of(span):
                    rule = cited[near_by[0]].rule
                    yield Mention("citation", span, "claimed", claimed_by=f"citations:{rule}")
                elif (
                    reason := "table_heading"
                    if cell.role == "header"
                    else why_no_document(words, seen.start, seen.end)
                ):
                    yield Mention("citation", span, "explained", reason=reason)
                else:
                    yield Mention("citation", span, "unclaimed")


def table_mentions(table: Table, extracted: Extracted) -> Iterator[Mention]:
    """Numbers inside cells: claimed by the tidy fact of the cell, or explained as heading or row number."""
    yield from _cited_in_cells(table, extracted)
    text = extracted.mended.outline.document.text
    of_table = [f for f in extracted.facts if f.table_id == table.table_id]
    tidy = Within(f.span for f in of_table if f.table != "citations")
    for cell in table.cells:
        for part in cell.parts:
            for match in _DIGITS.finditer(text, part.start, part.end):
                span = Span(*match.span())
                if cell.role in ("body", "total", "group") and span in tidy:
                    yield Mention("number", span, "claimed", claimed_by="table_facts")
                elif cell.role == "header":
                    yield Mention("number", span, "explained", reason="table_heading")
                else:
                    yield Mention("number", span, "claimed", claimed_by="cells")


def loose_mentions(extracted: Extracted) -> Iterator[Mention]:
    """Numbers of a printed table that no cell holds: of its furniture, or lost."""
    outline = extracted.mended.outline
    text = outline.document.text
    held = Within(p for t in extracted.mended.tables for c in t.cells for p in c.parts)
    aside = Within(r.span for r in extracted.mended.repairs if r.span and not r.after)
    for fragment in outline.fragments:
        for match in _DIGITS.finditer(text, fragment.span.start, fragment.span.end):
            span = Span(*match.span())
            if span in held:
                continue
            if span in aside:
                yield Mention("number", span, "explained", reason="furniture")
            else:
                yield Mention("number", span, "unclaimed")
