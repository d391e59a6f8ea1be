"""A figure that character recognition took for another, where row and column say which.

    | 项目 | 合计 | 甲 | 乙 |        | 项目 | 合计 | 甲 | 乙 |
    | 东镇 | 8    | 3  | 5  |        | 东镇 | 8    | 3  | 5  |
    | 西镇 | 15   | 6  | 8  |   →    | 西镇 | 15   | 6  | 9  |
    | 合计 | 23   | 9  | 14 |        | 合计 | 23   | 9  | 14 |

Totals along one axis alone leave several cells that one figure would put right (measured: a single one in
under 22 % of cases); those are named in an issue and nothing is changed. Sums cannot prove that it was misread:
the source may print the wrong figure, so the repair is probable and the table is not certified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.cells import number
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import Draft
from pipeline.tables.relations import RowRelation, row_relations, row_values
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.sums import ColumnSum, column_sums

# Figures whose shapes are confused in print and in recognition.
_ALIKE = frozenset(
    {"08", "06", "17", "27", "38", "49", "56", "58", "68", "89", "12", "35", "14", "69", "09", "39"}
)
_MOST_BROKEN = 6  # with more wrong sums the table is not misread by a figure
_MOST_NAMED = 4


class _Cure(NamedTuple):
    """Row, column and what should stand there so that a column sum and a row identity come out."""

    row: int
    col: int
    text: str
    proved: bool


def mend_digits(draft: Draft) -> Draft:
    """Put right the one figure that makes both its column sum and its row identity come out."""
    if draft.ambiguous:
        return draft
    sums = column_sums(draft, group_total_rows(draft))
    broken = broken_sums(draft, sums)
    if not broken or len(broken) > _MOST_BROKEN:
        return draft
    relations = row_relations(draft)
    for stated in broken:
        cures = list(_cures(draft, stated, sums, relations))
        proved = [cure for cure in cures if cure.proved]
        draft = _cured(draft, proved[0], stated) if len(proved) == 1 else _named(draft, cures, stated)
    return draft


def _cures(
    draft: Draft, stated: ColumnSum, sums: list[ColumnSum], relations: list[RowRelation]
) -> Iterator[_Cure]:
    values = {i: row_values(draft.rows[i], draft.n_cols) for i in (*stated.rows, stated.total_row)}
    total = values[stated.total_row][stated.col] or Decimal(0)
    gap = total - sum((values[i][stated.col] or Decimal(0) for i in stated.rows), Decimal(0))
    for i in (*stated.rows, stated.total_row):
        old = values[i][stated.col]
        if old is None:
            continue
        wanted = _as_printed(draft.rows[i][stated.col].text, old + (gap if i != stated.total_row else -gap))
        if not wanted or not _one_figure(draft.rows[i][stated.col].text, wanted):
            continue
        fixed = list(values[i])
        fixed[stated.col] = number(wanted)
        mine = [
            r
            for r in relations
            if stated.col in (r.total, *r.plus, *r.minus) and r.residual(values[i]) is not None
        ]
        wrong_before = [r for r in mine if r.residual(values[i])]
        right_after = all(r.residual(fixed) == 0 for r in mine)
        if wrong_before or not mine:
            yield _Cure(
                i,
                stated.col,
                wanted,
                bool(wrong_before)
                and right_after
                and _keeps(draft, _Cure(i, stated.col, wanted, False), sums),
            )


def _keeps(draft: Draft, cure: _Cure, sums: list[ColumnSum]) -> bool:
    """With the figure put right, every sum that the cell takes part in comes out."""
    mine = [s for s in sums if s.col == cure.col and cure.row in (s.total_row, *s.rows)]
    return not broken_sums(_with_text(draft, cure), mine)


def _with_text(draft: Draft, cure: _Cure) -> Draft:
    rows = list(draft.rows)
    slots = [rows[cure.row][j] for j in range(max(draft.n_cols, len(rows[cure.row].slots)))]
    slots[cure.col] = replace(slots[cure.col], text=cure.text)
    rows[cure.row] = replace(rows[cure.row], slots=tuple(slots))
    return replace(draft, rows=tuple(rows))


def _as_printed(text: str, value: Decimal) -> str:
    """The value with as many digits behind the point as `text`; "" where it cannot be written so."""
    if value < 0 or "," in text:
        return ""
    places = len(text.partition(".")[2])
    written = f"{value:.{places}f}"
    return written if Decimal(written) == value else ""


def _one_figure(old: str, new: str) -> bool:
    """The texts differ in one figure, and the two look alike."""
    if len(old) != len(new):
        return False
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return len(pairs) == 1 and "".join(sorted(pairs[0])) in _ALIKE


def _cured(draft: Draft, cure: _Cure, stated: ColumnSum) -> Draft:
    row = draft.rows[cure.row]
    why = say("digit_for_sums", column=cure.col + 1, row=stated.total_row + 1)
    repair = Repair("misread_digit", row[cure.col].text, cure.text, why, "probable", row.span(), row=cure.row)
    return replace(_with_text(draft, cure), repairs=(*draft.repairs, repair))


def _named(draft: Draft, cures: list[_Cure], stated: ColumnSum) -> Draft:
    """An issue that names the cells where another figure would make the sum come out."""
    if not cures:
        return draft
    cells = [
        say("digit_or", row=c.row + 1, printed=draft.rows[c.row][c.col].text, other=c.text)
        for c in cures[:_MOST_NAMED]
    ]
    if len(cures) > _MOST_NAMED:
        cells.append(say("digits_more", n=len(cures) - _MOST_NAMED))
    said = say("digit_undecided", column=stated.col + 1, row=stated.total_row + 1, cells=tuple(cells))
    found = Issue("undecided_digit", said, f"row {stated.total_row}", draft.rows[stated.total_row].span())
    return replace(draft, issues=(*draft.issues, found))
