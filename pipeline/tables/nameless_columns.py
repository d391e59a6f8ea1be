"""Columns that lost their name, though the rows tell that they are there: a heading line has a blank where they stand.

| 镇街 | 床位 |      | 公厕 |      |
|      | 现有 | 新增 |      | 新增 |
| 东镇 | 1    | 2    | 3    | 4    |      of 3 nobody knows more than 公厕
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.cells import is_dash, is_total, is_value, number
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.language.words import entries
from pipeline.tables.draft import BLANK, UP, Row, Slot
from pipeline.tables.group_rows import opens_group
from pipeline.tables.spans import stand_over_figures

_MOSTLY = 0.8  # of the rows have as many cells as the headings
_FEWEST, _OFTEN = 3, 0.2  # figures that are no row which slipped aside
_FEWEST_WORDS = 3  # of a line of headings; two that are known for headings


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
    words = [rows[0][j].text for j in filled]
    known = len(words) > 1 and all(meaning(word) or word in entries() for word in words)
    many = len(words) >= _FEWEST_WORDS or known
    return many and filled[0] > 0 and fewer and stand_over_figures(rows, filled)


def without_names(rows: Sequence[Row], heads: Sequence[Sequence[Slot]], n_cols: int) -> list[list[Slot]]:
    """The lines of headings with a blank, and not the heading beside, over figures below which the last has none, and over
    names beside 序号, over figures beside 镇街."""
    laid = [list(line) for line in heads]
    body = rows[len(laid) :]
    for j in range(1, min(n_cols, len(laid[0])) if laid else 1):
        above = rows[: len(laid)]
        blank = not (
            any(row[j].merged for row in above) or above[0][j].text or any(row[j - 1] for row in above[1:])
        )
        beside = meaning(laid[0][j - 1].text)
        if blank and beside in NAME_MEANINGS and _are_unlike(body, j, beside == "row_number"):
            laid[0][j] = BLANK
            laid[1:] = [
                [line[0] if line[0] else UP, *line[1:j], line[j] if line[j] else UP, *line[j + 1 :]]
                for line in laid[1:]
            ]
    if len(laid) < 2:
        return laid
    for j in range(1, min(n_cols, len(laid[-1]))):
        spanned = laid[-2][j].merged == "left" and laid[-1][j].merged == "left"
        if spanned and any(is_value(row[j].text) for row in body):
            laid[-1][j] = BLANK
    return laid


def _are_unlike(rows: Sequence[Row], col: int, numbers: bool) -> bool:
    """Names stand here, and `numbers` before them, in most rows; or figures, and names before them."""
    told = [(row[col - 1].text, row[col].text) for row in rows if row[col - 1] and row[col]]
    figures = [(is_value(one) or is_dash(one), is_value(two) or is_dash(two)) for one, two in told]
    return 2 * figures.count((numbers, not numbers)) > len(figures)


def are_counted(rows: Sequence[Row]) -> bool:
    """The rows begin with 1, 2 and further numbers, each the next one or the first of a group."""
    texts = [row[0].text for row in rows if row.role == "body" and row[0] and not opens_group(row[0].text)]
    numbers = [number(text) for text in texts if not is_total(text)]
    pairs = list(pairwise(numbers))
    return len(pairs) > 1 and numbers[0] == 1 and all(a is not None and b in (a + 1, 1) for a, b in pairs)
