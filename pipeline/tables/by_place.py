"""Parts of one ruled table on two pages, of which one draws fewer columns: the narrower on the wider one's columns.

| 序号 | 镇   | 床位 |        a merged cell over columns that no other row of its page parts
| 1    | 城关 | 30   |
----- page -----         →   | 合计 | <  | 30 |
| 合计        | 30   |
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.model import Box, Document, Fragment, Piece, Span

# Sides of cells that stand one above the other are apart by at most so many points.
_APART = 3.0
_FEWEST = 3

Rows = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Places:
    """Where the cells of a document stand."""

    document: Document

    @cached_property
    def _starts(self) -> list[int]:
        return [box.span.start for box in self.document.boxes]

    def box(self, piece: Piece) -> Box | None:
        """The box of a cell that has words; None where the source has none."""
        at = bisect_left(self._starts, piece.span.start)
        found = self.document.boxes[at] if at < len(self._starts) else None
        return found if found and found.span == piece.span and piece.text else None

    def on_the_wider(self, above: Fragment, below: Fragment) -> tuple[Rows, Rows] | None:
        """Both with the same columns, if each side of a column of the narrower part is one of the wider's.

        None where the sides are not known, or are others.
        """
        upper, lower = self._sides(above.rows), self._sides(below.rows)
        if len(upper) == len(lower):
            return None
        narrow, wide = (upper, lower) if len(upper) < len(lower) else (lower, upper)
        counts = _columns_each(narrow, wide)
        if counts is None:
            return None
        if narrow is upper:
            return _widened(above.rows, counts), below.rows
        return above.rows, _widened(below.rows, counts)

    def stand_alike(self, above: Fragment, below: Fragment) -> bool:
        """Whether the columns of both have their sides at the same places; not if fewer than three are known."""
        pairs = list(zip(self._sides(above.rows), self._sides(below.rows), strict=False))
        known = [(a, b) for a, b in pairs if a is not None and b is not None]
        alike = len(above.rows[0]) == len(below.rows[0]) and all(abs(a - b) <= _APART for a, b in known)
        return alike and len(known) >= _FEWEST

    def _sides(self, rows: Rows) -> list[float | None]:
        """The left side of each column, and the right side of the last; None where no cell with words has it."""
        sides: list[float | None] = [None] * (max(map(len, rows)) + 1)
        for row in rows:
            for j, piece in enumerate(row):
                box = self.box(piece)
                if box is None:
                    continue
                if j == 0 or row[j - 1].span != piece.span:
                    sides[j] = box.x0
                if j + 1 == len(row) or row[j + 1].span != piece.span:
                    sides[j + 1] = box.x1
        return sides


def _columns_each(narrow: Sequence[float | None], wide: Sequence[float | None]) -> list[int] | None:
    """How many columns of the wider part each of the narrower one's reaches over; None if the sides do not meet."""
    at: list[int | None] = [_index(side, wide) for side in narrow]
    if (
        at[0] != 0
        or at[-1] != len(wide) - 1
        or any(a is None and s is not None for a, s in zip(at, narrow, strict=True))
    ):
        return None
    for j, place in enumerate(at):
        # A side that no words stand at lies between its neighbours, if there is one place for it.
        if place is None:
            before, after = at[j - 1], at[j + 1]
            if before is None or after is None or after - before != 2:
                return None
            at[j] = before + 1
    known = [place for place in at if place is not None]
    counts = [b - a for a, b in pairwise(known)]
    return counts if min(counts) > 0 else None


def _index(side: float | None, sides: Sequence[float | None]) -> int | None:
    near = (
        k
        for k, other in enumerate(sides)
        if side is not None and other is not None and abs(side - other) <= _APART
    )
    return next(near, None)


def _widened(rows: Rows, counts: Sequence[int]) -> Rows:
    """Every piece repeated over the columns it reaches: the very same piece in several places is a merged cell."""
    return tuple(
        tuple(piece for piece, n in zip(row, counts, strict=False) for piece in (piece,) * n) for row in rows
    )


def is_page_missing(document: Document, above: Span, below: Span) -> bool:
    """A page that could not be read lies between the two, and may have held rows."""
    left_out = (page.span for page in document.pages if page.done.startswith("unreadable"))
    return any(above.end <= span.start and span.end <= below.start for span in left_out)
