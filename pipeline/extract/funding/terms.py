"""What a grant is called, for each of what, of what base, how often: read from the tokens around its amount."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.granting import PART, Given
from pipeline.extract.funding.phrases import said
from pipeline.extract.funding.rows import CEILING
from pipeline.language.comparators import AT_MOST, EQUAL
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token

_FREQUENCIES = (("年", "yearly"), ("季", "quarterly"), ("月", "monthly"), ("日", "daily"), ("天", "daily"))
_TIMES = frozenset(("学年", "学期", "季度", "季", "年度", "年", "月", "日", "天"))
_AFTER = "^@P*?(?P<name>(?:(?!{make.pay}){noun|make|verb|due|payer|link.and}(?!{link.de})){0,4}{gifts}{fund}?)(?!{noun})"
# 省级财政补贴25%、县级财政补贴10%: what names the gift stands right before its amount.
_RIGHT_BEFORE = "{gifts}{said}{0,3}$"

# 申请上级补助1.2亿元、发行专项债8000万元: behind another sum money that has a name of its own.
_OWN_FUND = "{qty.money}{bound}?(?:{mark.、}|{link.and})(?!{gifts})(?:{!hard|fund|loan})*?(?P<own>(?:{noun}|{verb}){0,2}{fund|loan})$"
# 发放技能补贴: the noun right before names the gift; not in 对企业奖励, 每个村补助, where it is who gets it.
_NAMED_BY, _WHOM = "(?<!{give.plain|each|spend.back}|^){noun}", "{if.whom|each}{!giver}*$"
# 每引进1名人才，…给予: for each of them; 每新增10个床位 is for ten.
_EVERY = "{each.bare}{noun}?(?:{make|verb|act|up}){1,2}(?P<counted>{qty.count|qty.points})(?P<what>{verb|make}?{noun}{1,3}|)(?={verb|make}{0,2}(?:{hard|giver|modal|apart|link}))"
_LIMITED = "{measure.most}{said}{0,3}(?:{qty.money}{mark.、})*$"
# 人均不低于1.2元, 户均补贴: next to the amount, or to what it is called.
_MEAN = "(?<!{if.whom}{!hard}*)(?P<mean>{noun.mean})(?:{noun|fund|modal|measure|each|time|comparator|reach|superlative|link.prep}|{gifts})*$"
_ONCE = "一次性"
_CLASSIFIERS = "个所家名户张件项次位台套辆座场人"


def unit_of(amount: Amount) -> str:
    """The unit as printed, with the time it is for and nothing else it is for: 元/户/年 is 元/年."""
    if amount.quantity.dimension == "share":
        return amount.quantity.unit
    return "/".join([amount.quantity.unit, *(u for u in amount.per if u in _TIMES or "·" in u)])


def _part(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last of the tokens, from the last mark of a part on."""
    codes = line(tokens)
    match = compiled("(?:{!hard})*$").search(codes)
    return tokens[match.start() :] if match else tokens


def per(amount: Amount) -> str | None:
    """For each of what: 万元/个 → 个; 每张床位5000元 → 床位; 每人每月 → 人."""
    if units := [u for u in amount.per if u not in _TIMES]:
        return "/".join(units)
    before = _for_whom(amount.before)
    if amount.quantity.dimension == "share":
        before = _since_a_sum(before)
    own = _part(amount.before)
    # 每亩奖补150元，对产粮大县一次性奖励500万元
    once = any(t.text == _ONCE for t in own) and any(t[:2] == ("if", "whom") for t in own)
    alone = _alone(own) if amount.quantity.dimension != "share" else None
    return alone or _each(own) or _every(amount) or _mean(own) or (None if once else _each(before))


def _alone(tokens: Sequence[Token]) -> str | None:
    """台 of 单台最高800万元."""
    said = (b.text for a, b in pairwise(tokens) if a.text == "单" and b.text in _CLASSIFIERS)
    return next(said, None)


def _mean(tokens: Sequence[Token]) -> str | None:
    """人 of 人均经费不低于1.2元; not of 人均税收前十名的企业奖励10万元, nor 对亩均效益…企业; 平均 is for nobody, 月均 says how often."""
    match = compiled(_MEAN).search(line(tokens))
    each = tokens[match.start("mean")].text.removesuffix("均") if match else ""
    return each if len(each) == 1 and each not in ("平", *_TIMES) else None


# ；…, ，排名前3的乡镇分别: another who is given; ；…分别增加 is more for the same.
_OTHERS = "{mark.；}(?!(?:{!mark.；})*{up.by})|{hard}(?=(?:{!hard|giver})*{rank}(?:{!hard|giver})*{giver})"


def _for_whom(tokens: Sequence[Token]) -> Sequence[Token]:
    """每辆补贴3万元；对集配中心给予贴息，年贴息额不超过80万元: what one is given for each of says nothing of what another gets."""
    others = [m.end() for m in compiled(_OTHERS).finditer(line(tokens))]
    return tokens[others[-1] :] if others else tokens


def _since_a_sum(tokens: Sequence[Token]) -> Sequence[Token]:
    """给予每人500元；对包车的，按实际费用的50%补助: what a sum is for each of says nothing of a share behind it."""
    at = max((i for i, t in enumerate(tokens) if t[:2] == ("qty", "money")), default=-1)
    return tokens[at + 1 :]


def _each(tokens: Sequence[Token]) -> str | None:
    """每张床位5000元, 每人每月: what the last word for each is said of."""
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i][:2] == ("each", "one")), -1)
    if at < 0:
        return None
    match = compiled(
        "^(?:(?:(?!{make.pay}){noun|make|verb}){1,6}+(?!{make.pay}?{link.de}|{qty})|{make|verb}?(?P<counted>{qty.count}))"
    ).match(line(tokens)[at + 1 :])
    found = tokens[at + 1 : at + 1 + match.end()] if match else ()
    if match and match["counted"]:
        said_last = found[-1].said
        return said_last.unit if isinstance(said_last, Quantity) else None
    found = _without_level(found, tokens[at + 1 + len(found) :])
    noun = "".join(t.text for t in found if t.text not in _TIMES)
    counted = "".join(
        t.text.removeprefix("每").removeprefix("一")
        for t in tokens[max(0, at - 1) : at + 1]
        if t[:2] == ("each", "one")
    )
    if len(noun) > 1 and noun[0] in _CLASSIFIERS and not counted:
        noun = noun[1:]
    return noun or (counted if tokens[at].text[0] == "每" else None) or None


def _without_level(found: Sequence[Token], behind: Sequence[Token]) -> Sequence[Token]:
    """病死猪 of 每头病死猪中央|财政, nothing of 每台市区两级|财政: whose level it is that pays is no word of what it pays for."""
    if not found or not behind or behind[0].kind != "payer" or not found[-1].text.endswith(_LEVELS):
        return found
    return found[:-1] if found[-1].cls == "level" else ()


_LEVELS = ("级", "中央", "地方")


def _every(amount: Amount) -> str | None:
    """每引进1名人才，…给予最高30万元: what each time is one of; 人 of 每增加1人再补2000元, by which it is counted; None of the most
    that they all come to: 每培训1人补助300元，最高3万元."""
    match = compiled(_EVERY + "(?!(?:{!mark.。})*{qty.money})").search(line(amount.before))
    counted = amount.before[match.start("counted")].said if match else None
    if not match or not isinstance(counted, Quantity) or counted.value != 1:
        return None
    return "".join(t.text for t in amount.before[slice(*match.span("what"))]) or counted.unit


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
    before = _part(amount.before)
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
    near = [*_part(amount.before), *_first_part(amount.after)]
    if any(t.text == _ONCE for t in near):
        return "once"
    times = [
        *(u for u in amount.per if u in _TIMES),
        *(t.text for t in near if t.kind == "each" and t.cls == "time"),
    ]
    times += [b.text for a, b in pairwise(near) if a.text == "按" and b.text in _TIMES]
    return next((name for said_ in times for sign, name in _FREQUENCIES if sign in said_), None)


def _first_part(tokens: Sequence[Token]) -> Sequence[Token]:
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
