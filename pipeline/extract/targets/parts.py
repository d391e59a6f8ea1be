"""What their own sum proves to be the parts of a value: 造林12万亩（乔木林4万亩、灌木林8万亩）."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.targets.found import Found
from pipeline.language.grammar import compiled, line, matches
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token

_FEWEST = 2
# 12万亩（乔木林4万亩、灌木林8万亩）: a value and the numbers of a bracket right behind it.
_BRACKET = "(?P<whole>{qty}){bound}?{mark.（}(?P<parts>(?:{!mark.（|mark.）})*){mark.）}"


def adds_up(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether at least two values of one unit make up another to its last digit."""
    alike = all(part.unit == whole.unit and part.value_max is None for part in parts)
    return len(parts) >= _FEWEST and alike and sum(map(_exact, parts)) == _exact(whole)


def _exact(said: Quantity) -> Decimal:
    return Decimal(repr(said.value))


def parts_in_brackets(tokens: Sequence[Token]) -> frozenset[int]:
    """Where the numbers of those brackets stand whose sum is the value before the bracket."""
    found: set[int] = set()
    if all(t.text != "（" for t in tokens):
        return frozenset()
    for match in matches(_BRACKET, line(tokens)):
        whole = tokens[match.start("whole")].said
        inside = [i for i in range(*match.span("parts")) if tokens[i].kind == "qty"]
        said = [one for i in inside if isinstance(one := tokens[i].said, Quantity)]
        if isinstance(whole, Quantity) and len(said) == len(inside) and adds_up(whole, said):
            found.update(inside)
    return frozenset(found)


# 总投资6.8亿元，其中：县级财政2.1亿元，…: a sum of money and the numbers behind what parts it.
_OF_WHICH = "(?P<whole>{qty.money}){bound}?{mark.，|mark.；|mark.：}?{includes.with}{mark.：|mark.，}?(?P<parts>(?:{!mark.。|mark.；|qty}|{qty.money})*)"


def parts_of_sums(tokens: Sequence[Token]) -> dict[int, int]:
    """Where the amounts stand that 其中 parts a sum of money into and that make it up → where that sum stands."""
    found = dict[int, int]()
    for match in matches(_OF_WHICH, line(tokens)) if any(t.text == "其中" for t in tokens) else ():
        inside = [i for i in range(*match.span("parts")) if tokens[i].kind == "qty"]
        whole, said = tokens[match.start("whole")].said, [tokens[i].said for i in inside]
        parts = [one for one in said if isinstance(one, Quantity)]
        told = compiled("{time}|{make.finish}").search(match["parts"])  # 2027年完成3亿元 is asked for itself
        if not told and isinstance(whole, Quantity) and adds_up(whole, parts):
            found |= dict.fromkeys(inside, match.start("whole"))
    return found


def wholes_by_sum(found: Sequence[Found]) -> dict[int, int]:
    """Where each value stands (`at`) that follows another and helps to make it up → where that one stands, also when a part
    is made up itself: 38万亩，其中：人工造林12万亩（乔木林4万亩、灌木林8万亩）、封山育林26万亩."""
    left, wholes = list(found), dict[int, int]()
    for first in range(len(left) - _FEWEST - 1, -1, -1):
        run = _made_up(left, first)
        wholes |= {one.at: left[first].at for one in run}
        del left[first + 1 : first + 1 + len(run)]
    return wholes


def _made_up(found: Sequence[Found], first: int) -> list[Found]:
    """The values right behind the one at `first` whose sum it is."""
    whole = found[first].quantity
    left = _exact(whole)
    for last, one in enumerate(found[first + 1 :], first + 2):
        left -= _exact(one.quantity)
        if one.quantity.unit != whole.unit or one.quantity.value_max is not None or left < 0:
            break
        if not left and last - first > _FEWEST:
            return list(found[first + 1 : last])
    return []
