"""Where the filled cells of a damaged row may stand: blanks put in or taken out anywhere, order kept.

Each function gives, for the places `filled` of a row printed with `length` cells, the columns they come
to stand in of `width` columns, no two alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from math import comb

Columns = tuple[int, ...]
MOST = 4000  # of one row; a lost blank of 40 columns is 40, four of 18 columns are 2,400


def placements(filled: Sequence[int], length: int, width: int) -> list[Columns] | None:
    """All placements; None if they are more than can be looked at. `1 | 3` in three columns: 1 3 _, 1 _ 3, _ 1 3.

    Blanks at the end of a short row are no cells: a row that ends early may be filled up. `2 | _`: 2 _ _, _ 2 _, _ _ 2.
    """
    if length > width:
        return list(_removals(filled, length, width))
    lost = width - length if length == width or not filled else width - filled[-1] - 1
    if comb(len(filled) + lost, lost) > MOST:
        return None
    counts = combinations_with_replacement(range(lost + 1), len(filled))
    return [tuple(j + n for j, n in zip(filled, put_in, strict=True)) for put_in in counts]


def _removals(filled: Sequence[int], length: int, width: int) -> Iterator[Columns]:
    """The cells in excess are blanks: so many before each filled cell as there are."""
    excess = length - width
    edges = [-1, *filled, length]
    blanks = [b - a - 1 for a, b in pairwise(edges)]
    ways: list[tuple[int, Columns]] = [(0, ())]
    for j, here in zip(filled, blanks, strict=False):
        ways = [
            (gone + more, (*cols, j - gone - more))
            for gone, cols in ways
            for more in range(min(here, excess - gone) + 1)
        ]
        if len(ways) > MOST:
            return
    for gone, cols in ways:
        if excess - gone <= blanks[-1]:
            yield cols


def moves(filled: Sequence[int], width: int) -> Iterator[Columns]:
    """A stretch of cells one or two columns further, where blanks leave room; not the row as printed."""
    for by in (-1, 1, -2, 2):
        for start in range(len(filled)):
            for end in range(start + 1, len(filled) + 1):
                cols = tuple(j + by if start <= k < end else j for k, j in enumerate(filled))
                rising = all(a < b for a, b in pairwise(cols))
                if rising and cols[0] >= 0 and cols[-1] < width:
                    yield cols
