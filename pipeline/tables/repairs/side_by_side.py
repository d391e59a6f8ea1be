"""A narrow table printed in two or three parts beside each other.

| 序号 | 任务 | 序号 | 任务 |        | 序号 | 任务 |
| 1    | 甲   | 3    | 丙   |   →    | 1    | 甲   |
| 2    | 乙   | 4    | 丁   |        | 2    | 乙   |
                                     | 3    | 丙   |
                                     | 4    | 丁   |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.cells import is_dash, is_subtotal, is_total, number
from pipeline.language.headings import meaning
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row

_NAMES_ROWS = ("row_number", "label", "indicator", "task")
_FEWEST = 2  # columns of a part


def stack_parts(draft: Draft) -> Draft:
    """Put parts under the same headings below each other: the first one down to its end, then the next."""
    heads = [row for row in draft.rows if row.role == "header"]
    parts = _parts(draft) if len(heads) == 1 else 1
    body = [row for row in draft.rows if row.role != "header"]
    if parts == 1 or any(row.role in ("group", "note") for row in body):
        return draft
    width = draft.n_cols // parts
    stacked = [row for part in range(parts) for row in _cut(body, part * width, width)]
    by_row = [cut for row in body for part in range(parts) for cut in _cut([row], part * width, width)]
    order = next((rows for rows in (stacked, by_row) if _runs_on(rows)), stacked)
    order = sorted(order, key=_is_end)
    rows = (*_cut(heads, 0, width), *order)
    proof = say("numbers_run_on") if _runs_on(order) else say("headings_beside_themselves")
    certainty = "certified" if _runs_on(order) else "probable"
    before, after = f"{len(body)} × {draft.n_cols}", f"{len(order)} × {width}"
    note = Repair("side_by_side", before, after, proof, certainty, heads[0].span())  # type: ignore[arg-type]
    return replace(draft, rows=rows, n_cols=width, repairs=(*draft.repairs, note))


def _parts(draft: Draft) -> int:
    """How often the headings stand beside themselves."""
    leaves = [path[-1] if path else "" for path in draft.paths()]
    for parts in (2, 3, 4):
        width, rest = divmod(len(leaves), parts)
        if width < _FEWEST or rest or leaves != leaves[:width] * parts:
            continue
        if meaning(leaves[0]) in _NAMES_ROWS or _are_names(draft, range(0, draft.n_cols, width)):
            return parts
    return 1


def _are_names(draft: Draft, cols: Sequence[int]) -> bool:
    """These columns hold words or years, no two alike: names of rows under a heading that no lexicon has (年度)."""
    texts = [row[j].text for row in draft.rows if row.role != "header" for j in cols if row[j]]
    words = all(number(text) is None and not is_dash(text) for text in texts)
    return words and len(texts) > len(cols) and len(texts) == len(set(texts))


def _is_end(row: Row) -> bool:
    """合计 at the end of one part is that of all."""
    return any(is_total(row[j].text) and not is_subtotal(row[j].text) for j in row.filled()[:1])


def _cut(rows: Sequence[Row], start: int, width: int) -> list[Row]:
    """Columns [start, start + width) of the rows, blank rows left out."""
    cut = [replace(row, slots=tuple(row[j] for j in range(start, start + width))) for row in rows]
    return [row for row in cut if row.filled()]


def _runs_on(rows: Sequence[Row]) -> bool:
    numbers = [number(row[0].text) for row in rows]
    return len(numbers) > 1 and all(a is not None and b == a + 1 for a, b in pairwise(numbers))
