"""Headings that rank what they stand over: 一级指标 | 二级指标."""

from __future__ import annotations

from collections.abc import Sequence


def deepest_indicators(meanings: Sequence[str], paths: Sequence[Sequence[str]]) -> list[str]:
    """The meanings of columns, that of the lowest rank of indicators being that they are named there: 一级指标 | 二级指标.

    >>> deepest_indicators(["category", "category", "value"], [("一级指标",), ("二级指标",), ("分值",)])
    ['category', 'indicator', 'value']
    """
    ranked = [j for j, path in enumerate(paths) if path and path[-1].endswith(_RANKED)]
    low = ranked[-1] if len(ranked) > 1 and "indicator" not in meanings else -1
    return ["indicator" if j == low else said for j, said in enumerate(meanings)]


_RANKED = "级指标"
