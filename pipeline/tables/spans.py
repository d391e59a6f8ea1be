"""Headings over several columns or lines that are printed in each of them, as markdown must."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash, is_value, number, year
from pipeline.language.heading_units import is_unit
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot

_MOST_LINES = 6


def with_spans(draft: Draft, first: int) -> Draft:
    """Headings of several columns or lines that are printed in each of them, as markdown must, laid as spanning.

    | 镇 | 2026年 | 2026年 |        | 镇 | 2026年 |   <  |
    | 镇 | 新建   | 改造   |   →    | "  | 新建   | 改造 |
    """
    rows = list(draft.rows)
    depth = 1
    while (
        depth < _MOST_LINES
        and first + depth < len(rows)
        and _divides_repeats(rows[first + depth - 1], rows[first + depth])
    ):
        depth += 1
    if depth == 1:
        return draft
    for k in reversed(range(depth)):
        above = rows[first + k - 1] if k else None
        rows[first + k] = replace(
            rows[first + k], slots=_spanning(rows[first + k], above, last=k == depth - 1)
        )
    return replace(draft, rows=tuple(rows))


def _divides_repeats(upper: Row, lower: Row) -> bool:
    """Below each heading that is printed several times side by side stand others, below any other the same once more.

    One other below all of them is a heading between: 设施 | 设施 over 2026年 | 2026年 over 新建 | 改造.
    """
    if len(upper.slots) != len(lower.slots) or lower.role != "body":
        return False
    texts, below = [s.text for s in upper.slots], [s.text for s in lower.slots]
    runs = [(k, len(list(g))) for k, g in itertools.groupby(texts)]
    parted = same = False
    at = 0
    for text, n in runs:
        under = below[at : at + n]
        at += n
        if n > 1 and text:
            parted = parted or set(under) != {text}  # others, or one other for all of them
            if (
                not all(under)
                or any(map(is_dash, under))
                or any(number(t) is not None and not year(t) for t in under)
            ):
                return False
        elif text and under != [text] and not is_unit(under[0]):
            return False
        elif under != [text]:
            parted = True  # a line of units
        else:
            same = same or bool(text)
    return parted and same


def _spanning(row: Row, above: Row | None, last: bool) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for j, slot in enumerate(row.slots):
        if above is not None and slot.text and above[j].text == slot.text:
            slots.append(UP)
        elif j and not last and slot.text and row[j - 1].text == slot.text and _one_above(above, j):
            slots.append(LEFT)
        else:
            slots.append(slot)
    return tuple(slots)


def _one_above(above: Row | None, col: int) -> bool:
    """The headings above two neighbours are one."""
    return above is None or above[col - 1].text == above[col].text


def stand_over_figures(rows: Sequence[Row], cols: Sequence[int]) -> bool:
    """Words where the rows below have figures, beside no name of a row, name the columns: | | 公厕（座） | 公厕（座） |.

    One such word may be the name of a row that was printed too far right: if it stands alone and names below end as it
    does, or the words beside it do not stand over figures too.
    """
    filled = rows[0].filled()
    if any(is_dash(text := rows[0][j].text) or (is_value(text) and not year(text)) for j in filled):
        return False
    body = list(itertools.dropwhile(_has_no_figure, rows[1:]))
    below = {j: [text for row in body if (text := row[j].text) and not is_dash(text)] for j in filled}
    figures = [j for j in filled if 2 * sum(map(is_value, below[j])) > len(below[j])]
    if len(filled) == 1:
        return filled == figures == list(cols) and not _ends_like_name(rows, rows[0][cols[0]].text)
    if len(cols) == 1:
        return len(figures) > 1 and all(j in figures or not below[j] for j in filled)
    named = [j for j in cols if j in figures or rows[0][j].text not in below[j]]
    return (
        any(j in figures for j in cols) and named == list(cols) and (len(figures) > 1 or all(below.values()))
    )


def _has_no_figure(row: Row) -> bool:
    """A further line of headings."""
    return not any(is_value(text := row[j].text) and not year(text) for j in row.filled())


def _ends_like_name(rows: Sequence[Row], word: str) -> bool:
    names = (row[j].text for row in rows[1:] for j in row.filled()[:2])
    return any(name.endswith(word[-1]) for name in names)
