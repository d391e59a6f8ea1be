"""Cells that reach down over several rows, written once by a converter that leaves nothing where they reach.

| 1 | 产业 | 甲厂 | 30 |        | 1 | 产业 | 甲厂 | 30 |
| 2 | 乙厂 | 20 |        →    | 2 |  "   | 乙厂 | 20 |
| 3 | 民生 | 丙校 | 10 |        | 3 | 民生 | 丙校 | 10 |

Such a converter writes all other blanks. The columns are those without which all short rows fit, and no others do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_subtotal, is_total, is_value, year
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot
from pipeline.tables.label_columns import is_labelled, named_alone
from pipeline.tables.lost_columns import Columns, columns_of, fits, is_half, lost_columns

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 16
_FEWEST_CELLS = 2  # of a row with a label

_Slots = tuple[Slot, ...]


def hold_lost_merges(draft: Draft) -> Draft:
    """Let the cells above reach over the rows that lack them."""
    rows = draft.rows
    width = _width(rows)
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS or any(
        slot.merged for row in rows for slot in row.slots
    ):
        return draft
    heads = _heads(rows, width)
    again = {_texts(row) for row in rows[: len(heads)]}
    body = [i for i in range(len(heads), len(rows)) if _texts(rows[i]) not in again]
    alone = named_alone([rows[i] for i in body])
    short = [
        i for i in body if 1 < len(rows[i].slots) < width and not (_is_whole_sum(rows[i]) or is_half(rows[i]))
    ]
    short = [i for i in short if not (alone and is_labelled(rows[i], alone > 1))]  # it lacks another cell
    if not heads or not short:
        return draft
    columns = columns_of(heads, [rows[i] for i in body], width)
    lost = lost_columns([rows[i] for i in short], columns)
    fitting = (
        [i for i in short if fits(rows[i], columns, lost.get(width - len(rows[i].slots)))] if lost else []
    )
    return _held(draft, heads, fitting, lost) if lost else draft


def _width(rows: Sequence[Row]) -> int:
    """The cells of the longest row; of the headings, where but one row is longer: it has a cell too many."""
    width = max((len(row.slots) for row in rows), default=0)
    longer = sum(len(row.slots) > len(rows[0].slots) for row in rows)
    return width if longer != 1 else len(rows[0].slots)


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


def _held(draft: Draft, heads: Sequence[_Slots], short: Sequence[int], lost: dict[int, Columns]) -> Draft:
    width, rows = len(heads[0]), list(draft.rows)
    rows[: len(heads)] = [replace(row, slots=slots) for row, slots in zip(rows, heads, strict=False)]
    repairs = list[Repair]()
    for i in short:
        row, taken = rows[i], lost[width - len(rows[i].slots)]
        above = next((rows[k] for k in range(i - 1, -1, -1) if not is_half(rows[k])), rows[0])
        if not all(_has_label(above, j, width) for j in taken):
            return draft
        cells = iter(row.slots)
        laid = tuple(UP if j in taken else next(cells) for j in range(width))
        rows[i] = replace(row, slots=laid, doubt="likely")
        why = say("merge_not_written", columns=tuple(str(j + 1) for j in taken))
        repairs.append(
            Repair("lost_merge", row.printed(), rows[i].printed(), why, "probable", row.span(), row=i)
        )
    return replace(draft.with_rows(rows, *repairs), unique=False)


def _has_label(row: Row, col: int, width: int) -> bool:
    """A label stands there beside a name, or reaches there; the row may stand too far right, or lack cells at its end."""
    aside = max(0, len(row.slots) - width) if not row[0].text else 0
    return bool(row[col].merged) or (bool(row[col + aside].text) and len(row.filled()) >= _FEWEST_CELLS)
