"""The ways a damaged row may be read: which printed cell belongs to which column.

Text never changes and never changes its order; only blanks are dropped or put in. Every place
where the shift changes is one operation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.language.cells import is_dash, is_outline_number, is_total, number
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.relations import RowRelation, row_relations, row_values

_OPERATION = 1.0
_OPERATION_UNPROVOKED = 1.5  # in a row with as many cells as columns: no cell is lost or in excess
_ODD_END = 0.5  # likelier than a blank lost or added inside, yet no more than that
_PER_COLUMN = 0.1  # of two shifts at the same place the smaller one is likelier
_MISMATCH = 2.0  # a misplaced cell weighs more than the one operation that would place it
_STRAY_DASH = 2.0  # see _stray_dashes
_MOST_PLACED = 5000  # placements tried, for a row of many columns
_DEAREST = 3.0  # above the likeliest reading: further ones would need another row's help to be right
_MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A row laid on the columns, what it cost and how it was got."""

    slots: tuple[Slot, ...]
    cost: float
    steps: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the undamaged rows teach: number, text and label columns, groups, identities, usual lengths."""

    n_cols: int
    numeric: frozenset[int]
    wordy: frozenset[int]
    labels: frozenset[int]
    groups: tuple[tuple[int, int], ...]
    relations: tuple[RowRelation, ...]
    lengths: frozenset[int]


def frame(draft: Draft) -> Frame:
    """Learn the frame from the rows as printed; each column goes by its majority."""
    rows = [draft.rows[i] for i in draft.body()]
    kinds = [Counter(_kind(row[j]) for row in rows) for j in range(draft.n_cols)]
    numeric = frozenset(j for j, c in enumerate(kinds) if c["number"] > 3 * c["text"])
    wordy = frozenset(j for j, c in enumerate(kinds) if c["text"] > 3 * c["number"])
    body = [draft.rows[i] for i in draft.body() if draft.rows[i].role == "body"]
    full = [j for j in range(draft.n_cols) if sum(bool(row[j]) for row in body) >= 0.8 * len(body)]
    labels = frozenset(full[:1]) & wordy if full[:1] == [0] else frozenset()
    relations = tuple(row_relations(draft))
    return Frame(draft.n_cols, numeric, wordy, labels, _dash_groups(draft), relations, _usual_lengths(rows))


def _usual_lengths(rows: Sequence[Row]) -> frozenset[int]:
    """Numbers of printed cells that at least a fifth of the rows have; converters trim or pad some rows."""
    lengths = Counter(len(row.slots) for row in rows)
    return frozenset(length for length, n in lengths.items() if 5 * n >= len(rows))


def _kind(slot: Slot) -> str:
    if not slot.text or is_dash(slot.text):
        return "blank"
    return "number" if number(slot.text) is not None else "text"


def faults(slots: Sequence[Slot], known: Frame) -> float:
    """How badly a reading disagrees with the frame; 0 for a row that looks right."""
    wrong = sum(_kind(slots[j]) == "text" and not _has_figure(slots[j].text) for j in known.numeric)
    wrong += sum(_kind(slots[j]) == "number" for j in known.wordy)
    wrong += sum(not slots[j] for j in known.labels)
    values = row_values(Row(tuple(slots)), known.n_cols)
    wrong += sum(bool(r.residual(values)) for r in known.relations)
    return _MISMATCH * wrong + _STRAY_DASH * _stray_dashes(slots, known.groups)


def _has_figure(text: str) -> bool:
    """Text that may stand among numbers: a value with words around it; in a 序号 column 合计 or 一、."""
    return any(char.isdecimal() for char in text) or is_total(text) or is_outline_number(text)


def _stray_dashes(slots: Sequence[Slot], groups: Sequence[tuple[int, int]]) -> int:
    """Dashes that do not stand at the left edge of a group that is otherwise blank.

    A dash that stands for a whole group is printed in the group's merged cell, whose text a
    converter writes into the first column.
    """
    stray = 0
    for start, end in groups:
        filled = [j for j in range(start, end) if slots[j]]
        stray += filled != [start] and any(is_dash(slots[j].text) for j in filled)
    return stray


def _dash_groups(draft: Draft) -> tuple[tuple[int, int], ...]:
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


def is_suspect(row: Row, known: Frame) -> bool:
    """The row does not fit as printed: too wide, or at odds with the frame."""
    filled = row.filled()
    if any(slot.merged for slot in row.slots):  # a reader that knows of merged cells knows the columns
        return False
    if (filled and filled[-1] >= known.n_cols) or len(row.slots) not in known.lengths:
        return True
    return faults(lay(row, range(0), known.n_cols), known) > 0


def lay(row: Row, cols: Sequence[int], n_cols: int) -> tuple[Slot, ...]:
    """The filled cells of a row put on `cols` (as printed if that is empty); the rest blank."""
    filled = row.filled()
    slots = [BLANK] * n_cols
    for j, col in zip(filled, cols or filled, strict=True):
        if col < n_cols:
            slots[col] = row[j]
    return tuple(slots)


def readings(row: Row, known: Frame) -> list[Reading]:
    """Readings of a row from the likeliest, no two alike; the printed one among them if it fits."""
    filled = row.filled()
    found = _read(row, filled, known, changes=1)
    several = abs(len(row.slots) - known.n_cols) > 1
    if several or not any(faults(r.slots, known) == 0 for r in found):
        found += _read(row, filled, known, changes=2)
    unique = {tuple(map(id, r.slots)): r for r in sorted(found, key=lambda r: -r.cost)}
    ranked = sorted(unique.values(), key=lambda r: r.cost)
    return [r for r in ranked if r.cost <= ranked[0].cost + _DEAREST][:_MOST_READINGS]


def _read(row: Row, filled: list[int], known: Frame, changes: int) -> list[Reading]:
    result = []
    # A cell too many or too few in all may also be a blank one at the end.
    as_printed = _ODD_END if len(row.slots) not in known.lengths else 0.0
    dearer = _OPERATION_UNPROVOKED / _OPERATION if len(row.slots) == known.n_cols else 1.0
    for cols, cost, steps in islice(_placements(filled, known, changes), _MOST_PLACED):
        slots = lay(row, cols, known.n_cols)
        result.append(Reading(slots, (cost * dearer or as_printed) + faults(slots, known), steps))
    return result


def _placements(filled: list[int], known: Frame, changes: int) -> Iterator[tuple[list[int], float, str]]:
    """Order-preserving placements of the filled cells with at most `changes` changes of the shift."""
    if not filled:
        return
    for shift in dict.fromkeys((0, -filled[0], 1, 2)):
        start = _step_cost(shift)
        steps = f"the row shifted {'left' if shift < 0 else 'right'} by {abs(shift)}" if shift else ""
        yield from _continue([filled[0] + shift], filled, shift, start, steps, known.n_cols, changes)


def _continue(
    cols: list[int], filled: list[int], shift: int, cost: float, steps: str, n_cols: int, changes: int
) -> Iterator[tuple[list[int], float, str]]:
    """Place the remaining cells. Seven parameters: they are the state of the search."""
    straight = cols + [j + shift for j in filled[len(cols) :]]
    if straight[-1] < n_cols:
        yield straight, cost, steps
    if not changes:
        return
    for i in range(len(cols), len(filled)):
        placed = straight[:i]
        if placed[-1] >= n_cols:
            return
        for change in (-1, 1, -2, 2):
            col = filled[i] + shift + change
            if placed[-1] < col < n_cols:
                what = f"{abs(change)} blank {'left out' if change < 0 else 'put in'} before column {col + 1}"
                yield from _continue(
                    [*placed, col], filled, shift + change, cost + _step_cost(change),
                    f"{steps}; {what}" if steps else what, n_cols, changes - 1,
                )  # fmt: skip


def _step_cost(change: int) -> float:
    return _OPERATION + _PER_COLUMN * abs(change) if change else 0.0
