"""An editor's decision is led to the one fact it is about.

A decision names its fact by content, as W3C Web Annotation does: the words it was read from and where they
stand (the heading of the point; title of the table, label of the row, headings of the column). Neither offsets
nor numbers of points are part of it, so it holds when a notice gets a new point or another line break.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.decisions.values import FOLLOWING, plain
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction

# What a reader sees beside a quote; as many characters as publish tells equal words apart by.
NEIGHBOURS = 12
# Characters of a point without heading that it is known by; as publish has it.
BEGINNING = 20
Values = Mapping[str, object]


class Standing(NamedTuple):
    """A fact as a decision sees it. Each of `places` names where it stands; the first is the one to write."""

    table: str
    quote: str
    places: tuple[str, ...]
    values: Values
    before: str
    after: str


def squeezed(words: str) -> str:
    return "".join(words.split())


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters beside text[start:end], white space not counted."""
    before = squeezed(text[max(0, start - 4 * NEIGHBOURS) : start])[-NEIGHBOURS:]
    return before, squeezed(text[end : end + 4 * NEIGHBOURS])[:NEIGHBOURS]


def point_places(clause_id: str, heading: str, words: str, number: str) -> tuple[str, ...]:
    """What a point may be called: its heading (or how its words begin), or its number."""
    return squeezed(heading or words.removeprefix(number)[:BEGINNING]), clause_id


def table_places(title: str, table_id: str, values: Values) -> tuple[str, ...]:
    """What a place in a table may be called: title (or id), label of the row, headings of the column."""
    inside = [str(values[name]) for name in ("row_label", "column_path") if values.get(name)]
    return tuple(squeezed("/".join((name, *inside))) for name in (title or table_id, table_id))


def addresses(standings: Sequence[Standing]) -> list[dict[str, object] | None]:
    """For each fact the shortest address that stands for it alone; None where none does.

    What tells facts of the same words and place apart: the values in which they differ, else what
    stands beside the words.
    """
    alike: dict[tuple[str, str, str], list[Standing]] = defaultdict(list)
    for one in standings:
        # Outside any point there is no place to say: all of the same words count as alike.
        for place in dict.fromkeys((one.places[0], "")):
            alike[(one.table, place, squeezed(one.quote))].append(one)
    return [_address(one, alike[(one.table, one.places[0], squeezed(one.quote))]) for one in standings]


def _address(one: Standing, alike: Sequence[Standing]) -> dict[str, object] | None:
    base: dict[str, object] = {"table": one.table, "place": one.places[0], "quote": one.quote}
    names = sorted({name for other in alike for name in other.values} - FOLLOWING)
    differing = [n for n in names if len({str(plain(other.values.get(n))) for other in alike}) > 1]
    was = {"was": {name: plain(one.values.get(name)) for name in differing}} if differing else {}
    beside: dict[str, object] = {"before": one.before, "after": one.after}
    for more in ({}, was, beside, {**was, **beside}):
        if sum(_fits(other, more) for other in alike) == 1:
            return {**base, **more}
    return None


def _fits(one: Standing, more: Mapping[str, object]) -> bool:
    was = more.get("was", {})
    assert isinstance(was, Mapping)
    before, after = str(more.get("before", "")), str(more.get("after", ""))
    beside = one.before.endswith(before) and one.after.startswith(after)
    return beside and all(plain(one.values.get(name)) == plain(value) for name, value in was.items())


# --- correction → the fact it is about --------------------------------------------------------


def find(said: Correction, standings: Sequence[Standing]) -> int:
    """Index of the one fact the correction is about. BrokenPromise, with what is there now, if it is none or several."""
    here = [i for i, one in enumerate(standings) if one.table == said.table]
    for what, fits in _steps(said):
        rest = [i for i in here if fits(standings[i])]
        if not rest:
            raise BrokenPromise(_stale(said, what, [standings[i] for i in here]))
        here = rest
    if len(here) > 1:
        facts = tuple(shown(standings[i]) for i in here[:5])
        raise BrokenPromise(say("correction_ambiguous", where=said.where, n=len(here), facts=facts))
    return here[0]


def _steps(said: Correction) -> Iterator[tuple[Message, Callable[[Standing], bool]]]:
    quote, place = squeezed(said.quote), squeezed(said.place)
    unread = say("no_fact_with_words", table=said.table, quote=brief(said.quote))
    yield unread, lambda s: squeezed(s.quote) == quote
    if place:
        yield say("words_not_there", place=brief(said.place)), lambda s: place in s.places
    if said.was:
        yield say("not_read_as_was"), lambda s: _fits(s, {"was": said.was})
    beside = {"before": squeezed(said.before), "after": squeezed(said.after)}
    yield say("other_neighbours"), lambda s: _fits(s, beside)


def _stale(said: Correction, what: Message, left: Sequence[Standing]) -> Message:
    from difflib import SequenceMatcher

    def likeness(one: Standing) -> float:
        matcher = SequenceMatcher(None, squeezed(one.quote)[:200], squeezed(said.quote)[:200], autojunk=False)
        return matcher.ratio() + (squeezed(said.place) in one.places)

    nearest = sorted(left, key=lambda one: (-likeness(one), one.places, one.quote))[:3]
    now = tuple(map(shown, nearest)) or say("no_fact_of_table", table=said.table)
    return say("correction_stale", where=said.where, why=what, now=now)


def shown(one: Standing) -> Message:
    """`“新增床位30张” in 建设床位 (value = 30, …)`: a fact as an editor would look for it."""
    said = ", ".join(
        f"{name} = {brief(str(value))}"
        for name, value in one.values.items()
        if name not in FOLLOWING and plain(value) != "" and not isinstance(value, (list, dict))
    )
    place = one.places[0] or say("notice_itself")
    return say("fact_there", quote=brief(one.quote), place=place, values=brief(said, 120))


def brief(words: str, most: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
