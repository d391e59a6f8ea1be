"""Rows that sums do not see: words among figures, half a name or two, what no total covers. A table with one is not proved.

They add nothing to any sum, so the sums come out all the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from pipeline.language.addends import addend, counted_in
from pipeline.language.cells import is_dash, is_value, number
from pipeline.tables.draft import Draft
from pipeline.tables.group_rows import is_of_others, notes_of_some, opens_group
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.half_names import half_named
from pipeline.tables.repairs.known_names import says_class
from pipeline.tables.strange_names import has_strange_names, is_word
from pipeline.tables.sums import ColumnSum, is_no_addend


def has_strange_rows(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Words among figures that are added up, or half a name: another row, or a heading, stands in a row or is one.

    They add nothing to any sum, so the sums come out all the same.
    """
    added = (draft.rows[i][s.col].text for s in sums for i in s.rows)
    strange = any(text and not is_value(text) and not is_dash(text) for text in added)
    return (
        strange
        or _has_words_of_others(draft, sums)
        or has_strange_names(draft, sums)
        or _jumps(draft)
        or _adds_words(draft, sums)
        or _has_rest(draft, sums)
        or _begins_with_word(draft)
        or _groups_the_last(draft)
        or _mixes_units(draft, sums)
        or bool(notes_of_some(draft.rows))
        or any(half_named(draft.rows))
    )


def _has_words_of_others(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A row that is not added up has but one cell, with words that are like no name of its column, or was laid elsewhere than
    printed and other columns have its words too.

    (blank)|县民政局、县教育局 below 凤里街道|11 are the end of that row, not a row of 县民政局、县教育局; so is 输局 below 区交通运.
    """
    adds = {i for s in sums for i in s.rows if draft.rows[i][s.col].text}
    moved = {repair.row for repair in draft.repairs if repair.row is not None}
    for i in (i for i, row in enumerate(draft.rows) if row.role == "body" and i not in adds):
        if len(places := draft.rows[i].filled()) != 1:
            continue
        (col,) = places
        text, rows = draft.rows[i][col].text, [row for k, row in enumerate(draft.rows) if k != i]
        others = {part for row in rows for j in row.filled() if j != col for part in row[j].text.split("、")}
        names = {row[col].text for row in rows if row[col].text}
        like = says_class(text) or any(name[-1] == text[-1] for name in names)
        if not like or _may_head(text, names) or (i in moved and others.intersection(text.split("、"))):
            return True
    return False


def _may_head(text: str, names: Collection[str]) -> bool:
    """Words alone that are of several rows: what names end in (小学 above 东坝小学), or 其他镇."""
    return is_of_others(text) or any(name != text and name.endswith(text) for name in names)


def _jumps(draft: Draft) -> bool:
    """Under 序号 a number is left out, the first too, or stands twice: a row is lost, or one is two."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    found = [number(row[col].text) for row in draft.rows if row.role == "body" and row[col].text]
    numbers = [value for value in found if value is not None]
    return numbers[:1] not in ([], [1]) or any(b not in (a + 1, 1) for a, b in itertools.pairwise(numbers))


def _has_rest(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Values in a column that is added up stand in a row that no total covers: the table goes on elsewhere."""
    added = {(i, s.col) for s in sums for i in s.rows}
    cols = {s.col for s in sums}
    rows = [i for i, row in enumerate(draft.rows) if row.role == "body" and not is_no_addend(row)]
    return any((i, j) not in added and addend(draft.rows[i][j].text) is not None for i in rows for j in cols)


def _begins_with_word(draft: Draft) -> bool:
    """One word stands right below the headings, and is like no name of another row, nor one of several groups: 学校 below 老年
    may be its other half."""
    first = draft.header_rows
    if not 0 < first < len(draft.rows) or len(places := draft.rows[first].filled()) != 1:
        return False
    row, others, (col,) = draft.rows[first], draft.rows[first + 1 :], places
    if row.role == "group":
        return not opens_group(row[col].text) and all(other.role != "group" for other in others)
    alike = (other[col].text[-1:] == row[col].text[-1] for other in others if other.role == "body")
    return row.role == "body" and not any(alike)


def _groups_the_last(draft: Draft) -> bool:
    """Words alone over the rows below them, while those above stand under none and no number is before the words: they may be of
    the page (内部资料 注意保存)."""
    roles = [row.role for row in draft.rows]
    at = roles.index("group") if "group" in roles else 0
    return "body" in roles[:at] and not opens_group(draft.rows[at].slots[0].text)


def _mixes_units(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Cells of one sum are counted in several units: 12处 and 3公里 came together by chance."""
    printed = ({counted_in(draft.rows[i][s.col].text) for i in (*s.rows, s.total_row)} for s in sums)
    return any(len(units - {""}) > 1 for units in printed)


def _adds_words(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A total stated over words that is not how many they are: figures that were not recognised stand among them."""
    covered = {(s.total_row, s.col) for s in sums}
    scopes = {s.total_row: s.rows for s in sums}
    open_cells = ((i, j) for i in scopes for j in draft.rows[i].filled() if (i, j) not in covered)
    for i, j in open_cells:
        total, words = number(draft.rows[i][j].text), [draft.rows[k][j].text for k in scopes[i]]
        filled = [text for text in words if text and not is_dash(text)]
        if total is not None and filled and all(map(is_word, filled)) and total != len(filled):
            return True
    return False
