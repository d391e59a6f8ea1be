"""A name that a line end cut in two, one half alone in a row above or below the figures: many whole names tell whose it is.

| 东坝小学 | 3 |        | 东坝小学 | 3 |
| 西坝     |   |   →    | 西坝小学 | 5 |
| 小学     | 5 |        | 南坝中学 | 4 |
| 南坝中   | 4 |
| 学       |   |

Nearly all names end as several others do; the half goes to the row whose own name does not, or is what other names end in. Where
that may be said of both rows, or of none, it stands as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_note
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.group_rows import opens_group
from pipeline.tables.repairs.known_names import WholeNames, are_two_names, is_name
from pipeline.tables.repairs.split_row import join_slots, name_column, named, whole_names


def join_half_names(draft: Draft) -> Draft:
    """Join halves of names to the rows of their figures."""
    body = [row for row in draft.rows if row.role == "body"]
    col = name_column(body)
    names = whole_names(body, col)
    if not names.told:
        return draft
    rows, repairs = list(draft.rows), []
    for i in reversed(range(1, len(rows) - 1)):
        word = _alone(rows[i], col)
        home = _home(rows, i, col, names) if word else 0
        if home:
            before, at = "{} ⏎ {}".format(*(rows[k].printed() for k in sorted((i, i + home)))), i + home
            rows[at] = _with_name(rows[at], rows[i], col, home)
            rows[at] = replace(
                rows[at], after_break=rows[at].after_break or (home > 0 and rows[i].after_break)
            )
            del rows[i]
            at -= home > 0
            why = say("half_of_name", name=rows[at][col].text)
            repairs.append(Repair("split_row", before, rows[at].printed(), why, "probable", rows[at].span()))
    return draft.with_rows(rows, *reversed(repairs)) if repairs else draft


def _alone(row: Row, col: int) -> str:
    """The word of a row that says nothing else, under the names or on a line by itself."""
    filled = row.filled()
    text = row[filled[0]].text if len(filled) == 1 and row.role == "body" else ""
    placed = filled == [col] or len(row.slots) == 1
    return text if placed and is_name(text) and not (opens_group(text) or is_note(text)) else ""


def _home(rows: Sequence[Row], i: int, col: int, names: WholeNames) -> int:
    """-1 where the word is the rest of the name above, 1 where it begins that below, 0 where that is not clear."""
    word, above, below = _alone(rows[i], col), named(rows[i - 1], col), named(rows[i + 1], col)
    if names.is_whole(word):
        return 0
    up = bool(above) and not names.is_whole(above) and names.is_made(above, word)
    down = bool(below) and not names.is_whole(below) and names.is_made(word, below)
    up, down = up and not are_two_names(above, word), down and not are_two_names(word, below, alone=True)
    return down - up


def _with_name(row: Row, half: Row, col: int, home: int) -> Row:
    word = half[half.filled()[0]]
    name = join_slots((word, row[col]) if home > 0 else (row[col], word))
    return replace(row, slots=(*row.slots[:col], name, *row.slots[col + 1 :]))
