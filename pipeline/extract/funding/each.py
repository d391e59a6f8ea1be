"""For each of what an amount is given: 床位 of 每张床位5000元, 户 of 户均补助3000元."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.parts import amount_in_yuan
from pipeline.language.comparators import AT_MOST
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token
from pipeline.language.words import words

#: An amount by the time is told in its unit: 元/年.
TIMES = frozenset(("学年", "学期", "季度", "季", "年度", "年", "月", "日", "天"))
#: What is given by the time: its sign, its name, how often in a year; by the year, in the years of a plan.
FREQUENCIES = (
    ("日", "daily", 366),
    ("天", "daily", 366),
    ("月", "monthly", 12),
    ("季", "quarterly", 4),
    ("年", "yearly", 10),
)
#: Given once: for none of what is told before.
ONCE = "一次性"
# 每引进1名人才，…给予: for each of them; 每新增10个床位 is for ten.
_EVERY = "{each.bare}{noun}?(?:{make|verb|act|up}){1,2}(?P<counted>{qty.count|qty.points})(?P<what>{verb|make}?{noun}{1,3}|)(?={verb|make}{0,2}(?:{hard|giver|modal|apart|link}))"
# 人均不低于1.2元, 户均补贴: next to the amount, or to what it is called; 生均经费由600元提高到800元.
_MEAN = "(?<!{if.whom}{!hard}*)(?P<mean>{noun.mean})(?:{noun|fund|modal|measure|paper.rate|each|time|comparator|reach|superlative|link.prep}|{gifts})*(?:{link.from}{each|time}*{qty.money}{up|down})?$"
_CLASSIFIERS = "个所家名户张件项次位台套辆座场人"
_ALONE = frozenset(
    "单" + one for one in _CLASSIFIERS if one not in "位个"
)  # 单位 is who acts, 单个 a word for each


def part_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last of the tokens, from the last mark of a part on."""
    codes = line(tokens)
    match = compiled("(?:{!hard})*$").search(codes)
    return tokens[match.start() :] if match else tokens


def per(amount: Amount) -> str | None:
    """For each of what: 万元/个 → 个; 每张床位5000元 → 床位; 每人每月 → 人."""
    if units := [u for u in amount.per if u not in TIMES]:
        return "/".join(units)
    before = _for_whom(amount.before)
    if amount.quantity.dimension == "share" or _is_of_all(amount):
        before = _since_a_sum(before)
    own = part_of(amount.before)
    # 每亩奖补150元，对产粮大县一次性奖励500万元
    once = any(t.text == ONCE for t in own) and any(t[:2] == ("if", "whom") for t in own)
    alone = _alone(own) if amount.quantity.dimension != "share" else None
    return alone or _each(own) or _every(amount) or _mean(own) or (None if once else _each(before))


_MANY_TIMES = 10


def _is_of_all(amount: Amount) -> bool:
    """每张床位补助5000元，最高不超过50万元: a most that is many times what each gets is for all of them."""
    one = next((t.said for t in reversed(amount.before) if t[:2] == ("qty", "money")), None)
    if not isinstance(one, Quantity) or amount.quantity.comparator != AT_MOST:
        return False
    # 每人每月补助200元，全年最高2400元: what one gets by and by
    times = [t.text for t in amount.before if t[:2] in (("each", "time"), ("time", "recurring"))]
    most_often = next((n for sign, _, n in FREQUENCIES if any(sign in said for said in times)), 0)
    each, most = (amount_in_yuan(q.value, q.unit) or 0 for q in (one, amount.quantity))
    return most >= _MANY_TIMES * each and most > most_often * each


def _alone(tokens: Sequence[Token]) -> str | None:
    """台 of 单台最高800万元, 次 of 单次不超过1万元; 单项冠军 is a name."""
    said = (b.text for a, b in pairwise(tokens) if a.text == "单" and b.text in _CLASSIFIERS)
    alone = (
        t.text[1:]
        for i, t in enumerate(tokens)
        if t.text in _ALONE
        and (not i or tokens[i - 1].kind in ("link", "give", "superlative", "modal", "plan"))
        and not (tokens[i + 1 :] and tokens[i + 1].kind in ("noun", "verb", "make"))
    )
    return next(said, None) or next(alone, None)


def _mean(tokens: Sequence[Token]) -> str | None:
    """人 of 人均经费不低于1.2元; not of 人均税收前十名的企业奖励10万元, nor 对亩均效益…企业; 平均 is for nobody, 月均 says how often."""
    match = compiled(_MEAN).search(line(tokens))
    each = tokens[match.start("mean")].text.removesuffix("均") if match else ""
    return each if len(each) == 1 and each not in ("平", *TIMES) else None


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
    if found and found[0].kind in ("make", "verb") and tokens[at].text[1:] in words("counter", "household"):
        found = ()  # 每户安装补助
    found = _without_level(found, tokens[at + 1 + len(found) :])
    noun = "".join(t.text for t in found if t.text not in TIMES)
    counted = "".join(
        t.text.removeprefix("每").removeprefix("一")
        for t in tokens[max(0, at - 1) : at + 1]
        if t[:2] == ("each", "one")
    )
    if len(noun) > 1 and noun[0] in _CLASSIFIERS and not counted:
        noun = noun[1:]
    return noun or (counted if tokens[at].text[0] == "每" else None) or None


def _without_level(found: Sequence[Token], behind: Sequence[Token]) -> Sequence[Token]:
    """病死猪 of 每头病死猪中央|财政, 专科 of 每个专科市|财政, nothing of 每台市区两级|财政: whose level it is that pays is no word of what it pays for."""
    if not found or not behind or not found[-1].text.endswith(_LEVELS):
        return found
    if behind[0].kind != "payer" and (behind[0].kind != "give" or found[-1].cls != "level"):
        return found
    return found[:-1] if found[-1].cls == "level" or found[-1].text in _LEVELS else ()


_LEVELS = ("级", "中央", "地方", "省", "市")


# Another sum is for each of the same where no other thing opens its part: 市级补助20万元, 改造的补助5万元; not 对平台补助200万元.
_ALSO = "^(?:{link.from|modal|scope|noun.level}|{noun}{0,2}{payer}|{!hard}+{link.de})*(?:{giver}|{gifts}|{spend.pay})"


def _every(amount: Amount) -> str | None:
    """每引进1名人才，…给予最高30万元: what each time is one of; 人 of 每增加1人再补2000元, by which it is counted; None of the most
    that they all come to: 每培训1人补助300元，最高3万元."""
    match = next(reversed(list(compiled(_EVERY).finditer(line(amount.before)))), None)
    counted = amount.before[match.start("counted")].said if match else None
    if not match or not isinstance(counted, Quantity) or counted.value != 1:
        return None
    behind, share = amount.before[match.end() :], amount.quantity.dimension == "share"
    if any(t[:2] == ("qty", "money") for t in behind):  # another sum before this one
        own = line(part_of(behind))
        most = share or amount.quantity.comparator == AT_MOST
        if most or compiled("{mark.；}|{each.bare}").search(line(behind)) or not compiled(_ALSO).search(own):
            return None
    return "".join(t.text for t in amount.before[slice(*match.span("what"))]) or counted.unit
