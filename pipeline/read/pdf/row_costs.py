"""How much is out of line if lines of a table are one row: cells that do not begin at one height, or go on where they end."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.language.cells import is_total
from pipeline.read.pdf.cell_runs import Runs
from pipeline.read.pdf.settings import Reach

# In heights of a line: a cell that goes on where it had room or stands apart; a row that is a group's heading (it begins
# in the first column), and one that has neither number nor figure.
_ROOM, _GROUP, _BARE = 1.0, 0.6, 2.0
# A row without a number among rows with numbers is no row, but for what is left of the last one of the page before.
_UNNUMBERED = 50.0

_Height = Callable[[Runs, Sequence[int], Reach], float]


def top(runs: Runs, lines: Sequence[int], reach: Reach) -> float:
    return runs.lines[lines[0]].top_of(reach)


def middle(runs: Runs, lines: Sequence[int], reach: Reach) -> float:
    return (runs.lines[lines[0]].top_of(reach) + runs.lines[lines[-1]].bottom_of(reach)) / 2


@dataclass(frozen=True, slots=True)
class Way:
    """How lines are made rows: by the tops of their cells or by their middles."""

    runs: Runs
    used: Sequence[int]
    anchors: Set[int]
    apart: Set[Reach]
    height: _Height


def cost_of(way: Way, run: Sequence[int], anchored: int) -> float:
    lines = [way.runs.lines[i] for i in run]
    tall = median(line.bottom - line.top for line in lines)
    is_group = _is_alone(way, run) and min(lines[0].cells)[0] == 0
    cost = 0.0 if anchored else _GROUP if is_group else _bare(way, run)
    reaches = {reach for line in lines for reach in line.cells} - way.apart
    owned = {reach: [i for i in run if reach in way.runs.lines[i].cells] for reach in reaches}
    cost += _ROOM * sum(
        way.runs.is_parted(a, b, reach) for reach, own in owned.items() for a, b in pairwise(own)
    )
    is_cut = not way.runs.ends.is_ended and run[-1] == way.used[-1]
    heights = {way.height, top} if is_cut else {way.height}
    return cost + min(_out_of_line(way.runs, owned, height) for height in heights) / tall


def _out_of_line(runs: Runs, owned: dict[Reach, list[int]], height: _Height) -> float:
    """How far the cells of a row are from one height; what the end of a page cuts is printed from its top."""
    heights = [height(runs, own, reach) for reach, own in owned.items()]
    whole = min(heights) if height is top else _whole_middle(runs, owned)
    return sum(abs(one - whole) for one in heights)


def _bare(way: Way, run: Sequence[int]) -> float:
    """What it costs that a row has neither number nor figure."""
    lines = [way.runs.lines[i] for i in run]
    if any(is_total(chunk.text) for line in lines for chunks in line.cells.values() for chunk in chunks):
        return 0.0
    is_rest = not way.runs.ends.is_begun and run[0] == way.used[0]
    is_alone = _is_alone(way, run) and len(lines[0].cells) == 1
    return _BARE if is_rest or is_alone or not way.runs.numbers() else _UNNUMBERED


def _is_alone(way: Way, run: Sequence[int]) -> bool:
    """One line that says one thing, and is not as near to a line of its column as lines of a cell are."""
    line = way.runs.lines[run[0]]
    if len(run) > 1:
        return False
    if not way.runs.setting.is_padded:
        return True
    if len(line.cells) > 1:
        return False
    (reach,) = line.cells
    own = way.runs.own(reach)
    at = own.index(run[0])
    near = [pair for pair in pairwise(own[max(0, at - 1) : at + 2]) if not way.runs.is_apart(*pair, reach)]
    return not near


def _whole_middle(runs: Runs, owned: dict[Reach, list[int]]) -> float:
    highest = min(top(runs, own, reach) for reach, own in owned.items())
    return (highest + max(runs.lines[own[-1]].bottom_of(reach) for reach, own in owned.items())) / 2
