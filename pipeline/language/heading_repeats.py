"""Headings that stand below others in groups: where the groups begin is told by those that come again."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import year


def is_next_year(name: str, following: str) -> bool:
    first, second = year(name), year(following)
    if first is None or second is None:
        return False
    return second == first + 1 and name.replace(str(first), "") == following.replace(str(second), "")


def begin_alike(names: Sequence[str], starts: Sequence[int]) -> bool:
    """A heading that begins a group begins each it is in."""
    first = {names[at] for at in starts}
    return all(at in starts for at, name in enumerate(names) if name in first)
