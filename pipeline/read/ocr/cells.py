"""Pictures of cells → pictures of the lines printed in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import cv2
import numpy as np

from pipeline.read.ocr.engine import Rect
from pipeline.read.ocr.ink import Picture

# In inches: a speck of a scan is smaller than a full stop; the smallest print has 6 points.
_SPECK = 0.012
_SMALLEST_PRINT = 0.06
# A blurred scan leaves thin strokes pale: what is pale counts where it hangs together with something darker.
_FAINT, _PALE, _DARK = 245, 225, 200
# A line of text is at most this much higher than its usual height (brackets, a tall stroke).
_TALLEST = 1.35
_MARGIN = 0.25


def cell_to_bands(ink: Picture, dpi: float) -> list[Rect]:
    """Rectangles of ink in a cell, one a stretch of rows between blank rows, specks left out."""
    mask = (ink < _PALE).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    dark = set(np.unique(labels[ink < _DARK]).tolist())
    least = _SPECK * dpi
    kept = [n for n in range(1, count) if n in dark and max(int(stats[n][2]), int(stats[n][3])) >= least]
    if not kept:
        return []
    mask = np.isin(labels, kept).astype(np.uint8)
    return [_around(mask, top, bottom) for top, bottom in _runs(mask.max(axis=1) > 0)]


def _runs(filled: np.ndarray) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _around(mask: Picture, top: int, bottom: int) -> Rect:
    columns = np.flatnonzero(mask[top:bottom].any(axis=0))
    return Rect(int(columns[0]), top, int(columns[-1]) + 1, bottom)


def line_height(bands: Sequence[Rect], dpi: float) -> float:
    """The usual height of a line of print among `bands`, which may hold single strokes and dashes."""
    heights = [band.height for band in bands if band.height >= _SMALLEST_PRINT * dpi]
    return median(heights) if heights else 0.12 * dpi


def bands_to_lines(bands: Sequence[Rect], usual: float) -> list[Rect]:
    """Bands that are strokes of one line put together (二 is two bands, 三 three)."""
    lines: list[Rect] = []
    for band in bands:
        if lines and band.bottom - lines[-1].top <= _TALLEST * usual and _is_part(lines[-1], band, usual):
            above = lines[-1]
            lines[-1] = Rect(min(above.x0, band.x0), above.top, max(above.x1, band.x1), band.bottom)
        else:
            lines.append(band)
    return lines


def _is_part(above: Rect, band: Rect, usual: float) -> bool:
    return min(above.height, band.height) < 0.6 * usual


def with_faint_ends(line: Rect, ink: Picture, usual: float) -> Rect:
    """The line taken on to the faint marks beside it: a full stop is the palest of a blurred line."""
    left, right = max(0, round(line.x0 - usual)), min(ink.shape[1], round(line.x1 + usual))
    inked = np.flatnonzero((ink[line.top : line.bottom, left:right] < _FAINT).any(axis=0))
    return Rect(
        min(line.x0, left + int(inked[0])), line.top, max(line.x1, left + int(inked[-1]) + 1), line.bottom
    )


def with_margin(rect: Rect, usual: float, picture: Picture) -> Picture:
    """The picture of a line with paper around it, at least as high as a usual line of print."""
    short = max(0.0, usual - rect.height) / 2
    margin = _MARGIN * max(usual, rect.height)
    top, bottom = round(short + margin), round(short + margin)
    inside = picture[rect.top : rect.bottom, rect.x0 : rect.x1]
    side = round(margin)
    return np.asarray(
        cv2.copyMakeBorder(inside, top, bottom, side, side, cv2.BORDER_CONSTANT, value=(255,)), dtype=np.uint8
    )
