"""Numbered tables of a text that has each cell on a line of its own; a blank cell is an empty line more, or there is none.

序号⏎镇⏎水厂⏎投资⏎⏎⏎2026年⏎2027年⏎⏎1⏎甲镇⏎2⏎⏎30⏎2⏎乙镇⏎…    →    | 序号 | 镇   | 水厂   |        | 投资 |
                                                                       |      |      | 2026年 | 2027年 |      |
                                                                       | 1    | 甲镇 | 2      |        | 30   |

The rows are told by their numbers, each as many cells behind the one before. A cell may have several paragraphs: where rows
do not come out, or come out in more than one way, nothing tells which is right, and no cell is a sentence of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import is_dash, is_total, is_value, serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.outline.cell_rows import Bounds, are_of_bodies, number_of_headings, numbered_rows
from pipeline.outline.cells_in_turn import CellLines
from pipeline.outline.laying import Laying, one_left
from pipeline.outline.lines import Line
from pipeline.outline.pieces import lines_to_piece

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 24
_FEWEST_ROWS = 3
_FURTHEST = 60  # paragraphs of one row
_FEWEST_TIGHT = 4  # rows, headings too, where no empty lines part the cells

Cell = tuple[str, CellLines]
_BLANK: Cell = ("", ())


def numbered_table(lines: Sequence[Line], start: int) -> Laying | None:
    """The table whose headings begin at a line with 序号, one cell a line; None where none does."""
    if not _is_cell(lines[start]) or meaning(lines[start].squeezed) != "row_number":
        return None
    end = next((n for n in range(start, len(lines)) if not _is_cell(lines[n])), len(lines))
    shown = lines[start:end]
    laid = one_left([*_without_blanks(shown, start), *_with_blanks(shown, start)])
    return laid if laid and laid.rows else _unread(shown, start)


def _is_cell(line: Line) -> bool:
    return not (line.furniture or line.level or "|" in line.text or "\t" in line.text)


def _up_to_headings(lines: Sequence[Line]) -> list[str]:
    """The words of the lines up to the one that prints the first heading again."""
    words = [line.squeezed for line in lines]
    return words[: words.index(words[0], 1)] if words[0] in words[1:] else words


def _is_spaced(lines: Sequence[Line], width: int) -> bool:
    return all(line.gap for line in lines[1 : width + 1])


def _without_blanks(lines: Sequence[Line], start: int) -> Iterator[Laying]:
    """The laying in which every row has as many lines as there are headings."""
    words = _up_to_headings(lines)
    rows = numbered_rows(words, [0] * len(words))
    if not rows:
        return
    fewest = 2 if _is_spaced(lines, rows[0][1]) else _FEWEST_TIGHT
    if len(rows) >= fewest and are_of_bodies(words, rows) and _ends(words, rows):
        cells = (tuple(lines_to_piece([line]) for line in lines[a:b]) for a, b in rows)
        yield Laying(tuple(cells), start + rows[-1][1])


def _ends(words: Sequence[str], rows: Sequence[Bounds]) -> bool:
    """Whether the last row is whole: nothing follows, or its last cell is a body, or says what one above it says."""
    *above, (_, end) = rows
    last = meaning(words[rows[0][1] - 1])
    known = {words[stop - 1] for _, stop in above[1:]}
    return end == len(words) or last in AGENCY_MEANINGS or words[end - 1] in known


def _unread(lines: Sequence[Line], start: int) -> Laying | None:
    """What an empty line parts below known headings, up to the last number that follows the one above it and as many lines as
    the shortest row has."""
    words = _up_to_headings(lines)
    width = number_of_headings(words)
    if not width or not _is_spaced(lines, width):
        return None
    begins = [width]
    for n in range(width + 1, len(words)):
        if n - begins[-1] > _FURTHEST:
            break
        if serial_number(words[n]) == len(begins) + 1:
            begins.append(n)
    shortest = min((b - a for a, b in pairwise(begins)), default=width)
    return Laying((), start + min(begins[-1] + shortest, len(words)))


def _with_blanks(lines: Sequence[Line], start: int) -> Iterator[Laying]:
    """The layings of whatever width in which one empty line more is a blank cell; or two where one stands above each cell."""
    least = min((line.gap for line in lines[1:]), default=0)
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
        if more > _MOST_COLUMNS or rest:
            break
        cells += [*[_BLANK] * more, (line.squeezed, (n,))]
    return cells


def _ways(cells: Sequence[Cell]) -> Iterator[tuple[tuple[CellLines, ...], ...]]:
    """The tables that the cells can be, of whatever width."""
    near = cells[: 2 * _MOST_COLUMNS]
    one = next((n for n, (word, _) in enumerate(near) if serial_number(word) == 1), 0)
    laid = (_laid(cells, one, width) for width in range(_FEWEST_COLUMNS, min(one, _MOST_COLUMNS) + 1))
    return filter(None, laid)


def _laid(cells: Sequence[Cell], one: int, width: int) -> tuple[tuple[CellLines, ...], ...]:
    """Headings, rows and total of so many columns, the number 1 at `one`; () where they do not come out."""
    words = [word for word, _ in cells]
    heads = _headings(cells[:one], width)
    end = one
    while end + width <= len(words) and serial_number(words[end]) == (end - one) // width + 1:
        end += width
    body = [cells[at : at + width] for at in range(one, end, width)]
    if not heads or len(body) < _FEWEST_ROWS or not _are_of_bodies(heads[0], body):
        return ()
    if any(serial_number(word) == len(body) + 1 for word in words[end : end + width]):
        return ()
    return tuple(tuple(at for _, at in row) for row in (*heads, *body, *_total(cells[end:], width)))


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
        return []
    spread: list[Cell] = []
    for word, size in zip(upper, sizes, strict=True):
        spread += [word, *[_BLANK] * (size - 1)]
    return [spread, lower]


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
