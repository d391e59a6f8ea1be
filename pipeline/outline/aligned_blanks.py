"""Tables whose cells stand below one another on paper, parted by runs of blanks: their places tell the columns.

镇街      床位      公厕
东镇      3         1          | 镇街 | 床位 | 公厕 |
西镇                2     →    | 东镇 | 3    | 1    |
南镇      4                    | 西镇 |      | 2    |
                               | 南镇 | 4    |      |

A column is what the cells of the rows cover, and no cell may reach over two. Which of them a heading
stands over is told by its place (aligned_groups); where that is not one way, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.headings import meaning
from pipeline.model import Piece
from pipeline.outline.aligned_groups import Cells, Placed, Rows, blank_row, columns_under, laid_heads
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import stretch
from pipeline.outline.regions import is_of_page
from pipeline.outline.widths import columns

_CELL = patterns.compile(r"\S+(?:\s\S+)*")
_NO_CELL = frozenset("。；！？，\t|")
_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_HEADINGS = 3, 3, 4
_LONGEST = 24
_NEARLY_ALL = 0.8  # of the rows have two blanks and more between cells


def aligned_rows(lines: Sequence[Line], start: int) -> tuple[Rows, int, tuple[int, ...]] | None:
    """The rows of the table whose headings begin at `start`, headings first, where it ends, and the rows after which a
    page ended; None where places do not tell the columns."""
    heads, at = _heading_lines(lines, start)
    if not heads:
        return None
    rows, ends, end = _row_lines(lines, at, [_texts(head) for head in heads])
    told = [row for row in rows if len(row) > 1]
    apart = sum(any(b.start - a.end > 1 for a, b in pairwise(row)) for row in told)
    if len(told) < _FEWEST_ROWS or apart < _NEARLY_ALL * len(told):
        return None
    bands = _bands([cell for row in told for cell in row])
    headings = laid_heads(heads, bands)
    if headings is None or len(bands) < _FEWEST_COLUMNS:
        return None
    laid = [_laid(row, bands) for row in rows]
    if any(row is None for row in laid):
        return None
    whole = [*headings, *(row for row in laid if row is not None)]
    return whole, end, tuple(n + len(heads) for n in ends)


def _cells(line: Line) -> Cells:
    """The stretches between two blanks and more."""
    return tuple(
        Placed(
            stretch(line, m.start(), m.end()), columns(line.text[: m.start()]), columns(line.text[: m.end()])
        )
        for m in _CELL.finditer(line.text)
    )


def _texts(cells: Cells) -> list[str]:
    return [cell.piece.text for cell in cells]


def _is_figure(text: str) -> bool:
    return (is_dash(text) or is_value(text)) and not year(text)


def _may_be_cells(line: Line) -> bool:
    return not line.level and not line.furniture and _NO_CELL.isdisjoint(line.text)


def _heading_lines(lines: Sequence[Line], start: int) -> tuple[list[Cells], int]:
    heads: list[Cells] = []
    at = start
    while at < len(lines) and len(heads) < _MOST_HEADINGS and _may_be_cells(lines[at]):
        cells = _cells(lines[at])
        texts = _texts(cells)
        if not texts or any(len(text) > _LONGEST or _is_figure(text) for text in texts):
            break
        if len(cells) == 1 and text_to_mark(texts[0]) is not None:
            break  # 一、东部片区 names the rows below it
        heads.append(cells)
        at += 1
    known = bool(heads) and len(heads[0]) > 1 and bool(meaning(heads[0][0].piece.text))
    return (heads, at) if known and not year(heads[0][0].piece.text) else ([], start)


def _row_lines(lines: Sequence[Line], at: int, heads: list[list[str]]) -> tuple[list[Cells], list[int], int]:
    """The rows from a line on, those after which a page ended, and where the table ends."""
    rows: list[Cells] = []
    ends: list[int] = []
    groups: tuple[Cells, ...] = ()
    end, broken = at, False
    for n in range(at, len(lines)):
        line = lines[n]
        cells = _cells(line) if _may_be_cells(line) else ()
        alone = cells[0].piece.text if len(cells) == 1 else ""
        if is_of_page(line) or (rows and (_texts(cells) in heads or (line.gap and alone.isdecimal()))):
            broken = True
            continue
        if alone and text_to_mark(alone) is not None:
            groups = (*groups, cells)  # 一、东部片区, if rows follow
            continue
        if len(cells) < 2 or not any(map(_is_figure, _texts(cells))):
            break
        if broken or (rows and line.gap > 1):
            ends.append(len(rows))
        rows += [*groups, cells]
        groups, end, broken = (), n + 1, False
    return rows, ends, end


def _bands(cells: Sequence[Placed]) -> list[tuple[int, int]]:
    """What cells cover of the paper, from left to right."""
    bands: list[tuple[int, int]] = []
    for cell in sorted(cells, key=lambda one: one.start):
        if bands and cell.start < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], cell.end))
        else:
            bands.append((cell.start, cell.end))
    return bands


def _laid(cells: Cells, bands: Sequence[tuple[int, int]]) -> tuple[Piece, ...] | None:
    """A row with a blank in each column in which it has nothing; None where two of its cells stand in one."""
    row = blank_row(cells, bands)
    for cell in cells:
        k, *more = columns_under(cell, bands) or [0]
        if row[k].text or (more and len(cells) > 1):
            return None
        row[k] = cell.piece
    return tuple(row)
