"""The red head of a notice of several issuers: their names one over the other, 文件 beside the middle one.

甲市民政局
甲市财政局 文件   →   甲市民政局 甲市财政局 甲市教育局文件
甲市教育局
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.read.ocr.engine import Reading, Rect, hull

_WORD = patterns.compile(r"\s?文\s?件$")
_NAME = patterns.compile(r"(?:\p{Han}\s?){3,30}")
# Names of three issuers are printed half as high as 文件 beside them, or as high.
_AS_HIGH = 0.45


def join_red_head(printed: Sequence[tuple[Rect, Reading]]) -> list[tuple[Rect, Reading]]:
    """Red stretches with the head, if it has several names, as one line; the others as they are."""
    ordered = sorted(printed, key=lambda pair: (pair[0].middle[1], pair[0].x0))
    words = [i for i, (_, reading) in enumerate(ordered) if _WORD.search(reading.text)]
    if len(words) != 1:
        return ordered
    word = ordered[words[0]]
    names = [pair for pair in ordered if pair is word or _is_name(pair, word[0])]
    if len(names) < 2:
        return ordered
    head = hull([rect for rect, _ in names]), _one_reading(names, word)
    return [head, *(pair for pair in ordered if pair not in names)]


def _is_name(pair: tuple[Rect, Reading], word: Rect) -> bool:
    rect, reading = pair
    return bool(_NAME.fullmatch(reading.text)) and rect.height >= _AS_HIGH * word.height


def _one_reading(names: Sequence[tuple[Rect, Reading]], word: tuple[Rect, Reading]) -> Reading:
    start = _WORD.search(word[1].text).start()  # type: ignore[union-attr]
    text, sure = "", list[float]()
    for pair in names:
        reading = pair[1]
        end = start if pair is word else len(reading.text)
        if text and end:
            text, sure = text + " ", [*sure, 1.0]
        text, sure = text + reading.text[:end], [*sure, *reading.confidences[:end]]
    return Reading(text + word[1].text[start:], (*sure, *word[1].confidences[start:]))
