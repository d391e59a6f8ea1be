"""Rows of grammar: patterns over tokens, each with what it gives and the phrases that prove it.

A pattern is a regular expression whose letters are kinds of token in braces: `{make} (?P<noun>{noun}+) {this}`.
`{mark.，}` is a class of a kind, `{a|b}` either of two, `{!a|b}` any token but these. `{this}` is the quantity
asked about, `{this.share}` if it is a share, `{qty}` any other.
"""

# Long: what a pattern over tokens means is said in one place, which every value passes.
from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pipeline import lexicons
from pipeline.language import needs, patterns
from pipeline.language.needs import (
    ASKED,
    ByNeeds,
    Needs,
    line_to_letters,
    pattern_to_firsts,
    pattern_to_needs,
)
from pipeline.language.times import TimeKind
from pipeline.language.tokens import MARKS, Token, told_once
from pipeline.language.units import units
from pipeline.language.words import Entry, entries

T = TypeVar("T")
_FIRST, _KIND = 0xE000, itemgetter(0, 1)


@cache
def _codes() -> Mapping[tuple[str, str], str]:
    """(kind, class) → the letter that stands for it in a line."""
    dimensions = sorted({*units().values(), "index"})
    pairs: list[tuple[str, str]] = sorted(set(entries().values()))
    pairs += [(kind, "") for kind in ("noun", "verb", "modal", "link", "measure", "circle", "body", "clause")]
    pairs += [(kind, cls) for kind in ("label", "duty", "does") for cls in ("lead", "support", "other")]
    # The size is how large what is counted is: 6个|10亿元以上|项目.
    pairs += [("label", "aside"), ("duty", "share"), ("duty", "with"), ("noun", "size")]
    pairs += [("mark", mark) for mark in (*MARKS, "other")]
    pairs += [("time", kind) for kind in get_args(TimeKind)]
    pairs += [(kind, dimension) for kind in ("qty", "this") for dimension in dimensions]
    asked = ["bare", "dated", "years", "within", "within_years", "counted", "term"]
    pairs += [("when", cls) for cls in (*get_args(TimeKind), *asked)]
    pairs += [Entry(*kind.partition(".")[::2]) for _, kind in lexicons.rows("deadlines")]
    # Those of a kind stand together, so that a class of letters is a range or two.
    found = sorted({(str(k), str(c)) for k, c in pairs})
    return {pair: chr(_FIRST + i) for i, pair in enumerate(found)}


@told_once
def _letters_of(tokens: Sequence[Token]) -> str:
    return "".join(map(_codes().__getitem__, map(_KIND, tokens)))


def line(tokens: Sequence[Token], this: int = -1) -> str:
    """The tokens as letters, one each; token number `this` is the one asked about. The letters of a part of a sentence are that
    part of its letters."""
    letters = _letters_of(tokens)
    if 0 <= this < len(tokens) and tokens[this].kind == "qty":
        return f"{letters[:this]}{_codes()['this', tokens[this].cls]}{letters[this + 1 :]}"
    return letters


# Names for kinds that many rows speak of together …
MACROS = {
    "hard": "mark.，|mark.；|mark.。|mark.：|mark.（|mark.）",
    "stop": "mark.。|mark.；",
    "fill": "modal|plan|apart|scope|each|time|link|past|includes",
    "doing": "make.do|make.build|make.found|make.pay|make.add|make.open|make.perform",
    "core": "reach|hold|up|down|comparator|superlative|multiple",
    # Words that hand money over; words that name what is given; what may stand between a word and its amount.
    "giver": "give|make.pay|spend.back|spend.cover|spend.pay",
    "gifts": "give.noun|gift|fund.gift",
    "compared": "comparator|superlative",
    "most": "comparator.<=|superlative.<=",
    "said": "core|modal|plan|each|apart|link.from|link.prep|link.de|time",
}
# … and for phrases: any token of a part, of a sentence, of a noun phrase; what a noun phrase may follow.
PHRASES = {
    "@P": "{!hard}",
    "@S": "{!stop}",
    "@np": "{!hard|qty|this|plan|comparator|apart}",
    "@n": "{!hard|qty|this|time|plan|comparator|bound|link|mark.、}",
    "@lead": "(?:^|{hard}|{plan.wish}|{qty}{bound}?{link.and|mark.、}?)(?:{plan|modal|time|each.time|scope|link|past|apart|if|includes|make.drive|mark.、|mark.—})*",
}
_BRACE = patterns.compile(r"\{(?P<no>!?)(?P<kinds>[^{}\d,][^{}]*)\}")


@cache
def _of_kinds() -> Mapping[str, Mapping[str, str]]:
    """Kind → its classes, each with the letter that stands for it."""
    found: dict[str, dict[str, str]] = {}
    for (kind, cls), code in _codes().items():
        found.setdefault(kind, {})[cls] = code
    return found


@cache
def _letters(kinds: str) -> frozenset[str]:
    """`a|b.c` → the letters of these kinds and classes. Raises KeyError for a kind that does not exist."""
    found: set[str] = set()
    for name in kinds.split("|"):
        if name in MACROS:
            found |= _letters(MACROS[name])
            continue
        kind, _, cls = name.partition(".")
        of_kind = _of_kinds().get(kind, {})
        some = {of_kind[cls]} if cls in of_kind and cls else set() if cls else set(of_kind.values())
        if not some:
            raise KeyError(f"no such kind of token: {name}")
        found |= some
    return frozenset(found)


@cache
def _class(kinds: str, no: str) -> str:
    """The class of characters of a brace, as ranges."""
    ranges: list[list[str]] = []
    for letter in sorted(_letters(kinds)):
        if ranges and ord(letter) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = letter
        else:
            ranges.append([letter, letter])
    spelt = "".join(first if first == last else f"{first}-{last}" for first, last in ranges)
    return f"[{'^' if no else ''}{spelt}]"


@cache
def compiled(pattern: str) -> patterns.Pattern:
    """The pattern of a row as one over the letters of a line."""
    return patterns.compile_as(f"row {_language()} {pattern}", lambda: _with_firsts(pattern))


@cache
def _language() -> str:
    """A hash of what rows are understood by: the letters, the short names, and these modules."""
    modules = [Path(module).read_bytes() for module in (__file__, needs.__file__)]
    letters = repr((sorted(_codes().items()), MACROS, PHRASES)).encode()
    return hashlib.sha256(b"".join((letters, *modules))).hexdigest()


def _with_firsts(pattern: str) -> str:
    """The pattern spelt; only where a match can begin is looked back, which may be far."""
    first = "".join(sorted(pattern_to_firsts(_in_full(pattern), _letters))) if "(?<" in pattern else ""
    return f"(?=[{first}])(?:{_spelt(pattern)})" if first else _spelt(pattern)


def _spelt(pattern: str) -> str:
    return _BRACE.sub(lambda m: _class(m["kinds"], m["no"]), _in_full(pattern))


def _in_full(pattern: str) -> str:
    """The pattern without its blanks and short names."""
    bare = "".join(pattern.split())
    for name, phrase in PHRASES.items():
        bare = bare.replace(name, phrase)
    return bare


@cache
def _needs(pattern: str) -> Needs:
    """What the letters of a line must be among for the pattern to match anywhere in it."""
    return patterns.kept(
        f"needs {_language()} {pattern}", lambda: pattern_to_needs(_in_full(pattern), _letters)
    )


@lru_cache(maxsize=4096)
def _held(codes: str) -> frozenset[str]:
    """The letters of a line, those behind the quantity asked about apart."""
    asked = compiled(f"{{{ASKED}}}").search(codes)
    at = asked.end() if asked else len(codes)
    return line_to_letters(codes[:at], codes[at:])


def may_hold(pattern: str, codes: str) -> bool:
    """Whether a line has a letter of every kind that a pattern cannot do without."""
    return not any(map(_held(codes).isdisjoint, _needs(pattern)))


def may_any_hold(patterns: tuple[str, ...], codes: str) -> bool:
    """The same of several at once."""
    return any(True for _ in _needs_of(patterns).met(_held(codes)))


@cache
def _needs_of(patterns: tuple[str, ...]) -> ByNeeds:
    return ByNeeds(list(map(_needs, patterns)))


def matches(pattern: str, codes: str) -> list[patterns.Match]:
    """Where a pattern holds in a line, left to right; a line that lacks what it needs is not looked through."""
    return list(compiled(pattern).finditer(codes)) if may_hold(pattern, codes) else []


def first(pattern: str, codes: str) -> patterns.Match | None:
    return compiled(pattern).search(codes) if may_hold(pattern, codes) else None


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """What a pattern over tokens gives. `examples` are phrases whose first quantity it decides, `counterexamples` such
    as it must leave alone."""

    name: str
    pattern: str
    gives: T
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


# The tables of rows by identity: they are long, and asked of every sentence.
_TABLES: dict[int, tuple[Sequence[Row[Any]], ByNeeds]] = {}


def _by_needs(rows: Sequence[Row[Any]]) -> ByNeeds:
    if id(rows) not in _TABLES:
        _TABLES[id(rows)] = rows, ByNeeds([_needs(row.pattern) for row in rows])
    return _TABLES[id(rows)][1]


def holding(rows: Sequence[Row[T]], codes: str) -> Iterator[tuple[Row[T], patterns.Match]]:
    """Those of the rows that hold, in their order, each with the first place in a line where it does; asked are only those
    for which the line has all kinds of token they cannot do without."""
    for n in _by_needs(rows).met(_held(codes)):
        if match := compiled(rows[n].pattern).search(codes):
            yield rows[n], match
