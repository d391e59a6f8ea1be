"""Labels in the middle of their rows → which rows each has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from pipeline.read.pdf.cell_runs import Ends

# From the top to the bottom of what a row or a label says.
Height = tuple[float, float]


def shared_but_cut(
    spans: Sequence[Height], rows: Sequence[Height], near: float, ends: Ends
) -> list[tuple[int, int]] | None:
    """The rows of each label; the first row may be the rest of one that began on the page before, and the last label be cut:
    what is said there stands at its top. The first label of a table begins with its first row, if it may; and what stands in
    the middle of words goes before what does if a row is higher than its words."""
    first = [(0, 1)] if not ends.is_begun and abs(spans[0][0] - rows[0][0]) <= near else []
    beside = [n for n, row in enumerate(rows) if abs(spans[-1][0] - row[0]) <= near]
    last = [(n, len(rows)) for n in beside if n + 1 == len(rows) or not ends.is_ended]
    none: list[tuple[int, int]] = []
    ways = ((first, none), (none, none), (first, last), (none, last))
    starts = (range(1), range(len(rows))) if ends.is_begun else (range(len(rows)),)
    for start, off, (head, foot) in product(starts, ((near, near), (None, near)), ways):
        inner = spans[len(head) : len(spans) - len(foot)]
        middles = [(top + bottom) / 2 for top, bottom in inner]
        end = foot[0][0] if foot else len(rows)
        shared = _share_out(middles, rows[len(head) : end], start, off) if inner else []
        if shared is not None and (shared or head or foot):
            return [*head, *((a + len(head), b + len(head)) for a, b in shared), *foot]
    return None


def _share_out(
    middles: Sequence[float], rows: Sequence[Height], starts: range, off: tuple[float | None, float]
) -> list[tuple[int, int]] | None:
    """The rows of each label, one label after the other from the first row to the last, each in the middle of its rows;
    rows above the first label belong to one of the page before, if only one way has it so."""
    ways = [shares for start in starts if (shares := _shares(middles, rows, start, off)) is not None]
    return ways[0] if len(ways) == 1 or (ways and not ways[0][0][0]) else None


def _shares(
    middles: Sequence[float], rows: Sequence[Height], first: int, off: tuple[float | None, float]
) -> list[tuple[int, int]] | None:
    """The rows of each label from the row `first` on, down to the last row; None if these are not all."""
    shares: list[tuple[int, int]] = []
    for middle in middles:
        end = _end(first, middle, rows, off) if first < len(rows) else None
        if end is None:
            return None
        shares.append((first, end))
        first = end
    return shares if first == len(rows) else None


def _end(first: int, middle: float, rows: Sequence[Height], off: tuple[float | None, float]) -> int | None:
    """Where the rows end that begin with `first` and have their middle there: the last may be higher than its words, by
    so much at most, if that is told."""
    most, near = off
    bottom = 2 * middle - rows[first][0]
    for n in range(first, len(rows)):
        below = rows[n + 1][0] if n + 1 < len(rows) else rows[n][1] + (rows[n][1] - rows[n][0])
        highest = rows[n][1] + most if most is not None else max(below - near, rows[n][1] + near)
        if rows[n][1] - near <= bottom <= highest:
            return n + 1
    return None
