"""Which columns each heading of an upper line stands over, by its place: at their left, in their middle, or at their right.

镇街       床位           公厕
        现有  新建    现有  新建     →    床位 over 现有 and 新建, 公厕 over 现有 and 新建
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Piece, Span

_NEAR = 2  # half-width columns by which a heading may stand off its place

Extent = tuple[int, int]
_PLACES: tuple[Callable[[Extent], float], ...] = (
    lambda one: one[0],
    lambda one: (one[0] + one[1]) / 2,
    lambda one: one[1],
)


class Placed(NamedTuple):
    """A cell and where it begins and ends on paper, in half-width columns."""

    piece: Piece
    start: int
    end: int


Cells = tuple[Placed, ...]
Rows = list[tuple[Piece, ...]]


def columns_under(cell: Placed, bands: Sequence[tuple[int, int]]) -> list[int]:
    return [k for k, (start, end) in enumerate(bands) if start < cell.end and cell.start < end]


def laid_heads(heads: list[Cells], bands: list[tuple[int, int]]) -> Rows | None:
    """The lines of headings on the columns, to which those are added that have a heading and nothing below it."""
    for cell in (cell for head in heads for cell in head):
        if not columns_under(cell, bands):
            bands.append((cell.start, cell.end))
            bands.sort()
    if len(heads) == 2:
        return _laid_on_places(heads[0], heads[1], bands)
    laid: Rows = []
    headed: set[int] = set()
    for head in heads:
        row = blank_row(head, bands)
        for cell in head:
            under = columns_under(cell, bands)
            k = under[0]
            alone = len(under) == 1 and not any(
                columns_under(other, bands) == [k] for low in heads if low is not head for other in low
            )
            if row[k].text or not (alone or abs(bands[k][0] - cell.start) <= _NEAR):
                return None
            row[k] = cell.piece
            headed.add(k)
        laid.append(tuple(row))
    return laid if len(headed) == len(bands) and not any(map(_starts_late, laid, laid[1:])) else None


def blank_row(cells: Cells, bands: Sequence[tuple[int, int]]) -> list[Piece]:
    at = cells[0].piece.span.start
    return [Piece("", Span(at, at)) for _ in bands]


def _laid_on_places(upper: Cells, lower: Cells, bands: Sequence[tuple[int, int]]) -> Rows | None:
    """Two lines of headings: the lower ones over a column each, the upper ones over one without, or over several of them."""
    rows = blank_row(upper, bands), blank_row(lower, bands)
    leaves: dict[int, Placed] = {}
    for cell in lower:
        k, *more = columns_under(cell, bands)
        if more or k in leaves:
            return None
        leaves[k], rows[1][k] = cell, cell.piece
    groups = []
    for cell in upper:
        k, *more = columns_under(cell, bands)
        if more or k in leaves:
            groups.append(cell)
        elif rows[0][k].text:
            return None
        else:
            rows[0][k] = cell.piece
    shown = sorted(leaves)
    extents = [
        (min(bands[k][0], leaves[k].start), max(bands[k][1], leaves[k].end), leaves[k].piece.text)
        for k in shown
    ]
    first = first_columns([(cell.start, cell.end) for cell in groups], extents)
    if first is None or any(not (rows[0][k].text or k in leaves) for k in range(len(bands))):
        return None
    for at, cell in zip(first, groups, strict=True):
        rows[0][shown[at]] = cell.piece
    return [tuple(row) for row in rows] if not _starts_late(*rows) else None


def _starts_late(upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """A heading stands over the middle of its columns, or ends where they end: the first of them have none above them but
    one that has its own column, or one column stands twice below one heading."""
    own, below = True, list[str]()
    for above, leaf in zip(upper, lower, strict=True):
        if above.text:
            own, below = not leaf.text, []
        if leaf.text and ((own and not above.text) or leaf.text in below):
            return True
        below.append(leaf.text)
    return False


def first_columns(groups: Sequence[Extent], leaves: Sequence[tuple[int, int, str]]) -> tuple[int, ...] | None:
    """For each heading the first of its columns, no name twice below one; None where nothing or more than one fits."""
    ways = {way for place in _PLACES for way in _ways(groups, leaves, 0, place)}
    return ways.pop() if len(ways) == 1 else None


def _ways(
    groups: Sequence[Extent],
    leaves: Sequence[tuple[int, int, str]],
    at: int,
    place: Callable[[Extent], float],
) -> Iterator[tuple[int, ...]]:
    if not groups:
        if at == len(leaves):
            yield ()
        return
    for end in range(at + 1, len(leaves) - len(groups) + 2):
        names = [name for _, _, name in leaves[at:end]]
        if len(set(names)) < len(names):
            return
        over = (leaves[at][0], leaves[end - 1][1])
        if abs(place(over) - place(groups[0])) <= _NEAR:
            yield from ((at, *more) for more in _ways(groups[1:], leaves, end, place))
