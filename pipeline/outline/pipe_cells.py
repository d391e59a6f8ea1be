"""Rows of pipes that a converter of pages broke or joined.

One cell a line: a pipe alone, then `1 |`, `甲镇 |`, `20 |`. A row cut before its last, blank cells: `1 | 甲镇 | 20 |` over
`|`. All rows in one line, two pipes between one and the next: `镇 | 亩 |  | 甲镇 | 20 |  | 乙镇 | 30`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.model import Span
from pipeline.outline.ended_cells import ended_cells, may_be_ended
from pipeline.outline.lines import Line
from pipeline.outline.numbered_rows import numbered_rows

_CELL = patterns.compile(r"^[^|]*\|+\s*$")
# Two rows of two cells at the least; a pipe under a line of a menu makes no table.
_FEWEST = 2
_FEWEST_JOINED = 3


def whole_pipe_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such row as one line, as Markdown prints it; others as they are."""
    whole = tuple(_with_rests(_with_ended(lines)))
    pipes = [0, *(line.text.count("|") for line in whole), 0]
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
        found = ended_cells(lines, at) if may_be_ended(lines, at) else None
        if found is None:
            yield lines[at]
            at += 1
            continue
        yield from (_without_pipe(lines[n]) for n in found.captions)
        yield from (_join(lines[start:end]) for start, end in found.rows)
        at = found.rows[-1][1]


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
    """The rows of a line in which a blank cell of no row stands behind each, as many cells after the one before; each
    begins with its name."""
    ends = [at for at, char in enumerate(line.text) if char == "|"]
    if len(ends) < _FEWEST_JOINED * _FEWEST:
        yield line
        return
    first = 0 if line.text[: ends[0]].strip() else ends[0] + 1
    starts = [first, *(end + 1 for end in ends if end >= first)]
    cells = [line.text[a : b - 1].strip() for a, b in pairwise([*starts, len(line.text) + 1])]
    while cells and not cells[-1]:
        cells.pop()
    if bounds := numbered_rows(cells, [0] * len(cells)):
        edges = [[*starts, len(line.text) + 1][at] for at in (0, *(end for _, end in bounds))]
        whole = bounds[-1][1] == len(cells) and len(bounds) > 1
        yield from (
            (line.part(a, b - 1, cut=n > 0) for n, (a, b) in enumerate(pairwise(edges))) if whole else [line]
        )
        return
    width = cells.index("") if "" in cells else len(cells)
    rows, rest = divmod(len(cells) + 1, width + 1)
    joints = cells[width :: width + 1]
    firsts = cells[:: width + 1]
    if width < _FEWEST or rows < _FEWEST_JOINED or rest or any(joints[: rows - 1]) or not all(firsts):
        yield line
        return
    for row in range(rows):
        at = row * (width + 1)
        end = starts[at + width] - 1 if at + width < len(starts) else len(line.text)
        yield line.part(starts[at], end, cut=row > 0)


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
