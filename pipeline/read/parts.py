"""What a reader hands over, and the text it grows while it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.language import patterns
from pipeline.model import Box, Grid, Issue, Page, Piece, Repair, Span, TextQuality

_LINE_END = patterns.compile(r"[ \t]*(?:\r\n|[\n\r\f\v\u0085\u2028\u2029])[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields of a Document that a reader fills; meanings as there. `read` adds name and hash."""

    text: str
    media_type: str
    layout: Literal["lines", "paragraphs"] = "lines"
    encoding: str = ""
    pages: tuple[Page, ...] = ()
    grids: tuple[Grid, ...] = ()
    boxes: tuple[Box, ...] = ()
    text_quality: TextQuality = "clean"
    doubtful: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()
    starts: tuple[int, ...] = ()


class Place(NamedTuple):
    """A rectangle on a page (1-based): points from the page's upper left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class CellText:
    """A printed cell: its words, its upper left position in the table (0-based), how far it reaches."""

    text: str
    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    place: Place | None = None


@dataclass(slots=True)
class TextBuilder:
    """The text of a Document as it grows, with the boxes, tables and pages that point into it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    boxes: list[Box] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    def add_line(self, line: str, place: Place | None = None) -> Span:
        """Appends a line (or a whole paragraph) and its line end; gives back where its words stand.

        Line ends inside become one space. An empty line is kept as such.
        """
        span = self._add(as_one_line(line), place)
        self._part("\n")
        return span

    def add_grid(
        self,
        cells: Sequence[CellText],
        is_guessed: bool = False,
        as_printed: bool = False,
        is_unread: bool = False,
    ) -> Grid | None:
        """Appends a table row by row; cells parted by tabs, a merged one printed where it begins.

        Cells may come in any order; a position that none reaches is empty, one that two claim is the
        first one's (in order of rows and columns). A line end inside a cell stays: two figures one under
        the other are two. `as_printed`: the file says each cell, blank ones too, so a row ends with its last
        one. None if there is no cell.
        """
        if not cells:
            return None
        laid = owners(cells)
        start = self.length
        pieces: dict[tuple[int, int], Piece] = {}
        for i, row in enumerate(laid):
            for j, cell in enumerate(row):
                if j:
                    self._part("\t")
                begins = cell is not None and (i, j) == (cell.row, cell.col)
                words = as_lines(cell.text.replace("\t", " ")) if cell and begins else ""
                pieces[i, j] = Piece(words, self._add(words, cell.place if cell and words else None))
            self._part("\n")
        ends = [end_of_row(row) if as_printed else len(row) for row in laid]
        rows = tuple(
            tuple(pieces[(c.row, c.col) if c is not None else (i, j)] for j, c in enumerate(row[: ends[i]]))
            for i, row in enumerate(laid)
        )
        grid = Grid(rows, Span(start, self.length - 1), is_guessed, is_unread)
        self.grids.append(grid)
        return grid

    def end_page(self, width: float | None = None, height: float | None = None, done: str = "text") -> None:
        """Ends the page that holds everything added since the last one ended."""
        start = self.pages[-1].span.end if self.pages else 0
        self.pages.append(Page(len(self.pages) + 1, Span(start, self.length), width, height, done))

    def text(self) -> str:
        return "".join(self.parts)

    def _part(self, mark: str) -> None:
        self.parts.append(mark)
        self.length += len(mark)

    def _add(self, words: str, place: Place | None) -> Span:
        span = Span(self.length, self.length + len(words))
        if words:
            self.parts.append(words)
            self.length = span.end
            if place is not None:
                self.boxes.append(Box(span, place.page, place.x0, place.top, place.x1, place.bottom))
        return span


def as_one_line(words: str) -> str:
    """`words` with each line end inside (and the blanks around it) as one space."""
    return words if words.isprintable() else _LINE_END.sub(" ", words)


def as_lines(words: str) -> str:
    """`words` with each line end inside (and the blanks and empty lines around it) as one "\\n"."""
    words = words.strip()
    return words if words.isprintable() else _LINE_END.sub("\n", words)


def end_of_row(row: Sequence[CellText | None]) -> int:
    """One past the last position that a cell reaches."""
    return max((j + 1 for j, cell in enumerate(row) if cell is not None), default=0)


def owners(cells: Sequence[CellText]) -> list[list[CellText | None]]:
    """n_rows x n_cols: the cell that reaches each position.

    A cell whose own beginning is taken by another is left with none; one reaching over another's
    place is cut short there.
    """
    n_rows = max(cell.row + cell.row_span for cell in cells)
    n_cols = max(cell.col + cell.col_span for cell in cells)
    laid: list[list[CellText | None]] = [[None] * n_cols for _ in range(n_rows)]
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.col))
    for cell in ordered:
        if laid[cell.row][cell.col] is None:
            laid[cell.row][cell.col] = cell
    for cell in ordered:
        if laid[cell.row][cell.col] is not cell:
            continue
        for i in range(cell.row, cell.row + cell.row_span):
            for j in range(cell.col, cell.col + cell.col_span):
                if laid[i][j] is None:
                    laid[i][j] = cell
    return laid
