"""What all readings of a row share, where nothing says which of them is right.

|   | 1 | 东镇 | 3 | 王五 |   →   | 1 | 东镇 | 3 |   | 王五 |      3 stands in the column 床位 or 公厕, 王五 under 备注

Such cells stand where all readings have them. Where no other reading is left, a number that has no one column is given
for none, and so is a dash, unless it stands where one for a whole group does; words that have none stand as far from the
cell before as they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, is_value
from pipeline.tables.draft import BLANK, Row, Slot
from pipeline.tables.frame import Frame
from pipeline.tables.readings import Reading


def shared(row: Row, ways: Sequence[Reading], known: Frame, all_known: bool = False) -> Row | None:
    """The row so laid; None where the readings share no more than is printed, or count its cells otherwise.

    `all_known`: these are all the readings there are.
    """
    n_cols, homes = known.n_cols, {start for start, _ in known.groups}
    cells = [row[j] for j in row.filled()]
    laid = [[j for j, slot in enumerate(way.slots) if slot] for way in ways]
    if len(ways) < 2 or any(
        [way.slots[j] for j in cols] != cells for way, cols in zip(ways, laid, strict=True)
    ):
        return None
    held = [cols[0] if len(set(cols)) == 1 else None for cols in zip(*laid, strict=True)]
    cols = _placed(row.filled(), held, n_cols)
    open_cells = [k for k, col in enumerate(held) if all_known and col is None]
    left_out = {
        k
        for k in open_cells
        if is_value(cells[k].text) or (is_dash(cells[k].text) and not (cols and cols[k] in homes))
    }
    if cols is None or (cols == row.filled() and not left_out):
        return None
    slots: list[Slot] = [BLANK] * n_cols
    for k, (col, cell) in enumerate(zip(cols, cells, strict=True)):
        slots[col] = BLANK if k in left_out else cell
    return Row(tuple(slots), row.role, row.after_break)


def _placed(printed: Sequence[int], held: Sequence[int | None], n_cols: int) -> list[int] | None:
    """The columns of the cells: those held, the others at their printed distance while there is room for what follows."""
    cols: list[int] = []
    for k, place in enumerate(printed):
        if (column := held[k]) is None:
            after = next((n for n in range(k, len(held)) if held[n] is not None), len(held))
            bound = (held[after] if after < len(held) else n_cols) or 0
            before = cols[-1] + place - printed[k - 1] if cols else place
            column = min(before, bound - (after - k))
        if column < 0 or (cols and column <= cols[-1]):
            return None
        cols.append(column)
    return cols
