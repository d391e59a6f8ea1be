"""How many columns the rows below headings have, and what these hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.cells import is_dash, is_value, number
from pipeline.tables.draft import Row, Slot
from pipeline.tables.label_columns import is_labelled, named_alone

_FEWEST, _MOSTLY = 2, 0.8  # cells that tell what a column holds
_NEARLY_ALL = 0.9
_FEWEST_SUMS = 3  # rows in which two parts at least are no 0


class Columns(NamedTuple):
    """How many columns the rows have, which hold words, and figures, alone, and the figures of the rows."""

    width: int
    wordy: frozenset[int] = frozenset()
    numeric: frozenset[int] = frozenset()
    figures: tuple[tuple[Decimal | None, ...], ...] = ()
    has_blank: bool = False  # nothing stands in one of them, which may be no column

    def add_up(self, parts: Sequence[int], total: int) -> bool:
        """Whether the figures of some columns are the sum in another, in nearly all rows that have two of them and more."""
        told = [(row[total], [part for j in parts if (part := row[j]) is not None]) for row in self.figures]
        busy = [(whole, found) for whole, found in told if sum(map(bool, found)) > 1]
        return len(busy) >= _FEWEST_SUMS and sum(
            whole == sum(found) for whole, found in busy
        ) >= _MOSTLY * len(busy)


def kinds(body: Sequence[Row], width: int) -> Columns:
    """What the columns hold by the rows that have as many cells."""
    rows = [row for row in body if len(row.slots) == width]
    texts = [[text for row in rows if (text := row[j].text) and not is_dash(text)] for j in range(width)]
    figures = [sum(is_value(text) for text in column) for column in texts]
    told = [j for j in range(width) if len(texts[j]) >= _FEWEST]
    wordy = frozenset(j for j in told if figures[j] <= (1 - _MOSTLY) * len(texts[j]))
    numeric = frozenset(j for j in told if figures[j] >= _MOSTLY * len(texts[j]))
    values = tuple(tuple(number(slot.text) for slot in row.slots) for row in rows)
    blank = any(not any(row[j].text for row in rows) for j in range(width - 1))
    return Columns(width, wordy, numeric, values, blank)


def usual_width(rows: Sequence[Row]) -> int:
    """The number of cells that most rows have; of rows that end where they are printed to end, the longest. The names of a
    group below its label lack a blank before them; where nearly all rows begin with a cell, a few slipped aside."""
    told = [row for row in rows if len(row.filled()) > 1]
    if sum(bool(row.slots[0].text) for row in told) >= _NEARLY_ALL * len(told):
        told = [replace(row, slots=row.slots[row.filled()[0] :]) for row in told]
    lost = named_alone(told)
    widths = Counter(len(row.slots) + (lost > 0 and not is_labelled(row, lost > 1)) for row in told)
    size, often = widths.most_common(1)[0] if widths else (0, 0)
    longest = max(widths, default=0)
    ended = lost > 0 and widths[longest] >= _FEWEST and all(row.slots[-1] for row in told)
    return size if 2 * often > widths.total() and not ended else longest


def without_blank_ends(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns at the end in which nothing stands."""
    width = 1 + max((row.filled()[-1] for row in rows if row.filled()), default=-1)
    return [row if len(row.slots) <= width else replace(row, slots=row.slots[:width]) for row in rows]


def without_blanks_beyond(lines: Sequence[tuple[Slot, ...]], width: int) -> list[tuple[Slot, ...]]:
    """The lines without as many blanks at their end as the longest has beyond the columns, where no heading stands there: a
    shorter one lost some before."""
    more = max((len(line) for line in lines), default=0) - width
    if more < 1 or any(slot.text for line in lines for slot in line[width:]):
        return list(lines)
    return [line if any(line[-more:]) else line[:-more] for line in lines]
