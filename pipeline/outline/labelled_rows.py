"""Cells one a line whose rows have a name, often under a label that stands once for several of them, and figures behind it.

学区 学校 人数 班数 城关学区 一小 989 26 二小 1093 29 …    →    | 城关学区 | 一小 | 989  | 26 |
                                                            |          | 二小 | 1093 | 29 |

A row ends where the next word stands; where rows are numbered, the number before that word is its own. Two words one after
the other are a label and a name, one word is a name; so is the label of a sum, which may stand across both columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from pipeline.language.cells import is_subtotal, is_total, serial_number
from pipeline.language.headings import NAME_MEANINGS, may_be_heading, meaning
from pipeline.outline.rows_below import names_rows
from pipeline.outline.turn_rows import Cell, kind, kinds

_FEWEST_WHOLE, _FEWEST_LABELS, _FEWEST_VALUES = 3, 2, 2
NO_HEADING = ("表", "清单", "一览")


def named_rows(words: Sequence[str]) -> list[tuple[Cell, ...]]:
    """The rows, headings first, each cell with the places of its words; [] where cells are no such rows, or may be rows
    with a label and rows without.

    >>> len(named_rows("镇 村 户 人 东镇 甲村 3 9 乙村 4 8 西镇 丙村 5 7 丁村 6 6".split()))
    5
    >>> len(named_rows("乡镇 户 人 东镇 3 9 西镇 4 南镇 5 7 北镇 6 6".split()))
    5
    """
    ways = [rows for columns in (1, 2) if (rows := _named_by(words, columns))]
    return ways[0] if len(ways) == 1 else []


def _named_by(words: Sequence[str], columns: int) -> list[tuple[Cell, ...]]:
    """The rows whose names stand in one column, or in a second one below labels."""
    numbered = bool(words) and meaning(words[0]) == "row_number"
    return next(
        (
            rows
            for size in _sizes(words, columns, numbered)
            if (rows := _below(words, size, (numbered, columns)))
        ),
        [],
    )


def _sizes(words: Sequence[str], columns: int, numbered: bool) -> Iterator[int]:
    """How many headings there may be: before the first figure stand these, and the names of the first row; or, where rows are
    numbered, the headings alone, unless the total is the first row; of the first village no figure may be printed."""
    first = next((n for n, word in enumerate(words) if kind(word) == "v"), 0)
    if numbered:
        top = first and is_total(words[first - 1]) and serial_number(words[first]) != 1
        yield first - 1 if top else first
        return
    yield first - columns
    if columns > 1 and first > 2 * columns:
        most = max((len(list(run)) for kind, run in groupby(kinds(words)) if kind == "v"), default=0)
        if first > most + 2 * columns:
            yield most + columns


def _below(words: Sequence[str], size: int, names: tuple[bool, int]) -> list[tuple[Cell, ...]]:
    """The rows below so many headings; [] where they are none."""
    numbered, columns = names
    heads = words[:size]
    if size < numbered + columns + _FEWEST_VALUES or not _are_headings(heads[numbered:], columns):
        return []
    rows = list(_rows(words, size, names))
    told = [row for row in rows if row]
    width = max(map(len, told), default=0)
    if len(told) < len(rows) or width > size or sum(len(row) == width for row in told) < _FEWEST_WHOLE:
        return []
    if width < size if columns == 1 else not _are_labelled(words, told, int(numbered)):
        return []
    if width == size:
        return [tuple((n,) for n in range(size)), *told]
    return [*(((n,),) for n in range(size)), *told] if numbered or names_rows(words, size - width) else []


def _are_labelled(words: Sequence[str], rows: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """A label begins the first row, none comes twice, and enough rows have none."""
    labels = [words[row[at][0]] for row in rows if row[at] and row[at + 1]]
    below = sum(not row[at] for row in rows)
    return bool(rows[0][at]) and min(len(labels), below) >= _FEWEST_LABELS and len({*labels}) == len(labels)


def whole_part(words: Sequence[str]) -> Sequence[str]:
    """The words without those of a last row that may go on: up to the last value before a word."""
    laid = kinds(words)
    return words[: laid.rfind("vw") + 1]


def _are_headings(heads: Sequence[str], columns: int) -> bool:
    plain = all(may_be_heading(head) and not head.endswith(NO_HEADING) for head in heads)
    named = heads[0] if columns == 1 else heads[1]
    return plain and meaning(named) in ((*NAME_MEANINGS,) if columns == 1 else (*NAME_MEANINGS, ""))


_NONE: Cell = ()
_BLANK = (_NONE, _NONE)


class _Part(NamedTuple):
    """The number of a row, the words behind it, and the figures behind these."""

    number: Cell
    named: Sequence[int]
    values: Sequence[int]


def _parts(words: Sequence[str], size: int, numbered: bool) -> Iterator[_Part]:
    """What stands from one figure to the next word, each with the number of its row, which stands behind the figures of the
    row above."""
    laid = kinds(words)
    runs = [list(run) for _, run in groupby(range(size, len(words)), key=lambda n: laid[n])]
    number: Cell = tuple(runs.pop(0)) if numbered and laid[size : size + 1] == "v" else ()
    count = len(number)
    for named, values in zip_longest(runs[::2], runs[1::2], fillvalue=list[int]()):
        last = serial_number(words[values[-1]]) if values else None
        goes_on = numbered and last == count + 1 and values is not runs[-1]
        yield _Part(number, named, values[:-1] if goes_on else values)
        number, count = ((values[-1],), count + 1) if goes_on else ((), count)


def _rows(words: Sequence[str], size: int, names: tuple[bool, int]) -> Iterator[tuple[Cell, ...] | None]:
    """The rows below the headings; None for what is none."""
    numbered, columns = names
    parts = list(_parts(words, size, numbered))
    ends = {words[part.named[-1]][-1] for part in parts if not is_total(words[part.named[-1]])}
    for part in parts:
        *above, last = part.named
        number, label, is_odd = part.number, _NONE, columns == 1 and bool(above)
        for n in above:
            if words[n][-1] in ends and (not numbered or is_total(words[last])):
                yield _row(number, label, (n,), names)  # a village of which no figure is printed
                number, label = (), ()
            else:
                is_odd, label = is_odd or bool(label), (n,)
        total = is_total(words[last])
        if is_odd or (label and total) or (numbered and not number and not total):
            yield None
        elif total and not is_subtotal(words[last]):
            yield ((last,), *_BLANK[: numbered + columns - 1], *((n,) for n in part.values))
        else:
            yield (*_row(number, label, (last,), names), *((n,) for n in part.values))


def _row(number: Cell, label: Cell, name: Cell, names: tuple[bool, int]) -> tuple[Cell, ...]:
    numbered, columns = names
    return (*((number,) if numbered else ()), *((label,) if columns > 1 else ()), name)
