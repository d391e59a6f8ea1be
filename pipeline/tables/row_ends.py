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

_MOST_DAMAGED = 60  # rows, one after the other of which may lack more than its end

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
    """Where rows end so: all of them as printed, if the sums come out; or all but one, if they do in one way alone."""
    if not end_where_filled(draft, rows, _FEWEST_WHOLE):
        return None
    printed = {i: _as_printed(draft.rows[i].slots, found) or found for i, found in options.items()}
    found = list(choose(printed, equations).found)
    if not found and len(options) <= _MOST_DAMAGED:
        ways = (choose({**printed, i: options[i]}, equations).found for i in options)
        found = [one for some in ways for one in some]
    return found[0] if found and all(one == found[0] for one in found) else None


def _as_printed(printed: Sequence[Slot], found: Sequence[Reading]) -> list[Reading]:
    """The readings of a row with its cells where they are printed; of one that slipped aside, as far from one another."""
    return [r for r in found if _ends_so(printed, r)] or [
        r for r in found if not printed[0].text and runs_on(printed, r)
    ]


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
