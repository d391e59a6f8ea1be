"""Extracted → Extracted as its editors decided: values put right, wrong facts taken out, right ones marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.decisions.address import Standing, find, neighbours, point_places, table_places
from pipeline.decisions.values import plain
from pipeline.messages import say
from pipeline.model import BrokenPromise, Correction, Decision, Extracted, Fact


def correct(extracted: Extracted, corrections: Sequence[Correction]) -> Extracted:
    """Applies the corrections, each to the one fact it is about; gives back the same object without any.

    A corrected fact keeps what the machine had read in `machine`; every correction becomes a Decision.
    Raises BrokenPromise for a correction that is about no fact (any more), about several, or about one
    that another is about.
    """
    if not corrections:
        return extracted
    standings = _standings(extracted)
    decided: dict[int, Correction] = {}
    for said in corrections:
        at = find(said, standings)
        if at in decided:
            raise BrokenPromise(say("correction_twice", where=said.where, other=decided[at].where))
        decided[at] = said
    facts = extracted.facts
    kept = tuple(
        _as_decided(fact, decided.get(i))
        for i, fact in enumerate(facts)
        if i not in decided or decided[i].verdict != "wrong"
    )
    return replace(
        extracted,
        facts=kept,
        decisions=tuple(Decision(said, facts[at]) for at, said in sorted(decided.items())),
    )


def _as_decided(fact: Fact, said: Correction | None) -> Fact:
    if said is None:
        return fact
    changed = {n: v for n, v in said.values.items() if plain(fact.values.get(n)) != v}
    machine = {name: fact.values.get(name) for name in changed}
    return replace(fact, values={**fact.values, **changed}, correction=said, machine=machine)


def _standings(extracted: Extracted) -> list[Standing]:
    """Each fact as a correction sees it, in the order of the facts."""
    outline = extracted.mended.outline
    words = {p.clause_id: p.text for p in reversed(outline.passages) if p.clause_id}
    points = {
        one.clause_id: point_places(one.clause_id, one.heading, words.get(one.clause_id, ""), one.number)
        for one in outline.clauses
    }
    titles = {table.table_id: table.title for table in extracted.mended.tables}
    return [_standing(fact, outline.document.text, points, titles) for fact in extracted.facts]


def _standing(
    fact: Fact, text: str, points: Mapping[str, tuple[str, ...]], titles: Mapping[str, str]
) -> Standing:
    if fact.table_id:
        places = table_places(titles.get(fact.table_id, ""), fact.table_id, fact.values)
    else:
        places = points.get(fact.clause_id or "", ("",))
    quote = text[fact.span.start : fact.span.end]
    beside = neighbours(text, fact.span.start, fact.span.end)
    return Standing(fact.table, quote, places, fact.values, *beside)
