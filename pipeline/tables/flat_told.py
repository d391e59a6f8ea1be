"""Are flattened lines laid as a table has them, or were columns mistaken for one another?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, is_value, serial_number, year
from pipeline.language.cut_names import how_parted
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_party, split_names
from pipeline.tables.flat_columns import CellLine, main_column
from pipeline.tables.flat_rows import FlatRow

# Of lists laid right 0.97 and more are; where columns were mistaken for one another, less than half.
_NEARLY_ALL = 0.8
_FEWEST_ROWS = 3
_FEW_FIGURES = 5  # one row of so many
_FEW = 0.05  # cells of names that seem several by chance


def is_told(rows: Sequence[FlatRow], lines: Sequence[CellLine], names: Sequence[str]) -> bool:
    """Nearly every row says what it is about, and what stands under agencies are agencies."""
    body = [row for row in rows if row.kind == "body"]
    if _are_shifted(body, lines, names):
        return False
    main = main_column(names)
    cells = [
        row.cells[j]
        for row in body
        for j, name in enumerate(names)
        if name in AGENCY_MEANINGS and row.cells[j]
    ]
    texts = ["".join(lines[n].text for n in cell) for cell in cells]
    bodies = [_are_parties(text) for text in texts if not is_dash(text)]
    filled = sum(bool(row.cells[main]) for row in body)
    if _FEW_FIGURES * sum(_is_figure(row.cells[main], lines) for row in body) > len(body):
        return False
    some = sum(any(row.cells[j] for j, name in enumerate(names) if name in AGENCY_MEANINGS) for row in body)
    if set(names) & set(AGENCY_MEANINGS) and some * 2 < len(body):
        return False
    if _is_unmarked(cells, lines):
        return False
    mixed = sum(
        any(_mixes(cell, lines, name) for cell, name in zip(row.cells, names, strict=True)) for row in body
    )
    if mixed > len(body) * (1 - _NEARLY_ALL):
        return False
    return bool(body) and filled >= _NEARLY_ALL * len(body) and sum(bodies) >= _NEARLY_ALL * len(bodies)


def _is_figure(cell: Sequence[int], lines: Sequence[CellLine]) -> bool:
    """A figure alone, where the words stand that say what a row is about."""
    return len(cell) == 1 and is_value(lines[cell[0]].text)


def _are_shifted(body: Sequence[FlatRow], lines: Sequence[CellLine], names: Sequence[str]) -> bool:
    """A column has nothing in any row, and a further one has: there is one heading too many (指导⏎教师 is one). Numbers run on
    in a column that is headed otherwise: some heading above was not seen."""
    if len(body) < _FEWEST_ROWS:
        return False
    columns = [[row.cells[j] for row in body] for j in range(len(names))]
    bare = [j for j, column in enumerate(columns) if not any(column)]
    last = max((j for j, column in enumerate(columns) if any(column)), default=0)
    numbers = range(1, len(body) + 1)
    runs = (
        all(cell and serial_number(lines[cell[0]].text) == n for cell, n in zip(column, numbers, strict=True))
        for column, name in zip(columns, names, strict=True)
        if name != "row_number"
    )
    return any(0 < j < last for j in bare) or any(runs)


def _is_unmarked(cells: Sequence[Sequence[int]], lines: Sequence[CellLine]) -> bool:
    """Only blanks and ends of lines part the names of a cell: nothing says where a cell ends and where a name."""
    marked, bare = how_parted([part for n in cell for part in lines[n].text.split()] for cell in cells)
    return marked < bare and bare > _FEW * len(cells)


def _mixes(cell: Sequence[int], lines: Sequence[CellLine], name: str) -> bool:
    """A figure stands among words, or for a unit: there are more columns than headings. A time has figures in it."""
    if name == "deadline":
        return False
    figures = sum(is_value(lines[n].text) and not year(lines[n].text) for n in cell)
    return bool(figures) and name not in AGENCY_MEANINGS and (len(cell) > 1 or name == "unit")


def _are_parties(text: str) -> bool:
    """Names of bodies and their divisions, and nothing else: 经济发展局、党群工作部."""
    names = [name for name, _, _ in split_names(text)]
    return bool(names) and all(map(is_party, names))
