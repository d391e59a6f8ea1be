"""The recogniser: where lines stand in a picture, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from pipeline.read.ocr.ink import Picture


@dataclass(frozen=True, slots=True)
class Rect:
    """Whole pixels, half open."""

    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        return self.x0 <= point[0] < self.x1 and self.top <= point[1] < self.bottom


def hull(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around all."""
    return Rect(
        min(rect.x0 for rect in rects),
        min(rect.top for rect in rects),
        max(rect.x1 for rect in rects),
        max(rect.bottom for rect in rects),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """What a picture of one line says, with one confidence from 0 to 1 a character.

    `starts`, where the recogniser tells them, are pixels from the left edge, one a character.
    """

    text: str
    confidences: tuple[float, ...]
    starts: tuple[float, ...] = ()

    @property
    def confidence(self) -> float:
        return sum(self.confidences) / len(self.confidences) if self.confidences else 0.0


# Marks of one meaning in two widths share the model's confidence between them: 0.55 and 0.44 is a sure comma.
_TWO_WIDTHS = frozenset("（）()，,：:；;？?！!％%〔〕[]［］－-～~．.／/ ")
_LEAST_OF_TWO = 0.3


@cache
def _engine() -> Any:
    """RapidOCR with the models its wheel ships.

    Its direction classifier stays off: it turns lone 6 and 9 (365 of 372 cells right with it, 372 without).
    """
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Global.max_side_len": 10_000,
            "Global.return_word_box": True,
        }
    )


def find_lines(gray: Picture, scale: float) -> list[Rect]:
    """Where lines of text (or parts of them, parted by wide blanks) stand, looked for at `scale`."""
    import cv2

    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale != 1 else gray
    found = _engine()(cv2.cvtColor(np.asarray(small), cv2.COLOR_GRAY2BGR), use_det=True, use_rec=False)
    boxes = getattr(found, "boxes", None)
    height, width = gray.shape[:2]
    return [_rect(box, scale, width, height) for box in (boxes if boxes is not None else ())]


def _rect(box: Any, scale: float, width: int, height: int) -> Rect:
    x0, top = np.floor(box.min(axis=0) / scale)
    x1, bottom = np.ceil(box.max(axis=0) / scale)
    return Rect(max(0, int(x0)), max(0, int(top)), min(width, int(x1)), min(height, int(bottom)))


def read_lines(pictures: Sequence[Picture]) -> list[Reading]:
    """What each picture of one line says; an empty reading where it says nothing."""
    import cv2

    if not pictures:
        return []
    found = _engine().recognize_txt([cv2.cvtColor(np.asarray(p), cv2.COLOR_GRAY2BGR) for p in pictures])
    return [
        _reading(text, word, picture.shape[1])
        for text, word, picture in zip(found.txts, found.word_results, pictures, strict=True)
    ]


def _reading(text: str, word: Any, width: int) -> Reading:
    if not text:
        return Reading("", ())
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    sure = (
        1.0 if char in _TWO_WIDTHS and confidence >= _LEAST_OF_TWO else float(confidence)
        for char, confidence in zip(text[start:end], word.confs[start:end], strict=True)
    )
    return Reading(text[start:end], tuple(sure), tuple(_starts(text[start:end], word, width)))


def _starts(text: str, word: Any, width: int) -> Iterator[float]:
    """The model says in which of its columns each character shows, of blanks nothing: they stand where the last does."""
    columns = iter([column for part in word.word_cols for column in part])
    at = 0.0
    for char in text:
        at = at if char.isspace() else next(columns) * width / word.line_txt_len
        yield at
