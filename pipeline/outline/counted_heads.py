"""Running heads below a page's number that is figures alone, in text whose lines are cells."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.headings import meaning
from pipeline.language.page_heads import is_page_head
from pipeline.outline.lines import Line


def counted_heads(lines: Sequence[Line]) -> set[int]:
    """Of the pages' numbers that are figures alone, and the same words below each: 1 | 某市人民政府文件 … 2 | 某市人民政府文件.

    A cell may stand below the number of each row, but no empty line between them, and no 文件 at its end.
    """
    places: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if not line.furniture and not meaning(line.squeezed):
            places.setdefault(line.squeezed, []).append(n)
    found: set[int] = set()
    for words, at in places.items():
        apart = is_page_head(words) or (len(words) > 3 and all(lines[n].gap for n in at))
        numbers = [int(lines[n - 1].squeezed) if n and lines[n - 1].squeezed.isdecimal() else -1 for n in at]
        if (
            apart
            and len(at) > 1
            and numbers[0] >= 0
            and numbers == list(range(numbers[0], numbers[0] + len(at)))
        ):
            found |= {*at, *(n - 1 for n in at)}
    return found
