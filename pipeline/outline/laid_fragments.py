"""Tables that were laid in rows and columns, as fragments; those whose cells go over several lines among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import serial_number
from pipeline.language.headings import are_of_levels, meaning
from pipeline.model import Document, Fragment, Span
from pipeline.outline.blank_rows import blank_table
from pipeline.outline.cell_lines import CellLines
from pipeline.outline.cells_in_turn import InTurn
from pipeline.outline.dashed_columns import dashed_columns
from pipeline.outline.drawn_lines import drawn_cells
from pipeline.outline.figured_columns import figured_table
from pipeline.outline.laying import Laying, Pieces
from pipeline.outline.lines import Line
from pipeline.outline.numbered_cells import numbered_table
from pipeline.outline.parted_words import is_evenly_parted, worded_table
from pipeline.outline.patterned_rows import patterned_table
from pipeline.outline.pieces import lines_to_piece
from pipeline.outline.quoted_rows import quoted_rows
from pipeline.outline.side_by_side import cells_beside
from pipeline.outline.tabs_between import cells_between_tabs
from pipeline.outline.told_rows import rows_told_by_kinds
from pipeline.outline.wrapped_tabs import wrapped_rows

_FEWEST_NUMBERED = 3
_LONGEST_UPPER = 6  # letters of a heading


def cells_over_lines(lines: Sequence[Line], position: int, document: Document) -> CellLines | None:
    """The table that begins at a line, as signs, quotes or places tell its cells."""
    return (
        drawn_cells(lines, position)
        or dashed_columns(lines, position)
        or quoted_rows(lines, position)
        or wrapped_rows(lines, position)
        or cells_between_tabs(lines, position, document)
        or cells_beside(lines, position, document)
        or rows_told_by_kinds(lines, position)
    )


def rows_of_lines(lines: Sequence[Line], position: int, document: Document) -> CellLines | None:
    """The table that begins at a line, each of its rows on one, for those to whom nothing else tells them."""
    return cells_beside(lines, position, document, folds=False) or figured_table(lines, position)


def laid_table(lines: Sequence[Line], position: int) -> Laying | None:
    """The table that begins at a line, as numbers, blanks or a pattern of kinds tell its rows."""
    if table := numbered_table(lines, position):
        return table
    worded = worded_table(lines, position)
    if worded and is_evenly_parted(lines, worded):
        return worded
    return blank_table(lines, position) or patterned_table(lines, position) or worded


def turns_to_laying(lines: Sequence[Line], table: InTurn) -> Laying:
    """The cells in turn; none where the numbers of rows run on in another column than the first: headings above are missing."""
    at = lines[min(n for row in table.rows for cell in row for n in cell)].span.start
    cells = (tuple(lines_to_piece([lines[n] for n in cell], at) for cell in row) for row in table.rows)
    rows = tuple(cells)
    numbers = [[serial_number(piece.text) for piece in column] for column in zip(*rows[1:], strict=False)]
    runs = any(column == list(range(1, len(rows))) for column in numbers[1:]) and len(rows) > _FEWEST_NUMBERED
    return Laying(() if runs else rows, table.end, lost_blanks=table.lost_blanks)


def over_lines_to_fragment(
    table: CellLines, printed: Sequence[Line], title: tuple[Line, ...], annex: str | None
) -> Fragment:
    fragment = laid_to_fragment(Laying(table.rows, table.end), printed, title, annex)
    return replace(fragment, kind=table.kind, goes_on=table.goes_on, is_unread=not table.rows)


def _are_headings(title: tuple[Line, ...]) -> bool:
    """Not a caption stands above but headings of an upper level (建设面积 ⏎ 投资 ⏎ 备注), over columns that nothing tells."""
    short = [line.squeezed for line in title if len(line.squeezed) <= _LONGEST_UPPER]
    return sum(map(bool, map(meaning, short))) > 1


def _lacks_level(rows: Sequence[Pieces]) -> bool:
    """其中 among the headings, and no further line of them that has something below it and nothing below the first."""
    above = [piece.text for piece in rows[0]]
    below = [piece.text for piece in rows[1]] if len(rows) > 1 else []
    told = len(below) == len(above) and not below[0]
    return are_of_levels(text for k, text in enumerate(above) if not (told and below[k]))


def laid_to_fragment(
    table: Laying, printed: Sequence[Line], title: tuple[Line, ...], annex: str | None
) -> Fragment:
    rows = table.rows or ((lines_to_piece(printed),),)
    shown = [piece.span for row in rows for piece in row if piece.text]
    return Fragment(
        kind="tabs",
        rows=rows,
        span=Span(min(span.start for span in shown), max(span.end for span in shown)),
        title=" ".join(line.text.strip() for line in title),
        title_span=Span(title[0].span.start, title[-1].span.end) if title else None,
        annex=annex,
        breaks=table.breaks,
        is_guessed=True,
        is_unread=not table.rows or _are_headings(title) or _lacks_level(rows),
        lost_blanks=table.lost_blanks,
    )
