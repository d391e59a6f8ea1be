"""How a table in plain text is laid in rows and columns, as one way of telling them says; and the one laying that is left.

A way gives the whole table or nothing. Where ways that give one do not agree, nothing tells which is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import Piece, Span
from pipeline.outline.lines import Line

Pieces = tuple[Piece, ...]


class Printed(NamedTuple):
    """The lines of a table that ends before `end`: of headings, of rows and names of groups; `ends` are the rows after which
    a page ended."""

    heads: tuple[Line, ...]
    rows: tuple[Line, ...]
    end: int
    ends: tuple[int, ...] = ()


class Laying(NamedTuple):
    """The rows of a table, headings first; it ends before the line `end`; `breaks`, `lost_blanks` as in Fragment.

    Without rows: what is laid out like a table, and nothing tells in which rows and columns.
    """

    rows: tuple[Pieces, ...]
    end: int
    breaks: tuple[int, ...] = ()
    lost_blanks: bool = False


def one_left(ways: Sequence[Laying]) -> Laying | None:
    """The first of the ways where all lay the same cells in the same rows and columns; one without rows where they do not.

    A way that ends before another leaves out rows, and one does not tell of short rows of which another does.
    """
    end = max((way.end for way in ways), default=0)
    furthest = [way for way in ways if way.end == end]
    most = max(map(_whole_rows, furthest), default=0)
    left = [way for way in furthest if _whole_rows(way) == most]
    if len({tuple(map(_cells, way.rows)) for way in left}) > 1:
        return Laying((), end)
    return left[0] if left else None


def _whole_rows(way: Laying) -> int:
    return sum(len(row) == len(way.rows[0]) for row in way.rows)


def _cells(row: Pieces) -> tuple[str, ...]:
    return tuple("".join(piece.text.split()) for piece in row)


def blanks(at: int, many: int) -> Pieces:
    """So many blank cells at a place of the text."""
    return (Piece("", Span(at, at)),) * many
