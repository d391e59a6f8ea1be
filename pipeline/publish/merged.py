"""Rows that no notice makes alone: agencies and regions that several know, issues that arise between two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.decisions.keys import Keys
from pipeline.messages import say
from pipeline.model import BrokenPromise, Check, Issue
from pipeline.publish import findings
from pipeline.publish.cards import KEYS, Card
from pipeline.publish.portion import Portion
from pipeline.publish.rows import SHARED
from pipeline.publish.sheet import Row

Cards = Callable[[], Iterable[Card]]
# By table: key → line of the row, as a card has it.
Shared = Mapping[str, Mapping[str, str]]


def merge(cards: Cards, file: Callable[[str], str]) -> tuple[Shared, list[Row]]:
    """Rows of the shared tables by key, and an issue for each key that two notices say different things of.

    Of two rows with one key the one that sorts first stays, whichever notice comes first. `file`: notice → its file.
    BrokenPromise for a region that is none of the rows.
    """
    kept: dict[str, dict[str, str]] = {table: {} for table in SHARED}
    conflicts: list[Row] = []
    doubtful: dict[str, set[str]] = {table: set() for table in SHARED}
    places: set[str] = set()
    for table, rows in kept.items():
        lines: dict[str, None] = {}
        for card in cards():  # What one says nine others say.
            lines.update(dict.fromkeys(card.lines(table)))
        for line in lines:
            key, place, _ = line.split("\t")
            places.add(place)
            if rows.setdefault(key, line) != line:
                doubtful[table].add(key)
    for table, keys in doubtful.items():
        if keys:
            conflicts += _conflicts(table, keys, kept[table], (cards, file))
    if places - {"", *kept["regions"]}:
        _hold_places(kept)
    return kept, conflicts


def links_to_rows(portions: Mapping[str, Portion], links: Iterable[tuple[str, Check]]) -> list[Row]:
    """Rows of `checks` for what one notice says against another; `portions` by notice."""
    keys: dict[str, Keys] = {}
    rows: list[Row] = []
    for notice_id, check in links:
        key = keys.setdefault(notice_id, Keys(notice_id, "checks")).key(
            (check.kind, check.where, check.expected)
        )
        row: Row = {"check_id": key, "notice_id": notice_id, **findings.check_row(check)}
        if check.span:
            text = str(portions[notice_id].tables["texts"]["text"][0].as_py())
            row |= {"char_start": check.span.start, "char_end": check.span.end}
            row["quote"] = text[check.span.start : check.span.end]
        rows.append(row)
    return rows


def _conflicts(
    table: str, keys: set[str], kept: dict[str, str], among: tuple[Cards, Callable[[str], str]]
) -> list[Row]:
    """The issues of the keys that notices say different things of; the rows that stay are put into `kept`."""
    cards, file = among
    said = (
        (notice_id, key, row, line)
        for card in cards()
        for key, row, line, notices in card.sayers(table, keys)
        for notice_id in notices
    )
    stays: dict[str, tuple[str, str]] = {}
    found: list[Row] = []
    for notice_id, key, row, line in sorted(said):
        if (other := stays.setdefault(key, (row, line))) != (row, line):
            stays[key] = min(other, (row, line))
            found.append(_conflict(notice_id, file(notice_id), table, f"{key}: {row}"))
    kept |= {key: line for key, (_, line) in stays.items()}
    return found


def _conflict(notice_id: str, file: str, table: str, about: str) -> Row:
    message = say("entity_conflict", about=about)
    row = findings.issue_row(file, Issue("conflicting_entity", message, table))
    key = Keys(notice_id, "issues").key((table, about))
    return {"issue_id": key, "notice_id": notice_id, **row}


def _hold_places(kept: Shared) -> None:
    """What bodies and places say of places must be there."""
    for table, (_, column) in KEYS.items():
        for key, line in kept[table].items():
            place = line.split("\t")[1]
            if place and place not in kept["regions"]:
                said = {"columns": column, "value": repr(place), "table": "regions"}
                where = say("place_of_row", table=table, rest=(key,))
                raise BrokenPromise(
                    say("promise_broken", place=where, why=say("value_points_nowhere", **said))
                )


def lines_of(table: str, shared: Shared) -> Sequence[str]:
    """The lines of a shared table in the order of its rows."""
    return [line for _, line in sorted(shared[table].items())]


def lines_to_rows(table: str, cards: Cards, lines: Sequence[str]) -> list[str]:
    """The rows of these lines of a shared table as JSON."""
    wanted = frozenset(lines)
    rows = {line: row for card in cards() for line, row in card.rows(table, wanted)} if wanted else {}
    return [rows[line] for line in lines]
