"""Groups of columns where one dash, in the first of them, stands for all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash
from pipeline.tables.draft import Draft, Slot


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


def dash_groups(draft: Draft) -> tuple[tuple[int, int], ...]:
    """The heading groups, if dashes stand for whole groups here: blanks follow (nearly) every one."""
    groups = draft.groups()
    if not groups:
        return ()
    first = groups[0][0]
    alone = [
        not row[j + 1].text
        for row in (draft.rows[i] for i in draft.body())
        for j in row.filled()
        if j >= first and is_dash(row[j].text)
    ]
    return tuple(groups) if sum(alone) >= 0.9 * len(alone) else ()
