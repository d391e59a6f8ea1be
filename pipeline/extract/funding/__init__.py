"""Money granted: how much, to whom, by whom, for what, how often.

An amount of money or a ratio is a grant where something is given (rows.py); what it is beside is read from the words
around it (payers.py, recipients.py, terms.py).
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.deadlines import binding_times
from pipeline.extract.facts import Grant
from pipeline.extract.funding.allocated import allocated
from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.bases import base
from pipeline.extract.funding.broken_down import adding_up, broken_down
from pipeline.extract.funding.each import per
from pipeline.extract.funding.given_then import was_given
from pipeline.extract.funding.granting import PART, Given, as_parts, granted, shares
from pipeline.extract.funding.leads import Leads, tells_each
from pipeline.extract.funding.parts import amount_in_yuan, in_yuan
from pipeline.extract.funding.payers import by_level, payer_of
from pipeline.extract.funding.phrases import COSTS, bound, clause, distribute, said, stripped
from pipeline.extract.funding.recipients import recipient_of
from pipeline.extract.funding.rows import GRANTED
from pipeline.extract.funding.terms import amount_kind, comparator, frequency, kind_of_gift, unit_of
from pipeline.extract.reading import Reading, readings
from pipeline.language.section_kinds import LOOKS_BACK
from pipeline.language.sentences import around
from pipeline.model import Fact, Mended

__all__ = ["Given", "amount_in_yuan", "funding", "granted", "shares"]


def _fact(reading: Reading, grant: Given) -> Fact:
    text, amount, q = reading.sense.text, grant.amount, grant.quantity
    part = around(reading.sense.parts, q.number_start)
    who = parties(text, grant)
    said = Grant(
        amount=q.value,
        amount_max=q.value_max,
        unit=unit_of(amount),
        amount_text=text[q.start : q.end],
        amount_cny=amount_in_yuan(q.value, q.unit) if q.dimension != "share" else None,
        amount_kind=amount_kind(grant),
        comparator=comparator(grant),
        base=base(text, amount) or base(text, grant.first),
        per=per(amount),
        recipient=who.recipient or _of_row(reading),
        payer=who.payer,
        type=kind_of_gift(text, amount),
        frequency=frequency(amount),
        condition=who.condition,
        row_label=reading.subject or None,
    )
    end = max(part.end, q.end)
    return reading.fact(said, ((part.start, end), (q.start, q.end)), "funding/granted")


def _of_row(reading: Reading) -> str | None:
    """Who or what gets what stands under 补助标准: what its row is named by."""
    return (reading.heading or reading.subject or None) if reading.section == "grants" else None


def _is_over(reading: Reading) -> bool:
    """Whether a passage tells in a look back what was given, and of no time to come."""
    return reading.section in LOOKS_BACK and not binding_times(reading)


def funding(mended: Mended) -> tuple[Fact, ...]:
    """Every amount granted in a notice's body and prose cells, in the order of the source, then those in cells of figures."""
    facts: list[Fact] = []
    whole: Amount | None = None
    leads = Leads()
    totals: set[float] = set()
    read = tuple(readings(mended))
    parts, again = broken_down(read)
    for n, reading in enumerate(read):
        if _is_over(reading) or n in again:
            continue
        if n in parts:
            facts += (_fact(reading, part) for part in as_parts(reading.sense))
            continue
        under = (not reading.table_id and leads.over(reading)) or tells_each(reading)
        grants = granted(reading.sense, None if reading.table_id else whole, under)
        if reading.section == "grants" and not grants:  # 补助标准: 10万元/家
            grants = as_parts(reading.sense)
        if not reading.table_id:
            grants = grants or tuple(Given(a, PART, GRANTED, a) for a in adding_up(reading.sense, totals))
            totals |= {in_yuan(g.amount) for g in grants if amount_kind(g) == "total"} - {0.0}
        facts += (_fact(reading, grant) for grant in grants if not was_given(reading, grant))
        whole = next((g.amount for g in reversed(grants) if g.amount.depth == 0), None)
    return (*facts, *allocated(mended, facts))


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
