"""Tables of values that came out one cell line a text line: 镇街⏎快充桩（个）⏎慢充桩（个）⏎青石镇⏎12⏎30⏎南湾镇⏎8⏎20⏎…

What is a value and what is a word comes in the same order in every row, and the headings are as many as the cells of a
row. Where only the first cell of a row is a word, a row that lost a cell, or has one too many, still ends where the next
word stands; where words stand between the values, every row must be whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_total, serial_number
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.cell_rows import kind, named_rows
from pipeline.outline.lines import Line

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 16
_FEWEST_ROWS = 3
_LONGEST = 24
_LOOKED_AT = 5  # rows that decide whether a table begins here
_SENTENCE = patterns.compile(r"[。；！？：，]$|[。；！？]")

#: A cell: the indexes of its lines.
CellLines = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InTurn:
    """The rows of a table, headings first, each cell with the indexes of its lines, none where it is blank; the table ends
    before `end`."""

    rows: tuple[tuple[CellLines, ...], ...]
    end: int


def _can_be_cell(line: Line) -> bool:
    words = line.squeezed
    return not line.level and "\t" not in line.text and len(words) <= _LONGEST and not _SENTENCE.search(words)


def _shown(lines: Sequence[Line], start: int, most: int) -> list[int]:
    """The next lines that can be cells, page marks left out, as far as they follow one another."""
    found: list[int] = []
    for n in range(start, len(lines)):
        if lines[n].furniture == "page_number":
            continue
        if len(found) == most or lines[n].furniture or not _can_be_cell(lines[n]):
            break
        found.append(n)
    return found


def rows_in_turn(lines: Sequence[Line], start: int) -> InTurn | None:
    """The table whose headings begin at `start`, or None. Only a few lines are looked at where none begins."""
    if lines[start].furniture or not may_be_heading(lines[start].squeezed):
        return None
    near = _shown(lines, start, _MOST_COLUMNS * (_LOOKED_AT + 1))
    kinds = "".join(kind(lines[n].squeezed) for n in near)
    if named_rows([lines[n].squeezed for n in near], kinds):
        return _named(lines, start)
    words = len(kinds) - len(kinds.lstrip("w"))
    for size in range(min(words, _MOST_COLUMNS), _FEWEST_COLUMNS - 1, -1):
        heads = [lines[n].squeezed for n in near[:size]]
        if len(set(heads)) == size and all(map(may_be_heading, heads)) and _begins(kinds, size):
            # 人数 | 班数 | 一中 over 400 | 8 | 二中: no row begins with a figure that is not its number.
            if kinds[size] == "v" and meaning(heads[0]) != "row_number":
                continue
            return _whole(lines, start, size)
    return None


def _named(lines: Sequence[Line], start: int) -> InTurn | None:
    every = _shown(lines, start, len(lines))
    words = [lines[n].squeezed for n in every]
    found = named_rows(words, "".join(map(kind, words)))
    if found is None:
        return None
    laid = tuple(tuple((every[i],) if i >= 0 else () for i in row) for row in (*found.heads, *found.rows))
    return InTurn(laid, every[found.rows[-1][-1]] + 1)


def _begins(kinds: str, size: int) -> bool:
    """Whether rows of `size` cells follow the headings: three alike, or as many among the first that begin with a word."""
    body = kinds[size : size * (_LOOKED_AT + 1)]
    rows = [body[i : i + size] for i in range(0, len(body) - size + 1, size)][:_FEWEST_ROWS]
    if len(rows) == _FEWEST_ROWS and len(set(rows)) == 1 and {"v", "w"} == set(rows[0]):
        return True
    return sum(len(row) == size for row in _led(body)) >= _FEWEST_ROWS


# A row that begins with its word, or with its serial number and its word.
_OF_WORD = patterns.compile(r"w{1,2}v+")
_OF_SERIAL = patterns.compile(r"vw{1,2}(?:v+?(?=vw{1,2}v)|v+(?!w{1,2}v)|v+)")


def _led(kinds: str) -> list[str]:
    """The kinds of the rows that follow one another, each begun by its word; a word over two lines counts once."""
    row, rows, at = (_OF_SERIAL if kinds.startswith("v") else _OF_WORD), [], 0
    while match := row.match(kinds, at):
        rows.append(match.group().replace("ww", "w"))
        at = match.end()
    return rows


def _whole(lines: Sequence[Line], start: int, size: int) -> InTurn | None:
    every = _without_repeats(lines, _shown(lines, start, len(lines)), size)
    kinds = "".join(kind(lines[n].squeezed) for n in every[size:])
    led = _led(kinds)
    cells = _with_totals(lines, _led_rows(every[size:], kinds)) if led else []
    if sum(len(row) == size for row in cells) < _FEWEST_ROWS or not _numbered(lines, cells):
        cells = _even_rows(every[size:], kinds, size)
    if sum(len(row) == size for row in cells) < _FEWEST_ROWS:
        return None
    return InTurn((tuple((n,) for n in every[:size]), *map(tuple, cells)), cells[-1][-1][-1] + 1)


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


def _even_rows(body: Sequence[int], kinds: str, size: int) -> list[list[CellLines]]:
    """Rows of the same kinds in the same order; one that lost a value ends where the next such row begins. Where the
    row above may as well be the one that lost a cell, nothing tells them apart, and there are no rows."""
    first, at = kinds[:size], 0
    rows: list[list[CellLines]] = []
    while at < len(body):
        near = range(at + 1, min(at + 2 * size, len(body) - size + 1))
        whole = kinds[at : at + size] == first
        if not whole and any(kinds[at - n : at - n + size] == first for n in range(1, min(at, size - 1) + 1)):
            return []
        end = at + size if whole else next((n for n in near if kinds[n : n + size] == first), None)
        if end is None:
            break
        rows.append([(n,) for n in body[at:end]])
        at = end
    return rows


def _led_rows(body: Sequence[int], kinds: str) -> list[list[CellLines]]:
    """Rows that each begin with their word (and the serial number before it), whatever they lost."""
    row, rows, at = (_OF_SERIAL if kinds.startswith("v") else _OF_WORD), [], 0
    while match := row.match(kinds, at):
        cells: list[CellLines] = []
        for part in _CELL.finditer(match.group()):
            cells.append(tuple(body[at + part.start() : at + part.end()]))
        rows.append(cells)
        at = match.end()
    return rows


_CELL = patterns.compile("w+|v")


def _with_totals(lines: Sequence[Line], rows: list[list[CellLines]]) -> list[list[CellLines]]:
    """合计 has no serial number: the value before it is the last of the row above."""
    for above, row in pairwise(rows):
        if len(row) > 1 and is_total("".join(lines[n].squeezed for n in row[1])):
            above.append(row.pop(0))
    return rows


def _numbered(lines: Sequence[Line], rows: Sequence[Sequence[CellLines]]) -> bool:
    """Whether rows that begin with a number are numbered 1, 2, 3 …"""
    firsts = [lines[row[0][0]].squeezed for row in rows]
    if kind(firsts[0]) == "w":
        return True
    numbers = [serial_number(text) for text in firsts if kind(text) == "v"]
    return numbers == list(range(1, len(numbers) + 1))
