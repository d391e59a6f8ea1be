"""Tables whose headings stand over a dash for each letter of their columns, as pandoc writes them.

部门      职责             -------------------
--------  -----------        部门      职责
市财政局  保障经费。       --------  -----------
市教育局  培训教师。         市财政局  保障
                                     经费。

                             市教育局  培训教师。
                           -------------------       A long rule above: rows are parted by empty lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.model import Piece
from pipeline.outline.cell_lines import CellLines, lines_of
from pipeline.outline.lines import Line
from pipeline.outline.pieces import stretch
from pipeline.outline.widths import columns

_COLUMNS = patterns.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
_LONG = patterns.compile(r"\s*-{6,}\s*")
_RUN = patterns.compile(r"-+")
_MOST_HEADINGS = 4

Cells = list[list[Piece]]


def dashed_columns(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table whose headings, or the long rule above them, begin at `start`."""
    framed = _is_rule(lines[start], long=True)
    heads = start + framed
    rule = next(
        (n for n in range(heads, min(heads + _MOST_HEADINGS, len(lines))) if _is_rule(lines[n])), heads
    )
    if rule == heads or any(line.furniture or line.gap for line in lines[heads + 1 : rule]):
        return None
    starts = [columns(lines[rule].text[: run.start()]) for run in _RUN.finditer(lines[rule].text)]
    end = rule + 1
    while end < len(lines) and not lines[end].furniture and (framed or not lines[end].gap):
        end += 1
    laid = [_cells(line, starts) for line in (*lines[heads:rule], *lines[rule + 1 : end])]
    if end == rule + 1 or any(cells is None for cells in laid):
        return None
    printed = [cells for cells in laid if cells]
    gaps = [framed and n > rule + 1 and not lines[n].gap for n in range(rule + 1, end)]
    rows = _rows(printed, [False] * (rule - heads) + gaps)
    return lines_of(rows, end + (end < len(lines) and _is_rule(lines[end], long=framed)))


def _is_rule(line: Line, long: bool = False) -> bool:
    return "--" in line.text and bool((_LONG if long else _COLUMNS).fullmatch(line.text))


def _cells(line: Line, starts: Sequence[int]) -> list[Piece] | None:
    """What stands in each column; None if words stand across the edge of two."""
    places = [0]
    for char in line.text:
        places.append(places[-1] + columns(char))
    at = [
        next((n for n, place in enumerate(places) if place >= start), len(line.text)) for start in starts[1:]
    ]
    if any(0 < n < len(line.text) and not line.text[n - 1].isspace() for n in at):
        return None
    return [stretch(line, a, b) for a, b in pairwise([0, *at, len(line.text)])]


def _rows(printed: Sequence[Sequence[Piece]], goes_on: Sequence[bool]) -> Iterator[Cells]:
    """The rows, each cell with its lines."""
    row: Cells = []
    for cells, further in zip(printed, goes_on, strict=True):
        if row and not further:
            yield row
            row = []
        row = [
            [*held, *([piece] if piece.text else [])]
            for held, piece in zip(row or [[]] * len(cells), cells, strict=True)
        ]
    if row:
        yield row
