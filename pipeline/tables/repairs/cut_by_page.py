"""A row that the end of a page cuts: below, each of its cells holds the rest of its words, or nothing.

| （一）发展水 | 1 | 床位（累 | 新增床位。建成公 |
------------------- page -------------------   →   | （一）发展水平 | 1 | 床位（累计） | 新增床位。建成公厕。 |
| 平           |   | 计）     | 厕。             |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.language.cells import is_dash, item_number, serial_number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.split_row import FINISHED, join_slots
from pipeline.tables.rests import are_two, finishes, lacks, share_lacked
from pipeline.tables.roles import names_total

# So many cells of a column end their sentences, and so many are needed to say it.
_MOSTLY, _FEWEST = 0.8, 3
_HALF = 0.5
# What parts the items of a cell.
_ENDS = str.maketrans("。；;！", "\n" * 4)


def join_cut_rows(draft: Draft) -> Draft:
    """Join the first row of a page to the last one of the page before if its words end those of that row."""
    meanings = [*heading_meanings(draft), *[""] * max(len(row.slots) for row in draft.rows)]
    for at in reversed(range(1, len(draft.rows))):
        row = draft.rows[at]
        if row.after_break and row.role == draft.rows[at - 1].role == "body" and not names_total(row):
            anchors = {col: anchor(draft, at - 1, col) for col in row.filled()}
            upper = {col: draft.rows[i][col] for col, i in anchors.items()}
            if _is_rest(draft, at, upper, meanings):
                draft = _joined(draft, at, anchors)
    return draft


def anchor(draft: Draft, at: int, col: int) -> int:
    """The row in which the cell begins that covers a place."""
    while at and draft.rows[at][col].merged == "up":
        at -= 1
    return at


def _is_rest(draft: Draft, at: int, upper: Mapping[int, Slot], meanings: list[str]) -> bool:
    """Some words say that they go on, none that they do not; and a second says so, or cells that every row has are blank:
    one where the words alone say it, half of them where only the end of a sentence is missed.

    A number in two figures goes on too: 2 and 7 below 26.
    """
    row = draft.rows[at]
    if not upper or not all(cell.text and not is_dash(cell.text) for cell in upper.values()):
        return False
    number = meanings.index("row_number") if "row_number" in meanings else -1
    counted = number in upper and _counts_on(draft, at, number, upper[number])
    if number in upper and not counted:
        return False
    words = [col for col in upper if col != number]
    lists = [col for col in words if _goes_on_with_list(draft, upper[col], row[col].text, col)]
    lacked = share_lacked(draft, at)
    unnumbered = lacks(draft, at, number) and lacked >= _HALF
    if unnumbered and lists:
        return True
    if any(_is_new(upper[col].text, row[col].text, meanings[col]) for col in words if col not in lists):
        return False
    sure = len(lists) + sum(finishes(upper[col].text, row[col].text, meanings[col]) for col in words)
    open_ends = sum(_is_open(draft, upper[col], col) for col in words)
    return (
        sure + open_ends > 1
        or (counted and sure + open_ends > 0)
        or (sure > 0 < lacked)
        or (open_ends > 0 and lacked >= _HALF)
    )


def _goes_on_with_list(draft: Draft, upper: Slot, lower: str, col: int) -> bool:
    """The lower text begins with the item after the last one of the upper, in a column whose cells hold several items
    (`1.…⏎2.…` + `3.…`)."""
    held = [_items(row[col].text) for row in draft.rows if row.role == "body"]
    last, first = _items(upper.text), item_number(lower)
    return bool(last) and first == last[-1] + 1 and any(len(items) > 1 for items in held)


def _items(text: str) -> list[int]:
    """The numbers of the items of a cell, each at the start of a line or behind a sentence: 1 and 2 of `1.建校。2.招人。`"""
    return [n for said in text.translate(_ENDS).split("\n") if (n := item_number(said)) is not None]


# No page has more rows.
_ONE_PAGE = 80


def _counts_on(draft: Draft, at: int, col: int, upper: Slot) -> bool:
    """The figures above and below are the number that follows: 2 and 7 where 26 stands above."""
    above = draft.rows[max(0, at - 1 - _ONE_PAGE) : max(0, at - 1)]
    before = next((n for row in reversed(above) if (n := serial_number(row[col].text))), None)
    lower = draft.rows[at][col].text
    return (
        before is not None
        and serial_number(upper.text) != before + 1
        and upper.text + lower == str(before + 1)
    )


def _is_new(upper: str, lower: str, name: str) -> bool:
    """A cell of its own: a whole one beside a whole one, or the next item where the cell above is one item."""
    item, above = item_number(lower), item_number(upper)
    is_next = item is not None and above is not None and item == above + 1
    return is_next or (item == 1) or are_two(upper, lower, name)


def _is_open(draft: Draft, upper: Slot, col: int) -> bool:
    """The words do not end a sentence, and those of the other cells of the column do."""
    others = [
        row[col].text for row in draft.rows if row.role == "body" and row[col].text and row[col] is not upper
    ]
    ended = sum(bool(FINISHED.search(text)) for text in others)
    return len(others) >= _FEWEST and ended >= _MOSTLY * len(others) and not FINISHED.search(upper.text)


def _joined(draft: Draft, at: int, anchors: Mapping[int, int]) -> Draft:
    rows, row = list(draft.rows), draft.rows[at]
    printed = f"{draft.rows[at - 1].printed()} ⏎ {row.printed()}"
    for col, i in anchors.items():
        slots = list(rows[i].slots)
        slots[col] = join_slots((slots[col], row[col]))
        rows[i] = replace(rows[i], slots=tuple(slots))
    if at + 1 < len(rows):
        rows[at + 1] = replace(rows[at + 1], after_break=True)
    del rows[at]
    columns = tuple(str(col + 1) for col in anchors)
    said = Repair("split_row", printed, rows[at - 1].printed(), say("row_cut_by_page", columns=columns), "probable",
                  row.span(), row=at - 1)  # fmt: skip
    return draft.with_rows(rows, said)
