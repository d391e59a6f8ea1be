"""The number of a row printed behind its name.

| 序号 | 镇   | 床位 |          | 序号 | 镇   | 床位 |
| 1    | 东镇 | 3    |          | 1    | 东镇 | 3    |
| 西镇 | 2    | 5    |    →     | 2    | 西镇 | 5    |
| 3    | 南镇 | 4    |          | 3    | 南镇 | 4    |

Under 序号 stands no name and under names no number; the number must follow the one above or go before the one below.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.cells import is_dash, is_total, number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings


def swap_back(draft: Draft) -> Draft:
    """Put the number of such rows before their name."""
    if heading_meanings(draft)[:1] != ["row_number"] or draft.n_cols < 3:
        return draft
    body = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    swapped = [i for i in body if _is_swapped(draft.rows[i]) and len(draft.rows[i].slots) >= draft.n_cols]
    if not swapped or 2 * len(swapped) > len(body):
        return draft
    rows, repairs = list(draft.rows), []
    for i in swapped:
        row = rows[i]
        if not _follows(draft, body, i):
            continue
        slots = (row[1], row[0], *row.slots[2:])
        rows[i] = replace(row, slots=slots)
        why = say("number_behind_name", number=row[1].text, name=row[0].text)
        repairs.append(
            Repair("swapped_cells", row.printed(), rows[i].printed(), why, "probable", row.span(), row=i)
        )
    return replace(draft.with_rows(rows, *repairs), unique=False) if repairs else draft


def _is_swapped(row: Row) -> bool:
    first, second = row[0], row[1]
    words = (
        bool(first) and number(first.text) is None and not is_dash(first.text) and not is_total(first.text)
    )
    words = words and not first.text[0].isdecimal()
    return words and number(second.text) is not None and not (first.merged or second.merged)


def _follows(draft: Draft, body: list[int], at: int) -> bool:
    """The number is one more than that of the row above, or one less than that of the row below."""
    place = body.index(at)
    mine = number(draft.rows[at][1].text)
    above = _number_of(draft.rows[body[place - 1]]) if place else 0
    below = _number_of(draft.rows[body[place + 1]]) if place + 1 < len(body) else None
    return mine is not None and (above == mine - 1 or below == mine + 1)


def _number_of(row: Row) -> object:
    return number(row[1].text) if _is_swapped(row) else number(row[0].text)
