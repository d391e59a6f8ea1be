"""A label printed once for several rows, at their top or beside their middle.

| 1 |          | 1.门 |         | 1 | （一）甲 | 1.门 |
| 2 | （一）甲 | 2.窗 |    →    | 2 |    "     | 2.窗 |
| 3 |          | 1.水 |         | 3 | （二）乙 | 1.水 |
| 4 | （二）乙 | 2.电 |         | 4 |    "     | 2.电 |
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import number
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.messages import Message, say
from pipeline.model import Certainty, Issue, Repair
from pipeline.tables.centred_labels import Cover, centred_covers, covers_of_segments, item_segments
from pipeline.tables.draft import UP, Draft, Row
from pipeline.tables.group_rows import notes_of_some
from pipeline.tables.group_sums import adds_up_group, heads_group, sum_of_group_at
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.half_names import lost_name
from pipeline.tables.repairs.known_names import says_class

#: Blanks in these columns mean that there is nothing, not that the cell above reaches down.
OWN_CELLS = {*AGENCY_MEANINGS, "note", "deadline", "value", "year_value", "total", "nature"}
_FEWEST_NUMBERED = 3  # rows, each with its name


def carry_labels(draft: Draft) -> Draft:
    """Let labels reach over the rows they cover, column by column from the left.

    Not where rows were left as printed because nothing says how to lay them: their blanks may be no labels' ones.
    """
    if draft.loose:
        return draft
    for col in _label_columns(draft):
        on_top = _stand_on_top(draft, col)
        for block in _blocks(draft, col):
            draft = _carry(draft, col, block, on_top)
    return draft


def _label_columns(draft: Draft) -> list[int]:
    """Columns with blanks to the left of the first column that has none."""
    body = [row for row in draft.rows if row.role == "body"]
    meanings = heading_meanings(draft)
    if len(body) < 2:
        return []
    columns = []
    for col in range(draft.n_cols - 1):
        filled = sum(bool(row[col].text) for row in body)
        covered = sum(row[col].merged != "" for row in body)
        if filled + covered == len(body):
            if meanings[col] == "row_number" or covered:
                continue
            break
        if meanings[col] == "row_number" and (
            _names_each(body, col + 1, meanings) or _numbers_each(body, col)
        ):
            continue
        words = [row[col].text for row in body if row[col].text]
        words = words or [row[col].text for i, row in enumerate(draft.rows) if heads_group(draft, col, i + 1)]
        numbers = sum(number(text) is not None for text in words)
        if (
            meanings[col] in OWN_CELLS
            or not words
            or (numbers * 2 > len(words) and meanings[col] != "row_number")
        ):
            break
        if not lost_name(body, col):
            columns.append(col)
    full = any(all(row[j].text for row in body) for j in range(len(columns), draft.n_cols))
    return columns if full else []


def _names_each(body: Sequence[Row], col: int, meanings: Sequence[str]) -> bool:
    """Each row has its own name: no number reaches over two towns."""
    names = [row[col].text for row in body]
    of_names = meanings[col] in ("label", "indicator", "unit", *AGENCY_MEANINGS)  # 实施单位 over towns
    of_towns = 2 * sum(map(says_class, names)) > len(names)  # under 镇（乡）
    return (of_names or of_towns) and all(names) and len(set(names)) == len(names)


def _numbers_each(body: Sequence[Row], col: int) -> bool:
    """A row has a number and its label stands above, or each name has its own up to the page's end, below which none is
    printed: numbers count rows, and those that are not printed are lost."""
    names = [row[col + 1].text for row in body]
    told = next((n for n, row in enumerate(body) if not row[col].text), len(body))
    below = body[told:]
    lost = told >= _FEWEST_NUMBERED and any(row.after_break for row in below[:1])
    lost = lost and not any(row[col].text for row in below)
    own = lost and all(names) and len(set(names)) == len(names)
    return own or any(row[col].text and not row[col + 1].text for row in body)


def _blocks(draft: Draft, col: int) -> list[tuple[int, int]]:
    """Stretches of body rows, cut at group and total rows and where a label further left changes; below a note of some rows
    (以下镇街属西片) from the first label on."""
    cuts, noted = [0], notes_of_some(draft.rows)
    for i in range(1, len(draft.rows)):
        here, above = draft.rows[i], draft.rows[i - 1]
        new_left = any(here[j].text and _spans(draft, j) for j in range(col))
        if here.role != above.role or new_left:
            cuts.append(i)
    cuts.append(len(draft.rows))
    blocks = [(s, e) for s, e in itertools.pairwise(cuts) if draft.rows[s].role == "body"]
    return [
        (next((i for i in range(s, e) if draft.rows[i][col].text), e) if s - 1 in noted else s, e)
        for s, e in blocks
    ]


def _spans(draft: Draft, col: int) -> bool:
    return any(row[col].merged == "up" and row.role == "body" for row in draft.rows)


def _carry(draft: Draft, col: int, block: tuple[int, int], on_top: bool) -> Draft:
    rows = draft.rows
    start, end = block
    printed = [i for i in range(start, end) if rows[i][col].text]
    blanks = [i for i in range(start, end) if not rows[i][col].text and not rows[i][col].merged]
    if blanks and not printed and heads_group(draft, col, start):
        printed, block = [start - 1], (start - 1, end)
    if not printed or not (blanks or sum_of_group_at(draft, col, block)):
        return draft
    covers, why, certainty = _covers(draft, col, block, printed)
    if not covers and not on_top:
        covers = _in_middles(draft, col, block, printed)
        draft = draft if len(printed) == 1 else replace(draft, unique=False)  # no sum tells of the middles
    if not covers:
        issue = Issue(
            "ambiguous_label", say("label_reach_unclear", label=rows[printed[0]][col].text), f"row {start}",
            rows[printed[0]].span(),
        )  # fmt: skip
        return replace(draft, issues=(*draft.issues, issue), ambiguous=True)
    changed = list(rows)
    repairs = []
    for cover in (_with_subtotal(draft, col, cover) for cover in covers):
        if cover.end - cover.start == 1:
            continue
        label = rows[cover.at][col]
        for i in range(cover.start, cover.end):
            slots = list(changed[i].slots)
            slots[col] = label if i == cover.start else UP
            changed[i] = replace(changed[i], slots=tuple(slots))
        kind = "merged_label" if cover.at == cover.start else "centred_label"
        before = f"{cover.at + 1}: {label.text}"
        after = f"{cover.start + 1}–{cover.end}: {label.text}"
        repairs.append(Repair(kind, before, after, why, certainty, rows[cover.at].span(), row=cover.start))
    return draft.with_rows(changed, *repairs)


def _with_subtotal(draft: Draft, col: int, cover: Cover) -> Cover:
    """A label that reaches the last row of its group reaches the sum below it."""
    reaches = sum_of_group_at(draft, col, (cover.start, cover.end))
    return replace(cover, end=cover.end + 1) if reaches else cover


def _covers(
    draft: Draft, col: int, block: tuple[int, int], printed: list[int]
) -> tuple[list[Cover], Message, Certainty]:
    segments = item_segments(draft, col, block)
    by_items = covers_of_segments(draft, col, segments, printed)
    if by_items:
        return by_items, say("items_restart"), "certified"
    if printed[0] == block[0]:
        ends = [*printed[1:], block[1]]
        covers = [Cover(s, s, e) for s, e in zip(printed, ends, strict=True)]
        return covers, say("blank_below_label"), "probable"
    return [], say("label_in_middle"), "probable"


def _in_middles(draft: Draft, col: int, block: tuple[int, int], printed: list[int]) -> list[Cover]:
    """The rows of labels that stand beside their middle; of one alone all down to the sum that adds them up."""
    if len(printed) == 1 and adds_up_group(draft, col, block):
        return [Cover(block[0], printed[0], block[1])]
    return centred_covers(printed, block)


def _stand_on_top(draft: Draft, col: int) -> bool:
    """A label of the column reaches down from the first row of its block: the others do too."""
    blocks = ((start, end) for start, end in _blocks(draft, col) if end - start > 1)
    return any(
        draft.rows[start][col].text and not any(draft.rows[i][col].text for i in range(start + 1, end))
        for start, end in blocks
    )
