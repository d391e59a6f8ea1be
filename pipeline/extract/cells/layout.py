"""A mended table as extract reads it: columns with their meaning, rows with their label, places of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.cells.group_sums import with_groups_of_sums
from pipeline.extract.cells.meanings import LABELS, column_meaning, name_rows
from pipeline.extract.cells.over_tables import Over
from pipeline.language.cells import is_dash, number, year, year_within
from pipeline.language.folding import fold
from pipeline.language.heading_units import are_units, path_unit, without_unit_line
from pipeline.language.ranked_headings import deepest_indicators
from pipeline.language.value_cells import value_cell
from pipeline.model import Cell, Span, Table

#: What lowers the confidence of what is read from a table: one with two readings is published as printed.
READINGS = {"certified": 1.0, "consistent": 1.0, "unverified": 1.0, "ambiguous": 0.6}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: headings from top to bottom, what it holds, unit and year that its headings name."""

    index: int
    path: tuple[str, ...]
    meaning: str
    unit: str | None
    year: int | None

    @property
    def heading(self) -> str:
        """The lowest of its headings; "" where it has none."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, eq=False)
class Layout:
    """A table with its columns read once; the same as another only if it is that one, so that asking for it is cheap."""

    table: Table
    over: Over = Over()  # noqa: RUF009

    @cached_property
    def grid(self) -> list[list[Cell | None]]:
        return self.table.grid()

    @cached_property
    def doubts(self) -> bool:
        """It is known of which rows more than one reading is left."""
        return any(cell.doubt for cell in self.table.cells)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        paths = self.table.paths()
        meanings = deepest_indicators(
            [column_meaning(paths, j, self.texts(j)) for j in range(len(paths))], paths
        )
        last = self.table.header_rows - 1
        below = are_units([c.text for c in self.table.cells if c.row == last and c.text])
        return tuple(
            Column(
                j,
                without_unit_line(path) if below else path,
                meanings[j],
                path_unit(path, below),
                _path_year(path),
            )
            for j, path in enumerate(paths)
        )

    def texts(self, col: int) -> list[str]:
        """The filled cells of a column, those merged over several rows in each."""
        return [cell.text for row in self.body_grid() if (cell := row[col]) is not None and cell.text]

    @cached_property
    def label_columns(self) -> tuple[int, ...]:
        """Columns that name the row: by their headings, else the first column of words."""
        numbers = [j for j, c in enumerate(self.columns) if c.meaning == "row_number"]
        named = [c.index for c in self.columns if c.meaning in LABELS and name_rows(self.texts(c.index))]
        if "task" in {self.columns[j].meaning for j in named}:
            tasks = [j for j in named if self.columns[j].meaning == "task"]
            named = [j for j in named if j not in tasks[1:]]
        named = named or [j for j in range(self.table.n_cols) if j not in numbers][:1]
        return (*named, *self._telling_apart(named)) if named else ()

    def _telling_apart(self, named: list[int]) -> Iterator[int]:
        """第一组 | 东镇 over 第一组 | 西镇: where several rows have the same labels, the column of words behind them that has
        no meaning of its own and other words in every row names them too."""
        labels = [tuple(cell.text if (cell := row[j]) else "" for j in named) for row in self._plain_rows()]
        after = max(named) + 1
        if len(set(labels)) == len(labels) or after >= self.table.n_cols or self.columns[after].meaning:
            return
        words = [cell.text if (cell := row[after]) else "" for row in self._plain_rows()]
        if all(words) and len(set(words)) == len(words) and not any(map(value_cell, words)):
            yield after

    def _plain_rows(self) -> list[list[Cell | None]]:
        totals = {cell.row for cell in self.table.cells if cell.role == "total"}
        return [self.grid[i] for i in self.rows() if i not in totals]

    def body_grid(self) -> list[list[Cell | None]]:
        return [self.grid[i] for i in self.rows()]

    def rows(self) -> list[int]:
        """Indexes of body and total rows."""
        return self._rows

    @cached_property
    def _rows(self) -> list[int]:
        roles = {cell.row: cell.role for cell in self.table.cells}
        for i in range(self.table.n_rows):
            roles.setdefault(i, roles.get(i - 1, "header"))
        return [i for i in range(self.table.n_rows) if roles[i] in ("body", "total")]

    def labels(self, row: int) -> list[str]:
        """The words that name a row, of all label columns, the innermost last."""
        return self._labels[row]

    @cached_property
    def _labels(self) -> list[list[str]]:
        def texts(cells: Iterable[Cell | None]) -> list[str]:
            return list(dict.fromkeys(cell.text for cell in cells if cell and cell.text))

        cols = self.label_columns
        return with_groups_of_sums(self.grid, [texts(r[j] for j in cols) or texts(r[:2]) for r in self.grid])

    def label(self, row: int) -> str:
        return "/".join(self.labels(row))

    def name(self, row: int) -> str:
        """The innermost label of a row: the indicator, the task."""
        return next(reversed(self.labels(row)), "")

    def cells(self, row: int) -> Iterator[tuple[Cell, Column]]:
        """Cells that begin in a row or reach into it, with their first column."""
        return iter(self._cells[row])

    @cached_property
    def _cells(self) -> list[list[tuple[Cell, Column]]]:
        def begun(row: list[Cell | None]) -> list[tuple[Cell, Column]]:
            first: dict[tuple[int, int], tuple[Cell, Column]] = {}
            for cell, column in zip(row, self.columns, strict=True):
                if cell is not None and cell.text:
                    first.setdefault((cell.row, cell.col), (cell, column))
            return list(first.values())

        return [begun(row) for row in self.grid]

    @cached_property
    def _own_parts(self) -> dict[int, list[Span]]:
        """By row: what the cells that begin in it were printed as."""
        parts: dict[int, list[Span]] = {}
        for cell in self.table.cells:
            parts.setdefault(cell.row, []).extend(cell.parts)
        return parts

    def row_span(self, row: int) -> Span:
        """From the first to the last character printed in a row, labels that reach down left out."""
        parts = self._own_parts.get(row) or [part for cell, _ in self.cells(row) for part in cell.parts]
        return Span(min(p.start for p in parts), max(p.end for p in parts))


def _path_year(path: tuple[str, ...]) -> int | None:
    years = (*map(year, reversed(path)), *map(year_within, reversed(path)))
    return next((y for y in years if y), None)


def cell_span(cell: Cell) -> Span:
    return Span(min(p.start for p in cell.parts), max(p.end for p in cell.parts))


def is_prose(text: str) -> bool:
    """More than a dash or a bare number."""
    return bool(text) and not is_dash(text) and number(text) is None


def places(cell: Cell, source: str) -> tuple[int, ...]:
    """The source offset of every character of a cell; one that was put in (、) has the next one's."""
    offsets = [i for part in cell.parts for i in range(part.start, part.end) if not source[i].isspace()]
    if [source[i] for i in offsets] == [*cell.text]:
        return tuple(offsets)

    def is_here(at: int, char: str) -> bool:
        return fold(source[offsets[at]]) == fold(char)

    found, at = list[int](), 0
    for char in cell.text:
        if at < len(offsets) and is_here(at, char):
            found.append(offsets[at])
            at += 1
        elif char.isspace() or char == "、":
            found.append(offsets[min(at, len(offsets) - 1)])
        else:
            # Markup or a folded sign between: go on to the next place that agrees.
            at = next((k for k in range(at, len(offsets)) if is_here(k, char)), min(at, len(offsets) - 1)) + 1
            found.append(offsets[at - 1])
    return tuple(found)
