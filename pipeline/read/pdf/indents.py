"""Which lines of a page begin a paragraph: those set in by two letters, as Chinese paragraphs are."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet

INDENT = "\u3000\u3000"
# In letters' sizes: the indent is 2; fonts are up to a fifth higher than their letters are wide.
_LEAST, _MOST = 1.5, 2.6
# Lines of one margin begin and end within this many points of one another.
_SAME = 3.0


def sheet_to_indents(sheet: Sheet, aside: Container[int]) -> set[int]:
    """Indexes of the items that are indented lines; none where no two lines share a left margin."""
    lines = [(i, item) for i, item in enumerate(sheet.items) if isinstance(item, Line) and i not in aside]
    left = _shared([line.x0 for _, line in lines])
    right = max((line.x1 for _, line in lines), default=0.0)
    if left is None:
        return set()
    return {i for i, line in lines if _is_indented(line, left, right)}


def _shared(sides: list[float]) -> float | None:
    """The leftmost side that two lines have in common."""
    ordered = sorted(sides)
    for side, following in pairwise(ordered):
        if following - side <= _SAME:
            return side
    return None


def _is_indented(line: Line, left: float, right: float) -> bool:
    size = line.bottom - line.top
    inset = line.x0 - left
    # A centred line stands as far from the right margin as from the left.
    return _LEAST * size <= inset <= _MOST * size and abs(right - line.x1 - inset) > size / 2
