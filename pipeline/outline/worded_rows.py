"""Rows of words that blanks part: as they are printed, or with the blank cells that more blanks tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.language.cells import is_nature, is_total
from pipeline.language.headings import meaning
from pipeline.model import Piece
from pipeline.outline.blank_words import Words, headings_of, is_figure, texts, with_blank_cells, words_of
from pipeline.outline.divided_heads import heads_over
from pipeline.outline.laying import Laying, Printed, blanks
from pipeline.outline.numbering import text_to_mark

_FEWEST_ROWS = 3
_NUMBERED = 0.8  # of the rows below 序号 begin with a number


def by_turns(printed: Printed) -> Iterator[Laying]:
    """The rows as they are printed, and with a blank cell for each one or two blanks more."""
    yield from in_turn(printed, [words_of(line) for line in printed.rows])
    for rows in with_blank_cells(printed.rows):
        yield from in_turn(printed, with_totals(rows))


def with_totals(rows: Sequence[Words]) -> list[Words]:
    """Where every blank cell is told, a total that lacks one has it behind its label, which stands across two columns."""
    width = max(map(len, rows), default=0)
    lacks = (len(row) == width - 1 and is_total(row[0].text) for row in rows)
    return [
        (row[0], *blanks(row[0].span.end, 1), *row[1:]) if lacking else row
        for row, lacking in zip(rows, lacks, strict=True)
    ]


def in_turn(printed: Printed, rows: Sequence[Words]) -> Iterator[Laying]:
    """Each row with its cells in the first columns, below headings that are as many as the cells of the widest row."""
    heads = [headings_of(line) for line in printed.heads]
    cells = [row for row in rows if len(row) > 1]
    width = max(map(len, cells), default=0)
    laid = heads_over(heads, cells, width) if len(cells) >= _FEWEST_ROWS else None
    if laid is None or _may_be_anywhere(laid, cells) or not _agree(laid, cells):
        return
    widest = [row for row in cells if len(row) == width]
    kinds, columns = set(map(_kinds, widest)), _of_figures(laid[-1], widest)
    rows = [_total_below(row, columns, len(laid[-1])) for row in rows]
    whole = [_with_label(row, width, kinds) if len(row) > 1 else _alone(row[0], laid[0]) for row in rows]
    breaks = tuple(at + len(laid) for at in printed.ends)
    yield Laying((*laid, *whole), printed.end, breaks, all(all(texts(row)) for row in cells))


def _alone(cell: Piece, heads: Words) -> Words:
    """A name stands behind where the number of its row would; the name of a group does not."""
    lead = (
        meaning(heads[0].text) == "row_number"
        and text_to_mark(cell.text) is None
        and not is_figure(cell.text)
    )
    return (*blanks(cell.span.start, lead), cell, *blanks(cell.span.end, len(heads) - lead - 1))


def _may_be_anywhere(heads: Sequence[Words], rows: Sequence[Words]) -> bool:
    """Under several groups of headings a short row does not end where it is printed to end, and without a total no sum
    says where it does."""
    groups = sum(bool(piece.text) for piece in heads[0][1:]) if len(heads) > 1 else 0
    short = any(len(row) < len(heads[0]) - 1 for row in rows)
    return groups > 1 and short and not any(is_total(text) for row in rows for text in texts(row[:2]))


def _agree(heads: Sequence[Words], rows: Sequence[Words]) -> bool:
    """Some row is as wide as the headings; each begins with a name or its number."""
    named = all(any(not is_figure(text) for text in texts(row[:2])) for row in rows)
    serial = sum(row[0].text.isdecimal() or is_total(row[0].text) for row in rows)
    numbered = meaning(heads[0][0].text) != "row_number" or serial >= _NUMBERED * len(rows)
    return named and numbered and any(len(row) == len(heads[0]) for row in rows)


def _of_figures(heads: Words, whole: Sequence[Words]) -> list[int]:
    """The columns of figures, without that of the numbers of rows."""
    numbered = [meaning(head.text) == "row_number" for head in heads]
    return [
        k for k, number in enumerate(numbered) if not number and all(is_figure(row[k].text) for row in whole)
    ]


def _total_below(row: Words, columns: Sequence[int], width: int) -> Words:
    """小计 with as many figures as rows have columns of figures has them there, and blanks below numbers, names and units."""
    if not is_total(row[0].text) or not 0 < len(columns) == len(row) - 1 < width - 1:
        return row
    below = dict(zip(columns, row[1:], strict=True))
    return tuple(below.get(k) or (blanks(row[0].span.end, 1)[0] if k else row[0]) for k in range(width))


def _kinds(row: Words) -> str:
    return "".join("n" if is_nature(t) else "v" if is_figure(t) else "w" for t in texts(row))


def _with_label(row: Words, width: int, whole: Set[str]) -> Words:
    """A blank before a row without the first word of the `whole` ones, if the others are of the same kinds: under a merged
    label."""
    if len(row) < width - 1 or len(row) == width or is_total(row[0].text):
        return row
    under = any(kinds[1:] == _kinds(row) and kinds[:2] == "ww" for kinds in whole)
    return (*blanks(row[0].span.start, 1), *row) if under else row
