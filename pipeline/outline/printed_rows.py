"""The rows of a table whose cells go over several printed lines: told by their numbers and by how the cells stand to them.

1   供水保障   新增公共停     区城管局          The cells of a row all begin on its first line, where its number stands,
              车泊位7个                     or all have their middle where the number has its own. Where both ways, or
2             整治积水点     区水利局          none, lay every cell of every row, nothing tells the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.language.cell_times import begins_time
from pipeline.language.cells import is_subtotal, is_total, is_value, serial_number, year
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.printed_lines import Columns, Printed, Rows
from pipeline.outline.printed_middles import about_the_middle

_MOST_ROWS = 400
_FEWEST_CELLS = 3
_FEWEST_ALIKE = 3  # names of a column that end alike
_RANGES = ("—", "－", "-", "~", "～", "至")
_GOES_ON = ("、", "，", "（", "《", "“")


def rows_of(lines: Sequence[Columns], pages: Sequence[int], serial: int | None) -> Rows | None:
    """The rows, the numbers of which stand in the column `serial`; None where there is not one way to lay them."""
    printed = Printed(lines, pages)
    anchors = _numbers(lines, serial) if serial is not None else _lone_lines(printed)
    starts = anchors if serial is not None else _starts(printed)
    ways = set(_from_the_top(printed, starts)) if starts else set()
    if serial is not None and starts and not ways:
        ways = {
            way for way in _in_steps(printed, starts) if _is_whole(printed, way, printed.is_full_for_word)
        }
    for near in (0, 1):
        if anchors and (near == 0 or not ways):
            middle = about_the_middle(printed, anchors, serial, near)
            ways |= {
                way for way in middle if _is_likely(printed, way) and not (near and _is_loose(printed, way))
            }
    ways -= {way for way in ways if _joins_two(printed, way)}
    whole = [way for way in ways if _is_whole(printed, way)] if len(ways) > 1 else list(ways)
    return whole[0] if len(whole) == 1 else None


def _is_likely(printed: Printed, rows: Rows) -> bool:
    """No cell ends where a list or a sentence goes on: 市水务局、."""
    ends = (printed.lines[cell[-1]][c] for row in rows for c, cell in enumerate(row) if cell)
    return not any(piece and piece.text.endswith(_GOES_ON) for piece in ends)


def _is_loose(printed: Printed, rows: Rows) -> bool:
    return not _is_whole(printed, rows) or _stacks_figures(printed, rows)


def _joins_two(printed: Printed, rows: Rows) -> bool:
    """Whether a cell holds two figures, two times or two names beside figures, one below the other."""
    cells = ((c, cell) for row in rows for c, cell in enumerate(row))
    below = [(b, c) for c, cell in cells for a, b in pairwise(cell) if b == a + 1]
    return any(_are_two(printed, b, c) or _are_two_names(printed, b, c) for b, c in below)


def _are_two_names(printed: Printed, n: int, column: int) -> bool:
    """Whether names that each end as others of their column do stand one below the other where only figures stand to the right:
    云山社区 above 梅泉社区, 柳门村 above 新和社区: a village of which no figure is printed."""
    below = printed.lines[n][column]
    if below and (is_total(below.text) or is_subtotal(below.text)):
        return True  # 总计 of which no figure is printed
    beside = [piece for line in printed.lines for piece in line[column + 1 :] if piece]
    if not beside or not all(is_value("".join(piece.text.split())) for piece in beside):
        return False
    ends = Counter(piece.text[-1] for line in printed.lines if (piece := line[column]))
    two = {piece.text[-1] for piece in (printed.lines[n - 1][column], printed.lines[n][column]) if piece}
    return all(ends[end] >= _FEWEST_ALIKE for end in two)


def _is_whole(printed: Printed, rows: Rows, is_full: Callable[[int, int, int], bool] | None = None) -> bool:
    """Whether each line of a cell but its last is as long as the column lets it be."""
    cells = ((c, cell) for row in rows for c, cell in enumerate(row))
    full = is_full or printed.is_full
    return all(full(a, b, c) for c, cell in cells for a, b in pairwise(cell))


def _numbers(lines: Sequence[Columns], serial: int) -> list[int]:
    """The lines with a number, 1, 2, 3 …, with 合计 or the name of a group; none where anything else stands in that column."""
    found: list[int] = []
    last = 0
    for n, line in enumerate(lines):
        piece = line[serial]
        if piece is None:
            continue
        text = "".join(piece.text.split())
        if serial_number(text) == last + 1:
            last += 1
        elif not (is_total(text) or is_subtotal(text) or text_to_mark(text)):
            return []
        found.append(n)
    return found if last > 1 and len(found) <= _MOST_ROWS else []


def _lone_lines(printed: Printed) -> list[int]:
    """The lines of a column no cell of which goes over two, of all such columns that have most cells; none where these differ."""
    every = [printed.blocks(c) for c in printed.columns()]
    lone = [[block[0] for block in blocks] for blocks in every if all(len(block) == 1 for block in blocks)]
    most = max(map(len, lone), default=0)
    told = {tuple(lines) for lines in lone if len(lines) == most}
    return list(told.pop()) if len(told) == 1 and 1 < most <= _MOST_ROWS else []


def _stacks_figures(printed: Printed, rows: Rows) -> bool:
    """Whether a cell of several lines has a figure or a year alone on one: a heading over a value."""
    cells = ((c, cell) for row in rows for c, cell in enumerate(row) if len(cell) > 1)
    shown = (piece.text for c, cell in cells for n in cell if (piece := printed.lines[n][c]))
    return any(is_value(text) or year(text) for text in shown)


# --- from the top -----------------------------------------------------------------------------


def _starts(printed: Printed) -> list[int]:
    """The lines on which rows begin that have no numbers: where a cell begins below none, and where a line of every column
    that no row lacks stands below one that had room for more, or a figure or a time below another; none where a line may begin
    a row or not."""
    lines = range(1, len(printed.lines))
    columns = printed.columns()
    begun = {n for n in lines if any(printed.has(n, c) and not printed.has(n - 1, c) for c in columns)}
    core = [c for c in columns if all(printed.has(n, c) for n in {0, *begun})]
    stacked = {n for n in lines if n not in begun and _begins_beside_label(printed, n, core)}
    sure = {0, *begun, *stacked}
    for n in set(lines) - sure:
        if not core or not all(printed.has(n, c) for c in core):
            continue
        two = any(_are_two(printed, n, c) for c in core)
        if not two and any(printed.is_full(n - 1, n, c) for c in core):
            return []
        sure.add(n)
    return sorted(sure) if core else []


def _begins_beside_label(printed: Printed, n: int, core: Sequence[int]) -> bool:
    """Whether figures or times stand below others, and words in all the columns that rows have but those at the left, whose
    cells stand beside several rows."""
    lacks = [c for c in core if not printed.has(n, c)]
    whole = list(core[: len(lacks)]) == lacks and len(core) - len(lacks) >= _FEWEST_CELLS
    return whole and any(_are_two(printed, n, c) for c in core)


def _are_two(printed: Printed, n: int, column: int) -> bool:
    """Whether a line of a column and the one above are two cells: figures, or times that each begin with a year; 2026年3月—
    goes on."""
    above, below = printed.lines[n - 1][column], printed.lines[n][column]
    texts = [piece.text.replace(" ", "") for piece in (above, below) if piece]
    return (
        len(texts) > 1
        and not texts[0].endswith(_RANGES)
        and (all(map(is_value, texts)) or all(map(begins_time, texts)))
    )


def _from_the_top(printed: Printed, starts: Sequence[int]) -> list[Rows]:
    if starts[0] != 0:
        return []
    rows = [_row_from_top(printed, a, b) for a, b in pairwise([*starts, len(printed.lines)])]
    return [tuple(rows)] if all(rows) else []


def _in_steps(printed: Printed, starts: Sequence[int]) -> list[Rows]:
    """Each cell line by line, below the number of its row, and none above those at its left: as programs print cells of several
    lines one after another that are not on one level.

    2   新建泵站三
        座，完善配套设施。
                          市水务局、
                          市财政局   2026 年底
    """
    if starts[0] != 0:
        return []
    rows = [_row_in_steps(printed, a, b) for a, b in pairwise([*starts, len(printed.lines)])]
    return [tuple(rows)] if all(rows) else []


def _row_in_steps(printed: Printed, start: int, end: int) -> tuple[tuple[int, ...], ...]:
    cells = [tuple(printed.filled(start, end, column)) for column in printed.columns()]
    filled = [cell for cell in cells if cell]
    closed = all(cell == tuple(range(cell[0], cell[-1] + 1)) for cell in filled)
    right = all(a[0] <= b[0] for a, b in pairwise(filled))
    return tuple(cells) if closed and right and len(printed.parts(start, end)) == 1 else ()


def _row_from_top(printed: Printed, start: int, end: int) -> tuple[tuple[int, ...], ...]:
    """The cells of a row; () unless each begins on its first line and goes on line by line, over the end of a page too."""
    cells = []
    for column in printed.columns():
        filled = printed.filled(start, end, column)
        if filled != list(range(start, start + len(filled))) and not printed.goes_on(start, end, column):
            return ()
        cells.append(tuple(filled))
    return tuple(cells)
