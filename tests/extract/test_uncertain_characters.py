"""Words that recognition was not sure of make a fact less sure."""

from __future__ import annotations

from pipeline.extract.targets import targets
from pipeline.extract.uncertain_characters import less_sure
from pipeline.model import Document, Fact, Mended, Outline, Passage, Span, TitleBlock


def test_only_facts_over_doubtful_words_are_less_sure() -> None:
    facts = [Fact("targets", Span(start, start + 4), "r", {}, 0.9) for start in (0, 6, 12, 20)]
    lowered = less_sure(facts, (Span(3, 4), Span(10, 12), Span(15, 16)))
    assert [fact.confidence < 0.9 for fact in lowered] == [True, False, True, False]
    assert less_sure(facts, ()) == facts


def test_letters_among_the_figures_are_less_sure() -> None:
    plain, misread = (only_target(f"床位达到{number}张。") for number in ("100", "l00"))
    assert misread.values["value"] == plain.values["value"] == 100
    assert misread.confidence < plain.confidence


def only_target(text: str) -> Fact:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    (fact,) = targets(Mended(Outline(document, TitleBlock(), (passage,), (), (), ()), ()))
    return fact
