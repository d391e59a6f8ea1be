"""Names of departments whose letters all stand apart, as a justified line prints them: 医 保 局 药 监 局."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.language import patterns
from pipeline.language.registers import field_of, known_pattern
from pipeline.model import Passage


def names_apart(passage: Passage, start: int, stop: int) -> Sequence[tuple[int, int]]:
    """Where the names stand in text[start:stop]: known departments of one rank and of several fields, each without its
    place; else the whole, as where the later one is of the field of the first (住建局 房产管理局) or of a lower rank."""
    places = passage.places
    apart = all(places[i] - places[i - 1] > 1 for i in range(start + 1, stop))
    if apart and (row := _departments().fullmatch(passage.text, start, stop)):
        names = row.captures("one")
        fields = {*map(field_of, names)}
        if len({name[-1] for name in names}) == 1 and None not in fields and len(fields) == len(names):
            return row.spans("one")
    return [(start, stop)]


@cache
def _departments() -> patterns.Pattern:
    return patterns.compile(rf"(?P<one>{known_pattern().pattern}){{2,}}")
