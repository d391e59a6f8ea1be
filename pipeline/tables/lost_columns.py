"""Which columns the rows of a table lack, where a converter wrote the cells that reach down once: those without which all
other cells of the short rows fit, and no others do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log
from typing import NamedTuple

from pipeline.language.cells import is_dash, is_total, is_value, number, serial_number
from pipeline.language.headings import path_meaning
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.repairs.merged_labels import OWN_CELLS
from pipeline.tables.roles import names_total

_MOST_LOST, _SAMPLE = 3, 40
_FEWEST_ALIKE = 3  # cells of which one may be of another column
_FEWEST_SHORT = 4  # rows of which one may be damaged besides
_WRONG = 2.0  # what a cell costs under a heading that it cannot stand under
_APART, _ALIKE = (
    1.0,
    0.25,
)  # by how much a row costs more where it lacks other cells; where nothing tells which
_SELDOM = 0.1  # of the cells
_SAME_END = 0.5  # 镇 under names that end in 镇

Columns = tuple[int, ...]


class Column(NamedTuple):
    """What a column is called, and its cells in the rows that lack none."""

    meaning: str
    texts: tuple[str, ...]


def columns_of(heads: Sequence[tuple[Slot, ...]], body: Sequence[Row], width: int) -> list[Column]:
    """The columns with the cells that the rows which lack none have there."""
    laid = Draft(tuple(Row(slots, "header") for slots in heads), width)
    whole = [row for row in body if len(row.slots) == width]
    named = _alike([row for row in whole if not (names_total(row) or is_half(row))][:_SAMPLE], width)
    cells = [tuple(row[j].text for row in named) for j in range(width)]
    if not named:  # sums of groups alone are whole
        cells = [tuple(t for row in whole if (t := row[j].text) and not is_total(t)) for j in range(width)]
    return [Column(path_meaning(path), texts) for path, texts in zip(laid.paths(), cells, strict=True)]


def _alike(rows: list[Row], width: int) -> list[Row]:
    """The rows but for those that have words where all others have figures, or the other way round: a cell slipped aside."""
    kinds = [[_is_figure(row[j].text) for row in rows if row[j].text] for j in range(width)]
    usual = [sum(column) for column in kinds]
    odd = {
        j
        for j, column in enumerate(kinds)
        if len(column) >= _FEWEST_ALIKE and usual[j] in (1, len(column) - 1)
    }
    return [row for row in rows if all(_is_figure(row[j].text) == (usual[j] > 1) for j in odd if row[j].text)]


def lost_columns(short: Sequence[Row], columns: Sequence[Column]) -> dict[int, Columns] | None:
    """For rows that lack so many cells the columns that they lack; what fewer lack, more lack too. A row here and there may
    lack others."""
    lost: dict[int, Columns] = {}
    for many in sorted({len(columns) - len(row.slots) for row in short}):
        rows = [row for row in short if len(columns) - len(row.slots) == many]
        few = many > _MOST_LOST or (many > 1 and len(rows) == 1)
        found = None if few else _told(rows[:_SAMPLE], columns, many)
        if found is not None and all(set(few) <= set(found) for few in lost.values()):
            lost[many] = found
        elif len(rows) > max(len(short) >= _FEWEST_SHORT, _SELDOM * len(short)):
            return None
    return lost


def fits(row: Row, columns: Sequence[Column], taken: Columns | None) -> bool:
    """Without these columns no cell of the row stands where it cannot: else it is damaged besides."""
    return taken is not None and all(misfit < _WRONG for misfit in _misfits(row, columns, taken))


def is_half(row: Row) -> bool:
    """Figures alone: the rest of the row above, or a sum without its name."""
    return all(_is_figure(row[j].text) for j in row.filled())


def _told(rows: Sequence[Row], columns: Sequence[Column], many: int) -> Columns | None:
    """The columns of labels that all of the rows lack; None where others might be it. Of two columns of words the left one
    is the coarser, and reaches over more rows."""
    costs = {
        taken: [misfit for row in rows for misfit in _misfits(row, columns, taken)]
        for taken in combinations(range(len(columns)), many)
    }
    least = min(map(sum, costs.values()))
    near = [taken for taken, misfits in costs.items() if sum(misfits) - least < _APART * len(rows)]
    best = min(taken for taken in near if sum(costs[taken]) - least < _ALIKE * len(rows))
    labels = all(_are_labels(column) for taken in near for column in columns[: taken[-1] + 1])
    numbers_alone = best == (0,) and columns[0].meaning == "row_number"
    behind = best[0] == len(columns) - many
    wrong = sum(misfit >= _WRONG for misfit in costs[best])
    plain = best == min(near) and labels and not numbers_alone and not behind
    return best if plain and wrong <= _SELDOM * len(costs[best]) else None


def _are_labels(column: Column) -> bool:
    """Words in every row that name it, or its number, which may be lost; a body or a time left out is none."""
    words = all(text and number(text) is None for text in column.texts)
    return column.meaning == "row_number" or (column.meaning not in OWN_CELLS and words)


def _misfits(row: Row, columns: Sequence[Column], taken: Columns) -> Iterator[float]:
    left = (column for j, column in enumerate(columns) if j not in taken)
    return (_misfit(slot.text, column) for slot, column in zip(row.slots, left, strict=True))


def _misfit(text: str, column: Column) -> float:
    """How badly a cell stands in a column: words under figures, a body under tasks, a short name under long sentences."""
    known = [other for other in column.texts if other]
    if not column.texts and _is_figure(text):
        return _WRONG + 1  # beside sums of groups alone names are not shown, figures are
    if not text or not known or text in known:
        return float(not text and all(column.texts))
    if column.meaning == "row_number":
        return 0.0 if serial_number(text) else _WRONG + 1
    if _is_figure(text) not in map(_is_figure, known):
        return _WRONG + 1 if column.meaning != "measure" else _SAME_END  # ≥100平方米 below 符合标准
    if _is_figure(text):
        return 0.0
    if fit(text, column.meaning, False) < 0 <= min(fit(other, column.meaning, False) for other in known):
        return _WRONG
    mean = sum(map(len, known)) / len(known)
    alike = text[-1] in {other[-1] for other in known}
    return min(_WRONG, abs(log((len(text) + 2) / (mean + 2)))) + _SAME_END * (not alike)


def _is_figure(text: str) -> bool:
    return is_value(text) or is_dash(text)
