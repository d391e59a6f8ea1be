"""A decimal point printed or recognised as another mark, 19,3 and 18。0 among figures, or lost: 193.

| 镇街 | 公路（公里） |        | 镇街 | 公路（公里） |
| 东镇 | 19,3         |        | 东镇 | 19.3         |
| 西镇 | 5.2          |   →    | 西镇 | 5.2          |
| 合计 | 24.5         |        | 合计 | 24.5         |

The point is put where the printed sum of the column then comes out, as probable, a lost one where it does so in one cell
alone; else the cell stands as printed, and an issue says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.language.addends import addend
from pipeline.language.cells import decimals
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.draft import Draft
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.repairs.letters_for_figures import MARKED_POINT
from pipeline.tables.sums import ColumnSum, column_sums

_FEWEST_POINTS = 3  # that say that the column has them


def mend_points(draft: Draft) -> Draft:
    """Write the points, with a repair or an issue for each cell."""
    places = list(_marked(draft))
    found = draft
    for col in sorted({j for _, j in places}):
        found = _column_mended(found, col, [i for i, j in places if j == col])
    return _with_lost_points(found)


def _with_lost_points(draft: Draft) -> Draft:
    """The point written into the one figure without it, where all others of its column have one and only so its sums come out."""
    if draft.ambiguous:
        return draft
    sums = column_sums(draft, group_total_rows(draft))
    for col in sorted({stated.col for stated in broken_sums(draft, sums)}):
        stated = [one for one in sums if one.col == col]
        texts = {i: draft.rows[i][col].text for one in stated for i in (*one.rows, one.total_row)}
        figures = {text for text in texts.values() if addend(text) is not None}
        behind = {decimals(text) for text in figures if not text.isdecimal()}
        if len(behind) != 1 or sum(not text.isdecimal() for text in texts.values() if text) < _FEWEST_POINTS:
            continue
        (digits,) = behind
        gaps = [(sum_gap(draft, one), frozenset(one.rows), one.total_row) for one in stated]
        ways = [
            i for i, text in texts.items() if text.isdecimal() and _makes_up(i, Decimal(text), digits, gaps)
        ]
        if len(ways) == 1:
            text = texts[ways[0]].rjust(digits + 1, "0")
            way = _with_texts(draft, col, {ways[0]: f"{text[:-digits]}.{text[-digits:]}"})
            draft = _with_repairs(draft, way, stated[0], ways)
    return draft


def _makes_up(
    row: int, value: Decimal, digits: int, gaps: Sequence[tuple[Decimal, frozenset[int], int]]
) -> bool:
    """With a point before so many digits of the value every sum comes out."""
    less = value - value.scaleb(-digits)
    return all(gap == (less if row in rows else -less if row == total else 0) for gap, rows, total in gaps)


def _marked(draft: Draft) -> Iterator[tuple[int, int]]:
    """The cells of figures with another mark for the point, in columns of figures."""
    for j in range(draft.n_cols):
        texts = [(i, draft.rows[i][j].text) for i in draft.body() if draft.rows[i][j].text]
        figures = sum(addend(text) is not None for _, text in texts)
        marked = [i for i, text in texts if MARKED_POINT.fullmatch(text)]
        if marked and figures >= max(2, len(texts) - len(marked)):
            yield from ((i, j) for i in marked)


def _column_mended(draft: Draft, col: int, places: list[int]) -> Draft:
    written = {i: MARKED_POINT.sub(r"\1.\2", draft.rows[i][col].text) for i in places}
    way = _with_texts(draft, col, written)
    sums = [stated for stated in column_sums(way, group_total_rows(way)) if stated.col == col]
    if not sums or broken_sums(way, sums) or not _covers(sums, places):
        issues = (
            Issue("undecided_digit", say("point_unclear", row=i + 1, printed=draft.rows[i][col].text), f"row {i}", draft.rows[i].span())
            for i in places
        )  # fmt: skip
        return replace(draft, issues=(*draft.issues, *issues))
    return _with_repairs(draft, way, sums[0], places)


def _with_texts(draft: Draft, col: int, texts: Mapping[int, str]) -> Draft:
    rows = list(draft.rows)
    for i, text in texts.items():
        slots = (replace(slot, text=text) if j == col else slot for j, slot in enumerate(rows[i].slots))
        rows[i] = replace(rows[i], slots=tuple(slots))
    return draft.with_rows(rows)


def _with_repairs(draft: Draft, way: Draft, stated: ColumnSum, places: Sequence[int]) -> Draft:
    why = say("point_for_sum", column=stated.col + 1, row=stated.total_row + 1)
    cells = ((draft.rows[i][stated.col].text, way.rows[i][stated.col].text, i) for i in places)
    repairs = (
        Repair("misread_digit", before, after, why, "probable", draft.rows[i].span(), row=i)
        for before, after, i in cells
    )
    return draft.with_rows(way.rows, *repairs)


def _covers(sums: Sequence[ColumnSum], places: Sequence[int]) -> bool:
    return all(any(i in (*stated.rows, stated.total_row) for stated in sums) for i in places)
