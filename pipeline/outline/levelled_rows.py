"""The ways to lay cells one a line below headings of two levels, and of names with figures behind them, below labels or not."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.outline.labelled_rows import NO_HEADING, named_rows, whole_part
from pipeline.outline.rows_below import may_be_below, rows_below_levels, without_signature
from pipeline.outline.turn_rows import Cell

__all__ = ["NO_HEADING", "may_be_in_levels", "ways_in_levels"]

_Rows = Sequence[tuple[Cell, ...]]


def ways_in_levels(words: Sequence[str]) -> list[_Rows]:
    """The rows, headings first, each cell with the places of its words, of each way that holds."""
    shown = without_signature(words)
    below: list[tuple[Cell, ...]] = [tuple((n,) for n in range(a, b)) for a, b in rows_below_levels(shown)]
    named = named_rows(shown)
    return [rows for rows in (below, named if named != below else []) if rows]


def may_be_in_levels(near: Sequence[str]) -> bool:
    """Whether the first cells look like headings and rows of one of these ways."""
    levels = meaning(near[0]) in NAME_MEANINGS and may_be_below(near)
    return levels or bool(named_rows(whole_part(near)))
