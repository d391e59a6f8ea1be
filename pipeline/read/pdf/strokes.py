"""A page of a PDF → the straight lines drawn on it, and how much of it pictures cover.

Tables are drawn as lines, as thin filled boxes, or as boxes around cells. The sides of wide filled boxes
without an outline are kept apart: they are mostly shading behind words and white paper behind pages, and
rule a table only where nothing else does. (pdfplumber takes every side of every path, whatever its colour.)
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.pdf.frame import Frame

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


def page_to_strokes(page: pdfium.FPDF_PAGE, frame: Frame) -> Strokes:
    """The lines drawn on a page; those of a page with more than MOST_SEGMENTS only up to that."""
    strokes = Strokes()
    for item, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if strokes.segments > MOST_SEGMENTS:
                break
            _add_path(item, matrix, frame, strokes)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            strokes.pictured += _share(item, matrix, frame)
    return strokes


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, i), _SAME, 0)


def _within(
    item: pdfium.FPDF_PAGEOBJECT, outer: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    """The object, or what is in it if it is a form, each with the matrix from its space to the page's."""
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item, outer
    elif depth < _DEEPEST_FORM:
        matrix = _times(_matrix(item), outer)
        for i in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _within(pdfium.FPDFFormObj_GetObject(item, i), matrix, depth + 1)


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(item, m) else _SAME


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _share(item: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame) -> float:
    """The share of the page that an image covers: the unit square under its matrix, cut to the page."""
    a, b, c, d, e, f = _times(_matrix(item), outer)
    corners = [frame.point(x, y) for x, y in ((e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f))]
    xs = [min(max(x, 0), frame.width) for x, _ in corners]
    ys = [min(max(y, 0), frame.height) for _, y in corners]
    area = frame.width * frame.height
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) / area if area else 0.0


def _add_path(item: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame, strokes: Strokes) -> None:
    count = pdfium.FPDFPath_CountSegments(item)
    if count < 2 or (paint := _paint(item)) is None:
        return
    strokes.segments += count
    for points in _item_to_outlines(item, count, _times(_matrix(item), outer), strokes):
        add_outline([frame.point(x, y) for x, y in points], paint, strokes)


def add_outline(points: Sequence[tuple[float, float]], paint: Paint, strokes: Strokes) -> None:
    """Adds the sides between these corners (points from the upper left corner of the page)."""
    thin = min(_reach(x for x, _ in points), _reach(y for _, y in points)) <= _THIN
    sides = strokes.lines if paint == "stroke" or (paint == "fill" and thin) else strokes.areas
    for start, end in pairwise(points):
        _add_side(start, end, sides)


def _item_to_outlines(
    item: pdfium.FPDF_PAGEOBJECT, count: int, matrix: Matrix, strokes: Strokes
) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path that begins anew, in page space; of curves only the ends."""
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    a, b, c, d, e, f = matrix
    outlines: list[list[tuple[float, float]]] = []
    control = 0
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            # A curve comes as two control points and its end.
            control = (control + 1) % 3
            if control:
                continue
            strokes.curves += 1
        pdfium.FPDFPathSegment_GetPoint(segment, at_x, at_y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([point])
        else:
            outlines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines


def _paint(item: pdfium.FPDF_PAGEOBJECT) -> Paint | None:
    """How a path is painted; None if it is not."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if pdfium.FPDFPath_GetDrawMode(item, fill, stroke) and not (fill.value or stroke.value):
        return None
    rgba = [ctypes.c_uint() for _ in range(4)]
    colour = pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
    if colour(item, *map(ctypes.byref, rgba)):
        red, green, blue, alpha = (part.value for part in rgba)
        if alpha < _FAINT or min(red, green, blue) > 255 - _FAINT:
            return "white"
    return "stroke" if stroke.value else "fill"


def _reach(values: Iterable[float]) -> float:
    known = list(values)
    return max(known) - min(known)


def _add_side(a: tuple[float, float], b: tuple[float, float], sides: Sides) -> None:
    # Sides shorter than a point are the ends of thin boxes and the corners of curves.
    if abs(a[1] - b[1]) <= _STRAIGHT and abs(a[0] - b[0]) >= 1:
        sides.across.append(Edge(min(a[0], b[0]), a[1], max(a[0], b[0]), a[1]))
    elif abs(a[0] - b[0]) <= _STRAIGHT and abs(a[1] - b[1]) >= 1:
        sides.down.append(Edge(a[0], min(a[1], b[1]), a[0], max(a[1], b[1])))
