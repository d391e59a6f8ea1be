"""Duties in running text: 各镇街要…, 区发展改革委积极争取… — somebody told to do something, without a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.duties.told import AFTER_NAME, text_to_duty
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.model import Clause, Fact, Mended, Passage

_PART = patterns.compile(r"[^，。；：！？]+")
_CONFIDENCE = 0.8


def inline_duties(mended: Mended, listed: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `inline`, outside the lists that other rules read."""
    taken = [f.span for f in listed if f.table == "responsibilities"]
    body = [p for p in mended.outline.passages if p.role == "body"]
    closing = _closing_points(body, listed, mended.outline.clauses)
    facts: list[Fact] = []
    for passage in body:
        ends = closing.get(passage.clause_id or "")
        if ends is not None and passage.places[:1] > (ends,):
            passage = passage._replace(clause_id=None)
        for fact in _passage_duties(passage):
            if not any(s.start < fact.span.end and fact.span.start < s.end for s in taken):
                facts.append(fact)
    return tuple(facts)


def _closing_points(
    body: Sequence[Passage], listed: Sequence[Fact], clauses: Sequence[Clause]
) -> Mapping[str, int]:
    """Points → where they end, of those behind whose list of agencies no more is theirs: where each point ends in its
    list, the paragraphs behind the list of the last one (各县要加强领导) are of none."""
    ends: dict[str, int] = {}
    for fact in listed:
        if fact.values.get("kind") == "assignment" and fact.clause_id and fact.table_id is None:
            ends[fact.clause_id] = max(ends.get(fact.clause_id, 0), fact.span.end)
    behind = {p.clause_id for p in body if p.clause_id in ends and p.places[:1] > (ends[p.clause_id],)}
    last = {clause.parent_id: clause.clause_id for clause in clauses}
    if len(ends) < 2 or not behind <= set(last.values()):
        return {}
    return {clause_id: ends[clause_id] for clause_id in behind if clause_id}


def _passage_duties(passage: Passage) -> Iterator[Fact]:
    for part in _PART.finditer(passage.text) if AFTER_NAME.search(passage.text, 1) else ():
        found = text_to_duty(part[0])
        span = passage.span(part.start(), part.end())
        for seq, named in enumerate(found, 1):
            duty = Duty(seq, named.name, named.role, "inline")
            yield said_to_fact(duty, Place(span, passage.clause_id), "inline_duty", _CONFIDENCE)
