"""Who is given, where the part of the sentence begins with it: 住房重建户每户补助5万元, 省级、市级示范园分别奖补5万元、3万元."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.funding.phrases import distribute, said, stripped
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_party
from pipeline.language.tokens import Token
from pipeline.language.words import words

_NOUN = "(?:{noun|scope|verb|handled|own|up}|(?!{make.pay}){make}|{link.de}(?={noun}))"
# What is only done (复合种植每亩补贴200元) is nobody. From the mark before it to the word for each; behind that stands no noun (每个社区) for which it would be.
_TOPIC = (
    "(?:^|{mark.，}|{mark.；})(?P<who>"
    + _NOUN
    + "{0,7}{noun}(?:(?:{mark.、}|{link.and})"
    + _NOUN
    + "{0,7}{noun})*)(?P<each>{each.one}|{apart})(?:{modal}|{each.time}|{apart})*(?:{giver}){said}{0,3}(?:{gifts}{said}{0,3})?(?:{qty.money}{mark.、})*$"
)
_WHOM = "{if.whom}|{spend.to}"


def _member(who: tuple[Token, ...], place: int, many: int) -> tuple[Token, ...]:
    """新认定的省级实验室、工程中心 and two amounts: the second is for 新认定的|工程中心; of other lists nobody is told."""
    cuts = [i for i, t in enumerate(who) if t.cls in ("、", "and")]
    if len(cuts) != many - 1:
        return ()
    head = next((i + 1 for i in range(cuts[0], -1, -1) if who[i].cls == "de"), 0)
    begins, ends = [head, *(cut + 1 for cut in cuts)], [*cuts, len(who)]
    return who[:head] + who[begins[place] : ends[place]]


def topic(text: str, before: Sequence[Token], place: int, many: int) -> str | None:
    """Whom the part before an amount begins with; nobody where 对… before it says whom and has no amount of its own."""
    codes = line(before)
    match = compiled(_TOPIC).search(codes)
    if match is None:
        return None
    whom = max((m.start() for m in compiled(_WHOM).finditer(codes[: match.start("who")])), default=-1)
    if whom >= 0 and not compiled("{qty.money}").search(codes[whom : match.start("who")]):
        return None
    who = tuple(before[slice(*match.span("who"))])
    own = distribute(who, place, many)
    name = said(text, stripped(own if own != who or many < 2 else _member(who, place, many)))
    # Whoever is no person may be counted by another word than 每人 or 每名, and may give to each of them.
    counts_persons = before[match.start("each")].text[1:] in words("counter", "person")
    return None if counts_persons and (is_party(name) or name.endswith(words("ending", "body"))) else name
