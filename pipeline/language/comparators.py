"""Words that compare a number: 不低于, 至少, 以上, 以内, 左右 … and how lists share them.

The words are rows of lexicons/words.tsv; what a negation makes of them is composed (不得低于, 不宜超过). Works on
quantities already found; kept apart because words of comparison stand on either side of a number, at a distance,
or once for a whole list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.segmentation import tagged
from pipeline.language.words import TURNED, alternation, lookup, words

AT_LEAST, AT_MOST, LESS, MORE, ABOUT, EQUAL = ">=", "<=", "<", ">", "~=", "="


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] with its comparator words; [number_start, number_end) is number and unit alone.

    `comparator` is None where no word says one; `unit` keeps its magnitude (`万张`); `words` is True for a
    number in Chinese numerals; `scope` for 及以上/及以下, which nearly always say whom a rule is about.
    `change` is + or - where the number says by how much a value changes (增长8%, 翻一番, 减半); `known` is False
    for a unit of no table (4亿枝); `cumulative` for [3000] in a cell; `misread` where letters stood among the
    digits as character recognition leaves them (3OO张).
    """

    value: float
    unit: str
    dimension: str
    start: int
    end: int
    number_start: int
    number_end: int
    comparator: str | None = None
    value_max: float | None = None
    words: bool = False
    scope: bool = False
    change: str | None = None
    known: bool = True
    cumulative: bool = False
    misread: bool = False


class Compared(NamedTuple):
    """A word of comparison: what it says, and where it stands."""

    sign: str
    start: int
    end: int


_FAR_REACH = 36
#: What may stand between a far word and its number: 至少配备持证护理员1名, but no other number and no pause.
_GAP = patterns.compile(r"(?:[^，。；：、（）“”\d]|20\d\d年){1,24}")
_SHORT_GAP = patterns.compile(r"[^，。；：、（）“”\d]{0,8}")
# 突破10项关键技术, 突破一批难题: a thing is done; 突破100亿元大关 compares.
_DONE = patterns.compile(r"(?!及?以[上下内]|左右|大关|关口)的?\p{Han}")
_INSIDE = patterns.compile("内[部容地外设蒙涵陆需]")
# The segmenter is asked about so much before and behind a word.
_NEAR = 4


@cache
def _before() -> patterns.Pattern:
    """Every word of comparison that stands before a number, with the negation before it."""
    modal = f"(?:{alternation('turn_modal')})?"
    soft = alternation("soft")
    return patterns.compile(
        rf"(?:(?P<no>(?:{alternation('turn')}){modal}))?(?P<word>{alternation('comparator')}|{alternation('superlative')})|(?P<soft>{soft})|(?P<only>{alternation('only')})"
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
    """A word of comparison behind a number: 以上, （含）以上, 及以下."""
    bound = alternation("bound")
    return patterns.compile(rf"(?P<scope>（?[及或含]其?以[上下内]）?|（含）以[上下内])|(?P<word>{bound})")


@cache
def _bounds() -> Mapping[str, str]:
    return {w: sign for sign in (AT_LEAST, AT_MOST, LESS, ABOUT) for w in words("bound", sign)}


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a word of one character is a word here: 约 of 面积约5亩, not of 签约100家, 节约10%."""
    lo = max(0, start - _NEAR)
    at = lo
    for word, _ in tagged(text[lo:end] + "1"):
        if at == start:
            return len(word) == end - start
        at += len(word)
    return False


def _describes(gap: str) -> bool:
    """Whether a superlative only describes the noun behind it: 最高负荷; but 最长贷款期限为30年 bounds."""
    if gap.startswith("的"):
        return True
    word, tag = tagged(gap)[0]
    return tag.startswith("n") and lookup(word) is None and not patterns.search(alternation("ceiling"), gap)


def _fits(text: str, match: patterns.Match, at: int, found: Quantity | None) -> bool:
    """Whether the word of comparison `match` is said of the number at `at`."""
    word, gap = match["word"] or "", text[match.end() : at]
    if match["only"]:
        return bool(_SHORT_GAP.fullmatch(gap))
    if (
        len(word) == 1
        and not match["no"]
        and "\u4e00" <= word
        and not _is_alone(text, match.start(), match.end())
    ):
        return False
    if found and word == "近" and found.dimension == "time":  # 近两年
        return False
    done = word == "突破" and not match["no"] and found and found.dimension == "count"
    if done and found and _DONE.match(text, found.end):
        return False
    if _fill().fullmatch(gap):
        return True
    if not match["no"] and word not in words("far") or not _GAP.fullmatch(gap):
        return False
    return word not in words("far", "superlative") or not _describes(gap)


def compared_before(text: str, at: int, floor: int = 0, found: Quantity | None = None) -> Compared | None:
    """The word of comparison that stands before the number at `at`, the nearest that is said of it; for ratios too.

    >>> compared_before("按照不小于1:3标准", 5)
    Compared(sign='>=', start=2, end=5)
    """
    matches = list(_before().finditer(text, max(floor, at - _FAR_REACH), at))
    while matches:
        match = matches.pop()
        if not _fits(text, match, at, found):
            continue
        sign = _signs()[match["word"] or match["soft"] or match["only"]]
        sign = TURNED.get(sign, sign) if match["no"] else sign
        start = match.start()
        while matches and _fill().fullmatch(text, matches[-1].end(), start):  # 最高不超过
            start = matches.pop().start()
        return Compared(sign, start, match.end())
    return None


def compared_after(text: str, at: int) -> Compared | None:
    """The word of comparison that stands behind the number that ends at `at`."""
    match = _after().match(text, at)
    if not match or _INSIDE.match(text, at):
        return None
    if said := match["scope"]:
        return Compared(AT_LEAST if "上" in said else AT_MOST, at, match.end())
    return Compared(_bounds()[match["word"]], at, match.end())


@cache
def _changes() -> Mapping[str, str]:
    """Verb of change → sign; without those that say what is reached (增至, 降低到)."""
    signs = {w: "+" for w in words("up")} | {w: "-" for w in words("down")} | {"翻": "+"}
    return {w: sign for w, sign in signs.items() if w[-1] not in "到至为"}


def change_before(text: str, at: int, floor: int = 0) -> str | None:
    """+ or - where a verb of change stands hard by: 增长8%, 压减了三分之一; None for 提高到60%."""
    at -= text[max(floor, at - 1) : at] == "了"
    for length in (3, 2, 1):
        if at - length < floor or not (sign := _changes().get(text[at - length : at])):
            continue
        return sign if length > 1 or _is_alone(text, at - 1, at) else None
    return None


def _is_soft(word: str) -> bool:
    return word in words("soft")


def compare(text: str, found: Quantity, floor: int) -> Quantity:
    """`found` with the words of comparison on either side of it, none of them before `floor`.

    Words before the number outrank 以上 after it (至少15000张以上), but not 控制在 and 平均.
    """
    after = compared_after(text, found.end)
    if after and text[after.start : after.end] == "内" and found.dimension not in ("time", "length"):
        after = None
    if (
        after and found.dimension == "time" and text[found.number_start - 1 : found.number_start] == "近"
    ):  # 近三年内
        return replace(found, start=found.number_start - 1, end=after.end, scope=True)
    if after:
        scope = after.end - after.start > 2 and text[after.start : after.end].strip("（").startswith(
            ("及", "或", "含")
        )
        found = replace(found, comparator=after.sign, end=after.end, scope=scope)
    before = compared_before(text, found.number_start, floor, found)
    if before:
        soft = _is_soft(text[before.start : before.end]) and found.comparator
        found = replace(found, comparator=found.comparator if soft else before.sign, start=before.start)
    change = found.change or next(
        (sign for place in (found.number_start, found.start) if (sign := change_before(text, place, floor))),
        None,
    )
    return replace(found, change=change) if change else found


_GREAT = ("万", "亿")
_JOINT = patterns.compile(r"[、和及与或]|以及")
# A later member of a list has no verb and no comparison of its own: 1个老年协会、1名养老助理和1支…
_MEMBER = patterns.compile(r"[^，。；：（）\d]{0,20}?(?:[、和及与]|以及)")


def _share_backward(text: str, found: list[Quantity]) -> None:
    """分别控制在10%和4%以下: the word after the last member is said of every member; so is the unit of 15个、7个工作日
    and of 3万、5万元."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if not _JOINT.fullmatch(text, here.end, after.start):
            continue
        if here.unit == "个" and after.unit.startswith("个") and after.dimension != here.dimension:
            here = found[i] = replace(here, unit=after.unit, dimension=after.dimension)
        if here.unit in _GREAT and after.unit[:1] in _GREAT:
            here = found[i] = replace(here, unit=here.unit + after.unit[1:], dimension=after.dimension)
        own = here.comparator and not text[here.start : here.number_start].endswith(words("soft"))
        if own or not after.comparator or after.end == after.number_end or after.unit != here.unit:
            continue
        if "分别" in text[max(0, here.start - 12) : here.number_start]:
            found[i] = replace(here, comparator=after.comparator)


def _share_forward(text: str, found: list[Quantity]) -> None:
    """至少有1个甲、1名乙和1支丙: the word before the first member is said of every member; so is 增长 of 增长5%、8%."""
    carried: str | None = None
    for i, here in enumerate(found):
        before = found[i - 1] if i else None
        if before and before.change and not here.change and _JOINT.fullmatch(text, before.end, here.start):
            here = found[i] = replace(here, change=before.change)
        if here.comparator is not None:
            leads = here.start < here.number_start and here.end == here.number_end
            carried = here.comparator if leads else None
        elif carried and before and _MEMBER.fullmatch(text, before.end, here.start):
            found[i] = replace(here, comparator=carried)
        else:
            carried = None


def share(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give every member of a list the comparator, the unit and the change that are said once for the list."""
    members = list(found)
    _share_backward(text, members)
    _share_forward(text, members)
    return members
