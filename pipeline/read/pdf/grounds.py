"""What of a page is outside of ruled tables, and the parts of a table that stand on one page or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import RULED_GAP, Printed, letter_width, row_to_printed, stretched
from pipeline.read.pdf.lattice import TOLERANCE, Line


@dataclass(frozen=True, slots=True)
class Ground:
    """What of a page is outside of ruled tables: rows of upright glyphs and rules across, both from top to bottom.

    `edge` are the rows that stand at the edge of each page: its number, running heads.
    """

    rows: Sequence[Sequence[Glyph]]
    rules: Sequence[Line]
    width: float
    edge: frozenset[int] = frozenset()

    def printed(self, band: Sequence[int]) -> list[Printed]:
        """Rows with their chunks."""
        rows = [self.rows[i] for i in band]
        gap = RULED_GAP * letter_width(rows)
        return [printed for row in rows if (printed := row_to_printed(row, gap))]

    def between(self, top: float, bottom: float) -> list[int]:
        """The rows whose middle lies between two heights, but for those at the edge of the page."""
        return [
            i
            for i, row in enumerate(self.rows)
            if i not in self.edge and top <= (row[0].top + row[0].bottom) / 2 < bottom
        ]


@dataclass(slots=True)
class Part:
    """What of a table stands on one page: the rows of each band between rules, from where to where it reaches.

    `is_headed`: the first band holds the headings; `is_open`: the page ends before the table does.
    """

    page: int
    left: float
    right: float
    bands: list[list[int]]
    bottom: float
    is_headed: bool = False
    is_open: bool = False

    def is_as_wide_as(self, width: tuple[float, float]) -> bool:
        return max(abs(self.left - width[0]), abs(self.right - width[1])) <= TOLERANCE


@dataclass(slots=True)
class Region:
    """A table by its parts, one a page; `is_broken`: rows on a page of it do not stand in its columns; `is_bare`: no rule
    says that it is one."""

    grounds: Sequence[Ground]
    parts: list[Part]
    is_broken: bool = False
    is_bare: bool = False

    @property
    def width(self) -> tuple[float, float]:
        return self.parts[0].left, self.parts[0].right

    def headings(self) -> list[Printed]:
        return self.grounds[self.parts[0].page].printed(self.parts[0].bands[0])

    def words(self) -> list[str]:
        """What the headings say."""
        return words_of(self.grounds[self.parts[0].page], self.parts[0].bands[0])

    def body(self, *more: Part) -> list[Printed]:
        """The rows below the headings, on paper of any size as wide as the first part is; with those of further parts."""
        return [
            row if part.is_as_wide_as(self.width) else stretched(row, (part.left, part.right), self.width)
            for part in (*self.parts, *more)
            for band in part.bands[part.is_headed :]
            for row in self.grounds[part.page].printed(band)
        ]


def words_of(ground: Ground, band: Sequence[int]) -> list[str]:
    """The letters of a band whatever lines they stand on."""
    return sorted(glyph.char for i in band for glyph in ground.rows[i] if glyph.char != " ")


def words_reach(rows: Sequence[Printed]) -> tuple[float, float]:
    """From where to where rows say something."""
    return min(row.chunks[0].x0 for row in rows), max(row.chunks[-1].x1 for row in rows)
