"""What a value changes by: verbs of change before a number (增长8%, 压减三分之一), and multiples (翻一番, 减半)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.language import patterns
from pipeline.language.counted import is_done
from pipeline.language.quantity import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.words import words

# The segmenter is asked about so much before a verb of one character: 增 of 新增 is none.
_NEAR = 4
_FOLDS = {"番": 2, "一番": 2, "二番": 4, "两番": 4, "三番": 8, "四番": 16}


def multiple(text: str, match: patterns.Match) -> Quantity | None:
    """翻一番, 翻两番, 倍增, 减半: a change by a factor, where it is no name (倍增计划) and no tariff (减半征收)."""
    start, end = match.span()
    if match["times"] and match["times"] != "番":
        at = match.start("times")
        return Quantity(_FOLDS[match["times"]], "倍", "ratio", start, end, at, end, words=True, change="+")
    if not is_done(text, end):
        return None
    if match["fold"] == "减半":
        return Quantity(50, "%", "share", start, end, start, end, words=True, change="-")
    return Quantity(2, "倍", "ratio", start, end, start, end, words=True, change="+")


@cache
def _changes() -> Mapping[str, str]:
    """Verb of change → sign; without those that say what is reached (增至, 降低到)."""
    signs = dict.fromkeys(words("up"), "+") | dict.fromkeys(words("down"), "-") | {"翻": "+"}
    return {w: sign for w, sign in signs.items() if w[-1] not in "到至为"}


def change_before(text: str, at: int, floor: int = 0) -> str | None:
    """+ or - where a verb of change stands hard by: 增长8%, 压减了三分之一; None for 提高到60%, and for 改造提升3万亩:
    after a verb of making, 提升 is part of what is done."""
    at -= text[max(floor, at - 1) : at] == "了"
    for length in (3, 2, 1):
        if at - length < floor or not (sign := _changes().get(text[at - length : at])):
            continue
        if text.endswith(words("make", "do", "build"), floor, at - length):
            return None
        alone = length > 1 or tagged(text[max(floor, at - _NEAR) : at])[-1][0] == text[at - 1]
        return sign if alone else None
    return None
