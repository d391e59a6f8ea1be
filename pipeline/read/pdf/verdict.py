"""Whether the text layer of a page says what is printed on it.

A font may give its glyphs numbers in the order of their first use instead of characters (`!"#$%&`), or none at
all (`(cid:31)`); a scan may carry the guesses of a poor program, or nothing but the name of that program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.language import patterns
from pipeline.language.bodies import LEVELS
from pipeline.language.script import is_traditional, simplified
from pipeline.lexicons import words
from pipeline.messages import Message, say
from pipeline.read.pdf.glyphs import UNKNOWN

_HAN = patterns.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PAIR = patterns.compile(r"(?=([\u4e00-\u9fff]{2}))")
# What printed Chinese never has many of: unknown glyphs, private characters, letters of other scripts.
_FOREIGN = patterns.compile(rf"[{UNKNOWN}\ue000-\uf8ff\u00a1-\u00b6\u00b8-\u02ff\u0400-\u1fff\uac00-\ud7af]")
_SYMBOL = patterns.compile(r"""[!"#$%&'*+,\-./:;<=>?@\[\\\]^_`{|}~()]""")
_LATIN_WORD = patterns.compile(r"[A-Za-z]{2,}")
_NAME = patterns.compile(r"(?m)^\p{Han}{2,8}$")
_PLACE = patterns.compile(rf"(?m)^\p{{Han}}{{1,7}}(?:{LEVELS}|村|社区|苏木|[农林团]场)$")
_FEWEST_NAMES = 10

# Fewer characters say too little to judge by.
_FEWEST = 20
_FEWEST_PAIRS = 60
# Where characters are taken for wrong (measured on 123 true pages and the 40 of four gazettes, and on true
# pages whose characters were exchanged): foreign ones, true at most 0.002, numbers of glyphs 0.9 and more;
# ASCII marks where hardly a Chinese character is left, true at most 0.13, ciphers 0.45 and more; pairs among
# the 600 commonest, true 0.017 (a list of parks; prose 0.2 and more), exchanged mostly 0.004 and less;
# characters beyond the 3,755 of GB 2312 level 1, true at most 0.017, exchanged at random 0.7 and more.
_MOST_FOREIGN = 0.2
_MOST_SYMBOLS = 0.3
_LEAST_HAN = 0.2
_LEAST_COMMON = 0.008
_MOST_RARE = 0.2
# One letter or figure that is nearly all of a page: a font gave it for every character. Lines to fill in are marks.
_MOST_OF_ONE = 0.95
# The same for a text layer under a picture, which some program guessed: what is half wrong is wrong.
_MOST_FOREIGN_GUESSED = 0.03
_LEAST_COMMON_GUESSED = 0.1
_MOST_RARE_GUESSED = 0.06
_ANY_PICTURE = 0.1
_WHOLE_PAGE = 0.5
_ADVERT = 40
# A page of text has some hundred letters of ten curves and more each; a seal or an emblem some hundred.
_DRAWN_LETTERS = 1_500
_GUESSED = say("page_guessed")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like Chinese text a text is: shares from 0 to 1 of its characters (pairs: of its pairs)."""

    characters: int
    han: float
    foreign: float
    symbols: float
    pairs: int
    common: float
    rare: float
    most: float


def text_to_likeness(text: str) -> Likeness:
    times = Counter("".join(text.split()))
    each = "".join(times)
    count, han = times.total(), _times(_HAN, each, times)
    pairs = _PAIR.findall(text)
    common = _common_pairs()
    return Likeness(
        characters=count,
        han=_share(han, count),
        foreign=_share(_times(_FOREIGN, each, times), count),
        symbols=_share(_times(_SYMBOL, each, times), count),
        pairs=len(pairs),
        common=_share(sum(pair in common for pair in pairs), len(pairs)),
        rare=_share(sum(times[char] for char in _HAN.findall(each) if _is_rare(char)), han),
        most=_share(max((n for char, n in times.items() if char.isalnum()), default=0), count),
    )


def _times(kind: patterns.Pattern, each: str, times: Counter[str]) -> int:
    """How often characters of a kind stand in a text; `each` has each of its characters once."""
    return sum(times[char] for char in kind.findall(each))


def lie(text: str, guessed: bool = False) -> Message | None:
    """Why the words of a page cannot be what is printed on it; None if nothing speaks against them.

    `guessed` are words that lie under or over a picture of the page, read from it by some program.
    """
    like = text_to_likeness(text)
    if like.characters < _FEWEST:
        return None
    if like.rare > _MOST_RARE_GUESSED and is_traditional(text):
        # 實施方案: letters of the other script are rare; those of a wrong font are so in both.
        read = text_to_likeness(simplified(text))
        text, like = (simplified(text), read) if read.rare <= _MOST_RARE_GUESSED else (text, like)
    if guessed and (
        like.foreign > _MOST_FOREIGN_GUESSED
        or (
            like.pairs >= _FEWEST_PAIRS
            and (like.common < _LEAST_COMMON_GUESSED or like.rare > _MOST_RARE_GUESSED)
        )
    ):
        return _GUESSED
    if like.most > _MOST_OF_ONE:
        return say("font_wrong")
    if like.foreign > _MOST_FOREIGN:
        return say("font_numbers")
    if like.han < _LEAST_HAN and like.symbols > _MOST_SYMBOLS and not _is_latin(text):
        return say("font_marks")
    if like.pairs >= _FEWEST_PAIRS and like.common < _LEAST_COMMON and not _are_places(text):
        return say("font_wrong")
    if like.pairs >= _FEWEST_PAIRS and like.rare > _MOST_RARE:
        return say("font_rare")
    return None


def is_picture(lines: Sequence[str], pictured: float, curves: int) -> bool:
    """Whether a page shows a picture (or letters drawn as curves) and says next to nothing beside it.

    A program that scans leaves its name on each page, at most a line of some twenty characters.
    """
    letters = sum(len("".join(line.split())) for line in lines)
    if letters == 0:
        return pictured >= _ANY_PICTURE or curves >= _DRAWN_LETTERS
    return letters <= _ADVERT and pictured >= _WHOLE_PAGE


def _is_latin(text: str) -> bool:
    """Whether most of the text is words in Latin letters (an English page, a list of web addresses)."""
    return sum(map(len, _LATIN_WORD.findall(text))) > len("".join(text.split())) / 2


def _are_places(text: str) -> bool:
    """Whether most of the names that stand alone end as places do: the towns of a plan have no common pair.

    Characters that a font exchanges end alike too, but in a character of any kind.
    """
    names = len(_NAME.findall(text))
    return names >= _FEWEST_NAMES and 2 * len(_PLACE.findall(text)) > names


def _is_rare(char: str) -> bool:
    try:
        return char.encode("gb2312")[0] >= 0xD8
    except UnicodeEncodeError:
        return True


@cache
def _common_pairs() -> frozenset[str]:
    return frozenset(words("common_pairs"))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
