"""The words of a line whose cells are parted by blanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language.cells import is_dash, is_value
from pipeline.language.heading_units import is_unit
from pipeline.language.value_cells import is_units
from pipeline.model import Piece, Span
from pipeline.outline.again import once_a_line
from pipeline.outline.laying import blanks
from pipeline.outline.lines import Line
from pipeline.outline.pieces import cells_of, line_to_pieces

_FEWEST_COLUMNS = 3
_BLANKS = (1, 2)  # more, that stand for a blank cell

Words = tuple[Piece, ...]


def texts(words: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in words]


def is_figure(text: str) -> bool:
    return is_dash(text) or is_value(text)


@once_a_line
def words_of(line: Line) -> Words:
    """The words of a line; letters printed apart (合 计) are one; two blanks part cells where there are any, and one does where
    a figure stands behind it: 甲镇 3   5."""
    if "  " in line.text.strip():
        parts = tuple(_with_letters(piece) for piece, _, _ in cells_of(line) if piece.text)
        if len(parts) >= _FEWEST_COLUMNS and not any(map(holds_figure, texts(parts))):
            return parts
    return single_words(line)


@once_a_line
def headings_of(line: Line) -> Words:
    """The words of a line of headings: one blank parts two of them, 床位 数 is one."""
    words = words_of(line)
    parted = (text.split() for text in texts(words))
    return single_words(line) if any(len(one) > 1 and min(map(len, one)) > 1 for one in parted) else words


def holds_figure(text: str) -> bool:
    """A name with a figure behind it or a number before it: 甲镇 3, 1 甲镇. Two cells, for all that one blank says."""
    words = text.split()
    if len(words) < 2 or is_figure(words[0]) == is_figure(words[-1]):
        return False
    return not is_figure(words[0]) or (words[0].isdecimal() and len(words[-1]) > 1)


@once_a_line
def single_words(line: Line) -> Words:
    """What any blank parts; letters printed apart are one word."""
    joined: list[Piece] = []
    for piece in line_to_pieces(line, " "):
        if not piece.text:
            continue
        if joined and (
            all(is_letter(text) and not is_unit(text) for text in (piece.text, joined[-1].text))
            or (len(joined) > 1 and _is_remark(joined[-1].text, piece.text))
        ):
            before = joined.pop()
            joined.append(Piece(before.text + piece.text, Span(before.span.start, piece.span.end)))
        else:
            joined.append(piece)
    return tuple(joined)


def _is_remark(before: str, text: str) -> bool:
    """床位数 （张）: a unit in brackets is of the word before it, but the first tells who; 水泵 （大型） may be two cells."""
    unit = text[:1] == "（" and text[-1:] == "）" and (is_units(text[1:-1]) or is_unit(text[1:-1]))
    return unit and not is_figure(before) and not before.endswith("）")


def _with_letters(cell: Piece) -> Piece:
    """合 计 is one word, where more blanks part cells."""
    letters = cell.text.split()
    return cell._replace(text="".join(letters)) if all(map(is_letter, letters)) else cell


def is_letter(char: str) -> bool:
    """A Han letter: 乡 of 乡 镇, 个 of 指标 单位 个."""
    return len(char) == 1 and "\u4e00" <= char <= "\u9fff"


def with_blank_cells(lines: Sequence[Line]) -> Iterator[list[Words]]:
    """The rows with the blank cells that more blanks between and behind the words of their lines tell of, one or two more
    for each, where every gap comes out so and some row has no blank cell.

    天津 2180       22.6 with four columns each for months and hours: three blank cells, each a blank between blanks.
    """
    rows = [single_words(line) for line in lines]
    behind = [len(line.text) - len(line.text.rstrip()) for line in lines]
    least, width = min(behind, default=0), max(map(len, rows), default=0)
    for each in _BLANKS:
        gaps = ((row, (more - least) // each) for row, more in zip(rows, behind, strict=True))
        laid = [_with_blank_cells(row, each, last) for row, last in gaps]
        if laid and all(laid) and max(map(len, laid)) == width and laid != rows:
            yield laid


def _with_blank_cells(row: Words, each: int, last: int) -> Words:
    cells: list[Piece] = list(row[:1])
    for before, word in pairwise(row):
        more, rest = divmod(word.span.start - before.span.end - 1, each)
        if rest:
            return ()
        cells += [*blanks(before.span.end, more), word]
    return (*cells, *blanks(row[-1].span.end, last))
