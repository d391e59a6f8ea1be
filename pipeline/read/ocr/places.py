"""Where each character of a recognised line stands: the recogniser tells its middle roughly, the ink its sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from pipeline.read.ocr.engine import Reading, Rect
from pipeline.read.ocr.ink import Picture

# Darker is ink.
_INK = 160
# Of a Chinese character's width: how wide letters and figures are, and marks with what is blank beside them.
_NARROW, _MARK = 0.5, 0.95
# Set in the right half of their place, and in the left; recognition does not tell their width.
_OPENING, _CLOSING = frozenset("（(《“〔【「"), frozenset("，、。；：）)》”〕】」！？")
_LEAST_STEPS = 2
# Of the height that a line was found with.
_LOWEST = 0.6


def character_widths(pairs: Sequence[tuple[Rect, Reading]]) -> list[float]:
    """How wide a Chinese character of each line is, in pixels: by the steps from one to the next; where there are none, by
    the height of the line, of which it takes the share that it takes of others."""
    steps = [_step(*pair) for pair in pairs]
    shares = [step / rect.height for step, (rect, _) in zip(steps, pairs, strict=True) if step]
    share = median(shares) if shares else 1.0
    return [step or share * rect.height for step, (rect, _) in zip(steps, pairs, strict=True)]


def _step(rect: Rect, reading: Reading) -> float:
    """From one Chinese character to the next, 0 if too few tell; letters spread over a cell are farther apart."""
    found = [
        b - a
        for (a, b), (one, other) in zip(pairwise(reading.starts), pairwise(reading.text), strict=False)
        if is_wide(one) and is_wide(other)
    ]
    return min(median(found), float(rect.height)) if len(found) >= _LEAST_STEPS else 0.0


def is_wide(char: str) -> bool:
    return char >= "\u2e80"


def character_sides(ink: Picture, rect: Rect, reading: Reading, wide: float) -> list[tuple[float, float]]:
    """From where to where each character but blanks stands, in pixels of the page; `ink` is the page (0 is ink)."""
    inked = np.asarray((ink[rect.top : rect.bottom, rect.x0 : rect.x1] < _INK).any(axis=0))
    chars = [n for n, char in enumerate(reading.text) if not char.isspace()]
    middles = [_middles(reading, rect.width)[n] for n in chars]
    bounds = [0.0, *(_bound(inked, *pair) for pair in pairwise(middles)), float(rect.width)]
    shown = [_shown(inked, *pair) for pair in pairwise(bounds)]
    sides = []
    for n, (at, (x0, x1)) in enumerate(zip(chars, shown, strict=True)):
        least = shown[n - 1][1] if n else x0 - wide
        most = shown[n + 1][0] if n + 1 < len(shown) else x1 + wide
        sides.append(_with_room(reading.text[at], (x0, x1), wide, (least, most)))
    return [(rect.x0 + x0, rect.x0 + x1) for x0, x1 in sides]


def ink_height(ink: Picture, rect: Rect) -> Rect:
    """The rectangle of a line as high as what is printed in it, a dash or 一 as high as a low letter."""
    rows = np.flatnonzero((ink[rect.top : rect.bottom, rect.x0 : rect.x1] < _INK).any(axis=1))
    if not len(rows):
        return rect
    top, bottom = rect.top + int(rows[0]), rect.top + int(rows[-1]) + 1
    more = max(0, round(_LOWEST * rect.height) - (bottom - top))
    return Rect(rect.x0, top - more // 2, rect.x1, bottom + (more + 1) // 2)


def _middles(reading: Reading, width: int) -> list[float]:
    """The middles of the characters, evenly where the recogniser does not tell them."""
    if len(reading.starts) == len(reading.text):
        return list(reading.starts)
    return [(n + 0.5) * width / max(1, len(reading.text)) for n in range(len(reading.text))]


def _bound(inked: np.ndarray, left: float, right: float) -> float:
    """The middle of the widest gap between the middles of two characters, else half way."""
    first, last = max(0, round(left)), min(len(inked), round(right) + 1)
    free = np.flatnonzero(~inked[first:last]) + first
    if not len(free):
        return (left + right) / 2
    runs = np.split(free, np.flatnonzero(np.diff(free) > 1) + 1)
    widest = max(runs, key=len)
    return float(widest[0] + widest[-1] + 1) / 2


def _shown(inked: np.ndarray, left: float, right: float) -> tuple[float, float]:
    """From where to where there is ink between two bounds."""
    first, last = round(left), max(round(left) + 1, round(right))
    found = np.flatnonzero(inked[first:last])
    return (float(first + found[0]), float(first + found[-1] + 1)) if len(found) else (left, right)


def _with_room(
    char: str, shown: tuple[float, float], wide: float, beside: tuple[float, float]
) -> tuple[float, float]:
    """What a character takes with the blank that belongs to it, as far as none beside it stands there."""
    (x0, x1), (least, most) = shown, beside
    if char in _OPENING:
        return max(min(x0, x1 - _MARK * wide), min(least, x0)), x1
    if char in _CLOSING:
        return x0, min(max(x1, x0 + _MARK * wide), max(most, x1))
    more = max(0.0, (wide if is_wide(char) else _NARROW * wide) - (x1 - x0)) / 2
    return max(x0 - more, min(x0, (x0 + least) / 2)), min(x1 + more, max(x1, (x1 + most) / 2))


def level_heights(
    rows: Sequence[Sequence[tuple[Rect, Reading]]], widths: Sequence[Sequence[float]], ink: Picture
) -> list[tuple[float, float]]:
    """The top and bottom of each printed row: its middle is that of its words, its height that of most rows like it."""
    heights = [median(of_row) if of_row else 0.0 for of_row in widths]
    levels = []
    for row, height in zip(rows, heights, strict=True):
        usual = median(other for other in heights if 0.8 * height <= other <= 1.25 * height)
        weights = [sum(map(is_wide, reading.text)) + 0.1 for _, reading in row]
        middles = [ink_height(ink, rect).middle[1] for rect, _ in row]
        middle = float(np.average(middles, weights=weights)) if row else 0.0
        levels.append((middle - usual / 2, middle + usual / 2))
    return levels
