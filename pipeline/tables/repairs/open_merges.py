"""A merged cell that the end of a page cuts: below, it is blank or holds the rest of its words.

| A1 | 占地 | 不得擅自移 |          | A1 | 占地 | 不得擅自移植花木。 |
| A2 |  "   |     "      |          | A2 |  "   |         "          |
---------- page ---------     →    | A3 |  "   |         "          |
| A3 |      | 植花木。   |          | B1 | …    | …                  |
| B1 | …    | …          |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pipeline.language.cells import number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import BLANK, UP, Draft, Row, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.cut_by_page import anchor
from pipeline.tables.repairs.split_row import FINISHED, join_slots, may_go_on
from pipeline.tables.rests import finishes
from pipeline.tables.roles import names_total

# Words of a column that end in so many letters alike are whole: 综合治理水平, 基础设施水平.
_ALIKE = 2


class _Column(NamedTuple):
    """The first row of the body whose cell is blank, reaches down from above, is merged at all, is a figure."""

    blank: int
    reaching: int
    merged: int
    figure: int


def hold_open_merges(draft: Draft) -> Draft:
    """Let merged cells reach over the rows below the end of a page, their words whole."""
    columns: list[_Column] | None = None
    for at, row in enumerate(draft.rows):
        if (
            row.after_break
            and at
            and row.role == draft.rows[at - 1].role == "body"
            and not _begins(draft, at)
        ):
            columns = columns or [_column(draft, col) for col in range(_width(draft))]
            if (held := _hold(draft, at, columns)) is not draft:
                draft, columns = held, None
    return draft


def _begins(draft: Draft, at: int) -> bool:
    """A row of its own printed too far right: the number that follows stands first, and words behind it."""
    words = [draft.rows[at][j].text for j in draft.rows[at].filled()[:2]]
    last = number(draft.rows[anchor(draft, at - 1, 0)][0].text)
    return len(words) > 1 and last is not None and number(words[0]) == last + 1 and number(words[1]) is None


def _width(draft: Draft) -> int:
    return max(draft.n_cols, *(len(row.slots) for row in draft.rows))


def _column(draft: Draft, col: int) -> _Column:
    """Looked through once for all ends of pages: for each alone a list of many pages takes time that grows with its square."""
    slots = [(at, row[col]) for at, row in enumerate(draft.rows) if row.role == "body"]

    def first(rows: Iterable[int]) -> int:
        return next(iter(rows), len(draft.rows))

    return _Column(
        blank=first(at for at, slot in slots if not slot.text and not slot.merged),
        reaching=first(at for at, slot in slots if slot.merged == "up"),
        merged=first(at for at, slot in slots if slot.merged),
        figure=first(at for at, slot in slots if not slot.merged and number(slot.text) is not None),
    )


def _hold(draft: Draft, at: int, columns: list[_Column]) -> Draft:
    for col in range(draft.n_cols):
        if not _merges(draft, col, at, columns):
            continue
        slot = draft.rows[at][col]
        if slot.text and _is_rest(draft, at, col, columns):
            draft = _with_rest(draft, at, col)
        elif slot.text:
            break  # a new label: what stands to its right is its own
        elif not slot.merged:
            draft = _covered(draft, at, col)
    return draft


def _merges(draft: Draft, col: int, at: int, columns: list[_Column]) -> bool:
    """Cells of the column reach over several rows above, and none is blank there; the row has a cell of its own.

    A row without a number and name below numbered ones is of the one above, so that its blanks under words are cells
    that reach down.
    """
    row = draft.rows[at]
    own = row[0].text or any(columns[j].merged >= at for j in row.filled())
    words = columns[col].figure >= at or not col
    nameless = not (row[0].text or row[1].text or row[col].text or names_total(row)) and words
    numbered = nameless and heading_meanings(draft)[:1] == ["row_number"]
    reaches = numbered or columns[col].reaching < at
    return reaches and columns[col].blank >= at and bool(own)


def _is_rest(draft: Draft, at: int, col: int, columns: list[_Column]) -> bool:
    """The words above do not end as those of the column do, and no label stands anew to the left."""
    above = draft.rows[anchor(draft, at - 1, col)][col]
    texts = [
        row[col].text for row in draft.rows if row.role == "body" and row[col].text and row[col] is not above
    ]
    stopped = sum(bool(FINISHED.search(text)) for text in texts)
    left = (j for j in range(col) if _merges(draft, j, at, columns))
    held = all(draft.rows[at][j].merged == "up" for j in left)
    lower = draft.rows[at][col]
    whole = any(text[-_ALIKE:] == above.text[-_ALIKE:] for text in texts if len(text) > _ALIKE)
    unfinished = not whole and not FINISHED.search(above.text) and may_go_on(above, lower)
    said = finishes(above.text, lower.text, heading_meanings(draft)[col])
    return held and unfinished and (said or stopped * 2 > len(texts) or _reaches_as_the_first(draft, at, col))


def _reaches_as_the_first(draft: Draft, at: int, col: int) -> bool:
    """The row has no number or label of its own, and above cells of the column reach as far as those of the first:
    what stands there has no other row."""
    if draft.rows[at][0].text or not col:
        return False
    above = [row for row in draft.rows[:at] if row.role == "body"]
    alike = all((row[0].merged == "up") == (row[col].merged == "up") for row in above)
    return alike and sum(row[0].merged == "up" for row in above) > 1


def _with_rest(draft: Draft, at: int, col: int) -> Draft:
    start = anchor(draft, at - 1, col)
    upper, lower = draft.rows[start][col], draft.rows[at][col]
    whole = join_slots((upper, lower))
    rows = list(draft.rows)
    rows[start] = _put(rows[start], col, whole)
    rows[at] = _put(rows[at], col, UP)
    said = Repair("open_merge", f"{upper.text} ⏎ {lower.text}", whole.text, say("open_merge"), "probable",
                  Row((lower,)).span(), row=start)  # fmt: skip
    return draft.with_rows(rows, said)


def _covered(draft: Draft, at: int, col: int) -> Draft:
    """Blank down to the next text: the cell above the end of the page holds."""
    rows = list(draft.rows)
    end = at
    while (
        end < len(rows) and rows[end].role == "body" and not rows[end][col].text and not rows[end][col].merged
    ):
        rows[end] = _put(rows[end], col, UP)
        end += 1
    start = anchor(draft, at - 1, col)
    label = draft.rows[start][col].text
    said = Repair("open_merge", f"{at}: {label}", f"{start + 1}–{end}: {label}", say("open_merge"), "probable",
                  draft.rows[start].span(), row=at)  # fmt: skip
    return draft.with_rows(rows, said)


def _put(row: Row, col: int, slot: Slot) -> Row:
    slots = [*row.slots, *(BLANK for _ in range(len(row.slots), col + 1))]
    slots[col] = slot
    return replace(row, slots=tuple(slots))
