"""Columns that hold nothing on a later page and so were not seen there.

| 序号 | 任务 | 备注 | 时限 |
| 1    | 甲   | 新增 | 长期 |        | 2 | 乙 |  | 6月底 |
----------- page ------------   →    | 3 | 丙 |  | 长期  |
| 2    | 乙   | 6月底 |
| 3    | 丙   | 长期  |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from pipeline.language.cells import is_dash, number
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.build import names_total
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import BLANK, Draft, Row
from pipeline.tables.headings import heading_meanings

_MOST_LOST = 4
_FEWEST_ABOVE = 0.7  # of the rows before the page, so many have all columns: else short rows are usual here
_MARGIN = 1.0  # a row that fits one way better by a whole class of cell
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class _Page:
    """Rows [start, end) of one page, all `width` cells wide."""

    start: int
    end: int
    width: int


def put_back_columns(draft: Draft) -> Draft:
    """Let the cells of such a page stand under the headings they fit; where two ways fit alike, an issue."""
    for page in _narrow_pages(draft):
        draft = _widened(draft, page)
    return draft


def _narrow_pages(draft: Draft) -> list[_Page]:
    rows = draft.rows
    starts = [i for i, row in enumerate(rows) if row.after_break and row.role in ("body", "total")]
    counted = [row.role in ("body", "total") for row in rows]
    # How many rows stand above each, and how many of them have all columns.
    above = [0, *accumulate(counted)]
    whole = [
        0,
        *accumulate(
            is_one and len(row.slots) == draft.n_cols for is_one, row in zip(counted, rows, strict=True)
        ),
    ]
    pages = []
    for start, end in pairwise([*starts, len(rows)]):
        own = [row for row in rows[start:end] if row.role in ("body", "total")]
        width = max(len(row.slots) for row in own)
        alike = all(len(row.slots) == width and not any(s.merged for s in row.slots) for row in own)
        if (
            alike
            and not all(map(names_total, own))
            and 0 < draft.n_cols - width <= _MOST_LOST
            and whole[start] > _FEWEST_ABOVE * above[start]
        ):
            pages.append(_Page(start, end, width))
    return pages


def _widened(draft: Draft, page: _Page) -> Draft:
    rows = [row for row in draft.rows[page.start : page.end] if row.role in ("body", "total")]
    best, second = _placements(_fits(draft, page, rows), draft.n_cols)
    if best[0] - second[0] < _MARGIN:
        if best[1] == tuple(range(page.width)) or second[1] == tuple(range(page.width)):
            return draft  # as printed, blanks at the end cut off, is as likely: nothing is changed
        said = say("columns_missing", n=draft.n_cols - page.width, row=page.start + 1)
        found = Issue("ambiguous_columns", said, f"row {page.start}", rows[0].span())
        changed = [
            replace(row, doubt="open") if page.start <= i < page.end else row
            for i, row in enumerate(draft.rows)
        ]
        return replace(draft, rows=tuple(changed), issues=(*draft.issues, found), ambiguous=True, loose=True)
    columns = best[1]
    if columns == tuple(range(page.width)):
        return draft
    changed = list(draft.rows)
    for i in range(page.start, page.end):
        slots = [BLANK] * draft.n_cols
        for k, col in enumerate(columns):
            slots[col] = changed[i][k]
        changed[i] = replace(changed[i], slots=tuple(slots))
    gone = [j for j in range(draft.n_cols) if j not in columns]
    names = tuple("/".join(draft.paths()[j]) or str(j + 1) for j in gone)
    why = say("cells_fit_headings", columns=names)
    before, after = draft.rows[page.start].printed(), changed[page.start].printed()
    note = Repair("vanished_columns", before, after, why, "probable", rows[0].span(), row=page.start)
    return draft.with_rows(changed, note)


def _fits(draft: Draft, page: _Page, rows: Sequence[Row]) -> list[list[float]]:
    """How well each printed column fits under each heading; a column filled above is the last to be empty here."""
    names = heading_meanings(draft)
    above = [row for row in draft.rows[: page.start] if row.role == "body"][-_SAMPLE:]
    kinds = [_share(above, j) for j in range(draft.n_cols)]
    filled = [sum(bool(row[j].text) for row in above) / max(1, len(above)) for j in range(draft.n_cols)]
    sample = [row for row in rows if row.role == "body"][:_SAMPLE] or rows[:_SAMPLE]
    scores = []
    for k in range(page.width):
        texts = [row[k].text for row in sample if row[k].text]
        share = _share(sample, k)
        scores.append(
            [
                sum(fit(text, names[j], False) for text in texts if names[j])
                + (filled[j] - 2 * abs(share - kinds[j])) * len(texts)
                for j in range(draft.n_cols)
            ]
        )
    return scores


def _share(rows: Sequence[Row], col: int) -> float:
    """The share of numbers and dashes among the filled cells of a column; a half where there are none."""
    texts = [row[col].text for row in rows if row[col].text]
    return sum(number(t) is not None or is_dash(t) for t in texts) / len(texts) if texts else 0.5


_Placement = tuple[float, tuple[int, ...]]


def _placements(scores: Sequence[Sequence[float]], n_cols: int) -> tuple[_Placement, _Placement]:
    """The two best ways to put the printed columns, in order, under the headings."""
    ways: dict[int, list[_Placement]] = {-1: [(0.0, ())]}
    for k, row in enumerate(scores):
        reached: dict[int, list[_Placement]] = {}
        for last, found in ways.items():
            for col in range(last + 1, n_cols - (len(scores) - k) + 1):
                reached.setdefault(col, []).extend((s + row[col], (*cols, col)) for s, cols in found)
        ways = {col: sorted(found, reverse=True)[:2] for col, found in reached.items()}
    ranked = sorted((way for found in ways.values() for way in found), reverse=True)
    return ranked[0], (ranked[1] if len(ranked) > 1 else (float("-inf"), ()))
