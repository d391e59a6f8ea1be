"""Which of the stated sums do not come out as the rows stand, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.language.addends import addend
from pipeline.tables.draft import Draft
from pipeline.tables.relations import is_rounded, tolerance
from pipeline.tables.sums import ColumnSum


def broken_sums(draft: Draft, sums: Sequence[ColumnSum]) -> list[ColumnSum]:
    """The stated sums that do not come out as the rows stand."""
    gaps = [sum_gap(draft, stated) for stated in sums]
    if not any(gaps):
        return []
    most = [_slack(draft, stated) if gap else Decimal(0) for stated, gap in zip(sums, gaps, strict=True)]
    rounded = is_rounded(list(zip(map(abs, gaps), most, strict=True)))
    pairs = zip(sums, gaps, most, strict=True)
    return [stated for stated, gap, slack in pairs if abs(gap) > (slack if rounded else 0)]


def sum_gap(draft: Draft, stated: ColumnSum) -> Decimal:
    """By how much the addends of a sum, as they stand, are more than the total."""
    values = (addend(draft.rows[i][stated.col].text) or Decimal(0) for i in stated.rows)
    return sum(values, Decimal(0)) - (addend(draft.rows[stated.total_row][stated.col].text) or Decimal(0))


def _slack(draft: Draft, stated: ColumnSum) -> Decimal:
    texts = [draft.rows[i][stated.col].text for i in (*stated.rows, stated.total_row)]
    return tolerance([text for text in texts if addend(text) is not None])
