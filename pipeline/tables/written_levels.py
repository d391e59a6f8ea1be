"""Headings of several levels that a converter wrote into one line, each with those above it.

| 镇 | 床位-现有 | 床位-新增 |        | 镇 | 床位 |   <  |
                                  →    | "  | 现有 | 新增 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.language import patterns
from pipeline.language.cells import squeeze, year_within
from pipeline.language.cut_names import cuts_word
from pipeline.language.heading_units import heading_unit
from pipeline.messages import say
from pipeline.model import Fragment, Piece, Repair, Span

_BREAK = r"\n"
_SEPARATORS = (
    _BREAK,
    r"\s*[-—–]\s*",
    r"\s*[/／]\s*",
    r"\s*[·>＞]\s*",
    r"\s*[:：_]\s*",
    r"(?<=[\p{Han}）)%])\.(?=\S)",
)
_FEWEST_DATED = 2
_Parts = tuple[str, ...]


def part_levels(fragment: Fragment) -> tuple[Fragment, tuple[Repair, ...]]:
    """The fragment with its first row as one row a level, and the repair that says so."""
    if fragment.kind == "lines" or not fragment.rows:
        return fragment, ()
    heads = fragment.rows[0]
    for separator in _SEPARATORS:
        is_break = separator == _BREAK
        parts = [_parts(separator, piece.text) for piece in heads]
        parts = _without_wraps(parts) if is_break else parts
        if _are_levels(parts, is_break):
            depth = max(map(len, parts))
            levels = [
                tuple(_at_level(*pair, k) for pair in zip(heads, parts, strict=True)) for k in range(depth)
            ]
            breaks = tuple(at + depth - 1 if at else 0 for at in fragment.breaks)
            return replace(fragment, rows=(*levels, *fragment.rows[1:]), breaks=breaks), (
                _repair(heads, levels),
            )
    return fragment, ()


def _parts(separator: str, heading: str) -> _Parts:
    """The words between separators; what spans several levels may be written on each: 镇街.镇街."""
    words = filter(None, map(squeeze, patterns.split(separator, heading)))
    return tuple(word for word, _ in groupby(words))


def _are_levels(parts: Sequence[_Parts], is_break: bool) -> bool:
    """Headings with a level above stand side by side under the same one, two at least, and differ below it.

    A line end may stand inside a word: there a year says that it parts levels, a unit behind what stands above it, or the
    same headings under several; where one of several groups is told so, line ends that cut no word part the others too.
    """
    if not any(len(one) > 1 for one in parts):
        return False
    levels = [run for run in _runs(parts) if len(run[0]) > 1]
    if any(len(run) < 2 or len(set(run)) < len(run) for run in levels):
        return False
    below = Counter(tuple(one[1:] for one in run) for run in levels)
    told = [_is_told(run) or below[tuple(one[1:] for one in run)] > 1 for run in levels]
    whole = not any(cuts_word(a, b) for run in levels for one in run for a, b in pairwise(one))
    return (
        not is_break
        or all(told)
        or (whole and (any(told) or any(_hints(one) for run in levels for one in run)))
    )


def _runs(parts: Sequence[_Parts]) -> list[list[_Parts]]:
    """Headings side by side that have the same words above."""
    return [list(run) for _, run in groupby(parts, key=lambda one: one[:1] if len(one) > 1 else one)]


def _is_told(run: Sequence[_Parts]) -> bool:
    """Whether years, of all but one (现有 before them), or a unit behind the words above, say that headings of several lines are
    of several levels."""
    dated = sum(bool(year_within(one[0]) or year_within(one[1])) for one in run)
    return dated >= max(_FEWEST_DATED, len(run) - 1) or heading_unit(run[0][0]) is not None


def _hints(parts: _Parts) -> bool:
    """Whether a year stands below, or a unit behind words above, in a heading of three lines or more."""
    return len(parts) > 2 and (year_within(parts[-1]) is not None or heading_unit(parts[-2]) is not None)


def _without_wraps(parts: Sequence[_Parts]) -> list[_Parts]:
    """The headings, each of several lines that stands under no other's words as one: 社区 ⏎ 个数."""
    return [one if len(run) > 1 else ("".join(one),) for run in _runs(parts) for one in run]


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
