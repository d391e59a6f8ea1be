"""Headings of several levels that a converter wrote into one line, each with those above it.

| 镇 | 床位-现有 | 床位-新增 |        | 镇 | 床位 |   <  |
                                  →    | "  | 现有 | 新增 |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.language import patterns
from pipeline.language.cells import squeeze, year_within
from pipeline.messages import say
from pipeline.model import Fragment, Piece, Repair, Span

_SEPARATORS = (r"\n", r"\s*[-—–]\s*", r"\s*[/／]\s*", r"\s*[·>＞]\s*")
_Parts = tuple[str, ...]


def part_levels(fragment: Fragment) -> tuple[Fragment, tuple[Repair, ...]]:
    """The fragment with its first row as one row a level, and the repair that says so."""
    if fragment.kind == "lines" or not fragment.rows:
        return fragment, ()
    heads = fragment.rows[0]
    for separator in _SEPARATORS:
        parts = [tuple(filter(None, map(squeeze, patterns.split(separator, piece.text)))) for piece in heads]
        if _are_levels(parts, is_break=separator == r"\n"):
            depth = max(map(len, parts))
            levels = [
                tuple(_at_level(*pair, k) for pair in zip(heads, parts, strict=True)) for k in range(depth)
            ]
            breaks = tuple(at + depth - 1 if at else 0 for at in fragment.breaks)
            return replace(fragment, rows=(*levels, *fragment.rows[1:]), breaks=breaks), (
                _repair(heads, levels),
            )
    return fragment, ()


def _are_levels(parts: Sequence[_Parts], is_break: bool) -> bool:
    """Headings with a level above stand side by side under the same one, two at least, and differ below it.

    A line end may stand inside a word: there a year says that it parts levels, or the same headings under several.
    """
    if not any(len(one) > 1 for one in parts):
        return False
    runs = [list(run) for _, run in groupby(parts, key=lambda one: one[:1] if len(one) > 1 else one)]
    levels = [run for run in runs if len(run[0]) > 1]
    if any(len(run) < 2 or len(set(run)) < len(run) for run in levels):
        return False
    dated = all(year_within(one[0]) or year_within(one[1]) for run in levels for one in run)
    again = len(levels) > 1 and len({tuple(one[1:] for one in run) for run in levels}) == 1
    return dated or again or not is_break


def _at_level(piece: Piece, parts: _Parts, level: int) -> Piece:
    """What the heading says at a level, the last words where it has none so deep; a place of its own for each."""
    text = parts[min(level, len(parts) - 1)] if parts else ""
    at = max(piece.text.find(text), 0) if text else 0
    start = min(piece.span.start + at, max(piece.span.start, piece.span.end - 1))
    return Piece(text, Span(start, min(start + len(text), piece.span.end)))


def _repair(heads: Sequence[Piece], levels: Sequence[Sequence[Piece]]) -> Repair:
    before = " | ".join(squeeze(piece.text) for piece in heads)
    after = " ⏎ ".join(" | ".join(piece.text for piece in level) for level in levels)
    span = Span(heads[0].span.start, heads[-1].span.end)
    return Repair("heading_levels", before, after, say("levels_in_one_line"), "probable", span, row=0)
