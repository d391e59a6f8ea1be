"""Tables of a scanned page whose columns no drawn line parts: the words as recognised are laid by the reader of PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from pipeline.read.ocr.engine import Reading, Rect
from pipeline.read.ocr.page import OcrCell, OcrLine, OcrTable
from pipeline.read.ocr.places import character_sides, character_widths, level_heights
from pipeline.read.ocr.proof import is_proved
from pipeline.read.ocr.rules import Page
from pipeline.read.pdf.aligned import grounds_to_found
from pipeline.read.pdf.bands import AlignedCell, Cells
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.grounds import Ground
from pipeline.read.pdf.page_numbers import is_page_number, is_plain_number

Printed = Sequence[tuple[Rect, Reading]]


_HYPHENS, _NUMERALS = frozenset("-–—―"), frozenset("二三四五六七八九十")
# Of the height of a line as found: a hyphen is narrower.
_DASH = 0.4
# So many rows with so many stretches each are laid out like a table.
_FEWEST, _SEVERAL = 3, 3
# Lines are near one another within so many of their heights.
_NEAR = 1.5


def rows_to_tables(
    rows: Sequence[Printed], unsure: Sequence[Rect], page: Page
) -> list[tuple[tuple[int, ...], OcrTable]]:
    """The tables that printed rows make, each with the indexes of its rows; `unsure`: where words stand that were not read."""
    sure: list[float] = []
    rows = _with_dashes(rows)
    every = iter(character_widths([pair for row in rows for pair in row]))
    levels = level_heights(rows, [[next(every) for _ in row] for row in rows], page.ink)
    lines = [
        [glyph for pair in row for glyph in _glyphs(pair, level, page, sure)]
        for row, level in zip(rows, levels, strict=True)
    ]
    shown = [n for n, line in enumerate(lines) if line]
    width = page.ink.shape[1] * 72 / page.dpi
    ground = Ground([lines[n] for n in shown], page.rules, width, _page_numbers([lines[n] for n in shown]))
    found = grounds_to_found([ground])[0]
    places = {glyph.ink: n for n in shown for glyph in lines[n]}
    tables: list[tuple[tuple[int, ...], OcrTable]] = []
    unread = [{places[glyph.ink] for line in part for glyph in line} for part in found.unread]
    for table in found.tables:
        if is_proved(table) and not any(_is_in(table, rect, page.dpi) for rect in unsure):
            tables.append(_placed(table, places, sure))
        else:
            unread.append(set(_rows_of(table, places)))
    gone = {n for part in unread for n in part} | {n for taken, _ in tables for n in taken}
    unread += _in_columns([len(row) if n not in gone else 0 for n, row in enumerate(rows)])
    for part in unread:
        taken = {n for found_rows, _ in tables for n in found_rows}
        numbers = [n for n in _with_beside(part - taken, rows, levels) if n not in taken]
        tables += [_unread(numbers, lines, sure)] if numbers else []
    return tables


def _page_numbers(lines: Sequence[Sequence[Glyph]]) -> frozenset[int]:
    """The first and the last row where they are the number of the page: marks say so, or that it stands far from all others."""
    found = set()
    for n, beside in ((0, 1), (len(lines) - 1, len(lines) - 2)):
        if len(lines) < _FEWEST or not is_page_number(words := "".join(glyph.char for glyph in lines[n])):
            continue
        one, other = lines[n][0], lines[beside][0]
        gap = max(one.top - other.bottom, other.top - one.bottom)
        if not is_plain_number(words) or gap > _FEWEST * (one.bottom - one.top):
            found.add(n)
    return frozenset(found)


def _with_dashes(rows: Sequence[Printed]) -> list[Printed]:
    """A lone stroke as wide as most of a letter is a dash, whatever it was read as, but where 一、二、三 count."""
    lone = {reading.text for row in rows for _, reading in row if len(reading.text) == 1}
    strokes = _HYPHENS if lone & _NUMERALS else _HYPHENS | {"一"}
    usual = median([rect.height for row in rows for rect, _ in row] or [0])
    return [
        [
            (
                rect,
                replace(reading, text="—")
                if reading.text in strokes and rect.width > _DASH * usual
                else reading,
            )
            for rect, reading in row
        ]
        for row in rows
    ]


def _in_columns(counts: Sequence[int]) -> Iterator[set[int]]:
    """Runs of rows that say several things side by side and are of no table: what they say of what is not told."""
    for is_several, group in groupby(range(len(counts)), key=lambda n: counts[n] >= _SEVERAL):
        found = set(group)
        if is_several and len(found) >= _FEWEST:
            yield found


def _is_in(table: Cells, rect: Rect, dpi: float) -> bool:
    (x, y), (left, top, right, bottom) = rect.middle, table.box
    return left < x * 72 / dpi < right and top < y * 72 / dpi < bottom


def _with_beside(part: set[int], rows: Sequence[Printed], levels: Sequence[tuple[float, float]]) -> list[int]:
    """The rows of a table that is not read, and those near it with words apart: its upper headings, its last rows."""
    found = sorted(part)
    for step, end in ((-1, 0), (1, -1)):
        while found and 0 <= (n := found[end] + step) < len(rows) and len(rows[n]) > 1:
            upper, lower = sorted((levels[n], levels[found[end]]))
            if lower[0] - upper[1] > _NEAR * (lower[1] - lower[0]):
                break
            found = sorted([*found, n])
    return found


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
    numbers: Sequence[int], lines: Sequence[Sequence[Glyph]], sure: Sequence[float]
) -> tuple[tuple[int, ...], OcrTable]:
    """What cannot be read, a printed line a row."""
    cells = [AlignedCell(n, 0, 1, 1, tuple(lines[number])) for n, number in enumerate(numbers)]
    boxes = [cell.box for cell in cells]
    table = OcrTable(
        tuple(OcrCell(cell.row, 0, 1, 1, tuple(_line(cell, sure))) for cell in cells),
        min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3], is_unread=True,
    )  # fmt: skip
    return tuple(numbers), table


def _line(cell: AlignedCell, sure: Sequence[float]) -> Iterator[OcrLine]:
    if cell.glyphs:
        yield OcrLine(cell.text, tuple(sure[g.ink] for g in cell.glyphs), *cell.box)


def _glyphs(
    pair: tuple[Rect, Reading], level: tuple[float, float], page: Page, sure: list[float]
) -> Iterator[Glyph]:
    """The characters of a stretch; the index of each into `sure` stands for its ink."""
    rect, reading = pair
    scale = 72 / page.dpi
    top, bottom = level[0] * scale, level[1] * scale
    sides = iter(character_sides(page.ink, rect, reading, level[1] - level[0]))
    for char, one in zip(reading.text, reading.confidences, strict=True):
        if not char.isspace():
            x0, x1 = next(sides)
            yield Glyph(char, x0 * scale, top, x1 * scale, bottom, bottom, len(sure))
            sure.append(one)
