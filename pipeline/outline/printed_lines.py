"""The printed lines of a table whose cells go over several of them, each with what it has in every column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from pipeline.model import Piece
from pipeline.outline.widths import columns

_RAGGED = 3  # half-width columns by which lines of a cell end before its side

Columns = tuple[Piece | None, ...]
# Of each row the printed lines of every column.
Rows = tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True)
class Printed:
    """The printed lines of a table and the page of each."""

    lines: Sequence[Columns]
    pages: Sequence[int]

    @cached_property
    def _widths(self) -> list[float]:
        return [
            max(width(piece.text) if piece else 0 for piece in column)
            for column in zip(*self.lines, strict=True)
        ]

    def columns(self) -> range:
        return range(len(self.lines[0]))

    def has(self, line: int, column: int) -> bool:
        return self.lines[line][column] is not None

    def filled(self, start: int, end: int, column: int) -> list[int]:
        return [n for n in range(start, end) if self.has(n, column)]

    def is_full(self, line: int, below: int, column: int) -> bool:
        """Whether the first letter of a line below had no room behind a line of a column."""
        below_ = self.lines[below][column]
        return below_ is not None and self._has_no_room(line, column, below_.text[:1])

    def is_full_for_word(self, line: int, below: int, column: int) -> bool:
        """The same where a program ends no line within a figure: 达到 above 100%."""
        below_ = self.lines[below][column]
        return below_ is not None and self._has_no_room(line, column, _first(below_.text))

    def _has_no_room(self, line: int, column: int, more: str) -> bool:
        piece = self.lines[line][column]
        return piece is not None and width(piece.text + more) > self._widths[column] - _RAGGED

    def ends_page(self, line: int) -> bool:
        return line < len(self.pages) and self.pages[line] != self.pages[line - 1]

    def parts(self, start: int, end: int) -> list[range]:
        """The lines [start, end), page by page."""
        cuts = [start, *(n for n in range(start + 1, end) if self.ends_page(n)), end]
        return [range(a, b) for a, b in pairwise(cuts)]

    def goes_on(self, start: int, end: int, column: int) -> bool:
        """A cell that the end of a page cuts stands at the top of its first part, and so in the others or in their middle."""
        cell: list[int] = []
        for part in self.parts(start, end):
            filled = self.filled(part[0], part[-1] + 1, column)
            off = filled[0] + filled[-1] - part[0] - part[-1] if filled and part[0] > start else 2
            if filled and (
                filled != list(range(filled[0], filled[-1] + 1)) or (filled[0] != part[0] and abs(off) > 1)
            ):
                return False
            if filled and part[0] > start and cell[-1:] != [part[0] - 1]:
                return False
            cell += filled
        return True

    def blocks(self, column: int) -> list[list[int]]:
        """The cells of a column: of its lines those with no more than one other between them."""
        blocks: list[list[int]] = []
        for n in self.filled(0, len(self.lines), column):
            if blocks and n - blocks[-1][-1] <= 2 and self.pages[n] == self.pages[blocks[-1][-1]]:
                blocks[-1].append(n)
            else:
                blocks.append([n])
        return blocks

    def _tallest(self, row: tuple[int, int]) -> list[int]:
        return max((self.filled(*row, c) for c in self.columns()), key=len)

    def height(self, rows: Sequence[tuple[int, int]]) -> int:
        """How many lines the rows are high, each as high as its longest cell."""
        return sum(len(self._tallest(row)) for row in rows)

    def depth(self, rows: Sequence[tuple[int, int]], line: int) -> float:
        """How far below the top of rows the middle of a line stands; between two lines of the longest cell it stands half a
        line off both."""
        above = [n for row in rows for n in self._tallest(row) if n < line]
        return len(above) + (0.5 if any(line in self._tallest(row) for row in rows) else 0.0)


def _first(text: str) -> str:
    """The first letter; of 100% all of it: no line ends within a figure."""
    return "".join(takewhile(lambda char: char.isascii() and not char.isspace(), text)) or text[:1]


def width(text: str) -> float:
    """How wide words are on paper: a blank beside figures takes half the room of one."""
    return columns("".join(text.split())) + text.count(" ") / 2
