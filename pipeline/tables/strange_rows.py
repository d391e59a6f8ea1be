"""Rows that sums do not see: words among figures, half a name or two, what no total covers. A table with one is not proved.

They add nothing to any sum, so the sums come out all the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import is_dash, is_value, number
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.half_names import half_named
from pipeline.tables.sums import ColumnSum

_TWO_NAMES = patterns.compile(rf"\p{{Han}}{{2,}}({'|'.join(CLASS_ALONE)})\p{{Han}}{{2,}}\1")
_VALUE_BEFORE = patterns.compile(r"(?:[-—–/]+|\d[\d.]*)\s*\p{Han}{2,}")
_FEW = 4  # one name of four


def has_strange_rows(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Words among figures that are added up, or half a name: another row, or a heading, stands in a row or is one.

    They add nothing to any sum, so the sums come out all the same.
    """
    added = (draft.rows[i][s.col].text for s in sums for i in s.rows)
    strange = any(text and not is_value(text) and not is_dash(text) for text in added)
    return (
        strange
        or _has_words_of_others(draft, sums)
        or _has_odd_names(draft, sums)
        or _jumps(draft)
        or _adds_words(draft, sums)
        or _has_rest(draft, sums)
        or any(half_named(draft.rows))
    )


def _has_words_of_others(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A row that is not added up has but one cell, laid elsewhere than printed, with words that stand in other columns too.

    (blank)|县民政局、县教育局 below 凤里街道|11 are the end of that row, not a row of 县民政局、县教育局.
    """
    adds = {i for s in sums for i in s.rows if draft.rows[i][s.col].text}
    moved = {repair.row for repair in draft.repairs if repair.row is not None} - adds
    for i in sorted(one for one in moved if one < len(draft.rows)):
        row = draft.rows[i]
        if row.role == "body" and len(places := list(row.filled())) == 1:
            (col,) = places
            others = {
                part
                for one in draft.rows
                for j in one.filled()
                if j != col
                for part in one[j].text.split("、")
            }
            if others.intersection(row[col].text.split("、")):
                return True
    return False


def _has_odd_names(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A row has no name of its own, a number for one, half a one, two of them, or one with a value of the row above
    before it.

    Names stand in the columns before the first that is added up.
    """
    body = [row for row in draft.rows if row.role == "body"]
    columns = ([row[j].text for row in body] for j in range(min((s.col for s in sums), default=0)))
    names = [column for column in columns if 2 * sum(map(_is_word, column)) >= len(body)]
    if any(not any(found) for found in zip(*names, strict=True)):
        return True
    figures = any(number(text) is not None for column in names for text in column)
    return figures or any(_has_half(column) or _has_two(column, body) for column in names)


def _is_word(text: str) -> bool:
    return bool(text) and number(text) is None


def _has_half(column: Sequence[str]) -> bool:
    """A name of one character (镇) beside longer ones, or the end of others (街道 beside 北坡街道)."""
    words = [text for text in column if _is_word(text)]
    ends = tuple(text for text in words if text in CLASS_ALONE)
    whole = [text for text in words if text not in ends]
    short = any(len(text) == 1 for text in words) and any(len(text) > 1 for text in words)
    return short or any(text.endswith(ends) for text in whole if ends)


def _has_two(column: Sequence[str], body: Sequence[Row]) -> bool:
    """Names of a column that are two of its kind (东风镇南山镇); a value before one (0 南山镇), which the row above lacks."""
    lacks = [True, *(not row.slots[-1].text for row in body)]
    two = [text for text in column if _TWO_NAMES.fullmatch(text)]
    behind = [
        text
        for text, lack in zip(column, lacks, strict=False)
        if _VALUE_BEFORE.fullmatch(text) and (lack or not text[0].isdecimal())
    ]
    return any(found and _FEW * len(found) <= len(column) for found in (two, behind))


def _jumps(draft: Draft) -> bool:
    """Under 序号 a number is left out or stands twice: a row is lost, or one is two."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    found = [number(row[col].text) for row in draft.rows if row.role == "body" and row[col].text]
    steps = itertools.pairwise(value for value in found if value is not None)
    return any(b not in (a + 1, 1) for a, b in steps)


def _has_rest(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Values in a column that is added up stand in a row that no total covers: the table goes on elsewhere."""
    added = {(i, s.col) for s in sums for i in s.rows}
    cols, rows = {s.col for s in sums}, [i for i, row in enumerate(draft.rows) if row.role == "body"]
    return any((i, j) not in added and number(draft.rows[i][j].text) is not None for i in rows for j in cols)


def _adds_words(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A total stated over words that is not how many they are: figures that were not recognised stand among them."""
    covered = {(s.total_row, s.col) for s in sums}
    scopes = {s.total_row: s.rows for s in sums}
    open_cells = ((i, j) for i in scopes for j in draft.rows[i].filled() if (i, j) not in covered)
    for i, j in open_cells:
        total, words = number(draft.rows[i][j].text), [draft.rows[k][j].text for k in scopes[i]]
        filled = [text for text in words if text and not is_dash(text)]
        if total is not None and filled and all(map(_is_word, filled)) and total != len(filled):
            return True
    return False
