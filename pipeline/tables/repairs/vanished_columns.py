"""Columns that hold nothing on a later page and so were not seen there.

| 序号 | 任务 | 备注 | 时限 |
| 1    | 甲   | 新增 | 长期 |        | 2 | 乙 |  | 6月底 |
----------- page ------------   →    | 3 | 丙 |  | 长期  |
| 2    | 乙   | 6月底 |
| 3    | 丙   | 长期  |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, combinations, pairwise
from math import comb
from typing import NamedTuple

from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.column_fits import SAMPLE, fits, score
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.relations import RowRelation, row_relations, row_values
from pipeline.tables.roles import mark_roles, names_total
from pipeline.tables.sums import column_sums

_MOST_LOST = 4
_FEWEST_ABOVE = 0.7  # of the rows before the page, so many have all columns: else short rows are usual here
_MARGIN = 1.0  # a row that fits one way better by a whole class of cell
_FEWEST_NARROW = 3  # rows that lack the same columns by no chance
_MOST_LAID = 60  # ways whose sums are all looked at
_MOST_WAYS = 2000  # to leave out four of 16 columns are 1,820

_Columns = tuple[int, ...]


class _Page(NamedTuple):
    """Rows [start, end) of one page, all `width` cells wide."""

    start: int
    end: int
    width: int

    def body(self, draft: Draft) -> list[int]:
        return [i for i in range(self.start, self.end) if draft.rows[i].role in ("body", "total")]


def put_back_columns(draft: Draft) -> Draft:
    """Let the cells of such a page stand under the headings they fit; where two ways fit alike, an issue.

    Where the printed sums come out only with the last columns cut off, all rows to the end lack those.
    """
    pages = _narrow_pages(draft)
    for page in pages:
        draft = _at_edge(draft, page) or _widened(draft, page)
    tail = None if pages else _narrow_tail(draft)
    return (tail and _at_edge(draft, tail)) or draft


def _narrow_tail(draft: Draft) -> _Page | None:
    """The last rows, the total among them, that are all narrower by as much than those above."""
    widths = [len(row.slots) for row in draft.rows]
    last = widths[-1]
    start = next((i + 1 for i in reversed(range(len(widths))) if widths[i] != last), 0)
    above = [n for n, row in zip(widths[:start], draft.rows[:start], strict=True) if row.role == "body"]
    whole = bool(above) and set(above) == {draft.n_cols} and 0 < draft.n_cols - last <= _MOST_LOST
    plain = whole and not any(slot.merged for row in draft.rows[start:] for slot in row.slots)
    return _Page(start, len(widths), last) if plain and len(widths) - start >= _FEWEST_NARROW else None


def _at_edge(draft: Draft, page: _Page) -> Draft | None:
    """The rows with the last columns blank, if that is the one way in which all printed sums come out."""
    if comb(draft.n_cols, page.width) > _MOST_LAID or page.end < len(draft.rows):
        return None
    edge = tuple(range(page.width))
    ways = combinations(range(draft.n_cols), page.width)
    stated = any(names_total(draft.rows[i]) for i in page.body(draft))
    if stated and [columns for columns in ways if not _broken(draft, page, columns)] == [edge]:
        return _laid(draft, page, edge)
    return None


def _narrow_pages(draft: Draft) -> list[_Page]:
    rows = draft.rows
    starts = [i for i, row in enumerate(rows) if row.after_break and row.role in ("body", "total")]
    counted = [row.role in ("body", "total") for row in rows]
    # How many rows stand above each, and how many of them have all columns.
    above = [0, *accumulate(counted)]
    whole = [
        0,
        *accumulate(
            is_one and len(row.slots) == draft.n_cols for is_one, row in zip(counted, rows, strict=True)
        ),
    ]
    pages = []
    for start, end in pairwise([*starts, len(rows)]):
        own = [row for row in rows[start:end] if row.role in ("body", "total")]
        width = max(len(row.slots) for row in own)
        alike = all(len(row.slots) == width and not any(s.merged for s in row.slots) for row in own)
        if (
            alike
            and not all(map(names_total, own))
            and 0 < draft.n_cols - width <= _MOST_LOST
            and whole[start] > _FEWEST_ABOVE * above[start]
        ):
            pages.append(_Page(start, end, width))
    return pages


def _widened(draft: Draft, page: _Page) -> Draft:
    rows = [draft.rows[i] for i in page.body(draft)]
    scores = fits(draft, page.start, page.width, rows)
    ways = sorted(_ways(draft, page), key=lambda cols: -score(scores, cols))
    if not ways:
        return draft
    likely = [cols for cols in ways if score(scores, ways[0]) - score(scores, cols) < _MARGIN]
    if tuple(range(page.width)) in likely[:2]:
        return draft  # as printed, blanks at the end cut off, is as likely: nothing is changed
    if len(likely) == 1:
        return _laid(draft, page, likely[0])
    return _left_open(draft, page, likely)


def _laid(draft: Draft, page: _Page, columns: _Columns) -> Draft:
    changed = list(draft.rows)
    for i in range(page.start, page.end):
        changed[i] = replace(changed[i], slots=_on(changed[i], columns, draft.n_cols), doubt="likely")
    gone = [j for j in range(draft.n_cols) if j not in columns]
    names = tuple("/".join(draft.paths()[j]) or str(j + 1) for j in gone)
    why = say("cells_fit_headings", columns=names)
    before, after = draft.rows[page.start].printed(), changed[page.start].printed()
    note = Repair(
        "vanished_columns", before, after, why, "probable", draft.rows[page.start].span(), row=page.start
    )
    return replace(draft.with_rows(changed, note), unique=False)


def _left_open(draft: Draft, page: _Page, ways: Sequence[_Columns]) -> Draft:
    """What stands in one column in all ways stands there; numbers that do not are given for none."""
    held = [cols[0] if len(set(cols)) == 1 else None for cols in zip(*ways, strict=True)]
    changed = list(draft.rows)
    for i in page.body(draft):
        slots = [BLANK] * draft.n_cols
        for k, col in enumerate(held):
            if col is not None:
                slots[col] = changed[i][k]
        changed[i] = replace(changed[i], slots=tuple(slots), doubt="likely")
    said = say("columns_missing", n=draft.n_cols - page.width, row=page.start + 1)
    found = Issue("ambiguous_columns", said, f"row {page.start}", draft.rows[page.start].span())
    return replace(draft, rows=tuple(changed), issues=(*draft.issues, found), ambiguous=True, loose=True)


def _on(row: Row, columns: _Columns, n_cols: int) -> tuple[Slot, ...]:
    slots = [BLANK] * n_cols
    for k, col in enumerate(columns):
        slots[col] = row[k]
    return tuple(slots)


def _ways(draft: Draft, page: _Page) -> list[_Columns]:
    """The ways to put the printed columns, in order, under the headings, that break fewest of the identities of the rows
    above, and of the sums that are printed."""
    if comb(draft.n_cols, page.width) > _MOST_WAYS:
        return []
    relations = row_relations(replace(draft, rows=draft.rows[: page.start]))
    sample = page.body(draft)[:SAMPLE]
    wrong: dict[_Columns, int] = {}
    for columns in combinations(range(draft.n_cols), page.width):
        laid = [Row(_on(draft.rows[i], columns, draft.n_cols)) for i in sample]
        values = [row_values(row, draft.n_cols) for row in laid]
        wrong[columns] = sum(_breaks(relation, found) for relation in relations for found in values)
    least = min(wrong.values())
    best = [columns for columns, n in wrong.items() if n == least]
    broken = (
        {columns: _broken(draft, page, columns) for columns in best}
        if len(best) > 1
        else dict.fromkeys(best, 0)
    )
    least = min(broken.values())
    return [columns for columns in best if broken[columns] == least]


def _breaks(relation: RowRelation, values: Sequence[Decimal | None]) -> bool:
    """The identity does not hold, or some of its numbers are there and others are not."""
    there = [values[j] is not None for j in relation.columns]
    return bool(relation.residual(values)) or (not relation.blank_is_zero and any(there) and not all(there))


def _broken(draft: Draft, page: _Page, columns: _Columns) -> int:
    """How many printed sums do not come out."""
    rows = list(draft.rows)
    for i in page.body(draft):
        rows[i] = replace(rows[i], slots=_on(rows[i], columns, draft.n_cols))
    laid = mark_roles(replace(draft, rows=tuple(rows)))
    return len(broken_sums(laid, column_sums(laid)))
