"""A line of rests of headings that lost the blanks before and between them: put behind the headings that they end.

| 镇 | 护理 | 床位（张） | 助餐点 |          | 镇 | 护理员人数 | 床位（张） | 助餐点（个） |
| 员人数 | （个） |                   →
| 甲 | 1 | 2 | 3 |                        | 甲 | 1          | 2          | 3            |

Each rest ends another heading, in their order. It ends one surely where a long word is cut between them, where both are one
known heading, or where it has a unit in brackets; else only one that is no known heading by itself and has no unit yet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import comb

from pipeline.language.cells import is_total, year
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import NAME_MEANINGS, agency_meaning, heading_words, meaning
from pipeline.tables.cut_headings import cut_word, is_half_year
from pipeline.tables.draft import Slot

_MOST = 5000  # ways looked at
_MAY, _CUT, _SURE = 1, 2, 3
_SHORT = 2  # letters of words that a segmenter also finds across two others: 照护站 | 点数量
_BRACKETS = ("（）", "()")


def rest_ways(headings: Sequence[Slot], rests: Sequence[Slot]) -> list[tuple[int, ...]]:
    """The likeliest ways to say which headings the rests end; none where no rest is one by its looks, and several ways are left."""
    if len(rests) > len(headings) or comb(len(headings), len(rests)) > _MOST:
        return []
    whole = {one.text for one in headings}
    fit = [[_fit(one.text, rest.text, whole) for one in headings] for rest in rests]
    found: dict[tuple[int, ...], int] = {}
    looks = False
    for places in combinations(range(len(headings)), len(rests)):
        fits = [fit[k][place] for k, place in enumerate(places)]
        if all(fits):
            found[places] = fits.count(_SURE)
            looks = looks or max(fits) >= _CUT
    most = max(found.values(), default=0)
    alone = len(found) == 1 and len(rests) > 1
    return [places for places, sure in found.items() if sure == most] if looks or alone else []


def joined_above(upper: Sequence[Slot], lower: Sequence[Slot]) -> tuple[Slot, ...] | None:
    """The upper line with the words of the lower behind those they end by their looks: below which they stand, or in one way
    where all blanks of the lower are lost; None where they do not."""
    places = [j for j, slot in enumerate(upper) if slot]
    below = {j: slot for j, slot in enumerate(lower) if slot}
    if not (below.keys() <= set(places) and _are_ends(upper, below)):
        ways = rest_ways([upper[j] for j in places], lower) if len(below) == len(lower) else []
        below = {places[n]: slot for n, slot in zip(ways[0], lower, strict=True)} if len(ways) == 1 else {}
    joined = {(0, j): slot for j, slot in below.items()}
    return _joined([tuple(upper)], joined)[0] if below and _are_ends(upper, below) else None


def _are_ends(line: Sequence[Slot], ends: Mapping[int, Slot]) -> bool:
    whole = {slot.text for slot in line}
    return all(_fit(line[j].text, end.text, whole) >= _CUT for j, end in ends.items())


def are_rests(headings: Sequence[Slot], words: Sequence[Slot]) -> bool:
    """Whether words are rests of headings by their looks, if only one is."""
    sure = any(_fit(one.text, word.text) == _SURE for one in headings for word in words)
    return sure or bool(rest_ways(headings, words))


def _fit(upper: str, lower: str, whole: Collection[str] = ()) -> int:
    """How well the lower ends the upper, surely where the two are another heading, printed `whole`; 0 where it cannot."""
    if upper + lower in whole:
        return _SURE
    words = heading_words()
    if meaning(upper) == "row_number" or year(upper) or is_total(upper) or heading_unit(upper) is not None:
        return 0
    if is_half_year(upper, lower) or (not _is_known(upper) and _is_known(upper + lower)):
        return _SURE
    if (lower[0] + lower[-1]) in _BRACKETS or (heading_unit(lower) is not None and not _is_known(lower)):
        return 0 if meaning(upper) in NAME_MEANINGS else _SURE
    if upper in words or _is_known(lower) or any(meaning(text) in NAME_MEANINGS for text in (upper, lower)):
        return 0
    cut = cut_word(upper, lower)
    return _SURE if len(cut) > _SHORT else _CUT if cut else _MAY


def _is_known(text: str) -> bool:
    return text in heading_words() or bool(agency_meaning(text))


def ended(laid: Sequence[tuple[Slot, ...]], rests: Sequence[Slot]) -> list[tuple[tuple[Slot, ...], ...]]:
    """The ways to put rests behind the headings of single columns, which are laid; none behind the names of the rows."""
    named = 1 + int(meaning(laid[0][0].text) == "row_number")
    places = [
        (next(k for k in reversed(range(len(laid))) if laid[k][j]), j) for j in range(named, len(laid[0]))
    ]
    ways = rest_ways([laid[k][j] for k, j in places], rests)
    return [_joined(laid, {places[n]: rest for n, rest in zip(way, rests, strict=True)}) for way in ways]


def _joined(
    laid: Sequence[tuple[Slot, ...]], ends: Mapping[tuple[int, int], Slot]
) -> tuple[tuple[Slot, ...], ...]:
    return tuple(
        tuple(
            Slot(slot.text + end.text, (*slot.parts, *end.parts)) if (end := ends.get((k, j))) else slot
            for j, slot in enumerate(line)
        )
        for k, line in enumerate(laid)
    )
