"""A table of a page → its cells, by the rules browsers lay tables out by; tables that only lay out are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from pipeline.language.cells import is_total, is_value, squeeze
from pipeline.language.headings import meaning
from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.html.walk import is_hidden, is_wordless, walk
from pipeline.read.html.words import cell_to_line, count_han
from pipeline.read.limits import Limits
from pipeline.read.parts import CellText

_GROUPS = ("thead", "tbody", "tfoot")
# The most rows and columns that HTML lets one cell reach over.
_WIDEST, _TALLEST = 1_000, 65_534
# Of tables that lay out a page around its text, the text's cell holds nearly all and is of many lines;
# of 20 tables of the corpus that hold values, the fullest cell has at most 0.33 of the words.
_MOST_IN_ONE_CELL, _LAYOUT_LINES = 0.7, 4


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table of values: its cells, its Chinese characters, how many of these are in links."""

    cells: tuple[CellText, ...]
    caption: str
    hans: int
    linked: int
    struck: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    row_span: int
    col_span: int
    lines: int
    linked: int


def table_to_cells(table: LexborNode, limits: Limits) -> CellTable | None:
    """The cells of a table of values; None for one that lays out the page: it holds tables again, has one
    row or column, or one cell with nearly all the words. Unreadable if it reaches over too many places."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return None
    rows: list[list[_Cell]] = []
    struck: list[str] = []
    ends: list[int] = []
    caption = ""
    for node in _rows_and_cells(table, limits.max_depth):
        if node.tag in _GROUPS:
            ends.append(len(rows))
            continue
        if node.tag == "tr":
            rows.append([])
            continue
        read = cell_to_line(node, limits.max_depth)
        if read is None:
            return None
        line, lines = read
        struck += line.struck
        if node.tag == "caption":
            caption = line.text()
        elif rows:
            spans = (_span(node, "rowspan", _TALLEST), _span(node, "colspan", _WIDEST))
            rows[-1].append(_Cell(line.lines(), *spans, lines, line.linked))
    if not _holds_values(rows):
        return None
    hans = sum(count_han(cell.text) for row in rows for cell in row)
    linked = sum(cell.linked for row in rows for cell in row)
    return CellTable(tuple(_placed(rows, (*ends, len(rows)), limits)), caption, hans, linked, tuple(struck))


def _rows_and_cells(table: LexborNode, deepest: int) -> Iterator[LexborNode]:
    """The table's groups of rows, its rows, each followed by its cells; the caption where it stands."""
    cells = ("td", "th", "caption")
    for event, node in walk(table, lambda n: n.tag in cells or is_wordless(n) or is_hidden(n), deepest):
        is_part = (event == "open" and (node.tag == "tr" or node.tag in _GROUPS)) or (
            event == "leaf" and node.tag in cells
        )
        if is_part and not is_hidden(node):
            yield node


def _span(cell: LexborNode, name: str, most: int) -> int:
    """How far a cell reaches; 0, which means to the end of its group of rows, as the most."""
    try:
        span = int((cell.attributes.get(name) or "1").strip())
    except ValueError:
        return 1
    return min(span, most) if span > 0 else most if span == 0 and name == "rowspan" else 1


def _holds_values(rows: Sequence[Sequence[_Cell]]) -> bool:
    shown = [[cell for cell in row if cell.text] for row in rows]
    shown = [row for row in shown if row]
    if not shown or max(map(len, shown)) < 2:
        return False
    if len(shown) == 1:
        return _is_part(rows, [cell.text for cell in shown[0]])
    fullest = max((cell for row in shown for cell in row), key=lambda cell: len(cell.text))
    words = sum(len(cell.text) for row in shown for cell in row)
    return fullest.lines < _LAYOUT_LINES or len(fullest.text) <= _MOST_IN_ONE_CELL * words


def _is_part(rows: Sequence[Sequence[_Cell]], texts: Sequence[str]) -> bool:
    """A row of a table that the page draws apart from the others: its sums below them, its headings above."""
    known = sum(bool(meaning(squeeze(text))) for text in texts)
    sums = is_total(squeeze(texts[0])) and any(is_value(squeeze(text)) for text in texts[1:])
    return len(rows) == 1 and (sums or (known > 1 and known * 2 > len(texts)))


def _placed(rows: Sequence[Sequence[_Cell]], ends: Sequence[int], limits: Limits) -> Iterator[CellText]:
    """Each cell in the first free place of its row; one that reaches down keeps its columns taken below, to the
    end of its group of rows (`ends`) and no further."""
    taken: dict[int, int] = {}  # Column → the first row free in it.
    reached = 0
    for i, row in enumerate(rows):
        j, end = 0, next(end for end in ends if end > i)
        for cell in row:
            while taken.get(j, 0) > i:
                j += 1
            row_span = min(cell.row_span, end - i)
            reached += row_span * cell.col_span
            if reached > limits.max_cells:
                raise Unreadable(say("too_wide_table", most=limits.max_cells), say("split_notices"))
            for column in range(j, j + cell.col_span):
                taken[column] = i + row_span
            yield CellText(cell.text, i, j, row_span, cell.col_span)
            j += cell.col_span
