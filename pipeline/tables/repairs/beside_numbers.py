"""Rows without a number below a numbered one: what stands beside the number alone is said for all of them.

| 1 | 建成食堂 | 1.改造 | 市水利局 |        | 1 | 建成食堂 | 1.改造 | 市水利局 |
|   |          | 2.新建 |          |   →    | " |    "     | 2.新建 |    "     |
| 2 | 改造道路 | 1.拆除 | 市公安局 |        | 2 | 改造道路 | 1.拆除 | 市公安局 |
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.cells import serial_number
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import UP, Draft
from pipeline.tables.headings import heading_meanings

# Who does it, and until when; what names the rows is carried by itself (`merged_labels`).
_SAID_FOR_ALL = {*AGENCY_MEANINGS, "deadline"}
_OWN = {*_SAID_FOR_ALL, "row_number", "note", "value", "year_value", "total", "nature"}


def carry_beside(draft: Draft) -> Draft:
    """Let agencies and times reach over the rows below their number that have no number, name, agency or time."""
    body = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    bare = [i for i in body if not draft.rows[i][0].text]
    if draft.loose or all(draft.rows[i][0].merged for i in bare) or not _are_counted(draft, body):
        return draft
    blank = [col for col in range(1, draft.n_cols) if _is_blank(draft, bare, col)]
    meanings = heading_meanings(draft)
    named = any(
        meanings[col] not in _OWN and all(draft.rows[i][col].text for i in body if i not in set(bare))
        for col in blank
    )
    carried = [col for col in blank if meanings[col] in _SAID_FOR_ALL]
    return _carry(draft, bare, carried) if named and carried else draft


def _are_counted(draft: Draft, body: list[int]) -> bool:
    """The first column numbers rows, the first of them too."""
    counted = [serial_number(draft.rows[i][0].text) for i in body if draft.rows[i][0].text]
    return (
        heading_meanings(draft)[:1] == ["row_number"]
        and bool(draft.rows[body[0]][0].text)
        and None not in counted
    )


def _is_blank(draft: Draft, rows: list[int], col: int) -> bool:
    """Rows say nothing in a column; below the end of a page cells that go on may be known already."""
    slots = [(draft.rows[i][col], draft.rows[i][0]) for i in rows]
    return not any(slot.text or (slot.merged and not number.merged) for slot, number in slots)


def _carry(draft: Draft, bare: list[int], columns: list[int]) -> Draft:
    rows, repairs = list(draft.rows), []
    for start, end in _stretches(draft, bare):
        for col in columns:
            if not (label := draft.rows[start][col]).text:
                continue
            for i in range(start + 1, end):
                slots = list(rows[i].slots)
                slots[col] = UP
                rows[i] = replace(rows[i], slots=tuple(slots))
            before, after = f"{start + 1}: {label.text}", f"{start + 1}–{end}: {label.text}"
            why = say("blank_below_label")
            repairs.append(
                Repair("merged_label", before, after, why, "probable", draft.rows[start].span(), row=start)
            )
    return draft.with_rows(rows, *repairs) if repairs else draft


def _stretches(draft: Draft, bare: list[int]) -> list[tuple[int, int]]:
    """Rows [numbered, end) of which all but the first have no number; what follows a group's name or a total has no row above."""
    found: list[tuple[int, int]] = []
    for i in bare:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif draft.rows[i - 1].role == "body":
            found.append((i - 1, i + 1))
    return found
