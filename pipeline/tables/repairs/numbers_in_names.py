"""The number of every row printed in the cell of its name, which takes a cell from each row or leaves one blank.

| 序号 | 指标 | 单位 |        | 序号 | 指标 | 单位 |
| 1 床位 | 张 |       →     | 1    | 床位 | 张   |
| 2 食堂 | 个 |              | 2    | 食堂 | 个   |
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.odd_cells import cells_of, numbered

_FEWEST = 3  # rows that show that it is so with all


def part_numbers(draft: Draft) -> Draft:
    """Give the numbers cells of their own, where all rows have one before their name and these run on from one to the next, or begin anew."""
    if heading_meanings(draft)[:1] != ["row_number"] or draft.n_cols < 2:
        return draft
    at = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    words = [numbered(draft.rows[i][0].text) for i in at]
    found = [int(pair[0]) for pair in words if pair]
    glued = [i for i, pair in zip(at, words, strict=True) if pair]
    rest = [draft.rows[i] for i, pair in zip(at, words, strict=True) if not pair]
    if len(found) < _FEWEST or any(_is_named(row) for row in rest):
        return draft
    if any(b not in (a + 1, 1) for a, b in pairwise(found)) or not all(
        _has_room(draft.rows[i], draft.n_cols) for i in glued
    ):
        return draft
    rows = list(draft.rows)
    for i in glued:
        row = rows[i]
        behind = row.slots[2:] if len(row.slots) == draft.n_cols else row.slots[1:]
        rows[i] = replace(row, slots=(*cells_of(row[0], numbered(row[0].text)), *behind))
    before, after = draft.rows[glued[0]], rows[glued[0]]
    why = say("numbers_in_names", n=len(glued))
    note = Repair(
        "shifted_row", before.printed(), after.printed(), why, "probable", before.span(), row=glued[0]
    )
    return draft.with_rows(rows, note)


def _is_named(row: Row) -> bool:
    """A row with more than one cell that does not begin with a total's word, which marks no number."""
    return row.role == "body" and len(row.filled()) > 1 and bool(row[0].text) and bool(row[1].text)


def _has_room(row: Row, n_cols: int) -> bool:
    return not any(slot.merged for slot in row.slots) and (len(row.slots) < n_cols or not row[1].text)
