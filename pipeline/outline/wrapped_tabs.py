"""Rows of cells that tabs part, of which a program broke every line at one width: 1⇥修路⇥市交通 ⏎ 局⇥2026年.

A row has as many tabs as the headings; a line of it that is not its last is as wide as lines get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.language.headings import may_be_heading, meaning
from pipeline.model import Piece, Span
from pipeline.outline.cell_lines import CellLines, unread
from pipeline.outline.laying import Pieces
from pipeline.outline.lines import Line
from pipeline.outline.widths import columns

_MEASURES: tuple[Callable[[str], int], ...] = (len, columns)
_FEWEST_TABS, _FEWEST_ROWS, _NEAR = 2, 3, 200


def wrapped_rows(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table that begins at a line of headings, where lines of its rows are broken; None where all are whole."""
    heads = ["".join(text.split()) for text in lines[start].text.split("\t")]
    if len(heads) <= _FEWEST_TABS or not any(map(meaning, heads)):
        return None
    if not all(map(may_be_heading, filter(None, heads))):
        return None
    for measure in _MEASURES:
        full = _full(lines, start, measure)
        rows = list(_rows(lines, start, len(heads) - 1, full))
        broken = any("\t" in lines[n].text for row in rows for n in row[1:])
        if len(rows) < _FEWEST_ROWS or not broken:
            continue
        last = rows[-1].stop
        end = _end_of_tabs(lines, last)
        if end > last or (last < len(lines) and not lines[last].gap and last - 1 in full):
            return unread(end)
        return CellLines(tuple(_pieces(lines, row) for row in rows), (), last)
    return None


def _end_of_tabs(lines: Sequence[Line], start: int) -> int:
    """Behind the last of the lines with tabs that go on without an empty one."""
    stop = next((n for n in range(start, len(lines)) if lines[n].gap), len(lines))
    return next((n + 1 for n in reversed(range(start, stop)) if "\t" in lines[n].text), start)


def _full(lines: Sequence[Line], start: int, measure: Callable[[str], int]) -> frozenset[int]:
    """The lines as wide as lines get; a mark that may begin none leaves one letter less."""
    near = range(start, min(start + _NEAR, len(lines)))
    widths = {n: measure(lines[n].text) for n in near}
    return frozenset(n for n in near if widths[n] >= max(widths.values()) - 2)


def _rows(lines: Sequence[Line], start: int, tabs: int, full: frozenset[int]) -> Iterator[range]:
    """The lines of each row, all full but the last: those with its tabs, and those right below without any, if rows follow."""
    at = start
    while at < len(lines) and "\t" in lines[at].text:
        end, held = at + 1, lines[at].text.count("\t")
        while held < tabs and end - 1 in full and end < len(lines) and not lines[end].gap:
            held += lines[end].text.count("\t")
            end += 1
        if held != tabs:
            return
        rest = end
        while rest - 1 in full and rest < len(lines) and not lines[rest].gap and "\t" not in lines[rest].text:
            rest += 1
        follows = rest < len(lines) and not lines[rest].gap and "\t" in lines[rest].text
        yield range(at, rest if follows else end)
        at = rest if follows else end


def _pieces(lines: Sequence[Line], row: range) -> Pieces:
    text = "".join(lines[n].text for n in row)
    places = [place for n in row for place in lines[n].places]
    cuts = [-1, *(at for at, char in enumerate(text) if char == "\t"), len(text)]
    return tuple(_piece(text, places, a + 1, b) for a, b in pairwise(cuts))


def _piece(text: str, places: Sequence[int], first: int, last: int) -> Piece:
    words = text[first:last]
    first, last = first + len(words) - len(words.lstrip()), first + len(words.rstrip())
    if first >= last:
        at = places[min(first, len(places) - 1)]
        return Piece("", Span(at, at))
    return Piece(text[first:last], Span(places[first], places[last - 1] + 1))
