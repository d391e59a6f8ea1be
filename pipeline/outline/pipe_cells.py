"""Rows of pipes that a converter of pages broke or joined.

One cell a line: a pipe alone, then `1 |`, `甲镇 |`, `20 |`; or a pipe behind each cell, on its line or below it, and nothing
between the rows. A row cut before its last, blank cells: `1 | 甲镇 | 20 |` over `|`. All rows in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.model import Span
from pipeline.outline.cell_rows import rows_of_cells
from pipeline.outline.ended_cells import ended_cells, may_be_ended, told_rows
from pipeline.outline.lines import Line

_CELL = patterns.compile(r"^[^|]*\|+\s*$")
# Two rows of two cells at the least; a pipe under a line of a menu makes no table.
_FEWEST, _FEWEST_CELLS = 2, 6


def whole_pipe_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such row as one line, as Markdown prints it; others as they are."""
    if not any("|" in line.text for line in lines):
        return tuple(lines)
    whole = tuple(_with_rests(_with_ended(lines)))
    pipes = [
        0,
        *(line.text.count("|") or line.text.count("+") for line in whole),
        0,
    ]  # a rule, +---+---+, has none
    parted: list[Line] = []
    for at, line in enumerate(whole, 1):
        # Beside a row with half as many pipes or more stands a row, however its blanks are spaced.
        beside = max(pipes[at - 1], pipes[at + 1])
        parted += [line] if 2 * beside >= pipes[at] else _parted(line)
    return _join_cells(parted)


def _with_ended(lines: Sequence[Line]) -> Iterator[Line]:
    """The rows of cells with a pipe behind each, one a line; captions without their pipe."""
    at = 0
    while at < len(lines):
        captions, cells = ended_cells(lines, at) if may_be_ended(lines, at) else ([], [])
        first, rows = told_rows(cells)
        if not rows:
            yield lines[at]
            at += 1
            continue
        yield from (_without_pipe(lines[n]) for n in captions)
        yield from (_without_pipe(lines[cell.start]) for cell in cells[:first] if cell.text)
        cells = cells[first:]
        yield from (_join(lines[cells[first].start : cells[last - 1].end]) for first, last in rows)
        at = cells[rows[-1][1] - 1].end


def _without_pipe(line: Line) -> Line:
    end = len(line.text.rstrip("| "))
    return line.part(0, end, cut=False)


def _with_rests(lines: Iterable[Line]) -> Iterator[Line]:
    """Rows with the pipes right below that they lack: as many as the row above has then."""
    above, held = 0, None
    for line in lines:
        pipes = line.text.count("|")
        rest = held is not None and not line.gap and set(line.text.strip()) == {"|"}
        if held is not None and rest and held.text.count("|") + pipes == above:
            held = _join([held, line])
            continue
        if held is not None:
            yield held
            above = held.text.count("|")
        held = line
    if held is not None:
        yield held


def _parted(line: Line) -> Iterator[Line]:
    """The rows of a line, if they are told to its end."""
    ends = [at for at, char in enumerate(line.text) if char == "|"]
    first = 0 if not ends or line.text[: ends[0]].strip() else ends[0] + 1
    edges = [first, *(end + 1 for end in ends if end >= first), len(line.text) + 1]
    cells = [line.text[a : b - 1].strip() for a, b in pairwise(edges)]
    while cells and not cells[-1]:
        cells.pop()
    rows = rows_of_cells(cells, [0] * len(cells)) if len(ends) >= _FEWEST_CELLS else ()
    if len(rows) < _FEWEST or rows[-1][1] < len(cells):
        yield line
        return
    for a, b in rows:
        yield line.part(edges[a], edges[b] - 1, cut=a > 0)


def _join_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Rows of one cell a line as one line each."""
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
    widths = sorted(b - a for a, b in _wide(rows))
    # One row many times as wide as the others is several rows with no pipe before each.
    return rows if len(widths) >= _FEWEST and widths[-1] <= 2 * widths[-2] else []


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
