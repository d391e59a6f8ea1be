"""Which laying of flattened lines is the best, of the ways in which headings and columns may be taken.

Of 目标 over 任务 the headings may be two or one (目标任务), and a column of words before the main one stands blank below its
first line (a category) or is filled in every row (a goal). The first pages are laid each way, and the best is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from pipeline.language.headings import heading_words, meaning
from pipeline.tables.draft import Slot
from pipeline.tables.flat_columns import CellLine, Scale, learn, unlearned
from pipeline.tables.flat_rows import FlatRow, lay

_LAYINGS = 3
_FIRST = 300  # lines
_MOST_HEADS = 4  # ways to take the headings
_EMPTY = 0.5  # for each row of a column that holds nothing


def best_laying(lines: Sequence[CellLine], heads: Sequence[Slot]) -> tuple[list[Slot], Sequence[FlatRow]]:
    """The headings and rows of the best laying; no rows if the lines cannot be laid."""
    tries = [
        (ways, *_learned(lines[:_FIRST], names, unlearned(names, full)))
        for ways in _ways(heads)
        for names in [[meaning(head.text) for head in ways]]
        for full in (False, True)
        if not full or unlearned(names, True) != unlearned(names)
    ]
    ways, _, scale, _ = max(tries, key=lambda tried: tried[3])
    names = [meaning(head.text) for head in ways]
    rows = lay(lines, names, scale, final=False)[0]
    return ways, lay(lines, names, learn([row.cells for row in rows if row.kind == "body"], lines, names))[0]


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
