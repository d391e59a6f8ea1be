"""Rows that are no plain body rows: sums, the names of groups, notes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.cells import is_note, is_subtotal, is_total, number, of_total
from pipeline.language.headings import NAME_MEANINGS
from pipeline.messages import say
from pipeline.model import CellRole, Issue
from pipeline.tables.draft import BLANK, LEFT, Draft, Row
from pipeline.tables.group_rows import is_repeated, notes_of_some, opens_group
from pipeline.tables.headings import heading_meanings
from pipeline.tables.label_columns import named_alone
from pipeline.tables.repairs.known_names import says_class


def mark_roles(draft: Draft) -> Draft:
    """Name the rows that are no plain body rows: totals, group rows over the full width, notes.

    A group row keeps its text in the first cell only: it is no value of the other columns.
    """
    rows = []
    draft = _with_wide_cells(draft)
    for i, row in enumerate(draft.rows):
        role = _role(draft, i, row) if row.role == "body" else row.role
        if role == "group":
            anchor = row.slots[row.filled()[0]]
            row = replace(row, slots=(anchor, *(BLANK,) * (draft.n_cols - 1)))
        rows.append(row if role == row.role else replace(row, role=role))
    return (
        draft
        if all(a is b for a, b in zip(rows, draft.rows, strict=True))
        else replace(draft, rows=tuple(rows))
    )


def _with_wide_cells(draft: Draft) -> Draft:
    """Words that are printed in every cell of a row below the headings are one cell over all of them."""
    wide = {i for i, row in enumerate(draft.rows) if row.role == "body" and is_repeated(row)}
    rows = tuple(
        replace(row, slots=(row[0], *(LEFT,) * (len(row.slots) - 1))) if i in wide else row
        for i, row in enumerate(draft.rows)
    )
    return replace(draft, rows=rows) if wide else draft


def names_total(row: Row) -> bool:
    """The row begins with 合计, 小计, 东部片区小计 or the like, and has more."""
    filled = row.filled()
    return len(filled) > 1 and any(is_total(row[j].text) or is_subtotal(row[j].text) for j in filled[:2])


def _sums_group(draft: Draft, row: Row) -> bool:
    """The row is the sum of rows that the table names so: 东部片区合计 below 东部片区."""
    of = of_total(row[row.filled()[0]].text) if len(row.filled()) > 1 else ""
    return bool(of) and any(slot.text == of for other in draft.rows for slot in other.slots[:2])


def _says_of_all(draft: Draft, i: int, words: str, spanning: bool) -> bool:
    """Words alone in their row that are a note: over all columns, below all rows, or, with a colon (说明：…) or under 序号, beside blanks;
    or that say below the sum who filled the table in (填表人：…)."""
    below = draft.rows[i:]
    is_last = all(len(row.filled()) <= 1 for row in below)
    if is_note(words):
        counted = heading_meanings(draft)[:1] == ["row_number"]
        return spanning or is_last or "：" in words or ":" in words or counted
    return (
        is_last and "：" in words and any(row.role == "total" or names_total(row) for row in draft.rows[:i])
    )


def lower_notes(draft: Draft) -> Draft:
    """Set a note below all rows that stands between some of them: what is below it goes on under the labels above. One of some
    rows alone (以下为备选) stays, and an issue says so."""
    stay = notes_of_some(draft.rows)
    said = (
        Issue("ambiguous_row", say("note_of_some_rows", row=i + 1, words=words), f"row {i}", draft.rows[i].span())
        for i, words in stay.items()
    )  # fmt: skip
    draft = replace(draft, issues=(*draft.issues, *said)) if stay else draft
    notes = [
        i
        for i, row in enumerate(draft.rows[:-1])
        if row.role == "note" and draft.rows[i + 1].role in ("body", "total") and i not in stay
    ]
    if not notes:
        return draft
    kept = [row for i, row in enumerate(draft.rows) if i not in notes]
    return replace(draft, rows=(*kept, *(draft.rows[i] for i in notes)))


def _role(draft: Draft, i: int, row: Row) -> CellRole:
    filled = row.filled()
    if not filled:
        return row.role
    first = row[filled[0]].text
    if names_total(row) or _sums_group(draft, row) or (len(filled) == 1 and is_total(first)):
        return "total"  # also one whose figures nobody printed
    if filled[0] and all(s.merged == "up" for s in row.slots[: filled[0]]) and is_total(draft.resolved(i, 0)):
        return "total"
    if len(filled) > 1 or draft.n_cols < 2:
        return row.role
    spanning = len(row.slots) == 1 or sum(s.merged == "left" for s in row.slots[1:]) * 2 > draft.n_cols
    if _says_of_all(draft, i, first, spanning) and (filled[0] == 0 or is_note(first)):
        return "note"
    before = heading_meanings(draft)[: filled[0]]
    slid = opens_group(first) and all(
        name in (*NAME_MEANINGS, "unit") for name in before
    )  # 单位 names bodies too
    grouped = (filled[0] == 0 or slid) and len(first) > 1 and (spanning or opens_group(first))
    if says_class(first) and named_alone([other for other in draft.rows if other.role == "body"]):
        return row.role  # a town that plans nothing, below the label of its group
    return "group" if grouped and draft.n_cols > 2 and number(first) is None else row.role
