"""Rows of two editions of one table of one notice → which is which.

Keys are made of what rows are about, so most find each other by key. The others are paired by less and less:
all they say, their words and place, their name and place, being the only one of their rule left in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from pipeline.language.places import NUMBERED, PLACE_COLUMNS, without_number
from pipeline.messages import published
from pipeline.wording import table_word, value_word

Row = Mapping[str, object]
Pair = tuple[Row, Row]
Trait = Callable[[Row], Hashable]

# What a reader calls a row; the first columns that it has.
NAMES: Mapping[str, tuple[str, ...]] = {
    "notices": ("title",),
    "clauses": ("heading", "text"),
    "tasks": ("title",),
    "responsibilities": ("agency_name", "row_label"),
    "targets": ("row_label", "indicator", "kind"),
    "deadlines": ("text", "kind"),
    "funding": ("type", "recipient"),
    "citations": ("title", "doc_number"),
    "tables": ("title", "kind"),
    "cells": ("cells",),
    "table_facts": ("row_label", "column_path", "year"),
    "checks": ("kind", "where"),
    "repairs": ("kind", "before"),
    "issues": ("kind", "message"),
    "ledger": ("kind", "text"),
    "agencies": ("name",),
    "regions": ("name",),
    "issuers": ("name",),
    "recipients": ("name",),
    "members": ("agency_id", "name"),
    "annexes": ("label", "title"),
    "corrections": ("fact_table", "verdict"),
}
# What else a reader wants to know of a row that came or went.
DETAILS: Mapping[str, tuple[str, ...]] = {
    "responsibilities": ("role",),
    "targets": ("value_text", "deadline_date"),
    "deadlines": ("end_date",),
    "funding": ("amount", "unit"),
    "table_facts": ("value_text", "unit"),
    "checks": ("status", "expected", "actual"),
}
# Where rows of one table stand in it, and keys of rows.
ORDER = frozenset({"row", "seq", "source_sha256", "char_count"})
KEYS = frozenset({"fact_id", "check_id", "repair_id", "mention_id", "issue_id", "notice_id"})
# They point at rows of this edition; compared after those rows have found each other.
REFERENCES = ("task_id", "assignment_id", "repeats", "table_id")


def name(table: str, row: Row) -> str:
    """What a reader calls the row: its first names that are not empty, short enough for a line."""
    said = (_words(_words_alone(row.get(column))) for column in NAMES.get(table, ()))
    words = [word[:60] for word in said if word]
    return " · ".join(words[:1] if table == "clauses" else words[:2])


def details(table: str, row: Row) -> str:
    """What the row says, in brackets behind its name; nothing where its name says it all."""
    said = [_words(row.get(column)) for column in DETAILS.get(table, ())]
    return f" ({', '.join(word[:40] for word in said if word)})" if any(said) else ""


def in_words(table: str, row: Row) -> Row:
    """The row with its values in the language of this run: to be shown, never to be compared."""
    named = {*NAMES.get(table, ()), *DETAILS.get(table, ())}
    spoken = {
        name: value_word(table, name, value) for name in named if isinstance(value := row.get(name), str)
    }
    if table == "issues" and row.get("message"):
        spoken["message"] = published(row, "message")
    if table == "corrections":
        spoken["fact_table"] = table_word(str(row.get("fact_table")))
    return {**row, **spoken}


def says(table: str, row: Row) -> dict[str, object]:
    """What the row says, without where it stands and what it is tied to; white space does not count."""
    leave = PLACE_COLUMNS | ORDER | KEYS | set(REFERENCES)
    if table == "annexes":
        leave -= {"number"}
    said = {column: _squeezed(value) for column, value in row.items() if column not in leave}
    return said | {column: _squeezed(_words_alone(said[column])) for column in NUMBERED & said.keys()}


def pair(
    old: Sequence[Row], new: Sequence[Row], traits: Sequence[tuple[Trait, bool]]
) -> tuple[list[Pair], list[Row], list[Row]]:
    """(pairs, rows of the old edition alone, rows of the new one alone), each in the order given.

    A trait pairs the rows that have it alike, first with first; one marked True only where it is left once on each side.
    A row whose trait is None has it like no other.
    """
    pairs: list[Pair] = []
    for trait, is_only in traits:
        if not old or not new:
            break
        there = _by_trait(old, trait)
        matched: set[int] = set()
        here = _by_trait(new, trait)
        for mark, rows in here.items():
            others = there.get(mark, [])
            if is_only and (len(rows) != 1 or len(others) != 1):
                continue
            for one, other in zip(others, rows, strict=False):
                pairs.append((one, other))
                matched |= {id(one), id(other)}
        old = [row for row in old if id(row) not in matched]
        new = [row for row in new if id(row) not in matched]
    return pairs, list(old), list(new)


def _by_trait(rows: Sequence[Row], trait: Trait) -> dict[Hashable, list[Row]]:
    found: dict[Hashable, list[Row]] = {}
    for row in rows:
        if (mark := trait(row)) is not None:
            found.setdefault(mark, []).append(row)
    return found


def traits(table: str, key: Sequence[str], place: Callable[[Row], str]) -> Sequence[tuple[Trait, bool]]:
    """The traits of a table's rows, the surest first. `place` names the point or table a row stands in."""
    names = NAMES.get(table, ())

    def of_key(row: Row) -> Hashable:
        # The numbers of points and rows shift; as keys they are no sign of being the same.
        return None if set(key) & (PLACE_COLUMNS | ORDER) else tuple(row.get(column) for column in key)

    def of_words(row: Row) -> Hashable:
        return (_words_alone(row["quote"]), place(row), row.get("rule")) if row.get("quote") else None

    def of_name(row: Row) -> Hashable:
        return (name(table, row), place(row)) if any(row.get(column) for column in names) else None

    def of_content(row: Row) -> Hashable:
        return (place(row), *map(str, says(table, row).items()))

    def of_content_anywhere(row: Row) -> Hashable:
        return tuple(map(str, says(table, row).items()))

    def of_place(row: Row) -> Hashable:
        return (place(row), row.get("rule"), row.get("kind"))

    several = (of_key, of_content, of_content_anywhere, of_words, of_name)
    return (*((trait, False) for trait in several), (of_place, True))


def changed_columns(table: str, old: Row, new: Row) -> Iterator[tuple[str, object, object]]:
    """(column, before, after) of what two rows that are the same say differently, in columns that both have."""
    one, other = says(table, old), says(table, new)
    for column in other:
        if column in one and one[column] != other[column]:
            yield column, old.get(column), new.get(column)


def _words_alone(value: object) -> object:
    return without_number(value) if isinstance(value, str) else value


def _squeezed(value: object) -> object:
    return "".join(value.split()) if isinstance(value, str) else value


def _words(value: object) -> str:
    return " ".join(str(value).split()) if value not in (None, "") else ""
