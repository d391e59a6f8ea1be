"""Tables whose cells a converter of pages printed one a line, a pipe behind each and nothing between the rows.

项目 |⏎预算数 |⏎合计 |⏎40.2 |⏎接待费 |⏎22.2 |⏎购置费 |⏎|⏎        | 项目 | 预算数 |
                                                              →     | 合计 | 40.2 |
项目⏎|⏎预算数⏎|⏎合计⏎|⏎40.2⏎|⏎接待费⏎|⏎22.2⏎|⏎购置费⏎|⏎|⏎           | 接待费 | 22.2 |
                                                                    | 购置费 |     |

How many cells a row has is told by their kinds: words alone in the first row, in every column below values or words. Where
the rows are numbered, their numbers tell it, and the pipes behind a row the cells that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.cells import is_dash, is_value, serial_number, year
from pipeline.language.headings import may_be_heading
from pipeline.outline.lines import Line
from pipeline.outline.numbered_rows import numbered_rows

_FEWEST_CELLS, _FEWEST_ROWS, _MOST_COLUMNS = 6, 3, 16
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell, "" of a blank one, the lines [start, end) it is printed on, and the pipes behind its own."""

    text: str
    start: int
    end: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class EndedCells:
    """Where the captions and the rows of such a table stand in the lines: [start, end) of each."""

    captions: tuple[int, ...]
    rows: tuple[tuple[int, int], ...]


def ended_cells(lines: Sequence[Line], start: int) -> EndedCells | None:
    """The table whose cells begin at a line; None where none do, or their kinds tell of no width or of several."""
    captions, cells = _cells(lines, start)
    if len(cells) < _FEWEST_CELLS:
        return None
    words = [cell.text for cell in cells]
    if bounds := numbered_rows(words, [cell.lost for cell in cells]):
        places = tuple((cells[first].start, cells[last - 1].end) for first, last in bounds)
        return EndedCells(captions, places)
    if any(cell.lost for cell in cells):
        return None
    widths = [width for width in range(2, _MOST_COLUMNS + 1) if _fits(words, width)]
    if len(widths) != 1:
        return None
    rows = [cells[i : i + widths[0]] for i in range(0, len(cells), widths[0])]
    return EndedCells(captions, tuple((row[0].start, row[-1].end) for row in rows))


def may_be_ended(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first of cells with a pipe behind each; their later ones are looked at with it."""
    ended = [_ends_cell(lines, n) for n in (at - 1, at) if n >= 0]
    return ended[-1] and not (len(ended) > 1 and ended[0])


def _ends_cell(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text.strip()
    alone = at + 1 < len(lines) and lines[at + 1].text.strip() == "|" and "|" not in text
    return bool(text) and (alone or (text.endswith("|") and "|" not in text.rstrip("| ")))


def _cells(lines: Sequence[Line], start: int) -> tuple[tuple[int, ...], list[_Cell]]:
    """The lines of the captions, each with blank cells alone behind it, and the cells below."""
    captions: list[int] = []
    cells: list[_Cell] = []
    for cell in _run(lines, start):
        if cell.text.startswith("|"):
            if len(cells) != 1:
                return (), []
            captions.append(cells.pop().start)
        else:
            cells.append(cell)
    return tuple(captions), cells


def _run(lines: Sequence[Line], start: int) -> Iterator[_Cell]:
    """The cells from a line on; pipes in a row, ||||, as a cell of pipes."""
    at = start
    while at < len(lines) and not (at > start and lines[at].gap):
        text = lines[at].text.strip()
        pipes = len(text) - len(text.rstrip("| "))
        if text and set(text) <= {"|", " "}:
            yield _Cell("" if text == "|" else text, at, at + 1)
        elif text.endswith("|") and "|" not in text.rstrip("| "):
            yield _Cell(text.rstrip("| "), at, at + 1, text[-pipes:].count("|") - 1)
        elif "|" not in text and at + 1 < len(lines) and lines[at + 1].text.strip() == "|":
            if lines[at + 1].gap:
                return
            yield _Cell(text, at, at + 2)
            at += 1
        else:
            return
        at += 1


def _kind(text: str) -> str:
    if not text:
        return ""
    return "v" if (is_value(text) or is_dash(text) or serial_number(text)) and year(text) is None else "w"


def _fits(words: Sequence[str], width: int) -> bool:
    """Whether rows of so many cells have headings above, names or numbers first, and columns of one kind, one of values."""
    rows = [words[i : i + width] for i in range(0, len(words), width)]
    heads, body = rows[0], rows[1:]
    if len(body) < _FEWEST_ROWS - 1 or len(body[-1]) not in (width, width - 1) or len(set(heads)) < width:
        return False
    if not all(_kind(text) == "w" and may_be_heading(text) for text in heads):
        return False
    columns = [[kind for row in body if j < len(row) and (kind := _kind(row[j]))] for j in range(width)]
    if len(columns[0]) < len(body) or not all(map(_is_of_one_kind, columns)):
        return False
    numbered = [serial_number(row[0]) for row in body]
    first = set(columns[0]) == {"w"} or numbered == list(range(1, len(body) + 1))
    return first and any(set(column) == {"v"} for column in columns)


def _is_of_one_kind(column: Sequence[str]) -> bool:
    most = max(map(column.count, set(column)), default=0)
    return most >= _NEARLY_ALL * len(column)
