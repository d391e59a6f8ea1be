"""Lines of headings between others that end those above, of one column or of several.

| 镇街 | 路灯（ |      | 步道   |      |
|      | 盏）   |      | （条） |      |
|      | 新建   | 改建 | 新建   | 改建 |      →      路灯（盏） and 步道（条） over 新建 | 改建

A level divides some heading above it. In such a line each word stands below one heading, over just its columns, and one of
them at least ends a word, a year or a bracket that the line above began or says what a heading beside it says of another year; or
all stand in brackets above other headings: （含续建） beside 民生 tells nothing of 民生. A year, a unit alone, a number or a word that says itself (新建, 合计) is no rest.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.brackets import has_half
from pipeline.language.cells import year, year_within
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.cut_headings import is_cut, is_half_year
from pipeline.tables.draft import UP, Draft, Row, Slot
from pipeline.tables.repairs.heading_lines import says_itself

_Pair = tuple[int, int]  # the line of the upper heading, the column of both


def join_rests_of_headings(draft: Draft) -> Draft:
    """Each word of such a line put behind the heading above it."""
    heads = [i for i, row in enumerate(draft.rows) if row.role == "header"]
    if not heads or heads[-1] - heads[0] != len(heads) - 1:
        return draft
    for at in heads[1:]:
        if pairs := _pairs(draft, at, is_last=at == heads[-1]):
            return join_rests_of_headings(_joined(draft, at, pairs))
    return draft


def _pairs(draft: Draft, at: int, is_last: bool) -> list[_Pair]:
    """The headings that the words of a line end; none where it has others."""
    row, pairs, told, bracketed = draft.rows[at], list[_Pair](), False, True
    for col in (j for j in range(draft.n_cols) if row[j].text and not row[j].merged):
        upper = _above(draft, at, col)
        first, end = draft.rows[upper][col], _end(draft.rows[upper], col, draft.n_cols)
        if first.merged or not first.text or _end(row, col, draft.n_cols) != end:
            return []
        lower = row[col].text
        cut = _breaks_off(first.text, lower) or _is_twin(first.text + lower, draft.rows[upper])
        in_brackets = not is_last and _is_in_brackets(lower)
        if not (cut or in_brackets) and says_itself(lower):
            return []
        told, bracketed = told or cut, bracketed and in_brackets
        pairs.append((upper, col))
    return pairs if told or bracketed else []


def _breaks_off(upper: str, lower: str) -> bool:
    """A bracket, a word or a year begins in the upper and ends in the lower."""
    if bool(year(upper)) and upper[-1].isdecimal() and lower[0] == "年":
        return True
    return is_cut(upper, lower) and (has_half(upper) or is_half_year(upper, lower) or not says_itself(lower))


def _is_in_brackets(text: str) -> bool:
    return text[0] in "（(" and text[-1] in "）)"


def _is_twin(whole: str, line: Row) -> bool:
    """Another heading of the line says the same of another year: 2024年建设任务 beside 2025年建设任务."""
    own = year_within(whole)
    others = {slot.text: year_within(slot.text) for slot in line.slots if slot.text}
    return bool(own) and any(
        found and found != own and whole.replace(str(own), "") == text.replace(str(found), "")
        for text, found in others.items()
    )


def _above(draft: Draft, at: int, col: int) -> int:
    upper = at - 1
    while upper and draft.rows[upper][col] == UP:
        upper -= 1
    return upper


def _end(row: Row, col: int, n_cols: int) -> int:
    """The column behind those that a heading spans."""
    return next((j for j in range(col + 1, n_cols) if row[j].merged != "left"), n_cols)


def _joined(draft: Draft, at: int, pairs: list[_Pair]) -> Draft:
    rows = list(draft.rows)
    for upper, col in pairs:
        one, two = rows[upper][col], rows[at][col]
        slots = list(rows[upper].slots)
        slots[col] = Slot(one.text + two.text, (*one.parts, *two.parts))
        rows[upper] = replace(rows[upper], slots=tuple(slots))
    line, above = draft.rows[at], draft.rows[at - 1]
    del rows[at]
    note = Repair(
        "heading_lines", f"{above.printed()} ⏎ {line.printed()}", rows[at - 1].printed(),
        say("line_divides_nothing"), "probable", line.span(), row=at - 1,
    )  # fmt: skip
    return draft.with_rows(rows, note)
