"""Printed lines of a table without rules between its rows → which of them are one row.

Each number of a row, else each cell of the column that has most, has a row of its own (where neither is told, each figure
of a column of figures, or each beginning of the first column); the lines between belong above or below, so that in each row
the cells begin at one height, or all have their middle at one, and that no cell goes on below a line that had room for more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.language.cells import is_total
from pipeline.read.pdf.cell_runs import NUMBER, Reach, Runs, Spread, bands_to_setting, serial_lines

# A column is one of figures if so many of its lines are.
_FIGURES = 0.7
# In heights of a line: a cell that goes on where it had room or stands apart; a row that is a group's heading (it begins
# in the first column), and one that has neither number nor figure.
_ROOM, _GROUP, _BARE = 1.0, 0.6, 2.0
# A row without a number among rows with numbers is no row, but for what is left of the last one of the page before.
_UNNUMBERED = 50.0
# Rows have at most so many lines.
_MOST_LINES = 40
# A column with so many of the rows' cells at most says something for several rows at once.
_FEW_CELLS = 0.8


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


def has_stacked_figures(lines: Sequence[Spread]) -> bool:
    """Whether a column has two figures one below the other."""
    figures = [reach for line in lines for reach in line.cells if NUMBER.fullmatch(line.text(reach))]
    return len(figures) > len(set(figures))


def lines_to_rows(runs: Runs) -> Grouped:
    """The lines in runs of one row each."""
    anchors, is_sure = _anchors(runs)
    apart = _apart(runs, anchors) if is_sure else frozenset[Reach]()
    used = [i for i, line in enumerate(runs.lines) if line.cells.keys() - apart]
    if len(anchors) == len(used):
        return Grouped([[i] for i in used], apart, False, True, 0.0)
    weighed = [_cheapest(_Way(runs, used, anchors, apart, height)) for height in (_top, _middle)]
    cost, rows = min(weighed, key=lambda way: way[0])
    return Grouped(rows, apart, cost < weighed[0][0], is_sure, cost)


def is_one_row(runs: Runs) -> bool:
    """What stands between two rules is one row, unless numbers or room between cells say that it is several."""
    several = runs.setting.is_padded and len(_most_cells(runs)) > 1
    return not (several or has_stacked_figures(runs.lines))


def one_row(runs: Runs) -> Grouped:
    """All the lines as one row."""
    return Grouped([list(range(len(runs.lines)))], frozenset(), False, True, 0.0)


def count_headings(lines: Sequence[Spread], edges: Sequence[float], most: int) -> int:
    """How many of the first `most` lines are headings: those without which the rows below are best in line."""
    costs = [_out_of_line(lines[n:], edges) for n in range(1, most + 1)]
    return costs.index(min(costs)) + 1 if costs else 0


def _out_of_line(lines: Sequence[Spread], edges: Sequence[float]) -> float:
    runs = Runs(lines, edges, bands_to_setting([lines], edges))
    return round(lines_to_rows(runs).cost, 1)


def _anchors(runs: Runs) -> tuple[set[int], bool]:
    """The lines of which each row has one at most, and whether numbers or the room between rows say so."""
    serial, cells = set(serial_lines(runs.lines)), _most_cells(runs) if runs.setting.is_padded else []
    if serial and len(cells) <= len(serial) / _FEW_CELLS:
        return serial, True
    if len(cells) > 1:
        return {cell[0] for cell in cells}, True
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


def _most_cells(runs: Runs) -> list[list[int]]:
    return max((runs.cells(reach) for reach in runs.reaches() if reach[1] == 1), key=len, default=[])


def _apart(runs: Runs, anchors: Set[int]) -> frozenset[Reach]:
    """The columns with fewer cells than rows, if these have lines beside the beginnings of rows or leave some out."""
    return frozenset(
        reach
        for reach in runs.reaches()
        if reach[1] == 1
        and len(runs.cells(reach)) < _FEW_CELLS * len(anchors)
        and not (anchors == set(runs.own(reach)) and any(len(runs.lines[i].text(reach)) > 1 for i in anchors))
    )


_Height = Callable[[Runs, Sequence[int], Reach], float]


def _top(runs: Runs, lines: Sequence[int], reach: Reach) -> float:
    return runs.lines[lines[0]].top_of(reach)


def _middle(runs: Runs, lines: Sequence[int], reach: Reach) -> float:
    return (runs.lines[lines[0]].top_of(reach) + runs.lines[lines[-1]].bottom_of(reach)) / 2


@dataclass(frozen=True, slots=True)
class _Way:
    """How lines are made rows: by the tops of their cells or by their middles."""

    runs: Runs
    used: Sequence[int]
    anchors: Set[int]
    apart: Set[Reach]
    height: _Height


def _cheapest(way: _Way) -> tuple[float, list[list[int]]]:
    """The runs whose cells are least out of line, and by how much."""
    used = way.used
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(used) + 1):
        least, at = math.inf, end - 1
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            held = sum(i in way.anchors for i in used[start:end])
            if held > 1:
                break
            cost = best[start][0] + _cost(way, used[start:end], held)
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


def _cost(way: _Way, run: Sequence[int], anchored: int) -> float:
    lines = [way.runs.lines[i] for i in run]
    tall = median(line.bottom - line.top for line in lines)
    is_group = len(run) == 1 and min(lines[0].cells)[0] == 0
    cost = 0.0 if anchored else _GROUP if is_group else _bare(way, run)
    reaches = {reach for line in lines for reach in line.cells} - way.apart
    owned = {reach: [i for i in run if reach in way.runs.lines[i].cells] for reach in reaches}
    heights = {reach: way.height(way.runs, own, reach) for reach, own in owned.items()}
    whole = min(heights.values()) if way.height is _top else _whole_middle(way.runs, owned)
    for reach, own in owned.items():
        cost += abs(heights[reach] - whole) / tall
        cost += _ROOM * sum(
            way.runs.has_room(a, b, reach) or way.runs.is_apart(a, b, reach) for a, b in pairwise(own)
        )
    return cost


def _bare(way: _Way, run: Sequence[int]) -> float:
    """What it costs that a row has neither number nor figure."""
    lines = [way.runs.lines[i] for i in run]
    if any(is_total(chunk.text) for line in lines for chunks in line.cells.values() for chunk in chunks):
        return 0.0
    is_rest = not way.runs.is_begun and run[0] == way.used[0]
    return _BARE if is_rest or _is_alone(way, run) or not serial_lines(way.runs.lines) else _UNNUMBERED


def _is_alone(way: _Way, run: Sequence[int]) -> bool:
    """One line that says one thing, and is not as near to a line of its column as lines of a cell are."""
    line = way.runs.lines[run[0]]
    if len(run) > 1 or len(line.cells) > 1:
        return False
    (reach,) = line.cells
    own = way.runs.own(reach)
    at = own.index(run[0])
    near = [pair for pair in pairwise(own[max(0, at - 1) : at + 2]) if not way.runs.is_apart(*pair, reach)]
    return not way.runs.setting.is_padded or not near


def _whole_middle(runs: Runs, owned: dict[Reach, list[int]]) -> float:
    top = min(_top(runs, own, reach) for reach, own in owned.items())
    return (top + max(runs.lines[own[-1]].bottom_of(reach) for reach, own in owned.items())) / 2
