"""Cells one a line whose rows have a name under a label that stands once for several of them, and figures behind the name.

学区 学校 人数 班数 城关学区 一小 989 26 二小 1093 29 …    →    | 城关学区 | 一小 | 989  | 26 |
                                                            |          | 二小 | 1093 | 29 |

A row ends where the next word stands; where rows are numbered, the number before that word is its own. Two words one after
the other are a label and a name, one word is a name; so is the label of a sum, which may stand across both columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

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
    # Before the first figure stand the headings, the label and the name; or, where rows are numbered, the headings alone.
    size = first if numbered else first - _NAMED
    heads = words[:size]
    if size < numbered + _NAMED + _FEWEST_VALUES or not _are_headings(heads[numbered:]):
        return []
    rows = list(_rows(words, size, numbered))
    told = [row for row in rows if row]
    width = max(map(len, told), default=0)
    whole = [row for row in told if len(row) == width]
    labels = [words[row[numbered][0]] for row in told if row[numbered] and row[numbered + 1]]
    below = sum(not row[numbered] for row in told)
    enough = len(whole) >= _FEWEST_WHOLE and min(len(labels), below) >= _FEWEST_LABELS
    if (
        len(told) < len(rows)
        or not enough
        or len({*labels}) < len(labels)
        or not told[0][numbered]
        or width > size
    ):
        return []
    if width == size:
        return [tuple((n,) for n in range(size)), *told]
    return [*(((n,),) for n in range(size)), *told] if numbered or names_rows(words, size - width) else []


def whole_part(words: Sequence[str]) -> Sequence[str]:
    """The words without those of a last row that may go on: up to the last value before a word."""
    laid = kinds(words)
    return words[: laid.rfind("vw") + 1]


def _are_headings(heads: Sequence[str]) -> bool:
    plain = all(may_be_heading(head) and not head.endswith(_NO_HEADING) for head in heads)
    return plain and len(heads) > 1 and meaning(heads[1]) in (*NAME_MEANINGS, "")


def _rows(words: Sequence[str], size: int, numbered: bool) -> Iterator[tuple[Cell, ...] | None]:
    """The rows below the headings; None for what is none."""
    laid = kinds(words)
    runs = [list(run) for _, run in groupby(range(size, len(words)), key=lambda n: laid[n])]
    number: list[int] = []
    count = 0
    if numbered and runs and laid[runs[0][0]] == "v":
        number = runs.pop(0)
        if len(number) > 1 or serial_number(words[number[0]]) != 1:
            yield None
    for named, values in zip(runs[::2], runs[1::2], strict=False):
        total = is_total(words[named[0]]) and not is_subtotal(words[named[0]])
        count += bool(number)
        row = _row(named, values, total)
        more = words[values[-1]] if numbered and len(values) > 1 else ""
        lead, number = ((number[0],) if number else (),) if numbered else (), []
        if more and serial_number(more) == count + 1 and named is not runs[-2]:
            number, row = [values[-1]], row and row[:-1]
        # The label of a total stands across the columns of the numbers and the names.
        yield None if not row else (row[0], *lead, *row[1:]) if total and lead == ((),) else (*lead, *row)
    if len(runs) % 2:
        yield None


def _row(named: Sequence[int], values: Sequence[int], total: bool) -> tuple[Cell, ...] | None:
    if len(named) > _NAMED:
        return None
    names: tuple[Cell, ...] = tuple((n,) for n in named)
    if len(named) < _NAMED:
        names = (*names, ()) if total else ((), *names)
    return (*names, *((n,) for n in values))
