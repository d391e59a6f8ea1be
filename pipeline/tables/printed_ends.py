"""Whether rows are printed no further than their last filled cell, so that a short one lacks the blanks behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_value
from pipeline.tables.draft import BLANK, Draft, Row
from pipeline.tables.headings import heading_meanings

_FEWEST_SHORT = 3  # rows that show that blanks at the end are not printed
_CHANCE = 0.01


def end_where_filled(draft: Draft, rows: Sequence[int], fewest_whole: int = 0) -> bool:
    """No blank is printed behind the last filled cell of a row, and several rows are short: they lack those behind it.
    Else a row that is short lacks one somewhere; so it does where figures would stand under a heading of names."""
    filled = [draft.rows[i] for i in rows if draft.rows[i].filled()]
    whole = [row for row in filled if len(row.slots) == draft.n_cols]
    short = [row for row in filled if len(row.slots) < draft.n_cols]
    ends = [row.slots[-1] for row in (*whole, *short)]
    trimmed = all(slot.text or slot.merged for slot in ends) and len(short) >= _FEWEST_SHORT
    if trimmed and len(short) * 2 > len(filled):
        meanings = heading_meanings(draft)
        names = [j for j in range(1, draft.n_cols) if meanings[j] in ("label", "category")]
        trimmed = not any(is_value(row[j].text) for row in short for j in names)
    return trimmed and len(whole) >= fewest_whole and not draft.lost_blanks


def never_end_blank(draft: Draft, rows: Sequence[int]) -> bool:
    """So many rows as long as the headings have something in the last column that chance does not explain it, as often as cells
    are blank elsewhere: blanks behind the last filled cell are not printed."""
    whole = [draft.rows[i] for i in rows if len(draft.rows[i].slots) == draft.n_cols]
    cells = [slot for row in whole for slot in row.slots[1:-1]]
    filled = sum(bool(slot.text) for slot in cells)
    return (
        bool(cells)
        and all(row.slots[-1].text for row in whole)
        and (filled / len(cells)) ** len(whole) < _CHANCE
    )


def filled_up(rows: Sequence[Row], n_cols: int) -> list[Row]:
    """Such rows with the blanks that are not printed."""
    return [replace(row, slots=(*row.slots, *(BLANK,) * (n_cols - len(row.slots)))) for row in rows]


def without_end(above: Row, row: Row, lacking: int) -> Row:
    """The lower line without blanks at its end beyond what the upper lacks, where it begins with a cell, and the upper line or what
    is left of the lower ends in one: 李家镇 | 2 | above 1 | | may lack any blank between the two."""
    beyond = lacking > 0 and row[0] and not any(row.slots[lacking:])
    ends = above.slots[-1].text or row[lacking - 1].text
    return replace(row, slots=row.slots[:lacking]) if beyond and ends else row
