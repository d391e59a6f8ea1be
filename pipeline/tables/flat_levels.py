"""Headings of two levels that stand one a line, the upper ones first: which of these stands over the lower ones.

序号⏎工作任务⏎责任单位⏎完成时限⏎牵头单位⏎配合单位  →  | 序号 | 工作任务 | 责任单位 |          | 完成时限 |
                                                     |      |          | 牵头单位 | 配合单位 |          |

Whether they are of two levels the rows below say: a column for each heading, or one less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.tables.draft import LEFT, UP, Row, Slot
from pipeline.tables.flat_columns import VALUES

_FAMILIES = (frozenset(AGENCY_MEANINGS), frozenset(("deadline",)), frozenset(VALUES))
# What may stand over columns of each family; what leads or supports stands over no others.
_OVER = ({"agency", ""}, {"deadline", ""}, {"measure", "value", "total", ""})


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of the columns; `over` stands above those of [start, end)."""

    columns: tuple[Slot, ...]
    over: Slot | None = None
    start: int = 0
    end: int = 0

    def rows(self) -> tuple[Row, ...]:
        if self.over is None:
            return (Row(self.columns, "header"),)
        below = range(self.start, self.end)
        upper = [
            self.over if j == self.start else LEFT if j in below else c for j, c in enumerate(self.columns)
        ]
        lower = [column if j in below else UP for j, column in enumerate(self.columns)]
        return Row(tuple(upper), "header"), Row(tuple(lower), "header")


def in_levels(heads: Sequence[Slot]) -> Iterator[Heads]:
    """Each way in which one heading stands over two or more that follow it, or that are the last of all."""
    names = [meaning(head.text) for head in heads]
    for k in range(1, len(heads)):
        for start in sorted({k + 1, *range(k + 2, len(heads))}):
            for end in range(start + 2, len(heads) + 1):
                if (start == k + 1 or end == len(heads)) and _may_stand_over(names[k], names[start:end]):
                    below = heads[start:end]
                    rest = [*heads[k + 1 : start], *heads[end:]]
                    columns = (*heads[:k], *below, *rest)
                    if len({head.text for head in below}) == len(below):
                        yield Heads(columns, heads[k], k, k + len(below))


def _may_stand_over(upper: str, lower: Sequence[str]) -> bool:
    return any(upper in over and set(lower) <= family for family, over in zip(_FAMILIES, _OVER, strict=True))
