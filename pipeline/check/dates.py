"""Is anything due before the notice was written?"""

from __future__ import annotations

from pipeline.messages import say
from pipeline.model import Check, Extracted


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
