"""Lines drawn across a scanned page outside of ruled tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from pipeline.read.ocr.ink import Picture
from pipeline.read.ocr.ruled import NARROWEST_TABLE, RuledTable, drawn_lines
from pipeline.read.pdf.lattice import Line

# Left side, upper side, width and height in pixels.
_Box = tuple[int, int, int, int]
# In inches: pieces of one worn line are so far apart at most, across and down; lines that begin or end nearer do so at
# one place.
_GAP, _LEVEL = 0.25, 0.03
_SAME_END = 0.12
# How far the soft edge of a drawn line reaches.
_SOFT = 0.012
# Strokes of letters in a row make short lines: right above or below those is ink over so much of their length.
_BESIDE, _LETTERED = 0.01, 0.06


class Page(NamedTuple):
    """The ink of a page without the lines drawn across outside of ruled tables (0 is ink); these from top to bottom, in
    points; how many dots an inch has."""

    ink: Picture
    rules: list[Line]
    dpi: float


def rules_across(black: Picture, tables: Sequence[RuledTable], dpi: float) -> Page:
    """Shorter lines than a table is wide are such only between others: a heading's over several columns; elsewhere they are
    dashes or underline words."""
    across = drawn_lines(black, dpi)[0]
    for table in tables:
        across[table.rect.top : table.rect.bottom + 1, table.rect.x0 : table.rect.x1 + 1] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(across), connectivity=8)
    pieces = {n: _box(stats[n]) for n in range(1, count)}
    wide = [piece for piece in pieces.values() if piece[2] >= NARROWEST_TABLE * dpi]
    kept = [
        n
        for n, (x, y, width, _) in pieces.items()
        if any(y0 <= y for _, y0, _, _ in wide)
        and any(y <= y0 for _, y0, _, _ in wide)
        and any(x0 <= x and x + width <= x0 + w for x0, _, w, _ in wide)
        and (width >= NARROWEST_TABLE * dpi or not _is_of_letters(black, pieces[n], dpi))
    ]
    shown = (pieces[n] for n in kept)
    lines = _joined([((y + height / 2) / dpi, x / dpi, (x + width) / dpi) for x, y, width, height in shown])
    lefts, rights = (_snapped([line[end] for line in lines]) for end in (1, 2))
    placed = [(y * 72, lefts[n] * 72, rights[n] * 72) for n, (y, _, _) in enumerate(lines)]
    return Page(_without(black, np.isin(labels, kept), dpi), placed, dpi)


def _without(black: Picture, drawn: np.ndarray, dpi: float) -> Picture:
    """The ink without lines and their soft edges, but for the ends of letters that reach there."""
    soft = round(_SOFT * dpi)
    around = cv2.dilate(drawn.astype(np.uint8), np.ones((2 * soft + 1, 2 * soft + 1), np.uint8))
    letters = ((black < 160) & (around == 0)).astype(np.uint8)
    reached = cv2.dilate(letters, np.ones((4 * soft + 1, 1), np.uint8)) > 0
    core = cv2.dilate(drawn.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.where(core | ((around > 0) & ~reached), 255, black).astype(np.uint8)


def _box(stat: np.ndarray) -> _Box:
    x, y, width, height = (int(v) for v in stat[:4])
    return x, y, width, height


def _is_of_letters(black: Picture, piece: _Box, dpi: float) -> bool:
    x, y, width, height = piece
    reach, start, end = max(2, round(_BESIDE * dpi)), max(0, y - 2), y + height + 2
    beside = (black[max(0, start - reach) : start, x : x + width], black[end : end + reach, x : x + width])
    return any(side.size > 0 and float((side < 160).any(axis=0).mean()) > _LETTERED for side in beside)


def _joined(pieces: Sequence[Line]) -> list[Line]:
    """Pieces of one line as one."""
    lines: list[Line] = []
    for y, x0, x1 in sorted(pieces, key=lambda piece: piece[1]):
        for n, (level, left, right) in enumerate(lines):
            if abs(level - y) <= _LEVEL and x0 - right <= _GAP:
                lines[n] = level, left, max(right, x1)
                break
        else:
            lines.append((y, x0, x1))
    return sorted(lines)


def _snapped(ends: Sequence[float]) -> list[float]:
    """Ends near one another as one."""
    groups: list[list[int]] = []
    for n in sorted(range(len(ends)), key=lambda n: ends[n]):
        if groups and ends[n] - ends[groups[-1][0]] <= _SAME_END:
            groups[-1].append(n)
        else:
            groups.append([n])
    found = list(ends)
    for group in groups:
        for n in group:
            found[n] = sum(ends[m] for m in group) / len(group)
    return found
