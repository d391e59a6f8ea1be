"""Cells that stand for several rows of a table without rules between its rows → from which row to which they reach.

A label stands at the top of its rows, or in their middle: then the labels of a column together share out all its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language.cells import is_total
from pipeline.read.pdf.cell_runs import Runs
from pipeline.read.pdf.row_groups import Grouped
from pipeline.read.pdf.settings import Reach, is_figure, is_of_figures
from pipeline.read.pdf.shares import Height, shared_but_cut

# Of a line's height: how far heights that are one may differ.
_LEVEL = 0.3
# So many groups of rows between rules say that a column speaks for groups.
_FEWEST_GROUPS = 2


class Placed(NamedTuple):
    """The lines of a cell, the rows [first, end) that it reaches over."""

    reach: Reach
    lines: tuple[int, ...]
    first: int
    end: int


class Band(NamedTuple):
    """What stands between two rules: its lines, its rows and cells."""

    runs: Runs
    grouped: Grouped
    cells: tuple[Placed, ...]


def spread_over_bands(bands: Sequence[Band]) -> list[Band]:
    """Where rules part groups of rows, a column with one cell in each group, at its top, says it for all its rows."""
    several = [band for band in bands if len(band.grouped.rows) > 1]
    if len(several) < _FEWEST_GROUPS:
        return list(bands)
    lone = set[Reach].intersection(
        *({reach for reach in band.grouped.apart if _is_lone(band, reach)} for band in several)
    )
    return [
        band._replace(
            cells=tuple(
                cell._replace(end=len(band.grouped.rows)) if cell.reach in lone else cell
                for cell in band.cells
            )
        )
        for band in bands
    ]


def _is_lone(band: Band, reach: Reach) -> bool:
    own = [cell for cell in band.cells if cell.reach == reach]
    return len(own) == 1 and own[0].first == 0


def grouped_to_placed(runs: Runs, grouped: Grouped) -> list[Placed] | None:
    """Every cell of the rows, and those that stand for several; None if it is not told for which."""
    placed = []
    for n, row in enumerate(grouped.rows):
        for reach in sorted({reach for i in row for reach in runs.lines[i].cells} - grouped.apart):
            own = tuple(i for i in row if reach in runs.lines[i].cells)
            placed.append(Placed(reach, own, n, n + 1))
    extents = [_extent(runs, row, grouped) for row in grouped.rows]
    for reach in sorted(grouped.apart):
        labels = _labels(runs, reach, extents, grouped.is_middle)
        if labels is None:
            return None
        placed += labels
    return placed


def _extent(runs: Runs, row: Sequence[int], grouped: Grouped) -> Height:
    """From the top to the bottom of what a row says."""
    cells = [
        (runs.lines[i], reach) for i in row for reach in runs.lines[i].cells if reach not in grouped.apart
    ]
    return min(line.top_of(reach) for line, reach in cells), max(
        line.bottom_of(reach) for line, reach in cells
    )


def _labels(runs: Runs, reach: Reach, rows: Sequence[Height], is_middle: bool) -> list[Placed] | None:
    cells = runs.cells(reach)
    tall = rows[0][1] - rows[0][0] if len(rows) == 1 else min(bottom - top for top, bottom in rows)
    near = _LEVEL * tall
    spans = [(runs.lines[c[0]].top_of(reach), runs.lines[c[-1]].bottom_of(reach)) for c in cells]
    tops = [_at_top(span[0], rows, near) for span in spans]
    at_top = tops[0] == 0 or not (runs.ends.is_begun or is_middle or runs.ends.has_middles)
    if at_top and None not in tops:
        return _placed(reach, cells, tops)
    if _may_be_labels(runs, reach, cells):
        for start, end in _without_totals(runs, reach, rows):
            shared = shared_but_cut(spans, rows[start:end], near, runs.ends)
            if shared:
                return [
                    Placed(reach, tuple(c), start + first, start + last)
                    for c, (first, last) in zip(cells, shared, strict=True)
                ]
    places = [_beside(span, rows, near) for span in spans]
    return None if None in places or len(set(places)) < len(places) else _placed(reach, cells, places)


def _placed(reach: Reach, cells: Sequence[Sequence[int]], rows: Sequence[int | None]) -> list[Placed]:
    """Each cell in one row."""
    return [Placed(reach, tuple(c), at, at + 1) for c, at in zip(cells, rows, strict=True) if at is not None]


def _may_be_labels(runs: Runs, reach: Reach, cells: Sequence[Sequence[int]]) -> bool:
    """Words, or numbers that count on: figures are of their own rows, and so is a lone one right of the first column."""
    texts = ["".join(runs.lines[i].text(reach) for i in cell) for cell in cells]
    if len(texts) == 1 and reach[0] > 0:
        return not is_figure(texts[0])
    return not is_of_figures(texts)


def _without_totals(runs: Runs, reach: Reach, rows: Sequence[Height]) -> list[tuple[int, int]]:
    """The rows between a total above and one below, else all: a total is of all groups."""

    def is_sum(n: int) -> bool:
        return any(
            is_total(line.text(at))
            for line in runs.lines
            if rows[n][0] <= line.top <= rows[n][1]
            for at in line.cells
        )

    first, last = int(is_sum(0)), len(rows) - int(is_sum(-1))
    return [*([(first, last)] if (first, last) != (0, len(rows)) and first < last else []), (0, len(rows))]


def _at_top(top: float, rows: Sequence[Height], near: float) -> int | None:
    """The row that begins at a height."""
    return next((n for n, row in enumerate(rows) if abs(row[0] - top) <= near), None)


def _beside(span: Height, rows: Sequence[Height], near: float) -> int | None:
    """The row that a cell begins with, or has its middle with, or whose height it keeps to."""
    levels = ("top", "middle", "height")
    for level in levels:
        for n, row in enumerate(rows):
            begins = level == "top" and abs(row[0] - span[0]) <= near
            centred = level == "middle" and abs(sum(row) - sum(span)) <= 2 * near
            if (
                begins
                or centred
                or (level == "height" and row[0] - near <= span[0] and span[1] <= row[1] + near)
            ):
                return n
    return None
