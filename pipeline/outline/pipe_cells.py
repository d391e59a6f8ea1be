"""Rows of pipes that a converter of pages printed one cell a line: a pipe alone, then `1 |`, `甲镇 |`, `20 |`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.model import Span
from pipeline.outline.lines import Line

_CELL = patterns.compile(r"^[^|]*\|+\s*$")
# Two rows of two cells at the least; a pipe under a line of a menu makes no table.
_FEWEST = 2


def join_pipe_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such row as one line, as Markdown prints it; others as they are."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if not rows:
            joined.append(lines[at])
            at += 1
            continue
        joined += (_join(lines[start:end]) for start, end in rows)
        at = rows[-1][1]
    return tuple(joined)


def _rows(lines: Sequence[Line], start: int) -> list[tuple[int, int]]:
    """Where the rows begin and end that stand below each other from here on; [] where there are none."""
    if not _opens(lines[start]):
        return []
    end = start + 1
    while end < len(lines) and (_opens(lines[end]) or _CELL.match(lines[end].text)):
        end += 1
    begins = [i for i in range(start, end) if _opens(lines[i])]
    rows = [(a, b) for a, b in pairwise([*begins, end]) if b - a > 1]
    return rows if len(list(_wide(rows))) >= _FEWEST else []


def _opens(line: Line) -> bool:
    return line.text.strip() == "|"


def _wide(rows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((a, b) for a, b in rows if b - a > _FEWEST)


def _join(lines: Sequence[Line]) -> Line:
    """One line of several; what parts them stays where it is printed."""
    first, last = lines[0], lines[-1]
    text, places = first.text, list(first.places)
    for line in lines[1:]:
        text += "\n" + line.text
        places += [line.span.start - 1, *line.places]
    return Line(text, tuple(places), Span(first.span.start, last.span.end), first.gap)
