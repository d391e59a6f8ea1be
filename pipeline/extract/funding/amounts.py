"""Amounts of money and shares in their place: the words of the sentence as tokens, as rows of grammar ask for them.

Brackets that do not hold the amount are left out, what follows a slash belongs to the amount: in
按260元/户（社区80元/户、村160元/户）标准给予经费 the first stands between 按 and 标准, its `per` is 户.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.funding.money_tokens import money_tokens
from pipeline.extract.reading import Sense
from pipeline.extract.sense_tokens import sense_tokens
from pipeline.language.grammar import line
from pipeline.language.quantity import Quantity
from pipeline.language.sentences import Stretch
from pipeline.language.tokens import Token
from pipeline.language.units import units

ASKED = ("money", "share")
_OPEN, _CLOSE = "（", "）"


class Amount(NamedTuple):
    """A quantity among the tokens of its sentence; it is token number `at` of them.

    `per` are the units behind its slashes (元/户/年 → 户, 年), `end` is where they end. `depth` counts the brackets
    it stands in; `codes` are the tokens as letters.
    """

    quantity: Quantity
    sentence: Stretch
    tokens: tuple[Token, ...]
    at: int
    per: tuple[str, ...] = ()
    end: int = 0
    depth: int = 0
    codes: str = ""

    @property
    def before(self) -> tuple[Token, ...]:
        """The tokens of the sentence before it."""
        return self.tokens[: self.at]

    @property
    def after(self) -> tuple[Token, ...]:
        """The tokens of the sentence behind it."""
        return self.tokens[self.at + 1 :]


def _is_asked(token: Token) -> bool:
    return token.kind == "qty" and token.cls in ASKED


def _unit_end(tokens: Sequence[Token], at: int) -> int:
    """Where the unit that begins at token `at` ends: 套（间）·年 is one unit."""
    at += 1
    if [t.text for t in tokens[at : at + 3 : 2]] == [_OPEN, _CLOSE]:
        at += 3
    if at + 1 < len(tokens) and tokens[at].cls == "·":
        return _unit_end(tokens, at + 1)
    return at


def _parted(unit: str) -> list[str]:
    """人·月 is for each 人 by the 月; 平方米·年 is one unit."""
    first, _, rest = unit.removeprefix("每").partition("·")
    return [first, rest] if rest and units().get(first) == "count" else [unit.removeprefix("每")]


def _slashed(tokens: Sequence[Token]) -> tuple[list[Token], dict[int, tuple[str, ...]]]:
    """The tokens with what follows the slashes of an amount taken into it, and those units by the amount's start."""
    kept: list[Token] = []
    pers: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if not _is_asked(token):
            kept.append(token)
            continue
        per: list[str] = []
        while at + 1 < len(tokens) and tokens[at].cls == "/" and tokens[at + 1].kind not in ("mark", "qty"):
            end = _unit_end(tokens, at + 1)
            per += _parted("".join(t.text for t in tokens[at + 1 : end]))
            at = end
        pers[token.start] = tuple(per)
        kept.append(token._replace(end=tokens[at - 1].end) if per else token)
    return kept, pers


def _depths(tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """For each token the brackets it stands in, each by the number of its opening token; a bracket stands inside itself."""
    open_: list[int] = []
    found: list[tuple[int, ...]] = []
    for i, token in enumerate(tokens):
        if token.text == _OPEN:
            open_.append(i)
        found.append(tuple(open_))
        if token.text == _CLOSE and open_:
            open_.pop()
    return found


def _in_sentence(tokens: Sequence[Token], sentence: Stretch) -> list[Amount]:
    kept, pers = _slashed(money_tokens(tokens))
    within = _depths(kept)
    found = []
    for i, token in enumerate(kept):
        if not _is_asked(token) or not isinstance(token.said, Quantity):
            continue
        seen = [j for j in range(len(kept)) if within[j] == within[i][: len(within[j])]]
        near = tuple(kept[j] for j in seen)
        at = seen.index(i)
        found.append(
            Amount(
                token.said, sentence, near, at, pers[token.start], token.end, len(within[i]), line(near, at)
            )
        )
    return found


@lru_cache(maxsize=2048)
def amounts(sense: Sense) -> tuple[Amount, ...]:
    """Every amount of money and every share of a text, left to right."""
    asked = [q for q in sense.quantities if q.dimension in ASKED or not q.unit.strip("十百千万亿")]
    if not asked:
        return ()
    tokens = sense_tokens(sense)
    found: list[Amount] = []
    for sentence in sense.sentences:
        if any(sentence.start <= q.number_start < sentence.end for q in asked):
            found += _in_sentence([t for t in tokens if sentence.start <= t.start < sentence.end], sentence)
    return tuple(found)
