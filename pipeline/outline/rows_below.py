"""Cells one a line whose rows are told from below, because the headings above them are more than a row has cells.

序号 镇 户数 投资 2026年 2027年 1 甲镇 3 5 90 2 乙镇 …    →    six lines of headings, and rows of five cells

Rows of a width follow one another up to the end of the table, numbered 1, 2, 3 or of the same kinds in the same order; what
stands above them are headings of two levels, each on a row of its own: which stands over which is told later by the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.cells import is_total, serial_number, year
from pipeline.language.headings import NAME_MEANINGS, may_be_heading, meaning
from pipeline.language.names import is_agency
from pipeline.outline.turn_rows import kind, kinds

_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 3, 16, 3
_MOST_HEADS, _MOST_BELOW = 30, 4  # words that follow a table
_LONGEST_NAME = 6  # letters of a heading over the names of rows

#: Where a row begins and ends among the cells.
Bounds = tuple[int, int]


def rows_below_levels(words: Sequence[str]) -> tuple[Bounds, ...]:
    """The rows, each heading one of its own; () where there are no more headings than a row has cells, or in several ways.

    >>> rows_below_levels("乡镇 户数 2026年 2027年 甲镇 3 5 乙镇 4 6 丙镇 1 2".split())
    ((0, 1), (1, 2), (2, 3), (3, 4), (4, 7), (7, 10), (10, 13))
    """
    one = next((n for n, word in enumerate(words[:_MOST_HEADS]) if kind(word) == "v"), 0)
    if not one or not all(map(_may_be_heading, words[:one])):
        return ()
    numbered = meaning(words[0]) == "row_number"
    ways = list(_numbered(words, one) if numbered else _of_kinds(words, one))
    return ways[0] if len(ways) == 1 else ()


def may_be_below(near: Sequence[str]) -> bool:
    """Whether the first cells may be headings and three such rows."""
    laid = kinds(near)
    one = len(laid) - len(laid.lstrip("w"))
    ways = ((first, width) for width in range(_FEWEST_COLUMNS, one) for first in range(width + 1, one))
    return any(laid[a : a + w] == laid[a + w : a + 2 * w] == laid[a + 2 * w : a + 3 * w] for a, w in ways)


def _may_be_heading(word: str) -> bool:
    """（张） is the rest of the heading above it, 床位, and stands over no column of its own."""
    return bool(year(word)) or (may_be_heading(word) and not word.startswith("（"))


def _numbered(words: Sequence[str], one: int) -> Iterator[tuple[Bounds, ...]]:
    """Rows that begin with 1, 2, 3 …, each as many cells behind the one before; a total may follow."""
    for width in range(_FEWEST_COLUMNS, min(one, _MOST_COLUMNS + 1)):
        many = 0
        while one + (many + 1) * width <= len(words) and _number(words[one + many * width]) == many + 1:
            many += 1
        end = one + many * width
        body = [words[at : at + width] for at in range(one, end, width)]
        if (
            many >= _FEWEST_ROWS
            and _are_of_one_kind(body)
            and many + 1 not in map(_number, words[end:][:width])
        ):
            total = _end_of_total(words, end, width)
            yield _bounds(one, width, end, total) if total or len(words) - end <= _MOST_BELOW else ()


def _number(word: str) -> int | None:
    return serial_number(word) if word.isdecimal() else None


def _of_kinds(words: Sequence[str], one: int) -> Iterator[tuple[Bounds, ...]]:
    """Rows of words and values in the same order, the first of which begins among the words above the first value."""
    laid = kinds(words)
    for width in range(_FEWEST_COLUMNS, min(one, _MOST_COLUMNS + 1)):
        for first in range(width, one):
            size = next((n for n in range(first, len(words)) if is_total(words[n])), len(words)) - first
            rows = {laid[at : at + width] for at in range(first, first + size, width)}
            if size % width or size < _FEWEST_ROWS * width or len(rows) > 1:
                continue
            total = _end_of_total(words, first + size, width)
            if names_rows(words, first - width) and (total or first + size) == len(words):
                yield _bounds(first, width, first + size, total)
            elif first == width:
                yield ()


def names_rows(words: Sequence[str], more: int) -> bool:
    """Whether the first word is a heading, where there are so many more than a row has cells; of one more the first may be
    a caption: 主要指标 above 指标 单位 2026年."""
    named = more > 1 or (more == 1 and meaning(words[1]) not in NAME_MEANINGS)
    return named and meaning(words[0]) in NAME_MEANINGS and len(words[0]) <= _LONGEST_NAME


def _bounds(first: int, width: int, end: int, total: int) -> tuple[Bounds, ...]:
    heads = ((n, n + 1) for n in range(first))
    rows = ((at, at + width) for at in range(first, end, width))
    return (*heads, *rows, *(((end, total),) if total else ()))


def _end_of_total(words: Sequence[str], at: int, width: int) -> int:
    """Behind the label of a total and its values; 0 where none stands there."""
    if at >= len(words) or not is_total(words[at]):
        return 0
    end = at + 1
    while end < len(words) and kind(words[end]) == "v":
        end += 1
    return end if 1 < end - at <= width else 0


def _are_of_one_kind(rows: Sequence[Sequence[str]]) -> bool:
    return all(len(set(map(kind, column))) == 1 for column in list(zip(*rows, strict=True))[1:])


def without_signature(words: Sequence[str]) -> Sequence[str]:
    """Without who signs below the last row, above a day."""
    end = len(words)
    while end and is_agency(words[end - 1]):
        end -= 1
    return words[:end]
