"""Tables drawn with characters, whose cells may go over several lines.

+------+----------+
| 序号 | 任务     |        ┌───┬─────┐
+------+----------+        │ 1 │ 修路│
| 1    | 修县城到 |        └───┴─────┘
|      | 镇的路   |
+------+----------+        A rule between all rows tells them; without, numbers and places do (printed_rows).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.headings import meaning
from pipeline.model import Piece
from pipeline.outline.cell_lines import CellLines, cells_of_rows, lines_of, unread
from pipeline.outline.lines import Line
from pipeline.outline.pieces import stretch
from pipeline.outline.printed_columns import Measure
from pipeline.outline.printed_lines import Columns, Printed
from pipeline.outline.printed_rows import rows_of
from pipeline.outline.widths import columns, narrow_columns

_BARS, _CORNERS = frozenset("|│┃║"), frozenset("+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┠┨┯┷┝┥╒╤╕╞╪╡╘╧╛╭╮╰╯")
_FLAT = frozenset("-=—━═_~")
_FEWEST_CORNERS = 3


class _Drawn(NamedTuple):
    """A line: what it has in every column, and the columns over which it is a rule."""

    cells: Columns
    ruled: tuple[int, ...]


_MEASURES: tuple[Measure, ...] = (columns, narrow_columns, len)


def drawn_cells(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table whose upper rule is the line `start`."""
    if not _is_rule(lines[start]):
        return None
    end = start + 1
    while end < len(lines) and not lines[end].gap and _is_drawn(lines[end]):
        end += 1
    shown = lines[start:end]
    body = [line for line in shown if not _is_rule(line)]
    if not body or len(body) == len(shown):
        return None
    return _laid(shown, end) or unread(end)


def _is_rule(line: Line) -> bool:
    """+-----+-----+, ├───┼───┤."""
    text = line.text.strip()
    return (
        text[:1] in _CORNERS
        and sum(char in _CORNERS for char in text) >= _FEWEST_CORNERS
        and all(char in _CORNERS or char in _FLAT for char in text)
    )


def _is_drawn(line: Line) -> bool:
    text = line.text.strip()
    return _is_rule(line) or (
        text[:1] in _BARS | _CORNERS and text[-1:] in _BARS | _CORNERS and len(text) > 1
    )


def _laid(lines: Sequence[Line], end: int) -> CellLines | None:
    bars = [_bars(line) for line in lines]
    if len({len(at) for at in bars}) == 1:
        return _told([_parted(line, at, range(len(at))) for line, at in zip(lines, bars, strict=True)], end)
    for measure in _MEASURES:
        if laid := _on_edges(lines, bars, measure):
            return _told(laid, end)
    return None


def _bars(line: Line) -> list[int]:
    return [at for at, char in enumerate(line.text) if char in _BARS or char in _CORNERS]


def _parted(line: Line, bars: Sequence[int], edges: Sequence[int]) -> _Drawn:
    """What stands between the bars of a line, each of which is an edge of the table."""
    cells: list[Piece | None] = [None] * edges[-1]
    ruled: list[int] = []
    for (a, b), (first, last) in zip(pairwise(bars), pairwise(edges), strict=True):
        piece = stretch(line, a + 1, b)
        # A rule goes from bar to bar; a dash with blanks round it is a cell.
        if piece.text == line.text[a + 1 : b] and all(char in _FLAT for char in piece.text):
            ruled += range(first, last)
        elif piece.text:
            cells[first] = piece
    return _Drawn(tuple(cells), tuple(ruled))


def _on_edges(lines: Sequence[Line], bars: Sequence[Sequence[int]], measure: Measure) -> list[_Drawn] | None:
    """The lines of which some have cells over several columns, if all bars stand at the places of those of one line."""
    places = [
        [measure((line.printed or line.text)[:at]) for at in row]
        for line, row in zip(lines, bars, strict=True)
    ]
    most = max(map(len, places))
    edges = {place: k for k, place in enumerate(next(row for row in places if len(row) == most))}
    if any(place not in edges for row in places for place in row) or not all(
        row[:1] == places[0][:1] and row[-1:] == places[0][-1:] for row in places
    ):
        return None
    laid = zip(lines, bars, places, strict=True)
    return [_parted(line, row, [edges[place] for place in at]) for line, row, at in laid]


def _told(drawn: Sequence[_Drawn], end: int) -> CellLines | None:
    """The rows between rules; a column that a rule leaves out goes on below it."""
    cells = [row.cells for row in drawn if not row.ruled]
    cuts = [n for n, row in enumerate(drawn) if row.ruled]
    many = len(drawn[0].cells)
    inner = [n for n in cuts if 0 < n < len(drawn) - 1]
    if len(inner) == 1 and len(drawn[inner[0]].ruled) == many:
        above = inner[0] - sum(n < inner[0] for n in cuts)
        return _without_rules((cells[:above], cells[above:]), end)
    rows: list[list[list[Piece]]] = []
    row_of = [0] * many  # the row in which a cell of each column began
    for drawn_ in drawn:
        if drawn_.ruled:
            rows.append([[] for _ in range(many)])
            row_of = [len(rows) - 1 if c in drawn_.ruled else row_of[c] for c in range(many)]
        for c, piece in enumerate(drawn_.cells):
            if piece:
                rows[row_of[c]][c].append(piece)
    return lines_of((row for row in rows if any(row)), end)


def _without_rules(parts: tuple[Sequence[Columns], Sequence[Columns]], end: int) -> CellLines | None:
    """The headings above the only rule between the lines, and the rows below it."""
    heads, body = parts
    above = [[piece for piece in column if piece] for column in zip(*heads, strict=True)]
    names = ["".join(piece.text for piece in pieces) for pieces in above]
    serial = next((j for j, name in enumerate(names) if meaning(name) == "row_number"), None)
    printed = Printed(body, [0] * len(body))
    rows = rows_of(body, printed.pages, serial) if heads and body else None
    return lines_of([above, *cells_of_rows(printed, rows)], end) if rows else None
