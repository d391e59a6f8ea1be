"""The ways a damaged row may be read: which printed cell belongs to which column.

Text never changes and never changes its order; blanks are dropped or put in, a cell printed twice is
one, two numbers in one cell are two. Every place where the shift changes is one operation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.language.cells import number
from pipeline.messages import Message, say
from pipeline.model import Span
from pipeline.tables.draft import BLANK, Row, Slot
from pipeline.tables.frame import Frame, faults

_OPERATION = 1.0
_OPERATION_UNPROVOKED = 1.5  # in a row with as many cells as columns: no cell is lost or in excess
_ODD_END = 0.5  # likelier than a blank lost or added inside, yet no more than that
_PER_COLUMN = 0.1  # of two shifts at the same place the smaller one is likelier
_MOST_PLACED = 5000  # placements tried, for a row of many columns
_DEAREST = 3.0  # above the likeliest reading: further ones would need another row's help to be right
_FEWEST_READINGS = 12  # and one more a column: a lost blank may stand before each


@dataclass(frozen=True, slots=True)
class Reading:
    """A row laid on the columns, what it cost and how it was got."""

    slots: tuple[Slot, ...]
    cost: float
    steps: tuple[Message, ...] = ()


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
    found = _readings(row, known)
    for variant, step in (*_undoubled(row, known), *_split_numbers(row, known)):
        for reading in _readings(variant, known):
            found.append(Reading(reading.slots, reading.cost + _OPERATION, (step, *reading.steps)))
    unique = {tuple(s.text for s in r.slots): r for r in sorted(found, key=lambda r: -r.cost)}
    ranked = sorted(unique.values(), key=lambda r: r.cost)
    return [r for r in ranked if r.cost <= ranked[0].cost + _DEAREST][: _FEWEST_READINGS + known.n_cols]


def _readings(row: Row, known: Frame) -> list[Reading]:
    filled = row.filled()
    found = _read(row, filled, known, changes=1)
    several = abs(len(row.slots) - known.n_cols) > 1
    if several or not any(faults(r.slots, known) == 0 for r in found):
        found += _read(row, filled, known, changes=2)
    return found


def _undoubled(row: Row, known: Frame) -> Iterator[tuple[Row, Message]]:
    """The row, too long, with one of two equal cells side by side left out."""
    for j in range(1, len(row.slots)) if len(row.slots) > known.n_cols else ():
        one, two = row.slots[j - 1 : j + 1]
        if one.text and one.text == two.text:
            both = Slot(one.text, (*one.parts, *two.parts))
            yield (
                replace(row, slots=(*row.slots[: j - 1], both, *row.slots[j + 1 :])),
                say("cell_printed_twice", words=one.text),
            )


def _split_numbers(row: Row, known: Frame) -> Iterator[tuple[Row, Message]]:
    """The row, too short, with numbers in one cell (`10 0`) in one cell each."""
    for j, slot in enumerate(row.slots) if len(row.slots) < known.n_cols else ():
        words = slot.text.split()
        if not 1 < len(words) <= known.n_cols - len(row.slots) + 1 or any(number(w) is None for w in words):
            continue
        cells = _cells_of(slot, words)
        yield (
            replace(row, slots=(*row.slots[:j], *cells, *row.slots[j + 1 :])),
            say("cells_printed_as_one", words=slot.text, n=len(words)),
        )


def _cells_of(slot: Slot, words: Sequence[str]) -> list[Slot]:
    """A slot a word; the first and last word end where the printed cell ends, so their places are known."""
    if len(slot.parts) != 1 or len(words) != 2:
        return [Slot(word, slot.parts) for word in words]
    start, end = slot.parts[0].start, slot.parts[0].end
    return [
        Slot(words[0], (Span(start, start + len(words[0])),)),
        Slot(words[1], (Span(end - len(words[1]), end),)),
    ]


def _read(row: Row, filled: list[int], known: Frame, changes: int) -> list[Reading]:
    result = []
    # A cell too many or too few in all may also be a blank one at the end.
    as_printed = _ODD_END if len(row.slots) not in known.lengths else 0.0
    dearer = _OPERATION_UNPROVOKED / _OPERATION if len(row.slots) == known.n_cols else 1.0
    for path in islice(_placements(filled, known, changes), _MOST_PLACED):
        slots = lay(row, path.cols, known.n_cols)
        result.append(Reading(slots, (path.cost * dearer or as_printed) + faults(slots, known), path.steps))
    return result


@dataclass(frozen=True, slots=True)
class _Path:
    """The columns of the cells placed so far, how far the last one was shifted, and what it cost."""

    cols: list[int]
    shift: int
    cost: float
    steps: tuple[Message, ...]


def _placements(filled: list[int], known: Frame, changes: int) -> Iterator[_Path]:
    """Order-preserving placements of the filled cells with at most `changes` changes of the shift."""
    if not filled:
        return
    for shift in dict.fromkeys((0, -filled[0], 1, 2)):
        steps = (_shifted(shift),) if shift else ()
        begun = _Path([filled[0] + shift], shift, _step_cost(shift), steps)
        yield from _continue(begun, filled, known.n_cols, changes)


def _continue(path: _Path, filled: list[int], n_cols: int, changes: int) -> Iterator[_Path]:
    """Place the remaining cells: all with the same shift, or with a change before one of them."""
    begun = len(path.cols)
    straight = path.cols + [j + path.shift for j in filled[begun:]]
    if straight[-1] < n_cols:
        yield _Path(straight, path.shift, path.cost, path.steps)
    for i in range(begun, len(filled)) if changes else ():
        placed = straight[:i]
        if placed[-1] >= n_cols:
            return
        for change in (-1, 1, -2, 2):
            col = filled[i] + path.shift + change
            if placed[-1] < col < n_cols:
                cost, steps = path.cost + _step_cost(change), (*path.steps, _blanks(change, col))
                changed = _Path([*placed, col], path.shift + change, cost, steps)
                yield from _continue(changed, filled, n_cols, changes - 1)


def _shifted(shift: int) -> Message:
    return say("row_shifted_left", by=-shift) if shift < 0 else say("row_shifted_right", by=shift)


def _blanks(change: int, col: int) -> Message:
    if change < 0:
        return say("blanks_left_out", n=-change, column=col + 1)
    return say("blanks_put_in", n=change, column=col + 1)


def _step_cost(change: int) -> float:
    return _OPERATION + _PER_COLUMN * abs(change) if change else 0.0
