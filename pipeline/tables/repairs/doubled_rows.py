"""A row printed twice, one below the other.

| 1 | 东镇 | 3 | 1 |          | 1 | 东镇 | 3 | 1 |
| 2 | 西镇 | 5 | 2 |    →     | 2 | 西镇 | 5 | 2 |
| 2 | 西镇 | 5 | 2 |          | 3 | 南镇 | 4 |   |
| 3 | 南镇 | 4 |   |

The second one goes where its own number says so, where a page ends between the two, or where the printed sums come out
without it and not with it. Else both stay, and an issue says so: two roads of one village may cost the same.
Of a row that was begun, and stands whole beside (2 | 西镇 | 5 above 2 | 西镇 | 5 | 2), what was begun goes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from pipeline.language.cells import is_dash, number
from pipeline.messages import Message, say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.shifted_rows import comes_out, realign
from pipeline.tables.sums import column_sums

_FEWEST = 3  # filled cells that are alike
_MOST_DAMAGED = 12  # rows beside the doubled one that are laid on the columns with and without it


def drop_doubled_rows(draft: Draft) -> Draft:
    """Take out the second of two equal rows where something says that it is the first again, and what begins another."""
    numbered = heading_meanings(draft)[:1] == ["row_number"]
    shorter = _without_beginnings(draft)
    if shorter is not draft and not _may_be_whole(draft, shorter, numbered):
        draft = shorter
    pairs = [i + 1 for i, (one, other) in enumerate(pairwise(draft.rows)) if _are_alike(one, other, numbered)]
    for i in reversed(pairs):
        row, less = draft.rows[i], [*draft.rows[:i], *draft.rows[i + 1 :]]
        why = _reason(draft, i, draft.with_rows(less))
        if why is None:
            said = say("rows_alike", row=i + 1, words=row.printed())
            found = Issue("row_printed_twice", said, f"row {i}", row.span())
            draft = replace(draft, issues=(*draft.issues, found), unique=False)
            continue
        if row.after_break and i < len(less):
            less[i] = replace(less[i], after_break=True)
        note = Repair("doubled_row", row.printed(), "", why, "probable", row.span(), row=i)
        draft = replace(draft.with_rows(less, note), unique=False)
    return draft


def _without_beginnings(draft: Draft) -> Draft:
    """Take out the lines that hold the first cells of the row beside them, its name with them, which no other row has."""
    names = Counter(_names(row) for row in draft.rows)
    for i in reversed(range(1, len(draft.rows))):
        for begun, whole in ((i - 1, i), (i, i - 1)):
            row, kept = draft.rows[begun], draft.rows[whole]
            if names[_names(kept)] == len((row, kept)) and _begins(row, kept, draft.n_cols):
                rows = list(draft.rows)
                rows[whole] = replace(kept, after_break=row.after_break or kept.after_break)
                del rows[begun]
                why = say("row_begun", words=kept.printed())
                note = Repair(
                    "doubled_row", row.printed(), "", why, "probable", row.span(), row=min(i, len(rows) - 1)
                )
                draft = replace(draft.with_rows(rows, note), unique=False)
                break
    return draft


def _may_be_whole(draft: Draft, less: Draft, numbered: bool) -> bool:
    """Whether rows that seem begun may be whole ones without their last blanks: a sum needs them, or other rows lack some too."""
    short = any(len(less.rows[i].slots) < less.n_cols for i in less.body())
    return (short and not numbered) or _sums_need_it(draft, less)


def _names(row: Row) -> tuple[str, ...]:
    """The words of a row up to its first name."""
    filled = row.filled()
    end = next((j for j in filled if number(row[j].text) is None), -1) + 1
    return tuple(slot.text for slot in row.slots[:end])


def _begins(row: Row, whole: Row, n_cols: int) -> bool:
    # A name alone is no group's where a page ends between it and the same name.
    alone = row.role == "group" and (row.after_break or whole.after_break)
    cells = row.slots[:1] if alone else row.slots
    plain = (alone or row.role == "body") and whole.role == "body"
    shorter = len(cells) < len(whole.slots) == n_cols and bool(_names(row))
    same = all(a.text == b.text for a, b in zip(cells, whole.slots, strict=False))
    return plain and shorter and same and not any(slot.merged for slot in (*cells, *whole.slots))


def _are_alike(one: Row, other: Row, numbered: bool) -> bool:
    texts = [[slot.text for slot in row.slots] for row in (one, other)]
    if one.role == other.role == "group":
        return other.after_break and texts[0] == texts[1]  # the name of the group once more on the next page
    body = one.role == other.role and one.role in ("body", "total")
    plain = not any(slot.merged for row in (one, other) for slot in row.slots)
    told = _says_enough(one, numbered) or (other.after_break and _is_name(one))
    return body and plain and told and texts[0] == texts[1]


def _is_name(row: Row) -> bool:
    """A name alone: what a town that plans nothing prints."""
    words = [row[j].text for j in row.filled()]
    return len(words) == 1 and number(words[0]) is None and not is_dash(words[0])


def _says_enough(row: Row, numbered: bool) -> bool:
    """Three cells, a name and a figure, or its number and a name: that two rows are alike is then no chance."""
    filled = row.filled()
    two = len(filled) > 1 and (numbered or number(row[filled[0]].text) is None)
    return two or len(filled) >= _FEWEST


def _reason(draft: Draft, at: int, less: Draft) -> Message | None:
    row = draft.rows[at]
    if _sums_need_it(draft, less):
        return None
    with_it, without = _broken(draft), _broken(less)
    if heading_meanings(draft)[:1] == ["row_number"] and number(row[0].text) is not None:
        return say("same_number_again", number=row[0].text)
    if row.after_break:
        return say("same_row_over_page")
    if row.role == "total":
        return say("same_total_again")
    if without < with_it and not without:
        return say("sums_without_row")
    return say("sums_without_row") if without and _comes_out_only(less, draft) else None


def _broken(draft: Draft) -> int:
    return len(broken_sums(draft, column_sums(draft)))


def _sums_need_it(draft: Draft, less: Draft) -> bool:
    return bool(column_sums(draft)) and not _broken(draft) and _broken(less) > 0


def _comes_out_only(less: Draft, draft: Draft) -> bool:
    """Other rows are damaged too: laid on the columns without the second row they make every sum come out, and with it not."""
    damaged = [i for i in draft.body() if len(draft.rows[i].slots) != draft.n_cols]
    return 0 < len(damaged) <= _MOST_DAMAGED and comes_out(realign(less)) and not comes_out(realign(draft))
