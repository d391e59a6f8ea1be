"""Tables of HTML that stand in a text file, most often in Markdown: each cell with its place in the text."""

from __future__ import annotations

import html
from collections.abc import Iterator

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Grid, Issue, Piece, Span, Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import as_lines, end_of_row, owners

# <html><body><table>…</table></body></html> on one line: marks that print nothing may stand about a table.
_ABOUT = r"(?:[ \t]|</?(?:html|body|div|center|figure|p|span|section)\b[^<>\n]*>|<!--[^\n]{0,200}?-->)*"
_TABLE = patterns.compile(
    rf"(?ims)(?:^|(?<=</table>)){_ABOUT}<table\b(?:(?!<table\b).)*?</table\s*>{_ABOUT}(?=$|<table\b)"
)
_OPENS = patterns.compile(r"(?i)<table\b")
_CELL = patterns.compile(r"(?is)<t[dh]\b[^>]*>(.*?)(?=</?t[dhr]\b|</?t(?:able|body|head|foot)\b)")
_LINE_END = patterns.compile(r"(?i)\s*<(?:br|/p|/div|/li)\b[^>]*>\s*")
_TAG = patterns.compile(r"<[^<>]*>")


def text_to_grids(text: str, limits: Limits) -> tuple[tuple[Grid, ...], tuple[Issue, ...]]:
    """The tables, and an issue for each that cannot be read: one inside another or inside a line of words."""
    if _OPENS.search(text) is None:
        return (), ()
    grids: list[Grid] = []
    read: list[Span] = []
    for match in _TABLE.finditer(text):
        if grid := _grid(text, Span(*match.span()), limits):
            grids.append(grid)
            read.append(grid.span)
    lost = (m for m in _OPENS.finditer(text) if not any(s.start <= m.start() < s.end for s in read))
    said = say("table_in_markup")
    return tuple(grids), tuple(Issue("lost_table", said, "table", Span(*match.span())) for match in lost)


def _grid(text: str, span: Span, limits: Limits) -> Grid | None:
    """The cells as a browser lays them, each with the words between its marks; None if it shows no values."""
    from selectolax.lexbor import LexborHTMLParser

    from pipeline.read.html.tables import table_to_cells

    root = LexborHTMLParser(text[span.start : span.end]).css_first("table")
    pieces = list(_pieces(text, span))
    try:
        table = table_to_cells(root, limits) if root else None
    except Unreadable:
        table = None
    if table is None or len(table.cells) != len(pieces):
        return None
    places = {(cell.row, cell.col): piece for cell, piece in zip(table.cells, pieces, strict=True)}
    blank = Piece("", Span(span.start, span.start))
    rows = tuple(
        tuple(places[cell.row, cell.col] if cell else blank for cell in row[: end_of_row(row)])
        for row in owners(table.cells)
    )
    return Grid(rows, span)


def _pieces(text: str, span: Span) -> Iterator[Piece]:
    """The words of each cell in the order of the marks, from the first of them to the last."""
    for match in _CELL.finditer(text, span.start, span.end):
        words = as_lines(html.unescape(_TAG.sub("", _LINE_END.sub("\n", match[1]))))
        bare = match[1]
        lead, tail = len(bare) - len(bare.lstrip()), len(bare.rstrip())
        start = match.start(1)
        yield Piece(words, Span(start + lead, start + tail) if words else Span(start, start))
