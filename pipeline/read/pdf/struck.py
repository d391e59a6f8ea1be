"""Words with a line drawn through them: they hold no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.messages import Message, say
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.strokes import Edge, Sides

# The line lies above the base line by this share of the letters' height (underlines lie below it, the rules of
# tables above or below the letters), and begins and ends where letters do, within half a letter.
_LOWEST, _HIGHEST = 0.12, 0.5
_ENDS = 0.5
# Letters by where they begin (points), so that a line is asked about the few it could begin at.
_STEP = 4.0


def part_struck(glyphs: list[Glyph], lines: Sides) -> tuple[list[Glyph], tuple[tuple[str, Message], ...]]:
    """The glyphs no line goes through, and the words that one does."""
    edges = _at_height(lines.across, glyphs) if lines.across else []
    if not edges:
        return glyphs, ()
    by_start: dict[int, list[int]] = {}
    for n, glyph in enumerate(glyphs):
        by_start.setdefault(int(glyph[1] // _STEP), []).append(n)
    struck: set[int] = set()
    words: list[tuple[str, Message]] = []
    for edge in edges:
        through = list(_through(edge, glyphs)) if _begins(edge, glyphs, by_start) else []
        fresh = [n for n in through if n not in struck]
        if fresh and _ends_with(edge, [glyphs[n] for n in through]):
            struck.update(fresh)
            words.append(("".join(glyphs[n].char for n in fresh).strip(), say("aside_struck")))
    return [glyph for n, glyph in enumerate(glyphs) if n not in struck], tuple(w for w in words if w[0])


def _at_height(edges: Sequence[Edge], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The lines that lie at a height where they could go through letters: next to none of the rules of tables do."""
    rows = {(int(glyph[5]), int(glyph[4] - glyph[2])) for glyph in glyphs}
    heights = {
        y
        for base, high in rows
        for y in range(int(base - _HIGHEST * (high + 1)), int(base + 2 - _LOWEST * high))
    }
    return [edge for edge in edges if int(edge[1]) in heights]


def _is_through(edge: Edge, glyph: Glyph) -> bool:
    high = glyph.bottom - glyph.top
    return _LOWEST * high < glyph.base - edge.top < _HIGHEST * high


def _begins(edge: Edge, glyphs: Sequence[Glyph], by_start: dict[int, list[int]]) -> bool:
    at = int(edge.x0 // _STEP)
    near = (glyphs[n] for k in range(at - 2, at + 3) for n in by_start.get(k, ()))
    return any(
        _is_through(edge, glyph)
        and abs(glyph.x0 - edge.x0) < _ENDS * (glyph.x1 - glyph.x0)
        and glyph.x0 < edge.x1
        for glyph in near
    )


def _through(edge: Edge, glyphs: Sequence[Glyph]) -> Iterator[int]:
    for n, glyph in enumerate(glyphs):
        if edge.x0 < (glyph.x0 + glyph.x1) / 2 < edge.x1 and _is_through(edge, glyph):
            yield n


def _ends_with(edge: Edge, through: Sequence[Glyph]) -> bool:
    last = max(through, key=lambda glyph: glyph.x1)
    return abs(last.x1 - edge.x1) < _ENDS * (last.x1 - last.x0) + 1
