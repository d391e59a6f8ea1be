"""Lines into the pieces of a row: what stands between separators, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from pipeline.language import patterns
from pipeline.language.unprinted import says_nothing
from pipeline.model import Piece, Span
from pipeline.outline.again import once_a_line
from pipeline.outline.lines import Line

_CELL = patterns.compile(r"\S+(?:\s\S+)*")  # between two blanks and more
_WORD = patterns.compile(r"\S+")
_BLANKS = patterns.compile(r"\s+")

#: What blanks part, and from where to where in the text of its line.
Parts = tuple[tuple[Piece, int, int], ...]


def line_to_pieces(line: Line, separator: str = "\t") -> tuple[Piece, ...]:
    """The stretches of a line between separators, empty ones too, each with its span."""
    pieces, start = [], 0
    text = line.text
    while start <= len(text):
        end = text.find(separator, start)
        end = len(text) if end < 0 else end
        pieces.append(stretch(line, start, end))
        start = end + 1
    return tuple(pieces)


def in_place(line: Line) -> tuple[Piece, ...]:
    """A whole line as one piece, with as many blanks between two words as the source has: what is counted from where the
    piece begins (a blank of full width is two while columns are looked for) is then where it stands."""
    piece = stretch(line, 0, len(line.text))
    shown = [(char, at) for char, at in zip(line.text, line.places, strict=True) if not char.isspace()]
    gaps = [max(at - before - 1, 1) for (_, before), (_, at) in pairwise(shown)]
    blanks = [len(match[0]) for match in _BLANKS.finditer(piece.text)]
    words = piece.text.split()
    ends = accumulate(map(len, words))
    told = [gaps[end - 1] for end in ends if end <= len(gaps)]
    if told == blanks or not words:
        return (piece,)
    text = "".join(word + " " * many for word, many in zip(words, [*told, 0], strict=True))
    return (Piece(text, piece.span),)


@once_a_line
def cells_of(line: Line) -> Parts:
    """What two blanks and more part."""
    return tuple((stretch(line, *m.span()), *m.span()) for m in _CELL.finditer(line.text))


@once_a_line
def words_in(line: Line) -> Parts:
    """What any blank parts."""
    return tuple((stretch(line, *m.span()), *m.span()) for m in _WORD.finditer(line.text))


def blank_pieces(line: Line, width: int) -> tuple[Piece, ...]:
    """The words of a line; empty ones too where each blank parts two cells: as many as the row above has."""
    pieces = line_to_pieces(line, " ")
    return pieces if len(pieces) == width else tuple(piece for piece in pieces if piece.text)


def pipes_to_pieces(
    line: Line, left: bool = True, right: bool = True, padded: bool = False
) -> tuple[Piece, ...]:
    """The stretches between pipes; none before the first or behind the last if the line begins or ends with one.

    `left`, `right` False: at that end such a pipe parts a blank cell off, as in |合计|3 below 1|清溪镇|3. `padded`: no blank
    stands behind the last words.
    """
    pieces, text = line_to_pieces(line, "|"), line.text.strip()
    last = right and text.endswith("|") and len(text) > 1
    shown = pieces[left and text.startswith("|") : len(pieces) - last]
    while padded and len(shown) > 1 and not shown[-1].text:
        shown = shown[:-1]
    return shown


def lines_to_piece(lines: Sequence[Line], at: int = 0) -> Piece:
    """The words of the lines as one cell; a blank at `at` without lines."""
    if not lines:
        return Piece("", Span(at, at))
    pieces = [line_to_pieces(line, "\0")[0] for line in lines]
    return Piece("".join(p.text for p in pieces), Span(pieces[0].span.start, pieces[-1].span.end))


def stretch(line: Line, start: int, end: int) -> Piece:
    """The words of a line between two places, without the blanks around them."""
    text = line.text[start:end]
    words = text.strip()
    if not words or says_nothing(words):
        place = line.places[start] if start < len(line.places) else line.span.end
        return Piece("", Span(place, place))
    first = start + text.index(words)
    return Piece(words, Span(line.places[first], line.places[first + len(words) - 1] + 1))
