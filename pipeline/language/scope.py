"""Which time governs a value, a duty, a grant: said once for all of them.

The nearest binding time to the left in the sentence; else one to the right of it, in a clause without a value of its
own; else the time that opened the paragraph. What opened a list, the 完成时限 of the point, the year over a section
and that in the title are found by whoever knows the points, and hold only where nothing nearer does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from pipeline.language.grammar import compiled, line
from pipeline.language.times import FoundTime, Precision
from pipeline.language.tokens import Token

#: The last day something is due, and how exactly it was said.
Due = tuple[date, Precision]
From = Literal["sentence", "item", "row", "heading", "title"]


# 新建100个，2025年底前完成: from the value to the time no other value, and none behind it before the stop.
_BEHIND = "^(?:{!stop|qty|this|time}){0,24}?(?P<time>{time})(?P<rest>(?:{!stop|qty|this|time|mark.，|mark.）})*)(?P<end>$|{mark.，|mark.）|stop})(?P<next>(?:{!stop})*)"


# （牵头单位：…；完成时限：2026年底前）: all of a bracket right behind the value.
_IN_BRACKET = "^{bound}?(?:{!hard|qty|this|time})*{mark.（}(?:{!mark.）|qty|this|time})*(?P<time>{time})"


def before(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The nearest binding time to the left of token `at` in its sentence."""
    earlier = (bound[t.start] for t in reversed(tokens[:at]) if t.kind == "time" and t.start in bound)
    return next(earlier, None)


def behind(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The binding time to the right of token `at`, where it opens no statement of another value."""
    rest = tokens[at + 1 :]
    codes = line(rest)
    if match := compiled(_IN_BRACKET).match(codes):
        return bound.get(rest[match.start("time")].start)
    if not (match := compiled(_BEHIND).match(codes)):
        return None
    opens_another = not match["rest"] and compiled("{qty}").search(match["next"])
    found = rest[match.start("time")]
    return None if opens_another else bound.get(found.start)


def paired(tokens: Sequence[Token], place: int, many: int) -> FoundTime | None:
    """到2026年和2028年，…分别达到A和B: the time of the same place in its own list."""
    times = [t.said for t in tokens if t.kind == "time" and isinstance(t.said, FoundTime) and t.said.time.end]
    return times[place] if many > 1 and len(times) == many else None
