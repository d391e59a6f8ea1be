"""Lines at the head or foot of each page of a table that came out one cell line a text line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.language.headings import meaning
from pipeline.outline.counted_heads import counted_heads
from pipeline.outline.flattened import closes_row
from pipeline.outline.lines import Line


def _is_head(text: str, copies: int, marks: int) -> bool:
    """Half of the pages have it; nearly all where it may be a cell: an agency, a day."""
    may_be_cell = len(text) < 4 or closes_row(text)
    return not meaning(text) and (
        copies > 2 and copies >= 0.8 * marks if may_be_cell else copies > 1 and copies * 2 >= marks
    )


def page_heads(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines that stand at the same side of several page marks: running heads, page numbers."""
    marks = [n for n, line in enumerate(lines) if line.furniture == "page_number"]
    found = counted_heads(lines)
    for side in (-1, 1):
        beside = [n + side for n in marks if 0 <= n + side < len(lines) and not lines[n + side].furniture]
        copies = Counter(lines[n].squeezed for n in beside)
        often = {text for text, n in copies.items() if _is_head(text, n, len(marks))}
        found |= {n for n in beside if lines[n].squeezed in often}
        numbers = [lines[n].squeezed for n in beside]
        if len(marks) > 1 and len(beside) >= len(marks) - 1 and all(text.isdecimal() for text in numbers):
            found |= set(beside)
    return found
