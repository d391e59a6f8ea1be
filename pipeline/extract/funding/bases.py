"""Of what a ratio is taken: 按投资额的30%补助, 3%的物业费奖励."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.funding.amounts import Amount
from pipeline.extract.funding.phrases import said
from pipeline.extract.funding.receivers import behind_the_verb
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token
from pipeline.language.words import lookup

_BASE = "{noun|measure|charge|fund|loan|make|verb|past|handled|due|scope|link.and|link.de|mark.、|own|spend}|{give.noun}(?={paper.rate|measure|fund})|{paper.rate}"
# What a base may follow; the words of any other kind would be its lost head.
_BEFORE_BASE = frozenset(
    ("link", "give", "make", "mark", "if", "comparator", "superlative", "each", "apart", "time")
)
_BASE_BEHIND = "^{link.de}?(?P<base>{noun|charge}{1,3}){gifts}"


def base(text: str, amount: Amount) -> str | None:
    """Of what a ratio is taken: 按投资额的30%补助 → 投资额; 3%的物业费奖励 → 物业费."""
    if amount.quantity.dimension != "share":
        return None
    if match := compiled(_BASE_BEHIND).match(line(amount.after)):
        name = said(text, amount.after[slice(*match.span("base"))])
        if name[-1] in "费金息额款价租税":
            return name
    if match := compiled(
        "{link.by}(?P<base>(?:{!hard|giver|modal})+){modal}*(?!{give.noun}{noun|paper|measure|fund|charge}){giver}(?:{!hard})*$"
    ).search(line(amount.before)):
        name = said(text, amount.before[slice(*match.span("base"))]).removeprefix("其").rstrip("的")
        return name if 2 <= len(name) <= 40 else None
    return _base_before(text, amount)


def _opens_base(token: Token) -> bool:
    """Whether a base may begin behind this token."""
    is_said = token[:2] == ("reach", "be")  # 补贴标准为销售价格的15%
    return is_said or token.kind in _BEFORE_BASE or (token.kind == "modal" and lookup(token.text) is not None)


def _within(tokens: Sequence[Token], at: int) -> bool:
    """产品最终销售价格, 扣除购置费用外剩余投资: a word between two nouns."""
    near = [t.kind for t in tokens[max(at - 1, 0) : at + 2]]
    return (
        len(near) == 3
        and near[1] in ("modal", "includes", "superlative")
        and near[0] == "noun"
        and near[2] in ("noun", "measure", "charge")
    )


def _base_before(text: str, amount: Amount) -> str | None:
    """The noun phrase right before a ratio: 按上年度实际支付电费的40%返还 → 上年度实际支付电费."""
    tokens = list(amount.before)
    while tokens and tokens[-1].kind in ("comparator", "superlative", "modal", "bound", "link"):
        if tokens.pop()[:2] == ("link", "by"):  # 第二年按30%给予补贴: of what is not said
            return None
    start = len(tokens)
    while start and (compiled(_BASE).match(line(tokens[start - 1 :])) or _within(tokens, start - 1)):
        start -= 1
    # A phrase cut in two; 单|家企业.
    if start and (not _opens_base(tokens[start - 1]) or tokens[start - 1][:2] == ("each", "bare")):
        return None
    found = tokens[start:]
    while found and found[0].kind in ("link", "mark", "spend"):
        found = found[1:]
    found = found[len(behind_the_verb(tokens)) :]  # 给予|合作银行|年日均余额1%
    while found and found[-1][:2] in (("spend", "cover"), ("spend", "back")):  # 门票|减免50%
        found = found[:-1]
    if found and found[-1][:2] == (
        "measure",
        "ratio",
    ):  # 贴息比例不超过50%: what the ratio is called, and not of what it is
        return None
    name = said(text, found)
    return name if 2 <= len(name) <= 40 else None
