"""A dash for a whole heading group, printed in one cell: the row lacks some or all of the others of its group.

| 甲      | 乙      | 丙 |        | 甲      | 乙      | 丙 |
| 上 | 下 | 上 | 下 |    |   →    | 上 | 下 | 上 | 下 |    |
| 3  | 4  | —  | 7  |             | 3  | 4  | —  |    | 7  |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.dash_groups import stray_dashes
from pipeline.tables.draft import BLANK, Draft, Row, Slot

_FEWEST = 2  # rows that show it


def widen_dashes(draft: Draft) -> Draft:
    """Give dashes the columns of their groups, where each row that has any and lacks cells comes out as long as the headings
    so, or ends early as all do, and no whole row has a dash beside figures of its group."""
    groups = dict(draft.groups())
    body = [i for i in draft.body() if groups and any(is_dash(slot.text) for slot in draft.rows[i].slots)]
    lacking = [i for i in body if len(draft.rows[i].slots) < draft.n_cols]
    beside = any(stray_dashes(draft.rows[i].slots, draft.groups()) for i in body if i not in lacking)
    laid = (
        None if beside or len(body) < _FEWEST else _widened([draft.rows[i] for i in lacking], draft, groups)
    )
    wider = {i: slots for i, slots in zip(lacking, laid or (), strict=False) if slots != draft.rows[i].slots}
    if not wider:
        return draft
    rows, repairs = list(draft.rows), []
    for i, slots in wider.items():
        rows[i] = replace(rows[i], slots=slots)
        before, after, span = draft.rows[i].printed(), rows[i].printed(), rows[i].span()
        why = say("dash_over_group")
        repairs.append(Repair("shifted_row", before, after, why, "probable", span, row=i))
    return replace(draft.with_rows(rows, *repairs), unique=False)


def _widened(
    lacking: Sequence[Row], draft: Draft, groups: Mapping[int, int]
) -> list[tuple[Slot, ...]] | None:
    """The rows with blanks behind their dashes, those printed there being cells of the groups or of the next ones; None where
    one is too long or too short so, or, where rows end early, nothing tells which they are."""
    ways = [[_filled(row, groups, own) for row in lacking] for own in (False, True)]
    if all(draft.rows[i].slots[-1].text for i in draft.body() if draft.rows[i].slots):
        fitting = [way for way in ways if max(map(len, way), default=0) <= draft.n_cols]
        return [*map(_ended, fitting[0])] if len({tuple(way) for way in fitting}) == 1 else None
    fits = [
        {slots for slots in both if len(slots) == draft.n_cols and not stray_dashes(slots, [*groups.items()])}
        for both in zip(*ways, strict=True)
    ]
    return [next(iter(one)) for one in fits] if all(len(one) == 1 for one in fits) else None


def _ended(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """As rows end here: with the last cell that is filled."""
    return slots[: max((j for j, slot in enumerate(slots) if slot.text), default=-1) + 1]


def _filled(row: Row, groups: Mapping[int, int], own: bool) -> tuple[Slot, ...]:
    """The cells from left to right, a dash with blanks up to the end of the group that begins where it comes to stand: all
    put in, or so many as its `own` leave room for."""
    slots: list[Slot] = []
    end = 0  # of the group of the last dash
    for slot in row.slots:
        if slot or not own or len(slots) >= end:
            slots += [BLANK] * (end - len(slots))
            end = groups.get(len(slots), 0) if is_dash(slot.text) else 0
        slots.append(slot)
    return (*slots, *(BLANK,) * (end - len(slots)))
