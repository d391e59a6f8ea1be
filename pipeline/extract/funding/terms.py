"""What a grant is called, of what kind it is, how often: read from the tokens around its amount."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.each import FREQUENCIES, ONCE, TIMES, part_of, per
from pipeline.extract.funding.granting import PART, Given
from pipeline.extract.funding.phrases import said
from pipeline.extract.funding.rows import CEILING
from pipeline.language.comparators import AT_MOST, EQUAL
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token

_AFTER = "^@P*?(?P<name>(?:(?!{make.pay}){noun|make|verb|due|payer|link.and}(?!{link.de})){0,4}{gifts}{fund}?)(?!{noun})"
# 省级财政补贴25%、县级财政补贴10%: what names the gift stands right before its amount.
_RIGHT_BEFORE = "{gifts}{said}{0,3}$"

# 申请上级补助1.2亿元、发行专项债8000万元: behind another sum money that has a name of its own.
_OWN_FUND = "{qty.money}{bound}?(?:{mark.、}|{link.and})(?!{gifts})(?:{!hard|fund|loan})*?(?P<own>(?:{noun}|{verb}){0,2}{fund|loan})$"
# 发放技能补贴: the noun right before names the gift; not in 对企业奖励, 每个村补助, where it is who gets it.
_NAMED_BY, _WHOM = "(?<!{give.plain|each|spend.back}|^){noun}", "{if.whom|each}{!giver}*$"
_LIMITED = "{measure.most}{said}{0,3}(?:{qty.money}{mark.、})*$"


def unit_of(amount: Amount) -> str:
    """The unit as printed, with the time it is for and nothing else it is for: 元/户/年 is 元/年."""
    if amount.quantity.dimension == "share":
        return amount.quantity.unit
    return "/".join([amount.quantity.unit, *(u for u in amount.per if u in TIMES or "·" in u)])


def kind_of_gift(text: str, amount: Amount) -> str | None:
    """What the grant is called: 的建设补助 → 建设补助; 发放技能补贴 → 技能补贴."""
    if not compiled(_RIGHT_BEFORE).search(line(amount.before)) and (
        match := compiled(_AFTER).match(line(amount.after))
    ):
        return (
            said(text, amount.after[slice(*match.span("name"))])
            .removeprefix("进行")
            .removeprefix("及")
            .removeprefix("和")
        )
    before = part_of(amount.before)
    codes = line(before)
    own = compiled(_OWN_FUND).search(codes)
    called = said(text, before[slice(*own.span("own"))]) if own else ""
    if len(called) > len("资金"):
        return called
    for at in range(len(codes) - 1, -1, -1):
        if compiled("{gifts}(?!{noun})").match(codes, at):
            named = compiled(_NAMED_BY).match(codes, at - 1) if at else None
            start = (
                at - 1
                if named and len(before[at - 1].text) > 1 and not compiled(_WHOM).search(codes[:at])
                else at
            )
            return said(text, before[start : at + 1])
    return None


def frequency(amount: Amount) -> str | None:
    """How often: 一次性 once, 每月 or 元/月 monthly."""
    near = [*part_of(amount.before), *_firstpart_of(amount.after)]
    if any(t.text == ONCE for t in near):
        return "once"
    times = [
        *(u for u in amount.per if u in TIMES),
        *(t.text for t in near if t.kind == "each" and t.cls == "time"),
    ]
    times += [b.text for a, b in pairwise(near) if a.text == "按" and b.text in TIMES]
    return next((name for said_ in times for sign, name, _ in FREQUENCIES if sign in said_), None)


def _firstpart_of(tokens: Sequence[Token]) -> Sequence[Token]:
    match = compiled("^(?:{!hard})*").match(line(tokens))
    return tokens[: match.end()] if match else ()


def comparator(grant: Given) -> str:
    """The sign of the amount; what may be lent at most, and a limit (补贴限额8万元), is never more."""
    said = grant.quantity.comparator
    most = grant.verdict == CEILING or (not said and compiled(_LIMITED).search(line(grant.amount.before)))
    return AT_MOST if most else said or EQUAL


def amount_kind(grant: Given) -> str:
    """A share is a `rate`, what is given at most a `ceiling`, what each gets `per`, what another sum
    holds a `part`, else it is the `total`."""
    if grant.quantity.dimension == "share":
        return "rate"
    if grant.rule == PART and comparator(grant) == EQUAL and not per(grant.amount):
        return "part"
    if comparator(grant) == AT_MOST:
        return "ceiling"
    return "per" if per(grant.amount) else "total"
