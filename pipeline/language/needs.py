"""What a row of grammar cannot do without: most lines lack it, and to find that out costs a tenth of a search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

# Sets of letters of which a line holds one each wherever a pattern matches; behind what is asked about a letter is another one.
Needs = Sequence[frozenset[str]]
Letters = Callable[[str], frozenset[str]]
# What a line holds once: the token asked about. What stands before it in a pattern stands before it in the line.
ASKED, _BEHIND = "this", "›"
# How a group opens, the longest first, and what ends the other pieces of a pattern.
_LOOKS = ("(?<=", "(?<!", "(?=", "(?!")
_OPENINGS = (*_LOOKS, "(?:")
_CLOSES = {"{": "}", "[": "]"}
_COUNTS = frozenset(f"{{{sign}" for sign in "0123456789,")


def pattern_to_needs(pattern: str, letters: Letters) -> Needs:
    """The needs of a pattern over tokens without blanks and short names, the smallest first; `letters` are those of a brace.

    Of `{own.must}{!stop}{0,4}{this}` they are 须 and its like before what is asked about, and any quantity; of
    `{up}?{this}|{not}{this}` any quantity.
    """
    needs = _needs(_pieces(pattern), letters).needs
    return sorted((line_to_letters(one.before, one.behind) for one in needs), key=len)


def line_to_letters(before: Iterable[str], behind: Iterable[str]) -> frozenset[str]:
    """What a line holds, to be held against needs: its letters up to what is asked about, and those behind it."""
    return frozenset(before).union([letter + _BEHIND for letter in behind])


def pattern_to_firsts(pattern: str, letters: Letters) -> frozenset[str]:
    """The letters that a match begins with, as `pattern_to_needs`; none where any may, or where nothing is enough.

    Of `(?<!{make}{fill}*){this}|{qty}` they are those of both quantities; of `{up}?{this}` also 提高 and its like.
    """
    if "\\" in pattern or "(?P=" in pattern:
        return frozenset()
    first, may_be_empty = _firsts(_pieces(pattern), letters)
    return frozenset() if may_be_empty or _ANY in first else first


_ANY = ""  # among letters: any other too


def _firsts(pieces: list[str], letters: Letters) -> tuple[frozenset[str], bool]:
    """Up to the end of a group: the letters it may begin with, and whether it may hold none."""
    found: set[str] = set()
    # Whether what comes next may be the first, and whether an alternative held nothing.
    is_open, is_empty = True, False
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            is_open, is_empty = True, is_empty or is_open
            continue
        here, may_lack = frozenset[str](), True
        if piece[0] == "(":
            within = _firsts(pieces, letters)
            here, may_lack = within if piece not in _LOOKS else (here, True)
        elif piece not in ("^", "$"):
            is_said = piece[0] == "{" and piece[1] != "!"
            here, may_lack = letters(piece[1:-1]) if is_said else frozenset({_ANY}), False
        may_lack |= _may_lack(pieces)
        if is_open:
            found |= here
            is_open = may_lack
    return frozenset(found), is_empty or is_open


def _pieces(pattern: str) -> list[str]:
    """Its pieces from the last to the first: braces, openings of groups, single signs."""
    found, at = [], 0
    while at < len(pattern):
        if close := _CLOSES.get(pattern[at]):
            end = pattern.index(close, at) + 1
        elif pattern.startswith("(?P<", at):
            end = pattern.index(">", at) + 1
        elif pattern[at] == "(":
            end = at + next((len(one) for one in _OPENINGS if pattern.startswith(one, at)), 1)
        else:
            end = at + 1 + (pattern[at] == "\\")
        found.append(pattern[at:end])
        at = end
    return found[::-1]


_NONE = frozenset[str]()


class _Need(NamedTuple):
    """Letters of which a line holds one, before what is asked about or behind it. `is_fixed`: what stands beside it in the pattern
    does not tell on which side; `is_asked`: it is what is asked about."""

    before: frozenset[str]
    behind: frozenset[str]
    is_fixed: bool = False
    is_asked: bool = False

    def on_side(self, is_behind: bool) -> _Need:
        """The same where it is told on which side."""
        if self.is_fixed:
            return self
        return _Need(_NONE, self.behind) if is_behind else _Need(self.before, _NONE)


class _Part(NamedTuple):
    """What a part of a pattern needs; whether it holds what is asked about wherever it matches, and has that behind it then."""

    needs: Sequence[_Need] = ()
    is_asked: bool = False
    is_past: bool = False

    def then(self, other: _Part) -> _Part:
        """This part and another behind it."""
        before = [one.on_side(False) for one in self.needs] if other.is_asked else self.needs
        behind = [one.on_side(True) for one in other.needs] if self.is_past else other.needs
        return _Part((*before, *behind), self.is_asked or other.is_asked, self.is_past or other.is_past)


def _needs(pieces: list[str], letters: Letters) -> _Part:
    """Up to the end of a group: of one alternative all that it needs, of several sets of which each needs one."""
    each = [_Part()]
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            each.append(_Part())
            continue
        part = _piece_to_part(piece, pieces, letters)
        if not _may_lack(pieces):
            each[-1] = each[-1].then(part)
    return each[0] if len(each) == 1 else _either(each)


def _piece_to_part(piece: str, pieces: list[str], letters: Letters) -> _Part:
    if piece[0] == "(":
        within = _needs(pieces, letters)
        if piece not in _LOOKS:
            return within
        fixed = [one._replace(is_fixed=True) for one in within.needs]
        return _Part() if piece.endswith("!") else _Part(fixed, within.is_asked and piece == "(?=")
    if piece[0] != "{" or piece[1] == "!":
        return _Part()
    here = letters(piece[1:-1])
    if all(kind.partition(".")[0] == ASKED for kind in piece[1:-1].split("|")):
        return _Part([_Need(here, _NONE, is_fixed=True, is_asked=True)], is_asked=True, is_past=True)
    return _Part([_Need(here, here)])


def _either(each: Sequence[_Part]) -> _Part:
    """What is asked about as one of them has it, and what else one of them needs."""
    needs = []
    for is_asked in (True, False):
        some = [[one for one in part.needs if one.is_asked == is_asked] for part in each]
        least = [min(needed, key=lambda one: len(one.before) + len(one.behind)) for needed in some if needed]
        if len(least) == len(each):
            before, behind = (_NONE.union(*side) for side in zip(*(one[:2] for one in least), strict=True))
            needs.append(_Need(before, behind, any(one.is_fixed for one in least), is_asked))
    return _Part(needs, all(part.is_asked for part in each), all(part.is_past for part in each))


def _may_lack(pieces: list[str]) -> bool:
    """Whether what stands before may be there no time: takes away how often it may, of which the first sign decides."""
    how_often = []
    while pieces and (pieces[-1] in "*+?" or pieces[-1][:2] in _COUNTS):
        how_often.append(pieces.pop())
    return bool(how_often) and how_often[0].startswith(("*", "?", "{0", "{,"))


class ByNeeds:
    """Many patterns by what they need, so that of a hundred those a line can hold for are told at once."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        # A bit for each pattern; as many rows of them as a pattern has needs: in the first row for its first need, in the
        # second for its second and so on. Letter → the patterns whose need it meets, in all rows; and those that need no more.
        self._many, self._rows = len(needs), max(map(len, needs), default=0)
        self._met: dict[str, int] = {}
        self._free = 0
        for row, n in product(range(self._rows), range(self._many)):
            bit = 1 << (row * self._many + n)
            if row >= len(needs[n]):
                self._free |= bit
            for letter in needs[n][row] if row < len(needs[n]) else ():
                self._met[letter] = self._met.get(letter, 0) | bit

    def met(self, letters: frozenset[str]) -> Iterator[int]:
        """The patterns, by their numbers and in their order, all of whose needs the letters of a line meet."""
        met = self._free
        for letter in letters:
            met |= self._met.get(letter, 0)
        left = (1 << self._many) - 1
        for _ in range(self._rows):
            left &= met
            met >>= self._many
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest
