"""Numbered tables that an office program saved as text: each cell a line, a blank cell an empty line, merged cells one line.

序号⏎镇⏎水厂⏎投资⏎⏎⏎2026年⏎2027年⏎⏎一、山区⏎1⏎甲镇⏎2⏎⏎30⏎2⏎乙镇⏎…    →    | 序号     | 镇   | 水厂   |        | 投资 |
                                                                           |          |      | 2026年 | 2027年 |      |
                                                                           | 一、山区 |      |        |        |      |
                                                                           | 1        | 甲镇 | 2      |        | 30   |

The rows are told by their numbers, each as many cells behind the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import is_dash, is_total, is_value, serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.outline.cells_in_turn import CellLines
from pipeline.outline.laying import Laying
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import lines_to_piece

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 24
_FEWEST_ROWS = 3

Cell = tuple[str, CellLines]
_BLANK: Cell = ("", ())


def with_blanks(lines: Sequence[Line], start: int) -> Iterator[Laying]:
    """The layings of whatever width in which one empty line more is a blank cell; or two where one stands above each cell."""
    # Who signs below the last row may stand closer than cells do.
    least = min((line.gap for line in lines[1:_FEWEST_COLUMNS]), default=0)
    for each in {1, least + 1}:
        for rows in _ways(_cells(lines, least, each)):
            if not all(cell for row in rows for cell in row):
                at = lines[0].span.start
                cells = (tuple(lines_to_piece([lines[n] for n in cell], at) for cell in row) for row in rows)
                yield Laying(tuple(cells), start + max(cell[-1] for row in rows for cell in row if cell) + 1)


def _cells(lines: Sequence[Line], least: int, each: int) -> list[Cell]:
    """The lines with a blank cell for `each` empty lines more than stand above all of them, up to where that does not come out."""
    cells: list[Cell] = []
    for n, line in enumerate(lines):
        more, rest = divmod(line.gap - least if n else 0, each)
        if more > _MOST_COLUMNS or rest or more < 0:
            break
        cells += [*[_BLANK] * more, (line.squeezed, (n,))]
    return cells


def _ways(cells: Sequence[Cell]) -> Iterator[tuple[tuple[CellLines, ...], ...]]:
    """The tables that the cells can be, of whatever width."""
    near = cells[: 2 * _MOST_COLUMNS]
    one = next((n for n, (word, _) in enumerate(near) if serial_number(word)), 0)
    laid = (_laid(cells, one, width) for width in range(_FEWEST_COLUMNS, min(one, _MOST_COLUMNS) + 1))
    return filter(None, laid)


def _laid(cells: Sequence[Cell], one: int, width: int) -> tuple[tuple[CellLines, ...], ...]:
    """Headings, rows and total of so many columns, the first number at `one`; () where they do not come out."""
    first = next((one - size for size in (1, width) if _is_group(cells[one - size : one])), one)
    heads = _headings(cells[:first], width)
    body, end = _body(cells, first, width) if heads else ([], 0)
    numbers = [number for row in body if (number := serial_number(row[0][0]))]
    if len(numbers) < _FEWEST_ROWS or not _are_of_bodies(heads[0], body):
        return ()
    total = _total(cells[end:], width)
    near = () if total else (*body[-1][1:], *cells[end : end + width])
    if any(_follows(serial_number(word), numbers[-1], numbers[0]) for word, _ in near):
        return ()  # a blank cell is missing, and the number of the next row stands in its place
    return tuple(tuple(at for _, at in row) for row in (*heads, *body, *total))


def _body(cells: Sequence[Cell], start: int, width: int) -> tuple[list[Sequence[Cell]], int]:
    """The rows up to the first that has not the next number, with the names of groups between them, and where they end."""
    rows: list[Sequence[Cell]] = []
    at, last, first, grouped = start, 0, 1, False
    while at < len(cells):
        number = serial_number(cells[at][0])
        first = first if last else number or 1
        follows = _follows(number, last, first) or (grouped and number == 1)
        if number and follows and at + width <= len(cells):
            rows.append(cells[at : at + width])
            at, last, grouped = at + width, number, False
        elif size := _size_of_group(cells[at:], width, last, first):
            rows.append([cells[at], *[_BLANK] * (width - 1)])
            at, grouped = at + size, True
        else:
            break
    return rows, at


def _size_of_group(cells: Sequence[Cell], width: int, last: int, first: int) -> int:
    """How many cells the name of a group takes, one or all of its row; 0 where none stands here."""
    return next((n for n in (1, width) if _is_group(cells[:n]) and _goes_on(cells[n:], last, first)), 0)


def _is_group(cells: Sequence[Cell]) -> bool:
    """一、供水工程, over all columns or in the first of them."""
    return bool(cells) and text_to_mark(cells[0][0]) is not None and not any(word for word, _ in cells[1:])


def _goes_on(cells: Sequence[Cell], last: int, first: int) -> bool:
    """A number follows the name of a group, or the name of the next group."""
    number = serial_number(cells[0][0]) if cells else None
    if number is None:
        return len(cells) > 1 and text_to_mark(cells[0][0]) is not None and _goes_on(cells[1:], last, first)
    return number == 1 or _follows(number, last, first if last else number)


def _follows(number: int | None, last: int, first: int) -> bool:
    """The next number; of rows taken out of a longer table, whose first is not 1, a higher one."""
    return number is not None and (number == last + 1 if first == 1 else number > last)


def _headings(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """One line of headings; or two, of which the upper has one cell for each blank of the lower, and one over each group."""
    upper, lower = list(cells[:-width]), list(cells[-width:])
    if not all(may_be_heading(word) for word, _ in cells if word):
        return []
    if not upper:
        names = [word for word, _ in lower]
        return [lower] if all(names) and len(set(names)) == width else []
    singles = sum(not word for word, _ in lower)
    sizes = _groups([word for word, _ in lower], len(upper) - singles)
    if lower[0][0] or not sizes or not all(word for word, _ in upper):
        return _over_copies(cells, width)
    spread: list[Cell] = []
    for word, size in zip(upper, sizes, strict=True):
        spread += [word, *[_BLANK] * (size - 1)]
    return [spread, lower]


def _over_copies(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """序号 镇 水厂 水池 2026年 2027年 2026年 2027年: a heading over each copy of the lower ones, and no blank below the others;
    [] where they are no copies."""
    words = [word for word, _ in cells]
    many = len(cells) - width  # headings over others
    for alone in range(1, width):
        size, rest = divmod(width - alone, many)
        lower = words[alone + many :]
        if (
            many > 1
            and size > 1
            and not rest
            and lower == lower[:size] * many
            and len(set(lower[:size])) == size
        ):
            spread = [part for cell in cells[alone : alone + many] for part in (cell, *[_BLANK] * (size - 1))]
            return [[*cells[:alone], *spread], [*[_BLANK] * alone, *cells[alone + many :]]]
    return []


def _groups(lower: Sequence[str], many: int) -> list[int]:
    """How many columns each upper heading spans, one over a blank; [] where the groups can be told in no way, or in several.

    >>> _groups(["", "", "2026年", "2027年", "2026年", "2027年", ""], 2)
    [1, 1, 2, 2, 1]
    """
    runs = [(blank, list(run)) for blank, run in groupby(lower, key=lambda word: not word)]
    words = [run for blank, run in runs if not blank]
    each = [1] * len(words)
    if len(words) == 1 and many > 1:
        (run,) = words
        size, rest = divmod(len(run), many)
        if rest or run != run[:size] * many:
            return []
        each = [many]
    elif len(words) != many:
        return []
    sizes: list[int] = []
    for blank, run in runs:
        sizes += [1] * len(run) if blank else [len(run) // each[0]] * each[0]
        each = each if blank else each[1:]
    return sizes


def _are_of_bodies(heads: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether bodies alone, or nothing, stand under 责任单位."""
    columns = [j for j, (word, _) in enumerate(heads) if meaning(word) in AGENCY_MEANINGS]
    return all(not row[j][0] or may_be_agencies(row[j][0]) for row in body for j in columns)


def _total(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """The row of the total behind the last number, whose label may stand over the number and the name."""
    if not cells or not is_total(cells[0][0]):
        return []
    row = [cells[0]]
    for word, at in cells[1:width]:
        if word and not (is_value(word) or is_dash(word)):
            break
        row.append((word, at))
    if len(row) == width - 1:
        row.insert(1, _BLANK)
    return [row]
