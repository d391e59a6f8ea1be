"""Headings that came out one a line above rows whose cells tabs part.

序号⏎镇街⏎床位（张）⏎公厕（座）            | 序号 | 镇街 | 床位（张） | 公厕（座） |
1⇥甲镇⇥30⇥2                       →    | 1    | 甲镇 | 30         | 2          |

They are as many as the cells of the rows. More of them are of two lines, the lower of which ends with the last heading and
begins where headings come that no heading above has: 镇⏎2025年⏎2026年⏎床位⏎公厕⏎床位⏎公厕 over rows of five cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.heading_repeats import groups_of
from pipeline.language.headings import NAME_MEANINGS, may_be_heading, meaning
from pipeline.model import Fragment, Span
from pipeline.outline.lines import ANNEX, Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import line_to_pieces
from pipeline.outline.regions import Region, is_row, region_at

_FEWEST, _MOST = 3, 40

Heads = tuple[tuple[Line, ...], ...]


def heads_at(lines: Sequence[Line], start: int) -> tuple[Heads, Region | None]:
    """The lines of headings that begin at `start`, each a tuple of the lines of its headings, and the rows below; none where
    these are not as many as the cells of the rows."""
    if meaning(lines[start].squeezed) not in NAME_MEANINGS or not _can_be_heading(lines[start]):
        return (), None
    if start and meaning(lines[start - 1].squeezed) and _can_be_heading(lines[start - 1]):
        return (), None  # these begin above
    end = start + 1
    while (
        end < min(len(lines), start + _MOST)
        and _can_be_heading(lines[end])
        and lines[end].gap == lines[start + 1].gap
    ):
        end += 1
    if end == len(lines) or end - start < _FEWEST or not is_row(lines[end]) or not _is_of_body(lines[end]):
        return (), None
    region = region_at(lines, end)
    if region is None or region.separator != "\t":
        return (), None
    widths = Counter(line.text.count("\t") + 1 for line in lines[end : region.end] if "\t" in line.text)
    heads = _laid(lines[start:end], widths.most_common(1)[0][0])
    return heads, region if heads else None


def laid_below(heads: Heads, fragment: Fragment) -> Fragment:
    """The table below headings that stood one a line above its rows."""
    above = tuple(tuple(line_to_pieces(line, "\0")[0] for line in head) for head in heads)
    return replace(
        fragment,
        rows=(*above, *fragment.rows),
        span=Span(heads[0][0].span.start, fragment.span.end),
        breaks=tuple(at + len(above) for at in fragment.breaks),
    )


def _can_be_heading(line: Line) -> bool:
    words = line.squeezed
    if line.furniture or line.level or "\t" in line.text or ANNEX.match(words) or text_to_mark(words):
        return False
    return may_be_heading(words) or bool(year(words))


def _laid(run: Sequence[Line], width: int) -> Heads:
    if len(run) == width and len({line.squeezed for line in run}) == width:
        return (tuple(run),)
    return _of_two(run, width) if width < len(run) else ()


def _of_two(run: Sequence[Line], width: int) -> Heads:
    """The run as two lines, where there is one way: the lower has as many groups as there are headings over several columns,
    and none of the headings above."""
    words = [line.squeezed for line in run]
    groups = len(run) - width
    cuts = [
        cut
        for cut in range(groups + 1, len(run) - groups)
        if groups > 1
        and len(set(words[:cut])) == cut
        and not set(words[:cut]) & set(words[cut:])
        and _are_groups(words[cut:], groups)
    ]
    return (tuple(run[: cuts[0]]), tuple(run[cuts[0] :])) if len(cuts) == 1 else ()


def _are_groups(lower: Sequence[str], many: int) -> bool:
    """Some heading comes again, and each group has two or more."""
    starts = groups_of(lower, many) if len(set(lower)) < len(lower) else []
    return bool(starts) and all(b - a > 1 for a, b in pairwise([*starts, len(lower)]))


def _is_of_body(row: Line) -> bool:
    texts = [text.strip() for text in row.text.split("\t")]
    return any(is_dash(text) or (is_value(text) and not year(text)) for text in texts)
