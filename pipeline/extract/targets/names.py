"""Indicator: the noun phrase a row bound, as one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.targets.reader import Found
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token

_FRINGE = "^(?:{modal|plan|link|scope|each|apart|mark.、|mark.“|mark.”|includes|time|past})+|(?:{modal|plan|link|mark.、|mark.“|mark.”|apart|core|mark.etc})+$"


def joined(text: str, tokens: Sequence[Token]) -> str:
    """The words of the tokens in order, those next to each other with what is between them."""
    return "".join(text[t.start : t.end] for t in tokens)


def without_fringe(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without function words at either end."""
    codes = line(tokens)
    if match := compiled("^(?:{modal|plan|link|scope|each.all|apart|mark.、|mark.”|includes|time|past|if|not})+").match(codes):
        tokens, codes = tokens[match.end() :], codes[match.end() :]
    if match := compiled("(?:{modal|plan|link|mark.、|mark.“|apart|mark.etc|own})+$").search(codes):
        tokens = tokens[: match.start()]
    return tokens


def indicator_of(text: str, one: Found, subject: Sequence[Token]) -> str:
    """The name of what is to reach the value, "" where nothing says it."""
    noun = without_fringe(one.noun) or without_fringe(subject)
    return joined(text, noun)


_RATES = "(?:{!mark.、|link.and}+{measure}(?:{mark.、|link.and}|$)){2,}"


def each_rate(one: Found) -> list[Found]:
    """检查率、公示率达到100% says it of both."""
    codes = line(one.noun)
    if one.many > 1 or not compiled(_RATES).fullmatch(codes):
        return [one]
    ends = [m.start() for m in compiled("{mark.、|link.and}").finditer(codes)]
    starts = [0, *(end + 1 for end in ends)]
    return [replace(one, noun=one.noun[a:b]) for a, b in zip(starts, [*ends, len(codes)], strict=True)]


def per_of(tokens: Sequence[Token], at: int) -> str | None:
    """个村 of 每个村至少有1个: for each of what."""
    match = None
    for match in compiled("{each.one}(?P<what>{noun}+)").finditer(line(tokens[:at])):
        pass
    return joined("", ()) or ("".join(t.text for t in tokens[slice(*match.span("what"))]) if match else None)
