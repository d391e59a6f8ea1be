"""Labels that stand beside the middle of the rows they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    """Rows [start, end) that the label printed in row `at` covers."""

    start: int
    at: int
    end: int


def centred_covers(printed: Sequence[int], block: tuple[int, int]) -> list[Cover]:
    """The one way to cut the block so that each label stands in the middle of its rows.

    Exact middles go before the rest: beside an even number of rows a label stands at either of
    the two middle ones, which leaves more ways. Empty if no way or more than one is left.
    """
    return _one_way(printed, block, (1,)) or _one_way(printed, block, (0, 1, 2))


def _one_way(printed: Sequence[int], block: tuple[int, int], offsets: Sequence[int]) -> list[Cover]:
    start, end = block
    ways: dict[int, list[list[Cover]]] = {start: [[]]}
    for n, at in enumerate(printed):
        limit = printed[n + 1] if n + 1 < len(printed) else end
        reached: dict[int, list[list[Cover]]] = {}
        for begin, paths in ways.items():
            for stop in (2 * at - begin + offset for offset in offsets):
                if begin <= at < stop <= limit:
                    reached.setdefault(stop, []).extend([*path, Cover(begin, at, stop)] for path in paths)
        # Two ways are enough to know that there is not one.
        ways = {stop: paths[:2] for stop, paths in reached.items()}
    final = ways.get(end, [])
    return final[0] if len(final) == 1 else []
