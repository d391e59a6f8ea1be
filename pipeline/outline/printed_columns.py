"""The columns of a table whose cells stand beside one another on paper, and go over several lines: told by their places, page by page.

序号     重点任务   工作内容      牵头单位          Nothing stands between two columns but blanks, on whatever line: what is
1      供水保障   新增公共停     区城管局          printed in one of them never reaches under what is printed in the next. Each
              车泊位7个            page has its own places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.cells import is_total, serial_number
from pipeline.model import Piece
from pipeline.outline.again import once_a_line
from pipeline.outline.aligned_groups import Cells, Extent, Placed, columns_under
from pipeline.outline.lines import Line, is_caption
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import cells_of, stretch
from pipeline.outline.printed_lines import Columns

SENTENCE = patterns.compile(r"[。；！？]")
_COMMAS = ("，", "。", "、", "；")
_FEWEST_COLUMNS, _SEVERAL = 3, 2
_WIDEST_NUMBERS = 4  # the column of the numbers of rows: 序号
_RAGGED = 3  # half-width columns by which cells end before the side of their column, or begin beside others

Measure = Callable[[str], int]


class OnPage(NamedTuple):
    """The lines of a table on one page, which ends before the line `end`: of each, what it has in every column; and what the
    columns cover of the paper."""

    lines: tuple[Columns, ...]
    end: int
    bands: tuple[Extent, ...]


class Paper(NamedTuple):
    """Lines, and how wide the program that set them took their letters to be; `starts` are the places of a page on which
    cells begin, and on how many lines."""

    lines: Sequence[Line]
    measure: Measure
    starts: Mapping[int, int] = MappingProxyType({})

    def cells(self, n: int) -> Cells:
        """What two blanks and more part on a line, and where it stands."""
        return _on_paper(self.lines[n], self.measure)

    def placed(self, n: int, start: int, end: int) -> Placed:
        line = self.lines[n]
        wide = line.printed or line.text
        return Placed(stretch(line, start, end), self.measure(wide[:start]), self.measure(wide[:end]))


@once_a_line
def _on_paper(line: Line, measure: Measure) -> Cells:
    wide = line.printed or line.text
    return tuple(Placed(piece, measure(wide[:a]), measure(wide[:b])) for piece, a, b in cells_of(line))


def columns_below(paper: Paper, heads: Sequence[Cells], where: range) -> OnPage | None:
    """The lines below headings of the same page that have a column each, or stand in one together."""
    bands: list[Extent] = []
    for cell in (cell for head in heads for cell in head):
        _cover(bands, (cell.start, cell.end))
    return _laid(paper, where, bands, len(bands)) if len(bands) >= _FEWEST_COLUMNS else None


def columns_again(paper: Paper, where: range, many: int) -> OnPage | None:
    """The lines from the first of a further page on, in as many columns as the table has."""
    return _laid(paper, where, [], many)


def _laid(paper: Paper, where: range, bands: list[Extent], many: int) -> OnPage | None:
    """The lines as far as there are so many columns."""
    paper = paper._replace(starts=Counter(cell.start for n in where for cell in paper.cells(n)))
    rows: list[Cells] = []
    held, end, whole = 0, where.start, list[Extent]()
    for n in where:
        if paper.lines[n].furniture or _is_page_number(paper.lines[n], n + 1 == where.stop):
            end = n + 1 if len(bands) == many and held == len(rows) else end
            continue
        if is_caption(paper.lines[n]):
            break
        row = _parted(paper, n, bands)
        wider = list(bands)
        for cell in row[_is_over_several(row, bands) :]:
            _cover(wider, (cell.start, cell.end))
        if len(wider) > many or (whole and len(wider) < many) or len(row) > many:
            break
        rows.append(row)
        bands = wider
        # 四、保障措施 behind empty lines, with no row below it, is a point of the text.
        is_point = paper.lines[n].gap and len(row) == 1 and text_to_mark(paper.lines[n].squeezed) is not None
        if len(bands) == many and not (is_point and n + 1 < where.stop):
            held, end, whole = len(rows), n + 1, bands
    laid = [_in_columns(row, whole) for row in rows[:held]]
    shown = tuple(row for row in laid if row)
    return OnPage(shown, end, tuple(whole)) if shown and len(shown) == len(laid) else None


def _is_over_several(row: Cells, bands: Sequence[Extent]) -> bool:
    """合计 stands over the number and the name of a row, 一、城镇道路 over all of it."""
    words, under = "".join(row[0].piece.text.split()), columns_under(row[0], bands)
    return is_total(words) or (
        (len(under) != 1 or under == [0])
        and len(row) == 1
        and text_to_mark(words) is not None
        and not SENTENCE.search(words)
    )


def _is_page_number(line: Line, last: bool) -> bool:
    return last and bool(line.gap) and line.squeezed.isdecimal()


def _parted(paper: Paper, n: int, bands: Sequence[Extent]) -> Cells:
    """The cells of a line; of two that one blank parts, each over its own columns: 新建项 改造管网75; and the number of a row
    where the first column is, one blank before what stands beside it."""
    cells = _with_commas(paper, n)
    first = _behind_number(paper, n, cells[0], bands) if cells and bands else cells[:1]
    return tuple(part for cell in (*first, *cells[1:]) for part in _halves(paper, n, cell, bands))


def _with_commas(paper: Paper, n: int) -> Cells:
    """The cells of a line; what begins with a comma, where no cell of another line begins, goes on with the words at its left:
    programs leave room behind quotation marks."""
    cells: list[Placed] = []
    places = paper.lines[n].places
    for cell in paper.cells(n):
        if cells and cell.piece.text.startswith(_COMMAS) and paper.starts.get(cell.start, 0) < _SEVERAL:
            first = places.index(cells[-1].piece.span.start)
            cells[-1] = paper.placed(n, first, places.index(cell.piece.span.start) + len(cell.piece.text))
        else:
            cells.append(cell)
    return tuple(cells)


def _behind_number(paper: Paper, n: int, cell: Placed, bands: Sequence[Extent]) -> Cells:
    number, _, rest = cell.piece.text.partition(" ")
    left, right = bands[0]
    if not rest or serial_number(number) is None or cell.start > right or right - left > _WIDEST_NUMBERS:
        return (cell,)
    line = paper.lines[n]
    first = line.places.index(cell.piece.span.start)
    at = first + len(number)
    last = first + len(cell.piece.text)
    of_row = paper.placed(n, first, at)
    return of_row._replace(start=min(of_row.start, right - 1)), paper.placed(n, at + 1, last)


def _halves(paper: Paper, n: int, cell: Placed, bands: Sequence[Extent]) -> Iterator[Placed]:
    if len(columns_under(cell, bands)) < 2 or " " not in cell.piece.text:
        yield cell
        return
    line = paper.lines[n]
    first = line.places.index(cell.piece.span.start)
    last = first + len(cell.piece.text)
    ways = []
    for at in (place for place in range(first, last) if line.text[place] == " "):
        halves = paper.placed(n, first, at), paper.placed(n, at + 1, last)
        over = [columns_under(half, bands) for half in halves]
        if all(len(under) == 1 for under in over) and over[0] != over[1]:
            ways += [halves] if _are_cells(paper, halves, bands[over[0][0]]) else []
    yield from ways[0] if len(ways) == 1 else (cell,)


def _are_cells(paper: Paper, halves: tuple[Placed, Placed], band: Extent) -> bool:
    """The first fills its column, or no other would stand so near it; the second begins about where cells of other lines do."""
    fills = halves[0].end - halves[0].start >= band[1] - band[0] - _RAGGED
    if halves[1].piece.text.startswith(_COMMAS):
        return False
    return fills and any(abs(halves[1].start - start) <= _RAGGED for start in paper.starts)


def _cover(bands: list[Extent], cell: Extent) -> None:
    """What the cells cover of the paper, with one more."""
    under = [band for band in bands if band[0] < cell[1] and cell[0] < band[1]]
    for band in under:
        bands.remove(band)
    bands.append((min([cell[0], *(a for a, _ in under)]), max([cell[1], *(b for _, b in under)])))
    bands.sort()


def _in_columns(row: Cells, bands: Sequence[Extent]) -> Columns | None:
    """None where two cells of a line stand in one column."""
    found: list[Piece | None] = [None] * len(bands)
    over = _is_over_several(row, bands)
    for n, cell in enumerate(row):
        k = 0 if over and not n else columns_under(cell, bands)[0]
        if found[k] is not None:
            return None
        found[k] = cell.piece
    return tuple(found)
