"""Where a table stands: in which annex, in which numbered point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Fragment, Passage


def place_fragments(fragments: Sequence[Fragment], passages: Sequence[Passage]) -> tuple[Fragment, ...]:
    """The fragments with the annex and the numbered point they stand in: those of the passage before."""
    starts = [p.span().start for p in passages]
    placed = []
    for fragment in fragments:
        at = bisect_right(starts, fragment.span.start) - 1
        before = passages[at] if at >= 0 else None
        placed.append(
            replace(
                fragment,
                annex=fragment.annex or (before.annex if before else None),
                clause_id=before.clause_id if before else None,
            )
        )
    return tuple(placed)
