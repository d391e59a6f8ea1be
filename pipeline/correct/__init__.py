"""Extracted → Extracted as its editors decided: values put right, wrong facts taken out, missing ones added, right ones marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.correct.missing import SURE, missing_to_fact
from pipeline.correct.together import hold_together
from pipeline.decisions.address import Standing, find, neighbours, point_places, table_places
from pipeline.decisions.values import plain
from pipeline.language.script import simplified
from pipeline.messages import say
from pipeline.model import BrokenPromise, Correction, Decision, Extracted, Fact


def correct(extracted: Extracted, corrections: Sequence[Correction]) -> Extracted:
    """Applies the corrections, each to the one fact it is about; gives back the same object without any.

    A corrected fact keeps what the machine had read in `machine` and is as sure as its editor; every correction becomes a Decision.
    Raises BrokenPromise for a correction that is about no fact (any more), about several, or about one
    that another is about; for a missing fact whose words are not there or that the machine reads by now; for words of a value
    that say another value.
    """
    if not corrections:
        return extracted
    if extracted.mended.outline.document.traditional is not None:
        corrections = [_as_read(said) for said in corrections]
    points = _points(extracted)
    standings = _standings(extracted, points)
    decided: dict[int, Correction] = {}
    for said in (one for one in corrections if one.verdict != "missing"):
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
    added = _added(corrections, extracted, points)
    return replace(
        extracted,
        facts=(*kept, *(fact for _, fact in added)),
        decisions=(
            *(Decision(said, facts[at]) for at, said in sorted(decided.items())),
            *(Decision(said, fact) for said, fact in added),
        ),
    )


def _added(
    corrections: Sequence[Correction], extracted: Extracted, points: Mapping[str, tuple[str, ...]]
) -> list[tuple[Correction, Fact]]:
    """The facts that no rule read, in the order of the file."""
    added: list[tuple[Correction, Fact]] = []
    for said in (one for one in corrections if one.verdict == "missing"):
        fact = missing_to_fact(said, extracted, points)
        for other, known in added:
            if (known.table, known.span, known.values) == (fact.table, fact.span, fact.values):
                raise BrokenPromise(say("correction_twice", where=said.where, other=other.where))
        added.append((said, fact))
    return added


def _as_read(said: Correction) -> Correction:
    """An editor's words about a notice in traditional script, as the rules read them."""
    quote, place, before, after = (simplified(w) for w in (said.quote, said.place, said.before, said.after))
    return replace(said, quote=quote, place=place, before=before, after=after)


def _as_decided(fact: Fact, said: Correction | None) -> Fact:
    if said is None:
        return fact
    changed = {n: v for n, v in said.values.items() if plain(fact.values.get(n)) != v}
    machine = {name: fact.values.get(name) for name in changed}
    hold_together(said, {**fact.values, **changed})
    return replace(fact, values={**fact.values, **changed}, correction=said, machine=machine, confidence=SURE)


def _points(extracted: Extracted) -> dict[str, tuple[str, ...]]:
    """What each point may be called."""
    outline = extracted.mended.outline
    words = {p.clause_id: p.text for p in reversed(outline.passages) if p.clause_id}
    return {
        one.clause_id: point_places(one.clause_id, one.heading, words.get(one.clause_id, ""), one.number)
        for one in outline.clauses
    }


def _standings(extracted: Extracted, points: Mapping[str, tuple[str, ...]]) -> list[Standing]:
    """Each fact as a correction sees it, in the order of the facts."""
    outline = extracted.mended.outline
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
