"""Cells with a pipe behind each, on its line or on one below, and nothing between the rows: 项目 |⏎金额 |⏎合计 |⏎40.2 |⏎…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.language.cells import is_note
from pipeline.language.headings import meaning
from pipeline.outline.cell_rows import Bounds, rows_of_cells
from pipeline.outline.lines import Line

_FEWEST_CELLS, _MOST_CAPTIONS, _MOST_LINES = 6, 8, 3


class EndedCell(NamedTuple):
    """The words of a cell, "" of a blank one, the lines [start, end) it is printed on, and the pipes behind its own."""

    text: str
    start: int
    end: int
    lost: int = 0


def told_rows(cells: Sequence[EndedCell]) -> tuple[int, tuple[Bounds, ...]]:
    """Where the headings begin among the cells, and the rows from there on: behind captions, and before blanks and notes."""
    words = [cell.text for cell in cells]
    noted = next((n for n in range(len(words), 0, -1) if not is_note(words[n - 1])), 0)
    end = next((n for n in range(noted, 0, -1) if words[n - 1]), 0)
    starts = [n for n in range(min(len(cells), _MOST_CAPTIONS + 1)) if n == 0 or meaning(words[n])]
    for first, last in product(starts, (noted, end)):
        if last - first >= _FEWEST_CELLS:
            part = slice(first, last)
            if rows := rows_of_cells(words[part], [cell.lost for cell in cells[part]]):
                return first, rows
    return 0, ()


def may_be_ended(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first of cells with a pipe behind each; their later ones are looked at with it."""
    ended = [_ends_cell(lines, n) for n in (at - 1, at) if n >= 0]
    return ended[-1] and not (len(ended) > 1 and ended[0])


def _ends_cell(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text.strip()
    alone = at + 1 < len(lines) and lines[at + 1].text.strip() == "|" and "|" not in text
    return bool(text) and (alone or (text.endswith("|") and "|" not in text.rstrip("| ")))


def ended_cells(lines: Sequence[Line], start: int) -> tuple[list[int], list[EndedCell]]:
    """The lines of the captions, each with blank cells alone behind it, and the cells below."""
    captions: list[int] = []
    cells: list[EndedCell] = []
    for cell in _run(lines, start):
        if cell.text.startswith("|"):
            if len(cells) != 1:
                return [], []
            captions.append(cells.pop().start)
        else:
            cells.append(cell)
    return captions, cells


def _run(lines: Sequence[Line], start: int) -> Iterator[EndedCell]:
    """The cells from a line on; pipes in a row, ||||, as a cell of pipes."""
    at = start
    while at < len(lines) and not (at > start and lines[at].gap):
        text = lines[at].text.strip()
        pipes = len(text) - len(text.rstrip("| "))
        if text and set(text) <= {"|", " "}:
            yield EndedCell("" if text == "|" else text, at, at + 1)
        elif text.endswith("|") and "|" not in text.rstrip("| "):
            yield EndedCell(text.rstrip("| "), at, at + 1, text[-pipes:].count("|") - 1)
        elif below := _pipe_below(lines, at):
            yield EndedCell("".join(line.text.strip() for line in lines[at:below]), at, below + 1)
            at = below
        else:
            return
        at += 1


def _pipe_below(lines: Sequence[Line], at: int) -> int:
    """The line of the pipe alone that ends the cell of the lines from `at` on, right below each other; 0 where none does."""
    for n in range(at, min(at + _MOST_LINES + 1, len(lines))):
        if n > at and lines[n].gap:
            return 0
        if "|" in lines[n].text:
            return n if n > at and lines[n].text.strip() == "|" else 0
    return 0
