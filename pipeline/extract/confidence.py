"""How sure each fact is: by the table of points, less what its reader knows to speak against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from pipeline.language.signs import signs
from pipeline.lexicons.confidence import stated, why
from pipeline.model import Fact


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
