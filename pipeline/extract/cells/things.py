"""Cells that say of what there are to be so many: 2名以上专职管理员."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language.grammar import compiled, line
from pipeline.language.quantities import quantities
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import lex
from pipeline.language.words import words

# 2名以上专职管理员, 每村至少1名, 至少1名兼职管理员: a number that is compared, and what there are so many of; 1名代办员 of persons.
_THING = "^(?:{fill})*(?:(?:{each.one|each.bare}{noun}*)?{modal}*{comparator}{this.count}|{each.one|each.bare}{noun}*{this.count}|{this.count}{bound}|(?P<plain>{this.count})(?={noun}))(?P<noun>(?:{noun|verb|measure|make}+)?)$"


@lru_cache(maxsize=4096)
def thing_counted(text: str) -> tuple[Quantity, str] | None:
    """The value of a cell that says of what there are to be so many, and its name; None for any other cell.

    >>> thing_counted("2名以上专职管理员")[1]
    '专职管理员'
    """
    tokens = lex(text, found := quantities(text), ())
    at = next((i for i, t in enumerate(tokens) if t.kind == "qty"), -1)
    match = compiled(_THING).match(line(tokens, at)) if len(found) == 1 else None
    if match and match["plain"] and found[0].unit not in words("counter", "person"):
        return None  # 3个班 are so many of a unit of their own
    return (found[0], "".join(t.text for t in tokens[slice(*match.span("noun"))])) if match else None
