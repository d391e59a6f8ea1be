"""Tables whose cells are parted by blanks: a line a row, headings on one line or on several that divide one another.

镇街 养老床位 公共厕所
2025年 2026年 2025年 2026年     →    | 镇街 | 养老床位 |        | 公共厕所 |        |
甲镇 3 4 5 6                         |      | 2025年 | 2026年 | 2025年   | 2026年 |

Blanks that stood for empty cells are lost: a row may be shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_nature, is_total, is_value, year
from pipeline.language.headings import meaning
from pipeline.model import Piece, Span
from pipeline.outline.aligned_blanks import aligned_rows
from pipeline.outline.blank_line_cells import end_of_figures, rows_of_blank_lines
from pipeline.outline.blank_words import are_groups_told, may_be_anywhere, told_by_blanks, words_of
from pipeline.outline.lines import Line
from pipeline.outline.regions import is_of_page

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 30
_FEWEST_ROWS = 3
_MOST_HEADINGS = 4
_LONGEST = 40
_LONGEST_HEADING = 24
_SENTENCE = patterns.compile(r"[。；！？]")
_STOPS = patterns.compile(r"[，。；：？！,;:]")

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class BlankTable:
    """The rows of such a table, headings first; the table ends before `end`; `breaks` as in Fragment.

    Without rows: what is laid out like one and no columns can be told of. `lost_blanks` as in Fragment.
    """

    rows: tuple[Pieces, ...]
    end: int
    breaks: tuple[int, ...] = ()
    lost_blanks: bool = False


def blank_table(lines: Sequence[Line], start: int) -> BlankTable | None:
    """The table whose headings begin at `start`, or None."""
    if placed := aligned_rows(lines, start):
        return BlankTable(tuple(placed[0]), placed[1], placed[2])
    heads, at = _heading_lines(lines, start)
    if read := _read(lines, heads, at) if heads else None:
        return read
    end = end_of_figures(lines, at) if heads else 0
    return BlankTable((), end) if end else None


def _read(lines: Sequence[Line], heads: list[Pieces], at: int) -> BlankTable | None:
    found, ends, end = _rows(lines, at, [_texts(head) for head in heads])
    if len(found) < _FEWEST_ROWS or (end < len(lines) and _are_figures(words_of(lines[end]))):
        ends = []
        found, end = rows_of_blank_lines(lines, at)
    if not found:
        return None
    width = max(map(len, found))
    laid = _laid(heads, width)
    if (
        laid is None
        or may_be_anywhere(laid, found)
        or not are_groups_told(heads, found, width)
        or not _agree(found, [_texts(row)[:1] for row in laid], max(map(len, laid)))
    ):
        return None
    breaks = tuple(at + len(laid) for at in ends)
    return BlankTable((*laid, *_with_labels(found)), end, breaks, all(all(_texts(row)) for row in found))


def _texts(pieces: Pieces) -> list[str]:
    return [piece.text for piece in pieces]


def _can_be_row(line: Line) -> bool:
    return (
        "\t" not in line.text and "|" not in line.text and not line.level and not _SENTENCE.search(line.text)
    )


def _is_heading(pieces: Pieces) -> bool:
    return len(pieces) > 1 and all(
        len(text) <= _LONGEST_HEADING and not _STOPS.search(text) and (year(text) or not _is_figure(text))
        for text in _texts(pieces)
    )


def _are_figures(words: Pieces) -> bool:
    return bool(words) and all(map(_is_figure, _texts(words)))


def _is_figure(text: str) -> bool:
    return is_dash(text) or is_value(text)


def _heading_lines(lines: Sequence[Line], start: int) -> tuple[list[Pieces], int]:
    """The lines of headings, as far as each is nothing but headings, and where the rows begin."""
    heads: list[Pieces] = []
    at = start
    while (
        at < len(lines) and len(heads) < _MOST_HEADINGS and _can_be_row(lines[at]) and not lines[at].furniture
    ):
        words = words_of(lines[at]) if " " in lines[at].text.strip() else ()
        if not _is_heading(words) or (heads and lines[at].gap > lines[start + 1].gap):
            break
        heads.append(words)
        at += 1
    if not heads or not meaning(heads[0][0].text) or year(heads[0][0].text):
        return [], start
    return heads, at


def _rows(lines: Sequence[Line], at: int, heads: list[list[str]]) -> tuple[list[Pieces], list[int], int]:
    """The rows from a line on, those after which a page ended, and where the table ends."""
    rows: list[Pieces] = []
    printed: list[Line] = []
    ends: list[int] = []
    end, broken = at, False
    for n in range(at, len(lines)):
        line = lines[n]
        words = words_of(line) if _can_be_row(line) else ()
        if is_of_page(line) or (_texts(words) in heads and rows):
            broken = True
            continue
        texts = _texts(words)
        if not _FEWEST_COLUMNS - 1 <= len(words) <= _MOST_COLUMNS or not any(map(_is_figure, texts)):
            break
        if any(len(text) > _LONGEST for text in texts) or all(map(_is_figure, texts)):
            break
        if broken or (rows and line.gap > 1):
            ends.append(len(rows))
        rows.append(words)
        printed.append(line)
        end, broken = n + 1, False
    return told_by_blanks(printed, rows), ends, end


def _laid(heads: Sequence[Pieces], width: int) -> list[Pieces] | None:
    """The lines of headings on as many columns as the widest row has, or None where they do not divide one another."""
    if len(heads) == 1:
        return list(heads) if width <= len(heads[0]) else None
    leaves = len(heads[-1])
    singles = width - leaves
    if not 0 < singles < len(heads[0]):
        return None
    laid = [_spread(heads[0][singles:], leaves)]
    laid += [_spread(line, leaves) for line in heads[1:]]
    if any(row is None for row in laid):
        return None
    blank = Piece("", Span(heads[0][0].span.start, heads[0][0].span.start))
    lead = [heads[0][:singles], *([(blank,) * singles] * (len(heads) - 1))]
    return [(*left, *right) for left, right in zip(lead, laid, strict=True) if right is not None]


def _spread(words: Pieces, leaves: int) -> Pieces | None:
    """Headings over the leaves, each over as many; None where that does not come out."""
    if not words or leaves % len(words):
        return None
    size = leaves // len(words)
    return tuple(
        piece
        for word in words
        for piece in (word, *(Piece("", Span(word.span.end, word.span.end)),) * (size - 1))
    )


def _agree(rows: Sequence[Pieces], firsts: Sequence[Sequence[str]], width: int) -> bool:
    """Some row is as wide as the headings, the others but for blanks; each begins with a name or its number."""
    named = sum(any(not _is_figure(text) for text in _texts(row)[:2]) for row in rows)
    numbers = meaning(firsts[0][0]) == "row_number"
    serial = sum(_texts(row)[0].isdecimal() or is_total(_texts(row)[0]) for row in rows)
    whole = any(len(row) == width for row in rows)
    return whole and named == len(rows) and (not numbers or 5 * serial >= 4 * len(rows))


def _kinds(row: Pieces) -> str:
    return "".join("n" if is_nature(t) else "v" if _is_figure(t) else "w" for t in _texts(row))


def _with_labels(rows: Sequence[Pieces]) -> list[Pieces]:
    """A blank before rows without the first word of the whole ones, if the others are of the same kinds: under a merged label."""
    width = max(map(len, rows))
    whole = {_kinds(row) for row in rows if len(row) == width}
    laid: list[Pieces] = []
    for row in rows:
        lacks = len(row) == width - 1 and not is_total(_texts(row)[0])
        under = lacks and any(kinds[1:] == _kinds(row) and kinds[:2] == "ww" for kinds in whole)
        blank = Piece("", Span(row[0].span.start, row[0].span.start))
        laid.append((blank, *row) if under else row)
    return laid
