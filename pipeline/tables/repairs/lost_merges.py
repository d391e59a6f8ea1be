"""Cells that reach down over several rows, written once by a converter that leaves nothing where they reach.

| 1 | 产业 | 甲厂 | 30 |        | 1 | 产业 | 甲厂 | 30 |
| 2 | 乙厂 | 20 |        →    | 2 |  "   | 乙厂 | 20 |
| 3 | 民生 | 丙校 | 10 |        | 3 | 民生 | 丙校 | 10 |

Such a converter writes all other blanks. The columns are those without which all short rows fit, and no others do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import log
from typing import NamedTuple

from pipeline.language.cells import is_dash, is_subtotal, is_total, is_value, number, serial_number, year
from pipeline.language.headings import path_meaning
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot
from pipeline.tables.repairs.merged_labels import OWN_CELLS
from pipeline.tables.roles import names_total

_MOST_LOST, _FEWEST_COLUMNS, _MOST_COLUMNS, _SAMPLE = 3, 3, 16, 40
_WRONG = 2.0  # what a cell costs under a heading that it cannot stand under
_APART, _ALIKE = (
    1.0,
    0.25,
)  # by how much a row costs more where it lacks other cells; where nothing tells which
_SELDOM = 0.1  # of the cells
_SAME_END = 0.5  # 镇 under names that end in 镇

Columns = tuple[int, ...]
_Slots = tuple[Slot, ...]


class _Column(NamedTuple):
    """What a column is called, and its cells in the rows that lack none."""

    meaning: str
    texts: tuple[str, ...]


def hold_lost_merges(draft: Draft) -> Draft:
    """Let the cells above reach over the rows that lack them."""
    rows = draft.rows
    width = max((len(row.slots) for row in rows), default=0)
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS or any(
        slot.merged for row in rows for slot in row.slots
    ):
        return draft
    heads = _heads(rows, width)
    again = {_texts(row) for row in rows[: len(heads)]}
    body = [i for i in range(len(heads), len(rows)) if _texts(rows[i]) not in again]
    short = [i for i in body if 1 < len(rows[i].slots) < width and not _is_whole_sum(rows[i])]
    if not heads or not short:
        return draft
    lost = _lost([rows[i] for i in short], _columns(heads, [rows[i] for i in body], width))
    return _held(draft, heads, short, lost) if lost else draft


def _is_whole_sum(row: Row) -> bool:
    """合计, a sum of all: its word stands over the names."""
    first = next((slot.text for slot in row.slots if slot.text), "")
    return is_total(first) and not is_subtotal(first)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(slot.text for slot in row.slots)


def _heads(rows: Sequence[Row], width: int) -> list[_Slots]:
    """The headings, each lower line of which has a cell for each column of those that reach over several."""
    if not rows or len(rows[0].slots) < width or not rows[0][0].text:
        return []
    heads = [_spread(rows[0].slots, range(width))]
    for row in rows[1:]:
        open_ = [
            j for j in range(width) if heads[-1][j].merged == "left" or heads[-1][j + 1 : j + 2] == (LEFT,)
        ]
        figures = any(is_value(slot.text) and not year(slot.text) for slot in row.slots)
        if not open_ or len(row.slots) != len(open_) or len(open_) == width or figures:
            break
        laid = dict(zip(open_, _spread(row.slots, open_), strict=True))
        heads.append(tuple(laid.get(j, UP) for j in range(width)))
    return heads


def _spread(slots: _Slots, places: Sequence[int]) -> _Slots:
    """The cells, blanks behind one as parts of it."""
    beside = [k and places[k] == places[k - 1] + 1 for k in range(len(slots))]
    return tuple(LEFT if near and not slot.text else slot for near, slot in zip(beside, slots, strict=True))


def _columns(heads: Sequence[_Slots], body: Sequence[Row], width: int) -> list[_Column]:
    laid = Draft(tuple(Row(slots, "header") for slots in heads), width)
    whole = [row for row in body if len(row.slots) == width]
    named = [row for row in whole if not names_total(row)][:_SAMPLE]
    cells = [tuple(row[j].text for row in named) for j in range(width)]
    if not named:  # sums of groups alone are whole
        cells = [tuple(t for row in whole if (t := row[j].text) and not is_total(t)) for j in range(width)]
    return [_Column(path_meaning(path), texts) for path, texts in zip(laid.paths(), cells, strict=True)]


def _lost(short: Sequence[Row], columns: Sequence[_Column]) -> dict[int, Columns] | None:
    """For rows that lack so many cells the columns that they lack; what fewer lack, more lack too."""
    lost: dict[int, Columns] = {}
    for many in sorted({len(columns) - len(row.slots) for row in short}):
        rows = [row for row in short if len(columns) - len(row.slots) == many]
        few = many > _MOST_LOST or (many > 1 and len(rows) == 1)
        found = None if few else _told(rows[:_SAMPLE], columns, many)
        if found is None or not all(set(few) <= set(found) for few in lost.values()):
            return None
        lost[many] = found
    return lost


def _told(rows: Sequence[Row], columns: Sequence[_Column], many: int) -> Columns | None:
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


def _are_labels(column: _Column) -> bool:
    """Words in every row that name it, or its number; a body or a time left out is none."""
    numbers = column.meaning == "row_number"
    return column.meaning not in OWN_CELLS and all(
        text and (numbers or number(text) is None) for text in column.texts
    )


def _misfits(row: Row, columns: Sequence[_Column], taken: Columns) -> Iterator[float]:
    left = (column for j, column in enumerate(columns) if j not in taken)
    return (_misfit(slot.text, column) for slot, column in zip(row.slots, left, strict=True))


def _misfit(text: str, column: _Column) -> float:
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


def _held(draft: Draft, heads: Sequence[_Slots], short: Sequence[int], lost: dict[int, Columns]) -> Draft:
    width, rows = len(heads[0]), list(draft.rows)
    rows[: len(heads)] = [replace(row, slots=slots) for row, slots in zip(rows, heads, strict=False)]
    repairs = list[Repair]()
    for i in short:
        row, taken = rows[i], lost[width - len(rows[i].slots)]
        above = rows[i - 1]
        if len(above.slots) < width or not all(above[j].text or above[j].merged for j in taken):
            return draft
        cells = iter(row.slots)
        laid = tuple(UP if j in taken else next(cells) for j in range(width))
        rows[i] = replace(row, slots=laid, doubt="likely")
        why = say("merge_not_written", columns=tuple(str(j + 1) for j in taken))
        repairs.append(
            Repair("lost_merge", row.printed(), rows[i].printed(), why, "probable", row.span(), row=i)
        )
    return replace(draft.with_rows(rows, *repairs), unique=False)
