"""A row of figures cut in two by the end of the page: the lower half names nothing and begins where the upper ends.

| 12 | 永安镇 | 3 |              | 12 | 永安镇 | 3 | 5 | 1 |
------- page -------       →     | 13 | 高坪镇 | 4 | 1 | 2 |
| 5 | 1 |
| 13 | 高坪镇 | 4 | 1 | 2 |

Or the end of the page cuts its name, and the figures stand in one half: 永安 above, 镇 | 3 | 5 | 1 below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash, is_note, is_total, is_value, number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import BLANK, Draft, Row
from pipeline.tables.group_rows import opens_group
from pipeline.tables.group_sums import adds_up_rows
from pipeline.tables.label_columns import named_alone
from pipeline.tables.printed_ends import without_end
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.repairs.half_names import begun, nameless
from pipeline.tables.repairs.known_names import KnownNames, are_two_names, names_whole, says_class
from pipeline.tables.repairs.split_row import join_slots
from pipeline.tables.roles import names_total
from pipeline.tables.sums import column_sums

_FEWEST = 3  # cells that show that a column holds words


def join_halves(draft: Draft) -> Draft:
    """Join a line of values alone to the one above, where the two make one row and leave no column twice.

    Words may stand behind the first value where the two have just as many cells as a row; words alone where no other row lacks
    what they are.
    """
    rows: list[Row] = []
    repairs: list[Repair] = []
    names = _names(draft)
    lacking = _lacking(draft)
    alone = named_alone([row for row in draft.rows if row.role == "body"])
    for at, row in enumerate(draft.rows):
        above = rows[-1] if rows else None
        halves = _under_name(row, draft.rows[at + 1 : at + 2], names)
        lacked = frozenset(j for j, lone in enumerate(lacking) if row.after_break and lone == at - 1)
        whole = above and (_whole(above, row, names, lacked) or _named(above, halves, names))
        whole = whole or (above and begun(above, row, names))
        two = above is not None and alone and all(says_class(one[0].text) for one in (above, row))
        noted = above is not None and len(above.slots) == 1 and is_note(above[0].text)
        if above is None or whole is None or two or noted or adds_up_rows(draft, at):
            rows.append(row)
            continue
        rows[-1] = whole
        repairs.append(
            Repair("split_row", f"{above.printed()} ⏎ {row.printed()}", whole.printed(), say("half_without_name"),
                   "probable", row.span(), row=len(rows) - 1)
        )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def join_laid_halves(draft: Draft) -> Draft:
    """Join a row without a name, laid by the sums behind the last figure of the row above, to that row: it fills what is blank
    there, and the row below has figures of its own."""
    alone = nameless(draft)
    sums = column_sums(draft, group_total_rows(draft)) if alone and not draft.ambiguous else []
    if not sums or broken_sums(draft, sums):
        return draft
    rows, repairs = list(draft.rows), []
    for i in reversed(alone):
        row, above = rows[i], rows[i - 1]
        upper, lower = above.filled(), row.filled()
        both_of_body = (
            i > 0 and above.role == "body" and not any(s.merged for s in (*above.slots, *row.slots))
        )
        if not both_of_body or adds_up_rows(draft, i) or i - 1 in alone or not upper or upper[-1] >= lower[0]:
            continue
        slots = tuple(row[j] if row[j].text else above[j] for j in range(draft.n_cols))
        rows[i - 1 : i + 1] = [replace(above, slots=slots, doubt="likely")]
        before = f"{above.printed()} ⏎ {row.printed()}"
        why = say("half_without_name")
        repairs.append(
            Repair("split_row", before, rows[i - 1].printed(), why, "probable", row.span(), row=i - 1)
        )
    return replace(draft.with_rows(rows, *repairs), unique=False) if repairs else draft


def _lacking(draft: Draft) -> list[int]:
    """Of each column the one row of a name or number that has nothing there; -1 where all have, or several have not."""
    named = [
        i for i, row in enumerate(draft.rows) if row.role == "body" and row[0].text and not names_total(row)
    ]
    bare = ([i for i in named if not draft.rows[i][j].text] for j in range(draft.n_cols))
    return [rows[0] if len(rows) == 1 else -1 for rows in bare]


def _whole(above: Row, row: Row, names: Sequence[KnownNames], lacked: frozenset[int]) -> Row | None:
    """The row that the two lines make; None where they are two. `lacked`: columns that all rows but the upper have filled."""
    n_cols = len(names)
    filled, upper = row.filled(), above.filled()
    if "header" in (above.role, row.role) or not filled or not upper or any(s.merged for s in row.slots):
        return None
    lacking = n_cols - len(above.slots)
    rest = len((row := without_end(above, row, lacking)).slots) == lacking
    exact = (rest or len(row.slots) == n_cols) and len(above.slots) < n_cols
    first = filled[0] + (len(above.slots) if rest else 0)
    said = exact and 0 < first < n_cols and _ends_row(names, first, row[filled[0]].text, rest)
    said = said or (len(row.slots) == n_cols and lacked.issuperset(filled))
    figures = [j for j in filled[1:] if n_cols <= j or len(names[j]) < _FEWEST]  # words may stand among words
    if not said and not _are_values(row, filled[:1] if exact else [*filled[:1], *figures]):
        return None
    named = any(_is_name(above[j].text) or (exact and is_total(above[j].text)) for j in upper)
    if not named or opens_group(above[upper[-1]].text):
        return None
    # A blank before the name of the upper line is no cell of the row: it was printed too far right.
    behind = filled[0] == 0 and len(above.slots) - upper[0] + len(row.slots) <= n_cols
    if (behind or rest) and not _is_next(above, row):
        return replace(above, slots=(*above.slots, *row.slots))
    short = len(above.slots) <= filled[0]
    padded = (len(above.slots) == n_cols or not above.slots[-1]) and len(upper) > 1
    if upper[-1] < filled[0] and len(row.slots) <= n_cols and (short or padded):
        slots = (above[j] if j <= upper[-1] else row[j] for j in range(n_cols))
        return replace(above, slots=tuple(slot if slot.text else BLANK for slot in slots))
    return None


def _ends_row(names: Sequence[KnownNames], col: int, text: str, alone: bool) -> bool:
    """Words such as the column has; or, where a row lacks just these cells, words of a column of words that are no name."""
    of_words = alone and len(names[col]) >= _FEWEST and not (says_class(text) or names[0].ends_alike(text))
    return names[col].ends_alike(text) or (of_words and not opens_group(text))


def _names(draft: Draft) -> list[KnownNames]:
    """The words of each column in rows of full width."""
    rows = [row for row in draft.rows if row.role == "body" and len(row.slots) == draft.n_cols]
    return [
        KnownNames(row[j].text for row in rows if row[j] and _is_name(row[j].text))
        for j in range(draft.n_cols)
    ]


def _named(above: Row, row: Row, names: Sequence[KnownNames]) -> Row | None:
    """The row of two lines that share nothing but the halves of its name; None where they are two rows."""
    upper, lower = above.filled(), row.filled()
    both = [j for j in lower if above[j].text]
    if (
        {above.role, row.role} != {"body"}
        or len(both) != 1
        or any(s.merged for s in (*above.slots, *row.slots))
    ):
        return None
    col = both[0]
    # The other cells of the row, its group's label too, may stand in the lower line.
    alone = upper == [col] and says_class(above[col].text + row[col].text)
    whole = max(len(above.slots), len(row.slots)) <= len(names) and (lower[0] == col or alone)
    apart = all(j <= col for j in upper) or len(lower) == 1 or upper[-1] < lower[1]
    halves = above[col].text, row[col].text
    if not (whole and apart and all(map(_is_name, halves))) or are_two_names(*halves, upper == [col]):
        return None
    lone = len(row.slots) == col + 1 and lower == [col]  # the line has no cells of a row
    if not (names[col].are_cut(*halves, halves[0]) or (lone and names[col].are_ended(*halves))):
        return None
    # 十号基地 | 3 above 联星街道 | | 5: each has figures and may be a name by itself. So may be 联星街道 without figures, where
    # other rows end as the upper one does: 汤河农场 beside 青石农场.
    ends = len(lower) > 1 or names[col].ends_alike(above[col].text)
    if len(upper) > 1 and ends and names_whole(row[col].text):
        return None
    # 城区 above 北河镇 | 3 may name the rows below it; 东 above 沙街道 | 3 names nothing.
    if upper == [col] and len(above[col].text) > 1 and says_class(row[col].text):
        return None
    slots = (join_slots((above[j], row[j])) for j in range(len(names)))
    return replace(above, slots=tuple(slots))


def _under_name(row: Row, below: Sequence[Row], names: Sequence[KnownNames]) -> Row:
    """A word that stands alone on its line, laid below the names, where that of the next row is whole without it."""
    if len(row.slots) != 1 or not row[0].text or not names or not _is_name(row[0].text):
        return row
    col = max(range(len(names)), key=lambda j: (len(names[j]), -j))
    named = (next((other[j].text for j in other.filled() if _is_name(other[j].text)), "") for other in below)
    if opens_group(row[0].text) or not all(names[col].ends_alike(name) for name in named if name):
        return row
    return replace(row, slots=(*(BLANK,) * col, row[0]))


def _are_values(row: Row, cols: Sequence[int]) -> bool:
    return all(is_value(row[j].text) or is_dash(row[j].text) for j in cols)


def _is_name(text: str) -> bool:
    return number(text) is None and not is_dash(text) and not is_total(text)


def _is_next(above: Row, row: Row) -> bool:
    """The lower line begins with the number that comes after that of the upper: a row that lost its name."""
    last, first = number(above[0].text), number(row[0].text)
    return last is not None and first == last + 1
