"""The notices of raw/ printed to PDF: hard-wrapped pages with numbers, ruled tables; the same facts as from text."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from pdf_fixtures import Drawn, drawn_to_pdf

from pipeline.extract import extract
from pipeline.model import Cell, Mended, Passage, Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.resolve import resolve
from pipeline.tables import mend

pytestmark = pytest.mark.usefixtures("here")

NOTICES = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))
SIZE, LEFT, LETTERS, PITCH = 16.0, 73.0, 28, 28.0
TOP, BOTTOM = 105.0, 742.0
SMALL = 8.0
CENTRED = {"title", "doc_number", "annex_title", "table_title"}
# What a line may not be broken in: numbers, words in Latin letters.
PIECE = regex.compile(r"[0-9A-Za-z.%]+[，。、；：）〕》]*|.[，。、；：）〕》”]*")


class Printed:
    """A notice as it is printed: A4, 22 lines of 28 letters, the page number at the foot."""

    def __init__(self, mended: Mended) -> None:
        self.pages: list[Drawn] = []
        self.at = BOTTOM
        inside: list[tuple[int, Passage | Table]] = [
            (passage.places[0], passage)
            for passage in mended.outline.passages
            if passage.places and passage.role != "furniture"
        ]
        inside += [(table.span.start, table) for table in mended.tables]
        for _, part in sorted(inside, key=lambda pair: pair[0]):
            if isinstance(part, Table):
                self.table(part)
            else:
                self.passage(part)

    def room(self, height: float) -> Drawn:
        if self.at + height > BOTTOM:
            self.pages.append(Drawn())
            self.at = TOP
            self.pages[-1].text(f"- {len(self.pages)} -", 280, 780, 12)
        return self.pages[-1]

    def passage(self, passage: Passage) -> None:
        if passage.role in CENTRED:
            for line in wrapped(passage.text, LETTERS - 4, 0):
                page = self.room(PITCH)
                page.text(line, LEFT + (LETTERS - len(line)) * SIZE / 2, self.at, SIZE)
                self.at += PITCH
            return
        if passage.role in ("signature", "written_date"):
            self.room(PITCH).text(
                passage.text, LEFT + (LETTERS - 4 - len(passage.text)) * SIZE, self.at, SIZE
            )
            self.at += PITCH
            return
        indent = 0 if passage.role == "recipients" else 2
        for i, line in enumerate(wrapped(passage.text, LETTERS, indent)):
            page = self.room(PITCH)
            page.text(line, LEFT + (indent * SIZE if i == 0 else 0), self.at, SIZE)
            self.at += PITCH

    def table(self, table: Table) -> None:
        """Rows held together by merged cells stay on one page; columns as wide as their longest cells need."""
        grid = table.grid()
        widths = [min(max(longest(grid, j), 3), 12) for j in range(table.n_cols)]
        unit = LETTERS * SIZE / sum(widths)
        small = min(SMALL, unit)
        xs = [LEFT + unit * sum(widths[:j]) for j in range(table.n_cols + 1)]
        heights = [row_height(row, widths, small) for row in grid]
        for n, (first, last) in enumerate(held := blocks(table)):
            # A heading is not left alone at the foot of a page.
            together = held[min(table.header_rows, len(held) - 1)][1] if n == 0 else last
            self.room(sum(heights[first:together]))
            page = self.pages[-1]
            tops = [self.at + sum(heights[first:i]) for i in range(first, last + 1)]
            for cell in table.cells:
                if first <= cell.row < last:
                    draw(page, cell, xs, tops, first, small, widths)
            self.at = tops[-1]
        self.at += PITCH


def wrapped(text: str, letters: int, indent: int) -> list[str]:
    lines, room = [""], letters - indent
    for piece in PIECE.findall(text):
        if len(lines[-1]) + len(piece) > room:
            lines.append("")
            room = letters
        lines[-1] += piece
    return lines


def longest(grid: list[list[Cell | None]], j: int) -> int:
    return max((len(cell.text) for row in grid if (cell := row[j]) and cell.col_span == 1), default=3)


def row_height(row: list[Cell | None], widths: list[int], small: float) -> float:
    lines = [
        len(wrapped(cell.text, sum(widths[cell.col : cell.col + cell.col_span]) - 1, 0))
        for cell in row
        if cell and cell.row_span == 1
    ]
    return (max(lines, default=1) + 1) * small * 1.3


def blocks(table: Table) -> list[tuple[int, int]]:
    inner = {i for cell in table.cells for i in range(cell.row + 1, cell.row + cell.row_span)}
    return list(pairwise([i for i in range(table.n_rows + 1) if i not in inner]))


def draw(
    page: Drawn, cell: Cell, xs: list[float], tops: list[float], first: int, small: float, widths: list[int]
) -> None:
    x0, x1 = xs[cell.col], xs[cell.col + cell.col_span]
    top, bottom = tops[cell.row - first], tops[cell.row - first + cell.row_span]
    page.box(x0, top, x1, bottom)
    for k, line in enumerate(wrapped(cell.text, sum(widths[cell.col : cell.col + cell.col_span]) - 1, 0)):
        page.text(line, x0 + small / 3, top + small / 2 + 1.3 * small * k, small)


def facts(mended: Mended) -> Counter[str]:
    """Every fact with all its columns but the one that is a place in the text."""
    told: Counter[str] = Counter()
    for fact in resolve(extract(mended)).facts:
        values = sorted((k, str(v)) for k, v in fact.values.items())
        told[f"{fact.table} {fact.clause_id} {fact.row} {values}"] += 1
    return told


def cells(mended: Mended) -> list[list[tuple[object, ...]]]:
    return [
        [(c.row, c.col, c.row_span, c.col_span, c.role, c.text) for c in table.cells]
        for table in mended.tables
    ]


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_print_gives_the_facts_of_the_text(path: Path, tmp_path: Path) -> None:
    from_text = mend(outline(read(path, path.stem, {})))
    file = tmp_path / f"{path.stem}.pdf"
    file.write_bytes(drawn_to_pdf(Printed(from_text).pages))
    from_print = mend(outline(read(file, path.stem, {})))
    assert facts(from_text), "nothing to compare"
    assert cells(from_print) == cells(from_text)
    assert facts(from_print) == facts(from_text)
    block = from_text.outline.title_block
    assert (from_print.outline.title_block.title, from_print.outline.title_block.doc_number) == (
        block.title,
        block.doc_number,
    )
