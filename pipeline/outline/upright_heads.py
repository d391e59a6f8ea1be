"""Headings that came out one a line above rows whose cells tabs part: a row of one cell each, above those of the table.

序号⏎镇街⏎床位（张）⏎公厕（座）⏎1⇥甲镇⇥30⇥2  →  | 序号 |, | 镇街 |, | 床位（张） |, | 公厕（座） |, | 1 | 甲镇 | 30 | 2 |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.headings import NAME_MEANINGS, may_be_heading, meaning
from pipeline.model import Fragment, Span
from pipeline.outline.lines import ANNEX, Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import line_to_pieces
from pipeline.outline.regions import Region, is_row, region_at

_FEWEST, _MOST = 3, 40


def heads_at(lines: Sequence[Line], start: int) -> tuple[Sequence[Line], Region | None]:
    """The lines of headings that begin at `start`, and the rows below; none where these have more cells."""
    if meaning(lines[start].squeezed) not in (*NAME_MEANINGS, "unit") or not _can_be_heading(lines[start]):
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
    width = max(line.text.count("\t") + 1 for line in lines[end : region.end])
    return (lines[start:end], region) if end - start >= width else ((), None)


def laid_below(heads: Sequence[Line], fragment: Fragment) -> Fragment:
    """The table below headings that stood one a line above its rows."""
    above = tuple(line_to_pieces(line, "\0") for line in heads)
    return replace(
        fragment,
        rows=(*above, *fragment.rows),
        span=Span(heads[0].span.start, fragment.span.end),
        breaks=tuple(at + len(above) for at in fragment.breaks),
    )


def _can_be_heading(line: Line) -> bool:
    words = line.squeezed
    if line.furniture or line.level or "\t" in line.text or ANNEX.match(words) or text_to_mark(words):
        return False
    return may_be_heading(words) or bool(year(words))


def _is_of_body(row: Line) -> bool:
    """The row has values or dashes, or the name of a group alone: 一、东部片区."""
    texts = [text.strip() for text in row.text.split("\t") if text.strip()]
    if len(texts) == 1:
        return text_to_mark(texts[0]) is not None
    return any(is_dash(text) or (is_value(text) and not year(text)) for text in texts)
