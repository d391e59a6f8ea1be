"""Groups of columns in which a row has none: one dash, in the first of them, stands for all, or each has its own."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash
from pipeline.tables.draft import Draft, Slot

_FEWEST, _NEARLY_ALL = 2, 0.9


def stray_dashes(slots: Sequence[Slot], groups: Sequence[tuple[int, int]]) -> int:
    """Dashes that do not stand at the left edge of a group that is otherwise blank.

    A dash that stands for a whole group is printed in the group's merged cell, whose text a
    converter writes into the first column.
    """
    stray = 0
    for start, end in groups:
        filled = [j for j in range(start, end) if slots[j]]
        stray += filled != [start] and any(is_dash(slots[j].text) for j in filled)
    return stray


def filled_groups(draft: Draft) -> tuple[tuple[int, int], ...]:
    """The heading groups, if each of their columns has a dash in (nearly) every row in which one has, and in enough of them."""
    body = [draft.rows[i] for i in draft.body() if len(draft.rows[i].slots) == draft.n_cols]
    groups = draft.groups()
    dashes = [[is_dash(row[j].text) for j in range(start, end)] for row in body for start, end in groups]
    whole, some = sum(map(all, dashes)), sum(map(any, dashes))
    return tuple(groups) if whole >= max(_FEWEST, _NEARLY_ALL * some) else ()


def torn(slots: Sequence[Slot], groups: Sequence[tuple[int, int]]) -> int:
    """Groups of which some columns have a dash and others have none."""
    dashes = ([is_dash(slots[j].text) for j in range(start, end)] for start, end in groups)
    return sum(any(found) and not all(found) for found in dashes)


def dash_groups(draft: Draft) -> tuple[tuple[int, int], ...]:
    """The heading groups, if dashes stand for whole groups here: blanks follow (nearly) every one."""
    groups = draft.groups()
    if not groups:
        return ()
    first = groups[0][0]
    body = [draft.rows[i] for i in draft.body()]
    # A row that lost the blanks behind its dashes teaches nothing where others have them.
    whole = [
        row
        for row in body
        if len(row.slots) == draft.n_cols and any(is_dash(slot.text) for slot in row.slots)
    ]
    alone = [
        not row[j + 1].text
        for row in (whole if len(whole) >= _FEWEST else body)
        for j in row.filled()
        if j >= first and is_dash(row[j].text)
    ]
    return tuple(groups) if sum(alone) >= 0.9 * len(alone) else ()
