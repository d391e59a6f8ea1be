"""Tables as a spreadsheet writes them: commas or tabs between cells, quotes round a cell that holds one of these or a line end.

序号,任务,责任单位
1,"修县城到镇的路
2.修到村的路","交通局,财政局"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.headings import may_be_heading, meaning
from pipeline.model import Piece, Span
from pipeline.outline.cell_lines import CellLines, unread
from pipeline.outline.laying import Pieces
from pipeline.outline.lines import Line

_FEWEST_CELLS, _FEWEST_ROWS, _FEWEST_KNOWN = 3, 3, 2
_MOST_LINES = 60  # in one cell
_QUOTE = '"'


class _Record(NamedTuple):
    cells: Pieces
    end: int
    quoted: bool


def quoted_rows(lines: Sequence[Line], start: int) -> CellLines | None:
    """The table that begins at a line of headings; one without rows where a record has more or fewer cells."""
    for separator in (",", "\t"):
        head = _record(lines, start, separator)
        if head is None or not _are_headings(head.cells):
            continue
        records = [head, *_further(lines, head, separator)]
        quoted = any(record.quoted for record in records)
        if len(records) < _FEWEST_ROWS or not (quoted or (separator == "," and _are_known(head.cells))):
            continue
        end = records[-1].end
        if (
            end < len(lines)
            and not lines[end].gap
            and (lines[end].printed or lines[end].text).count(separator) >= len(head.cells) - 1
        ):
            return unread(end + 1)
        return CellLines(tuple(record.cells for record in records), (), end)
    return None


def _are_headings(cells: Pieces) -> bool:
    texts = ["".join(cell.text.split()) for cell in cells]
    if len(cells) < _FEWEST_CELLS or not any(map(meaning, texts)):
        return False
    return all(map(may_be_heading, filter(None, texts)))


def _are_known(cells: Pieces) -> bool:
    """Words with commas may look like one heading by chance."""
    known = [meaning("".join(cell.text.split())) for cell in cells]
    return known[0] == "row_number" or sum(map(bool, known)) >= _FEWEST_KNOWN


def _further(lines: Sequence[Line], head: _Record, separator: str) -> Iterator[_Record]:
    at = head.end
    while at < len(lines) and (record := _record(lines, at, separator)):
        if len(record.cells) != len(head.cells):
            return
        yield record
        at = record.end


def _record(lines: Sequence[Line], start: int, separator: str) -> _Record | None:
    """The cells from a line on, as far as the quotes that are open reach; None where one is never closed."""
    first = lines[start].printed or lines[start].text
    if separator not in first and first.count(_QUOTE) % 2 == 0:
        return None
    printed, text, places = "", "", list[int]()
    for n in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[n]
        printed, text = printed + (line.printed or line.text), text + line.text
        places += line.places
        if printed.count(_QUOTE) % 2 == 0:
            cells = tuple(_cells(printed, text, places, separator)) if separator in printed else ()
            return _Record(cells, n + 1, _QUOTE in printed) if cells else None
        printed, text = printed + "\n", text + "\n"
        places.append(line.span.end)
    return None


def _cells(printed: str, text: str, places: Sequence[int], separator: str) -> Iterator[Piece]:
    cuts, inside = [-1], False
    for at, char in enumerate(printed):
        inside ^= char == _QUOTE
        if char == separator and not inside:
            cuts.append(at)
    for a, b in pairwise([*cuts, len(text)]):
        first, last = a + 1, b
        if last - first > 1 and printed[first] == printed[last - 1] == _QUOTE:
            first, last = first + 1, last - 1
        words = text[first:last]
        first, last = first + len(words) - len(words.lstrip()), first + len(words.rstrip())
        place = places[min(first, len(places) - 1)]
        span = Span(place, places[last - 1] + 1) if first < last else Span(place, place)
        yield Piece(text[first:last].replace(_QUOTE * 2, _QUOTE) if first < last else "", span)
