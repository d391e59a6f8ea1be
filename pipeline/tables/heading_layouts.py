"""All the ways to lay lines of headings on the columns of the rows below, where blanks before or between them were lost.

| 镇 | 村数 | 设施 | 食堂 |                    | 镇 | 村数 | 设施 |      |      | 食堂 |      |
| 现有 | 2025年 | 2026年 | 新建 | 改建 |   →   |    |      | 现有 | 2025年 | 2026年 | 新建 | 改建 |
| 甲 | 1 | 2 | 3 | 4 | 5 | 6 |               | 甲 | 1    | 2    | 3      | 4      | 5    | 6    |

Each heading stands over one column or over several headings of the line below that are unlike one another; all columns
have their own; the name of a row is not divided. A line printed with blanks between its headings stands as it is printed
or a column or two aside. What the headings say themselves (heading_evidence) parts the ways that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from pipeline.language.cells import is_total
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.tables.draft import BLANK, Slot
from pipeline.tables.heading_columns import Columns
from pipeline.tables.heading_evidence import (
    Forest,
    Node,
    alone,
    are_told,
    is_half,
    likeliest,
    name_of,
    proved_sums,
    singles,
)

_Slots = tuple[Slot, ...]
_MOST = 4000  # ways looked at
_DEEPEST = 3  # lines of headings
_FURTHEST = 2
_OF_FIGURES = ("value", "year_value", "total")
_OF_WORDS = ("agency", "lead_agency", "support_agency", "person")


def layouts(lines: Sequence[_Slots], columns: Columns) -> list[tuple[_Slots, ...]]:
    """The likeliest ways to lay the lines, all that nothing parts; none also where there are too many to look at."""
    if not all(any(line) for line in lines):
        return []
    found = _ways(lines, columns)
    whole = any(map(all, lines[1:]))
    if found is None:
        return []
    return _likeliest(found, columns, lambda forest: whole and singles(forest) > 0)


def layouts_of_run(run: _Slots, columns: Columns) -> list[tuple[_Slots, ...]]:
    """The likeliest ways to lay headings that stand one a line: on one line, or wherever two or three may begin; each over one
    column or over two and more."""
    found: dict[Forest, _Way] = {}
    for lines in _lines(run):
        ways = _ways(lines, columns)
        if ways is None or len(found) + len(ways) > _MOST:
            return []
        found |= ways
    return _likeliest(found, columns, lambda forest: alone(forest) > 0 or not are_told(forest))


def _lines(run: _Slots) -> Iterator[tuple[_Slots, ...]]:
    """The ways to part the headings into lines: none comes again on the first, none but a sum on another line."""
    for depth in range(_DEEPEST):
        for cuts in combinations(range(1, len(run)), depth):
            lines = tuple(run[a:b] for a, b in pairwise((0, *cuts, len(run))))
            names = [{slot.text for slot in line if not is_total(slot.text)} for line in lines]
            first = {slot.text for slot in lines[0]}
            if len(first) == len(lines[0]) and len(set().union(*names)) == sum(map(len, names)):
                yield lines


class _Way(NamedTuple):
    """Lines so laid, and how far they were moved."""

    laid: tuple[_Slots, ...]
    moved: int


def _ways(lines: Sequence[_Slots], columns: Columns) -> dict[Forest, _Way] | None:
    """All ways to lay the lines; None where they are too many to look at."""
    words = [tuple(slot for slot in line if slot) for line in lines]
    found = list(islice(_forests(words, columns.width), _MOST))
    if len(found) == _MOST:
        return None
    laid = {forest: _laid(forest, len(lines), columns.width) for forest in found}
    return {
        forest: _Way(one, by)
        for forest, one in laid.items()
        if _names_columns(forest, columns) and (by := _moved(lines, one)) is not None
    }


def _likeliest(
    found: Mapping[Forest, _Way], columns: Columns, is_odd: Callable[[Forest], bool]
) -> list[tuple[_Slots, ...]]:
    sums = {forest: proved_sums(forest, columns.add_up) for forest in found}
    most = max(sums.values(), default=0)
    proved = [forest for forest in found if sums[forest] == most]
    best = likeliest(proved, {forest: found[forest].moved for forest in proved})
    return [found[forest].laid for forest in sorted(best, key=alone) if not is_odd(forest)]


def _forests(words: Sequence[_Slots], width: int) -> Iterator[Forest]:
    """The headings of the first line over those below, on so many columns in all."""
    if len(words) == 1:
        if len(words[0]) == width:
            yield tuple(Node(slot) for slot in words[0])
        return
    for size in range(len(words[1]), width + 1):
        for below in _forests(words[1:], size):
            yield from _over(words[0], below, width - size)


def _over(words: _Slots, below: Forest, whole: int) -> Iterator[Forest]:
    """Each word over one column, so many of them, or over the next ones of those below."""
    if not words:
        if not below and not whole:
            yield ()
        return
    if not 0 <= whole <= len(words):
        return
    if whole:
        yield from ((Node(words[0]), *more) for more in _over(words[1:], below, whole - 1))
    if meaning(words[0].text) == "row_number":
        return
    for n in range(1, len(below) + 1):
        node = Node(words[0], below[:n])
        names = [name for one in node.below if not is_half(name := name_of(one))]
        if len(set(names)) < len(names):
            return
        yield from ((node, *more) for more in _over(words[1:], below[n:], whole))


def _moved(lines: Sequence[_Slots], laid: Sequence[_Slots]) -> int | None:
    """How far lines stand from where they are printed, but for those that may have lost all their blanks; None where one
    stands where it cannot."""
    if any(_are_rests(lines[k], laid[k - 1], laid[k]) for k in range(1, len(lines))):
        return None
    found = [_aside(line, one) for line, one in zip(lines, laid, strict=True)]
    return None if None in found else sum(map(int, filter(None, found)))


def _are_rests(line: _Slots, above: _Slots, below: _Slots) -> bool:
    """A line that lost its blanks, of headings each of which stands alone below another, divides nothing."""
    heads = [j for j, slot in enumerate(above) if slot]
    counts = [sum(bool(slot) for slot in below[a:b]) for a, b in pairwise([*heads, len(above)])]
    return len(line) < len(below) and all(line) and max(counts) == 1


def _aside(line: _Slots, laid: _Slots) -> int | None:
    cols, places = ([j for j, slot in enumerate(row) if slot] for row in (line, laid))
    if cols[-1] == len(cols) - 1:  # all blanks may be lost, or stand behind
        return 0 if cols == places or len(line) < len(laid) else _FURTHEST + 1
    by, shorter = places[0] - cols[0], len(line) < len(laid)
    if all(place - col == by for place, col in zip(places, cols, strict=True)):
        if by > 0 and not cols[0]:
            return min(by, _FURTHEST)  # the blanks before it are lost, or stand behind
        return abs(by) if -_FURTHEST <= by <= 0 or shorter else None
    if len(line) > len(laid):  # blanks too many between headings
        aside = [col - place for place, col in zip(places, cols, strict=True)]
        return aside[-1] if aside == sorted(aside) and not aside[0] and aside[-1] <= _FURTHEST else None
    return _FURTHEST + 1 if shorter else None


def _names_columns(forest: Forest, columns: Columns) -> bool:
    """The names of the rows are of one column each; no heading of figures stands over one of words, none of words over figures."""
    named = int(meaning(forest[0].slot.text) == "row_number")
    if any(node.below for node in forest[: named + 1]) or named in columns.numeric:
        return False
    col = 0
    for node in forest:
        kind, counted = meaning(node.slot.text), heading_unit(node.slot.text) is not None
        if node.below and kind == "label" and col in columns.wordy:
            return False
        if not node.below and (
            (col in columns.wordy and (kind in _OF_FIGURES or (counted and kind not in NAME_MEANINGS)))
            or (col in columns.numeric and kind in _OF_WORDS)
        ):
            return False
        col += node.size
    return True


def _laid(forest: Forest, depth: int, width: int) -> tuple[_Slots, ...]:
    rows = [[BLANK] * width for _ in range(depth)]

    def put(nodes: Forest, level: int, col: int) -> None:
        for node in nodes:
            rows[level][col] = node.slot
            put(node.below, level + 1, col)
            col += node.size

    put(forest, 0, 0)
    return tuple(map(tuple, rows))
