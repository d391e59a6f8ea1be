"""Tables in plain text as a program lays a page out: cells side by side, each over several lines, page after page.

序号     重点任务   工作内容      牵头单位
1      供水保障   新增公共停     区城管局             | 1 | 供水保障 | 新增公共停车泊位7个 | 区城管局 |
              车泊位7个                   →    | 2 |         | 整治积水点        | 区水利局 |
2             整治积水点     区水利局

The columns are told by places (printed_columns), the rows by serial numbers (printed_rows).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language.cells import is_value, year
from pipeline.language.headings import may_be_heading, meaning
from pipeline.model import Document
from pipeline.outline.aligned_groups import Cells
from pipeline.outline.cell_lines import CellLines, cells_of_rows, lines_of, unread
from pipeline.outline.dates import line_to_date
from pipeline.outline.lines import Line, is_caption
from pipeline.outline.printed_columns import Measure, OnPage, Paper, columns_again, columns_below
from pipeline.outline.printed_headings import leaves, rows_of_headings
from pipeline.outline.printed_lines import Printed
from pipeline.outline.printed_rows import rows_of
from pipeline.outline.signed_below import is_signature
from pipeline.outline.unread_rows import end_of_cells
from pipeline.outline.widths import columns, narrow_columns

_MEASURES: tuple[Measure, ...] = (len, columns, narrow_columns)
_MOST_HEAD_LINES, _FEWEST_KNOWN, _FEWEST_CUT, _NEAR = 4, 2, 2, 60


def cells_beside(
    lines: Sequence[Line], start: int, document: Document, *, folds: bool = True
) -> CellLines | None:
    """The table that begins at a line, where cells of it go over several lines; without rows where nothing tells them. One whose
    rows are a line each, for those to whom nothing else tells them, where it is asked for (`folds`)."""
    if not (_may_begin(lines, start) or _stands_above(lines, start)):
        return None
    pages = _pages(lines, start, document)
    papers = [Paper(lines, measure) for measure in _MEASURES]
    begins = [_begins(paper, pages[0]) for paper in papers]
    likely = [paper for paper, many in zip(papers, begins, strict=True) if many == min(begins)]
    every = (_laid(paper, start, pages) for paper in likely)
    found = [laid for laid in every if laid and bool(laid.goes_on or not laid.rows) == folds]
    furthest = [laid for laid in found if laid.end == max(laid.end for laid in found)]
    told = {tuple(tuple(p.text for p in row) for row in laid.rows) for laid in furthest if laid.rows}
    if len(told) > 1:
        return unread(furthest[0].end)
    return next((laid for laid in furthest if laid.rows), furthest[0]) if furthest else None


def _begins(paper: Paper, where: range) -> int:
    """On how many places cells begin: letters as wide as they are taken to be put the cells of a column on few."""
    return len({cell.start for n in where[:_NEAR] for cell in paper.cells(n)})


def _may_begin(lines: Sequence[Line], n: int) -> bool:
    """序号     重点任务   工作内容: headings with blanks between them."""
    line = lines[n]
    if line.level or line.furniture or "\t" in line.text or "|" in line.text or "  " not in line.text.strip():
        return False
    words = [cell.piece.text for cell in Paper(lines, len).cells(n)]
    return all(map(may_be_heading, words)) and sum(map(bool, map(meaning, words))) >= _FEWEST_KNOWN


def _stands_above(lines: Sequence[Line], start: int) -> bool:
    """指导, far from the left side, right above 序号  姓名  学校名称: the first line of a heading of two."""
    line, near = lines[start], range(start + 1, min(start + 3, len(lines)))
    lone = "   " in line.text.rstrip() and not line.furniture and may_be_heading(line.squeezed)
    if not lone or not near or lines[near[0]].gap or line_to_date(line.squeezed) or is_caption(line):
        return False
    return any(_may_begin(lines, n) and not lines[n].gap for n in near)


def _pages(lines: Sequence[Line], start: int, document: Document) -> list[range]:
    """The lines from one on, page by page, up to who signs below."""
    ends = [page.span.end for page in document.pages]
    signed = (n for n in range(start + 1, len(lines)) if lines[n].gap and is_signature(lines, n))
    stop = next(signed, len(lines))
    page = [bisect_right(ends, line.span.start) for line in lines[start:stop]]
    cuts = [start, *(start + n for n in range(1, len(page)) if page[n] != page[n - 1]), stop]
    return [range(a, b) for a, b in pairwise(cuts)]


def _laid(paper: Paper, start: int, pages: Sequence[range]) -> CellLines | None:
    """As many lines are headings as leave rows below that go over several; else the first that leave any, or none."""
    others: list[CellLines] = []
    for many in range(1, min(_MOST_HEAD_LINES, len(pages[0]) - 1) + 1):
        heads = [paper.cells(n) for n in range(start, start + many)]
        if not _are_headings(heads[-1]):
            break
        laid = _below(paper, heads, pages)
        if laid and laid.goes_on:
            return laid
        others += [laid] if laid else []
    return next((laid for laid in others if not laid.rows), others[0] if others else None)


def _are_headings(head: Cells) -> bool:
    """No figure but a year, or the half of one, which stands below the last of them: 人工造林面积 万亩 2.1 is a row."""
    words = ["".join(cell.piece.text.split()) for cell in head]
    figures = [word for word in words if is_value(word) and not year(word) and not _is_century(word)]
    return not figures and all(map(may_be_heading, words))


def _is_century(word: str) -> bool:
    """20 above 26年."""
    return word in ("19", "20")


def _below(paper: Paper, heads: Sequence[Cells], pages: Sequence[range]) -> CellLines | None:
    """The table below lines of headings, the first of its pages."""
    first = columns_below(paper, leaves(heads), pages[0][len(heads) :])
    above = rows_of_headings(heads, first.bands) if first else []
    if first is None or not above:
        return None
    parts = [first, *_further(paper, len(heads), first, pages)]
    end = parts[-1].end
    printed = Printed(
        [line for part in parts for line in part.lines],
        [k for k, part in enumerate(parts) for _ in part.lines],
    )
    names = [
        "".join(piece.text for pieces in column for piece in pieces) for column in zip(*above, strict=True)
    ]
    serial = next((j for j, name in enumerate(names) if meaning(name) == "row_number"), None)
    rows = None if _has_more(paper, first, end, pages) else rows_of(printed.lines, printed.pages, serial)
    if rows:
        return lines_of([*above, *cells_of_rows(printed, rows)], end)
    stop = max(end, end_of_cells(paper.lines, pages[0].start + len(heads)))
    return unread(stop) if _go_over_lines(paper, range(pages[0].start, stop), first) else None


def _go_over_lines(paper: Paper, where: range, first: OnPage) -> bool:
    """Whether there are lines of several cells without any in the first column, nor a figure: such is a village's row."""
    rows = (paper.cells(n) for n in where if not paper.lines[n].furniture)
    beside = (row for row in rows if len(row) > 1 and row[0].start >= first.bands[0][1])
    return sum(not any(is_value(cell.piece.text.strip()) for cell in row) for row in beside) >= _FEWEST_CUT


def _has_more(paper: Paper, first: OnPage, end: int, pages: Sequence[range]) -> bool:
    """Whether cells stand right below the lines that have columns, or on top of the next page words far from its side."""
    if end == len(paper.lines):
        return False
    begins = any(page.start == end for page in pages)
    return (
        _is_far_right(paper, end, first) if begins else not paper.lines[end].gap and len(paper.cells(end)) > 1
    )


def _is_far_right(paper: Paper, n: int, first: OnPage) -> bool:
    """Cells stand on the line, or words that begin behind the first column."""
    cells = paper.cells(n)
    return len(cells) > 1 or cells[0].start > first.bands[0][1]


def _further(paper: Paper, many: int, first: OnPage, pages: Sequence[range]) -> Iterator[OnPage]:
    """The lines of the table on the pages below, as long as each is filled to its end; headings may stand above them again."""
    lines, end = paper.lines, first.end
    heads = [line.squeezed for line in lines[pages[0].start : pages[0].start + many]]
    for above, page in pairwise(pages):
        if end != above.stop:
            return
        start = next((n for n in page if not lines[n].furniture), page.stop)
        below = range(min(start + many, page.stop), page.stop)
        if [line.squeezed for line in lines[start : below.start]] == heads:
            again = [paper.cells(n) for n in range(start, below.start)]
            found = columns_below(paper, leaves(again), below)
        else:
            found = columns_again(paper, range(start, page.stop), len(first.bands))
        if found is None or len(found.bands) != len(first.bands):
            return
        yield found
        end = found.end
