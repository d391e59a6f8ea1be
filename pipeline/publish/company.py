"""Which notices are worth holding against one another: what has no number, title or place in common need not be read.

A plan of the province is forwarded by a hundred counties, each with a letter of its own; a county's is held against
those of its own place and of places above it and in it, and against one of those that hold the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.publish.called import Named

# Notices of one name that are held against another, the longest first: more are a form that everybody fills in.
_MOST = 16
# The whole country, of which every place is a part.
_NATION = "100000"


class Seen:
    """Notices by what they can be found by."""

    def __init__(self) -> None:
        # Key and place → the notices of just that place; the same → those of that place or one in it.
        self._of: dict[tuple[str, str], list[Named]] = defaultdict(list)
        self._within: dict[tuple[str, str], list[Named]] = defaultdict(list)
        # Key → the first that holds it.
        self._first: dict[str, Named] = {}

    def add(self, notice: Named) -> None:
        place = _place(notice)
        places = _above(place)
        for key in notice.names | notice.holds:
            self._of[key, place].append(notice)
            for above in places:
                self._within[key, above].append(notice)
        for key in _whole(notice):
            self._of[key, ""].append(notice)
        for key in notice.holds:
            self._first.setdefault(key, notice)

    def company(self, notice: Named) -> Sequence[Named]:
        """The notices to hold a notice against, in the order they came."""
        place = _place(notice)
        places = _above(place)[1:]
        found: dict[str, Named] = {}
        for key in _whole(notice):
            found |= _by_id(self._of.get((key, ""), ()))
        for key in sorted(notice.names | notice.holds):
            there = self._there(key, place, places)
            if there and key not in notice.names:  # What it only holds another must go by.
                there = [(one for one in those if key in one.names) for those in there]
            if there:
                found |= _by_id(chain(*there))
            if first := self._first.get(key):
                found[first.notice_id] = first
        return list(found.values())

    def _there(self, key: str, place: str, places: Sequence[str]) -> list[Iterable[Named]]:
        """Those of a key and of a place or one in it, then those of places it lies in; whole lists, looked at no further than needed."""
        within = self._within.get((key, place))
        found: list[Iterable[Named]] = [within] if within else []
        for above in places:
            if of := self._of.get((key, above)):
                found.append(of)
        return found


def with_company(notices: Sequence[Named]) -> list[Named]:
    """Those of the notices that have anything in common with another by which the two could be found: most of a large set do not."""
    keys = [{*notice.names, *notice.holds, *_whole(notice)} for notice in notices]
    times = Counter(chain.from_iterable(keys))
    return [notice for notice, own in zip(notices, keys, strict=True) if any(times[key] > 1 for key in own)]


def _by_id(notices: Iterable[Named]) -> dict[str, Named]:
    return {one.notice_id: one for one in islice(notices, _MOST)}


def _whole(notice: Named) -> Sequence[str]:
    """By what two notices are found wherever they are from: the number, and the title with the issuer in it."""
    title, number = notice.title, notice.row["doc_number"]
    return [*([f"number {number}"] if number else []), *([f"title {title}"] if title in notice.names else [])]


def _place(notice: Named) -> str:
    """Its place as the digits that every place in it begins with; nothing for the country, and where it is not known."""
    code = str(notice.row["region_code"] or "")
    return "" if code == _NATION else code.rstrip("0")


@cache
def _above(place: str) -> Sequence[str]:
    """A place and those it lies in, the country last: 360828, 3608, 36 and all."""
    return [place, *(place[:at] for at in (4, 2) if at < len(place)), *([""] if place else [])]
