"""Two figures side by side that stand in each other's place, where the printed sums say in which row.

| 镇   | 路灯 | 步道 |        | 镇   | 路灯 | 步道 |
| 东镇 | 12   | 30   |        | 东镇 | 12   | 30   |
| 西镇 | 21   | 8    |   →    | 西镇 | 8    | 21   |
| 合计 | 20   | 51   |        | 合计 | 20   | 51   |

The sums of two columns side by side, and no others, are off by as much, one too high and one too low; of one row alone the
two figures differ by that. It is likely and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.draft import Draft, Slot
from pipeline.tables.relations import row_relations, row_values
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.sums import column_sums

_FEWEST_SUMS = 3  # of columns: where those of the two alone are stated, all are off


def put_back_figures(draft: Draft) -> Draft:
    """The figures of the one such row exchanged; nothing where there are several."""
    if draft.ambiguous:
        return draft
    sums = column_sums(draft, group_total_rows(draft))
    broken = broken_sums(draft, sums)
    cols = sorted({stated.col for stated in broken})
    stated_cols = {stated.col for stated in sums}
    if len(cols) != 2 or cols[1] != cols[0] + 1 or len(stated_cols) < _FEWEST_SUMS:
        return draft
    gaps = {(stated.total_row, stated.col): sum_gap(draft, stated) for stated in broken}
    high = {gap if col == cols[0] else -gap for (_, col), gap in gaps.items()}
    if len(high) != 1:
        return draft
    rows = frozenset.intersection(*(frozenset(stated.rows) for stated in broken))
    found = list(_exchangeable(draft, sorted(rows), cols[0], high.pop()))
    if len(found) != 1:
        return draft
    laid = _exchanged(draft, found[0], cols[0])
    return draft if broken_sums(laid, column_sums(laid, group_total_rows(laid))) else laid


def _exchangeable(draft: Draft, rows: list[int], col: int, high: Decimal) -> Iterator[int]:
    """The rows whose figure in the column is more by so much than the one beside it, of those that break no identity then."""
    relations = row_relations(draft)
    for i in rows:
        one, two = draft.rows[i][col], draft.rows[i][col + 1]
        if not (_is_figure(one) and _is_figure(two)) or _value(one) - _value(two) != high:
            continue
        values = row_values(_exchanged(draft, i, col).rows[i], draft.n_cols)
        if not any(relation.residual(values) for relation in relations):
            yield i


def _is_figure(slot: Slot) -> bool:
    return not slot.merged and (addend(slot.text) is not None or is_dash(slot.text))


def _value(slot: Slot) -> Decimal:
    return addend(slot.text) or Decimal(0)


def _exchanged(draft: Draft, at: int, col: int) -> Draft:
    rows, row = list(draft.rows), draft.rows[at]
    slots = list(row.slots)
    slots[col : col + 2] = slots[col + 1], slots[col]
    rows[at] = replace(row, slots=tuple(slots), doubt="likely")
    why = say("figures_exchanged", column=col + 1, beside=col + 2)
    note = Repair("swapped_cells", row.printed(), rows[at].printed(), why, "probable", row.span(), row=at)
    return replace(draft.with_rows(rows, note), unique=False)
