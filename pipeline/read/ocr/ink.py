"""A picture of a page → its ink: black on white, red apart, upright and level."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]

# Ink darker than this share of the way from the darkest ink to the paper is kept. Gazettes print their name
# across each page in a grey of 230–240 (of 255, four files); thin strokes of a blurred scan are at 185–200.
_PALEST_INK = 0.85
# Of a page whose darkest ink is paler than this only a watermark is there.
_BLANK = 190
# Red of seals and heads has 80–200 more in the red channel than in the others, soft edges and the
# reddish fringe that JPEG gives black text less than 50.
_LEAST_RED = 60
_STEEPEST_TILT = 4.0


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of a page (0 is ink, 255 paper), each of the same size as the picture."""

    black: Picture
    red: Picture


def picture_to_ink(picture: Picture) -> Ink:
    """Height x width x 3 (red, green, blue) → its black and its red ink, without watermark and shade.

    The red channel shows red as paper, and black under a seal as black.
    """
    channels = picture.astype(np.int16)
    redness = channels[:, :, 0] - channels[:, :, 1:].max(axis=2)
    red = np.where(redness > _LEAST_RED, np.clip(255 - 2 * redness, 0, 255), 255).astype(np.uint8)
    return Ink(_darkened(picture[:, :, 0]), red)


def _darkened(gray: Picture) -> Picture:
    flat = _flattened(gray)
    darkest = float(np.percentile(flat, 0.05))
    if darkest > _BLANK:
        return np.full_like(flat, 255)
    palest = darkest + _PALEST_INK * (255 - darkest)
    stretched = (flat.astype(np.float32) - darkest) * (255 / (palest - darkest))
    return np.asarray(np.clip(stretched, 0, 255), dtype=np.uint8)


def _flattened(gray: Picture) -> Picture:
    """Paper made evenly white: each pixel against the palest ones around it."""
    small = cv2.resize(gray, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 21)
    paper = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, np.maximum(paper, 60), scale=255), dtype=np.uint8)


def tilt(black: Picture) -> float:
    """Degrees by which the lines of text fall to the right (at most 4 either way).

    The rows of a level page are all ink or all paper: of the angles tried the one with the sharpest change
    from row to row (projection profile; Postl 1986).
    """
    width = 600
    small = cv2.resize(
        black, (width, max(1, round(black.shape[0] * width / black.shape[1]))), interpolation=cv2.INTER_AREA
    )
    ink = 255 - small
    best = 0.0
    for step, reach in ((0.5, _STEEPEST_TILT), (0.1, 0.4), (0.05, 0.05)):
        count = round(reach / step)
        angles = [best + i * step for i in range(-count, count + 1)]
        best = max(angles, key=lambda angle: (_sharpness(turned(ink, angle, 0)), -abs(angle)))
    return best


def _sharpness(ink: Picture) -> float:
    rows = ink.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def turned(picture: Picture, degrees: float, fill: int = 255) -> Picture:
    """The picture turned about its middle, clockwise lines made level; the same size."""
    if abs(degrees) < 0.01:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    border = (fill,) * 3
    turned_picture = cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=border
    )
    return np.asarray(turned_picture, dtype=np.uint8)
