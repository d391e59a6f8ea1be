"""The lines of each column of a table without rules between its rows → which follow one another in one cell.

Lines of a cell are one pitch apart; cells are farther apart where the table leaves room between its rows. A line below one
that had room for its first word begins another cell, or a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.language import patterns
from pipeline.read.pdf.gutters import Chunk, Printed, columns_of

# What stands together at the start of a line: a figure or Latin word, two Chinese letters.
_TOKEN = patterns.compile(r"[!-~]+|.{1,2}")
# A cell is as wide as its column but for the space at its sides.
_FILLED = 0.9
# Lines that fold have more letters than this.
_SHORT = 5
# Of a line's height: how far pitches of one text differ, and the least pitch there is.
_SAME_PITCH, _LEAST_PITCH = 0.08, 0.85
# A table has room between its rows if so many of the cells that end with room are farther apart than lines.
_MOSTLY = 0.9

# First column and number of columns.
Reach = tuple[int, int]
# How long the lines of each column may be.
Rooms = dict[Reach, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """A printed line by the columns that its chunks reach."""

    top: float
    bottom: float
    cells: dict[Reach, list[Chunk]]

    def text(self, reach: Reach) -> str:
        return "".join(chunk.text for chunk in self.cells.get(reach, ()))

    def top_of(self, reach: Reach) -> float:
        return min(glyph.top for chunk in self.cells[reach] for glyph in chunk.glyphs)

    def bottom_of(self, reach: Reach) -> float:
        return max(glyph.bottom for chunk in self.cells[reach] for glyph in chunk.glyphs)


def printed_to_spread(row: Printed, gutters: Sequence[float]) -> Spread:
    cells: dict[Reach, list[Chunk]] = {}
    for chunk in row.chunks:
        cells.setdefault(columns_of(chunk, gutters), []).append(chunk)
    return Spread(row.top, row.bottom, cells)


@dataclass(frozen=True)
class Runs:
    """The lines of a table, `edges` where its columns part (both sides too), and which lines of a column are one cell.

    `is_begun`: the first line begins a row of its own, and no label from above reaches to it.
    """

    lines: Sequence[Spread]
    edges: Sequence[float]
    is_begun: bool = True

    @cached_property
    def rooms(self) -> Rooms:
        """How long lines of each column may be: as the longest where the column folds its lines, else as wide as it is."""
        return {reach: self._room(reach) for reach in self.reaches()}

    def _room(self, reach: Reach) -> float:
        """A column folds its lines if several are as long as the longest, or stand as near as lines of a cell do where
        others stand apart."""
        chunks = [self.lines[i].cells[reach] for i in self.own(reach)]
        widths = sorted(part[-1].x1 - part[0].x0 for part in chunks)
        letter = max(g.x1 - g.x0 for part in chunks for chunk in part for g in chunk.glyphs)
        several = len(widths) > 1 and widths[-2] > max(widths[-1] - letter, _SHORT * letter)
        near = [not self.is_apart(*pair, reach) for pair in pairwise(self.own(reach))]
        if several or (sum(near) > 1 and not all(near)):
            return widths[-1]
        return _FILLED * (self.edges[sum(reach)] - self.edges[reach[0]])

    def own(self, reach: Reach) -> list[int]:
        return [i for i, line in enumerate(self.lines) if reach in line.cells]

    def reaches(self) -> list[Reach]:
        return sorted({reach for line in self.lines for reach in line.cells})

    def has_room(self, above: int, below: int, reach: Reach) -> bool:
        return has_room(self.lines[above], self.lines[below], reach, self.rooms)

    @cached_property
    def pitch(self) -> float:
        """From line to line of a cell: the least that is found twice; any where none is."""
        gaps = sorted(gap for reach in self.reaches() for _, gap in self._gaps(reach))
        near = _SAME_PITCH * self._height
        return next((b for a, b in pairwise(gaps) if b - a <= near), float("inf"))

    @cached_property
    def _height(self) -> float:
        heights = sorted(line.bottom_of(reach) - line.top_of(reach) for line in self.lines for reach in line.cells)
        return heights[len(heights) // 2]

    def _gaps(self, reach: Reach) -> Iterator[tuple[tuple[int, int], float]]:
        for pair in pairwise(self.own(reach)):
            gap = self.lines[pair[1]].top_of(reach) - self.lines[pair[0]].top_of(reach)
            if gap >= _LEAST_PITCH * self._height:
                yield pair, gap

    def is_apart(self, above: int, below: int, reach: Reach) -> bool:
        """Two lines that follow one another in a column are farther apart than lines of one cell."""
        gap = self.lines[below].top_of(reach) - self.lines[above].top_of(reach)
        return gap > self.pitch + _SAME_PITCH * self._height

    @cached_property
    def is_padded(self) -> bool:
        """The table leaves room between its rows: nearly all cells that end with room stand apart."""
        ended = [
            self.is_apart(*pair, reach)
            for reach in self.reaches()
            for pair in pairwise(self.own(reach))
            if self.has_room(*pair, reach)
        ]
        return bool(ended) and sum(ended) >= _MOSTLY * len(ended)

    def cells(self, reach: Reach) -> list[list[int]]:
        """The lines of each cell of a column: those that stand apart, or also those above which there was room."""
        found: list[list[int]] = []
        for i in self.own(reach):
            last = found[-1][-1] if found else None
            if last is None or self.is_apart(last, i, reach) or (
                not self.is_padded and self.has_room(last, i, reach)
            ):
                found.append([])
            found[-1].append(i)
        return found


def has_room(above: Spread, below: Spread, reach: Reach, rooms: Rooms) -> bool:
    """Whether the first word of a cell's line would have had room in the line above."""
    upper, lower, words = above.cells[reach], below.cells[reach], below.text(reach)
    token = _TOKEN.match(words)
    first = (lower[-1].x1 - lower[0].x0) * (len(token[0]) if token else 0) / len(words)
    return upper[-1].x1 - upper[0].x0 + first <= rooms[reach]
