"""A line of units below headings that lost the blanks before them: each stands below a heading of figures.

| 镇街 | 床位 | 公路 |        | 镇街 | 床位 | 公路 |
| 张   | 公里 |        →    |      | 张   | 公里 |
| 东镇 | 3    | 5    |        | 东镇 | 3    | 5    |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

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


def is_slipped(line: Sequence[Slot], names: Sequence[Slot], width: int) -> bool:
    """Units alone, several, fewer than the columns, one of which stands below the `names` of rows or behind the last column;
    those in brackets may end any headings."""
    units = [j for j, slot in enumerate(line) if slot.text]
    alone = 1 < len(units) < width and all(line[j].text.isalpha() and is_unit(line[j].text) for j in units)
    return alone and (units[0] < _named(names) or units[-1] >= width)


def lay_units(draft: Draft, first: int, at: int, width: int) -> Draft | None:
    """The draft with the units of line `at` below the headings of figures, from line `first`; None where these are more or
    fewer."""
    columns = _of_figures(draft, first, at, width)
    row = draft.rows[at]
    if len(columns) != len(row.filled()):
        return None
    slots = [BLANK] * width
    for j, unit in zip(columns, row.filled(), strict=True):
        slots[j] = row[unit]
    laid = replace(row, slots=tuple(slots))
    why = say("headings_divide")
    note = Repair("shifted_row", row.printed(), laid.printed(), why, "probable", row.span(), row=at)
    return draft.with_rows((*draft.rows[:at], laid, *draft.rows[at + 1 :]), note)


def _of_figures(draft: Draft, first: int, at: int, width: int) -> list[int]:
    """The columns that do not hold words, behind those that name the rows."""
    wordy = kinds(draft.rows[at + 1 :], width).wordy
    return [j for j in range(_named(draft.rows[first].slots), width) if j not in wordy]


def _named(headings: Sequence[Slot]) -> int:
    """How many columns name the rows: one at least, 单位 too, none that a heading before blanks divides (建设任务 | | )."""
    beside = zip(headings, (*headings[1:], None), strict=False)
    names = takewhile(
        lambda two: meaning(two[0].text) in (*NAME_MEANINGS, "unit") and (two[1] is None or two[1].text),
        beside,
    )
    return max(1, sum(1 for _ in names))
