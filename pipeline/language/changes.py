"""Which way a value changes: + up, - down, by the words of change in lexicons/words.tsv."""

from __future__ import annotations

from functools import cache

from pipeline.language import patterns
from pipeline.language.words import alternation, lookup

_SIGNS = {"up": "+", "down": "-"}
# 提高到 names the level reached, 提高 by how much.
_LEVEL = ("到", "至", "为")


@cache
def _words_of_change() -> patterns.Pattern:
    return patterns.compile("|".join((alternation("up"), alternation("down"), alternation("multiple"))))


def change_sign(said: str | None) -> str | None:
    """The sign of the last word of change in `said`; None where there is none, or it says what level is reached.

    >>> change_sign("较上年同比增长"), change_sign("降低率"), change_sign("减半"), change_sign("提高到")
    ('+', '-', '-', None)
    """
    found = [match.group() for match in _words_of_change().finditer(said or "")]
    entry = lookup(found[-1]) if found and not found[-1].endswith(_LEVEL) else None
    return (entry.cls or _SIGNS[entry.kind]) if entry else None
