"""Rows told by the turn in which words and values come, also those that lack a cell.

站名 快桩 慢桩 甲站 12 30 乙站 8 20 …             →    | 甲站 | 12 | 30 |  | 乙站 | 8 | 20 |
学校 七年级 学校 七年级 人数 班数 人数 班数 …     →    | 一中 | 400 | 8 |  | 二中 | 88 | 2 |

Where only the first cell of a row is a word, a row that lost a cell, or has one too many, still ends where the next word
stands; where words stand between the values, every row must be whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_total, is_value, serial_number, year
from pipeline.language.headings import NAME_MEANINGS, may_be_heading, meaning

_FEWEST_ROWS, _FEWEST_CELLS = 3, 2
LOOKED_AT = 5  # rows that decide whether a table begins here

#: The places of the words of a cell: two where a line end broke it.
Cell = tuple[int, ...]


@lru_cache(maxsize=4096)
def kind(text: str) -> str:
    """`v` a value or a dash, `w` words; a year stands over a column like a word."""
    return "v" if (is_value(text) or is_dash(text)) and year(text) is None else "w"


def kinds(words: Sequence[str]) -> str:
    """The kinds of cells; below the first value 2024 is one as well, and no year over a column."""
    found = "".join(map(kind, words))
    first = found.find("v")
    return "".join("v" if 0 <= first < i and words[i].isdecimal() else said for i, said in enumerate(found))


class NamedRows(NamedTuple):
    """Of the cells that follow one another: those of each line of headings and of each row; -1 is a blank."""

    heads: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[int, ...], ...]


def named_rows(words: Sequence[str], kinds: str) -> NamedRows | None:
    """Rows of a name and its values below headings that are not as many as the cells of a row: the names have none, or
    the table was printed twice and more side by side, in one line of headings or in two. None where they fit none.

    `kinds` as `w` for words, `v` for values.
    """
    first = len(kinds) - len(kinds.lstrip("w")) - 1
    size = len(kinds[first + 1 :]) - len(kinds[first + 1 :].lstrip("v")) + 1
    if first < 1 or size < 2 or not all(map(may_be_heading, words[:first])):
        return None
    row, at = "w" + "v" * (size - 1), first
    rows: list[tuple[int, ...]] = []
    while kinds.startswith(row, at) and not kinds.startswith("v", at + size):
        rows.append(tuple(range(at, at + size)))
        at += size
    heads, parts = _heads(list(words[:first]), size) if len(rows) >= _FEWEST_ROWS else ((), 1)
    if heads and any(_names_rows(words, column) for column in list(zip(*heads, *rows, strict=True))[1:]):
        return None
    # Each part goes on downwards: 其中：市本级 belongs to the row above it, not to the one beside it.
    return (
        NamedRows(heads, tuple(row for part in range(parts) for row in rows[part::parts])) if heads else None
    )


def _names_rows(words: Sequence[str], column: Sequence[int]) -> bool:
    """任务名称 over 2, 3, 4: the numbers of rows, each printed behind the row above its own."""
    head, *said = (words[n] for n in column if n >= 0)
    numbers = [serial_number(word) for word in said]
    run = None not in numbers and all(b == a + 1 for a, b in pairwise(filter(None, numbers)))
    return run and meaning(head) in NAME_MEANINGS


def _heads(words: Sequence[str], size: int) -> tuple[tuple[tuple[int, ...], ...], int]:
    """The lines of headings over rows of `size` cells, by the places of their words, and how many parts stand side by
    side; () where they fit none."""
    values = size - 1
    if meaning(words[0]) == "row_number":
        return (), 1
    if (
        len(words) == size == _FEWEST_CELLS and meaning(words[0]) in NAME_MEANINGS
    ):  # 县区 资金（万元） 甲县 30
        return ((0, 1),), 1
    if (copy := _copied(words)) in (values, size) and (copy < len(words) or copy == values):
        return ((*((-1,) if copy == values else ()), *range(copy)),), len(words) // copy
    for lower in range(values, len(words) - 1, values):
        upper = len(words) - lower
        many = lower // values
        if upper == 2 * many > 2 and _copied(words[:upper]) == 2 and _copied(words[upper:]) == values:
            return ((0, 1, *(-1,) * (values - 1)), (-1, *range(upper, upper + values))), many
    return (), 1


def _copied(words: Sequence[str]) -> int:
    """How many words come again and again: 2 of 人数 班数 人数 班数; all of them where none does."""
    sizes = (n for n in range(1, len(words)) if len(words) % n == 0)
    found = next((n for n in sizes if list(words[:n]) * (len(words) // n) == list(words)), len(words))
    return found if len(set(words[:found])) == found else 0


def begins(laid: str, size: int) -> bool:
    """Whether rows of `size` cells follow the headings: three alike, or as many among the first that begin with a word."""
    body = laid[size : size * (LOOKED_AT + 1)]
    rows = [body[i : i + size] for i in range(0, len(body) - size + 1, size)][:_FEWEST_ROWS]
    if len(rows) == _FEWEST_ROWS and len(set(rows)) == 1 and {"v", "w"} == set(rows[0]):
        return True
    return sum(len(row) == size for row in led(body)) >= _FEWEST_ROWS


# A row that begins with its word, or with its serial number and its word.
_OF_WORD = patterns.compile(r"w{1,2}v+")
_OF_SERIAL = patterns.compile(r"vw{1,2}(?:v+?(?=vw{1,2}v)|v+(?!w{1,2}v)|v+)")


def led(laid: str) -> list[str]:
    """The kinds of the rows that follow one another, each begun by its word; a word over two lines counts once."""
    row, rows, at = (_OF_SERIAL if laid.startswith("v") else _OF_WORD), [], 0
    while match := row.match(laid, at):
        rows.append(match.group().replace("ww", "w"))
        at = match.end()
    return rows


def whole_rows(words: Sequence[str], size: int) -> list[list[Cell]]:
    """The rows below `size` headings: as their first words part them, or as the kinds of the first one come again."""
    laid = kinds(words)[size:]
    body = range(size, len(words))
    rows = _with_totals(words, _led_rows(body, laid)) if led(laid) else []
    if sum(len(row) == size for row in rows) < _FEWEST_ROWS or not _numbered(words, rows):
        rows = _even_rows(body, laid, size)
    return rows if sum(len(row) == size for row in rows) >= _FEWEST_ROWS else []


def _even_rows(body: Sequence[int], laid: str, size: int) -> list[list[Cell]]:
    """Rows of the same kinds in the same order; one that lost a value ends where the next such row begins. Where the
    row above may as well be the one that lost a cell, nothing tells them apart, and there are no rows."""
    first, at = laid[:size], 0
    rows: list[list[Cell]] = []
    while at < len(body):
        near = range(at + 1, min(at + 2 * size, len(body) - size + 1))
        whole = laid[at : at + size] == first
        if not whole and any(laid[at - n : at - n + size] == first for n in range(1, min(at, size - 1) + 1)):
            return []
        end = at + size if whole else next((n for n in near if laid[n : n + size] == first), None)
        if end is None:
            break
        rows.append([(n,) for n in body[at:end]])
        at = end
    return rows


def _led_rows(body: Sequence[int], laid: str) -> list[list[Cell]]:
    """Rows that each begin with their word (and the serial number before it), whatever they lost."""
    row, rows, at = (_OF_SERIAL if laid.startswith("v") else _OF_WORD), [], 0
    while match := row.match(laid, at):
        cells: list[Cell] = []
        for part in _CELL.finditer(match.group()):
            cells.append(tuple(body[at + part.start() : at + part.end()]))
        rows.append(cells)
        at = match.end()
    return rows


_CELL = patterns.compile("w+|v")


def _with_totals(words: Sequence[str], rows: list[list[Cell]]) -> list[list[Cell]]:
    """合计 has no serial number: the value before it is the last of the row above."""
    for above, row in pairwise(rows):
        if len(row) > 1 and is_total("".join(words[n] for n in row[1])):
            above.append(row.pop(0))
    return rows


def _numbered(words: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows that begin with a number are numbered 1, 2, 3 …"""
    firsts = [words[row[0][0]] for row in rows]
    if kind(firsts[0]) == "w":
        return True
    numbers = [serial_number(text) for text in firsts if kind(text) == "v"]
    return numbers == list(range(1, len(numbers) + 1))
