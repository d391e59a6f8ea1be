"""Numbered tables of a page that prints each cell as a paragraph of its own, an empty line before each.

A cell may have several paragraphs: only where every row has as many as there are headings each is a cell. Else the table is
unread, and no cell of it a sentence of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.language.cells import serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.outline.cell_rows import Bounds, are_of_bodies, number_of_headings, numbered_rows
from pipeline.outline.lines import Line

_MOST_HEADINGS = 17
_FURTHEST = 60  # paragraphs of one row
_FEWEST_TIGHT = 4  # rows, headings too, where no empty lines part the cells


@dataclass(frozen=True, slots=True)
class NumberedLines:
    """The rows of a table as [first, last) lines, one a cell, none where they cannot be told; it ends before `end`."""

    rows: tuple[Bounds, ...]
    end: int


def numbered_lines(lines: Sequence[Line], start: int) -> NumberedLines | None:
    """The numbered table whose headings begin at a line, one a line; None where none does."""
    first = lines[start].squeezed
    if not (_is_cell(lines[start]) and may_be_heading(first) and meaning(first) == "row_number"):
        return None
    near = lines[start : start + _MOST_HEADINGS]
    width = number_of_headings([line.squeezed for line in near])
    if not width or not all(map(_is_cell, near[:width])):
        return None
    words = [line.squeezed for line in _cells(lines, start)]
    spaced = all(line.gap for line in lines[start + 1 : start + width + 1])
    rows = numbered_rows(words, [0] * len(words))
    if len(rows) > (1 if spaced else _FEWEST_TIGHT - 1) and are_of_bodies(words, rows) and _ends(words, rows):
        return NumberedLines(tuple((start + a, start + b) for a, b in rows), start + rows[-1][1])
    return NumberedLines((), start + _end(words, width)) if spaced else None


def _is_cell(line: Line) -> bool:
    return not (line.furniture or line.level or "|" in line.text or "\t" in line.text)


def _cells(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The lines up to the first that is no cell or prints the first heading again."""
    for n in range(start, len(lines)):
        again = n > start and lines[n].squeezed == lines[start].squeezed
        if again or not _is_cell(lines[n]):
            return
        yield lines[n]


def _ends(words: Sequence[str], rows: Sequence[Bounds]) -> bool:
    """Whether the last row is whole: nothing follows, or its last cell is a body, or says what one above it says."""
    *above, (_, end) = rows
    last = meaning(words[rows[0][1] - 1])
    known = {words[stop - 1] for _, stop in above[1:]}
    return end == len(words) or last in AGENCY_MEANINGS or words[end - 1] in known


def _end(words: Sequence[str], width: int) -> int:
    """Behind the last number that follows the one above it and as many cells as the shortest row has."""
    begins = [width]
    for n in range(width + 1, len(words)):
        if n - begins[-1] > _FURTHEST:
            break
        if serial_number(words[n]) == len(begins) + 1:
            begins.append(n)
    shortest = min((b - a for a, b in pairwise(begins)), default=width)
    return min(begins[-1] + shortest, len(words))
