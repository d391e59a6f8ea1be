"""Rows that are printed no further than their last cell: what they lack are the blanks behind it.

| 镇   | 甲 | 乙 | 丙 |          | 镇   | 甲 | 乙 | 丙 |
| 东镇 | 1  |               →     | 东镇 | 1  |    |    |
| 西镇 | 2  |    | 3  |          | 西镇 | 2  |    | 3  |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.tables.choice import choose
from pipeline.tables.draft import Draft, Slot
from pipeline.tables.equations import Equations
from pipeline.tables.readings import Reading

_FEWEST_SHORT, _FEWEST_WHOLE = 3, 2  # rows that show that blanks at the end are not printed

_Options = Mapping[int, Sequence[Reading]]


def end_where_filled(draft: Draft, rows: Sequence[int], fewest_whole: int = 0) -> bool:
    """No blank is printed behind the last filled cell of a row, and several rows are short: they lack those behind it.
    Else a row that is short lacks one somewhere."""
    filled = [draft.rows[i] for i in rows if draft.rows[i].filled()]
    whole = [row for row in filled if len(row.slots) == draft.n_cols]
    trimmed = all(row.slots[-1].text for row in whole) and len(filled) - len(whole) >= _FEWEST_SHORT
    return trimmed and len(whole) >= fewest_whole and not draft.lost_blanks


def as_ended(
    draft: Draft, rows: Sequence[int], options: _Options, equations: Equations
) -> dict[int, Reading] | None:
    """Where rows end so: all of them as printed, if the sums come out."""
    if not end_where_filled(draft, rows, _FEWEST_WHOLE):
        return None
    printed = {i: [r for r in found if _ends_so(draft.rows[i].slots, r)] for i, found in options.items()}
    found = choose(printed, equations).found if all(printed.values()) else ()
    return found[0] if len(found) == 1 else None


def _ends_so(printed: Sequence[Slot], reading: Reading) -> bool:
    """Each cell stands in the column in which it is printed, and blanks behind the last."""
    size = len(printed)
    return reading.slots[:size] == tuple(printed) and not any(slot.text for slot in reading.slots[size:])


def runs_on(printed: Sequence[Slot], reading: Reading) -> bool:
    """The cells stand as far from one another as they are printed, or were counted otherwise: no blank is put in between."""
    words = _trimmed(printed)
    return reading.is_odd or _trimmed(reading.slots) == words


def _trimmed(slots: Sequence[Slot]) -> list[str]:
    """The texts without the blanks before and behind them."""
    filled = [j for j, slot in enumerate(slots) if slot.text]
    return [slot.text for slot in slots[filled[0] : filled[-1] + 1]] if filled else []
