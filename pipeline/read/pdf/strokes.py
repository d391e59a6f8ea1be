"""What is drawn on a page besides letters: straight lines, and how much of it pictures cover.

Tables are drawn as lines, as thin filled boxes, or as boxes around cells. The sides of wide filled boxes
without an outline are kept apart: they are mostly shading behind words, and rule a table only where nothing else does. (pdfplumber takes every side of every path, whatever its colour.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from pipeline.read.pdf.frame import Rectangle

# A page of a map or a drawing can hold any number; the densest table page seen has 1,100.
MOST_SEGMENTS = 60_000
# Coordinates of one line written twice differ by rounding only.
_STRAIGHT = 0.01
# Lines drawn as filled boxes are at most as wide as two lines that count as one (points).
_THIN = 3.0
# A dotted line has its dots (points) no farther from one another, and so many at least.
_DOT_GAP, _FEWEST_DOTS = 5.0, 5
Paint = Literal["stroke", "fill", "white"]


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
    """What is drawn on a page: visible lines, sides of filled areas, dots, share under pictures, curves.

    `idle` are the sides that rule nothing: of what is painted white on white paper, and of each dot by itself.
    `pictured` is 1 for a page that an image covers, more where several lie over one another. `grounds` are the
    boxes of filled areas and images, on which white words are seen; `pale` the text objects printed in a light
    ink and how light it is (0 to 1); `texts` all of them in the order of drawing; `covers` the white boxes drawn
    over text, each with the number of text objects before it.
    """

    lines: Sides = field(default_factory=Sides)
    areas: Sides = field(default_factory=Sides)
    idle: Sides = field(default_factory=Sides)
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictured: float = 0.0
    curves: int = 0
    segments: int = 0
    grounds: list[Rectangle] = field(default_factory=list)
    pale: dict[int, float] = field(default_factory=dict)
    covers: list[tuple[int, Rectangle]] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)

    def drawn(self) -> Sides:
        """The lines, dotted ones too."""
        return self.lines + dots_to_sides(self.dots) if len(self.dots) >= _FEWEST_DOTS else self.lines


def add_outline(points: Sequence[tuple[float, float]], paint: Paint, strokes: Strokes) -> None:
    """Adds the sides between these corners (points from the upper left corner of the page)."""
    wide, high = _reach([x for x, _ in points]), _reach([y for _, y in points])
    if paint == "white":
        sides = strokes.idle
    elif wide <= _THIN and high <= _THIN:
        strokes.dots.append((_middle(x for x, _ in points), _middle(y for _, y in points)))
        sides = strokes.idle
    else:
        sides = strokes.lines if paint == "stroke" or min(wide, high) <= _THIN else strokes.areas
        if sides is strokes.areas:
            strokes.grounds.append(points_to_box(points))
    for start, end in pairwise(points):
        _add_side(start, end, sides)


def points_to_box(points: Sequence[tuple[float, float]]) -> Rectangle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _reach(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _middle(values: Iterable[float]) -> float:
    known = list(values)
    return (max(known) + min(known)) / 2


def _add_side(a: tuple[float, float], b: tuple[float, float], sides: Sides) -> None:
    # Sides shorter than a point are the ends of thin boxes and the corners of curves.
    if abs(a[1] - b[1]) <= _STRAIGHT and abs(a[0] - b[0]) >= 1:
        sides.across.append(Edge(min(a[0], b[0]), a[1], max(a[0], b[0]), a[1]))
    elif abs(a[0] - b[0]) <= _STRAIGHT and abs(a[1] - b[1]) >= 1:
        sides.down.append(Edge(a[0], min(a[1], b[1]), a[0], max(a[1], b[1])))


def dots_to_sides(dots: Sequence[tuple[float, float]]) -> Sides:
    """Rows and columns of dots as the lines that they draw."""
    return Sides(
        [Edge(start, y, end, y) for y, start, end in _dotted((y, x) for x, y in dots)],
        [Edge(x, start, x, end) for x, start, end in _dotted(dots)],
    )


def _dotted(dots: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float, float]]:
    """(where, from, to) of each run of dots (where, along) that are one line."""
    by_place: dict[float, list[float]] = {}
    for where, along in dots:
        by_place.setdefault(round(2 * where) / 2, []).append(along)
    for where, places in by_place.items():
        run: list[float] = []
        for along in (*sorted(places), math.inf):
            if run and along - run[-1] > _DOT_GAP:
                if len(run) >= _FEWEST_DOTS:
                    yield where, run[0], run[-1]
                run = []
            run.append(along)
