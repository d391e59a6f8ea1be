"""Headings over the groups of those below them, where blanks were lost or were printed behind the last.

| 镇 | 床位 | 公厕 |   |   |        | 镇 | 床位 |      | 公厕 |      |
| 现有 | 新增 | 现有 | 新增 |  |  →  |    | 现有 | 新增 | 现有 | 新增 |
| 甲 | 1 | 2 | 3 | 4 |              | 甲 | 1    | 2    | 3    | 4    |
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.brackets import without_round
from pipeline.language.cells import heading_unit, year
from pipeline.language.heading_repeats import groups_of
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.tables.draft import BLANK, Slot

_Slots = tuple[Slot, ...]
_DIVIDED = ("", "task", "measure", "indicator", "label")  # meanings of headings that may stand over others


def from_below(lines: Sequence[_Slots], width: int) -> tuple[_Slots, ...] | None:
    """Lines that all lost their blanks, laid from the last one up: it names the columns at the right (before a note), each
    line above it the groups of the one below, the first also the columns beside them; None if they are not as many.

    镇 | 村数 | 设施; 2025年 | 2026年; 床位 | 公厕 | 床位 | 公厕: two years of two, all of them 设施, beside 镇 and 村数.
    """
    words = [[slot for slot in line if slot] for line in lines]
    leads = [next((j for j, slot in enumerate(line) if slot), 0) for line in lines]
    if len(words) < 2 or any(
        list(line[lead : lead + len(found)]) != found or (lead and line is not lines[-1])
        for line, found, lead in zip(lines, words, leads, strict=True)
    ):
        return None
    right = _stands_alone(words, width)
    left = width - right - len(words[-1])
    if left < 1:
        return None
    laid = [_placed(words[-1], range(left, width - right), width)]
    names, cols = words[-1], list(range(left, width - right))
    for line in reversed(words[1:-1]):
        starts = groups_of([_name(slot.text) for slot in names], len(line))
        if not starts:
            return None
        names, cols = line, [cols[j] for j in starts]
        laid.append(_placed(names, cols, width))
    many = len(words[0]) - left - right
    starts = groups_of([_name(slot.text) for slot in names], many) if many > 1 else [0]
    places = [*range(left), *(cols[j] for j in starts), *range(width - right, width)]
    first = words[0]
    whole = len(places) == len(first) and _may_be_divided(first, left, right, words[-1])
    return (_placed(first, places, width), *reversed(laid)) if whole else None


def _stands_alone(words: Sequence[Sequence[Slot]], width: int) -> int:
    """1 where under the last heading of the first line stands no other: a note; a sum for which the lines below leave a
    column, as each of the others divides one heading of several."""
    last, named = meaning(words[0][-1].text), 1 + int(meaning(words[0][0].text) == "row_number")
    few = len(words[0]) == named + 2 and len(words[-1]) == width - named - 1
    return int(last == "note" or (last == "total" and few))


def _may_be_divided(first: Sequence[Slot], left: int, right: int, last: Sequence[Slot]) -> bool:
    """Where one heading is over all below, it alone may be divided; the name of a row and its number, 村数 and 床位（张）
    are of one column, but years may stand under 床位（张）."""
    name = int(meaning(first[0].text) == "row_number")
    years = all(year(slot.text) for slot in last)
    inside = list(enumerate(first))[: len(first) - right]
    over = [
        j
        for j, slot in inside
        if j > name and not (_is_of_one(slot.text) and not (years and _is_measured(slot.text)))
    ]
    return len(first) > left + right + 1 or over == [left]


def _is_of_one(text: str) -> bool:
    return meaning(text) not in _DIVIDED or without_round(text).endswith("数")


def _is_measured(text: str) -> bool:
    return heading_unit(text) is not None and meaning(text) != "total"


def _placed(slots: Sequence[Slot], cols: Sequence[int], width: int) -> _Slots:
    laid = [BLANK] * width
    for col, slot in zip(cols, slots, strict=True):
        laid[col] = slot
    return tuple(laid)


def on_groups(lines: Sequence[_Slots], width: int) -> tuple[_Slots, ...] | None:
    """The lines on `width` columns, each heading of the last but one where a group of the last begins; None if they are
    not as many."""
    upper, lower = [slot for slot in lines[-2] if slot.text], _at_the_right(lines, width)
    filled = [j for j, slot in enumerate(lower) if slot.text]
    if len(lower) != width or not filled or filled != list(range(filled[0], filled[-1] + 1)):
        return None
    if len(lines[-2]) == width and lower == lines[-1]:
        return None
    many = len(upper) - filled[0] - (width - filled[-1] - 1)
    starts = groups_of([_name(lower[j].text) for j in filled], many) if many > 1 else []
    places = [*range(filled[0]), *(filled[0] + j for j in starts), *range(filled[-1] + 1, width)]
    if not starts:
        return None
    return (*lines[:-2], _placed(upper, places, width), lower)


def _at_the_right(lines: Sequence[_Slots], width: int) -> _Slots:
    """The last line with the blanks behind it before it, where the line above has all its blanks behind it too.

    Under a note at the right stands none, nor under a sum where the lines leave a column for it: 养老点 | 公厕 | 合计.
    """
    upper, lower = (sum(1 for slot in line if slot.text) for line in lines[-2:])
    if any(slot.text for slot in (*lines[-2][upper:], *lines[-1][lower:])) or lower >= width or not upper:
        return lines[-1]
    last = meaning(lines[-2][upper - 1].text)
    first = [meaning(slot.text) for slot in lines[-2]]
    named = next((j for j, name in enumerate(first) if name not in NAME_MEANINGS), 0)
    named = max(named, 2) if first[0] == "row_number" else named
    right = int(last == "note" or (last == "total" and lower < width - named))
    return (*(BLANK,) * (width - lower - right), *lines[-1][:lower], *(BLANK,) * right)


def _name(text: str) -> str:
    """走读生（每人250元） and 走读生（每人312.5元） are the same heading of two groups."""
    return text.partition("（")[0] or text


def are_unlike(lines: Sequence[_Slots]) -> bool:
    """No heading stands twice under one that it divides: 2023年 | 2024年 | 2023年 under 床位 are of two."""
    upper, lower = lines[-2:][0], [slot.text for slot in lines[-1]]
    starts = [j for j, slot in enumerate(upper) if slot.text]
    runs = ([text for text in lower[a:b] if text] for a, b in pairwise([*starts, len(lower)]))
    return all(len(set(run)) == len(run) for run in runs)


def leaves_whole(lines: Sequence[_Slots], width: int) -> bool:
    """A heading stands under one of a single column while one over several columns is left whole: it slipped from there;
    or under a sum while another beside it that is no name is whole: 公厕 | 合计 over 2026年 | 2027年."""
    for upper, lower in pairwise(lines):
        starts = [*(j for j in range(width) if upper[j].text), width]
        counts = [
            (end - start, any(slot.text for slot in lower[start:end])) for start, end in pairwise(starts)
        ]
        kinds = [meaning(upper[start].text) for start in starts[:-1]]
        parted = [kind for kind, (_, divided) in zip(kinds, counts, strict=True) if divided]
        whole = [kind for kind, (_, divided) in zip(kinds, counts, strict=True) if not divided]
        if parted == ["total"] and any(kind not in (*NAME_MEANINGS, "note") for kind in whole):
            return True
        if (1, True) in counts and any(size > 1 and not divided for size, divided in counts):
            return True
    return False
