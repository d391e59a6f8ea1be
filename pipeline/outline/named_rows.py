"""Rows of a name and its values, one cell a line, below headings that are not as many as the cells of a row.

学校 七年级 学校 七年级 人数 班数 人数 班数          | 学校 | 七年级 |      |
一中 400 8 二中 88 2 三中 50 1 …              →     |      | 人数   | 班数 |
                                                    | 一中 | 400    | 8    |

The names have no heading, or the table was printed twice and more side by side, in one line of headings or in two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.headings import may_be_heading, meaning

_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class NamedRows:
    """Of the cells that follow one another: those of each line of headings and of each row; -1 is a blank."""

    heads: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[int, ...], ...]


def named_rows(words: Sequence[str], kinds: str) -> NamedRows | None:
    """The table that begins with words[0]; `kinds` as `w` for words, `v` for values. None where headings and rows say so
    of none."""
    first = len(kinds) - len(kinds.lstrip("w")) - 1
    size = len(kinds[first + 1 :]) - len(kinds[first + 1 :].lstrip("v")) + 1
    if first < 1 or size < 2 or not all(map(may_be_heading, words[:first])):
        return None
    row, at = "w" + "v" * (size - 1), first
    rows: list[tuple[int, ...]] = []
    while kinds.startswith(row, at) and not kinds.startswith("v", at + size):
        rows.append(tuple(range(at, at + size)))
        at += size
    heads = _heads(list(words[:first]), size) if len(rows) >= _FEWEST_ROWS else ()
    return NamedRows(heads, tuple(rows)) if heads else None


def _heads(words: Sequence[str], size: int) -> tuple[tuple[int, ...], ...]:
    """The lines of headings over rows of `size` cells, by the places of their words; () where they fit none."""
    values = size - 1
    if meaning(words[0]) == "row_number":
        return ()
    if (copy := _copied(words)) in (values, size) and (copy < len(words) or copy == values):
        return ((*((-1,) if copy == values else ()), *range(copy)),)
    for lower in range(values, len(words) - 1, values):
        upper = len(words) - lower
        many = lower // values
        if upper == 2 * many > 2 and _copied(words[:upper]) == 2 and _copied(words[upper:]) == values:
            return ((0, 1, *(-1,) * (values - 1)), (-1, *range(upper, upper + values)))
    return ()


def _copied(words: Sequence[str]) -> int:
    """How many words come again and again: 2 of 人数 班数 人数 班数; all of them where none does."""
    sizes = (n for n in range(1, len(words)) if len(words) % n == 0)
    found = next((n for n in sizes if list(words[:n]) * (len(words) // n) == list(words)), len(words))
    return found if len(set(words[:found])) == found else 0
