"""The row that states the sum of a group, above its rows or below them: 东部 | 小计, or 合计 beside a blank."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.language.cells import is_subtotal, is_total
from pipeline.tables.draft import Draft, Row
from pipeline.tables.relations import row_values


def heads_group(draft: Draft, col: int, at: int) -> bool:
    """The row above names a group and is the sum of it: 东部 | 小计 above the towns of 东部, 东部 | | 小计 where they have numbers."""
    above = draft.rows[at - 1] if at else None
    return (
        above is not None
        and above.role == "total"
        and bool(above[col].text)
        and not is_total(above[col].text)
        and _is_sum_word(_beside(above, col))
    )


def _beside(row: Row, col: int) -> str:
    """The words that follow this column first, over blanks: a sum has no number of its own."""
    return next((row[j].text for j in row.filled() if j > col), "")


def _is_sum_word(text: str) -> bool:
    return is_total(text) or is_subtotal(text)


def sum_of_group_at(draft: Draft, col: int, group: tuple[int, int]) -> bool:
    """Below the group stands 小计, or 合计 with the sums of its rows and not of all."""
    start, end = group
    if end >= len(draft.rows) or draft.rows[end].role != "total":
        return False
    row = draft.rows[end]
    words = _beside(row, col)
    if row[col].text or row[col].merged or not _is_sum_word(words):
        return False
    return is_subtotal(words) or _is_sum(draft, row, draft.rows[start:end])


def adds_up_group(draft: Draft, col: int, group: tuple[int, int]) -> bool:
    """Below the group stands the sum of its rows, of these and of no others."""
    start, end = group
    return sum_of_group_at(draft, col, group) and _is_sum(draft, draft.rows[end], draft.rows[start:end])


def _is_sum(draft: Draft, total: Row, rows: Sequence[Row]) -> bool:
    others = any(row.role == "body" and row not in rows for row in draft.rows)
    columns = zip(*(row_values(row, draft.n_cols) for row in (total, *rows)), strict=True)
    sums = [
        (said, sum((n for n in addends if n), Decimal(0))) for said, *addends in columns if said is not None
    ]
    return others and bool(sums) and all(said == found for said, found in sums)


def adds_up_rows(draft: Draft, at: int) -> bool:
    """The last row, most of whose figures are those of all rows above: a sum that lost its name."""
    row = draft.rows[at]
    if at + 1 < len(draft.rows) or len(row.slots) != draft.n_cols:
        return False
    above = [row_values(one, draft.n_cols) for one in draft.rows[:at] if one.role == "body"]
    stated = [(j, value) for j, value in enumerate(row_values(row, draft.n_cols)) if value is not None]
    come_out = sum(value == sum(one[j] or 0 for one in above) for j, value in stated)
    return come_out > 1 and 2 * come_out > len(stated)
