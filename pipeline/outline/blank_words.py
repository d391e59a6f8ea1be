"""The words of a line whose cells are parted by blanks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_total, is_value
from pipeline.language.heading_units import is_unit
from pipeline.model import Piece, Span
from pipeline.outline.lines import Line
from pipeline.outline.pieces import line_to_pieces

_APART = patterns.compile(r"\S\s{2,}\S")
_FEWEST_COLUMNS = 3

Words = tuple[Piece, ...]


def words_of(line: Line) -> tuple[Piece, ...]:
    """The words of a line; letters printed apart (合 计) are one; two blanks part cells where there are any."""
    if _APART.search(line.text.strip()):
        parts = [piece for piece in _cells(line) if piece.text]
        if len(parts) >= _FEWEST_COLUMNS:
            return tuple(parts)
    return _single_words(line)


def _single_words(line: Line) -> Words:
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


def told_by_blanks(lines: Sequence[Line], printed: Sequence[Words]) -> list[Words]:
    """The rows with the blank cells that more blanks between and behind the words of their lines tell of: one or two more
    for each; as they are where not every gap comes out so, or either way does.

    天津 2180       22.6 with four columns each for months and hours: three blank cells, each a blank between blanks.
    """
    rows = [_single_words(line) for line in lines]
    behind = [len(line.text) - len(line.text.rstrip()) for line in lines]
    least, width = min(behind, default=0), max(map(len, rows), default=0)
    ways: list[list[Words]] = []
    for each in (1, 2):
        gaps = ((row, (more - least) // each) for row, more in zip(rows, behind, strict=True))
        laid = [_with_blank_cells(row, each, last) for row, last in gaps]
        if laid and all(laid) and max(map(len, laid)) == width and laid != rows:
            ways.append(laid)
    return ways[0] if len(ways) == 1 else list(printed)


def _with_blank_cells(row: Words, each: int, last: int) -> Words:
    cells: list[Piece] = list(row[:1])
    for before, word in pairwise(row):
        more, rest = divmod(word.span.start - before.span.end - 1, each)
        if rest:
            return ()
        cells += [*_blanks(before, more), word]
    return (*cells, *_blanks(row[-1], last))


def _blanks(before: Piece, many: int) -> list[Piece]:
    return [Piece("", Span(before.span.end, before.span.end))] * many


def may_be_anywhere(heads: Sequence[Words], rows: Sequence[Words]) -> bool:
    """Under several groups of headings a short row does not end where it is printed to end, and without a total no sum
    says where it does."""
    groups = sum(bool(piece.text) for piece in heads[0][1:]) if len(heads) > 1 else 0
    short = any(1 < len(row) < len(heads[0]) - 1 for row in rows)
    return groups > 1 and short and not any(is_total(piece.text) for row in rows for piece in row[:2])


def are_groups_told(heads: Sequence[Words], rows: Sequence[Words], width: int) -> bool:
    """Every heading over several columns has the same ones below it, and those without any stand over the names alone:
    under 镇街 村数 床位 公厕 nothing tells which two of the last three have 2025年 and 2026年 below them."""
    if len(heads) < 2:
        return True
    leaves = [piece.text for piece in heads[-1]]
    singles = width - len(leaves)
    size = len(leaves) // (len(heads[0]) - singles)
    alike = len({tuple(leaves[k : k + size]) for k in range(0, len(leaves), size)}) == 1
    whole = [[piece.text for piece in row] for row in rows if len(row) == width]
    return alike and all(
        not _is_figure(row[singles - 1]) and all(not text or _is_figure(text) for text in row[singles:])
        for row in whole
    )


def _is_figure(text: str) -> bool:
    return is_dash(text) or is_value(text)
