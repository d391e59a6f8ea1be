"""Rows from a table that came out one cell line a text line.

序号⏎重点任务⏎牵头部门⏎1⏎修缮河岸⏎步道。⏎市花木局⏎2⏎…  →  | 1 | 修缮河岸步道。 | 市花木局 |

The lines are laid on the columns in the order in which they stand, as each cell's kind, the ends of lines and the
width of its column want it. What a column is like (how wide, how often blank, whether its cells begin with a number
mark) is learned from a first laying and used for the next. Behind a page's end the lines of cut cells go on.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.cells import is_note, squeeze
from pipeline.language.headings import (
    AGENCY_MEANINGS,
    are_of_levels,
    heading_size,
    may_be_heading,
    meaning,
    split_headings,
)
from pipeline.messages import say
from pipeline.model import Fragment, Issue, Piece, Repair, Span
from pipeline.tables.draft import BLANK, UP, Draft, Row, Slot
from pipeline.tables.flat_best import best_laying
from pipeline.tables.flat_columns import CellLine, main_column
from pipeline.tables.flat_pieces import without_pieces
from pipeline.tables.flat_rows import FlatRow
from pipeline.tables.flat_told import is_told

_FEWEST_HEADINGS = 3


def flattened_to_draft(fragment: Fragment) -> Draft | None:
    """The draft of a fragment whose headings stand one a line; None if they do not."""
    pieces = [part for row in fragment.rows for piece in row if piece.text.strip() for part in _parts(piece)]
    heads, used = _headings(pieces)
    if not heads:
        return None
    words = [_printed(piece.text) for piece in pieces]
    again = set(words[:used])
    breaks = {n - used for n in _breaks(fragment)}
    body = list(_body(pieces[used:], words[used:], words[:used], breaks))
    body = _with_close(body, fragment)
    lines, notes = _cut_notes(body)
    if not lines or not again:
        return None
    laid, rows = best_laying(lines, heads)
    heads = list(laid.columns)
    names = [meaning(head.text) for head in heads]
    if are_of_levels(head.text for head in heads) or not is_told(rows, lines, names):
        said = say("cells_not_told_apart", headings="、".join(head.text for head in heads))
        return Draft((), 0, issues=(Issue("lost_table", said, "table", fragment.span),))
    rows, lost = without_pieces(rows, lines, names)
    drafted = [_row(row, lines, names) for row in rows]
    held = _held(drafted, names)
    above = laid.rows()
    repairs = tuple(_repair(row, i) for i, row in enumerate(held, len(above)) if row.filled())
    return Draft((*above, *held, *notes), len(heads), repairs, lost, guessed=True)


def _printed(text: str) -> str:
    """The text of a line; a blank between names stays, which parts them: 局 市水利局 市, never 市 财 政 局."""
    parts = text.split()
    inner = parts[1:-1] if len(parts) > 2 else [max(parts, key=len, default="")]
    names = len(parts) > 1 and all(part.isalpha() and not part.isascii() for part in parts)
    return " ".join(parts) if names and all(len(part) > 1 for part in inner) else squeeze(text)


_SERIAL_BEFORE = patterns.compile(r"(\d{1,3})\s+(?=[\p{Han}“《（])")


def _parts(piece: Piece) -> Iterator[Piece]:
    """A serial number and the words behind it on its line are two cells."""
    match = _SERIAL_BEFORE.match(piece.text)
    if match is None:
        yield piece
        return
    start = piece.span.start
    yield Piece(match[1], Span(start, start + len(match[1])))
    yield Piece(piece.text[match.end() :], Span(start + match.end(), piece.span.end))


def _breaks(fragment: Fragment) -> set[int]:
    """Indexes of the pieces that follow a page's end, counted without empty ones."""
    shown = [
        n for n, row in enumerate(fragment.rows) for piece in row if piece.text.strip() for _ in _parts(piece)
    ]
    ends = sorted(fragment.breaks)
    return {i for i, n in enumerate(shown) if any(n >= e and (i == 0 or shown[i - 1] < e) for e in ends)}


def _with_close(body: Sequence[CellLine], fragment: Fragment) -> list[CellLine]:
    """The lines, those told that are surely of the cell above."""
    close = {fragment.rows[n][0].span.start for n in fragment.goes_on}
    return [line._replace(close=line.span.start in close and not line.after_break) for line in body]


def _headings(pieces: Sequence[Piece]) -> tuple[list[Slot], int]:
    """The headings and how many lines they take: as far as they are printed again, or up to the row numbered 1."""
    words = [squeeze(piece.text) for piece in pieces]
    used = _size(words)
    heads = [
        Slot("".join(words[a:b]), tuple(piece.span for piece in pieces[a:b]))
        for a, b in split_headings(words[:used])
    ]
    if len(heads) < _FEWEST_HEADINGS or used == len(words):
        return [], 0
    return heads, used


def _size(words: Sequence[str]) -> int:
    for n in range(3, len(words) - 1):
        if words[n] == words[0] and words[n + 1] == words[1]:
            same = itertools.takewhile(
                lambda pair: pair[0] == pair[1] and may_be_heading(pair[0]),
                zip(words, words[n:], strict=False),
            )
            if (size := len(list(same))) >= _FEWEST_HEADINGS:
                return size
    return heading_size(words[:24])


def _body(
    pieces: Sequence[Piece], words: Sequence[str], heads: Sequence[str], breaks: set[int]
) -> list[CellLine]:
    """The lines below the headings, the headings printed again left out; a page has ended where they stood."""
    lines: list[CellLine] = []
    n, broken = 0, False
    while n < len(words):
        broken = broken or n in breaks
        if list(words[n : n + len(heads)]) == list(heads):
            n, broken = n + len(heads), True
            continue
        lines.append(CellLine(words[n], pieces[n].span, broken and bool(lines)))
        n, broken = n + 1, False
    return lines


def _cut_notes(lines: Sequence[CellLine]) -> tuple[Sequence[CellLine], list[Row]]:
    at = next((n for n, line in enumerate(lines) if is_note(line.text) and n), len(lines))
    rest = lines[at:]
    if not rest or len(rest) * 4 > len(lines):
        return lines, []
    return lines[:at], [Row((Slot("".join(x.text for x in rest), tuple(x.span for x in rest)),), "note")]


def _row(row: FlatRow, lines: Sequence[CellLine], names: Sequence[str]) -> Row:
    slots = [_slot([lines[n] for n in cell], name) for cell, name in zip(row.cells, names, strict=True)]
    if row.kind == "group":
        return Row((slots[0], *(replace(BLANK, merged="left") for _ in slots[1:])), "group")
    after = any(lines[n].after_break for cell in row.cells for n in cell[:1])
    return Row(tuple(slots), "total" if row.kind == "total" else "body", after)


def _slot(lines: Sequence[CellLine], name: str) -> Slot:
    """The lines of a cell as one text; line ends inside an agency list are kept for `list_lines`."""
    if not lines:
        return BLANK
    spans = tuple(line.span for line in lines)
    if name in AGENCY_MEANINGS:
        return Slot("\n".join(line.text for line in lines), spans)
    return Slot("".join(squeeze(line.text) for line in lines), spans)


def _held(rows: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """What stands once holds for the rows below: blanks left of the text of a row are covered from above."""
    until = main_column(names)
    covered: list[Row] = []
    for row in rows:
        above = covered[-1] if covered else None
        slots = list(row.slots)
        if above and row.role != "group" and above.role != "group":
            first = next((j for j, slot in enumerate(slots) if slot.text), 0)
            for j in range(min(until, len(slots))):
                anew = any(slots[k].text for k in range(j) if names[k] != "row_number")
                hold = not anew and (names[j] != "row_number" or (row.role == "body" and j < first))
                if not slots[j].text and hold and (above[j].text or above[j].merged):
                    slots[j] = UP
        covered.append(replace(row, slots=tuple(slots)))
    return covered


def _repair(row: Row, index: int) -> Repair:
    texts = [slot.text.replace("\n", " ") for slot in row.slots]
    before = " ".join(text for text in texts if text)
    return Repair(
        "lost_separators", before, " | ".join(texts), say("cut_best_way"), "probable", row.span(), row=index
    )
