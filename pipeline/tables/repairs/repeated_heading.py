"""The heading printed again at the top of the next page.

| 序号 | 任务 |
| 1    | 甲   |        | 序号 | 任务 |
| 序号 | 任务 |   →    | 1    | 甲   |
| 2    | 乙   |        | 2    | 乙   |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language.cells import year
from pipeline.language.headings import is_continued, meaning, names_continued
from pipeline.messages import Message, say
from pipeline.model import Repair
from pipeline.tables.draft import BLANK, Draft, Row

_FEWEST = 2  # headings said again by no chance


def drop_repeated_headings(draft: Draft) -> Draft:
    """Take out body rows that say what a heading row says, cell for cell or word for word, and the caption over them."""
    heads = {_texts(row): i for i, row in enumerate(draft.rows) if row.role == "header"}
    # A heading that spans several columns or lines may be printed in each.
    heads |= {_spread(draft, i): i for i, row in enumerate(draft.rows) if row.role == "header"}
    columns = _columns(draft)
    kept: list[Row] = []
    repairs: list[Repair] = []
    broken = False
    width = draft.n_cols  # of the headings printed last: the end of the page may have cut columns off
    below: int | None = None  # the heading row that comes next where the one above it was printed again
    for row in draft.rows:
        # A heading over all columns is one word: it is said again only where those above it are.
        again = heads.get(_texts(row)) if row.role == "body" else None
        if again is None or not (len(row.filled()) > 1 or again == below):
            again = _said(draft, row, columns, below) if row.role == "body" and again is None else None
        if again is not None:
            while kept and _is_caption_again(kept[-1], draft.caption):
                caption = kept.pop()
                repairs.append(_repair(caption, say("same_as_caption")))
                broken = broken or caption.after_break
            repairs.append(_repair(row, say("same_as_heading", row=again + 1)))
            broken = broken or row.after_break
            whole = _texts(row) == _texts(draft.rows[again])  # nothing but blanks is cut off
            reach = draft.n_cols if whole else len(row.slots)
            below, width = again + 1, max(width if below else 0, reach)
            kept = [
                _completed(head, row, columns[again]) if head is draft.rows[again] else head for head in kept
            ]
            continue
        below = None
        if len(row.slots) == width < draft.n_cols and row.role != "header":
            row = replace(row, slots=(*row.slots, *(BLANK,) * (draft.n_cols - width)))
        kept.append(replace(row, after_break=True) if broken and not row.after_break else row)
        broken = False
    return draft.with_rows(kept, *repairs) if repairs else draft


def _completed(head: Row, again: Row, over: Sequence[str]) -> Row:
    """The heading row with what it lost and the row below says; one that says the same, if elsewhere, says no more."""
    if _texts(head) == _texts(again):
        return head
    found = (j for j in again.filled() if not head[j] and head[j].merged != "left")
    lost = {j for j in found if j < len(head.slots) and _folded(again[j].text) != over[j]}
    slots = tuple(again[j] if j in lost else slot for j, slot in enumerate(head.slots))
    return replace(head, slots=slots) if lost else head


def _columns(draft: Draft) -> Mapping[int, tuple[str, ...]]:
    """For each heading row what it says over each column."""
    return {
        i: tuple(_folded(draft.resolved(i, j)) for j in range(draft.n_cols))
        for i, row in enumerate(draft.rows)
        if row.role == "header"
    }


def _said(draft: Draft, row: Row, columns: Mapping[int, tuple[str, ...]], below: int | None) -> int | None:
    """The heading row that says the same in each column of this row, or there with another word for the names of the rows
    (镇街 for 乡镇), or has lost what this one says."""
    filled = row.filled()
    for i, over in columns.items():
        if len(filled) < _FEWEST or filled[-1] >= len(over):
            continue
        pairs = [(_folded(row[j].text), over[j], bool(draft.rows[i][j])) for j in filled]
        other = [(a, b, said) for a, b, said in pairs if a != b]
        named = all(not said or meaning(a) == meaning(b) == "label" for a, b, said in other)
        named = named and len(other) < len(pairs) - any(not said for _, _, said in other)
        if named and (below == i or not all(year(a) for a, _, _ in pairs)):
            return i
    return None


def _repair(row: Row, why: Message) -> Repair:
    return Repair("repeated_heading", row.printed(), "", why, "certified", row.span())


def _is_caption_again(row: Row, caption: str) -> bool:
    """A row that says what a row above the headings does, or that the table goes on (续表, 建设计划表（续）)."""
    texts = _texts(row)
    above = {_folded(words) for words in (caption, *caption.split())}
    said = len(texts) == 1 and texts[0] in above
    return said or (len(texts) == 1 and (is_continued(texts[0]) or names_continued(texts[0])))


def _spread(draft: Draft, row: int) -> tuple[str, ...]:
    return tuple(_folded(text) for j in range(draft.n_cols) if (text := draft.resolved(row, j)))


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(_folded(slot.text) for slot in row.slots if slot.text)


def _folded(text: str) -> str:
    return "".join(text.split()).replace("（", "(").replace("）", ")")
