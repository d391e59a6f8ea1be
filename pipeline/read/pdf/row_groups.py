"""Printed lines of a table without rules between its rows → which of them are one row.

Each number of a row, else each cell of the column that has most, has a row of its own (where neither is told, each figure
of a column of figures, or each beginning of the first column); the lines between belong above or below, so that in each row
the cells begin at one height, or all have their middle at one, and that no cell goes on below a line that had room for more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from pipeline.language.cell_times import begins_time
from pipeline.language.cells import is_total
from pipeline.read.pdf.cell_runs import Runs
from pipeline.read.pdf.row_costs import Way, cost_of, middle, top
from pipeline.read.pdf.settings import NUMBER, Reach, Spread, bands_to_setting, is_figure, is_of_figures

# A column is one of figures if so many of its lines are.
_FIGURES = 0.7
# Rows have at most so many lines.
_MOST_LINES = 40
# What stands between two rows and beside both is about half as far from each as they are from one another.
_BETWEEN = 0.75
# A column with so many of the rows' cells at most says something for several rows at once.
_FEW_CELLS = 0.8
# So many columns that each line fills say that each is a row.
_FULL_COLUMNS = 3
# What numbers a group: 十二、
_COUNTS, _LONGEST_NUMBER = frozenset("一二三四五六七八九十"), 4


@dataclass(frozen=True, slots=True)
class Grouped:
    """Lines in runs of one row each, the columns (`apart`) whose cells have no part in that, and how sure it is.

    `is_middle`: the cells of a row have their middle at one height; `is_sure`: numbers or the room between rows say so.
    """

    rows: list[list[int]]
    apart: frozenset[Reach]
    is_middle: bool
    is_sure: bool
    cost: float


def _has_stacked_figures(runs: Runs) -> bool:
    """Whether a column has two figures one below the other."""
    return any(
        runs.are_two(*pair, reach)
        for reach in runs.reaches()
        for pair in pairwise(i for i in runs.own(reach) if is_figure(runs.lines[i].text(reach)))
    )


def lines_to_rows(runs: Runs) -> Grouped:
    """The lines in runs of one row each."""
    anchors, is_sure = _anchors(runs)
    apart = frozenset(
        reach for reach in _apart(runs, anchors) if is_sure or _is_between(runs, reach, anchors)
    )
    used = [i for i, line in enumerate(runs.lines) if line.cells.keys() - apart]
    if len(anchors) == len(used):
        return Grouped([[i] for i in used], apart, False, True, 0.0)
    weighed = [_cheapest(Way(runs, used, anchors, apart, height)) for height in (top, middle)]
    cost, rows = min(weighed, key=lambda way: way[0])
    return Grouped(rows, apart, cost < weighed[0][0], is_sure, cost)


def is_one_row(runs: Runs) -> bool:
    """What stands between two rules is one row, unless numbers or room between cells say that it is several."""
    several = runs.setting.is_padded and len(_most_cells(runs)) > 1
    return not (several or _has_stacked_figures(runs))


def one_row(runs: Runs) -> Grouped:
    """All the lines as one row."""
    return Grouped([list(range(len(runs.lines)))], frozenset(), False, True, 0.0)


def out_of_line(lines: Sequence[Spread], edges: Sequence[float]) -> float:
    """How much the lines of a table are out of line with one another."""
    runs = Runs(lines, edges, bands_to_setting([lines], edges))
    return round(lines_to_rows(runs).cost, 1)


def _anchors(runs: Runs) -> tuple[set[int], bool]:
    """The lines of which each row has one at most, and whether numbers or the room between rows say so."""
    reaches = {reach for line in runs.lines for reach in line.cells}
    if len(reaches) >= _FULL_COLUMNS and all(line.cells.keys() == reaches for line in runs.lines):
        return set(
            range(len(runs.lines))
        ), False  # cells of all columns never fold into as many lines in each row
    serial, cells = set(runs.numbers()), _most_cells(runs) if runs.setting.is_padded else []
    if serial and len(cells) <= len(serial) / _FEW_CELLS:
        return serial, True
    if len(cells) > 1:
        return {cell[0] for cell in cells}, True
    times = [own for reach in runs.reaches() if (own := runs.own(reach)) and _are_times(runs, own, reach)]
    if times:
        return max((set(own) for own in times), key=len), True
    figures: set[int] = set()
    for reach in runs.reaches():
        texts = [(i, runs.lines[i].text(reach)) for i in runs.own(reach)]
        numbers = [i for i, text in texts if NUMBER.fullmatch(text)]
        if len(numbers) >= _FIGURES * len(texts):
            figures.update(numbers)
    if figures:
        return figures, False
    first = runs.own((0, 1))
    return {*first[:1], *(b for a, b in pairwise(first) if runs.has_room(a, b, (0, 1)))}, False


def _are_times(runs: Runs, own: Sequence[int], reach: Reach) -> bool:
    """Whether each line of a column is a time of its own: 2026年8月底 below 每年6月, never 底前 below 2026年8月."""
    return len(own) > 1 and all(begins_time(runs.lines[i].text(reach)) for i in own)


def _most_cells(runs: Runs) -> list[list[int]]:
    return max((runs.cells(reach) for reach in runs.reaches() if reach[1] == 1), key=len, default=[])


def _apart(runs: Runs, anchors: Set[int]) -> frozenset[Reach]:
    """The columns with fewer cells than rows, if these have lines beside the beginnings of rows or leave some out."""
    rows = sum(not _is_group(runs.lines[i]) for i in anchors)
    return frozenset(
        reach
        for reach in runs.reaches()
        if reach[1] == 1
        and len(runs.cells(reach)) < _FEW_CELLS * rows
        and not _is_of_rows(runs, reach, anchors)
    )


def _is_between(runs: Runs, reach: Reach, anchors: Set[int]) -> bool:
    """Some words of a column alone stand nearer to the lines above and below than any two rows are: they are beside both."""
    rows = sorted(anchors)
    nearest = min((runs.lines[b].top - runs.lines[a].top for a, b in pairwise(rows)), default=0.0)

    def is_near(i: int, n: int) -> bool:
        return n in anchors and abs(runs.lines[i].top_of(reach) - runs.lines[n].top) < _BETWEEN * nearest

    alone = [i for i in runs.own(reach) if len(runs.lines[i].cells) == 1]
    return any(is_near(i, i - 1) and is_near(i, i + 1) for i in alone)


def _is_of_rows(runs: Runs, reach: Reach, anchors: Set[int]) -> bool:
    """The lines of a column stand in line with those that begin rows: words with each of them, figures with some. Totals do
    not count: they have no number, and their label may stand over several columns."""
    own = {i for i in runs.own(reach) if not _is_of_total(runs.lines[i])}
    if own <= anchors and is_of_figures([runs.lines[i].text(reach) for i in own]):
        return True
    rows = {i for i in anchors if not (_is_of_total(runs.lines[i]) or _is_group(runs.lines[i]))}
    return (
        rows <= own
        and len(own) <= len(anchors) / _FEW_CELLS
        and any(len(runs.lines[i].text(reach)) > 1 for i in anchors)
    )


def _is_of_total(line: Spread) -> bool:
    return any(is_total(line.text(reach)) for reach in line.cells)


def _is_group(line: Spread) -> bool:
    """Names a group of rows, and stands alone: 二、绿色发展, （三）民生福祉."""
    (first, *others) = line.cells
    number = line.text(first).lstrip("（(")[:_LONGEST_NUMBER]
    counted = number[:1] in _COUNTS and any(mark in number for mark in "、）)")
    return not others and first[0] == 0 and counted


def _cheapest(way: Way) -> tuple[float, list[list[int]]]:
    """The runs whose cells are least out of line, and by how much."""
    used = way.used
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(used) + 1):
        least, at = math.inf, end - 1
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            held = sum(i in way.anchors for i in used[start:end])
            if held > 1:
                break
            cost = best[start][0] + cost_of(way, used[start:end], held)
            if cost < least:
                least, at = cost, start
        best.append((least, at))
    rows: list[list[int]] = []
    end = len(used)
    while end:
        start = best[end][1]
        rows.append(list(used[start:end]))
        end = start
    return best[-1][0], rows[::-1]
