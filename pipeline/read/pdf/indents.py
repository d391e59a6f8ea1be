"""Which lines of a page begin a paragraph: those set in by two letters, as Chinese paragraphs are.

The second line of a numbered point may be set in below its number too (a hanging indent), and begins none.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from pipeline.language import patterns
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet

INDENT = "\u3000\u3000"
# In letters' sizes: the indent is 2; fonts are up to a fifth higher than their letters are wide.
_LEAST, _MOST = 1.5, 2.6
# Lines of one margin begin and end within this many points of one another.
_SAME = 3.0
# A full line may lack this many letters, where a word or a mark did not fit.
_FULL = 2.5
_STOPS = ("。", "；", "：", "！", "？")
_NUMBER = patterns.compile(r"\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳•●▪■◆·]")


def sheet_to_indents(sheet: Sheet, aside: Container[int]) -> set[int]:
    """Indexes of the items that are indented lines; none where no two lines share a left margin."""
    lines = [(i, item) for i, item in enumerate(sheet.items) if isinstance(item, Line) and i not in aside]
    left = _shared([line.x0 for _, line in lines])
    right = max((line.x1 for _, line in lines), default=0.0)
    if left is None:
        return set()
    indented = {i for i, line in lines if _is_indented(line, left, right)}
    hanging: set[int] = set()
    for (n, above), (i, _) in pairwise(lines):
        if i in indented and _goes_on(above, right) and (n in hanging or _is_numbered(above, left)):
            hanging.add(i)
    return indented - hanging


def _is_numbered(line: Line, left: float) -> bool:
    return line.x0 - left <= _SAME and _NUMBER.match(line.text) is not None


def _goes_on(line: Line, right: float) -> bool:
    """Whether a line is as long as the page is wide and ends in no sentence's end."""
    return right - line.x1 <= _FULL * (line.bottom - line.top) and not line.text.rstrip().endswith(_STOPS)


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
