"""Tables of a scanned page whose columns no drawn line parts: the words as recognised are laid by the reader of PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.read.ocr.engine import Reading, Rect
from pipeline.read.ocr.page import OcrCell, OcrLine, OcrTable
from pipeline.read.ocr.places import character_sides, character_widths, level_heights
from pipeline.read.ocr.proof import is_proved
from pipeline.read.ocr.rules import Page
from pipeline.read.pdf.aligned import grounds_to_found
from pipeline.read.pdf.bands import AlignedCell, Cells
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.grounds import Ground

Printed = Sequence[tuple[Rect, Reading]]


def rows_to_tables(rows: Sequence[Printed], page: Page) -> list[tuple[tuple[int, ...], OcrTable]]:
    """The tables that printed rows make, each with the indexes of its rows."""
    sure: list[float] = []
    every = iter(character_widths([pair for row in rows for pair in row]))
    levels = level_heights(rows, [[next(every) for _ in row] for row in rows], page.ink)
    lines = [
        [glyph for pair in row for glyph in _glyphs(pair, level, page, sure)]
        for row, level in zip(rows, levels, strict=True)
    ]
    shown = [n for n, line in enumerate(lines) if line]
    width = page.ink.shape[1] * 72 / page.dpi
    found = grounds_to_found([Ground([lines[n] for n in shown], page.rules, width)])[0]
    places = {glyph.ink: n for n in shown for glyph in lines[n]}
    tables, unread = [], list(found.unread)
    for table in found.tables:
        if is_proved(table):
            tables.append(_placed(table, places, sure))
        else:
            unread.append([lines[n] for n in _rows_of(table, places)])
    return tables + [_unread(part, places, sure) for part in unread]


def _rows_of(table: Cells, places: dict[int, int]) -> tuple[int, ...]:
    """The printed rows of a table."""
    return tuple(sorted({places[glyph.ink] for cell in table.cells for glyph in cell.glyphs}))


def _placed(table: Cells, places: dict[int, int], sure: Sequence[float]) -> tuple[tuple[int, ...], OcrTable]:
    cells = tuple(
        OcrCell(cell.row, cell.col, cell.row_span, cell.col_span, tuple(_line(cell, sure)))
        for cell in table.cells
    )
    return _rows_of(table, places), OcrTable(cells, *table.box)


def _unread(
    rows: Sequence[Sequence[Glyph]], places: dict[int, int], sure: Sequence[float]
) -> tuple[tuple[int, ...], OcrTable]:
    """What cannot be read, a printed line a row."""
    cells = [AlignedCell(n, 0, 1, 1, tuple(row)) for n, row in enumerate(rows)]
    boxes = [cell.box for cell in cells]
    table = OcrTable(
        tuple(OcrCell(cell.row, 0, 1, 1, tuple(_line(cell, sure))) for cell in cells),
        min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3], is_unread=True,
    )  # fmt: skip
    return tuple(sorted({places[glyph.ink] for row in rows for glyph in row})), table


def _line(cell: AlignedCell, sure: Sequence[float]) -> Iterator[OcrLine]:
    if cell.glyphs:
        yield OcrLine(cell.text, tuple(sure[g.ink] for g in cell.glyphs), *cell.box)


def _glyphs(
    pair: tuple[Rect, Reading], level: tuple[float, float], page: Page, sure: list[float]
) -> Iterator[Glyph]:
    """The characters of a stretch; the index of each into `sure` stands for its ink."""
    (rect, reading), scale = pair, 72 / page.dpi
    top, bottom = level[0] * scale, level[1] * scale
    sides = iter(character_sides(page.ink, rect, reading, level[1] - level[0]))
    for char, one in zip(reading.text, reading.confidences, strict=True):
        if not char.isspace():
            x0, x1 = next(sides)
            yield Glyph(char, x0 * scale, top, x1 * scale, bottom, bottom, len(sure))
            sure.append(one)
