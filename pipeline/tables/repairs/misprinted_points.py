"""A decimal point printed or recognised as another mark: 19,3 and 18。0 among figures.

| 镇街 | 公路（公里） |        | 镇街 | 公路（公里） |
| 东镇 | 19,3         |        | 东镇 | 19.3         |
| 西镇 | 5.2          |   →    | 西镇 | 5.2          |
| 合计 | 24.5         |        | 合计 | 24.5         |

The point is put where the printed sum of the column then comes out, as probable; else the cell stands as printed, and an
issue says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.addends import addend
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import Draft
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.repairs.letters_for_figures import MARKED_POINT
from pipeline.tables.sums import ColumnSum, column_sums


def mend_points(draft: Draft) -> Draft:
    """Write the points, with a repair or an issue for each cell."""
    places = list(_marked(draft))
    if not places:
        return draft
    found = draft
    for col in sorted({j for _, j in places}):
        found = _column_mended(found, col, [i for i, j in places if j == col])
    return found


def _marked(draft: Draft) -> Iterator[tuple[int, int]]:
    """The cells of figures with another mark for the point, in columns of figures."""
    for j in range(draft.n_cols):
        texts = [(i, draft.rows[i][j].text) for i in draft.body() if draft.rows[i][j].text]
        figures = sum(addend(text) is not None for _, text in texts)
        marked = [i for i, text in texts if MARKED_POINT.fullmatch(text)]
        if marked and figures >= max(2, len(texts) - len(marked)):
            yield from ((i, j) for i in marked)


def _column_mended(draft: Draft, col: int, places: list[int]) -> Draft:
    rows = list(draft.rows)
    for i in places:
        text = MARKED_POINT.sub(r"\1.\2", rows[i][col].text)
        slots = (replace(slot, text=text) if j == col else slot for j, slot in enumerate(rows[i].slots))
        rows[i] = replace(rows[i], slots=tuple(slots))
    way = draft.with_rows(rows)
    sums = [stated for stated in column_sums(way, group_total_rows(way)) if stated.col == col]
    if not sums or broken_sums(way, sums) or not _covers(sums, places):
        issues = (
            Issue("undecided_digit", say("point_unclear", row=i + 1, printed=draft.rows[i][col].text), f"row {i}", draft.rows[i].span())
            for i in places
        )  # fmt: skip
        return replace(draft, issues=(*draft.issues, *issues))
    repairs = (
        Repair("misread_digit", draft.rows[i][col].text, rows[i][col].text,
               say("point_for_sum", column=col + 1, row=sums[0].total_row + 1), "probable", rows[i].span(), row=i)
        for i in places
    )  # fmt: skip
    return draft.with_rows(rows, *repairs)


def _covers(sums: Sequence[ColumnSum], places: Sequence[int]) -> bool:
    return all(any(i in (*stated.rows, stated.total_row) for stated in sums) for i in places)
