"""Where the columns of a table without rules down part, and from where to where each holds words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.pdf.gutters import Printed, columns_of
from pipeline.read.pdf.heading_copies import Extent
from pipeline.read.pdf.heading_spans import heading_gutters
from pipeline.read.pdf.settings import Spread, printed_to_spread


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table part, both sides too, and from where to where each holds words."""

    edges: tuple[float, ...]
    extents: tuple[Extent, ...]

    @property
    def gutters(self) -> tuple[float, ...]:
        return self.edges[1:-1]

    def stretched(self, wanted: Extent) -> Columns:
        """The columns of the same table where it reaches as far as `wanted`."""
        left, by = self.edges[0], (wanted[1] - wanted[0]) / (self.edges[-1] - self.edges[0])

        def at(x: float) -> float:
            return wanted[0] + (x - left) * by

        return Columns(tuple(map(at, self.edges)), tuple((at(a), at(b)) for a, b in self.extents))

    def spread(self, band: Sequence[Printed]) -> list[Spread]:
        return [printed_to_spread(row, self.gutters) for row in band]


def rows_to_columns(
    headings: Sequence[Printed], body: Sequence[Printed], gutters: Sequence[float], width: Extent
) -> Columns:
    """The columns of rows with these gutters, and those of headings over nothing."""
    found = heading_gutters(headings, gutters, _extents(body, gutters))
    return Columns((width[0], *found, width[1]), tuple(_extents([*body, *headings], found)))


def _extents(rows: Sequence[Printed], gutters: Sequence[float]) -> list[Extent]:
    """From where to where each column holds words; chunks that reach over several do not count."""
    found: list[Extent | None] = [None] * (len(gutters) + 1)
    for chunk in (chunk for row in rows for chunk in row.chunks):
        col, span = columns_of(chunk, gutters)
        if span == 1:
            x0, x1 = found[col] or (chunk.x0, chunk.x1)
            found[col] = (min(x0, chunk.x0), max(x1, chunk.x1))
    return [extent for extent in found if extent is not None]
