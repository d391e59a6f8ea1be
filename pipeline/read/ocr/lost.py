"""Characters that the recogniser leaves out of a line without a word: found by the gap, read again.

华蓥敬老院 → 华敬老院 with full confidence for 华 and 敬, three times on 96 drawn pages. Between two Chinese
characters the next stands a width away; where it stands 1.7 to 1.9 widths away and there is ink between, one is
lost (beside punctuation gaps reach 1.6 for good reasons). A shorter stretch around the gap is read better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import cv2
import numpy as np
import regex

from pipeline.language import patterns
from pipeline.read.ocr.engine import Reading, read_lines
from pipeline.read.ocr.ink import Picture

_HAN = patterns.compile(r"\p{Han}")
_WIDE = 1.65
# With fewer gaps their usual width is not known: 责任部门 justified over a wide column.
_FEWEST_GAPS = 5
# Characters read again on each side of the gap; the narrower they are made, the more of them is seen at once.
_AROUND = 4
_STRETCHES = (1.0, 0.8, 1.25)
# What could not be read again leaves its neighbours as doubtful as a guess.
_GUESS = 0.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Between character `at` of a line and the next there is room for `count` more, each `width` pixels wide."""

    at: int
    count: int
    width: float


def with_lost(pictures: Sequence[Picture], readings: Sequence[Reading]) -> list[Reading]:
    """The reading of each picture with what was left out put in, or its neighbours made doubtful."""
    return [
        _filled(picture, reading, find_gaps(picture, reading))
        for picture, reading in zip(pictures, readings, strict=True)
    ]


def find_gaps(picture: Picture, reading: Reading) -> list[Gap]:
    """The gaps of a line in which ink stands that its reading does not tell."""
    text, starts = reading.text, reading.starts
    beside = [i for i in range(len(starts) - 1) if _HAN.match(text[i]) and _HAN.match(text[i + 1])]
    if len(beside) < _FEWEST_GAPS:
        return []
    usual = median(starts[i + 1] - starts[i] for i in beside)
    wide = [(i, (starts[i + 1] - starts[i]) / usual) for i in beside]
    return [
        Gap(i, max(1, round(ratio) - 1), usual)
        for i, ratio in wide
        if ratio > _WIDE and _has_ink(picture, (starts[i] + starts[i + 1]) / 2, usual)
    ]


def _has_ink(picture: Picture, middle: float, usual: float) -> bool:
    between = picture[:, round(middle - 0.3 * usual) : round(middle + 0.3 * usual)]
    return bool(between.size) and int(between.min()) < 128


def _filled(picture: Picture, reading: Reading, gaps: Sequence[Gap]) -> Reading:
    for gap in reversed(gaps):
        again = (put_in(reading, gap, part) for part in read_lines(list(_stretches(picture, reading, gap))))
        reading = next((filled for filled in again if filled), None) or _doubted(reading, gap.at)
    return reading


def _stretches(picture: Picture, reading: Reading, gap: Gap) -> Iterator[Picture]:
    first, last = max(0, gap.at - _AROUND), min(len(reading.starts) - 1, gap.at + 1 + _AROUND)
    left = max(0, round(reading.starts[first] - gap.width / 2))
    right = round(reading.starts[last] + gap.width / 2)
    for stretch in _STRETCHES:
        part = cv2.resize(np.ascontiguousarray(picture[:, left:right]), None, fx=stretch, fy=1)
        yield np.asarray(cv2.copyMakeBorder(part, 0, 0, 10, 10, cv2.BORDER_CONSTANT, value=(255,)), np.uint8)


def put_in(reading: Reading, gap: Gap, again: Reading) -> Reading | None:
    """`reading` with what `again`, a part of it read anew, has in the gap; None if it has nothing there."""
    before, after = reading.text[max(0, gap.at - 1) : gap.at + 1], reading.text[gap.at + 1 : gap.at + 3]
    found = patterns.search(rf"{regex.escape(before)}(\S{{1,{gap.count}}}){regex.escape(after)}", again.text)
    if found is None:
        return None
    at, (start, end) = gap.at + 1, found.span(1)
    between = (reading.starts[gap.at] + reading.starts[at]) / 2
    return replace(
        reading,
        text=reading.text[:at] + again.text[start:end] + reading.text[at:],
        confidences=(
            *reading.confidences[:at], *again.confidences[start:end], *reading.confidences[at:]
        ),
        starts=(*reading.starts[:at], *(between,) * (end - start), *reading.starts[at:]),
    )  # fmt: skip


def _doubted(reading: Reading, at: int) -> Reading:
    sure = list(reading.confidences)
    sure[at : at + 2] = [min(one, _GUESS) for one in sure[at : at + 2]]
    return replace(reading, confidences=tuple(sure))
