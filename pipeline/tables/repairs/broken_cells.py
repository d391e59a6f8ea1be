"""A row printed on two lines because a line end stood inside a cell.

    | 12 | 永安 |            | 12 | 永安镇 | 3 | 5 |
    | 镇 | 3 | 5 |      →    | 13 | 高坪镇 | 4 | 1 |
    | 13 | 高坪镇 | 4 | 1 |

The upper line ends and the lower one begins inside a cell, so together they have one cell more than the row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_total, is_value, number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.group_rows import opens_group
from pipeline.tables.repairs.known_names import KnownNames
from pipeline.tables.repairs.split_row import join_slots

_BRACKET = patterns.compile(r"[（(][^（）()]{1,12}[）)]")


def join_broken_cells(draft: Draft) -> Draft:
    """Join a line to the one above where the two halves of a cell make one whole row."""
    width = _width(draft.rows)
    names = _names(draft.rows, width)
    rows: list[Row] = []
    repairs: list[Repair] = []
    for row in draft.rows:
        above = rows[-1] if rows else None
        if above is None or not (_opens_with_bracket(above, row) or _is_rest(above, row, width, names)):
            rows.append(row)
            continue
        cell = join_slots((above.slots[-1], row.slots[0]))
        rows[-1] = Row((*above.slots[:-1], cell, *row.slots[1:]), above.role, above.after_break)
        repairs.append(
            Repair("split_row", f"{above.printed()} ⏎ {row.printed()}", rows[-1].printed(), say("line_end_in_cell"),
                   "probable", row.span(), row=len(rows) - 1)
        )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _width(rows: Sequence[Row]) -> int:
    """The number of cells that most lines have, the larger on a tie."""
    widths = Counter(len(row.slots) for row in rows)
    return max(widths, key=lambda n: (widths[n], n), default=0)


def _names(rows: Sequence[Row], width: int) -> list[KnownNames]:
    """The words of each column in rows of full width below rows of full width; the words of all columns last."""
    sound = [b for a, b in pairwise(rows) if len(a.slots) == len(b.slots) == width]
    found = [
        KnownNames(row[j].text for row in sound if row[j] and not is_total(row[j].text)) for j in range(width)
    ]
    return [*found, KnownNames(name for column in found for name in column.words())]


def _opens_with_bracket(above: Row, row: Row) -> bool:
    """（个） at the beginning of a line belongs to the heading before the line end."""
    return bool(above.slots[-1].text and _BRACKET.fullmatch(row[0].text)) and not row.after_break


def _is_rest(above: Row, row: Row, width: int, names: list[KnownNames]) -> bool:
    """The halves together are as wide as a row, the upper begins like one and the lower does not.

    Where blanks were lost the row may be narrower, if nothing but its number stands before the cut name.
    """
    upper, lower = above.slots[-1].text, row[0].text
    col = len(above.slots) - 1
    both = len(above.slots) + len(row.slots) - 1
    short = len(above.slots) < width and not opens_group(upper) and not opens_group(lower)
    if not short or not upper or not lower or both > width:
        return False
    if any(is_value(text) or is_dash(text) or is_total(text) for text in (upper, lower)):
        return False
    numbered = bool(col) and names[0].is_numbered
    if numbered and number(above[0].text) is None:
        return False
    if both == width and numbered:
        return True
    known = names[col] if both == width else names[-1]
    return (both == width or len(above.filled()) == 1 + numbered) and known.are_cut(upper, lower)
