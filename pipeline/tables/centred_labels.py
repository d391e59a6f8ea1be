"""Labels that stand beside the middle of the rows they cover, or beside any of those whose items they count."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.cells import item_number
from pipeline.tables.draft import Draft


@dataclass(frozen=True, slots=True)
class Cover:
    """Rows [start, end) that the label printed in row `at` covers."""

    start: int
    at: int
    end: int


def centred_covers(printed: Sequence[int], block: tuple[int, int]) -> list[Cover]:
    """The one way to cut the block so that each label stands in the middle of its rows.

    Exact middles go before the rest: beside an even number of rows a label stands at one of the two middle ones, in
    one table always at the same. Empty if no way or more than one is left.
    """
    exact = _ways(printed, block, (1,))
    ways = exact or [*_ways(printed, block, (1, 2)), *_ways(printed, block, (0, 1))]
    return ways[0] if len(ways) == 1 else []


def _ways(printed: Sequence[int], block: tuple[int, int], offsets: Sequence[int]) -> list[list[Cover]]:
    """Two of the ways at most: they are enough to know that there is not one."""
    start, end = block
    ways: dict[int, list[list[Cover]]] = {start: [[]]}
    for n, at in enumerate(printed):
        limit = printed[n + 1] if n + 1 < len(printed) else end
        reached: dict[int, list[list[Cover]]] = {}
        for begin, paths in ways.items():
            for stop in (2 * at - begin + offset for offset in offsets):
                if begin <= at < stop <= limit:
                    reached.setdefault(stop, []).extend([*path, Cover(begin, at, stop)] for path in paths)
        ways = {stop: paths[:2] for stop, paths in reached.items()}
    return ways.get(end, [])


def item_segments(draft: Draft, col: int, block: tuple[int, int]) -> list[tuple[int, int]]:
    """Stretches of rows whose item numbers run 1, 2, 3… in some column to the right."""
    start, end = block
    for k in range(col + 1, draft.n_cols):
        items = [item_number(draft.rows[i][k].text) for i in range(start, end)]
        steady = all(b == 1 or (a is not None and b == a + 1) for a, b in itertools.pairwise(items))
        if items and items[0] == 1 and None not in items and steady:
            starts = [start + n for n, item in enumerate(items) if item == 1]
            return list(zip(starts, [*starts[1:], end], strict=True))
    return []


def covers_of_segments(
    draft: Draft, col: int, segments: Sequence[tuple[int, int]], printed: list[int]
) -> list[Cover]:
    """One label a segment (the same one again after a page break), or nothing."""
    covers = []
    for start, end in segments:
        inside = [i for i in printed if start <= i < end]
        texts = {draft.rows[i][col].text for i in inside}
        if len(texts) != 1:
            return []
        covers.append(Cover(start, inside[0], end))
    return covers
