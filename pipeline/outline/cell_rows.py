"""Cells that follow one another, laid in rows that nothing printed parts: the ways to lay them, and the one that is left.

序号 任务 承办部门 1 修路 交通局 2 植树 林业局    →    | 1 | 修路 | 交通局 |  | 2 | 植树 | 林业局 |    by their numbers
镇 亩 _ 甲镇 20 _ 乙镇 30                       →    | 甲镇 | 20 |  | 乙镇 | 30 |                  by the blanks between
项目 预算数 合计 40.2 接待费 22.2 购置费 _       →    | 合计 | 40.2 |  | 接待费 | 22.2 |  …         by the kinds of cells

A way holds or it does not, and where ways that hold lay the cells otherwise nothing tells which is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import serial_number, year
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.outline.turn_rows import kind

_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_COLUMNS = 2, 3, 16
_FEWEST_NUMBERED = 3  # columns, 序号 too
_NEARLY_ALL = 0.9

#: Where a row begins and ends among the cells.
Bounds = tuple[int, int]


def rows_of_cells(words: Sequence[str], lost: Sequence[int]) -> tuple[Bounds, ...]:
    """The rows of cells, headings first, as the one way lays them that holds; () where none does or several do.

    `lost` is for each cell how many a converter left out behind it.

    >>> rows_of_cells(["镇", "亩", "甲镇", "20", "乙镇", "30", "丙镇", ""], [0] * 8)
    ((0, 2), (2, 4), (4, 6), (6, 8))
    """
    ways = {numbered_rows(words, lost)}
    if words and not any(lost) and ways == {()}:
        ways = {_between_blanks(words), *(_of_kinds(words, n) for n in range(2, _MOST_COLUMNS + 1))}
    ways.discard(())
    return ways.pop() if len(ways) == 1 else ()


def may_be_rows(words: Sequence[str]) -> bool:
    """Whether cells begin like headings and three rows, laid in some way."""
    first = 1 + _FEWEST_ROWS
    return bool(words) and any(
        _of_kinds(words[: first * n], n) or _between_blanks(words[: first * (n + 1) - 1])
        for n in range(2, _MOST_COLUMNS + 1)
    )


def number_of_headings(words: Sequence[str]) -> int:
    """How many words from 序号 to the number 1 may all be headings, half or three of them known; 0 where they are none.

    >>> number_of_headings(["序号", "任务", "成果样式", "牵头单位", "1", "修桥"])
    4
    """
    if not words or meaning(words[0]) != "row_number":
        return 0
    near = enumerate(words[: _MOST_COLUMNS + 1])
    one = next((n for n, text in near if serial_number(text) == 1), 0)
    heads = words[:one]
    known = sum(bool(meaning(text)) for text in heads)
    told = (
        len(set(heads)) == one >= _FEWEST_NUMBERED
        and all(map(may_be_heading, heads))
        and known >= min(_FEWEST_NUMBERED, one / 2)
    )
    return one if told else 0


def numbered_rows(words: Sequence[str], lost: Sequence[int]) -> tuple[Bounds, ...]:
    """The rows up to the first that has no number: from one number to the next as many cells as headings; () where one
    is not whole.

    A row without the cells under merged ones, and pipes behind it for them, has no number of its own, or fewer cells.
    """
    width = number_of_headings(words)
    if not width or any(lost[:width]):
        return ()
    rows, at, serial = [(0, width)], width, 0
    while at < len(words):
        end = _end_of_row(lost, at, width)
        short, number = any(lost[at:end]), serial_number(words[at])
        if number != serial + 1 and not short:
            break
        if end - at + sum(lost[at:end]) != width:
            return ()
        serial += number == serial + 1
        rows.append((at, end))
        at = end
    astray = any(serial_number(word) == serial + 1 for word in words[at : at + 2 * width])
    return () if astray else tuple(rows)


def _end_of_row(lost: Sequence[int], start: int, width: int) -> int:
    last = min(start + width, len(lost))
    return next((at + 1 for at in range(start, last) if lost[at]), last)


def are_of_bodies(words: Sequence[str], rows: Sequence[Bounds]) -> bool:
    """Whether bodies alone stand under 责任单位 in every whole row."""
    width = rows[0][1]
    columns = [j for j in range(width) if meaning(words[j]) in AGENCY_MEANINGS]
    return all(
        may_be_agencies(words[start + j]) for start, end in rows[1:] if end - start == width for j in columns
    )


def _between_blanks(words: Sequence[str]) -> tuple[Bounds, ...]:
    """Rows with a blank cell of no row behind each, as many cells after the one before; each begins with its name."""
    width = list(words).index("") if "" in words else len(words)
    count, rest = divmod(len(words) + 1, width + 1)
    joints = words[width :: width + 1]
    if width < _FEWEST_COLUMNS or count < _FEWEST_ROWS or rest or any(joints) or not all(words[:: width + 1]):
        return ()
    return tuple((at, at + width) for at in range(0, len(words), width + 1))


def _of_kinds(words: Sequence[str], width: int) -> tuple[Bounds, ...]:
    """Rows of so many cells, with headings above, names or numbers first, and columns of one kind, one of values."""
    bounds = tuple((at, min(at + width, len(words))) for at in range(0, len(words), width))
    heads, *body = (words[a:b] for a, b in bounds)
    if len(body) < _FEWEST_ROWS - 1 or len(body[-1]) not in (width, width - 1) or len(set(heads)) < width:
        return ()
    if not all(text and kind(text) == "w" and (year(text) or may_be_heading(text)) for text in heads):
        return ()
    columns = [[_kind_or_number(row[j]) for row in body if j < len(row) and row[j]] for j in range(width)]
    merged = (
        width > _FEWEST_COLUMNS
        and body[0][0]
        and set(columns[0]) == {"w"}
        and _tells_rows_apart([row[1] for row in body])
    )
    if (len(columns[0]) < len(body) and not merged) or not all(map(_is_of_one_kind, columns)):
        return ()
    numbered = [serial_number(row[0]) for row in body]
    first = set(columns[0]) == {"w"} or numbered == list(range(1, len(body) + 1))
    return bounds if first and any(set(column) == {"v"} for column in columns) else ()


def _tells_rows_apart(names: Sequence[str]) -> bool:
    """The names behind a label that stands once for several rows: words, none blank, none twice."""
    return len(set(names)) == len(names) and all(name and kind(name) == "w" for name in names)


def _kind_or_number(text: str) -> str:
    return "v" if text.isdecimal() or (serial_number(text) and year(text) is None) else kind(text)


def _is_of_one_kind(column: Sequence[str]) -> bool:
    most = max(map(column.count, set(column)), default=0)
    return most >= _NEARLY_ALL * len(column)
