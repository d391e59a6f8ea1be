"""Tables in plain text, a row a line, of which no heading need be known: below words without figures stand as many cells
in the same places, and in some column nearly all have figures.

推广技术      推广面积  增产幅度            | 推广技术     | 推广面积 | 增产幅度 |
水稻机插秧    18万亩    5%以上       →    | 水稻机插秧   | 18万亩   | 5%以上   |
测土配方施肥  60万亩    3%以上            | 测土配方施肥 | 60万亩   | 3%以上   |
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.language.cells import year_within
from pipeline.language.headings import may_be_heading
from pipeline.outline.aligned_groups import Cells
from pipeline.outline.cell_lines import CellLines
from pipeline.outline.lines import Line
from pipeline.outline.printed_columns import Measure, Paper
from pipeline.outline.widths import columns, narrow_columns

_MEASURES: tuple[Measure, ...] = (len, columns, narrow_columns)
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 2
_NEARLY_ALL = 2 / 3  # of cells that go over two lines at most half have figures on each
_GOES_ON = ("、", "，", "（", "(", "《", "“")


def figured_table(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table whose headings are the line `start`; None where nothing below says that they are."""
    if not _may_be_row(lines[start]):
        return None
    head = Paper(lines, len).cells(start)
    if len(head) < _FEWEST_COLUMNS or not all(_may_be_heading(cell.piece.text) for cell in head):
        return None
    below = range(start + 1, len(lines))
    rows = list(takewhile(lambda n: _may_be_row(lines[n]) and not lines[n].gap, below))
    papers = [Paper(lines, measure) for measure in _MEASURES]
    if len(rows) < _FEWEST_ROWS or not any(_are_below(paper, start, rows) for paper in papers):
        return None
    shown = [papers[0].cells(n) for n in (start, *rows)]
    return CellLines(tuple(tuple(cell.piece for cell in row) for row in shown), (), rows[-1] + 1)


def _may_be_row(line: Line) -> bool:
    return (
        not (line.furniture or line.level or "\t" in line.text or "|" in line.text)
        and "  " in line.text.strip()
    )


def _may_be_heading(text: str) -> bool:
    return may_be_heading("".join(text.split())) and not _is_figured(text)


def _is_figured(text: str) -> bool:
    """12个, 5%以上; 2026年目标 is a heading."""
    return any(map(str.isdigit, text)) and not year_within(text)


def _are_below(paper: Paper, start: int, rows: Sequence[int]) -> bool:
    head, cells = paper.cells(start), [paper.cells(n) for n in rows]
    if any(len(row) != len(head) or any(c.piece.text.endswith(_GOES_ON) for c in row) for row in cells):
        return False
    placed = sum(_stands_below(row, head) for row in cells)  # nobody knows how wide a dash was taken to be
    figured = [sum(_is_figured(row[j].piece.text) for row in cells) for j in range(1, len(head))]
    return placed >= max(_FEWEST_ROWS, len(rows) / 2) and max(figured) >= _NEARLY_ALL * len(rows)


def _stands_below(row: Cells, head: Cells) -> bool:
    """Each cell begins, ends or has its middle where that of a heading is."""
    return all(
        cell.start == above.start or cell.end == above.end or cell.start + cell.end == above.start + above.end
        for cell, above in zip(row, head, strict=True)
    )
