"""Targets of one thing at several times: 2023年新增300张，2024年新增500张，两年累计新增800张; 2023年达到300张，2025年达到500张."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.decisions.keys import squeezed
from pipeline.language.words import words
from pipeline.publish.sheet import Row

_PAUSES = "，、；,;。"
_TO_DATE = "累计"
# 新增床位达到300张 is what a year adds, 床位达到300张 how many there are then.
_ADDED = ("新", "增", "净增", "年", "每")
# Targets of one thing: what differs is when, and how much.
_ONE_THING = ("indicator_id", "unit_base", "per", "scope", "row_label", "change")


def held_by_years(targets: Sequence[Row]) -> Iterator[object]:
    """Facts that say to date what others say year by year (累计新增800张): the years count. Of several to date the last."""
    for rows in _things(targets):
        to_date = [row for row in rows if _is_to_date(row)]
        for row in to_date:
            if len(rows) - len(to_date) > 1 or _is_earlier(row, to_date):
                yield row["fact_id"]


def held_by_later(targets: Sequence[Row]) -> Iterator[object]:
    """Facts that say how much there is to be before the last year that is named: 达到300张 is part of 达到500张."""
    for rows in _things(targets):
        levels = [row for row in rows if _is_level(row) and not _is_to_date(row)]
        yield from (row["fact_id"] for row in levels if _is_earlier(row, levels))


def _things(targets: Sequence[Row]) -> Iterator[list[Row]]:
    things: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in targets:
        if row.get("indicator_id") and isinstance(row.get("value"), int | float) and not row.get("repeats"):
            things[tuple(row.get(name) for name in _ONE_THING)].append(row)
    yield from (rows for rows in things.values() if len(rows) > 1)


def _is_earlier(row: Row, rows: Sequence[Row]) -> bool:
    day = str(row.get("deadline_date") or "")
    return bool(day) and day < max(str(other.get("deadline_date") or "") for other in rows)


def _is_to_date(row: Row) -> bool:
    return _TO_DATE in _said(row)


def _is_level(row: Row) -> bool:
    """Does the value say how much there is then, and not how much is added?"""
    said, name = _said(row), str(row.get("indicator") or "")
    return not name.startswith(_ADDED) and any(word in said for word in (*words("reach"), *words("hold")))


def _said(row: Row) -> str:
    """The words from the pause before a value to its end: 2024年达到500张."""
    quote, value = squeezed(row.get("quote")), squeezed(row.get("value_text"))
    at = max(quote.find(value), 0)
    start = max(quote.rfind(mark, 0, at) for mark in _PAUSES) + 1
    return quote[start : at + len(value)]
