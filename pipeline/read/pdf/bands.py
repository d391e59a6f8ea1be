"""Printed rows with their columns → the cells of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.language.cells import is_total
from pipeline.read.pdf.cell_runs import WHOLE, Ends, Runs
from pipeline.read.pdf.extents import Columns
from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import Chunk, Printed
from pipeline.read.pdf.heading_spans import lines_to_headings
from pipeline.read.pdf.labels import Band, Placed, grouped_to_placed, spread_over_bands
from pipeline.read.pdf.lattice import Line
from pipeline.read.pdf.row_groups import Grouped, is_one_row, lines_to_rows, one_row
from pipeline.read.pdf.ruled_rows import ruled_rows
from pipeline.read.pdf.settings import Reach, Setting

# What stands in the middle of a table does so within so many points; what begins where its column does, within this share
# of a letter: fonts leave up to 0.13 free at the left side of one.
_CENTRED, _LEFT = 2.0, 0.2


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell where it stands, and its glyphs."""

    row: int
    col: int
    row_span: int
    col_span: int
    glyphs: tuple[Glyph, ...]

    @property
    def box(self) -> Rectangle:
        return (
            min(g.x0 for g in self.glyphs),
            min(g.top for g in self.glyphs),
            max(g.x1 for g in self.glyphs),
            max(g.bottom for g in self.glyphs),
        )

    @property
    def text(self) -> str:
        return "".join(g.char for g in self.glyphs)


@dataclass(frozen=True)
class Cells:
    """A table: its cells, where its columns part (both sides too), and whether its rows were a matter of judgement."""

    cells: tuple[AlignedCell, ...]
    edges: tuple[float, ...]
    is_guessed: bool

    @cached_property
    def box(self) -> Rectangle:
        boxes = [cell.box for cell in self.cells]
        return self.edges[0], min(b[1] for b in boxes), self.edges[-1], max(b[3] for b in boxes)

    def has_middles(self) -> bool:
        """Whether a cell over several rows begins lower than the first of them."""
        tops = {row: min(c.box[1] for c in self.cells if c.row == row) for row in {c.row for c in self.cells}}
        return any(c.row_span > 1 and c.row and c.box[1] - tops[c.row] > _line(c) / 2 for c in self.cells)

    def texts(self) -> list[list[str]]:
        """What each place says; a spanning cell says it in each."""
        rows = [[""] * (len(self.edges) - 1) for _ in range(max(c.row + c.row_span for c in self.cells))]
        for cell in self.cells:
            for i in range(cell.row, cell.row + cell.row_span):
                for j in range(cell.col, cell.col + cell.col_span):
                    rows[i][j] = cell.text
        return rows


def _line(cell: AlignedCell) -> float:
    """How high a line of a cell is."""
    return cell.glyphs[0].bottom - cell.glyphs[0].top


class Told(NamedTuple):
    """What is known of a table's part on one page: whether its first band is headings, how it begins and ends, and the
    rules across the page."""

    is_headed: bool = True
    ends: Ends = WHOLE
    rules: Sequence[Line] = ()


TOLD = Told()


def bands_to_cells(
    bands: Sequence[Sequence[Printed]], columns: Columns, setting: Setting, told: Told = TOLD
) -> Cells | None:
    """The cells of the headings (the first band, if `told` so) and of the bands between rules below them; None if
    one is empty, or it is not told which rows a cell stands for."""
    headings, body = bands[: told.is_headed], [band for band in bands[told.is_headed :] if band]
    if not (all(headings) and body):
        return None
    cells = [
        AlignedCell(*heading) for band in headings for heading in lines_to_headings(band, columns.extents)
    ]
    n_rows = max((cell.row + cell.row_span for cell in cells), default=0)
    tables = []
    for n, band in enumerate(body):
        begun, ended, has_middles = told.ends
        ends = Ends(begun or n > 0, ended or n + 1 < len(body), has_middles)
        runs = Runs(columns.spread(band), columns.edges, setting, ends)
        found = ruled_rows(runs, columns.extents, told.rules) or _rows(runs, len(body) > 1)
        if found is None or _overlap(found[1]):
            return None
        tables.append(Band(runs, found[0], tuple(found[1])))
    for table in spread_over_bands(tables):
        cells += _cells(table, columns, n_rows)
        n_rows += len(table.grouped.rows)
    return Cells(tuple(cells), columns.edges, any(not table.grouped.is_sure for table in tables))


def _rows(runs: Runs, is_ruled: bool) -> tuple[Grouped, list[Placed]] | None:
    """The rows and cells of a band; where there are more rules than a three-line table has, each band is a row."""
    grouped = one_row(runs) if is_ruled and is_one_row(runs) else lines_to_rows(runs)
    placed = grouped_to_placed(runs, grouped)
    return None if placed is None else (grouped, placed)


def _overlap(placed: Sequence[Placed]) -> bool:
    """Some words of a row reach into a column that has words of its own there."""
    places = Counter(
        (row, col)
        for cell in placed
        for row in range(cell.first, cell.end)
        for col in range(cell.reach[0], sum(cell.reach))
    )
    return any(count > 1 for count in places.values())


def _cells(band: Band, columns: Columns, above: int) -> Iterable[AlignedCell]:
    runs, n_cols = band.runs, len(columns.edges) - 1
    by_row: dict[int, list[Placed]] = {}
    for cell in band.cells:
        by_row.setdefault(cell.first, []).append(cell)
    covered = Counter(n for cell in band.cells for n in range(cell.first, cell.end))
    for cell in band.cells:
        (col, span), first, end = cell.reach, cell.first, cell.end
        chunks = [chunk for i in cell.lines for chunk in runs.lines[i].cells[col, span]]
        if end == first + 1 and covered[first] == 1 and _stands_over_all((col, span), chunks, columns.edges):
            col, span = 0, n_cols
        elif is_total("".join(chunk.text for chunk in chunks)):
            beside = min(
                (other.reach[0] for other in by_row[first] if other.reach[0] > col), default=col + span
            )
            begins = _begins_alike(runs, (col, span), columns.extents[col][0])
            col, span = _total_reach(chunks, (col, beside), columns, begins)
        glyphs = tuple(glyph for chunk in chunks for glyph in chunk.glyphs)
        yield AlignedCell(above + first, col, end - first, span, glyphs)


def _begins_alike(runs: Runs, reach: Reach, left: float) -> bool:
    """All that a column says begins at its left side."""
    first = [runs.lines[i].cells[reach][0] for i in runs.own(reach)]
    return all(
        abs(chunk.x0 - left) <= _LEFT * (chunk.glyphs[0].bottom - chunk.glyphs[0].top) for chunk in first
    )


def _total_reach(chunks: Sequence[Chunk], within: Reach, columns: Columns, begins: bool) -> Reach:
    """合计 stands in the middle of the columns left of the figures: of all, or of some behind a label; where what its column
    says `begins` at its left side, and so does it, it is of that column."""
    own, end = within
    middle = (chunks[0].x0 + chunks[-1].x1) / 2
    starts, right = columns.extents[: own + 1], columns.extents[min(end, len(columns.extents)) - 1][1]
    off = [abs(start + right - 2 * middle) for start, _ in starts]
    near = min(off) + 2 * (chunks[0].glyphs[0].x1 - chunks[0].glyphs[0].x0)
    first = own if begins else next(n for n, distance in enumerate(off) if distance <= near)
    return first, end - first


def _stands_over_all(reach: Reach, chunks: Sequence[Chunk], edges: Sequence[float]) -> bool:
    """The only words of a row reach over several columns, or stand in the middle of the table and not of their column."""
    middle = (min(c.x0 for c in chunks) + max(c.x1 for c in chunks)) / 2
    own = (edges[reach[0]] + edges[sum(reach)]) / 2
    whole = (edges[0] + edges[-1]) / 2
    return len(edges) > 2 and (reach[1] > 1 or (abs(middle - whole) <= _CENTRED < abs(middle - own)))
