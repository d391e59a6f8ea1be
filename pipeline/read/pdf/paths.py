"""The objects of a page of a PDF that are no text → its strokes."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.pdf import calls
from pipeline.read.pdf.frame import Frame, Rectangle
from pipeline.read.pdf.inks import PALE, text_lightness
from pipeline.read.pdf.strokes import MOST_SEGMENTS, Paint, Strokes, add_outline, points_to_box

# Forms nest in real files up to 3 deep.
_DEEPEST_FORM = 8
# Of 255: paler than this on white paper nobody sees a line.
_FAINT = 8
_PATH, _IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_TEXT = pdfium.FPDF_PAGEOBJ_TEXT
_OPAQUE, _SOLID = 250, 255
_MOVE, _CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


def page_to_strokes(page: pdfium.FPDF_PAGE, frame: Frame) -> Strokes:
    """The lines drawn on a page; those of a page with more than MOST_SEGMENTS only up to that."""
    strokes = Strokes()
    holder = _Holder(calls.address_of(page), pdfium.FPDFPage_CountObjects(page), calls.page_object)
    _add_objects(holder, _Space(_SAME, frame), strokes)
    return strokes


class _Space:
    """The space in which objects are drawn: its matrix to the page's, and how deep in forms it is."""

    def __init__(self, matrix: Matrix, frame: Frame, depth: int = 0) -> None:
        self.matrix = matrix
        self.frame = frame
        self.depth = depth

    def inside(self, item: int) -> _Space:
        return _Space(self.of(item), self.frame, self.depth + 1)

    def of(self, item: int) -> Matrix:
        """The matrix from the space of an object to the page's."""
        return _times(_matrix(item), self.matrix)


class _Holder(NamedTuple):
    """A page or a form: its address, its number of objects, and how to come by one."""

    address: int
    size: int
    object_at: Callable[[int, int], int]


def _add_objects(holder: _Holder, space: _Space, strokes: Strokes) -> None:
    # Long: one turn for each object, and some programs write an object for each letter; what it calls is local.
    kind_of, address, object_at = calls.kind_of, holder.address, holder.object_at
    buffer = (ctypes.c_uint * 4)()
    start = ctypes.addressof(buffer)
    colour, seen = calls.fill_colour, strokes.texts.append
    red, green, blue, alpha = start, start + 4, start + 8, start + 12
    for i in range(holder.size):
        item = object_at(address, i)
        kind = kind_of(item)
        if kind == _TEXT:
            seen(item)
            # All but black is looked at again.
            known = colour(item, red, green, blue, alpha) and (buffer[0] or buffer[3] != _SOLID)
            if known and (light := text_lightness(item)) >= PALE:
                strokes.pale[item] = light
        elif kind == _PATH:
            if strokes.segments > MOST_SEGMENTS:
                return
            _add_path(item, space, strokes)
        elif kind == _IMAGE:
            box = _image_to_box(space.of(item), space.frame)
            strokes.grounds.append(box)
            strokes.pictured += _share(box, space.frame)
        elif kind == _FORM and space.depth < _DEEPEST_FORM:
            _add_form(item, space, strokes)


def _add_form(form: int, space: _Space, strokes: Strokes) -> None:
    count = pdfium.FPDFFormObj_CountObjects(ctypes.cast(form, pdfium.FPDF_PAGEOBJECT))
    _add_objects(_Holder(form, count, calls.form_object), space.inside(form), strokes)


def _matrix(item: int) -> Matrix:
    buffer = (ctypes.c_float * 6)()
    if not calls.matrix_of(item, ctypes.addressof(buffer)):
        return _SAME
    a, b, c, d, e, f = buffer
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    if then == _SAME:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _image_to_box(matrix: Matrix, frame: Frame) -> Rectangle:
    """The unit square under the matrix of an image, cut to the page."""
    a, b, c, d, e, f = matrix
    corners = [frame.point(x, y) for x, y in ((e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f))]
    return points_to_box([(min(max(x, 0), frame.width), min(max(y, 0), frame.height)) for x, y in corners])


def _share(box: Rectangle, frame: Frame) -> float:
    """The share of the page that a box covers."""
    area = frame.width * frame.height
    return (box[2] - box[0]) * (box[3] - box[1]) / area if area else 0.0


def _add_path(item: int, space: _Space, strokes: Strokes) -> None:
    count = calls.segment_count(item)
    if count < 2 or (paint := _paint(item)) is None:
        return
    strokes.segments += count
    hides = paint == "white" and bool(strokes.texts) and _is_opaque(item)
    for points in _item_to_outlines(item, count, space.of(item), strokes):
        shown = [space.frame.point(x, y) for x, y in points]
        add_outline(shown, paint, strokes)
        if hides:
            strokes.covers.append((len(strokes.texts), points_to_box(shown)))


def _item_to_outlines(
    item: int, count: int, matrix: Matrix, strokes: Strokes
) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path that begins anew, in page space; of curves only the ends."""
    buffer = (ctypes.c_char * 8)()
    at_x, unpack = ctypes.addressof(buffer), struct.Struct("2f").unpack
    a, b, c, d, e, f = matrix
    outlines: list[list[tuple[float, float]]] = []
    control = 0
    for i in range(count):
        segment = calls.segment_of(item, i)
        kind = calls.segment_kind(segment)
        if kind == _CURVE:
            # A curve comes as two control points and its end.
            control = (control + 1) % 3
            if control:
                continue
            strokes.curves += 1
        calls.segment_point(segment, at_x, at_x + 4)
        x, y = unpack(buffer)
        point = (a * x + c * y + e, b * x + d * y + f)
        if kind == _MOVE or not outlines:
            outlines.append([point])
        else:
            outlines[-1].append(point)
        if calls.segment_closes(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines


def _paint(item: int) -> Paint | None:
    """How a path is painted; None if it is not."""
    buffer = (ctypes.c_uint * 6)()
    start = ctypes.addressof(buffer)
    if not calls.draw_mode(item, start, start + 4):
        return "fill"
    if buffer[1] and _is_seen(calls.stroke_colour, item):
        return "stroke"
    if buffer[0] and _is_seen(calls.fill_colour, item):
        return "fill"
    return "white" if buffer[0] or buffer[1] else None


def _is_opaque(item: int) -> bool:
    """Whether a path is filled with an ink that nothing shines through."""
    buffer = (ctypes.c_uint * 6)()
    start = ctypes.addressof(buffer)
    calls.draw_mode(item, start, start + 4)
    coloured = calls.fill_colour(item, start + 8, start + 12, start + 16, start + 20)
    return bool(buffer[0] and coloured and buffer[5] >= _OPAQUE)


def _is_seen(colour: Callable[..., int], item: int) -> bool:
    buffer = (ctypes.c_uint * 4)()
    start = ctypes.addressof(buffer)
    if not colour(item, start, start + 4, start + 8, start + 12):
        return True
    red, green, blue, alpha = buffer
    return alpha >= _FAINT and min(red, green, blue) <= 255 - _FAINT
