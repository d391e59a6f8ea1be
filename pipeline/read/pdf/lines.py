"""Glyphs → words → lines, by where they stand and not by their order in the file.

Words are cut as by pdfplumber: at a blank, and where the next glyph is more than 3 points away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.read.parts import Place
from pipeline.read.pdf.frame import Rectangle
from pipeline.read.pdf.glyphs import Glyph

# Points; pdfplumber's default.
WORD_GAP = 3.0
# Base lines of one printed line lie within this share of the smaller glyph's size; raised marks by 0.35
# of the bigger one's, lines by 1.2 and more.
_SAME_ROW = 0.4
# Of a letter's size: a blank between two bodies takes half (measured 0.51-0.59 in five files), Chinese spread
# to fill a line or a heading up to 0.3.
_BLANK_GAP = 0.4
# Latin words and numbers are parted by a quarter of their size, which files may say by place alone; spread digits by 0.15.
_LATIN_GAP = 0.2
# Nearer than this (points) glyphs touch.
_NO_GAP = 0.5
# The same glyph again within this share of its width: programs shift it by 0.02 to 0.1 to make it bold. Where
# a file gives no widths each glyph is said to be as wide as the font is high, and ll stands 0.22 of that apart.
_STRUCK_TWICE = 0.2
# Fields side by side, in letters' sizes.
_FIELD_GAP = 1.5
FIELD = patterns.compile(r"\s*\p{Han}(?:\s*\p{Han}){1,7}\s*[：:]")
# Lines one below the other are apart by 1.2 of their height and more; a line nearer to both its neighbours
# stands beside them.
_BESIDE = 0.9


class Line(NamedTuple):
    """Words read one after another, and the box around them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def box(self) -> Rectangle:
        return self.x0, self.top, self.x1, self.bottom

    def place(self, page: int) -> Place:
        return Place(page, *(round(side, 2) for side in self.box))


def glyphs_to_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines from top to bottom. A big word beside two small lines stands before or after both."""
    return rows_to_lines(glyphs_to_rows(glyphs))


def rows_to_lines(printed: Iterable[Sequence[Glyph]]) -> list[Line]:
    """`glyphs_to_lines` of glyphs that stand in rows already."""
    rows = [
        parts
        for row in printed
        if (parts := [line for part in _row_to_fields(row) if (line := _row_to_line(part)) is not None])
    ]
    return [line for row in _beside_after(rows) for line in row]


def glyphs_to_words(glyphs: Iterable[Glyph]) -> list[str]:
    """The words from top to bottom and left to right, cut as pdfplumber cuts them."""
    return ["".join(g.char for g in word) for row in glyphs_to_rows(glyphs) for word in _row_to_words(row)]


def glyphs_to_rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs on one base line, from left to right; rows from top to bottom."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=_by_base):
        _, x0, top, x1, bottom, here, _ = glyph
        mine = bottom - top if bottom - top > x1 - x0 else x1 - x0
        if rows and here - base <= _SAME_ROW * (mine if mine < size else size):
            rows[-1].append(glyph)
            if mine > size:
                size = mine
        else:
            rows.append([glyph])
            base, size = here, mine
    return [_without_doubles(row) for row in rows]


def _without_doubles(row: list[Glyph]) -> list[Glyph]:
    """The glyphs from left to right, those struck twice to look bold once."""
    row.sort(key=_by_left)
    once = row[:1]
    for glyph in row[1:]:
        last = once[-1]
        if glyph[1] - last[1] >= _STRUCK_TWICE * (last[3] - last[1]) or glyph[0] != last[0]:
            once.append(glyph)
    return once


_by_base, _by_left = itemgetter(5), itemgetter(1)


def _size(glyph: Glyph) -> float:
    # Glyphs drawn by programs (Type 3 fonts) have the height of their ink: a dash is low but wide.
    return max(glyph[4] - glyph[2], glyph[3] - glyph[1])


def _row_to_words(row: Sequence[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    end = None
    for glyph in row:
        if glyph[0] == " ":
            end = None
            continue
        if end is None or glyph[1] > end + WORD_GAP:
            words.append([glyph])
        else:
            words[-1].append(glyph)
        end = glyph[3]
    return words


def _row_to_fields(row: Sequence[Glyph]) -> list[Sequence[Glyph]]:
    """A row of the box above a notice, `索引号：…  主题分类：…`, as its fields; any other row whole."""
    end = row[0][3]
    cuts = [0]
    for i, glyph in enumerate(row):
        if glyph[0] != " ":
            if glyph[1] - end > _FIELD_GAP * (glyph[4] - glyph[2]):
                cuts.append(i)
            end = glyph[3]
    if len(cuts) == 1:
        return [row]
    parts = [row[start:end] for start, end in pairwise([*cuts, len(row)])]
    return parts if all(FIELD.match("".join(g[0] for g in part)) for part in parts) else [row]


def _row_to_line(row: Sequence[Glyph]) -> Line | None:
    printed = [glyph for glyph in row if glyph[0] != " "]
    if not printed:
        return None
    parts: list[str] = []
    last = row[0]
    for glyph in row:
        char, gap = glyph[0], glyph[1] - last[3]
        if char != " " and gap > _NO_GAP and last[0] != " " and gap > _least_gap(last, glyph):
            parts.append(" ")
        if char != " " or last[0] != " ":
            parts.append(char)
        last = glyph
    _, x0s, tops, x1s, bottoms, _, _ = zip(*printed, strict=True)
    return Line("".join(parts).strip(), min(x0s), min(tops), max(x1s), max(bottoms))


def _least_gap(left: Glyph, right: Glyph) -> float:
    """How far apart two glyphs must be for a blank between them."""
    latin = left[0] < "\u0250" and right[0] < "\u0250"
    return (_LATIN_GAP if latin else _BLANK_GAP) * max(_size(left), _size(right))


def _beside_after(rows: list[list[Line]]) -> list[list[Line]]:
    """`A` over `B` with a word at half height beside them is read A B word (or word A B)."""
    ordered = list(rows)
    for i in range(1, len(rows) - 1):
        above, row, below = rows[i - 1 : i + 2]
        if not (_is_beside(row[0], above[0]) and _is_beside(row[0], below[0])):
            continue
        if row[0].x0 >= max(above[-1].x1, below[-1].x1):
            ordered[i], ordered[i + 1] = below, row
        elif row[-1].x1 <= min(above[0].x0, below[0].x0):
            ordered[i - 1], ordered[i] = row, above
    return ordered


def _is_beside(line: Line, neighbour: Line) -> bool:
    apart = abs(line.top + line.bottom - neighbour.top - neighbour.bottom) / 2
    return apart < _BESIDE * max(line.bottom - line.top, neighbour.bottom - neighbour.top)
