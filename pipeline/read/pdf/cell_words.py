"""The glyphs of a cell → its words: which line of it goes on below, and which ends where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.tables import RuledCell
from pipeline.read.pdf.view import View, upright_lines

# A cell keeps its words at most so far (points) from its sides; what stands together at the start of a line: a
# figure or Latin word with its marks, two Chinese letters (no line begins with a mark).
_MOST_PADDING = 6.0
_TOKEN = patterns.compile(r"[!-~]+|.{1,2}")
# A figure is at least so wide, as a share of its line's height.
_NARROW = 0.4
_FIGURES = patterns.compile(r"[\d.,%‰\s]+")
# Figures on both sides of a line's end, of which the lower are not the number of an item (`3.`, `3、`).
_CUT_NUMBER = patterns.compile(r"\d(?!\d{1,2}(?:[、．]|\.(?!\d)))\d")
# One number in a column too narrow for it; a decimal point below may begin another.
_NUMBER_IN_LINES = patterns.compile(r"\d[\d,]*(?:\.\d+)?(?:\n\d+)+")


def cells_to_words(cells: Sequence[RuledCell], inside: Sequence[Sequence[Glyph]], back: View) -> list[str]:
    """The words of each cell of a table; a number that its column has no room for is one, whatever lines it takes."""
    lines = [upright_lines(glyphs, back) if glyphs else [] for glyphs in inside]
    words = [_said(printed, cell.box, back) for printed, cell in zip(lines, cells, strict=True)]
    stacked = {(cell.row, word.count("\n")) for cell, word in zip(cells, words, strict=True) if "\n" in word}
    rooms: dict[int, float] = {}
    for cell, printed in zip(cells, lines, strict=True):
        if cell.col_span == 1:
            rooms[cell.col] = max([rooms.get(cell.col, 0.0), *(line.x1 - line.x0 for line in printed)])
    for n, (cell, printed) in enumerate(zip(cells, lines, strict=True)):
        beside = (cell.row, len(printed) - 1) in stacked
        if (
            len(printed) > 1
            and not beside
            and _is_cut(printed, max(rooms.get(cell.col, 0.0), _room(printed, cell.box)))
        ):
            words[n] = "".join(line.text for line in printed)
    return words


def _said(lines: Sequence[Line], box: Rectangle, back: View) -> str:
    """A line goes on below where its next word had no room; where not even one more figure had room beside words,
    a number goes on (`到1` over `2月底`). Figures alone may be two, one under the other.
    """
    if len(lines) < 2 or not back.is_upright:
        return " ".join(line.text for line in lines)
    room = _room(lines, box)
    alone = all(_FIGURES.fullmatch(line.text) for line in lines)
    parts = [lines[0].text]
    for line, following in pairwise(lines):
        token = _TOKEN.match(following.text)
        first = (following.x1 - following.x0) * len(token[0]) / len(following.text) if token else 0.0
        left = room - (line.x1 - line.x0)
        cut = not alone and left < _figure(following) and _CUT_NUMBER.match(line.text[-1] + following.text)
        parts += ("" if cut else " " if first > left else "\n", following.text)
    return "".join(parts)


def _room(lines: Sequence[Line], box: Rectangle) -> float:
    """How wide a line of the cell may be, at least."""
    return max(box[2] - box[0] - 2 * _MOST_PADDING, *(line.x1 - line.x0 for line in lines))


def _figure(line: Line) -> float:
    """How wide a figure of a line is, at least."""
    each = (line.x1 - line.x0) / len(line.text)
    return each if _FIGURES.fullmatch(line.text) else min(each, _NARROW * (line.bottom - line.top))


def _is_cut(lines: Sequence[Line], room: float) -> bool:
    """Whether lines of figures are one number: each but the last, which is shorter or one figure, is full."""
    widths = [line.x1 - line.x0 for line in lines]
    full = all(room - width < _figure(line) for width, line in zip(widths[:-1], lines, strict=False))
    whole = _NUMBER_IN_LINES.fullmatch("\n".join(line.text for line in lines))
    return bool(whole) and full and (widths[-1] < min(widths[:-1]) or len(lines[-1].text) == 1)
