"""Cells one a line whose rows have a name under a label that stands once for several of them, and figures behind the name.

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

_NAMED = 2  # columns of the label and the name
_FEWEST_WHOLE, _FEWEST_LABELS, _FEWEST_VALUES = 3, 2, 2
_NO_HEADING = ("表", "清单", "一览")


def labelled_rows(words: Sequence[str]) -> list[tuple[Cell, ...]]:
    """The rows, headings first, each cell with the places of its words; [] where cells are no such rows.

    >>> len(labelled_rows("镇 村 户 人 东镇 甲村 3 9 乙村 4 8 西镇 丙村 5 7 丁村 6 6".split()))
    5
    """
    numbered = bool(words) and meaning(words[0]) == "row_number"
    first = next((n for n, word in enumerate(words) if kind(word) == "v"), 0)
    most = max((len(list(run)) for kind, run in groupby(kinds(words)) if kind == "v"), default=0)
    # Before the first figure stand the headings, the label and the name; or, where rows are numbered, the headings alone;
    # of the first village no figure may be printed.
    sizes = [first] if numbered else [first - _NAMED, *([most + _NAMED] if first > most + 2 * _NAMED else [])]
    return next((rows for size in sizes if (rows := _below(words, size, numbered))), [])


def _below(words: Sequence[str], size: int, numbered: bool) -> list[tuple[Cell, ...]]:
    """The rows below so many headings; [] where they are none."""
    heads = words[:size]
    if size < numbered + _NAMED + _FEWEST_VALUES or not _are_headings(heads[numbered:]):
        return []
    rows = list(_rows(words, size, numbered))
    told = [row for row in rows if row]
    width = max(map(len, told), default=0)
    if len(told) < len(rows) or width > size or not _are_labelled(words, told, int(numbered)):
        return []
    if width == size:
        return [tuple((n,) for n in range(size)), *told]
    return [*(((n,),) for n in range(size)), *told] if numbered or names_rows(words, size - width) else []


def _are_labelled(words: Sequence[str], rows: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """Enough rows lack no figure; a label begins the first row, none comes twice, and enough rows have none."""
    width = max(map(len, rows))
    labels = [words[row[at][0]] for row in rows if row[at] and row[at + 1]]
    enough = sum(len(row) == width for row in rows) >= _FEWEST_WHOLE and bool(rows[0][at])
    below = sum(not row[at] for row in rows)
    return enough and min(len(labels), below) >= _FEWEST_LABELS and len({*labels}) == len(labels)


def whole_part(words: Sequence[str]) -> Sequence[str]:
    """The words without those of a last row that may go on: up to the last value before a word."""
    laid = kinds(words)
    return words[: laid.rfind("vw") + 1]


def _are_headings(heads: Sequence[str]) -> bool:
    plain = all(may_be_heading(head) and not head.endswith(_NO_HEADING) for head in heads)
    return plain and len(heads) > 1 and meaning(heads[1]) in (*NAME_MEANINGS, "")


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
    number: Cell = tuple(runs.pop(0)) if numbered else ()
    count = 1
    for named, values in zip_longest(runs[::2], runs[1::2], fillvalue=list[int]()):
        last = serial_number(words[values[-1]]) if values else None
        goes_on = numbered and last == count + 1 and values is not runs[-1]
        yield _Part(number, named, values[:-1] if goes_on else values)
        number, count = ((values[-1],), count + 1) if goes_on else ((), count)


def _rows(words: Sequence[str], size: int, numbered: bool) -> Iterator[tuple[Cell, ...] | None]:
    """The rows below the headings; None for what is none."""
    parts = list(_parts(words, size, numbered))
    ends = {words[part.named[-1]][-1] for part in parts if not is_total(words[part.named[-1]])}
    for part in parts:
        *above, last = part.named
        number, label, is_odd = part.number, _NONE, False
        for n in above:
            if words[n][-1] in ends and (not numbered or is_total(words[last])):
                yield _row(number, label, (n,), numbered)  # a village of which no figure is printed
                number, label = (), ()
            else:
                is_odd, label = is_odd or bool(label), (n,)
        total = is_total(words[last])
        if is_odd or (label and total) or (numbered and not number and not total):
            yield None
        elif total and not is_subtotal(words[last]):
            yield ((last,), *_BLANK[: 1 + numbered], *((n,) for n in part.values))
        else:
            yield (*_row(number, label, (last,), numbered), *((n,) for n in part.values))


def _row(number: Cell, label: Cell, name: Cell, numbered: bool) -> tuple[Cell, ...]:
    return (*((number,) if numbered else ()), label, name)
