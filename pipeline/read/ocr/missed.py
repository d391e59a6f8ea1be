"""Lone figures, letters and dashes beside other words that the finder of lines missed: a cell that looks blank and is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import cv2
import numpy as np

from pipeline.read.ocr.engine import Rect
from pipeline.read.ocr.ink import Picture

# Thin strokes of a blurred scan are pale.
_INK = 190
# Of the height of a line as found: how far its letters are apart at most, and how far a lone mark is from other words.
_TOGETHER, _APART = 0.3, 0.7
# And how high and wide a dash is, and a figure or letter.
_DASH_HIGH, _DASH_WIDE = 0.22, (0.25, 2.0)
_HIGH, _WIDE = (0.4, 1.1), (0.06, 2.5)
# The middle of a mark is as high as that of the words beside it.
_LEVEL = 0.2


def missed_marks(black: Picture, found: Sequence[Rect]) -> list[tuple[Rect, str]]:
    """Where they stand, and what they say if their shape tells it."""
    if not found:
        return []
    usual = median(rect.height for rect in found)
    ink = (black < _INK).astype(np.uint8)
    for rect in found:
        ink[max(0, rect.top - 2) : rect.bottom + 2, max(0, rect.x0 - 2) : rect.x1 + 2] = 0
    near = cv2.dilate(ink, np.ones((1, max(1, round(_TOGETHER * usual))), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    boxes = (tuple(int(v) for v in stats[n][:4]) for n in range(1, count))
    return list(_lone((_tight(ink, box) for box in boxes if box[3] <= _HIGH[1] * usual), found, usual))


def _tight(ink: Picture, box: tuple[int, ...]) -> Rect:
    x, y, width, height = box
    rows, cols = np.nonzero(ink[y : y + height, x : x + width])
    return Rect(x + int(cols.min()), y + int(rows.min()), x + int(cols.max()) + 1, y + int(rows.max()) + 1)


def _lone(marks: Iterator[Rect], found: Sequence[Rect], usual: float) -> Iterator[tuple[Rect, str]]:
    for mark in marks:
        is_dash = mark.height <= _DASH_HIGH * usual and _within(mark.width, _DASH_WIDE, usual)
        is_letter = _within(mark.height, _HIGH, usual) and _within(mark.width, _WIDE, usual)
        if not (is_dash or is_letter):
            continue
        beside = [rect for rect in found if abs(rect.middle[1] - mark.middle[1]) <= _LEVEL * rect.height]
        if beside and all(_gap(mark, rect) >= _APART * usual for rect in found if _is_level(mark, rect)):
            yield mark, "—" if is_dash else ""


def _within(size: int, limits: tuple[float, float], usual: float) -> bool:
    return limits[0] * usual <= size <= limits[1] * usual


def _is_level(mark: Rect, rect: Rect) -> bool:
    """Beside a line, or a piece of one that it was found without."""
    near = _LEVEL * rect.height
    return rect.top - near < mark.middle[1] < rect.bottom + near


def _gap(one: Rect, other: Rect) -> float:
    return max(other.x0 - one.x1, one.x0 - other.x1)
