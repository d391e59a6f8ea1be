"""The heading printed again at the top of the next page.

| 序号 | 任务 |
| 1    | 甲   |        | 序号 | 任务 |
| 序号 | 任务 |   →    | 1    | 甲   |
| 2    | 乙   |        | 2    | 乙   |
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.headings import is_continued
from pipeline.messages import Message, say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row


def drop_repeated_headings(draft: Draft) -> Draft:
    """Take out body rows that say what a heading row says, cell for cell or word for word, and the caption over them."""
    heads = {_texts(row): i for i, row in enumerate(draft.rows) if row.role == "header"}
    # A heading that spans several columns or lines may be printed in each.
    heads |= {_spread(draft, i): i for i, row in enumerate(draft.rows) if row.role == "header"}
    kept: list[Row] = []
    repairs: list[Repair] = []
    broken = False
    below: int | None = None  # the heading row that comes next where the one above it was printed again
    for row in draft.rows:
        # A heading over all columns is one word: it is said again only where those above it are.
        again = heads.get(_texts(row)) if row.role == "body" else None
        if again is not None and (len(_texts(row)) > 1 or again == below):
            while kept and _is_caption_again(kept[-1], draft.caption):
                caption = kept.pop()
                repairs.append(_repair(caption, say("same_as_caption")))
                broken = broken or caption.after_break
            repairs.append(_repair(row, say("same_as_heading", row=heads[_texts(row)] + 1)))
            broken = broken or row.after_break
            below = again + 1
            continue
        below = None
        kept.append(replace(row, after_break=True) if broken and not row.after_break else row)
        broken = False
    return draft.with_rows(kept, *repairs) if repairs else draft


def _repair(row: Row, why: Message) -> Repair:
    return Repair("repeated_heading", row.printed(), "", why, "certified", row.span())


def _is_caption_again(row: Row, caption: str) -> bool:
    """A row that says what a row above the headings does, or that the table goes on (续表)."""
    texts = _texts(row)
    said = len(texts) == 1 and f" {texts[0]} " in f" {_folded(caption)} "
    return said or (len(texts) == 1 and is_continued(texts[0]))


def _spread(draft: Draft, row: int) -> tuple[str, ...]:
    return tuple(_folded(text) for j in range(draft.n_cols) if (text := draft.resolved(row, j)))


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(_folded(slot.text) for slot in row.slots if slot.text)


def _folded(text: str) -> str:
    return "".join(text.split()).replace("（", "(").replace("）", ")")
