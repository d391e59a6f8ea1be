"""What stands below a table is no rest of the table's title.

任务分解表
| 序号 | 任务 |        →   任务分解表 / 以上任务纳入考核。   (two passages)
以上任务纳入考核。
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import Fragment
from pipeline.outline.lines import Line


def part_from_titles(lines: Sequence[Line], fragments: Sequence[Fragment]) -> tuple[Line, ...]:
    """The lines outside of tables; the first one after a table whose title is right above it begins anew."""
    begun = set(_below_tables(lines, fragments))
    return tuple(replace(line, anew=True) if i in begun else line for i, line in enumerate(lines))


def _below_tables(lines: Sequence[Line], fragments: Sequence[Fragment]) -> Iterator[int]:
    said = [i for i, line in enumerate(lines) if line.squeezed and not line.furniture]
    starts = [lines[i].span.start for i in said]
    for fragment in fragments:
        at = bisect_left(starts, fragment.span.end)
        if fragment.title_span and 0 < at < len(said):
            above = lines[said[at - 1]].span
            if fragment.title_span.start <= above.start and above.end <= fragment.title_span.end:
                yield said[at]
