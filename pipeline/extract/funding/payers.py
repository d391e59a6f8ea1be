"""Who pays: noun phrases before an amount that name a purse, a fund, or who draws on it."""

from __future__ import annotations

from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.granting import PART, Given
from pipeline.extract.funding.parts import are_whole
from pipeline.extract.funding.phrases import bound, clause, is_name, said, stripped
from pipeline.language.bodies import is_agency
from pipeline.language.grammar import compiled, line

# …补助200万元，市县配套300万元: another one pays this; 争取上级补助3亿元 is wished for, of another.
_OTHER = "{mark.，|mark.、}(?:{noun|scope}{1,4}(?:{spend.pay|give.plain})|{modal|verb}*{plan.wish}{noun})"
_OFFICE, _OFFICES = "office", ("局", "委", "办", "厅", "部", "会", "残联", "妇联")
_PAYERS = (
    # 县财政承担200元、乡镇承担100元; 区级预算安排680万元: who bears it stands right before the word that says so.
    (
        "",
        "(?:^|{hard}|{link.from}|{includes.with}|{qty.money|qty.share}{mark.、})(?P<who>{noun|scope|payer|fund}{1,6}){modal|each|apart}*{does.bear|divide.bear}{compared|each}*$",
    ),
    # 由省财政补贴25%、市财政补贴15%
    (
        "",
        "{qty.money|qty.share}{mark.、|mark.，}(?P<who>{noun|scope}{0,3}{payer}){modal|each|apart}*{give.noun|spend.pay}{compared|each}*$",
    ),
    (
        "由",
        "{link.from}(?P<who>{noun|scope|make|payer|verb}{1,6}(?:{mark.、|link.and}{noun|scope|make|payer|verb}{1,6})*)"
        "(?={modal|apart|each}*(?:{giver}|{does}|{link.by}|{if.whom}|{link.object}))",
    ),
    # 每头病死猪中央财政补助60元: each of what, and who pays for it.
    ("", "(?:{each.bare|each.one}{noun}{1,3}?)(?P<who>{noun.level}?{payer})(?={give})@P*$"),
    # 其中中央财政补贴45%、省级财政补贴25%
    (
        "",
        "(?:{includes.with}|{qty.money|qty.share}{mark.、})(?P<who>{noun|scope}{0,3}{payer})(?!{noun}){!hard|qty|mark.、}*$",
    ),
    (
        "",
        "(?:^|{hard|modal|plan|includes.with})(?P<who>(?!{noun.mean})(?:{noun|scope}{0,2}{payer}?{mark.、|link.and})*{noun|scope}{0,3}{payer})(?!{noun|verb}|(?!{make.pay|make.found}){make})(?:(?!"
        + _OTHER
        + ")@S)*$",
    ),
    # 县人社局给予, 市总工会发放: the office that begins the part of the verb.
    (
        _OFFICE,
        "(?:^|{mark.，})(?P<who>{noun|scope|verb|make}{1,6}){modal|each|time}*(?:{give.plain|make.pay})@P*$",
    ),
    ("从", "{link.from}(?P<who>(?:{!hard|giver}){1,6})(?:{noun|link|fund}){spend.pay}"),
)
# 区级预算安排680万元, 县级配套100万元: the level of what pays, where nothing else tells who does.
_BY_LEVEL = "(?:^|{mark.，|mark.；}|{qty.money|qty.share}{mark.、})(?P<who>{noun.level}(?:{payer}|{fund})?){modal|each|apart|verb}{0,2}{spend.pay}{compared|each}*$"
# 县级财政按…计提，市级对获评优秀的县奖励200万元，排名第一的再奖励50万元: a level that gives to somebody is no more of the purse before it.
_LEVEL_TO_WHOM = "(?:^|{hard})(?P<who>{noun.level}){modal}*{if.whom}{!hard}*(?:(?<={qty.money}){mark.，}(?:(?!{payer}|{noun.level}|{if.whom}|{link.from}){!hard})*{link.de}{modal}*(?:{giver}|{gifts}){compared}*)?$"
# 市级补助70%、区级配套30%: whose share it is; 省级奖励10万元 may be for a prize of that grade.
_SHARE_OF_LEVEL = (
    "(?:^|{hard}|{qty.share}{mark.、})(?P<who>{noun.level}(?:{payer}|{fund})?){give.noun}{compared}*$"
)
# 缺口900万元由区财政统筹解决
_PAYER_BEHIND = "^{link.from}(?P<who>{noun|scope}{0,3}{payer})(?!{noun})"
# 所需资金由县财政统筹解决, 由县财政在4月底前拨付, in a later part of the sentence.
_PAYER_LATER = (
    "^@S*?{mark.，}(?:{noun|verb|past|plan}{0,3}(?:{fund}|{charge}){link.from}(?P<who>{noun|scope}{0,3}{payer})(?!{noun}|@P*{qty})"
    # 市、区两级财政按比例承担, of which no one's share is told.
    "|(?P<who>(?:{noun|scope}{1,2}{mark.、|link.and})*{noun|scope}{0,3}{payer})(?:{link.by}(?:{!stop|mark.，|qty})*)(?:{does}|{divide})(?!@P*{qty})"
    "|{each.all}?{link.from}(?P<who>{noun|scope}{0,3}{payer})(?:{time|modal|each}|{link.by}{noun|time}{1,2})*(?:{give.plain|make.pay|spend.pay|spend.cover}|{due}|{modal.pool}{make})(?!@P*{qty}))"
)
# 其中中央财政资金200万元, 县级配套100万元: whose money a part of a sum is, and no recipient.
_WHOSE = "(?:^|{hard}|{includes.with}|{qty.money}{link.and|mark.、})(?P<who>{noun|scope|verb}{0,4}(?:{payer|spend.pay}|(?!{fund.gift}){fund}){1,2}){modal|plan|compared|each.all}*{does}?{compared}?$"


def _payer(text: str, amount: Amount) -> str | None:
    """Who pays: 由区政府按…, 省级财政给予…, 从失业保险基金中列支."""
    tokens = clause(amount)
    for word, pattern in _PAYERS:
        who = bound(pattern, tokens)
        name = said(text, stripped(who))
        if word == _OFFICE:
            if is_name(name) and is_agency(name) and name.endswith(_OFFICES):
                return name
        elif is_name(name) and (not word or text[: who[0].start].rstrip().endswith(word)):
            if word == "从" and text[who[-1].end] != "中":
                continue
            return name
    return _behind(_PAYER_BEHIND, text, amount)


def _behind(pattern: str, text: str, amount: Amount) -> str | None:
    match = compiled(pattern).match(line(amount.after))
    name = said(text, amount.after[slice(*match.span("who"))]) if match else ""
    return name if is_name(name) else None


def _whose(text: str, grant: Given) -> str | None:
    name = said(text, stripped(bound(_WHOSE, clause(grant.amount)))) if grant.rule == PART else ""
    return name if is_name(name) else None


def payer_of(text: str, grant: Given) -> str | None:
    """Who pays a grant, as the words before it say, else those of a later part."""
    is_share = grant.quantity.dimension == "share"
    level = said(
        text, bound(f"{_BY_LEVEL}|{_SHARE_OF_LEVEL}" if is_share else _BY_LEVEL, clause(grant.amount))
    )
    return (
        said(text, bound(_LEVEL_TO_WHOM, clause(grant.amount)))
        or _payer(text, grant.amount)
        or _whose(text, grant)
        or _behind(_PAYER_LATER, text, grant.amount)
        or level
        or None
    )


def by_level(name: str, grant: Given, payer: str | None) -> tuple[str | None, str | None]:
    """Who is given and who pays, where a bare level of government, 省级, stands before an amount: of the parts of a sum it
    tells whose money it is, if they come to the whole or another level pays its own; else it may be the grade of a prize."""
    if not (name == "中央" or (name.endswith("级") and len(name) == 2)):
        return name, payer
    if grant.rule == PART:
        return None, name if payer or are_whole(grant.amount) else None
    codes = line(clause(grant.amount))
    if compiled("{each.one}{giver}@P*$").search(
        codes
    ):  # 省级每亩补贴40元 tells no grade, 省级每个奖励5万元 may
        return None, payer
    return (None, payer or name) if compiled("{modal.pool}@P*$").search(codes) else (name, payer)
