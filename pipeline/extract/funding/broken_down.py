"""Lists that break a sum down: 现将资金60万元分解如下：, and 1.甲校20万元；2.乙校40万元；合计60万元。

What says so is the sum itself: the amounts of the points come to it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from pipeline.extract.funding.amounts import Amount, amounts
from pipeline.extract.funding.leads import is_point
from pipeline.extract.funding.parts import in_yuan
from pipeline.extract.reading import Reading, Sense
from pipeline.language.cells import is_total
from pipeline.language.grammar import compiled

_FEWEST = 2
_LONGEST_TOTAL = 6


def broken_down(readings: Sequence[Reading]) -> tuple[frozenset[int], frozenset[int]]:
    """The indexes of the readings that tell the parts of a sum said right above, and of those that say the sum again."""
    parts: set[int] = set()
    again: set[int] = set()
    for at, reading in enumerate(readings):
        whole = _last_sum(reading)
        if whole is None:
            continue
        end = at + 1
        while end < len(readings) and _part(readings[end]) is not None:
            end += 1
        listed = [part for n in range(at + 1, end) if (part := _part(readings[n]))]
        if len(listed) < _FEWEST or abs(sum(map(in_yuan, listed)) - in_yuan(whole)) > _NEARLY:
            continue
        parts |= {*range(at + 1, end)}
        again |= {n for n in (end,) if n < len(readings) and _says_again(readings[n], whole)}
    return frozenset(parts), frozenset(again)


_NEARLY = 0.005


def _last_sum(reading: Reading) -> Amount | None:
    """The last sum of a passage that opens a list."""
    if reading.table_id or not reading.sense.text.rstrip().endswith("："):
        return None
    return next((a for a in reversed(amounts(reading.sense)) if _is_sum(a)), None)


def _is_sum(amount: Amount) -> bool:
    return amount.quantity.dimension == "money" and not amount.depth and not amount.per


def _part(reading: Reading) -> Amount | None:
    """The one sum of a point."""
    if reading.table_id or not is_point(reading.sense.text):
        return None
    found = amounts(reading.sense)
    return found[0] if len(found) == 1 and _is_sum(found[0]) else None


# 其中：1800万元用于…, 甲县1200万元; never 完成投资40万元.
_NAMED = "(?:^|{hard|mark.、})(?:{includes|noun|link.and})*{this}"


def _is_named(amount: Amount) -> bool:
    return compiled(_NAMED).search(amount.codes) is not None


def adding_up(sense: Sense, totals: Collection[float]) -> list[Amount]:
    """The sums of a sentence that come to one granted before: 分配金额：甲县1200万元、乙县1100万元 of 2300万元."""
    of_sentence = groupby(filter(_is_sum, amounts(sense)), key=lambda a: a.sentence)
    several = [
        found for _, some in of_sentence if len(found := list(some)) >= _FEWEST and all(map(_is_named, found))
    ]
    return [
        a
        for found in several
        if any(abs(sum(map(in_yuan, found)) - t) <= _NEARLY for t in totals)
        for a in found
    ]


def _says_again(reading: Reading, whole: Amount) -> bool:
    """合计196万元。"""
    found = amounts(reading.sense)
    if reading.table_id or len(found) != 1 or in_yuan(found[0]) != in_yuan(whole):
        return False
    before = reading.sense.text[: found[0].quantity.start]
    return len(before) <= _LONGEST_TOTAL and is_total(before.rstrip("：为共"))
