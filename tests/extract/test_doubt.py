"""Words that recognition was not sure of make a fact less sure."""

from __future__ import annotations

from pipeline.extract.doubt import doubt
from pipeline.model import Fact, Span


def test_only_facts_over_doubtful_words_are_less_sure() -> None:
    facts = [Fact("targets", Span(start, start + 4), "r", {}, 0.9) for start in (0, 6, 12, 20)]
    lowered = doubt(facts, (Span(3, 4), Span(10, 12), Span(15, 16)))
    assert [fact.confidence < 0.9 for fact in lowered] == [True, False, True, False]
    assert doubt(facts, ()) == facts
