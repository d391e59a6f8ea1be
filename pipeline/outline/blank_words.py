"""The words of a line whose cells are parted by blanks."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.headings import is_unit
from pipeline.model import Piece, Span
from pipeline.outline.lines import Line
from pipeline.outline.pieces import line_to_pieces

_APART = patterns.compile(r"\S\s{2,}\S")
_FEWEST_COLUMNS = 3


def words_of(line: Line) -> tuple[Piece, ...]:
    """The words of a line; letters printed apart (合 计) are one; two blanks part cells where there are any."""
    if _APART.search(line.text.strip()):
        parts = [piece for piece in _cells(line) if piece.text]
        if len(parts) >= _FEWEST_COLUMNS:
            return tuple(parts)
    joined: list[Piece] = []
    for piece in line_to_pieces(line, " "):
        if not piece.text:
            continue
        if joined and _is_letter(piece.text) and _is_letter(joined[-1].text):
            before = joined.pop()
            joined.append(Piece(before.text + piece.text, Span(before.span.start, piece.span.end)))
        else:
            joined.append(piece)
    return tuple(joined)


def _is_letter(char: str) -> bool:
    return len(char) == 1 and "\u4e00" <= char <= "\u9fff" and not is_unit(char)


def _cells(line: Line) -> list[Piece]:
    """The stretches between two blanks and more."""
    found: list[Piece] = []
    for piece in line_to_pieces(line, " "):
        if piece.text and found and piece.span.start == found[-1].span.end + 1:
            before = found.pop()
            found.append(Piece(f"{before.text} {piece.text}", Span(before.span.start, piece.span.end)))
        elif piece.text:
            found.append(piece)
    return found
