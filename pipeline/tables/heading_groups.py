"""Headings over the groups of those below them, where blanks were lost or were printed behind the last.

| 镇 | 床位 | 公厕 |   |   |        | 镇 | 床位 |      | 公厕 |      |
| 现有 | 新增 | 现有 | 新增 |  |  →  |    | 现有 | 新增 | 现有 | 新增 |
| 甲 | 1 | 2 | 3 | 4 |              | 甲 | 1    | 2    | 3    | 4    |
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.headings import meaning
from pipeline.tables.draft import BLANK, Slot

_Slots = tuple[Slot, ...]


def on_groups(lines: Sequence[_Slots], width: int) -> tuple[_Slots, ...] | None:
    """The lines on `width` columns, each heading of the last but one where a group of the last begins; None if they are
    not as many."""
    upper, lower = [slot for slot in lines[-2] if slot.text], _at_the_right(lines, width)
    filled = [j for j, slot in enumerate(lower) if slot.text]
    if len(lower) != width or not filled or filled != list(range(filled[0], filled[-1] + 1)):
        return None
    if len(lines[-2]) == width and lower == lines[-1]:
        return None
    starts = _groups([_name(lower[j].text) for j in filled])
    places = [*range(filled[0]), *(filled[0] + j for j in starts), *range(filled[-1] + 1, width)]
    if len(places) != len(upper) or len(starts) < 2:
        return None
    slots = [BLANK] * width
    for col, slot in zip(places, upper, strict=True):
        slots[col] = slot
    return (*lines[:-2], tuple(slots), lower)


def _at_the_right(lines: Sequence[_Slots], width: int) -> _Slots:
    """The last line with the blanks behind it before it, where the line above has all its blanks behind it too.

    Under a note at the right stands none.
    """
    upper, lower = (sum(1 for slot in line if slot.text) for line in lines[-2:])
    if any(slot.text for slot in (*lines[-2][upper:], *lines[-1][lower:])) or lower >= width or not upper:
        return lines[-1]
    right = int(meaning(lines[-2][upper - 1].text) == "note")
    return (*(BLANK,) * (width - lower - right), *lines[-1][:lower], *(BLANK,) * right)


def _groups(names: Sequence[str]) -> list[int]:
    """Where groups of headings begin: with the first again, or with one that the first group has not.

    户数 资金 户数 资金 总户数 资金: at 0, 2 and 4.
    """
    again = [j for j, name in enumerate(names) if name == names[0]]
    if len(again) < 2:
        return [0]
    group = set(names[: again[1]])
    return [
        j for j, name in enumerate(names) if name == names[0] or (name not in group and names[j - 1] in group)
    ]


def _name(text: str) -> str:
    """走读生（每人250元） and 走读生（每人312.5元） are the same heading of two groups."""
    return text.partition("（")[0] or text
