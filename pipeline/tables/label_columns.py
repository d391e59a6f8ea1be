"""Which columns name the rows, each of which has something there."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_subtotal, is_total
from pipeline.tables.draft import Row

_OFTEN = 0.8  # of the rows
_FEWEST = 3  # rows that teach which columns are always filled
_ROW_NAMES = ("label", "indicator", "task")


def label_columns(
    whole: Sequence[Row], usual: Sequence[Row], meanings: Sequence[str], lead: int
) -> frozenset[int]:
    """As the rows of full width have it, and those of the body that are as long as is usual; where groups have sums beside
    their labels, from the names of their members on."""
    body = [row for row in whole if row.role == "body"]
    labels = _labels(body, meanings, lead)
    if len(body) < _FEWEST and sum(bool(row[0]) for row in usual) < _OFTEN * len(usual):
        labels -= {0}  # the label of a group stands once, whatever the few rows of full width have
    members = _member_column(whole)
    return frozenset(j for j in labels if j >= members) | ({members} if members else set())


def _member_column(whole: Sequence[Row]) -> int:
    """Where the rows of groups have their names: where 小计 stands beside the label of its group."""
    beside = (
        j
        for row in whole
        if row.role == "total"
        for j in row.filled()[1:2]
        if is_subtotal(row[j].text) and row[j - 1].text and not is_total(row[j - 1].text)
    )
    return next(beside, 0)


def _labels(body: Sequence[Row], meanings: Sequence[str], lead: int) -> frozenset[int]:
    """The first column, others that name the rows, if (nearly) every row has something there, and any of the `lead`ing
    that all fill."""
    filled = [sum(bool(row[j]) for row in body) for j in range(len(meanings))]
    taught = len(body) >= _FEWEST
    return frozenset(
        j
        for j, n in enumerate(filled)
        if (n == len(body) and taught and j < lead)
        or (n >= _OFTEN * len(body) and (j == 0 or (taught and meanings[j] in _ROW_NAMES)))
    )
