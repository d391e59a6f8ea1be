"""Columns that a converter put in: nothing stands in them, no heading, no cell.

| 镇 | 床位 | 公厕 |             | 镇 | 床位 | 公厕 |
| 甲 | 3    |  | 1    |    →    | 甲 | 3    | 1    |
| 乙 |      |  | 2    |         | 乙 |      | 2    |
| 合计 | 3  |  | 3    |         | 合计 | 3  | 3    |

Most rows have so many cells more than the headings, and in all of these rows the same places are blank: they are no
columns. Where more places are blank than there are cells too many, those go without which no cell stands under a
heading that it cannot; where that is not one way, nothing is changed. The headings and the rows of the first pages may
have such a column too, where all rows that follow lack as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from pipeline.language.cells import is_dash, is_value, number, year
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.blank_columns import blank_in_whole_rows, without_blank
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import Draft, Row
from pipeline.tables.group_rows import opens_group
from pipeline.tables.headings import find_headings, heading_meanings
from pipeline.tables.roles import mark_roles
from pipeline.tables.sums import column_sums

_MOST = 3  # columns put in
_FEWEST = 3  # rows that show it
_MOSTLY = 0.6  # of the rows
_FEW = 0.4  # of the rows
_MOST_WAYS = 60
_WORDS_ALONE = ("agency", "lead_agency", "support_agency", "note", "person", "label", "task", "deadline")


def drop_phantom_columns(draft: Draft) -> Draft:
    """Take out the columns in which nothing stands."""
    first = next((i for i, row in enumerate(draft.rows) if _is_of_body(row)), len(draft.rows))
    heads, body = draft.rows[:first], draft.rows[first:]
    merged = any(slot.merged for row in draft.rows for slot in row.slots)
    if draft.header_rows or not heads or len(body) < _FEWEST or merged:
        return draft
    size = max(len(row.slots) for row in heads)
    before = min(min(row.filled(), default=size) for row in draft.rows)
    if 0 < before < size - 1:
        return drop_phantom_columns(_without(draft, range(before), range(len(draft.rows))))
    # One line of several that reaches further than all rows has a blank too many, no column.
    most = sorted(len(row.slots) for row in draft.rows)[-2] if len(heads) > 1 else size
    nowhere = [j for j in range(min(most, len(heads[0].slots))) if not any(row[j] for row in draft.rows)]
    # A lower line of headings that lost the blanks before it may stand over any column.
    slipped = any(row[0].text and len(row.slots) < size for row in heads[1:])
    if (
        nowhere
        and not slipped
        and len(nowhere) < size - 1
        and all(len(row.slots) <= len(heads[0].slots) for row in draft.rows)
    ):
        return _without(draft, nowhere, range(len(draft.rows)))
    if not slipped and (blank := blank_in_whole_rows(draft.rows, first)):
        return _without_beside(draft, blank)
    if upper := _wide_above(draft, first, size):
        return _without(draft, *upper)
    run = _wide_rows(draft, first, size)
    width = len(draft.rows[run[0]].slots) if run else 0
    blank = [j for j in range(width) if not any(draft.rows[i][j] for i in run)]
    more = width - size
    if not 0 < more <= min(_MOST, len(blank)):
        return draft
    ways = list(_ways(draft, blank, more, run))
    if len(ways) == 1:
        return ways[0]
    return replace(draft, unique=False) if ways and draft.unique else draft


def _without_beside(draft: Draft, blank: Sequence[int]) -> Draft:
    """The table without these columns; a row that is longer or shorter has their blank cells as far aside, if it has them."""
    size = len(draft.rows[0].slots)
    laid = _without(draft, blank, [i for i, row in enumerate(draft.rows) if len(row.slots) == size])
    rows = list(laid.rows)
    for i, row in enumerate(draft.rows):
        if len(row.slots) != size:
            slots = row.slots
            for j in reversed(blank):
                slots = without_blank(slots, j, len(row.slots) - size)
            rows[i] = replace(row, slots=slots)
    return replace(laid.with_rows(rows), n_cols=max(len(row.slots) for row in rows), unique=False)


def _wide_above(draft: Draft, first: int, size: int) -> tuple[list[int], list[int]] | None:
    """(blank columns, rows) of the upper part, where nothing stands in so many columns as all rows that follow lack."""
    lengths = [len(row.slots) for row in draft.rows]
    last = max(i for i, n in enumerate(lengths) if n == size)
    wide = [i for i in range(last + 1) if lengths[i] == size]
    narrow = {n for n in lengths[last + 1 :] if n}
    blank = [j for j in range(size) if not any(draft.rows[i][j].text for i in wide)]
    below = len(lengths) - last - 1
    if len(narrow) != 1 or below < _FEWEST or wide[-1] < first + _FEWEST - 1:
        return None
    return (blank, wide) if 0 < len(blank) == size - narrow.pop() <= _MOST else None


def _wide_rows(draft: Draft, first: int, size: int) -> list[int]:
    """The rows that have more cells than the headings, all as many: most of them, or those from one row on, below some
    that have as many as the headings."""
    body = [i for i in range(first, len(draft.rows)) if len(draft.rows[i].filled()) > 1]
    lengths = {i: len(draft.rows[i].slots) for i in body}
    widths = Counter(n for n in lengths.values() if n > size)
    if not widths:
        return []
    width = max(widths, key=lambda n: (widths[n], n))
    wide = [i for i in body if lengths[i] == width]
    rest = [lengths[i] for i in body if i < wide[0]]
    goes_on = all(lengths[i] == width for i in body if i > wide[0]) and rest.count(size) >= _FEWEST
    enough = len(wide) >= max(_FEWEST, _MOSTLY * len(body)) or (len(wide) >= _FEWEST and goes_on)
    return wide if enough else []


def _is_of_body(row: Row) -> bool:
    """The row has values, or the name of a group alone."""
    texts = [row[j].text for j in row.filled()]
    if len(texts) == 1:
        return opens_group(texts[0])
    return any(is_dash(text) or (is_value(text) and not year(text)) for text in texts)


def _ways(draft: Draft, blank: Sequence[int], more: int, run: Sequence[int]) -> Iterator[Draft]:
    """The tables without so `many` of the blank columns that are unlike, those with the fewest misplaced cells."""
    found: dict[tuple[Row, ...], tuple[int, Draft]] = {}
    for n, gone in enumerate(combinations(blank, more)):
        if n == _MOST_WAYS:
            return
        way = _without(draft, gone, run)
        if way.rows not in found:
            found[way.rows] = _misplaced(way), way
    least = min((wrong for wrong, _ in found.values()), default=0)
    yield from (way for wrong, way in found.values() if wrong == least)


def _without(draft: Draft, gone: Sequence[int], run: Sequence[int]) -> Draft:
    """The table without these columns in these rows, and without those at the end in shorter ones."""
    rows = list(draft.rows)
    whole = len(run) == len(draft.rows)
    size = len(rows[run[-1]].slots)
    at_end = next(n for n in range(size + 1) if size - 1 - n not in gone)
    for i in run:
        slots = tuple(slot for j, slot in enumerate(rows[i].slots) if j not in gone)
        rows[i] = replace(rows[i], slots=slots, doubt="" if whole else "likely")
    for n, these in enumerate(_shorter(draft, run, at_end)):
        if n and these and _sums_come_out(draft.with_rows(rows)):
            break
        for i in these:
            left = enumerate(draft.rows[i].slots[:-at_end])
            rows[i] = replace(rows[i], slots=tuple(s for j, s in left if i not in run or j not in gone))
    why = say("blank_in_all_rows", columns=tuple(str(j + 1) for j in gone))
    before, after = draft.rows[run[0]].printed(), rows[run[0]].printed()
    note = Repair("phantom_columns", before, after, why, "probable", draft.rows[run[0]].span(), row=run[0])
    laid = draft.with_rows(rows, note)
    return replace(laid, n_cols=max(len(row.slots) for row in rows), unique=draft.unique and whole)


def _shorter(draft: Draft, run: Sequence[int], at_end: int) -> tuple[list[int], list[int]]:
    """Rows that lack a cell which most others have: it stood before the blanks at their end. Behind them those as long as one
    that ends in a figure: they may lack but the blank that stands nowhere, which the sums of the columns tell, and they alone."""
    size, rows = len(draft.rows[run[-1]].slots), range(run[0], len(draft.rows))
    shorter = [i for i in rows if len(draft.rows[i].slots) < size]
    ended = {len(draft.rows[i].slots) for i in shorter if draft.rows[i].slots[-1].text}
    blank = [i for i in shorter if at_end and not any(draft.rows[i].slots[-at_end:])]
    alike = [i for i in blank if len(draft.rows[i].slots) in ended]
    return ([i for i in blank if i not in alike], alike) if len(shorter) <= _FEW * len(rows) else ([], [])


def _sums_come_out(draft: Draft) -> bool:
    """The columns have sums, and all come out."""
    laid = mark_roles(find_headings(replace(draft, n_cols=max(len(row.slots) for row in draft.rows))))
    return bool(sums := column_sums(laid)) and not broken_sums(laid, sums)


def _misplaced(draft: Draft) -> int:
    """Figures under headings of words, words under those of figures, columns without a heading, sums that do not come out."""
    laid = mark_roles(find_headings(draft))
    meanings, paths = heading_meanings(laid), laid.paths()
    body = [row for row in laid.rows if row.role in ("body", "total")]
    wordy = [j for j, name in enumerate(meanings) if name in _WORDS_ALONE]
    wrong = sum(number(row[j].text) is not None for row in body for j in wordy)
    wrong += sum(
        bool(row[j].text) and not is_dash(row[j].text) and number(row[j].text) is None
        for row in body
        for j, name in enumerate(meanings)
        if name in ("value", "year_value", "total")
    )
    beyond = max((len(row.slots) for row in body), default=0) > laid.n_cols
    bare = sum(not path for path in paths) + sum(a == b for a, b in pairwise(paths))
    return wrong + len(broken_sums(laid, column_sums(laid))) + len(body) * (beyond + bare)
