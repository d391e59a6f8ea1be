"""A total over each heading group, whose merged cells were lost.

| 项目 | 甲      | 乙      |          | 项目 | 甲      | 乙      |
|      | 上 | 下 | 上 | 下 |    →     |      | 上 | 下 | 上 | 下 |
| 合计 | 1  | 2  | 3  | 4  |          | 合计 | 1  | 2  | 3  | 4  |
|      | 3  |    | 7  |    |          |  "   |    3    |    7    |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash, is_total
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot
from pipeline.tables.placements import Columns, placements


def group_total_rows(draft: Draft) -> frozenset[int]:
    """Rows that hold nothing but one number a heading group, each the sum of the total row there."""
    return frozenset(i for i, _ in _found(draft))


def spread_group_totals(draft: Draft) -> Draft:
    """Let each number of such a row span its group, and the label above reach down to it."""
    found = _found(draft)
    if not found:
        return draft
    rows = list(draft.rows)
    repairs = []
    for i, total in found:
        row = rows[i]
        rows[i] = replace(row, role="total", slots=_spread(draft, row, rows[total]))
        if rows[i].slots == row.slots:
            continue
        sums = " ".join(slot.text for slot in rows[i].slots if slot.text)
        repairs.append(
            Repair("group_total", row.printed(), rows[i].printed(),
                   say("group_sums", sums=sums, row=total + 1), "certified", row.span(), row=i)
        )  # fmt: skip
    return draft if tuple(rows) == draft.rows else draft.with_rows(rows, *repairs)


def _found(draft: Draft) -> list[tuple[int, int]]:
    """(row, the total row it sums) pairs."""
    groups = draft.groups()
    if not groups or all(start + 1 == end for start, end in groups):
        return []
    pairs = []
    for i in range(1, len(draft.rows)):
        row, above = draft.rows[i], draft.rows[i - 1]
        numbers = [_value(slot) for slot in _numbers(draft, row)]
        rest = [row[j].text for j in row.filled() if _value(row[j]) is None]
        if above.role != "total" or row.role not in ("body", "total") or len(numbers) != len(groups):
            continue
        if all(is_total(text) or is_dash(text) for text in rest) and _adds_up(draft, above, numbers):
            pairs.append((i, i - 1))
    return pairs


def _numbers(draft: Draft, row: Row) -> list[Slot]:
    """The figures of a row; of those written in each column of a group one."""
    groups = [row.slots[start:end] for start, end in draft.groups()]
    if len(row.slots) == draft.n_cols and all(len({slot.text for slot in group}) == 1 for group in groups):
        return [group[0] for group in groups if _value(group[0]) is not None]
    return [slot for slot in row.slots if _value(slot) is not None]


def _value(slot: Slot) -> Decimal | None:
    """What a cell adds to a sum, also where letter-spacing parts its figures: 2 1 4 is 214."""
    return addend(_closed(slot).text)


def _closed(slot: Slot) -> Slot:
    figures = slot.text.split()
    spaced = len(figures) > 1 and all(len(one) == 1 and one.isdecimal() for one in figures)
    return replace(slot, text="".join(figures)) if spaced else slot


def _adds_up(draft: Draft, total: Row, numbers: list[Decimal | None]) -> bool:
    """The numbers are the sums of the groups, in some way to lay a total row that a blank was put in or taken out of."""
    groups, filled = draft.groups(), total.filled()
    values = [_value(total[j]) or Decimal(0) for j in filled]
    for cols in _lays(filled, len(total.slots), draft.n_cols):
        laid = dict(zip(cols, values, strict=True))
        if [sum((laid.get(j, Decimal(0)) for j in range(s, e)), Decimal(0)) for s, e in groups] == numbers:
            return True
    return False


def _lays(filled: list[int], length: int, width: int) -> Iterator[Columns]:
    """The columns the cells of a row may stand in: as printed where it has as many, or without the blanks before its label."""
    yield from placements(filled, length, width) or ()
    lead = filled[0] if filled else 0
    if lead:
        yield from placements([j - lead for j in filled], length - lead, width) or ()


def _spread(draft: Draft, row: Row, total: Row) -> tuple[Slot, ...]:
    slots: list[Slot] = [row[j] for j in range(draft.n_cols)]
    numbers = iter(_numbers(draft, row))
    grouped = {j for s, e in draft.groups() for j in range(s, e)}
    for j in range(draft.n_cols):
        if j not in grouped:
            keep = slots[j] if _value(slots[j]) is None else UP
            slots[j] = keep if keep.text else UP
    for start, end in draft.groups():
        slots[start:end] = [_closed(next(numbers)), *(LEFT,) * (end - start - 1)]
    return tuple(slots)
