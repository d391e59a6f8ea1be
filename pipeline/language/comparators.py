"""Words that compare a number: 不低于, 至少, 以上, 以内, 左右.

The words are rows of lexicons/words.tsv; what a negation makes of them is composed (不得低于, 不宜超过). Running
text, cells and ratios ask here alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.quantity import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.units import to_base
from pipeline.language.words import TURNED, alternation, lookup, words

AT_LEAST, AT_MOST, LESS, MORE, ABOUT, EQUAL = ">=", "<=", "<", ">", "~=", "="


class Compared(NamedTuple):
    """A word of comparison: what it says, and where it stands.

    `soft` where it gives way to one behind the number (控制在, or a word that stands far off), `scope` for 及以上, which says whom a rule is about.
    """

    sign: str
    start: int
    end: int
    soft: bool = False
    scope: bool = False


# Kinds of the closed classes that are nouns; the segmenter takes some verbs for nouns too (列支).
_NOUNS = ("noun", "paper", "measure", "fund")
_FAR_REACH = 36
#: What may stand between a far word and its number: 至少配备持证护理员1名, but no other number and no pause.
_GAP = patterns.compile(r"(?:[^，。；：、（）“”\d]|20\d\d年){1,24}")
_SHORT_GAP = patterns.compile(r"[^，。；：、（）“”\d]{0,8}")
# 突破10项关键技术, 突破一批难题: a thing is done; 突破100亿元大关 compares.
_DONE = patterns.compile(r"(?!及?以[上下内]|左右|大关|关口)的?\p{Han}")
# 及以上, 或以下, 含以下: the bound itself belongs to it.
_OR_MORE = "及或含"
_INSIDE = patterns.compile("内[部容地外设蒙涵陆需]")
# The segmenter is asked about so much before and behind a word.
_NEAR = 4


@cache
def _before() -> patterns.Pattern:
    """Every word of comparison that stands before a number, with the negation before it."""
    modal = f"(?:{alternation('turn_modal')})?"
    soft, most = alternation("soft"), alternation("superlative")
    return patterns.compile(
        rf"(?:(?P<no>(?:{alternation('turn')}){modal}))?(?P<word>{most}|{alternation('comparator')})|(?P<soft>{soft})|(?P<only>{alternation('only')})"
    )


@cache
def _signs() -> Mapping[str, str]:
    signs: dict[str, str] = {}
    for kind in ("comparator", "superlative", "soft", "only"):
        signs |= {w: sign for sign in (AT_LEAST, AT_MOST, LESS, MORE, ABOUT) for w in words(kind, sign)}
    return signs


@cache
def _fill() -> patterns.Pattern:
    """What may stand between a word of comparison and its number: 不低于 每人 1000元, 最高可达 5万元."""
    fill = f"(?:{'|'.join(map(alternation, ('filler', 'reach', 'hold', 'give')))})?"
    return patterns.compile(rf"{fill}(?:每[^，。；、（）\d]{{1,6}})?(?:人民币)?")


@cache
def _after() -> patterns.Pattern:
    """A word of comparison behind a number: 以上, （含）以上, （及以下）; 不等 says that all of a range are meant."""
    word = f"(?:{alternation('bound')})"
    return patterns.compile(
        rf"(?:（含）|（(?={word}）))?(?P<word>{word})）?"
    )  # 5000元（以上均须…） bounds nothing


@cache
def _bounds() -> Mapping[str, str]:
    return {w: sign for sign in (AT_LEAST, AT_MOST, LESS, ABOUT, EQUAL) for w in words("bound", sign)}


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a word of one character is a word here: 约 of 面积约5亩, not of 签约100家, 节约10%; 过 of 产值过5亿元, not of
    办过5次."""
    lo = max(0, start - _NEAR)
    at, before = lo, ""
    for word, tag in tagged(text[lo:end] + "1"):
        at += len(word)
        if at >= end:
            measure = lookup(word[:-1]) if word != text[start:end] else None  # 全长约 is 全长|约
            whole = word == text[start:end] or (measure is not None and measure.kind == "measure")
            return whole and not (word == "过" and before.startswith("v"))
        before = tag
    return False


def _describes(gap: str) -> bool:
    """Whether a superlative only describes the noun behind it: 最高负荷; but 最长贷款期限为30年 bounds."""
    if gap.startswith("的"):
        return True
    word, tag = tagged(gap)[0]
    entry = lookup(word)
    noun = tag.startswith("n") and (entry is None or entry.kind in _NOUNS)
    return noun and not patterns.search(alternation("ceiling"), gap)


def _is_recent(text: str, start: int, found: Quantity) -> bool:
    """Whether 近 at `start` says how long ago: 近两年, 最近三年内."""
    base = to_base(1, found.unit) if found.dimension == "time" else None
    return (
        base is not None
        and base[1] in ("个月", "日")
        and (text[start - 1 : start] == "最" or _is_alone(text, start, start + 1))
    )


def recent_before(text: str, found: Quantity) -> bool:
    """Whether 近 before a length of time says how long ago: 近三年内."""
    at = found.number_start
    return text[at - 1 : at] == "近" and _is_recent(text, at - 1, found)


def _is_no_comparison(text: str, match: patterns.Match, found: Quantity) -> bool:
    """近两年 is a time; 突破10项关键技术 is done, unless a noun before it says what is to be more (数量突破300家民企)."""
    if match["word"] == "近":
        return _is_recent(text, match.start(), found)
    if found.dimension != "count" or not _DONE.match(text, found.end):
        return False
    before = tagged(text[max(0, match.start() - _FAR_REACH) : match.start()]) if match.start() else []
    while before and (entry := lookup(before[-1][0])) and entry.kind in ("plan", "modal"):
        before.pop()
    if not before:
        return True
    entry = lookup(before[-1][0])
    return not (before[-1][1].startswith("n") if entry is None else entry.kind == "measure")


def _fits(text: str, match: patterns.Match, at: int, found: Quantity | None) -> bool:
    """Whether the word of comparison `match` is said of the number at `at`."""
    word, gap = match["word"] or "", text[match.end() : at]
    if text.endswith(words("make", "open"), 0, match.end()):  # 主体封顶3所: built so far
        return False
    if match["only"]:
        return bool(_SHORT_GAP.fullmatch(gap))
    if (
        len(word) == 1
        and not match["no"]
        and word >= "\u4e00"
        and not _is_alone(text, match.start(), match.end())
    ):
        return False
    if word in ("近", "突破") and not match["no"] and found and _is_no_comparison(text, match, found):
        return False
    if _fill().fullmatch(gap):
        return True
    most = word in words("superlative", AT_MOST) and word not in words("far")
    if not (match["no"] or most or word in words("far")) or not _GAP.fullmatch(gap):
        return False
    return not most or not _describes(gap)


def compared_before(text: str, at: int, floor: int = 0, found: Quantity | None = None) -> Compared | None:
    """The word of comparison that stands before the number at `at`, the nearest that is said of it; for ratios too.

    >>> compared_before("按照不小于1:3标准", 5)
    Compared(sign='>=', start=2, end=5, soft=False, scope=False)
    """
    matches = list(_before().finditer(text, max(floor, at - _FAR_REACH), at))
    while matches:
        match = matches.pop()
        if not _fits(text, match, at, found):
            continue
        sign = _signs()[match["word"] or match["soft"] or match["only"]]
        sign = TURNED.get(sign, sign) if match["no"] else sign
        start = match.start()
        if matches and matches[-1].end() == start and not match["soft"]:  # 最高不超过
            start = matches[-1].start()
        far = not _fill().fullmatch(text, match.end(), at)
        return Compared(sign, start, match.end(), far or not match["word"])
    return None


def compared_after(text: str, at: int) -> Compared | None:
    """The word of comparison that stands behind the number that ends at `at`."""
    match = _after().match(text, at)
    if not match or _INSIDE.match(text, at):
        return None
    word, said = match["word"], match.group()
    scope = said.startswith("（") or word[0] in _OR_MORE
    if said.endswith("）") and (not said.startswith("（") or said.startswith("（含）")):  # （30%以上）
        said = said[:-1]
    sign = AT_MOST if scope and _bounds()[word] == LESS else _bounds()[word]
    return Compared(sign, at, at + len(said), scope=scope)
