"""Tables copied from a web page whose cells are paragraphs: a tab alone stands between two cells, more empty lines between rows
than between the paragraphs of a cell.

序号⏎⏎⇥⏎⏎任务⏎⏎⏎⏎⏎1⏎⏎⇥⏎⏎修路。⏎⏎建桥。     →  | 序号 | 任务         |
                                               | 1    | 修路。⏎建桥。 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.headings import may_be_heading, meaning
from pipeline.model import Document, Piece, Span
from pipeline.outline.cell_lines import CellLines
from pipeline.outline.laying import Pieces
from pipeline.outline.lines import Line
from pipeline.outline.pieces import line_to_pieces

_FEWEST_CELLS, _FEWEST_ROWS = 3, 3
_MOST_LINES = 60  # of one cell


class _Gap(NamedTuple):
    """What stands between two lines: tabs, and line ends behind the last of them."""

    tabs: int
    ends: int


class _Cells(NamedTuple):
    """The cells of a row, each with its lines, and the line behind the row."""

    cells: tuple[range, ...]
    end: int


def cells_between_tabs(lines: Sequence[Line], start: int, document: Document) -> CellLines | None:
    """The table that begins at a line, where tabs alone part its cells."""
    if start + 1 == len(lines) or not _gap(lines, start + 1, document).tabs:
        return None
    rows = [*_rows(lines, start, document)]
    heads = [_piece(lines, cell).text.replace("\n", "") for cell in rows[0].cells] if rows else []
    if len(rows) < _FEWEST_ROWS or not (
        len(heads) >= _FEWEST_CELLS and all(map(may_be_heading, heads)) and any(map(meaning, heads))
    ):
        return None
    widest = len(heads)
    if any(len(row.cells) > widest for row in rows):
        return None
    return CellLines(tuple(_pieces(lines, row) for row in rows), (), rows[-1].end)


def _gap(lines: Sequence[Line], n: int, document: Document) -> _Gap:
    between = document.text[lines[n - 1].span.end : lines[n].span.start] if 0 < n < len(lines) else ""
    if "\t" not in between:
        return _Gap(0, between.count("\n"))
    return _Gap(between.count("\t"), between.rpartition("\t")[2].count("\n"))


def _rows(lines: Sequence[Line], start: int, document: Document) -> Iterator[_Cells]:
    near = document.text[lines[start].span.end : lines[start + 1].span.start].partition("\t")[0].count("\n")
    at = start
    while at < len(lines) and _gap(lines, at + 1, document).tabs:
        row = _row(lines, at, near, document)
        yield row
        last = row.end
        if _gap(lines, last, document).ends <= near:
            return
        at = last


def _row(lines: Sequence[Line], start: int, near: int, document: Document) -> _Cells:
    """The cells from a line on, up to more line ends than stand between paragraphs; behind the last tab a further paragraph
    is one of the cell only where a row follows."""
    cells = [range(start, start + 1)]
    n = start + 1
    while n < len(lines):
        gap = _gap(lines, n, document)
        cells += [range(n, n)] * (gap.tabs - 1)
        if gap.ends > near:
            cells += [range(n, n)] * bool(gap.tabs)
            break
        if gap.tabs:
            cells.append(range(n, n + 1))
        elif _goes_on(lines, n, near, document):
            cells[-1] = range(cells[-1].start, n + 1)
        else:
            break
        n += 1
    return _Cells(tuple(cells), n)


def _goes_on(lines: Sequence[Line], n: int, near: int, document: Document) -> bool:
    """Whether behind paragraphs a tab or a further row of cells follows."""
    for below in range(n + 1, min(n + _MOST_LINES, len(lines))):
        gap = _gap(lines, below, document)
        if gap.tabs:
            return True
        if gap.ends > near:
            return bool(_gap(lines, below + 1, document).tabs)
    return False


def _pieces(lines: Sequence[Line], row: _Cells) -> Pieces:
    return tuple(_piece(lines, cell) for cell in row.cells)


def _piece(lines: Sequence[Line], cell: range) -> Piece:
    """The paragraphs of a cell as one text."""
    if not cell:
        at = lines[min(cell.start, len(lines)) - 1].span.end
        return Piece("", Span(at, at))
    parts = [line_to_pieces(lines[n], "\0")[0] for n in cell]
    return Piece("\n".join(part.text for part in parts), Span(parts[0].span.start, parts[-1].span.end))
