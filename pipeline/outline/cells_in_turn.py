"""Tables of values that came out one cell line a text line: 镇街⏎快充桩（个）⏎慢充桩（个）⏎青石镇⏎12⏎30⏎南湾镇⏎8⏎20⏎…

What is a value and what is a word comes in the same order in every row, and the headings are as many as the cells of a
row. Where only the first cell of a row is a word, a row that lost a cell, or has one too many, still ends where the next
word stands; where words stand between the values, every row must be whole.
"""

# Long: each way to tell the rows is tried in one order.
from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.cells import year
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.blank_words import holds_figure
from pipeline.outline.cell_rows import may_be_rows, rows_of_cells
from pipeline.outline.columns_in_turn import are_columns, lacks_its_corner, with_total_last
from pipeline.outline.dates import text_to_date
from pipeline.outline.levelled_rows import NO_HEADING, may_be_in_levels, ways_in_levels
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.nature_rows import natures_stand, rows_by_nature
from pipeline.outline.running_text import LONGEST_CELL
from pipeline.outline.turn_rows import LOOKED_AT, begins, kind, kinds, named_rows, whole_rows

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 16
_MOST_CELLS, _MOST_BELOW = 4000, 4  # of a table with blanks; words that follow it
SENTENCE = patterns.compile(r"[。；！？：，]$|[。；！？]")
_STOPS = frozenset("。；！？")

#: A cell: the indexes of its lines.
CellLines = tuple[int, ...]


class InTurn(NamedTuple):
    """The rows of a table, headings first, each cell with the indexes of its lines, none where it is blank; the table ends
    before `end`; `lost_blanks` as in Fragment."""

    rows: tuple[tuple[CellLines, ...], ...]
    end: int
    lost_blanks: bool = False


def _can_be_cell(line: Line) -> bool:
    words = line.squeezed
    plain = _STOPS.isdisjoint(words) and not words.endswith(("：", "，"))
    return plain and not line.level and "\t" not in line.text and len(words) <= LONGEST_CELL


def shown_cells(lines: Sequence[Line], start: int, most: int) -> list[int]:
    """The next lines that can be cells, page marks left out, as far as they follow one another."""
    found: list[int] = []
    for n in range(start, len(lines)):
        if lines[n].furniture == "page_number":
            continue
        if len(found) == most or lines[n].furniture or not _can_be_cell(lines[n]):
            break
        if n > start and (ANNEX.match(lines[n].squeezed) or is_caption(lines[n])):
            break
        found.append(n)
    return found


def rows_in_turn(lines: Sequence[Line], start: int) -> InTurn | None:
    """The table whose headings begin at `start`, or None. Only a few lines are looked at where none begins."""
    if rows := rows_by_nature(lines, start):
        return InTurn(rows, max(n for cell in rows[-1] for n in cell) + 1)
    found = _rows_in_turn(lines, start)
    if found and (not natures_stand(lines, found.rows) or _begins_with_caption(lines, start, found)):
        return None
    columns = found.rows[: are_columns([_words(lines, row) for row in found.rows])] if found else ()
    if not found or not columns:
        return None if start and lacks_its_corner(*_words(lines, [(start - 1,), (start,)])) else found
    whole = len(set(map(len, columns))) == 1 and all(cell for column in columns for cell in column)
    names = with_total_last(columns[0], _words(lines, columns[0]))
    return InTurn(tuple(zip(names, *columns[1:], strict=True)), columns[-1][-1][-1] + 1) if whole else None


def _begins_with_caption(lines: Sequence[Line], start: int, found: InTurn) -> bool:
    """指标体系 | 指标 | 现状值 over 目标值⏎覆盖率 | 62% | 90%: a caption held for a heading puts a heading into the first cell below."""
    below = _rows_in_turn(lines, start + 1) if any(len(cell) > 1 for cell in found.rows[1]) else None
    return below is not None and below.end >= found.end and all(len(cell) == 1 for cell in below.rows[1])


def _words(lines: Sequence[Line], row: Sequence[CellLines]) -> list[str]:
    return ["".join(lines[n].squeezed for n in cell) for cell in row]


def _rows_in_turn(lines: Sequence[Line], start: int) -> InTurn | None:
    first = lines[start].squeezed
    if lines[start].furniture or not may_be_heading(first) or ANNEX.match(first):
        return None
    near = shown_cells(lines, start, _MOST_COLUMNS * (LOOKED_AT + 1))
    cells = [lines[n].squeezed for n in near]
    if not near or _is_above_headings(cells) or any(holds_figure(lines[n].text) for n in near):
        return None
    if may_be_rows([word for word, _ in _with_blanks(lines, near)]) and (found := _with_gaps(lines, start)):
        below = _with_gaps(lines, start + 1)
        # 指标表 | 类别 | 单位 | …: a caption held for a heading takes a cell from each row, and leaves the last one over.
        return None if below and below.end > found.end else found
    laid = kinds(cells)
    if named_rows(cells, laid):
        return _named(lines, start)
    if told := _in_levels(lines, start, cells):
        return told
    words = len(laid) - len(laid.lstrip("w"))
    for size in range(min(words, _MOST_COLUMNS), _FEWEST_COLUMNS - 1, -1):
        heads = cells[:size]
        if (
            len(set(heads)) == size
            and all(year(h) or may_be_heading(h) for h in heads)
            and begins(laid, size)
        ):
            # 人数 | 班数 | 一中 over 400 | 8: no row begins with a figure that is not its number.
            if laid[size] == "v" and meaning(heads[0]) != "row_number":
                continue
            return _whole(lines, start, size)
    return None


def _is_above_headings(words: Sequence[str]) -> bool:
    """附件2 | 任务分解表 | 序号 | 任务 …: the headings of a table that has numbers begin with 序号; a caption stands above."""
    if words[0].endswith(NO_HEADING):
        return True
    found = [meaning(word) == "row_number" for word in takewhile(lambda word: kind(word) == "w", words)]
    return any(found) and not found[0]


def _with_blanks(lines: Sequence[Line], shown: Sequence[int]) -> list[tuple[str, CellLines]]:
    """The cells, with a blank one for each empty line more than there are above the others; [] where none has more."""
    gaps = [lines[n].gap for n in shown[1:]]
    least = min(gaps, default=0)
    if max(gaps, default=0) == least:
        return []
    cells: list[tuple[str, CellLines]] = []
    for i, n in enumerate(shown):
        # Below the last row a day is the one that the notice was signed on.
        if i and (lines[n].gap - least > _MOST_COLUMNS or text_to_date(lines[n].squeezed)):
            break
        cells += [("", ())] * (lines[n].gap - least if i else 0)
        cells.append((lines[n].squeezed, (n,)))
    return cells


def _with_gaps(lines: Sequence[Line], start: int) -> InTurn | None:
    """The table whose blank cells, or the ends of whose rows, are told by more empty lines; words may stand below it."""
    cells = _with_blanks(lines, shown_cells(lines, start, _MOST_CELLS))
    for _ in range(_MOST_BELOW + 1):
        words = [word for word, _ in cells]
        rows = rows_of_cells(words, [0] * len(words))
        heads = words[: rows[0][1]] if rows else []
        if any(meaning(head) or heading_unit(head) for head in heads) and "v" in kinds(words):
            last = next(lines for _, lines in reversed(cells) if lines)
            return InTurn(tuple(tuple(at for _, at in cells[a:b]) for a, b in rows), last[-1] + 1)
        if not cells or kind(cells.pop()[0]) == "v":
            return None
    return None


def _in_levels(lines: Sequence[Line], start: int, near: Sequence[str]) -> InTurn | None:
    """The table whose headings are of two levels, on a row each; or whose names stand below labels."""
    shown = shown_cells(lines, start, _MOST_CELLS) if may_be_in_levels(near) else []
    ways = ways_in_levels([lines[n].squeezed for n in shown])
    if len(ways) != 1:
        return None
    cells = tuple(tuple(tuple(shown[n] for n in cell) for cell in row) for row in ways[0])
    return InTurn(cells, max(n for cell in cells[-1] for n in cell) + 1, lost_blanks=True)


def _named(lines: Sequence[Line], start: int) -> InTurn | None:
    every = shown_cells(lines, start, len(lines))
    words = [lines[n].squeezed for n in every]
    found = named_rows(words, kinds(words))
    if found is None:
        return None
    laid = tuple(tuple((every[i],) if i >= 0 else () for i in row) for row in (*found.heads, *found.rows))
    return InTurn(laid, every[max(row[-1] for row in found.rows)] + 1)


def _whole(lines: Sequence[Line], start: int, size: int) -> InTurn | None:
    every = _without_repeats(lines, shown_cells(lines, start, len(lines)), size)
    rows = whole_rows([lines[n].squeezed for n in every], size)
    if not rows:
        return None
    laid = tuple(tuple(tuple(every[i] for i in cell) for cell in row) for row in rows)
    return InTurn((tuple((n,) for n in every[:size]), *laid), laid[-1][-1][-1] + 1)


def _without_repeats(lines: Sequence[Line], shown: list[int], size: int) -> list[int]:
    """The lines without the headings that a new page prints again."""
    heads = [lines[n].squeezed for n in shown[:size]]
    kept, i = shown[:size], size
    while i < len(shown):
        if [lines[n].squeezed for n in shown[i : i + size]] == heads:
            i += size
            continue
        kept.append(shown[i])
        i += 1
    return kept
