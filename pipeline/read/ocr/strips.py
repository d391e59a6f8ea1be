"""Pictures of single lines, cut out of a page: of its text, of its red head, of the cells of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from pipeline.read.ocr.cells import bands_to_lines, cell_to_bands, line_height, with_faint_ends, with_margin
from pipeline.read.ocr.dashes import strokes_to_dashes
from pipeline.read.ocr.engine import Rect, find_lines
from pipeline.read.ocr.ink import Picture
from pipeline.read.ocr.missed import missed_marks
from pipeline.read.ocr.ruled import RuledTable

# Lines are looked for at this resolution (in half the time of 150, the same 19 of 19 lines) and read at the full one.
_LOOK_DPI = 110
# A page whose red ink is less than this share of it has no red head, only dirt.
_LEAST_RED_SHARE = 0.0005
# How far beside a line (in its heights) a mark may stand that belongs to it.
_REACH = 2.0
# Stretches that share so much of their height stand beside one another.
_LEVEL = 0.15
# A line of one or two figures is no wider than so many of its heights.
_LONE = 1.5
# Lines one below the other are so many times as high as one; letters take so much of the height of a line as found.
_STACKED, _OF_LETTERS = 1.7, 0.7
# Inches: a seal is 1.4 to 2 across; what stands in it are its own words, set in an arc.
_SEAL = (1.2, 2.4)
_ROUND = (0.75, 1.35)


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of a printed line: where it stands and what it shows (0 is ink, 255 paper).

    `dashes` is what it says if its shape alone tells that.
    """

    rect: Rect
    picture: Picture
    dashes: str = ""


def black_strips(ink: Picture, tables: Sequence[RuledTable], dpi: float) -> list[Strip]:
    """The black lines outside `tables`, in no order. `ink` is without drawn lines."""
    black = ink.copy()
    for table in tables:
        black[table.rect.top : table.rect.bottom, table.rect.x0 : table.rect.x1] = 255
    found = [] if black.min() == 255 else find_lines(black, _LOOK_DPI / dpi)
    found = widened(one_line_each([rect for rect in found if rect.width and rect.height], black, dpi), black)
    missed = missed_marks(black, found)
    return [Strip(rect, _line_picture(black, rect)) for rect in found] + [
        Strip(rect, with_margin(rect, rect.height, black), dashes) for rect, dashes in missed
    ]


def one_line_each(rects: Sequence[Rect], black: Picture, dpi: float) -> list[Rect]:
    """Single characters one below the other in a column (个 座 %) are found as one: each is a line."""
    usual = median(rect.height for rect in rects) if rects else 0.0
    lines: list[Rect] = []
    for rect in rects:
        bands = cell_to_bands(_cut(black, rect), dpi) if rect.height >= _STACKED * usual else []
        parts = bands_to_lines(bands, _OF_LETTERS * usual)
        lines += [_moved(part, rect) for part in parts] if len(parts) > 1 else [rect]
    return lines


def _moved(part: Rect, rect: Rect) -> Rect:
    """A part of a rectangle on the page, with a pixel or two of paper."""
    top, bottom = max(rect.top, rect.top + part.top - 2), min(rect.bottom, rect.top + part.bottom + 2)
    return Rect(rect.x0 + part.x0, top, rect.x0 + part.x1, bottom)


def _line_picture(black: Picture, rect: Rect) -> Picture:
    """A lone letter or figure has paper laid around it: cut close it is read twice (2 → 22)."""
    return with_margin(rect, rect.height, black) if rect.width < _LONE * rect.height else _cut(black, rect)


def widened(rects: Sequence[Rect], black: Picture) -> list[Rect]:
    """Each line taken on to what is printed beside it: dashes around page numbers, marks at its ends are missed."""
    wide = []
    for rect in rects:
        beside = [r for r in rects if r is not rect and _are_level(r, rect)]
        reach = round(_REACH * rect.height)
        left = max([rect.x0 - reach, 0, *(r.x1 for r in beside if r.x1 <= rect.middle[0])])
        right = min([rect.x1 + reach, black.shape[1], *(r.x0 for r in beside if r.x0 >= rect.middle[0])])
        inked = np.flatnonzero((black[rect.top : rect.bottom, left:right] < 128).any(axis=0))
        first, last = (left + int(inked[0]), left + int(inked[-1]) + 1) if len(inked) else (rect.x0, rect.x1)
        wide.append(Rect(max(0, min(rect.x0, first - 3)), rect.top, max(rect.x1, last + 3), rect.bottom))
    return wide


def _are_level(one: Rect, other: Rect) -> bool:
    """Beside one another at some height: lines of cells may be half a line apart."""
    return min(one.bottom, other.bottom) - max(one.top, other.top) > _LEVEL * other.height


def red_strips(red: Picture, black: Sequence[Rect], dpi: float) -> list[Strip]:
    """The red lines that stand neither in a seal nor where a `black` one does, in no order."""
    if float((red < 255).mean()) < _LEAST_RED_SHARE:
        return []
    seals = _seals(red, dpi)
    found = [rect for rect in find_lines(red, _LOOK_DPI / dpi) if rect.width and rect.height]
    free = [rect for rect in found if not any(place.holds(rect.middle) for place in (*seals, *black))]
    return [Strip(rect, _cut(red, rect)) for rect in free]


def _seals(red: Picture, dpi: float) -> list[Rect]:
    """Round patches of red as large as a seal."""
    small = cv2.resize(red, None, fx=72 / dpi, fy=72 / dpi, interpolation=cv2.INTER_AREA)
    mask = cv2.morphologyEx((small < 230).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    scale = dpi / 72
    seals = []
    for n in range(1, count):
        x, y, width, height = (int(v) for v in stats[n][:4])
        if all(_SEAL[0] * 72 <= side <= _SEAL[1] * 72 for side in (width, height)) and (
            _ROUND[0] <= width / height <= _ROUND[1]
        ):
            corners = (x * scale, y * scale, (x + width) * scale, (y + height) * scale)
            seals.append(Rect(*(round(corner) for corner in corners)))
    return seals


def _cut(picture: Picture, rect: Rect) -> Picture:
    return np.ascontiguousarray(picture[rect.top : rect.bottom, rect.x0 : rect.x1])


def table_strips(black: Picture, table: RuledTable, dpi: float) -> list[list[Strip]]:
    """The lines in each cell of `table`, from top to bottom; none where a cell is empty."""
    cells = [_cut(black, cell.rect) for cell in table.cells]
    bands = [cell_to_bands(cell, dpi) for cell in cells]
    usual = line_height([band for of_cell in bands for band in of_cell], dpi)
    return [
        list(_cell_strips(picture, _lines(picture, of_cell, usual), cell.rect, usual))
        for picture, of_cell, cell in zip(cells, bands, table.cells, strict=True)
    ]


def _lines(picture: Picture, bands: Sequence[Rect], usual: float) -> list[Rect]:
    return [with_faint_ends(line, picture, usual) for line in bands_to_lines(bands, usual)]


def _cell_strips(picture: Picture, lines: Sequence[Rect], cell: Rect, usual: float) -> Iterator[Strip]:
    for line in lines:
        place = Rect(line.x0 + cell.x0, line.top + cell.top, line.x1 + cell.x0, line.bottom + cell.top)
        dashes = strokes_to_dashes(_cut(picture, line), usual)
        yield Strip(place, with_margin(line, usual, picture), dashes)
