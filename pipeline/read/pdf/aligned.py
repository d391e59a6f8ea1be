"""Tables whose columns no rule parts: with rules across alone (三线表), or with none.

The columns are where all rows leave a gutter free (`gutters`). The rows are the bands between rules where each row
has its own; elsewhere a printed row begins a new one unless it goes on with a cell above that was full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.language import patterns
from pipeline.read.pdf.bands import Cells, bands_to_cells
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import (
    FREE_GAP,
    RULED_GAP,
    Printed,
    letter_width,
    row_to_printed,
    rows_to_gutters,
)
from pipeline.read.pdf.lattice import TOLERANCE, Line
from pipeline.read.pdf.lines import FIELD
from pipeline.read.pdf.open_sides import rules_to_stacks
from pipeline.read.pdf.row_groups import count_headings, printed_to_spread

# Shorter ones (points) underline words.
_SHORTEST_RULE = 100.0
# Rows of a table without rules follow one another within so many letters' widths, and are so many at least.
_FARTHEST = 3.5
_FEWEST_FREE = 3
# One stretch of letters over so much of a table's width is a line of prose.
_PROSE = 0.6
# A column of figures where no rule says that there is a table: so many of its cells below the first.
_FIGURES = 0.7
_VALUE = patterns.compile(r"(?!(?:19|20)\d\d$)[≥≤＞＜><~约]?[-+−±]?\d[\d,.，]*\s*[%‰％]?|[-—–－/]+")
_FIGURE = patterns.compile(r"[≥≤＞＜><~约]?[-+−±]?\d[\d,.，]*\s*(?:[%‰％]|\p{Han}{1,2})?|[-—–－/]+")


@dataclass(slots=True)
class Found:
    """The tables of a page, the rows of glyphs outside them, and where something is laid out like a table and
    cannot be read."""

    tables: list[Cells] = field(default_factory=list)
    rest: list[Sequence[Glyph]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def rows_to_aligned(rows: Sequence[Sequence[Glyph]], rules: Sequence[Line]) -> Found:
    """`rows` of upright glyphs from top to bottom, outside of ruled tables; `rules` across, outside of them too."""
    found = Found()
    taken: set[int] = set()
    for stack in rules_to_stacks([rule for rule in rules if rule[2] - rule[1] >= _SHORTEST_RULE]):
        for first, last in _tabular_runs(stack, rows):
            _read_stack(stack[first : last + 1], rows, taken, found)
    for run in _free_runs(rows, taken):
        _read_free(run, rows, taken, found)
    found.rest = [row for i, row in enumerate(rows) if i not in taken]
    found.tables.sort(key=lambda table: table.box[1])
    return found


def _inside(rows: Sequence[Sequence[Glyph]], upper: Line, lower: Line) -> list[int]:
    """The rows whose middle lies between two rules, and which do not stick out beside them."""
    found = []
    for i, row in enumerate(rows):
        middle = (row[0].top + row[0].bottom) / 2
        if upper[0] <= middle < lower[0]:
            found.append(i)
    return found


def _tabular_runs(stack: Sequence[Line], rows: Sequence[Sequence[Glyph]]) -> list[tuple[int, int]]:
    """Runs of bands that are like a table's, as the indexes of their first and last rule."""
    tabular = []
    for upper, lower in pairwise(stack):
        inside = [rows[i] for i in _inside(rows, upper, lower)]
        gap = RULED_GAP * letter_width(inside)
        printed = [p for row in inside if (p := row_to_printed(row, gap))]
        several = any(len(row.chunks) > 1 for row in printed)
        prose = any(_is_wide(row, upper[2] - upper[1]) for row in printed)
        within = all(
            upper[1] - TOLERANCE <= p.chunks[0].x0 and p.chunks[-1].x1 <= upper[2] + TOLERANCE
            for p in printed
        )
        tabular.append(within and several and not prose)
    runs: list[tuple[int, int]] = []
    for i, is_tabular in enumerate(tabular):
        if is_tabular and runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        elif is_tabular:
            runs.append((i, i + 1))
    return runs


def _is_wide(row: Printed, width: float) -> bool:
    """Whether a row is one stretch over most of the width: a line of prose."""
    return len(row.chunks) == 1 and row.chunks[0].x1 - row.chunks[0].x0 > _PROSE * width


def _read_stack(
    stack: Sequence[Line], rows: Sequence[Sequence[Glyph]], taken: set[int], found: Found
) -> None:
    bands = [[i for i in _inside(rows, upper, lower) if i not in taken] for upper, lower in pairwise(stack)]
    indexes = [i for band in bands for i in band]
    em = letter_width([rows[i] for i in indexes])
    printed = [[p for i in band if (p := row_to_printed(rows[i], RULED_GAP * em))] for band in bands]
    flat = [row for band in printed for row in band]
    if _is_box(flat):
        return
    gutters = rows_to_gutters(flat, RULED_GAP * em, len(printed[0]))
    cells = bands_to_cells(printed, gutters, (stack[0][1], stack[-1][2])) if gutters else None
    if cells is not None and _is_headed(cells):
        found.tables.append(cells)
        taken.update(indexes)
    elif len(stack) > 2 and sum(len(row.chunks) > 1 for row in flat) >= _FEWEST_FREE:
        found.unread.append(" ".join(chunk.text for chunk in flat[0].chunks))


def _is_box(rows: Sequence[Printed]) -> bool:
    """Whether the rows are of the box above a notice: a third of them begin with a name and a colon (`索引号：`)."""
    named = sum(bool(FIELD.match("".join(chunk.text for chunk in row.chunks))) for row in rows)
    return 3 * named >= len(rows)


def _is_headed(cells: Cells) -> bool:
    """Whether the first row names every column, and a table follows: one row of figures or of three cells, or two."""
    texts = cells.texts()
    if len(texts) < 2 or not all(texts[0]) or any(map(_VALUE.fullmatch, texts[0][1:])):
        return False
    below = texts[1:]
    return len(below) > 1 or len(texts[0]) > 2 or any(_FIGURE.fullmatch(text) for text in below[0])


def _free_runs(rows: Sequence[Sequence[Glyph]], taken: set[int]) -> list[list[int]]:
    """Rows one below the other that leave a wide gap somewhere, and the short lines among them."""
    runs: list[list[int]] = []
    last: Printed | None = None
    left = right = 0.0
    for i, row in enumerate(rows):
        em = letter_width([row])
        printed = None if i in taken else row_to_printed(row, FREE_GAP * em)
        near = printed is not None and last is not None and printed.top - last.bottom <= _FARTHEST * em
        if printed is not None and len(printed.chunks) > 1:
            x0, x1 = printed.chunks[0].x0, printed.chunks[-1].x1
            if near:
                runs[-1].append(i)
                left, right = min(left, x0), max(right, x1)
            else:
                runs.append([i])
                left, right = x0, x1
            last = printed
        elif printed is not None and near and not _is_wide(printed, right - left):
            runs[-1].append(i)
            last = printed
        else:
            last = None
    return [run for run in runs if len(run) >= _FEWEST_FREE]


def _read_free(run: Sequence[int], rows: Sequence[Sequence[Glyph]], taken: set[int], found: Found) -> None:
    em = letter_width([rows[i] for i in run])
    printed = [p for i in run if (p := row_to_printed(rows[i], FREE_GAP * em))]
    gutters = [] if _is_box(printed) else rows_to_gutters(printed, FREE_GAP * em)
    if not gutters:
        return
    width = (min(p.chunks[0].x0 for p in printed), max(p.chunks[-1].x1 for p in printed))
    first = next((i for i, row in enumerate(printed) if any(_VALUE.fullmatch(c.text) for c in row.chunks)), 0)
    spread = [printed_to_spread(row, gutters) for row in printed]
    top = count_headings(spread, (width[0], *gutters, width[1]), first)
    cells = bands_to_cells([printed[:top], printed[top:]], gutters, width)
    if cells is not None and _is_headed(cells) and _has_figures(cells):
        found.tables.append(cells)
        taken.update(run)


def _has_figures(cells: Cells) -> bool:
    """Whether some column holds little but figures, all rows of which are filled."""
    columns = zip(*cells.texts()[1:], strict=True)
    return any(
        sum(bool(_FIGURE.fullmatch(text)) for text in column) >= _FIGURES * len(column) for column in columns
    )
