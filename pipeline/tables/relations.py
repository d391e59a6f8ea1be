"""Arithmetic that a table states about itself: sums down columns, sums and differences along rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from pipeline.language.addends import addend, adds_up, is_whole_place
from pipeline.language.cells import decimals, number
from pipeline.language.headings import meaning
from pipeline.tables.draft import Draft, Row

_MIN_ROWS = 5  # fewer rows satisfy an identity between three columns of small counts by chance
_MAX_COLS = 24  # the search for identities is cubic in the columns


class RowRelation(NamedTuple):
    """In each row the number in `total` should be the sum of `plus` less `minus`."""

    total: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()
    blank_is_zero: bool = False

    @property
    def columns(self) -> tuple[int, ...]:
        return (self.total, *self.plus, *self.minus)

    @property
    def last(self) -> int:
        return max(self.columns)

    def residual(self, values: Sequence[Decimal | None]) -> Decimal | None:
        """What is missing, None where a needed number is not there."""
        left = values[self.total]
        if left is None:
            return None
        for j in self.plus:
            if part := values[j]:
                left -= part
            elif part is None and not self.blank_is_zero:
                return None
        for j in self.minus:
            if part := values[j]:
                left += part
            elif part is None and not self.blank_is_zero:
                return None
        return left


def row_values(row: Row, n_cols: int) -> list[Decimal | None]:
    return [(addend if j else number)(row[j].text) for j in range(n_cols)]


def tolerance(texts: Sequence[str]) -> Decimal:
    """Half a unit of the last printed digit for each number that has a fraction (XBRL Calculations 1.1)."""
    digits = [decimals(text) for text in texts if text]
    if not any(digits):
        return Decimal(0)
    return sum((Decimal(5) * Decimal(10) ** -(d + 1) for d in digits), Decimal(0))


def is_rounded(gaps: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether sums differ by rounding here, from the gap of each sum and the most that rounding explains.

    Rounded addends of four rows or more seldom add up to the last figure. Where most sums do, the
    amounts are exact, and a small gap is a wrong figure.
    """
    exact = sum(gap == 0 for gap, _ in gaps)
    near = sum(0 < gap <= most for gap, most in gaps)
    return near >= exact


def row_relations(draft: Draft) -> list[RowRelation]:
    """Sums and differences that (nearly) every row satisfies: 合计 columns, 缺口 = 村数 − 现有."""
    return [*row_totals(draft), *differences(draft)]


def meant_totals(draft: Draft) -> list[RowRelation]:
    """The sums that the columns headed 合计 are meant to be: that hold in half of the rows, or in a total row, which adds up
    both ways. Where they do not hold a figure is wrong."""
    rows = [(row.role, row_values(row, draft.n_cols)) for row in draft.rows if row.role in ("body", "total")]
    found: dict[int, tuple[tuple[bool, int], RowRelation]] = {}
    for relation in _total_columns(draft):
        right = [
            role for role, values in rows if _is_busy(relation, values) and relation.residual(values) == 0
        ]
        stated = sum(values[relation.total] not in (None, 0) for _, values in rows)
        how = ("total" in right, len(right))
        if ("total" in right or 2 * len(right) >= max(stated, 2)) and how > found.get(
            relation.total, ((False, 0),)
        )[0]:
            found[relation.total] = how, relation
    return [relation for _, relation in found.values()]


def _is_busy(relation: RowRelation, values: Sequence[Decimal | None]) -> bool:
    """Two figures or more are added up."""
    return sum(bool(values[j]) for j in relation.plus) > 1


def row_totals(draft: Draft) -> list[RowRelation]:
    """The columns headed 合计 or 小计, each with what it is the sum of in nearly every row."""
    rows = _body_values(draft)
    best: dict[int, tuple[int, RowRelation]] = {}
    for relation in _total_columns(draft):
        right = sum(relation.residual(row) == 0 for row in rows)
        if _holds(relation, rows, share=0.8, least=3) and right > best.get(relation.total, (0,))[0]:
            best[relation.total] = right, relation
    return [relation for _, relation in best.values()]


def _body_values(draft: Draft) -> list[list[Decimal | None]]:
    return [row_values(row, draft.n_cols) for row in draft.rows if row.role == "body"]


def _holds(relation: RowRelation, rows: Sequence[Sequence[Decimal | None]], share: float, least: int) -> bool:
    """Whether it is right in so large a share of the rows that have its numbers, and in so many; asked of row after row
    until more are wrong than any number of right ones could make up for."""
    zero, wrong, most = 0, 0, (1 - share) * len(rows)
    for residual in map(relation.residual, rows):
        if residual == 0:
            zero += 1
        elif residual is not None:
            wrong += 1
            if wrong > most + 1:
                return False
    return zero >= least and zero >= share * (zero + wrong)


def _total_columns(draft: Draft) -> list[RowRelation]:
    """Candidate sums for each column headed 合计/小计: its siblings, or every other number column."""
    paths = draft.paths()
    totals = [
        j
        for j, path in enumerate(paths)
        if path and (meaning(path[-1]) == "total" or is_whole_place(path[-1]))
    ]
    candidates: list[RowRelation] = []
    for j in totals:
        parts = [k for k in range(draft.n_cols) if k not in totals and adds_up(paths[k])]
        siblings = tuple(
            k for k in parts if paths[k][:-1] == paths[j][:-1] and len(paths[k]) == len(paths[j])
        )
        leaves = tuple(
            k for k in parts if meaning(paths[k][-1] if paths[k] else "") not in ("row_number", "label")
        )
        candidates += [RowRelation(j, c, blank_is_zero=True) for c in (siblings, leaves) if len(c) > 1]
        others = tuple(k for k in totals if k != j and len(paths[k]) > len(paths[j]))
        candidates += [RowRelation(j, others, blank_is_zero=True)] if len(others) > 1 else []
    return candidates


def differences(draft: Draft) -> list[RowRelation]:
    """a = b − c that holds wherever all three are printed, in enough rows and with c and a not idle."""
    rows, n_cols, paths = _body_values(draft), draft.n_cols, draft.paths()
    number_cols = [j for j in range(n_cols) if sum(row[j] is not None for row in rows) >= _MIN_ROWS]
    number_cols = [j for j in number_cols if adds_up(paths[j] if j < len(paths) else ())]
    if len(number_cols) > _MAX_COLS:
        return []
    found = []
    sample = rows[:: max(1, len(rows) // 40)]  # enough to turn down all but the true identities
    for b in number_cols:
        for a, c in combinations([j for j in number_cols if j != b], 2):
            relation = RowRelation(b, (a, c))
            if not _holds(relation, sample, 0.8, 1):
                continue
            full = [row for row in rows if None not in (row[a], row[b], row[c])]
            busy = sum(bool(row[a]) and bool(row[c]) for row in full)
            if len(full) >= _MIN_ROWS and busy >= _MIN_ROWS and _holds(relation, full, 0.9, _MIN_ROWS):
                found.append(relation)
    return found
