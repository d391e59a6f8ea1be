"""Tokens as the rows of grants ask for them: who pays, for whom, for each of what, a bare magnitude that is money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.language.cut_names import LEVELS
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_agency
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token
from pipeline.language.units import RENMINBI
from pipeline.language.words import words


def _gifts() -> tuple[str, ...]:
    return (*words("gift"), *words("give", "noun"), *words("fund", "gift"))


def _named(tokens: Sequence[Token]) -> Iterator[Token]:
    """省财政, 区人民政府 pay as 财政 and 政府 do; 为住户垫付: 为 says for whom where a word of giving follows."""
    for i, token in enumerate(tokens):
        if token.kind == "payer" and tokens[i + 1 : i + 2] and tokens[i + 1].text == "性":
            yield token._replace(kind="noun", cls="")  # 政府性融资担保机构 is no government
        elif token.kind == "noun" and (token.text.endswith(words("payer")) or _bears(tokens[: i + 2])):
            yield token._replace(kind="payer", cls="")
        elif token.kind == "noun" and token.text.endswith(_gifts()):
            yield token._replace(kind="gift", cls="")  # 岗位津贴: what ends in the name of a gift is one
        elif token.text == "为" and _is_for_whom(tokens[i + 1 :]):
            yield token._replace(kind="if", cls="whom")
        else:
            yield token


def _bears(tokens: Sequence[Token]) -> bool:
    """市人社局承担800元, 街道承担40%: a body or a place before a word of bearing, the last of the tokens, pays; 用人单位, 企业 may
    bear their own."""
    if tokens[-1].cls != "bear":
        return False
    start = next((i + 1 for i in range(len(tokens) - 2, -1, -1) if tokens[i].kind != "noun"), 0)
    name = "".join(token.text for token in tokens[start:-1])
    return is_agency(name) or name.endswith((*LEVELS, "街道"))


# 为住户垫付; not 资金来源为省级补助30%: a level of government is who gives.
_FOR_WHOM, _LEVEL = "^{noun|scope|verb|make}{1,6}{giver}", "^{noun}{giver}"


def _is_for_whom(tokens: Sequence[Token]) -> bool:
    """Whether 为 stands before these tokens as for whom."""
    codes = line(tokens[:8])
    return compiled(_FOR_WHOM).match(codes) is not None and not (
        tokens[0].text.endswith("级") and compiled(_LEVEL).match(codes)
    )


def _is_bare(token: Token) -> bool:
    """2万, 1亿: a magnitude with no unit."""
    return (
        isinstance(token.said, Quantity)
        and token.cls == "count"
        and bool(token.said.unit)
        and not token.said.unit.strip("十百千万亿")
    )


# What follows the noun of 每生, 每床: the next 每, the amount, how much it is at most, what is done with it.
_BEHIND_EACH = ("each", "qty", "give", "gifts", "modal", "reach", "comparator", "hold", "paper")


def _bare_money(tokens: Sequence[Token]) -> list[Token]:
    """补贴不超过2万: a bare magnitude is money where a word of giving stands right beside it."""
    return [
        t._replace(cls="money")
        if _is_bare(t)
        and (
            compiled("(?:{give}|{gifts}){said}{0,4}$").search(line(tokens[:i]))
            or compiled("^{link.de}?{noun|make}{0,2}{gifts}").match(line(tokens[i + 1 :]))
        )
        else t
        for i, t in enumerate(tokens)
    ]


def _each(token: Token) -> Token:
    """每张, 每套: words of the segmenter's dictionary that say for each."""
    if token.text == "单":  # 单台不超过2万元
        return token._replace(kind="each", cls="bare")
    if token.kind not in ("noun", "time") or len(token.text) == 1 or token.text[0] != "每":
        return token
    return token._replace(kind="each", cls="one" if token.kind == "noun" else "time")


def _for_each(tokens: Iterable[Token]) -> Iterator[Token]:
    """每生每年6000元, 每床补贴3000元: 每 and a noun alone, behind which the amount or what is done with it stands."""
    held: list[Token] = []
    for token in map(_each, tokens):
        if held[1:] and token.kind in _BEHIND_EACH:
            text = held[0].text + held[1].text
            held = [held[0]._replace(cls="one", end=held[1].end, text=text)]
        if len(held) != 1 or held[0][:2] != ("each", "bare") or token.kind != "noun":
            yield from held
            held = []
        held.append(token)
    yield from held


def _without_currency(tokens: Sequence[Token]) -> list[Token]:
    """给予奖补人民币120万元: the name of the currency before an amount is nobody who is given."""
    named = {i for i, (t, then) in enumerate(pairwise(tokens)) if t.text == RENMINBI and then.kind == "qty"}
    return [t for i, t in enumerate(tokens) if i not in named]


# 以成交房款的1%给予补贴: 以 says by what, before a sum or a share and a word of giving.
_BY_WHAT = "^(?:{!hard|giver|link.prep}|{give.noun}){1,12}(?:{qty.share}|{qty.money})(?:{!hard|giver|comparator}){0,6}{giver}"


def _by_what(tokens: list[Token]) -> list[Token]:
    return [
        t._replace(cls="by") if t.text == "以" and compiled(_BY_WHAT).match(line(tokens[i + 1 :])) else t
        for i, t in enumerate(tokens)
    ]


def money_tokens(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with the kinds they have where money is given."""
    return _by_what(_bare_money(list(_for_each(_named(_without_currency(tokens))))))
