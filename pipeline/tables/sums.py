"""The sums that total rows state, and the rows that each covers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.addends import addend, adds_up, is_part, is_ratio, parts_left_out
from pipeline.language.cells import is_dash, is_subtotal
from pipeline.tables.draft import Draft, Row


class ColumnSum(NamedTuple):
    """The number in (total_row, col) should be the sum of `rows` in that column."""

    total_row: int
    col: int
    rows: tuple[int, ...]


def column_sums(draft: Draft, skip: frozenset[int] = frozenset()) -> list[ColumnSum]:
    """Every sum that the total rows state, with the rows that it most likely covers."""
    scopes = total_scopes(draft, skip)
    paths = draft.paths() if scopes else []
    cols = [j for j in range(draft.n_cols) if adds_up(paths[j])] if scopes else []
    filled: dict[tuple[int, ...], list[str]] = {}
    found: list[ColumnSum] = []
    for total, rows in scopes.items():
        if rows not in filled:
            filled[rows] = [_filled_with(draft, rows, j) for j in range(draft.n_cols)]
        for j in cols:
            value = addend(draft.rows[total][j].text)
            if value is not None and filled[rows][j] != "words":
                found.append(ColumnSum(total, j, rows))
    return found


def total_scopes(draft: Draft, skip: frozenset[int] = frozenset()) -> dict[int, tuple[int, ...]]:
    """The rows that each total row covers.

    Those since the last total row or group row, or all rows of the body: whichever fits more columns as
    printed; without a winner 小计 the former, 合计 the latter.
    """
    totals = [i for i, row in enumerate(draft.rows) if row.role == "total" and i not in skip]
    body = [i for i, row in enumerate(draft.rows) if row.role == "body" and i not in skip]
    if not totals or not body:
        return {}
    paths = draft.paths()
    cols = [j for j in range(draft.n_cols) if adds_up(paths[j] if paths else ())]
    sums: dict[tuple[int, ...], list[Decimal]] = {}
    found = {}
    for i in totals:
        scopes = _scopes(draft, i, body, totals)
        for rows in scopes if len(scopes) > 1 else ():
            if rows not in sums:
                sums[rows] = [_column_total(draft, rows, j) for j in cols]
        values = [addend(draft.rows[i][j].text) for j in cols]
        found[i] = max(scopes, key=lambda rows: _fits(values, sums[rows])) if len(scopes) > 1 else scopes[0]
    return found


def _filled_with(draft: Draft, rows: Sequence[int], col: int) -> str:
    """What there is to add up in a column: `numbers`, only `words`, or nothing or dashes alone, which is 0."""
    texts = [text for i in rows if (text := draft.rows[i][col].text) and not is_dash(text)]
    if any(addend(text) is not None for text in texts):
        return "numbers"
    return "words" if any(texts) else ""


def _column_total(draft: Draft, rows: Sequence[int], col: int) -> Decimal:
    return sum((addend(draft.rows[i][col].text) or Decimal(0) for i in rows), Decimal(0))


def _scopes(draft: Draft, total: int, body: list[int], totals: list[int]) -> list[tuple[int, ...]]:
    """Rows that a total row may cover, the likelier reading first."""
    everything = tuple(body)
    fences = [i for i, row in enumerate(draft.rows[:total]) if row.role in ("total", "group", "header")]
    above = (
        tuple(r for r in body if fences[-1] < r < total) if fences else tuple(r for r in body if r < total)
    )
    below_end = next((t for t in totals if t > total), len(draft.rows))
    below = tuple(r for r in body if total < r < below_end)
    label = next((slot.text for slot in draft.rows[total].slots if slot.text), "")
    near = above or below
    named = _of_group(draft, total, body, below)
    ordered = [near, everything] if is_subtotal(label) else [everything, near]
    plain = [tuple(r for r in rows if not is_no_addend(draft.rows[r])) for rows in (*ordered, below)]
    parts = [way for rows in ordered for way in _without_parts(draft, rows)]
    return list(dict.fromkeys(rows for rows in (*ordered, below, *named, *plain, *parts) if rows))


def _without_parts(draft: Draft, rows: Sequence[int]) -> list[tuple[int, ...]]:
    ways = parts_left_out([_name(draft.rows[i]) for i in rows])
    return [tuple(r for n, r in enumerate(rows) if n not in way) for way in ways]


def _of_group(draft: Draft, total: int, body: list[int], below: Sequence[int]) -> list[tuple[int, ...]]:
    """The rows of the group that a label to the left of 小计 names: from that label to the sum, or to the next label."""
    col = next(iter(draft.rows[total].filled()), 0)
    if draft.rows[total][0] and len(draft.rows[total].filled()) > 1:
        end = next((i for i in below if draft.rows[i][0].text), len(draft.rows))
        return [tuple(i for i in below if i < end)]
    start = next((i for i in reversed(body) if i < total and col and draft.rows[i][0].text), None)
    return [] if start is None else [tuple(i for i in body if start <= i < total)]


def is_no_addend(row: Row) -> bool:
    """By its name a row is part of the one above (其中：城区) or holds rates (占比), where the sums come out without it."""
    return is_part(_name(row)) or is_ratio(_name(row))


def _name(row: Row) -> str:
    return next((slot.text for slot in row.slots if slot.text and addend(slot.text) is None), "")


def _fits(stated: Sequence[Decimal | None], sums: Sequence[Decimal]) -> int:
    return sum(total is not None and total == found for total, found in zip(stated, sums, strict=True))
