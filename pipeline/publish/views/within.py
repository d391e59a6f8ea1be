"""Values that are part of another one: 资金1.5亿元，其中建设8000万元."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.language.going_on import last_going_on
from pipeline.language.words import words
from pipeline.publish.sheet import Row
from pipeline.publish.views.columns import counted_in
from pipeline.publish.views.spine import Spine

_PART = "其中"
_STOPS = ("。", "\n\n", "\n　　")
_OPEN, _CLOSE = "（(", "）)"
_BETWEEN = " 　\n。；，,"


def is_within(spine: Spine, table: str, row: Row) -> bool:
    """Of 资金1.5亿元，其中建设8000万元；运营5000万元 the two that follow 其中 are in the first already, to the end of the
    sentence, or until it goes on to something else: ；另安排3000万元.

    What is counted otherwise is in none: of 规模达1000亿元，其中导航500亿元，培育企业100家 only the 500亿元.
    """
    if table not in ("targets", "funding") or row.get("table_id"):
        return False
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    since = _sentence(spine.text, start)
    since += last_going_on(spine.text[since:end]) + 1
    at = _of_which(spine.text[since : start + len(_PART)])
    if at < 0:
        return False
    at += since
    if not spine.text[since:at].strip(_BETWEEN):  # 资金1.5亿元。其中，建设8000万元
        since = _sentence(spine.text, len(spine.text[:since].rstrip(_BETWEEN)))
    places = spine.places_of_units(table).get(counted_in(row), ())
    first = bisect_left(places, since)
    return first < len(places) and places[first] < at


def _of_which(said: str) -> int:
    """The place of the last 其中, or bracket with （含, that holds to the end of some words; -1 without one.

    小学3所（含附设班1所）: one of three; not 小学3所（其中新建2所）、幼儿园5所: the bracket is closed.
    """
    including = words("includes", "with")
    if not any(word in said for word in (_PART, *including)):
        return -1
    opened = [-1]
    parts: dict[int, int] = {}
    for at, char in enumerate(said):
        if char in _OPEN:
            opened.append(at)
            if said.startswith(including, at + 1):
                parts[at] = at
        elif char in _CLOSE and len(opened) > 1:
            parts.pop(opened.pop(), None)
        elif char == _PART[0] and said.startswith(_PART, at):
            parts[opened[-1]] = at
    return max(parts.values(), default=-1)


def _sentence(text: str, at: int) -> int:
    """Where the sentence begins that a place stands in."""
    return max(text.rfind(stop, 0, at) for stop in _STOPS) + 1


def is_part(steps: list[str]) -> bool:
    """其中：农村 is counted in the value it is a part of."""
    return any(step.startswith(_PART) for step in steps)
