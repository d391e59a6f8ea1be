"""Rules across some columns between two rules across all → the rows that they part, and the cells of the others.

县区   项目  床位
------------------     a rule ends beside the cell that stands for the rows above and below it
       新建  20
东山  ------------
       改造  15
------------------
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.pdf.cell_runs import Runs
from pipeline.read.pdf.heading_copies import Extent
from pipeline.read.pdf.labels import Placed
from pipeline.read.pdf.lattice import TOLERANCE, Line
from pipeline.read.pdf.row_groups import Grouped
from pipeline.read.pdf.settings import Reach


def ruled_rows(
    runs: Runs, extents: Sequence[Extent], rules: Sequence[Line]
) -> tuple[Grouped, list[Placed]] | None:
    """The rows of a band and its cells; None if no rule parts its columns, or one has several rows of numbers."""
    top, bottom = min(line.top for line in runs.lines), max(line.bottom for line in runs.lines)
    within = [(rule[0], _covered(rule, extents)) for rule in rules if top < rule[0] < bottom]
    cuts = [(y, columns) for y, columns in within if 0 < len(columns) < len(extents)]
    if not cuts:
        return None
    heights = _distinct(sorted(y for y, _ in cuts))
    rows: list[list[int]] = [[] for _ in range(len(heights) + 1)]
    for i, line in enumerate(runs.lines):
        rows[bisect_right(heights, (line.top + line.bottom) / 2)].append(i)
    numbered = set(runs.numbers())
    if any(len(numbered.intersection(row)) > 1 for row in rows):
        return None
    placed = [cell for reach in runs.reaches() for cell in _cells(runs, reach, _cut_at(reach, cuts), heights)]
    return Grouped(rows, frozenset(), False, True, 0.0), placed


def _covered(rule: Line, extents: Sequence[Extent]) -> set[int]:
    """The columns that a rule is over; none if it ends within one, as what underlines words does."""
    _, left, right = rule
    if any(x0 + TOLERANCE < end < x1 - TOLERANCE for end in (left, right) for x0, x1 in extents):
        return set()
    return {j for j, (x0, x1) in enumerate(extents) if left < (x0 + x1) / 2 < right}


def _distinct(heights: Sequence[float]) -> list[float]:
    return [*heights[:1], *(b for a, b in pairwise(heights) if b - a > TOLERANCE)]


def _cut_at(reach: Reach, cuts: Sequence[tuple[float, set[int]]]) -> list[float]:
    """Where rules cut what stands in some columns."""
    return _distinct(sorted(y for y, columns in cuts if columns.intersection(range(reach[0], sum(reach)))))


def _cells(runs: Runs, reach: Reach, own: Sequence[float], heights: Sequence[float]) -> list[Placed]:
    """What stands in a column between each two rules over it, with the rows that it is beside."""
    ends = [bisect_right(heights, y + TOLERANCE) for y in own]
    bounds = [0, *ends, len(heights) + 1]
    lines: list[list[int]] = [[] for _ in bounds[1:]]
    for i in runs.own(reach):
        middle = (runs.lines[i].top_of(reach) + runs.lines[i].bottom_of(reach)) / 2
        lines[bisect_right(own, middle)].append(i)
    return [
        Placed(reach, tuple(said), first, end)
        for said, (first, end) in zip(lines, pairwise(bounds), strict=True)
        if said
    ]
