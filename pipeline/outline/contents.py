"""The table of contents: lines behind 目录 that are printed again below, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.language import patterns
from pipeline.outline.lines import Line

_HEADS = ("目录", "目次")
# 一、总体要求 ……… 3: what leads to the number of the page.
_LEADER = patterns.compile(r"(?:[.．·…—\-]{2,}|\s)*[（(]?\d{0,3}[)）]?$")
# One of the first entries is printed again, even where 序言 is called otherwise in the text.
_FIRST = 3
_FEWEST = 2
# A heading may have been reworded after the table was made; of a list that is the notice's own matter no line comes again.
_PRINTED_AGAIN = 2 / 3
# A notice has one, its plan or annex another; a text with a thousand lines 目录 must not cost a million looks.
_MOST = 4
# A shorter entry (总则) begins other lines too: it must be the whole line.
_TELLING = 5
# Two entries run into one (（七十）保障教育投入实施, above 实施): what it shares with the line below, of its own letters.
_SHARED, _LEAST_SHARED = 3 / 4, 9
_MOST_LINES = 4


def mark_contents(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those of a table of contents, and its heading, marked as furniture.

    A list headed 目录 that the text does not print again (目录 of goods, of government services) is the notice's own.
    """
    heads = [n for n, line in enumerate(lines) if line.squeezed in _HEADS][:_MOST]
    found = {i for n in heads for i in _contents(lines, n)}
    return tuple(replace(x, furniture="contents") if i in found else x for i, x in enumerate(lines))


def _contents(lines: Sequence[Line], head: int) -> list[int]:
    """The lines of the table under a heading, with the heading; none if it is no table of contents."""
    own = [i for i in range(head + 1, len(lines)) if not lines[i].furniture and lines[i].squeezed]
    again = (_next(lines, own, n, _entry(lines[own[n]])) for n in range(min(_FIRST, len(own))))
    body = next((at for at in again if at is not None), None)
    if body is None:
        return []
    listed = own[:body]
    printed, below = [], body
    for i in listed:
        at = _next(lines, own, below - 1, _entry(lines[i]))
        if at is not None:
            printed.append(i)
            below = at + 1
    # Of a collection that was parted the others are printed in what is cut off.
    if listed and all(_is_led(lines[i]) for i in listed):
        return [head, *listed]
    table = [i for i in listed if printed and i <= printed[-1]]
    return [head, *table] if len(printed) >= max(_FEWEST, _PRINTED_AGAIN * len(table)) else []


def _is_led(line: Line) -> bool:
    """Whether dots lead to the number of a page at the end of a line."""
    leader = _LEADER.search(line.squeezed)
    return (
        leader is not None
        and any(map(leader[0].count, ("…", "...", "···")))
        and any(map(str.isdigit, leader[0]))
    )


def _entry(line: Line) -> str:
    return _LEADER.sub("", line.squeezed)


def _next(lines: Sequence[Line], own: Sequence[int], n: int, entry: str) -> int | None:
    """The place in `own` behind `n` of the next line that is the entry, or begins with it where it is long enough; a collection
    numbers the titles in its table, and prints them below over several lines (1.甲局关于乙的通知 | 甲局 | 关于乙的通知)."""
    if not entry:
        return None
    whole = len(entry) < _TELLING
    number = patterns.match(r"\d{1,2}[.、．]", entry)
    forms = (entry, entry[number.end() :]) if number and not whole else (entry,)
    for at in range(n + 1, len(own)):
        begins = lines[own[at]].squeezed[:_TELLING]
        for form in forms:
            if not form.startswith(begins[: len(form)]):
                continue
            words = _as_long(lines, own, at, form)
            if words == form or (not whole and form and _begins_as(words, form)):
                return at
    return None


def _as_long(lines: Sequence[Line], own: Sequence[int], at: int, entry: str) -> str:
    """A line, with those below it where the entry goes on with them."""
    words = lines[own[at]].squeezed
    for i in own[at + 1 : at + _MOST_LINES]:
        if len(words) < _TELLING or len(words) >= len(entry) or not entry.startswith(words):
            break
        words += lines[i].squeezed
    return words


def _begins_as(words: str, entry: str) -> bool:
    """Whether a line begins with an entry, or with nearly all of a long one."""
    pairs = zip(words, entry, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared == len(entry) or (shared >= _LEAST_SHARED and shared >= _SHARED * len(entry))
