"""Tables in plain text, a row a line: below words without figures stand as many cells on every line, and either these are
known headings, or the cells stand in the same places and in some column nearly all have figures.

推广技术      推广面积  增产幅度            | 推广技术     | 推广面积 | 增产幅度 |
水稻机插秧    18万亩    5%以上       →    | 水稻机插秧   | 18万亩   | 5%以上   |
测土配方施肥  60万亩    3%以上            | 测土配方施肥 | 60万亩   | 3%以上   |
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.language.cells import is_note, serial_number, year_within
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.aligned_groups import Cells
from pipeline.outline.blank_words import Words, single_words, texts
from pipeline.outline.cell_lines import CellLines
from pipeline.outline.laying import Pieces
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import cells_of
from pipeline.outline.printed_columns import Measure, Paper
from pipeline.outline.widths import columns, narrow_columns

_MEASURES: tuple[Measure, ...] = (len, columns, narrow_columns)
_FEWEST_COLUMNS, _FEWEST_ROWS, _FEWEST_KNOWN = 2, 2, 2
_FEWEST_SINGLE = 3  # columns and rows, where no more than one blank parts two cells
_NEARLY_ALL = 2 / 3  # of cells that go over two lines at most half have figures on each
_GOES_ON = ("、", "，", "（", "(", "《", "“")
_RESTS = ("，", "。", "、", "；", "）")
_STOPS = frozenset("。；！？")
_LONGEST, _LONGEST_NAME = 40, 20


def figured_table(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table whose headings are the line `start`; None where nothing below says that they are."""
    return _with_figures(lines, start) or _below_known(lines, start)


def _with_figures(lines: Sequence[Line], start: int) -> CellLines | None:
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


def _below_known(lines: Sequence[Line], start: int) -> CellLines | None:
    """设施 标准 备注 over lines of as many cells each; a name of a group may stand alone above some of them."""
    wide = _may_be_row(lines[start])
    head = _words(lines[start], wide)
    fewest = _FEWEST_COLUMNS + 1 if wide else _FEWEST_SINGLE
    known = [meaning(text) for text in texts(head) if _may_be_heading(text)]
    if len(head) < fewest or len(known) < len(head) or sum(map(bool, known)) < _FEWEST_KNOWN:
        return None
    rows: list[Pieces] = [head]
    end, told, group = start + 1, 0, tuple[Pieces, ...]()
    for n in range(start + 1, len(lines)):
        if lines[n].gap or not _can_hold_cells(lines[n]):
            break
        cells = _words(lines[n], wide)
        if len(cells) == len(head) and _is_whole(cells, known[0] == "row_number", told + 1):
            rows, end, told = [*rows, *group, cells], n + 1, told + 1
            group = ()
        elif len(cells) > 1 or not _may_stand_between(lines[n]):
            return None
        elif group or len(cells[0].text) > _LONGEST_NAME:
            break
        else:
            group = (cells,)  # if rows follow
    return CellLines(tuple(rows), (), end) if told >= (_FEWEST_ROWS if wide else _FEWEST_SINGLE) else None


def _words(line: Line, wide: bool) -> Words:
    return tuple(piece for piece, _, _ in cells_of(line)) if wide else single_words(line)


def _can_hold_cells(line: Line) -> bool:
    return not (line.furniture or line.level or "\t" in line.text or "|" in line.text)


def _is_whole(cells: Words, numbered: bool, number: int) -> bool:
    """No cell goes on below, or is the rest of one above; where rows have numbers, it begins with the next."""
    told = texts(cells)
    serial = not numbered or serial_number(told[0]) == number
    whole = not any(text.endswith(_GOES_ON) or text.startswith(_RESTS) for text in told)
    return serial and whole and all(len(text) <= _LONGEST and _STOPS.isdisjoint(text) for text in told)


def _may_stand_between(line: Line) -> bool:
    """A point of the text, a note or a sentence; other words right below a row may be the rest of a cell."""
    words = line.squeezed
    return text_to_mark(words) is not None or is_note(words) or not _STOPS.isdisjoint(words)


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
