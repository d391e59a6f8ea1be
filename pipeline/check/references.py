"""Do the annexes that a notice lists and refers to stand there? Is anything due before it was written?"""

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


def dates(extracted: Extracted) -> list[Check]:
    """A failed check for each deadline that lies before the date of the notice."""
    block = extracted.mended.outline.title_block
    if not block.written_date:
        return []
    written = block.written_date
    return [
        Check(
            kind="deadline_order",
            status="fail",
            expected=f">= {written}",
            actual=end,
            where=fact.clause_id or fact.table_id or "text",
            message=say("due_before_written", due=end, written=written),
            span=fact.span,
            clause_id=fact.clause_id,
            table_id=fact.table_id,
        )
        for fact in extracted.of("deadlines")
        if fact.values.get("kind") == "by"
        and (end := str(fact.values.get("end_date") or ""))
        and end < written
    ]
