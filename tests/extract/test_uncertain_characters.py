"""Words that recognition was not sure of make a fact less sure."""

from __future__ import annotations

from pipeline.extract.uncertain_characters import less_sure
from pipeline.model import Fact, Span


def test_only_facts_over_doubtful_words_are_less_sure() -> None:
    facts = [Fact("targets", Span(start, start + 4), "r", {}, 0.9) for start in (0, 6, 12, 20)]
    lowered = less_sure(facts, (Span(3, 4), Span(10, 12), Span(15, 16)))
    assert [fact.confidence < 0.9 for fact in lowered] == [True, False, True, False]
    assert less_sure(facts, ()) == facts
