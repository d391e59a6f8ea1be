"""Ruled tables of a page: drawn lines → a grid of cells, merged ones known by the lines they lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.read.ocr.engine import Rect
from pipeline.read.ocr.ink import Picture

# In inches. A stroke of a 22-point title is 0.3 wide, a row of a table at least 0.15 high.
_SHORTEST_ACROSS, _SHORTEST_DOWN = 0.4, 0.14
_WIDEST_GAP = 0.02
_SAME_LINE = 0.05
# Heavy strokes of a title make small grids: the widest measured is 0.5 wide.
NARROWEST_TABLE, _LOWEST_TABLE = 1.2, 0.14
# Of the way between two crossings a line drawn there covers nearly all, text beside it at most a third.
_DRAWN = 0.7
# A side is drawn along half of the rows at least; a line down without sides all the way, within so many pixels.
_HALF, _WHOLE, _STRAIGHT = 0.5, 0.95, 8.0


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell: its upper left position (0-based), how far it reaches, where it stands."""

    row: int
    col: int
    row_span: int
    col_span: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class RuledTable:
    cells: tuple[RuledCell, ...]
    rect: Rect


def ink_to_tables(black: Picture, dpi: float) -> tuple[tuple[RuledTable, ...], Picture]:
    """(the ruled tables from top to bottom, the ink without their lines)."""
    across, down = drawn_lines(black, dpi)
    both = cv2.dilate(across | down, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(both, connectivity=8)
    tables: list[RuledTable] = []
    ruled = np.zeros_like(black, dtype=bool)
    for n in range(1, count):
        x, y, width, height, _area = (int(v) for v in stats[n])
        if width < NARROWEST_TABLE * dpi or height < _LOWEST_TABLE * dpi:
            continue
        part = labels[y : y + height, x : x + width] == n
        window = (slice(y, y + height), slice(x, x + width))
        table = _table(np.where(part, across[window], 0), np.where(part, down[window], 0), dpi)
        if table is not None:
            tables.append(_moved(table, x, y))
            ruled[window] |= part
    clean = np.where(cv2.dilate(ruled.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, 255, black)
    return tuple(sorted(tables, key=lambda t: (t.rect.top, t.rect.x0))), clean.astype(np.uint8)


def drawn_lines(black: Picture, dpi: float) -> tuple[Picture, Picture]:
    """Masks (1 is ink) of the lines drawn across and down, gaps of worn print closed."""
    ink = (black < 160).astype(np.uint8)
    gap, thick = max(3, round(_WIDEST_GAP * dpi)), np.ones(3, np.uint8)
    masks = []
    for length, axis in ((_SHORTEST_ACROSS, 1), (_SHORTEST_DOWN, 0)):
        shape = (1, -1) if axis else (-1, 1)
        closed = cv2.dilate(ink, thick.reshape(shape[::-1]))
        closed = cv2.morphologyEx(closed, cv2.MORPH_CLOSE, np.ones(gap, np.uint8).reshape(shape))
        kernel = np.ones(round(length * dpi), np.uint8).reshape(shape)
        masks.append(np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel), dtype=np.uint8))
    return masks[0], masks[1]


def _table(across: Picture, down: Picture, dpi: float) -> RuledTable | None:
    near = _SAME_LINE * dpi
    ys = _positions(across, 1, near)
    xs = _positions(down, 0, near)
    ys, xs = _with_edges(ys, down, 1, near), _with_edges(xs, across, 0, near)
    if len(xs) < 3 or len(ys) < 2 or xs[-1] - xs[0] < NARROWEST_TABLE * dpi:
        return None
    below = _walls(across.T, xs, ys, (near, _DRAWN)).T
    if max(below[0].mean(), below[-1].mean()) < _DRAWN:
        return None
    beside = _walls(down, ys, xs, (near, _DRAWN))
    if not (beside[:, 0].mean() >= _HALF or beside[:, -1].mean() >= _HALF or _has_column(down, ys, xs[1:-1])):
        return None
    cells = _cells(xs, ys, _Walls(beside, below))
    return RuledTable(cells, Rect(xs[0], ys[0], xs[-1], ys[-1])) if len(cells) > 1 else None


def _has_column(down: Picture, ys: Sequence[int], xs: Sequence[int]) -> bool:
    """Of a table open at its sides a line down parts nearly all rows from end to end; strokes of letters between two rules
    as near as lines of text are do not."""
    whole = _walls(down, ys, xs, (_STRAIGHT, _WHOLE))
    return len(ys) > 2 and bool(xs) and bool((whole.mean(axis=0) >= _DRAWN).any())


def _positions(lines: Picture, axis: int, near: float) -> list[int]:
    """Middles of the lines in `lines`, each thickness or double line counted once."""
    count, _, _, centroids = cv2.connectedComponentsWithStats(lines, connectivity=8)
    found = sorted(float(centroids[n][axis]) for n in range(1, count))
    groups: list[list[float]] = []
    for position in found:
        if groups and position - groups[-1][-1] <= near:
            groups[-1].append(position)
        else:
            groups.append([position])
    return [round(sum(group) / len(group)) for group in groups]


def _with_edges(positions: list[int], crossing: Picture, axis: int, near: float) -> list[int]:
    """Tables are often left open at their sides: the lines that cross show how far they reach."""
    reach = np.flatnonzero(crossing.any(axis=axis))
    if not len(reach):
        return []
    first, last = int(reach[0]), int(reach[-1])
    inner = positions or [first]
    before = [first] if inner[0] - first > 3 * near else []
    after = [last] if last - inner[-1] > 3 * near else []
    return [*before, *positions, *after]


def _walls(
    lines: Picture, bands: Sequence[int], positions: Sequence[int], fits: tuple[float, float]
) -> npt.NDArray[np.bool_]:
    """[band, position]: whether a line is drawn there between two of `bands` (rows of `lines`). `fits`: how far it may be
    from there, along what share it must be."""
    near, least = fits
    reach = max(2, round(near / 2))
    walls = np.zeros((len(bands) - 1, len(positions)), dtype=bool)
    for i in range(len(bands) - 1):
        for j, at in enumerate(positions):
            strip = lines[bands[i] + 2 : bands[i + 1] - 1, max(0, at - reach) : at + reach + 1]
            walls[i, j] = strip.size > 0 and float(strip.any(axis=1).mean()) >= least
    return walls


@dataclass(frozen=True, slots=True)
class _Walls:
    """`beside[i, j]` is the line left of column j in row i, `above[i, j]` the one over row i in column j."""

    beside: npt.NDArray[np.bool_]
    above: npt.NDArray[np.bool_]

    def goes_on(self, row: int, cols: slice) -> bool:
        """Whether the cell above reaches into `row`: no line over it, and none down its middle."""
        middle = slice(cols.start + 1, cols.stop)
        return not self.above[row, cols].any() and not self.beside[row, middle].any()


def _cells(xs: Sequence[int], ys: Sequence[int], walls: _Walls) -> tuple[RuledCell, ...]:
    """Neighbours without a line between are one cell; if together they are no rectangle, row by row."""
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    taken = np.zeros((n_rows, n_cols), dtype=bool)
    cells = []
    for i in range(n_rows):
        for j in range(n_cols):
            if taken[i, j]:
                continue
            width = height = 1
            while j + width < n_cols and not walls.beside[i, j + width] and not taken[i, j + width]:
                width += 1
            while i + height < n_rows and walls.goes_on(i + height, slice(j, j + width)):
                height += 1
            taken[i : i + height, j : j + width] = True
            rect = Rect(xs[j], ys[i], xs[j + width], ys[i + height])
            cells.append(RuledCell(i, j, height, width, rect))
    return tuple(cells)


def _moved(table: RuledTable, x: int, y: int) -> RuledTable:
    def move(rect: Rect) -> Rect:
        return Rect(rect.x0 + x, rect.top + y, rect.x1 + x, rect.bottom + y)

    cells = (RuledCell(c.row, c.col, c.row_span, c.col_span, move(c.rect)) for c in table.cells)
    return RuledTable(tuple(cells), move(table.rect))
