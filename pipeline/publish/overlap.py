"""How much two notices say in the same words, and where one says otherwise what the other says there.

    text → words (a letter of Chinese, a whole number, a word of Latin letters) → stretches of eight words that both have

Marks, blanks and line ends are no words, so that a page, its PDF and its recognized scan are alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from zlib import crc32

from pipeline.language import patterns

_WORD = patterns.compile(r"\p{Han}|[A-Za-z]+|\d+(?:[,，]\d{3})*(?:\.\d+)?")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
# Words in a row that two texts do not share by chance.
_SIZE = 8
# How far back to look for a stretch that stands once, and how much more one text may have between two of them.
_BACK, _MORE = 60, 200
# Recognition misreads a letter here and there (every twentieth, at worst). As many in a row, and as unlike, are other words:
# another name (words, likeness below which), another list.
_OTHER_WORDS = ((20, 0.65), (4, 0.25))
_ROW = 4
# Two letters that differ are another word, where not so many single ones do.
_OTHER_WORD, _MISREAD = (2, 0.25), 3
# One stretch of so many is drawn for a first look.
_DRAWN = 8

Words = tuple[str, ...]


@dataclass(frozen=True)
class Worded:
    """A text as its words."""

    words: Words

    @cached_property
    def stretches(self) -> Mapping[Words, int]:
        """Stretch of eight words → where it begins; −1 for one that stands twice."""
        found: dict[Words, int] = {}
        for at in range(len(self.words) - _SIZE + 1):
            stretch = self.words[at : at + _SIZE]
            found[stretch] = -1 if stretch in found else at
        return found

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The stretches whose checksum is drawn: the same of every text."""
        sums = (crc32("".join(stretch).encode()) for stretch in self.stretches)
        return frozenset(one for one in sums if one % _DRAWN == 0)


def text_to_words(text: str) -> Worded:
    """`1,200 张。` is 1200 and 张; 08 is 8.

    >>> text_to_words("建成 床位1,200张，\\n08月").words
    ('建', '成', '床', '位', '1200', '张', '8', '月')
    """
    found = (match.group() for match in _WORD.finditer(text))
    return Worded(tuple(_number(word) if word[0].isdigit() else word for word in found))


def _number(word: str) -> str:
    return word.replace(",", "").replace("，", "").lstrip("0") or "0"


def may_overlap(part: Worded, whole: Worded) -> bool:
    """A first look at the stretches drawn: can half of a text stand in another?"""
    return not part.drawn or len(part.drawn & whole.drawn) * 3 >= len(part.drawn)


def share(part: Worded, whole: Worded) -> float:
    """0 to 1: how many words of a text stand in stretches that the other has too.

    Of 16 copies in the corpus (page and PDF, page and Word file) 0.96 and more; of a draft and the notice issued, of two notices
    of one pattern from two cities 0.90 and less.
    """
    if len(part.words) < _SIZE:
        return 0.0
    until = covered = 0
    for at in range(len(part.words) - _SIZE + 1):
        if part.words[at : at + _SIZE] in whole.stretches:
            covered += at + _SIZE - max(at, until)
            until = at + _SIZE
    return covered / len(part.words)


def said_otherwise(part: Worded, whole: Worded) -> tuple[str, str] | None:
    """The first words of one text, between words that both have, that the other puts otherwise: ('300', '350').

    Numbers are other numbers however few, 养老 is not 托育. But where a text was recognized, letters differ all over: there
    words must be several in a row. What one text has and the other has not (a running head, an annex) puts nothing otherwise.
    """
    found = [(here, there, *_without_common(here, there)) for here, there in _between(part, whole)]
    misread = sum(len(one) == len(other) == 1 for *_, one, other in found)
    others = _OTHER_WORDS if misread >= _MISREAD else (*_OTHER_WORDS, _OTHER_WORD)
    for here, there, one, other in found:
        if _numbers_differ(here, there) or (
            _are_other(one, other, others) and not _stands_in(one, whole) and not _stands_in(other, part)
        ):
            return "".join(one), "".join(other)
    return None


def _numbers_differ(here: Words, there: Words) -> bool:
    """Has each of two rows of words a number that the other has not?"""
    one, other = (Counter(filter(_is_number, words)) for words in (here, there))
    return bool(one - other and other - one)


def _are_other(one: Words, other: Words, words: Sequence[tuple[int, float]]) -> bool:
    from rapidfuzz.distance import Indel

    alike, size = Indel.normalized_similarity(one, other), min(len(one), len(other))
    return any(size >= least and alike < below for least, below in words)


def _between(part: Worded, whole: Worded) -> Iterator[tuple[Words, Words]]:
    """(words here, words there) from a stretch that both have to the next, where something else stands between."""
    places = [whole.stretches.get(part.words[i : i + _SIZE]) for i in range(len(part.words) - _SIZE + 1)]
    at = 0
    while at < len(places):
        if places[at] is not None:
            at += 1
            continue
        start, end = at, next((i for i in range(at, len(places)) if places[i] is not None), len(places))
        at = end
        left = next((i for i in range(start - 1, max(start - _BACK, -1), -1) if _once(places[i])), None)
        right = next((i for i in range(end, min(end + _BACK, len(places))) if _once(places[i])), None)
        if left is None or right is None:
            continue
        first, last = int(places[left] or 0), int(places[right] or 0)
        if 0 <= last - first <= right - left + _MORE:
            yield part.words[left : right + _SIZE], whole.words[first : last + _SIZE]


def _once(place: int | None) -> bool:
    return place is not None and place >= 0


def _without_common(one: Words, other: Words) -> tuple[Words, Words]:
    """Two rows of words without what they begin and end with alike."""
    same = list(zip(one, other, strict=False))
    start = next((i for i, (a, b) in enumerate(same) if a != b), len(same))
    back = list(zip(reversed(one[start:]), reversed(other[start:]), strict=False))
    end = next((i for i, (a, b) in enumerate(back) if a != b), len(back))
    return one[start : len(one) - end], other[start : len(other) - end]


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERALS


def _stands_in(words: Words, whole: Worded) -> bool:
    """Do they stand elsewhere in a text, moved as the cells of a table are? A word or two may stand anywhere."""
    first, size = words[0], len(words)
    if size < _ROW:
        return False
    starts = (at for at, word in enumerate(whole.words) if word == first)
    return any(whole.words[at : at + size] == words for at in islice(starts, _MORE))
