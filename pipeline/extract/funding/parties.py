"""Who gives, who is given, and on what condition: noun phrases around an amount, found by the words that open and close them.

A phrase that is not understood whole is left out: a wrong name is worse than none.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.funding.granting import Given
from pipeline.extract.funding.payers import by_level, payer_of
from pipeline.extract.funding.phrases import (
    COSTS,
    bound,
    clause,
    distribute,
    said,
    stripped,
)
from pipeline.extract.funding.recipients import recipient_of

# 整改合格的，拨付…: a part that ends in 的 before the verb.
_IF = "(?:^|{mark.，})(?P<who>(?!{link.by}){!hard}{1,20}{link.de}){mark.，}?{modal|each|apart|link.prep|time}*(?:{giver}@S*|{each}*{this.money})$"


class Parties(NamedTuple):
    """Names as written; None where nothing says."""

    recipient: str | None = None
    payer: str | None = None
    condition: str | None = None


def _condition(text: str, grant: Given) -> str | None:
    """整改合格的，拨付…: the part that ends in 的 before the verb."""
    first = grant.first
    case = bound(_IF, (*clause(first), first.tokens[first.at]._replace(kind="this")))
    if not any(t.kind == "qty" for t in case):
        case = distribute(case, grant.place, grant.many)
    return said(text, stripped(case)) or None


def parties(text: str, grant: Given) -> Parties:
    """Who gives, who is given, and on what condition, as the words around an amount say."""
    payer = payer_of(text, grant)
    whom, condition = recipient_of(text, grant)
    if whom:
        whom, payer = by_level(whom, grant, payer)
    if whom and (
        whom == payer
        or whom.endswith(COSTS)
        or any(t.kind == "payer" and t.text in whom for t in grant.amount.tokens)
    ):
        whom = None
    condition = condition or _condition(text, grant)
    return Parties(whom, payer, condition)
