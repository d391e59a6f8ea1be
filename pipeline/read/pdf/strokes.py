"""What is drawn on a page besides letters: straight lines, and how much of it pictures cover.

Tables are drawn as lines, as thin filled boxes, or as boxes around cells. The sides of wide filled boxes
without an outline are kept apart: they are mostly shading behind words and white paper behind pages, and
rule a table only where nothing else does. (pdfplumber takes every side of every path, whatever its colour.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

# Forms nest in real files up to 3 deep.
_DEEPEST_FORM = 8
# A page of a map or a drawing can hold any number; the densest table page seen has 1,100.
MOST_SEGMENTS = 60_000
# Coordinates of one line written twice differ by rounding only.
_STRAIGHT = 0.01
# Lines drawn as filled boxes are at most as wide as two lines that count as one (points).
_THIN = 3.0
# Of 255: paler than this on white paper nobody sees a line.
_FAINT = 8

Matrix = tuple[float, float, float, float, float, float]
Paint = Literal["stroke", "fill", "white"]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


class Edge(NamedTuple):
    """A horizontal (top == bottom) or vertical (x0 == x1) line, points from the upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Sides:
    """Horizontal and vertical lines."""

    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)

    def __add__(self, other: Sides) -> Sides:
        return Sides(self.across + other.across, self.down + other.down)


@dataclass(slots=True)
class Strokes:
    """What is drawn on a page: visible lines, sides of filled areas, share under pictures, curves.

    `pictured` is 1 for a page that an image covers, more where several lie over one another.
    """

    lines: Sides = field(default_factory=Sides)
    areas: Sides = field(default_factory=Sides)
    pictured: float = 0.0
    curves: int = 0
    segments: int = 0


def add_outline(points: Sequence[tuple[float, float]], paint: Paint, strokes: Strokes) -> None:
    """Adds the sides between these corners (points from the upper left corner of the page)."""
    thin = min(_reach(x for x, _ in points), _reach(y for _, y in points)) <= _THIN
    sides = strokes.lines if paint == "stroke" or (paint == "fill" and thin) else strokes.areas
    for start, end in pairwise(points):
        _add_side(start, end, sides)


def _reach(values: Iterable[float]) -> float:
    known = list(values)
    return max(known) - min(known)


def _add_side(a: tuple[float, float], b: tuple[float, float], sides: Sides) -> None:
    # Sides shorter than a point are the ends of thin boxes and the corners of curves.
    if abs(a[1] - b[1]) <= _STRAIGHT and abs(a[0] - b[0]) >= 1:
        sides.across.append(Edge(min(a[0], b[0]), a[1], max(a[0], b[0]), a[1]))
    elif abs(a[0] - b[0]) <= _STRAIGHT and abs(a[1] - b[1]) >= 1:
        sides.down.append(Edge(a[0], min(a[1], b[1]), a[0], max(a[1], b[1])))
