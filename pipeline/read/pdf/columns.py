"""Glyphs of a page → blocks read one after another: a page set in two columns is read down each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.lines import glyphs_to_rows

# The middle of a gutter lies in this share of the text's width.
_FROM, _TO = 0.35, 0.65
# A column has this many lines at least, and its lines fill this share of its width: two lists of names
# side by side (signatures, a table without rules) are short and are read line by line.
_FEWEST_LINES = 8
_FULL = 0.7
# Headings over both columns: at most this share of the rows crosses the gutter.
_MOST_CROSSING = 0.25

# A stretch of a row without a gap as wide as a letter: x0, x1, base.
_Stretch = tuple[float, float, float]


def rows_to_blocks(rows: Sequence[Sequence[Glyph]]) -> list[list[list[Glyph]]]:
    """The rows in blocks to be read from top to bottom one after another; mostly there is one."""
    stretches = [stretch for row in rows for stretch in _row_to_stretches(row)]
    gutter = _gutter(stretches)
    if gutter is None:
        return [list(map(list, rows))]
    crossing = sorted(base for x0, x1, base in stretches if x0 < gutter < x1)
    blocks: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in (glyph for row in rows for glyph in row):
        blocks.setdefault(_place(glyph, gutter, crossing), []).append(glyph)
    return [glyphs_to_rows(blocks[key]) for key in sorted(blocks)]


def _row_to_stretches(row: Sequence[Glyph]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    for glyph in row:
        if glyph[0] == " ":
            continue
        size = glyph[4] - glyph[2]
        if stretches and glyph[1] - stretches[-1][1] < size:
            x0, x1, base = stretches[-1]
            stretches[-1] = (x0, max(x1, glyph[3]), base)
        else:
            stretches.append((glyph[1], glyph[3], glyph[5]))
    return stretches


def _gutter(stretches: Sequence[_Stretch]) -> float | None:
    """Where a page is parted into two columns of running text, or None."""
    if len(stretches) < 2 * _FEWEST_LINES:
        return None
    left, right = min(s[0] for s in stretches), max(s[1] for s in stretches)
    places = [
        left + (right - left) * share / 100 for share in range(round(100 * _FROM), round(100 * _TO) + 1)
    ]
    crossings = [sum(x0 < place < x1 for x0, x1, _ in stretches) for place in places]
    fewest = min(crossings)
    if fewest > _MOST_CROSSING * len(stretches):
        return None
    free = [place for place, count in zip(places, crossings, strict=True) if count == fewest]
    gutter = free[len(free) // 2]
    sides = (
        [x1 - x0 for x0, x1, _ in stretches if x1 <= gutter],
        [x1 - x0 for x0, x1, _ in stretches if x0 >= gutter],
    )
    for widths, width in zip(sides, (gutter - left, right - gutter), strict=True):
        if len(widths) < _FEWEST_LINES or median(widths) < _FULL * width:
            return None
    return gutter


def _place(glyph: Glyph, gutter: float, crossing: Sequence[float]) -> tuple[int, int]:
    """(how many crossing rows end above, 0 for the crossing row itself, 1 left of the gutter, 2 right)."""
    tall = glyph[4] - glyph[2]
    above = bisect_left(crossing, glyph[5] - tall / 2)
    if above < len(crossing) and crossing[above] <= glyph[5] + tall / 2:
        return 2 * above + 1, 0
    return 2 * above, 1 if (glyph[1] + glyph[3]) / 2 < gutter else 2
