"""Two rows printed on one line, the line end between them lost.

| 5 | 白石乡 | 2 | 8 | 6 | 古城镇 | 5 | 1 |   →   | 5 | 白石乡 | 2 | 8 |
                                                 | 6 | 古城镇 | 5 | 1 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_total, is_value, number
from pipeline.messages import say
from pipeline.model import Repair, Span
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.known_names import says_class

# What ends one row and begins the next in one cell: 6 合计, 3 4.
_TWO = patterns.compile(r"(\S+?)\s*(\p{Han}\D*)|(\S+)\s+(\d+)")
_FURTHEST = 2  # cells before the name
_WIDER = 1.5  # of the headings: no row with a cell printed twice or a blank too many is so long


def part_glued_rows(draft: Draft) -> Draft:
    """Part a row, far longer than the headings, where the second begins as the first does, with its name."""
    names = heading_meanings(draft)[:2]
    numbered = names.index("row_number") + 1 if "row_number" in names else 0
    rows: list[Row] = []
    repairs: list[Repair] = []
    for row in draft.rows:
        two = (
            _likeliest([*_ways(row, draft, numbered)], draft.n_cols) if _is_long(row, draft.n_cols) else None
        )
        rows += two or [row]
        if two:
            after = " ⏎ ".join(part.printed() for part in two)
            repairs.append(
                Repair("glued_rows", row.printed(), after, say("second_row_begins"), "probable", row.span(),
                       row=len(rows) - 2)
            )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _is_long(row: Row, n_cols: int) -> bool:
    wide = len(row.slots) >= 2 * n_cols or len(row.filled()) > n_cols // 2
    return row.role == "body" and len(row.slots) > _WIDER * n_cols and wide


def _likeliest(ways: Sequence[tuple[Row, Row]], n_cols: int) -> tuple[Row, Row] | None:
    """The first whose upper row is whole: a note behind its figures is no label of the lower one; else the first."""
    whole = (two for two in ways if len(two[0].slots) == n_cols and two[0].slots[-1].text)
    return next(whole, ways[0] if ways else None)


def _ways(row: Row, draft: Draft, numbered: int) -> Iterator[tuple[Row, Row]]:
    for at in range(2, len(row.slots)):
        known = cut_behind_known(draft, row, at)
        cuts = known or (*_cuts(row, at), *(_cut_before_number(row, at) if numbered == 1 else ()))
        padded = len(row.slots) > 2 * draft.n_cols  # else a blank before the lower name is a cell of its row
        for upper, lower in ((_trimmed(one, draft.n_cols) if padded else one, two) for one, two in cuts):
            whole = max(len(upper), len(lower)) <= draft.n_cols and any(upper)
            if whole and _begins(lower, numbered) and (not numbered or _is_next(upper, lower, numbered - 1)):
                yield replace(row, slots=upper), replace(row, slots=lower, after_break=False)


def _trimmed(upper: tuple[Slot, ...], n_cols: int) -> tuple[Slot, ...]:
    """The upper row without the blanks beyond the last column that stand for the lost line end."""
    return upper[:n_cols] if not any(slot.text for slot in upper[n_cols:]) else upper


def _cuts(row: Row, at: int) -> Iterator[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The row cut inside a cell whose end begins a row (0古城镇, -- 古城镇), else before it."""
    slot = row.slots[at]
    if (match := _TWO.fullmatch(slot.text)) and (
        is_value(match[1] or match[3]) or is_dash(match[1] or match[3])
    ):
        one, two = _halves(slot, match[1] or match[3], match[2] or match[4])
        yield (*row.slots[:at], one), (two, *row.slots[at + 1 :])
    yield row.slots[:at], row.slots[at:]


def cut_behind_known(draft: Draft, row: Row, at: int) -> list[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The row cut inside a cell that begins with words the column has by themselves: 县教育局 of 县教育局南镇."""
    text = row.slots[at].text
    column = {
        other[at].text
        for other in draft.rows
        if other[at] and other is not row and number(other[at].text) is None
    }
    heads = [head for head in column if text.startswith(head) and len(text) > len(head) + 1]
    if not heads:
        return []
    one, two = _halves(row.slots[at], max(heads, key=len), text[len(max(heads, key=len)) :])
    return [((*row.slots[:at], one), (two, *row.slots[at + 1 :]))]


def _cut_before_number(row: Row, at: int) -> Iterator[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The row cut inside a cell that ends with the number of the next row: 1 and 7 of 17 in row 6."""
    last, text = number(row.slots[0].text), row.slots[at].text
    following = str(last + 1) if last is not None else ""
    if following and text.endswith(following) and is_value(text[: -len(following)]):
        one, two = _halves(row.slots[at], text[: -len(following)], following)
        yield (*row.slots[:at], one), (two, *row.slots[at + 1 :])


def _halves(slot: Slot, one: str, two: str) -> tuple[Slot, Slot]:
    if len(slot.parts) != 1:
        return Slot(one, slot.parts), Slot(two, slot.parts)
    start, end = slot.parts[0].start, slot.parts[0].end
    return Slot(one, (Span(start, start + len(one)),)), Slot(two, (Span(end - len(two), end),))


def _begins(lower: tuple[Slot, ...], numbered: int) -> bool:
    """With the name of a row, behind so many cells, the last its number, where rows are numbered, and values after it, unless it
    says what it is; the blank of a label above may stand before the name."""
    texts = [slot.text for slot in lower]
    if is_total(texts[0]):
        return True
    at = next((j for j, text in enumerate(texts) if j >= numbered and text), 0)
    furthest = max(_FURTHEST, numbered) if numbered else int(says_class(texts[at]))
    name = texts[at : at + 1] if at <= furthest else []
    named = bool(name) and bool(name[0]) and number(name[0]) is None and not is_dash(name[0])
    return named and (says_class(name[0]) or any(is_value(text) for text in texts[at + 1 :]))


def _is_next(upper: tuple[Slot, ...], lower: tuple[Slot, ...], col: int) -> bool:
    """The lower row has the number behind that of the upper, or the first behind a sum, or is a sum."""
    if any(is_total(slot.text) for slot in lower[:2]):
        return True
    last, first = (number(row[col].text) if col < len(row) else None for row in (upper, lower))
    if any(is_total(slot.text) for slot in upper[:2]):
        return first == 1
    return last is not None and first == last + 1
