"""Names of a list printed one a line, or cut by a line end, in one cell.

| 区民政局       |
| 区规划和自然   |    →    | 区民政局、区规划和自然资源局 |
| 资源局         |
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.cut_names import NAME_MARKS, first_name, goes_on, how_parted, last_name
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings


def join_lists(draft: Draft, notice_text: str = "") -> Draft:
    """Put 、 between names of an agency cell that stand on lines of their own; join cut names."""
    meanings = heading_meanings(draft)
    columns = [j for j, name in enumerate(meanings) if name in AGENCY_MEANINGS]
    rows = list(draft.rows)
    repairs = []
    listed = [rows[i][j].printed_lines() for i in draft.body() for j in columns]
    several, bare = how_parted(listed) if any(len(lines) > 1 for lines in listed) else (0, 0)
    for i in draft.body():
        for j in columns:
            slot = rows[i][j]
            lines = slot.printed_lines()
            joined = _join(lines, several > bare, notice_text)
            if joined == slot.text:
                continue
            rows[i] = _with(rows[i], j, replace(slot, text=joined))
            span = Row((slot,)).span()
            repairs.append(
                Repair("list_lines", " ⏎ ".join(lines), joined,
                       say("body_ends_line"), "probable", span, row=i)
            )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _join(lines: list[str], marked: bool, notice_text: str) -> str:
    text = lines[0]
    listed = marked or any(not NAME_MARKS.isdisjoint(line[:-1]) for line in lines)
    for line in lines[1:]:
        upper, lower = last_name(text), first_name(line)
        cut = goes_on(upper, lower, listed) or upper + lower in notice_text
        text += line if cut or not NAME_MARKS.isdisjoint(text[-1:] + line[:1]) else f"、{line}"
    return text


def _with(row: Row, col: int, slot: Slot) -> Row:
    return replace(row, slots=(*row.slots[:col], slot, *row.slots[col + 1 :]))
