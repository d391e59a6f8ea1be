"""Dashes that stand for no value (---, ——), read by their shape.

A recogniser of characters takes them for dots, letters or nothing: of 42 cells with --- in three fonts, scanned, it
read 15 as …, .-. or a==, and the row of a total that began so was lost.
"""

from __future__ import annotations

import numpy as np

from pipeline.read.ocr.ink import Picture

# Of the usual height of a line: strokes alone reach 0.13 to 0.23 blurred, other characters 0.9 and more.
_FLATTEST = 0.3
_HYPHEN = 0.6
# One stroke this wide is no 一; which of the two a shorter one is, its column tells.
_LONG = 1.5
# A dot is as wide as high, a hyphen of a small font nearly twice as wide.
_LEAST_RATIO = 1.4


def strokes_to_dashes(ink: Picture, usual: float) -> str:
    """The dashes that a line of print (0 is ink) consists of; empty if it holds anything else, or a lone 一.

    `usual` is the height of a usual line.
    """
    if ink.shape[0] > _FLATTEST * usual:
        return ""
    # Blur fills the gaps of --- halfway: what is darker than halfway is a stroke.
    inked = ink < (float(ink.min()) + 255) / 2
    widths = _run_lengths(np.asarray(inked.any(axis=0)))
    heights = int(inked.any(axis=1).sum())
    if min(widths, default=0) < _LEAST_RATIO * heights or (len(widths) == 1 and widths[0] < _LONG * usual):
        return ""
    return "".join("-" if width < _HYPHEN * usual else "—" * max(1, round(width / usual)) for width in widths)


def _run_lengths(filled: np.ndarray) -> list[int]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    return [int(length) for length in edges[1::2] - edges[::2]]
