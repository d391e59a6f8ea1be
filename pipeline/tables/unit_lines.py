"""A line of units below headings that lost the blanks before them: each stands below a heading of figures.

| 镇街 | 床位 | 公路 |        | 镇街 | 床位 | 公路 |
| 张   | 公里 |        →    |      | 张   | 公里 |
| 东镇 | 3    | 5    |        | 东镇 | 3    | 5    |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.heading_units import breaks_year, is_unit
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.heading_columns import kinds


def is_unit_row(row: Row, block: Sequence[Sequence[Slot]]) -> bool:
    """A line of units of measure under the headings: | | 张 | 个 | 万元 |, or 单位 in front of them."""
    words = [row[j].text for j in row.filled()]
    if words and meaning(words[0]) == "unit":
        words = words[1:]
    broken = any(
        breaks_year(line[j].text, row[j].text) for line in block[-1:] for j in row.filled() if j < len(line)
    )
    return bool(block) and not broken and len(words) > 1 and all(is_unit(word) for word in words)


def is_slipped(line: Sequence[Slot], width: int) -> bool:
    """Units alone, several, that begin the line and are fewer than the columns; those in brackets may end any headings."""
    return 1 < len(line) < width and all(slot.text.isalpha() and is_unit(slot.text) for slot in line)


def lay_units(draft: Draft, first: int, at: int, width: int) -> Draft | None:
    """The draft with the units of line `at` below the headings of figures, from line `first`; None where these are more or
    fewer."""
    columns = _of_figures(draft, first, at, width)
    row = draft.rows[at]
    if len(columns) != len(row.slots):
        return None
    slots = [BLANK] * width
    for j, slot in zip(columns, row.slots, strict=True):
        slots[j] = slot
    laid = replace(row, slots=tuple(slots))
    why = say("headings_divide")
    note = Repair("shifted_row", row.printed(), laid.printed(), why, "probable", row.span(), row=at)
    return draft.with_rows((*draft.rows[:at], laid, *draft.rows[at + 1 :]), note)


def _of_figures(draft: Draft, first: int, at: int, width: int) -> list[int]:
    """The columns that do not hold words, behind those that name the rows: one at least, 单位 too."""
    wordy = kinds(draft.rows[at + 1 :], width).wordy
    names = [meaning(slot.text) in (*NAME_MEANINGS, "unit") for slot in draft.rows[first].slots]
    named = max(1, next((j for j, is_name in enumerate(names) if not is_name), width))
    return [j for j in range(named, width) if j not in wordy]
