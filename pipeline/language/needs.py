"""What a row of grammar cannot do without: most lines lack it, and to find that out costs a tenth of a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

# Sets of letters of which a line holds one each wherever a pattern matches.
Needs = Sequence[frozenset[str]]
Letters = Callable[[str], frozenset[str]]
# How a group opens, the longest first, and what ends the other pieces of a pattern.
_OPENINGS = ("(?<=", "(?<!", "(?:", "(?=", "(?!")
_CLOSES = {"{": "}", "[": "]"}
_COUNTS = frozenset(f"{{{sign}" for sign in "0123456789,")


def pattern_to_needs(pattern: str, letters: Letters) -> Needs:
    """The needs of a pattern over tokens without blanks and short names, the smallest first; `letters` are those of a brace.

    Of `{own.must}{!stop}{0,4}{this}` they are 须 and its like, and any quantity; of `{up}?{this}|{not}{this}` any quantity.
    """
    return sorted(_needs(_pieces(pattern), letters), key=len)


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


_LOOKS = ("(?<=", "(?<!", "(?=", "(?!")


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


def _needs(pieces: list[str], letters: Letters) -> Needs:
    """Up to the end of a group: of one alternative all that it needs, of several one set of which each needs one."""
    each: list[list[frozenset[str]]] = [[]]
    while pieces and (piece := pieces.pop()) != ")":
        if piece == "|":
            each.append([])
            continue
        found: Needs = ()
        if piece[0] == "(":
            within = _needs(pieces, letters)
            found = () if piece.endswith("!") else within
        elif piece[0] == "{" and piece[1] != "!":
            found = [letters(piece[1:-1])]
        if not _may_lack(pieces):
            each[-1] += found
    if len(each) == 1:
        return each[0]
    return [frozenset().union(*(min(one, key=len) for one in each))] if all(each) else ()


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
