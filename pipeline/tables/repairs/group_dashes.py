"""A dash for a whole heading group, printed in one cell: the row lacks some or all of the others of its group.

| 甲      | 乙      | 丙 |        | 甲      | 乙      | 丙 |
| 上 | 下 | 上 | 下 |    |   →    | 上 | 下 | 上 | 下 |    |
| 3  | 4  | —  | 7  |             | 3  | 4  | —  |    | 7  |
"""

from __future__ import annotations

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
    if beside or not lacking or len(body) < _FEWEST:
        return draft
    ends = all(draft.rows[i].slots[-1].text for i in draft.body() if draft.rows[i].slots)
    rows, repairs = list(draft.rows), []
    for i in lacking:
        slots = _widened(rows[i], groups, draft.n_cols, ends)
        if slots is None:
            return draft
        rows[i] = replace(rows[i], slots=slots)
        before, after, span = draft.rows[i].printed(), rows[i].printed(), rows[i].span()
        why = say("dash_over_group")
        repairs.append(Repair("shifted_row", before, after, why, "probable", span, row=i))
    return replace(draft.with_rows(rows, *repairs), unique=False)


def _widened(row: Row, groups: dict[int, int], width: int, ends: bool) -> tuple[Slot, ...] | None:
    """The row with blanks behind its dashes, those printed there being cells of their groups or of the next ones; None where it
    is too long or too short so."""
    ways = [_filled(row, groups, own) for own in (False, True)]
    whole = [slots for slots in ways if len(slots) == width]
    return next(iter(whole or [slots for slots in ways if ends and len(slots) < width]), None)


def _filled(row: Row, groups: dict[int, int], own: bool) -> tuple[Slot, ...]:
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
