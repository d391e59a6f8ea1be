"""Headings printed on two lines, each line taken for a level of its own.

| 镇 | 村级互助 | 老年 |
|    | 养老点   | 食堂 |    →    | 镇 | 村级互助养老点 | 老年食堂 |
| 甲 | 3        | 1    |         | 甲 | 3              | 1        |

A level of headings divides the one above it. A line that divides none of those it stands under goes on with their words,
but for years, units, numbers, brackets below all headings of figures, words that are known for themselves (新建, 合计,
备注) unless the whole is printed elsewhere, and one word said below each of several headings (公办 | 民办 over 园所 | 园所).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.brackets import without_round
from pipeline.language.cells import is_total, is_value, year
from pipeline.language.heading_units import breaks_year, heading_unit, is_unit
from pipeline.language.headings import NAME_MEANINGS, ends_name, heading_words, meaning
from pipeline.language.words import entries
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.cut_headings import is_cut
from pipeline.tables.draft import UP, Draft, Row, Slot
from pipeline.tables.headings import heading_meanings

_BRACKETS = "（(）)"
_LONGEST = 12  # of a heading that goes on: 农村失能特困人员集中照护机构 has 15 in two


def join_heading_lines(draft: Draft) -> Draft:
    """The words of the last line of headings put behind those above, where the line divides nothing."""
    heads = [i for i, row in enumerate(draft.rows) if row.role == "header"]
    if len(heads) < 2 or heads[-1] != heads[-2] + 1:
        return draft
    rest = _with_letters(draft, heads)
    if len(rest.rows) < len(draft.rows):
        return rest
    draft = rest
    above, last = draft.rows[heads[-2]], draft.rows[heads[-1]]
    own = [j for j in range(draft.n_cols) if last[j].text and not last[j].merged]
    uppers = {draft.rows[_where(draft.rows, heads[-2], j)][j].text for j in own}
    cut = _are_cut_off(draft, heads[:-1], own)
    said_again = len(uppers) > 1 and len({last[j].text for j in own}) == 1
    some = len(own) < sum(meaning not in NAME_MEANINGS for meaning in heading_meanings(draft))
    some = some or any(_names_rows(draft, heads[:-1], j) for j in own)
    goes_on = [_goes_on(draft, heads[:-1], j) or (some and last[j].text[0] in _BRACKETS) for j in own]
    # 单位 below 责任 may be a heading, as may （张） below 床位: not beside 机构数 below 养老, which can be none.
    if (
        not own
        or ((said_again or _measures(draft, heads[:-1], own)) and not cut)
        or not any(goes_on)
        or not all(sure or _may_go_on(draft, heads[:-1], j) for sure, j in zip(goes_on, own, strict=True))
    ):
        return draft
    rows = list(draft.rows)
    for j in own:
        at = _where(rows, heads[-2], j)
        slots = list(rows[at].slots)
        slots[j] = Slot(slots[j].text + last[j].text, (*slots[j].parts, *last[j].parts))
        rows[at] = replace(rows[at], slots=tuple(slots))
    del rows[heads[-1]]
    before, after = f"{above.printed()} ⏎ {last.printed()}", rows[heads[-2]].printed()
    why = say("line_divides_nothing")
    note = Repair("heading_lines", before, after, why, "probable", last.span(), row=heads[-2])
    return draft.with_rows(rows, note)


def _with_letters(draft: Draft, heads: Sequence[int]) -> Draft:
    """One letter that is no unit, with its unit perhaps, ends the heading above beside headings that divide others: 数（处） below
    行政村 beside 2025年 below 路灯."""
    last = draft.rows[heads[-1]]
    own = [j for j in range(draft.n_cols) if last[j].text and not last[j].merged]
    ends = [
        j
        for j in own
        if len(bare := without_round(last[j].text)) == 1 and bare.isalpha() and not is_unit(bare)
    ]
    rows = list(draft.rows)
    for j in ends:
        at = _where(rows, heads[-2], j)
        if not rows[at][j].text or rows[at][j].merged or _is_shared(rows[at], j):
            continue
        whole = Slot(rows[at][j].text + last[j].text, (*rows[at][j].parts, *last[j].parts))
        rows[at] = _put(rows[at], j, whole)
        rows[heads[-1]] = _put(rows[heads[-1]], j, UP)
    if rows == list(draft.rows):
        return draft
    printed = rows[heads[-1]].printed()
    if not rows[heads[-1]].filled():
        del rows[heads[-1]]
    why = say("line_divides_nothing")
    note = Repair(
        "heading_lines",
        last.printed(),
        printed,
        why,
        "probable",
        last.span(),
        row=heads[-1],
    )
    return draft.with_rows(rows, note)


def _put(row: Row, col: int, slot: Slot) -> Row:
    return replace(row, slots=(*row.slots[:col], slot, *row.slots[col + 1 :]))


def _are_cut_off(draft: Draft, heads: Sequence[int], own: Sequence[int]) -> bool:
    """Units in brackets below some headings, where others have theirs on their own line, and all behind the first of these:
    （个） below 食堂 beside 公厕（个）."""
    last, meanings = draft.rows[heads[-1] + 1], heading_meanings(draft)
    others = {
        j: draft.rows[_where(draft.rows, heads[-1], j)][j].text
        for j in range(draft.n_cols)
        if j not in own and meanings[j] != "note"
    }
    ended = {j for j, text in others.items() if text[-1:] in _BRACKETS and heading_unit(text)}
    below = all(is_unit(last[j].text) and last[j].text[0] in _BRACKETS for j in own)
    return below and bool(ended) and all(j in ended for j in others if j > own[0])


def _measures(draft: Draft, heads: Sequence[int], own: Sequence[int]) -> bool:
    """The last line says the units of several columns: 公里 | 个 below 拟建数 | 拟建数, not 次 below 培训人, nor （街道） below 乡镇."""
    below = draft.rows[heads[-1] + 1]
    said = [(draft.rows[_where(draft.rows, heads[-1], j)][j].text, below[j].text) for j in own]
    named = any(_names_rows(draft, heads, j) for j in own)
    return (
        len(own) > 1
        and not named
        and all(
            is_unit(lower) and not breaks_year(upper, lower) and not is_unit(upper[-1:] + lower)
            for upper, lower in said
        )
    )


def _names_rows(draft: Draft, heads: Sequence[int], col: int) -> bool:
    """The two are what names the rows: 乡镇 and （街道）."""
    first = draft.rows[_where(draft.rows, heads[-1], col)][col].text
    return meaning(first + draft.rows[heads[-1] + 1][col].text) in NAME_MEANINGS


def _may_go_on(draft: Draft, heads: Sequence[int], col: int) -> bool:
    """What stands in the last line is the end of a known heading with the one above, of this column alone, or what that has
    in brackets."""
    upper = _where(draft.rows, heads[-1], col)
    first, second = draft.rows[upper][col].text, draft.rows[heads[-1] + 1][col].text
    if _is_shared(draft.rows[upper], col) or not first or year(first) or year(second) or is_value(second):
        return False
    in_brackets = second[0] in _BRACKETS and second[-1] in _BRACKETS
    return in_brackets or (meaning(first + second) != "" and not is_total(second))


def _goes_on(draft: Draft, heads: Sequence[int], col: int) -> bool:
    """What stands in the last line goes on with the heading above, which is of this column alone."""
    upper = _where(draft.rows, heads[-1], col)
    first, second = draft.rows[upper][col], draft.rows[heads[-1] + 1][col]
    alone = not _is_shared(draft.rows[upper], col) and not first.merged
    if not alone or not first:
        return False
    whole = first.text + second.text
    if any(slot.text == whole for i in heads for slot in draft.rows[i].slots):
        return True
    return len(first.text) <= _LONGEST and _is_rest(first.text, second.text)


def _is_rest(upper: str, lower: str) -> bool:
    if ends_name(upper, lower) or is_cut(upper, lower):
        return True
    if meaning(upper) == "label":
        return False  # 学校 under 镇街 stands under the heading of another column
    words = heading_words()
    if upper + lower in words and upper not in words:
        return True
    if meaning(upper) in ("row_number", "year_value") or year(upper):
        return False
    return not says_itself(lower) and lower[0] not in _BRACKETS and len(lower) <= _LONGEST


def says_itself(text: str) -> bool:
    """A heading by itself, and no rest of one: 2026年, 新建, 合计, 万元."""
    known = text in heading_words() or is_unit(text) or year(text) or is_value(text) or is_total(text)
    return bool(known) or text in entries()


def _where(rows: Sequence[Row], at: int, col: int) -> int:
    """The row in which the heading that covers this place is printed."""
    while at and rows[at][col] == UP:
        at -= 1
    return at


def _is_shared(row: Row, col: int) -> bool:
    """The heading is of the column beside too: it spans both, or is written over each (其中 | 其中); 20 | 20 are halves of years."""
    text, beside = row[col].text, [row[j] for j in (col - 1, col + 1) if j >= 0]
    again = bool(text) and not is_value(text) and any(slot.text == text for slot in beside)
    return beside[-1].merged == "left" or again
