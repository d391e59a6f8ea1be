"""Columns that lost their name, though the rows tell that they are there: a heading line has a blank where they stand.

| 镇街 | 床位 |      | 公厕 |      |
|      | 现有 | 新增 |      | 新增 |
| 东镇 | 1    | 2    | 3    | 4    |      of 3 nobody knows more than 公厕
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_total, is_value, number
from pipeline.language.headings import meaning
from pipeline.tables.draft import BLANK, UP, Row, Slot
from pipeline.tables.spans import stand_over_figures

_MOSTLY = 0.8  # of the rows have as many cells as the headings
_FEWEST, _OFTEN = 3, 0.2  # figures that are no row which slipped aside
_FEWEST_WORDS = 3  # of a line of headings


def even_width(rows: Sequence[Row], heads: Sequence[Sequence[Slot]]) -> int:
    """How many columns the first line of several and (nearly) all rows have, without those at the end in which a row or two
    have something; 0 where they have not as many."""
    body, width = rows[len(heads) :], len(rows[0].slots)
    alike = [row for row in body if len(row.slots) == width]
    longest = max((len(row.slots) for row in rows[: len(heads)]), default=0)
    if len(heads) < 2 or width < longest or len(alike) < _MOSTLY * len(body):
        return 0
    while width and not (
        any(row[width - 1].text for row in rows[: len(heads)]) or _is_used(alike, width - 1)
    ):
        width -= 1
    return width


def _is_used(rows: Sequence[Row], col: int) -> bool:
    """A total stands there and something that it adds up, or many rows have a figure there."""
    figures = [row for row in rows if number(row[col].text) is not None]
    totals = [row for row in figures if any(is_total(row[j].text) for j in row.filled()[:2])]
    return len(figures) > len(totals) > 0 or len(figures) >= max(_FEWEST, _OFTEN * len(rows))


def lacks_names(rows: Sequence[Row], runs: Sequence[tuple[int, int]]) -> bool:
    """The first row has words alone, over figures, no name before them, and less than the columns that they may divide."""
    filled = rows[0].filled()
    inside = sum(any(start <= j < end for start, end in runs) for j in filled)
    fewer = inside < sum(end - start for start, end in runs)
    return len(filled) >= _FEWEST_WORDS and filled[0] > 0 and fewer and stand_over_figures(rows, filled)


def without_names(rows: Sequence[Row], heads: Sequence[Sequence[Slot]], n_cols: int) -> list[list[Slot]]:
    """The lines of headings with a blank, and not the heading beside, over figures below which the last has none, and over
    names beside 序号."""
    laid = [list(line) for line in heads]
    body = rows[len(laid) :]
    for j in range(1, min(n_cols, len(laid[0])) if laid else 1):
        blank = not any(row[j].text or row[j].merged for row in rows[: len(laid)])
        if blank and meaning(laid[0][j - 1].text) == "row_number" and _are_names(body, j):
            laid[0][j], laid[1:] = BLANK, [[*line[:j], UP, *line[j + 1 :]] for line in laid[1:]]
    if len(laid) < 2:
        return laid
    for j in range(1, min(n_cols, len(laid[-1]))):
        spanned = laid[-2][j].merged == "left" and laid[-1][j].merged == "left"
        if spanned and any(is_value(row[j].text) for row in body):
            laid[-1][j] = BLANK
    return laid


def _are_names(rows: Sequence[Row], col: int) -> bool:
    """Words stand here, and figures before them, in most rows: no number counts over its name."""
    told = [row for row in rows if len(row.filled()) > 1 and row[col - 1].text]
    return 2 * sum(number(row[col - 1].text) is not None and not is_value(row[col].text or "0") for row in told) > len(told)
