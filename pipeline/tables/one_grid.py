"""Two parts of a table, each with its headings, on the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.model import Fragment, Piece
from pipeline.tables.by_place import Rows


def on_one_grid(above: Fragment, below: Fragment, again: tuple[int, int]) -> tuple[Rows, Rows] | None:
    """Both with the same columns: a heading that spans more of them in one part does so in the other.

    None if a heading spans several columns in both parts and not as many: which is which is not said.
    """
    upper, lower = runs(above.rows[again[0]]), runs(below.rows[again[1]])
    if above.kind == "tabs" or upper == lower:
        return above.rows, below.rows
    if len(upper) != len(lower) or any(a != b and min(a, b) != 1 for a, b in zip(upper, lower, strict=True)):
        return None
    widths = [max(pair) for pair in zip(upper, lower, strict=True)]
    return _stretched(above.rows, upper, widths), _stretched(below.rows, lower, widths)


def runs(row: Sequence[Piece]) -> list[int]:
    """How many columns each cell of a row spans."""
    return [
        len(list(group)) for _, group in groupby(enumerate(row), key=lambda p: (p[1].span, p[1].text or p[0]))
    ]


def _stretched(rows: Rows, now: Sequence[int], wanted: Sequence[int]) -> Rows:
    """Every piece of a run repeated: the very same piece in several places is a merged cell."""
    copies = [want if have == 1 else 1 for have, want in zip(now, wanted, strict=True) for _ in range(have)]
    return tuple(
        tuple(piece for piece, n in zip(row, copies, strict=False) for piece in (piece,) * n) for row in rows
    )


def width_of(rows: Rows) -> int:
    """As many cells as the longest row has, unless it is far longer than all others: two rows printed on one line."""
    *others, longest = sorted(map(len, rows))
    return others[-1] if others and 2 * longest >= 3 * others[-1] > 3 else longest


def is_wide(row: Sequence[Piece]) -> bool:
    """One cell over all columns, and words in it."""
    return len(row) > 1 and len(runs(row)) == 1 and bool(row[0].text.strip())
