"""A web page printed to PDF → its text without what the site prints beside it: menus, related papers, topics of the day.

A column that keeps lines of its own is another text: of columns of one table the words of a row stand on one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.messages import Message, say
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.lines import glyphs_to_lines, glyphs_to_rows

# The gutter lies in these shares of the text's width: what a site prints beside a text is narrow.
_NARROW, _FEWEST, _MOST_SIDES = 0.4, 3, 2
# A page with more words apart is no page of text.
_MOST_RUNS = 600
# 评价 | 建议: what is pressed stands beside the text of each page; so many letters at most.
_BUTTON, _FEWEST_BUTTONS = 4.5, 2
# A line of the text fills this share of its column, and two at least stand beside the other.
_FULL, _LEAST_FACING = 0.6, 2
# So many words apart on one line are a menu.
_LEAST_ITEMS = 4
# Of a table the last columns begin at the same places in so many rows.
_LAST_COLUMNS, _FEWEST_ROWS = 2, 2
# Base lines nearer than this share of a letter's size are one.
_SAME_LINE = 0.15
# Beside a word of a cell of two lines stand more lines than one.
_CELL = 1.5
# At most this share of its lines stands on lines of the text, and they follow each other within so many letters' sizes:
# words that are centred beside cells of several lines stand farther apart.
_MOST_SHARED, _PITCH = 0.5, 3.2


class _Run(NamedTuple):
    """Glyphs of one line without a gap as wide as a letter."""

    x0: float
    x1: float
    base: float
    size: float


class _Side(NamedTuple):
    """A column beside the text: left or right of `gutter`, between two heights."""

    gutter: float
    is_left: bool
    top: float
    bottom: float
    own: int
    lines: int

    def holds(self, glyph: Glyph) -> bool:
        beside = glyph.x1 <= self.gutter if self.is_left else glyph.x0 >= self.gutter
        return beside and self.top <= glyph.base <= self.bottom


def part_side_columns(
    rows: Sequence[Sequence[Glyph]],
) -> tuple[list[list[Glyph]], list[tuple[str, Message]]]:
    """The rows of the text itself, and each line of what stands beside it with the reason it is set aside."""
    text = [list(row) for row in rows]
    aside: list[tuple[str, Message]] = []
    for _ in range(_MOST_SIDES):
        side = _side_column(text)
        if side is None:
            break
        glyphs = [glyph for row in text for glyph in row]
        beside = [glyph for glyph in glyphs if side.holds(glyph)]
        aside += [(line.text, say("aside_side_column")) for line in glyphs_to_lines(beside)]
        text = glyphs_to_rows(glyph for glyph in glyphs if not side.holds(glyph))
    return text, aside


def _side_column(rows: Sequence[Sequence[Glyph]]) -> _Side | None:
    """The column that keeps most lines of its own, None where there is none."""
    runs = sorted((run for row in rows for run in _row_to_runs(row)), key=lambda run: run.base)
    if not 0 < len(runs) <= _MOST_RUNS or _has_table(runs):
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    reach = _NARROW * (right - left)
    gutters = {(run.x1, True) for run in runs if run.x1 <= left + reach}
    gutters |= {(run.x0, False) for run in runs if run.x0 >= right - reach}
    bases = Counter(run.base for run in runs)
    menus = {base for base, words in bases.items() if words >= _LEAST_ITEMS}
    found = [side for gutter, is_left in gutters for side in _sides(runs, menus, gutter, is_left)]
    return max(found, key=lambda side: (side.own, side.lines, side.gutter), default=None)


def _has_table(runs: Sequence[_Run]) -> bool:
    """Whether the last words of several rows begin at the same places: a table without rules, of which no column is the site's."""
    rows: dict[float, list[int]] = {}
    for run in runs:
        rows.setdefault(run.base, []).append(round(run.x0 / run.size))
    starts = Counter(
        tuple(row[-_LAST_COLUMNS:]) for row in map(sorted, rows.values()) if len(row) > _LAST_COLUMNS
    )
    return max(starts.values(), default=0) >= _FEWEST_ROWS


def _row_to_runs(row: Sequence[Glyph]) -> list[_Run]:
    """By the base line of each glyph: what stands beside the text may lie between two of its lines."""
    runs: list[_Run] = []
    for glyph in row:
        if glyph.char == " ":
            continue
        size = glyph.bottom - glyph.top
        if (
            runs
            and glyph.x0 - runs[-1].x1 < size
            and abs(glyph.base - runs[-1].base) < _SAME_LINE * size + 0.5
        ):
            runs[-1] = runs[-1]._replace(x1=max(runs[-1].x1, glyph.x1))
        else:
            runs.append(_Run(glyph.x0, glyph.x1, glyph.base, size))
    return runs


def _sides(runs: Sequence[_Run], menus: Set[float], gutter: float, is_left: bool) -> Iterator[_Side]:
    """The columns beside a gutter, between the lines that go across it and the menus across the page."""
    across = menus | {run.base for run in runs if run.x0 < gutter < run.x1}
    beside: list[_Run] = []
    text: list[_Run] = []
    for run in (*runs, None):
        if run is not None and run.base not in across:
            is_beside = run.x1 <= gutter if is_left else run.x0 >= gutter
            (beside if is_beside else text).append(run)
        elif beside and text:
            yield from _side(beside, text, gutter, is_left)
        if run is None or run.base in across:
            beside, text = [], []


def _side(beside: list[_Run], text: Sequence[_Run], gutter: float, is_left: bool) -> Iterator[_Side]:
    # What is printed across the page far above or below.
    while len(beside) > 1 and _is_shared(beside[0], text) and _is_far(*beside[:2]):
        beside.pop(0)
    while len(beside) > 1 and _is_shared(beside[-1], text) and _is_far(*beside[-2:]):
        beside.pop()
    is_short = all(run.x1 - run.x0 <= _BUTTON * run.size for run in beside)
    fewest = _FEWEST_BUTTONS if is_short else _FEWEST
    if len(beside) >= fewest and _keeps_its_own_lines(beside, text, gutter, is_left):
        slack = _SAME_LINE * beside[0].size
        # What stands one below the other counts, and no words of a menu across the page.
        first = min(run.x0 for run in beside)
        own = sum(run.x0 - first < run.size and not _is_shared(run, text) for run in beside)
        yield _Side(gutter, is_left, beside[0].base - slack, beside[-1].base + slack, own, len(beside))


def _is_shared(run: _Run, text: Sequence[_Run]) -> bool:
    return any(abs(run.base - other.base) < _SAME_LINE * run.size for other in text)


def _are_centred(beside: Sequence[_Run], text: Sequence[_Run]) -> bool:
    """Whether most stand in the middle of two lines each, as words of cells beside cells of two lines do."""
    size = _CELL * beside[0].size
    bases = sorted({run.base for run in text if beside[0].base - size < run.base < beside[-1].base + size})
    middles = [(a + b) / 2 for a, b in pairwise(bases)]
    centred = sum(any(abs(run.base - m) < _SAME_LINE * run.size for m in middles) for run in beside)
    return centred > _MOST_SHARED * len(beside) and len(bases) >= _CELL * len(beside)


def _is_far(above: _Run, below: _Run) -> bool:
    return below.base - above.base > _PITCH * below.size


def _keeps_its_own_lines(beside: Sequence[_Run], text: Sequence[_Run], gutter: float, is_left: bool) -> bool:
    size = median(run.size for run in beside)
    facing = [run for run in text if beside[0].base - size < run.base < beside[-1].base + size]
    if len(facing) < _LEAST_FACING:
        return False
    edge = max(run.x1 for run in text) if is_left else min(run.x0 for run in text)
    gap = min(run.x0 - gutter for run in facing) if is_left else min(gutter - run.x1 for run in facing)
    width = abs(edge - gutter)
    is_full = any(run.x1 - run.x0 >= _FULL * width for run in text)
    shared = sum(_is_shared(run, facing) for run in beside)
    pitches = [b.base - a.base for a, b in pairwise(beside)]
    return (
        is_full
        and gap >= size
        and shared <= _MOST_SHARED * len(beside)
        and not _are_centred(beside, text)
        and median(pitches) <= _PITCH * size
    )
