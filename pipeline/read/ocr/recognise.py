"""A picture of a page → its lines and ruled tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.read.ocr.engine import Reading, Rect, hull, read_lines
from pipeline.read.ocr.ink import Ink, Picture, picture_to_ink, tilt, turned
from pipeline.read.ocr.lost import with_lost
from pipeline.read.ocr.misreadings import dashes_of_table, mend_reading
from pipeline.read.ocr.order import joined_rows, order
from pipeline.read.ocr.page import OcrCell, OcrLine, OcrPage, OcrTable
from pipeline.read.ocr.places import ink_height
from pipeline.read.ocr.red_head import join_red_head
from pipeline.read.ocr.ruled import RuledTable, ink_to_tables
from pipeline.read.ocr.rules import Page, rules_across
from pipeline.read.ocr.script import in_one_script
from pipeline.read.ocr.strips import Strip, black_strips, red_strips, table_strips
from pipeline.read.ocr.unruled import rows_to_tables

Printed = list[tuple[Rect, Reading]]

_LEAST_TILT = 0.08
# A reading less sure than this on average is a seal, a drawing or dirt, no words.
_LEAST_SURE = 0.5
# Average confidence: of 115 pages read upright, blurred scans among them, 0.985 and more; of eight on their side or
# upside down 0.16–0.88 (the highest for a table of single digits), and fewer characters were found.
_WELL_READ = 0.93
_TURNS = (0, 1, 3, 2)


def picture_to_page(picture: Picture, dpi: float) -> OcrPage:
    """Height x width x 3 (red, green, blue) at `dpi` dots an inch → what it says; boxes in points.

    A page that is hardly read as it lies is turned by quarters, and the best reading taken.
    """
    trials: list[tuple[OcrPage, list[float]]] = []
    for turns in _TURNS:
        page, sure = _page_as_it_lies(np.ascontiguousarray(np.rot90(picture, turns)), dpi)
        trials.append((page, sure))
        if not trials[0][1] or (sure and sum(sure) / len(sure) >= _WELL_READ):
            break
    return in_one_script(max(trials, key=lambda trial: sum(trial[1]))[0])


def _page_as_it_lies(picture: Picture, dpi: float) -> tuple[OcrPage, list[float]]:
    """(what the page says, the confidences of its characters, those of unlikely readings too)."""
    ink = _level(picture_to_ink(picture))
    tables, black = ink_to_tables(ink.black, dpi)
    page = rules_across(black, tables, dpi)
    black = page.ink
    found = _read(black_strips(black, tables, dpi))
    found += join_red_head(_read(red_strips(ink.red, [rect for rect, _ in found], dpi)))
    printed = [(rect, reading) for rect, reading in found if reading.confidence >= _LEAST_SURE]
    unsure = [rect for rect, reading in found if reading.text and reading.confidence < _LEAST_SURE]
    read_tables = [_read_table(black, table, dpi) for table in tables]
    ruled = list(zip((table.rect for table in tables), read_tables, strict=True))
    blocks = _in_order(printed, unsure, ruled, page)
    height, width = picture.shape[:2]
    sure = [c for _, reading in found for c in reading.confidences]
    sure += [
        c for table in read_tables for cell in table.cells for line in cell.lines for c in line.confidences
    ]
    return OcrPage(tuple(blocks), width * 72 / dpi, height * 72 / dpi), sure


def _in_order(
    printed: Printed, unsure: Sequence[Rect], tables: Sequence[tuple[Rect, OcrTable]], page: Page
) -> list[OcrLine | OcrTable]:
    places = [*(ink_height(page.ink, rect) for rect, _ in printed), *(rect for rect, _ in tables)]
    rows = joined_rows(order(places), places)
    words = [[printed[i] for i in members if i < len(printed)] for members in rows]
    found = rows_to_tables(words, unsure, page)
    first = {taken[0]: table for taken, table in found}
    gone = {n for taken, _ in found for n in taken}
    blocks: list[OcrLine | OcrTable] = []
    for n, members in enumerate(rows):
        if n in first:
            blocks.append(first[n])
        if words[n] and n not in gone:
            blocks.append(_line(words[n], page.dpi))
        blocks += [tables[i - len(printed)][1] for i in members if i >= len(printed)]
    return blocks


def _level(ink: Ink) -> Ink:
    degrees = tilt(ink.black)
    return ink if abs(degrees) < _LEAST_TILT else Ink(turned(ink.black, degrees), turned(ink.red, degrees))


def _read(strips: Sequence[Strip]) -> Printed:
    """What each strip says; the recogniser is asked for those whose shape does not tell it."""
    pictures = [strip.picture for strip in strips if not strip.dashes]
    readings = iter(with_lost(pictures, read_lines(pictures)))
    return [
        (
            strip.rect,
            _sure(strip.dashes) if strip.dashes else mend_reading(_without_paper(strip, next(readings))),
        )
        for strip in strips
    ]


def _without_paper(strip: Strip, reading: Reading) -> Reading:
    """The characters from where the line begins, not the paper laid around its picture."""
    paper = (strip.picture.shape[1] - strip.rect.width) / 2
    return replace(reading, starts=tuple(start - paper for start in reading.starts)) if paper else reading


def _sure(text: str) -> Reading:
    return Reading(text, (1.0,) * len(text))


def _read_table(black: Picture, table: RuledTable, dpi: float) -> OcrTable:
    strips = table_strips(black, table, dpi)
    readings = iter(_read([strip for cell in strips for strip in cell]))
    words = [[next(readings) for _ in of_cell] for of_cell in strips]
    words = dashes_of_table(table, words)
    return OcrTable(
        tuple(
            OcrCell(
                cell.row,
                cell.col,
                cell.row_span,
                cell.col_span,
                tuple(_line([pair], dpi) for pair in of_cell if pair[1].text),
            )
            for cell, of_cell in zip(table.cells, words, strict=True)
        ),
        *_points(table.rect, dpi),
    )


def _line(words: Printed, dpi: float) -> OcrLine:
    """Stretches of a line from left to right as one, a blank between them."""
    text = " ".join(reading.text for _, reading in words)
    confidences: list[float] = []
    for _, reading in words:
        confidences += [1.0] * bool(confidences) + list(reading.confidences)
    return OcrLine(text, tuple(confidences), *_points(hull([rect for rect, _ in words]), dpi))


def _points(rect: Rect, dpi: float) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (round(side * 72 / dpi, 1) for side in (rect.x0, rect.top, rect.x1, rect.bottom))
    return x0, top, x1, bottom
