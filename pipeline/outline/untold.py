"""Words and figures that can only be the cells of a table, though nothing tells of which rows and columns."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.doc_numbers import line_to_number
from pipeline.language.heading_units import is_unit
from pipeline.language.headings import meaning
from pipeline.outline.blank_line_cells import end_of_list
from pipeline.outline.blank_rows import blank_table
from pipeline.outline.blank_words import words_of
from pipeline.outline.cells_in_turn import SENTENCE, rows_in_turn, shown_cells
from pipeline.outline.dates import line_to_date
from pipeline.outline.lines import Line
from pipeline.outline.pieces import cells_of
from pipeline.outline.regions import region_at
from pipeline.outline.turn_rows import kind, kinds
from pipeline.outline.unread_rows import end_of_headed

_FEWEST_UNTOLD, _FEWEST_LINES, _FEWEST_PARTED = 10, 5, 4
_FEWEST_WIDE = 3  # cells of a line, and lines, where two blanks and more part them
_MOST_ABOVE = 8  # lines above a table that may look like cells of it


def end_of_unlaid(lines: Sequence[Line], position: int) -> int:
    """Behind what stands there like cells, and no way of telling rows and columns lays; 0 where nothing does."""
    ends = (end(lines, position) for end in (end_of_list, end_of_untold, end_of_headed))
    return next((end for end in ends if end), 0)


def end_of_untold(lines: Sequence[Line], position: int) -> int:
    """Behind the cells that nothing tells the rows of; 0 where a table that can be read begins a few lines on."""
    end = end_of_cells(lines, position)
    near = range(position + 1, min(position + _MOST_ABOVE, end))
    return (
        0
        if any(blank_table(lines, n) or region_at(lines, n) or rows_in_turn(lines, n) for n in near)
        else end
    )


def end_of_cells(lines: Sequence[Line], start: int) -> int:
    """Behind words and figures, each on its own line or blanks between them, that can only be cells, though nothing tells
    of which rows: headings or figures first, and a third of all are figures; 0 where there are none such."""
    first = lines[start]
    end = next((n for n in range(start, len(lines)) if not _is_line_of_cells(lines[n])), len(lines))
    if end - start >= (_FEWEST_WIDE if _are_alike(lines[start:end]) else _FEWEST_LINES) or (
        end > start and len(words_of(first)) >= _FEWEST_UNTOLD
    ):
        return end
    near = shown_cells(lines, start, 2 * _FEWEST_UNTOLD)
    head = first.squeezed
    if (
        len(near) < _FEWEST_UNTOLD
        or line_to_date(head)
        or not (meaning(head) or is_unit(head) or kind(head) == "v")
    ):
        return 0
    if not _are_cells([lines[n].squeezed for n in near]):
        return 0
    every = shown_cells(lines, start, len(lines))
    return 1 + next(n for n in reversed(every) if kind(lines[n].squeezed) == "v")


def _is_line_of_cells(line: Line) -> bool:
    """西 Shanxi 1274.1 353.73 19: words and figures with blanks between them, no sentence."""
    if line.text.count(" ") < _FEWEST_PARTED - 1 or line.furniture or line.level:
        return False
    fewest = _FEWEST_WIDE if len(cells_of(line)) >= _FEWEST_WIDE and "：" not in line.text else _FEWEST_PARTED
    # （2022 年 5 月 1 日甲委员会通过  2022 年 7 月 3 日乙委员会批准）, 甲 政 发 〔 2 0 2 4 〕 1 5 号, （原甲局于 1998 年 5 月 21 日拟订）
    is_remark = line.squeezed[:1] in "（(" and line.squeezed[-1:] in "）)"
    if is_remark or line_to_date(line.squeezed) or line_to_number(line.squeezed):
        return False
    words = [piece.text for piece in words_of(line)]
    return len(words) >= fewest and _are_cells(words) and not SENTENCE.search(line.text)


def _are_alike(lines: Sequence[Line]) -> bool:
    """Whether two blanks and more part three cells on every line: words first and then figures alone, or of the same kinds in
    the same order."""
    rows = [kinds([piece.text for piece, _, _ in cells_of(line)]) for line in lines]
    named = all(row.startswith("w") and "w" not in row[1:] for row in rows)
    return all(len(row) >= _FEWEST_WIDE for row in rows) and (named or len({*rows}) == 1)


def _are_cells(words: Sequence[str]) -> bool:
    return 3 * kinds(words).count("v") >= len(words)
