"""Outline and tables → facts: one room a kind of fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.cells.duties import cell_duties
from pipeline.extract.cells.rows import table_rows
from pipeline.extract.citations import citations
from pipeline.extract.deadlines import days_of_no_calendar, deadlines
from pipeline.extract.duties import carry_over, inline_duties, leading_groups, responsibilities
from pipeline.extract.funding import funding
from pipeline.extract.set_aside import set_aside
from pipeline.extract.targets import targets
from pipeline.extract.tasks import tasks
from pipeline.extract.uncertain_characters import less_sure
from pipeline.extract.unknown import duties_of_no_column, labels_of_no_role, units_of_no_table
from pipeline.language.signs import signs
from pipeline.lexicons.confidence import stated, why
from pipeline.model import Extracted, Fact, Mended

_READERS = (responsibilities, leading_groups, targets, deadlines, funding, citations, table_rows, cell_duties)


def extract(mended: Mended) -> Extracted:
    """The facts of a notice, from its words and from its tables, in the order of the source."""
    found = [fact for reader in _READERS for fact in reader(mended)]
    found += inline_duties(mended, found)
    found += carry_over(mended, found)
    found += tasks(mended, found)
    found = with_confidence(found, mended.outline.document.text)
    if doubtful := mended.outline.document.doubtful:
        found = less_sure(found, doubtful)
    found.sort(key=lambda f: (f.span, f.table, f.rule, str(f.values.get("seq", ""))))
    issues = (
        *days_of_no_calendar(mended),
        *units_of_no_table(mended, found),
        *labels_of_no_role(mended, tuple(found)),
        *duties_of_no_column(mended),
    )
    return Extracted(mended, tuple(found), issues, set_aside=set_aside(mended))


def with_confidence(facts: Iterable[Fact], text: str) -> list[Fact]:
    """The facts of a text, each as sure as those with its signs; what its reader stated (a table with two readings, a
    name that is none of a body) lowers that. Of kinds that no label tells right from wrong what the reader stated stands."""
    return [_sure(fact, text[fact.span.start : fact.span.end]) for fact in facts]


def _sure(fact: Fact, quote: str) -> Fact:
    seen = signs(fact.table, {**fact.values, "table_id": fact.table_id}, fact.rule, quote)
    if not seen:
        return fact
    share, reasons = _said(fact.table, tuple(seen))
    return replace(fact, confidence=round(share * fact.confidence, 4), why=reasons)


# Of a thousand facts a hundred have other signs.
@lru_cache(maxsize=4096)
def _said(table: str, seen: tuple[str, ...]) -> tuple[float, str]:
    return stated(table, seen), why(table, seen)
