"""How likely the other rows of a table make a reading of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import comb, log, prod

from pipeline.language.cells import number
from pipeline.tables.draft import Row, Slot
from pipeline.tables.frame import Frame
from pipeline.tables.placements import Columns


def chance(slots: Sequence[Slot], known: Frame) -> float:
    """How likely other rows make it that these columns are filled, and with such words or numbers: a logarithm.

    Of `3 | _ | 1` and `3 | 1 | _` that is likelier whose blank stands where other rows have one; words end like
    others of their column.
    """
    found = 0.0
    for slot, texts in zip(slots, known.texts, strict=False):
        rows, blanks = texts.rows, texts[""]
        filled = blanks if not slot.text else rows - blanks
        found += log((filled + 1) / (rows + 2))
        if slot.text:
            words = number(slot.text) is None
            alike = texts.ends[slot.text[-1:]] if words else texts[slot.text]
            found += log((alike + 1) / (rows - blanks + 20))
    return found


def losses(row: Row, cols: Columns, n_cols: int) -> int:
    """In how many ways a row so laid loses blanks and is printed as it is: one of nine in a row, or the only one."""
    printed = [-1, *row.filled(), len(row.slots)]
    laid = [-1, *cols, n_cols]
    gaps = ((b - a, d - c) for (a, b), (c, d) in zip(pairwise(printed), pairwise(laid), strict=True))
    ways = [comb(now - 1, was - 1) for was, now in gaps] if len(row.slots) < n_cols else [1]
    return prod(ways) or 1
