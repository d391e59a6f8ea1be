"""Lines drawn on a page → the tables they rule: lines → crossings → cells → tables.

The method and its tolerances are those of pdfplumber's table finder (strategy "lines"), after
A. Nurminen, Algorithmic extraction of data in tables in PDF documents (2013); it is written anew with
look-ups by position, because pdfplumber's compares every line with every other. A test holds the results
of the two equal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.strokes import Sides

# Points; pdfplumber's defaults.
TOLERANCE = 3.0
# Lines across times lines down; above this they are a drawing. The densest table page seen has 1,764.
MOST_CROSSINGS = 100_000

# A line after joining: where it lies, and from where to where it reaches.
Line = tuple[float, float, float]
_Point = tuple[float, float]


def sides_to_tables(sides: Sides) -> list[list[Rectangle]]:
    """The tables that lines rule, each as its cells, from top to bottom and left to right."""
    return _cells_to_tables(sides_to_cells(sides))


def sides_to_cells(sides: Sides) -> list[Rectangle]:
    """The smallest rectangles whose four sides are drawn, in order of left side, then top."""
    rows = join_lines((edge.top, edge.x0, edge.x1) for edge in sides.across)
    columns = join_lines((edge.x0, edge.top, edge.bottom) for edge in sides.down)
    if len(rows) * len(columns) > MOST_CROSSINGS:
        return []
    return _crossings_to_cells(*_crossings(rows, columns))


def sides_to_rules(sides: Sides, boxes: Sequence[Rectangle]) -> list[Line]:
    """The lines across (height, left and right end) that are no part of the tables in these boxes."""
    rules = join_lines((edge.top, edge.x0, edge.x1) for edge in sides.across)
    return [rule for rule in rules if not any(_touches(rule, box) for box in boxes)]


def _touches(rule: Line, box: Rectangle) -> bool:
    y, x0, x1 = rule
    left, top, right, bottom = box
    return top - TOLERANCE <= y <= bottom + TOLERANCE and x0 <= right + TOLERANCE and left <= x1 + TOLERANCE


def _cells_to_tables(cells: Sequence[Rectangle]) -> list[list[Rectangle]]:
    """Cells that touch at corners make a table; a lone one does not. From top to bottom, left to right."""
    by_corner: dict[_Point, list[int]] = defaultdict(list)
    for i, cell in enumerate(cells):
        for corner in _corners(cell):
            by_corner[corner].append(i)
    seen: set[int] = set()
    tables: list[list[Rectangle]] = []
    for i in range(len(cells)):
        if i in seen:
            continue
        seen.add(i)
        reached = [i]
        for j in reached:
            for corner in _corners(cells[j]):
                fresh = [k for k in by_corner.pop(corner, ()) if k not in seen]
                seen.update(fresh)
                reached.extend(fresh)
        if len(reached) > 1:
            tables.append([cells[j] for j in sorted(reached)])
    return sorted(tables, key=lambda table: min((top, x0) for x0, top, _, _ in table))


def _corners(cell: Rectangle) -> tuple[_Point, ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """Parallel lines drawn side by side as one at their mean, and pieces of one line as the whole."""
    groups: list[list[Line]] = []
    for line in sorted(lines):
        if groups and line[0] <= groups[-1][-1][0] + TOLERANCE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined for group in groups for joined in _join_pieces(group)]


def _join_pieces(group: Sequence[Line]) -> list[Line]:
    where = sum(line[0] for line in group) / len(group)
    pieces: list[list[float]] = []
    for start, end in sorted((line[1], line[2]) for line in group):
        if pieces and start <= pieces[-1][1] + TOLERANCE:
            pieces[-1][1] = max(pieces[-1][1], end)
        else:
            pieces.append([start, end])
    return [(where, start, end) for start, end in pieces if end - start >= TOLERANCE]


_Ends = dict[float, list[tuple[float, set[int]]]]


def _crossings(rows: Sequence[Line], columns: Sequence[Line]) -> tuple[_Ends, _Ends]:
    """The crossings on each column line and on each row line, in order, each with the lines it is on."""
    on_columns: dict[_Point, set[int]] = defaultdict(set)
    on_rows: dict[_Point, set[int]] = defaultdict(set)
    tops = [row[0] for row in rows]
    for i, (x, top, bottom) in enumerate(columns):
        first, last = bisect_left(tops, top - TOLERANCE), bisect_left(tops, bottom + TOLERANCE)
        while last < len(tops) and tops[last] <= bottom + TOLERANCE:
            last += 1
        for j in range(first, last):
            y, x0, x1 = rows[j]
            if x0 - TOLERANCE <= x <= x1 + TOLERANCE:
                on_columns[x, y].add(i)
                on_rows[x, y].add(j)
    by_x: _Ends = defaultdict(list)
    by_y: _Ends = defaultdict(list)
    for x, y in sorted(on_columns):
        by_x[x].append((y, on_columns[x, y]))
        by_y[y].append((x, on_rows[x, y]))
    return by_x, by_y


def _crossings_to_cells(by_x: _Ends, by_y: _Ends) -> list[Rectangle]:
    down = {(x, y): (i, lines) for x, ends in by_x.items() for i, (y, lines) in enumerate(ends)}
    right = {(x, y): (i, lines) for y, ends in by_y.items() for i, (x, lines) in enumerate(ends)}

    def cell_at(x: float, y: float) -> Rectangle | None:
        i, below = down[x, y]
        j, beside = right[x, y]
        for bottom, lines in by_x[x][i + 1 :]:
            if not lines & below:
                return None
            for x1, others in by_y[y][j + 1 :]:
                if not others & beside:
                    break
                corner = (x1, bottom)
                if (
                    corner in down
                    and down[corner][1] & down[x1, y][1]
                    and right[corner][1] & right[x, bottom][1]
                ):
                    return x, y, x1, bottom
        return None

    cells = (cell_at(x, y) for x, y in sorted(down))
    return [cell for cell in cells if cell is not None]
