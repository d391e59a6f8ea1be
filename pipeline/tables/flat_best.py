"""Which laying of flattened lines is the best, of the ways in which headings and columns may be taken.

Of 目标 over 任务 the headings may be two or one (目标任务), and a column of words before the main one stands blank below its
first line (a category) or is filled in every row (a goal). The first pages are laid each way, and the best is kept.
Headings are of two levels only where no row has a cell for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter

from pipeline.language.headings import heading_words, meaning
from pipeline.tables.draft import Slot
from pipeline.tables.flat_columns import CellLine, Scale, learn, unlearned
from pipeline.tables.flat_levels import Heads, in_levels
from pipeline.tables.flat_rows import FlatRow, lay

_LAYINGS = 3
_FIRST = 300  # lines
_MOST_HEADS = 4  # ways to take the headings
_MOST_LEVELS = 6  # of them as of two levels
_NEARLY_NONE, _FEW = 0.05, 0.1
_MAY_BE_BLANK = ("note", "category")
_EMPTY = 0.5  # for each row of a column that holds nothing


def best_laying(lines: Sequence[CellLine], heads: Sequence[Slot]) -> tuple[Heads, Sequence[FlatRow]]:
    """The headings and rows of the best laying; no rows if the lines cannot be laid, or if of two layings of headings
    of two levels neither is."""
    flat = max((_tried(lines, Heads(tuple(way))) for way in _ways(heads)), key=attrgetter("good"))
    best = flat
    open_ways = [way for way in in_levels(heads) if flat.has_no_cell_for_each(way)]
    if open_ways:
        levels = [_tried(lines, way) for way in open_ways[:_MOST_LEVELS]]
        least = flat.good - _EMPTY * len(flat.rows) * flat.has_gap()
        better = sorted((way for way in levels if way.good > least), key=attrgetter("good"), reverse=True)
        if better and not _is_proved(better, len(flat.rows)):
            return flat.heads, ()
        best = better[0] if better else flat
    names = best.names()
    rows = lay(lines, names, best.scale, final=False)[0]
    scale = learn([row.cells for row in rows if row.kind == "body"], lines, names)
    return best.heads, lay(lines, names, scale)[0]


def _is_proved(levels: Sequence[_Tried], rows: int) -> bool:
    """The first has cells in each column, and is so much better than any other that lays them otherwise."""
    others = [way.good for way in levels[1:] if way.names() != levels[0].names()]
    return not levels[0].has_gap() and all(levels[0].good - good > _EMPTY * rows / 2 for good in others)


@dataclass(frozen=True, slots=True)
class _Tried:
    """The first lines laid under these headings."""

    heads: Heads
    rows: Sequence[FlatRow]
    scale: Scale
    good: float

    def names(self) -> list[str]:
        return [meaning(head.text) for head in self.heads.columns]

    def has_no_cell_for_each(self, way: Heads) -> bool:
        """Nearly no row fills the column of this upper heading and all of those below it, or few that of one of no known
        meaning: there may be fewer columns."""
        assert way.over is not None
        upper = next(j for j, column in enumerate(self.heads.columns) if column.text == way.over.text)
        if not meaning(way.over.text) and 2 * sum(bool(row.cells[upper]) for row in self.rows) < len(
            self.rows
        ):
            return True
        texts = {way.over.text, *(column.text for column in way.columns[way.start : way.end])}
        columns = [j for j, column in enumerate(self.heads.columns) if column.text in texts]
        return sum(all(row.cells[j] for j in columns) for row in self.rows) <= _FEW * len(self.rows)

    def has_gap(self) -> bool:
        """A column of agencies, times or values has nearly no cell."""
        columns = [j for j, name in enumerate(self.names()) if name not in _MAY_BE_BLANK]
        return any(
            sum(bool(row.cells[j]) for row in self.rows) <= _NEARLY_NONE * len(self.rows) for j in columns
        )


def _tried(lines: Sequence[CellLine], heads: Heads) -> _Tried:
    names = [meaning(head.text) for head in heads.columns]
    scales = dict.fromkeys(unlearned(names, full) for full in (False, True))
    learned = (_learned(lines[:_FIRST], names, scale) for scale in scales)
    return max((_Tried(heads, *found) for found in learned), key=attrgetter("good"))


def _ways(heads: Sequence[Slot]) -> Iterator[list[Slot]]:
    """The headings as joined, and with those parted again of which each line is a heading itself: 目标 | 任务."""
    several = [[[head], *([_lines(head)] if _are_headings(head) else [])] for head in heads]
    for n, way in enumerate(product(*several)):
        if n < _MOST_HEADS:
            yield [slot for slots in way for slot in slots]


def _lines(head: Slot) -> list[Slot]:
    sizes = [span.end - span.start for span in head.parts]
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    return [
        Slot(head.text[a : a + size], (span,))
        for a, size, span in zip(starts, sizes, head.parts, strict=True)
    ]


def _are_headings(head: Slot) -> bool:
    whole = sum(span.end - span.start for span in head.parts) == len(head.text)
    return whole and len(head.parts) > 1 and all(part.text in heading_words() for part in _lines(head))


def _learned(
    lines: Sequence[CellLine], names: Sequence[str], scale: Scale
) -> tuple[Sequence[FlatRow], Scale, float]:
    """The rows after so many layings, what they say of the columns, and how good they are."""
    rows: Sequence[FlatRow] = ()
    good = 0.0
    for _ in range(_LAYINGS):
        rows, good = lay(lines, names, scale, final=False)
        scale = learn([row.cells for row in rows if row.kind == "body"], lines, names)
    empty = sum(not any(row.cells[j] for row in rows) for j in range(len(names)))
    return rows, scale, good - _EMPTY * empty * len(rows)
