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

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product

from pipeline.language.cells import is_total
from pipeline.outline.aligned_groups import Cells, Extent, Placed, blank_row, columns_under, laid_heads
from pipeline.outline.blank_words import headings_of, holds_figure, is_figure, texts, words_of
from pipeline.outline.divided_heads import heads_over
from pipeline.outline.laying import Laying, Pieces, Printed
from pipeline.outline.lines import Line
from pipeline.outline.pieces import Parts, cells_of, words_in
from pipeline.outline.widths import columns, narrow_columns

_MEASURES: tuple[Callable[[str], int], ...] = (columns, narrow_columns, len)
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_NEARLY_ALL = 0.8  # of the rows have two blanks and more between cells


def by_places(printed: Printed) -> Iterator[Laying]:
    """The layings in which each cell stands in the column it stands in on paper. How wide a dash is, or a Han letter, is for
    the program to say that set the blanks: as wide as it took them all cells of a column begin, end or are centred alike.
    Where nothing but such columns tells that one blank parts cells, some rows must have more."""
    parted: dict[Callable[[Line], Parts], list[Parts]] = {}
    for parts, measure in product((cells_of, words_in), _MEASURES):
        if parts not in parted:
            parted[parts] = list(map(parts, printed.rows))
        rows = [_cells(*one, measure) for one in zip(printed.rows, parted[parts], strict=True)]
        told = [row for row in rows if len(row) > 1]
        apart = sum(any(b.start - a.end > 1 for a, b in pairwise(row)) for row in told)
        if len(told) < _FEWEST_ROWS or apart < (
            _NEARLY_ALL * len(told) if parts is cells_of else _FEWEST_ROWS
        ):
            continue
        bands = _bands([cell for row in told for cell in row[is_total(row[0].piece.text) :]])
        exact = len(bands) >= _FEWEST_COLUMNS and all(_is_exact(told, band) for band in bands)
        if not exact and (parts, measure) != (cells_of, columns):
            continue
        found = list(
            _laying(printed, rows, bands, [_cells(line, parts(line), measure) for line in printed.heads])
        )
        yield from found
        if exact and found:
            return


def _laying(
    printed: Printed, rows: Sequence[Cells], bands: list[Extent], heads: list[Cells]
) -> Iterator[Laying]:
    """The rows on their columns, if every cell has one and every column a heading, told by its place or by what the columns
    hold."""
    placed = list(bands)
    above = laid_heads(heads, placed)
    if above is not None and all(laid := [_laid(row, placed) for row in rows]):
        yield from _below(printed, above, laid)
    if len(heads) > 1 and all(laid := [_laid(row, bands) for row in rows]):
        divided = heads_over([headings_of(line) for line in printed.heads], laid, len(bands))
        yield from _below(printed, divided, laid) if divided else ()


def _below(printed: Printed, above: Sequence[Pieces], laid: list[Pieces]) -> Iterator[Laying]:
    """A row is as short as it is printed if a figure stands below the names, or behind a name: 乡 | 11 | 3 below 5 | 白桥 is
    the rest of that one."""
    if len(above[0]) < _FEWEST_COLUMNS:
        return
    column = _names(laid)
    odd = {
        n for n, row in enumerate(laid) if is_figure(row[column].text) or any(map(holds_figure, texts(row)))
    }
    odd |= {n - 1 for n in odd if n and not any(texts(laid[n - 1][column + 1 :]))}
    for n in odd:
        laid[n] = words_of(printed.rows[n])
    breaks = tuple(at + len(above) for at in printed.ends)
    yield Laying((*above, *laid), printed.end, breaks)


def _names(rows: Sequence[Pieces]) -> int:
    """The first column of words more than figures."""
    columns = (
        ["w" if text and not is_figure(text) else "v" for text in texts(column) if text]
        for column in zip(*rows, strict=True)
    )
    return next((j for j, kinds in enumerate(columns) if 2 * kinds.count("w") > len(kinds)), 0)


def _cells(line: Line, parts: Parts, measure: Callable[[str], int]) -> Cells:
    """What blanks part, and where it stands."""
    wide, cells, read, at = line.printed or line.text, list[Placed](), 0, 0
    for piece, start, end in parts:
        first = at + measure(wide[read:start])
        read, at = end, first + measure(wide[start:end])
        cells.append(Placed(piece, first, at))
    return tuple(cells)


def _is_exact(rows: Sequence[Cells], band: Extent) -> bool:
    """The cells of a column begin at one place, or end at one, or have one middle."""
    cells = [cell for row in rows for cell in row if columns_under(cell, [band])]
    middles = {cell.start + cell.end for cell in cells}
    ends = {cell.start for cell in cells}, {cell.end for cell in cells}
    return 1 in map(len, ends) or max(middles) - min(middles) <= 1


def _bands(cells: Sequence[Placed]) -> list[Extent]:
    """What cells cover of the paper, from left to right."""
    bands: list[Extent] = []
    for cell in sorted(cells, key=lambda one: one.start):
        if bands and cell.start < bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], cell.end))
        else:
            bands.append((cell.start, cell.end))
    return bands


def _laid(cells: Cells, bands: Sequence[Extent]) -> Pieces:
    """A row with a blank in each column in which it has nothing; () where two of its cells stand in one."""
    row = blank_row(cells, bands)
    total = is_total(cells[0].piece.text)
    for n, cell in enumerate(cells):
        under = columns_under(cell, bands)
        k, *more = [0] if total and not n and len(under) > 1 else under or [0]
        if row[k].text or (more and len(cells) > 1):
            return ()
        row[k] = cell.piece
    return tuple(row)
