"""Who is given, where the part of the sentence begins with it: 住房重建户每户补助5万元, 省级、市级示范园分别奖补5万元、3万元."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.agents import is_agent
from pipeline.extract.funding.phrases import member, said, stripped
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_party
from pipeline.language.tokens import Token
from pipeline.language.words import words

_NOUN = "(?:{noun|scope|verb|handled|own|up|applicant}|(?!{make.pay}){make}|{link.de}(?={noun})|{due|not}(?={noun|verb}))"
# What is only done (复合种植每亩补贴200元) is nobody. From the mark before it to the word for each; behind that stands no noun (每个社区) for which it would be.
_TOPIC = (
    "(?:^|{mark.，}|{mark.；})(?P<who>"
    + _NOUN
    + "{0,7}{noun}(?:(?:{mark.、}|{link.and})"
    + _NOUN
    + "{0,7}{noun})*)(?P<each>{each.one}|{apart})(?:{modal}|{each.time}|{apart}|{measure}(?={giver}))*(?:{giver}|(?<={apart}){up.by}){said}{0,3}(?:{gifts}{said}{0,3})?(?:{qty.money}{mark.、})*$"
)
# 低保对象按75%救助, 低保家庭按每户每月500元发放: 按 stands right behind somebody who is no body, for that gives.
_AT_A_RATE = (
    "(?:^|{mark.，}|{mark.；})(?P<who>"
    + _NOUN
    + "{0,7}{noun})(?:(?:{modal}|{each.time}|{each.one})*{link.by}{compared}?(?:{each.one}|{each.time})*|(?P<at_times>{each.time}){modal}*{giver}{compared}*)$"
)
# 按照博士、硕士分别补贴5万元、3万元
_BY_KIND = "{link.by}(?P<who>{noun}{1,5}(?:(?:{mark.、}|{link.and}){noun}{1,5})+){apart}{modal}*{giver}$"
_WHOM = "{if.whom}|{spend.to}"


def topic(text: str, before: Sequence[Token], place: int, many: int) -> str | None:
    """Whom the part before an amount begins with; nobody where 对… before it says whom and has no amount of its own."""
    codes = line(before)
    match = compiled(_TOPIC).search(codes)
    if match is None:
        return _at_a_rate(text, before) or _by_kind(text, before, place, many)
    whom = max((m.start() for m in compiled(_WHOM).finditer(codes[: match.start("who")])), default=-1)
    if whom >= 0 and not compiled("{qty.money}").search(codes[whom : match.start("who")]):
        return None
    who = tuple(before[slice(*match.span("who"))])
    name = said(text, stripped(member(who, place, many)))
    # Whoever is no person may be counted by another word than 每人 or 每名, and may give to each of them.
    counts_persons = before[match.start("each")].text[1:] in words("counter", "person")
    return None if counts_persons and (is_party(name) or name.endswith(words("ending", "body"))) else name


def _at_a_rate(text: str, before: Sequence[Token]) -> str | None:
    match = compiled(_AT_A_RATE).search(line(before))
    who = before[slice(*match.span("who"))] if match else ()
    name = said(text, stripped(who))
    return (
        name
        if who and is_agent(who) and not (is_party(name) or name.endswith(words("ending", "body")))
        else None
    )


def _by_kind(text: str, before: Sequence[Token], place: int, many: int) -> str | None:
    match = compiled(_BY_KIND).search(line(before))
    who = tuple(before[slice(*match.span("who"))]) if match else ()
    return said(text, member(who, place, many)) if who and is_agent(who) else None
