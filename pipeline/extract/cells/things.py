"""Cells that say of what there are to be so many: 2名以上专职管理员; 血压计2台、听诊器3个."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language.cut_names import cuts_word
from pipeline.language.grammar import compiled, line
from pipeline.language.quantities import quantities
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import lex
from pipeline.language.value_cells import value_cell
from pipeline.language.words import words

# 2名以上专职管理员, 每村至少1名, 至少1名兼职管理员: a number that is compared, and what there are so many of; 1名代办员 of persons.
_THING = "^(?:{fill})*(?:(?:{each.one|each.bare}{noun}*)?{modal}*{comparator}{this.count}|{each.one|each.bare}{noun}*{this.count}|{this.count}{bound}|(?P<plain>{this.count})(?={noun|verb}))(?P<noun>(?:{noun|verb|measure|make}+)?)$"


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


_MARKS = "、，；。"


@lru_cache(maxsize=4096)
def things_listed(text: str) -> tuple[tuple[Quantity, str], ...]:
    """The values of a cell that is nothing but things with their numbers, each with its name; none for any other cell.

    >>> [(name, found.value) for found, name in things_listed("配备身份核验终端1台、打印机不少于2台")]
    [('身份核验终端', 1.0), ('打印机', 2.0)]
    >>> things_listed("保存48小时，每餐留样"), things_listed("值班室20平方米")
    ((), ())
    """
    parts = [part for part in _parted(text) if part]
    found = [_thing(part) for part in parts]
    return tuple(one for one in found if one) if all(found) else ()


def _parted(text: str) -> list[str]:
    for mark in _MARKS:
        text = text.replace(mark, "\n")
    return text.split("\n")


def _thing(part: str) -> tuple[Quantity, str] | None:
    """身份核验终端 of which one: what stands before the number are words that begin and end as a name does."""
    first = next((at for at, char in enumerate(part) if char.isdigit()), 0)
    # 彩超|2台 are no more than two 彩.
    begins = (
        at for at in range(1, first + 1) if value_cell(part[at:]) and not cuts_word(part[:at], part[at:])
    )
    at = next(begins, 0)
    name, found = _without_making(part[:at]), value_cell(part[at:]) if at else None
    tokens = lex(name, (), ()) if name else ()
    counted = found is not None and bool(found.unit) and (found.dimension == "count" or not found.known)
    named = bool(tokens) and tokens[0].kind == tokens[-1].kind == "noun"
    plain = named and all(t.kind in IN_NAMES for t in tokens)
    often = at > 0 and part[at] in words("each")  # 管理员每周2次
    return (found, name) if found and counted and plain and not often else None


#: Kinds of tokens that a name of a thing is made of: 报到登记室.
IN_NAMES = ("noun", "verb", "handled", "paper")


def _without_making(words: str) -> str:
    tokens = lex(words, (), ())
    made = tokens[0].kind == "make" if len(tokens) > 1 else False
    return words[tokens[0].end :] if made else words
