"""What the undamaged rows of a table teach about its columns, and how badly a row disagrees with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.cells import is_dash, is_outline_number, is_total, number
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.relations import RowRelation, row_relations, row_values

_MISMATCH = 2.0  # a misplaced cell weighs more than the one operation that would place it
_STRAY_DASH = 2.0  # see _stray_dashes


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
    lengths = _usual_lengths(rows)
    sound = [row for row in rows if len(row.slots) in lengths]
    kinds = [Counter(_kind(row[j]) for row in sound) for j in range(draft.n_cols)]
    numeric = frozenset(j for j, c in enumerate(kinds) if c["number"] > 3 * c["text"])
    wordy = frozenset(j for j, c in enumerate(kinds) if c["text"] > 3 * c["number"])
    body = [draft.rows[i] for i in draft.body() if draft.rows[i].role == "body"]
    full = [j for j in range(draft.n_cols) if sum(bool(row[j]) for row in body) >= 0.8 * len(body)]
    labels = frozenset(full[:1]) & wordy if full[:1] == [0] else frozenset()
    relations = tuple(row_relations(draft))
    return Frame(draft.n_cols, numeric, wordy, labels, _dash_groups(draft), relations, lengths)


def _usual_lengths(rows: Sequence[Row]) -> frozenset[int]:
    """Numbers of printed cells that a fifth of the rows have, and three; converters trim or pad some rows."""
    lengths = Counter(len(row.slots) for row in rows)
    return frozenset(length for length, n in lengths.items() if 5 * n >= len(rows) and n >= min(3, len(rows)))


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
    words = text.split()
    if len(words) > 1 and all(number(word) is not None for word in words):
        return False  # two cells in one
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
