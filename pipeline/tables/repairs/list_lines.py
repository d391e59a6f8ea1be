"""Names of a list printed one a line, or cut by a line end, in one cell.

| 区民政局       |
| 区规划和自然   |    →    | 区民政局、区规划和自然资源局 |
| 资源局         |
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.bodies import known_body
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings

# Ends of names of bodies. 会 and 社 also stand inside names (人力资源和社会保障局), so a
# name that the notice itself writes across the line end goes before.
_ENDS_NAME = patterns.compile(
    r"(?:[局委办厅部院会署处府所站队社行校]|中心|集团|公司|大学|学院|街道|单位|部门|[镇乡]|联合会|[）)])$"
)
_SEPARATED = patterns.compile(r"[、，,；;]$")


def join_lists(draft: Draft, notice_text: str = "") -> Draft:
    """Put 、 between names of an agency cell that stand on lines of their own; join cut names."""
    meanings = heading_meanings(draft)
    columns = [j for j, name in enumerate(meanings) if name in AGENCY_MEANINGS]
    rows = list(draft.rows)
    repairs = []
    for i in draft.body():
        for j in columns:
            slot = rows[i][j]
            if "\n" not in slot.text:
                continue
            joined = _join(slot.text.split("\n"), notice_text)
            rows[i] = _with(rows[i], j, replace(slot, text=joined))
            span = Row((slot,)).span()
            repairs.append(
                Repair("list_lines", slot.text.replace("\n", " ⏎ "), joined,
                       say("body_ends_line"), "probable", span, row=i)
            )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _join(lines: list[str], notice_text: str) -> str:
    text = lines[0]
    for before, line in itertools.pairwise(lines):
        upper, lower = patterns.split(r"[、，,；;]", text)[-1], patterns.split(r"[、，,；;]", line)[0]
        cut = not _ENDS_NAME.search(before) or upper + lower in notice_text or _is_one_name(upper, lower)
        text += line if cut or _SEPARATED.search(before) or line[:1] in "、，；" else f"、{line}"
    return text


def _is_one_name(upper: str, lower: str) -> bool:
    """A name of the lexicon is cut in two: 人力资源社会 | 保障部, and not two of it stand one under the other."""
    return known_body(upper + lower) and not (known_body(upper) and known_body(lower))


def _with(row: Row, col: int, slot: Slot) -> Row:
    return replace(row, slots=(*row.slots[:col], slot, *row.slots[col + 1 :]))
