"""Rows whose cells all have their middle where the number of the row has its own, as most tables are set.

                建立台账，实行          县人力资源        Between two lines of one cell those of another may stand, with an even
1   民生保障                   县教育局                    number of them where the first has an odd one.
                销号管理。              和社会保障局
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from pipeline.outline.printed_lines import Printed, Rows

_MOST_WAYS = 256
_OFF = 0.5  # lines that the middle of a cell may stand off that of its rows

Bounds = tuple[tuple[int, int], ...]


class _Numbered(NamedTuple):
    """Printed lines, the lines on which the numbers of their rows stand, and whether a middle may be half a line off."""

    printed: Printed
    anchors: Sequence[int]
    apart: int


def about_the_middle(
    printed: Printed, anchors: Sequence[int], serial: int | None, apart: int
) -> Iterator[Rows]:
    """The ways to part the lines into rows with the middle of each cell where the number has its own, or half a line off it.
    A cell of the columns at the left may stand beside several rows."""
    columns = printed.columns()
    widest = max(columns, key=lambda c: len(printed.filled(0, len(printed.lines), c)))
    left = [c for c in columns[:widest] if c != serial]
    numbered = _Numbered(printed, anchors, apart)
    for bounds in _ways(numbered, [c for c in columns if c not in left]):
        laid = {c: _beside(numbered, bounds, c) for c in left}
        if all(laid.values()):
            yield tuple(
                tuple(laid[c][i] if c in laid else tuple(printed.filled(a, b, c)) for c in columns)
                for i, (a, b) in enumerate(bounds)
            )


def _beside(numbered: _Numbered, bounds: Bounds, column: int) -> list[tuple[int, ...]]:
    """The lines of a column in the row whose middle they have; where rows have none, in the first of those that they stand
    beside together, if there is one way; [] if there is none."""
    printed = numbered.printed
    own = [tuple(printed.filled(*row, column)) for row in bounds]
    fits = all(_is_row(numbered, k, row, [column]) for k, row in enumerate(bounds))
    if fits and all(own):
        return own
    blocks = printed.blocks(column)
    whole = all(printed.is_full(a, b, column) for block in blocks for a, b in pairwise(block))
    ways = list(islice(_groups(printed, blocks, bounds), 2)) if whole else []
    if len(ways) != 1:
        return own if fits and not ways else []
    rows: list[tuple[int, ...]] = [()] * len(bounds)
    for block, first in zip(blocks, ways[0], strict=True):
        rows[first] = tuple(block)
    return rows


def _ways(numbered: _Numbered, columns: Sequence[int]) -> Iterator[Bounds]:
    """The bounds of the rows, row after row: those that lead to none are left at once."""
    begun: list[Bounds] = [()]
    anchors, end = numbered.anchors, len(numbered.printed.lines)
    for k, anchor in enumerate(anchors):
        ends = [end] if k + 1 == len(anchors) else range(anchor + 1, anchors[k + 1] + 1)
        rows = ((way, (way[-1][1] if way else 0, below)) for way in begun for below in ends)
        begun = [(*way, row) for way, row in rows if row[0] <= anchor and _is_row(numbered, k, row, columns)]
        if len(begun) > _MOST_WAYS:
            return
    yield from begun


def _is_row(numbered: _Numbered, k: int, row: tuple[int, int], columns: Sequence[int]) -> bool:
    (printed, anchors, apart), (start, end) = numbered, row
    whole = len(printed.parts(start, end)) == 1
    if whole and all(_is_middle(printed.filled(start, end, c), anchors[k], apart) for c in columns):
        return True
    cut = anchors[k] == start and (not whole or printed.ends_page(end))
    return cut and all(printed.goes_on(start, end, c) for c in columns)


def _is_middle(lines: Sequence[int], anchor: int, apart: int) -> bool:
    """Between two lines of a cell no line may be printed: then the number stands on one of both."""
    off = abs(lines[0] + lines[-1] - 2 * anchor) if lines else 0
    return not off or (off <= apart and len(lines) % 2 == 0 and len(lines) == lines[-1] - lines[0] + 1)


# --- cells beside several rows ----------------------------------------------------------------


def _groups(printed: Printed, blocks: Sequence[Sequence[int]], bounds: Bounds) -> Iterator[tuple[int, ...]]:
    """Of each cell the first row beside it; one that the end of a page cuts stands at the top."""
    if not blocks or not bounds:
        if not blocks and not bounds:
            yield ()
        return
    first, last = blocks[0][0], blocks[0][-1]
    for many in range(1, len(bounds) + 1):
        start, end = bounds[0][0], bounds[many - 1][1]
        cut = first == start and (len(printed.parts(start, end)) > 1 or printed.ends_page(end))
        middle = (printed.depth(bounds[:many], first) + printed.depth(bounds[:many], last)) / 2
        if cut or abs(printed.height(bounds[:many]) / 2 - middle) <= _OFF:
            for more in _groups(printed, blocks[1:], bounds[many:]):
                yield (0, *(many + at for at in more))
