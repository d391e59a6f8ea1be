"""Days whose figures stand on lines of their own, where what made the file ended a line with each of its marks: put together.

本次实施时间为 | 2027 | 年 | 7 | 月 | 13 | 日至 | 2027 | 年 …

A column of figures and words looks so, too; no column has 年, 月 and 日 below figures that a day can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Repair, Span
from pipeline.outline.lines import Line

# What each figure of a day is, and how the line below it begins.
_PARTS = (
    (patterns.compile(r"(?:19|20)\d\d"), "年"),
    (patterns.compile(r"0?[1-9]|1[0-2]"), "月"),
    (patterns.compile(r"0?[1-9]|[12]\d|3[01]"), "日"),
)
_FEWEST = 2  # figures: a year and its month, or a month and its day
_TO = ("至", "到", "-", "—", "~")


def join_torn_days(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Repair, ...]]:
    """The lines with each torn day as one, with what stands behind it in its last line, and what was put together."""
    joined: list[Line] = []
    repairs: list[Repair] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        joined.append(_whole(lines[at:end]) if end > at + 1 else lines[at])
        if end > at + 1:
            repairs.append(_repair(lines[at:end], joined[-1]))
        at = end
    return tuple(joined), tuple(repairs)


def _end(lines: Sequence[Line], start: int) -> int:
    """Where a torn day ends that begins here, or a time from one day to another; else behind the line."""
    end = max(_ends(lines, start), default=start + 1)
    goes_on = end > start + 1 and _words(lines, end - 1).endswith(_TO)
    return max(_ends(lines, end), default=end) if goes_on else end


def _ends(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Where days end that begin at a line with their year or their month."""
    for first in range(2):
        at = start
        for n, (figure, mark) in enumerate(_PARTS[first:], 1):
            if not (figure.fullmatch(_words(lines, at)) and _words(lines, at + 1).startswith(mark)):
                break
            at += 2
            if n >= _FEWEST:
                yield at
            if _words(lines, at - 1) != mark:
                break


def _words(lines: Sequence[Line], at: int) -> str:
    return lines[at].squeezed if at < len(lines) and not lines[at].furniture else ""


def _whole(lines: Sequence[Line]) -> Line:
    first, last = lines[0], lines[-1]
    places = tuple(place for line in lines for place in line.places)
    text = "".join(line.text for line in lines)
    return Line(text, places, Span(first.span.start, last.span.end), first.gap, indent=first.indent)


def _repair(lines: Sequence[Line], whole: Line) -> Repair:
    return Repair(
        kind="joined_lines",
        before="⏎".join(line.squeezed for line in lines),
        after=whole.squeezed,
        evidence=say("lines_joined", n=len(lines) - 1),
        certainty="probable",
        span=whole.span,
    )
