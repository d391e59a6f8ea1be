"""How sure it is that a cell of a table stands in its column."""

from __future__ import annotations

from pipeline.extract.cells.layout import Layout
from pipeline.model import Cell

# How often values of such tables were right on the labelled tables; an ambiguous one is published as printed.
# A sum vouches for the cells that it covers, and for no others.
_PROVED = 0.999
# Where nothing told the column of a cell, or only what is likely.
_OPEN, _LIKELY = 0.5, 0.9
_CONFIDENCE = {"certified": 0.95, "consistent": 0.99, "unverified": 0.95, "ambiguous": 0.6}


def sure(layout: Layout, cell: Cell) -> float:
    """How sure the place of a cell is. Of a table with two readings those rows that have one are as sure as elsewhere."""
    status = layout.table.status
    if cell.proved:
        return _PROVED
    if cell.doubt:
        return _OPEN if cell.doubt == "open" else _LIKELY
    return _CONFIDENCE["unverified" if status == "ambiguous" and layout.doubts else status]
