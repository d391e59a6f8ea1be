"""Columns that a converter put in, of which rows that are damaged besides have the blank cell aside, or none.

| 镇   |  | 床位 |        | 镇   | 床位 |
| 东镇 |  | 3    |   →    | 东镇 | 3    |
|      | 西镇 |  | 2 |    |      | 西镇 | 2 |      a cell too many
| 南镇 | 4 |             | 南镇 | 4    |          the blank itself is lost
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.tables.draft import Row, Slot

_MOST = 3  # columns put in
_FEWEST, _MOSTLY = 3, 0.6  # rows that show it


def blank_in_whole_rows(rows: Sequence[Row], first: int) -> list[int]:
    """The columns in which nothing stands in the headings and in most rows, all as long as these; others are damaged besides."""
    size = len(rows[0].slots)
    body = [row for row in rows[first:] if len(row.filled()) > 1]
    whole = [row for row in body if len(row.slots) == size]
    alike = (*rows[:first], *whole)
    blank = [j for j in range(size) if not any(row[j].text for row in alike)]
    enough = len(whole) >= max(_FEWEST, _MOSTLY * len(body)) and 0 < len(blank) <= min(_MOST, size - 2)
    return blank if enough else []


def without_blank(slots: tuple[Slot, ...], at: int, aside: int) -> tuple[Slot, ...]:
    """The row without the blank cell of a column, which stands there or up to so far aside; as it is where it has none or several."""
    if aside < 0 and at < len(slots) and not slots[at].text:
        return slots[:at] + slots[at + 1 :]
    if aside > 0 and not any(slot.text for slot in slots[:aside]):
        at, aside = at + aside, 0
    near = range(max(0, min(at, at + aside)), min(len(slots), max(at, at + aside) + 1))
    ways = {slots[:k] + slots[k + 1 :] for k in near if not slots[k].text}
    return ways.pop() if len(ways) == 1 else slots
