"""Signatures and red heads laid out as a table: cells that hold only names of bodies and a date are lines of the notice, no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.model import Span
from pipeline.outline.body_names import is_body_name, is_end_of_name
from pipeline.outline.dates import is_like_date, line_to_date
from pipeline.outline.lines import Line
from pipeline.outline.name_parts import is_like_name
from pipeline.outline.row_lines import PIPE_RULE
from pipeline.outline.title_words import BARE_RED_HEAD, SIGNED

_PIPE = patterns.compile(r"^\s*\|.*\|\s*$")
_KNOWN = 2 / 3


def table_to_signature(lines: Sequence[Line], following: Sequence[Line]) -> tuple[Line, ...]:
    """The cells of a table's lines in reading order, each a line, where they are a signature; else ().

    A signature names bodies and says a date, in its cells or in the line below it: a list of bodies has none. So is the red
    head of several bodies, which has 文件 beside their names.
    """
    cells = [cell for line in lines for cell in cells_of(line)]
    if _is_red_head([cell.squeezed for cell in cells]):
        return tuple(cells)
    dates = [cell for cell in cells if _is_date(cell)]
    names = [SIGNED.sub("", cell.squeezed) for cell in cells if not _is_date(cell)]
    below = next((x for x in following if not (x.furniture or is_body_name(x.squeezed))), None)
    if not (dates or (below and _is_date(below))) or not names:
        return ()
    known = sum(map(is_body_name, names))
    like = all(is_like_name(name) or is_body_name(name) or is_end_of_name(name) for name in names)
    return tuple(cells) if like and known >= len(names) * _KNOWN else ()


def _is_red_head(words: Sequence[str]) -> bool:
    names = [word for word in words if not BARE_RED_HEAD.match(word)]
    return len(names) == len(words) - 1 > 0 and all(map(is_body_name, names))


def _is_date(cell: Line) -> bool:
    return bool(line_to_date(cell.squeezed)) or is_like_date(cell.squeezed)


def cells_of(line: Line) -> Iterator[Line]:
    """The stretches of a line that tabs or pipes part, where something is printed."""
    mark = "|" if _PIPE.match(line.text) else "\t"
    if mark == "|" and PIPE_RULE.match(line.text):
        return
    start = 0
    for words in line.text.split(mark):
        end = start + len(words)
        if words.strip():
            places = line.places[start:end]
            yield replace(line, text=words, places=places, span=Span(places[0], places[-1] + 1))
        start = end + 1
