"""Who is given, and on what condition of theirs: noun phrases around an amount, found by the words that open and close them.

A phrase that is not understood whole is left out: a wrong name is worse than none.
"""

# Long: each way to tell who is given is tried in one order.
from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.agents import is_agent
from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.granting import PART, Given
from pipeline.extract.funding.phrases import bound, clause, is_cost, is_name, member, said, stripped, who_acts
from pipeline.extract.funding.receivers import at_once, behind_the_amount, behind_the_verb, in_an_earlier_part
from pipeline.extract.funding.topics import topic
from pipeline.language.bodies import is_agency
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token

_NOUN = "{noun|scope|make|verb|handled|own|up|applicant}"
_LIST = _NOUN + "{1,6}(?:{mark.、|link.and}" + _NOUN + "{1,6})*"
# 对…，市财政给予; 对…，由省、市财政按…: who pays stands between whom and the verb.
_BY_WHOM = (
    "(?:{mark.，}(?:{link.from}{noun|verb|make|scope|payer|gifts|fund|mark.、|link.and}{1,8}|{noun|scope|payer|mark.、|link.and}{0,6}{payer}{noun}?)"
    "(?={each|modal|compared|apart|time}*(?:{verb}?{giver}|{link.by})))?"
)
# …给予30万元，工作站给予10万元: what another one is given is not given to the one before.
_NOT_OTHERS = "(?:{!stop|link.de|mark.，}|{mark.，}(?!(?!{link.by|link.prep}){!hard|giver|payer}*{noun}{!hard|giver|payer}*{give.plain}|(?!{noun.level}){noun|make|verb}{1,5}{link.by}))*"
# Each pattern is tried on the tokens before the amount (`$` is where it stands), the last that holds counts.
_OPENED = (
    # 给予企业最高50万元, 分别给予五级、四级500万元、300万元: between the verb and the amount.
    "(?:(?<!{noun}){give.noun}|(?!{give.noun}){giver})(?P<who>"
    + _LIST
    + ")(?:{each|compared|modal|apart|time}|{qty.money}{mark.、|link.and}|(?<={each.one|each.time}){noun}{0,2}{gifts})*$",
    # 对…给予, 向…拨付, 为住户垫付: from the marker to the verb.
    "{if.whom|spend.to}(?P<who>(?:{!stop|mark.：|giver|apart|link.by}|{giver}(?={link.de}))+?)"
    + _BY_WHOM
    + "(?:{each|modal|mark.，|compared|time}|{rank}{qty.time})*(?:(?:(?<={each|time}){verb})?{giver|apart}"
    + _NOT_OTHERS
    + "|{link.by}@S*)?$",
    # 村级养老点根据实际给予每个…: the head of the part.
    "(?:^|{mark.，})(?P<who>" + _LIST + ")(?:"
    "{link.prep}{noun|measure|link.de|make|verb}{1,6}{give.plain}|{each|modal|apart|compared}+$)@P*$",
)
# 本市居民可享受: somebody gets it; not 按规定享受.
_GETS = "(?:^|{mark.，})(?P<who>" + _LIST + "){modal|each|time|apart}*{give.gets}@P*$"
# 对示范中心给予30万元，工作站给予10万元: behind another amount a part has its own.
_OWN = (
    "{qty.money|qty.share}{bound}?{!stop|mark.，}*{mark.，}(?:(?!{link.by|link.prep|link.from|link.at|link.object|link.base}){link})?(?P<who>"
    + _LIST
    + ")(?:{modal|each|apart}*{give.plain}|{modal|each|apart}+{give.noun}){each|modal|compared|apart}*$"
)
# 给予二孩家庭2万元、三孩家庭3万元: right behind the amount before.
_NEXT = (
    "{qty.money|qty.share}{bound}?{mark.、|link.and}(?P<who>"
    + _NOUN
    + "{1,6})(?P<each>{each.one}{noun}{1,2}{gifts}?{measure|fund}?)?{each|modal|compared|apart}*$"
)
# 对西部地区补助60%、中部地区补助40%: as the one before is told to get it, whose name ends alike.
_GIVEN = "{giver}{compared}*{qty.money|qty.share}{bound}?(?:{mark.、}|{mark.，})"
_ALIKE = (
    "{if.whom}(?P<first>{!hard|qty|giver}{1,10})"
    + _GIVEN
    + "(?:{!hard|qty|giver|if.whom}{1,8}"
    + _GIVEN
    + ")*"
    "{link}?(?P<who>{!hard|qty|giver|payer|fund|if.whom}{1,6}?){modal}*{giver}{compared}*$"
)
# …给予奖补，排名前3的乡镇分别奖励20万元: who comes first is told right before the verb.
_RANKED = "{hard}(?P<who>(?!{if.whom})(?:{!hard|giver})*{rank}(?:{!hard|giver})*?{link.de}{noun}+){apart|modal|each}*{giver}{compared}*$"
# 全省奖励总额: what all get together.
_IN_ALL = "{scope}{gifts}{measure.sum}{compared}*$"
# 对脱贫县按90%、其他县按70%予以补助: between the amount before and 按.
_MEMBER = (
    "{qty.money|qty.share}{bound}?(?:{mark.、}|{mark.，})(?P<who>(?:{includes}|"
    + _NOUN
    + "){1,6}){link.by}{compared}*$"
)
# 铜级300元, 第一类对象每人每月400元, 课程建设（10万元）: a label of its own right before the amount.
_LABEL = (
    "(?:^|{hard}|{link.by}|{includes.with}|{qty.money}{bound}?{link.and|mark.、})"
    "(?P<who>(?:{noun|scope|make|verb|handled|own|up|fund|due|qty}|{give.noun|link.and|bound}(?={noun})){1,8})"
    "{each|compared|modal|time}{0,4}$"
)
_BRACKETED = "(?:^|{mark.，|mark.；|mark.：}|{includes})(?P<who>{!hard|includes}{1,20}){mark.（}{each|compared|modal|time}{0,4}$"
# 5000万元用于农村道路, 90元的标准为住户垫付: behind the amount.
_BEHIND = (
    "^@P{0,6}{if.whom}(?P<who>(?:{noun|scope}|(?!{make.pay}){make}){1,6}){giver}",
    "^@P{0,6}(?!{spend.pay|spend.back|spend.invest}){spend}(?P<who>{noun|scope}{1,6}){make}?(?:{hard}|$)",
)
# What stands in no name, unless in a clause before 的.
_UNLIKE = frozenset(("past", "time", "comparator", "superlative", "qty", "multiple"))
_WHEN = ("年", "年度", "期", "次", "季度", "月")
#: Rows of lists whose members have a label of their own.
LABELLED = frozenset(("listed at a rate", "the next of a list", PART, "for each every time", "under a lead"))


def _parted(text: str, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
    """Whom, and on what condition: 符合条件且验收合格的|养老中心.

    A short clause before 的 that tells of no test is a part of the name: 获得三星级的养老机构.
    """
    cut = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].cls == "de"), -1)
    if 0 <= cut < len(tokens) - 1 and tokens[cut + 1].cls == "，":  # 对购房的，在市价基础上给予…
        tokens = tokens[: cut + 1]
    head = stripped(tokens[cut + 1 :])
    tokens = (
        tokens[: len(tokens) - len(head) + len(who_acts(head))]
        if tokens[len(tokens) - len(head) :] == head
        else tokens
    )
    whole, head = said(text, stripped(tokens)), who_acts(head)
    condition = said(text, tokens[:cut]).strip("，、的") if cut >= 0 else None
    tested = any(t.kind in ("handled", "if") for t in tokens[: max(cut, 0)])
    if any(
        t.kind in _UNLIKE or t.cls in ("when", "period") for t in head
    ):  # 第三年按30%: when, and not to whom
        return None, condition
    head, whole = _before_each(text, head, whole)
    if head and (cut < 0 or not (tested or "，" in whole or len(whole) > 30)):
        return (whole if is_name(whole) else None), None
    name = said(text, head)
    return (name if head and is_name(name) and name != whole else None), condition


def _before_each(text: str, head: tuple[Token, ...], whole: str) -> tuple[tuple[Token, ...], str]:
    """示范户|每户再增加: for each of whom is told behind the name."""
    at = next((i for i in range(1, len(head)) if head[i][:2] == ("each", "one")), len(head))
    behind = said(text, head[at:])
    return head[:at], whole.removesuffix(behind) if behind else whole


def _label(text: str, amount: Amount) -> str | None:
    """The grade right before an amount, with a bracket behind it: 铜级（入门）300元."""
    before = clause(amount)
    label = stripped(bound(_BRACKETED, before) or bound(_LABEL, before))
    # 其中：奖补资金8000万元, 第1年400万元: what it is or when, not who gets it
    if not label or label[-1].kind in ("fund", "loan") or label[-1].cls == "when" or label[-1].text in _WHEN:
        return None
    rest = text[label[-1].end : amount.tokens[amount.at].start]
    own = rest[: rest.find("）") + 1] if rest.startswith("（") else ""
    name = said(text, label).removesuffix(own) + own
    return name if len(name) == 1 or is_name(name) else None


def _has_by(tokens: Sequence[Token]) -> bool:
    """按转贷规模给予发行人0.5%: with a base of its own before the verb, what follows the verb is who is given."""
    return bool(compiled("{link.by}(?:{!hard})+{giver}").search(line(tokens)))


def _own(who: tuple[Token, ...], grant: Given) -> tuple[Token, ...]:
    """Of those who are told together the one whose amount this is; all of them where the list is not understood."""
    return member(who, grant.place, grant.many) or who


def _next_of_list(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """给予二孩家庭2万元、三孩家庭3万元; of what is nobody, 商场单个项目."""
    match = compiled(_NEXT).search(line(tokens))
    who = tuple(tokens[slice(*match.span("who"))]) if match else ()
    return who if match and (match["each"] or is_agent(who)) else ()


def _told_alike(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """中部地区 of 对西部地区补助60%、中部地区补助40%; not 首年 or 民政部门 behind 企业."""
    match = compiled(_ALIKE).search(line(tokens))
    first, who = (
        (stripped(tokens[slice(*match.span(name))]) for name in ("first", "who")) if match else ((), ())
    )
    alike = bool(first and who) and said(text, first)[-1] == said(text, who)[-1]
    return tuple(who) if alike and not is_agency(said(text, who)) else ()


def recipient_of(text: str, grant: Given) -> tuple[str | None, str | None]:
    """Who is given, and on what condition."""
    before = clause(grant.first)
    if grant.rule in LABELLED or grant.amount.depth:
        return _label(text, grant.amount), None
    if who := bound(_MEMBER, clause(grant.amount)):
        return _parted(text, who)
    if who := bound(_RANKED, before) or _told_alike(text, clause(grant.amount)):
        return _parted(text, who)
    if compiled(_IN_ALL).search(line(before)):
        return None, None
    if who := _next_of_list(clause(grant.amount)):
        return _parted(text, who)
    if (name := topic(text, before, grant.place, grant.many)) and is_name(name):
        return name, None
    if who := bound(_OWN, before):
        return (None, None) if is_agency(said(text, who)) else _parted(text, who)
    is_share = grant.quantity.dimension == "share"
    opened = () if is_share and not _has_by(before) else bound(_OPENED[0], before)
    if opened and not is_cost(opened):
        return _parted(text, _own(opened, grant))
    if (
        who := behind_the_amount(grant.amount.after)
        or behind_the_verb(before)
        or in_an_earlier_part(before, grant.place, grant.many)
    ):
        return _parted(text, who)
    if who := at_once(before, grant.place, grant.many):
        return _parted(text, who)
    if (who := bound(_GETS, before)) and is_agent(who):
        return _parted(text, _own(who, grant))
    for pattern in _OPENED[1:]:
        if (who := bound(pattern, before)) and not is_cost(who):
            return _parted(text, _own(who, grant))
    for pattern in _BEHIND:
        if match := compiled(pattern).match(line(grant.amount.after)):
            name = said(text, grant.amount.after[slice(*match.span("who"))])
            return (name if is_name(name) else None), None
    return None, None
