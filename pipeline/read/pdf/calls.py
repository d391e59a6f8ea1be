"""The functions of pdfium that are called once a character or a drawn object, declared for speed.

pypdfium2 declares them with typed pointers; with bare addresses, and without letting go of the interpreter's
lock, a call takes half the time (measured 0.21 to 0.31 µs instead of 0.34 to 0.61). All else goes through
pypdfium2. Objects are addresses; what a function fills in is given as the address of a buffer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as pdfium


def _declared(function: object, result: type, *arguments: type) -> Callable[..., Any]:
    address = ctypes.cast(function, c_void_p).value  # type: ignore[arg-type]
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address_of(handle: object) -> int:
    """The address behind a page, a text page or an object of pypdfium2; 0 for none."""
    return ctypes.cast(handle, c_void_p).value or 0  # type: ignore[arg-type]


# (text page, index) → code point; address of a text object; angle in radians.
code_at = _declared(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
object_at = _declared(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
angle_at = _declared(pdfium.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
# (text page, index, number, buffer of that many and one 16-bit units) → number of units filled in.
codes_at = _declared(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
# (text page, index, four floats left top right bottom); (text page, index, double x, double y).
box_at = _declared(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
origin_at = _declared(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
is_put_in = _declared(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
# (text object) → render mode.
mode_of = _declared(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
# (page, index) → object; (form, index) → object; (object) → kind.
page_object = _declared(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_object = _declared(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
kind_of = _declared(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
# (path, index) → segment; (segment) → kind, whether it closes; (segment, float x, float y).
segment_of = _declared(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_kind = _declared(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _declared(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
segment_point = _declared(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
# (path) → number of segments; (path, int fill, int stroke); (object, matrix of six floats);
# (object, uint red, green, blue, alpha).
segment_count = _declared(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
draw_mode = _declared(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
matrix_of = _declared(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
fill_colour = _declared(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, *([c_void_p] * 4))
stroke_colour = _declared(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p, *([c_void_p] * 4))
