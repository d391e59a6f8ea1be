"""What the cells of a column say, and how often: asked once for every way to read a row, so counted once."""

from __future__ import annotations

from collections import Counter
from functools import cached_property


class ColumnTexts(Counter[str]):
    """The texts of the cells of a column, blank ones too. None is added later."""

    @cached_property
    def rows(self) -> int:
        return self.total()

    @cached_property
    def ends(self) -> Counter[str]:
        """How many end with each letter: 镇 of 清溪镇; blank ones with none."""
        ends: Counter[str] = Counter()
        for text, n in self.items():
            ends[text[-1:]] += n
        return ends
