"""Numbers of pages without a mark of their own, alone on their lines inside sentences:

…《甲条例》《乙省突发        The words below them, a running head, say that they are none of the text: they are the same on
3                        each page, or the title once more.
某市应急预案
事件应急预案管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.names import is_agency
from pipeline.outline.lines import Line
from pipeline.outline.running_heads import is_astride, is_head_like, is_short

_LONGEST_NUMBER, _TITLE_LINES, _SHORTEST_PAGE = 3, 6, 8


def mark_bare_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with such numbers as `page_number` and the words beside them as `running_head`."""
    numbers = [i for i, line in enumerate(lines) if not line.furniture and _is_number(line.squeezed)]
    found = {i: by for by in (1, -1) for i in _pages(lines, numbers, by)}
    heads = {i + by for i, by in found.items()}
    return tuple(
        replace(line, furniture="page_number" if i in found else "running_head")
        if i in found or i in heads
        else line
        for i, line in enumerate(lines)
    )


def _is_number(words: str) -> bool:
    return len(words) <= _LONGEST_NUMBER and words.isdecimal()


def _pages(lines: Sequence[Line], numbers: Sequence[int], by: int) -> Iterator[int]:
    """The numbers that count up beside the same words, `by` lines further on, and stand inside sentences, mostly."""
    titles = [line.squeezed for line in lines[:_TITLE_LINES]]
    beside: dict[str, list[int]] = {}
    for i in numbers:
        if _TITLE_LINES < i + by < len(lines) and is_short(lines[i + by]):
            beside.setdefault(lines[i + by].squeezed, []).append(i)
    for words, those in beside.items():
        values = [int(lines[i].squeezed) for i in those]
        inside = sum(is_astride(min(i, i + by), lines) for i in those)
        counts = all(b > a for a, b in pairwise(values)) and inside and 2 * inside >= len(those)
        # The cells of a list may be alike in every row: 1 | 重点任务 | … | 2 | 重点任务.
        apart = len(those) > 1 and all(b - a >= _SHORTEST_PAGE for a, b in pairwise(those))
        is_head = apart and is_head_like(lines[those[0] + by])
        is_title = any(title.startswith(words) for title in titles)
        # Whose name stands there once may be in a list; the issuer's on several pages, a page apart, is a head.
        if counts and (is_head and is_title if is_agency(words) else is_head or is_title):
            yield from those
