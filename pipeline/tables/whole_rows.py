"""Rows that are sums of others though no word says so: their figures do.

| 镇街 | 床位 | 公厕 |        | 镇街     | 床位 | 公厕 |
| 东镇 | 3    | 1    |        | 东部片区 | 8    | 4    |   of the two below
| 西镇 | 5    | 3    |        | 东镇     | 3    | 1    |
| 全县 | 8    | 4    |        | 西镇     | 5    | 3    |

A place that holds those of the other rows (全县) is their sum where no printed figure says otherwise; a row of another name,
first or last, where three columns or more say so, none says otherwise, and luck does not explain it: 1, 2 and 2 are sums of
others by chance, 8, 4 and 5 are not. A row without a name is one where most columns say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import prod

from pipeline.language.addends import addend, adds_up, is_whole_place
from pipeline.tables.draft import Draft, Row

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_FEWEST_GROUPS = 2
_LUCK = 0.01

_Figures = tuple[Decimal, ...]


def mark_whole_rows(draft: Draft) -> Draft:
    """Name the rows that are sums of others by their figures."""
    body = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    paths = draft.paths() if body else []
    cols = [j for j in range(draft.n_cols) if j and adds_up(paths[j])] if paths else []
    if len(body) < _FEWEST_ROWS or not cols:
        return draft
    figures = {i: _figures(draft.rows[i], cols) for i in body}
    totals = [_figures(row, cols) for row in draft.rows if row.role == "total"]
    found = (_groups(body, figures, totals) if totals else _whole_of_groups(draft, body, figures)) or _wholes(
        draft, body, figures, totals
    )
    rows = [replace(row, role="total") if i in found else row for i, row in enumerate(draft.rows)]
    return replace(draft, rows=tuple(rows)) if found else draft


def _figures(row: Row, cols: Sequence[int]) -> _Figures:
    return tuple(addend(row[j].text) or Decimal(0) for j in cols)


def _sum(rows: Sequence[_Figures]) -> _Figures:
    return tuple(map(sum, zip(*rows, strict=True)))  # type: ignore[arg-type]


def _wholes(
    draft: Draft, body: Sequence[int], figures: dict[int, _Figures], totals: Sequence[_Figures]
) -> list[int]:
    """The first or last row, if it is the sum of all others, and no row that says so is."""
    for i in (body[-1], body[0]):
        others = [figures[k] for k in body if k != i]
        added, mine = _sum(others), figures[i]
        busy = sum(value != 0 for value in mine)
        if _is_nameless(draft.rows[i]) and (_mostly(added, mine) or _adds_up_all(draft, i, body)):
            return [i]
        if added != mine or not busy or mine in (*others, *totals):
            continue
        if _is_whole(draft.rows[i]) or (
            busy >= _FEWEST_COLUMNS and len(others) >= _FEWEST_ROWS and _luck(mine, others) < _LUCK
        ):
            return [i]
    return []


def _luck(sums: _Figures, others: Sequence[_Figures]) -> float:
    """The chance that figures that may be anything from nothing up to these sums are just these: 1 of 3 for 2, 1 of 9 for 8. The
    same as one figure alone is no sum: towns plan alike."""
    added = (value for value, *column in zip(sums, *others, strict=True) if sum(map(bool, column)) > 1)
    return prod(1 / (1 + abs(float(value))) for value in added)


def _is_whole(row: Row) -> bool:
    return any(is_whole_place(row[j].text) for j in row.filled()[:2])


def _whole_of_groups(draft: Draft, body: Sequence[int], figures: dict[int, _Figures]) -> list[int]:
    """The first or last row, if it names the whole place and is the sum of others that each are the sum of the rows below them."""
    for i in (body[-1], body[0]):
        heads = (
            _groups([k for k in body if k != i], figures, [figures[i]]) if _is_whole(draft.rows[i]) else []
        )
        if heads:
            return [i, *heads]
    return []


def _is_nameless(row: Row) -> bool:
    """It begins with figures, behind blanks: as wide as others, no rest of one."""
    filled = row.filled()
    return bool(filled) and filled[0] > 0 and addend(row[filled[0]].text) is not None


def _mostly(added: _Figures, mine: _Figures) -> bool:
    """In three columns or more, and most of them, the figures are the sums: cells of another row slipped aside."""
    same = sum(one == two != 0 for one, two in zip(added, mine, strict=True))
    return same >= _FEWEST_COLUMNS and 2 * same > sum(value != 0 for value in mine)


def _adds_up_all(draft: Draft, at: int, body: Sequence[int]) -> bool:
    """All figures of the row together are those behind the names of all others, in whichever columns these came to stand."""
    mine = _behind_name(draft.rows[at])
    others = [_behind_name(draft.rows[k]) for k in body if k != at]
    return len(mine) >= _FEWEST_COLUMNS and sum(mine) == sum(map(sum, others))


def _behind_name(row: Row) -> _Figures:
    cells = [row[j].text for j in row.filled()]
    named = next((n for n, text in enumerate(cells) if addend(text) is None), -1)
    return tuple(value for text in cells[named + 1 :] if (value := addend(text)) is not None)


def _groups(body: Sequence[int], figures: dict[int, _Figures], totals: Sequence[_Figures]) -> list[int]:
    """The rows that each are the sum of those below up to the next such row, where a printed total is the sum of them and
    not of all rows."""
    rows = [figures[i] for i in body]
    if _sum(rows) in totals:
        return []
    heads = list(_heads(rows))
    several = any(b - a > _FEWEST_GROUPS for a, b in pairwise([*heads, len(rows)]))
    parted = len(heads) >= _FEWEST_GROUPS and several and _sum([rows[k] for k in heads]) in totals
    return [body[k] for k in heads] if parted else []


def _heads(rows: Sequence[_Figures]) -> Iterator[int]:
    """The rows at which groups begin; none from the first on that is no sum of those below it."""
    at = 0
    while at < len(rows):
        added, end = rows[at], at + 1
        left = added
        while end < len(rows) and any(left):
            left = tuple(a - b for a, b in zip(left, rows[end], strict=True))
            end += 1
        if any(left) or not any(added):
            return
        yield at
        at = end
