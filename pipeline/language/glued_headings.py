"""A line of headings whose blanks mean nothing, or are lost: 序号任务名称主要内容责任单位完成时限."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.brackets import without_round
from pipeline.language.cells import year, year_within
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import AGENCY_MEANINGS, heading_words, meaning
from pipeline.language.labels import heading_role

_FEWEST, _LONGEST, _LONGEST_LINE = 3, 16, 120
_STOPS = frozenset("，。；：、？！,;:《》“”")
# What columns beside a name hold: no words of a text are headings like these, several together.
_TELLING = frozenset((*AGENCY_MEANINGS, "row_number", "deadline", "year_value", "nature"))
_MOST_OVER, _MOST_BEFORE = 0.4, 3
_NO_HEADING = ("表", "清单", "目录", "方案", "通知")
_WITH_UNIT = patterns.compile(r"(.+?)[（(][^（）()]{1,8}[）)]")


@lru_cache(maxsize=4096)
def headings_in(text: str) -> tuple[str, ...]:
    """Fewest heading words that make up the text; units in brackets belong to the word before. () where some letters are
    none."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(text)]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, word = best[start], text[start:end]
            if before is None or not _is_known(word):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, word)
    return best[-1] or ()


def may_be_headings(line: str) -> bool:
    """Whether a line is as long as headings are, and ends and goes on as they do."""
    is_long = 2 * _FEWEST <= len(line) <= _LONGEST_LINE
    return is_long and _STOPS.isdisjoint(line) and not line.endswith(_NO_HEADING)


def glued_headings(line: str, sure: bool = True) -> tuple[str, ...]:
    """The known headings in a line without blanks that consists of headings for the most part; () where it is no such line.
    `sure` where the line says so by itself, and not only together with rows below.

    >>> glued_headings("县市网络零售额（亿元）新增限上企业（家）"), glued_headings("重点任务责任分工方案")
    (('县市网络零售额（亿元）', '新增', '限上企业（家）'), ())
    """
    if not may_be_headings(line):
        return ()
    over, _, words = _known_words(line)
    if over > _MOST_OVER * len(line):
        return ()
    return words if _tells(words, sure and over > 0) or (not sure and _are_many(words)) else ()


def _tells(words: Sequence[str], half: bool) -> bool:
    """Three of different kinds, one of which names what stands beside a row's name, or two where some letters are of no
    heading; or several that are measured."""
    told = [meaning(word) for word in words]
    measured = sum(heading_unit(word) is not None for word in words)
    telling = sum(one in _TELLING for one in told) + measured
    return measured > 1 or (len(words) >= _FEWEST and len({*told}) > 1 and telling > half)


def _are_many(words: Sequence[str]) -> bool:
    return len(words) > _FEWEST and len({*map(meaning, words)}) >= _FEWEST


@lru_cache(maxsize=1024)
def _known_words(line: str) -> tuple[float, int, tuple[str, ...]]:
    """How many letters no heading has, of those of one only half known the half; how many headings; the headings."""
    best: list[tuple[float, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(line) + 1):
        over, many, words = best[-1]
        ways = [(over + 1, many, words)]
        for start in range(max(0, end - _LONGEST), end - 1):
            unknown = _unknown(line[start:end])
            if unknown is not None:
                over, many, words = best[start]
                ways.append((over + unknown / 2, many + 1, (*words, line[start:end])))
        best.append(min(ways))
    return best[-1]


@lru_cache(maxsize=4096)
def _unknown(word: str) -> int | None:
    """How many letters of a heading are in no lexicon: 4 of 危桥改造（座）, 2 of 现行标准; None where it is no heading."""
    if _is_known(word) or _is_of_year(word):
        return 0
    if _is_measured(word):
        return len(without_round(word))
    ends = (n for n in range(1, _MOST_BEFORE + 1) if len(word) > n + 1 and _is_known(word[n:]))
    return next(ends, None)


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    match = _WITH_UNIT.fullmatch(word)
    bare = match[1] if match else word
    return bare.replace("（", "(").replace("）", ")") in heading_words() or bool(
        heading_role(bare, whole=True) or (year(bare) is not None and "年" in bare)
    )


def _is_of_year(word: str) -> bool:
    """2026年目标."""
    named = year_within(word)
    return bool(named) and word.startswith(str(named)) and word[4:].removeprefix("年") in heading_words()


def _is_measured(word: str) -> bool:
    """县乡道改造（公里）, whatever is measured."""
    bare, _, unit = word.replace("(", "（").rpartition("（")
    return (
        bool(bare)
        and "（" not in bare
        and not year_within(unit.rstrip("）)"))
        and heading_unit(word) is not None
    )
