"""Printed lines of a table without rules between its rows → which of them are one row.

Each figure of a column of figures has a row of its own (where there is none, each beginning of the first column);
the lines between belong above or below, so that in each row the cells begin at one height, or all have their
middle at one, and that no cell goes on below a line that had room for more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.language import patterns
from pipeline.read.pdf.gutters import Chunk, Printed, columns_of

NUMBER = patterns.compile(r"[-+−]?\d[\d,.，]*\s*[%‰％]?")
# What stands together at the start of a line: a figure or Latin word, two Chinese letters.
_TOKEN = patterns.compile(r"[!-~]+|.{1,2}")
# A column is one of figures if so many of its lines are.
_FIGURES = 0.7
# In heights of a line: a cell that goes on where it had room; a row that has no figure and is a group's heading
# (it begins in the first column), and one that is none. Rows have at most so many lines.
_ROOM, _GROUP, _BARE = 1.0, 0.6, 2.0
_MOST_LINES = 40
# A cell is as wide as its column but for the space at its sides.
_FILLED = 0.9
# Lines that fold have more letters than this.
_SHORT = 5

# First column and number of columns.
Reach = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spread:
    """A printed line by the columns that its chunks reach."""

    top: float
    bottom: float
    cells: dict[Reach, list[Chunk]]

    def text(self, reach: Reach) -> str:
        return "".join(chunk.text for chunk in self.cells.get(reach, ()))


def printed_to_spread(row: Printed, gutters: Sequence[float]) -> Spread:
    cells: dict[Reach, list[Chunk]] = {}
    for chunk in row.chunks:
        cells.setdefault(columns_of(chunk, gutters), []).append(chunk)
    return Spread(row.top, row.bottom, cells)


def has_stacked_figures(lines: Sequence[Spread]) -> bool:
    """Whether a column has two figures one below the other."""
    figures = [reach for line in lines for reach in line.cells if NUMBER.fullmatch(line.text(reach))]
    return len(figures) > len(set(figures))


def lines_to_rows(lines: Sequence[Spread], edges: Sequence[float]) -> list[list[Spread]]:
    """The lines in runs of one row each; `edges` are where the columns part, both sides of the table too."""
    return _best(lines, edges)[1]


def count_headings(lines: Sequence[Spread], edges: Sequence[float], most: int) -> int:
    """How many of the first `most` lines are headings: those without which the rows below are best in line."""
    return min(range(1, most + 1), key=lambda n: round(_best(lines[n:], edges)[0], 1), default=0)


def _best(lines: Sequence[Spread], edges: Sequence[float]) -> tuple[float, list[list[Spread]]]:
    rooms = _rooms(lines, edges)
    anchors = _anchors(lines, rooms)
    if len(anchors) == len(lines):
        return 0.0, [[line] for line in lines]
    ways = [_cheapest(lines, anchors, (rooms, height)) for height in (_top, _middle)]
    return min(ways, key=lambda way: way[0])


_Rooms = dict[Reach, float]


def _rooms(lines: Sequence[Spread], edges: Sequence[float]) -> _Rooms:
    """How long lines of each column may be: as the longest where several are so, as whose column folds its lines;
    else as wide as the column is."""
    found: _Rooms = {}
    for reach in {reach for line in lines for reach in line.cells}:
        chunks = [line.cells[reach] for line in lines if reach in line.cells]
        widths = sorted(part[-1].x1 - part[0].x0 for part in chunks)
        letter = max(g.x1 - g.x0 for part in chunks for chunk in part for g in chunk.glyphs)
        folds = len(widths) > 1 and widths[-2] > max(widths[-1] - letter, _SHORT * letter)
        found[reach] = widths[-1] if folds else _FILLED * (edges[sum(reach)] - edges[reach[0]])
    return found


def _anchors(lines: Sequence[Spread], rooms: _Rooms) -> set[int]:
    """The lines that begin a row for certain: those with a figure, or where the first column begins anew."""
    reaches = {reach for line in lines for reach in line.cells}
    figures: set[int] = set()
    for reach in reaches:
        texts = [(i, line.text(reach)) for i, line in enumerate(lines) if reach in line.cells]
        numbers = [i for i, text in texts if NUMBER.fullmatch(text)]
        if len(numbers) >= _FIGURES * len(texts):
            figures.update(numbers)
    if figures:
        return figures
    first = [i for i, line in enumerate(lines) if (0, 1) in line.cells]
    anew = {i for above, i in pairwise(first) if _has_room(lines[above], lines[i], (0, 1), rooms)}
    return {*first[:1], *anew}


def _has_room(above: Spread, below: Spread, reach: Reach, rooms: _Rooms) -> bool:
    """Whether the first word of a cell's line would have had room in the line above."""
    upper, lower, words = above.cells[reach], below.cells[reach], below.text(reach)
    token = _TOKEN.match(words)
    first = (lower[-1].x1 - lower[0].x0) * (len(token[0]) if token else 0) / len(words)
    return upper[-1].x1 - upper[0].x0 + first <= rooms[reach]


_Height = Callable[[Sequence[Spread]], float]


def _top(lines: Sequence[Spread]) -> float:
    return lines[0].top


def _middle(lines: Sequence[Spread]) -> float:
    return (lines[0].top + lines[-1].bottom) / 2


def _cheapest(
    lines: Sequence[Spread], anchors: set[int], way: tuple[_Rooms, _Height]
) -> tuple[float, list[list[Spread]]]:
    """The runs whose cells are least out of line, and by how much."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        least, at = math.inf, end - 1
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            held = sum(i in anchors for i in range(start, end))
            if held > 1:
                break
            cost = best[start][0] + _cost(lines[start:end], held, way)
            if cost < least:
                least, at = cost, start
        best.append((least, at))
    rows: list[list[Spread]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        rows.append(list(lines[start:end]))
        end = start
    return best[-1][0], rows[::-1]


def _cost(run: Sequence[Spread], anchored: int, way: tuple[_Rooms, _Height]) -> float:
    rooms, height = way
    tall = median(line.bottom - line.top for line in run)
    cost = 0.0 if anchored else _GROUP if min(run[0].cells)[0] == 0 and len(run) == 1 else _BARE
    whole = height(run)
    for reach in {reach for line in run for reach in line.cells}:
        own = [line for line in run if reach in line.cells]
        cost += abs(height(own) - whole) / tall
        cost += _ROOM * sum(_has_room(above, below, reach, rooms) for above, below in pairwise(own))
    return cost
