"""Who is given, where neither 对 beside the verb nor the head of its part says: a part of the sentence before it, or a body
between the verb and the name of the gift.

对自建厂房的企业，竣工后按造价的8%给予补助; 复耕5亩以上的农户，按每亩300元给予奖补; 给予培训机构课程补贴5元.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.agents import is_agent
from pipeline.extract.funding.phrases import is_cost, member
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_party
from pipeline.language.tokens import Token
from pipeline.language.words import words

Words = Sequence[Token]

_GIVES_IT = "give.plain|give.noun|give.support|make.pay|spend.back|spend.cover|spend.pay"
# The part that gives names nobody before its verb: 每月给予, 竣工后按造价的8%, 补贴标准每人每月.
_GIVES = (
    "^(?:{noun|scope|mark.、|link.and}{0,4}{payer}(?!{noun}))?(?:{each.one}{noun|paper|verb}{1,4}|{each.bare}{qty}|{make.add}(?={each})|{each|modal|apart|compared|time|noun.when|plan|past.now|link.when}|{verb}(?={give})|{rank}?{qty.time}|{noun|make|verb|handled}{1,3}{link.when}"
    f"|{{link.by|link.prep|link.at}}{{!{_GIVES_IT}}}*)*(?:(?:{{{_GIVES_IT}|up}}|{{gifts}}{{paper.rate}}){{!hard}}*)?$"
)
# Between whom and the gift: 竣工后, 按其运抵数量, 连续补助3年, 在本市就业的.
_ASIDE = (
    f"^(?:(?!{{link|modal}}*{{if.whom|spend.to}}){{!qty.money|qty.share|{_GIVES_IT}}}*{{link.de}}|{{!qty.money|qty.share|{_GIVES_IT}}}*{{link.when}}|{{link.by|link.prep|link.at}}{{!qty.money|qty.share|{_GIVES_IT}}}*"
    f"|{{not}}{{includes}}{{!qty.money|qty.share|{_GIVES_IT}}}*|{{noun|modal}}{{0,3}}{{{_GIVES_IT}}}{{qty.time}})$"
)
# 对自建厂房的企业: to the end of the part.
_ABOUT = f"^{{link|modal|plan|past.now}}*{{if.whom|spend.to}}(?P<who>{{!{_GIVES_IT}}}*)$"
# 复耕5亩以上的农户, never what is done (引进投资亿元的企业): a clause before 的 that begins with no verb of bringing about.
_NAMED = (
    "^(?P<who>(?!{make.build|make.do|make.drive|make.open|make.found|make.add}(?!{link.de}))"
    f"{{!link.prep|link.by|link.from|if|paper|{_GIVES_IT}}}{{!{_GIVES_IT}}}*{{link.de}}"
    "{noun|verb|make|due|handled|measure|paper|link.and|mark.、}+|(?P<who>{noun|due|link.and|mark.、}+))$"
)
# 服务机构每引进1名人才
_EACH_TIME = "^(?P<who>{noun|verb|make}+){each.bare}{make|verb}{!hard}*$"
# 新建出栏5000头以上的养殖场，每场: what was built is named again by the word for each.
_BUILT = f"^(?P<who>{{make.build}}{{!{_GIVES_IT}}}*{{link.de}}{{noun|verb|make|measure}}+)$"
# 给予承办企业奖励, behind 按收入的5% or 按每场2万元
_OBJECT_BEHIND = "^(?:{give.plain|make.pay}(?P<who>(?:{noun|verb|make|applicant|fund}){1,6})(?:{gifts}|{compared}{0,2}{qty.money}))"
# 给予培训机构课程补贴
_OBJECT = "{give.plain|make.pay|spend.pay|spend.back}(?P<all>(?:{noun|verb|make|measure|due|applicant|time|modal|each|fund|charge}|{give.noun|gift}(?!{noun})|{qty.time})+){compared|modal}*$"
# 下达你市资金: to whom the notice is written.
_TO_YOU = "{give|make.pay|spend.pay}(?P<who>{noun}{2})(?:{!hard|giver|if}|{give.noun})*$"
_YOU = ("你", "贵")
_TOWARDS, _FUND = "向", "基金"


def _parts(tokens: Words) -> list[Words]:
    """What stands between commas."""
    cuts = [i for i, token in enumerate(tokens) if token.cls == "，"]
    return [tokens[a:b] for a, b in zip([0, *(i + 1 for i in cuts)], [*cuts, len(tokens)], strict=True)]


def _about(tokens: Words) -> Words:
    """Whom 对 names, in the last of the parts before the gift or earlier: 对通过评估，且纳入目录的企业."""
    starts = [0, *(i + 1 for i, token in enumerate(tokens) if token.cls == "，")]
    for start in reversed(starts):
        if match := compiled(_ABOUT).search(line(tokens)[start:]):
            who = tokens[start:][slice(*match.span("who"))]
            if tokens[start + match.start("who") - 1].text == _TOWARDS:  # 向主管部门备案
                return ()
            is_name = who and (who[-1].kind == "noun" or who[-1].text == _FUND) and not is_cost(who)
            return who if is_name else ()
    return ()


def _named(part: Words, gives: Words) -> Words:
    """Those a part is the name of, where it ends on somebody."""
    again = any(t[:2] == ("each", "one") and part[-1].text.endswith(t.text[1:]) for t in gives)
    for pattern in (_EACH_TIME, _NAMED, *((_BUILT,) if again else ())):
        if match := compiled(pattern).search(line(part)):
            who = part[slice(*match.span("who"))]
            return who if is_agent(who) else ()
    return ()


def _is_aside(part: Words, gives: Words) -> bool:
    """在退出时; not 在新三板挂牌的企业."""
    return compiled(_ASIDE).search(line(part)) is not None and not _named(part, gives)


def in_an_earlier_part(tokens: Words, place: int, many: int) -> tuple[Token, ...]:
    """Whom the part before the one that ends in the amount names; `place` of `many` where amounts and names pair."""
    *earlier, gives = _parts(tokens)
    if not compiled(_GIVES).search(line(gives)) or (gives and is_agent(gives)):  # 分别奖励主要负责人
        return ()
    while earlier and (not earlier[-1] or _is_aside(earlier[-1], gives)):
        earlier.pop()
    if not earlier:
        return ()
    before = tokens[: sum(map(len, earlier)) + len(earlier) - 1]
    return member(tuple(_about(before) or _named(earlier[-1], gives)), place, many)


def is_body(tokens: Words) -> bool:
    """Whether words end on a body or a firm, by which no gift is called as it is by persons: 企业|研发补贴, but 人才公寓补贴."""
    last = tokens[-1].text
    return last.endswith((*words("ending", "body"), *words("agent", "firm"))) or is_party(
        "".join(t.text for t in tokens)
    )


def behind_the_verb(tokens: Words) -> tuple[Token, ...]:
    """The one body that begins what stands between the verb and its amount: 给予|培训机构|课程补贴|5元."""
    if (you := compiled(_TO_YOU).search(line(tokens))) and tokens[you.start("who")].text in _YOU:
        return tuple(tokens[slice(*you.span("who"))])
    match = compiled(_OBJECT).search(line(tokens))
    said = tokens[slice(*match.span("all"))] if match else ()
    if said[:1] and said[0][:2] == ("each", "one"):  # 给予每名残疾学生|助学款
        said = said[1:]
        cuts = [i for i in range(1, len(said)) if is_agent(said[:i])]
        return tuple(said[: cuts[0]]) if len(cuts) == 1 else ()
    cuts = [i for i in range(1, len(said)) if said[i - 1].kind in ("noun", "applicant") and is_body(said[:i])]
    return tuple(said[: cuts[0]]) if len(cuts) == 1 else ()


def behind_the_amount(tokens: Words) -> tuple[Token, ...]:
    """Whom the verb behind a share or an amount gives the gift: 按收入的5%|给予发行人奖励."""
    match = compiled(_OBJECT_BEHIND).search(line(tokens))
    who = tuple(tokens[slice(*match.span("who"))]) if match else ()
    return who if who and is_agent(who) else ()


# 通过复审的企业给予2万元: whom the verb at once behind them gives, where it is told which ones.
_AT_ONCE = (
    f"(?:^|{{mark.，}}|{{mark.；}})(?P<who>(?!{{if|link.prep|link.by|link.at|link.from}}){{!hard|qty.money|{_GIVES_IT}}}*"
    "{link.de}{noun|verb|make|measure}+){modal|apart|each.time}*{give.plain}{modal|each|compared|apart}*$"
)


def at_once(tokens: Words, place: int, many: int) -> tuple[Token, ...]:
    """Those told by a clause before 的 and right before the verb: 通过复审的企业|给予2万元. A body gives, and is not given."""
    match = compiled(_AT_ONCE).search(line(tokens))
    who = tuple(tokens[slice(*match.span("who"))]) if match else ()
    return member(who, place, many) if who and is_agent(who) and not is_party(who[-1].text) else ()
