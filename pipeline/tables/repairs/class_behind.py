"""The end of a name that a line end cut off, printed behind the whole table.

| 镇街   | 床位 |              | 镇街     | 床位 |
| 安平镇 | 3    |              | 安平镇   | 3    |
| 长溪   | 5    |       →      | 长溪街道 | 5    |
| 合计   | 8    |              | 合计     | 8    |
街道

It ends the one name that does not say what it is, where several others do; else it stays a row by itself.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import is_total, is_value
from pipeline.messages import say
from pipeline.model import Fragment, Outline, Piece, Repair, Span
from pipeline.tables.draft import Draft
from pipeline.tables.group_rows import opens_group
from pipeline.tables.repairs.known_names import says_class
from pipeline.tables.repairs.split_row import join_slots

_FEWEST = 2  # names that say what they are, all but one
_LEAD = 3  # columns that may name the rows


def with_class_behind(fragment: Fragment, outline: Outline) -> Fragment:
    """The fragment with the line behind it as a row, where that is 镇 or 街道 alone."""
    behind = (passage for passage in outline.passages if passage.span().start >= fragment.span.end)
    rest = next(behind, None) if fragment.kind == "tabs" else None
    if rest is None or rest.text not in CLASS_ALONE:
        return fragment
    span = rest.span()
    if outline.document.text[fragment.span.end : span.start].strip(" \t|\r\n"):
        return fragment
    row = (Piece(rest.text, span),)
    return replace(fragment, rows=(*fragment.rows, row), span=Span(fragment.span.start, span.end))


def join_class_behind(draft: Draft) -> Draft:
    """Put it behind the name that lacks it."""
    *rows, last = draft.rows
    if last.filled() != [0] or last[0].text not in CLASS_ALONE:
        return draft
    for col in range(_LEAD):
        names = {i: text for i, row in enumerate(rows) if not is_value(text := row[col].text) and text}
        lacking = [i for i in names if i and not says_class(names[i]) and not _names_several(names[i])]
        if sum(map(says_class, names.values())) >= _FEWEST and len(lacking) == 1:
            (at,) = lacking
            slots = list(rows[at].slots)
            slots[col] = join_slots((slots[col], last[0]))
            whole = replace(rows[at], slots=tuple(slots))
            printed = f"{rows[at].printed()} ⏎ {last[0].text}"
            why = say("line_end_in_cell")
            note = Repair("split_row", printed, whole.printed(), why, "probable", last.span(), row=at)
            return draft.with_rows((*rows[:at], whole, *rows[at + 1 :]), note)
    return draft


def _names_several(text: str) -> bool:
    return is_total(text) or opens_group(text)
