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
from pipeline.language.brackets import has_half
from pipeline.language.cells import is_dash, is_total, is_value, number, year, year_within
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import meaning
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.group_rows import opens_group
from pipeline.tables.repairs.heading_lines import says_itself
from pipeline.tables.repairs.known_names import KnownNames
from pipeline.tables.repairs.split_row import join_slots

_FEWEST_CELLS = 3  # of a table whose headings a line end may cut
_BRACKET = patterns.compile(r"[（(][^（）()]{1,12}[）)]")


def join_broken_cells(draft: Draft) -> Draft:
    """Join a line to the one above where the two halves of a cell make one whole row."""
    width = _width(draft.rows)
    names = _names(draft.rows, width)
    most = max((len(row.slots) for row in draft.rows), default=0)
    lead = _lead(draft.rows, width)
    rows: list[Row] = []
    repairs: list[Repair] = []
    for row in draft.rows:
        above = rows[-1] if rows else None
        cut = above is not None and _is_cut_heading(rows, row, width, lead)
        if above is None or not (
            cut or _opens_with_bracket(above, row, width) or _is_rest(above, row, (width, most), names)
        ):
            rows.append(row)
            continue
        cell = join_slots((above.slots[-1], row.slots[0]))
        why = say("line_end_in_cell")
        if (cut and _may_stand_over(above, row, lead)) or (len(rows) == 1 and not _is_seen_cut(above, row)):
            why = say("line_end_in_heading")
        rows[-1] = Row((*above.slots[:-1], cell, *row.slots[1:]), above.role, above.after_break)
        repairs.append(
            Repair("split_row", f"{above.printed()} ⏎ {row.printed()}", rows[-1].printed(), why, "probable",
                   row.span(), row=len(rows) - 1)
        )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _is_seen_cut(above: Row, row: Row) -> bool:
    """Whether the two halves say themselves that they are such: 养老点（ | 个）, 202 | 7年. A row may stand below others."""
    upper, lower = above.slots[-1].text, row.slots[0].text
    return has_half(upper) or (upper[-1:].isdecimal() and lower[:1].isdecimal())


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


def _lead(rows: Sequence[Row], width: int) -> int:
    """How many columns number and name the rows."""
    body = [row for row in rows[1:] if len(row.slots) == width]
    words = [
        sum(bool(row[j]) and not is_value(row[j].text) for row in body)
        > sum(bool(row[j]) and is_value(row[j].text) for row in body)
        for j in range(width)
    ]
    named = next((j for j, is_named in enumerate(words) if is_named), 0)
    return next((j for j in range(named, width) if not words[j]), width)


def _is_cut_heading(above: Sequence[Row], row: Row, width: int, lead: int) -> bool:
    """The first two lines are one line of headings that a line end cut inside a word.

    The last of the upper may as well stand over all of the lower line. It does where each of this is a heading by
    itself (2026年 | 2027年, 新建 | 改建), and where the upper has one heading more than there are columns that name the
    rows, unless the two halves together are a known heading, or the two of one bracket.
    """
    first, again = above[-1], len(above) > 1 and len(above[-2].slots) > 1
    upper, lower = first.slots[-1].text, row[0].text
    texts = [slot.text for slot in (*first.slots, *row.slots) if slot.text]
    alone = len(row.slots) == 1
    if again or not upper or not lower or not 1 < len(first.slots) < width + alone or width < _FEWEST_CELLS:
        return False
    if len(first.slots) + len(row.slots) - 1 != width:
        return False
    if (year(upper + lower) and not year(lower)) or _are_of_bracket(upper, lower):
        return True
    if alone or any(is_value(text) and not year(text) for text in texts) or year(upper):
        return False
    if (meaning(lower) and meaning(upper)) or heading_unit(upper) is not None:
        return False
    known = meaning(upper + lower) and not meaning(upper) and not meaning(lower)
    over_all = _may_stand_over(first, row, lead) and (
        len(first.slots) == lead + 1 or _are_years(row) or all(says_itself(slot.text) for slot in row.slots)
    )
    return bool(known) or not over_all


def _are_of_bracket(upper: str, lower: str) -> bool:
    """互助养老点（ and 个）."""
    return has_half(upper) and has_half(lower) and not has_half(upper + lower)


def _may_stand_over(above: Row, row: Row, lead: int) -> bool:
    """The last heading of a line, which names no rows, may stand over all of the line below: no line end need have cut it.

    Blanks between years (2026年 | | 2027年) are of the headings below them.
    """
    upper, lower = above.slots[-1].text, row[0].text
    cut = _are_of_bracket(upper, lower) or (year(upper + lower) and not year(lower))
    known = meaning(upper + lower) and not meaning(upper) and not meaning(lower)
    apart = all(row.slots) or _are_years(row)
    return len(above.slots) > lead and len(row.slots) > 1 and apart and not cut and not known


def _are_years(row: Row) -> bool:
    """2026年拟建数 and 2027年拟建数, nothing else."""
    return len(row.filled()) > 1 and all(year_within(slot.text) for slot in row.slots if slot)


def _opens_with_bracket(above: Row, row: Row, width: int) -> bool:
    """（个） at the beginning of a line belongs to the heading before the line end, but not with others below a whole line."""
    room = len(row.slots) == 1 or len(above.slots) + len(row.slots) - 1 <= width
    return room and bool(above.slots[-1].text and _BRACKET.fullmatch(row[0].text)) and not row.after_break


def _is_rest(above: Row, row: Row, widths: tuple[int, int], names: list[KnownNames]) -> bool:
    """The halves together are as wide as a row, the upper begins like one and the lower does not.

    Where blanks were lost the row may be narrower, or wider where most others lost theirs, if nothing but its number stands
    before the cut name. `widths`: of most rows, and of the widest.
    """
    width, most = widths
    upper, lower = above.slots[-1].text, row[0].text
    col = len(above.slots) - 1
    both = len(above.slots) + len(row.slots) - 1
    short = len(above.slots) < width and not opens_group(upper) and not opens_group(lower)
    if not short or not upper or not lower or both > most:
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
