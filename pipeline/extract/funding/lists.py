"""Amounts that stand in one list, and what joins them: 5万元、10万元和15万元; 铜级300元、银级600元，金级900元."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ne

from pipeline.extract.funding.amounts import Amount
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token

_SHORTEST = 2
# Nothing but a separator: 5万元、10万元.
_JOINED = "{mark.、|link.and}"
# A grade before each: 博士15万元、硕士10万元.
_LABEL = "(?:{payer|fund|due|noun|make|verb|link.de|link.and|qty|scope|includes|time|handled|loan|mark.“|mark.”|comparator|bound|link.by|modal.firm}){1,10}"
_GRADED = "{mark.、|link.and}" + _LABEL + "{each}{0,2}"
# The same after a comma (给予4万元奖励；二等功2万元), where the words tell that it goes on: the same 每人每月, 其他的, 省级的.
_NEXT = "(?:{link.de}?{gifts})?{mark.，|mark.；|mark.、}" + _LABEL + "{each}{0,3}"


def _gap(a: Amount, b: Amount) -> Sequence[Token]:
    """The tokens between two amounts of one sentence and depth."""
    at = next((i for i, t in enumerate(b.tokens) if t.start == a.tokens[a.at].start), -1)
    return b.tokens[at + 1 : b.at] if at >= 0 else ()


def _each_before(amount: Amount) -> str:
    """The words 每人每月 right before an amount."""
    found = ""
    for token in reversed(amount.before):
        if token.kind == "each":
            found = token.text + found
        elif token.kind not in ("comparator", "modal"):
            break
    return found


def _each_of_part(amount: Amount) -> str:
    """每月 in 每月发放高龄津贴50元: the words for each of the part an amount ends."""
    found = ""
    for token in reversed(amount.before):
        if token.kind == "mark":
            break
        found = token.text + found if token.kind == "each" else found
    return found


def joined(a: Amount, b: Amount) -> bool:
    """Whether `b` follows `a` in a list whose members have no words of their own."""
    return a.sentence == b.sentence and bool(compiled(_JOINED).fullmatch(line(_gap(a, b))))


def graded(a: Amount, b: Amount) -> bool:
    """Whether `b` follows `a` behind 、 and a grade of its own: 博士15万元、硕士10万元."""
    return a.sentence == b.sentence and bool(compiled(_GRADED).fullmatch(line(_gap(a, b))))


def goes_on(a: Amount, b: Amount) -> bool:
    """Whether `b` is the next member of the list that `a` stands in, told apart by a grade of its own."""
    if a.sentence != b.sentence or a.quantity.dimension != b.quantity.dimension:
        return False
    gap = _gap(a, b)
    if graded(a, b):
        return True
    if not compiled(_NEXT).fullmatch(line(gap)):
        return False
    if a.per or b.per:
        return a.per == b.per
    if each := _each_before(b):
        return each in (_each_before(a), _each_of_part(a))
    return gap[-1].text == "的" or _alike_before(gap[-1].text, a) or _labelled(a)


def _alike_before(label: str, amount: Amount) -> bool:
    """中央资金2亿元，省级资金1亿元: the same word stands before both; 第一名奖励5万元，第二名3万元: all but the grade."""
    return (
        amount.before[-1].text == label
        if len(label) < _SHORTEST
        else any(_alike(t.text, label) for t in amount.before)
    )


def _alike(word: str, label: str) -> bool:
    """Whether two words differ by one character at most, or end alike: 一等奖, 二等奖; 国家级, 省级; 顺产, 剖宫产."""
    ends_alike = len(word) >= _SHORTEST and word[-1] == label[-1]
    return ends_alike or (len(word) == len(label) and sum(map(ne, word, label)) <= 1)


def _labelled(amount: Amount) -> bool:
    """银级（熟练）600元: a grade stands right before the amount, behind a separator."""
    return bool(compiled("{mark.、|mark.：|mark.；|mark.，}{noun}{1,4}{bound}?{this}").search(amount.codes))
