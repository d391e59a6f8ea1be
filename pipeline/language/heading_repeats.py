"""Headings that stand below others in groups: where the groups begin is told by those that come again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from pipeline.language.cells import year

_MOST_WAYS = 1000


def groups_of(names: Sequence[str], many: int) -> list[int]:
    """Where so many groups of headings begin, if there is one way to part them: no heading twice in a group, one that begins
    a group begins each it is in, and no year is parted from the next.

    户数 资金 户数 资金 总户数 资金 in three: at 0, 2 and 4; 2025 2026 新建 2025 2026 in three: at 0, 2 and 3.
    """
    ways = list(islice(_parted(names, many, 0), _MOST_WAYS))
    fitting = [starts for starts in ways if begin_alike(names, starts)]
    if len(fitting) > 1 and len(set(names)) < len(names):
        several = [starts for starts in fitting if _are_several(names, starts)]
        fitting = [starts for starts in fitting if starts == _again(names)] or several
    return fitting[0] if len(fitting) == 1 and len(ways) < _MOST_WAYS else []


def _are_several(names: Sequence[str], starts: Sequence[int]) -> bool:
    """No group is of one heading."""
    return all(b - a > 1 for a, b in pairwise([*starts, len(names)]))


def _again(names: Sequence[str]) -> list[int]:
    """Where groups begin with the first heading again, or with one that the first group has not, behind one that it has."""
    end = next((j for j in range(1, len(names)) if names[j] == names[0]), len(names))
    group = set(names[:end])
    return [
        j for j, name in enumerate(names) if name == names[0] or (name not in group and names[j - 1] in group)
    ]


def _parted(names: Sequence[str], many: int, at: int) -> Iterator[list[int]]:
    """The ways to part the names from one on so that none stands twice in a group."""
    if many == 1:
        if len(set(names[at:])) == len(names) - at:
            yield [at]
        return
    for end in range(at + 1, len(names) - many + 2):
        if names[end - 1] in names[at : end - 1]:
            return
        if not is_next_year(names[end - 1], names[end]):
            yield from ([at, *more] for more in _parted(names, many - 1, end))


def is_next_year(name: str, following: str) -> bool:
    first, second = year(name), year(following)
    if first is None or second is None:
        return False
    return second == first + 1 and name.replace(str(first), "") == following.replace(str(second), "")


def begin_alike(names: Sequence[str], starts: Sequence[int]) -> bool:
    first = {names[at] for at in starts}
    return all(at in starts for at, name in enumerate(names) if name in first)
