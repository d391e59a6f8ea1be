"""Rows as long as the headings whose figures stand in the wrong columns: two in each other's place, or several one place aside.

| 镇   | 路灯 | 步道 | 广场 |        | 镇   | 路灯 | 步道 | 广场 |
| 东镇 | 12   | 30   | 2    |        | 东镇 | 12   | 30   | 2    |
| 西镇 |      | 21   | 8    |   →    | 西镇 | 21   | 8    |      |
| 合计 | 33   | 38   | 2    |        | 合计 | 33   | 38   | 2    |

Sums do not come out, and with the figures of one row so exchanged or moved all do; of two rows with figures moved aside
where there is no such one. Where that is not one way, nothing is changed. It is likely and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from typing import NamedTuple

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.relations import row_relations, row_values
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.sums import ColumnSum, column_sums

_FEWEST_SUMS = 3  # of columns: where those of the two alone are stated, and none of groups, all are off
_FEWEST_WHOLE = 8  # rows that show that a column is never blank
_MOST_WAYS = 20_000  # 60 rows of 24 columns, figures in half of them: a second

_Way = tuple[int, tuple[Slot, ...]]


class _Moves(NamedTuple):
    """The ways to lay a row with figures exchanged or moved aside, by what each adds to the stated sums."""

    exchanged: dict[tuple[Decimal, ...], list[_Way]]
    aside: dict[tuple[Decimal, ...], list[_Way]]


def put_back_figures(draft: Draft) -> Draft:
    """The figures of the one such row, or two, put back; nothing where there are several ways."""
    if draft.ambiguous:
        return draft
    sums = column_sums(draft, group_total_rows(draft))
    broken = broken_sums(draft, sums)
    cols = {stated.col for stated in broken}
    few = len({stated.col for stated in sums}) < _FEWEST_SUMS and len(broken) == len(sums)
    if len(cols) < 2 or few:
        return draft
    need = tuple(-sum_gap(draft, stated) if stated in broken else Decimal(0) for stated in sums)
    moves = _moves(draft, sums, _words(draft))
    ways: list[tuple[_Way, ...]] = [
        (one,) for one in (*moves.exchanged.get(need, ()), *moves.aside.get(need, ()))
    ]
    if not ways and len(cols) >= _FEWEST_SUMS:
        ways = list(_pairs(moves.aside, need))
    unlike = {tuple((i, tuple(slot.text for slot in slots)) for i, slots in way): way for way in ways}
    if len(unlike) != 1:
        return draft
    laid = _laid(draft, *unlike.values())
    return draft if broken_sums(laid, column_sums(laid, group_total_rows(laid))) else laid


def _words(draft: Draft) -> list[bool]:
    """Of each column, whether most of its cells are words."""
    body = [row for row in draft.rows if row.role == "body"]
    filled = [[row[j] for row in body if row[j].text] for j in range(draft.n_cols)]
    return [2 * sum(map(_is_figure, cells)) < len(cells) for cells in filled]


def _is_figure(slot: Slot) -> bool:
    return not slot.merged and (addend(slot.text) is not None or is_dash(slot.text))


def _moves(draft: Draft, sums: Sequence[ColumnSum], words: Sequence[bool]) -> _Moves:
    """Every way to lay a row otherwise that breaks no identity between columns, and puts no figure under words, no blank where
    every row has a cell, nor a dash into a group behind a blank: for the whole group it stands first."""
    relations = row_relations(draft)
    body = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    first = min(stated.col for stated in sums)
    start = max((j + 1 for j in range(first) if words[j]), default=0)
    inner = [j for first, last in draft.groups() for j in range(first + 1, last)]
    whole = [draft.rows[i].slots for i in body if len(draft.rows[i].slots) == draft.n_cols]
    columns = enumerate(zip(*whole, strict=True)) if len(whole) >= _FEWEST_WHOLE else ()
    filled = [j for j, column in columns if all(column)]
    moves = _Moves({}, {})
    left = _MOST_WAYS
    for i in (i for i in body if len(draft.rows[i].slots) == draft.n_cols):
        slots = draft.rows[i].slots
        ends = (j for j in range(start, draft.n_cols) if slots[j] != BLANK and not _is_figure(slots[j]))
        end = next(ends, draft.n_cols)
        for kind, ways in zip(
            moves, (_exchanged(slots[start:end]), _moved_aside(slots[start:end])), strict=True
        ):
            for way in ways:
                laid = (*slots[:start], *way, *slots[end:])
                left -= 1
                if left < 0:
                    return _Moves({}, {})
                strange = any(_is_figure(slot) and words[j] for j, slot in enumerate(laid[start:end], start))
                strange = strange or not all(laid[j] for j in filled)
                strange = strange or any(is_dash(laid[j].text) and not laid[j - 1].text for j in inner)
                values = row_values(Row(laid), draft.n_cols)
                if not strange and not any(relation.residual(values) for relation in relations):
                    kind.setdefault(_added(slots, laid, i, sums), []).append((i, laid))
    return moves


def _exchanged(cells: tuple[Slot, ...]) -> Iterator[tuple[Slot, ...]]:
    """Two figures in each other's place."""
    for j, k in combinations(range(len(cells)), 2):
        if cells[j].text and cells[k].text and cells[j].text != cells[k].text:
            yield (*cells[:j], cells[k], *cells[j + 1 : k], cells[j], *cells[k + 1 :])


def _moved_aside(cells: tuple[Slot, ...]) -> Iterator[tuple[Slot, ...]]:
    """A blank before or behind figures, or two, stand at their other end."""
    for n, (j, k) in product((1, 2), combinations(range(len(cells) + 1), 2)):
        behind, before = cells[j : k - n], cells[j + n : k]
        if _ends_filled(behind) and not any(cells[k - n : k]):
            yield (*cells[:j], *cells[k - n : k], *behind, *cells[k:])
        if _ends_filled(before) and not any(cells[j : j + n]):
            yield (*cells[:j], *before, *cells[j : j + n], *cells[k:])


def _ends_filled(cells: Sequence[Slot]) -> bool:
    return bool(cells and cells[0] and cells[-1])


def _added(
    old: Sequence[Slot], new: Sequence[Slot], i: int, sums: Sequence[ColumnSum]
) -> tuple[Decimal, ...]:
    return tuple(_value(new[s.col]) - _value(old[s.col]) if i in s.rows else Decimal(0) for s in sums)


def _value(slot: Slot) -> Decimal:
    return addend(slot.text) or Decimal(0)


def _pairs(
    ways: dict[tuple[Decimal, ...], list[_Way]], need: tuple[Decimal, ...]
) -> Iterator[tuple[_Way, ...]]:
    for added, found in ways.items():
        rest = tuple(n - a for n, a in zip(need, added, strict=True))
        yield from ((one, two) for one in found for two in ways.get(rest, ()) if one[0] < two[0])


def _laid(draft: Draft, ways: tuple[_Way, ...]) -> Draft:
    rows, notes = list(draft.rows), []
    for i, slots in ways:
        row = draft.rows[i]
        rows[i] = replace(row, slots=slots, doubt="likely")
        columns = tuple(
            str(j + 1) for j, (a, b) in enumerate(zip(row.slots, slots, strict=True)) if a.text != b.text
        )
        kind = "swapped_cells" if len(columns) == 2 else "shifted_row"
        why = say("figures_displaced", columns=columns)
        notes.append(Repair(kind, row.printed(), rows[i].printed(), why, "probable", row.span(), row=i))
    return replace(draft.with_rows(rows, *notes), unique=False)
