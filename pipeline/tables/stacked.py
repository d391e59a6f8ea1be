"""Values that stand one under the other in a cell, with as many names beside them, are as many rows.

| 在校生   | 万人 | 4500 |        | 在校生   | 万人 | 4500 |
| 毛入学率 | %    | 87.0 |   →    | 毛入学率 | %    | 87.0 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash
from pipeline.language.value_cells import value_cell
from pipeline.messages import say
from pipeline.model import Fragment, Issue, Piece, Repair, Span

_LONGEST_UNIT = 4
_FEWEST_VALUES = 3  # cells, each of as many values as there are names
_Row = tuple[Piece, ...]


def unstack(fragment: Fragment) -> tuple[Fragment, tuple[Repair, ...], tuple[Issue, ...]]:
    """The fragment with such rows parted; an issue for each whose lines do not match in number (no value is read)."""
    rows: list[_Row] = []
    repairs: list[Repair] = []
    issues: list[Issue] = []
    breaks: list[int] = []
    ends = _ends_of_names(fragment.rows)
    for i, printed in enumerate(fragment.rows):
        if i in fragment.breaks:
            breaks.append(len(rows))
        row = _with_line_ends(printed, ends)
        size = _stack(row) if fragment.kind != "lines" else 0
        if size and _matches(row, size) and (fragment.kind == "tabs" or all(map(_is_plain, row))):
            parted = [tuple(_line(piece, k, size) for piece in row) for k in range(size)]
            rows += parted
            repairs.append(_repair(row, parted, i))
            continue
        if size:
            issues.append(Issue("stacked_lines", say("stacked_lines_unmatched"), "table", _span(row)))
        rows.append(row)
    if not repairs:
        return fragment, (), tuple(issues)
    return replace(fragment, rows=tuple(rows), breaks=tuple(breaks)), tuple(repairs), tuple(issues)


def _ends_of_names(rows: Sequence[_Row]) -> frozenset[str]:
    """What the first words of several rows end with: 镇, 乡."""
    names = (next((piece.text for piece in row if piece.text[:1].isalpha()), "") for row in rows)
    ends = Counter(name[-1] for name in names if name and " " not in name)
    return frozenset(end for end, n in ends.items() if n >= _FEWEST_VALUES)


def _with_line_ends(row: _Row, ends: frozenset[str]) -> _Row:
    """The row with blanks as the ends of lines that a converter made of them: every cell holds equally many words, several
    cells values, the others names (南湾乡 石井乡 | -- 365 | 110 160); also one value where all words of a name end as names do."""
    filled = [piece.text for piece in row if piece.text]
    if len({text.count(" ") for text in filled}) != 1 or " " not in filled[0]:
        return row
    lines = tuple(piece._replace(text=piece.text.replace(" ", "\n")) for piece in row)
    words = [piece for piece in lines if piece.text and not _is_value_stack(piece)]
    named = all(len(word) > 1 for piece in words for word in _lines(piece))
    towns = any(all(word[-1:] in ends for word in _lines(piece)) for piece in words)
    fewest = 1 if towns else _FEWEST_VALUES
    return lines if words and named and len(filled) - len(words) >= fewest else row


def _lines(piece: Piece) -> list[str]:
    return piece.text.split("\n")


def _is_value_stack(piece: Piece) -> bool:
    lines = _lines(piece)
    values = [line for line in lines if value_cell(line) is not None or is_dash(line.strip())]
    return len(lines) > 1 and len(values) == len(lines)


def _stack(row: _Row) -> int:
    """How many values stand one under the other in this row; 0: none do."""
    return max((len(_lines(piece)) for piece in row if _is_value_stack(piece)), default=0)


def _matches(row: _Row, size: int) -> bool:
    """All stacks are as high, and so are units beside them; some cell of words names as many."""
    words = [piece for piece in row if "\n" in piece.text and not _is_value_stack(piece)]
    named = any(len(_lines(piece)) == size and max(map(len, _lines(piece))) > 1 for piece in words)
    units = [piece for piece in words if max(map(len, _lines(piece))) <= _LONGEST_UNIT]
    high = [piece for piece in row if _is_value_stack(piece)] + units
    return named and all(len(_lines(piece)) == size for piece in high)


def _is_plain(piece: Piece) -> bool:
    """Every character stands in the source as it stands here: its lines have places of their own."""
    return "\n" not in piece.text or len(piece.text) == piece.span.end - piece.span.start


def _line(piece: Piece, k: int, size: int) -> Piece:
    """The kth line of a cell with a line for each row; another cell reaches over all of them."""
    lines = _lines(piece)
    if len(lines) != size:
        return piece
    if not _is_plain(piece):  # markup parts the lines: each is read from the whole cell
        return Piece(lines[k], piece.span)
    start = piece.span.start + sum(len(line) + 1 for line in lines[:k])
    return Piece(lines[k], Span(start, start + len(lines[k])))


def _span(row: _Row) -> Span | None:
    spans = [piece.span for piece in row if piece.text]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _repair(row: _Row, parted: Sequence[_Row], index: int) -> Repair:
    before = " | ".join(piece.text.replace("\n", " ⏎ ") for piece in row)
    after = " ⏎ ".join(" | ".join(piece.text for piece in line) for line in parted)
    return Repair("stacked_lines", before, after, say("stacked_lines"), "probable", _span(row), row=index)
