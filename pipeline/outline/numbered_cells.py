"""Numbered tables of a text that has each cell on a line of its own: where a cell may be blank, and where none is.

A cell may have several paragraphs: where rows do not come out, or come out in more than one way, nothing tells which is right,
and no cell is a sentence of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.language.cells import is_note, serial_number
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.outline.cell_rows import Bounds, are_of_bodies, number_of_headings, numbered_rows
from pipeline.outline.dates import text_to_date
from pipeline.outline.laying import Laying, one_left
from pipeline.outline.levelled_rows import ways_in_levels
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.numbered_blanks import with_blanks
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import lines_to_piece

_FURTHEST = 60  # paragraphs of one row
_FEWEST_TIGHT = 4  # rows, headings too, where no empty lines part the cells


def numbered_table(lines: Sequence[Line], start: int) -> Laying | None:
    """The table whose headings begin at a line with 序号, one cell a line; None where none does."""
    if not _is_cell(lines[start]) or meaning(lines[start].squeezed) != "row_number":
        return None
    end = next((n for n in range(start, len(lines)) if not _is_cell(lines[n])), len(lines))
    shown = lines[start:end]
    laid = one_left([*_without_blanks(shown, start), *with_blanks(shown, start), *_in_levels(shown, start)])
    return laid if laid and laid.rows else _unread(shown, start)


def _is_cell(line: Line) -> bool:
    return not (line.furniture or line.level or "|" in line.text or "\t" in line.text)


def _is_of_table(line: Line) -> bool:
    words = line.squeezed
    return not (ANNEX.match(words) or is_caption(line) or is_note(words) or text_to_date(words))


def _up_to_headings(lines: Sequence[Line]) -> list[str]:
    """The words of the lines up to the one that prints the first heading again."""
    words = [line.squeezed for line in lines]
    return words[: words.index(words[0], 1)] if words[0] in words[1:] else words


def _is_spaced(lines: Sequence[Line], width: int) -> bool:
    return all(line.gap for line in lines[1 : width + 1])


def _without_blanks(lines: Sequence[Line], start: int) -> Iterator[Laying]:
    """The laying in which every row has as many lines as there are headings."""
    words = _up_to_headings(lines)
    rows = numbered_rows(words, [0] * len(words))
    if not rows:
        return
    fewest = 2 if _is_spaced(lines, rows[0][1]) else _FEWEST_TIGHT
    if len(rows) >= fewest and are_of_bodies(words, rows) and _ends(lines, words, rows):
        cells = (tuple(lines_to_piece([line]) for line in lines[a:b]) for a, b in rows)
        yield Laying(tuple(cells), start + rows[-1][1])


def _in_levels(lines: Sequence[Line], start: int) -> Iterator[Laying]:
    """The layings below headings of two levels, on a row each, and with names below labels."""
    for rows in ways_in_levels([line.squeezed for line in takewhile(_is_of_table, lines)]):
        at, end = lines[0].span.start, max(n for cell in rows[-1] for n in cell)
        cells = (tuple(lines_to_piece([lines[n] for n in cell], at) for cell in row) for row in rows)
        yield Laying(tuple(cells), start + end + 1, lost_blanks=True)


def _ends(lines: Sequence[Line], words: Sequence[str], rows: Sequence[Bounds]) -> bool:
    """Whether the last row is whole: nothing follows, or a point of the text or a note, or its last cell is a body, or says what
    one above it says."""
    *above, (_, end) = rows
    last = meaning(words[rows[0][1] - 1])
    known = {words[stop - 1] for _, stop in above[1:]}
    stops = end == len(words) or text_to_mark(words[end]) is not None or not _is_of_table(lines[end])
    return stops or last in AGENCY_MEANINGS or words[end - 1] in known


def _unread(lines: Sequence[Line], start: int) -> Laying | None:
    """What an empty line parts below known headings, up to the last number that follows the one above it and as many lines as
    the shortest row has."""
    words = _up_to_headings(lines)
    width = number_of_headings(words)
    if not width or not _is_spaced(lines, width):
        return None
    if not all(line.gap for line in lines[width:][: len(words) - width]):
        return None  # the lines of a cell stand close, and tell it from the next
    begins = [width]
    for n in range(width + 1, len(words)):
        if n - begins[-1] > _FURTHEST:
            break
        if serial_number(words[n]) == len(begins) + 1:
            begins.append(n)
    shortest = min((b - a for a, b in pairwise(begins)), default=width)
    return Laying((), start + min(begins[-1] + shortest, len(words)))
