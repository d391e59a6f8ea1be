"""Do the annexes that a notice lists and refers to stand there?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.messages import say
from pipeline.model import Annex, Check, Extracted, Fact


def references(extracted: Extracted) -> list[Check]:
    """One check an annex listed, one a reference to an annex."""
    annexes = extracted.mended.outline.annexes
    return [*map(_listed, annexes), *_referred(extracted, annexes)]


def _listed(annex: Annex) -> Check:
    return Check(
        kind="cross_reference",
        status="pass" if annex.present else "fail",
        expected=annex.label,
        actual=annex.label if annex.present else "",
        where=annex.label,
        message=say("annex_stands", label=annex.label, title=annex.title)
        if annex.present
        else say("annex_missing", label=annex.label, title=annex.title),
        span=annex.span,
    )


def _referred(extracted: Extracted, annexes: tuple[Annex, ...]) -> Iterator[Check]:
    labels = {annex.label for annex in annexes}
    for fact in extracted.of("citations"):
        if fact.rule != "annex_reference":
            continue
        label = _label(fact, extracted)
        yield Check(
            kind="cross_reference",
            status="pass" if label in labels else "fail",
            expected=label,
            actual=label if label in labels else "",
            where=fact.clause_id or "text",
            message=say("annex_referred", label=label)
            if label in labels
            else say("annex_unknown", label=label),
            span=fact.span,
            clause_id=fact.clause_id,
        )


def _label(fact: Fact, extracted: Extracted) -> str:
    words = extracted.mended.outline.document.text[fact.span.start : fact.span.end]
    return "".join(words.split())
