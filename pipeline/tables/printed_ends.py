"""Whether rows are printed no further than their last filled cell, so that a short one lacks the blanks behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.tables.draft import BLANK, Draft, Row

_FEWEST_SHORT = 3  # rows that show that blanks at the end are not printed


def end_where_filled(draft: Draft, rows: Sequence[int], fewest_whole: int = 0) -> bool:
    """No blank is printed behind the last filled cell of a row, and several rows are short: they lack those behind it.
    Else a row that is short lacks one somewhere."""
    filled = [draft.rows[i] for i in rows if draft.rows[i].filled()]
    whole = [row for row in filled if len(row.slots) == draft.n_cols]
    trimmed = all(row.slots[-1].text for row in whole) and len(filled) - len(whole) >= _FEWEST_SHORT
    return trimmed and len(whole) >= fewest_whole and not draft.lost_blanks


def filled_up(rows: Sequence[Row], n_cols: int) -> list[Row]:
    """Such rows with the blanks that are not printed."""
    return [replace(row, slots=(*row.slots, *(BLANK,) * (n_cols - len(row.slots)))) for row in rows]
