"""A page of an OFD file → the glyphs and lines on it, in points from its upper left corner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.read.ofd.package import OfdPage, children, descendants, numbers
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.inks import Ink
from pipeline.read.pdf.laid import Drawn
from pipeline.read.pdf.strokes import MOST_SEGMENTS, Strokes, add_outline

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# How far letters reach above and below the base line, in parts of their size (Chinese fonts: 0.86 and 0.14).
_ASCENT, _DESCENT = 0.86, 0.14
# Width of a letter where the file does not say how far the next one stands: Chinese as wide as high, others half.
_NARROW = 0.5
_BLACK = Ink(0, 0.0, False)
_POINTS_OF = {"M": 1, "S": 1, "L": 1, "Q": 2, "B": 3, "A": 4}


@dataclass(slots=True)
class _Canvas:
    """What is drawn, as it is met."""

    scale: float
    glyphs: list[Glyph] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=lambda: [_BLACK])
    strokes: Strokes = field(default_factory=Strokes)

    def ink(self, ink: Ink) -> int:
        if ink not in self.inks:
            self.inks.append(ink)
        return self.inks.index(ink)


def page_to_drawn(page: OfdPage, scale: float) -> tuple[Drawn, list[str]]:
    """What is drawn on the page (`scale` points a unit), and the words that its templates print on it."""
    canvas = _Canvas(scale)
    for template in page.templates:
        for item in descendants(template, "PathObject"):
            _draw_path(item, canvas)
    words = [
        "".join(code.text or "" for code in descendants(text, "TextCode")).strip()
        for template in page.templates
        for text in descendants(template, "TextObject")
    ]
    area = page.width * page.height * scale * scale
    for item in page.content.iter():
        name = etree.QName(item).localname
        if item.get("Visible") == "false":
            continue
        if name == "TextObject":
            _draw_text(item, canvas)
        elif name == "PathObject":
            _draw_path(item, canvas)
        elif name == "ImageObject":
            box = numbers(item.get("Boundary"))
            canvas.strokes.pictured += box[2] * box[3] * scale * scale / area if len(box) == 4 else 0.0
    return Drawn(canvas.glyphs, canvas.inks, canvas.strokes), [w for w in words if w]


def _draw_text(item: etree._Element, canvas: _Canvas) -> None:
    """Each TextCode begins at X, Y (kept from the one before if not said) and goes on by DeltaX, DeltaY."""
    matrix, size = _matrix(item, canvas.scale), _number(item.get("Size"), 0.0)
    angle = round(math.degrees(math.atan2(matrix[1], matrix[0]))) % 360
    colour = next(children(item, "FillColor"), None)
    ink = canvas.ink(Ink(angle, _lightness(colour, item.get("Alpha")), False))
    # Glyphs are boxes along the axes; a slanted one is set aside by its angle wherever its box is.
    high = size * math.hypot(matrix[2], matrix[3])
    wide = size * _number(item.get("HScale"), 1.0) * math.hypot(matrix[0], matrix[1])
    # Points to a unit of the object along the line.
    along = math.hypot(matrix[0], matrix[1]) or canvas.scale
    x = y = 0.0
    for code in children(item, "TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        right, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        at_x, at_y = x, y
        for i, char in enumerate(code.text or ""):
            left, base = _point(matrix, at_x, at_y)
            usual = wide if ord(char) >= 0x2E80 or char in "“”‘’—…" else wide * _NARROW
            step = right[min(i, len(right) - 1)] if right else 0.0 if down else usual / along
            # What the file writes in one run belongs together: a letter reaches to where the next begins.
            width = max(usual, min(step * along, wide))
            top, bottom = base - _ASCENT * high, base + _DESCENT * high
            canvas.glyphs.append(
                Glyph(" " if char.isspace() else char, left, top, left + width, bottom, base, ink)
            )
            at_x += step
            at_y += down[min(i, len(down) - 1)] if down else 0.0


def _deltas(words: str | None) -> list[float]:
    """`4 g 3 5` → 4, 5, 5, 5: `g` repeats; at most what a line can hold."""
    found: list[float] = []
    parts = iter((words or "").split())
    for part in parts:
        if part == "g":
            times, step = _number(next(parts, None), 0.0), _number(next(parts, None), 0.0)
            found += [step] * max(0, min(int(times), 10_000))
        else:
            found.append(_number(part, 0.0))
    return found


def _draw_path(item: etree._Element, canvas: _Canvas) -> None:
    paint = _paint(item)
    if paint is None or canvas.strokes.segments > MOST_SEGMENTS:
        return
    matrix = _matrix(item, canvas.scale)
    for path in children(item, "AbbreviatedData"):
        for outline in _outlines((path.text or "").split(), canvas.strokes):
            points = [_point(matrix, x, y) for x, y in outline]
            canvas.strokes.segments += len(points)
            if len(points) > 1:
                add_outline(points, "stroke" if paint == "stroke" else "fill", canvas.strokes)


def _paint(item: etree._Element) -> str | None:
    """`stroke` or `fill`; None for what nobody sees."""
    if item.get("Stroke", "true") != "false":
        colour = next(children(item, "StrokeColor"), None)
        return None if _lightness(colour, item.get("Alpha")) > 0.97 else "stroke"
    if item.get("Fill", "false") == "true":
        colour = next(children(item, "FillColor"), None)
        return None if _lightness(colour, item.get("Alpha")) > 0.97 else "fill"
    return None


def _outlines(words: list[str], strokes: Strokes) -> Iterator[list[tuple[float, float]]]:
    """`M 0 0 L 10 0 C` → the corners of each part that begins anew; of curves only the ends."""
    outline: list[tuple[float, float]] = []
    at = 0
    while at < len(words):
        command = words[at]
        at += 1
        if command == "C" and outline:
            outline.append(outline[0])
            continue
        if command not in _POINTS_OF:
            continue
        # An arc has seven numbers, of which the last two are its end; the others come in pairs.
        count = 7 if command == "A" else 2 * _POINTS_OF[command]
        given = numbers(" ".join(words[at : at + count]))
        at += len(given)
        if len(given) < count:
            continue
        point = (given[-2], given[-1])
        if command in "MS":
            if outline:
                yield outline
            outline = [point]
        else:
            strokes.curves += command != "L"
            outline.append(point)
    if outline:
        yield outline


def _matrix(item: etree._Element, scale: float) -> Matrix:
    """From the space of an object to points on the page: its CTM, then the corner of its Boundary."""
    given, box = numbers(item.get("CTM")), numbers(item.get("Boundary"))
    a, b, c, d, e, f = given if len(given) == 6 else _SAME
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    return a * scale, b * scale, c * scale, d * scale, (e + left) * scale, (f + top) * scale


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _lightness(colour: etree._Element | None, alpha: str | None) -> float:
    """0 (black, also where no colour is said) to 1 (white, or not seen), by ITU-R BT.601."""
    rgb = numbers(colour.get("Value")) if colour is not None else []
    red, green, blue = rgb if len(rgb) == 3 else (0.0, 0.0, 0.0)
    cover = _number(alpha, 255.0) / 255
    if colour is not None:
        cover *= _number(colour.get("Alpha"), 255.0) / 255
    return 1 - cover * (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255)


def _number(words: str | None, otherwise: float) -> float:
    found = numbers(words)
    return found[0] if found and math.isfinite(found[0]) else otherwise
