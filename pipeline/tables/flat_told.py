"""Are flattened lines laid as a table has them, or were columns mistaken for one another?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.tables.flat_columns import CellLine, main_column
from pipeline.tables.flat_fits import is_list
from pipeline.tables.flat_rows import FlatRow

# Of lists laid right 0.97 and more are; where columns were mistaken for one another, less than half.
_NEARLY_ALL = 0.8


def is_told(rows: Sequence[FlatRow], lines: Sequence[CellLine], names: Sequence[str]) -> bool:
    """Nearly every row says what it is about, and what stands under agencies are agencies."""
    body = [row for row in rows if row.kind == "body"]
    main = main_column(names)
    cells = [
        row.cells[j]
        for row in body
        for j, name in enumerate(names)
        if name in AGENCY_MEANINGS and row.cells[j]
    ]
    texts = ["".join(lines[n].text for n in cell) for cell in cells]
    bodies = [is_list(text) for text in texts if not is_dash(text)]
    filled = sum(bool(row.cells[main]) for row in body)
    some = sum(any(row.cells[j] for j, name in enumerate(names) if name in AGENCY_MEANINGS) for row in body)
    if set(names) & set(AGENCY_MEANINGS) and some * 2 < len(body):
        return False
    mixed = sum(
        any(_mixes(cell, lines, name) for cell, name in zip(row.cells, names, strict=True)) for row in body
    )
    if mixed > len(body) * (1 - _NEARLY_ALL):
        return False
    return bool(body) and filled >= _NEARLY_ALL * len(body) and sum(bodies) >= _NEARLY_ALL * len(bodies)


def _mixes(cell: Sequence[int], lines: Sequence[CellLine], name: str) -> bool:
    """A figure stands among words, or for a unit: there are more columns than headings."""
    figures = sum(is_value(lines[n].text) and not year(lines[n].text) for n in cell)
    return bool(figures) and name not in AGENCY_MEANINGS and (len(cell) > 1 or name == "unit")
